/* shanhai-quoted-number.h - the numbers that a quote prints, be it a figure or a whole sentence. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only digits are read, with their groups, point and 万, 亿, million: what is written in words is for shanhai_quantity_parse(). It is quick, for it looks at every
 * quote of a casebook. */

#pragma once

#include <stdbool.h>

#include "shanhai-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiDecimal value;
  ShanhaiDecimal precision;  /* of the last printed digit */
  gsize          start;      /* bytes: the first digit */
  gsize          end;        /* behind the last digit and 万 or 亿: where the unit begins */
} ShanhaiQuotedNumber;

#define SHANHAI_MAX_QUOTED_NUMBERS 24

/* the numbers in their order, not more than there is room for */
guint shanhai_quoted_numbers_read     (const char          *quote,
                                       ShanhaiQuotedNumber  out[SHANHAI_MAX_QUOTED_NUMBERS]);
/* whether some number is written in Chinese words: 一千二百万 */
bool  shanhai_quote_has_number_words  (const char          *quote);

G_END_DECLS
