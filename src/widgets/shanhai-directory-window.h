/* shanhai-directory-window.h - what cases have in common: places, parties, indicators, sources; to search, edit and merge. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DIRECTORY_WINDOW (shanhai_directory_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDirectoryWindow, shanhai_directory_window, SHANHAI, DIRECTORY_WINDOW, GtkWindow)

/* @type: what to begin with; places for types that it doesn't list */
GtkWidget *shanhai_directory_window_new (ShanhaiCasebook   *casebook,
                                         ShanhaiRecordType  type);

G_END_DECLS
