/* test-check-records.c - what records say of each other without a sentence that joins them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

static const Row rows[] = {
  /* dates; the source is of 2020-09-15 */
  { "dates/of-the-day", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-15", "") } }, "" },
  { "dates/of-the-day-after", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-16", "") } }, "contradiction dates observation-1 source-1\n" },
  { "dates/year-hardly-begun", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"January\",\"published\":\"2020-01-20\"}\n" FROM_SECOND ("2", OBSERVED ("enterprises-attracted", NUMBER ("24", "company"), "2020", TOTAL)),
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("24", "person-time"), "2020", TOTAL) } }, "doubtful dates observation-2 source-2\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}
