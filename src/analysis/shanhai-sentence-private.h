/* shanhai-sentence-private.h - what the checks of sentences share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-check-value.h"
#include "shanhai-sentence.h"

G_BEGIN_DECLS

/* between 年均, 户均 or 共计 and its figure: 投入, 增收 */
#define SHANHAI_MAX_VERB 4

/* a list is of figures that are no further apart, in characters */
#define SHANHAI_MAX_LIST_GAP 12
/* figures that one relation joins, its result left out */
#define SHANHAI_MAX_TERMS 16

/* the figure as it is reckoned with */
ShanhaiCheckValue shanhai_sentence_get_value (const ShanhaiSentenceFigure  *figure);
/* its unit, interned */
const char *shanhai_sentence_get_unit   (const ShanhaiSentenceFigure        *figure);
bool shanhai_sentence_is_percent        (const ShanhaiSentenceFigure        *figure);
/* how many years the words speak of, 五年间, 三年共, "over four years", or 0; `words` are bare */
guint shanhai_sentence_count_years      (const char                         *words);
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
/* whether the words before it say that it is of another time than the figures beside it: 往年, 上年 */
bool shanhai_sentence_is_of_other_time (const ShanhaiSentenceFigure     *figure);
/* whether the figure is told as a mean: 户均, 月均 */
bool shanhai_sentence_is_mean       (const ShanhaiSentenceFigure        *figure);
/* A finding about the result and the terms that are recorded; the arithmetic speaks of the result as {1} and of the terms as {2} …, and `unit` is that of the value. Nothing is told where fewer
 * than two of them are recorded. */
void shanhai_sentence_tell          (ShanhaiCheckScope                  *scope,
                                     ShanhaiCheck                        check,
                                     const ShanhaiSentences             *sentences,
                                     ShanhaiAgreement                    agreement,
                                     const ShanhaiSentenceFigure        *result,
                                     const ShanhaiCheckValue            *value,
                                     const char                         *unit,
                                     const char                         *arithmetic,
                                     const ShanhaiSentenceFigure *const *terms,
                                     guint                               n);
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

/* 其中, 包括: words are compared without spaces */
extern const char * const shanhai_including_words[];

/* Rules, each for the figure at `index` and those before it: */
/* 年均, 月均, 户均 */
void shanhai_sentence_check_mean       (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);
/* a total of those before it; or, in a sentence of `n` figures, of those behind it. `wholes`: of each figure the whole that it is told to be part of, or -1 */
void shanhai_sentence_check_sum        (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index,
                                        const int                   *wholes);
void shanhai_sentence_check_sum_behind (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        n,
                                        guint                        index,
                                        const int                   *wholes);
/* the two before it and how much they differ by; `index` is 2 at least, as below */
void shanhai_sentence_check_change     (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);
void shanhai_sentence_check_times      (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);
void shanhai_sentence_check_share      (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index,
                                        const int                   *wholes);
void shanhai_sentence_check_rate       (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);
void shanhai_sentence_check_rest_rate  (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);
void shanhai_sentence_check_completion (ShanhaiCheckScope           *scope,
                                        const ShanhaiSentenceFigure *figures,
                                        guint                        index);

G_END_DECLS
