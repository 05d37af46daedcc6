/* shanhai-table-import.h - a table and a mapping become one change, or errors by row and column. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two sorts of tables: one that was exported from a casebook gives back its records; any other is read by its mapping. Then each figure
 * gets a citation with its cell as printed, of a source that stands for the table and holds it as text. Ids come out of the source, the
 * rest of the row and the heading, so that a table that is imported again makes nothing new: a record is left alone as long as its cell
 * is what it was, also where a person has edited it since; a cell that changed sets its figure.
 *
 * The casebook is only read; it must not change meanwhile. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-progress.h"
#include "shanhai-store-error.h"
#include "shanhai-table-mapping.h"

G_BEGIN_DECLS

/* more are counted, not kept */
#define SHANHAI_TABLE_MAX_PROBLEMS 1000

typedef struct
{
  guint  row;      /* of the table, from 0 */
  int    column;   /* from 0, or -1 for the whole row */
  char  *message;  /* translated: what is wrong and what to do */
} ShanhaiTableProblem;

typedef struct
{
  const char *name;           /* of the file: the source's title */
  bool        skip_bad_rows;
  guint       max_rows;       /* for a preview; 0 for all */
} ShanhaiTableImportOptions;

typedef struct
{
  ShanhaiChange *change;      /* NULL as long as rows are wrong and aren't skipped; empty where there is nothing new */
  GPtrArray     *problems;    /* of ShanhaiTableProblem, by row */
  guint          n_problems;
  guint          n_bad_rows;
  guint          n_rows;      /* that hold something */
  guint          n_added;     /* records, the source and what the rows name included */
  guint          n_changed;
  guint          n_same;
} ShanhaiTableImport;

/* whether the table is one that was exported, so that it needs no mapping */
bool                shanhai_table_is_exported     (const ShanhaiTable               *table);

/* (transfer full): `mapping` NULL for a table that was exported. An error where the table as a whole can't be read so: no column is the
 * figure. */
ShanhaiTableImport *shanhai_table_import          (ShanhaiCasebook                  *casebook,
                                                   const ShanhaiTable               *table,
                                                   const ShanhaiTableMapping        *mapping,
                                                   const ShanhaiTableImportOptions  *options,
                                                   GCancellable                     *cancellable,
                                                   ShanhaiProgressFunc               progress,
                                                   gpointer                          progress_data,
                                                   GError                          **error);
void                shanhai_table_import_free     (ShanhaiTableImport               *self);
/* (transfer full): "NAME:12:C: …" */
char               *shanhai_table_problem_format  (const ShanhaiTableProblem        *problem,
                                                   const char                       *name);

/* (transfer full): how one cell would be read, for a person; "" where it is blank or its column left out; NULL with the error. `names` may
 * take in new records; use some of one's own. */
char               *shanhai_table_read_cell       (ShanhaiCasebook                  *casebook,
                                                   ShanhaiTableNames                *names,
                                                   const ShanhaiTable               *table,
                                                   const ShanhaiTableMapping        *mapping,
                                                   guint                             row,
                                                   guint                             column,
                                                   ShanhaiLanguage                   language,
                                                   GError                          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableImport, shanhai_table_import_free)

G_END_DECLS
