/* test-comparison.c - one indicator in several cases, and the figures of a source. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <locale.h>

#include "shanhai-comparison.h"
#include "shanhai-source-figures.h"
#include "shanhai-document.h"

typedef struct
{
  const char *case_id, *subject, *indicator, *value, *unit, *period, *role;
  bool        planned;
} Told;

/* in an order that says nothing */
static const Told told[] = {
  { "case-b", "place-x", "poverty-incidence", "2.5", "percent", "2019-12-31", "actual", false },
  { "case-a", "place-y", "poverty-incidence", "4.25", "percent", "2019-12-31", "actual", false },
  { "case-a", "place-y", "poverty-incidence", "10", "percent", "2016", "actual", false },
  { "case-a", "place-y", "poverty-incidence", "38.74", "percent", "2013-12-31", "baseline", false },
  /* not reached: no part of the comparison */
  { "case-a", "place-y", "poverty-incidence", "0", "percent", "2020-12-31", "target", false },
  { "case-a", "place-y", "poverty-incidence", "1", "percent", "2020-12-31", "actual", true },
  { "case-a", "place-y", "poverty-incidence", "7", "percent", NULL, "actual", false },
  /* another place, another unit: rows of their own */
  { "case-a", "place-z", "poverty-incidence", "5", "percent", "2015", "actual", false },
  { "case-a", "place-z", "poverty-incidence", "500", "person", "2016", "actual", false },
  { "case-a", "place-y", "schools-built", "3", "school", "2016", "actual", false },
  { "case-b", "place-x", "schools-built", "4", "school", "2016", "actual", false },
  { "case-b", "place-x", "beds", "40", "bed", "2016", "actual", false },
  { "case-b", "place-x", "own-indicator", "4", "item", "2016", "target", false },
  /* of no case: nothing to compare */
  { NULL, "place-x", "own-indicator", "4", "item", "2016", "actual", false },
};

static ShanhaiRecord *
new_observation (guint i)
{
  const Told *row = &told[i];
  g_autofree char *id = g_strdup_printf ("observation-%02u", i);
  ShanhaiRecord *record = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, id);
  ShanhaiDecimal decimal;
  g_autoptr (ShanhaiQuantity) value = NULL;
  g_autoptr (ShanhaiPeriod) period = row->period != NULL ? shanhai_period_parse (row->period, NULL) : NULL;

  g_assert_true (shanhai_decimal_parse (row->value, -1, &decimal));
  value = shanhai_quantity_new (&decimal, row->unit);
  value->planned = row->planned;
  g_object_set (record, "case", row->case_id, "subject", row->subject, "indicator", row->indicator, "value", value,
                "period", period, "role", row->role, NULL);
  return record;
}

static ShanhaiCasebook *
new_casebook (void)
{
  ShanhaiCasebook *casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_CASE, "case-b"));
  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_CASE, "case-a"));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_ptr_array_add (records, new_observation (i));
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  return casebook;
}

static void
assert_row (GPtrArray  *rows,
            guint       position,
            const char *case_id,
            const char *subject,
            const char *first,
            const char *last)
{
  ShanhaiComparisonRow *row = rows->pdata[position];
  ShanhaiObservation *start = shanhai_comparison_row_get_first (row);

  g_assert_cmpstr (shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_case (row))), ==, case_id);
  g_assert_cmpstr (shanhai_comparison_row_get_subject (row), ==, subject);
  g_assert_cmpstr (start != NULL ? shanhai_record_get_id (SHANHAI_RECORD (start)) : NULL, ==, first);
  g_assert_cmpstr (shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_last (row))), ==, last);
}

static void
test_rows (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_casebook ();
  g_autoptr (GPtrArray) rows = shanhai_comparison_list (casebook, NULL, "poverty-incidence");
  const char * const only_b[] = { "case-b", NULL };
  const char * const none[] = { NULL };
  g_autoptr (GPtrArray) of_b = shanhai_comparison_list (casebook, only_b, "poverty-incidence");
  g_autoptr (GPtrArray) of_none = shanhai_comparison_list (casebook, none, "poverty-incidence");
  g_autoptr (GPtrArray) unknown = shanhai_comparison_list (casebook, NULL, "no-such-thing");

  g_assert_cmpuint (rows->len, ==, 4);
  assert_row (rows, 0, "case-a", "place-y", "observation-03", "observation-01");
  assert_row (rows, 1, "case-a", "place-z", NULL, "observation-07");
  assert_row (rows, 2, "case-a", "place-z", NULL, "observation-08");
  assert_row (rows, 3, "case-b", "place-x", NULL, "observation-00");
  /* the one in between, too; what is planned, not */
  g_assert_true (shanhai_comparison_row_has (rows->pdata[0], "observation-02"));
  g_assert_false (shanhai_comparison_row_has (rows->pdata[0], "observation-04"));
  g_assert_false (shanhai_comparison_row_has (rows->pdata[0], NULL));

  g_assert_cmpuint (of_b->len, ==, 1);
  assert_row (of_b, 0, "case-b", "place-x", NULL, "observation-00");
  g_assert_cmpuint (of_none->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

static void
test_indicators (void)
{
  static const struct { const char *key; guint n_cases; } expected[] = { { "poverty-incidence", 2 }, { "schools-built", 2 }, { "beds", 1 } };
  g_autoptr (ShanhaiCasebook) casebook = new_casebook ();
  g_autoptr (GArray) indicators = shanhai_comparison_list_indicators (casebook, SHANHAI_LANGUAGE_ENGLISH);

  g_assert_cmpuint (indicators->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < indicators->len; i++)
    {
      g_assert_cmpstr (g_array_index (indicators, ShanhaiComparable, i).key, ==, expected[i].key);
      g_assert_cmpuint (g_array_index (indicators, ShanhaiComparable, i).n_cases, ==, expected[i].n_cases);
    }
}

/* every citation of the example stands where it says, or has its place in the outline */
static void
test_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (file, NULL, NULL);
  ShanhaiCasebook *casebook;
  ShanhaiRecordList *sources;
  guint n_held = 0;

  g_assert_nonnull (document);
  casebook = shanhai_document_get_casebook (document);
  sources = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE);
  g_assert_cmpuint (shanhai_record_list_get_n (sources), >, 0);
  for (guint i = 0; i < shanhai_record_list_get_n (sources); i++)
    {
      ShanhaiSource *source = SHANHAI_SOURCE (shanhai_record_list_peek (sources, i));
      g_autoptr (ShanhaiSourceFigures) figures = shanhai_source_figures_new (casebook, source, NULL);
      const bool is_held = shanhai_source_figures_is_held (figures);
      guint n_marks;
      const ShanhaiTextMark *marks = shanhai_source_figures_get_marks (figures, &n_marks);

      n_held += is_held;
      g_assert_cmpuint (n_marks, >, 0);
      g_assert_cmpuint (n_marks, ==, g_list_model_get_n_items (G_LIST_MODEL (figures)));
      g_assert_cmpuint (n_marks, ==, shanhai_casebook_count_citations (casebook, shanhai_record_get_id (SHANHAI_RECORD (source))));
      g_assert_cmpuint (shanhai_source_figures_count (figures, is_held ? SHANHAI_STANDING_FOUND : SHANHAI_STANDING_NO_TEXT), ==, n_marks);
      for (guint k = 0; k < n_marks; k++)
        {
          g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (figures), k);
          g_autofree char *marked = g_utf8_substring (shanhai_source_figures_get_text (figures), marks[k].start, marks[k].end);

          g_assert_cmpstr (marked, ==, shanhai_source_figure_get_citation (figure)->quote);
          g_assert_cmpuint (shanhai_source_figure_get_paragraph (figure), >, 0);
          if (k > 0)
            g_assert_cmpint (marks[k - 1].start, <=, marks[k].start);
        }
    }
  g_assert_cmpuint (n_held, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/comparison/rows", test_rows);
  g_test_add_func ("/widgets/comparison/indicators", test_indicators);
  g_test_add_func ("/widgets/source-figures/example", test_example);
  return g_test_run ();
}
