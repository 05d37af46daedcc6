/* shanhai-quotes.c - the places of a text that citations name. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-quotes.h"

#include <string.h>

#include "shanhai-text.h"

/* code points to each side of the old place in which a quote counts as near */
#define NEAR 240

typedef struct
{
  gsize   start, end;    /* bytes */
  gint64  offset;        /* code points before it */
  guint   number;        /* from 1; 0 for a blank line */
  char   *hash;          /* NULL until it is asked for */
} Line;

struct _ShanhaiQuotes
{
  const char *text;
  GArray     *lines;     /* Line */
  GHashTable *by_hash;   /* hash → index + 1; NULL until it is asked for */
  gsize       last_byte; /* a place whose code point is known: the next question is near it */
  gint64      last_offset;
};

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->hash);
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

ShanhaiQuotes *
shanhai_quotes_new (const char *text)
{
  ShanhaiQuotes *self = g_new0 (ShanhaiQuotes, 1);
  gint64 offset = 0;
  guint number = 0;

  self->text = text;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  for (const char *line = text;;)
    {
      const char *end = line + strcspn (line, "\n");
      Line row = { (gsize) (line - text), (gsize) (end - text), offset, 0, NULL };

      if (!is_blank (line, end))
        row.number = ++number;
      g_array_append_val (self->lines, row);
      if (*end == '\0')
        return self;
      offset += g_utf8_strlen (line, end - line) + 1;
      line = end + 1;
    }
}

void
shanhai_quotes_free (ShanhaiQuotes *self)
{
  g_clear_pointer (&self->by_hash, g_hash_table_unref);
  g_array_unref (self->lines);
  g_free (self);
}

/* the last line that begins at the code point or before it */
static Line *
find_line (ShanhaiQuotes *self,
           gint64         offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, Line, middle).offset <= offset)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (self->lines, Line, low);
}

gsize
shanhai_quotes_get_byte (ShanhaiQuotes *self,
                         gint64         offset)
{
  const Line *line = find_line (self, offset);
  const char *p = self->text + line->start;
  gint64 at = line->offset;

  /* in a long line from where we were last, if that is nearer */
  if (self->last_offset > at && self->last_offset <= offset)
    {
      p = self->text + self->last_byte;
      at = self->last_offset;
    }
  for (; at < offset && *p != '\0'; at++)
    p = g_utf8_next_char (p);
  self->last_byte = (gsize) (p - self->text);
  self->last_offset = at;
  return self->last_byte;
}

static const char *
get_hash (ShanhaiQuotes *self,
          Line          *line)
{
  if (line->hash == NULL)
    line->hash = shanhai_text_hash (self->text + line->start, (gssize) (line->end - line->start));
  return line->hash;
}

void
shanhai_quotes_cite (ShanhaiQuotes   *self,
                     gint64           start,
                     gint64           length,
                     ShanhaiCitation *citation)
{
  Line *line = find_line (self, start);
  const char *from = self->text + shanhai_quotes_get_byte (self, start);
  const char *to = from;

  for (gint64 i = 0; i < length && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  g_free (citation->quote);
  g_free (citation->hash);
  citation->quote = g_strndup (from, (gsize) (to - from));
  citation->start = start;
  citation->length = g_utf8_strlen (from, to - from);
  citation->paragraph = line->number;
  citation->hash = line->number > 0 ? g_strdup (get_hash (self, line)) : NULL;
}

static Line *
find_hash (ShanhaiQuotes *self,
           const char    *hash)
{
  if (self->by_hash == NULL)
    {
      self->by_hash = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = self->lines->len; i > 0; i--)
        {
          Line *line = &g_array_index (self->lines, Line, i - 1);

          if (line->number > 0)
            g_hash_table_insert (self->by_hash, (char *) get_hash (self, line), GUINT_TO_POINTER (i));
        }
    }
  {
    const guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_hash, hash));

    return index > 0 ? &g_array_index (self->lines, Line, index - 1) : NULL;
  }
}

static bool
stands_at (ShanhaiQuotes *self,
           const char    *quote,
           gint64         offset)
{
  return offset >= 0 && g_str_has_prefix (self->text + shanhai_quotes_get_byte (self, offset), quote);
}

/* in the paragraph of the same words: as far from its beginning as before */
static gint64
find_in_paragraph (ShanhaiQuotes         *self,
                   ShanhaiQuotes         *old,
                   const ShanhaiCitation *citation)
{
  const Line *line = citation->hash != NULL ? find_hash (self, citation->hash) : NULL;
  const char *found, *from;
  gssize length;

  if (line == NULL)
    return -1;
  if (old != NULL && citation->start >= 0)
    {
      const gint64 offset = line->offset + citation->start - find_line (old, citation->start)->offset;

      if (stands_at (self, citation->quote, offset))
        return offset;
    }
  from = self->text + line->start;
  length = (gssize) (line->end - line->start);
  found = g_strstr_len (from, length, citation->quote);
  if (found == NULL || g_strstr_len (found + 1, length - (found + 1 - from), citation->quote) != NULL)
    return -1;
  return line->offset + g_utf8_strlen (from, found - from);
}

/* whether a number goes on at @at: behind a digit, or behind a point or comma that a digit is before */
static bool
ends_in_number (const char *text,
                const char *at)
{
  if (at > text && (at[-1] == '.' || at[-1] == ','))
    at--;
  return at > text && g_ascii_isdigit (at[-1]);
}

/* the occurrence nearest to an offset, within NEAR of it; -1 for none. *only: the occurrence, where there is just one in the text */
static gint64
find_near (ShanhaiQuotes *self,
           const char    *quote,
           gint64         near,
           gint64        *only)
{
  gint64 best = -1, offset = 0;
  guint n = 0;
  const char *at = self->text;

  *only = -1;
  for (const char *found = strstr (at, quote); found != NULL; found = strstr (found + 1, quote))
    {
      /* 4.7亿元 isn't found in 14.7亿元 */
      const bool is_part = g_ascii_isdigit (*quote) && ends_in_number (self->text, found);

      if (is_part)
        continue;
      offset += g_utf8_strlen (at, found - at);
      at = found;
      *only = n++ == 0 ? offset : -1;
      if (near >= 0 && ABS (offset - near) <= NEAR && (best < 0 || ABS (offset - near) < ABS (best - near)))
        best = offset;
    }
  return best;
}

bool
shanhai_quotes_find_again (ShanhaiQuotes   *self,
                           ShanhaiQuotes   *old,
                           ShanhaiCitation *citation)
{
  gint64 offset, only;

  if (citation->quote == NULL || *citation->quote == '\0')
    return false;

  offset = find_in_paragraph (self, old, citation);
  if (offset < 0)
    {
      offset = find_near (self, citation->quote, citation->start, &only);
      if (offset < 0)
        offset = only;
    }
  if (offset < 0)
    return false;

  {
    const gint64 length = g_utf8_strlen (citation->quote, -1);

    shanhai_quotes_cite (self, offset, length, citation);
  }
  return true;
}

/* the same figure, its words cleaned of what stood in them: at its mapped place it has another quote */
static bool
move_citation (ShanhaiQuotes    *self,
               ShanhaiCitation  *citation,
               ShanhaiQuotesMap  map,
               gpointer          user_data)
{
  const gint64 start = citation->start >= 0 ? map (citation->start, user_data) : -1;
  const gint64 end = citation->start >= 0 && citation->length > 0 ? map (citation->start + citation->length, user_data) : -1;

  if (start < 0 || end <= start)
    return false;
  shanhai_quotes_cite (self, start, end - start, citation);
  return true;
}

/**
 * shanhai_quotes_new_change:
 * @text: (nullable): the new text; NULL takes it away, and citations keep their places
 * @title: what undo shows
 */
ShanhaiChange *
shanhai_quotes_new_change (ShanhaiCasebook  *casebook,
                           ShanhaiSource    *source,
                           const char       *text,
                           const char       *title,
                           ShanhaiQuotesMap  map,
                           gpointer          user_data,
                           guint            *n_lost)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (source));
  const char *stored = shanhai_source_get_text (source);
  g_autofree char *old_text = stored != NULL && *stored != '\0' ? shanhai_text_normalise_lines (stored) : NULL;
  g_autofree char *new_text = text != NULL ? shanhai_text_normalise_lines (text) : NULL;
  g_autoptr (ShanhaiQuotes) old_quotes = old_text != NULL ? shanhai_quotes_new (old_text) : NULL;
  g_autoptr (ShanhaiQuotes) quotes = new_text != NULL ? shanhai_quotes_new (new_text) : NULL;
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (casebook, id);
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (SHANHAI_RECORD (source));
  ShanhaiChange *change = shanhai_change_new (title);
  guint n = 0;

  g_object_set (draft, "text", new_text, NULL);
  shanhai_change_put (change, draft);
  for (guint i = 0; quotes != NULL && i < citing->len; i++)
    {
      g_autoptr (ShanhaiCitations) moved = shanhai_citations_copy (shanhai_record_get_citations (citing->pdata[i]));

      for (guint k = 0; k < moved->n; k++)
        if (g_str_equal (moved->items[k].source, id))
          {
            const bool found = (map != NULL && move_citation (quotes, &moved->items[k], map, user_data))
                               || shanhai_quotes_find_again (quotes, old_quotes, &moved->items[k]);

            n += !found;
          }
      if (!shanhai_citations_equal (moved, shanhai_record_get_citations (citing->pdata[i])))
        {
          g_autoptr (ShanhaiRecord) copy = shanhai_record_copy (citing->pdata[i]);

          g_object_set (copy, "citations", moved, NULL);
          shanhai_change_put (change, copy);
        }
    }
  if (n_lost != NULL)
    *n_lost = n;
  return change;
}
