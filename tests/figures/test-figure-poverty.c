/* test-figure-poverty.c - which observations become which lines, and what their title claims. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "figure-fixture.h"
#include "shanhai-figure.h"

#define PLACES \
  "{'record':'place','id':'place-a','name':'Alba'}\n" \
  "{'record':'place','id':'place-b','name':'Brena'}\n"
#define CASES \
  "{'record':'case','id':'case-a','title':'First','assisted':['place-a']}\n" \
  "{'record':'case','id':'case-b','title':'Second','assisted':['place-b']}\n"
#define SOURCES \
  "{'record':'source','id':'source-a','title':'Daily','publisher':'Daily','published':'2020-01-02'}\n" \
  "{'record':'source','id':'source-b','title':'Weekly','publisher':'Weekly','published':'2020-03-04'}\n"
#define RATE(id, of, subject, value, period, more) \
  "{'record':'observation','id':'observation-" id "','case':'case-" of "','subject':'place-" subject "','indicator':'poverty-incidence'," \
  "'value':{'value':'" value "','precision':'0.01','unit':'percent'},'period':'" period "'" more "}\n"
#define CITED(source) ",'citations':[{'source':'source-" source "','quote':'q'}]"

static ShanhaiTrendChart *
build (FigureFixture *fixture,
       const char    *lines)
{
  g_autofree char *all = g_strconcat (PLACES, CASES, lines, SOURCES, NULL);

  fixture_open (fixture, all, "poverty-incidence");

  return shanhai_figure_build (&shanhai_figure_poverty_builder, &fixture->context);
}

static ShanhaiTrendSeries *
find_series (ShanhaiTrendChart *chart,
             const char        *label,
             guint              skip)
{
  for (guint i = 0; i < chart->series->len; i++)
    if (strcmp (((ShanhaiTrendSeries *) chart->series->pdata[i])->label, label) == 0 && skip-- == 0)
      return chart->series->pdata[i];

  return NULL;
}

static const ShanhaiTrendPoint *
get_point (ShanhaiTrendSeries *series,
           guint               index)
{
  g_assert_cmpuint (index, <, series->points->len);

  return &g_array_index (series->points, ShanhaiTrendPoint, index);
}

/* ---- series --------------------------------------------------------------------------------- */

/* a line for each case and each subject in it, points by time whatever the order of the records */
static void
test_series (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture,
                                               RATE ("9", "a", "a", "30", "2013-12-31", "") RATE ("8", "a", "a", "10", "2015-12-31", "")
                                               RATE ("1", "a", "a", "20", "2014-12-31", "") RATE ("2", "a", "b", "5", "2014", "")
                                               RATE ("3", "b", "a", "7", "2014", ""));
  ShanhaiTrendSeries *first = find_series (chart, "Alba", 0), *other_case = find_series (chart, "Alba", 1);
  ShanhaiTrendSeries *second = find_series (chart, "Brena", 0);

  g_assert_cmpuint (chart->series->len, ==, 3);
  g_assert_nonnull (first);
  g_assert_nonnull (other_case);
  g_assert_nonnull (second);
  g_assert_cmpuint (first->points->len, ==, 3);
  g_assert_cmpfloat (get_point (first, 0)->value, ==, 30);
  g_assert_cmpfloat (get_point (first, 1)->value, ==, 20);
  g_assert_cmpfloat (get_point (first, 2)->value, ==, 10);
  g_assert_cmpstr (get_point (first, 1)->key, ==, "observation-1");
  g_assert_cmpint (first->slot, !=, second->slot);
  g_assert_cmpint (first->slot, !=, other_case->slot);
  g_assert_true (chart->is_percent);
  g_assert_cmpint (chart->good, ==, SHANHAI_GOOD_FALLING);
}

/* what two sources print alike is one point with both sources; where they differ, both stand */
static void
test_twins (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture,
                                               RATE ("1", "a", "a", "38.74", "2013-12-31", CITED ("a"))
                                               RATE ("2", "a", "a", "38.74", "2013-12-31", CITED ("b"))
                                               RATE ("3", "a", "a", "4.25", "2019-12-31", CITED ("a"))
                                               RATE ("4", "a", "a", "4.52", "2019-12-31", CITED ("b")));
  ShanhaiTrendSeries *series = find_series (chart, "Alba", 0);

  g_assert_cmpuint (series->points->len, ==, 3);
  g_assert_cmpstr (get_point (series, 0)->key, ==, "observation-2");
  g_assert_cmpuint (g_strv_length (chart->sources), ==, 2);
  fixture_assert_text (chart->sources[0], "[1] Daily, 2 Jan 2020");
  fixture_assert_text (chart->sources[1], "[2] Weekly, 4 Mar 2020");
}

/* a plan and a target are drawn as such, and no title counts them as reached */
static void
test_targets (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture,
                                               RATE ("1", "a", "a", "20", "2013", ",'role':'baseline'") RATE ("2", "a", "a", "10", "2018", "")
                                               RATE ("3", "a", "a", "0", "2020", ",'role':'target'")
                                               "{'record':'observation','id':'observation-4','case':'case-a','subject':'place-a',"
                                               "'indicator':'poverty-incidence','value':{'value':'1','unit':'percent','planned':true},'period':'2021'}\n");
  ShanhaiTrendSeries *series = find_series (chart, "Alba", 0);

  g_assert_cmpuint (series->points->len, ==, 4);
  g_assert_cmpint (get_point (series, 0)->role, ==, SHANHAI_POINT_BASELINE);
  g_assert_cmpint (get_point (series, 1)->role, ==, SHANHAI_POINT_ACTUAL);
  g_assert_cmpint (get_point (series, 2)->role, ==, SHANHAI_POINT_TARGET);
  g_assert_true (get_point (series, 3)->planned);
  fixture_assert_text (chart->title, "Alba: poverty rate 20.00% → 10.00% in 5 years");
}

/* one axis has one unit; what it can't hold is counted in a note */
static void
test_units (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture,
                                               RATE ("1", "a", "a", "20", "2013", "") RATE ("2", "a", "a", "10", "2018", "")
                                               "{'record':'observation','id':'observation-3','case':'case-a','subject':'place-a',"
                                               "'indicator':'poverty-incidence','value':{'value':'500','unit':'person'},'period':'2019'}\n");

  g_assert_cmpuint (find_series (chart, "Alba", 0)->points->len, ==, 2);
  g_assert_nonnull (chart->notes);
  g_assert_cmpstr (chart->notes[0], ==, "1 figure in another unit isn't drawn.");
  g_assert_null (chart->notes[1]);
}

/* whiskers only where the source leaves room on both sides */
static void
test_intervals (void)
{
  static const struct
  {
    const char *qualifier;
    bool        has_interval;
    double      lo, hi;
  } rows[] = {
    { "exact", false, 0, 0 },
    { "about", true, 19, 21 },
    { "nearly", true, 18, 20 },
    { "at-least", false, 0, 0 },
    { "at-most", false, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FigureFixture) fixture = { 0 };
      g_autofree char *line = g_strdup_printf ("{'record':'observation','id':'observation-1','case':'case-a','subject':'place-a','indicator':"
                                               "'poverty-incidence','value':{'value':'20','unit':'percent','qualifier':'%s'},'period':'2019'}\n",
                                               rows[i].qualifier);
      g_autoptr (ShanhaiTrendChart) chart = build (&fixture, line);
      const ShanhaiTrendPoint *point = get_point (find_series (chart, "Alba", 0), 0);

      g_test_message ("%s", rows[i].qualifier);
      g_assert_cmpint (point->has_interval, ==, rows[i].has_interval);
      if (rows[i].has_interval)
        {
          g_assert_cmpfloat_with_epsilon (point->lo, rows[i].lo, 1e-9);
          g_assert_cmpfloat_with_epsilon (point->hi, rows[i].hi, 1e-9);
        }
    }
}

/* without a time there is no place on the axis; without a value nothing to draw */
static void
test_undrawable (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture,
                                               "{'record':'observation','id':'observation-2','case':'case-a','subject':'place-a',"
                                               "'indicator':'poverty-incidence','value':{'value':'20','unit':'percent'}}\n"
                                               "{'record':'observation','id':'observation-3','case':'case-a','subject':'place-a',"
                                               "'indicator':'poverty-incidence','period':'2019'}\n"
                                               "{'record':'observation','id':'observation-4','case':'case-a','subject':'place-a',"
                                               "'indicator':'poverty-headcount','value':{'value':'20','unit':'person'},'period':'2019'}\n");

  g_assert_cmpuint (chart->series->len, ==, 0);
  g_assert_cmpstr (chart->title, ==, "Poverty rate");
}

/* ---- titles --------------------------------------------------------------------------------- */

static void
test_titles (void)
{
  static const struct
  {
    const char *lines;
    const char *title;
    const char *subtitle;
  } rows[] = {
    { RATE ("1", "a", "a", "38.74", "2013-12-31", "") RATE ("2", "a", "a", "4.25", "2019-12-31", ""),
      "Alba: poverty rate 38.74% → 4.25% in 6 years", "Poverty rate, %, 2013–2019 · −34.49 percentage points" },
    { RATE ("1", "a", "a", "4", "2018", "") RATE ("2", "a", "a", "3", "2019", ""),
      "Alba: poverty rate 4.00% → 3.00% in 1 year", "Poverty rate, %, 2018–2019 · −1.00 percentage points" },
    { RATE ("1", "a", "a", "4", "2018", ""), "Poverty rate", "Poverty rate, %, 2018" },
    { RATE ("1", "a", "a", "4", "2018", "") RATE ("2", "b", "b", "4", "2019", ""), "Poverty rate", "Poverty rate, %, 2018–2019" },
    { RATE ("1", "a", "a", "4", "2018", "") RATE ("2", "a", "a", "3", "2019", "") RATE ("3", "b", "b", "4", "2018", "")
      RATE ("4", "b", "b", "1", "2019", ""), "Poverty rate fell in both places", "Poverty rate, %, 2018–2019" },
    { RATE ("1", "a", "a", "3", "2018", "") RATE ("2", "a", "a", "4", "2019", "") RATE ("3", "b", "b", "1", "2018", "")
      RATE ("4", "b", "b", "4", "2019", ""), "Poverty rate rose in both places", "Poverty rate, %, 2018–2019" },
    { RATE ("1", "a", "a", "3", "2018", "") RATE ("2", "a", "a", "4", "2019", "") RATE ("3", "b", "b", "4", "2018", "")
      RATE ("4", "b", "b", "1", "2019", ""), "Poverty rate fell in 1 of 2 places", "Poverty rate, %, 2018–2019" },
    { RATE ("1", "a", "a", "4", "2018", "") RATE ("2", "a", "a", "3", "2019", "") RATE ("3", "b", "b", "4", "2018", ""),
      "Alba: poverty rate 4.00% → 3.00% in 1 year", "Poverty rate, %, 2018–2019" },
    /* two figures of one year are no change over the years */
    { RATE ("1", "a", "a", "4", "2018", "") RATE ("2", "a", "a", "3", "2018", ""), "Poverty rate", "Poverty rate, %, 2018" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FigureFixture) fixture = { 0 };
      g_autoptr (ShanhaiTrendChart) chart = build (&fixture, rows[i].lines);

      fixture_assert_text (chart->title, rows[i].title);
      fixture_assert_text (chart->subtitle, rows[i].subtitle);
    }
}

/* ---- the figure ----------------------------------------------------------------------------- */

static void
test_new (void)
{
  static const char * const no_case[] = { "case-a", "case-none", NULL };
  static const char * const no_case_but_a_place[] = { "place-a", NULL };
  static const struct
  {
    ShanhaiFigureKind   kind;
    const char         *by;
    const char * const *cases;
    int                 code;   /* −1: none */
    const char         *resolved;
  } rows[] = {
    { SHANHAI_FIGURE_POVERTY, NULL, NULL, -1, "poverty-incidence" },
    { SHANHAI_FIGURE_POVERTY, "rate", NULL, -1, "poverty-incidence" },
    { SHANHAI_FIGURE_POVERTY, "headcount", NULL, -1, "poverty-headcount" },
    { SHANHAI_FIGURE_POVERTY, "villages", NULL, -1, "poor-villages" },
    { SHANHAI_FIGURE_POVERTY, "home-grown", NULL, -1, "home-grown" },
    { SHANHAI_FIGURE_POVERTY, "recipient", NULL, SHANHAI_FIGURE_ERROR_BY, NULL },
    { SHANHAI_FIGURE_POVERTY, "", NULL, SHANHAI_FIGURE_ERROR_BY, NULL },
    { SHANHAI_FIGURE_FUNDS, NULL, NULL, -1, "recipient" },
    { SHANHAI_FIGURE_FUNDS, "project", NULL, -1, "project" },
    { SHANHAI_FIGURE_FUNDS, "rate", NULL, SHANHAI_FIGURE_ERROR_BY, NULL },
    { SHANHAI_FIGURE_FUNDS, NULL, no_case, SHANHAI_FIGURE_ERROR_CASE, NULL },
    { SHANHAI_FIGURE_FUNDS, NULL, no_case_but_a_place, SHANHAI_FIGURE_ERROR_CASE, NULL },
  };
  g_auto (FigureFixture) fixture = { 0 };

  fixture_open (&fixture, PLACES CASES "{'record':'observation','id':'observation-1','case':'case-a','subject':'place-a','indicator':'home-grown',"
                "'value':{'value':'1','unit':'item'},'period':'2019'}\n", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (rows[i].kind, fixture.load->casebook, rows[i].cases, rows[i].by, &error);

      g_test_message ("row %u", i);
      if (rows[i].code >= 0)
        {
          g_assert_null (figure);
          g_assert_error (error, SHANHAI_FIGURE_ERROR, rows[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (shanhai_figure_get_by (figure), ==, rows[i].resolved);
    }
}

/* the date of the newest source, and only of those that it draws from */
static void
test_date (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiTrendChart) chart = build (&fixture, RATE ("1", "a", "a", "4", "2018", CITED ("a")) RATE ("2", "b", "b", "4", "2018", CITED ("b")));
  static const char * const cases[] = { "case-a", NULL };
  g_autoptr (ShanhaiFigure) all = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, fixture.load->casebook, NULL, NULL, NULL);
  g_autoptr (ShanhaiFigure) one = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, fixture.load->casebook, cases, NULL, NULL);
  g_autoptr (ShanhaiFigure) none = shanhai_figure_new (SHANHAI_FIGURE_FUNDS, fixture.load->casebook, NULL, NULL, NULL);
  g_autofree char *date_all = shanhai_figure_dup_date (all), *date_one = shanhai_figure_dup_date (one), *date_none = shanhai_figure_dup_date (none);

  g_assert_cmpstr (date_all, ==, "2020-03-04");
  g_assert_cmpstr (date_one, ==, "2020-01-02");
  g_assert_null (date_none);
}

/* of two claims to one figure the one that stands is what the title tells and the line runs through, whatever their ids */
static void
test_rivals (void)
{
  for (guint turn = 0; turn < 2; turn++)
    {
      g_auto (FigureFixture) fixture = { 0 };
      g_autoptr (ShanhaiTrendChart) chart = build (&fixture, turn == 0
        ? RATE ("0", "a", "a", "30", "2013-12-31", CITED ("a")) RATE ("1", "a", "a", "4", "2019-12-31", CITED ("b")) RATE ("2", "a", "a", "7", "2019", CITED ("a"))
        : RATE ("0", "a", "a", "30", "2013-12-31", CITED ("a")) RATE ("2", "a", "a", "4", "2019-12-31", CITED ("b")) RATE ("1", "a", "a", "7", "2019", CITED ("a")));
      ShanhaiTrendSeries *series = find_series (chart, "Alba", 0);

      g_assert_cmpuint (series->points->len, ==, 3);
      g_assert_false (get_point (series, 0)->rival);
      g_assert_cmpfloat (get_point (series, 1)->value, ==, 4);
      g_assert_false (get_point (series, 1)->rival);
      g_assert_cmpfloat (get_point (series, 2)->value, ==, 7);
      g_assert_true (get_point (series, 2)->rival);
      fixture_assert_text (chart->title, "Alba: poverty rate 30.00% → 4.00% in 6 years");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/poverty/series", test_series);
  g_test_add_func ("/figures/poverty/twins", test_twins);
  g_test_add_func ("/figures/poverty/rivals", test_rivals);
  g_test_add_func ("/figures/poverty/targets", test_targets);
  g_test_add_func ("/figures/poverty/units", test_units);
  g_test_add_func ("/figures/poverty/intervals", test_intervals);
  g_test_add_func ("/figures/poverty/undrawable", test_undrawable);
  g_test_add_func ("/figures/poverty/titles", test_titles);
  g_test_add_func ("/figures/new", test_new);
  g_test_add_func ("/figures/date", test_date);

  return g_test_run ();
}
