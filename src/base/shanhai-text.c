/* shanhai-text.c - code points, paragraphs and hashes of a source's text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All functions take valid UTF-8 and lines that end in LF, as shanhai_text_normalise_lines() gives them. A line is blank when it holds
 * nothing but white space; the ideographic space U+3000, with which Chinese paragraphs are indented, is white space too. */

#include "shanhai-text.h"

#include <string.h>

/**
 * shanhai_text_normalise_lines:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without a byte order mark at its start, with CRLF and CR as LF
 */
char *
shanhai_text_normalise_lines (const char *text)
{
  char *result, *to;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;

  result = to = g_malloc (strlen (text) + 1);
  for (; *text != '\0'; text++)
    {
      if (*text == '\r')
        {
          *to++ = '\n';
          if (text[1] == '\n')
            text++;
        }
      else
        *to++ = *text;
    }
  *to = '\0';

  return result;
}

/**
 * shanhai_text_offset_to_byte:
 * @offset: in code points from the start
 *
 * Returns: the same place in bytes; the text's length when @offset lies behind its end, 0 when it is negative
 */
gsize
shanhai_text_offset_to_byte (const char *text,
                             gint64      offset)
{
  const char *p = text;

  g_return_val_if_fail (text != NULL, 0);

  for (; offset > 0 && *p != '\0'; offset--)
    p = g_utf8_next_char (p);

  return (gsize) (p - text);
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

static const char *
line_end (const char *line)
{
  return line + strcspn (line, "\n");
}

/**
 * shanhai_text_paragraph_at:
 * @offset: in code points from the start
 *
 * Returns: the paragraph, from 1, in which @offset lies; on a blank line the one before it; 0 when there is none
 */
guint
shanhai_text_paragraph_at (const char *text,
                           gint64      offset)
{
  const char *at;
  const char *line = text;
  guint number = 0;

  g_return_val_if_fail (text != NULL, 0);

  at = text + shanhai_text_offset_to_byte (text, offset);
  while (line <= at)
    {
      const char *end = line_end (line);

      if (!is_blank (line, end))
        number++;
      if (*end == '\0')
        break;
      line = end + 1;
    }

  return number;
}

/**
 * shanhai_text_get_paragraph:
 * @number: from 1
 * @start: (out): its first byte
 * @end: (out): the byte after its last, where the line end or the text's end is
 *
 * Returns: false when the text has no such paragraph
 */
bool
shanhai_text_get_paragraph (const char *text,
                            guint       number,
                            gsize      *start,
                            gsize      *end)
{
  const char *line = text;
  guint count = 0;

  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, false);

  for (;;)
    {
      const char *stop = line_end (line);

      if (!is_blank (line, stop) && ++count == number)
        {
          *start = (gsize) (line - text);
          *end = (gsize) (stop - text);
          return true;
        }
      if (*stop == '\0')
        return false;
      line = stop + 1;
    }
}

/**
 * shanhai_text_hash:
 * @length: bytes of @text, or -1 when it ends with NUL
 *
 * Returns: (transfer full): the first 16 hexadecimal digits of its SHA-256
 */
char *
shanhai_text_hash (const char *text,
                   gssize      length)
{
  char *hash;

  g_return_val_if_fail (text != NULL, NULL);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);
  hash[16] = '\0';
  return hash;
}
