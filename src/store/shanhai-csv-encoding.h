/* shanhai-csv-encoding.h - in which encoding a table's bytes are. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A byte order mark says it; else what is valid UTF-8 is UTF-8; else the bytes are weighed as GB18030 (the mainland's) and Big5 (Taiwan's
 * and Hong Kong's) by how common the characters are that they would make. A guess that a person can overrule. */

#pragma once

#include "shanhai-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_CSV_ENCODING_AUTO,
  SHANHAI_CSV_ENCODING_UTF_8,
  SHANHAI_CSV_ENCODING_UTF_16LE,
  SHANHAI_CSV_ENCODING_UTF_16BE,
  SHANHAI_CSV_ENCODING_GB18030,
  SHANHAI_CSV_ENCODING_BIG5,
} ShanhaiCsvEncoding;

#define SHANHAI_N_CSV_ENCODINGS (SHANHAI_CSV_ENCODING_BIG5 + 1)

/* "UTF-8"; "auto" */
const char         *shanhai_csv_encoding_get_name  (ShanhaiCsvEncoding   encoding);
/* in any case of letters; also "gbk", "gb2312", "utf8" */
bool                shanhai_csv_encoding_from_name (const char          *name,
                                                    ShanhaiCsvEncoding  *out);
ShanhaiCsvEncoding  shanhai_csv_encoding_detect    (const guint8        *data,
                                                    gsize                length);
/* (transfer full): UTF-8 without a byte order mark; `out_length` in bytes. Error: SHANHAI_STORE_ERROR_ENCODING. */
char               *shanhai_csv_decode             (const guint8        *data,
                                                    gsize                length,
                                                    ShanhaiCsvEncoding   encoding,
                                                    gsize               *out_length,
                                                    GError             **error);

G_END_DECLS
