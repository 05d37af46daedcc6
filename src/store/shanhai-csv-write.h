/* shanhai-csv-write.h - rows of text become a CSV file that Chinese Excel opens right. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * UTF-8 with a byte order mark (without it Excel takes the system's code page, and 湖里区 comes out garbled), CRLF, RFC 4180 quotes. Excel
 * looks at each cell of a CSV file as if it were typed: 0931 becomes 931, 622926199001011234 becomes 6.22926E+17 and loses its last digits,
 * 2019-12 becomes Dec-19, and =… runs. So a text is marked where Excel would change it, and nowhere else:
 *
 *   - with a TAB before it, which Excel shows as nothing: digits with a leading zero or more than eleven, 1E5, 2019-12, 3/4, 12:30
 *   - with an apostrophe before it: = + - @ and their wide forms, TAB, and an apostrophe before any of those
 *
 * 620000 and 2019-12-31 stay as they are. Numbers are never marked up to 15 digits, so that Excel adds them up. The marks are taken off by
 * shanhai_csv_unmark(), which gives back exactly what was written. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _ShanhaiCsvWriter ShanhaiCsvWriter;

/* `plain`: for programs rather than for Excel: no byte order mark, LF, no marks but before a text that looks marked */
ShanhaiCsvWriter *shanhai_csv_writer_new         (bool                plain);
void              shanhai_csv_writer_free        (ShanhaiCsvWriter   *self);
/* NULL is an empty cell */
void              shanhai_csv_writer_add_text    (ShanhaiCsvWriter   *self,
                                                  const char         *text);
/* a decimal number: the sign of -5 is no formula */
void              shanhai_csv_writer_add_number  (ShanhaiCsvWriter   *self,
                                                  const char         *number);
void              shanhai_csv_writer_end_row     (ShanhaiCsvWriter   *self);
/* (transfer full): and no more rows */
GBytes           *shanhai_csv_writer_finish      (ShanhaiCsvWriter   *self);

/* (transfer full): a whole table: the first row is the header; each row is NULL-terminated */
GBytes           *shanhai_csv_from_rows          (const char * const * const *rows,
                                                  guint                       n_rows);

/* (transfer none): the text without the mark that a writer has put before it; the same pointer or the one behind it */
const char       *shanhai_csv_unmark             (const char         *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiCsvWriter, shanhai_csv_writer_free)

G_END_DECLS
