/* test-sources.c - an article is taken in, its figures are settled, undone, and found again. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "finalized.h"
#include "find-widget.h"
#include "shanhai-citing-window.h"
#include "shanhai-document.h"
#include "shanhai-history.h"
#include "shanhai-load.h"
#include "shanhai-page.h"
#include "shanhai-proposer.h"
#include "shanhai-source-figures.h"
#include "shanhai-source-text.h"
#include "shanhai-source-view-private.h"
#include "shanhai-source-window.h"
#include "shanhai-sources-page.h"
#include "shanhai-text.h"

#define ARTICLE "甲山区与乙水县五年间\n" \
                "2020-09-15 来源：山海日报 作者：山小海\n" \
                "五年来，甲山区对口帮扶乙水县，共计投入援助资金近4.7亿元，选派医生12名、教师5個(gè)。\n" \
                "乙水县贫困发生率由2015年底的21.6%下降到2019年底的2.14%。"

static void
spin (int ms)
{
  const gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static ShanhaiHistory *
get_history (ShanhaiDocument *document)
{
  return shanhai_casebook_get_history (shanhai_document_get_casebook (document));
}

static guint
count (ShanhaiDocument   *document,
       ShanhaiRecordType  type)
{
  return g_list_model_get_n_items (G_LIST_MODEL (shanhai_casebook_get_list (shanhai_document_get_casebook (document), type)));
}

static void
added_cb (GtkWidget   *window,
          const char  *source_id,
          const char  *case_id,
          char       **ids)
{
  ids[0] = g_strdup (source_id);
  ids[1] = g_strdup (case_id);
}

/* one change for all; nothing before it */
static void
test_new_case (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  GtkWidget *window = shanhai_source_window_new_case (shanhai_document_get_casebook (document));
  char *ids[2] = { NULL, NULL };
  ShanhaiSource *source;

  g_signal_connect (window, "added", G_CALLBACK (added_cb), ids);
  gtk_window_present (GTK_WINDOW (window));
  shanhai_source_window_take_text (SHANHAI_SOURCE_WINDOW (window), ARTICLE);
  spin (50);
  g_assert_cmpuint (shanhai_casebook_get_n_records (shanhai_document_get_casebook (document)), ==, 0);
  g_assert_true (shanhai_source_window_add (SHANHAI_SOURCE_WINDOW (window)));
  spin (50);

  g_assert_nonnull (ids[1]);
  g_assert_cmpuint (count (document, SHANHAI_RECORD_CASE), ==, 1);
  g_assert_cmpuint (count (document, SHANHAI_RECORD_PLACE), ==, 2);
  source = shanhai_casebook_lookup_as (shanhai_document_get_casebook (document), SHANHAI_RECORD_SOURCE, ids[0]);
  g_assert_cmpstr (shanhai_name_get (shanhai_source_get_title (source), SHANHAI_LANGUAGE_CHINESE), ==, "甲山区与乙水县五年间");
  g_assert_cmpstr (shanhai_source_get_authors (source)[0], ==, "山小海");
  g_assert_cmpstr (shanhai_period_get_text (shanhai_source_get_published (source)), ==, "2020-09-15");

  g_assert_true (shanhai_history_undo (get_history (document), NULL));
  g_assert_cmpuint (shanhai_casebook_get_n_records (shanhai_document_get_casebook (document)), ==, 0);
  g_assert_false (shanhai_history_can_undo (get_history (document)));
  g_free (ids[0]);
  g_free (ids[1]);
}

/* a source without a title isn't stored, and what was typed stays */
static void
test_incomplete (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  GtkWidget *window = shanhai_source_window_new (shanhai_document_get_casebook (document));

  gtk_window_present (GTK_WINDOW (window));
  shanhai_source_window_take_text (SHANHAI_SOURCE_WINDOW (window), "有12名医生，他们住在村里，每天看病，大家都很满意，这一段没有标题，谁也不会把它当作标题，因为它太长了，还没有完，一直说下去，直到写满为止。");
  g_assert_false (shanhai_source_window_add (SHANHAI_SOURCE_WINDOW (window)));
  g_assert_cmpuint (count (document, SHANHAI_RECORD_SOURCE), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  ShanhaiDocument      *document;
  GtkWidget            *window;
  GtkWidget            *page;
  ShanhaiSourceView    *view;
  ShanhaiSourceText    *text;
} Desk;

static void
set_up (Desk       *self,
        const char *text)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("set up");
  g_autoptr (ShanhaiRecord) source = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-aaaaaaaaaa");
  g_autoptr (ShanhaiRecord) the_case = shanhai_record_new (SHANHAI_RECORD_CASE, "case-aaaaaaaaaa");
  g_autoptr (ShanhaiRecord) east = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-aaaaaaaaaa");
  g_autoptr (ShanhaiRecord) west = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-bbbbbbbbbb");
  g_autoptr (ShanhaiName) name = shanhai_name_new_plain ("甲山区"), other = shanhai_name_new_plain ("乙水县"), title = shanhai_name_new_plain ("甲山区与乙水县五年间");
  g_autoptr (ShanhaiStrings) assisting = shanhai_strings_new ((const char *[]) { "place-aaaaaaaaaa", NULL }, false);
  g_autoptr (ShanhaiStrings) assisted = shanhai_strings_new ((const char *[]) { "place-bbbbbbbbbb", NULL }, false);

  self->document = shanhai_document_new ();
  g_object_set (east, "name", name, "level", "county", NULL);
  g_object_set (west, "name", other, "level", "county", NULL);
  g_object_set (the_case, "title", title, "assisting", assisting, "assisted", assisted, NULL);
  g_object_set (source, "title", title, "text", text, NULL);
  shanhai_change_put (change, east);
  shanhai_change_put (change, west);
  shanhai_change_put (change, the_case);
  shanhai_change_put (change, source);
  g_assert_true (shanhai_history_apply (get_history (self->document), change, NULL));

  self->page = shanhai_sources_page_new ();
  shanhai_sources_page_set_document (SHANHAI_SOURCES_PAGE (self->page), self->document);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  spin (200);
  self->view = SHANHAI_SOURCE_VIEW (find_widget (self->page, SHANHAI_TYPE_SOURCE_VIEW));
  self->text = SHANHAI_SOURCE_TEXT (find_widget (self->page, SHANHAI_TYPE_SOURCE_TEXT));
}

static void
tear_down (Desk *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  spin (20);
  g_clear_object (&self->document);
}

static ShanhaiSourceFigures *
get_figures (Desk *self)
{
  return shanhai_source_text_get_figures (self->text);
}

static guint
count_state (Desk             *self,
             ShanhaiMarkState  state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (get_figures (self))); i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (get_figures (self)), i);

      n += shanhai_source_figure_get_state (figure) == state;
    }
  return n;
}

/* the view hears of a change in its own time */
static void
wait_for_state (Desk             *self,
                ShanhaiMarkState  state,
                guint             n)
{
  const gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (count_state (self, state) != n && g_get_monotonic_time () < end)
    spin (10);
  g_assert_cmpuint (count_state (self, state), ==, n);
}

static void
press (Desk  *self,
       guint  key)
{
  g_assert_true (shanhai_source_view_press (self->view, key, 0));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_document_save_finish (SHANHAI_DOCUMENT (object), result, &error));
  g_assert_no_error (error);
  *(bool *) data = true;
}

static void
save_and_compare (Desk *self)
{
  g_autofree char *folder = g_dir_make_tmp ("shanhai-sources-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (self->document);
  ShanhaiRecordList *decisions;
  bool done = false;

  shanhai_document_save_async (self->document, file, false, NULL, NULL, NULL, saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  load = shanhai_load_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (load->damages->len, ==, 0);
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, shanhai_casebook_get_n_records (casebook));
  decisions = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_DECISION);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (decisions)), ==, 1);
  {
    g_autoptr (ShanhaiRecord) decision = g_list_model_get_item (G_LIST_MODEL (decisions), 0);

    g_assert_true (shanhai_record_is_ignored_figure (decision, "source-aaaaaaaaaa"));
    g_assert_cmpuint (shanhai_casebook_count_citations (load->casebook, "source-aaaaaaaaaa"), ==, 1);
  }
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

/* accept, ignore, take back: with the keys, each one change, the next figure selected after each */
static void
test_settle (void)
{
  Desk desk = { 0 };
  guint n;

  set_up (&desk, ARTICLE);
  n = shanhai_source_figures_get_n_read (get_figures (&desk));
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (count_state (&desk, SHANHAI_MARK_PROPOSED), ==, n);
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 0);

  gtk_widget_grab_focus (GTK_WIDGET (desk.text));
  press (&desk, GDK_KEY_Return);
  g_assert_cmpuint (count (desk.document, SHANHAI_RECORD_FLOW), ==, 1);
  g_assert_cmpuint (shanhai_source_figures_get_n_settled (get_figures (&desk)), ==, 1);
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 1);

  press (&desk, GDK_KEY_Delete);
  g_assert_cmpuint (count (desk.document, SHANHAI_RECORD_DECISION), ==, 1);
  g_assert_cmpuint (count_state (&desk, SHANHAI_MARK_IGNORED), ==, 1);
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 2);

  /* back to the ignored one, and it is wanted after all: the decision goes with the same change */
  press (&desk, GDK_KEY_k);
  press (&desk, GDK_KEY_Return);
  g_assert_cmpuint (count (desk.document, SHANHAI_RECORD_DECISION), ==, 0);
  g_assert_cmpuint (count (desk.document, SHANHAI_RECORD_EXCHANGE), ==, 1);

  for (guint i = 0; i < 3; i++)
    g_assert_true (shanhai_history_undo (get_history (desk.document), NULL));
  wait_for_state (&desk, SHANHAI_MARK_PROPOSED, n);
  g_assert_cmpuint (count (desk.document, SHANHAI_RECORD_FLOW), ==, 0);

  /* all that are left, in one change */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "source.accept-type", "s", ""));
  g_assert_cmpuint (shanhai_source_figures_get_n_settled (get_figures (&desk)), ==, n);
  g_assert_true (shanhai_history_undo (get_history (desk.document), NULL));
  wait_for_state (&desk, SHANHAI_MARK_PROPOSED, n);

  /* what is saved is what was settled, and the file says the same */
  press (&desk, GDK_KEY_Return);
  press (&desk, GDK_KEY_Delete);
  save_and_compare (&desk);
  tear_down (&desk);
}

/* undone, the page still has the place of the figure, and done again it has the record, before the list is made anew: the window asks at once */
static void
test_undone (void)
{
  Desk desk = { 0 };
  ShanhaiHistory *history;
  ShanhaiPage *page;
  g_autofree char *id = NULL;

  set_up (&desk, ARTICLE);
  history = get_history (desk.document);
  page = SHANHAI_PAGE (desk.page);
  gtk_widget_grab_focus (GTK_WIDGET (desk.text));
  press (&desk, GDK_KEY_Return);
  press (&desk, GDK_KEY_Return);
  id = g_strdup (shanhai_record_get_id (shanhai_record_list_peek (shanhai_casebook_get_list (shanhai_document_get_casebook (desk.document),
                                                                                              SHANHAI_RECORD_FLOW), 0)));
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 2);

  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_true (shanhai_page_show_record (page, id));
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 0);
  wait_for_state (&desk, SHANHAI_MARK_PROPOSED, 5);
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 0);
  /* gone for long */
  g_assert_false (shanhai_page_show_record (page, id));

  g_assert_true (shanhai_history_redo (history, NULL));
  g_assert_true (shanhai_page_show_record (page, id));
  g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 0);
  g_assert_cmpuint (count_state (&desk, SHANHAI_MARK_RECORDED), ==, 1);
  tear_down (&desk);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* One Enter too many, behind the last figure, doesn't lead to another page; later on it does. */
static void
test_last (void)
{
  Desk desk = { 0 };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show_record = g_simple_action_new ("show-record", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) show_message = g_simple_action_new ("show-message", G_VARIANT_TYPE_STRING);
  guint n_shown = 0, n_said = 0;

  set_up (&desk, ARTICLE);
  g_signal_connect_swapped (show_record, "activate", G_CALLBACK (count_cb), &n_shown);
  g_signal_connect_swapped (show_message, "activate", G_CALLBACK (count_cb), &n_said);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show_record));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show_message));
  gtk_widget_insert_action_group (GTK_WIDGET (desk.page), "win", G_ACTION_GROUP (group));
  gtk_widget_grab_focus (GTK_WIDGET (desk.text));

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpuint (n_said, ==, 0);
      press (&desk, GDK_KEY_Return);
    }
  g_assert_cmpuint (count_state (&desk, SHANHAI_MARK_RECORDED), ==, 5);
  g_assert_cmpuint (n_said, ==, 1);
  press (&desk, GDK_KEY_Return);
  g_assert_cmpuint (n_shown, ==, 0);
  desk.view->finished_at -= 10 * G_TIME_SPAN_SECOND;
  press (&desk, GDK_KEY_Return);
  g_assert_cmpuint (n_shown, ==, 1);
  tear_down (&desk);
}

/* cleaning takes the pinyin out, and the citation goes with its figure */
static void
test_clean (void)
{
  Desk desk = { 0 };
  ShanhaiSource *source;
  const ShanhaiTextMark *marks;
  guint n_marks;

  set_up (&desk, ARTICLE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "source.accept-type", "s", ""));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "blemishes.clean", NULL));
  source = shanhai_casebook_lookup_as (shanhai_document_get_casebook (desk.document), SHANHAI_RECORD_SOURCE, "source-aaaaaaaaaa");
  g_assert_null (strstr (shanhai_source_get_text (source), "(gè)"));
  marks = shanhai_source_figures_get_marks (get_figures (&desk), &n_marks);
  g_assert_cmpuint (n_marks, ==, 5);
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpint (marks[i].standing, ==, SHANHAI_STANDING_FOUND);
      g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (shanhai_source_get_text (source), marks[i].start), marks[i].citation->quote));
    }
  g_assert_true (shanhai_history_undo (get_history (desk.document), NULL));
  g_assert_nonnull (strstr (shanhai_source_get_text (source), "(gè)"));
  tear_down (&desk);
}

/* ms of this thread's own work: other programs may have the processor meanwhile */
static gint64
get_busy (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* a megabyte in one line: nothing waits for it longer than a person notices */
static void
test_long_line (void)
{
  Desk desk = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 longest = 0, last, end;

  while (text->len < 1024 * 1024)
    g_string_append (text, "甲山区对口帮扶乙水县，投入帮扶资金500万元，选派医生12名，贫困发生率降到2.14%。");
  set_up (&desk, text->str);
  end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  while (shanhai_source_figures_get_n_read (get_figures (&desk)) == 0 && g_get_monotonic_time () < end)
    {
      last = get_busy ();
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      longest = MAX (longest, get_busy () - last);
    }
  g_assert_cmpuint (shanhai_source_figures_get_n_read (get_figures (&desk)), >, 10000);
  g_test_message ("longest wait %" G_GINT64_FORMAT " ms", longest);

  /* the list doesn't make all of its rows in one frame, but what is beyond them can be selected */
  {
    GtkListView *list = find_widget (GTK_WIDGET (desk.view), GTK_TYPE_LIST_VIEW);
    const guint n = g_list_model_get_n_items (G_LIST_MODEL (get_figures (&desk)));
    guint n_rows = 0;

    for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
      n_rows++;
    g_assert_cmpuint (n_rows, >, 0);
    g_assert_cmpuint (n_rows, <, 60);
    shanhai_source_text_set_selected (desk.text, 5000);
    g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list))), ==, 5000);
    end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
    while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) < n && g_get_monotonic_time () < end)
      g_main_context_iteration (NULL, FALSE);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==, n);
    g_assert_cmpuint (shanhai_source_text_get_selected (desk.text), ==, 5000);
  }
  last = get_busy ();
  press (&desk, GDK_KEY_Delete);
  g_test_message ("settling one of %u took %" G_GINT64_FORMAT " ms", shanhai_source_figures_get_n_read (get_figures (&desk)), get_busy () - last);
  g_assert_cmpuint (count_state (&desk, SHANHAI_MARK_IGNORED), ==, 1);
  tear_down (&desk);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* of a casebook's records the one that tells the same comes first; typing finds the others; one change */
static void
test_cite_other (void)
{
  Desk desk = { 0 };
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("records");
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GtkWidget *window, *entry;
  const char * const figures[] = { "300人", "470000000元", "12人" };

  set_up (&desk, ARTICLE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *id = g_strdup_printf ("flow-%c%c%c%c%c%c%c%c%c%c", 'a' + (int) i, 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a');
      g_autoptr (ShanhaiRecord) record = shanhai_record_new (SHANHAI_RECORD_FLOW, id);
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (figures[i], NULL, NULL);
      g_autofree char *words = g_strdup_printf ("note %s", figures[i]);
      g_autoptr (ShanhaiName) note = shanhai_name_new_plain (words);

      g_assert_nonnull (quantity);
      g_object_set (record, "case", "case-aaaaaaaaaa", "amount", quantity, "note", note, NULL);
      shanhai_change_put (change, record);
    }
  g_assert_true (shanhai_history_apply (get_history (desk.document), change, NULL));
  spin (100);

  /* 近4.7亿元 */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.text));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "4.7亿元", 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  spin (20);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "source.cite-other", NULL));
  spin (50);
  window = find_window (SHANHAI_TYPE_CITING_WINDOW);
  g_assert_nonnull (window);
  entry = find_widget (window, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  spin (50);
  g_assert_null (find_window (SHANHAI_TYPE_CITING_WINDOW));
  {
    ShanhaiRecord *record = shanhai_casebook_lookup (shanhai_document_get_casebook (desk.document), "flow-baaaaaaaaa");
    const ShanhaiCitations *citations = shanhai_record_get_citations (record);

    g_assert_nonnull (citations);
    g_assert_cmpuint (citations->n, ==, 1);
    g_assert_cmpstr (citations->items[0].quote, ==, "4.7亿元");
  }
  g_assert_true (shanhai_history_undo (get_history (desk.document), NULL));
  g_assert_null (shanhai_record_get_citations (shanhai_casebook_lookup (shanhai_document_get_casebook (desk.document), "flow-baaaaaaaaa")));
  spin (50);

  /* any other record, by what it is called */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk.text));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "4.7亿元", 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  spin (20);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.view), "source.cite-other", NULL));
  spin (50);
  window = find_window (SHANHAI_TYPE_CITING_WINDOW);
  entry = find_widget (window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "甲山区");
  spin (400);
  g_signal_emit_by_name (entry, "activate");
  spin (50);
  g_assert_true (shanhai_history_can_undo (get_history (desk.document)));
  g_assert_cmpstr (shanhai_history_get_undo_title (get_history (desk.document)), ==, "Cite the Selection");
  tear_down (&desk);
}

static void
test_finalized (void)
{
  GtkWidget *window;
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();

  window = shanhai_source_window_new (shanhai_document_get_casebook (document));
  g_object_ref_sink (window);
  gtk_window_destroy (GTK_WINDOW (window));
  assert_finalized (window);
}

/* a proposal names the paragraph that a citation of it would: a line of nothing but spaces, ideographic ones among them, is none */
static void
test_paragraphs (void)
{
  g_autoptr (ShanhaiSourceReading) reading = shanhai_source_reading_new ("source-a", "　　\n　　乙水县有4500人脱贫。\n\n \u00a0　\n2019年底，贫困发生率为2.14%。\n", NULL);
  GPtrArray *figures = shanhai_source_reading_get_figures (reading);

  g_assert_cmpuint (figures->len, >=, 2);
  for (guint i = 0; i < figures->len; i++)
    {
      const gint64 start = shanhai_source_figure_get_citation (figures->pdata[i])->start;

      g_assert_cmpuint (shanhai_source_figure_get_paragraph (figures->pdata[i]), ==,
                        shanhai_text_paragraph_at (shanhai_source_reading_get_text (reading), start));
    }
  g_assert_cmpuint (shanhai_source_figure_get_paragraph (figures->pdata[0]), ==, 1);
  g_assert_cmpuint (shanhai_source_figure_get_paragraph (figures->pdata[figures->len - 1]), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/sources/new-case", test_new_case);
  g_test_add_func ("/sources/incomplete", test_incomplete);
  g_test_add_func ("/sources/settle", test_settle);
  g_test_add_func ("/sources/undone", test_undone);
  g_test_add_func ("/sources/clean", test_clean);
  g_test_add_func ("/sources/last", test_last);
  g_test_add_func ("/sources/long-line", test_long_line);
  g_test_add_func ("/sources/paragraphs", test_paragraphs);
  g_test_add_func ("/sources/cite-other", test_cite_other);
  g_test_add_func ("/sources/finalized", test_finalized);
  return g_test_run ();
}
