/* shanhai-column-sorter.h - what the heading of a column sorts by. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-record-columns.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): where the labels of other records come from at the moment */
typedef ShanhaiCasebook *(*ShanhaiColumnCasebookFunc) (gpointer data);

/* (transfer full): sorts records, and headings among them (GtkStringObject). It tells nobody when a record changes: an edited row keeps its place until the
 * list is sorted the next time, or it would go from under the hands of whoever writes in it.
 * @get_casebook, @data, @free_data: asked whenever a text is made */
GtkSorter *shanhai_column_sorter_new (const ShanhaiRecordColumn *column,
                                      ShanhaiColumnCasebookFunc  get_casebook,
                                      gpointer                   data,
                                      GDestroyNotify             free_data);

G_END_DECLS
