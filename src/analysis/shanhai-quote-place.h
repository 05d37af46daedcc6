/* shanhai-quote-place.h - where a citation's quote stands, and which figures it may print. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_QUOTE_UNKNOWN,    /* no text, or no quote */
  SHANHAI_QUOTE_IN_PLACE,
  SHANHAI_QUOTE_ELSEWHERE,
  SHANHAI_QUOTE_MISSING,
} ShanhaiQuotePlace;

/* figures of one record that its quotes are held against */
#define SHANHAI_MAX_FIGURES 16

/* `citation`: one of the claim's record. `source` is set to the record that it names, or NULL. */
ShanhaiQuotePlace shanhai_citation_find_quote    (const ShanhaiCitation    *citation,
                                                  const ShanhaiClaim       *claim,
                                                  const ShanhaiCheckScope  *scope,
                                                  ShanhaiSource           **source);
/* every number that the record holds, its main figure first; borrowed. Returns how many. */
guint             shanhai_record_collect_figures (ShanhaiRecord          *record,
                                                  const ShanhaiQuantity  *out[SHANHAI_MAX_FIGURES]);

G_END_DECLS
