/* shanhai-number-range.c - finds the upper end of a range: 3–5万, 三、四十名. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#define HAN_FROM 0x4ece    /* 从 */
#define HAN_BY 0x7531      /* 由 */
#define HAN_TO 0x81f3      /* 至 */
#define HAN_UNTIL 0x5230   /* 到 */
#define LIST_COMMA 0x3001  /* 、 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* 3、4千萬, 三、四十名: neighbours, so that the comma leaves open which of the two; `at` where no such comma is */
static guint
take_neighbour_sign (const ShanhaiRules *rules,
                     const ShanhaiLine  *line,
                     guint               start,
                     guint               at)
{
  const ShanhaiRule *measure;
  guint16 first, second;

  /* what comes behind is there only if this sign is */
  if (at != start + 1 || line->chars[at] != LIST_COMMA)
    return at;

  first = line->chars[start];
  second = line->chars[at + 1];
  if (second == 0 || !shanhai_is_han_magnitude (line->chars[at + 2]))
    return at;
  if (!(shanhai_is_digit (first) && shanhai_is_digit (second) && second == first + 1) &&
      !(shanhai_is_han_digit (first) && shanhai_is_han_digit (second) && shanhai_han_digit (second) == shanhai_han_digit (first) + 1 && shanhai_han_digit (first) > 0))
    return at;
  measure = shanhai_numbers_match (rules, line, at + 2, ROLE (MEASURE));

  return measure != NULL && measure->length > 1 ? at : at + 1;
}

/* gives the first of two neighbours the magnitude of the second: 三、四十 */
static bool
lend_neighbour (ShanhaiNumeral       *first,
                const ShanhaiNumeral *second)
{
  ShanhaiDecimal next, shifted;

  if (!shanhai_decimal_add (&first->value, &(ShanhaiDecimal) { 1, 0 }, &next))
    return false;
  for (int power = 1; power <= 13; power++)
    if (shanhai_decimal_shift (&next, power, &shifted) && shanhai_decimal_compare (&shifted, &second->value) == 0)
      {
        first->precision = second->precision;
        return shanhai_decimal_shift (&first->value, power, &first->value);
      }

  return false;
}

/* behind the sign between the ends of a range; `at` where none is */
static guint
take_range_sign (const ShanhaiLine *line,
                 guint              at)
{
  guint i = shanhai_numbers_skip_gap (line, at);

  switch (line->chars[i])
    {
    case '-': case '~': case HAN_TO: case HAN_UNTIL:
      i++;
      break;
    case 0x2014:
      i += line->chars[i + 1] == 0x2014 ? 2 : 1;
      break;
    default:
      return at;
    }
  i = shanhai_numbers_skip_gap (line, i);
  if (!shanhai_is_digit (line->chars[i]) && !shanhai_is_han_number (line->chars[i]))
    return at;

  return i;
}

/* 从3人到5人 tells of two times, 3人到5人 of one number between */
static bool
is_told_apart (const ShanhaiLine *line,
               guint              start,
               guint              sign)
{
  guint16 c = line->chars[shanhai_numbers_skip_gap (line, sign)];

  if (c != HAN_TO && c != HAN_UNTIL)
    return false;
  if (start > 0 && line->chars[start - 1] == ' ')
    start--;

  return start > 0 && (line->chars[start - 1] == HAN_FROM || line->chars[start - 1] == HAN_BY);
}

void
shanhai_numbers_take_range (const ShanhaiRules *rules,
                            const ShanhaiLine  *line,
                            ShanhaiNumeral     *first,
                            ShanhaiMention     *mention)
{
  const ShanhaiRule *measure = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, mention->number_end), ROLE (MEASURE));
  guint sign = mention->number_end, from, end;
  ShanhaiNumeral second;

  from = take_neighbour_sign (rules, line, mention->number, sign);
  if (from == sign)
    from = take_range_sign (line, sign);
  if (from == sign && measure != NULL)
    {
      sign = shanhai_numbers_skip_gap (line, mention->number_end) + measure->length;
      from = take_range_sign (line, sign);
      if (from == sign)
        return;
    }
  else
    measure = NULL;
  if (from == sign || (line->marks[from] & SHANHAI_MARK_TIME) || is_told_apart (line, mention->number, sign))
    return;

  end = shanhai_numbers_read_number (rules, line, from, 0, &second);
  if (end == from || second.has_hi || first->has_hi || (measure != NULL && shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE)) != measure))
    return;

  if (from > 0 && line->chars[from - 1] == LIST_COMMA && !lend_neighbour (first, &second))
    return;
  /* 3–5万: the magnitude is the second's */
  if (measure == NULL && first->is_single && first->power == 0 && second.is_single && second.power >= 3)
    {
      ShanhaiDecimal lent;

      if (shanhai_decimal_shift (&first->value, second.power, &lent) && shanhai_decimal_compare (&lent, &second.value) < 0)
        {
          first->value = lent;
          shanhai_decimal_shift (&first->precision, second.power, &first->precision);
        }
    }
  if (shanhai_decimal_compare (&first->value, &second.value) >= 0)
    return;

  mention->value = first->value;
  mention->value_hi = second.value;
  mention->has_hi = true;
  mention->precision = shanhai_decimal_compare (&first->precision, &second.precision) < 0 ? first->precision : second.precision;
  if (second.has_more)
    mention->qualifier = SHANHAI_QUALIFIER_OVER;
  mention->number_end = mention->end = end;
}
