/* test-history.c - undo and redo: titles, states, notifications, and that nothing is lost on the way. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"
#include "shanhai-place.h"

static const char book[] =
  "{\"record\":\"casebook\",\"format\":1,\"title\":\"Old\",\"language\":\"en\",\"created\":\"2026-01-01\",\"mood\":\"calm\"}\n"
  "{\"record\":\"place\",\"id\":\"place-a\",\"name\":\"A\"}\n"
  "{\"record\":\"place\",\"id\":\"place-b\",\"parent\":\"place-a\"}\n"
  "{\"record\":\"event\",\"id\":\"event-lost\",\"case\":\"case-lost\"}\n";

static ShanhaiChange *
rename_change (ShanhaiCasebook *casebook,
               const char      *id,
               const char      *name)
{
  g_autofree char *title = g_strdup_printf ("Name it %s", name);
  ShanhaiChange *change = shanhai_change_new (title);
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (shanhai_casebook_lookup (casebook, id));
  g_autoptr (ShanhaiName) plain = shanhai_name_new_plain (name);

  g_object_set (draft, "name", plain, NULL);
  shanhai_change_put (change, draft);

  return change;
}

static void
apply (ShanhaiHistory *history,
       ShanhaiChange  *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_history_apply (history, change, &error));
  g_assert_no_error (error);
}

static void
rename_place (ShanhaiCasebook *casebook,
              const char      *name)
{
  g_autoptr (ShanhaiChange) change = rename_change (casebook, "place-a", name);

  apply (shanhai_casebook_get_history (casebook), change);
}

static void
assert_at (ShanhaiHistory *history,
           const char     *undo_title,
           const char     *redo_title,
           guint64         state)
{
  gboolean can_undo, can_redo;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (history, "can-undo", &can_undo, "can-redo", &can_redo, "undo-title", &undo, "redo-title", &redo, NULL);
  g_assert_cmpstr (undo, ==, undo_title);
  g_assert_cmpstr (redo, ==, redo_title);
  g_assert_cmpint (can_undo, ==, undo_title != NULL);
  g_assert_cmpint (can_redo, ==, redo_title != NULL);
  g_assert_cmpint (shanhai_history_can_undo (history), ==, can_undo);
  g_assert_cmpint (shanhai_history_can_redo (history), ==, can_redo);
  g_assert_cmpuint (shanhai_history_get_state (history), ==, state);
}

static void
test_titles (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);

  g_assert_true (history == shanhai_casebook_get_history (casebook));
  assert_at (history, NULL, NULL, 0);
  g_assert_false (shanhai_history_undo (history, NULL));
  g_assert_false (shanhai_history_redo (history, NULL));

  rename_place (casebook, "one");
  rename_place (casebook, "two");
  assert_at (history, "Name it two", NULL, 2);
  g_assert_true (shanhai_history_undo (history, NULL));
  assert_at (history, "Name it one", "Name it two", 1);
  g_assert_true (shanhai_history_undo (history, NULL));
  assert_at (history, NULL, "Name it one", 0);
  g_assert_true (shanhai_history_redo (history, NULL));
  g_assert_true (shanhai_history_redo (history, NULL));
  assert_at (history, "Name it two", NULL, 2);

  /* what was undone is out of reach after a new change, whose state is a new one */
  g_assert_true (shanhai_history_undo (history, NULL));
  rename_place (casebook, "three");
  assert_at (history, "Name it three", NULL, 3);
  g_assert_false (shanhai_history_redo (history, NULL));
  g_assert_true (shanhai_history_undo (history, NULL));
  assert_at (history, "Name it one", "Name it three", 1);
}

typedef struct
{
  GString *told;
  ShanhaiHistory *history;
} Log;

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_string_append_printf (((Log *) user_data)->told, "%s ", pspec->name);
}

static void
moved_cb (ShanhaiHistory *history,
          ShanhaiChange  *change,
          int             move,
          gpointer        user_data)
{
  static const char * const moves[] = { "applied", "undone", "redone" };
  Log *log = user_data;

  g_string_append_printf (log->told, "%s:%s:%" G_GUINT64_FORMAT " ", moves[move], shanhai_change_get_title (change),
                          shanhai_history_get_state (history));
}

static void
changed_cb (ShanhaiCasebook *casebook,
            ShanhaiChange   *change,
            gpointer         user_data)
{
  g_string_append (((Log *) user_data)->told, "changed ");
}

static void
assert_told (Log        *log,
             const char *expected)
{
  g_assert_cmpstr (log->told->str, ==, expected);
  g_string_truncate (log->told, 0);
}

/* the order of properties that notify together is nobody's promise */
static void
assert_header_told (Log *log)
{
  if (g_str_has_prefix (log->told->str, "language "))
    assert_told (log, "language title changed ");
  else
    assert_told (log, "title language changed ");
}

static void
test_notifications (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  Log log = { g_string_new (NULL), history };
  g_autoptr (ShanhaiChange) nothing = shanhai_change_new ("nothing");

  g_signal_connect (history, "notify", G_CALLBACK (notify_cb), &log);
  g_signal_connect (history, "moved", G_CALLBACK (moved_cb), &log);
  g_signal_connect (casebook, "changed", G_CALLBACK (changed_cb), &log);

  apply (history, nothing);
  assert_told (&log, "");
  rename_place (casebook, "one");
  assert_told (&log, "changed can-undo undo-title applied:Name it one:1 ");
  rename_place (casebook, "two");
  assert_told (&log, "changed undo-title applied:Name it two:2 ");
  shanhai_history_undo (history, NULL);
  assert_told (&log, "changed can-redo undo-title redo-title undone:Name it two:1 ");
  shanhai_history_undo (history, NULL);
  assert_told (&log, "changed can-undo undo-title redo-title undone:Name it one:0 ");
  shanhai_history_redo (history, NULL);
  assert_told (&log, "changed can-undo undo-title redo-title redone:Name it one:1 ");
  shanhai_history_redo (history, NULL);
  assert_told (&log, "changed can-redo undo-title redo-title redone:Name it two:2 ");
  shanhai_history_redo (history, NULL);
  assert_told (&log, "");

  g_string_free (log.told, TRUE);
}

/* a view goes to what the change is about, back and forth */
static void
test_subject (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("both");
  g_autoptr (ShanhaiChange) deletion = NULL;
  g_autoptr (ShanhaiChange) back = NULL;
  g_autoptr (ShanhaiChange) nothing = shanhai_change_new ("nothing");
  g_autoptr (ShanhaiRecord) a = shanhai_record_copy (shanhai_casebook_lookup (casebook, "place-a"));
  g_autoptr (ShanhaiRecord) b = shanhai_record_copy (shanhai_casebook_lookup (casebook, "place-b"));
  const char *ids[] = { "place-a", NULL };

  g_assert_null (shanhai_change_get_subject (nothing));
  shanhai_change_put (change, b);
  shanhai_change_put (change, a);
  g_assert_cmpstr (shanhai_change_get_subject (change), ==, "place-b");
  apply (shanhai_casebook_get_history (casebook), change);
  back = shanhai_change_reverse (change);
  g_assert_cmpstr (shanhai_change_get_subject (back), ==, "place-b");

  deletion = shanhai_deletion_new_change (casebook, ids, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (shanhai_change_get_subject (deletion), ==, "place-a");
}

/* a listener finds everything consistent, whatever it hears first */
static void
check_consistent (ShanhaiCasebook *casebook)
{
  ShanhaiRecord *b = shanhai_casebook_lookup (casebook, "place-b");
  g_autoptr (GPtrArray) of_a = shanhai_casebook_dup_referrers (casebook, "place-a");
  g_autoptr (GPtrArray) of_c = shanhai_casebook_dup_referrers (casebook, "place-c");

  g_assert_cmpuint (of_a->len, ==, 0);
  g_assert_cmpuint (of_c->len, ==, 1);
  g_assert_true (of_c->pdata[0] == b);
  g_assert_nonnull (shanhai_casebook_lookup (casebook, "place-c"));
  g_assert_cmpstr (shanhai_place_get_parent (SHANHAI_PLACE (b)), ==, "place-c");
}

static void
parent_notify_cb (ShanhaiRecord *record,
                  GParamSpec    *pspec,
                  gpointer       user_data)
{
  ShanhaiCasebook *casebook = user_data;

  check_consistent (casebook);
  g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE)), ==, 3);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  check_consistent (user_data);
}

static void
test_consistent (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("move b to c");
  g_autoptr (ShanhaiRecord) b = shanhai_record_copy (shanhai_casebook_lookup (casebook, "place-b"));
  g_autoptr (ShanhaiRecord) c = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-c");
  g_autoptr (GPtrArray) before = shanhai_casebook_dup_referrers (casebook, "place-a");

  g_assert_cmpuint (before->len, ==, 1);
  g_object_set (b, "parent", "place-c", NULL);
  /* the altered one first: at that time the index lacks the other */
  shanhai_change_put (change, b);
  shanhai_change_put (change, c);

  g_signal_connect (shanhai_casebook_lookup (casebook, "place-b"), "notify::parent", G_CALLBACK (parent_notify_cb), casebook);
  g_signal_connect (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE), "items-changed", G_CALLBACK (items_changed_cb), casebook);
  apply (shanhai_casebook_get_history (casebook), change);
  check_consistent (casebook);
}

static void
test_refused (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("delete what is referred to");
  g_autoptr (GError) error = NULL;

  rename_place (casebook, "one");
  shanhai_history_undo (history, NULL);
  shanhai_change_delete (change, "place-a");
  g_assert_false (shanhai_history_apply (history, change, &error));
  g_assert_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_REFERRED);
  /* what could be redone still can */
  assert_at (history, NULL, "Name it one", 0);
}

static void
test_read_only (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  rename_place (casebook, "one");
  rename_place (casebook, "two");
  shanhai_history_undo (history, NULL);
  change = rename_change (casebook, "place-a", "three");
  shanhai_casebook_set_read_only (casebook, true);

  g_assert_false (shanhai_history_apply (history, change, &error));
  g_assert_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (shanhai_history_undo (history, &error));
  g_assert_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (shanhai_history_redo (history, &error));
  g_assert_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY);
  assert_at (history, "Name it one", "Name it two", 1);
}

/* the record that a dangling reference names is added; taking it back leaves the reference dangling as it did before */
static void
test_undo_to_dangling (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("add what is missing");
  g_autoptr (ShanhaiRecord) lost = shanhai_record_new (SHANHAI_RECORD_CASE, "case-lost");
  g_autofree char *before = model_test_dup_file (casebook);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  shanhai_change_put (change, lost);
  apply (history, change);
  g_assert_true (shanhai_history_undo (history, &error));
  g_assert_no_error (error);
  after = model_test_dup_file (casebook);
  g_assert_cmpstr (after, ==, before);
}

static void
test_past_it (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (ShanhaiChange) change = NULL;

  rename_place (casebook, "one");
  change = rename_change (casebook, "place-a", "two");
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
  assert_at (history, NULL, NULL, 2);
}

static void
test_header (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("Rename the casebook");
  g_autoptr (ShanhaiHeader) header = shanhai_casebook_dup_header (casebook);
  Log log = { g_string_new (NULL), history };
  g_autofree char *before = model_test_dup_file (casebook);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;

  g_signal_connect (casebook, "notify", G_CALLBACK (notify_cb), &log);
  g_signal_connect (casebook, "changed", G_CALLBACK (changed_cb), &log);

  g_clear_pointer (&header->title, shanhai_name_unref);
  header->title = shanhai_name_new_plain ("New");
  g_free (header->language);
  header->language = g_strdup ("zh");
  g_assert_true (shanhai_change_is_empty (change));
  shanhai_change_put_header (change, header);
  g_assert_false (shanhai_change_is_empty (change));
  apply (history, change);
  assert_header_told (&log);
  after = model_test_dup_file (casebook);
  g_assert_true (g_str_has_prefix (
    after, "{\"record\":\"casebook\",\"format\":1,\"title\":\"New\",\"language\":\"zh\",\"created\":\"2026-01-01\",\"mood\":\"calm\"}\n"));
  g_assert_cmpstr (shanhai_change_get_header_before (change)->language, ==, "en");

  g_assert_true (shanhai_history_undo (history, NULL));
  assert_header_told (&log);
  back = model_test_dup_file (casebook);
  g_assert_cmpstr (back, ==, before);
  g_assert_true (shanhai_history_redo (history, NULL));
  assert_header_told (&log);
  g_assert_cmpstr (shanhai_casebook_get_language (casebook), ==, "zh");

  g_string_free (log.told, TRUE);
}

/* many at once: one stretch of the list is told of, and it is in order afterwards */
static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
assert_sorted (GListModel *model)
{
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (model, i);

      g_assert_cmpstr (last, <, shanhai_record_get_id (record));
      g_free (last);
      last = g_strdup (shanhai_record_get_id (record));
    }
}

static void
test_many (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_generate (2000, 3);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiRecordList *flows = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW);
  const char *case_id = shanhai_record_get_case_id (shanhai_record_list_peek (flows, 0));
  g_autoptr (GListModel) of_case = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, case_id);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("many");
  guint n_before = shanhai_record_list_get_n (flows);
  guint n_of_case = g_list_model_get_n_items (of_case);
  guint n_told = 0;
  guint n_told_of_case = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (ShanhaiRecord) flow = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);

      g_object_set (flow, "case", case_id, NULL);
      shanhai_change_put (change, flow);
    }
  g_signal_connect (flows, "items-changed", G_CALLBACK (count_cb), &n_told);
  g_signal_connect (of_case, "items-changed", G_CALLBACK (count_cb), &n_told_of_case);

  apply (history, change);
  g_assert_cmpuint (shanhai_record_list_get_n (flows), ==, n_before + 100);
  g_assert_cmpuint (g_list_model_get_n_items (of_case), ==, n_of_case + 100);
  assert_sorted (G_LIST_MODEL (flows));
  assert_sorted (of_case);
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (shanhai_record_list_get_n (flows), ==, n_before);
  g_assert_cmpuint (g_list_model_get_n_items (of_case), ==, n_of_case);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpuint (n_told_of_case, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/titles", test_titles);
  g_test_add_func ("/history/notifications", test_notifications);
  g_test_add_func ("/history/subject", test_subject);
  g_test_add_func ("/history/consistent", test_consistent);
  g_test_add_func ("/history/refused", test_refused);
  g_test_add_func ("/history/read-only", test_read_only);
  g_test_add_func ("/history/undo-to-dangling", test_undo_to_dangling);
  g_test_add_func ("/history/past-it", test_past_it);
  g_test_add_func ("/history/header", test_header);
  g_test_add_func ("/history/many", test_many);

  return g_test_run ();
}
