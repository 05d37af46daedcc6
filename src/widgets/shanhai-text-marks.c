/* shanhai-text-marks.c - where the figures of a source stand in its text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is walked once, with the citations in the order of their offsets: ten thousand of them in a megabyte cost one reading. A paragraph is hashed at the
 * first citation that wants it. */

#include "shanhai-config.h"

#include "shanhai-text-marks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-text.h"

/* between the figures of one paragraph in an outline */
#define OUTLINE_GAP "\u2003"

typedef struct
{
  gsize   start, end;  /* bytes */
  gint64  offset;      /* code points before it */
  char   *hash;        /* NULL until it is asked for */
} Paragraph;

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->hash);
}

static bool
is_blank (const char *line,
          const char *end)
{
  for (; line < end; line = g_utf8_next_char (line))
    if (!g_unichar_isspace (g_utf8_get_char (line)))
      return false;
  return true;
}

static GArray *
list_paragraphs (const char *text)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  gint64 offset = 0;

  g_array_set_clear_func (paragraphs, clear_paragraph);
  for (const char *line = text;;)
    {
      const char *end = line + strcspn (line, "\n");
      Paragraph paragraph = { (gsize) (line - text), (gsize) (end - text), offset, NULL };

      if (!is_blank (line, end))
        g_array_append_val (paragraphs, paragraph);
      if (*end == '\0')
        return paragraphs;
      offset += g_utf8_strlen (line, end - line) + 1;
      line = end + 1;
    }
}

/* the number, from 1, of the paragraph that holds a byte; 0 for a blank line */
static guint
find_paragraph (GArray *paragraphs,
                gsize   byte)
{
  guint low = 0, high = paragraphs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (paragraphs, Paragraph, middle).start <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && byte < g_array_index (paragraphs, Paragraph, low - 1).end ? low : 0;
}

static bool
is_unchanged (GArray     *paragraphs,
              const char *text,
              guint       number,
              const char *hash)
{
  Paragraph *paragraph;

  if (hash == NULL)
    return true;
  if (number == 0)
    return false;

  paragraph = &g_array_index (paragraphs, Paragraph, number - 1);
  if (paragraph->hash == NULL)
    paragraph->hash = shanhai_text_hash (text + paragraph->start, (gssize) (paragraph->end - paragraph->start));
  return strcmp (paragraph->hash, hash) == 0;
}

/* the length in code points of what the citation is about, if it stands at @at; else 0 */
static gint64
match (const ShanhaiCitation *citation,
       const char            *at)
{
  if (citation->quote != NULL && *citation->quote != '\0')
    return strncmp (at, citation->quote, strlen (citation->quote)) == 0 ? g_utf8_strlen (citation->quote, -1) : 0;

  /* no words to compare: the place alone, if the text reaches that far */
  for (gint64 i = 0; i < citation->length; i++, at = g_utf8_next_char (at))
    if (*at == '\0')
      return 0;
  return MAX (citation->length, 0);
}

static void
place_at (ShanhaiTextMark *mark,
          GArray          *paragraphs,
          const char      *text,
          const char      *at,
          gint64           offset)
{
  const guint number = find_paragraph (paragraphs, (gsize) (at - text));
  const gint64 length = match (mark->citation, at);

  if (length == 0 || (mark->citation->paragraph != 0 && mark->citation->paragraph != number))
    mark->standing = SHANHAI_STANDING_MISSING;
  else if (!is_unchanged (paragraphs, text, number, mark->citation->hash))
    mark->standing = SHANHAI_STANDING_CHANGED;
  else
    {
      mark->standing = SHANHAI_STANDING_FOUND;
      mark->paragraph = number;
      mark->start = offset;
      mark->end = offset + length;
    }
}

/* a citation that names the paragraph alone: good enough where the figure stands in it just once */
static void
place_in_paragraph (ShanhaiTextMark *mark,
                    GArray          *paragraphs,
                    const char      *text)
{
  const ShanhaiCitation *citation = mark->citation;
  const Paragraph *paragraph;
  const char *from, *found;
  gssize length;

  if (citation->paragraph == 0 || citation->quote == NULL || *citation->quote == '\0')
    {
      mark->standing = SHANHAI_STANDING_NO_PLACE;
      return;
    }
  if (citation->paragraph > paragraphs->len)
    {
      mark->standing = SHANHAI_STANDING_MISSING;
      return;
    }

  paragraph = &g_array_index (paragraphs, Paragraph, citation->paragraph - 1);
  from = text + paragraph->start;
  length = (gssize) (paragraph->end - paragraph->start);
  found = g_strstr_len (from, length, citation->quote);
  if (found == NULL)
    mark->standing = SHANHAI_STANDING_MISSING;
  else if (g_strstr_len (found + 1, length - (found + 1 - from), citation->quote) != NULL)
    mark->standing = SHANHAI_STANDING_NO_PLACE;
  else
    place_at (mark, paragraphs, text, found, paragraph->offset + g_utf8_strlen (from, found - from));
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const gint64 x = (*(ShanhaiTextMark * const *) a)->citation->start;
  const gint64 y = (*(ShanhaiTextMark * const *) b)->citation->start;

  return (x > y) - (x < y);
}

void
shanhai_text_marks_place (const char      *text,
                          ShanhaiTextMark *marks,
                          guint            n_marks)
{
  g_autoptr (GPtrArray) by_start = g_ptr_array_new ();
  g_autoptr (GArray) paragraphs = NULL;
  const char *at = text;
  gint64 offset = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      marks[i].standing = SHANHAI_STANDING_NO_TEXT;
      marks[i].paragraph = marks[i].citation->paragraph;
      marks[i].start = marks[i].end = -1;
    }
  if (text == NULL)
    return;

  paragraphs = list_paragraphs (text);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].citation->start >= 0)
      g_ptr_array_add (by_start, &marks[i]);
    else
      place_in_paragraph (&marks[i], paragraphs, text);

  g_ptr_array_sort (by_start, compare_starts);
  for (guint i = 0; i < by_start->len; i++)
    {
      ShanhaiTextMark *mark = by_start->pdata[i];

      for (; offset < mark->citation->start && *at != '\0'; offset++)
        at = g_utf8_next_char (at);
      if (offset == mark->citation->start)
        place_at (mark, paragraphs, text, at, offset);
      else
        mark->standing = SHANHAI_STANDING_MISSING;
    }
}

/* a total order also where a citation's paragraph and offset don't go together */
static int
compare_known (gint64 a,
               gint64 b,
               gint64 unknown)
{
  if (a == unknown || b == unknown)
    return (a == unknown) - (b == unknown);
  return (a > b) - (a < b);
}

int
shanhai_text_mark_compare (const ShanhaiTextMark *a,
                           const ShanhaiTextMark *b)
{
  int order = compare_known (a->paragraph, b->paragraph, 0);

  if (order == 0)
    order = compare_known (a->start >= 0 ? a->start : a->citation->start,
                           b->start >= 0 ? b->start : b->citation->start, -1);
  return order != 0 ? order : compare_known (b->end, a->end, -1);
}

/* two records cite the very same printed figure */
static bool
is_same_place (const ShanhaiCitation *a,
               const ShanhaiCitation *b)
{
  return a->start >= 0 && a->start == b->start && g_strcmp0 (a->quote, b->quote) == 0;
}

char *
shanhai_text_marks_outline (ShanhaiTextMark *marks,
                            guint            n_marks)
{
  GString *outline = g_string_new (NULL);
  gint64 offset = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      const ShanhaiCitation *citation = marks[i].citation;
      const bool is_new_line = i == 0 || marks[i].paragraph != marks[i - 1].paragraph;
      const gsize length = outline->len;

      if (i > 0 && is_same_place (citation, marks[i - 1].citation))
        {
          marks[i].start = marks[i - 1].start;
          marks[i].end = marks[i - 1].end;
          continue;
        }

      if (is_new_line && i > 0)
        g_string_append_c (outline, '\n');
      if (is_new_line && marks[i].paragraph > 0)
        /* Translators: a paragraph's number, before the figures that stand in it */
        g_string_append_printf (outline, _ ("¶ %u"), marks[i].paragraph);
      else if (is_new_line)
        g_string_append (outline, _ ("Elsewhere"));
      g_string_append (outline, OUTLINE_GAP);
      offset += g_utf8_strlen (outline->str + length, -1);

      marks[i].start = offset;
      g_string_append (outline, citation->quote != NULL && *citation->quote != '\0' ? citation->quote : "…");
      offset += g_utf8_strlen (citation->quote != NULL && *citation->quote != '\0' ? citation->quote : "…", -1);
      marks[i].end = offset;
    }
  return g_string_free (outline, FALSE);
}

bool
shanhai_text_mark_covers (const ShanhaiTextMark *self,
                          gint64                 offset)
{
  return self->start >= 0 && self->start <= offset && offset < self->end;
}

guint
shanhai_text_marks_find (const ShanhaiTextMark *marks,
                         guint                  n_marks,
                         gint64                 offset,
                         guint                  after)
{
  const bool goes_on = after < n_marks && shanhai_text_mark_covers (&marks[after], offset);
  guint first = n_marks, next = n_marks;

  /* order: the shorter first, then as they come */
#define LENGTH(i) (marks[i].end - marks[i].start)
  for (guint i = 0; i < n_marks; i++)
    {
      if (!shanhai_text_mark_covers (&marks[i], offset))
        continue;
      if (first == n_marks || LENGTH (i) < LENGTH (first))
        first = i;
      if (goes_on && (LENGTH (i) > LENGTH (after) || (LENGTH (i) == LENGTH (after) && i > after))
          && (next == n_marks || LENGTH (i) < LENGTH (next)))
        next = i;
    }
#undef LENGTH
  return next != n_marks ? next : first;
}
