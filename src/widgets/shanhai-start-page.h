/* shanhai-start-page.h - what a window without a casebook shows: how to begin. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The example, "Open…", what isn't saved, the casebooks opened last, and a place to drop a file (the whole window takes it). Asks by win.open,
 * win.open-example, win.open-file (s: a URI) and win.recover (s: the path of a journal). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_START_PAGE (shanhai_start_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiStartPage, shanhai_start_page, SHANHAI, START_PAGE, GtkWidget)

GtkWidget *shanhai_start_page_new (void);

G_END_DECLS
