/* shanhai-unsaved-window.h - the unsaved changes of all casebooks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Also those that were set aside, and those whose file isn't where it was: nothing that was ever typed lies where nobody can come to it. Its parent is a window
 * with the actions win.open-file and win.recover. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_UNSAVED_WINDOW (shanhai_unsaved_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiUnsavedWindow, shanhai_unsaved_window, SHANHAI, UNSAVED_WINDOW, GtkWindow)

GtkWidget *shanhai_unsaved_window_new (void);

G_END_DECLS
