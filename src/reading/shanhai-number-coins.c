/* shanhai-number-coins.c - smaller parts that stand behind a measure word: 五元三毛, 4毛5, 四成二. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#include <string.h>

#define HAN_TENTH 0x6210   /* 成 */
#define HAN_HALF 0x534a    /* 半 */
#define HAN_MANY 0x591a    /* 多 */
#define HAN_OF 0x7684      /* 的 */
#define HAN_YUAN 0x5143    /* 元 */
#define HAN_ONE 0x4e00     /* 一 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* the power of ten of 元, 块, 角, 毛, 分 in yuan; 1 for any other sign */
static int
get_coin (guint16 sign)
{
  switch (sign)
    {
    case HAN_YUAN: case 0x5757: case 0x5706: return 0;
    case 0x89d2: case 0x6bdb: return -1;
    case 0x5206: return -2;
    default: return 1;
    }
}

/* the 5 of 4毛5: one digit with nothing behind it that it could count; behind 元 a digit may be the number of the next point */
static bool
is_bare_coin (const ShanhaiRules   *rules,
              const ShanhaiLine    *line,
              const ShanhaiMention *mention,
              guint                 end)
{
  guint16 c = line->chars[mention->end];

  /* 八一 of 两块八一斤 is no day of the year */
  return end == mention->end + 1 && (line->marks[mention->end] == 0 || line->chars[end] == HAN_ONE) && (shanhai_is_han_digit (c) || (shanhai_is_digit (c) && line->chars[mention->end - 1] != HAN_YUAN)) &&
         shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE) | ROLE (TRAP_AFTER)) == NULL;
}

/* a number of smaller coins; the 八 of 两块八一斤 is one digit, a pound is what one gets for it */
static guint
read_coins (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            ShanhaiNumeral     *numeral)
{
  guint16 c = line->chars[at];

  if (shanhai_is_han_digit (c) && line->chars[at + 1] == HAN_ONE && shanhai_numbers_match (rules, line, at + 2, ROLE (MEASURE)) != NULL)
    {
      *numeral = (ShanhaiNumeral) { .value = shanhai_decimal_from_int (shanhai_han_digit (c)), .precision = shanhai_decimal_from_int (1), .is_single = true };
      return at + 1;
    }

  return shanhai_numbers_read_number (rules, line, at, 0, numeral);
}

/* of ten: what its measure word makes of one yuan */
static int
power_of_measure (const ShanhaiMention *mention)
{
  return -mention->measure->times.scale;
}

/* 五元三毛, 50元6角三分, and as it is said 4毛5 and 两块八: what stands bare counts the next smaller coin */
void
shanhai_numbers_take_coins (const ShanhaiRules *rules,
                            const ShanhaiLine  *line,
                            ShanhaiMention     *mention)
{
  int power;

  if (mention->measure == NULL || mention->measure->length != 1 || mention->has_hi || mention->qualifier != SHANHAI_QUALIFIER_EXACT)
    return;
  power = get_coin (line->chars[mention->end - 1]);

  while (power > -2 && power < 1)
    {
      ShanhaiNumeral numeral;
      ShanhaiDecimal part;
      guint end = read_coins (rules, line, mention->end, &numeral);
      int coin;

      if (end == mention->end || numeral.has_hi || numeral.has_more)
        return;
      coin = get_coin (line->chars[end]);
      if (coin < power)
        end++;
      else if (is_bare_coin (rules, line, mention, end))
        coin = power - 1;
      else
        return;
      if (!shanhai_decimal_shift (&numeral.value, coin, &part))
        return;
      /* the number is scaled by its measure word later on */
      if (!shanhai_decimal_shift (&part, -power_of_measure (mention), &part) || !shanhai_decimal_add (&mention->value, &part, &mention->value))
        return;
      shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, coin - power_of_measure (mention), &mention->precision);
      mention->unit = g_intern_static_string ("CNY");
      mention->is_small = false;
      mention->end = end;
      power = coin;
    }
}

/* 两亩半辣椒: a half of the same, not 半年 */
static bool
is_half_of_land (const ShanhaiMention *mention,
                 guint16               behind)
{
  return (strcmp (mention->measure->unit, "mu") == 0 || strcmp (mention->measure->unit, "jin") == 0) && behind != 0x5e74 && behind != 0x4ef7 /* 年价 */;
}

/* 两个半小时, 十二公里半: half of one more. 两个多亿: more than so many */
void
shanhai_numbers_take_half (const ShanhaiLine *line,
                           ShanhaiMention    *mention)
{
  guint sign = mention->measure != NULL && mention->measure->length > 2 ? mention->end - mention->measure->length + 1 : 0;
  guint16 behind = line->chars[mention->end + 1];
  ShanhaiDecimal value;

  if (mention->measure == NULL || mention->has_hi)
    return;
  if (sign > 0 && line->chars[sign] == HAN_MANY)
    {
      mention->qualifier = SHANHAI_QUALIFIER_OVER;
      mention->is_small = false;
    }
  if (!(sign > 0 && line->chars[sign] == HAN_HALF) &&
      !(line->chars[mention->end] == HAN_HALF && mention->measure->unit != NULL && mention->qualifier == SHANHAI_QUALIFIER_EXACT &&
        (behind == 0 || behind == ',' || behind == 0x3002 || behind == 0x3001 || behind == HAN_OF || (mention->is_han && is_half_of_land (mention, behind)))))
    return;
  if (!shanhai_decimal_add (&mention->value, &(ShanhaiDecimal) { 5, 1 }, &value))
    return;
  mention->value = value;
  mention->precision = (ShanhaiDecimal) { 5, 1 };
  mention->is_small = false;
  if (line->chars[mention->end] == HAN_HALF)
    mention->end++;
}

/* 四成二: forty-two in a hundred */
void
shanhai_numbers_take_tenth_part (const ShanhaiRules *rules,
                                 const ShanhaiLine  *line,
                                 ShanhaiMention     *mention)
{
  guint16 c = line->chars[mention->end];
  ShanhaiDecimal part = { shanhai_han_digit (c), 1 };  /* of one 成 */

  if (!mention->is_han || mention->measure == NULL || mention->measure->length != 1 || line->chars[mention->end - 1] != HAN_TENTH || mention->has_hi ||
      !shanhai_is_han_digit (c) || shanhai_han_digit (c) == 0 || shanhai_is_han_number (line->chars[mention->end + 1]) ||
      shanhai_numbers_match (rules, line, mention->end + 1, ROLE (MEASURE)) != NULL || !shanhai_decimal_add (&mention->value, &part, &mention->value))
    return;

  mention->precision = (ShanhaiDecimal) { 1, 1 };
  mention->end++;
}
