/* test-merge-window.c - the merge window: worked out in a thread, settled by keys, applied as one step. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <gtk/gtk.h>

#include "shanhai-casebook-properties.h"
#include "shanhai-conflict-row.h"
#include "shanhai-display.h"
#include "shanhai-history.h"
#include "shanhai-merge.h"
#include "shanhai-merge-window.h"
#include "shanhai-place.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
put_place (ShanhaiCasebook *casebook,
           const char      *id,
           const char      *code)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("put");
  g_autoptr (ShanhaiRecord) place = shanhai_record_new (SHANHAI_RECORD_PLACE, id);
  g_autoptr (ShanhaiName) name = shanhai_name_new_plain (id);

  g_object_set (place, "name", name, "code", code, NULL);
  shanhai_change_put (change, place);
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
}

static const char *
get_code (ShanhaiDocument *document,
          const char      *id)
{
  return shanhai_place_get_code (shanhai_casebook_lookup_as (shanhai_document_get_casebook (document), SHANHAI_RECORD_PLACE, id));
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (GtkWidget *list,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  g_assert_true (taken);
}

static void
count_cb (GtkWidget *window,
          gpointer   user_data)
{
  ++*(guint *) user_data;
}

static void
test_merge (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autoptr (ShanhaiCasebook) theirs = shanhai_casebook_new ();
  ShanhaiHistory *history = shanhai_casebook_get_history (shanhai_document_get_casebook (document));
  GtkWidget *window, *list;
  guint n_merged = 0;

  put_place (shanhai_document_get_casebook (document), "place-a", "1");
  put_place (shanhai_document_get_casebook (document), "place-b", "1");
  put_place (theirs, "place-a", "2");
  put_place (theirs, "place-b", "2");
  put_place (theirs, "place-c", "3");

  window = shanhai_merge_window_new (document, theirs, NULL);
  g_object_ref (window);
  g_signal_connect (window, "merged", G_CALLBACK (count_cb), &n_merged);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (shanhai_merge_window_is_ready (SHANHAI_MERGE_WINDOW (window)));
  while (!shanhai_merge_window_is_ready (SHANHAI_MERGE_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  settle ();

  list = find (window, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (find (list, SHANHAI_TYPE_CONFLICT_ROW));
  press (list, GDK_KEY_Left);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 1);
  press (list, GDK_KEY_1);
  press (list, GDK_KEY_2);
  g_assert_true (gtk_widget_activate_action (window, "merge.apply", NULL));
  settle ();

  g_assert_cmpuint (n_merged, ==, 1);
  g_assert_cmpstr (get_code (document, "place-a"), ==, "1");
  g_assert_cmpstr (get_code (document, "place-b"), ==, "2");
  g_assert_cmpstr (get_code (document, "place-c"), ==, "3");
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_false (shanhai_history_can_undo (history));
  g_assert_cmpstr (get_code (document, "place-b"), ==, "1");
  g_assert_finalize_object (window);
}

/* one id for two kinds of thing is told in words, and either can be taken */
static void
test_other_type (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autoptr (ShanhaiCasebook) theirs = shanhai_casebook_new ();
  ShanhaiCasebook *mine = shanhai_document_get_casebook (document);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("put");
  g_autoptr (ShanhaiRecord) event = shanhai_record_new (SHANHAI_RECORD_EVENT, "a");
  g_autoptr (ShanhaiMerge) merge = NULL;
  g_autoptr (ShanhaiConflict) conflict = NULL;
  g_autoptr (ShanhaiChange) taken = NULL;
  g_autofree char *title = NULL;
  g_autofree char *my_value = NULL;
  g_autofree char *their_value = NULL;

  put_place (mine, "a", "1");
  shanhai_change_put (change, event);
  g_assert_true (shanhai_casebook_apply (theirs, change, NULL));
  merge = shanhai_merge_new (mine, theirs, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (merge)), ==, 1);
  conflict = g_list_model_get_item (shanhai_merge_get_conflicts (merge), 0);
  title = shanhai_conflict_dup_title (conflict, mine, theirs);
  my_value = shanhai_conflict_dup_value (conflict, SHANHAI_SIDE_MINE, mine);
  their_value = shanhai_conflict_dup_value (conflict, SHANHAI_SIDE_THEIRS, theirs);
  g_assert_true (g_str_has_suffix (title, "Not the same kind of record"));
  g_assert_true (g_str_has_prefix (my_value, "Place: "));
  g_assert_true (g_str_has_prefix (their_value, "Event: "));

  shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_THEIRS);
  taken = shanhai_merge_new_change (merge, "Merge", NULL);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (mine), taken, NULL));
  g_assert_nonnull (shanhai_casebook_lookup_as (mine, SHANHAI_RECORD_EVENT, "a"));
  g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (mine, SHANHAI_RECORD_PLACE)), ==, 0);
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (mine), NULL));
  g_assert_cmpstr (get_code (document, "a"), ==, "1");
}

static void
test_take_all (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autoptr (ShanhaiCasebook) theirs = shanhai_casebook_new ();
  GtkWidget *window, *search;

  put_place (shanhai_document_get_casebook (document), "place-a", "1");
  put_place (shanhai_document_get_casebook (document), "place-b", "1");
  put_place (theirs, "place-a", "2");
  put_place (theirs, "place-b", "2");
  window = shanhai_merge_window_new (document, theirs, NULL);
  g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  while (!shanhai_merge_window_is_ready (SHANHAI_MERGE_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);

  /* only what the search shows */
  search = find (window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "place-b");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (gtk_widget_activate_action (window, "merge.take-all", "s", "theirs"));
  g_assert_true (gtk_widget_activate_action (window, "merge.apply", NULL));
  settle ();
  g_assert_cmpstr (get_code (document, "place-a"), ==, "1");
  g_assert_cmpstr (get_code (document, "place-b"), ==, "2");
  g_assert_finalize_object (window);
}

/* closed while the thread is at it */
static void
test_cancelled (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autoptr (ShanhaiCasebook) theirs = shanhai_casebook_new ();
  GtkWidget *window = shanhai_merge_window_new (document, theirs, NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  /* the thread holds it until it is done */
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* it stays in the way of the casebook for as long as the thread reads that */
static void
test_closed_early (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autoptr (ShanhaiCasebook) theirs = shanhai_casebook_new ();
  GtkWidget *window;

  put_place (theirs, "place-a", "2");
  window = shanhai_merge_window_new (document, theirs, NULL);
  g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_visible (window));
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shanhai_merge_window_is_ready (SHANHAI_MERGE_WINDOW (window)));
  g_object_unref (window);
}

static void
test_title (void)
{
  static const struct
  {
    const char *languages[3], *texts[3];  /* of the title before; no language: plain; no text: none */
    const char *language, *chinese, *english;
    const char *expected;
  } rows[] = {
    { { NULL }, { NULL }, NULL, "甲", "", "甲" },
    { { NULL }, { NULL }, NULL, "", "A", "en=A" },
    { { NULL }, { NULL }, "en", "", "A", "A" },
    { { NULL }, { "甲" }, "zh", "甲", "A", "zh=甲 en=A" },
    { { NULL }, { "甲" }, "zh", "", "", "" },
    { { "en", "fr", "zh" }, { "A", "B", "甲" }, NULL, "乙", "", "fr=B zh=乙" },
    { { "en" }, { "A" }, NULL, "甲", "A", "en=A zh=甲" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = 0;
      g_autoptr (ShanhaiName) before = NULL;
      g_autoptr (ShanhaiName) after = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      while (n < 3 && rows[i].languages[n] != NULL)
        n++;
      if (n > 0)
        before = shanhai_name_new (rows[i].languages, rows[i].texts, n);
      else if (rows[i].texts[0] != NULL)
        before = shanhai_name_new_plain (rows[i].texts[0]);

      after = shanhai_casebook_properties_title (before, rows[i].language, rows[i].chinese, rows[i].english);
      for (guint k = 0; after != NULL && k < shanhai_name_get_n (after); k++)
        {
          const char *language;
          const char *its = shanhai_name_get_nth (after, k, &language);

          g_string_append_printf (text, "%s%s%s%s", k > 0 ? " " : "", shanhai_name_is_plain (after) ? "" : language,
                                  shanhai_name_is_plain (after) ? "" : "=", its);
        }
      g_assert_cmpstr (text->str, ==, rows[i].expected);
    }
}

static void
test_properties (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  GtkWidget *window = shanhai_casebook_properties_new (casebook);
  GtkWidget *entry = find (window, GTK_TYPE_ENTRY);

  g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 甲 ");
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (window)));
  while (shanhai_casebook_get_title (casebook) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_cmpstr (shanhai_name_get (shanhai_casebook_get_title (casebook), SHANHAI_LANGUAGE_CHINESE), ==, "甲");
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), NULL));
  g_assert_null (shanhai_casebook_get_title (casebook));
  g_assert_finalize_object (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (ShanhaiDisplay) display = NULL;

  gtk_test_init (&argc, &argv, NULL);
  display = shanhai_display_get_default ();

  g_test_add_func ("/merge-window/merge", test_merge);
  g_test_add_func ("/merge-window/other-type", test_other_type);
  g_test_add_func ("/merge-window/take-all", test_take_all);
  g_test_add_func ("/merge-window/cancelled", test_cancelled);
  g_test_add_func ("/merge-window/closed-early", test_closed_early);
  g_test_add_func ("/casebook-properties/title", test_title);
  g_test_add_func ("/casebook-properties/apply", test_properties);

  return g_test_run ();
}
