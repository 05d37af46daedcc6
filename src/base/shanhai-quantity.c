/* shanhai-quantity.c - what a printed number claims: hard and soft intervals, agreement. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The intervals say what the true value can be. Where each rule comes from is written beside it. They are for magnitudes: below zero they
 * are mirrored, so "about −5" is [−6, −4] and −0.5 % cut off to a digit can stand for −0.59 %. Bounds that a decimal can't hold are left
 * open to infinity, which claims less, never more. */

#include "shanhai-quantity.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (ShanhaiQuantity, shanhai_quantity, shanhai_quantity_copy, shanhai_quantity_free)
G_DEFINE_QUARK (shanhai-quantity-error-quark, shanhai_quantity_error)

static const char * const qualifier_keys[] = { "exact", "about", "nearly", "over", "at-least", "at-most" };

/* Units whose values are measured or computed, never counted: printed to a whole one, they are rounded to it (38 % is anything that an
 * office rounds to 38 %). Everything else is counted. Money is counted too: an amount printed to the yuan is booked so. */
static const char * const measured_units[] = {
  "percent", "percentage-point", "ratio", "times", "km", "m", "m2", "km2", "mu", "ton", "jin", "kWh", "celsius",
};

static const ShanhaiDecimal zero = { 0, 0 };
static const ShanhaiDecimal one = { 1, 0 };
static const ShanhaiDecimal half = { 5, 1 };

/**
 * shanhai_quantity_new:
 * @unit: a unit key
 *
 * Returns: (transfer full): an exact quantity of precision 1
 */
ShanhaiQuantity *
shanhai_quantity_new (const ShanhaiDecimal *value,
                      const char           *unit)
{
  ShanhaiQuantity *self;

  g_return_val_if_fail (value != NULL && unit != NULL, NULL);

  self = g_new0 (ShanhaiQuantity, 1);
  self->value = *value;
  self->precision = one;
  self->unit = g_intern_string (unit);
  return self;
}

/**
 * shanhai_quantity_copy:
 * @self: (nullable): a quantity
 *
 * Returns: (transfer full) (nullable): a copy, with its own @extra
 */
ShanhaiQuantity *
shanhai_quantity_copy (const ShanhaiQuantity *self)
{
  ShanhaiQuantity *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof *self);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * shanhai_quantity_free:
 * @self: (transfer full) (nullable): a quantity
 */
void
shanhai_quantity_free (ShanhaiQuantity *self)
{
  if (self == NULL)
    return;

  g_free (self->extra);
  g_free (self);
}

/**
 * shanhai_quantity_equal:
 *
 * Returns: whether all members are equal, @extra too; two NULLs are equal
 */
bool
shanhai_quantity_equal (const ShanhaiQuantity *a,
                        const ShanhaiQuantity *b)
{
  if (a == b)
    return true;
  if (a == NULL || b == NULL)
    return false;

  return shanhai_decimal_equal (&a->value, &b->value) &&
         a->has_hi == b->has_hi &&
         (!a->has_hi || shanhai_decimal_equal (&a->value_hi, &b->value_hi)) &&
         shanhai_decimal_equal (&a->precision, &b->precision) &&
         a->unit == b->unit &&
         a->qualifier == b->qualifier &&
         a->planned == b->planned &&
         g_strcmp0 (a->extra, b->extra) == 0;
}

/**
 * shanhai_quantity_compare:
 *
 * An order for sorting: by value, then the upper end of a range, unit, qualifier, precision, plan and extra; NULL last.
 *
 * Returns: less than, equal to or greater than 0; 0 exactly where shanhai_quantity_equal() is true
 */
int
shanhai_quantity_compare (const ShanhaiQuantity *a,
                          const ShanhaiQuantity *b)
{
  int order;

  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? 1 : -1;

  if ((order = shanhai_decimal_compare (&a->value, &b->value)) != 0)
    return order;
  if (a->has_hi != b->has_hi)
    return a->has_hi ? 1 : -1;
  if (a->has_hi && (order = shanhai_decimal_compare (&a->value_hi, &b->value_hi)) != 0)
    return order;
  if ((order = strcmp (a->unit, b->unit)) != 0)
    return order;
  if (a->qualifier != b->qualifier)
    return a->qualifier < b->qualifier ? -1 : 1;
  if ((order = shanhai_decimal_compare (&a->precision, &b->precision)) != 0)
    return order;
  if (a->planned != b->planned)
    return a->planned ? 1 : -1;
  return g_strcmp0 (a->extra, b->extra);
}

static bool
is_measured (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (measured_units); i++)
    if (strcmp (unit, measured_units[i]) == 0)
      return true;

  return false;
}

/* the place of the last digit that isn't zero, `fallback` for nought: 2000 → 1000, 130 000 → 10 000, 38.7 → 0.1 */
static ShanhaiDecimal
last_place (const ShanhaiDecimal *value,
            const ShanhaiDecimal *fallback)
{
  ShanhaiDecimal place = { 1, value->scale };

  if (value->digits == 0)
    return *fallback;

  for (ShanhaiWide digits = value->digits; digits % 10 == 0; digits /= 10)
    place.digits *= 10;
  return place;
}

/* a value has at least the precision of its own digits: 38.74 whose precision a file leaves out was read to 0.01 */
static ShanhaiDecimal
effective_precision (const ShanhaiQuantity *self,
                     const ShanhaiDecimal  *value)
{
  ShanhaiDecimal place = last_place (value, &self->precision);

  return shanhai_decimal_compare (&self->precision, &place) < 0 ? self->precision : place;
}

/* value + factor × step, or no bound where that doesn't fit */
static void
step_bound (const ShanhaiDecimal *value,
            const ShanhaiDecimal *factor,
            const ShanhaiDecimal *step,
            ShanhaiDecimal       *out,
            bool                 *unbounded)
{
  ShanhaiDecimal product;

  *unbounded = !shanhai_decimal_multiply (factor, step, &product) || !shanhai_decimal_add (value, &product, out);
}

static void
set_lo (ShanhaiInterval      *interval,
        const ShanhaiDecimal *value,
        const char           *factor,
        const ShanhaiDecimal *step)
{
  ShanhaiDecimal f;

  shanhai_decimal_parse (factor, -1, &f);
  step_bound (value, &f, step, &interval->lo, &interval->lo_unbounded);
}

static void
set_hi (ShanhaiInterval      *interval,
        const ShanhaiDecimal *value,
        const char           *factor,
        const ShanhaiDecimal *step)
{
  ShanhaiDecimal f;

  shanhai_decimal_parse (factor, -1, &f);
  step_bound (value, &f, step, &interval->hi, &interval->hi_unbounded);
}

static ShanhaiInterval
mirror (const ShanhaiInterval *interval)
{
  return (ShanhaiInterval) {
    .lo = { -interval->hi.digits, interval->hi.scale },
    .hi = { -interval->lo.digits, interval->lo.scale },
    .lo_open = interval->hi_open,
    .hi_open = interval->lo_open,
    .lo_unbounded = interval->hi_unbounded,
    .hi_unbounded = interval->lo_unbounded,
  };
}

/* `value` ≥ 0 */
static ShanhaiInterval
claim_of_magnitude (const ShanhaiQuantity *self,
                    const ShanhaiDecimal  *value,
                    bool                   hard)
{
  ShanhaiInterval claim = shanhai_interval_point (value);
  ShanhaiDecimal p;

  switch (self->qualifier)
    {
    case SHANHAI_QUALIFIER_ABOUT:
      /* A fifth is the widest that writers of reports stretch 约; a twentieth is what they mean by it. */
      set_lo (&claim, value, hard ? "-0.2" : "-0.05", value);
      set_hi (&claim, value, hard ? "0.2" : "0.05", value);
      break;

    case SHANHAI_QUALIFIER_NEARLY:
      /* 近 promises to stay below. There is nothing below nought to be near to. */
      set_lo (&claim, value, hard ? "-0.2" : "-0.1", value);
      claim.hi_open = value->digits != 0;
      break;

    case SHANHAI_QUALIFIER_OVER:
      /* 余 hides the digits below the last one printed, so 2000余 stops short of 3000; 超过 and 逾 may be read more freely. */
      p = last_place (value, &self->precision);
      set_hi (&claim, value, "1", &p);
      if (hard && !claim.hi_unbounded)
        {
          ShanhaiDecimal near_hi = claim.hi;

          set_hi (&claim, &near_hi, "0.2", value);
        }
      claim.hi_open = true;
      break;

    case SHANHAI_QUALIFIER_EXACT:
    default:
      /* A count printed to the last one is that count. Offices round some figures and cut others off (万 by 去尾), and don't say which: so
       * half a place below and a whole one above. */
      p = effective_precision (self, value);
      if (shanhai_decimal_compare (&p, &one) == 0 && !is_measured (self->unit))
        break;
      step_bound (value, &(ShanhaiDecimal) { -half.digits, half.scale }, &p, &claim.lo, &claim.lo_unbounded);
      step_bound (value, &one, &p, &claim.hi, &claim.hi_unbounded);
      claim.hi_open = true;
      break;

    case SHANHAI_QUALIFIER_AT_LEAST:
    case SHANHAI_QUALIFIER_AT_MOST:
      g_assert_not_reached ();
    }

  return claim;
}

static ShanhaiInterval
claim_of_value (const ShanhaiQuantity *self,
                const ShanhaiDecimal  *value,
                bool                   hard)
{
  ShanhaiInterval claim;
  ShanhaiDecimal positive = { -value->digits, value->scale };

  /* These two speak of order, not of magnitude, so they aren't mirrored. */
  if (self->qualifier == SHANHAI_QUALIFIER_AT_LEAST)
    return (ShanhaiInterval) { .lo = *value, .hi_unbounded = true };
  if (self->qualifier == SHANHAI_QUALIFIER_AT_MOST)
    return (ShanhaiInterval) { .hi = *value, .lo_unbounded = true };

  if (shanhai_decimal_compare (value, &zero) >= 0)
    return claim_of_magnitude (self, value, hard);

  claim = claim_of_magnitude (self, &positive, hard);
  return mirror (&claim);
}

static void
get_claim (const ShanhaiQuantity *self,
           bool                   hard,
           ShanhaiInterval       *out)
{
  ShanhaiInterval lower, upper;

  if (!self->has_hi)
    {
      *out = claim_of_value (self, &self->value, hard);
      return;
    }

  /* A range names its own bounds; about 3–5万 stretches each of them. */
  if (self->qualifier == SHANHAI_QUALIFIER_EXACT)
    {
      *out = (ShanhaiInterval) { .lo = self->value, .hi = self->value_hi };
      return;
    }

  lower = claim_of_value (self, &self->value, hard);
  upper = claim_of_value (self, &self->value_hi, hard);
  *out = lower;
  out->hi = upper.hi;
  out->hi_open = upper.hi_open;
  out->hi_unbounded = upper.hi_unbounded;
}

/**
 * shanhai_quantity_get_hard:
 * @out: (out): values outside this interval contradict the figure
 */
void
shanhai_quantity_get_hard (const ShanhaiQuantity *self,
                           ShanhaiInterval       *out)
{
  g_return_if_fail (self != NULL && out != NULL);

  get_claim (self, true, out);
}

/**
 * shanhai_quantity_get_soft:
 * @out: (out): values inside this interval agree with the figure
 */
void
shanhai_quantity_get_soft (const ShanhaiQuantity *self,
                           ShanhaiInterval       *out)
{
  g_return_if_fail (self != NULL && out != NULL);

  get_claim (self, false, out);
}

/**
 * shanhai_quantity_compare_claims:
 *
 * The units are the caller's business: nothing here knows which of them may be compared.
 *
 * Returns: whether the two figures can stand for one true value
 */
ShanhaiAgreement
shanhai_quantity_compare_claims (const ShanhaiQuantity *a,
                                 const ShanhaiQuantity *b)
{
  ShanhaiInterval left, right;

  g_return_val_if_fail (a != NULL && b != NULL, SHANHAI_AGREEMENT_CONTRADICT);

  shanhai_quantity_get_soft (a, &left);
  shanhai_quantity_get_soft (b, &right);
  if (shanhai_interval_meets (&left, &right))
    return SHANHAI_AGREEMENT_AGREE;
  /* exact figures aren't read more widely in any case */
  if (a->qualifier == SHANHAI_QUALIFIER_EXACT && b->qualifier == SHANHAI_QUALIFIER_EXACT)
    return SHANHAI_AGREEMENT_CONTRADICT;

  shanhai_quantity_get_hard (a, &left);
  shanhai_quantity_get_hard (b, &right);
  return shanhai_interval_meets (&left, &right) ? SHANHAI_AGREEMENT_DOUBTFUL : SHANHAI_AGREEMENT_CONTRADICT;
}

/**
 * shanhai_qualifier_to_key:
 *
 * Returns: the word that files use, "exact" included
 */
const char *
shanhai_qualifier_to_key (ShanhaiQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifier_keys), qualifier_keys[0]);

  return qualifier_keys[qualifier];
}

/**
 * shanhai_qualifier_from_key:
 * @out: (out): the qualifier
 *
 * Returns: false when files have no such word
 */
bool
shanhai_qualifier_from_key (const char       *key,
                            ShanhaiQualifier *out)
{
  g_return_val_if_fail (key != NULL && out != NULL, false);

  for (guint i = 0; i < G_N_ELEMENTS (qualifier_keys); i++)
    if (strcmp (key, qualifier_keys[i]) == 0)
      {
        *out = (ShanhaiQualifier) i;
        return true;
      }

  return false;
}
