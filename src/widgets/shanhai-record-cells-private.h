/* shanhai-record-cells-private.h - what the parts of the cells of a table know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * shanhai-record-cells.c: the columns and what is where. shanhai-record-cells-factory.c: a cell is made, bound to a row and let go of.
 * shanhai-record-cells-filling.c: when it is told what it says. */

#pragma once

#include "shanhai-record-cells.h"

#include "shanhai-column-ruler.h"

G_BEGIN_DECLS

/* Reference counted: the factories' closures hold it as well as the table, since a column view frees them when it likes. */
struct _ShanhaiRecordCells
{
  gatomicrefcount  references;
  ShanhaiCasebook *casebook;
  gint32           first, last; /* days between which spans are drawn */
  GHashTable      *bound;       /* GtkListItem → its ShanhaiCellColumn; borrowed: a bound item is alive */
  GHashTable      *pending;     /* those of the bound ones that don't say yet what they should */
  GdkFrameClock   *clock;       /* listened to while there are such */
  gulong           clock_handler;
  gint64           asked_at;    /* when the last of them came, µs */
  guint            fill_id;
  bool             freed;       /* nothing is shown any more */
  guint            cursor;      /* column that the keys are on */
  GPtrArray       *columns;     /* of ShanhaiCellColumn; borrowed: a factory takes its own off when it goes */
};

/* what one column's closures know */
typedef struct
{
  ShanhaiRecordCells        *cells;
  const ShanhaiRecordColumn *column;
  GtkColumnViewColumn       *view_column;  /* borrowed: it owns the factory whose data this is */
  guint                      index;        /* among the columns of the table */
  ShanhaiColumnRuler        *ruler;
} ShanhaiCellColumn;

ShanhaiRecordCells *shanhai_record_cells_ref            (ShanhaiRecordCells      *self);
void                shanhai_record_cells_unref          (ShanhaiRecordCells      *self);
/* (transfer none): a record or a heading, itself or inside a row of a tree */
gpointer            shanhai_record_cells_unwrap_any     (gpointer                 item);

/* -- shanhai-record-cells-factory.c -- */

/* (transfer full): its cells are among the bound ones while they are */
GtkListItemFactory *shanhai_record_cells_new_factory    (ShanhaiRecordCells      *self,
                                                         ShanhaiCellColumn       *column);
/* the cell says what its row is about, in the words of the moment */
void                shanhai_record_cells_show           (GtkListItem             *item,
                                                         ShanhaiCellColumn       *column,
                                                         const ShanhaiWording    *wording);
void                shanhai_record_cells_mark_cursor    (GtkListItem             *item,
                                                         const ShanhaiCellColumn *column);

/* -- shanhai-record-cells-filling.c -- */

/* soon, and before it is seen */
void                shanhai_record_cells_show_later     (ShanhaiRecordCells      *self,
                                                         GtkListItem             *item,
                                                         const ShanhaiCellColumn *column);
void                shanhai_record_cells_stop_filling   (ShanhaiRecordCells      *self);

G_END_DECLS
