/* test-figure-bars.c - money as bars: by sector, by year, states apart, nothing told twice. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "figure-fixture.h"

#define RECORDS \
  "{'record':'place','id':'place-a','name':'Alba'}\n" \
  "{'record':'place','id':'place-b','name':'Brena'}\n" \
  "{'record':'case','id':'case-a','title':'First'}\n"
#define FLOW(id, amount, more) \
  "{'record':'flow','id':'flow-" id "','case':'case-a','from':'place-a','to':'place-b','amount':{" amount ",'unit':'CNY'}" more "}\n"
#define EXACT(value) "'value':'" value "'"
#define PART_OF(id) ",'part_of':'flow-" id "'"

/* each row as "Health: 60 [60 60]; 5 [5 5] (planned)", one a line */
static char *
dup_rows (ShanhaiBarChart *chart)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chart->rows->len; i++)
    {
      ShanhaiBarRow *row = chart->rows->pdata[i];

      g_string_append_printf (text, "%s%s:", i > 0 ? "\n" : "", row->label);
      for (guint k = 0; k < row->bars->len; k++)
        {
          const ShanhaiBar *bar = &g_array_index (row->bars, ShanhaiBar, k);

          g_string_append_printf (text, "%s %g", k > 0 ? ";" : "", bar->value);
          if (bar->lo < bar->value || bar->hi > bar->value)
            g_string_append_printf (text, " [%g %g]", bar->lo, bar->hi);
          if (bar->state != NULL)
            g_string_append_printf (text, " (%s)", bar->state);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *name;
  const char *by;
  const char *flows;
  const char *rows;
  const char *title;  /* NULL: not looked at */
} charts[] = {
  { "sector", "sector", FLOW ("a", EXACT ("100"), ",'sector':'health'") FLOW ("b", EXACT ("300"), ",'sector':'education'"),
    "Education: 300\nHealth: 100", "Education got the most: 300 CNY" },
  { "sector-added", "sector", FLOW ("a", EXACT ("100"), ",'sector':'health'") FLOW ("b", EXACT ("30"), ",'sector':'health'"), "Health: 130", NULL },
  /* a total gives way to its parts; what they leave is told */
  { "sector-rest", "sector", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), ",'sector':'health'" PART_OF ("t")),
    "Health: 60\nUse not stated in the sources: 40", "Health got the most of what is stated: 60 CNY; what about 40 CNY was for isn’t stated" },
  { "sector-all-told", "sector", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), ",'sector':'health'" PART_OF ("t"))
    FLOW ("q", EXACT ("40"), ",'sector':'education'" PART_OF ("t")), "Health: 60\nEducation: 40", NULL },
  { "sector-rest-unsure", "sector", FLOW ("t", EXACT ("100") ",'qualifier':'nearly'", "") FLOW ("p", EXACT ("40"), ",'sector':'health'" PART_OF ("t")),
    "Health: 40\nUse not stated in the sources: 60 [50 60]", NULL },
  { "sector-of-total", "sector", FLOW ("t", EXACT ("100"), ",'sector':'health'") FLOW ("p", EXACT ("60"), PART_OF ("t")), "Health: 100", NULL },
  { "sector-funds", "sector", FLOW ("a", EXACT ("100"), ",'sector':'funds'"), "Use not stated in the sources: 100", "What 100 CNY was for isn’t stated" },
  { "states", "sector", FLOW ("a", EXACT ("100"), ",'sector':'health'") FLOW ("b", EXACT ("50"), ",'sector':'health','status':'committed'")
    FLOW ("c", EXACT ("70"), ",'sector':'health','status':'planned'"), "Health: 100; 50 (committed); 70 (planned)", NULL },
  { "only-planned", "sector", FLOW ("c", EXACT ("70"), ",'sector':'health','status':'planned'"), "Health: 70 (planned)", NULL },
  { "not-aid", "sector", FLOW ("a", EXACT ("70"), ",'sector':'health','kind':'reimbursement'"), "", "No flow of aid is recorded" },
  { "other-unit", "sector", "{'record':'flow','id':'flow-a','case':'case-a','sector':'health','amount':{'value':'5','unit':'ton'}}\n", "", NULL },
  { "nothing", "sector", "", "", "No flow of aid is recorded" },
  { "over", "sector", FLOW ("a", EXACT ("2000") ",'qualifier':'over'", ",'sector':'health'"), "Health: 2000 [2000 3000]", NULL },
  { "at-least", "sector", FLOW ("a", EXACT ("2000") ",'qualifier':'at-least'", ",'sector':'health'"), "Health: 2000 [2000 inf]", NULL },
  { "range", "sector", FLOW ("a", EXACT ("100") ",'value_hi':'200'", ",'sector':'health'"), "Health: 150 [100 200]", NULL },
  { "about", "sector", FLOW ("a", EXACT ("100") ",'qualifier':'about'", ",'sector':'health'"), "Health: 100 [95 105]", NULL },

  { "years", "year", FLOW ("a", EXACT ("100"), ",'period':'2019-05'") FLOW ("b", EXACT ("30"), ",'period':'2018'"), "2018: 30\n2019: 100",
    "2019: 100 CNY, the largest sum stated" },
  { "year-added", "year", FLOW ("a", EXACT ("100"), ",'period':'2019-05'") FLOW ("b", EXACT ("30"), ",'period':'2019'"), "2019: 130", NULL },
  { "year-within", "year", FLOW ("a", EXACT ("100"), ",'period':'2019-01/2019-06'"), "2019: 100", NULL },
  { "gap", "year", FLOW ("a", EXACT ("100"), ",'period':'2016'") FLOW ("b", EXACT ("30"), ",'period':'2019'"), "2016: 100\n2017:\n2018:\n2019: 30", NULL },
  /* nobody told how a sum of several years falls into them */
  { "spans", "year", FLOW ("a", EXACT ("100"), ",'period':'2016/2018'") FLOW ("b", EXACT ("30"), ",'period':'2019'") FLOW ("c", EXACT ("5"), ",'period':'2017/..'"),
    "2019: 30\n2016–2018: 100\nsince 2017: 5", NULL },
  { "no-time", "year", FLOW ("a", EXACT ("100"), "") FLOW ("b", EXACT ("30"), ",'period':'2019'"), "2019: 30\nTime not stated: 100", NULL },
  { "parts-not-twice", "year", FLOW ("t", EXACT ("100"), ",'period':'2019'") FLOW ("p", EXACT ("60"), ",'period':'2019'" PART_OF ("t")), "2019: 100", NULL },
  { "told-twice", "year", FLOW ("a", EXACT ("100"), ",'period':'2019'") FLOW ("b", EXACT ("100"), ",'period':'2019'"), "2019: 100", NULL },
};

static void
test_chart (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_autofree char *all = g_strconcat (RECORDS, charts[row].flows, NULL);
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiBarChart) chart = NULL;
  g_autofree char *rows = NULL;

  fixture_open (&fixture, all, charts[row].by);
  chart = shanhai_figure_build (&shanhai_figure_bars_builder, &fixture.context);
  rows = dup_rows (chart);

  fixture_assert_text (rows, charts[row].rows);
  if (charts[row].title != NULL)
    fixture_assert_text (chart->title, charts[row].title);
}

/* each flow that is drawn can be found from its bar, and each bar has a key of its own */
static void
test_records (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiBarChart) chart = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_records = 0;

  fixture_open_example (&fixture, "sector");
  chart = shanhai_figure_build (&shanhai_figure_bars_builder, &fixture.context);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      ShanhaiBarRow *row = chart->rows->pdata[i];

      for (guint k = 0; k < row->bars->len; k++)
        {
          const ShanhaiBar *bar = &g_array_index (row->bars, ShanhaiBar, k);

          g_assert_true (g_hash_table_add (keys, bar->key));
          n_records += g_strv_length (bar->records);
          for (char **id = bar->records; *id != NULL; id++)
            g_assert_nonnull (shanhai_casebook_lookup_as (fixture.load->casebook, SHANHAI_RECORD_FLOW, *id));
        }
    }
  g_assert_cmpuint (n_records, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/bars/", charts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_chart);
    }
  g_test_add_func ("/figures/bars-of-records", test_records);

  return g_test_run ();
}
