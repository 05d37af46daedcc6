/* test-table-import.c - people's tables become records, and the same records when they come again. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-csv-read.h"
#include "shanhai-flow.h"
#include "shanhai-indicator.h"
#include "shanhai-observation.h"
#include "shanhai-place.h"
#include "shanhai-record-read.h"
#include "shanhai-save.h"
#include "shanhai-source.h"
#include "shanhai-table-import.h"

static ShanhaiCasebook *
new_book (void)
{
  static const char * const lines[] = {
    "{\"record\":\"place\",\"id\":\"place-dongxiang\",\"name\":{\"en\":\"Dongxiang\",\"zh\":\"东乡族自治县\"},\"level\":\"county\",\"code\":\"622926\"}",
    "{\"record\":\"place\",\"id\":\"place-a\",\"name\":\"白云区\",\"level\":\"county\"}",
    "{\"record\":\"place\",\"id\":\"place-b\",\"name\":\"白云区\",\"level\":\"county\"}",
    "{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"C\"}",
  };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  ShanhaiCasebook *casebook = shanhai_casebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (records, shanhai_record_from_line (lines[i], NULL));
  shanhai_casebook_fill (casebook, records, NULL, NULL);

  return casebook;
}

static ShanhaiTable *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, '\0' };

  return shanhai_csv_read (bytes, &format, NULL);
}

static ShanhaiTableImport *
run (ShanhaiCasebook   *casebook,
     const char        *text,
     ShanhaiRecordType  type,
     bool               skip)
{
  g_autoptr (ShanhaiTable) table = read_table (text);
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (casebook);
  g_autoptr (ShanhaiTableMapping) mapping = shanhai_table_mapping_guess (table, names, type);
  const ShanhaiTableImportOptions options = { "t.csv", skip, 0 };
  g_autoptr (GError) error = NULL;
  ShanhaiTableImport *import;

  mapping->case_id = g_strdup ("case-a");
  import = shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return import;
}

static void
apply (ShanhaiCasebook    *casebook,
       ShanhaiTableImport *import)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (import->change);
  shanhai_casebook_apply (casebook, import->change, &error);
  g_assert_no_error (error);
}

static char *
dup_bytes (ShanhaiCasebook *casebook)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (casebook, NULL, NULL, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define FLOWS \
  "资金情况表,,,,\n" \
  "单位：万元,,,,\n" \
  "序号,年份,受援地区,金额,备注\n" \
  "1,2018,东乡县,\"1,234.50\",首批\n" \
  "2,43830,东乡族自治县,近4.7亿元,\n" \
  "3,2020,622926,—,\n" \
  "注：数据来自年报,,,,\n"

static void
test_flows (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) import = run (casebook, FLOWS, SHANHAI_RECORD_OTHER, false);
  ShanhaiRecordList *flows = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW);
  ShanhaiRecordList *sources = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE);
  const char *text;

  g_assert_cmpuint (import->n_problems, ==, 0);
  g_assert_cmpuint (import->n_rows, ==, 3);
  apply (casebook, import);
  g_assert_cmpuint (shanhai_record_list_get_n (flows), ==, 2);
  g_assert_cmpuint (shanhai_record_list_get_n (sources), ==, 1);
  g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE)), ==, 3);
  text = shanhai_source_get_text (SHANHAI_SOURCE (shanhai_record_list_peek (sources, 0)));

  for (guint i = 0; i < 2; i++)
    {
      ShanhaiFlow *flow = SHANHAI_FLOW (shanhai_record_list_peek (flows, i));
      const ShanhaiCitation *citation = &shanhai_record_get_citations (SHANHAI_RECORD (flow))->items[0];
      g_autofree char *value = shanhai_decimal_to_string (&shanhai_flow_get_amount (flow)->value);
      g_autofree char *quoted = g_utf8_substring (text, citation->start, citation->start + citation->length);
      const bool nearly = shanhai_flow_get_amount (flow)->qualifier == SHANHAI_QUALIFIER_NEARLY;

      /* the place in the source's text is where the quote is */
      g_assert_cmpstr (quoted, ==, citation->quote);
      g_assert_cmpstr (citation->quote, ==, nearly ? "近4.7亿元" : "1,234.50万元");
      g_assert_cmpstr (value, ==, nearly ? "470000000" : "12345000");
      g_assert_cmpstr (shanhai_period_get_text (shanhai_flow_get_period (flow)), ==, nearly ? "2019-12-31" : "2018");
      g_assert_cmpstr (shanhai_flow_get_to (flow)->items[0].id, ==, "place-dongxiang");
      g_assert_cmpstr (shanhai_flow_get_case_id (flow), ==, "case-a");
    }
}

static void
test_twice (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) first = run (casebook, FLOWS, SHANHAI_RECORD_OTHER, false);
  g_autoptr (ShanhaiTableImport) second = NULL;

  apply (casebook, first);
  second = run (casebook, FLOWS, SHANHAI_RECORD_OTHER, false);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (second->n_changed, ==, 0);
  g_assert_cmpuint (second->n_same, ==, 2);
  g_assert_cmpuint (shanhai_change_get_n (second->change), ==, 0);
}

/* a corrected cell corrects its record; what a person added to the others stays */
static void
test_corrected (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) first = run (casebook, "地区,年份,贫困发生率(%)\n东乡县,2018,25.5\n东乡县,2019,4.25\n", SHANHAI_RECORD_OTHER, false);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
  g_autoptr (ShanhaiChange) edit = shanhai_change_new ("edit");
  g_autoptr (ShanhaiTableImport) second = NULL;
  guint n_noted = 0;

  apply (casebook, first);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ShanhaiRecord) copy = shanhai_record_copy (shanhai_record_list_peek (list, i));
      g_autoptr (ShanhaiName) note = shanhai_name_new_plain ("checked");

      g_object_set (copy, "note", note, NULL);
      shanhai_change_put (edit, copy);
    }
  g_assert_true (shanhai_casebook_apply (casebook, edit, NULL));

  second = run (casebook, "地区,年份,贫困发生率(%)\n东乡县,2018,25.6\n东乡县,2019,4.25\n", SHANHAI_RECORD_OTHER, false);
  apply (casebook, second);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (shanhai_record_list_get_n (list), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (shanhai_record_list_peek (list, i));
      g_autofree char *value = shanhai_decimal_to_string (&shanhai_observation_get_value (observation)->value);
      const bool earlier = strcmp (shanhai_period_get_text (shanhai_observation_get_period (observation)), "2018") == 0;

      g_assert_cmpstr (value, ==, earlier ? "25.6" : "4.25");
      n_noted += shanhai_record_get_note (SHANHAI_RECORD (observation)) != NULL;
    }
  g_assert_cmpuint (n_noted, ==, 2);
}

static void
test_wide (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) import = run (casebook,
                                               "地区;指标;单位;2016年;2017;2019年底\n"
                                               "东乡县;贫困发生率;%;38.74;;4.25\n"
                                               "广河县;建档立卡贫困人口;万人;10.92;9.1;1.28\n"
                                               "广河县;自定指标;户;3;-;4\n",
                                               SHANHAI_RECORD_OTHER, false);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
  ShanhaiRecordList *indicators = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);
  guint n_people = 0;

  apply (casebook, import);
  g_assert_cmpuint (shanhai_record_list_get_n (list), ==, 7);
  g_assert_cmpuint (shanhai_record_list_get_n (indicators), ==, 1);
  g_assert_cmpstr (shanhai_indicator_get_key (SHANHAI_INDICATOR (shanhai_record_list_peek (indicators, 0))), ==, "自定指标");
  g_assert_cmpstr (shanhai_indicator_get_unit (SHANHAI_INDICATOR (shanhai_record_list_peek (indicators, 0))), ==, "household");
  for (guint i = 0; i < 7; i++)
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (shanhai_record_list_peek (list, i));

      if (strcmp (shanhai_observation_get_indicator (observation), "poverty-headcount") != 0)
        continue;
      n_people++;
      g_assert_cmpstr (shanhai_observation_get_value (observation)->unit, ==, "person");
      g_assert_cmpint (shanhai_decimal_sign (&shanhai_observation_get_value (observation)->value), ==, 1);
    }
  g_assert_cmpuint (n_people, ==, 3);
}

/* a new place comes with its code and with what it lies in, up to what is there */
static void
test_new_place (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) import = run (casebook, "地区,年份,贫困发生率(%)\n广河县,2018,25.5\n", SHANHAI_RECORD_OTHER, false);
  ShanhaiRecordList *places = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE);
  guint n_found = 0;

  apply (casebook, import);
  g_assert_cmpuint (shanhai_record_list_get_n (places), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      ShanhaiPlace *place = SHANHAI_PLACE (shanhai_record_list_peek (places, i));

      if (g_strcmp0 (shanhai_place_get_code (place), "622924") != 0)
        continue;
      n_found++;
      g_assert_cmpstr (shanhai_place_get_level (place), ==, "county");
      place = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, shanhai_place_get_parent (place));
      g_assert_cmpstr (shanhai_place_get_code (place), ==, "622900");
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static const struct { const char *name, *text; guint row; int column; } bad[] = {
  { "figure", "地区,年份,贫困发生率(%)\n东乡县,2018,abc\n", 1, 2 },
  { "time", "地区,年份,贫困发生率(%)\n东乡县,2018,1\n东乡县,昨天,2\n", 2, 1 },
  { "no-such-day", "地区,日期,贫困发生率(%)\n东乡县,2019/2/30,1\n", 1, 1 },
  { "ambiguous", "地区,年份,贫困发生率(%)\n白云区,2018,1\n", 1, 0 },
  { "no-subject", "地区,年份,贫困发生率(%)\n,2018,1\n", 1, 0 },
  { "total", "地区,年份,贫困发生率(%)\n东乡县,2018,1\n合计,2018,1\n", 2, 0 },
  { "unit", "地区,年份,贫困发生率(%)\n东乡县,2018,3万元\n", 1, 2 },
  { "kind", "受援地区,年份,金额（万元）,资金类型\n东乡县,2018,3,莫名其妙\n", 1, 3 },
  { "error", "地区,年份,贫困发生率(%)\n东乡县,2018,#DIV/0!\n", 1, 2 },
};

/* nothing is imported, and skipping leaves nothing of the row behind */
static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) strict = run (casebook, bad[i].text, SHANHAI_RECORD_OTHER, false);
  g_autoptr (ShanhaiTableImport) skipped = run (casebook, bad[i].text, SHANHAI_RECORD_OTHER, true);
  const ShanhaiTableProblem *problem;

  g_assert_null (strict->change);
  g_assert_cmpuint (strict->n_problems, ==, 1);
  problem = strict->problems->pdata[0];
  g_assert_cmpuint (problem->row, ==, bad[i].row);
  g_assert_cmpint (problem->column, ==, bad[i].column);
  g_assert_nonnull (skipped->change);
  g_assert_cmpuint (skipped->n_bad_rows, ==, 1);
  g_assert_cmpuint (shanhai_change_get_n (skipped->change), ==, bad[i].row == 1 ? 0 : 2);
}

static void
test_no_figure (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTable) table = read_table ("甲,乙\n1,2\n");
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (casebook);
  g_autoptr (ShanhaiTableMapping) mapping = shanhai_table_mapping_guess (table, names, SHANHAI_RECORD_FLOW);
  const ShanhaiTableImportOptions options = { "t.csv", false, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (shanhai_table_import (casebook, table, mapping, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER);
}

/* places that are there by code or name get what they lack, and keep what they have */
static void
test_places (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTableImport) import = run (casebook, "地区名称,代码,级别\n东乡县,622926,县级\n石桥村,,村（社区）\n", SHANHAI_RECORD_PLACE, false);
  g_autofree char *before = dup_bytes (casebook);

  g_assert_cmpuint (import->n_problems, ==, 0);
  g_assert_cmpuint (import->n_same, ==, 1);
  apply (casebook, import);
  g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE)), ==, 4);
  g_assert_nonnull (strstr (before, "place-dongxiang"));
}

static void
test_remembered (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_book ();
  g_autoptr (ShanhaiTable) table = read_table ("甲,乙,丙\n东乡县,2018,3\n");
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (casebook);
  g_autoptr (ShanhaiTableMapping) mapping = shanhai_table_mapping_guess (table, names, SHANHAI_RECORD_OBSERVATION);
  g_autoptr (ShanhaiTableMapping) again = shanhai_table_mapping_guess (table, names, SHANHAI_RECORD_FLOW);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  g_assert_true (shanhai_table_mapping_set_target (mapping, 0, "subject", &error));
  g_assert_true (shanhai_table_mapping_set_target (mapping, 2, "value=poverty-headcount@2019年底", &error));
  g_assert_false (shanhai_table_mapping_set_target (mapping, 1, "amount", &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER);

  g_assert_false (shanhai_table_mapping_recall (again, table, file));
  shanhai_table_mapping_remember (mapping, table, file);
  g_assert_true (shanhai_table_mapping_recall (again, table, file));
  g_assert_cmpint (again->type, ==, SHANHAI_RECORD_OBSERVATION);
  target = shanhai_table_mapping_dup_target (again, 2);
  g_assert_cmpstr (target, ==, "value=poverty-headcount@2019-12-31");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-import/flows", test_flows);
  g_test_add_func ("/table-import/twice", test_twice);
  g_test_add_func ("/table-import/corrected", test_corrected);
  g_test_add_func ("/table-import/wide", test_wide);
  g_test_add_func ("/table-import/new-place", test_new_place);
  g_test_add_func ("/table-import/no-figure", test_no_figure);
  g_test_add_func ("/table-import/places", test_places);
  g_test_add_func ("/table-import/remembered", test_remembered);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/table-import/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }

  return g_test_run ();
}
