/* test-text.c - code points, paragraphs and hashes. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-text.h"

#include <string.h>

static const char text[] = "　　帮扶10年。\n\n  \nab𠮷c\n　\n末";

static void
test_lines (void)
{
  static const struct { const char *in, *out; } rows[] = {
    { "", "" }, { "a\r\nb\rc\nd", "a\nb\nc\nd" }, { "\r\r\n\n", "\n\n\n" }, { "\xEF\xBB\xBF" "a", "a" }, { "a\xEF\xBB\xBF", "a\xEF\xBB\xBF" },
    { "a\r", "a\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *out = shanhai_text_normalise_lines (rows[i].in);

      g_assert_cmpstr (out, ==, rows[i].out);
    }
}

static void
test_offsets (void)
{
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, 0), ==, 0);
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, -3), ==, 0);
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, 4), ==, 12);
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, 6), ==, 14);
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, 1000), ==, strlen (text));
  g_assert_cmpuint (shanhai_text_offset_to_byte (text, G_MAXINT64), ==, strlen (text));
  g_assert_cmpuint (shanhai_text_offset_to_byte ("𠮷c", 1), ==, 4);
  g_assert_cmpuint (shanhai_text_offset_to_byte ("", 1), ==, 0);
}

static void
test_paragraphs (void)
{
  gsize start, end;
  static const struct { gint64 offset; guint number; } rows[] = {
    { 0, 1 }, { 5, 1 }, { 8, 1 }, { 9, 1 }, { 11, 1 }, { 13, 2 }, { 16, 2 }, { 18, 2 }, { 20, 3 }, { 99, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%d", (int) rows[i].offset);
      g_assert_cmpuint (shanhai_text_paragraph_at (text, rows[i].offset), ==, rows[i].number);
    }
  g_assert_cmpuint (shanhai_text_paragraph_at ("", 0), ==, 0);
  g_assert_cmpuint (shanhai_text_paragraph_at ("\n \na", 0), ==, 0);
  g_assert_cmpuint (shanhai_text_paragraph_at ("a", 0), ==, 1);

  g_assert_true (shanhai_text_get_paragraph (text, 2, &start, &end));
  g_assert_cmpmem (text + start, end - start, "ab𠮷c", strlen ("ab𠮷c"));
  g_assert_true (shanhai_text_get_paragraph (text, 3, &start, &end));
  g_assert_cmpmem (text + start, end - start, "末", 3);
  g_assert_true (shanhai_text_get_paragraph (text, 1, &start, &end));
  g_assert_cmpuint (start, ==, 0);
  g_assert_false (shanhai_text_get_paragraph (text, 4, &start, &end));
  g_assert_false (shanhai_text_get_paragraph (text, 0, &start, &end));
  g_assert_false (shanhai_text_get_paragraph ("", 1, &start, &end));
}

static void
test_hash (void)
{
  g_autofree char *empty = shanhai_text_hash ("", -1);
  g_autofree char *abc = shanhai_text_hash ("abc", -1);
  g_autofree char *part = shanhai_text_hash ("abcdef", 3);

  /* the examples of FIPS 180-2 */
  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c14");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea");
  g_assert_cmpstr (part, ==, abc);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/offsets", test_offsets);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/hash", test_hash);
  return g_test_run ();
}
