/* shanhai-quote-place.c - where a citation's quote stands, and which figures it may print. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-quote-place.h"

#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-pairing.h"
#include "shanhai-source.h"
#include "shanhai-text.h"

static const char *
get_held_text (ShanhaiCasebook       *casebook,
               const ShanhaiCitation *citation,
               ShanhaiRecord        **record)
{
  ShanhaiSource *source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, citation->source);

  *record = SHANHAI_RECORD (source);

  return source != NULL ? shanhai_source_get_text (source) : NULL;
}

static bool
is_in_place (const ShanhaiCitation *citation,
             const char            *text)
{
  gsize byte;

  if (citation->start >= 0)
    {
      byte = shanhai_text_offset_to_byte (text, citation->start);
      if (!g_str_has_prefix (text + byte, citation->quote))
        return false;
      if (citation->length >= 0 && citation->length != g_utf8_strlen (citation->quote, -1))
        return false;
      return citation->paragraph == 0 || shanhai_text_paragraph_at (text, citation->start) == citation->paragraph;
    }
  if (citation->paragraph > 0)
    {
      gsize start, end;

      return shanhai_text_get_paragraph (text, citation->paragraph, &start, &end) &&
             g_strstr_len (text + start, (gssize) (end - start), citation->quote) != NULL;
    }

  return strstr (text, citation->quote) != NULL;
}

ShanhaiQuotePlace
shanhai_citation_find_quote (const ShanhaiCitation  *citation,
                             ShanhaiCasebook        *casebook,
                             ShanhaiRecord         **source)
{
  const char *text = get_held_text (casebook, citation, source);

  if (text == NULL || *text == '\0' || citation->quote == NULL || *citation->quote == '\0')
    return SHANHAI_QUOTE_UNKNOWN;
  if (is_in_place (citation, text))
    return SHANHAI_QUOTE_IN_PLACE;

  return strstr (text, citation->quote) != NULL ? SHANHAI_QUOTE_ELSEWHERE : SHANHAI_QUOTE_MISSING;
}

static guint
collect_ends (const ShanhaiEnds      *ends,
              const ShanhaiQuantity **out,
              guint                   n)
{
  for (guint i = 0; ends != NULL && i < ends->n && n < SHANHAI_MAX_FIGURES; i++)
    if (ends->items[i].count != NULL)
      out[n++] = ends->items[i].count;

  return n;
}

guint
shanhai_record_collect_figures (ShanhaiRecord         *record,
                                const ShanhaiQuantity *out[SHANHAI_MAX_FIGURES])
{
  guint n = 0;

  if (shanhai_record_get_figure (record) != NULL)
    out[n++] = shanhai_record_get_figure (record);
  if (SHANHAI_IS_EXCHANGE (record) && shanhai_exchange_get_sessions (SHANHAI_EXCHANGE (record)) != NULL)
    {
      const ShanhaiQuantity *sessions = shanhai_exchange_get_sessions (SHANHAI_EXCHANGE (record));

      if (n == 0 || out[0] != sessions)
        out[n++] = sessions;
    }
  if (SHANHAI_IS_FLOW (record))
    {
      n = collect_ends (shanhai_flow_get_from (SHANHAI_FLOW (record)), out, n);
      n = collect_ends (shanhai_flow_get_to (SHANHAI_FLOW (record)), out, n);
    }
  if (SHANHAI_IS_PAIRING (record))
    {
      n = collect_ends (shanhai_pairing_get_assisting (SHANHAI_PAIRING (record)), out, n);
      n = collect_ends (shanhai_pairing_get_assisted (SHANHAI_PAIRING (record)), out, n);
    }

  return n;
}
