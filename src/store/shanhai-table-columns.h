/* shanhai-table-columns.h - the columns in which records of one type are exported and come back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header is the members' names as casebook.md has them, the same in every language, so that scripts and the way back can rely on it:
 *
 *   record, id                       type and id
 *   title, title.en, title.zh        a name: plain, or by language (a column for each language that occurs)
 *   case, case.label                 a reference: the id, and for people what it is called
 *   assisting, assisting.label       several: ids set apart by "; ", or JSON where a counted group is among them
 *   amount.value, .value_hi, .precision, .unit, .qualifier, .planned, .label     a quantity; .label as a person would write it
 *   kind, kind.label; period, period.label; cumulative (true)
 *   citation.source, .source.label, .quote, .start, .length, .paragraph, .hash   the first citation; then citation2.…
 *   json                             the record's line, only where the cells alone wouldn't bring back just that record
 *
 * Columns that end in .label are never read. Where `json` has something, cells that a person has changed win over it. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-csv-write.h"
#include "shanhai-record-read.h"
#include "shanhai-table.h"

G_BEGIN_DECLS

typedef struct _ShanhaiTableColumns ShanhaiTableColumns;

/* for all the casebook's records of a type */
ShanhaiTableColumns *shanhai_table_columns_new         (ShanhaiCasebook      *casebook,
                                                        ShanhaiRecordType     type);
/* Those of a table's header row; NULL where it isn't one that we write. `unknown` (out) (nullable): a heading that means nothing. */
ShanhaiTableColumns *shanhai_table_columns_from_header (const ShanhaiTable   *table,
                                                        guint                 row,
                                                        ShanhaiRecordType     type,
                                                        char                **unknown);
/* the type that the table's first record names; OTHER where it isn't a table of ours */
ShanhaiRecordType    shanhai_table_columns_detect      (const ShanhaiTable   *table);
void                 shanhai_table_columns_free        (ShanhaiTableColumns  *self);

void                 shanhai_table_columns_write_header (ShanhaiTableColumns *self,
                                                         ShanhaiCsvWriter    *writer);
void                 shanhai_table_columns_write_record (ShanhaiTableColumns *self,
                                                         ShanhaiCasebook     *casebook,
                                                         ShanhaiRecord       *record,
                                                         ShanhaiLanguage      language,
                                                         ShanhaiCsvWriter    *writer);
/* (transfer full) (nullable): a draft */
ShanhaiRecord       *shanhai_table_columns_read_record  (ShanhaiTableColumns *self,
                                                         ShanhaiRecordReader *reader,
                                                         const ShanhaiTable  *table,
                                                         guint                row,
                                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableColumns, shanhai_table_columns_free)

G_END_DECLS
