/* test-wording.c - records in words, columns, key figures of a case: pure functions. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <locale.h>
#include <string.h>

#include "shanhai-case-figures.h"
#include "shanhai-document.h"
#include "shanhai-record-columns.h"
#include "shanhai-record-order.h"
#include "shanhai-wording.h"

#define HULI "case-7n35m2trus"
#define BAIYUN "case-tc2hkjct4h"
#define PASSING "case-foymonwppx"

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static ShanhaiWording
get_wording (ShanhaiDocument *document,
             ShanhaiLanguage  language)
{
  return (ShanhaiWording) { document != NULL ? shanhai_document_get_casebook (document) : NULL, language,
                            SHANHAI_NUMBER_STYLE_AUTO };
}

static ShanhaiCase *
get_case (ShanhaiDocument *document,
          const char      *id)
{
  ShanhaiCase *record = shanhai_casebook_lookup_as (shanhai_document_get_casebook (document), SHANHAI_RECORD_CASE, id);

  g_assert_nonnull (record);
  return record;
}

/* the first record of a type of which @member says @value */
static ShanhaiRecord *
find_record (ShanhaiDocument   *document,
             ShanhaiRecordType  type,
             const char        *case_id,
             const char        *member,
             const char        *value)
{
  g_autoptr (GListModel) list = shanhai_casebook_list_case (shanhai_document_get_casebook (document), type, case_id);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, i);
      g_autofree char *told = NULL;

      g_object_get (record, member, &told, NULL);
      if (g_strcmp0 (told, value) == 0)
        return record;
    }
  g_assert_not_reached ();
}

typedef struct
{
  const char *typed;
  const char *en, *zh;
} QuantityRow;

static const QuantityRow quantities[] = {
  { "38.74%", "38.74%", "38.74%" },
  { "10.92万人", "109 200 people", "10.92万人" },
  { "近4.7亿元", "nearly 470 M CNY", "近4.7亿元" },
  { "2000余人次", NULL, "2000余人次" },
  { "1人", "1 person", "1人" },
};

/* thin and unbreakable spaces as plain ones: which it is, is tested where numbers are */
static char *
plain (char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, c == 0xa0 || c == 0x202f || c == 0x2009 ? ' ' : c);
    }
  g_free (text);
  return g_string_free (out, FALSE);
}

static void
test_quantities (void)
{
  ShanhaiWording en = get_wording (NULL, SHANHAI_LANGUAGE_ENGLISH);
  ShanhaiWording zh = get_wording (NULL, SHANHAI_LANGUAGE_CHINESE);

  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (quantities[i].typed, NULL, &error);
      g_autofree char *english = NULL;
      g_autofree char *chinese = NULL;

      g_assert_no_error (error);
      english = plain (shanhai_wording_quantity (&en, quantity));
      chinese = plain (shanhai_wording_quantity (&zh, quantity));
      if (quantities[i].en != NULL)
        g_assert_cmpstr (english, ==, quantities[i].en);
      g_assert_cmpstr (chinese, ==, quantities[i].zh);
    }
}

static void
test_nothing_told (void)
{
  ShanhaiWording wording = get_wording (NULL, SHANHAI_LANGUAGE_ENGLISH);
  g_autofree char *quantity = shanhai_wording_quantity (&wording, NULL);
  g_autofree char *period = shanhai_wording_period (&wording, NULL);
  g_autofree char *key = shanhai_wording_key (&wording, "sectors", NULL);
  g_autofree char *reference = shanhai_wording_reference (&wording, NULL);
  g_autofree char *around = shanhai_wording_around (&wording, NULL);
  g_autofree char *joined = shanhai_wording_join (" · ", (const char *[]) { "", "a", NULL, "b" }, 4);

  g_assert_cmpstr (quantity, ==, "");
  g_assert_cmpstr (period, ==, "");
  g_assert_cmpstr (key, ==, "");
  g_assert_cmpstr (reference, ==, "");
  g_assert_cmpstr (around, ==, "");
  g_assert_cmpstr (joined, ==, "a · b");
}

static void
test_case_title (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiWording en = get_wording (document, SHANHAI_LANGUAGE_ENGLISH);
  ShanhaiWording zh = get_wording (document, SHANHAI_LANGUAGE_CHINESE);
  ShanhaiCase *record = get_case (document, HULI);
  g_autofree char *title = shanhai_wording_case_title (&en, record);
  g_autofree char *title_zh = shanhai_wording_case_title (&zh, record);
  g_autofree char *subtitle = shanhai_wording_case_subtitle (&en, record);
  g_autofree char *subtitle_zh = shanhai_wording_case_subtitle (&zh, record);

  g_assert_cmpstr (title, ==, "Huli District → Dongxiang Autonomous County");
  g_assert_cmpstr (title_zh, ==, "湖里区 → 东乡族自治县");
  g_assert_cmpstr (subtitle, ==,
                   "Xiamen, Fujian → Linxia Hui Autonomous Prefecture, Gansu · East–west cooperation · "
                   "Five-level pairing; Internet plus · 2014–2020");
  g_assert_true (g_str_has_prefix (subtitle_zh, "福建省厦门市 → 甘肃省临夏回族自治州 · 东西部协作 · "));
}

/* a case with one side only still has a name */
static void
test_one_sided_case (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_CASE, "case-aaaaaaaaaa");
  ShanhaiWording wording = { casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  shanhai_change_put (change, draft);
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
  title = shanhai_wording_case_title (&wording, shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, "case-aaaaaaaaaa"));
  subtitle = shanhai_wording_case_subtitle (&wording, shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, "case-aaaaaaaaaa"));
  g_assert_cmpstr (title, ==, "case-aaaaaaaaaa");
  g_assert_cmpstr (subtitle, ==, "");
}

static void
test_record (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiWording wording = get_wording (document, SHANHAI_LANGUAGE_ENGLISH);
  ShanhaiRecord *record = find_record (document, SHANHAI_RECORD_OBSERVATION, HULI, "indicator", "people-lifted-out");
  g_autofree char *text = plain (shanhai_wording_record (&wording, record));

  g_assert_cmpstr (text, ==, "People lifted out of poverty, Dongxiang Autonomous County: 96 400 people, end of 2013 – end of 2019");
}

typedef struct
{
  const char *path;
  const char *text;
  const char *quote;
  gint64      start;
  const char *excerpt;  /* NULL: there is none */
} ExcerptRow;

static const ExcerptRow excerpts[] = {
  { "/wording/excerpt/middle", "一。贫困率从38.74%降到4.25%。三。", "4.25%", 14, "贫困率从38.74%降到4.25%。" },
  { "/wording/excerpt/first", "4.25%的人。其余。", "4.25%", 0, "4.25%的人。" },
  { "/wording/excerpt/last", "其余。还有4.25%", "4.25%", 5, "还有4.25%" },
  { "/wording/excerpt/line", "标题\n还有4.25%\n下段", "4.25%", 5, "还有4.25%" },
  { "/wording/excerpt/english", "It was 38.74 in all. Then 4.25 was left. End.", "4.25", 26, "Then 4.25 was left." },
  { "/wording/excerpt/elsewhere", "贫困率降到4.25%。", "4.25%", 3, NULL },
  { "/wording/excerpt/beyond", "短", "4.25%", 400, NULL },
  { "/wording/excerpt/unplaced", "贫困率降到4.25%。", "4.25%", -1, NULL },
};

static void
test_excerpt (gconstpointer data)
{
  const ExcerptRow *row = data;
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);
  gsize start, end, quote_start, quote_end;
  bool found;

  citations->items[0].source = g_strdup ("source-aaaaaaaaaa");
  citations->items[0].quote = g_strdup (row->quote);
  citations->items[0].start = row->start;
  found = shanhai_wording_excerpt (row->text, &citations->items[0], &start, &end, &quote_start, &quote_end);

  g_assert_cmpint (found, ==, row->excerpt != NULL);
  if (found)
    {
      g_autofree char *excerpt = g_strndup (row->text + start, end - start);
      g_autofree char *quote = g_strndup (row->text + quote_start, quote_end - quote_start);

      g_assert_cmpstr (excerpt, ==, row->excerpt);
      g_assert_cmpstr (quote, ==, row->quote);
    }
}

/* a text without any full stop doesn't fill the screen */
static void
test_excerpt_reach (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);
  gsize start, end, quote_start, quote_end;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "字");
  g_string_append (text, "7万");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "字");
  citations->items[0].source = g_strdup ("source-aaaaaaaaaa");
  citations->items[0].quote = g_strdup ("7万");
  citations->items[0].start = 5000;

  g_assert_true (shanhai_wording_excerpt (text->str, &citations->items[0], &start, &end, &quote_start, &quote_end));
  g_assert_cmpuint (end - start, <, 1000);
  g_assert_true (g_utf8_validate (text->str + start, (gssize) (end - start), NULL));
}

/* -- columns -- */

static void
test_columns (void)
{
  static const char * const sets[] = { "observations", "flows", "pairings", "programmes", "exchanges", "timeline" };
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const ShanhaiRecordColumn *columns = shanhai_record_columns_get (sets[i], &n);
      guint n_citations = 0;

      g_assert_nonnull (columns);
      for (guint j = 0; j < n; j++)
        {
          g_assert_nonnull (columns[j].member);
          if (columns[j].flags & SHANHAI_COLUMN_CITATION)
            n_citations++;
          else if ((columns[j].flags & SHANHAI_COLUMN_WORDLESS) == 0)
            g_assert_cmpuint (strlen (shanhai_record_column_get_title (&columns[j])), >, 0);
        }
      /* every figure has its mark */
      g_assert_cmpuint (n_citations, ==, 1);
    }
  g_assert_null (shanhai_record_columns_get ("nothing", &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_copied_line (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiWording wording = get_wording (document, SHANHAI_LANGUAGE_ENGLISH);
  ShanhaiRecord *record = find_record (document, SHANHAI_RECORD_OBSERVATION, HULI, "indicator", "people-lifted-out");
  guint n;
  const ShanhaiRecordColumn *columns = shanhai_record_columns_get ("observations", &n);
  g_autofree char *heading = shanhai_record_columns_dup_heading (columns, n);
  g_autofree char *line = plain (shanhai_record_columns_dup_line (columns, n, &wording, record));

  g_assert_cmpstr (heading, ==, "Indicator\tValue\tAs of\tSubject\tRole");
  g_assert_cmpstr (line, ==,
                   "People lifted out of poverty\t96 400 people\tend of 2013 – end of 2019\t"
                   "Dongxiang Autonomous County\tActual");
}

static void
test_order (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (GListModel) flows = shanhai_casebook_list_case (shanhai_document_get_casebook (document), SHANHAI_RECORD_FLOW, BAIYUN);
  guint n = g_list_model_get_n_items (flows);

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        g_autoptr (ShanhaiRecord) a = g_list_model_get_item (flows, i);
        g_autoptr (ShanhaiRecord) b = g_list_model_get_item (flows, j);
        g_autofree char *status_a = NULL;
        g_autofree char *status_b = NULL;
        int order = shanhai_record_compare_shown (a, b);

        g_assert_cmpint (order == 0, ==, i == j);
        g_assert_cmpint (order < 0, ==, shanhai_record_compare_shown (b, a) > 0);
        /* what was paid stands before what is only planned */
        g_object_get (a, "status", &status_a, NULL);
        g_object_get (b, "status", &status_b, NULL);
        if (g_strcmp0 (status_a, "disbursed") == 0 && g_strcmp0 (status_b, "planned") == 0)
          g_assert_cmpint (order, <, 0);
      }
}

/* records of every type together: a before b and b before c is a before c, in either order */
static void
test_order_of_all (void)
{
  static const ShanhaiRecordType types[] = {
    SHANHAI_RECORD_EVENT, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_PAIRING, SHANHAI_RECORD_FLOW,
  };
  int (*const compare[]) (ShanhaiRecord *, ShanhaiRecord *) = { shanhai_record_compare_shown, shanhai_record_compare_time };
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GListModel) list = shanhai_casebook_list_case (shanhai_document_get_casebook (document), types[i], BAIYUN);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        g_ptr_array_add (records, g_list_model_get_item (list, k));
    }
  g_assert_cmpuint (records->len, >, 20);

  for (guint way = 0; way < G_N_ELEMENTS (compare); way++)
    for (guint a = 0; a < records->len; a++)
      for (guint b = 0; b < records->len; b++)
        for (guint c = 0; compare[way] (records->pdata[a], records->pdata[b]) < 0 && c < records->len; c++)
          if (compare[way] (records->pdata[b], records->pdata[c]) < 0)
            g_assert_cmpint (compare[way] (records->pdata[a], records->pdata[c]), <, 0);
}

/* -- key figures -- */

typedef struct
{
  const char *from, *to;
  const char *change;
} ChangeRow;

static const ChangeRow changes[] = {
  { "38.74%", "4.25%", "−34.49 pp" },
  { "4.25%", "38.7%", "+34.45 pp" },
  { "109200人", "12800人", "−96 400 people" },
  { "约100人", "40人", "≈ −60 people" },
  { "4%", "4%", "0 pp" },
  { "4%", "4人", NULL },
};

static void
test_change (void)
{
  ShanhaiWording wording = get_wording (NULL, SHANHAI_LANGUAGE_ENGLISH);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ShanhaiQuantity) from = shanhai_quantity_parse (changes[i].from, NULL, NULL);
      g_autoptr (ShanhaiQuantity) to = shanhai_quantity_parse (changes[i].to, NULL, NULL);
      char *change = shanhai_case_figures_dup_change (&wording, from, to);
      g_autofree char *told = change != NULL ? plain (change) : NULL;

      g_assert_cmpstr (told, ==, changes[i].change);
    }
  g_assert_null (shanhai_case_figures_dup_change (&wording, NULL, NULL));
}

typedef struct
{
  const char *case_id;
  const char *heading, *value, *caption, *page;
} FigureRow;

static const FigureRow figure_rows[] = {
  { HULI, "Poverty rate", "38.74% → 4.25%", "−34.49 pp · 2013 → 2019", "outcomes" },
  { HULI, "People lifted out of poverty", "96 400 people", "of 109 200 poor in 2013", "outcomes" },
  { HULI, "Funds disbursed", "nearly 470 M CNY", "of it 130 M CNY for 29 schools", "funds" },
  { HULI, "Pairings", "5 · 134 · 10 · 13", "townships, villages, schools, hospitals", "pairings" },
  /* the largest flow of this case is trade, the next an investment that is only planned: neither is aid */
  { BAIYUN, "Funds disbursed", "10.3398 M CNY", NULL, "funds" },
};

static void
test_figures (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiWording wording = get_wording (document, SHANHAI_LANGUAGE_ENGLISH);

  for (guint i = 0; i < G_N_ELEMENTS (figure_rows); i++)
    {
      const FigureRow *row = &figure_rows[i];
      g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, get_case (document, row->case_id));
      bool found = false;

      g_assert_cmpuint (figures->len, <=, 4);
      for (guint j = 0; j < figures->len; j++)
        {
          ShanhaiCaseFigure *figure = g_ptr_array_index (figures, j);
          g_autofree char *value = plain (g_strdup (figure->value));
          g_autofree char *caption = plain (g_strdup (figure->caption));

          if (!g_str_equal (figure->heading, row->heading))
            continue;
          found = true;
          g_assert_cmpstr (value, ==, row->value);
          if (row->caption != NULL)
            g_assert_cmpstr (caption, ==, row->caption);
          g_assert_cmpstr (figure->page, ==, row->page);
          if (figure->record != NULL)
            g_assert_nonnull (shanhai_casebook_lookup (wording.casebook, figure->record));
        }
      g_assert_true (found);
    }
}

static void
test_no_figures (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiWording wording = get_wording (document, SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, get_case (document, PASSING));

  g_assert_cmpuint (figures->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/quantities", test_quantities);
  g_test_add_func ("/wording/nothing-told", test_nothing_told);
  g_test_add_func ("/wording/case-title", test_case_title);
  g_test_add_func ("/wording/one-sided-case", test_one_sided_case);
  g_test_add_func ("/wording/record", test_record);
  for (guint i = 0; i < G_N_ELEMENTS (excerpts); i++)
    g_test_add_data_func (excerpts[i].path, &excerpts[i], test_excerpt);
  g_test_add_func ("/wording/excerpt/reach", test_excerpt_reach);
  g_test_add_func ("/columns/sets", test_columns);
  g_test_add_func ("/columns/copied-line", test_copied_line);
  g_test_add_func ("/columns/order", test_order);
  g_test_add_func ("/columns/order-of-all", test_order_of_all);
  g_test_add_func ("/key-figures/change", test_change);
  g_test_add_func ("/key-figures/example", test_figures);
  g_test_add_func ("/key-figures/none", test_no_figures);

  return g_test_run ();
}
