/* shanhai-numeral.c - reads a number as people write it, without its unit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number is a row of terms, 1亿 + 2000万, each a coefficient and magnitude words; each term is smaller than the magnitude before it.
 * A coefficient is a row of digits (1,012.71) or a Chinese number below ten thousand (一百五十二, 三点五). 十 百 千 inside such a number are
 * digits in their places, so 三十 is as exact as 30; behind digits they are magnitudes: the last digit of 5千 stands for a thousand. */

#include "shanhai-numeral.h"

#include <string.h>

#include "shanhai-fold.h"

/* 1 000 000 digits can't be a figure; anything longer than this is refused before it is copied */
#define MAX_PRINTED_DIGITS 120

typedef struct
{
  ShanhaiDecimal value;
  ShanhaiDecimal value_hi;
  int            place;       /* power of ten of the last printed digit */
  bool           has_hi;
  bool           is_chinese;
  bool           is_digit;    /* one Chinese digit and nothing else */
  bool           is_fraction;
} Coefficient;

int
shanhai_numeral_digit (gunichar c)
{
  static const char digits[] = "〇零一壹二贰貳两三叁參叄四肆五伍六陆陸七柒八捌九玖";
  static const gint8 values[] = { 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 9 };
  const char *p = digits;

  if (c < 0x3007)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++, p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == c)
      return values[i];

  return -1;
}

/* 1, 2, 3 for 十 百 千, which stand inside a Chinese number; 0 for anything else */
static int
small_unit (gunichar c)
{
  switch (c)
    {
    case 0x5341: case 0x62fe: return 1;  /* 十 拾 */
    case 0x767e: case 0x4f70: return 2;  /* 百 佰 */
    case 0x5343: case 0x4edf: return 3;  /* 千 仟 */
    default: return 0;
    }
}

static bool
take_digit (const char **p,
            int         *digit)
{
  *digit = shanhai_numeral_digit (g_utf8_get_char (*p));
  if (*digit < 0)
    return false;

  *p = g_utf8_next_char (*p);
  return true;
}

static bool
take_small_unit (const char **p,
                 int         *power)
{
  *power = small_unit (g_utf8_get_char (*p));
  if (*power == 0)
    return false;

  *p = g_utf8_next_char (*p);
  return true;
}

/* digits in groups of three: after `separator`, which all groups must share */
static bool
is_group (const char *p,
          char        separator)
{
  return p[0] == separator && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) &&
         !g_ascii_isdigit (p[4]);
}

static ShanhaiNumeralResult
read_plain (const char  **p,
            Coefficient  *out)
{
  const char *at = *p;
  char digits[MAX_PRINTED_DIGITS + 2];
  gsize n = 0, n_first, n_fraction = 0;
  char separator;

  for (; g_ascii_isdigit (*at); at++)
    {
      if (n == MAX_PRINTED_DIGITS)
        return SHANHAI_NUMERAL_TOO_LONG;
      digits[n++] = *at;
    }
  n_first = n;
  if (n == 0 || (n > 1 && digits[0] == '0'))
    return SHANHAI_NUMERAL_NONE;

  separator = *at;
  if ((separator == ',' || separator == ' ') && n_first <= 3 && digits[0] != '0')
    for (; is_group (at, separator); at += 4)
      {
        if (n + 3 > MAX_PRINTED_DIGITS)
          return SHANHAI_NUMERAL_TOO_LONG;
        memcpy (digits + n, at + 1, 3);
        n += 3;
      }

  if (at[0] == '.' && g_ascii_isdigit (at[1]))
    {
      digits[n++] = '.';
      for (at++; g_ascii_isdigit (*at); at++, n_fraction++)
        {
          if (n == MAX_PRINTED_DIGITS)
            return SHANHAI_NUMERAL_TOO_LONG;
          digits[n++] = *at;
        }
    }

  if (n_fraction > SHANHAI_DECIMAL_MAX_DIGITS || !shanhai_decimal_parse (digits, (gssize) n, &out->value))
    return SHANHAI_NUMERAL_TOO_LONG;

  out->place = -(int) n_fraction;
  out->is_fraction = n_fraction > 0;
  *p = at;
  return SHANHAI_NUMERAL_OK;
}

/* 点五: the digits behind the point of a Chinese number */
static ShanhaiNumeralResult
read_chinese_fraction (const char  **p,
                       gint64        integer,
                       Coefficient  *out)
{
  const char *at = *p;
  ShanhaiWide digits = integer;
  int digit, n = 0;

  if (!shanhai_take (&at, "点"))
    return SHANHAI_NUMERAL_OK;

  for (; take_digit (&at, &digit); n++)
    {
      if (n == 18)
        return SHANHAI_NUMERAL_TOO_LONG;
      digits = digits * 10 + digit;
    }
  if (n == 0)
    return SHANHAI_NUMERAL_NONE;

  out->place = -n;
  out->is_fraction = true;
  out->is_digit = false;
  *p = at;
  return shanhai_decimal_from_parts (digits, n, &out->value) ? SHANHAI_NUMERAL_OK : SHANHAI_NUMERAL_TOO_LONG;
}

/* 二〇一九, digit by digit; 两三千 and 七八十, which leave open which of the two */
static ShanhaiNumeralResult
read_digit_row (const char  **p,
                Coefficient  *out)
{
  const char *at = *p;
  gint64 value = 0;
  int digit, n = 0, first = 0, second = 0, power;

  for (; take_digit (&at, &digit); n++)
    {
      if (n == 18)
        return SHANHAI_NUMERAL_TOO_LONG;
      if (n == 0)
        first = digit;
      second = digit;
      value = value * 10 + digit;
    }

  if (n == 2 && first > 0 && (second == first + 1 || (first == 3 && second == 5)))
    {
      static const guint16 factors[] = { 1, 10, 100, 1000 };

      if (!take_small_unit (&at, &power))
        power = 0;
      out->value = shanhai_decimal_from_int ((gint64) first * factors[power]);
      out->value_hi = shanhai_decimal_from_int ((gint64) second * factors[power]);
      out->has_hi = true;
      out->place = power;
      *p = at;
      return SHANHAI_NUMERAL_OK;
    }

  out->value = shanhai_decimal_from_int (value);
  *p = at;
  return read_chinese_fraction (p, value, out);
}

static ShanhaiNumeralResult
read_chinese (const char  **p,
              Coefficient  *out)
{
  static const guint16 factors[] = { 1, 10, 100, 1000, 10000 };
  const char *at = *p;
  gint64 sum = 0;
  int last = 4;       /* power of the unit before */
  int digit = -1;     /* read, and no unit behind it yet */
  bool zero = false;  /* since the unit before */
  int units = 0, digits = 0;
  int value;

  out->is_chinese = true;

  for (;;)
    {
      const char *before = at;
      int power;

      if (take_digit (&at, &value))
        {
          digits++;
          if (digit > 0 || (digit == 0 && units == 0))
            {
              /* two digits in a row: only a row of digits can begin like this */
              if (units > 0)
                return SHANHAI_NUMERAL_NONE;
              return read_digit_row (p, out);
            }
          zero = zero || value == 0;
          digit = value;
        }
      else if (take_small_unit (&at, &power))
        {
          if (power == 1 && (digit < 0 || (digit == 0 && units > 0)))
            digit = 1;  /* 十五, 一百十五, 一百零十五 */
          if (digit <= 0 || power >= last)
            {
              at = before;
              break;
            }
          sum += (gint64) digit * factors[power];
          last = power;
          digit = -1;
          zero = false;
          units++;
        }
      else
        break;
    }

  if (units == 0 && digits == 0)
    return SHANHAI_NUMERAL_NONE;
  if (units > 0 && digit == 0)
    return SHANHAI_NUMERAL_NONE;

  if (digit >= 0)
    {
      /* 四百五 is 450: without 零 the last digit stands in the next place */
      bool next_place = units > 0 && last > 1 && !zero;

      out->place = next_place ? last - 1 : 0;
      sum += (gint64) digit * factors[out->place];
    }
  out->value = shanhai_decimal_from_int (sum);
  out->is_digit = units == 0;
  *p = at;
  return read_chinese_fraction (p, sum, out);
}

/* The magnitudes that behind digits can follow each other: 千万, 万亿, 百万. Their powers add up. */
static int
take_magnitudes (const char **p,
                 bool         small_too)
{
  int power = 0;

  for (;;)
    {
      const char *at = *p;
      int small;

      shanhai_skip_spaces (&at);
      if (shanhai_take (&at, "万"))
        power += 4;
      else if (shanhai_take (&at, "亿"))
        power += 8;
      else if (small_too && take_small_unit (&at, &small))
        power += small;
      else
        return power;

      if (power > SHANHAI_DECIMAL_MAX_DIGITS)
        return power;
      *p = at;
      /* 十 百 千 come before 万 and 亿 */
      if (power >= 4)
        small_too = false;
    }
}

static int
take_english_magnitude (const char          **p,
                        ShanhaiNumeralFlags   flags)
{
  static const struct { const char *word; int power; } words[] = {
    { "thousand", 3 }, { "million", 6 }, { "billion", 9 }, { "trillion", 12 }, { "mn", 6 }, { "mln", 6 }, { "bn", 9 }, { "tn", 12 },
    { "k", 3 },
  };
  const char *at = *p;
  int power = 0;

  shanhai_skip_spaces (&at);
  for (guint i = 0; i < G_N_ELEMENTS (words) && power == 0; i++)
    if (shanhai_take_word (&at, words[i].word))
      power = words[i].power;

  /* letters whose case tells millions from metres and trillions from tons */
  if (power == 0 && g_ascii_isalpha (at[0]) && !g_ascii_isalnum (at[1]))
    {
      if (at[0] == 'M' || (at[0] == 'm' && (flags & SHANHAI_NUMERAL_MONEY)))
        power = 6;
      else if (at[0] == 'B' || at[0] == 'b')
        power = 9;
      else if (at[0] == 'T')
        power = 12;
      if (power > 0)
        at++;
    }

  if (power > 0)
    *p = at;
  return power;
}

/* 余 多 几, but not the 多 of 多个 */
static bool
take_more (const char **p)
{
  const char *at = *p;

  shanhai_skip_spaces (&at);
  if (!shanhai_take (&at, "余") && !shanhai_take (&at, "多") && !shanhai_take (&at, "几"))
    return false;

  *p = at;
  return true;
}

static bool
add_shifted (const ShanhaiDecimal *value,
             int                   power,
             ShanhaiDecimal       *sum)
{
  ShanhaiDecimal term;

  return shanhai_decimal_shift (value, power, &term) && shanhai_decimal_add (sum, &term, sum);
}

static bool
below_power (const ShanhaiDecimal *value,
             int                   shift,
             int                   power)
{
  ShanhaiDecimal shifted, limit;

  return shanhai_decimal_shift (value, shift, &shifted) &&
         shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, power, &limit) &&
         shanhai_decimal_compare (&shifted, &limit) < 0;
}

static ShanhaiNumeralResult
read_coefficient (const char          **p,
                  ShanhaiNumeralFlags   flags,
                  Coefficient          *out)
{
  const char *at = *p;
  int small;

  *out = (Coefficient) { .place = 0 };

  if (g_ascii_isdigit (*at))
    return read_plain (p, out);
  if (shanhai_numeral_digit (g_utf8_get_char (at)) >= 0 || small_unit (g_utf8_get_char (at)) == 1)
    return read_chinese (p, out);

  /* 近千万元, 上百人, 百万元: the magnitude is all that is written */
  if (take_small_unit (&at, &small) ? (flags & SHANHAI_NUMERAL_BARE_MAGNITUDE) || g_str_has_prefix (at, "万") || g_str_has_prefix (at, "亿")
                                    : (flags & SHANHAI_NUMERAL_BARE_MAGNITUDE) && (g_str_has_prefix (at, "万") || g_str_has_prefix (at, "亿")))
    {
      out->value = shanhai_decimal_from_int (1);
      return SHANHAI_NUMERAL_OK;
    }

  return SHANHAI_NUMERAL_NONE;
}

ShanhaiNumeralResult
shanhai_numeral_read (const char          **p,
                      ShanhaiNumeralFlags   flags,
                      ShanhaiNumeral       *out)
{
  ShanhaiNumeral numeral = { .is_single = true };
  const char *at = *p;
  int limit = 0, place = 0;
  bool was_chinese = false;

  for (int n = 0;; n++)
    {
      const char *before = at;
      ShanhaiNumeralResult result;
      Coefficient coefficient;
      bool zero, is_english = false, scale_all = false;
      int power;

      if (n > 0)
        shanhai_skip_spaces (&at);
      zero = n > 0 && (shanhai_take (&at, "零") || shanhai_take (&at, "〇"));
      result = read_coefficient (&at, n == 0 ? flags : 0, &coefficient);
      if (n > 0 && result == SHANHAI_NUMERAL_NONE)
        {
          at = before;
          break;
        }
      if (result != SHANHAI_NUMERAL_OK)
        return result;

      numeral.has_more = take_more (&at);
      power = take_magnitudes (&at, !coefficient.is_chinese);
      if (power == 0 && !coefficient.is_chinese)
        {
          power = take_english_magnitude (&at, flags);
          is_english = power > 0;
        }
      if (n > 0 && power == 0 && coefficient.is_digit && was_chinese && !zero && !numeral.has_more)
        power = limit - 1;  /* 一万五 is 15000 */
      if (take_more (&at))
        {
          const char *behind = at;
          int further = power > 0 && power <= 4 ? take_magnitudes (&behind, false) : 0;

          numeral.has_more = true;
          /* 4万多亿, 3千多万 */
          if (further > 0 && (power < 4 || further == 8))
            {
              power += further;
              at = behind;
            }
        }

      /* 一万五千亿: 亿 takes all that stands before it */
      if (n > 0 && power == 8 && limit == 4 && below_power (&coefficient.value, 0, limit))
        {
          power = 0;
          scale_all = true;
        }
      /* 7万5 may mean 75000 or 70005, so it means nothing here */
      if (n > 0 && power == 0 && !scale_all && !coefficient.is_chinese && !zero && coefficient.value.digits < 10)
        return SHANHAI_NUMERAL_NONE;
      if (n > 0 && (coefficient.has_hi || !below_power (&coefficient.value, power, limit)))
        {
          at = before;
          numeral.has_more = false;
          break;
        }
      if (power > SHANHAI_DECIMAL_MAX_DIGITS ||
          !add_shifted (&coefficient.value, power, &numeral.value) ||
          (coefficient.has_hi && !shanhai_decimal_shift (&coefficient.value_hi, power, &numeral.value_hi)))
        return SHANHAI_NUMERAL_TOO_LONG;

      if (scale_all)
        {
          power = 8;
          if (!shanhai_decimal_shift (&numeral.value, power, &numeral.value))
            return SHANHAI_NUMERAL_TOO_LONG;
        }

      place = coefficient.place + power;
      numeral.has_hi = coefficient.has_hi;
      numeral.is_single = n == 0;
      numeral.power = n == 0 ? power : 0;
      limit = power;
      was_chinese = coefficient.is_chinese;

      if (power < 2 || is_english || numeral.has_more || numeral.has_hi || coefficient.is_fraction)
        break;
    }

  if (!shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, place, &numeral.precision))
    return SHANHAI_NUMERAL_TOO_LONG;

  *out = numeral;
  *p = at;
  return SHANHAI_NUMERAL_OK;
}
