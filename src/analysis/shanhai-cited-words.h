/* shanhai-cited-words.h - what is written around a citation, and what it says of the figure. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the source's text isn't held, or the quote doesn't stand where it should, the quote and the record's own note speak for it. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

/* How sure it is that something is told before it comes. */
typedef enum
{
  SHANHAI_TOLD_PAST,
  SHANHAI_TOLD_MAYBE_COMING,  /* 将 alone, which is also 把; of an event, nothing that says it happened */
  SHANHAI_TOLD_COMING,        /* 将于, 定于, "will be held" */
} ShanhaiTense;

/* (transfer full): the sentence, or the paragraph, that the citation's quote stands in; never NULL */
char        *shanhai_cited_dup_sentence  (const ShanhaiCheckScope *scope,
                                          const ShanhaiClaim      *claim,
                                          const ShanhaiCitation   *citation);
char        *shanhai_cited_dup_paragraph (const ShanhaiCheckScope *scope,
                                          const ShanhaiClaim      *claim,
                                          const ShanhaiCitation   *citation);
/* whether what a record tells was still to come when the citation's source told it */
ShanhaiTense shanhai_cited_get_tense     (const ShanhaiCheckScope *scope,
                                          const ShanhaiClaim      *claim,
                                          const ShanhaiCitation   *citation);
/* whether the paragraph of one of the record's citations, or its note, speaks of money from elsewhere: 结余, 自筹, "own savings" */
bool         shanhai_cited_names_other_money (const ShanhaiCheckScope *scope,
                                              const ShanhaiClaim      *claim);

G_END_DECLS
