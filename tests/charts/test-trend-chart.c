/* test-trend-chart.c - trend charts: no text touches anything, gaps stay gaps, words tell it all. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sample-charts.h"
#include "shanhai-label-placer.h"
#include "shanhai-marks-private.h"

static const double sizes[][2] = { { 800, 600 }, { 1600, 900 }, { 320, 200 }, { 420, 560 }, { 4000, 3000 } };

static ShanhaiMarks *
lay_out (const ShanhaiTrendChart *chart,
         double                   width,
         double                   height)
{
  g_autoptr (ShanhaiWords) words = sample_words (false);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);

  options->width = width;
  options->height = height;
  return shanhai_trend_chart_layout (chart, options);
}

/* ---- nothing touches ------------------------------------------------------------------------ */

static bool
overlap (const ShanhaiBox *a,
         const ShanhaiBox *b)
{
  /* a rounding is no touch */
  const double slack = 0.01;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height
         && b->y + slack < a->y + a->height;
}

static bool
crosses (const ShanhaiMark *line,
         const ShanhaiBox  *box)
{
  const ShanhaiBox page = { -1e6, -1e6, 2e6, 2e6 };
  g_autoptr (ShanhaiLabelPlacer) placer = shanhai_label_placer_new (&page);

  for (guint i = 0; i + 3 < line->n; i += 2)
    shanhai_label_placer_add_segment (placer, line->xy[i], line->xy[i + 1], line->xy[i + 2], line->xy[i + 3]);
  return !shanhai_label_placer_is_free (placer, box, 0);
}

static void
check_text (const ShanhaiMarks *marks,
            guint               index)
{
  const ShanhaiMark *text = &g_array_index (marks->marks, ShanhaiMark, index);

  g_assert_true (isfinite (text->box.x) && isfinite (text->box.y));
  g_assert_cmpfloat (text->box.x, >=, 0);
  g_assert_cmpfloat (text->box.y, >=, 0);
  g_assert_cmpfloat (text->box.x + text->box.width, <=, marks->width);
  g_assert_cmpfloat (text->box.y + text->box.height, <=, marks->height);
  g_assert_cmpfloat (text->text.look.size, >=, 10);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *other = &g_array_index (marks->marks, ShanhaiMark, i);

      if (i == index || other->layer == SHANHAI_LAYER_GRID)
        continue;
      if (other->kind == SHANHAI_MARK_TEXT && i > index && overlap (&text->box, &other->box))
        g_error ("“%s” overlaps “%s”", text->text.string, other->text.string);
      if (other->kind == SHANHAI_MARK_MARKER && shanhai_mark_get_distance (other, text->box.x + text->box.width / 2,
                                                                           text->box.y + text->box.height / 2) == 0)
        g_error ("“%s” lies on a marker", text->text.string);
      if (other->kind == SHANHAI_MARK_LINE && crosses (other, &text->box))
        g_error ("“%s” at %.0f, %.0f is crossed by a line from %.1f, %.1f to %.1f, %.1f", text->text.string, text->box.x, text->box.y,
                 other->xy[0], other->xy[1], other->xy[2], other->xy[3]);
    }
}

static void
check_marks (const ShanhaiMarks *marks)
{
  for (guint i = 0; i < marks->marks->len; i++)
    if (g_array_index (marks->marks, ShanhaiMark, i).kind == SHANHAI_MARK_TEXT)
      check_text (marks, i);
}

static void
test_samples (void)
{
  for (guint i = 0; i < n_sample_charts; i++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
      for (int chinese = 0; chinese < 2; chinese++)
        {
          g_autoptr (ShanhaiTrendChart) chart = sample_charts[i].make (chinese);
          g_autoptr (ShanhaiMarks) marks = lay_out (chart, sizes[size][0], sizes[size][1]);

          g_test_message ("%s %.0f×%.0f", sample_charts[i].name, sizes[size][0], sizes[size][1]);
          check_marks (marks);
        }
}

static void
test_random (void)
{
  guint32 n = g_test_slow () ? 3000 : 120;

  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (ShanhaiTrendChart) chart = sample_chart_random (seed);
      const double *size = sizes[seed % G_N_ELEMENTS (sizes)];
      g_autoptr (ShanhaiMarks) marks = lay_out (chart, size[0], size[1]);

      g_test_message ("seed %u, %.0f×%.0f", seed, size[0], size[1]);
      check_marks (marks);
    }
}

/* absurd pages and numbers give a chart, not a crash */
static void
test_absurd (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, 1e308, -1e308, 1e300, -1e300, 1e-300, 0, -0.0 };
  static const double pages[][2] = { { 1, 1 }, { 40, 30 }, { 2000, 20 }, { 20, 2000 } };
  g_autoptr (ShanhaiTrendChart) chart = shanhai_trend_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *key = g_strdup_printf ("s%u", i);
      ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, key, "", (int) i);

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          g_autofree char *id = g_strdup_printf ("s%u-%u", i, k);

          shanhai_trend_series_add_point (series, id, k < 2 ? values[k] : 2000 + k, values[(i + k) % 10], NULL);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (ShanhaiMarks) marks = lay_out (chart, pages[i][0], pages[i][1]);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 50, 50);
      cairo_t *cr = cairo_create (surface);

      shanhai_marks_draw (marks, cr, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* ---- what is drawn -------------------------------------------------------------------------- */

static const ShanhaiMark *
find_text (const ShanhaiMarks *marks,
           const char         *string)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_TEXT && g_str_equal (mark->text.string, string))
        return mark;
    }
  return NULL;
}

static guint
count_lines (const ShanhaiMarks *marks,
             const char         *key,
             ShanhaiDash         dash)
{
  guint n = 0;

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_LINE && mark->datum >= 0 && mark->layer == SHANHAI_LAYER_LINE
          && mark->stroke.dash == dash && mark->stroke.width > 1
          && g_str_equal (g_array_index (marks->data, ShanhaiDatum, mark->datum).key, key))
        n++;
    }
  return n;
}

/* two figures six years apart: one dashed bridge, no solid line, both figures readable */
static void
test_slope (void)
{
  g_autoptr (ShanhaiTrendChart) chart = sample_charts[0].make (false);
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600);

  g_assert_nonnull (find_text (marks, "38.74%"));
  g_assert_nonnull (find_text (marks, "4.25%"));
  g_assert_nonnull (find_text (marks, "Dongxiang"));
  g_assert_nonnull (find_text (marks, "no data 2014–2018"));
  g_assert_nonnull (find_text (marks, "Source: [1] Xiamen Daily, 15 Oct 2020"));
  g_assert_cmpuint (count_lines (marks, "dongxiang", SHANHAI_DASH_NONE), ==, 0);
  g_assert_cmpuint (count_lines (marks, "dongxiang", SHANHAI_DASH_NO_DATA), ==, 1);
  g_assert_cmpstr (shanhai_marks_get_tip (marks, "dongxiang-2013-0"), ==, "Dongxiang, 2013, baseline: 38.74%");
  g_assert_cmpstr (shanhai_marks_get_group (marks, "dongxiang-2013-0"), ==, "dongxiang");
  g_assert_cmpstr (shanhai_marks_describe (marks), ==,
                   "Dongxiang: poverty rate 38.74% → 4.25% in six years\n"
                   "Share of residents registered as poor, %, end of year\n"
                   "Less is better.\n"
                   "Dongxiang: 38.74% (2013, baseline); no data 2014–2018; 4.25% (2019).");
}

static void
test_hit (void)
{
  g_autoptr (ShanhaiTrendChart) chart = sample_charts[0].make (false);
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600);
  const char * const keys[] = { "dongxiang", "dongxiang-2013-0", "dongxiang-2019-1", NULL };
  double x, y;

  g_assert_true (g_strv_equal (shanhai_marks_get_keys (marks), keys));
  for (int i = 1; i < 3; i++)
    {
      g_assert_true (shanhai_marks_get_anchor (marks, keys[i], &x, &y));
      g_assert_cmpstr (shanhai_marks_hit (marks, x + 3, y - 3), ==, keys[i]);
    }
  g_assert_cmpstr (shanhai_marks_hit (marks, 300, 550), ==, NULL);
}

/* each sign is drawn, and told in words */
static void
test_signs (void)
{
  static const char * const texts[] = {
    "≈90 k", "70 k+", "<60 k", "45 k", "no data 2018", "about", "more than shown", "less than shown", "planned", "target",
    "baseline", "possible range", "people",
  };
  g_autoptr (ShanhaiTrendChart) chart = NULL;
  g_autoptr (ShanhaiMarks) marks = NULL;
  bool hollow = false;
  guint i;

  for (i = 0; !g_str_equal (sample_charts[i].name, "signs"); i++)
    ;
  chart = sample_charts[i].make (false);
  marks = lay_out (chart, 800, 600);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_nonnull (find_text (marks, texts[i]));
    }

  for (i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_MARKER && mark->datum >= 0
          && g_str_equal (g_array_index (marks->data, ShanhaiDatum, mark->datum).key, "people-2014-1"))
        hollow = mark->fill.texture == SHANHAI_TEXTURE_HOLLOW;
    }
  g_assert_true (hollow);
  g_assert_cmpuint (count_lines (marks, "people", SHANHAI_DASH_PLANNED), ==, 1);
  g_assert_nonnull (strstr (shanhai_marks_describe (marks),
                            "about 90 k (2014); over 70 k (2015); nearly 60 k (2016); 45 k (2017); no data 2018; 12.8 k (2019); "
                            "0 (2020, planned); 5 000 (2020, target)."));
}

/* the sign is not put on twice */
static void
test_own_sign (void)
{
  g_autoptr (ShanhaiTrendChart) chart = shanhai_trend_chart_new ();
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "a", "A", 0);
  g_autoptr (ShanhaiMarks) marks = NULL;

  shanhai_trend_series_add_point (series, "p", 2019, 2000, "2000+")->qualifier = SHANHAI_QUALIFIER_OVER;
  marks = lay_out (chart, 800, 600);
  g_assert_nonnull (find_text (marks, "2000+"));
  g_assert_null (find_text (marks, "2000++"));
}

static void
test_empty (void)
{
  g_autoptr (ShanhaiTrendChart) chart = shanhai_trend_chart_new ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600);

  g_assert_nonnull (find_text (marks, "No figures yet"));
  g_assert_cmpstr (shanhai_marks_describe (marks), ==, "No figures yet");
  g_assert_null (shanhai_marks_get_keys (marks)[0]);
}

static void
test_cut (void)
{
  g_autoptr (ShanhaiTrendChart) chart = sample_charts[n_sample_charts - 1].make (false);
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600);

  g_assert_cmpstr (sample_charts[n_sample_charts - 1].name, ==, "cut");
  g_assert_cmpstr (shanhai_marks_get_notes (marks)[0], ==, "The axis starts at 90%, not at zero.");
  g_assert_nonnull (find_text (marks, "The axis starts at 90%, not at zero."));
  g_assert_nonnull (find_text (marks, "≥94%"));
}

/* labels that had to go are counted, on the chart and in words */
static void
test_dropped (void)
{
  g_autoptr (ShanhaiTrendChart) chart = NULL;
  g_autoptr (ShanhaiMarks) marks = NULL;
  guint i, named = 0;
  g_autofree char *note = NULL;

  for (i = 0; !g_str_equal (sample_charts[i].name, "thirty"); i++)
    ;
  chart = sample_charts[i].make (false);
  marks = lay_out (chart, 800, 600);
  for (i = 0; i < chart->series->len; i++)
    if (find_text (marks, ((ShanhaiTrendSeries *) g_ptr_array_index (chart->series, i))->label) != NULL)
      named++;
  g_assert_cmpuint (named, >=, 8);
  g_assert_cmpuint (named, <, 30);
  note = g_strdup_printf ("%u of 30 lines have no label, for want of room.", 30 - named);
  g_assert_nonnull (find_text (marks, note));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), note));
  /* the most important one keeps its name */
  g_assert_nonnull (find_text (marks, "Dongxiang"));
}

/* far more figures than pixels: those at the ends and the extremes are there, and the chart says that others are not */
static void
test_thinned (void)
{
  g_autoptr (ShanhaiTrendChart) chart = shanhai_trend_chart_new ();
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "s", "Everything", 0);
  g_autoptr (ShanhaiMarks) marks = NULL;
  const char *kept[] = { "p0", "p12345", "p23456", "p29999" };
  ShanhaiBox box;
  guint n_drawn = 0;

  for (int i = 0; i < 30000; i++)
    {
      g_autofree char *key = g_strdup_printf ("p%d", i);
      double value = i == 12345 ? 99 : i == 23456 ? 1 : 40 + i % 7;

      shanhai_trend_series_add_point (series, key, 2000 + i / 3000., value, NULL);
    }
  marks = lay_out (chart, 800, 600);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (shanhai_marks_get_bounds (marks, kept[i], &box));
  for (int i = 0; i < 30000; i++)
    {
      g_autofree char *key = g_strdup_printf ("p%d", i);

      n_drawn += shanhai_marks_find (marks, key) != NULL;
    }
  g_assert_cmpuint (n_drawn, >, 400);
  g_assert_cmpuint (n_drawn, <=, 4 * 401);
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "30000 figures in all"));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "of 30000 figures are drawn"));
}

static void
test_many_lines (void)
{
  g_autoptr (ShanhaiTrendChart) chart = shanhai_trend_chart_new ();
  g_autoptr (ShanhaiMarks) marks = NULL;

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *key = g_strdup_printf ("s%d", i);
      g_autofree char *point = g_strdup_printf ("p%d", i);

      shanhai_trend_series_add_point (shanhai_trend_chart_add_series (chart, key, key, SHANHAI_SLOT_GREY), point, 2000 + i % 9, i, NULL);
    }
  marks = lay_out (chart, 800, 600);

  g_assert_nonnull (shanhai_marks_find (marks, "p499"));
  g_assert_nonnull (shanhai_marks_find (marks, "p300"));
  g_assert_null (shanhai_marks_find (marks, "p299"));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "200 of 500 lines are drawn"));
}

/* the parts that the reader can choose */
static void
test_options (void)
{
  g_autoptr (ShanhaiTrendChart) chart = sample_charts[0].make (false);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (NULL);
  g_autoptr (ShanhaiMarks) plain = NULL, own = NULL, compact = NULL;

  options->show_title = options->show_sources = options->show_legend = false;
  plain = shanhai_trend_chart_layout (chart, options);
  g_assert_null (find_text (plain, chart->title));
  g_assert_null (find_text (plain, "Source: [1] Xiamen Daily, 15 Oct 2020"));
  g_assert_null (find_text (plain, "baseline"));
  g_assert_cmpstr (shanhai_marks_get_title (plain), ==, chart->title);

  options->show_title = true;
  options->title = g_strdup ("Own words");
  own = shanhai_trend_chart_layout (chart, options);
  g_assert_nonnull (find_text (own, "Own words"));
  g_assert_true (g_str_has_prefix (shanhai_marks_describe (own), "Own words\n"));

  options->compact = true;
  options->width = 240;
  options->height = 160;
  compact = shanhai_trend_chart_layout (chart, options);
  g_assert_nonnull (find_text (compact, "Own words"));
  g_assert_null (find_text (compact, chart->subtitle));
  check_marks (compact);
}

/* the same chart, whatever the order of series and points */
static void
test_order (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (ShanhaiTrendChart) chart = sample_chart_random (seed);
      g_autoptr (ShanhaiTrendChart) other = NULL;
      g_autoptr (ShanhaiMarks) a = NULL, b = NULL;
      g_autofree char *json_a = NULL, *json_b = NULL;

      for (guint i = 0; i < chart->series->len; i++)
        {
          ShanhaiTrendSeries *series = g_ptr_array_index (chart->series, i);

          for (guint k = 0; k < series->points->len; k++)
            {
              ShanhaiTrendPoint *point = &g_array_index (series->points, ShanhaiTrendPoint, k);

              /* the copy doesn't own these */
              g_clear_pointer (&point->when, g_free);
              g_clear_pointer (&point->words, g_free);
              g_clear_pointer (&point->tip, g_free);
            }
        }
      other = sample_chart_shuffle (chart, seed + 1000);
      a = lay_out (chart, 800, 600);
      b = lay_out (other, 800, 600);
      json_a = shanhai_marks_to_json (a);
      json_b = shanhai_marks_to_json (b);
      g_assert_cmpstr (json_a, ==, json_b);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/trend/slope", test_slope);
  g_test_add_func ("/charts/trend/hit", test_hit);
  g_test_add_func ("/charts/trend/signs", test_signs);
  g_test_add_func ("/charts/trend/own-sign", test_own_sign);
  g_test_add_func ("/charts/trend/empty", test_empty);
  g_test_add_func ("/charts/trend/cut", test_cut);
  g_test_add_func ("/charts/trend/dropped", test_dropped);
  g_test_add_func ("/charts/trend/thinned", test_thinned);
  g_test_add_func ("/charts/trend/many-lines", test_many_lines);
  g_test_add_func ("/charts/trend/options", test_options);
  g_test_add_func ("/charts/trend/order", test_order);
  g_test_add_func ("/charts/trend/samples", test_samples);
  g_test_add_func ("/charts/trend/random", test_random);
  g_test_add_func ("/charts/trend/absurd", test_absurd);

  return g_test_run ();
}
