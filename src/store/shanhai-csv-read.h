/* shanhai-csv-read.h - the bytes of a CSV file become a table. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180 as spreadsheet programs write it: quotes, doubled quotes, line ends within quotes, CRLF, LF or CR, a first line `sep=;`. Linear
 * in the size of the file, and bounded: 256 MB, and what Excel can hold of rows and columns. */

#pragma once

#include "shanhai-csv-encoding.h"
#include "shanhai-table.h"

G_BEGIN_DECLS

#define SHANHAI_CSV_MAX_BYTES (256 * 1024 * 1024)

/* what a file is in; AUTO and '\0' to guess, and then what was guessed */
typedef struct
{
  ShanhaiCsvEncoding encoding;
  char               delimiter;  /* , ; TAB or | */
} ShanhaiCsvFormat;

/* (transfer full): `format` (inout) */
ShanhaiTable *shanhai_csv_read             (GBytes            *bytes,
                                            ShanhaiCsvFormat  *format,
                                            GError           **error);
/* of UTF-8 text */
char          shanhai_csv_detect_delimiter (const char        *text,
                                            gsize              length);

G_END_DECLS
