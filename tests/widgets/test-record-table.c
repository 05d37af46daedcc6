/* test-record-table.c - the rows of a table come a few at a time, in their order, and its columns are as wide as they have to be. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-column-ruler.h"
#include "shanhai-load.h"
#include "shanhai-record-table-private.h"

/* more than GTK ever makes */
#define MANY 1000

/* -- the ruler -- */

static const ShanhaiRecordColumn *
find_column (bool figure)
{
  static const ShanhaiRecordColumn text = { .member = "title", .title = "Title", .min_chars = 6, .nat_chars = 20 };
  static const ShanhaiRecordColumn number = { .member = "value", .title = "Value", .flags = SHANHAI_COLUMN_FIGURE };

  return figure ? &number : &text;
}

/* in px, as a cell shows it */
static int
measure (GtkWidget  *view,
         const char *text,
         bool        figure)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  g_autoptr (PangoAttrList) look = pango_attr_list_new ();
  int width;

  if (figure)
    {
      pango_attr_list_insert (look, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (look, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, look);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* a figure that is cut off is another figure: whatever stands there has room, and not much more */
static void
test_ruler_figures (void)
{
  static const char * const texts[] = { "7", "38.74%", "≥ 9430", "nearly 470 million", "近4.7亿元", "1 234 567.89", "about 2 万人次", "−0.5–12" };
  GtkWidget *view = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ShanhaiColumnRuler) ruler = shanhai_column_ruler_new (find_column (true));
      const int width = measure (view, texts[i], true);

      g_assert_true (shanhai_column_ruler_grow (ruler, view, texts[i], false));
      g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), >=, width);
      g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), <=, width * 5 / 4 + 8);
      g_assert_false (shanhai_column_ruler_is_full (ruler));
    }
  g_object_unref (view);
}

/* never less than before, and told only when it is more */
static void
test_ruler_grows (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (ShanhaiColumnRuler) ruler = shanhai_column_ruler_new (find_column (true));
  int narrow, wide;

  g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), ==, 0);
  g_assert_cmpuint (shanhai_column_ruler_get_asked (ruler), ==, 0);
  g_assert_false (shanhai_column_ruler_grow (ruler, view, NULL, false));
  g_assert_false (shanhai_column_ruler_grow (ruler, view, "", false));

  g_assert_true (shanhai_column_ruler_grow (ruler, view, "12", false));
  narrow = shanhai_column_ruler_get_needed (ruler);
  g_assert_false (shanhai_column_ruler_grow (ruler, view, "7", false));
  g_assert_false (shanhai_column_ruler_grow (ruler, view, "34", false));
  g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), ==, narrow);

  g_assert_true (shanhai_column_ruler_grow (ruler, view, "123 456", false));
  wide = shanhai_column_ruler_get_needed (ruler);
  g_assert_cmpint (wide, >, narrow);
  g_assert_cmpuint (shanhai_column_ruler_get_asked (ruler), >, 0);

  /* asked for ahead, the next one needs no more */
  g_assert_true (shanhai_column_ruler_grow (ruler, view, "123 456 7", true));
  g_assert_false (shanhai_column_ruler_grow (ruler, view, "123 456 78", true));

  shanhai_column_ruler_forget (ruler);
  g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), ==, 0);
  g_assert_true (shanhai_column_ruler_grow (ruler, view, "12", false));
  g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), ==, narrow);
  g_object_unref (view);
}

/* a text may be cut off: it asks for no more than its column gives */
static void
test_ruler_texts (void)
{
  static const char * const longs[] = { "a title that is longer than any column would give room for", "山海协作结对帮扶项目实施情况年度报告以及其他许多材料" };
  GtkWidget *view = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (longs); i++)
    {
      g_autoptr (ShanhaiColumnRuler) ruler = shanhai_column_ruler_new (find_column (false));
      int needed;

      g_assert_true (shanhai_column_ruler_grow (ruler, view, "ab", false));
      needed = shanhai_column_ruler_get_needed (ruler);
      g_assert_cmpint (needed, >=, measure (view, "ab", false));
      g_assert_false (shanhai_column_ruler_is_full (ruler));

      g_assert_true (shanhai_column_ruler_grow (ruler, view, longs[i], false));
      g_assert_true (shanhai_column_ruler_is_full (ruler));
      g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), <, measure (view, longs[i], false));
      g_assert_cmpuint (shanhai_column_ruler_get_asked (ruler), <=, find_column (false)->nat_chars);
      needed = shanhai_column_ruler_get_needed (ruler);
      g_assert_false (shanhai_column_ruler_grow (ruler, view, longs[1 - i], false));
      g_assert_cmpint (shanhai_column_ruler_get_needed (ruler), ==, needed);
    }
  g_object_unref (view);
}

/* -- rows -- */

static ShanhaiCasebook *
make_casebook (guint n_events)
{
  g_autoptr (GString) lines = g_string_new ("{\"record\":\"casebook\",\"format\":1}\n"
                                            "{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"First\"}\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;

  /* their times run against their ids */
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (lines, "{\"record\":\"event\",\"id\":\"event-%04u\",\"case\":\"case-a\",\"title\":\"Event %u\",\"period\":\"%u\"}\n", i, i,
                            2019 - i);
  bytes = g_bytes_new (lines->str, lines->len);
  load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (load->casebook);
}

static ShanhaiRecordTable *
new_table (ShanhaiCasebook *casebook)
{
  ShanhaiRecordTable *table = SHANHAI_RECORD_TABLE (g_object_ref_sink (shanhai_record_table_new ("timeline")));

  shanhai_record_table_set_casebook (table, casebook);
  shanhai_record_table_set_model (table, G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)));
  return table;
}

static guint
get_n_shown (ShanhaiRecordTable *table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (table->selection));
}

static void
assert_all_in_order (ShanhaiRecordTable *table,
                     guint               n)
{
  g_assert_cmpuint (get_n_shown (table), ==, n);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (shanhai_period_compare (shanhai_record_get_period (shanhai_record_table_peek (table, i - 1)),
                                             shanhai_record_get_period (shanhai_record_table_peek (table, i))), <, 0);
}

/* few at first, more while nobody waits, all in the end; by time, whatever the order of the records */
static void
test_rows_come (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  ShanhaiRecordTable *table = new_table (casebook);
  guint before = get_n_shown (table), n_steps = 0;

  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (before, <, 100);
  while (get_n_shown (table) < MANY)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (get_n_shown (table), >=, before);
      n_steps += get_n_shown (table) > before;
      /* never so many at once that a frame would have to wait for them, until GTK makes no more */
      g_assert_true (get_n_shown (table) == MANY || get_n_shown (table) - before <= 50);
      before = get_n_shown (table);
    }
  g_assert_cmpuint (n_steps, >, 3);
  while (shanhai_sorted_records_is_sorting (table->sorted))
    g_main_context_iteration (NULL, TRUE);
  assert_all_in_order (table, MANY);
  g_object_unref (table);
}

/* whoever asks about rows that aren't there yet is answered as if they were */
static void
test_rows_asked_for (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);

  for (guint way = 0; way < 4; way++)
    {
      ShanhaiRecordTable *table = new_table (casebook);

      g_assert_cmpuint (get_n_shown (table), <, MANY);
      switch (way)
        {
        case 0:
          g_assert_true (shanhai_record_table_has (table, "event-0001"));
          break;
        case 1:
          /* the first by its id, the last by its time */
          shanhai_record_table_set_selected (table, "event-0000");
          while (shanhai_sorted_records_is_sorting (table->sorted))
            g_main_context_iteration (NULL, TRUE);
          g_assert_cmpuint (shanhai_record_table_get_lead (table), ==, MANY - 1);
          break;
        case 2:
          {
            g_autofree char *text = shanhai_record_table_dup_text (table, true);
            g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

            /* the heading, and nothing after the last line end */
            g_assert_cmpuint (g_strv_length (lines), ==, MANY + 2);
          }
          break;
        default:
          shanhai_record_table_show_rows (table);
        }
      g_assert_cmpuint (get_n_shown (table), ==, MANY);
      /* and nothing is taken back when it is idle; a slow machine puts them in order a little later */
      while (shanhai_sorted_records_is_sorting (table->sorted))
        g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < 50; i++)
        g_main_context_iteration (NULL, FALSE);
      assert_all_in_order (table, MANY);
      g_object_unref (table);
    }
}

/* a short list is there at once; another long one comes bit by bit again; one that goes leaves nothing behind that is done later */
static void
test_rows_of_other_lists (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  g_autoptr (ShanhaiCasebook) small = make_casebook (5);
  ShanhaiRecordTable *table = new_table (small);

  assert_all_in_order (table, 5);
  shanhai_record_table_set_casebook (table, casebook);
  shanhai_record_table_set_model (table, G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)));
  g_assert_cmpuint (get_n_shown (table), <, MANY);
  g_main_context_iteration (NULL, FALSE);

  shanhai_record_table_set_model (table, NULL);
  g_assert_cmpuint (get_n_shown (table), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (get_n_shown (table), ==, 0);

  shanhai_record_table_set_model (table, G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)));
  g_assert_cmpuint (get_n_shown (table), <, MANY);
  g_object_unref (table);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* in a window, and out of it again */
static void
test_rows_in_window (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  ShanhaiRecordTable *table = new_table (casebook);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  while (get_n_shown (table) < MANY)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (gtk_column_view_get_model (table->view));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  g_assert_null (gtk_column_view_get_model (table->view));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  g_assert_nonnull (gtk_column_view_get_model (table->view));
  g_assert_cmpuint (get_n_shown (table), ==, MANY);
  g_object_unref (table);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (GdkFrameClock *clock,
          guint         *n_frames)
{
  (*n_frames)++;
}

/* the first frame that shows a table shows what it says, though its rows were made before there was a window */
static void
test_first_frame (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  ShanhaiRecordTable *table = new_table (casebook);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  ShanhaiRecord *first;
  GtkWidget *cell;
  GdkFrameClock *clock;
  gulong handler;
  guint n_frames = 0;

  /* as the pages of a case are turned to */
  gtk_stack_add_child (GTK_STACK (stack), gtk_label_new ("other"));
  gtk_stack_add_child (GTK_STACK (stack), GTK_WIDGET (table));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));

  shanhai_record_table_set_model (table, NULL);
  shanhai_record_table_set_model (table, G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)));
  clock = gtk_widget_get_frame_clock (window);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  gtk_stack_set_visible_child (GTK_STACK (stack), GTK_WIDGET (table));
  while (n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  first = shanhai_record_table_peek (table, 0);
  cell = shanhai_record_cells_find (table->cells, first);
  g_assert_true (GTK_IS_INSCRIPTION (cell));
  g_assert_nonnull (gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
  g_object_unref (table);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-table/ruler/figures", test_ruler_figures);
  g_test_add_func ("/record-table/ruler/grows", test_ruler_grows);
  g_test_add_func ("/record-table/ruler/texts", test_ruler_texts);
  g_test_add_func ("/record-table/rows/come", test_rows_come);
  g_test_add_func ("/record-table/rows/asked-for", test_rows_asked_for);
  g_test_add_func ("/record-table/rows/other-lists", test_rows_of_other_lists);
  g_test_add_func ("/record-table/rows/window", test_rows_in_window);
  g_test_add_func ("/record-table/rows/first-frame", test_first_frame);
  return g_test_run ();
}
