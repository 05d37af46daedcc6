/* shanhai-proposer-scene.c - what stands around a figure. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-proposer-private.h"

/* characters: of a sentence that are asked before a figure and behind it; right behind it */
#define BEFORE 140
#define BEHIND 70
#define RIGHT_BEHIND 12
/* bytes of a line to each side of a figure: more than all that is asked */
#define NEAR_BYTES 2000
/* and behind the first of several that are asked for, one after the other */
#define AHEAD_BYTES 8000

/* whether enough of the figure's line on either side of it was read for another one */
static bool
has_near (const ShanhaiProposer   *self,
          const ShanhaiReadFigure *figure)
{
  const gsize end = figure->start_byte + figure->length_bytes;

  return figure->start_byte >= self->line_byte + NEAR_BYTES / 2 && end <= self->line_behind && (self->line_end == G_MAXSIZE || end + NEAR_BYTES / 2 <= self->line_end);
}

/* The line that the figure stands in; of one as long as a book only what is near, and what is near the figures that follow. */
static void
read_line (ShanhaiProposer     *self,
           const ShanhaiReadFigure *figure)
{
  gsize start = figure->start_byte, end = figure->start_byte + figure->length_bytes + AHEAD_BYTES;
  guint offset;

  if (has_near (self, figure))
    return;
  while (start > 0 && self->text[start - 1] != '\n' && figure->start_byte - start < NEAR_BYTES)
    start--;
  while ((self->text[start] & 0xc0) == 0x80)
    start++;
  if (end >= self->length)
    end = self->length;
  while (end < self->length && (self->text[end] & 0xc0) == 0x80)
    end++;
  if (start == self->line_byte && end <= self->line_end)
    return;

  self->line_byte = start;
  self->line_end = end;
  offset = figure->start - (guint) g_utf8_strlen (self->text + start, (gssize) (figure->start_byte - start));
  shanhai_line_read (&self->line, shanhai_rules_get (), self->text, end, &start, &offset);
  self->line_behind = start;
  /* it ended sooner: all of it was read */
  if (start < end)
    self->line_end = G_MAXSIZE;
}

/* the character of the line that stands at a code point of the text */
static guint
find_char (const ShanhaiLine *line,
           guint              offset)
{
  guint low = 0, high = line->n;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (line->offsets[middle] < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append_chars (GString           *words,
              const ShanhaiLine *line,
              guint              from,
              guint              to)
{
  for (guint i = from; i < to; i++)
    g_string_append_unichar (words, line->chars[i]);
}

/* of folded characters: where a clause ends */
static bool
is_clause_end (guint16 c)
{
  return c == ',' || c == ';' || c == 0x3002 || c == 0x3001 || c == '!' || c == '?' || c == 0xff0c || c == 0xff1b;
}

void
shanhai_scene_set (ShanhaiProposer *self,
                   guint            index,
                   ShanhaiScene           *scene)
{
  const ShanhaiReadFigure *figure = shanhai_reading_get_nth (self->reading, index);
  const ShanhaiReadFigure *before = index > 0 ? shanhai_reading_get_nth (self->reading, index - 1) : NULL;
  const ShanhaiReadFigure *behind = index + 1 < shanhai_reading_get_n (self->reading) ? shanhai_reading_get_nth (self->reading, index + 1) : NULL;
  const ShanhaiLine *line = &self->line;
  g_autoptr (GString) near = g_string_new (NULL);
  g_autoptr (GString) sentence = g_string_new (NULL);
  guint start, end, from, to, limit;

  read_line (self, figure);
  start = MIN (find_char (line, figure->start), line->n);
  end = MIN (find_char (line, figure->start + figure->length), line->n);
  limit = behind != NULL ? MIN (find_char (line, behind->start), line->n) : line->n;

  /* near: from the last comma or figure, to the next */
  from = start;
  while (from > 0 && start - from < BEFORE / 3 && !is_clause_end (line->chars[from - 1]) && (before == NULL || line->offsets[from - 1] >= before->start + before->length))
    from--;
  to = end;
  while (to < limit && to - end < RIGHT_BEHIND && !is_clause_end (line->chars[to]))
    to++;
  append_chars (near, line, from, to);
  g_string_append_c (near, '\n');
  {
    g_autofree char *counted = shanhai_names_fold (figure->counted, -1);

    g_string_append (near, counted);
  }

  from = start > BEFORE ? start - BEFORE : 0;
  if (start < line->n)
    from = MAX (from, MIN (line->sentences[start], start));
  append_chars (sentence, line, from, start);
  scene->at = (guint) sentence->len;
  to = end;
  while (to < line->n && to - end < BEHIND && line->chars[to] != 0x3002 && line->chars[to] != '!')
    to++;
  append_chars (sentence, line, start, to);

  scene->figure = figure;
  scene->near = g_string_free (g_steal_pointer (&near), FALSE);
  scene->sentence = g_string_free (g_steal_pointer (&sentence), FALSE);
  scene->mentioned = shanhai_names_find (self->names, scene->sentence);
  scene->rule = shanhai_proposal_rules_find (figure->unit, scene->near, scene->sentence, SHANHAI_RECORD_OTHER);
}

void
shanhai_scene_clear (ShanhaiScene *scene)
{
  g_free (scene->near);
  g_free (scene->sentence);
  g_clear_pointer (&scene->mentioned, g_array_unref);
}
