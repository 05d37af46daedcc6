/* shanhai-table-import-private.h - what the files of the import of tables share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-table-import.h"
#include "shanhai-table-text.h"

G_BEGIN_DECLS

/* after so many rows it is told how far it is, and asked whether to go on */
#define SHANHAI_TABLE_PROGRESS_ROWS 1000

typedef struct
{
  ShanhaiCasebook                 *casebook;
  const ShanhaiTable              *table;
  const ShanhaiTableMapping       *mapping;
  const ShanhaiTableImportOptions *options;
  ShanhaiTableNames               *names;
  ShanhaiTableText                *text;
  ShanhaiTableImport              *result;
  ShanhaiRecord                   *source;
  const char                      *figure;   /* member, or NULL */
  GPtrArray                       *drafts;   /* of the row: ShanhaiRecord */
  GPtrArray                       *wanted;   /* all records that a row made: what of `created` is needed hangs on them */
  GHashTable                      *keys;     /* what identifies a record → how many have it (GUINT) */
} ShanhaiTableImporter;

const ShanhaiTableTarget *shanhai_table_mapping_get_target  (const ShanhaiTableMapping  *mapping,
                                                             guint                       column);
/* -1 for none */
int                       shanhai_table_mapping_find_column (const ShanhaiTableMapping  *mapping,
                                                             const char                 *member);
/* (nullable): the cell of that member in the row, or what stands for all rows */
const char               *shanhai_table_mapping_get_text    (const ShanhaiTableMapping  *mapping,
                                                             const ShanhaiTable         *table,
                                                             guint                       row,
                                                             const char                 *member);
/* "amount.unit" says something about "amount"; it isn't a member itself */
bool                      shanhai_table_mapping_is_member   (const char                 *member);
/* What the row's own column of units says, else the heading, else the table, else what the indicator is counted in, else what the type is. */
ShanhaiTableUnit          shanhai_table_mapping_find_unit   (const ShanhaiTableMapping  *mapping,
                                                             ShanhaiCasebook            *casebook,
                                                             const ShanhaiTable         *table,
                                                             guint                       row,
                                                             const ShanhaiTableTarget   *target,
                                                             const char                 *indicator);
/* what every record of the type must say, for a row to be one */
const char               *shanhai_table_mapping_get_needed  (ShanhaiRecordType           type);
/* Errors: SHANHAI_STORE_ERROR_MEMBER where no column is what the type needs */
bool                      shanhai_table_mapping_check       (const ShanhaiTableMapping  *mapping,
                                                             GError                    **error);

/* `column`: -1 for the row as a whole */
void           shanhai_table_importer_add_problem   (ShanhaiTableImporter  *self,
                                                     guint                  row,
                                                     int                    column,
                                                     const char            *message);
/* takes the citations */
void           shanhai_table_importer_set_citations (ShanhaiRecord         *record,
                                                     ShanhaiCitations      *citations);
/* Errors: G_IO_ERROR_CANCELLED */
bool           shanhai_table_importer_restore       (ShanhaiTableImporter  *self,
                                                     GCancellable          *cancellable,
                                                     ShanhaiProgressFunc    progress,
                                                     gpointer               progress_data,
                                                     GError               **error);
/* Fills `drafts`; false where something is wrong with the row, which is then among the problems. */
bool           shanhai_table_importer_read_row      (ShanhaiTableImporter  *self,
                                                     guint                  row);
/* (transfer full) (nullable): what a bare number in that cell leaves unsaid; a callback of the table's text, `user_data` the importer */
char          *shanhai_table_importer_dup_suffix    (guint                  row,
                                                     guint                  column,
                                                     gpointer               user_data);
/* puts the drafts of the row into the change */
void           shanhai_table_importer_take_drafts   (ShanhaiTableImporter  *self,
                                                     guint                  row);
/* (transfer full) */
ShanhaiRecord *shanhai_table_importer_make_source   (ShanhaiTableImporter  *self);
void           shanhai_table_importer_take_source   (ShanhaiTableImporter  *self);
/* Of what the names made, what good rows refer to, and what that refers to in turn; bad rows leave nothing behind. */
void           shanhai_table_importer_take_created  (ShanhaiTableImporter  *self);

G_END_DECLS
