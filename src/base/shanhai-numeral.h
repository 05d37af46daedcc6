/* shanhai-numeral.h - reads a number as people write it, without its unit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to this room's readers. Takes folded text (shanhai-fold.h): 1,012.71, 96 400, 9999.96万, 1亿2000万, 4.7 billion, 一百五十二,
 * 三点五万, 两三千, 13余万. */

#pragma once

#include "shanhai-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_NUMERAL_OK,
  SHANHAI_NUMERAL_NONE,       /* no number starts there */
  SHANHAI_NUMERAL_TOO_LONG,   /* more digits than a decimal holds */
} ShanhaiNumeralResult;

typedef struct
{
  ShanhaiDecimal value;
  ShanhaiDecimal value_hi;      /* of 两三千, where `has_hi` */
  ShanhaiDecimal precision;     /* place of the last printed digit */
  int            power;         /* of the magnitude word of a number that has just one coefficient; 0 for none */
  bool           has_hi;
  bool           is_single;     /* one coefficient, so that another's magnitude can be lent to it: the 3 of 3–5万 */
  bool           has_more;      /* 余 or 多 stands in it */
} ShanhaiNumeral;

typedef enum
{
  SHANHAI_NUMERAL_BARE_MAGNITUDE = 1 << 0,  /* 千 alone is a thousand: behind 近 and 上 */
  SHANHAI_NUMERAL_MONEY = 1 << 1,           /* a small m is a million, not a metre */
} ShanhaiNumeralFlags;

ShanhaiNumeralResult shanhai_numeral_read (const char          **p,
                                           ShanhaiNumeralFlags   flags,
                                           ShanhaiNumeral       *out);
/* 0 … 9 for 〇 … 九, 两 and the formal forms; -1 for anything else */
int                  shanhai_numeral_digit (gunichar             c);

G_END_DECLS
