/* shanhai-import-work.h - what an import does in threads: reading a table, and trying what it would change. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "shanhai-csv-read.h"
#include "shanhai-table-import.h"

G_BEGIN_DECLS

/* Bytes to a table. `format`: AUTO and '\0' where it shall be guessed. Cancelled: G_IO_ERROR_CANCELLED */
void                shanhai_import_parse_async  (GBytes                     *bytes,
                                                 const ShanhaiCsvFormat     *format,
                                                 GCancellable               *cancellable,
                                                 GAsyncReadyCallback         callback,
                                                 gpointer                    user_data);
/* (transfer full) (nullable): `format` (out): what it turned out to be, also with an error */
ShanhaiTable       *shanhai_import_parse_finish (GAsyncResult               *result,
                                                 ShanhaiCsvFormat           *format,
                                                 GError                    **error);

/* What an import would change, rows that can't be read left out. The casebook must not be edited before it is done. `mapping` (nullable) (copied). */
void                shanhai_import_try_async    (ShanhaiCasebook            *casebook,
                                                 ShanhaiTable               *table,
                                                 const ShanhaiTableMapping  *mapping,
                                                 const char                 *name,
                                                 GCancellable               *cancellable,
                                                 GAsyncReadyCallback         callback,
                                                 gpointer                    user_data);
/* (transfer full) (nullable) */
ShanhaiTableImport *shanhai_import_try_finish   (GAsyncResult               *result,
                                                 GError                    **error);

G_END_DECLS
