/* shanhai-window.h - the main window: one casebook, its pages, and the ways between them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages are made when they are first shown. They ask the window by its actions (shanhai-page.h); the window asks them through ShanhaiPage. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_WINDOW (shanhai_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiWindow, shanhai_window, SHANHAI, WINDOW, GtkApplicationWindow)

/* Properties, read only: "document", "page" (the name of the page shown, "" without a document) */
GtkWidget       *shanhai_window_new          (GtkApplication  *application);

/* (nullable) */
ShanhaiDocument *shanhai_window_get_document (ShanhaiWindow   *self);
/* (nullable) (transfer none): the file of its document, or the one that is being read */
GFile           *shanhai_window_get_file     (ShanhaiWindow   *self);
/* whether it neither has a document nor reads one */
bool             shanhai_window_is_empty     (ShanhaiWindow   *self);
/* Reads a file into the window, in place of what it shows. The window comes up when it has something to show. */
void             shanhai_window_open         (ShanhaiWindow   *self,
                                              GFile           *file);
const char      *shanhai_window_get_page     (ShanhaiWindow   *self);

G_END_DECLS
