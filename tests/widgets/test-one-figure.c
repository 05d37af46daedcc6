/* test-one-figure.c - of rival figures all places show the same one: before a person has chosen, and after. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-case-figures.h"
#include "shanhai-comparison.h"
#include "shanhai-decision.h"
#include "shanhai-figure.h"
#include "shanhai-history.h"
#include "shanhai-load.h"
#include "shanhai-totals.h"

#define RECORDS                                                                                                                             \
  "{'record':'casebook','format':1}\n"                                                                                                      \
  "{'record':'place','id':'place-c','name':'C','level':'county'}\n{'record':'place','id':'place-d','name':'D','level':'county'}\n"           \
  "{'record':'source','id':'source-old','title':'A','kind':'press','published':'2020-07-01'}\n"                                             \
  "{'record':'source','id':'source-new','title':'B','kind':'press','published':'2020-08-01'}\n"                                             \
  "{'record':'source','id':'source-book','title':'Yearbook','kind':'statistics','published':'2020-03-01'}\n"                                \
  "{'record':'case','id':'case-1','title':'D to C','assisting':['place-d'],'assisted':['place-c']}\n"
#define VALUE(id, value, more, period, source)                                                                                              \
  "{'record':'observation','id':'observation-" id "','case':'case-1','subject':'place-c','indicator':'poverty-headcount','value':{'value':'" value \
  "'" more ",'unit':'person'},'period':'" period "','citations':[{'source':'source-" source "','paragraph':1}]}\n"
#define FUNDS(id, value, source)                                                                                                            \
  "{'record':'flow','id':'flow-" id "','case':'case-1','from':'place-d','to':'place-c','kind':'fiscal','status':'disbursed','cumulative':true,'amount':{'value':'" value \
  "','unit':'CNY'},'period':'2016/2019','citations':[{'source':'source-" source "','paragraph':2}]}\n"
#define START VALUE ("s", "8000", "", "2013-12-31", "old")

typedef struct
{
  const char *name;
  const char *lines;
  const char *stands, *falls;  /* ids of the rivals */
  const char *shown, *other;   /* their figures */
} Rivals;

static const Rivals rivals[] = {
  { "later-source", START VALUE ("9", "500", "", "2019-12-31", "old") VALUE ("1", "400", "", "2019-12-31", "new"), "observation-1", "observation-9", "400", "500" },
  { "later-source-of-greater-id", START VALUE ("1", "900", "", "2019-12-31", "old") VALUE ("9", "400", "", "2019-12-31", "new"), "observation-9", "observation-1", "400", "900" },
  { "year-and-its-last-day", START VALUE ("1", "900", "", "2019", "new") VALUE ("2", "400", "", "2019-12-31", "book"), "observation-2", "observation-1", "400", "900" },
  { "exact", START VALUE ("1", "900", ",'qualifier':'about'", "2019-12-31", "book") VALUE ("2", "400", "", "2019-12-31", "old"), "observation-2", "observation-1", "400", "900" },
};

static ShanhaiLoad *
open_lines (const char *lines)
{
  g_autofree char *text = g_strdelimit (g_strconcat (RECORDS, lines, NULL), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ShanhaiLoad *load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (load->damages->len, ==, 0);
  return load;
}

static void
assert_tells (const char *text,
              const char *figure,
              const char *not_this)
{
  g_assert_nonnull (strstr (text, figure));
  g_assert_null (strstr (text, not_this));
}

/* the title of the chart, the key figure, the row of the comparison and its end, the total */
static void
assert_everywhere (ShanhaiCasebook *casebook,
                   const char      *id,
                   const char      *figure,
                   const char      *not_this)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);
  const ShanhaiWording wording = { casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, "case-1");
  g_autoptr (ShanhaiFigure) chart = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, casebook, NULL, "poverty-headcount", NULL);
  g_autoptr (ShanhaiMarks) marks = shanhai_figure_layout (chart, options);
  g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, the_case);
  g_autoptr (GPtrArray) rows = shanhai_comparison_list (casebook, NULL, "poverty-headcount");
  g_autoptr (ShanhaiCasebookTotal) total = shanhai_casebook_dup_indicator_total (casebook, NULL, "poverty-headcount");
  g_autofree char *told = shanhai_wording_quantity (&wording, total->quantity);
  const ShanhaiCaseFigure *key = figures->pdata[0];

  assert_tells (shanhai_marks_get_title (marks), figure, not_this);
  assert_tells (key->value, figure, not_this);
  g_assert_cmpstr (key->record, ==, id);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_last (rows->pdata[0]))), ==, id);
  g_assert_cmpstr (shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_first (rows->pdata[0]))), ==, "observation-s");
  assert_tells (told, figure, not_this);
}

static void
choose (ShanhaiCasebook *casebook,
        const char      *chosen,
        const char      *instead_of)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("choose");
  g_autoptr (ShanhaiRecord) decision = shanhai_record_new (SHANHAI_RECORD_DECISION, NULL);
  ShanhaiAbout about = { .record = (char *) instead_of };
  g_autoptr (GError) error = NULL;

  g_object_set (decision, "about", &about, "verdict", "accepted", "prefers", chosen, NULL);
  shanhai_change_put (change, decision);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error));
  g_assert_no_error (error);
}

static void
test_rivals (gconstpointer data)
{
  const Rivals *test = data;
  g_autoptr (ShanhaiLoad) load = open_lines (test->lines);

  assert_everywhere (load->casebook, test->stands, test->shown, test->other);
  choose (load->casebook, test->falls, test->stands);
  assert_everywhere (load->casebook, test->falls, test->other, test->shown);
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (load->casebook), NULL));
  assert_everywhere (load->casebook, test->stands, test->shown, test->other);
}

/* two claims and nothing before them: no change is told between them */
static void
test_no_change (void)
{
  g_autoptr (ShanhaiLoad) load = open_lines (VALUE ("9", "500", "", "2019-12-31", "old") VALUE ("1", "400", "", "2019-12-31", "new"));
  const ShanhaiWording wording = { load->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  g_autoptr (GPtrArray) rows = shanhai_comparison_list (load->casebook, NULL, "poverty-headcount");
  g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, "case-1"));

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (shanhai_comparison_row_get_first (rows->pdata[0]));
  g_assert_cmpstr (((ShanhaiCaseFigure *) figures->pdata[0])->record, ==, "observation-1");
  g_assert_null (strstr (((ShanhaiCaseFigure *) figures->pdata[0])->value, "→"));
}

/* of two totals of the same money one is drawn and counted, everywhere the same, and what isn't is told */
static void
test_funds (void)
{
  g_autoptr (ShanhaiLoad) load = open_lines (FUNDS ("1", "490000000", "old") FUNDS ("2", "470000000", "book"));
  const ShanhaiWording wording = { load->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, "case-1");

  for (guint chosen = 0; chosen < 2; chosen++)
    {
      const char *shown = chosen == 0 ? "470" : "490", *other = chosen == 0 ? "490" : "470";
      g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, the_case);
      g_autoptr (GPtrArray) totals = shanhai_casebook_dup_totals (load->casebook, NULL);
      g_autofree char *told = NULL;

      assert_tells (((ShanhaiCaseFigure *) figures->pdata[0])->value, shown, other);
      g_assert_cmpuint (totals->len, ==, 1);
      told = shanhai_wording_quantity (&wording, ((ShanhaiCasebookTotal *) totals->pdata[0])->quantity);
      assert_tells (told, shown, other);
      for (const char * const *by = shanhai_figure_kind_list_by (SHANHAI_FIGURE_FUNDS); *by != NULL; by++)
        {
          g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
          g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);
          g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_FUNDS, load->casebook, NULL, *by, NULL);
          g_autoptr (ShanhaiMarks) marks = shanhai_figure_layout (figure, options);

          assert_tells (shanhai_marks_get_title (marks), shown, other);
          g_assert_null (strstr (shanhai_marks_describe (marks), "960"));
          /* in a note alone, and only while nobody has chosen */
          g_assert_true ((strstr (shanhai_marks_describe (marks), other) != NULL) == (chosen == 0));
        }
      if (chosen == 0)
        choose (load->casebook, "flow-1", "flow-2");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rivals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/one-figure/%s", rivals[i].name);

      g_test_add_data_func (path, &rivals[i], test_rivals);
    }
  g_test_add_func ("/widgets/one-figure/no-change", test_no_change);
  g_test_add_func ("/widgets/one-figure/funds", test_funds);

  return g_test_run ();
}
