/* shanhai-split.h - a chart and its table: side by side, or one above the other where it is narrow. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person puts the handle between them it stays, for all such pairs and the next run (setting "pane-position"). */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_SPLIT (shanhai_split_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSplit, shanhai_split, SHANHAI, SPLIT, GtkWidget)

/* Properties: "start-child", "end-child" (read and write), "narrow" (read only), "upright" (read and write): always one above the other */
GtkWidget *shanhai_split_new             (void);

GtkWidget *shanhai_split_get_start_child (ShanhaiSplit *self);
void       shanhai_split_set_start_child (ShanhaiSplit *self,
                                          GtkWidget    *child);
GtkWidget *shanhai_split_get_end_child   (ShanhaiSplit *self);
void       shanhai_split_set_end_child   (ShanhaiSplit *self,
                                          GtkWidget    *child);
bool       shanhai_split_get_narrow      (ShanhaiSplit *self);
bool       shanhai_split_get_upright     (ShanhaiSplit *self);
void       shanhai_split_set_upright     (ShanhaiSplit *self,
                                          bool          upright);

G_END_DECLS
