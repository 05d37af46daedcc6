/* test-line-scan.c - what the strict scan lets through and what it refuses. SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>

#include "shanhai-line-scan.h"
#include "shanhai-line-walk.h"

typedef struct
{
  const char        *name;
  const char        *line;
  gssize             length;  /* -1: up to the NUL */
  ShanhaiStoreError  code;
} BadLine;

#define BAD(name, line, code) { name, line, -1, SHANHAI_STORE_ERROR_##code }
#define BAD_BYTES(name, line, code) { name, line, sizeof line - 1, SHANHAI_STORE_ERROR_##code }

static const BadLine bad_lines[] = {
  BAD ("empty", "", SYNTAX),
  BAD ("blank", " \t\r", SYNTAX),
  BAD ("text", "hello", SYNTAX),
  BAD ("array", "[]", SYNTAX),
  BAD ("string", "\"a\"", SYNTAX),
  BAD ("number", "12", SYNTAX),
  BAD ("null", "null", SYNTAX),
  BAD ("second-value", "{} {}", SYNTAX),
  BAD ("second-bracket", "{}}", SYNTAX),
  BAD ("text-behind", "{\"a\":1}x", SYNTAX),
  BAD ("comma-at-end-of-object", "{\"a\":1,}", SYNTAX),
  BAD ("comma-at-end-of-array", "{\"a\":[1,]}", SYNTAX),
  BAD ("comma-at-start", "{,\"a\":1}", SYNTAX),
  BAD ("two-commas", "{\"a\":1,,\"b\":2}", SYNTAX),
  BAD ("no-comma", "{\"a\":1 \"b\":2}", SYNTAX),
  BAD ("no-colon", "{\"a\" 1}", SYNTAX),
  BAD ("no-value", "{\"a\":}", SYNTAX),
  BAD ("wrong-bracket", "{\"a\":[1}", SYNTAX),
  BAD ("wrong-brace", "{\"a\":{\"b\":1]", SYNTAX),
  BAD ("bare-key", "{a:1}", SYNTAX),
  BAD ("single-quotes", "{'a':1}", SYNTAX),
  BAD ("single-quoted-value", "{\"a\":'b'}", SYNTAX),
  BAD ("comment", "{/* c */\"a\":1}", SYNTAX),
  BAD ("comment-before-value", "{\"a\": // c", SYNTAX),
  BAD ("hash-comment", "# c", SYNTAX),
  BAD ("word", "{\"a\":yes}", SYNTAX),
  BAD ("capital-true", "{\"a\":True}", SYNTAX),
  BAD ("nan", "{\"a\":NaN}", SYNTAX),
  BAD ("infinity", "{\"a\":Infinity}", SYNTAX),
  BAD ("minus-infinity", "{\"a\":-Infinity}", SYNTAX),
  BAD ("plus", "{\"a\":+1}", SYNTAX),
  BAD ("leading-zero", "{\"a\":01}", SYNTAX),
  BAD ("leading-point", "{\"a\":.5}", SYNTAX),
  BAD ("trailing-point", "{\"a\":5.}", SYNTAX),
  BAD ("empty-exponent", "{\"a\":5e}", SYNTAX),
  BAD ("hexadecimal", "{\"a\":0x10}", SYNTAX),
  BAD ("minus", "{\"a\":-}", SYNTAX),
  BAD ("control-character", "{\"a\":\"b\tc\"}", SYNTAX),
  BAD ("unknown-escape", "{\"a\":\"\\x41\"}", SYNTAX),
  BAD ("short-escape", "{\"a\":\"\\u12g4\"}", SYNTAX),
  BAD ("byte-order-mark-inside", "{\"a\":\xef\xbb\xbf" "1}", SYNTAX),

  BAD ("truncated-at-once", "{", TRUNCATED),
  BAD ("truncated-in-key", "{\"a", TRUNCATED),
  BAD ("truncated-after-key", "{\"a\"", TRUNCATED),
  BAD ("truncated-after-colon", "{\"a\":", TRUNCATED),
  BAD ("truncated-in-text", "{\"a\":\"b", TRUNCATED),
  BAD ("truncated-in-escape", "{\"a\":\"b\\", TRUNCATED),
  BAD ("truncated-in-unicode", "{\"a\":\"\\u4e", TRUNCATED),
  BAD ("truncated-in-character", "{\"a\":\"\xe6\xb9", TRUNCATED),
  BAD ("truncated-in-word", "{\"a\":tru", TRUNCATED),
  BAD ("truncated-in-number", "{\"a\":-", TRUNCATED),
  BAD ("truncated-after-value", "{\"a\":1", TRUNCATED),
  BAD ("truncated-after-comma", "{\"a\":1,", TRUNCATED),
  BAD ("truncated-in-array", "{\"a\":[1,2", TRUNCATED),

  BAD ("invalid-utf-8", "{\"a\":\"\xff\"}", ENCODING),
  BAD ("latin-1", "{\"a\":\"caf\xe9\"}", ENCODING),
  BAD ("gb-18030", "{\"a\":\"\xba\xfe\xc0\xef\"}", ENCODING),
  BAD ("overlong", "{\"a\":\"\xc0\xaf\"}", ENCODING),
  BAD ("overlong-three", "{\"a\":\"\xe0\x80\xaf\"}", ENCODING),
  BAD ("utf-8-surrogate", "{\"a\":\"\xed\xa0\x80\"}", ENCODING),
  BAD ("beyond-unicode", "{\"a\":\"\xf4\x90\x80\x80\"}", ENCODING),
  BAD ("lone-continuation", "{\"a\":\"\x80\"}", ENCODING),
  BAD ("invalid-utf-8-outside", "\xff\xfe{", ENCODING),
  BAD ("invalid-utf-8-in-key", "{\"\xff\":1}", ENCODING),
  BAD ("escaped-nul", "{\"a\":\"\\u0000\"}", ENCODING),
  BAD ("escaped-nul-in-key", "{\"\\u0000\":1}", ENCODING),
  BAD ("high-surrogate", "{\"a\":\"\\ud83d\"}", ENCODING),
  BAD ("low-surrogate", "{\"a\":\"\\ude00\"}", ENCODING),
  BAD ("two-high-surrogates", "{\"a\":\"\\ud83d\\ud83d\"}", ENCODING),
  BAD_BYTES ("nul-in-text", "{\"a\":\"b\0c\"}", ENCODING),
  BAD_BYTES ("nul-behind", "{\"a\":1}\0", ENCODING),
  BAD_BYTES ("nul-as-value", "{\"a\":\0}", ENCODING),

  BAD ("duplicate", "{\"a\":1,\"a\":1}", DUPLICATE),
  BAD ("duplicate-apart", "{\"a\":1,\"b\":{\"a\":2},\"a\":3}", DUPLICATE),
  BAD ("duplicate-inside", "{\"a\":[{\"b\":1,\"b\":2}]}", DUPLICATE),
  BAD ("duplicate-escaped", "{\"note\":1,\"n\\u006fte\":2}", DUPLICATE),
  BAD ("duplicate-both-escaped", "{\"\\u6e56\":1,\"\xe6\xb9\x96\":2}", DUPLICATE),
  BAD ("duplicate-surrogates", "{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":2}", DUPLICATE),
  BAD ("duplicate-empty", "{\"\":1,\"\":2}", DUPLICATE),

  BAD ("beyond-int64", "{\"a\":9223372036854775808}", RANGE),
  BAD ("below-int64", "{\"a\":-9223372036854775809}", RANGE),
  BAD ("many-digits", "{\"a\":1000000000000000000000000000000}", RANGE),
  BAD ("beyond-double", "{\"a\":1e400}", RANGE),
  BAD ("below-double", "{\"a\":-1.5e309}", RANGE),
};

static const char * const good_lines[] = {
  "{}",
  " { } \r",
  "{\"a\":1}\r",
  "{\"a\":[]}",
  "{\"a\":[[],{},[{}]],\"b\":{\"a\":{\"a\":null}}}",
  "{\"a\":true,\"b\":false,\"c\":null}",
  "{\"a\":0,\"b\":-0,\"c\":0.5,\"d\":-1.25E+10,\"e\":1e-400,\"f\":0e0}",
  "{\"a\":9223372036854775807,\"b\":-9223372036854775808}",
  "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u6e56\\ud83d\\ude00\"}",
  "{\"湖里\":\"东乡\",\"\xf0\x9f\x98\x80\":\"\x7f\"}",
  "{\"a\":\"\xef\xbf\xbf\xf4\x8f\xbf\xbf\xed\x9f\xbf\xee\x80\x80\"}",
  "{\"a\" : [ 1 , 2 ] , \"b\" : { \"c\" : 3 } }",
  "{\"a\":1,\"A\":1,\"\":1,\" a\":1}",
};

static void
test_bad (gconstpointer data)
{
  const BadLine *bad = data;
  gsize length = bad->length >= 0 ? (gsize) bad->length : strlen (bad->line);
  /* a copy of its own length, so that a sanitizer sees a step beyond it */
  g_autofree char *line = g_memdup2 (bad->line, length);
  g_autoptr (GError) error = NULL;

  g_assert_false (shanhai_line_scan (line, length, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, (int) bad->code);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_good (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; i < G_N_ELEMENTS (good_lines); i++)
    {
      gsize length = strlen (good_lines[i]);
      g_autofree char *line = g_memdup2 (good_lines[i], length);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good_lines[i]);
      shanhai_line_scan (line, length, &error);
      g_assert_no_error (error);
      /* what passes the scan must be something that json-glib reads */
      json_parser_load_from_data (parser, good_lines[i], -1, &error);
      g_assert_no_error (error);
    }
}

/* every beginning of a sound line breaks off */
static void
test_truncated (void)
{
  static const char line[] = "{\"a\":[1.5e3,{\"湖\\n\":\"\\ud83d\\ude00\xf0\x9f\x98\x80\"},true,false,null],\"b\":\"\"}";

  for (gsize length = 1; length < sizeof line - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (line, length);
      g_autoptr (GError) error = NULL;

      g_assert_false (shanhai_line_scan (copy, length, &error));
      g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TRUNCATED);
    }
  g_assert_true (shanhai_line_scan (line, sizeof line - 1, NULL));
}

static bool
scan_nested (guint         n_levels,
             const char   *open,
             const char   *close,
             GError      **error)
{
  g_autoptr (GString) line = g_string_new ("{\"a\":");

  for (guint i = 1; i < n_levels; i++)
    g_string_append (line, open);
  g_string_append_c (line, '1');
  for (guint i = 1; i < n_levels; i++)
    g_string_append (line, close);
  g_string_append_c (line, '}');

  return shanhai_line_scan (line->str, line->len, error);
}

static void
test_depth (void)
{
  static const struct
  {
    const char *open, *close;
  } kinds[] = { { "[", "]" }, { "{\"a\":", "}" }, { "[{\"b\":[", "]}]" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      guint step = i == 2 ? 3 : 1;

      g_assert_true (scan_nested (1 + 63 / step, kinds[i].open, kinds[i].close, NULL));
      g_assert_false (scan_nested (1 + 63 / step + 1, kinds[i].open, kinds[i].close, &error));
      g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DEPTH);
    }

  {
    g_autofree char *many = g_strnfill (200000, '[');
    g_autofree char *line = g_strconcat ("{\"a\":", many, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (shanhai_line_scan (line, strlen (line), &error));
    g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DEPTH);
  }
}

static void
test_length (void)
{
  for (int extra = 0; extra < 2; extra++)
    {
      gsize length = SHANHAI_LINE_MAX_BYTES + extra;
      g_autofree char *text = g_strnfill (length - strlen ("{\"a\":\"\"}"), 'x');
      g_autofree char *line = g_strdup_printf ("{\"a\":\"%s\"}", text);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (strlen (line), ==, length);
      if (shanhai_line_scan (line, length, &error))
        g_assert_cmpint (extra, ==, 0);
      else
        {
          g_assert_cmpint (extra, ==, 1);
          g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TOO_LONG);
        }
    }
}

/* a line full of members is looked at in time that grows with its length, and its one duplicate is found */
static void
test_many_members (void)
{
  g_autoptr (GString) line = g_string_new ("{");
  g_autoptr (GError) error = NULL;
  gint64 began;

  for (guint i = 0; i < 90000; i++)
    g_string_append_printf (line, "%s\"%u\":1", i > 0 ? "," : "", i);
  g_string_append_c (line, '}');

  began = g_get_monotonic_time ();
  g_assert_true (shanhai_line_scan (line->str, line->len, &error));
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);

  g_string_truncate (line, line->len - 1);
  g_string_append (line, ",\"\\u0031234\":1}");
  g_assert_false (shanhai_line_scan (line->str, line->len, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DUPLICATE);
}

static void
test_column (void)
{
  g_autoptr (GError) error = NULL;

  /* the column counts characters, not bytes */
  g_assert_false (shanhai_line_scan ("{\"湖里\":x}", strlen ("{\"湖里\":x}"), &error));
  g_assert_nonnull (strstr (error->message, "(character 7)"));
}

static void
test_walk (void)
{
  static const char line[] = " { \"a\" : [ 1, \"x]\\\"\" ,{\"b\":[]} ] ,\"n\\u006fte\":38.740 , \"e\":{} } ";
  static const char * const values[] = { "[ 1, \"x]\\\"\" ,{\"b\":[]} ]", "38.740", "{}" };
  static const char * const items[] = { "1", "\"x]\\\"\"", "{\"b\":[]}" };
  const char *end = line + sizeof line - 1;
  const char *at = line;
  ShanhaiLineMember member;
  guint n = 0;

  g_assert_true (shanhai_line_scan (line, sizeof line - 1, NULL));
  for (; shanhai_line_next_member (&at, end, &member); n++)
    {
      g_autofree char *value = g_strndup (member.value, member.value_length);

      g_assert_cmpuint (n, <, G_N_ELEMENTS (values));
      g_assert_cmpstr (value, ==, values[n]);
      g_assert_true (shanhai_line_key_is (&member, n == 0 ? "a" : n == 1 ? "note" : "e"));
      g_assert_false (shanhai_line_key_is (&member, "n"));

      if (n == 0)
        {
          const char *item, *p = member.value;
          gsize length;
          guint i = 0;

          for (; shanhai_line_next_item (&p, end, &item, &length); i++)
            {
              g_autofree char *text = g_strndup (item, length);

              g_assert_cmpuint (i, <, G_N_ELEMENTS (items));
              g_assert_cmpstr (text, ==, items[i]);
            }
          g_assert_cmpuint (i, ==, G_N_ELEMENTS (items));
        }
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (values));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      g_autofree char *path = g_strconcat ("/line-scan/bad/", bad_lines[i].name, NULL);

      g_test_add_data_func (path, &bad_lines[i], test_bad);
    }
  g_test_add_func ("/line-scan/good", test_good);
  g_test_add_func ("/line-scan/truncated", test_truncated);
  g_test_add_func ("/line-scan/depth", test_depth);
  g_test_add_func ("/line-scan/length", test_length);
  g_test_add_func ("/line-scan/many-members", test_many_members);
  g_test_add_func ("/line-scan/column", test_column);
  g_test_add_func ("/line-scan/walk", test_walk);

  return g_test_run ();
}
