/* shanhai-pane-order.h - F6 goes from pane to pane. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pane is a half of a GtkPaned, or what a .ui file gives the style class "pane"; one that has panes in it stands for these. What can't be seen is none. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts the keyboard where a person starts in @pane; false, and it stays where it was, where nothing there takes it. */
typedef gboolean (*ShanhaiPaneStart) (GtkWidget *pane);

gboolean shanhai_pane_order_move       (GtkWidget        *root,
                                        GtkDirectionType  direction);
gboolean shanhai_pane_order_enter      (GtkWidget        *pane);
gboolean shanhai_pane_order_enter_list (GtkListView      *list);
void     shanhai_pane_order_set_start  (GtkWidget        *pane,
                                        ShanhaiPaneStart  start_func);

G_END_DECLS
