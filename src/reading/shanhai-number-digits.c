/* shanhai-number-digits.c - the number itself: 1012, 18.5万, 三十, 1 2 2 8. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most are plainly printed and read where they stand. Any other is read by the reader of quantities that people type (shanhai-numeral.h), out of a small copy, so
 * that no input makes this longer than a constant for each number. */

#include "shanhai-mention.h"

#include "shanhai-numeral.h"

/* characters of one number; longer rows are no figures */
#define MAX_NUMBER 40
/* of one that is read here */
#define MAX_SIMPLE 15
/* characters between a number and its measure word, all spaces */
#define MAX_GAP 2

#define HAN_TEN_THOUSAND 0x4e07
#define HAN_REST 0x4f59    /* 余 */
#define HAN_MANY 0x591a    /* 多 */
#define HAN_SOME 0x51e0    /* 几 */
#define HAN_POINT 0x70b9   /* 点 */
#define HAN_TWENTY 0x5eff   /* 廿 */
#define HAN_THIRTY 0x5345   /* 卅 */
#define HAN_HUNDRED 0x767e
#define HAN_THOUSAND 0x5343
#define HAN_TRILLION 0x5146 /* 兆 */
#define HAN_HUNDRED_MILLION 0x4ebf

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* what a number is made of */
static bool
is_number_char (guint16 c)
{
  return shanhai_is_digit (c) || shanhai_is_han_number (c) || c == '.' || c == ',' || c == HAN_REST || c == HAN_MANY || c == HAN_SOME || c == HAN_POINT;
}

guint
shanhai_numbers_skip_gap (const ShanhaiLine *line,
                          guint              at)
{
  guint i = at;

  while (i < at + MAX_GAP && i < line->n && line->chars[i] == ' ')
    i++;

  return line->chars[i] == ' ' ? at : i;
}

const ShanhaiRule *
shanhai_numbers_match (const ShanhaiRules *rules,
                       const ShanhaiLine  *line,
                       guint               at,
                       guint64             roles)
{
  const ShanhaiRule *rule = at < line->n ? shanhai_rules_match (rules, line->chars + at, line->n - at, roles) : NULL;

  if (rule != NULL && (rule->flags & SHANHAI_RULE_LATIN) && shanhai_is_letter (line->chars[at + rule->length]))
    return NULL;

  return rule;
}

/* 千瓦, 百分点: a measure word whose first character could be a magnitude */
static bool
begins_measure (const ShanhaiRules *rules,
                const ShanhaiLine  *line,
                guint               at)
{
  const ShanhaiRule *rule;

  if (!shanhai_is_han_magnitude (line->chars[at]) || shanhai_is_han_number (line->chars[at + 1]))
    return false;
  rule = shanhai_numbers_match (rules, line, at, ROLE (MEASURE));

  return rule != NULL && rule->length > 1;
}

/* whether the digits from `at` to the space and behind it are all alone between spaces, as copies of old papers have them */
static bool
stands_apart (const ShanhaiLine *line,
              guint              at,
              guint              space)
{
  return space > at && (space - at) % 2 == 1 && shanhai_is_digit (line->chars[space - 1]) && shanhai_is_digit (line->chars[space + 1]) &&
         !shanhai_is_digit (line->chars[space + 2]) && (space == at + 1 || line->chars[space - 2] == ' ') && line->offsets[space + 1] == line->offsets[space] + 1;
}

static bool
is_large (guint16 c)
{
  return c == HAN_TEN_THOUSAND || c == HAN_HUNDRED_MILLION;
}

/* 5百多万, 2千5百万: a digit where a Chinese one would stand */
static bool
is_digit_of_magnitude (const ShanhaiRules *rules,
                       const ShanhaiLine  *line,
                       guint               at,
                       guint               i)
{
  const guint16 *c = line->chars + i;
  bool has_more = c[2] == HAN_REST || c[2] == HAN_MANY;

  if (!shanhai_is_digit (c[0]) || c[0] == '0' || (c[1] != HAN_HUNDRED && c[1] != HAN_THOUSAND) || begins_measure (rules, line, i + 1))
    return false;
  if (i > at && c[-1] == HAN_THOUSAND && c[1] == HAN_HUNDRED)
    return is_large (c[has_more ? 3 : 2]);

  return i == at && ((has_more && is_large (c[3])) || (c[1] == HAN_THOUSAND && shanhai_is_digit (c[2]) && c[3] == HAN_HUNDRED && is_large (c[4])));
}

static bool
goes_on (guint16 c)
{
  return is_number_char (c) || c == ' ' || shanhai_is_letter (c);
}

/* 1012, 4.7, 18.5万, 三: most numbers are like that, with nothing behind them that could go on; `at` for any other */
static guint
read_simple_number (const ShanhaiRules *rules,
                    const ShanhaiLine  *line,
                    guint               at,
                    ShanhaiNumeral     *numeral)
{
  const guint16 *c = line->chars + at;
  gint64 digits = 0;
  guint n = 0, end;
  int scale = 0, power = 0;
  ShanhaiDecimal value;

  if (shanhai_is_han_digit (c[0]) && !goes_on (c[1]))
    {
      *numeral = (ShanhaiNumeral) { .value = shanhai_decimal_from_int (shanhai_han_digit (c[0])), .precision = shanhai_decimal_from_int (1), .is_single = true };
      return at + 1;
    }
  for (; n < MAX_SIMPLE && shanhai_is_digit (c[n]); n++)
    digits = digits * 10 + c[n] - '0';
  if (n == 0 || (n > 1 && c[0] == '0'))
    return at;
  if (c[n] == '.' && shanhai_is_digit (c[n + 1]))
    for (n++; n < MAX_SIMPLE && shanhai_is_digit (c[n]); n++, scale++)
      digits = digits * 10 + c[n] - '0';
  end = at + n;
  if (c[n] == HAN_TEN_THOUSAND || c[n] == HAN_HUNDRED_MILLION)
    {
      if (begins_measure (rules, line, end))
        return at;
      power = c[n] == HAN_TEN_THOUSAND ? 4 : 8;
      n++;
      end++;
    }
  if (goes_on (c[n]))
    return at;

  *numeral = (ShanhaiNumeral) { .power = power, .is_single = true };
  if (!shanhai_decimal_from_parts (digits, scale, &value) || !shanhai_decimal_shift (&value, power, &numeral->value) ||
      !shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, power - scale, &numeral->precision))
    return at;

  return end;
}

/* 1，200台; but $20，300美元 are two, of which the first has its unit */
static bool
is_group_of_three (const ShanhaiRules *rules,
                   const ShanhaiLine  *line,
                   guint               at,
                   guint               comma)
{
  const guint16 *c = line->chars + comma;
  guint end = comma + 4;

  if (at == 0 || !shanhai_is_han (line->chars[at - 1]) || !shanhai_is_digit (c[1]) || !shanhai_is_digit (c[2]) || !shanhai_is_digit (c[3]) || shanhai_is_digit (c[4]))
    return false;
  if (line->chars[end] == HAN_REST || line->chars[end] == HAN_MANY)
    end++;

  return is_large (line->chars[end]) || shanhai_numbers_match (rules, line, end, ROLE (MEASURE)) != NULL;
}

static guint
read_plain_number (const ShanhaiRules  *rules,
                   const ShanhaiLine   *line,
                   guint                at,
                   ShanhaiNumeralFlags  flags,
                   ShanhaiNumeral      *numeral)
{
  static const char * const han_digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  char buffer[MAX_NUMBER * 6 + 1];
  guint8 lengths[MAX_NUMBER];
  const char *p = buffer;
  guint n = 0, bytes = 0, i = read_simple_number (rules, line, at, numeral);

  if (i > at)
    return i;

  while (n < MAX_NUMBER)
    {
      guint16 c = line->chars[i];

      if (c == ' ' && stands_apart (line, at, i))
        {
          /* 1 2 2 8: set with a space behind each digit */
          i++;
          lengths[n] = 0;
          n++;
          continue;
        }
      if (c == ' ')
        {
          /* 4.7 亿 and 12 500人, but no space before a further number */
          if (n == 0 || !(shanhai_is_han_magnitude (line->chars[i + 1]) || line->chars[i + 1] == HAN_REST || line->chars[i + 1] == HAN_MANY ||
                          (shanhai_is_digit (line->chars[i - 1]) && shanhai_is_digit (line->chars[i + 1]) && line->offsets[i + 1] == line->offsets[i] + 1)))
            break;
        }
      /* a full-width comma groups full-width digits; other ones only where three stand before a measure word */
      else if (c == ',' && n > 0 && line->bytes[i + 1] - line->bytes[i] != line->bytes[i] - line->bytes[i - 1] && !is_group_of_three (rules, line, at, i))
        break;
      else if (!is_number_char (c) || (n > 0 && begins_measure (rules, line, i)))
        break;

      /* 廿, 卅, and the 5 of 5百多万: the reader of what people type doesn't know them */
      if (is_digit_of_magnitude (rules, line, at, i))
        lengths[n] = (guint8) (g_stpcpy (buffer + bytes, han_digits[c - '0']) - (buffer + bytes));
      else if (c == HAN_TWENTY || c == HAN_THIRTY)
        lengths[n] = (guint8) (g_stpcpy (buffer + bytes, c == HAN_TWENTY ? "二十" : "三十") - (buffer + bytes));
      else
        lengths[n] = (guint8) g_unichar_to_utf8 (c, buffer + bytes);
      bytes += lengths[n++];
      i++;
    }
  /* 2人以上,3人: a comma ends a number */
  while (n > 0 && (buffer[bytes - 1] == ',' || buffer[bytes - 1] == ' ' || buffer[bytes - 1] == '.'))
    bytes -= lengths[--n];
  buffer[bytes] = '\0';

  if (n == 0 || n == MAX_NUMBER || shanhai_numeral_read (&p, flags, numeral) != SHANHAI_NUMERAL_OK)
    return at;

  for (i = at, bytes = 0; bytes < (gsize) (p - buffer); i++)
    bytes += lengths[i - at];

  return i;
}

/* 1.2兆元, 三兆五千億元: where the magnitudes go on behind 億, as they do in Taiwan. Elsewhere 兆 is a million, but there it stands before a unit
 * of measurement (兆瓦), so that money alone is read like this. */
static guint
take_trillions (const ShanhaiRules *rules,
                const ShanhaiLine  *line,
                guint               at,
                ShanhaiNumeral     *numeral)
{
  guint end = shanhai_numbers_skip_gap (line, at) + 1;
  const ShanhaiRule *measure;
  ShanhaiNumeral rest;
  ShanhaiDecimal value, precision;
  guint rest_end;

  if (line->chars[end - 1] != HAN_TRILLION || numeral->power != 0 || numeral->has_hi || numeral->has_more)
    return at;
  if (line->chars[end] == HAN_REST || line->chars[end] == HAN_MANY)
    end++;
  rest_end = read_plain_number (rules, line, end, 0, &rest);
  measure = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, rest_end), ROLE (MEASURE));
  if (measure == NULL || measure->unit == NULL || !g_ascii_isupper (measure->unit[0]) ||
      !shanhai_decimal_shift (&numeral->value, 12, &value) || !shanhai_decimal_shift (&numeral->precision, 12, &precision))
    return at;

  numeral->has_more = line->chars[end - 1] != HAN_TRILLION;
  if (rest_end > end && !rest.has_hi && shanhai_decimal_compare (&rest.value, &(ShanhaiDecimal) { G_GINT64_CONSTANT (1000000000000), 0 }) < 0 &&
      shanhai_decimal_add (&value, &rest.value, &value))
    {
      precision = rest.precision;
      end = rest_end;
    }
  numeral->value = value;
  numeral->precision = precision;
  numeral->power = 12;

  return end;
}

/* 300w元, 20w+人: 万, as it is typed in a hurry */
static guint
take_letter (const ShanhaiRules *rules,
             const ShanhaiLine  *line,
             guint               at,
             ShanhaiNumeral     *numeral)
{
  guint behind = line->chars[at + 1] == '+' ? at + 2 : at + 1;
  ShanhaiDecimal value, precision;

  if (!line->is_chinese || numeral->power != 0 || numeral->has_hi || shanhai_numbers_match (rules, line, behind, ROLE (MEASURE)) == NULL ||
      !shanhai_decimal_shift (&numeral->value, 4, &value) || !shanhai_decimal_shift (&numeral->precision, 4, &precision))
    return at;
  numeral->value = value;
  numeral->precision = precision;
  numeral->power = 4;
  numeral->has_more = behind > at + 1;

  return behind;
}

/* behind the number that begins at `at`; `at` when none is there */
guint
shanhai_numbers_read_number (const ShanhaiRules  *rules,
                             const ShanhaiLine   *line,
                             guint                at,
                             ShanhaiNumeralFlags  flags,
                             ShanhaiNumeral      *numeral)
{
  guint end = read_plain_number (rules, line, at, flags, numeral);

  if (end == at)
    return at;
  if (line->chars[end] == 'w')
    return take_letter (rules, line, end, numeral);

  return take_trillions (rules, line, end, numeral);
}

/* passes over the rest of something that is no number */
guint
shanhai_numbers_skip (const ShanhaiLine *line,
                      guint              at)
{
  guint i = at;

  if (shanhai_is_digit (line->chars[i]))
    while (shanhai_is_digit (line->chars[i]) || ((line->chars[i] == '.' || line->chars[i] == ',' || line->chars[i] == '-' || line->chars[i] == ':') &&
                                                   shanhai_is_digit (line->chars[i + 1])))
      i++;
  else
    while (shanhai_is_han_number (line->chars[i]))
      i++;

  return MAX (i, at + 1);
}

bool
shanhai_numbers_scale (ShanhaiMention       *mention,
                       const ShanhaiDecimal *times)
{
  ShanhaiDecimal value, hi, precision;

  if (times->digits == 1 && times->scale == 0)
    return true;
  if (!shanhai_decimal_multiply (&mention->value, times, &value) || !shanhai_decimal_multiply (&mention->precision, times, &precision) ||
      (mention->has_hi && !shanhai_decimal_multiply (&mention->value_hi, times, &hi)))
    return false;

  mention->value = value;
  mention->precision = precision;
  if (mention->has_hi)
    mention->value_hi = hi;
  return true;
}

void
shanhai_numbers_set (ShanhaiMention       *mention,
                     const ShanhaiNumeral *numeral)
{
  mention->value = numeral->value;
  mention->value_hi = numeral->value_hi;
  mention->has_hi = numeral->has_hi;
  mention->precision = numeral->precision;
  if (numeral->has_more)
    mention->qualifier = SHANHAI_QUALIFIER_OVER;
}
