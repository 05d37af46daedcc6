/* test-graph.c - bare graphs: what is read, and the code of everything that is refused. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "figure-fixture.h"
#include "shanhai-graph.h"

static ShanhaiFlowChart *
read_text (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (NULL);

  return shanhai_graph_read (bytes, "g.json", options, error);
}

#define TWO "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"links\":["
#define LINK(members) TWO "{" members "}]}"

static const struct
{
  const char *name;
  const char *text;
  int         code;
  const char *start;  /* of the message */
} bad[] = {
  { "empty", "", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:1: " },
  { "space", " \n ", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:2: " },
  { "word", "{}\nhello", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:2: " },
  { "cut", "{\"nodes\":[\n{\"id\":", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:2: " },
  { "comment", "{\"nodes\":[],\n\n// x\n\"links\":[]}", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:3: " },
  { "trailing-comma", "{\"nodes\":[],\"links\":[],}", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:1: " },
  { "second-value", "{\"nodes\":[],\"links\":[]} {}", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:1: " },
  { "latin-1", "{\"nodes\":[{\"id\":\"\xff\"}],\"links\":[]}", SHANHAI_GRAPH_ERROR_SYNTAX, "g.json: " },
  { "array", "[]", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: " },
  { "no-nodes", "{\"links\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: " },
  { "no-links", "{\"nodes\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: " },
  { "nodes-object", "{\"nodes\":{},\"links\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: " },
  { "node-number", "{\"nodes\":[5],\"links\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 1 " },
  { "no-id", "{\"nodes\":[{\"id\":1},{}],\"links\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 2 " },
  { "id-fraction", "{\"nodes\":[{\"id\":1.5}],\"links\":[]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 1 " },
  { "id-twice", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "id-number-and-text", "{\"nodes\":[{\"id\":1},{\"id\":\"1\"}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "stage-negative", "{\"nodes\":[{\"id\":1,\"stage\":-1}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "stage-text", "{\"nodes\":[{\"id\":1,\"stage\":\"1\"}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "stage-list", "{\"nodes\":[{\"id\":1,\"stage\":[1]}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "stage-1001", "{\"nodes\":[{\"id\":1,\"stage\":1001}],\"links\":[]}", SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "link-null", TWO "null]}", SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 1 " },
  { "no-source", LINK ("\"target\":\"b\",\"value\":1"), SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 1 " },
  { "no-target", LINK ("\"source\":\"a\",\"value\":1"), SHANHAI_GRAPH_ERROR_SHAPE, "g.json: item 1 " },
  { "missing-node", LINK ("\"source\":\"a\",\"target\":\"x\",\"value\":1"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: item 1 " },
  { "no-value", LINK ("\"source\":\"a\",\"target\":\"b\""), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "negative", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":-0.5"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "text-value", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":\"5\""), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "object-value", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":{}"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "nan", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":NaN"), SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:1: " },
  { "hexadecimal", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":0x10"), SHANHAI_GRAPH_ERROR_SYNTAX, "g.json:1: " },
  { "vast", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":1e31"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "infinite", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":1e999"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
  { "long", LINK ("\"source\":\"a\",\"target\":\"b\",\"value\":99999999999999999999999999999999999"), SHANHAI_GRAPH_ERROR_VALUE, "g.json: " },
};

static void
test_bad (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiFlowChart) chart = read_text (bad[row].text, strlen (bad[row].text), &error);

  g_assert_null (chart);
  g_assert_error (error, SHANHAI_GRAPH_ERROR, bad[row].code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, bad[row].start));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_nul (void)
{
  static const char text[] = "{\"nodes\":[],\n\0\"links\":[]}";
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, sizeof text - 1, &error));
  g_assert_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "g.json:2: "));
}

/* 64 levels pass, 65 don't, and 200 000 don't hurt */
static void
test_depth (void)
{
  static const guint depths[] = { 64, 65, 200000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GString) text = g_string_new ("{\"nodes\":[],\"links\":[],\"x\":");
      g_autoptr (ShanhaiFlowChart) chart = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 1; k < depths[i]; k++)
        g_string_append_c (text, '[');
      for (guint k = 1; k < depths[i]; k++)
        g_string_append_c (text, ']');
      g_string_append_c (text, '}');
      chart = read_text (text->str, text->len, &error);
      if (depths[i] <= 64)
        g_assert_no_error (error);
      else
        g_assert_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX);
    }
}

static void
test_good (void)
{
  static const char text[] =
    "{\n \"unit\": \"CNY\", \"title\": \"Own \\u4e2d\", \"x\": {\"y\": [1, -0.5e+3, true, null, \"\\\"\"]},\n"
    " \"nodes\": [{\"id\": \"a\", \"name\": \"Alba\", \"stage\": 0}, {\"id\": 7, \"stage\": null}, {\"id\": \"c\", \"name\": 5}],\n"
    " \"links\": [{\"source\": \"a\", \"target\": 7, \"value\": 1.5}, {\"source\": \"a\", \"target\": \"7\", \"value\": 0},\n"
    "  {\"source\": \"c\", \"target\": \"c\", \"value\": 3}]}\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiFlowChart) chart = read_text (text, strlen (text), &error);
  const ShanhaiFlowChartNode *nodes[3];
  const ShanhaiFlowChartLink *links[3];

  g_assert_no_error (error);
  g_assert_cmpuint (chart->nodes->len, ==, 3);
  g_assert_cmpuint (chart->links->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      nodes[i] = chart->nodes->pdata[i];
      links[i] = chart->links->pdata[i];
    }
  g_assert_cmpstr (chart->title, ==, "Own 中");
  g_assert_cmpstr (chart->unit_label, ==, "CNY");
  g_assert_cmpstr (nodes[0]->label, ==, "Alba");
  g_assert_cmpint (nodes[0]->stage, ==, 0);
  g_assert_cmpstr (nodes[1]->key, ==, "7");
  g_assert_cmpstr (nodes[1]->label, ==, "7");
  g_assert_cmpint (nodes[1]->stage, ==, -1);
  g_assert_cmpstr (nodes[2]->label, ==, "c");
  g_assert_cmpstr (links[0]->target, ==, "7");
  g_assert_cmpfloat (links[0]->value, ==, 1.5);
  g_assert_cmpfloat (links[1]->value, ==, 0);
  g_assert_cmpstr (links[0]->key, !=, links[1]->key);
}

/* a node has its colour wherever it stands in the file */
static void
test_colours (void)
{
  static const char *const texts[] = {
    "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}],\"links\":[]}",
    "{\"nodes\":[{\"id\":\"c\"},{\"id\":\"b\"},{\"id\":\"a\"}],\"links\":[]}",
  };
  g_autoptr (ShanhaiFlowChart) x = read_text (texts[0], strlen (texts[0]), NULL);
  g_autoptr (ShanhaiFlowChart) y = read_text (texts[1], strlen (texts[1]), NULL);

  for (guint i = 0; i < 3; i++)
    {
      const ShanhaiFlowChartNode *one = x->nodes->pdata[i], *other = y->nodes->pdata[2 - i];

      g_assert_cmpstr (one->key, ==, other->key);
      g_assert_cmpint (one->slot, ==, other->slot);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/figures/graph/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/figures/graph/bad/nul", test_nul);
  g_test_add_func ("/figures/graph/depth", test_depth);
  g_test_add_func ("/figures/graph/good", test_good);
  g_test_add_func ("/figures/graph/colours", test_colours);

  return g_test_run ();
}
