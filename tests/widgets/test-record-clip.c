/* test-record-clip.c - records to the clipboard and back. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-flow.h"
#include "shanhai-history.h"
#include "shanhai-load.h"
#include "shanhai-record-clip.h"
#include "shanhai-record-write.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define XIAMEN "{\"record\":\"place\",\"id\":\"place-aaaaaaaaaa\",\"name\":\"Xiamen\",\"level\":\"prefecture\",\"code\":\"350200\"}\n"
#define LINXIA "{\"record\":\"place\",\"id\":\"place-bbbbbbbbbb\",\"name\":\"Linxia\",\"level\":\"prefecture\",\"code\":\"622900\"}\n"
#define CASE_A "{\"record\":\"case\",\"id\":\"case-aaaaaaaaaa\",\"title\":\"A\"}\n"
#define CASE_B "{\"record\":\"case\",\"id\":\"case-bbbbbbbbbb\",\"title\":\"B\"}\n"
#define FLOW                                                                                                                       \
  "{\"record\":\"flow\",\"id\":\"flow-aaaaaaaaaa\",\"case\":\"case-aaaaaaaaaa\",\"from\":\"place-aaaaaaaaaa\",\"to\":\"place-bbbbbbbbbb\","    \
  "\"amount\":{\"value\":\"130000000\",\"unit\":\"CNY\"},\"part_of\":\"flow-bbbbbbbbbb\"}\n"
#define WHOLE "{\"record\":\"flow\",\"id\":\"flow-bbbbbbbbbb\",\"case\":\"case-aaaaaaaaaa\",\"from\":\"place-aaaaaaaaaa\"}\n"

static ShanhaiCasebook *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) read = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->damages->len, ==, 0);
  return g_object_ref (read->casebook);
}

static char *
copy (ShanhaiCasebook *casebook,
      const char      *id)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, shanhai_casebook_lookup (casebook, id));
  return shanhai_clip_to_lines (casebook, records);
}

static void
apply (ShanhaiCasebook *casebook,
       ShanhaiChange   *change)
{
  g_autoptr (GError) error = NULL;

  shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error);
  g_assert_no_error (error);
}

/* what the row names comes along, but neither its case nor another row */
static void
test_copy (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load (HEADER XIAMEN LINXIA CASE_A FLOW WHOLE);
  g_autofree char *lines = copy (casebook, "flow-aaaaaaaaaa");

  g_assert_nonnull (strstr (lines, "\"flow-aaaaaaaaaa\""));
  g_assert_nonnull (strstr (lines, "\"id\":\"place-aaaaaaaaaa\""));
  g_assert_nonnull (strstr (lines, "\"id\":\"place-bbbbbbbbbb\""));
  g_assert_null (strstr (lines, "\"record\":\"case\""));
  g_assert_null (strstr (lines, "\"id\":\"flow-bbbbbbbbbb\""));
}

/* into a casebook that has neither: the places come too, the whole is left out and counted */
static void
test_paste_elsewhere (void)
{
  g_autoptr (ShanhaiCasebook) from = load (HEADER XIAMEN LINXIA CASE_A FLOW WHOLE);
  g_autoptr (ShanhaiCasebook) to = load (HEADER CASE_B);
  g_autofree char *lines = copy (from, "flow-aaaaaaaaaa");
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiChange) change = shanhai_clip_from_lines (to, "case-bbbbbbbbbb", lines, &summary, &error);
  ShanhaiRecord *flow;

  g_assert_no_error (error);
  g_assert_cmpuint (summary.n_records, ==, 1);
  g_assert_cmpuint (summary.n_with, ==, 2);
  g_assert_cmpuint (summary.n_lost, ==, 1);
  g_assert_cmpuint (summary.ids->len, ==, 1);
  apply (to, change);

  /* an id that is free is kept */
  flow = shanhai_casebook_lookup (to, "flow-aaaaaaaaaa");
  g_assert_nonnull (flow);
  g_assert_cmpstr (shanhai_record_get_case_id (flow), ==, "case-bbbbbbbbbb");
  g_assert_cmpstr (shanhai_flow_get_part_of (SHANHAI_FLOW (flow)), ==, NULL);
  g_assert_nonnull (shanhai_casebook_lookup (to, "place-aaaaaaaaaa"));

  /* one undoable change */
  shanhai_history_undo (shanhai_casebook_get_history (to), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (to), ==, 1);
}

/* a place that is there under another id, known by its code, isn't made twice */
static void
test_paste_known_place (void)
{
  g_autoptr (ShanhaiCasebook) from = load (HEADER XIAMEN LINXIA CASE_A FLOW WHOLE);
  g_autoptr (ShanhaiCasebook) to = load (HEADER CASE_B "{\"record\":\"place\",\"id\":\"place-cccccccccc\",\"name\":\"厦门\",\"code\":\"350200\"}\n");
  g_autofree char *lines = copy (from, "flow-aaaaaaaaaa");
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (ShanhaiChange) change = shanhai_clip_from_lines (to, "case-bbbbbbbbbb", lines, &summary, NULL);
  const ShanhaiEnds *ends;

  g_assert_cmpuint (summary.n_with, ==, 1);
  apply (to, change);
  ends = shanhai_flow_get_from (shanhai_casebook_lookup_as (to, SHANHAI_RECORD_FLOW, "flow-aaaaaaaaaa"));
  g_assert_cmpstr (ends->items[0].id, ==, "place-cccccccccc");
}

/* where it came from: a second one under a new id, which names the same things */
static void
test_paste_again (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load (HEADER XIAMEN LINXIA CASE_A FLOW WHOLE);
  g_autofree char *lines = copy (casebook, "flow-aaaaaaaaaa");
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (ShanhaiChange) change = shanhai_clip_from_lines (casebook, "case-aaaaaaaaaa", lines, &summary, NULL);
  const char *id = g_ptr_array_index (summary.ids, 0);

  g_assert_cmpuint (summary.n_with, ==, 0);
  g_assert_cmpuint (summary.n_lost, ==, 0);
  g_assert_cmpstr (id, !=, "flow-aaaaaaaaaa");
  apply (casebook, change);
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 6);
  g_assert_cmpstr (shanhai_flow_get_part_of (shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_FLOW, id)), ==, "flow-bbbbbbbbbb");
}

static void
test_duplicate (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load (HEADER XIAMEN LINXIA CASE_A FLOW WHOLE);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (ShanhaiChange) change = NULL;
  ShanhaiFlow *part;

  g_ptr_array_add (records, shanhai_casebook_lookup (casebook, "flow-aaaaaaaaaa"));
  g_ptr_array_add (records, shanhai_casebook_lookup (casebook, "flow-bbbbbbbbbb"));
  change = shanhai_clip_duplicate (casebook, records, &summary);
  apply (casebook, change);
  g_assert_cmpuint (summary.n_records, ==, 2);
  /* the copy of the part is a part of the copy of the whole */
  part = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_FLOW, g_ptr_array_index (summary.ids, 0));
  g_assert_cmpstr (shanhai_flow_get_part_of (part), ==, g_ptr_array_index (summary.ids, 1));
  g_assert_cmpstr (shanhai_record_get_case_id (SHANHAI_RECORD (part)), ==, "case-aaaaaaaaaa");
}

typedef struct
{
  const char *name;
  const char *text;
  guint       n;       /* records; 0: an error … */
  int         code;    /* … of SHANHAI_CLIP_ERROR */
  const char *amount;  /* of the first */
} Rows;

static const Rows tables[] = {
  { "in-the-order-of-the-table", "Xiamen\tLinxia\t1.3亿元\n", 1, 0, "130000000" },
  { "headings", "Amount\tTo\tFrom\n470 million yuan\tLinxia\tXiamen\n12元\tLinxia\tXiamen\n", 2, 0, "470000000" },
  { "empty-lines", "\nXiamen\tLinxia\t12元\n\n", 1, 0, "12" },
  { "crlf", "Xiamen\tLinxia\t12元\r\n", 1, 0, "12" },
  { "nothing", "\n \n", 0, SHANHAI_CLIP_ERROR_EMPTY, NULL },
  { "no-figure", "Xiamen\tLinxia\tplenty\n", 0, SHANHAI_CLIP_ERROR_CELL, NULL },
};

static void
test_table (gconstpointer data)
{
  const Rows *rows = data;
  g_autoptr (ShanhaiCasebook) casebook = load (HEADER XIAMEN LINXIA CASE_A);
  guint n_columns;
  const ShanhaiRecordColumn *columns = shanhai_record_columns_get ("flows", &n_columns);
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiChange) change = shanhai_clip_from_table (casebook, "case-aaaaaaaaaa", SHANHAI_RECORD_FLOW, columns, n_columns, rows->text,
                                                              &summary, &error);
  ShanhaiRecord *flow;
  g_autofree char *amount = NULL;

  if (rows->n == 0)
    {
      g_assert_null (change);
      g_assert_error (error, SHANHAI_CLIP_ERROR, rows->code);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (summary.n_records, ==, rows->n);
  g_assert_cmpuint (summary.n_with, ==, 0);
  apply (casebook, change);
  flow = shanhai_casebook_lookup (casebook, g_ptr_array_index (summary.ids, 0));
  amount = shanhai_decimal_to_string (&shanhai_record_get_figure (flow)->value);
  g_assert_cmpstr (amount, ==, rows->amount);
  g_assert_cmpstr (shanhai_flow_get_from (SHANHAI_FLOW (flow))->items[0].id, ==, "place-aaaaaaaaaa");
}

/* which cells can be edited, and what they are members of */
static void
test_members (void)
{
  static const struct
  {
    const char        *set, *column;
    ShanhaiRecordType  type;
    const char        *member;
  } cells[] = {
    { "flows", "amount", SHANHAI_RECORD_FLOW, "amount" },
    { "flows", "citations", SHANHAI_RECORD_FLOW, NULL },
    { "programmes", "title", SHANHAI_RECORD_PROGRAMME, "title" },
    { "programmes", "title", SHANHAI_RECORD_OBSERVATION, "indicator" },
    { "programmes", "figure", SHANHAI_RECORD_PROGRAMME, NULL },
    { "programmes", "figure", SHANHAI_RECORD_EXCHANGE, "count" },
    { "programmes", "place", SHANHAI_RECORD_OBSERVATION, "subject" },
    { "timeline", "span", SHANHAI_RECORD_EVENT, "period" },
    { "timeline", "kind", SHANHAI_RECORD_PROGRAMME, NULL },
    { "timeline", "kind", SHANHAI_RECORD_EVENT, "kind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint n;
      const ShanhaiRecordColumn *columns = shanhai_record_columns_get (cells[i].set, &n);
      bool found = false;

      for (guint c = 0; c < n; c++)
        if (g_str_equal (columns[c].member, cells[i].column))
          {
            g_assert_cmpstr (shanhai_record_column_get_member (&columns[c], cells[i].type), ==, cells[i].member);
            found = true;
          }
      g_assert_true (found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-clip/copy", test_copy);
  g_test_add_func ("/record-clip/paste-elsewhere", test_paste_elsewhere);
  g_test_add_func ("/record-clip/paste-known-place", test_paste_known_place);
  g_test_add_func ("/record-clip/paste-again", test_paste_again);
  g_test_add_func ("/record-clip/duplicate", test_duplicate);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/record-clip/table/%s", tables[i].name);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/record-clip/members", test_members);

  return g_test_run ();
}
