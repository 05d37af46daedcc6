/* sample-charts.c - charts to test with and to look at. SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-charts.h"

#include <math.h>

ShanhaiWords *
sample_words (bool chinese)
{
  return shanhai_words_open (chinese ? "zh_CN" : "en");
}

static void
set_texts (ShanhaiTrendChart *chart,
           const char        *title,
           const char        *subtitle,
           const char        *source)
{
  const char * const sources[] = { source, NULL };

  chart->title = g_strdup (title);
  chart->subtitle = g_strdup (subtitle);
  chart->sources = g_strdupv ((char **) sources);
}

static ShanhaiTrendPoint *
add (ShanhaiTrendSeries *series,
     double              year,
     double              value,
     const char         *label)
{
  g_autofree char *key = g_strdup_printf ("%s-%g-%u", series->key, year, series->points->len);

  return shanhai_trend_series_add_point (series, key, year, value, label);
}

/* the two figures of the example, six years apart */
static ShanhaiTrendChart *
make_slope (bool chinese)
{
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "dongxiang", chinese ? "东乡县" : "Dongxiang", 0);

  set_texts (chart,
             chinese ? "东乡县：贫困发生率六年从38.74%降到4.25%" : "Dongxiang: poverty rate 38.74% → 4.25% in six years",
             chinese ? "建档立卡贫困人口占比，%，年末" : "Share of residents registered as poor, %, end of year",
             chinese ? "[1] 厦门日报，2020年10月15日" : "[1] Xiamen Daily, 15 Oct 2020");
  chart->is_percent = true;
  chart->good = SHANHAI_GOOD_FALLING;
  add (series, 2013, 38.74, "38.74%")->role = SHANHAI_POINT_BASELINE;
  add (series, 2019, 4.25, "4.25%");
  return chart;
}

static ShanhaiTrendChart *
make_three (bool chinese)
{
  static const double a[] = { 38.74, 30.1, 24.6, 19.9, 15.2, 9.8, 4.25 };
  static const double b[] = { 29.93, 25.4, 19.1, 14.4, 9.7, 3.5, 1.4 };
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();
  ShanhaiTrendSeries *one = shanhai_trend_chart_add_series (chart, "a", chinese ? "东乡县" : "Dongxiang", 0);
  ShanhaiTrendSeries *two = shanhai_trend_chart_add_series (chart, "b", chinese ? "平塘县" : "Pingtang", 1);
  ShanhaiTrendSeries *three = shanhai_trend_chart_add_series (chart, "c", chinese ? "积石山保安族东乡族撒拉族自治县" : "Jishishan Bonan, Dongxiang and Salar Autonomous County", 2);

  set_texts (chart,
             chinese ? "三县贫困发生率都在下降" : "Poverty rates fall in all three counties",
             chinese ? "贫困发生率，%，2013—2020年" : "Poverty incidence, %, 2013–2020",
             chinese ? "[1] 厦门日报，2020年10月15日" : "[1] Xiamen Daily, 15 Oct 2020");
  chart->is_percent = true;
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *x = g_strdup_printf ("%g%%", a[i]), *y = g_strdup_printf ("%g%%", b[i]);

      add (one, 2013 + i, a[i], x);
      add (two, 2013 + i, b[i], y);
    }
  add (three, 2013, 33.4, "33.4%")->qualifier = SHANHAI_QUALIFIER_ABOUT;
  add (three, 2016, 21, "21%");
  add (three, 2017, 16, "16%");
  add (three, 2020, 0, "0%")->planned = true;
  return chart;
}

/* every sign that a figure can have */
static ShanhaiTrendChart *
make_signs (bool chinese)
{
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "people", chinese ? "东乡县" : "Dongxiang", 0);
  ShanhaiTrendPoint *point;

  set_texts (chart,
             chinese ? "东乡县贫困人口减少九万六千余人" : "Dongxiang: over 96 000 people fewer are poor",
             chinese ? "建档立卡贫困人口，2013—2020年" : "Registered poor population, 2013–2020",
             chinese ? "[1] 厦门日报，2020年10月15日" : "[1] Xiamen Daily, 15 Oct 2020");
  chart->unit_label = g_strdup (chinese ? "人" : "people");
  add (series, 2013, 109200, chinese ? "10.92万" : "109.2 k")->role = SHANHAI_POINT_BASELINE;
  add (series, 2014, 90000, chinese ? "9万" : "90 k")->qualifier = SHANHAI_QUALIFIER_ABOUT;
  add (series, 2015, 70000, chinese ? "7万" : "70 k")->qualifier = SHANHAI_QUALIFIER_OVER;
  add (series, 2016, 60000, chinese ? "6万" : "60 k")->qualifier = SHANHAI_QUALIFIER_NEARLY;
  point = add (series, 2017, 45000, chinese ? "4.5万" : "45 k");
  point->has_interval = true;
  point->lo = 40000;
  point->hi = 52000;
  add (series, 2019, 12800, chinese ? "1.28万" : "12.8 k");
  add (series, 2020, 0, "0")->planned = true;
  add (series, 2020, 5000, chinese ? "5000" : "5 000")->role = SHANHAI_POINT_TARGET;
  return chart;
}

static ShanhaiTrendChart *
make_many (bool chinese,
           guint n)
{
  static const char * const english[] = {
    "Dongxiang", "Pingtang", "Nanhua", "Kangle", "Guanghe", "Hezheng", "Linxia", "Yongjing", "Jishishan", "Zhouqu",
  };
  static const char * const names[] = {
    "东乡", "平塘", "南华", "康乐", "广河", "和政", "临夏", "永靖", "积石山", "舟曲",
  };
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();
  g_autofree char *title = g_strdup_printf (chinese ? "%u个县的贫困发生率" : "Poverty rates of %u counties", n);

  set_texts (chart, title, chinese ? "贫困发生率，%" : "Poverty incidence, %",
             chinese ? "[1] 厦门日报，2020年10月15日" : "[1] Xiamen Daily, 15 Oct 2020");
  chart->is_percent = true;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("county%02u", i);
      g_autofree char *name = g_strdup_printf (i < 10 ? "%s" : "%s %u", chinese ? names[i % 10] : english[i % 10], i / 10 + 1);
      ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, key, name, i < 8 ? (int) i : SHANHAI_SLOT_GREY);

      series->importance = n - i;
      for (int year = 2013; year <= 2019; year++)
        {
          double value = round ((45 - 1.1 * i) * pow (0.72 + 0.012 * (i * 7 % 11), year - 2013) * 100) / 100;
          g_autofree char *label = g_strdup_printf ("%g%%", value);

          if ((year + (int) i) % 9 != 0)
            add (series, year, value, label);
        }
    }
  return chart;
}

static ShanhaiTrendChart *
make_ten (bool chinese)
{
  return make_many (chinese, 10);
}

static ShanhaiTrendChart *
make_thirty (bool chinese)
{
  return make_many (chinese, 30);
}

static ShanhaiTrendChart *
make_empty (bool chinese)
{
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();

  set_texts (chart, chinese ? "贫困发生率" : "Poverty rate", chinese ? "%，年末" : "%, end of year", "[1]");
  return chart;
}

static ShanhaiTrendChart *
make_point (bool chinese)
{
  ShanhaiTrendChart *chart = make_empty (chinese);
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "a", chinese ? "南华县" : "Nanhua", 3);

  chart->is_percent = true;
  add (series, 2019, 0.87, "0.87%");
  return chart;
}

static ShanhaiTrendChart *
make_zero (bool chinese)
{
  ShanhaiTrendChart *chart = make_empty (chinese);
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "a", chinese ? "南华县" : "Nanhua", 6);

  chart->is_percent = true;
  add (series, 2018, 0, "0%");
  add (series, 2019, 0, "0%");
  add (series, 2020, 0, "0%");
  return chart;
}

static ShanhaiTrendChart *
make_cut (bool chinese)
{
  ShanhaiTrendChart *chart = make_empty (chinese);
  ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, "a", chinese ? "福州市" : "Fuzhou", 4);

  chart->is_percent = chart->cut_baseline = true;
  add (series, 2016, 91.5, "91.5%");
  add (series, 2017, 92.25, "92.25%");
  add (series, 2018, 94, "94%")->qualifier = SHANHAI_QUALIFIER_AT_LEAST;
  add (series, 2020, 97.1, "97.1%");
  return chart;
}

const SampleChart sample_charts[] = {
  { "slope", make_slope }, { "three", make_three }, { "signs", make_signs }, { "ten", make_ten },
  { "thirty", make_thirty }, { "empty", make_empty }, { "point", make_point }, { "zero", make_zero },
  { "cut", make_cut },
};
const guint n_sample_charts = G_N_ELEMENTS (sample_charts);

/* ---- random charts -------------------------------------------------------------------------- */

static void
randomise (ShanhaiTrendPoint *point,
           GRand             *rand)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    point->qualifier = (ShanhaiQualifier) g_rand_int_range (rand, 0, SHANHAI_QUALIFIER_AT_MOST + 1);
  point->planned = g_rand_int_range (rand, 0, 8) == 0;
  if (g_rand_int_range (rand, 0, 10) == 0)
    point->role = SHANHAI_POINT_TARGET;
  if (g_rand_int_range (rand, 0, 10) == 0)
    {
      point->has_interval = true;
      point->lo = point->value * g_rand_double_range (rand, 0.7, 1);
      point->hi = point->value * g_rand_double_range (rand, 1, 1.3);
    }
}

ShanhaiTrendChart *
sample_chart_random (guint32 seed)
{
  static const char * const words[] = { "Dongxiang", "East", "县", "Autonomous County", "x", "临夏回族自治州", "of the north" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ShanhaiTrendChart *chart = shanhai_trend_chart_new ();
  int n = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 8, 31) : g_rand_int_range (rand, 1, 8);
  double scale = pow (10, g_rand_double_range (rand, -2, 9));
  int from = g_rand_int_range (rand, 1990, 2020), years = g_rand_int_range (rand, 1, 30);

  set_texts (chart, "A chart of figures that nobody counted, with a title that may need more than one line",
             "People, by year", "[1] Nobody, 1 Jan 2020");
  chart->unit_label = g_strdup ("people");
  chart->cut_baseline = g_rand_int_range (rand, 0, 4) == 0;
  for (int i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("s%d", i);
      g_autofree char *label = g_strdup_printf ("%s %s", words[g_rand_int_range (rand, 0, 7)], words[g_rand_int_range (rand, 0, 7)]);
      ShanhaiTrendSeries *series = shanhai_trend_chart_add_series (chart, key, label, i < 8 ? i : SHANHAI_SLOT_GREY);
      double keep = g_rand_double (rand);

      series->importance = g_rand_int_range (rand, 0, 3);
      for (int k = 0; k < years; k++)
        if (g_rand_double (rand) < keep)
          randomise (add (series, from + k, scale * g_rand_double_range (rand, i % 3 == 2 ? -0.3 : 0, 1), NULL), rand);
    }
  return chart;
}

static void
shuffle (void   **items,
         guint    n,
         GRand   *rand)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (int) i);
      void *item = items[i - 1];

      items[i - 1] = items[k];
      items[k] = item;
    }
}

ShanhaiTrendChart *
sample_chart_shuffle (const ShanhaiTrendChart *chart,
                      guint32                  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (chart->series, NULL, NULL);
  ShanhaiTrendChart *copy = shanhai_trend_chart_new ();

  g_ptr_array_set_free_func (order, NULL);
  copy->title = g_strdup (chart->title);
  copy->subtitle = g_strdup (chart->subtitle);
  copy->unit_label = g_strdup (chart->unit_label);
  copy->is_percent = chart->is_percent;
  copy->cut_baseline = chart->cut_baseline;
  copy->good = chart->good;
  copy->sources = g_strdupv (chart->sources);

  shuffle (order->pdata, order->len, rand);
  for (guint i = 0; i < order->len; i++)
    {
      const ShanhaiTrendSeries *from = g_ptr_array_index (order, i);
      ShanhaiTrendSeries *to = shanhai_trend_chart_add_series (copy, from->key, from->label, from->slot);
      g_autoptr (GPtrArray) points = g_ptr_array_new ();

      to->importance = from->importance;
      for (guint k = 0; k < from->points->len; k++)
        g_ptr_array_add (points, &g_array_index (from->points, ShanhaiTrendPoint, k));
      shuffle (points->pdata, points->len, rand);
      for (guint k = 0; k < points->len; k++)
        {
          ShanhaiTrendPoint point = *(ShanhaiTrendPoint *) g_ptr_array_index (points, k);

          point.key = g_strdup (point.key);
          point.label = g_strdup (point.label);
          g_array_append_val (to->points, point);
        }
    }
  return copy;
}
