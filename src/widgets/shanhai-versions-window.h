/* shanhai-versions-window.h - earlier versions of a casebook, and changes that were set aside. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each version can be looked at (its window opens it for reading only; win.open-file) and restored, which is one change of the history. What was
 * set aside comes back as changes, as far as it fits. Says what it did by the action win.show-message of the window it belongs to. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_VERSIONS_WINDOW (shanhai_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiVersionsWindow, shanhai_versions_window, SHANHAI, VERSIONS_WINDOW, GtkWindow)

/* @document: one that has a file */
GtkWidget *shanhai_versions_window_new (ShanhaiDocument *document);

G_END_DECLS
