/* test-edits.c - random edits, undone and redone: equal states are equal bytes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each state of the history the file that would be saved is kept. Whenever a walk back and forth comes to a state again, the file must be the
 * same, byte for byte; and after every step the index must answer as one that is built anew does. */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-change-read.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"
#include "shanhai-indicator.h"

#define N_STEPS 400

typedef struct
{
  ShanhaiCasebook *casebook;
  ShanhaiHistory  *history;
  GRand           *rand;
  GHashTable      *files;  /* state → text */
} Walk;

static guint
below (Walk  *walk,
       guint  n)
{
  return (guint) g_rand_int_range (walk->rand, 0, (gint32) n);
}

static ShanhaiRecord *
pick (Walk              *walk,
      ShanhaiRecordType  type)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (walk->casebook, type);
  guint n = shanhai_record_list_get_n (list);

  return n > 0 ? shanhai_record_list_peek (list, below (walk, n)) : NULL;
}

static ShanhaiRecord *
pick_any (Walk *walk)
{
  for (;;)
    {
      ShanhaiRecord *record = pick (walk, below (walk, SHANHAI_RECORD_OTHER));

      if (record != NULL)
        return record;
    }
}

/* a record becomes, in one member or two, as another of its type is; sometimes it loses the member */
static void
put_altered (Walk          *walk,
             ShanhaiChange *change)
{
  ShanhaiRecord *record = pick_any (walk);
  ShanhaiRecord *other = pick (walk, shanhai_record_get_record_type (record));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (record);
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  for (guint i = 0; i <= below (walk, 2); i++)
    {
      const ShanhaiField *field = &fields[below (walk, n_fields)];

      if (below (walk, 4) == 0)
        shanhai_field_clear (field, draft);
      else
        shanhai_field_copy (field, other, draft);
    }
  shanhai_change_put (change, draft);
}

static void
put_added (Walk          *walk,
           ShanhaiChange *change)
{
  ShanhaiRecord *record = pick_any (walk);
  g_autofree char *id = shanhai_record_type_new_id (shanhai_record_get_record_type (record));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (shanhai_record_get_record_type (record), id);
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    shanhai_field_copy (&fields[i], record, draft);
  shanhai_change_put (change, draft);
}

static void
put_header (Walk          *walk,
            ShanhaiChange *change)
{
  g_autofree char *text = g_strdup_printf ("book %u", below (walk, 5));
  g_autoptr (ShanhaiHeader) header = shanhai_casebook_dup_header (walk->casebook);

  g_clear_pointer (&header->title, shanhai_name_unref);
  if (below (walk, 4) > 0)
    header->title = shanhai_name_new_plain (text);
  shanhai_change_put_header (change, header);
}

/* an indicator can't stand for one that counts something else */
static bool
has_same_unit (ShanhaiRecord *record,
               ShanhaiRecord *other)
{
  return !SHANHAI_IS_INDICATOR (record)
         || g_strcmp0 (shanhai_indicator_get_unit (SHANHAI_INDICATOR (record)), shanhai_indicator_get_unit (SHANHAI_INDICATOR (other))) == 0;
}

static ShanhaiChange *
new_deletion (Walk *walk)
{
  ShanhaiRecord *record = pick_any (walk);
  ShanhaiRecord *other = pick (walk, shanhai_record_get_record_type (record));
  const char *ids[] = { shanhai_record_get_id (record), NULL };
  bool replaced = other != record && below (walk, 2) == 0 && has_same_unit (record, other);
  g_autoptr (GError) error = NULL;
  ShanhaiChange *change = shanhai_deletion_new_change (walk->casebook, ids, replaced ? shanhai_record_get_id (other) : NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return change;
}

static void
edit (Walk *walk)
{
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  /* a case takes hundreds along: rarely, or the casebook is soon empty */
  if (below (walk, 6) == 0)
    change = new_deletion (walk);
  else
    {
      change = shanhai_change_new ("edit");
      for (guint i = 0; i <= below (walk, 3) * below (walk, 12); i++)
        if (below (walk, 4) == 0)
          put_added (walk, change);
        else
          put_altered (walk, change);
      if (below (walk, 10) == 0)
        put_header (walk, change);
    }

  g_assert_true (shanhai_history_apply (walk->history, change, &error));
  g_assert_no_error (error);
}

/* the changes as lines, applied to what was there before, lead to the same file */
static void
check_lines (Walk          *walk,
             const char    *before,
             ShanhaiChange *change,
             const char    *after)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (before);
  g_autofree char *lines = shanhai_change_to_lines (change);
  g_autoptr (GBytes) bytes = g_bytes_new (lines, strlen (lines));
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiChange) read = shanhai_change_from_bytes (bytes, "lines", "read", &error);
  g_autofree char *file = NULL;

  g_assert_no_error (error);
  g_assert_true (shanhai_casebook_apply (casebook, read, &error));
  g_assert_no_error (error);
  file = model_test_dup_file (casebook);
  g_assert_cmpstr (file, ==, after);
}

/* what the index of references says, as text */
static void
add_referrers (const ShanhaiField *field,
               const char         *id,
               gpointer            user_data)
{
  g_hash_table_add (user_data, g_strdup (id));
}

static void
check_index (Walk       *walk,
             const char *file)
{
  g_autoptr (ShanhaiCasebook) fresh = model_test_casebook (file);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (fresh, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        shanhai_record_foreach_reference (shanhai_record_list_peek (list, i), add_referrers, named);
    }

  g_assert_cmpuint (shanhai_casebook_get_n_records (fresh), ==, shanhai_casebook_get_n_records (walk->casebook));
  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (GPtrArray) expected = shanhai_casebook_dup_referrers (fresh, id);
      g_autoptr (GPtrArray) found = shanhai_casebook_dup_referrers (walk->casebook, id);

      g_assert_cmpuint (found->len, ==, expected->len);
      for (guint i = 0; i < found->len; i++)
        {
          g_assert_cmpstr (shanhai_record_get_id (found->pdata[i]), ==, shanhai_record_get_id (expected->pdata[i]));
          g_assert_true (found->pdata[i] == shanhai_casebook_lookup (walk->casebook, shanhai_record_get_id (found->pdata[i])));
        }
    }
}

static void
check_state (Walk *walk)
{
  guint64 state = shanhai_history_get_state (walk->history);
  const char *known = g_hash_table_lookup (walk->files, &state);
  g_autofree char *file = model_test_dup_file (walk->casebook);
  g_autofree char *dangling = model_test_dup_dangling (walk->casebook);

  g_assert_cmpstr (dangling, ==, "");
  if (known != NULL)
    g_assert_cmpstr (file, ==, known);
  else
    g_hash_table_insert (walk->files, g_memdup2 (&state, sizeof state), g_steal_pointer (&file));
}

static void
moved_cb (ShanhaiHistory *history,
          ShanhaiChange  *change,
          int             move,
          gpointer        user_data)
{
  g_set_object ((ShanhaiChange **) user_data, change);
}

static void
test_walk (gconstpointer data)
{
  Walk walk = { .rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data)) };
  g_autoptr (ShanhaiChange) last = NULL;

  walk.casebook = model_test_generate (250, GPOINTER_TO_UINT (data));
  walk.history = shanhai_casebook_get_history (walk.casebook);
  walk.files = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_signal_connect (walk.history, "moved", G_CALLBACK (moved_cb), &last);
  check_state (&walk);

  for (guint i = 0; i < N_STEPS; i++)
    {
      guint choice = below (&walk, 10);
      bool look = i % 20 == 0;
      g_autofree char *before = look ? model_test_dup_file (walk.casebook) : NULL;

      if (choice < 3)
        shanhai_history_undo (walk.history, NULL);
      else if (choice < 5)
        shanhai_history_redo (walk.history, NULL);
      else
        edit (&walk);
      check_state (&walk);

      if (look)
        {
          g_autofree char *after = model_test_dup_file (walk.casebook);

          if (strcmp (before, after) != 0)
            check_lines (&walk, before, last, after);
          check_index (&walk, after);
        }
    }

  while (shanhai_history_can_undo (walk.history))
    {
      g_assert_true (shanhai_history_undo (walk.history, NULL));
      check_state (&walk);
    }
  g_assert_cmpuint (shanhai_history_get_state (walk.history), ==, 0);
  while (shanhai_history_can_redo (walk.history))
    {
      g_assert_true (shanhai_history_redo (walk.history, NULL));
      check_state (&walk);
    }

  g_hash_table_unref (walk.files);
  g_rand_free (walk.rand);
  g_object_unref (walk.casebook);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= (g_test_slow () ? 50 : 3); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/edits/seed-%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_walk);
    }

  return g_test_run ();
}
