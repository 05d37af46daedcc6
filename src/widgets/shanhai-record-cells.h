/* shanhai-record-cells.h - the cells of a table of records: columns, text on demand, what is where. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inner half of ShanhaiRecordTable. Knows which cells are bound to which item, so that these can be refreshed together. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-record-columns.h"

G_BEGIN_DECLS

typedef struct _ShanhaiRecordCells ShanhaiRecordCells;

ShanhaiRecordCells  *shanhai_record_cells_new          (void);
/* The columns made of it may live on, but mustn't be shown any more. */
void                 shanhai_record_cells_free         (ShanhaiRecordCells        *self);
/* @casebook: (nullable): where the labels of other records come from */
void                 shanhai_record_cells_set_casebook (ShanhaiRecordCells        *self,
                                                        ShanhaiCasebook           *casebook);
/* the days between which columns of spans draw their bars */
void                 shanhai_record_cells_set_range    (ShanhaiRecordCells        *self,
                                                        gint32                     first,
                                                        gint32                     last);
/* (transfer full) */
GtkColumnViewColumn *shanhai_record_cells_new_column   (ShanhaiRecordCells        *self,
                                                        const ShanhaiRecordColumn *column);
/* The cells in view are told what they say before the next frame; those that were made before there was a window wait for this.
 * @clock: (nullable): of the window that is about to show them */
void                 shanhai_record_cells_listen       (ShanhaiRecordCells        *self,
                                                        GdkFrameClock             *clock);
/* before other records are shown: what comes then says how wide the columns are */
void                 shanhai_record_cells_forget_widths (ShanhaiRecordCells       *self);
/* Makes the columns as wide as a sample of that list needs, so that they don't grow while it is scrolled. */
void                 shanhai_record_cells_measure     (ShanhaiRecordCells        *self,
                                                        GListModel                *model);
/* Says everything on the screen again, in the words of the moment.
 * @model: (nullable): the words are others, or in another font: how wide the columns are is measured anew there */
void                 shanhai_record_cells_refresh      (ShanhaiRecordCells        *self,
                                                        GListModel                *model);

/* (transfer none) (nullable): the record behind an item of the list: itself, or inside a row of a tree; NULL for a heading */
ShanhaiRecord       *shanhai_record_cells_unwrap       (gpointer                   item);
/* (transfer none) (nullable): the first cell on the screen that shows that record */
GtkWidget           *shanhai_record_cells_find         (ShanhaiRecordCells        *self,
                                                        ShanhaiRecord             *record);
/* (transfer none) (nullable): what shows that column of the record, when it is on the screen; its parent is the cell */
GtkWidget           *shanhai_record_cells_find_cell   (ShanhaiRecordCells        *self,
                                                        ShanhaiRecord             *record,
                                                        guint                      column);
/* marks the cells of a column as those that the keys are on, by the class "cursor" */
void                 shanhai_record_cells_set_cursor  (ShanhaiRecordCells        *self,
                                                        guint                      column);
/* the position of the row that @widget is, or is in; GTK_INVALID_LIST_POSITION for none */
guint                shanhai_record_cells_get_position (ShanhaiRecordCells       *self,
                                                        GtkWidget                 *widget);
/* the column at a point of @widget; G_MAXUINT for none */
guint                shanhai_record_cells_pick_column (ShanhaiRecordCells        *self,
                                                        GtkWidget                 *widget,
                                                        double                     x,
                                                        double                     y);
/* the position of the row at a point of @widget; GTK_INVALID_LIST_POSITION for none */
guint                shanhai_record_cells_pick         (ShanhaiRecordCells        *self,
                                                        GtkWidget                 *widget,
                                                        double                     x,
                                                        double                     y);
/* (transfer none) (nullable): the text of the cell at a point of @widget, when the cell is too small to show all of it */
const char          *shanhai_record_cells_get_cut_text (ShanhaiRecordCells        *self,
                                                        GtkWidget                 *widget,
                                                        double                     x,
                                                        double                     y);

G_END_DECLS
