/* shanhai-damage-window.h - the lines of a file that couldn't be read: number, what is wrong, text. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DAMAGE_WINDOW (shanhai_damage_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDamageWindow, shanhai_damage_window, SHANHAI, DAMAGE_WINDOW, GtkWindow)

/* (transfer none): a window of its own, owned by GTK */
GtkWidget *shanhai_damage_window_new (ShanhaiDocument *document);

G_END_DECLS
