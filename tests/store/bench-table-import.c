/* bench-table-import.c - what it takes to read, import and export a large table. SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "shanhai-csv-read.h"
#include "shanhai-table-export.h"
#include "shanhai-table-import.h"

static double
tell (const char *what,
      gint64      since)
{
  const double ms = (double) (g_get_monotonic_time () - since) / 1000;

  printf ("%-24s %8.1f ms\n", what, ms);
  return ms;
}

int
main (int    argc,
      char **argv)
{
  const int n = argc > 1 ? atoi (argv[1]) : 100000;
  g_autoptr (GString) text = g_string_new ("地区,指标,年份,数值（万人）,备注\n");
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  const ShanhaiTableImportOptions options = { "bench.csv", false, 0 };
  const ShanhaiTableExportOptions export_options = { SHANHAI_LANGUAGE_CHINESE, false, false };
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, '\0' };
  g_autoptr (ShanhaiTableMapping) mapping = NULL;
  g_autoptr (ShanhaiTableImport) import = NULL;
  g_autoptr (ShanhaiTableImport) again = NULL;
  g_autoptr (ShanhaiTableNames) names = NULL;
  g_autoptr (ShanhaiTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) csv = NULL;
  gint64 start;

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "第%d村,建档立卡贫困人口,%d,%d.%02d,\n", i % 1000, 2010 + i % 11, i % 97, i % 100);
  bytes = g_bytes_new_static (text->str, text->len);

  start = g_get_monotonic_time ();
  table = shanhai_csv_read (bytes, &format, NULL);
  tell ("read", start);

  start = g_get_monotonic_time ();
  names = shanhai_table_names_new (casebook);
  mapping = shanhai_table_mapping_guess (table, names, SHANHAI_RECORD_OTHER);
  tell ("guess", start);

  start = g_get_monotonic_time ();
  import = shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, NULL);
  tell ("import", start);
  g_assert_cmpuint (import->n_problems, ==, 0);

  start = g_get_monotonic_time ();
  g_assert_true (shanhai_casebook_apply (casebook, import->change, NULL));
  tell ("apply", start);

  start = g_get_monotonic_time ();
  again = shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, NULL);
  tell ("import again", start);
  g_assert_cmpuint (shanhai_change_get_n (again->change), ==, 0);

  start = g_get_monotonic_time ();
  csv = shanhai_casebook_to_csv (casebook, SHANHAI_RECORD_OBSERVATION, &export_options);
  tell ("export", start);

  return 0;
}
