/* test-text-marks.c - where figures stand in a text, and which one is meant at a place. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <locale.h>
#include <string.h>

#include "shanhai-text-marks.h"
#include "shanhai-text.h"

/* of the paragraph 甲县10所、乙县20所。 */
static char *second_hash;

#define GOOD_HASH "good"  /* stands for `second_hash` in the table */

typedef struct
{
  const char      *name;
  const char      *text;
  const char      *quote;
  gint64           start, length;
  guint            paragraph;
  const char      *hash;
  ShanhaiStanding  standing;
  gint64           found_start, found_end;
  guint            found_paragraph;
} Place;

#define TEXT "标题\n\n甲县10所、乙县20所。\n\u3000\u3000甲县10所。"

static const Place places[] = {
  { "whole", TEXT, "10所", 6, 3, 2, GOOD_HASH, SHANHAI_STANDING_FOUND, 6, 9, 2 },
  { "offset alone", TEXT, "10所", 6, 3, 0, NULL, SHANHAI_STANDING_FOUND, 6, 9, 2 },
  { "the quote tells the length", TEXT, "10所", 6, -1, 2, NULL, SHANHAI_STANDING_FOUND, 6, 9, 2 },
  { "no quote: the place alone", TEXT, NULL, 6, 3, 2, GOOD_HASH, SHANHAI_STANDING_FOUND, 6, 9, 2 },
  { "no quote and no length", TEXT, NULL, 6, -1, 2, NULL, SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "no quote, longer than the text", TEXT, NULL, 6, 300, 2, NULL, SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "last in the text", TEXT, "。", 24, 1, 3, NULL, SHANHAI_STANDING_FOUND, 24, 25, 3 },
  { "one off", TEXT, "10所", 7, 3, 2, NULL, SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "another figure there", TEXT, "30所", 6, 3, 2, GOOD_HASH, SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "behind the end", TEXT, "10所", 999, 3, 2, NULL, SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "at the very end", TEXT, "10所", 25, 3, 0, NULL, SHANHAI_STANDING_MISSING, -1, -1, 0 },
  { "runs over the end", TEXT, "。后", 24, 2, 3, NULL, SHANHAI_STANDING_MISSING, -1, -1, 3 },
  { "another paragraph", TEXT, "10所", 6, 3, 3, NULL, SHANHAI_STANDING_MISSING, -1, -1, 3 },
  { "wrong hash", TEXT, "10所", 6, 3, 2, "0123456789abcdef", SHANHAI_STANDING_CHANGED, -1, -1, 2 },
  { "wrong hash and nothing there", TEXT, "99所", 6, 3, 2, "0123456789abcdef", SHANHAI_STANDING_MISSING, -1, -1, 2 },
  { "the paragraph alone", TEXT, "20所", -1, -1, 2, NULL, SHANHAI_STANDING_FOUND, 12, 15, 2 },
  { "the paragraph alone, its hash", TEXT, "20所", -1, -1, 2, GOOD_HASH, SHANHAI_STANDING_FOUND, 12, 15, 2 },
  { "the paragraph alone, wrong hash", TEXT, "20所", -1, -1, 2, "ffffffffffffffff", SHANHAI_STANDING_CHANGED, -1, -1, 2 },
  { "the paragraph alone, indented", TEXT, "10所", -1, -1, 3, NULL, SHANHAI_STANDING_FOUND, 21, 24, 3 },
  { "twice in the paragraph", TEXT, "县", -1, -1, 2, NULL, SHANHAI_STANDING_NO_PLACE, -1, -1, 2 },
  { "not in that paragraph", TEXT, "20所", -1, -1, 3, NULL, SHANHAI_STANDING_MISSING, -1, -1, 3 },
  { "no such paragraph", TEXT, "20所", -1, -1, 9, NULL, SHANHAI_STANDING_MISSING, -1, -1, 9 },
  { "no place at all", TEXT, "20所", -1, -1, 0, NULL, SHANHAI_STANDING_NO_PLACE, -1, -1, 0 },
  { "a paragraph but no quote", TEXT, NULL, -1, -1, 2, NULL, SHANHAI_STANDING_NO_PLACE, -1, -1, 2 },
  { "an empty quote", TEXT, "", -1, -1, 2, NULL, SHANHAI_STANDING_NO_PLACE, -1, -1, 2 },
  { "no text", NULL, "10所", 6, 3, 2, NULL, SHANHAI_STANDING_NO_TEXT, -1, -1, 2 },
  { "an empty text", "", "10所", 0, 3, 1, NULL, SHANHAI_STANDING_MISSING, -1, -1, 1 },
  { "blank lines alone", "\n \n\n", "10所", 0, 3, 0, NULL, SHANHAI_STANDING_MISSING, -1, -1, 0 },
  /* beyond the basic plane: one code point, four bytes */
  { "rare characters before it", "𠮷村𠀀10所", "10所", 3, 3, 1, NULL, SHANHAI_STANDING_FOUND, 3, 6, 1 },
  { "rare characters in it", "有𠮷𠮷1村", "𠮷𠮷1", 1, 3, 1, NULL, SHANHAI_STANDING_FOUND, 1, 4, 1 },
  /* offsets count a line end as one */
  { "CRLF", "标题\r\n\r\n甲县10所。\r\n", "10所", 6, 3, 2, NULL, SHANHAI_STANDING_FOUND, 6, 9, 2 },
  { "CR", "标题\r甲县10所。", "10所", 5, 3, 2, NULL, SHANHAI_STANDING_FOUND, 5, 8, 2 },
  { "byte order mark", "\xEF\xBB\xBF甲县10所。", "10所", 2, 3, 1, NULL, SHANHAI_STANDING_FOUND, 2, 5, 1 },
};

static void
test_place (gconstpointer data)
{
  const Place *row = data;
  const bool is_good = g_strcmp0 (row->hash, GOOD_HASH) == 0;
  const ShanhaiCitation citation = { .source = (char *) "source-a", .quote = (char *) row->quote, .start = row->start,
                                     .length = row->length, .paragraph = row->paragraph,
                                     .hash = is_good ? second_hash : (char *) row->hash };
  ShanhaiTextMark mark = { .citation = &citation, .state = SHANHAI_MARK_PROPOSED, .start = 77, .end = 78 };
  g_autofree char *text = row->text != NULL ? shanhai_text_normalise_lines (row->text) : NULL;

  shanhai_text_marks_place (text, &mark, 1);
  g_assert_cmpint (mark.standing, ==, row->standing);
  g_assert_cmpint (mark.start, ==, row->found_start);
  g_assert_cmpint (mark.end, ==, row->found_end);
  g_assert_cmpuint (mark.paragraph, ==, row->found_paragraph);
  /* what it is, is the caller's */
  g_assert_cmpint (mark.state, ==, SHANHAI_MARK_PROPOSED);
}

/* many at once, in any order, overlapping and coinciding */
static void
test_overlap (void)
{
  const char *text = "累计近600人次、700人次。";
  const ShanhaiCitation citations[] = {
    { .quote = (char *) "700人次", .start = 9, .paragraph = 1 },
    { .quote = (char *) "600", .start = 3, .paragraph = 1 },
    { .quote = (char *) "近600人次", .start = 2, .paragraph = 1 },
    { .quote = (char *) "近600人次", .start = 2, .paragraph = 1 },
    { .quote = (char *) "600人次、700人次", .start = 3, .paragraph = 1 },
  };
  static const gint64 spans[][2] = { { 9, 14 }, { 3, 6 }, { 2, 8 }, { 2, 8 }, { 3, 14 } };
  ShanhaiTextMark marks[G_N_ELEMENTS (citations)] = { 0 };
  const guint n = G_N_ELEMENTS (marks);

  for (guint i = 0; i < n; i++)
    marks[i].citation = &citations[i];
  shanhai_text_marks_place (text, marks, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (marks[i].standing, ==, SHANHAI_STANDING_FOUND);
      g_assert_cmpint (marks[i].start, ==, spans[i][0]);
      g_assert_cmpint (marks[i].end, ==, spans[i][1]);
    }

  /* the innermost first, then round through all that cover the place */
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 0, n), ==, n);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 2, n), ==, 2);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 2, 2), ==, 3);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 2, 3), ==, 2);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, n), ==, 1);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, 1), ==, 2);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, 2), ==, 3);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, 3), ==, 4);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, 4), ==, 1);
  /* what is selected elsewhere doesn't matter */
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 4, 0), ==, 1);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 10, n), ==, 0);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 13, 0), ==, 4);
  g_assert_cmpuint (shanhai_text_marks_find (marks, n, 14, n), ==, n);
  g_assert_cmpuint (shanhai_text_marks_find (NULL, 0, 4, 0), ==, 0);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return shanhai_text_mark_compare (a, b);
}

static void
test_outline (void)
{
  const ShanhaiCitation citations[] = {
    { .quote = (char *) "没有段落", .start = -1 },
    { .quote = (char *) "20所", .start = 50, .paragraph = 3 },
    { .quote = (char *) "10所", .start = 40, .paragraph = 3 },
    { .quote = (char *) "10所", .start = 40, .paragraph = 3 },
    { .quote = NULL, .start = -1, .paragraph = 3 },
    { .quote = (char *) "𠮷1", .start = 7, .paragraph = 1 },
  };
  ShanhaiTextMark marks[G_N_ELEMENTS (citations)] = { 0 };
  const guint n = G_N_ELEMENTS (marks);
  static const char *quotes[] = { "𠮷1", "10所", "10所", "20所", "…", "没有段落" };
  g_autofree char *outline = NULL;

  for (guint i = 0; i < n; i++)
    marks[i].citation = &citations[i];
  shanhai_text_marks_place (NULL, marks, n);
  qsort (marks, n, sizeof marks[0], compare);
  outline = shanhai_text_marks_outline (marks, n);

  g_assert_cmpstr (outline, ==, "¶ 1\u2003𠮷1\n¶ 3\u200310所\u200320所\u2003…\nElsewhere\u2003没有段落");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *marked = g_utf8_substring (outline, marks[i].start, marks[i].end);

      g_assert_cmpstr (marked, ==, quotes[i]);
      g_assert_cmpint (marks[i].standing, ==, SHANHAI_STANDING_NO_TEXT);
    }
  /* one printed figure, two records: one place */
  g_assert_cmpint (marks[1].start, ==, marks[2].start);

  {
    g_autofree char *nothing = shanhai_text_marks_outline (NULL, 0);

    g_assert_cmpstr (nothing, ==, "");
  }
}

/* a megabyte and ten thousand citations: linear, so that a view can ask for it at once */
static void
test_large (void)
{
  const guint n = 10000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree ShanhaiCitation *citations = g_new0 (ShanhaiCitation, n);
  g_autofree ShanhaiTextMark *marks = g_new0 (ShanhaiTextMark, n);
  gint64 began;

  for (guint i = 0; i < n; i++)
    g_string_append (text, i % 10 == 9 ? "三十四个汉字组成的一句话里面有一个数字四百五十六万元在这里出现一次。\n"
                                       : "三十四个汉字组成的一句话里面有一个数字四百五十六万元在这里出现一次。");
  g_assert_cmpuint (text->len, >, 1000 * 1000);
  for (guint i = 0; i < n; i++)
    {
      citations[i] = (ShanhaiCitation) { .quote = (char *) "四百五十六万元", .start = (gint64) i * 34 + i / 10 + 19,
                                         .paragraph = i / 10 + 1 };
      marks[n - 1 - i].citation = &citations[i];
    }

  began = g_get_monotonic_time ();
  shanhai_text_marks_place (text->str, marks, n);
  g_test_message ("%u citations in %zu bytes: %.1f ms", n, text->len, (double) (g_get_monotonic_time () - began) / 1000);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (marks[i].standing, ==, SHANHAI_STANDING_FOUND);
  /* quadratic work would take minutes */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  second_hash = shanhai_text_hash ("甲县10所、乙县20所。", -1);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_strdup_printf ("/widgets/text-marks/place/%s", places[i].name);

      g_test_add_data_func (name, &places[i], test_place);
    }
  g_test_add_func ("/widgets/text-marks/overlap", test_overlap);
  g_test_add_func ("/widgets/text-marks/outline", test_outline);
  g_test_add_func ("/widgets/text-marks/large", test_large);
  status = g_test_run ();
  g_free (second_hash);
  return status;
}
