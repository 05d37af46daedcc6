/* test-record-line.c - lines become records and the same lines again. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-casebook.h"
#include "shanhai-decision.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-other.h"
#include "shanhai-pairing.h"
#include "shanhai-record-read.h"
#include "shanhai-record-write.h"
#include "shanhai-source.h"

#define QUANTITY "{\"value\":\"470000000\",\"precision\":\"10000000\",\"unit\":\"CNY\",\"qualifier\":\"nearly\"}"
#define CITATIONS "\"citations\":[{\"source\":\"source-a\",\"quote\":\"近4.7亿元\",\"start\":546,\"length\":6,\"paragraph\":9,\"hash\":\"0123456789abcdef\"},{\"source\":\"source-b\"}]"
#define COMMON "\"note\":{\"en\":\"n\",\"zh\":\"注\"},\"tags\":[\"a\",\"b\"]," CITATIONS

/* every type with every member, in canonical form */
static const char * const full_lines[] = {
  "{\"record\":\"place\",\"id\":\"place-a\",\"name\":{\"en\":\"Huli\",\"zh\":\"湖里区\"},\"level\":\"county\",\"code\":\"350206\",\"parent\":\"place-b\"," COMMON "}",
  "{\"record\":\"party\",\"id\":\"party-a\",\"name\":\"某公司\",\"kind\":\"enterprise\",\"place\":\"place-a\"," COMMON "}",
  "{\"record\":\"case\",\"id\":\"case-a\",\"title\":{\"en\":\"Huli → Dongxiang\",\"zh\":\"湖里→东乡\"},\"kind\":\"east-west\",\"assisting\":[\"place-a\"],"
  "\"assisted\":[\"place-b\",\"party-a\"],\"period\":\"2014/2020\",\"summary\":\"s\",\"approach\":{\"zh\":\"闽宁模式\"}," COMMON "}",
  "{\"record\":\"pairing\",\"id\":\"pairing-a\",\"case\":\"case-a\",\"level\":\"village-enterprise\",\"assisting\":[{\"kind\":\"enterprise\","
  "\"count\":{\"value\":\"19\",\"unit\":\"company\"}},\"party-a\",{\"name\":\"商会\"}],\"assisted\":\"place-b\",\"period\":\"2016/..\"," COMMON "}",
  "{\"record\":\"programme\",\"id\":\"programme-a\",\"case\":\"case-a\",\"title\":\"t\",\"sector\":\"health\",\"mode\":\"team-based\",\"parties\":[\"party-a\"],"
  "\"place\":\"place-a\",\"period\":\"2019~\",\"status\":\"planned\"," COMMON "}",
  "{\"record\":\"flow\",\"id\":\"flow-a\",\"case\":\"case-a\",\"programme\":\"programme-a\",\"from\":\"place-a\",\"via\":[\"party-a\"],\"to\":{\"name\":{\"zh\":\"贫困户\"},"
  "\"kind\":\"household\",\"count\":{\"value\":\"2000\",\"precision\":\"1000\",\"unit\":\"household\",\"qualifier\":\"over\"}},\"kind\":\"fiscal\",\"status\":\"disbursed\","
  "\"amount\":" QUANTITY ",\"sector\":\"education\",\"period\":\"../2020-10-15\",\"cumulative\":true,\"basis\":\"b\",\"part_of\":\"flow-b\"," COMMON "}",
  "{\"record\":\"exchange\",\"id\":\"exchange-a\",\"case\":\"case-a\",\"programme\":\"programme-a\",\"direction\":\"east-to-west\",\"role\":\"doctor\",\"purpose\":\"secondment\","
  "\"count\":{\"value\":\"3\",\"value_hi\":\"5\",\"unit\":\"person\",\"planned\":true},\"sessions\":{\"value\":\"0\",\"unit\":\"session\",\"qualifier\":\"at-least\"},"
  "\"period\":\"2019-12\"," COMMON "}",
  "{\"record\":\"observation\",\"id\":\"observation-a\",\"case\":\"case-a\",\"programme\":\"programme-a\",\"subject\":\"place-a\",\"indicator\":\"poverty-incidence\","
  "\"value\":{\"value\":\"-38.74\",\"precision\":\"0.01\",\"unit\":\"percent\",\"qualifier\":\"about\"},\"period\":\"2013-12-31\",\"role\":\"baseline\",\"cumulative\":true,"
  "\"basis\":{\"en\":\"b\"},\"part_of\":\"observation-b\"," COMMON "}",
  "{\"record\":\"event\",\"id\":\"event-a\",\"case\":\"case-a\",\"title\":\"t\",\"kind\":\"visit\",\"parties\":[\"party-a\",\"place-a\"],\"period\":\"2019-12-31\"," COMMON "}",
  "{\"record\":\"source\",\"id\":\"source-a\",\"title\":\"t\",\"publisher\":\"p\",\"authors\":[\"李\",\"王\"],\"published\":\"2020-10-15\",\"url\":\"https://example.org/\","
  "\"language\":\"zh\",\"kind\":\"press\",\"reprint_of\":\"source-b\",\"text\":\"第一段\\n\\t第二段 \\\"引\\\" \\\\ \\u0001\\b\\f\\r/\"," COMMON "}",
  "{\"record\":\"indicator\",\"id\":\"indicator-a\",\"key\":\"own\",\"name\":\"n\",\"unit\":\"person\",\"sector\":\"health\",\"direction\":\"neutral\",\"formula\":\"a/b\"," COMMON "}",
  "{\"record\":\"decision\",\"id\":\"decision-a\",\"about\":{\"check\":\"sum\",\"records\":[\"flow-a\",\"flow-b\"],\"seen\":[\"9430\",\"逾9430\"]},\"verdict\":\"accepted\","
  "\"prefers\":\"flow-a\",\"reason\":\"r\",\"by\":\"b\",\"on\":\"2026-11-21\"," COMMON "}",
  "{\"record\":\"decision\",\"id\":\"decision-b\",\"about\":\"flow-a\",\"verdict\":\"ignored\"}",
  /* one bare text, and one in a list */
  "{\"record\":\"source\",\"id\":\"source-b\",\"authors\":\"新华社\",\"tags\":\"a\"}",
  "{\"record\":\"source\",\"id\":\"source-c\",\"authors\":[\"新华社\"]}",
  "{\"record\":\"flow\",\"id\":\"flow-b\",\"from\":[\"place-a\"],\"to\":[{\"kind\":\"household\"}]}",
  /* nothing but an id */
  "{\"record\":\"event\",\"id\":\"湖\"}",
};

/* unknown members on every level keep their text: numbers, escapes and white space within */
static const char * const extra_lines[] = {
  "{\"record\":\"event\",\"id\":\"e\",\"weight\":38.740,\"x\":{ \"a\" : [1, 2] },\"y\\u006e\":\"\\u6e56\",\"z\":null}",
  "{\"record\":\"event\",\"id\":\"e\",\"tags\":[\"t\"],\"big\":12345678901234567.250}",
  "{\"record\":\"flow\",\"id\":\"f\",\"amount\":{\"value\":\"1\",\"unit\":\"CNY\",\"rate\":6.50,\"as\":\"printed\"}}",
  "{\"record\":\"flow\",\"id\":\"f\",\"from\":{\"lead\":1e2},\"to\":[\"place-a\",{\"kind\":\"household\",\"count\":{\"value\":\"1\",\"unit\":\"household\",\"q\":[]},\"r\":{}}]}",
  "{\"record\":\"event\",\"id\":\"e\",\"citations\":[{\"source\":\"s\"},{\"source\":\"s\",\"page\":10.0,\"note\":\"n\"}],\"u\":true}",
  "{\"record\":\"decision\",\"id\":\"d\",\"about\":{\"check\":\"c\",\"why\":-0.0},\"v\":0}",
};

static void
assert_same_line (const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (line, &error);
  g_autoptr (ShanhaiRecord) again = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = shanhai_record_to_line (record);
  g_assert_cmpstr (written, ==, line);

  again = shanhai_record_from_line (written, &error);
  g_assert_no_error (error);
  g_assert_true (shanhai_record_equal (record, again));
}

static void
test_full (void)
{
  bool seen[SHANHAI_N_RECORD_TYPES] = { false };

  for (guint i = 0; i < G_N_ELEMENTS (full_lines); i++)
    {
      g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (full_lines[i], NULL);
      ShanhaiRecordType type;
      guint n_fields;
      const ShanhaiField *fields;

      g_test_message ("%s", full_lines[i]);
      assert_same_line (full_lines[i]);

      /* the first line of each type has all its members: a new field must be added here */
      type = shanhai_record_get_record_type (record);
      fields = shanhai_record_get_fields (record, &n_fields);
      for (guint k = 0; k < n_fields && !seen[type]; k++)
        if (!shanhai_field_is_set (&fields[k], record))
          g_error ("%s of %s isn't tested", fields[k].member, shanhai_record_type_get_name (type));
      seen[type] = true;
      g_assert_null (shanhai_record_get_extra (record));
    }

  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    g_assert_true (seen[type]);
}

static void
test_extra (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (extra_lines); i++)
    {
      g_test_message ("%s", extra_lines[i]);
      assert_same_line (extra_lines[i]);
    }
}

static void
test_other (void)
{
  static const char * const lines[] = {
    "{\"record\":\"survey\",\"id\":\"survey-a\",\"x\" : 38.740}",
    "{\"record\":\"survey\"}",
    "{\"record\":\"deleted\",\"id\":\"flow-a\"}",
    "{\"x\":1,\"record\":\"survey\",\"id\":12}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (lines[i], NULL);

      g_assert_true (SHANHAI_IS_OTHER (record));
      g_assert_cmpstr (shanhai_other_get_line (SHANHAI_OTHER (record)), ==, lines[i]);
      assert_same_line (lines[i]);
    }

  {
    g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (lines[0], NULL);

    g_assert_cmpstr (shanhai_record_get_id (record), ==, "survey-a");
  }
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *given, *canonical;
  } rows[] = {
    /* order, white space, escapes */
    { " { \"kind\" : \"visit\" , \"id\" : \"e\", \"record\" : \"event\" } \r", "{\"record\":\"event\",\"id\":\"e\",\"kind\":\"visit\"}" },
    { "{\"zz\":1,\"note\":\"\\u6e56\\/\\u0041\\ud83d\\ude00\\u007f\",\"record\":\"event\",\"id\":\"e\"}",
      "{\"record\":\"event\",\"id\":\"e\",\"note\":\"湖/A\xf0\x9f\x98\x80\x7f\",\"zz\":1}" },
    { "{\"record\":\"event\",\"id\":\"e\",\"\\u006eote\":\"n\"}", "{\"record\":\"event\",\"id\":\"e\",\"note\":\"n\"}" },
    /* defaults are left out */
    { "{\"record\":\"flow\",\"id\":\"f\",\"cumulative\":false,\"tags\":[],\"citations\":[],\"from\":[],\"amount\":{\"value\":\"1.50\",\"precision\":\"1\",\"unit\":\"CNY\","
      "\"qualifier\":\"exact\",\"planned\":false}}",
      "{\"record\":\"flow\",\"id\":\"f\",\"amount\":{\"value\":\"1.5\",\"unit\":\"CNY\"}}" },
    { "{\"record\":\"case\",\"id\":\"c\",\"assisting\":[]}", "{\"record\":\"case\",\"id\":\"c\"}" },
    /* decimals keep their value and lose what is not normal */
    { "{\"record\":\"flow\",\"id\":\"f\",\"amount\":{\"value\":\"-0.000\",\"unit\":\"CNY\"}}", "{\"record\":\"flow\",\"id\":\"f\",\"amount\":{\"value\":\"0\",\"unit\":\"CNY\"}}" },
    /* a record of unknown type stays as it was but for the line's ends */
    { "  {\"record\":\"x\" , \"a\":1}\r", "{\"record\":\"x\" , \"a\":1}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (rows[i].given, &error);
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = shanhai_record_to_line (record);
      g_assert_cmpstr (written, ==, rows[i].canonical);
      assert_same_line (rows[i].canonical);
    }
}

/* what is in the struct is what the line says: not only that it comes out again */
static void
test_values (void)
{
  g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (full_lines[5], NULL);
  ShanhaiFlow *flow = SHANHAI_FLOW (record);
  const ShanhaiQuantity *amount = shanhai_flow_get_amount (flow);
  const ShanhaiEnds *to = shanhai_flow_get_to (flow);
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  g_assert_cmpstr (shanhai_record_get_id (record), ==, "flow-a");
  g_assert_cmpstr (shanhai_flow_get_kind (flow), ==, "fiscal");
  g_assert_true (shanhai_flow_get_kind (flow) == g_intern_string ("fiscal"));
  g_assert_true (shanhai_flow_get_cumulative (flow));
  g_assert_cmpint ((gint64) amount->value.digits, ==, 470000000);
  g_assert_cmpint ((gint64) amount->precision.digits, ==, 10000000);
  g_assert_true (amount->unit == g_intern_string ("CNY"));
  g_assert_cmpint (amount->qualifier, ==, SHANHAI_QUALIFIER_NEARLY);
  g_assert_false (amount->planned);
  g_assert_true (to->single);
  g_assert_null (to->items[0].id);
  g_assert_cmpstr (shanhai_name_get (to->items[0].name, SHANHAI_LANGUAGE_CHINESE), ==, "贫困户");
  g_assert_cmpint (to->items[0].count->qualifier, ==, SHANHAI_QUALIFIER_OVER);
  g_assert_false (shanhai_flow_get_via (flow)->single);
  g_assert_cmpstr (shanhai_period_get_text (shanhai_flow_get_period (flow)), ==, "../2020-10-15");
  g_assert_cmpuint (citations->n, ==, 2);
  g_assert_cmpint (citations->items[0].start, ==, 546);
  g_assert_cmpuint (citations->items[0].paragraph, ==, 9);
  g_assert_cmpint (citations->items[1].start, ==, -1);
  g_assert_cmpuint (citations->items[1].paragraph, ==, 0);
  g_assert_null (citations->items[1].quote);
}

typedef struct
{
  const char        *name;
  const char        *line;
  ShanhaiStoreError  code;
  const char        *names;  /* stands in the message */
} BadLine;

#define BAD(name, line, code, names) { name, line, SHANHAI_STORE_ERROR_##code, names }
#define FLOW(members) "{\"record\":\"flow\",\"id\":\"f\"," members "}"
#define AMOUNT(members) FLOW ("\"amount\":{" members "}")
#define CITED(members) FLOW ("\"citations\":[{\"source\":\"s\"},{" members "}]")
#define DECIDED(about) "{\"record\":\"decision\",\"id\":\"d\",\"about\":" about "}"

static const BadLine bad_lines[] = {
  BAD ("not-json", "record: flow", SYNTAX, "character 1"),
  BAD ("nan", AMOUNT ("\"value\":NaN,\"unit\":\"CNY\""), SYNTAX, NULL),
  BAD ("no-record", "{\"id\":\"f\"}", MEMBER, "“record”"),
  BAD ("record-number", "{\"record\":1,\"id\":\"f\"}", TYPE, "“record”"),
  BAD ("record-empty", "{\"record\":\"\",\"id\":\"f\"}", VALUE, "“record”"),
  BAD ("header", "{\"record\":\"casebook\",\"format\":1}", DUPLICATE, "header"),
  BAD ("no-id", "{\"record\":\"flow\"}", MEMBER, "“id”"),
  BAD ("id-number", "{\"record\":\"flow\",\"id\":1}", TYPE, "“id”"),
  BAD ("id-null", "{\"record\":\"flow\",\"id\":null}", TYPE, "“id”"),
  BAD ("id-empty", "{\"record\":\"flow\",\"id\":\"\"}", VALUE, "“id”"),
  BAD ("id-space", "{\"record\":\"flow\",\"id\":\"a b\"}", VALUE, "“id”"),
  BAD ("id-line-end", "{\"record\":\"flow\",\"id\":\"a\\nb\"}", VALUE, "“id”"),

  BAD ("reference-list", FLOW ("\"case\":[\"c\"]"), TYPE, "“case”"),
  BAD ("reference-empty", FLOW ("\"case\":\"\""), VALUE, "“case”"),
  BAD ("reference-null", FLOW ("\"case\":null"), TYPE, "“case”"),
  BAD ("key-number", FLOW ("\"kind\":3"), TYPE, "“kind”"),
  BAD ("key-empty", FLOW ("\"kind\":\"\""), VALUE, "“kind”"),
  BAD ("flag-text", FLOW ("\"cumulative\":\"true\""), TYPE, "“cumulative”"),
  BAD ("flag-number", FLOW ("\"cumulative\":1"), TYPE, "“cumulative”"),
  BAD ("period-number", FLOW ("\"period\":2019"), TYPE, "“period”"),
  BAD ("period-words", FLOW ("\"period\":\"last year\""), VALUE, "“last year”"),
  BAD ("period-no-day", FLOW ("\"period\":\"2019-02-30\""), VALUE, "“period”"),
  BAD ("period-order", FLOW ("\"period\":\"2020/2019\""), ORDER, "“period”"),
  BAD ("name-number", FLOW ("\"note\":1"), TYPE, "“note”"),
  BAD ("name-list", FLOW ("\"note\":[\"a\"]"), TYPE, "“note”"),
  BAD ("name-empty-object", FLOW ("\"note\":{}"), VALUE, "“note”"),
  BAD ("name-empty-language", FLOW ("\"note\":{\"\":\"a\"}"), VALUE, "“note”"),
  BAD ("name-inner-number", FLOW ("\"note\":{\"en\":1}"), TYPE, "“note”"),
  BAD ("string-object", "{\"record\":\"source\",\"id\":\"s\",\"url\":{}}", TYPE, "“url”"),
  BAD ("strings-number", FLOW ("\"tags\":1"), TYPE, "“tags”"),
  BAD ("strings-inner", FLOW ("\"tags\":[\"a\",1]"), TYPE, "“tags[1]”"),
  BAD ("references-object", "{\"record\":\"case\",\"id\":\"c\",\"assisting\":{}}", TYPE, "“assisting”"),
  BAD ("references-inner-empty", "{\"record\":\"case\",\"id\":\"c\",\"assisting\":[\"\"]}", VALUE, "“assisting[0]”"),

  BAD ("quantity-text", FLOW ("\"amount\":\"1\""), TYPE, "“amount”"),
  BAD ("quantity-number", FLOW ("\"amount\":38.74"), TYPE, "“amount”"),
  BAD ("value-number", AMOUNT ("\"value\":38.74,\"unit\":\"CNY\""), TYPE, "“amount.value”"),
  BAD ("value-missing", AMOUNT ("\"unit\":\"CNY\""), MEMBER, "“value”"),
  BAD ("unit-missing", AMOUNT ("\"value\":\"1\""), MEMBER, "“unit”"),
  BAD ("value-empty", AMOUNT ("\"value\":\"\",\"unit\":\"CNY\""), VALUE, "“amount.value”"),
  BAD ("value-words", AMOUNT ("\"value\":\"4.7亿\",\"unit\":\"CNY\""), VALUE, "4.7亿"),
  BAD ("value-exponent", AMOUNT ("\"value\":\"1e5\",\"unit\":\"CNY\""), VALUE, "1e5"),
  BAD ("value-nan", AMOUNT ("\"value\":\"NaN\",\"unit\":\"CNY\""), VALUE, "NaN"),
  BAD ("value-comma", AMOUNT ("\"value\":\"1,000\",\"unit\":\"CNY\""), VALUE, "1,000"),
  BAD ("value-digits", AMOUNT ("\"value\":\"1000000000000000000000000000000000000\",\"unit\":\"CNY\""), RANGE, "“amount.value”"),
  BAD ("value-hi-below", AMOUNT ("\"value\":\"5\",\"value_hi\":\"3\",\"unit\":\"CNY\""), VALUE, "“amount”"),
  BAD ("precision-zero", AMOUNT ("\"value\":\"5\",\"precision\":\"0\",\"unit\":\"CNY\""), RANGE, "“amount.precision”"),
  BAD ("precision-below-zero", AMOUNT ("\"value\":\"5\",\"precision\":\"-1\",\"unit\":\"CNY\""), RANGE, "“amount.precision”"),
  BAD ("unit-empty", AMOUNT ("\"value\":\"5\",\"unit\":\"\""), VALUE, "“amount.unit”"),
  BAD ("qualifier-unknown", AMOUNT ("\"value\":\"5\",\"unit\":\"CNY\",\"qualifier\":\"maybe\""), VALUE, "“amount.qualifier”"),
  BAD ("planned-text", AMOUNT ("\"value\":\"5\",\"unit\":\"CNY\",\"planned\":\"yes\""), TYPE, "“amount.planned”"),

  BAD ("end-number", FLOW ("\"from\":1"), TYPE, "“from”"),
  BAD ("end-empty", FLOW ("\"from\":\"\""), VALUE, "“from”"),
  BAD ("end-nobody", FLOW ("\"from\":{}"), VALUE, "“from”"),
  BAD ("end-list-of-lists", FLOW ("\"from\":[[\"a\"]]"), TYPE, "“from[0]”"),
  BAD ("end-count", FLOW ("\"from\":[\"a\",{\"count\":19}]"), TYPE, "“from[1].count”"),
  BAD ("end-count-value", FLOW ("\"from\":[{\"count\":{\"value\":19,\"unit\":\"company\"}}]"), TYPE, "“from[0].count.value”"),
  BAD ("end-kind", FLOW ("\"from\":{\"kind\":1}"), TYPE, "“from.kind”"),

  BAD ("citations-object", FLOW ("\"citations\":{\"source\":\"s\"}"), TYPE, "“citations”"),
  BAD ("citation-text", FLOW ("\"citations\":[\"s\"]"), TYPE, "“citations[0]”"),
  BAD ("citation-without-source", CITED ("\"quote\":\"q\""), MEMBER, "“citations[1]”"),
  BAD ("citation-start-text", CITED ("\"source\":\"s\",\"start\":\"5\""), TYPE, "“citations[1].start”"),
  BAD ("citation-start-fraction", CITED ("\"source\":\"s\",\"start\":5.0"), TYPE, "“citations[1].start”"),
  BAD ("citation-start-below-zero", CITED ("\"source\":\"s\",\"start\":-1"), RANGE, "“citations[1].start”"),
  BAD ("citation-length", CITED ("\"source\":\"s\",\"length\":4294967296"), RANGE, "“citations[1].length”"),
  BAD ("citation-paragraph", CITED ("\"source\":\"s\",\"paragraph\":0"), RANGE, "“citations[1].paragraph”"),
  BAD ("citation-quote", CITED ("\"source\":\"s\",\"quote\":1"), TYPE, "“citations[1].quote”"),

  BAD ("about-number", DECIDED ("1"), TYPE, "“about”"),
  BAD ("about-empty", DECIDED ("\"\""), VALUE, "“about”"),
  BAD ("about-without-check", DECIDED ("{\"records\":[\"a\"]}"), MEMBER, "“check”"),
  BAD ("about-records-text", DECIDED ("{\"check\":\"c\",\"records\":\"a\"}"), TYPE, "“about.records”"),
  BAD ("about-seen-number", DECIDED ("{\"check\":\"c\",\"seen\":[9430]}"), TYPE, "“about.seen[0]”"),
};

static void
test_bad (gconstpointer data)
{
  const BadLine *bad = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiRecord) record = shanhai_record_from_line (bad->line, &error);

  g_assert_null (record);
  g_assert_error (error, SHANHAI_STORE_ERROR, (int) bad->code);
  g_assert_null (strchr (error->message, '\n'));
  if (bad->names != NULL && strstr (error->message, bad->names) == NULL)
    g_error ("“%s” doesn't say %s", error->message, bad->names);
}

/* an error leaves nothing behind that disturbs the next line */
static void
test_reader_again (void)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      const char *line = full_lines[i % G_N_ELEMENTS (full_lines)];
      ShanhaiLineKind kind;
      g_autoptr (ShanhaiRecord) none = NULL;
      g_autoptr (ShanhaiRecord) record = NULL;
      g_autofree char *written = NULL;

      g_assert_false (shanhai_record_reader_read (reader, bad_lines[i].line, strlen (bad_lines[i].line), &kind, &none, NULL, NULL, NULL));
      g_assert_true (shanhai_record_reader_read (reader, line, strlen (line), &kind, &record, NULL, NULL, NULL));
      written = shanhai_record_to_line (record);
      g_assert_cmpstr (written, ==, line);
    }
}

static void
test_header (void)
{
  static const char line[] = "{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"a\",\"zh\":\"b\"},\"language\":\"zh\",\"created\":\"2026-11-21\",\"x\":38.740}";
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  g_auto (ShanhaiHeader) header = { 0 };
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GString) written = g_string_new (NULL);
  ShanhaiLineKind kind;
  ShanhaiRecord *record;

  g_assert_true (shanhai_record_reader_read (reader, line, strlen (line), &kind, &record, &header, NULL, NULL));
  g_assert_cmpint (kind, ==, SHANHAI_LINE_HEADER);
  g_assert_null (record);
  g_assert_cmpint (header.format, ==, 1);
  shanhai_casebook_set_header (casebook, header.format, header.title, header.language, header.created, header.extra);
  shanhai_casebook_append_header (casebook, written);
  g_assert_cmpstr (written->str, ==, line);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-line/full", test_full);
  g_test_add_func ("/record-line/extra", test_extra);
  g_test_add_func ("/record-line/other", test_other);
  g_test_add_func ("/record-line/canonical", test_canonical);
  g_test_add_func ("/record-line/values", test_values);
  g_test_add_func ("/record-line/header", test_header);
  g_test_add_func ("/record-line/reader-again", test_reader_again);
  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      g_autofree char *path = g_strconcat ("/record-line/bad/", bad_lines[i].name, NULL);

      g_test_add_data_func (path, &bad_lines[i], test_bad);
    }

  return g_test_run ();
}
