/* shanhai-funds-sum.c - adding up amounts of money without growing surer of them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-funds.h"

#include <math.h>

/* what is said of a sum where one sort of doubt is said of some of its terms and another of the rest */
static ShanhaiQualifier
join_qualifiers (ShanhaiQualifier a,
                 ShanhaiQualifier b)
{
  if (a == b || b == SHANHAI_QUALIFIER_EXACT)
    return a;
  if (a == SHANHAI_QUALIFIER_EXACT)
    return b;
  if ((a == SHANHAI_QUALIFIER_OVER && b == SHANHAI_QUALIFIER_AT_LEAST) || (a == SHANHAI_QUALIFIER_AT_LEAST && b == SHANHAI_QUALIFIER_OVER))
    return SHANHAI_QUALIFIER_AT_LEAST;
  if ((a == SHANHAI_QUALIFIER_NEARLY && b == SHANHAI_QUALIFIER_AT_MOST) || (a == SHANHAI_QUALIFIER_AT_MOST && b == SHANHAI_QUALIFIER_NEARLY))
    return SHANHAI_QUALIFIER_AT_MOST;

  return SHANHAI_QUALIFIER_ABOUT;
}

/* The sum of several flows as a quantity that says how sure it is: with a range among them it is a range; a range and "over" leave only the least that it
 * can be. */
ShanhaiQuantity
shanhai_funds_sum (GPtrArray *flows)
{
  ShanhaiQuantity sum = *shanhai_flow_get_amount (flows->pdata[0]);
  ShanhaiDecimal hi = sum.has_hi ? sum.value_hi : sum.value;

  for (guint i = 1; i < flows->len; i++)
    {
      const ShanhaiQuantity *amount = shanhai_flow_get_amount (flows->pdata[i]);

      if (!shanhai_decimal_add (&sum.value, &amount->value, &sum.value) ||
          !shanhai_decimal_add (&hi, amount->has_hi ? &amount->value_hi : &amount->value, &hi))
        {
          sum.qualifier = SHANHAI_QUALIFIER_AT_LEAST;
          sum.has_hi = false;
          return sum;
        }
      sum.qualifier = join_qualifiers (sum.qualifier, amount->qualifier);
      if (shanhai_decimal_compare (&amount->precision, &sum.precision) < 0)
        sum.precision = amount->precision;
      sum.has_hi = sum.has_hi || amount->has_hi;
    }

  sum.value_hi = hi;
  if (sum.has_hi && (sum.qualifier == SHANHAI_QUALIFIER_OVER || sum.qualifier == SHANHAI_QUALIFIER_AT_LEAST))
    {
      sum.qualifier = SHANHAI_QUALIFIER_AT_LEAST;
      sum.has_hi = false;
    }
  else if (sum.has_hi && (sum.qualifier == SHANHAI_QUALIFIER_NEARLY || sum.qualifier == SHANHAI_QUALIFIER_AT_MOST))
    {
      sum.qualifier = SHANHAI_QUALIFIER_AT_MOST;
      sum.value = hi;
      sum.has_hi = false;
    }

  return sum;
}

void
shanhai_funds_get_bounds (GPtrArray *flows,
                          double    *lo,
                          double    *hi)
{
  *lo = *hi = 0;
  for (guint i = 0; i < flows->len; i++)
    {
      const ShanhaiQuantity *amount = shanhai_flow_get_amount (flows->pdata[i]);
      ShanhaiInterval soft;

      /* how a figure was rounded isn't drawn */
      if (amount->qualifier == SHANHAI_QUALIFIER_EXACT && !amount->has_hi)
        soft = shanhai_interval_point (&amount->value);
      else
        shanhai_quantity_get_soft (amount, &soft);
      *lo += soft.lo_unbounded ? 0 : MAX (shanhai_decimal_to_double (&soft.lo), 0);
      *hi += soft.hi_unbounded ? INFINITY : MAX (shanhai_decimal_to_double (&soft.hi), 0);
    }
}
