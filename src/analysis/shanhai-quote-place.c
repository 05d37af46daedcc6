/* shanhai-quote-place.c - where a citation's quote stands, and which figures it may print. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-quote-place.h"

#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-pairing.h"

static bool
is_in_place (const ShanhaiCitation *citation,
             const ShanhaiHeldText *held)
{
  if (citation->start >= 0)
    {
      if (!g_str_has_prefix (held->text + shanhai_held_text_get_byte (held, citation->start), citation->quote))
        return false;
      if (citation->length >= 0 && citation->length != g_utf8_strlen (citation->quote, -1))
        return false;
      return citation->paragraph == 0 || shanhai_held_text_find_paragraph (held, citation->start) == citation->paragraph;
    }
  if (citation->paragraph > 0)
    {
      const ShanhaiHeldParagraph *paragraph = shanhai_held_text_get_paragraph (held, citation->paragraph);

      return paragraph != NULL && g_strstr_len (held->text + paragraph->start, (gssize) (paragraph->end - paragraph->start), citation->quote) != NULL;
    }

  return strstr (held->text, citation->quote) != NULL;
}

ShanhaiQuotePlace
shanhai_citation_find_quote (const ShanhaiCitation    *citation,
                             const ShanhaiClaim       *claim,
                             const ShanhaiCheckScope  *scope,
                             ShanhaiSource           **source)
{
  const ShanhaiHeldText *held;

  *source = shanhai_claim_find_source (claim, scope->casebook, citation);
  held = *source != NULL ? g_hash_table_lookup (scope->texts, *source) : NULL;
  if (held == NULL || held->length == 0 || citation->quote == NULL || *citation->quote == '\0')
    return SHANHAI_QUOTE_UNKNOWN;
  if (is_in_place (citation, held))
    return SHANHAI_QUOTE_IN_PLACE;

  return strstr (held->text, citation->quote) != NULL ? SHANHAI_QUOTE_ELSEWHERE : SHANHAI_QUOTE_MISSING;
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
