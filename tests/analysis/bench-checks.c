/* bench-checks.c - how long all checks take, and those after an edit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-checks N [FEW]: a generated casebook of N records; with FEW, its figures are about so few subjects and cases that each has a great many. Fails when the
 * checks take more than a second for 100 000 records, or an edit more than 10 ms. The checks run on all processors: their time is that of the clock, or, where other
 * work holds the machine up, that of all processors together. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "casebook-generator.h"
#include "shanhai-checks.h"
#include "shanhai-load.h"

#define N_EDITS 200
#define SECONDS_FOR_100_000 1.0
#define SECONDS_FOR_EDIT 0.010

/* of all threads */
static double
get_process_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* all that belongs to many cases and places is given to the first `few` of each */
static void
crowd (ShanhaiCasebook *casebook,
       guint            few)
{
  static const char * const members[] = { "case", "subject" };
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("crowd");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (shanhai_record_list_peek (list, i));
          bool altered = false;

          for (guint m = 0; m < G_N_ELEMENTS (members); m++)
            if (shanhai_record_find_field (draft, members[m]) != NULL)
              {
                ShanhaiRecordList *targets = shanhai_casebook_get_list (casebook, m == 0 ? SHANHAI_RECORD_CASE : SHANHAI_RECORD_PLACE);
                ShanhaiRecord *target = shanhai_record_list_peek (targets, n++ % MIN (few, shanhai_record_list_get_n (targets)));

                g_object_set (draft, members[m], shanhai_record_get_id (target), NULL);
                altered = true;
              }
          if (altered)
            shanhai_change_put (change, g_object_ref (draft));
        }
    }
  if (!shanhai_casebook_apply (casebook, change, &error))
    g_error ("%s", error->message);
}

/* another value for a figure, as a person types it in */
static double
edit (ShanhaiCasebook   *casebook,
      ShanhaiRecordType  type,
      guint              i)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);
  ShanhaiRecord *record = shanhai_record_list_peek (list, (i * 7919u) % shanhai_record_list_get_n (list));
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("edit");
  ShanhaiRecord *draft = shanhai_record_copy (record);
  const ShanhaiQuantity *figure = shanhai_record_get_figure (record);
  g_autoptr (GError) error = NULL;
  double start, wall;

  if (figure != NULL)
    {
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_copy (figure);

      quantity->value = shanhai_decimal_from_int ((gint64) i * 37 % 100000);
      quantity->has_hi = false;
      g_object_set (draft, type == SHANHAI_RECORD_FLOW ? "amount" : type == SHANHAI_RECORD_EXCHANGE ? "count" : "value", quantity, NULL);
    }
  shanhai_change_put (change, draft);

  start = get_process_seconds ();
  wall = (double) g_get_monotonic_time ();
  if (!shanhai_casebook_apply (casebook, change, &error))
    g_error ("%s", error->message);

  return MIN (get_process_seconds () - start, ((double) g_get_monotonic_time () - wall) / G_USEC_PER_SEC);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint few = argc > 2 ? (guint) atoi (argv[2]) : 0;
  g_autoptr (GBytes) bytes = generate_casebook (n, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_bytes (bytes, "bench", NULL, NULL, NULL, &error);
  g_autoptr (ShanhaiChecks) checks = NULL;
  double start, full, wall, worst = 0;
  const ShanhaiRecordType types[] = { SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE };

  if (load == NULL)
    g_error ("%s", error->message);
  if (few > 0)
    crowd (load->casebook, few);

  start = get_process_seconds ();
  wall = (double) g_get_monotonic_time ();
  checks = shanhai_checks_new (load->casebook);
  wall = ((double) g_get_monotonic_time () - wall) / G_USEC_PER_SEC;
  full = get_process_seconds () - start;
  printf ("%u records, %u findings: all checks %.3f s, %.3f s of all processors\n", n, g_list_model_get_n_items (G_LIST_MODEL (checks)), wall, full);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      double most = 0, total = 0;

      for (guint i = 0; i < N_EDITS; i++)
        {
          double seconds = edit (load->casebook, types[t], i);

          most = MAX (most, seconds);
          total += seconds;
        }
      printf ("%u edits of a %s: %.3f ms each, at most %.3f ms\n", (guint) N_EDITS, shanhai_record_type_get_name (types[t]), total / N_EDITS * 1000, most * 1000);
      worst = MAX (worst, total / N_EDITS);
    }

  return MIN (wall, full) <= SECONDS_FOR_100_000 * MAX (n / 100000.0, 1) && worst <= SECONDS_FOR_EDIT ? 0 : 1;
}
