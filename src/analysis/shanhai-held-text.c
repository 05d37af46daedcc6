/* shanhai-held-text.c - the text of a source with its paragraphs found once, for all citations of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-held-text.h"

#include <string.h>

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;

  return n;
}

ShanhaiHeldText *
shanhai_held_text_new (const char *text)
{
  ShanhaiHeldText *self = g_malloc (sizeof *self + count_lines (text) * sizeof *self->paragraphs);
  gint64 offset = 0;

  self->text = text;
  self->n = 0;
  for (const char *line = text;;)
    {
      const char *p = line;
      const gint64 start = offset;
      bool is_blank = true;

      for (; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p), offset++)
        is_blank = is_blank && g_unichar_isspace (g_utf8_get_char (p));
      if (!is_blank)
        self->paragraphs[self->n++] = (ShanhaiHeldParagraph) { (gsize) (line - text), (gsize) (p - text), start };
      self->length = (gsize) (p - text);
      if (*p == '\0')
        return self;
      line = p + 1;
      offset++;
    }
}

guint
shanhai_held_text_find_paragraph (const ShanhaiHeldText *self,
                                  gint64                 offset)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->paragraphs[middle].offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
shanhai_held_text_get_byte (const ShanhaiHeldText *self,
                            gint64                 offset)
{
  guint paragraph = shanhai_held_text_find_paragraph (self, offset);
  const char *p = self->text;

  if (paragraph > 0)
    {
      p += self->paragraphs[paragraph - 1].start;
      offset -= self->paragraphs[paragraph - 1].offset;
    }
  for (; offset > 0 && *p != '\0'; offset--)
    p = g_utf8_next_char (p);

  return (gsize) (p - self->text);
}

const ShanhaiHeldParagraph *
shanhai_held_text_get_paragraph (const ShanhaiHeldText *self,
                                 guint                  number)
{
  return number > 0 && number <= self->n ? &self->paragraphs[number - 1] : NULL;
}
