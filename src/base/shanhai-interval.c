/* shanhai-interval.c - what the true value behind a printed figure can be. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums, differences and products have exact bounds. A quotient's bounds are rounded outwards, so the result still holds every value; a
 * bound that was rounded is open, for it is not reached. An operation on an empty interval gives an empty one. */

#include "shanhai-interval.h"

/* One end of an interval, as a value that may lie at infinity. */
typedef struct
{
  ShanhaiDecimal value;
  int            infinity;  /* -1, 0 or 1 */
  bool           open;
} End;

static const ShanhaiInterval empty_interval = { .lo_open = true, .hi_open = true };

static End
lower_end (const ShanhaiInterval *interval)
{
  return (End) { interval->lo, interval->lo_unbounded ? -1 : 0, interval->lo_unbounded || interval->lo_open };
}

static End
upper_end (const ShanhaiInterval *interval)
{
  return (End) { interval->hi, interval->hi_unbounded ? 1 : 0, interval->hi_unbounded || interval->hi_open };
}

static int
end_sign (const End *end)
{
  return end->infinity != 0 ? end->infinity : shanhai_decimal_sign (&end->value);
}

static int
compare_ends (const End *a,
              const End *b)
{
  if (a->infinity != b->infinity)
    return a->infinity < b->infinity ? -1 : 1;

  return a->infinity != 0 ? 0 : shanhai_decimal_compare (&a->value, &b->value);
}

static ShanhaiInterval
from_ends (const End *lo,
           const End *hi)
{
  return (ShanhaiInterval) {
    .lo = lo->value,
    .hi = hi->value,
    .lo_open = lo->infinity == 0 && lo->open,
    .hi_open = hi->infinity == 0 && hi->open,
    .lo_unbounded = lo->infinity != 0,
    .hi_unbounded = hi->infinity != 0,
  };
}

/**
 * shanhai_interval_point:
 *
 * Returns: [value, value]
 */
ShanhaiInterval
shanhai_interval_point (const ShanhaiDecimal *value)
{
  return (ShanhaiInterval) { .lo = *value, .hi = *value };
}

/**
 * shanhai_interval_is_empty:
 *
 * Returns: whether no value is in @interval
 */
bool
shanhai_interval_is_empty (const ShanhaiInterval *interval)
{
  int order;

  if (interval->lo_unbounded || interval->hi_unbounded)
    return false;

  order = shanhai_decimal_compare (&interval->lo, &interval->hi);
  return order > 0 || (order == 0 && (interval->lo_open || interval->hi_open));
}

/**
 * shanhai_interval_contains:
 *
 * Returns: whether @value is in @interval
 */
bool
shanhai_interval_contains (const ShanhaiInterval *interval,
                           const ShanhaiDecimal  *value)
{
  ShanhaiInterval point = shanhai_interval_point (value);

  return shanhai_interval_meets (interval, &point);
}

/**
 * shanhai_interval_meets:
 *
 * Returns: whether a value is in both
 */
bool
shanhai_interval_meets (const ShanhaiInterval *a,
                        const ShanhaiInterval *b)
{
  End a_lo = lower_end (a), a_hi = upper_end (a);
  End b_lo = lower_end (b), b_hi = upper_end (b);
  End *lo, *hi;
  ShanhaiInterval common;
  int order;

  order = compare_ends (&a_lo, &b_lo);
  lo = order > 0 || (order == 0 && a_lo.open) ? &a_lo : &b_lo;
  order = compare_ends (&a_hi, &b_hi);
  hi = order < 0 || (order == 0 && a_hi.open) ? &a_hi : &b_hi;

  common = from_ends (lo, hi);
  return !shanhai_interval_is_empty (&common);
}

/**
 * shanhai_interval_add:
 *
 * Returns: false when a bound can't be represented
 */
bool
shanhai_interval_add (const ShanhaiInterval *a,
                      const ShanhaiInterval *b,
                      ShanhaiInterval       *out)
{
  ShanhaiInterval sum = {
    .lo_open = a->lo_open || b->lo_open,
    .hi_open = a->hi_open || b->hi_open,
    .lo_unbounded = a->lo_unbounded || b->lo_unbounded,
    .hi_unbounded = a->hi_unbounded || b->hi_unbounded,
  };

  if (shanhai_interval_is_empty (a) || shanhai_interval_is_empty (b))
    {
      *out = empty_interval;
      return true;
    }

  if ((!sum.lo_unbounded && !shanhai_decimal_add (&a->lo, &b->lo, &sum.lo)) ||
      (!sum.hi_unbounded && !shanhai_decimal_add (&a->hi, &b->hi, &sum.hi)))
    return false;

  *out = sum;
  return true;
}

/**
 * shanhai_interval_subtract:
 *
 * Returns: false when a bound can't be represented
 */
bool
shanhai_interval_subtract (const ShanhaiInterval *a,
                           const ShanhaiInterval *b,
                           ShanhaiInterval       *out)
{
  ShanhaiInterval negated = {
    .lo = { -b->hi.digits, b->hi.scale },
    .hi = { -b->lo.digits, b->lo.scale },
    .lo_open = b->hi_open,
    .hi_open = b->lo_open,
    .lo_unbounded = b->hi_unbounded,
    .hi_unbounded = b->lo_unbounded,
  };

  return shanhai_interval_add (a, &negated, out);
}

/* Nought times anything is nought, and is reached when the nought is. Nought times infinity stands for the products near that corner:
 * they take up everything between nought and the neighbouring corners, so nought adds nothing wrong to the hull. */
static bool
multiply_ends (const End *a,
               const End *b,
               End       *out)
{
  int sign = end_sign (a) * end_sign (b);

  *out = (End) { .open = a->open || b->open };

  if (sign == 0)
    {
      out->open = !((end_sign (a) == 0 && !a->open) || (end_sign (b) == 0 && !b->open));
      return true;
    }
  if (a->infinity != 0 || b->infinity != 0)
    {
      out->infinity = sign;
      return true;
    }

  return shanhai_decimal_multiply (&a->value, &b->value, &out->value);
}

/* Eighteen places are finer than any printed figure and leave half of a decimal's digits to what is computed with the quotient. */
static bool
divide_rounded (const ShanhaiDecimal *a,
                const ShanhaiDecimal *b,
                ShanhaiRounding       rounding,
                ShanhaiDecimal       *out)
{
  for (int places = 18; places >= 0; places -= 6)
    if (shanhai_decimal_divide (a, b, places, rounding, out))
      return true;

  return false;
}

static bool
divide_ends (const End       *a,
             const End       *b,
             int              b_sign,  /* of the whole divisor: nought is only ever its open end */
             ShanhaiRounding  rounding,
             End             *out)
{
  ShanhaiDecimal product;

  *out = (End) { .open = a->open || b->open };

  if (end_sign (a) == 0)
    {
      out->open = a->open;
      return true;
    }
  if (b->infinity != 0)
    {
      out->open = true;
      return true;
    }
  if (a->infinity != 0 || end_sign (b) == 0)
    {
      out->infinity = end_sign (a) * b_sign;
      return true;
    }
  if (!divide_rounded (&a->value, &b->value, rounding, &out->value))
    return false;

  if (!shanhai_decimal_multiply (&out->value, &b->value, &product) || !shanhai_decimal_equal (&product, &a->value))
    out->open = true;
  return true;
}

/* the least (order -1) or the greatest (order 1) of four corners; where corners tie, one that is reached wins */
static End
extreme_of (const End corners[4],
            int       order)
{
  End best = corners[0];

  for (int i = 1; i < 4; i++)
    {
      int c = compare_ends (&corners[i], &best) * order;

      if (c > 0 || (c == 0 && !corners[i].open))
        best = corners[i];
    }

  return best;
}

/**
 * shanhai_interval_multiply:
 *
 * Returns: false when a bound can't be represented
 */
bool
shanhai_interval_multiply (const ShanhaiInterval *a,
                           const ShanhaiInterval *b,
                           ShanhaiInterval       *out)
{
  End ends_a[2] = { lower_end (a), upper_end (a) };
  End ends_b[2] = { lower_end (b), upper_end (b) };
  End corners[4], lo, hi;

  if (shanhai_interval_is_empty (a) || shanhai_interval_is_empty (b))
    {
      *out = empty_interval;
      return true;
    }

  for (int i = 0; i < 4; i++)
    if (!multiply_ends (&ends_a[i / 2], &ends_b[i % 2], &corners[i]))
      return false;

  lo = extreme_of (corners, -1);
  hi = extreme_of (corners, 1);
  *out = from_ends (&lo, &hi);
  return true;
}

/**
 * shanhai_interval_divide:
 *
 * Returns: false when @b holds zero or values on both sides of it, or when a bound can't be represented
 */
bool
shanhai_interval_divide (const ShanhaiInterval *a,
                         const ShanhaiInterval *b,
                         ShanhaiInterval       *out)
{
  static const ShanhaiDecimal zero = { 0, 0 };
  End ends_a[2] = { lower_end (a), upper_end (a) };
  End ends_b[2] = { lower_end (b), upper_end (b) };
  End floors[4], ceilings[4], lo, hi;
  int b_sign;

  if (shanhai_interval_is_empty (a) || shanhai_interval_is_empty (b))
    {
      *out = empty_interval;
      return true;
    }

  b_sign = end_sign (&ends_b[0]) + end_sign (&ends_b[1]);
  if (b_sign == 0 || shanhai_interval_contains (b, &zero))
    return false;
  b_sign = b_sign > 0 ? 1 : -1;

  for (int i = 0; i < 4; i++)
    if (!divide_ends (&ends_a[i / 2], &ends_b[i % 2], b_sign, SHANHAI_ROUND_FLOOR, &floors[i]) ||
        !divide_ends (&ends_a[i / 2], &ends_b[i % 2], b_sign, SHANHAI_ROUND_CEILING, &ceilings[i]))
      return false;

  lo = extreme_of (floors, -1);
  hi = extreme_of (ceilings, 1);
  *out = from_ends (&lo, &hi);
  return true;
}
