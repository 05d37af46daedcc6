/* bench-edits.c - what an edit costs in a big casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fails when one edit, or undoing it, takes more than a fifth of a frame of 16 ms: the rest is for whoever shows it. Lists of a case are held as views
 * hold them, and the index of references is built. */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"

#define ROUNDS 200
#define LIMIT_MS 3.2

static ShanhaiRecord *
peek (ShanhaiCasebook   *casebook,
      ShanhaiRecordType  type,
      guint              i)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

  return shanhai_record_list_peek (list, i % shanhai_record_list_get_n (list));
}

static ShanhaiChange *
new_alteration (ShanhaiCasebook *casebook,
                guint            i)
{
  ShanhaiChange *change = shanhai_change_new ("alter a note");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (peek (casebook, SHANHAI_RECORD_OBSERVATION, i * 131));
  g_autofree char *text = g_strdup_printf ("note %u", i);
  g_autoptr (ShanhaiName) note = shanhai_name_new_plain (text);

  g_object_set (draft, "note", note, NULL);
  shanhai_change_put (change, draft);

  return change;
}

/* to another case and subject: the index and the lists of cases change */
static ShanhaiChange *
new_move (ShanhaiCasebook *casebook,
          guint            i)
{
  ShanhaiChange *change = shanhai_change_new ("move");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (peek (casebook, SHANHAI_RECORD_OBSERVATION, i * 131));

  g_object_set (draft, "case", shanhai_record_get_id (peek (casebook, SHANHAI_RECORD_CASE, i)),
                "subject", shanhai_record_get_id (peek (casebook, SHANHAI_RECORD_PLACE, i * 7)), NULL);
  shanhai_change_put (change, draft);

  return change;
}

static ShanhaiChange *
new_addition (ShanhaiCasebook *casebook,
              guint            i)
{
  ShanhaiChange *change = shanhai_change_new ("add");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, NULL);

  g_object_set (draft, "case", shanhai_record_get_id (peek (casebook, SHANHAI_RECORD_CASE, i)), NULL);
  shanhai_change_put (change, draft);

  return change;
}

static ShanhaiChange *
new_deletion (ShanhaiCasebook *casebook,
              guint            i)
{
  const char *ids[] = { shanhai_record_get_id (peek (casebook, SHANHAI_RECORD_OBSERVATION, i * 131)), NULL };

  return shanhai_deletion_new_change (casebook, ids, NULL, NULL, NULL, NULL);
}

static bool
tell (const char *name,
      const char *what,
      gint64      total,
      gint64      worst)
{
  double mean_ms = (double) total / ROUNDS / 1000.0;

  g_print ("%-10s %-5s %8.3f ms mean, %8.3f ms worst\n", name, what, mean_ms, (double) worst / 1000.0);

  return mean_ms <= LIMIT_MS;
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char     *name;
    ShanhaiChange *(*make) (ShanhaiCasebook *casebook, guint i);
  } kinds[] = { { "alter", new_alteration }, { "move", new_move }, { "add", new_addition }, { "delete", new_deletion } };
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  g_autoptr (ShanhaiCasebook) casebook = model_test_generate (n, 1);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 start = g_get_monotonic_time ();
  bool ok = true;

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (views, shanhai_casebook_list_case (casebook, SHANHAI_RECORD_OBSERVATION,
                                                        shanhai_record_get_id (peek (casebook, SHANHAI_RECORD_CASE, i))));
  g_print ("%u records; index of references %.1f ms\n", n, (double) (g_get_monotonic_time () - start) / 1000.0);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gint64 total_do = 0, total_undo = 0, worst_do = 0, worst_undo = 0;

      for (guint i = 0; i < ROUNDS; i++)
        {
          g_autoptr (ShanhaiChange) change = NULL;
          gint64 done, undone;

          start = g_get_monotonic_time ();
          change = kinds[k].make (casebook, i);
          if (!shanhai_history_apply (history, change, NULL))
            g_error ("%s was refused", kinds[k].name);
          done = g_get_monotonic_time ();
          if (!shanhai_history_undo (history, NULL))
            g_error ("%s couldn't be undone", kinds[k].name);
          undone = g_get_monotonic_time ();

          total_do += done - start;
          total_undo += undone - done;
          worst_do = MAX (worst_do, done - start);
          worst_undo = MAX (worst_undo, undone - done);
        }
      ok = tell (kinds[k].name, "do", total_do, worst_do) && ok;
      ok = tell (kinds[k].name, "undo", total_undo, worst_undo) && ok;
    }

  return ok ? 0 : 1;
}
