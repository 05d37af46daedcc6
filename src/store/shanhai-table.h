/* shanhai-table.h - rows and columns of text, as a spreadsheet program writes them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Immutable and reference counted; may be read from several threads. Rows may be of different lengths: what isn't there is "". Rows and
 * columns count from 0 here; people count rows from 1 and call columns A, B, … (shanhai_table_column_name()). All text is UTF-8. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* what Excel can hold */
#define SHANHAI_TABLE_MAX_ROWS 1048576
#define SHANHAI_TABLE_MAX_COLUMNS 16384

typedef struct _ShanhaiTable ShanhaiTable;
typedef struct _ShanhaiTableBuilder ShanhaiTableBuilder;

#define SHANHAI_TYPE_TABLE (shanhai_table_get_type ())

GType                shanhai_table_get_type      (void) G_GNUC_CONST;
ShanhaiTable        *shanhai_table_ref           (ShanhaiTable        *self);
void                 shanhai_table_unref         (ShanhaiTable        *self);
guint                shanhai_table_get_n_rows    (const ShanhaiTable  *self);
/* of the longest row */
guint                shanhai_table_get_n_columns (const ShanhaiTable  *self);
/* of that row */
guint                shanhai_table_get_n_cells   (const ShanhaiTable  *self,
                                                  guint                row);
/* (transfer none): "" where the row is shorter, and where there is no such row */
const char          *shanhai_table_get_cell      (const ShanhaiTable  *self,
                                                  guint                row,
                                                  guint                column);
/* the column with that text in the first row; -1 for none */
int                  shanhai_table_find_heading  (const ShanhaiTable  *self,
                                                  const char          *heading);
bool                 shanhai_table_is_row_empty  (const ShanhaiTable  *self,
                                                  guint                row);
/* (transfer full): "A", "Z", "AA": what a spreadsheet calls the column */
char                *shanhai_table_column_name   (guint                column);

/* Takes cells one by one. `text` is the buffer that they are cut from: cell offsets count from its start, and each cell ends with NUL. */
ShanhaiTableBuilder *shanhai_table_builder_new      (void);
void                 shanhai_table_builder_free     (ShanhaiTableBuilder *self);
void                 shanhai_table_builder_add_cell (ShanhaiTableBuilder *self,
                                                     gsize                offset);
void                 shanhai_table_builder_end_row  (ShanhaiTableBuilder *self);
guint                shanhai_table_builder_get_n_rows (ShanhaiTableBuilder *self);
/* cells of the row that isn't ended yet */
guint                shanhai_table_builder_get_n_cells (ShanhaiTableBuilder *self);
/* (transfer full): `text` (transfer full) */
ShanhaiTable        *shanhai_table_builder_finish   (ShanhaiTableBuilder *self,
                                                     char                *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTable, shanhai_table_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableBuilder, shanhai_table_builder_free)

G_END_DECLS
