/* test-case-page.c - the case page and what is on it: built, shown, used and finalized. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "shanhai-case-page.h"
#include "shanhai-chart-view.h"
#include "shanhai-citation-button.h"
#include "shanhai-empty-state.h"
#include "shanhai-funds-page.h"
#include "shanhai-history.h"
#include "shanhai-key-figure.h"
#include "shanhai-outcomes-page.h"
#include "shanhai-page.h"
#include "shanhai-pairings-page.h"
#include "shanhai-people-bars.h"
#include "shanhai-people-page.h"
#include "shanhai-programmes-page.h"
#include "shanhai-record-details.h"
#include "shanhai-record-table-private.h"
#include "shanhai-sorted-records.h"
#include "shanhai-span.h"
#include "shanhai-split.h"
#include "shanhai-summary-page.h"
#include "shanhai-timeline-page.h"

#define HULI "case-7n35m2trus"
#define PASSING "case-foymonwppx"

static const char * const pages[] = { "summary", "outcomes", "funds", "pairings", "programmes", "people", "timeline" };

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static ShanhaiCase *
get_case (ShanhaiDocument *document,
          const char      *id)
{
  return shanhai_casebook_lookup_as (shanhai_document_get_casebook (document), SHANHAI_RECORD_CASE, id);
}

/* until what was queued for idle moments and for the next frames is done */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 150 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 740);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* -- every class -- */

static GType (*const classes[]) (void) = {
  shanhai_case_page_get_type,    shanhai_chart_view_get_type,  shanhai_citation_button_get_type, shanhai_empty_state_get_type,
  shanhai_funds_page_get_type,   shanhai_key_figure_get_type,  shanhai_outcomes_page_get_type,   shanhai_pairings_page_get_type,
  shanhai_people_bars_get_type,  shanhai_people_page_get_type, shanhai_programmes_page_get_type, shanhai_record_table_get_type,
  shanhai_span_get_type,         shanhai_split_get_type,       shanhai_summary_page_get_type,    shanhai_timeline_page_get_type,
};

static void
test_built_and_finalized (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (classes[i] (), NULL));

      g_assert_finalize_object (widget);
    }
}

static void
set_twice (GtkWidget  *widget,
           const char *property,
           const char *value)
{
  g_autofree char *signal = g_strdup_printf ("notify::%s", property);
  g_autofree char *told = NULL;
  guint n = 0;

  g_signal_connect_swapped (widget, signal, G_CALLBACK (count_cb), &n);
  g_object_set (widget, property, value, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (widget, property, value, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (widget, property, &told, NULL);
  g_assert_cmpstr (told, ==, value);
  g_signal_handlers_disconnect_by_func (widget, count_cb, &n);
}

static void
test_notify_once (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (shanhai_chart_view_new ());
  g_autoptr (GtkWidget) card = g_object_ref_sink (shanhai_key_figure_new ());
  g_autoptr (GtkWidget) state = g_object_ref_sink (shanhai_empty_state_new ());
  g_autoptr (GtkWidget) table = g_object_ref_sink (shanhai_record_table_new ("flows"));
  g_autoptr (GtkWidget) funds = g_object_ref_sink (shanhai_funds_page_new ());
  g_autoptr (GtkWidget) page = g_object_ref_sink (shanhai_case_page_new ());
  g_autoptr (GtkWidget) bars = g_object_ref_sink (shanhai_people_bars_new ());

  set_twice (chart, "selected", "flow-aaaaaaaaaa");
  set_twice (card, "heading", "a");
  set_twice (card, "value", "b");
  set_twice (card, "caption", "c");
  set_twice (state, "icon-name", "shanhai-flow-symbolic");
  set_twice (state, "title", "t");
  set_twice (state, "text", "x");
  set_twice (table, "selected", "flow-aaaaaaaaaa");
  set_twice (bars, "selected", "exchange-aaaaaaaaaa");
  set_twice (funds, "by", "project");
  set_twice (funds, "status", "planned");
  set_twice (page, "page", "people");

  /* what isn't a page, a way or a state changes nothing */
  g_object_set (page, "page", "nowhere", NULL);
  g_assert_cmpstr (shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page)), ==, "people");
  g_object_set (funds, "by", "colour", "status", "perhaps", NULL);
  g_assert_cmpstr (shanhai_funds_page_get_by (SHANHAI_FUNDS_PAGE (funds)), ==, "project");
  g_assert_cmpstr (shanhai_funds_page_get_status (SHANHAI_FUNDS_PAGE (funds)), ==, "planned");
}

/* -- the page -- */

static void
walk_pages (gconstpointer case_id)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *page = g_object_ref (shanhai_case_page_new ());
  GtkWidget *window = show (page);

  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
  shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), get_case (document, case_id));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      shanhai_case_page_set_page (SHANHAI_CASE_PAGE (page), pages[i]);
      settle ();
      g_assert_cmpstr (shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page)), ==, pages[i]);
      g_assert_nonnull (shanhai_page_get_title (SHANHAI_PAGE (page)));
    }

  /* it lets go of the document that closes */
  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), NULL);
  g_assert_null (shanhai_case_page_get_case (SHANHAI_CASE_PAGE (page)));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&document));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (page);
}

static void
test_show_record (void)
{
  static const struct
  {
    ShanhaiRecordType type;
    const char       *page;
  } rows[] = {
    { SHANHAI_RECORD_OBSERVATION, "outcomes" }, { SHANHAI_RECORD_FLOW, "funds" },       { SHANHAI_RECORD_PAIRING, "pairings" },
    { SHANHAI_RECORD_PROGRAMME, "programmes" }, { SHANHAI_RECORD_EXCHANGE, "people" },  { SHANHAI_RECORD_EVENT, "timeline" },
  };
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *page = shanhai_case_page_new ();
  GtkWidget *window = show (page);

  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
  shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), get_case (document, HULI));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListModel) list = shanhai_casebook_list_case (shanhai_document_get_casebook (document), rows[i].type, HULI);
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);
      ShanhaiRecordTable *table;

      g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), shanhai_record_get_id (record)));
      settle ();
      g_assert_cmpstr (shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page)), ==, rows[i].page);
      table = SHANHAI_RECORD_TABLE (find (page, SHANHAI_TYPE_RECORD_TABLE));
      g_assert_cmpstr (shanhai_record_table_get_selected (table), ==, shanhai_record_get_id (record));
    }
  g_assert_false (shanhai_page_show_record (SHANHAI_PAGE (page), "flow-isnotthere"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* -- chart and table -- */

static void
test_shared_selection (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *page = shanhai_case_page_new ();
  GtkWidget *window = show (page);
  ShanhaiRecordTable *table;
  ShanhaiChartView *chart;
  ShanhaiMarks *marks;
  const char * const *keys;
  const char *point = NULL;

  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
  shanhai_case_page_set_page (SHANHAI_CASE_PAGE (page), "outcomes");
  shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), get_case (document, HULI));
  settle ();

  g_assert_nonnull (shanhai_page_get_figure (SHANHAI_PAGE (page)));
  g_assert_cmpstr (shanhai_figure_get_by (shanhai_page_get_figure (SHANHAI_PAGE (page))), ==, "poverty-incidence");
  table = SHANHAI_RECORD_TABLE (find (page, SHANHAI_TYPE_RECORD_TABLE));
  chart = SHANHAI_CHART_VIEW (find (page, SHANHAI_TYPE_CHART_VIEW));
  marks = shanhai_chart_view_get_marks (chart);
  g_assert_nonnull (marks);

  keys = shanhai_marks_get_keys (marks);
  for (guint i = 0; keys[i] != NULL; i++)
    if (shanhai_record_table_has (table, keys[i]))
      point = keys[i];
  g_assert_nonnull (point);

  shanhai_chart_view_set_selected (chart, point);
  g_assert_cmpstr (shanhai_record_table_get_selected (table), ==, point);
  shanhai_record_table_set_selected (table, NULL);
  g_assert_null (shanhai_chart_view_get_selected (chart));

  /* a row of another indicator turns the chart to it */
  {
    g_autoptr (GListModel) list = shanhai_casebook_list_case (shanhai_document_get_casebook (document), SHANHAI_RECORD_OBSERVATION, HULI);

    for (guint i = 0; i < g_list_model_get_n_items (list); i++)
      {
        g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, i);
        g_autofree char *indicator = NULL;

        g_object_get (record, "indicator", &indicator, NULL);
        if (g_strcmp0 (indicator, "poor-villages") == 0)
          shanhai_record_table_set_selected (table, shanhai_record_get_id (record));
      }
  }
  g_assert_cmpstr (shanhai_figure_get_by (shanhai_page_get_figure (SHANHAI_PAGE (page))), ==, "poor-villages");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* one change and a hundred cost one layout, and what is changed is drawn */
static void
test_follows_changes (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  GtkWidget *page = shanhai_case_page_new ();
  GtkWidget *window = show (page);
  g_autoptr (ShanhaiMarks) before = NULL;
  ShanhaiRecordTable *table;
  ShanhaiChartView *chart;
  guint n;

  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
  shanhai_case_page_set_page (SHANHAI_CASE_PAGE (page), "outcomes");
  shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), get_case (document, HULI));
  settle ();
  table = SHANHAI_RECORD_TABLE (find (page, SHANHAI_TYPE_RECORD_TABLE));
  chart = SHANHAI_CHART_VIEW (find (page, SHANHAI_TYPE_CHART_VIEW));
  before = shanhai_marks_ref (shanhai_chart_view_get_marks (chart));
  n = g_list_model_get_n_items (shanhai_record_table_get_model (table));

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");
      g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, NULL);
      g_autoptr (ShanhaiQuantity) value = shanhai_quantity_parse ("12.5%", NULL, NULL);
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse ("2016-12-31", NULL);

      g_object_set (draft, "case", HULI, "subject", "place-wavty5dypd", "indicator", "poverty-incidence", "value", value,
                    "period", period, NULL);
      shanhai_change_put (change, draft);
      g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
    }
  g_assert_true (shanhai_chart_view_get_marks (chart) == before);
  /* a busy machine may be long about its next frame */
  for (guint i = 0; i < 30 && shanhai_chart_view_get_marks (chart) == before; i++)
    settle ();
  g_assert_true (shanhai_chart_view_get_marks (chart) != before);
  g_assert_cmpuint (g_list_model_get_n_items (shanhai_record_table_get_model (table)), ==, n + 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* -- citations and details -- */

static void
test_citation (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (GListModel) list = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, HULI);
  g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, 0);
  GtkWidget *button = g_object_ref (shanhai_citation_button_new ());
  GtkWidget *window = show (button);

  g_assert_false (gtk_widget_get_sensitive (button));
  shanhai_citation_button_set_casebook (SHANHAI_CITATION_BUTTON (button), casebook);
  shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (button), record);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (!GTK_IS_POPOVER (gtk_widget_get_last_child (button)));

  shanhai_citation_button_popup (SHANHAI_CITATION_BUTTON (button));
  settle ();
  g_assert_true (GTK_IS_POPOVER (gtk_widget_get_last_child (button)));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (button)));
  settle ();
  /* gone when it is closed: rows are many */
  g_assert_true (!GTK_IS_POPOVER (gtk_widget_get_last_child (button)));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (button);
}

static void
test_details (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  static const ShanhaiRecordType types[] = { SHANHAI_RECORD_FLOW, SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_EVENT, SHANHAI_RECORD_PAIRING };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GListModel) list = shanhai_casebook_list_case (casebook, types[i], HULI);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, j);
          GtkWidget *details = g_object_ref_sink (shanhai_record_details_new (casebook, record));

          g_assert_finalize_object (details);
        }
    }
}

/* -- editing -- */

static GtkWidget *
find_named (GtkWidget  *root,
            const char *type)
{
  return find (root, g_type_from_name (type));
}

/* F2 opens the editor over the cell, what is typed goes to all selected rows by one change, and undo takes it back */
static void
test_edits_in_place (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  GtkWidget *page = shanhai_case_page_new ();
  GtkWidget *window = show (page);
  ShanhaiRecordTable *table;
  GtkColumnView *view;
  GtkSelectionModel *selection;
  GtkWidget *text;
  g_autoptr (GError) error = NULL;
  guint n;

  shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
  shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), get_case (document, HULI));
  shanhai_case_page_set_page (SHANHAI_CASE_PAGE (page), "funds");
  settle ();
  table = SHANHAI_RECORD_TABLE (find (page, SHANHAI_TYPE_RECORD_TABLE));
  view = GTK_COLUMN_VIEW (find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  selection = gtk_column_view_get_model (view);
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  g_assert_cmpuint (n, >, 2);

  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  shanhai_record_table_set_cursor (table, 2);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.edit-cell", NULL);
  settle ();
  text = find_named (GTK_WIDGET (table), "GtkText");
  g_assert_nonnull (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "12\345\205\203");
  g_signal_emit_by_name (text, "activate");
  settle ();
  g_assert_null (find_named (GTK_WIDGET (table), "ShanhaiCellEditor"));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ShanhaiRecord) flow = g_list_model_get_item (G_LIST_MODEL (selection), i);
      g_autofree char *amount = shanhai_decimal_to_string (&shanhai_record_get_figure (flow)->value);

      g_assert_cmpstr (amount, ==, "12");
    }
  g_assert_true (shanhai_history_undo (history, &error));
  g_assert_no_error (error);
  g_assert_false (shanhai_history_can_undo (history));

  /* two go, and come back */
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.delete", NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), <, n);
  g_assert_true (shanhai_history_undo (history, &error));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, n);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* a long list gets its order by and by, and is whole at any time */
static void
test_sorted_in_slices (void)
{
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (ShanhaiSortedRecords) sorted = shanhai_sorted_records_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GtkStringObject) late = gtk_string_object_new ("000500x");
  const char *before = "";
  guint n = 60000, position;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%06u", (guint) g_rand_int_range (rand, 0, 999999));
      g_autoptr (GtkStringObject) item = gtk_string_object_new (text);

      g_list_store_append (store, item);
    }
  shanhai_sorted_records_set (sorted, G_LIST_MODEL (store), sorter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sorted)), ==, n);
  while (shanhai_sorted_records_is_sorting (sorted))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sorted)), ==, n);
    }
  g_list_store_append (store, late);
  g_list_store_remove (store, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sorted)), ==, n);
  for (position = 0; position < n; position++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (sorted), position);

      g_assert_cmpstr (before, <=, gtk_string_object_get_string (item));
      before = gtk_string_object_get_string (item);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-page/built-and-finalized", test_built_and_finalized);
  g_test_add_func ("/case-page/notify-once", test_notify_once);
  g_test_add_data_func ("/case-page/pages/full", HULI, walk_pages);
  g_test_add_data_func ("/case-page/pages/empty", PASSING, walk_pages);
  g_test_add_func ("/case-page/show-record", test_show_record);
  g_test_add_func ("/case-page/shared-selection", test_shared_selection);
  g_test_add_func ("/case-page/edits-in-place", test_edits_in_place);
  g_test_add_func ("/case-page/sorted-in-slices", test_sorted_in_slices);
  g_test_add_func ("/case-page/follows-changes", test_follows_changes);
  g_test_add_func ("/case-page/citation", test_citation);
  g_test_add_func ("/case-page/details", test_details);

  return g_test_run ();
}
