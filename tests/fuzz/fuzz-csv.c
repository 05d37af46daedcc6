/* fuzz-csv.c - any bytes as a table. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold: a table is read or refused with one clear error. What was read and is written again is read as the same cells, whether
 * for Excel or plain. An import of it never writes, ends in a change or in problems, and once applied changes nothing any more. */

#include <stdint.h>
#include <string.h>

#include "shanhai-csv-read.h"
#include "shanhai-csv-write.h"
#include "shanhai-table-import.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* more takes time and finds nothing more */
#define MAX_CELLS 2000

static bool
is_small (const ShanhaiTable *table)
{
  guint n = 0;

  for (guint r = 0; r < shanhai_table_get_n_rows (table) && n <= MAX_CELLS; r++)
    n += shanhai_table_get_n_cells (table, r);

  return n <= MAX_CELLS;
}

static void
check_written (const ShanhaiTable *table,
               bool                plain)
{
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (plain);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ShanhaiTable) again = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_UTF_8, ',' };

  /* a first row of our own: the table's may look like `sep=` */
  shanhai_csv_writer_add_text (writer, "x");
  shanhai_csv_writer_end_row (writer);
  for (guint r = 0; r < shanhai_table_get_n_rows (table); r++)
    {
      for (guint c = 0; c < shanhai_table_get_n_cells (table, r); c++)
        shanhai_csv_writer_add_text (writer, shanhai_table_get_cell (table, r, c));
      shanhai_csv_writer_end_row (writer);
    }
  bytes = shanhai_csv_writer_finish (writer);
  again = shanhai_csv_read (bytes, &format, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_table_get_n_rows (again), ==, shanhai_table_get_n_rows (table) + 1);
  for (guint r = 0; r < shanhai_table_get_n_rows (table); r++)
    for (guint c = 0; c < shanhai_table_get_n_cells (table, r); c++)
      /* a carriage return before a line feed is one line end in a cell */
      if (strstr (shanhai_table_get_cell (table, r, c), "\r\n") == NULL)
        g_assert_cmpstr (shanhai_csv_unmark (shanhai_table_get_cell (again, r + 1, c)), ==, shanhai_table_get_cell (table, r, c));
}

static void
check_import (const ShanhaiTable *table)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (casebook);
  const bool exported = shanhai_table_is_exported (table);
  g_autoptr (ShanhaiTableMapping) mapping = exported ? NULL : shanhai_table_mapping_guess (table, names, SHANHAI_RECORD_OTHER);
  const ShanhaiTableImportOptions options = { "fuzz.csv", true, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiTableImport) import = shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, &error);
  g_autoptr (ShanhaiTableImport) again = NULL;

  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 0);
  if (import == NULL)
    {
      g_assert_true (error->domain == SHANHAI_STORE_ERROR);
      return;
    }

  g_assert_true (shanhai_casebook_apply (casebook, import->change, &error));
  again = shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (!exported)
    g_assert_cmpuint (shanhai_change_get_n (again->change), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, '\0' };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiTable) table = shanhai_csv_read (bytes, &format, &error);

  if (table == NULL)
    {
      g_assert_true (error->domain == SHANHAI_STORE_ERROR);
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }

  if (is_small (table))
    {
      check_written (table, false);
      check_written (table, true);
      if (shanhai_table_get_n_rows (table) > 0)
        check_import (table);
    }

  return 0;
}
