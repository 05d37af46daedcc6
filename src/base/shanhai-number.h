/* shanhai-number.h - numbers in the words of a language: 4.7亿, 470 M. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese style: 万 and 亿, no comma groups (1033.98万, 4.7亿). International style: M, B, T behind U+00A0, and groups of three set off by
 * U+202F from 10 000 on (470 M; 96 400; 2000). Digits are never lost unless `decimals` asks for it; after rounding a number rolls over
 * (9999.96万 at one decimal → 1亿). Zero has no sign; a negative number has U+2212. */

#pragma once

#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_LANGUAGE_ENGLISH,
  SHANHAI_LANGUAGE_CHINESE,
} ShanhaiLanguage;

typedef enum
{
  SHANHAI_NUMBER_STYLE_AUTO,           /* what the language uses */
  SHANHAI_NUMBER_STYLE_CHINESE,        /* 万, 亿 (in English text: wan, yi are never used; falls back to international) */
  SHANHAI_NUMBER_STYLE_INTERNATIONAL,  /* grouped digits, M/B/T */
} ShanhaiNumberStyle;

/* How much of a magnitude word to use. COMPACT: 470 M, 4.7亿, 10.92万; English words begin at a million, so 96 400. FULL: 470 000 000; in
 * Chinese FULL still uses 万 and 亿 where no digit is lost and no more than two stand after the point (1033.98万, but 25878). */
typedef enum
{
  SHANHAI_NUMBER_FULL,
  SHANHAI_NUMBER_COMPACT,
} ShanhaiNumberForm;

#define SHANHAI_DECIMALS_ALL (-1)

ShanhaiLanguage  shanhai_language_from_locale  (const char             *locale);
const char      *shanhai_language_get_code     (ShanhaiLanguage         language);

char            *shanhai_number_format         (const ShanhaiDecimal   *value,
                                                ShanhaiLanguage         language,
                                                ShanhaiNumberStyle      style,
                                                ShanhaiNumberForm       form,
                                                int                     decimals);
char            *shanhai_number_format_double  (double                  value,
                                                ShanhaiLanguage         language,
                                                ShanhaiNumberStyle      style,
                                                ShanhaiNumberForm       form,
                                                int                     decimals);

/* How the qualifier shows: as a word ("nearly 470 M CNY", 近4.7亿元, 2000余人次), as a sign for tight places ("≈", "<", "+", "≥", "≤"), or not. */
typedef enum
{
  SHANHAI_QUALIFIER_WORDS,
  SHANHAI_QUALIFIER_SIGNS,
  SHANHAI_QUALIFIER_HIDDEN,
} ShanhaiQualifierForm;

/* `unit_label` is the unit in the reader's words ("CNY", "people", 元, 人, 个村), or NULL for none; "%" and "pp"/百分点 are set without a space
 * where the language does so. Percent keeps the digits of the source: 38.74%, 4.20% when the precision is 0.01. */
char            *shanhai_quantity_format       (const ShanhaiQuantity  *quantity,
                                                const char             *unit_label,
                                                ShanhaiLanguage         language,
                                                ShanhaiNumberStyle      style,
                                                ShanhaiNumberForm       form,
                                                ShanhaiQualifierForm    qualifier_form);

G_END_DECLS
