/* test-bar-chart.c - bars from zero on one scale; no text touches anything or leaves the page. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sample-charts.h"
#include "shanhai-bar-chart.h"
#include "shanhai-marks-private.h"

static const double sizes[][2] = { { 800, 600 }, { 1600, 900 }, { 320, 240 }, { 420, 560 }, { 4000, 3000 } };

static ShanhaiMarks *
lay_out (const ShanhaiBarChart *chart,
         double                 width,
         double                 height)
{
  g_autoptr (ShanhaiWords) words = sample_words (false);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);

  options->width = width;
  options->height = height;
  return shanhai_bar_chart_layout (chart, options);
}

static ShanhaiBarChart *
make_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ShanhaiBarChart *chart = shanhai_bar_chart_new ();
  const int n = g_rand_int_range (rand, 0, seed % 7 == 0 ? 80 : 12);
  const char *const notes[] = { "A note.", NULL };

  chart->title = g_strdup ("A finding that is long enough to take more than one line on a small page");
  chart->subtitle = g_strdup ("Measure, unit");
  chart->notes = g_strdupv ((char **) notes);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (g_rand_boolean (rand) ? "Row %d" : "第%d行，名称很长很长的一个行业名称，一直写下去", i);
      ShanhaiBarRow *row = shanhai_bar_chart_add_row (chart, name);
      const int n_bars = g_rand_int_range (rand, 0, 4);

      for (int k = 0; k < n_bars; k++)
        {
          g_autofree char *key = g_strdup_printf ("%d/%d", i, k);
          const double value = g_rand_int_range (rand, 0, 9) == 0 ? 0 : pow (10, g_rand_double_range (rand, 0, 12));
          ShanhaiBar *bar = shanhai_bar_row_add (row, key, value, g_rand_int_range (rand, -1, 8));

          bar->look = g_rand_int_range (rand, 0, 3);
          bar->lo = value * g_rand_double_range (rand, 0.5, 1);
          bar->hi = g_rand_int_range (rand, 0, 6) == 0 ? INFINITY : value * g_rand_double_range (rand, 1, 1.5);
          if (g_rand_boolean (rand))
            bar->state = g_strdup ("planned");
        }
    }

  return chart;
}

static bool
overlap (const ShanhaiBox *a,
         const ShanhaiBox *b)
{
  const double slack = 0.01;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height
         && b->y + slack < a->y + a->height;
}

static void
check_texts (const ShanhaiMarks *marks)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *text = &g_array_index (marks->marks, ShanhaiMark, i);

      if (text->kind != SHANHAI_MARK_TEXT)
        continue;
      g_assert_cmpfloat (text->box.x, >=, 0);
      g_assert_cmpfloat (text->box.y, >=, 0);
      g_assert_cmpfloat (text->box.x + text->box.width, <=, marks->width);
      g_assert_cmpfloat (text->box.y + text->box.height, <=, marks->height);
      for (guint k = 0; k < marks->marks->len; k++)
        {
          const ShanhaiMark *other = &g_array_index (marks->marks, ShanhaiMark, k);

          if (k != i && other->layer != SHANHAI_LAYER_GRID && overlap (&text->box, &other->box))
            g_error ("“%s” touches another mark at %.1f, %.1f", text->text.string, other->box.x, other->box.y);
        }
    }
}

static void
test_nothing_touches (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (ShanhaiBarChart) chart = make_random (seed);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          g_autoptr (ShanhaiMarks) marks = lay_out (chart, sizes[i][0], sizes[i][1]);

          g_test_message ("seed %u, %.0f × %.0f", seed, sizes[i][0], sizes[i][1]);
          check_texts (marks);
        }
    }
}

/* the width of all rectangles of a datum */
static double
get_width (const ShanhaiMarks *marks,
           const char         *key)
{
  ShanhaiBox box;

  g_assert_true (shanhai_marks_get_bounds (marks, key, &box));
  return box.width;
}

static void
test_scale (void)
{
  g_autoptr (ShanhaiBarChart) chart = shanhai_bar_chart_new ();
  g_autoptr (ShanhaiMarks) marks = NULL;
  double bar[3] = { 0 };

  shanhai_bar_row_add (shanhai_bar_chart_add_row (chart, "a"), "k0", 400, 0);
  shanhai_bar_row_add (shanhai_bar_chart_add_row (chart, "b"), "k1", 100, 1);
  shanhai_bar_row_add (shanhai_bar_chart_add_row (chart, "c"), "k2", 0.0001, 2);
  marks = lay_out (chart, 800, 600);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_RECT && mark->datum >= 0)
        bar[mark->datum] = mark->box.width;
    }
  g_assert_cmpfloat_with_epsilon (bar[0], 4 * bar[1], 1e-6);
  /* what can't be seen is drawn 1 px wide, and that is said */
  g_assert_cmpfloat (bar[2], ==, 1);
  g_assert_true (g_strv_contains (shanhai_marks_get_notes (marks), "Bars that would be thinner than 1 px are drawn 1 px wide."));
  g_assert_cmpfloat (get_width (marks, "k0"), >, bar[0]);
  g_assert_cmpstr (shanhai_marks_get_tip (marks, "k1"), ==, "b: 100");
}

static void
test_empty (void)
{
  g_autoptr (ShanhaiBarChart) chart = shanhai_bar_chart_new ();
  g_autoptr (ShanhaiMarks) none = lay_out (chart, 800, 600);
  g_autoptr (ShanhaiMarks) one = NULL;

  g_assert_cmpstr (shanhai_marks_describe (none), ==, "No figures yet");
  shanhai_bar_chart_add_row (chart, "2017");
  one = lay_out (chart, 800, 600);
  g_assert_cmpstr (shanhai_marks_describe (one), ==, "2017: no data");
}

/* a page too small for all rows says how many are missing; the text alternative has them all */
static void
test_left_out (void)
{
  g_autoptr (ShanhaiBarChart) chart = shanhai_bar_chart_new ();
  g_autoptr (ShanhaiMarks) marks = NULL;
  const char *note;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("row %d", i);

      shanhai_bar_row_add (shanhai_bar_chart_add_row (chart, name), name, 1000 - i, 0);
    }
  marks = lay_out (chart, 500, 400);
  note = shanhai_marks_get_notes (marks)[0];
  g_assert_nonnull (note);
  g_assert_true (g_str_has_suffix (note, "small rows have no room here and are left out."));
  g_assert_null (shanhai_marks_find (marks, "row 99"));
  g_assert_nonnull (shanhai_marks_find (marks, "row 0"));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "row 99: 901"));
}

static void
test_same_again (void)
{
  g_autoptr (ShanhaiBarChart) chart = make_random (5);
  g_autoptr (ShanhaiMarks) a = lay_out (chart, 800, 600);
  g_autoptr (ShanhaiMarks) b = lay_out (chart, 800, 600);
  g_autofree char *x = shanhai_marks_to_json (a), *y = shanhai_marks_to_json (b);

  g_assert_cmpstr (x, ==, y);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/bars/nothing-touches", test_nothing_touches);
  g_test_add_func ("/charts/bars/scale", test_scale);
  g_test_add_func ("/charts/bars/empty", test_empty);
  g_test_add_func ("/charts/bars/left-out", test_left_out);
  g_test_add_func ("/charts/bars/same-again", test_same_again);

  return g_test_run ();
}
