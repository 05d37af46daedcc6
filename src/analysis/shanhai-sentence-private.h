/* shanhai-sentence-private.h - what the checks of sentences share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-check-value.h"
#include "shanhai-sentence.h"

G_BEGIN_DECLS

/* between 年均, 户均 or 共计 and its figure: 投入, 增收 */
#define SHANHAI_MAX_VERB 4

/* whether the words speak of a rise or a fall */
bool shanhai_sentence_tells_change  (const char                         *words);
/* the figure of the same unit that stands nearest before `index`, or -1 */
int  shanhai_sentence_find_before   (const ShanhaiSentenceFigure        *figures,
                                     guint                               index,
                                     const char                         *unit);
/* whether the indicator's own formula computes the claim of the other one */
bool shanhai_sentence_is_formula_of (ShanhaiCheckScope                  *scope,
                                     const ShanhaiClaim                 *claim,
                                     const ShanhaiClaim                 *term);
/* whether the figure is told as a mean: 户均, 月均 */
bool shanhai_sentence_is_mean       (const ShanhaiSentenceFigure        *figure);
/* What was computed of some figures, the terms, is held against the one that is printed. SHANHAI_ALIKE_NOT: the words don't say that it is theirs, so that only what comes out is told. */
void shanhai_sentence_tell_computed (ShanhaiCheckScope                  *scope,
                                     ShanhaiCheck                        check,
                                     const ShanhaiSentenceFigure        *result,
                                     const ShanhaiCheckValue            *value,
                                     bool                                rounded,
                                     ShanhaiAlikeness                    alike,
                                     const char                         *arithmetic,
                                     const ShanhaiSentenceFigure *const *terms,
                                     guint                               n);
/* 年均, 月均, 户均: the figure at `index`, if it is a mean of those before it */
void shanhai_sentence_check_mean    (ShanhaiCheckScope                  *scope,
                                     const ShanhaiSentenceFigure        *figures,
                                     guint                               index);

G_END_DECLS
