/* shanhai-sum-words.h - words that make a figure the total of others in its sentence. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-sentence.h"

G_BEGIN_DECLS

/* between the figures of a list in English, in characters */
#define SHANHAI_MAX_ENGLISH_LIST_GAP 40

/* 共, 合计, "in total": NULL at the end; words are compared without spaces */
extern const char * const shanhai_sum_words[];

/* whether any words before or behind the figure can make it a total; without, nothing need be added up */
bool             shanhai_sum_may_be_told  (const ShanhaiSentenceFigure        *total);
/* how sure it is that the figure is told as the total of `n` before it, of which `first` is the first one */
ShanhaiAlikeness shanhai_sum_is_told      (const ShanhaiSentenceFigure        *total,
                                           const ShanhaiSentenceFigure        *first,
                                           guint                               n);
/* How sure it is that the figure is told as the total of these terms, of their time, and of nobody else; false where the words say nothing of a total. */
bool             shanhai_sum_compare      (const ShanhaiSentenceFigure        *total,
                                           const ShanhaiSentenceFigure *const *terms,
                                           guint                               n,
                                           ShanhaiAlikeness                   *alike);
/* 教师86人、医生73人、干部24人，共183人, of which the first one isn't recorded: those that are, `first` and so on, don't make the total */
bool             shanhai_sum_goes_on_from_another (const ShanhaiSentenceFigure *first);

G_END_DECLS
