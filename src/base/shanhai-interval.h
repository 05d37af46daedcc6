/* shanhai-interval.h - what the true value behind a printed figure can be. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bounds are exact decimals, each closed or open, or missing (unbounded). Arithmetic is interval arithmetic: the result holds every value
 * that can come of values in the operands. A function returns false when the result can't be represented (overflow, division by an
 * interval that holds zero). */

#pragma once

#include "shanhai-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiDecimal lo, hi;
  bool           lo_open, hi_open;            /* the bound itself is not in the interval */
  bool           lo_unbounded, hi_unbounded;  /* then lo, lo_open (hi, hi_open) mean nothing */
} ShanhaiInterval;

ShanhaiInterval shanhai_interval_point    (const ShanhaiDecimal  *value);
bool            shanhai_interval_is_empty (const ShanhaiInterval *interval);
bool            shanhai_interval_contains (const ShanhaiInterval *interval,
                                           const ShanhaiDecimal  *value);
bool            shanhai_interval_meets    (const ShanhaiInterval *a,
                                           const ShanhaiInterval *b);
bool            shanhai_interval_add      (const ShanhaiInterval *a,
                                           const ShanhaiInterval *b,
                                           ShanhaiInterval       *out);
bool            shanhai_interval_subtract (const ShanhaiInterval *a,
                                           const ShanhaiInterval *b,
                                           ShanhaiInterval       *out);
bool            shanhai_interval_multiply (const ShanhaiInterval *a,
                                           const ShanhaiInterval *b,
                                           ShanhaiInterval       *out);
bool            shanhai_interval_divide   (const ShanhaiInterval *a,
                                           const ShanhaiInterval *b,
                                           ShanhaiInterval       *out);

G_END_DECLS
