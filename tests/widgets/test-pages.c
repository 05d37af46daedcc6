/* test-pages.c - overview, compare and sources: what is selected, searched, picked and copied. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "finalized.h"
#include "find-widget.h"
#include "shanhai-case-card.h"
#include "shanhai-case-picker.h"
#include "shanhai-compare-page.h"
#include "shanhai-comparison-table.h"
#include "shanhai-display.h"
#include "shanhai-document.h"
#include "shanhai-mark-look.h"
#include "shanhai-observation.h"
#include "shanhai-overview-page.h"
#include "shanhai-page.h"
#include "shanhai-source-figure-row.h"
#include "shanhai-source-row.h"
#include "shanhai-source-text.h"
#include "shanhai-source-view.h"
#include "shanhai-sources-page.h"
#include "shanhai-width-bin.h"

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* the source of the example whose text is held, or one whose text isn't */
static ShanhaiSource *
get_source (ShanhaiDocument *document,
            bool             held)
{
  ShanhaiRecordList *sources = shanhai_casebook_get_list (shanhai_document_get_casebook (document), SHANHAI_RECORD_SOURCE);

  for (guint i = 0; i < shanhai_record_list_get_n (sources); i++)
    {
      ShanhaiSource *source = SHANHAI_SOURCE (shanhai_record_list_peek (sources, i));

      if ((shanhai_source_get_text (source) != NULL) == held)
        return source;
    }
  g_assert_not_reached ();
}

static const char *
get_id (gpointer record)
{
  return shanhai_record_get_id (SHANHAI_RECORD (record));
}

static GType (* const widget_types[]) (void) = {
  shanhai_case_card_get_type,         shanhai_case_picker_get_type, shanhai_comparison_table_get_type,
  shanhai_source_figure_row_get_type, shanhai_source_row_get_type,  shanhai_source_text_get_type,
  shanhai_source_view_get_type,       shanhai_width_bin_get_type,   shanhai_overview_page_get_type,
  shanhai_compare_page_get_type,      shanhai_sources_page_get_type,
};

static void
test_finalize (gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (((GType (*) (void)) data) (), NULL));

  assert_finalized (widget);
}

/* with a casebook in it, and that taken away again */
static void
test_document (gconstpointer data)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiDocument) empty = shanhai_document_new ();
  GtkWidget *page = g_object_ref_sink (g_object_new (((GType (*) (void)) data) (), NULL));
  ShanhaiDocument *in_turn[] = { document, empty, document, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (in_turn); i++)
    {
      g_autoptr (ShanhaiDocument) told = NULL;

      g_object_set (page, "document", in_turn[i], NULL);
      g_object_get (page, "document", &told, NULL);
      g_assert_true (told == in_turn[i]);
      run_idle ();
    }
  g_object_set (page, "document", document, NULL);
  assert_finalized (page);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* a page that goes says nothing: who listens may be half gone */
static void
test_silent_end (gconstpointer data)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *page = g_object_ref_sink (g_object_new (((GType (*) (void)) data) (), NULL));
  guint n = 0;

  g_object_set (page, "document", document, NULL);
  g_signal_connect_swapped (page, "changed", G_CALLBACK (count_cb), &n);
  assert_finalized (page);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_notify (void)
{
  static const struct { GType (*get_type) (void); const char *property; } rows[] = {
    { shanhai_overview_page_get_type, "document" },
    { shanhai_compare_page_get_type, "document" },
    { shanhai_sources_page_get_type, "document" },
  };
  g_autoptr (ShanhaiDocument) document = open_example ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (rows[i].get_type (), NULL));
      guint n = 0;

      g_signal_connect_swapped (page, "notify::document", G_CALLBACK (count_cb), &n);
      g_object_set (page, "document", document, NULL);
      g_object_set (page, "document", document, NULL);
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_width_bin (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = shanhai_width_bin_new ();
  GtkWidget *child = gtk_label_new ("wide");
  guint n = 0;

  gtk_widget_set_size_request (child, 700, 50);
  shanhai_width_bin_set_child (SHANHAI_WIDTH_BIN (bin), child);
  shanhai_width_bin_set_narrow_below (SHANHAI_WIDTH_BIN (bin), 500);
  g_signal_connect_swapped (bin, "notify::narrow", G_CALLBACK (count_cb), &n);
  gtk_window_set_child (GTK_WINDOW (window), bin);

  gtk_widget_allocate (bin, 600, 100, -1, NULL);
  run_idle ();
  g_assert_false (shanhai_width_bin_get_narrow (SHANHAI_WIDTH_BIN (bin)));
  gtk_widget_allocate (bin, 400, 100, -1, NULL);
  run_idle ();
  g_assert_true (shanhai_width_bin_get_narrow (SHANHAI_WIDTH_BIN (bin)));
  g_assert_cmpuint (n, ==, 1);
  /* what is too wide is cut off, it doesn't push */
  g_assert_cmpint (gtk_widget_get_width (child), ==, 700);
  {
    int minimum;

    gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <, 500);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* the list and the text have one selection */
static void
test_source_selection (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiSource *source = get_source (document, true);
  g_autoptr (GtkWidget) view = g_object_ref_sink (shanhai_source_view_new ());
  ShanhaiSourceText *text = find_widget (view, SHANHAI_TYPE_SOURCE_TEXT);
  GtkTextBuffer *buffer;
  const ShanhaiTextMark *marks;
  GtkTextIter iter;
  guint n_marks;

  shanhai_source_view_set_source (SHANHAI_SOURCE_VIEW (view), shanhai_document_get_casebook (document), source);
  g_assert_null (shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (view)));
  g_assert_false (shanhai_source_view_select_record (SHANHAI_SOURCE_VIEW (view), "observation-nowhere"));

  marks = shanhai_source_figures_get_marks (shanhai_source_text_get_figures (text), &n_marks);
  g_assert_cmpuint (n_marks, >, 10);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  /* the cursor into a figure */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) marks[5].start + 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_cmpuint (shanhai_source_text_get_selected (text), !=, GTK_INVALID_LIST_POSITION);
  g_assert_true (shanhai_text_mark_covers (&marks[shanhai_source_text_get_selected (text)], marks[5].start + 1));
  g_assert_nonnull (shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (view)));

  /* the record, and the cursor follows */
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (shanhai_source_text_get_figures (text)), i);
      int cursor;

      if (shanhai_source_figure_get_state (figure) != SHANHAI_MARK_RECORDED)
        continue;
      g_assert_true (shanhai_source_view_select_record (SHANHAI_SOURCE_VIEW (view), get_id (shanhai_source_figure_get_record (figure))));
      g_assert_true (shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (view)) == shanhai_source_figure_get_record (figure));
      g_object_get (buffer, "cursor-position", &cursor, NULL);
      g_assert_true (shanhai_text_mark_covers (&marks[shanhai_source_text_get_selected (text)], cursor));
    }

  /* another source: nothing is selected any more */
  shanhai_source_view_set_source (SHANHAI_SOURCE_VIEW (view), shanhai_document_get_casebook (document), get_source (document, false));
  g_assert_cmpuint (shanhai_source_text_get_selected (text), ==, GTK_INVALID_LIST_POSITION);
  g_assert_null (shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (view)));
}

static guint
count_recorded (ShanhaiSourceText *text)
{
  GListModel *figures = G_LIST_MODEL (shanhai_source_text_get_figures (text));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (figures, i);

      n += shanhai_source_figure_get_state (figure) == SHANHAI_MARK_RECORDED;
    }
  return n;
}

/* a record that cites the source is changed: its figure stays selected, and the text where it was */
static void
test_source_changes (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiSource *source = get_source (document, true);
  g_autoptr (GtkWidget) view = g_object_ref_sink (shanhai_source_view_new ());
  ShanhaiSourceText *text = find_widget (view, SHANHAI_TYPE_SOURCE_TEXT);
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (casebook, get_id (source));
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("Delete");
  g_autofree char *kept = NULL;
  GtkTextBuffer *buffer;
  ShanhaiRecord *victim = NULL;
  guint n_before;

  shanhai_source_view_set_source (SHANHAI_SOURCE_VIEW (view), casebook, source);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  n_before = count_recorded (text);
  for (guint i = 0; i < citing->len; i++)
    {
      g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (casebook, get_id (citing->pdata[i]));

      if (victim == NULL && SHANHAI_IS_OBSERVATION (citing->pdata[i]) && referrers->len == 0)
        victim = citing->pdata[i];
      else if (kept == NULL)
        kept = g_strdup (get_id (citing->pdata[i]));
    }
  g_assert_nonnull (victim);
  g_assert_true (shanhai_source_view_select_record (SHANHAI_SOURCE_VIEW (view), kept));

  shanhai_change_delete (change, get_id (victim));
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
  run_idle ();
  g_assert_cmpuint (count_recorded (text), <, n_before);
  g_assert_cmpstr (get_id (shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (view))), ==, kept);
  g_assert_true (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)) == buffer);
}

static void
test_sources_page (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (shanhai_sources_page_new ());
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (page);
  ShanhaiSource *held = get_source (document, true);
  GtkEditable *entry = find_widget (page, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (shanhai_document_get_casebook (document), get_id (held));
  guint n_changed = 0;

  g_assert_null (shanhai_sources_page_get_source (self));
  g_assert_false (shanhai_sources_page_show (self, get_id (held), NULL));
  shanhai_sources_page_set_document (self, document);
  g_assert_nonnull (shanhai_sources_page_get_source (self));

  g_signal_connect_swapped (page, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (shanhai_sources_page_show (self, get_id (held), get_id (citing->pdata[0])));
  g_assert_true (shanhai_sources_page_get_source (self) == held);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (shanhai_page_get_title (SHANHAI_PAGE (page)), ==, shanhai_name_get (shanhai_source_get_title (held), SHANHAI_LANGUAGE_ENGLISH));
  g_assert_true (shanhai_page_copy (SHANHAI_PAGE (page)));

  g_assert_false (shanhai_sources_page_show (self, "source-nowhere", NULL));
  g_assert_false (shanhai_sources_page_show (self, get_id (citing->pdata[0]), NULL));
  g_assert_true (shanhai_sources_page_get_source (self) == held);

  /* a search leaves open what is open; what is asked for is shown all the same */
  gtk_editable_set_text (entry, "qqqq");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (shanhai_sources_page_get_source (self) == held);
  g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), get_id (get_source (document, false))));
  g_assert_true (shanhai_sources_page_get_source (self) == get_source (document, false));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

static void
test_compare_page (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (shanhai_compare_page_new ());
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (page);
  ShanhaiCasePicker *picker = find_widget (page, SHANHAI_TYPE_CASE_PICKER);
  ShanhaiComparisonTable *table = find_widget (page, SHANHAI_TYPE_COMPARISON_TABLE);
  g_auto (GStrv) picked = NULL;
  g_autofree char *all = NULL;
  g_autofree char *less = NULL;
  guint n_indicator = 0;

  g_assert_null (shanhai_page_get_figure (SHANHAI_PAGE (page)));
  shanhai_compare_page_set_document (self, document);
  g_assert_cmpstr (shanhai_compare_page_get_indicator (self), ==, "poverty-incidence");
  g_assert_nonnull (shanhai_page_get_figure (SHANHAI_PAGE (page)));
  picked = shanhai_case_picker_dup_picked (picker);
  g_assert_cmpuint (g_strv_length (picked), >=, 2);
  g_assert_cmpuint (g_strv_length ((char **) shanhai_figure_get_cases (shanhai_page_get_figure (SHANHAI_PAGE (page)))), ==, g_strv_length (picked));

  /* one case fewer: the figure and the table have one fewer */
  all = shanhai_comparison_table_dup_text (table);
  g_assert_nonnull (strstr (all, "38.74%"));
  g_assert_nonnull (strstr (all, "4.25%"));
  g_assert_nonnull (strstr (all, "−34.49"));
  shanhai_case_picker_set_picked (picker, picked[0], false);
  g_assert_cmpuint (g_strv_length ((char **) shanhai_figure_get_cases (shanhai_page_get_figure (SHANHAI_PAGE (page)))), ==, g_strv_length (picked) - 1);
  less = shanhai_comparison_table_dup_text (table);
  g_assert_cmpuint (strlen (less), <, strlen (all));

  /* none: nothing to draw, nothing to copy */
  gtk_widget_activate_action (GTK_WIDGET (picker), "cases.none", NULL);
  g_assert_null (shanhai_page_get_figure (SHANHAI_PAGE (page)));
  g_assert_false (shanhai_page_copy (SHANHAI_PAGE (page)));
  gtk_widget_activate_action (GTK_WIDGET (picker), "cases.all", NULL);
  g_assert_nonnull (shanhai_page_get_figure (SHANHAI_PAGE (page)));

  g_signal_connect_swapped (page, "notify::indicator", G_CALLBACK (count_cb), &n_indicator);
  shanhai_compare_page_set_indicator (self, "poor-villages");
  shanhai_compare_page_set_indicator (self, "poor-villages");
  shanhai_compare_page_set_indicator (self, "no-such-thing");
  g_assert_cmpuint (n_indicator, ==, 1);
  g_assert_cmpstr (shanhai_figure_get_by (shanhai_page_get_figure (SHANHAI_PAGE (page))), ==, "poor-villages");
}

/* what a chart selects stays, as long as it is of the row; else the latest figure of the row stands for it */
static void
test_comparison_table (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (shanhai_comparison_table_new ());
  ShanhaiComparisonTable *table = SHANHAI_COMPARISON_TABLE (widget);
  g_autoptr (GPtrArray) rows = shanhai_comparison_list (casebook, NULL, "poverty-incidence");
  const char *first = get_id (shanhai_comparison_row_get_first (rows->pdata[0]));
  GtkColumnView *view = find_widget (widget, GTK_TYPE_COLUMN_VIEW);
  guint n = 0;

  shanhai_comparison_table_set_rows (table, casebook, rows);
  g_signal_connect_swapped (table, "notify::selected", G_CALLBACK (count_cb), &n);
  shanhai_comparison_table_set_selected (table, first);
  shanhai_comparison_table_set_selected (table, first);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (shanhai_comparison_table_get_selected (table), ==, first);
  g_assert_true (shanhai_comparison_table_has (table, first));
  g_assert_false (shanhai_comparison_table_has (table, "observation-nowhere"));

  gtk_selection_model_select_item (gtk_column_view_get_model (view), rows->len - 1, TRUE);
  g_assert_cmpstr (shanhai_comparison_table_get_selected (table), ==, get_id (shanhai_comparison_row_get_last (rows->pdata[rows->len - 1])));
}

static void
test_overview_page (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiRecord *first = shanhai_record_list_peek (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE), 0);
  g_autoptr (GtkWidget) page = g_object_ref_sink (shanhai_overview_page_new ());

  shanhai_overview_page_set_document (SHANHAI_OVERVIEW_PAGE (page), document);
  g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), get_id (first)));
  g_assert_false (shanhai_page_show_record (SHANHAI_PAGE (page), "case-nowhere"));
  g_assert_null (shanhai_page_get_figure (SHANHAI_PAGE (page)));
  g_assert_cmpuint (shanhai_casebook_count_sources (casebook, "case-nowhere"), ==, 0);
  g_assert_cmpuint (shanhai_casebook_count_sources (casebook, get_id (first)), >, 0);
}

static ShanhaiColour
parse_colour (const char *text)
{
  return (ShanhaiColour) g_ascii_strtoull (text + 1, NULL, 16);
}

/* legible with the text colours of the default theme, and told apart without colour */
static void
test_looks (void)
{
  static const char * const text[] = { [SHANHAI_THEME_LIGHT] = "#2e3436", [SHANHAI_THEME_DARK] = "#eeeeec" };
  static const char * const paper[] = { [SHANHAI_THEME_LIGHT] = "#ffffff", [SHANHAI_THEME_DARK] = "#2d2d2d" };

  for (guint theme = 0; theme < G_N_ELEMENTS (text); theme++)
    {
      guint styles = 0;

      for (guint kind = 0; kind < SHANHAI_N_MARK_LOOKS; kind++)
        {
          const ShanhaiMarkLook *look = shanhai_mark_look_get (theme, kind);
          ShanhaiColour foreground = parse_colour (look->foreground != NULL ? look->foreground : text[theme]);

          g_assert_cmpfloat (shanhai_colour_get_contrast (foreground, parse_colour (look->background)), >=, 7);
          g_assert_cmpfloat (shanhai_colour_get_contrast (parse_colour (look->line_colour), parse_colour (paper[theme])), >=, 3);
          g_assert_cmpuint (styles & (1u << look->line), ==, 0);
          styles |= 1u << look->line;
        }
    }
}

static void
test_source_order (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GListModel *sources = G_LIST_MODEL (shanhai_casebook_get_list (shanhai_document_get_casebook (document), SHANHAI_RECORD_SOURCE));
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (g_object_ref (sources), shanhai_source_row_new_sorter ());
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sorted));

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (ShanhaiSource) before = g_list_model_get_item (G_LIST_MODEL (sorted), i - 1);
      g_autoptr (ShanhaiSource) after = g_list_model_get_item (G_LIST_MODEL (sorted), i);

      if (shanhai_source_get_published (after) == NULL)
        continue;
      g_assert_nonnull (shanhai_source_get_published (before));
      g_assert_cmpint (shanhai_period_compare (shanhai_source_get_published (before), shanhai_source_get_published (after)), >=, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widget_types); i++)
    {
      g_autofree char *name = g_strdup_printf ("/widgets/pages/finalize/%s", g_type_name (widget_types[i] ()));

      g_test_add_data_func (name, widget_types[i], test_finalize);
    }
  for (guint i = G_N_ELEMENTS (widget_types) - 3; i < G_N_ELEMENTS (widget_types); i++)
    {
      g_autofree char *name = g_strdup_printf ("/widgets/pages/document/%s", g_type_name (widget_types[i] ()));

      g_autofree char *end = g_strdup_printf ("/widgets/pages/silent-end/%s", g_type_name (widget_types[i] ()));

      g_test_add_data_func (name, widget_types[i], test_document);
      g_test_add_data_func (end, widget_types[i], test_silent_end);
    }
  g_test_add_func ("/widgets/pages/notify", test_notify);
  g_test_add_func ("/widgets/pages/width-bin", test_width_bin);
  g_test_add_func ("/widgets/pages/looks", test_looks);
  g_test_add_func ("/widgets/pages/source-order", test_source_order);
  g_test_add_func ("/widgets/pages/source-selection", test_source_selection);
  g_test_add_func ("/widgets/pages/source-changes", test_source_changes);
  g_test_add_func ("/widgets/pages/sources", test_sources_page);
  g_test_add_func ("/widgets/pages/compare", test_compare_page);
  g_test_add_func ("/widgets/pages/comparison-table", test_comparison_table);
  g_test_add_func ("/widgets/pages/overview", test_overview_page);
  return g_test_run ();
}
