/* test-chart-view.c - a chart of many data is read between frames and laid out in a thread. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "shanhai-chart-view.h"
#include "shanhai-display.h"
#include "shanhai-load.h"

#define FEW 20
#define MANY 3000

static ShanhaiCasebook *
make_casebook (guint n_figures)
{
  g_autoptr (GString) lines = g_string_new ("{\"record\":\"casebook\",\"format\":1}\n"
                                            "{\"record\":\"place\",\"id\":\"place-a\",\"name\":\"Alba\"}\n"
                                            "{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"First\",\"assisted\":[\"place-a\"]}\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_figures; i++)
    g_string_append_printf (lines, "{\"record\":\"observation\",\"id\":\"observation-%05u\",\"case\":\"case-a\",\"subject\":\"place-a\","
                            "\"indicator\":\"poverty-incidence\",\"value\":{\"value\":\"%u.5\",\"unit\":\"percent\"},\"period\":\"%u-%02u\"}\n",
                            i, i % 97, 1700 + i / 12, i % 12 + 1);
  bytes = g_bytes_new (lines->str, lines->len);
  load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (load->casebook);
}

static ShanhaiFigure *
new_figure (ShanhaiCasebook *casebook)
{
  g_autoptr (GError) error = NULL;
  ShanhaiFigure *figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, casebook, NULL, NULL, &error);

  g_assert_no_error (error);
  return figure;
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 420);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* until it has marks other than these, and no others are on their way */
static void
wait_for_marks (ShanhaiChartView *chart,
                ShanhaiMarks     *before)
{
  while (shanhai_chart_view_get_marks (chart) == NULL || shanhai_chart_view_get_marks (chart) == before
         || shanhai_chart_view_is_busy (chart))
    g_main_context_iteration (NULL, TRUE);
}

/* as it would be laid out at once */
static char *
dup_expected (ShanhaiChartView *chart)
{
  g_autoptr (ShanhaiChartOptions) options = shanhai_display_dup_options (shanhai_display_get_default ());
  g_autoptr (ShanhaiMarks) expected = NULL;

  options->width = gtk_widget_get_width (GTK_WIDGET (chart));
  options->height = gtk_widget_get_height (GTK_WIDGET (chart));
  expected = shanhai_figure_layout (shanhai_chart_view_get_figure (chart), options);
  return shanhai_marks_to_json (expected);
}

static void
assert_marks (ShanhaiChartView *chart)
{
  g_autofree char *expected = dup_expected (chart);
  g_autofree char *json = shanhai_marks_to_json (shanhai_chart_view_get_marks (chart));

  g_assert_cmpstr (json, ==, expected);
}

/* few data are there with the first frame, many later: the same as at once */
static void
test_sizes (void)
{
  static const guint sizes[] = { FEW, MANY };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ShanhaiCasebook) casebook = make_casebook (sizes[i]);
      g_autoptr (ShanhaiFigure) figure = new_figure (casebook);
      GtkWidget *chart = shanhai_chart_view_new ();
      GtkWidget *window = show (chart);
      bool was_busy = false;

      shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), figure);
      g_assert_null (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)));
      while (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)) == NULL)
        {
          g_main_context_iteration (NULL, TRUE);
          was_busy = was_busy || shanhai_chart_view_is_busy (SHANHAI_CHART_VIEW (chart));
        }
      g_assert_true (sizes[i] == FEW || was_busy);
      wait_for_marks (SHANHAI_CHART_VIEW (chart), NULL);
      assert_marks (SHANHAI_CHART_VIEW (chart));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* what was drawn stays until another size is laid out */
static void
test_another_size (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  g_autoptr (ShanhaiFigure) figure = new_figure (casebook);
  GtkWidget *chart = shanhai_chart_view_new ();
  GtkWidget *window = show (chart);
  g_autoptr (ShanhaiMarks) before = NULL;

  shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), figure);
  wait_for_marks (SHANHAI_CHART_VIEW (chart), NULL);
  before = shanhai_marks_ref (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)));

  gtk_widget_set_margin_start (chart, 120);
  while (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)) == before)
    {
      g_assert_nonnull (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)));
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for_marks (SHANHAI_CHART_VIEW (chart), NULL);
  g_assert_cmpfloat (shanhai_marks_get_width (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart))), <,
                     shanhai_marks_get_width (before));
  assert_marks (SHANHAI_CHART_VIEW (chart));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* a record goes at every moment of the reading and of the layout: nothing of it is looked at afterwards, and it isn't drawn in the end */
static void
test_edits (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  g_autoptr (ShanhaiFigure) figure = new_figure (casebook);
  GtkWidget *chart = shanhai_chart_view_new ();
  GtkWidget *window = show (chart);
  g_autofree char *expected = NULL;
  bool is_right = false;

  shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), figure);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");
      g_autofree char *id = g_strdup_printf ("observation-%05u", i);

      for (guint k = 0; k < i; k++)
        g_main_context_iteration (NULL, FALSE);
      shanhai_change_delete (change, id);
      g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
    }
  /* the marks of before may still be there for a moment, and no others on their way yet; those that come last are right, or this never ends */
  expected = dup_expected (SHANHAI_CHART_VIEW (chart));
  while (!is_right)
    {
      g_autoptr (ShanhaiMarks) marks = NULL;
      g_autofree char *json = NULL;

      wait_for_marks (SHANHAI_CHART_VIEW (chart), NULL);
      marks = shanhai_marks_ref (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)));
      json = shanhai_marks_to_json (marks);
      is_right = g_str_equal (json, expected);
      if (!is_right)
        wait_for_marks (SHANHAI_CHART_VIEW (chart), marks);
    }
  g_assert_null (shanhai_marks_find (shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart)), "observation-00039"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* a view that goes while its marks are on their way, or gets another figure */
static void
test_called_off (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook (MANY);
  g_autoptr (ShanhaiCasebook) other = make_casebook (FEW);
  g_autoptr (ShanhaiFigure) small = new_figure (other);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ShanhaiFigure) figure = new_figure (casebook);
      GtkWidget *chart = shanhai_chart_view_new ();
      GtkWidget *window = show (chart);

      shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), figure);
      while (!shanhai_chart_view_is_busy (SHANHAI_CHART_VIEW (chart)))
        g_main_context_iteration (NULL, TRUE);
      for (guint k = 0; k < i; k++)
        g_main_context_iteration (NULL, FALSE);
      if (i % 2 == 0)
        {
          shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), small);
          g_assert_false (shanhai_chart_view_is_busy (SHANHAI_CHART_VIEW (chart)));
          wait_for_marks (SHANHAI_CHART_VIEW (chart), NULL);
          assert_marks (SHANHAI_CHART_VIEW (chart));
        }
      gtk_window_destroy (GTK_WINDOW (window));
    }
  /* whatever comes back now finds nobody */
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-view/sizes", test_sizes);
  g_test_add_func ("/chart-view/another-size", test_another_size);
  g_test_add_func ("/chart-view/edits", test_edits);
  g_test_add_func ("/chart-view/called-off", test_called_off);
  return g_test_run ();
}
