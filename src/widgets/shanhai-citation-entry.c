/* shanhai-citation-entry.c - finds the place of a printed figure in its source's text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-citation-entry.h"

#include <string.h>

#include "shanhai-text.h"

static void
set_place (ShanhaiCitation *citation,
           const char      *text,
           gint64           start)
{
  gsize begin, end;

  g_clear_pointer (&citation->hash, g_free);
  citation->start = start;
  citation->length = g_utf8_strlen (citation->quote, -1);
  citation->paragraph = shanhai_text_paragraph_at (text, start);
  if (shanhai_text_get_paragraph (text, citation->paragraph, &begin, &end))
    citation->hash = shanhai_text_hash (text + begin, (gssize) (end - begin));
}

bool
shanhai_citation_entry_locate (ShanhaiCitation *citation,
                               const char      *text,
                               gint64           near)
{
  gint64 best = -1, offset = 0;
  const char *at = text;

  g_return_val_if_fail (citation != NULL, false);
  g_return_val_if_fail (text != NULL, false);

  if (citation->quote != NULL && *citation->quote != '\0')
    for (const char *found = strstr (at, citation->quote); found != NULL; found = strstr (g_utf8_next_char (found), citation->quote))
      {
        offset += g_utf8_strlen (at, found - at);
        at = found;
        if (best >= 0 && ABS (offset - near) >= ABS (best - near))
          break;
        best = offset;
        if (near < 0)
          break;
      }

  if (best < 0)
    {
      g_clear_pointer (&citation->hash, g_free);
      citation->start = citation->length = -1;
      citation->paragraph = 0;
      return false;
    }
  set_place (citation, text, best);
  return true;
}

void
shanhai_citation_entry_set (ShanhaiCitation *citation,
                            const char      *text,
                            gint64           start,
                            gint64           length)
{
  gsize begin = shanhai_text_offset_to_byte (text, start), end = shanhai_text_offset_to_byte (text, start + length);

  g_free (citation->quote);
  citation->quote = g_strndup (text + begin, end - begin);
  set_place (citation, text, start);
}
