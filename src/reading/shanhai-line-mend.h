/* shanhai-line-mend.h - mends a folded line. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of old papers and pages have damage that would hide numbers. Only the folded line is mended; the text stays as it is, and `offsets` leads back to it.
 * For shanhai-line.c alone. */

#pragma once

#include "shanhai-line.h"

G_BEGIN_DECLS

/* letters of a syllable of pinyin, and the brackets */
#define SHANHAI_LINE_MAX_PINYIN 8

/* 2,O46 and l.6%: letters that stand for digits become digits; 30zhāng张: pinyin that lost its brackets goes; 1·2万: the point comes down */
void shanhai_line_mend_letters (ShanhaiLine       *self,
                                const char        *text);
/* 累 计 投 入: whether most characters have a space behind them */
bool shanhai_line_is_spaced    (const ShanhaiLine *self);
/* takes such spaces out */
void shanhai_line_close_up     (ShanhaiLine       *self);

G_END_DECLS
