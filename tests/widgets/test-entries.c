/* test-entries.c - figures, times and quotes as people type them, and how they are said back. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "shanhai-citation-entry.h"
#include "shanhai-field-editor.h"
#include "shanhai-period-entry.h"
#include "shanhai-quantity-entry.h"
#include "shanhai-text.h"

static ShanhaiCasebook *casebook;

static ShanhaiWording
get_wording (ShanhaiLanguage language)
{
  return (ShanhaiWording) { casebook, language, SHANHAI_NUMBER_STYLE_AUTO };
}

/* -- figures -- */

typedef struct
{
  const char *path;
  const char *text;
  const char *unit;     /* the likely one */
  const char *reading;  /* in English; NULL: an error that begins as below */
  const char *error;
} Figure;

#define NBSP "\302\240"
#define THIN "\342\200\257"

static const Figure figures[] = {
  { "yi", "4.7亿", "CNY", "470 M CNY · 470" THIN "000" THIN "000, to ten millions", NULL },
  { "nearly", "近4.7亿元", "CNY", "nearly 470 M CNY · 470" THIN "000" THIN "000, to ten millions", NULL },
  { "english", "470 million", "CNY", "470 M CNY · 470" THIN "000" THIN "000, to millions", NULL },
  { "people", "9.64万人", "person", "96" THIN "400 people · 96" THIN "400, to hundreds", NULL },
  { "percent", "90.01%", "percent", "90.01%", NULL },
  { "over", "2000余人次", "person-time", "over 2000 person-times", NULL },
  { "range", "3–5", "village", "3–5 villages", NULL },
  { "about", "about 20", "person", "about 20 people", NULL },
  { "full-width", "３８．７４％", "percent", "38.74%", NULL },
  { "words-behind", "470 million in all of it", "CNY", NULL, "No figure" },
  { "other-unit-named", "96户", "person", "96 households · usually counted in people", NULL },
  { "words", "many", "person", NULL, "No figure can be read" },
  { "backwards", "5–3", "person", NULL, "The range has to begin" },
  { "two-units", "5人3元", NULL, NULL, "No figure" },
};

static void
test_figure (gconstpointer data)
{
  const Figure *row = data;
  ShanhaiWording wording = get_wording (SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_entry_parse (row->text, row->unit, &error);
  g_autofree char *reading = NULL;

  if (row->reading == NULL)
    {
      g_assert_null (quantity);
      g_assert_error (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, row->error));
      return;
    }
  g_assert_no_error (error);
  reading = shanhai_quantity_entry_dup_reading (&wording, quantity, row->unit);
  /* which of the spaces may break is the business of shanhai_quantity_format() */
  for (const char *p = strstr (reading, NBSP); p != NULL; p = strstr (reading, NBSP))
    {
      char *plain = g_strdup_printf ("%.*s %s", (int) (p - reading), reading, p + strlen (NBSP));

      g_free (reading);
      reading = plain;
    }
  g_assert_cmpstr (reading, ==, row->reading);
}

/* What an entry shows is what it was. */
static void
test_figure_shown (void)
{
  static const struct { const char *text, *unit; } rows[] = {
    { "4.7亿元", "CNY" }, { "近4.7亿元", "CNY" }, { "470 million yuan", "CNY" }, { "10.92万人", "person" }, { "38.74%", "percent" }, { "2000余人次", "person-time" },
    { "3–5个村", "village" }, { "29", NULL }, { "9999.96万元", "CNY" }, { "一百万元以上", "CNY" }, { "不超过5%", "percent" }, { "4.20%", "percent" },
    { "1.3亿", "CNY" }, { "13余万人", "person" }, { "0.5个百分点", "percentage-point" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int language = 0; language < 2; language++)
      {
        ShanhaiWording wording = get_wording (language == 0 ? SHANHAI_LANGUAGE_ENGLISH : SHANHAI_LANGUAGE_CHINESE);
        g_autoptr (GError) error = NULL;
        g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_entry_parse (rows[i].text, rows[i].unit, &error);
        g_autofree char *shown = NULL;
        g_autoptr (ShanhaiQuantity) back = NULL;

        g_assert_no_error (error);
        shown = shanhai_quantity_entry_dup_text (&wording, quantity, rows[i].unit);
        back = shanhai_quantity_entry_parse (shown, rows[i].unit, &error);
        g_assert_no_error (error);
        if (!shanhai_quantity_equal (quantity, back))
          g_test_message ("%s is shown as %s", rows[i].text, shown);
        g_assert_true (shanhai_quantity_equal (quantity, back));
      }
}

static void
test_unit (void)
{
  g_autoptr (ShanhaiRecord) observation = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, NULL);
  g_autoptr (ShanhaiRecord) flow = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);
  g_autoptr (ShanhaiRecord) exchange = shanhai_record_new (SHANHAI_RECORD_EXCHANGE, NULL);

  g_assert_null (shanhai_quantity_entry_get_unit (casebook, observation, "value"));
  g_object_set (observation, "indicator", "poverty-incidence", NULL);
  g_assert_cmpstr (shanhai_quantity_entry_get_unit (casebook, observation, "value"), ==, "percent");
  /* the casebook's own */
  g_object_set (observation, "indicator", "potatoes", NULL);
  g_assert_cmpstr (shanhai_quantity_entry_get_unit (casebook, observation, "value"), ==, "ton");
  g_assert_cmpstr (shanhai_quantity_entry_get_unit (casebook, flow, "amount"), ==, "CNY");
  g_assert_cmpstr (shanhai_quantity_entry_get_unit (casebook, exchange, "count"), ==, "person");
  g_assert_cmpstr (shanhai_quantity_entry_get_unit (casebook, exchange, "sessions"), ==, "session");
}

/* -- times -- */

typedef struct
{
  const char *path;
  const char *text;
  const char *reading; /* NULL: an error that begins as below */
  const char *error;
} Time;

/* the source was published on 2 Nov 2020 */
static const Time times[] = {
  { "end-of-year", "2019年底", "end of 2019 · 2019-12-31", NULL },
  { "month", "2019-12", "Dec 2019 · 2019-12", NULL },
  { "since", "2016年以来", "since 2016 · 2016/..", NULL },
  { "as-of", "截至2020年10月", "Oct 2020 · 2020-10", NULL },
  { "english-end", "end of 2019", "end of 2019 · 2019-12-31", NULL },
  { "english-since", "since 2016", "since 2016 · 2016/..", NULL },
  { "last-year", "last year", "2019 · 2019 · counted from 2 Nov 2020, when “An article” was published", NULL },
  { "last-year-chinese", "去年", "2019 · 2019 · counted from 2 Nov 2020, when “An article” was published", NULL },
  { "last-month", "上月", "Oct 2020 · 2020-10 · counted from 2 Nov 2020, when “An article” was published", NULL },
  { "edtf", "2014/2020", "2014–2020 · 2014/2020", NULL },
  { "no-such-day", "2019-02-30", NULL, "There is no such day" },
  { "backwards", "2020/2014", NULL, "This ends before it begins" },
  { "words", "some time", NULL, "No time can be read" },
};

static void
test_time (gconstpointer data)
{
  const Time *row = data;
  ShanhaiWording wording = get_wording (SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  g_autoptr (ShanhaiPeriod) today = shanhai_period_parse ("2026-11-22", NULL);
  ShanhaiRecord *source = NULL;
  g_autoptr (ShanhaiPeriod) reference
    = shanhai_period_entry_dup_reference (drafts, shanhai_casebook_lookup (casebook, "observation-cited"), today, &source);
  g_autoptr (GError) error = NULL;
  bool relative;
  g_autoptr (ShanhaiPeriod) period = shanhai_period_entry_parse (row->text, reference, &relative, &error);
  g_autofree char *reading = NULL;

  g_assert_true (source == shanhai_casebook_lookup (casebook, "source-dated"));
  if (row->reading == NULL)
    {
      g_assert_null (period);
      g_assert_error (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, row->error));
      return;
    }
  g_assert_no_error (error);
  reading = shanhai_period_entry_dup_reading (&wording, period, relative ? reference : NULL, source);
  g_assert_cmpstr (reading, ==, row->reading);
}

static void
test_today (void)
{
  ShanhaiWording wording = get_wording (SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  g_autoptr (ShanhaiPeriod) today = shanhai_period_parse ("2026-11-22", NULL);
  ShanhaiRecord *source = NULL;
  g_autoptr (ShanhaiPeriod) reference = shanhai_period_entry_dup_reference (drafts, NULL, today, &source);
  g_autoptr (ShanhaiPeriod) period = shanhai_period_entry_parse ("last year", reference, NULL, NULL);
  g_autofree char *reading = shanhai_period_entry_dup_reading (&wording, period, reference, source);

  g_assert_cmpstr (reading, ==, "2025 · 2025 · counted from today, 22 Nov 2026");
}

static void
test_time_shown (void)
{
  static const char * const texts[] = { "2019", "2019-12", "2019-12-31", "2014/2020", "2016/..", "../2020-10-15", "2019~", "2019?", "201X", "2019-21" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int language = 0; language < 2; language++)
      {
        ShanhaiWording wording = get_wording (language == 0 ? SHANHAI_LANGUAGE_ENGLISH : SHANHAI_LANGUAGE_CHINESE);
        g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (texts[i], NULL);
        g_autofree char *shown = shanhai_period_entry_dup_text (&wording, period);
        g_autoptr (ShanhaiPeriod) back = shanhai_period_entry_parse (shown, NULL, NULL, NULL);

        g_assert_cmpstr (shanhai_period_get_text (back), ==, texts[i]);
      }
}

/* -- quotes -- */

typedef struct
{
  const char *path;
  const char *quote;
  gint64      near;
  gint64      start;     /* -1: not there */
  guint       paragraph;
} Quote;

static const char text[] = "甲10万人\n\n乙10万人和20万元\n丙10万人";

static const Quote quotes[] = {
  { "first", "10万人", -1, 1, 1 },
  { "only", "20万元", -1, 13, 2 },
  { "nearest", "10万人", 9, 8, 2 },
  { "last", "10万人", 99, 19, 3 },
  { "absent", "30万人", -1, -1, 0 },
  { "empty", "", -1, -1, 0 },
};

static void
test_quote (gconstpointer data)
{
  const Quote *row = data;
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);
  ShanhaiCitation *citation = &citations->items[0];

  citation->quote = g_strdup (row->quote);
  citation->hash = g_strdup ("old");
  g_assert_true (shanhai_citation_entry_locate (citation, text, row->near) == (row->start >= 0));
  g_assert_cmpint (citation->start, ==, row->start);
  g_assert_cmpint (citation->length, ==, row->start >= 0 ? g_utf8_strlen (row->quote, -1) : -1);
  g_assert_cmpuint (citation->paragraph, ==, row->paragraph);
  if (row->start >= 0)
    {
      gsize begin, end;
      g_autofree char *hash = NULL;

      g_assert_true (strncmp (text + shanhai_text_offset_to_byte (text, row->start), row->quote, strlen (row->quote)) == 0);
      g_assert_true (shanhai_text_get_paragraph (text, row->paragraph, &begin, &end));
      hash = shanhai_text_hash (text + begin, (gssize) (end - begin));
      g_assert_cmpstr (citation->hash, ==, hash);
    }
  else
    g_assert_null (citation->hash);
}

static void
test_selected (void)
{
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);

  shanhai_citation_entry_set (&citations->items[0], text, 13, 4);
  g_assert_cmpstr (citations->items[0].quote, ==, "20万元");
  g_assert_cmpint (citations->items[0].start, ==, 13);
  g_assert_cmpuint (citations->items[0].paragraph, ==, 2);
}

static void
make_casebook (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ShanhaiName) title = shanhai_name_new_plain ("An article"), undated = shanhai_name_new_plain ("Undated");
  g_autoptr (ShanhaiPeriod) published = shanhai_period_parse ("2020-11-02", NULL);
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (2);
  ShanhaiRecord *record;

  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-undated"));
  g_object_set (record, "title", undated, NULL);
  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-dated"));
  g_object_set (record, "title", title, "published", published, NULL);
  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_INDICATOR, "indicator-potatoes"));
  g_object_set (record, "key", "potatoes", "unit", "ton", NULL);
  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, "observation-cited"));
  citations->items[0].source = g_strdup ("source-undated");
  citations->items[1].source = g_strdup ("source-dated");
  g_object_set (record, "citations", citations, NULL);
  casebook = shanhai_casebook_new ();
  shanhai_casebook_fill (casebook, records, NULL, NULL);
}

#define ADD_ROWS(rows, prefix, test)                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                            \
    {                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].path, NULL);      \
      g_test_add_data_func (path, &rows[i], test);                           \
    }

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  make_casebook ();

  ADD_ROWS (figures, "/entries/figure/", test_figure)
  ADD_ROWS (times, "/entries/time/", test_time)
  ADD_ROWS (quotes, "/entries/quote/", test_quote)
  g_test_add_func ("/entries/figure-shown", test_figure_shown);
  g_test_add_func ("/entries/unit", test_unit);
  g_test_add_func ("/entries/today", test_today);
  g_test_add_func ("/entries/time-shown", test_time_shown);
  g_test_add_func ("/entries/selected", test_selected);

  result = g_test_run ();
  g_object_unref (casebook);
  return result;
}
