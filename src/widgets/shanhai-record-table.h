/* shanhai-record-table.h - records of one kind as a table: sortable, editable, each figure with its citation. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells ask for their text when they come into view, in the words of the moment (ShanhaiDisplay), because most of it is labels of other records. So a row costs
 * one small widget a cell and no signal handlers, and a change of the casebook refreshes, when idle, the cells on the screen and no others.
 *
 * Many rows can be selected; "selected" is the one that leads. Left and Right walk the cells of a row; Enter, F2, a double click or the first letter typed open the
 * cell's editor right there, and what is typed goes to all selected rows as one change. What can't be edited opens the row's details instead. New records,
 * deleting and pasting are actions of the table ("table.new" …), which ask the window for what is its own: "win.new-record", "win.edit-record", "win.show-done". */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD_TABLE (shanhai_record_table_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecordTable, shanhai_record_table, SHANHAI, RECORD_TABLE, GtkWidget)

/* Properties: "columns" (a set of shanhai-record-columns.h; constructed with, or set once), "casebook", "model", "selected" (a record's id), "empty-icon",
 * "empty-title", "empty-text", "start-widget" (at the beginning of the bar above). */
GtkWidget       *shanhai_record_table_new          (const char          *columns);

ShanhaiCasebook *shanhai_record_table_get_casebook (ShanhaiRecordTable  *self);
void             shanhai_record_table_set_casebook (ShanhaiRecordTable  *self,
                                                    ShanhaiCasebook     *casebook);
/* @case_id: (nullable): the case that new and pasted records belong to; without one none can be made */
void             shanhai_record_table_set_case_id  (ShanhaiRecordTable  *self,
                                                    const char          *case_id);
GListModel      *shanhai_record_table_get_model    (ShanhaiRecordTable  *self);
/* @model: (nullable): of ShanhaiRecord; or of GtkTreeListRow over ShanhaiRecord and GtkStringObject, which are headings */
void             shanhai_record_table_set_model    (ShanhaiRecordTable  *self,
                                                    GListModel          *model);
const char      *shanhai_record_table_get_selected (ShanhaiRecordTable  *self);
/* selects the record's row and scrolls to it; an id that isn't listed selects nothing, and stays */
void             shanhai_record_table_set_selected (ShanhaiRecordTable  *self,
                                                    const char          *record_id);
/* The years that a column of spans is drawn on: days as in shanhai_period_get_first_day(); the heading says "2014–2020". */
void             shanhai_record_table_set_range    (ShanhaiRecordTable  *self,
                                                    gint32               first,
                                                    gint32               last,
                                                    const char          *heading);
/* whether that record has a row */
bool             shanhai_record_table_has          (ShanhaiRecordTable  *self,
                                                    const char          *record_id);
/* (transfer full): tab-separated, with a heading; the selected rows, or all rows in the order shown when `all` or nothing is selected */
char            *shanhai_record_table_dup_text     (ShanhaiRecordTable  *self,
                                                    bool                 all);
/* the same to the clipboard, and as JSON Lines for other tables; false when there are no rows */
bool             shanhai_record_table_copy         (ShanhaiRecordTable  *self,
                                                    bool                 all);

G_END_DECLS
