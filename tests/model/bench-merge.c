/* bench-merge.c - two big casebooks become one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each side has edited every hundredth record and added as many. Fails when merging and applying takes three times as long as reading the file. */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-difference.h"
#include "shanhai-history.h"
#include "shanhai-merge.h"

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
edit (ShanhaiCasebook *casebook,
      guint            side)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("edit");
  g_autofree char *text = g_strdup_printf ("side %u", side);
  g_autoptr (ShanhaiName) note = shanhai_name_new_plain (text);

  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = side; i < shanhai_record_list_get_n (list); i += 100)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);
          g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (record);
          g_autoptr (ShanhaiRecord) added = shanhai_record_new (type, NULL);
          guint n_fields;
          const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

          g_object_set (draft, "note", note, NULL);
          shanhai_change_put (change, draft);
          for (guint k = 0; k < n_fields; k++)
            shanhai_field_copy (&fields[k], record, added);
          g_object_set (added, "note", note, NULL);
          shanhai_change_put (change, added);
        }
    }
  if (!shanhai_casebook_apply (casebook, change, NULL))
    g_error ("the edits were refused");
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  g_autoptr (ShanhaiCasebook) mine = model_test_generate (n, 1);
  g_autoptr (ShanhaiCasebook) theirs = model_test_generate (n, 1);
  g_autoptr (ShanhaiCasebook) base = NULL;
  /* mine as it was, as a document remembers it for a file that others have changed */
  g_autoptr (ShanhaiBaseline) baseline = shanhai_baseline_new (mine);
  gint64 start = g_get_monotonic_time ();
  bool ok = true;
  double load_ms;

  {
    g_autofree char *file = model_test_dup_file (mine);

    start = g_get_monotonic_time ();
    base = model_test_casebook (file);
    load_ms = since (start);
  }
  edit (mine, 1);
  edit (theirs, 2);
  g_print ("%u records: read in %.0f ms\n", n, load_ms);

  for (guint with_base = 0; with_base < 3; with_base++)
    {
      g_autoptr (ShanhaiMerge) merge = NULL;
      g_autoptr (ShanhaiChange) change = NULL;
      ShanhaiMergeSummary summary;
      double merge_ms, change_ms, apply_ms;

      start = g_get_monotonic_time ();
      merge = with_base == 2 ? shanhai_merge_new_since (mine, theirs, baseline, 0) : shanhai_merge_new (mine, theirs, with_base ? base : NULL, 0);
      merge_ms = since (start);
      start = g_get_monotonic_time ();
      change = shanhai_merge_new_change (merge, "Merge", &summary);
      change_ms = since (start);
      start = g_get_monotonic_time ();
      if (!shanhai_history_apply (shanhai_casebook_get_history (mine), change, NULL))
        g_error ("the merge was refused");
      apply_ms = since (start);
      shanhai_history_undo (shanhai_casebook_get_history (mine), NULL);

      g_print ("%-14s merge %.0f ms, change %.0f ms, apply %.0f ms: %.2f × reading; %u added, %u altered, %u deleted, %u joined, %u conflicts\n",
               with_base == 2 ? "with the disk" : with_base ? "three-way" : "two-way", merge_ms, change_ms, apply_ms, (merge_ms + change_ms + apply_ms) / load_ms,
               summary.n_added, summary.n_altered, summary.n_deleted, summary.n_joined, summary.n_conflicts);
      ok = ok && merge_ms + change_ms + apply_ms < 3 * load_ms;
    }

  {
    ShanhaiDifference difference;
    g_autoptr (ShanhaiChange) change = NULL;
    double difference_ms;

    start = g_get_monotonic_time ();
    change = shanhai_difference_new_change (theirs, mine, NULL, &difference);
    difference_ms = since (start);
    g_print ("difference     %.0f ms: %u added, %u changed, %u deleted\n", difference_ms, difference.n_added, difference.n_changed, difference.n_deleted);
    ok = ok && difference_ms < load_ms;
  }

  return ok ? 0 : 1;
}
