/* shanhai-table-export.h - a casebook as tables for spreadsheets and as one JSON file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSV: one table a record type, NAME.csv with the type's name, its columns as in shanhai-table-columns.h, written as in
 * shanhai-csv-write.h; and casebook.csv with the header's members. Types without records have no file. What was exported can be imported,
 * and gives the same records.
 *
 * JSON: `{"casebook": HEADER, "records": {"place": […], "party": […], …, "other": […]}}`, where HEADER and each record are the objects of the
 * casebook's lines, as casebook.md has them; every type has its list, also an empty one.
 *
 * The casebook must not change meanwhile. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-progress.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* a cell of Excel holds no more characters; longer ones it cuts off when it saves */
#define SHANHAI_EXCEL_CELL_CHARS 32767

typedef struct
{
  ShanhaiLanguage language;   /* of labels */
  bool            plain;      /* for programs rather than Excel: see shanhai-csv-write.h */
  bool            overwrite;  /* a folder that holds nothing but an earlier export may be replaced */
} ShanhaiTableExportOptions;

/* (transfer full): the table of one type */
GBytes *shanhai_casebook_to_csv         (ShanhaiCasebook                  *casebook,
                                         ShanhaiRecordType                 type,
                                         const ShanhaiTableExportOptions  *options);
/* The folder appears whole or not at all. Errors: SHANHAI_STORE_ERROR_FOLDER where there is one already that isn't empty. */
bool    shanhai_export_tables           (ShanhaiCasebook                  *casebook,
                                         GFile                            *folder,
                                         const ShanhaiTableExportOptions  *options,
                                         GCancellable                     *cancellable,
                                         ShanhaiProgressFunc               progress,
                                         gpointer                          progress_data,
                                         GError                          **error);
/* (transfer full) */
GBytes *shanhai_casebook_to_json        (ShanhaiCasebook                  *casebook);
/* how many sources have a text that Excel would cut off */
guint   shanhai_casebook_count_long_texts (ShanhaiCasebook                *casebook);

G_END_DECLS
