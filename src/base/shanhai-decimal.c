/* shanhai-decimal.c - exact decimal numbers, as sources print them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every value that leaves this file is normal: |digits| < 10^36, 0 ≤ scale ≤ 36, no trailing zero after the point, zero is { 0, 0 }.
 * Values of 18 digits and fewer, nearly all that a casebook holds, are read and written in 64 bits. No function keeps state. */

#include "shanhai-decimal.h"

#include <math.h>
#include <string.h>

/* The largest power of ten that 127 bits hold is 10^38. */
#define MAX_POWER 38

#define FAST_DIGITS 18

__extension__ typedef unsigned __int128 Wide;

static const guint64 small_powers[] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, G_GUINT64_CONSTANT (10000000000),
  G_GUINT64_CONSTANT (100000000000), G_GUINT64_CONSTANT (1000000000000), G_GUINT64_CONSTANT (10000000000000),
  G_GUINT64_CONSTANT (100000000000000), G_GUINT64_CONSTANT (1000000000000000), G_GUINT64_CONSTANT (10000000000000000),
  G_GUINT64_CONSTANT (100000000000000000), G_GUINT64_CONSTANT (1000000000000000000),
  G_GUINT64_CONSTANT (10000000000000000000),
};

/* 10^exponent, exponent 0 … 38 */
static Wide
power_of_ten (int exponent)
{
  if (exponent < (int) G_N_ELEMENTS (small_powers))
    return small_powers[exponent];

  return (Wide) small_powers[19] * small_powers[exponent - 19];
}

/* works for the most negative value too, whose negation doesn't fit in ShanhaiWide */
static Wide
magnitude (ShanhaiWide digits)
{
  return digits < 0 ? -(Wide) digits : (Wide) digits;
}

static bool
from_magnitude (bool            negative,
                Wide            digits,
                int             scale,
                ShanhaiDecimal *out)
{
  if (digits == 0)
    {
      *out = SHANHAI_DECIMAL_INIT;
      return true;
    }

  if (digits <= G_MAXUINT64)
    {
      guint64 fast = (guint64) digits;

      for (; scale > 0 && fast % 10 == 0; scale--)
        fast /= 10;
      digits = fast;
    }
  else
    {
      for (; scale > 0 && digits % 10 == 0; scale--)
        digits /= 10;
    }

  if (scale < 0)
    {
      if (scale < -SHANHAI_DECIMAL_MAX_DIGITS || digits >= power_of_ten (SHANHAI_DECIMAL_MAX_DIGITS + scale))
        return false;
      digits *= power_of_ten (-scale);
      scale = 0;
    }

  if (scale > SHANHAI_DECIMAL_MAX_DIGITS || digits >= power_of_ten (SHANHAI_DECIMAL_MAX_DIGITS))
    return false;

  out->digits = negative ? -(ShanhaiWide) digits : (ShanhaiWide) digits;
  out->scale = scale;
  return true;
}

/**
 * shanhai_decimal_from_parts:
 * @digits: all digits, the point left out
 * @scale: how many of them stand after the point; negative for zeros to be put behind
 * @out: (out): the number digits × 10^-scale
 *
 * Returns: false when the number has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_from_parts (ShanhaiWide     digits,
                            int             scale,
                            ShanhaiDecimal *out)
{
  return from_magnitude (digits < 0, magnitude (digits), scale, out);
}

/**
 * shanhai_decimal_from_int:
 *
 * Returns: @value as a decimal
 */
ShanhaiDecimal
shanhai_decimal_from_int (gint64 value)
{
  return (ShanhaiDecimal) { value, 0 };
}

/**
 * shanhai_decimal_parse:
 * @text: `-?digits[.digits]`, no sign but the minus, no leading zeros but a single one, no exponent, no space
 * @length: bytes of @text, or -1 when it ends with NUL
 * @out: (out): the number
 *
 * Trailing zeros after the point and "-0" are read, though this file never writes them: whoever wants canonical text only compares with
 * shanhai_decimal_to_string().
 *
 * Returns: false when the text is no such number or has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_parse (const char     *text,
                       gssize          length,
                       ShanhaiDecimal *out)
{
  const char *p = text;
  const char *end;
  const char *start;
  Wide digits = 0;
  guint64 fast = 0;
  bool negative = false;
  gsize n_integer, n_fraction = 0;

  g_return_val_if_fail (text != NULL && out != NULL, false);

  end = text + (length < 0 ? strlen (text) : (gsize) length);

  if (p < end && *p == '-')
    {
      negative = true;
      p++;
    }

  start = p;
  while (p < end && g_ascii_isdigit (*p))
    p++;
  n_integer = (gsize) (p - start);
  if (n_integer == 0 || (n_integer > 1 && *start == '0'))
    return false;

  if (p < end && *p == '.')
    {
      const char *fraction = ++p;
      const char *last;

      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == fraction)
        return false;
      for (last = p; last > fraction && last[-1] == '0'; last--)
        ;
      n_fraction = (gsize) (last - fraction);
    }

  if (p != end || n_integer > SHANHAI_DECIMAL_MAX_DIGITS || n_fraction > SHANHAI_DECIMAL_MAX_DIGITS)
    return false;

  if (n_integer + n_fraction <= FAST_DIGITS)
    {
      for (gsize i = 0; i < n_integer; i++)
        fast = fast * 10 + (guint64) (start[i] - '0');
      for (gsize i = 0; i < n_fraction; i++)
        fast = fast * 10 + (guint64) (start[n_integer + 1 + i] - '0');
      out->digits = negative ? -(ShanhaiWide) fast : (ShanhaiWide) fast;
      out->scale = (int) n_fraction;
      return true;
    }

  for (gsize i = 0; i < n_integer + n_fraction; i++)
    {
      char c = start[i < n_integer ? i : i + 1];

      if (digits >= power_of_ten (SHANHAI_DECIMAL_MAX_DIGITS - 1))
        return false;
      digits = digits * 10 + (Wide) (c - '0');
    }

  out->digits = negative ? -(ShanhaiWide) digits : (ShanhaiWide) digits;
  out->scale = (int) n_fraction;
  return true;
}

/* writes the digits before `end` and returns the first; at least `min` of them */
static char *
write_digits (Wide  digits,
              int   min,
              char *end)
{
  char *p = end;
  guint64 fast;

  while (digits > G_MAXUINT64)
    {
      *--p = (char) ('0' + (int) (digits % 10));
      digits /= 10;
    }
  for (fast = (guint64) digits; fast > 0; fast /= 10)
    *--p = (char) ('0' + (int) (fast % 10));
  while (end - p < min)
    *--p = '0';

  return p;
}

/* into a buffer of 2 × 36 + 4 bytes; returns where the text starts */
static char *
write_decimal (const ShanhaiDecimal *value,
               char                 *end)
{
  char *p = write_digits (magnitude (value->digits), value->scale + 1, end - 1);

  end[-1] = '\0';
  if (value->scale > 0)
    {
      gsize n_integer = (gsize) (end - 1 - value->scale - p);

      memmove (p - 1, p, n_integer);
      p--;
      p[n_integer] = '.';
    }
  if (value->digits < 0)
    *--p = '-';

  return p;
}

/**
 * shanhai_decimal_to_string:
 *
 * Returns: (transfer full): the shortest text that shanhai_decimal_parse() reads back to the same number
 */
char *
shanhai_decimal_to_string (const ShanhaiDecimal *value)
{
  char buffer[2 * SHANHAI_DECIMAL_MAX_DIGITS + 4];

  return g_strdup (write_decimal (value, buffer + sizeof buffer));
}

/**
 * shanhai_decimal_append:
 *
 * As shanhai_decimal_to_string(), at the end of @string.
 */
void
shanhai_decimal_append (const ShanhaiDecimal *value,
                        GString              *string)
{
  char buffer[2 * SHANHAI_DECIMAL_MAX_DIGITS + 4];

  g_string_append (string, write_decimal (value, buffer + sizeof buffer));
}

/**
 * shanhai_decimal_to_double:
 *
 * For drawing only, never for comparing figures.
 *
 * Returns: the double nearest to @value
 */
double
shanhai_decimal_to_double (const ShanhaiDecimal *value)
{
  char buffer[2 * SHANHAI_DECIMAL_MAX_DIGITS + 4];

  /* both are exact as doubles, so their quotient is rounded once: 2^53 and 5^22 < 2^53 */
  if (magnitude (value->digits) <= ((guint64) 1 << 53) && value->scale <= 19)
    return (double) (gint64) value->digits / (double) small_powers[value->scale];

  return g_ascii_strtod (write_decimal (value, buffer + sizeof buffer), NULL);
}

/**
 * shanhai_decimal_compare:
 *
 * Returns: less than, equal to or greater than 0, as @a is less than, equal to or greater than @b
 */
int
shanhai_decimal_compare (const ShanhaiDecimal *a,
                         const ShanhaiDecimal *b)
{
  ShanhaiWide left = a->digits;
  ShanhaiWide right = b->digits;

  /* An overflow decides: no decimal has as many digits as the side that overflows. */
  if (a->scale < b->scale && __builtin_mul_overflow (left, (ShanhaiWide) power_of_ten (b->scale - a->scale), &left))
    return a->digits < 0 ? -1 : 1;
  if (b->scale < a->scale && __builtin_mul_overflow (right, (ShanhaiWide) power_of_ten (a->scale - b->scale), &right))
    return b->digits < 0 ? 1 : -1;

  return (left > right) - (left < right);
}

/**
 * shanhai_decimal_equal:
 *
 * Returns: whether both are the same number
 */
bool
shanhai_decimal_equal (const ShanhaiDecimal *a,
                       const ShanhaiDecimal *b)
{
  return a->digits == b->digits && a->scale == b->scale;
}

/**
 * shanhai_decimal_sign:
 *
 * Returns: -1, 0 or 1
 */
int
shanhai_decimal_sign (const ShanhaiDecimal *value)
{
  return (value->digits > 0) - (value->digits < 0);
}

/**
 * shanhai_decimal_is_integer:
 *
 * Returns: whether nothing stands after the point
 */
bool
shanhai_decimal_is_integer (const ShanhaiDecimal *value)
{
  return value->scale == 0;
}

/**
 * shanhai_decimal_add:
 *
 * Returns: false when the sum has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_add (const ShanhaiDecimal *a,
                     const ShanhaiDecimal *b,
                     ShanhaiDecimal       *out)
{
  const ShanhaiDecimal *fine = a->scale >= b->scale ? a : b;
  const ShanhaiDecimal *coarse = fine == a ? b : a;
  ShanhaiWide aligned, sum;

  /* If this overflows, so does the sum: the other side is a hundred times too small to bring it back. */
  if (__builtin_mul_overflow (coarse->digits, (ShanhaiWide) power_of_ten (fine->scale - coarse->scale), &aligned) ||
      __builtin_add_overflow (aligned, fine->digits, &sum))
    return false;

  return shanhai_decimal_from_parts (sum, fine->scale, out);
}

/**
 * shanhai_decimal_subtract:
 *
 * Returns: false when a − b has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_subtract (const ShanhaiDecimal *a,
                          const ShanhaiDecimal *b,
                          ShanhaiDecimal       *out)
{
  ShanhaiDecimal negated = { -b->digits, b->scale };

  return shanhai_decimal_add (a, &negated, out);
}

/**
 * shanhai_decimal_multiply:
 *
 * Returns: false when the product has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_multiply (const ShanhaiDecimal *a,
                          const ShanhaiDecimal *b,
                          ShanhaiDecimal       *out)
{
  Wide left = magnitude (a->digits);
  Wide right = magnitude (b->digits);
  bool negative = (a->digits < 0) != (b->digits < 0);
  int scale = a->scale + b->scale;
  Wide product;

  if (!__builtin_mul_overflow (left, right, &product))
    return from_magnitude (negative, product, scale, out);

  /* A product of two normal numbers can still end in zeros, by its factors of 2 and 5: take them out pair by pair before multiplying. */
  for (; scale > 0; scale--)
    {
      if (left % 10 == 0)
        left /= 10;
      else if (right % 10 == 0)
        right /= 10;
      else if (left % 2 == 0 && right % 5 == 0)
        left /= 2, right /= 5;
      else if (left % 5 == 0 && right % 2 == 0)
        left /= 5, right /= 2;
      else
        break;
    }

  return !__builtin_mul_overflow (left, right, &product) && from_magnitude (negative, product, scale, out);
}

/* whether the digits that were cut off push the magnitude one up */
static bool
rounds_up (ShanhaiRounding rounding,
           bool            negative,
           bool            inexact,
           bool            at_least_half)
{
  switch (rounding)
    {
    case SHANHAI_ROUND_FLOOR:
      return inexact && negative;
    case SHANHAI_ROUND_CEILING:
      return inexact && !negative;
    case SHANHAI_ROUND_HALF_UP:
    default:
      return at_least_half;
    }
}

/* magnitude ÷ 10^n with the rest told as rounds_up() wants it */
static Wide
cut_digits (Wide  digits,
            int   n,
            bool *inexact,
            bool *at_least_half)
{
  Wide divisor, rest;

  if (n > MAX_POWER)
    {
      *inexact = *inexact || digits != 0;
      *at_least_half = false;
      return 0;
    }

  divisor = power_of_ten (n);
  rest = digits % divisor;
  *inexact = *inexact || rest != 0;
  *at_least_half = rest >= divisor - rest;
  return digits / divisor;
}

/**
 * shanhai_decimal_divide:
 * @places: digits after the point to keep, -36 … 36; negative ones round before the point
 * @rounding: what happens to the rest
 *
 * Returns: false when @b is zero, @places out of range, or the result has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_divide (const ShanhaiDecimal *a,
                        const ShanhaiDecimal *b,
                        int                   places,
                        ShanhaiRounding       rounding,
                        ShanhaiDecimal       *out)
{
  Wide divisor = magnitude (b->digits);
  Wide quotient, rest;
  bool negative = (a->digits < 0) != (b->digits < 0);
  bool inexact, at_least_half;
  int wanted, pending = 0;

  if (divisor == 0 || places < -SHANHAI_DECIMAL_MAX_DIGITS || places > SHANHAI_DECIMAL_MAX_DIGITS)
    return false;

  quotient = magnitude (a->digits) / divisor;
  rest = magnitude (a->digits) % divisor;
  wanted = places - a->scale + b->scale;

  if (wanted < 0)
    {
      /* Half of 10^n is whole, so the rest of the first division never decides whether the half is reached. */
      inexact = rest != 0;
      quotient = cut_digits (quotient, -wanted, &inexact, &at_least_half);
    }
  else
    {
      /* Long division; zeros wait in `pending` until a digit follows, so that 10^35 ÷ 1 at 36 places fits. */
      for (; wanted > 0 && rest != 0; wanted--)
        {
          guint digit;

          rest *= 10;
          digit = (guint) (rest / divisor);
          rest %= divisor;
          pending++;
          if (digit == 0)
            continue;
          if (pending > MAX_POWER || __builtin_mul_overflow (quotient, power_of_ten (pending), &quotient) ||
              __builtin_add_overflow (quotient, (Wide) digit, &quotient))
            return false;
          pending = 0;
        }
      inexact = rest != 0;
      at_least_half = rest >= divisor - rest;
      places -= wanted;
    }

  if (rounds_up (rounding, negative, inexact, at_least_half))
    {
      if (pending > MAX_POWER || __builtin_mul_overflow (quotient, power_of_ten (pending), &quotient))
        return false;
      quotient++;
      pending = 0;
    }

  return from_magnitude (negative, quotient, places - pending, out);
}

/**
 * shanhai_decimal_shift:
 *
 * Returns: false when @value × 10^power_of_ten has more than 36 digits; @out is untouched then
 */
bool
shanhai_decimal_shift (const ShanhaiDecimal *value,
                       int                   power,
                       ShanhaiDecimal       *out)
{
  /* beyond this only zero survives, and it does so at any power */
  int bounded = CLAMP (power, -4 * SHANHAI_DECIMAL_MAX_DIGITS, 4 * SHANHAI_DECIMAL_MAX_DIGITS);

  return shanhai_decimal_from_parts (value->digits, value->scale - bounded, out);
}

/**
 * shanhai_decimal_round:
 * @places: digits after the point to keep, -36 … 36; -4 rounds to ten thousands
 *
 * Returns: false when @places is out of range or rounding up needs a 37th digit; @out is untouched then
 */
bool
shanhai_decimal_round (const ShanhaiDecimal *value,
                       int                   places,
                       ShanhaiRounding       rounding,
                       ShanhaiDecimal       *out)
{
  bool negative = value->digits < 0;
  bool inexact = false;
  bool at_least_half;
  Wide digits;

  if (places < -SHANHAI_DECIMAL_MAX_DIGITS || places > SHANHAI_DECIMAL_MAX_DIGITS)
    return false;

  if (value->scale <= places)
    {
      *out = *value;
      return true;
    }

  digits = cut_digits (magnitude (value->digits), value->scale - places, &inexact, &at_least_half);
  if (rounds_up (rounding, negative, inexact, at_least_half))
    digits++;

  return from_magnitude (negative, digits, places, out);
}
