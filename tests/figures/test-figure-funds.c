/* test-figure-funds.c - which flows are drawn as aid, and that no yuan is told twice. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "figure-fixture.h"

#define RECORDS \
  "{'record':'place','id':'place-a','name':'Alba'}\n" \
  "{'record':'place','id':'place-b','name':'Brena'}\n" \
  "{'record':'party','id':'party-c','name':'Channel'}\n" \
  "{'record':'case','id':'case-a','title':'First'}\n" \
  "{'record':'programme','id':'programme-a','case':'case-a','title':'Roads'}\n"
/* amount: the inside of a quantity without its unit; more: further members */
#define FLOW(id, amount, more) \
  "{'record':'flow','id':'flow-" id "','case':'case-a','from':'place-a','to':'place-b','amount':{" amount ",'unit':'CNY'}" more "}\n"
#define EXACT(value) "'value':'" value "'"
#define ABOUT(value) EXACT (value) ",'qualifier':'about'"
/* all that was given over those years, as that source has it */
#define TOTAL(source) ",'cumulative':true,'period':'2013/2019','citations':[{'source':'source-" source "','quote':'q'}]"
#define PART_OF(id) ",'part_of':'flow-" id "'"

static void
open_flows (FigureFixture *fixture,
            const char    *flows,
            const char    *by)
{
  g_autofree char *all = g_strconcat (RECORDS, flows, NULL);

  fixture_open (fixture, all, by);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* "a b" for flow-a and flow-b, in the order of the ids */
static char *
dup_ids (GPtrArray *flows)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    g_ptr_array_add (ids, (char *) shanhai_record_get_id (flows->pdata[i]) + strlen ("flow-"));
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

/* ---- selection ------------------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *flows;
  const char *totals, *apart;
  const char *parts_of, *parts;
  const char *status;
} selections[] = {
  { "part", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), PART_OF ("t")), "t", "", "t", "p", "disbursed" },
  { "parts-of-parts", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), PART_OF ("t")) FLOW ("q", EXACT ("10"), PART_OF ("p")),
    "t", "", "p", "q", "disbursed" },
  /* a circle is nobody's part; nothing is lost and nothing hangs */
  { "circle", FLOW ("a", EXACT ("100"), PART_OF ("b")) FLOW ("b", EXACT ("60"), PART_OF ("a")), "a b", "", "a", "", "disbursed" },
  { "self", FLOW ("a", EXACT ("100"), PART_OF ("a")), "a", "", "a", "", "disbursed" },
  { "below-a-circle", FLOW ("a", EXACT ("100"), PART_OF ("b")) FLOW ("b", EXACT ("60"), PART_OF ("a")) FLOW ("c", EXACT ("5"), PART_OF ("a")),
    "a b c", "", "a", "", "disbursed" },
  { "part-of-nothing", FLOW ("a", EXACT ("100"), PART_OF ("zzz")), "a", "", "a", "", "disbursed" },
  /* planned and disbursed are never added up */
  { "planned", FLOW ("a", EXACT ("100"), ",'status':'planned'") FLOW ("b", EXACT ("60"), ",'status':'disbursed'"), "b", "a", "b", "", "disbursed" },
  { "planned-amount", FLOW ("a", EXACT ("100") ",'planned':true", "") FLOW ("b", EXACT ("60"), ""), "b", "a", "b", "", "disbursed" },
  { "committed", FLOW ("a", EXACT ("100"), ",'status':'committed'") FLOW ("b", EXACT ("60"), ",'status':'planned'"), "a", "b", "a", "", "committed" },
  { "only-planned", FLOW ("a", EXACT ("100"), ",'status':'planned'"), "a", "", "a", "", "planned" },
  /* a part of what is only planned stands for itself */
  { "part-of-a-plan", FLOW ("t", EXACT ("100"), ",'status':'planned'") FLOW ("p", EXACT ("60"), PART_OF ("t")), "p", "t", "t", "", "disbursed" },
  /* kinds */
  { "not-aid", FLOW ("a", EXACT ("1"), ",'kind':'donation'") FLOW ("b", EXACT ("2"), ",'kind':'purchase'")
    FLOW ("c", EXACT ("3"), ",'kind':'investment'") FLOW ("d", EXACT ("4"), ",'kind':'reimbursement'"), "a", "b c d", "a", "", "disbursed" },
  { "aid", FLOW ("a", EXACT ("1"), ",'kind':'donation'") FLOW ("b", EXACT ("2"), ",'kind':'fiscal'") FLOW ("c", EXACT ("3"), ",'kind':'in-kind'")
    FLOW ("d", EXACT ("4"), ",'kind':'subsidy'") FLOW ("e", EXACT ("5"), ",'kind':'loan'") FLOW ("f", EXACT ("6"), ""), "a b c d e f", "", "a", "", "disbursed" },
  { "only-purchases", FLOW ("a", EXACT ("1"), ",'kind':'purchase'"), "", "a", "a", "", "disbursed" },
  { "without-amount", "{'record':'flow','id':'flow-a','case':'case-a','from':'place-a'}\n" FLOW ("b", EXACT ("1"), ""), "b", "", "b", "", "disbursed" },
  { "other-unit", FLOW ("b", EXACT ("1"), "") "{'record':'flow','id':'flow-a','case':'case-a','amount':{'value':'5','unit':'ton'}}\n", "b", "a", "b", "",
    "disbursed" },
  /* what two sources tell alike is one flow */
  { "twice", FLOW ("a", EXACT ("7"), ",'period':'2019'") FLOW ("b", EXACT ("7"), ",'period':'2018/2020'"), "a", "", "a", "", "disbursed" },
  { "twice-undated", FLOW ("a", EXACT ("7"), "") FLOW ("b", EXACT ("7"), ",'period':'2019'"), "a", "", "a", "", "disbursed" },
  { "each-year", FLOW ("a", EXACT ("7"), ",'period':'2019'") FLOW ("b", EXACT ("7"), ",'period':'2020'"), "a b", "", "a", "", "disbursed" },
  { "other-sector", FLOW ("a", EXACT ("7"), ",'sector':'health'") FLOW ("b", EXACT ("7"), ",'sector':'education'"), "a b", "", "a", "", "disbursed" },
  { "other-kind", FLOW ("a", EXACT ("7"), ",'kind':'fiscal'") FLOW ("b", EXACT ("7"), ",'kind':'donation'"), "a b", "", "a", "", "disbursed" },
  { "other-programme", FLOW ("a", EXACT ("7"), ",'programme':'programme-a'") FLOW ("b", EXACT ("7"), ""), "a b", "", "a", "", "disbursed" },
  /* of totals that sources tell differently the one that stands is drawn, whichever of them comes first, and however many tell another one */
  { "rivals-last", FLOW ("a", ABOUT ("100"), TOTAL ("a")) FLOW ("b", ABOUT ("100"), TOTAL ("b")) FLOW ("c", EXACT ("120"), TOTAL ("c")), "c", "", "c", "", "disbursed" },
  { "rivals-first", FLOW ("a", EXACT ("120"), TOTAL ("a")) FLOW ("b", ABOUT ("100"), TOTAL ("b")) FLOW ("c", ABOUT ("100"), TOTAL ("c")), "a", "", "a", "", "disbursed" },
  { "rivals-between", FLOW ("a", ABOUT ("100"), TOTAL ("a")) FLOW ("b", EXACT ("120"), TOTAL ("b")) FLOW ("c", ABOUT ("100"), TOTAL ("c")), "b", "", "b", "", "disbursed" },
  { "part-of-a-rival", FLOW ("a", ABOUT ("100"), TOTAL ("a")) FLOW ("b", ABOUT ("90"), TOTAL ("b")) FLOW ("c", EXACT ("120"), TOTAL ("c")) FLOW ("p", EXACT ("60"), PART_OF ("a")),
    "c", "", "c", "p", "disbursed" },
  { "one-source", FLOW ("a", ABOUT ("100"), TOTAL ("a")) FLOW ("b", EXACT ("120"), TOTAL ("a")), "a b", "", "a", "", "disbursed" },
};

static void
test_selection (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFundsSelection) selection = NULL;
  g_autofree char *totals = NULL, *apart = NULL, *parts = NULL, *parent = g_strconcat ("flow-", selections[row].parts_of, NULL);

  open_flows (&fixture, selections[row].flows, "recipient");
  selection = shanhai_funds_selection_start (&fixture.context, NULL);
  g_assert_true (shanhai_funds_selection_go_on (selection, G_MAXINT64));
  totals = dup_ids (selection->totals);
  apart = dup_ids (selection->apart);
  parts = dup_ids (shanhai_funds_selection_get_parts (selection, shanhai_casebook_lookup_as (fixture.load->casebook, SHANHAI_RECORD_FLOW, parent)));

  g_assert_cmpstr (totals, ==, selections[row].totals);
  g_assert_cmpstr (apart, ==, selections[row].apart);
  g_assert_cmpstr (parts, ==, selections[row].parts);
  g_assert_cmpstr (selection->status, ==, selections[row].status);
}

/* ---- the chart ------------------------------------------------------------------------------ */

static const ShanhaiFlowChartNode *
get_node (ShanhaiFlowChart *chart,
          const char       *key)
{
  for (guint i = 0; i < chart->nodes->len; i++)
    if (strcmp (((ShanhaiFlowChartNode *) chart->nodes->pdata[i])->key, key) == 0)
      return chart->nodes->pdata[i];

  g_error ("no node “%s”", key);
}

/* each link as "Alba > Brena 100", in the order of the texts, one a line */
static char *
dup_links (ShanhaiFlowChart *chart)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < chart->links->len; i++)
    {
      const ShanhaiFlowChartLink *link = chart->links->pdata[i];

      g_ptr_array_add (texts, g_strdup_printf ("%s > %s %g", get_node (chart, link->source)->label, get_node (chart, link->target)->label, link->value));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

static const struct
{
  const char *name;
  const char *flows;
  const char *links;
  const char *title;   /* NULL: not looked at */
} charts[] = {
  { "direct", FLOW ("a", EXACT ("100"), ""), "Alba > Brena 100", "100 CNY went to Brena" },
  { "sector", FLOW ("a", EXACT ("100"), ",'sector':'health'"), "Alba > Health 100\nHealth > Brena 100", "100 CNY went to health" },
  /* 资金使用 is no use */
  { "funds", FLOW ("a", EXACT ("100"), ",'sector':'funds'"), "Alba > Brena 100", "100 CNY went to Brena" },
  { "channel", FLOW ("a", EXACT ("100"), ",'via':'party-c','sector':'health'"), "Alba > Channel 100\nChannel > Health 100\nHealth > Brena 100", NULL },
  { "rest", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), ",'sector':'health'" PART_OF ("t")),
    "Alba > Health 60\nAlba > Use not stated in the sources 40\nHealth > Brena 60",
    "Of 100 CNY, 60 CNY went to health; where about 40 CNY went isn’t stated" },
  /* 98 of about 100: nobody can tell that something is left */
  { "no-sharp-rest", FLOW ("t", EXACT ("100") ",'qualifier':'about'", "") FLOW ("p", EXACT ("98"), ",'sector':'health'" PART_OF ("t")),
    "Alba > Health 98\nHealth > Brena 98", "Of about 100 CNY, 98 CNY went to health" },
  { "sharp-rest", FLOW ("t", EXACT ("100") ",'qualifier':'about'", "") FLOW ("p", EXACT ("50"), ",'sector':'health'" PART_OF ("t")),
    "Alba > Health 50\nAlba > Use not stated in the sources 50\nHealth > Brena 50", NULL },
  { "all-told", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("60"), ",'sector':'health'" PART_OF ("t")) FLOW ("q", EXACT ("40"), ",'sector':'education'" PART_OF ("t")),
    "Alba > Education 40\nAlba > Health 60\nEducation > Brena 40\nHealth > Brena 60", "Of 100 CNY, 60 CNY went to health" },
  /* parts above their total: no rest below zero */
  { "too-much", FLOW ("t", EXACT ("100"), "") FLOW ("p", EXACT ("130"), ",'sector':'health'" PART_OF ("t")), "Alba > Health 130\nHealth > Brena 130", NULL },
  /* a rest of a total whose sector is known stays in it */
  { "rest-in-sector", FLOW ("t", EXACT ("100"), ",'sector':'health'") FLOW ("p", EXACT ("60"), PART_OF ("t")), "Alba > Health 100\nHealth > Brena 100", NULL },
  { "added", FLOW ("a", EXACT ("100"), "") FLOW ("b", EXACT ("30"), ""), "Alba > Brena 130", NULL },
  /* what is left of a range is told as it is drawn: from its middle */
  { "rest-of-range", FLOW ("t", EXACT ("400") ",'value_hi':'600'", "") FLOW ("p", EXACT ("100") ",'value_hi':'200'", ",'sector':'health'" PART_OF ("t")),
    "Alba > Health 150\nAlba > Use not stated in the sources 350\nHealth > Brena 150",
    "Of 400–600 CNY, 100–200 CNY went to health; where about 350 CNY went isn’t stated" },
  { "range", FLOW ("a", EXACT ("100") ",'value_hi':'200'", ""), "Alba > Brena 150", NULL },
  { "nobody", "{'record':'flow','id':'flow-a','case':'case-a','amount':{'value':'5','unit':'CNY'},'sector':'health'}\n", "Donor not stated > Health 5", NULL },
  { "group", "{'record':'flow','id':'flow-a','case':'case-a','from':{'name':'Several'},'to':'place-b','amount':{'value':'5','unit':'CNY'}}\n",
    "Several > Brena 5", NULL },
  { "circle", FLOW ("a", EXACT ("100"), PART_OF ("b")) FLOW ("b", EXACT ("60"), PART_OF ("a")), "Alba > Brena 160", NULL },
  { "nothing", "", "", "No flow of aid is recorded" },
  { "only-purchases", FLOW ("a", EXACT ("1"), ",'kind':'purchase'"), "", "No flow of aid is recorded" },
};

static void
test_chart (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  g_autofree char *links = NULL;

  open_flows (&fixture, charts[row].flows, "recipient");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  links = dup_links (chart);

  g_assert_cmpstr (links, ==, charts[row].links);
  if (charts[row].title != NULL)
    fixture_assert_text (chart->title, charts[row].title);
}

/* stages are columns of their own: a place paid directly stands in the place column */
static void
test_stages (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;

  open_flows (&fixture, FLOW ("a", EXACT ("100"), "") FLOW ("b", EXACT ("7"), ",'via':'party-c','sector':'health'"), "recipient");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  g_assert_cmpuint (chart->nodes->len, ==, 4);
  g_assert_cmpint (get_node (chart, "0:place-a")->stage, ==, 0);
  g_assert_cmpint (get_node (chart, "1:party-c")->stage, ==, 1);
  g_assert_cmpint (get_node (chart, "2:health")->stage, ==, 2);
  g_assert_cmpint (get_node (chart, "3:place-b")->stage, ==, 3);
  g_assert_cmpuint (g_strv_length (chart->stage_titles), ==, 4);
}

static void
test_by_project (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  g_autofree char *links = NULL;

  open_flows (&fixture, FLOW ("a", EXACT ("100"), ",'programme':'programme-a','sector':'infrastructure'") FLOW ("b", EXACT ("30"), ""), "project");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  links = dup_links (chart);
  g_assert_cmpstr (links, ==, "Alba > Brena 30\nAlba > Infrastructure 100\nInfrastructure > Roads 100");
}

/* a plan is drawn as one, with the qualifier in words */
static void
test_marks_of_doubt (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  const ShanhaiFlowChartLink *link;

  open_flows (&fixture, FLOW ("a", EXACT ("470000000") ",'precision':'10000000','qualifier':'nearly'", ",'status':'planned'"), "recipient");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  g_assert_cmpuint (chart->links->len, ==, 1);
  link = chart->links->pdata[0];
  g_assert_true (link->planned);
  g_assert_false (link->untold);
  g_assert_cmpint (link->qualifier, ==, SHANHAI_QUALIFIER_NEARLY);
  fixture_assert_text (link->words, "nearly 470 M CNY");
  fixture_assert_text (link->label, "470 M");
  g_assert_cmpstr (link->records[0], ==, "flow-a");
  g_assert_null (link->records[1]);
}

/* a band of several flows stands for all of them, and is as sure as the least sure */
static const struct
{
  const char *name;
  const char *a, *b;  /* amounts */
  const char *words;
} sums[] = {
  { "exact", EXACT ("100"), EXACT ("30"), "130 CNY" },
  { "over", EXACT ("100"), EXACT ("30") ",'qualifier':'over'", "over 130 CNY" },
  { "at-least", EXACT ("100") ",'qualifier':'at-least'", EXACT ("30") ",'qualifier':'over'", "at least 130 CNY" },
  { "nearly", EXACT ("100") ",'qualifier':'nearly'", EXACT ("30"), "nearly 130 CNY" },
  { "over-and-nearly", EXACT ("100") ",'qualifier':'nearly'", EXACT ("30") ",'qualifier':'over'", "about 130 CNY" },
  { "range", EXACT ("100") ",'value_hi':'200'", EXACT ("30"), "130–230 CNY" },
  { "exact-and-range", EXACT ("30"), EXACT ("100") ",'value_hi':'200'", "130–230 CNY" },
  { "two-ranges", EXACT ("30") ",'value_hi':'50'", EXACT ("100") ",'value_hi':'200'", "130–250 CNY" },
  { "range-and-over", EXACT ("100") ",'value_hi':'200'", EXACT ("30") ",'qualifier':'over'", "at least 130 CNY" },
  { "range-and-nearly", EXACT ("100") ",'value_hi':'200'", EXACT ("30") ",'qualifier':'nearly'", "at most 230 CNY" },
};

static void
test_sum (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  g_autofree char *flows = g_strconcat ("{'record':'flow','id':'flow-a','case':'case-a','from':'place-a','to':'place-b','amount':{", sums[row].a, ",'unit':'CNY'}}\n",
                                        "{'record':'flow','id':'flow-b','case':'case-a','from':'place-a','to':'place-b','amount':{", sums[row].b, ",'unit':'CNY'}}\n",
                                        NULL);
  const ShanhaiFlowChartLink *link;

  open_flows (&fixture, flows, "recipient");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  g_assert_cmpuint (chart->links->len, ==, 1);
  link = chart->links->pdata[0];
  g_assert_cmpuint (g_strv_length (link->records), ==, 2);
  fixture_assert_text (link->words, sums[row].words);
}

static void
test_notes (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  g_autofree char *notes = NULL;

  open_flows (&fixture,
              FLOW ("a", EXACT ("100"), "") FLOW ("b", EXACT ("7000000000") ",'precision':'1000000000','qualifier':'about','planned':true", ",'kind':'investment'")
              FLOW ("c", EXACT ("1"), ",'kind':'purchase'") FLOW ("d", EXACT ("2"), ",'kind':'purchase'") FLOW ("e", EXACT ("3"), ",'kind':'purchase'")
              FLOW ("f", EXACT ("4"), ",'kind':'purchase'"), "recipient");
  chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);
  notes = g_strjoinv ("\n", chart->notes);
  g_assert_nonnull (strstr (notes, "7"));
  g_assert_nonnull (strstr (notes, "investment"));
  g_assert_nonnull (strstr (notes, "purchase"));
  /* three of a kind are named, then no more */
  g_assert_nonnull (strstr (notes, "3"));
  g_assert_nonnull (strstr (notes, "…"));
}

/* on the example: no node gives on more than came in, but for the donors, and no band is wider than the money that its donor gave */
static void
test_conservation (void)
{
  static const char * const by[] = { "recipient", "project" };

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      g_auto (FigureFixture) fixture = { 0 };
      ShanhaiRecordList *cases;

      fixture_open_example (&fixture, by[i]);
      cases = shanhai_casebook_get_list (fixture.load->casebook, SHANHAI_RECORD_CASE);
      g_assert_cmpuint (shanhai_record_list_get_n (cases), >=, 5);
      for (guint c = 0; c <= shanhai_record_list_get_n (cases); c++)
        {
          const char *ids[] = { NULL, NULL };
          g_autoptr (ShanhaiFlowChart) chart = NULL;

          /* each case, then all of them */
          if (c < shanhai_record_list_get_n (cases))
            ids[0] = shanhai_record_get_id (shanhai_record_list_peek (cases, c));
          fixture.context.cases = ids[0] != NULL ? ids : NULL;
          chart = shanhai_figure_build (&shanhai_figure_funds_builder, &fixture.context);

          for (guint n = 0; n < chart->nodes->len; n++)
            {
              const ShanhaiFlowChartNode *node = chart->nodes->pdata[n];
              double received = 0, given = 0;

              for (guint k = 0; k < chart->links->len; k++)
                {
                  const ShanhaiFlowChartLink *link = chart->links->pdata[k];

                  received += strcmp (link->target, node->key) == 0 ? link->value : 0;
                  given += strcmp (link->source, node->key) == 0 ? link->value : 0;
                }
              g_test_message ("%s, %s: %g in, %g out", ids[0] != NULL ? ids[0] : "all", node->label, received, given);
              g_assert_cmpfloat (received + given, >, 0);
              if (node->stage > 0)
                g_assert_cmpfloat (given, <=, received * 1.000001);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/funds/selection/", selections[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_selection);
    }
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/funds/chart/", charts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_chart);
    }
  g_test_add_func ("/figures/funds/stages", test_stages);
  g_test_add_func ("/figures/funds/by-project", test_by_project);
  g_test_add_func ("/figures/funds/marks-of-doubt", test_marks_of_doubt);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/funds/sum/", sums[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sum);
    }
  g_test_add_func ("/figures/funds/notes", test_notes);
  g_test_add_func ("/figures/funds/conservation", test_conservation);

  return g_test_run ();
}
