/* shanhai-sorted-records.h - a list in the order of a sorter, without keeping anybody waiting. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As GtkSortListModel, for long lists that are looked at: a short list is sorted at once, a long one in slices between frames, and shown in its new order when
 * that is complete, by one "items-changed". (GtkSortListModel tells of every slice, and each time a column view walks the whole list.) Items that come and go
 * later are put where they belong; an item that changes stays where it is until the next sort, so that a row doesn't run away from who edits it. */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_SORTED_RECORDS (shanhai_sorted_records_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSortedRecords, shanhai_sorted_records, SHANHAI, SORTED_RECORDS, GObject)

ShanhaiSortedRecords *shanhai_sorted_records_new        (void);
/* Both at once, so that nothing is sorted twice. @model: (nullable); @sorter: (nullable): the model's own order */
void                  shanhai_sorted_records_set        (ShanhaiSortedRecords *self,
                                                         GListModel           *model,
                                                         GtkSorter            *sorter);
/* whether a new order is on its way */
bool                  shanhai_sorted_records_is_sorting (ShanhaiSortedRecords *self);

G_END_DECLS
