/* shanhai-comparison-table.h - one indicator in several cases as a table: first, latest, change. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "selected" is the id of an observation and is meant to be bound both ways to a chart: it stays what the chart says as long as the row has that
 * observation, else it is the row's latest. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-comparison.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_COMPARISON_TABLE (shanhai_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiComparisonTable, shanhai_comparison_table, SHANHAI, COMPARISON_TABLE, GtkWidget)

/* Properties: "selected" (read and write) */
GtkWidget  *shanhai_comparison_table_new          (void);

/* @rows: (nullable) (element-type ShanhaiComparisonRow): of @casebook. What is selected stays so where it is still there. */
void        shanhai_comparison_table_set_rows     (ShanhaiComparisonTable *self,
                                                   ShanhaiCasebook        *casebook,
                                                   GPtrArray              *rows);
const char *shanhai_comparison_table_get_selected (ShanhaiComparisonTable *self);
void        shanhai_comparison_table_set_selected (ShanhaiComparisonTable *self,
                                                   const char             *observation_id);
/* whether that observation stands behind one of the rows */
bool        shanhai_comparison_table_has          (ShanhaiComparisonTable *self,
                                                   const char             *observation_id);
/* (transfer full): tab-separated, with a heading, in the order shown */
char       *shanhai_comparison_table_dup_text     (ShanhaiComparisonTable *self);

G_END_DECLS
