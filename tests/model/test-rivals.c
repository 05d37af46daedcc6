/* test-rivals.c - of several claims to one figure, the one that stands: each rule of it, and what is a rival of what. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model-test.h"
#include "shanhai-rivals.h"

#define HEADER "{'record':'casebook','format':1}\n"
#define PLACES "{'record':'place','id':'place-c','name':'C'}\n{'record':'place','id':'place-d','name':'D'}\n"
#define SOURCE(id, kind, published, more) \
  "{'record':'source','id':'source-" id "','title':'" id "','kind':'" kind "','published':'" published "'" more "}\n"
#define SOURCES                                                                                            \
  SOURCE ("press", "press", "2020-07-01", "") SOURCE ("later", "press", "2020-09-01", "")                 \
  SOURCE ("yearbook", "statistics", "2020-05-01", "") SOURCE ("report", "official-report", "2020-06-01", "") \
  SOURCE ("copy", "statistics", "2020-12-01", ",'reprint_of':'source-press'")
#define VALUE(id, value, more) \
  "{'record':'observation','id':'observation-" id "','subject':'place-c','indicator':'poverty-headcount','value':{" value ",'unit':'person'}" more "}\n"
#define OF(source) ",'citations':[{'source':'source-" source "'}]"
#define AT(period) ",'period':'" period "'"

static ShanhaiCasebook *
open_lines (const char *lines)
{
  g_autofree char *text = g_strdelimit (g_strconcat (HEADER PLACES SOURCES, lines, NULL), "'", '"');

  return model_test_casebook (text);
}

typedef struct
{
  const char *name;
  const char *stands, *falls;  /* records x and y, in either order */
} Rule;

static const Rule rules[] = {
  { "original-before-reprint", VALUE ("y", "'value':'500','qualifier':'about'", OF ("press")), VALUE ("x", "'value':'900'", OF ("copy")) },
  { "exact-before-about", VALUE ("y", "'value':'500'", OF ("press")), VALUE ("x", "'value':'900','qualifier':'about'", OF ("yearbook")) },
  { "exact-before-range", VALUE ("y", "'value':'500'", OF ("press")), VALUE ("x", "'value':'400','value_hi':'900'", OF ("yearbook")) },
  { "finer-before-coarser", VALUE ("y", "'value':'9640'", OF ("press")), VALUE ("x", "'value':'9600','precision':'100'", OF ("yearbook")) },
  { "statistics-before-press", VALUE ("y", "'value':'500'", OF ("yearbook")), VALUE ("x", "'value':'900'", OF ("later")) },
  { "statistics-before-report", VALUE ("y", "'value':'500'", OF ("yearbook")), VALUE ("x", "'value':'900'", OF ("report")) },
  { "report-before-press", VALUE ("y", "'value':'500'", OF ("report")), VALUE ("x", "'value':'900'", OF ("later")) },
  { "later-before-earlier", VALUE ("y", "'value':'500'", OF ("later")), VALUE ("x", "'value':'900'", OF ("press")) },
  { "cited-before-uncited", VALUE ("y", "'value':'500'", OF ("press")), VALUE ("x", "'value':'900'", "") },
  { "lesser-id", VALUE ("x", "'value':'500'", OF ("press")), VALUE ("y", "'value':'900'", OF ("press")) },
};

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  g_autofree char *lines = g_strconcat (rule->stands, rule->falls, NULL);
  g_autoptr (ShanhaiCasebook) casebook = open_lines (lines);
  ShanhaiRecord *x = shanhai_casebook_lookup (casebook, "observation-x"), *y = shanhai_casebook_lookup (casebook, "observation-y");
  ShanhaiRecord *stands = strstr (rule->stands, "observation-x") != NULL ? x : y, *falls = stands == x ? y : x;

  g_assert_cmpint (shanhai_casebook_compare_rivals (casebook, stands, falls), <, 0);
  g_assert_cmpint (shanhai_casebook_compare_rivals (casebook, falls, stands), >, 0);
  g_assert_cmpint (shanhai_casebook_compare_rivals (casebook, x, x), ==, 0);
}

#define FLOW(id, amount, more) \
  "{'record':'flow','id':'flow-" id "','from':'place-d','to':'place-c','kind':'fiscal','status':'disbursed','amount':{'value':'" amount "','unit':'CNY'}" more "}\n"
#define TOTAL ",'cumulative':true,'period':'2016/2019'"

static const struct
{
  const char *name;
  const char *a, *b;  /* records x and y */
  bool        are;
} pairs[] = {
  { "one-day", VALUE ("x", "'value':'500'", AT ("2019-12-31")), VALUE ("y", "'value':'900'", AT ("2019-12-31")), true },
  { "year-and-its-end", VALUE ("x", "'value':'500'", AT ("2019-12-31")), VALUE ("y", "'value':'900'", AT ("2019")), true },
  { "other-day", VALUE ("x", "'value':'500'", AT ("2019-12-31")), VALUE ("y", "'value':'900'", AT ("2018-12-31")), false },
  { "no-time", VALUE ("x", "'value':'500'", ""), VALUE ("y", "'value':'900'", ""), false },
  { "plan", VALUE ("x", "'value':'500'", AT ("2019")), VALUE ("y", "'value':'900','planned':true", AT ("2019")), false },
  { "target", VALUE ("x", "'value':'500'", AT ("2019")), VALUE ("y", "'value':'900'", AT ("2019") ",'role':'target'"), false },
  { "part", VALUE ("x", "'value':'900'", AT ("2019")), VALUE ("y", "'value':'500'", AT ("2019") ",'part_of':'observation-x'"), false },
  { "other-basis", VALUE ("x", "'value':'500'", AT ("2019")), VALUE ("y", "'value':'900'", AT ("2019") ",'basis':'registered'"), false },
  { "totals", FLOW ("x", "470000000", TOTAL OF ("press")), FLOW ("y", "490000000", TOTAL OF ("report")), true },
  { "totals-of-one-source", FLOW ("x", "470000000", TOTAL OF ("press")), FLOW ("y", "490000000", TOTAL OF ("press")), false },
  { "two-gifts", FLOW ("x", "470", ",'period':'2019'" OF ("press")), FLOW ("y", "490", ",'period':'2019'" OF ("report")), false },
  { "still-running", FLOW ("x", "470", ",'cumulative':true,'period':'2016/..'" OF ("press")),
    FLOW ("y", "490", ",'cumulative':true,'period':'2016/..'" OF ("report")), false },
  { "flow-and-observation", FLOW ("x", "470", TOTAL), VALUE ("y", "'value':'500'", AT ("2019")), false },
};

static ShanhaiRecord *
lookup (ShanhaiCasebook *casebook,
        const char      *letter)
{
  g_autofree char *observation = g_strdup_printf ("observation-%s", letter), *flow = g_strdup_printf ("flow-%s", letter);
  ShanhaiRecord *record = shanhai_casebook_lookup (casebook, observation);

  return record != NULL ? record : shanhai_casebook_lookup (casebook, flow);
}

static void
test_pair (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *lines = g_strconcat (pairs[i].a, pairs[i].b, NULL);
  g_autoptr (ShanhaiCasebook) casebook = open_lines (lines);

  g_assert_true (shanhai_records_are_rivals (lookup (casebook, "x"), lookup (casebook, "y")) == pairs[i].are);
  g_assert_true (shanhai_records_are_rivals (lookup (casebook, "y"), lookup (casebook, "x")) == pairs[i].are);
  g_assert_false (shanhai_records_are_rivals (lookup (casebook, "x"), lookup (casebook, "x")));
}

/* the same at both ends, whatever the order that they are asked in */
static void
test_ends (void)
{
  g_autoptr (ShanhaiCasebook) casebook = open_lines (VALUE ("a", "'value':'1000','qualifier':'about'", AT ("2013-12-31"))
                                                     VALUE ("b", "'value':'1100'", AT ("2013"))
                                                     VALUE ("c", "'value':'600'", AT ("2016-12-31"))
                                                     VALUE ("d", "'value':'500'", AT ("2019-12-31") OF ("press"))
                                                     VALUE ("e", "'value':'400'", AT ("2019") OF ("yearbook"))
                                                     VALUE ("f", "'value':'9'", ""));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_assert_null (shanhai_casebook_find_end (casebook, records, true));
  for (const char *letter = "fabcde"; *letter != '\0'; letter++)
    g_ptr_array_add (records, lookup (casebook, (char[]) { *letter, '\0' }));
  for (guint turn = 0; turn < records->len; turn++)
    {
      g_assert_cmpstr (shanhai_record_get_id (shanhai_casebook_find_end (casebook, records, false)), ==, "observation-b");
      g_assert_cmpstr (shanhai_record_get_id (shanhai_casebook_find_end (casebook, records, true)), ==, "observation-e");
      g_ptr_array_add (records, g_ptr_array_remove_index (records, 0));
    }
  g_ptr_array_set_size (records, 0);
  g_ptr_array_add (records, lookup (casebook, "f"));
  g_assert_cmpstr (shanhai_record_get_id (shanhai_casebook_find_end (casebook, records, true)), ==, "observation-f");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/rivals/stands/%s", rules[i].name);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/rivals/are/%s", pairs[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/model/rivals/ends", test_ends);

  return g_test_run ();
}
