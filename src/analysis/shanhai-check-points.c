/* shanhai-check-points.c - a change in percentage points isn't one in per cent. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rate that falls from 38.74 % to 4.25 % has fallen by 34.49 percentage points, and by 89.03 per cent. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-operands.h"
#include "shanhai-sentence-spots.h"

static const ShanhaiSentences change = {
  N_("{w1}: from {2} to {3} is {=}, as printed ({1})."),
  N_("{w1}: from {2} to {3} is {=}, but {1} is printed. Both hold only if a figure is read widely."),
  N_("{w1}: from {2} to {3} is {=}, but {1} is printed."),
};

static const ShanhaiSentences per_cent_for_points = {
  NULL,
  NULL,
  N_("{w1}: from {2} to {3} is {=}; printed is {1}. Per cent and percentage points were taken for each other."),
};

static const ShanhaiSentences level_in_points = {
  NULL,
  N_("{w1}: {1} is printed. If that is the rate itself, it is in per cent; only a change can be told in percentage points."),
  N_("{w1}: {1} is printed for a state at one time. Only a change can be told in percentage points."),
};

static const ShanhaiSentences same_number = {
  NULL,
  N_("{w1}: {s1} tells {1}, {s2} tells {2} of the same time. Per cent and percentage points may have been taken for each other."),
  NULL,
};

typedef struct
{
  ShanhaiInterval points_soft, points_hard, rate_soft, rate_hard;
  ShanhaiDecimal  points, rate;
} Change;

static ShanhaiInterval
make_magnitude (const ShanhaiInterval *interval)
{
  static const ShanhaiDecimal zero;
  ShanhaiInterval mirrored = *interval;
  ShanhaiInterval nought = shanhai_interval_point (&zero);

  if (!interval->hi_unbounded && shanhai_decimal_sign (&interval->hi) <= 0)
    shanhai_interval_subtract (&nought, interval, &mirrored);

  return mirrored;
}

static bool
measure_one (const ShanhaiInterval *start,
             const ShanhaiInterval *end,
             ShanhaiInterval       *points,
             ShanhaiInterval       *rate)
{
  ShanhaiDecimal hundred = shanhai_decimal_from_int (100);
  ShanhaiInterval factor = shanhai_interval_point (&hundred);

  if (!shanhai_interval_subtract (start, end, points))
    return false;
  *points = make_magnitude (points);

  return shanhai_interval_divide (points, start, rate) && shanhai_interval_multiply (rate, &factor, rate);
}

static bool
measure (const ShanhaiClaim *start,
         const ShanhaiClaim *end,
         Change             *out)
{
  ShanhaiInterval from, to, points, rate;

  shanhai_quantity_get_soft (start->quantity, &from);
  shanhai_quantity_get_soft (end->quantity, &to);
  if (!measure_one (&from, &to, &out->points_soft, &out->rate_soft))
    return false;
  shanhai_quantity_get_hard (start->quantity, &from);
  shanhai_quantity_get_hard (end->quantity, &to);
  if (!measure_one (&from, &to, &out->points_hard, &out->rate_hard))
    return false;
  from = shanhai_interval_point (&start->quantity->value);
  to = shanhai_interval_point (&end->quantity->value);
  if (!measure_one (&from, &to, &points, &rate))
    return false;
  out->points = points.lo;
  out->rate = rate.lo;

  return true;
}

static ShanhaiQuantity
get_magnitude (const ShanhaiQuantity *quantity)
{
  ShanhaiQuantity magnitude = *quantity;

  if (magnitude.value.digits < 0 && !magnitude.has_hi)
    magnitude.value.digits = -magnitude.value.digits;

  return magnitude;
}

static void
tell_change (ShanhaiCheckScope      *scope,
             ShanhaiCheck            check,
             ShanhaiAgreement        agreement,
             ShanhaiAlikeness        alike,
             const ShanhaiSentences *sentences,
             const ShanhaiClaim     *result,
             const ShanhaiClaim     *start,
             const ShanhaiClaim     *end,
             const ShanhaiDecimal   *nominal,
             const ShanhaiInterval  *interval,
             const char             *unit)
{
  ShanhaiFinding *finding = shanhai_check_tell (scope, check, agreement, alike, sentences, result, start);

  if (finding == NULL)
    return;
  shanhai_finding_add (finding, end->record, end->quantity);
  shanhai_finding_set_computed (finding, nominal, interval, unit);
}

/* a record can be in per cent though the source prints points: then the unit is wrong, not the figure, and shanhai_check_quotes() tells it */
static bool
is_quoted_in_points (const ShanhaiClaim *claim)
{
  static const char * const points[] = { "个百分点", "個百分點", "百分点", "百分點", "percentage point", NULL };
  const char *quote = claim->citation != NULL ? claim->citation->quote : NULL;

  return quote != NULL && shanhai_quote_has_behind (quote, claim->quantity, points);
}

/* `own`: the change is known to be one of these very figures; else only a match says so */
static bool
compare_change (ShanhaiCheckScope  *scope,
                const ShanhaiClaim *result,
                const ShanhaiClaim *start,
                const ShanhaiClaim *end,
                ShanhaiAlikeness    alike,
                bool                own)
{
  bool in_points = g_strcmp0 (result->quantity->unit, "percentage-point") == 0 || is_quoted_in_points (result);
  ShanhaiQuantity printed = get_magnitude (result->quantity);
  ShanhaiAgreement points, rate;
  Change measured;

  if (!measure (start, end, &measured))
    return false;

  points = shanhai_compare_interval (&measured.points_soft, &measured.points_hard, &printed);
  rate = shanhai_compare_interval (&measured.rate_soft, &measured.rate_hard, &printed);
  if (in_points)
    {
      if (points != SHANHAI_AGREEMENT_AGREE && rate == SHANHAI_AGREEMENT_AGREE)
        tell_change (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, alike, &per_cent_for_points, result, start, end, &measured.points,
                     &measured.points_soft, "percentage-point");
      else if (own || points == SHANHAI_AGREEMENT_AGREE)
        tell_change (scope, SHANHAI_CHECK_DIFFERENCE, points, alike, &change, result, start, end, &measured.points, &measured.points_soft,
                     "percentage-point");
      else
        return false;
      return true;
    }

  if (rate == SHANHAI_AGREEMENT_AGREE)
    tell_change (scope, SHANHAI_CHECK_RATIO, rate, alike, &change, result, start, end, &measured.rate, &measured.rate_soft, "percent");
  else if (points == SHANHAI_AGREEMENT_AGREE)
    tell_change (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, alike, &per_cent_for_points, result, start, end, &measured.points,
                 &measured.points_soft, "percentage-point");
  else if (own && shanhai_definitions_get (scope->definitions, result->indicator)->formula != NULL)
    tell_change (scope, SHANHAI_CHECK_DIFFERENCE, MIN (points, rate), alike, &change, result, start, end, &measured.points, &measured.points_soft,
                 "percentage-point");
  else
    return false;

  return true;
}

bool
shanhai_check_rate_change (ShanhaiCheckScope  *scope,
                           const ShanhaiClaim *result,
                           const ShanhaiClaim *start,
                           const ShanhaiClaim *end,
                           ShanhaiAlikeness    alike)
{
  return compare_change (scope, result, start, end, alike, false);
}

/* as printed: so many points, or such a share of what it was */
static bool
comes_out (const ShanhaiClaim *result,
           const ShanhaiClaim *start,
           const ShanhaiClaim *end)
{
  const bool in_points = g_strcmp0 (result->quantity->unit, "percentage-point") == 0;
  ShanhaiQuantity printed = get_magnitude (result->quantity);
  Change measured;

  if (!measure (start, end, &measured))
    return false;

  return shanhai_compare_interval (in_points ? &measured.points_soft : &measured.rate_soft, in_points ? &measured.points_hard : &measured.rate_hard, &printed) == SHANHAI_AGREEMENT_AGREE;
}

static bool
compare_with_ends (ShanhaiCheckScope  *scope,
                   GHashTable         *index,
                   const ShanhaiClaim *result,
                   const char         *indicator,
                   bool                own)
{
  const ShanhaiOperand operands[] = { { SHANHAI_OPERAND_START, indicator }, { SHANHAI_OPERAND_END, indicator } };
  ShanhaiCandidates starts, ends;
  const char *percent = g_intern_static_string ("percent");

  shanhai_operands_find (index, result, &operands[0], percent, &starts);
  shanhai_operands_find (index, result, &operands[1], percent, &ends);
  if (starts.n == 0 || ends.n == 0)
    return false;

  /* of figures that differ for one end the one is meant that fits; that they differ is told by shanhai_check_same() */
  for (guint i = 0; i < starts.n && starts.n + ends.n > 2; i++)
    for (guint k = 0; k < ends.n; k++)
      if (comes_out (result, starts.claims[i], ends.claims[k]))
        return compare_change (scope, result, starts.claims[i], ends.claims[k], MIN (starts.alike[i], ends.alike[k]), own);

  return compare_change (scope, result, starts.claims[0], ends.claims[0], MIN (starts.alike[0], ends.alike[0]), own);
}

static bool
has_ends_beside (GHashTable         *index,
                 const ShanhaiClaim *result,
                 const char         *indicator)
{
  const ShanhaiOperand operands[] = { { SHANHAI_OPERAND_START, indicator }, { SHANHAI_OPERAND_END, indicator } };

  for (guint i = 0; i < G_N_ELEMENTS (operands); i++)
    {
      ShanhaiCandidates found;

      shanhai_operands_find (index, result, &operands[i], g_intern_static_string ("percent"), &found);
      if (found.n == 0 || !shanhai_claim_is_same_place (found.claims[0], result))
        return false;
    }

  return true;
}

/* the rate whose start and end the formula names */
static const char *
get_changing_rate (const ShanhaiFormula *formula)
{
  const ShanhaiOperand *operands;
  guint n;

  if (formula == NULL)
    return NULL;
  operands = shanhai_formula_get_operands (formula, &n);

  return n == 2 && operands[0].kind != SHANHAI_OPERAND_VALUE && operands[0].indicator == operands[1].indicator ? operands[0].indicator : NULL;
}

static bool
is_span (const ShanhaiClaim *claim)
{
  return claim->period != NULL && shanhai_period_is_span (claim->period) && !claim->open_start;
}

static void
check_change (ShanhaiCheckScope  *scope,
              GHashTable         *index,
              const ShanhaiClaim *result)
{
  const char *named = get_changing_rate (shanhai_definitions_get (scope->definitions, result->indicator)->formula);
  bool in_points = g_strcmp0 (result->quantity->unit, "percentage-point") == 0;
  const char *only = NULL;
  GHashTableIter iter;
  gpointer indicator;

  if (named != NULL)
    {
      compare_with_ends (scope, index, result, named, true);
      return;
    }
  if (compare_with_ends (scope, index, result, result->indicator, in_points))
    return;

  /* an indicator of the user's own: "fall of the poverty rate". The rate that it is a change of shows itself by the match. */
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &indicator, NULL))
    if (indicator != result->indicator && compare_with_ends (scope, index, result, indicator, false))
      return;
  if (!in_points)
    return;

  /* none matches; but where one rate alone is told beside it, it is of that one */
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &indicator, NULL))
    if (indicator != result->indicator && has_ends_beside (index, result, indicator))
      {
        if (only != NULL)
          return;
        only = indicator;
      }
  if (only != NULL)
    compare_with_ends (scope, index, result, only, true);
}

/* a state is told for a day; "2019" can be a state as well as the change in that year */
static bool
is_of_one_day (const ShanhaiClaim *claim)
{
  return claim->has_time && !claim->open_start && claim->first == claim->last;
}

/* In a year without a rate in per cent, points may be the rate itself. */
static bool
tells_change_of_year (ShanhaiCheckScope  *scope,
                      const ShanhaiClaim *result)
{
  const char *percent = g_intern_static_string ("percent");

  if (!result->has_time || is_span (result) || shanhai_definitions_get (scope->definitions, result->indicator)->unit != percent)
    return false;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];

      if (claim->indicator == result->indicator && claim->quantity != NULL && claim->quantity->unit == percent && claim->has_time && claim->last == result->last)
        return true;
    }
  shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &level_in_points, result, NULL);

  return true;
}

/* 下降17.12个百分点 and 下降17.12% of one span: one of them isn't what happened */
static void
check_same_number (ShanhaiCheckScope  *scope,
                   const ShanhaiClaim *points)
{
  const char *percent = g_intern_static_string ("percent");

  for (guint i = 0; is_span (points) && i < scope->n; i++)
    {
      const ShanhaiClaim *other = scope->claims[i];

      if (other->indicator == points->indicator && other->quantity != NULL && other->quantity->unit == percent && is_span (other) && !is_quoted_in_points (other) &&
          other->first == points->first && other->last == points->last && other->planned == points->planned &&
          g_strcmp0 (other->programme, points->programme) == 0 && shanhai_claim_compare_basis (other, points) != SHANHAI_ALIKE_NOT &&
          shanhai_decimal_sign (&other->quantity->value) != 0 && shanhai_decimal_equal (&other->quantity->value, &points->quantity->value))
        {
          shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &same_number, points, other);
          return;
        }
    }
}

void
shanhai_check_points (ShanhaiCheckScope *scope)
{
  g_autoptr (GHashTable) index = NULL;

  for (guint i = 0; i < scope->n; i++)
    {
      ShanhaiClaim *result = scope->claims[i];
      bool in_points;

      if (result->quantity == NULL || result->indicator == NULL)
        continue;
      in_points = g_strcmp0 (result->quantity->unit, "percentage-point") == 0;
      if (!in_points && g_strcmp0 (result->quantity->unit, "percent") != 0)
        continue;
      if (in_points)
        check_same_number (scope, result);

      if (in_points && is_of_one_day (result) &&
          g_strcmp0 (shanhai_definitions_get (scope->definitions, result->indicator)->unit, "percent") == 0)
        shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &level_in_points, result, NULL);
      else if (in_points && tells_change_of_year (scope, result))
        continue;
      else if (in_points || is_span (result) || get_changing_rate (shanhai_definitions_get (scope->definitions, result->indicator)->formula) != NULL)
        {
          if (index == NULL)
            index = shanhai_operands_index (scope);
          check_change (scope, index, result);
        }
    }
}
