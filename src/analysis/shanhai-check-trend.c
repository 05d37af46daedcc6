/* shanhai-check-trend.c - a total over a longer time is no less than one over a part of it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * So a cumulative figure doesn't fall from one report to the next, and what 2019 alone brought isn't more than 2016 to 2020 together. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow.h"

/* so many totals that end no earlier are looked through for one that holds another */
#define MAX_LOOKED 100
/* what lasts as long is a year */
#define YEAR_DAYS 360
/* a figure of fewer days can be a running total at its date */
#define MIN_TERM_DAYS 28

static const ShanhaiSentences falls = {
  N_("{w1}: {1} ({t1}), then {2} ({t2}). The cumulative figure doesn’t fall."),
  N_("{w1}: {1} ({t1}), then {2} ({t2}). A cumulative figure doesn’t fall, but one of these may be read widely or counted otherwise."),
  N_("{w1}: {1} ({t1}), then {2} ({t2}). A cumulative figure can’t fall."),
};

static const ShanhaiSentences holds_less = {
  NULL,
  N_("{w1}: {1} ({t1}) lies within {2} ({t2}), yet is more. One of these may be read widely or counted otherwise."),
  N_("{w1}: {1} ({t1}) lies within {2} ({t2}), so it can’t be more."),
};

/* what 2018 brought, though nobody says that it is a total */
static bool
is_of_term (const ShanhaiClaim *claim)
{
  return !claim->open_start && claim->last - claim->first + 1 >= MIN_TERM_DAYS;
}

static bool
is_total (const ShanhaiCheckScope *scope,
          const ShanhaiClaim      *claim)
{
  if (claim->quantity == NULL || !claim->has_time || claim->last == SHANHAI_DAY_AFTER_ALL || !claim->spans || claim->planned ||
      !shanhai_unit_is_additive (claim->quantity->unit))
    return false;
  if (claim->type == SHANHAI_RECORD_OBSERVATION)
    return (claim->cumulative || (shanhai_period_is_span (claim->period) && !claim->open_start) || is_of_term (claim)) &&
           !shanhai_definitions_get (scope->definitions, claim->indicator)->average && !shanhai_claim_is_average (claim);

  return true;
}

/* what is counted so differs from record to record where the record can't say it is a total */
static ShanhaiAlikeness
compare_totals (const ShanhaiClaim *inner,
                const ShanhaiClaim *outer)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_kind (inner, outer);

  if (inner->type == SHANHAI_RECORD_FLOW)
    {
      if (!outer->cumulative ||
          shanhai_flow_get_sector (SHANHAI_FLOW (inner->record)) != shanhai_flow_get_sector (SHANHAI_FLOW (outer->record)))
        return SHANHAI_ALIKE_NOT;
    }
  /* two totals since one day, though neither is said to be one */
  else if (inner->type == SHANHAI_RECORD_OBSERVATION && (!inner->cumulative || !outer->cumulative))
    return inner->first == outer->first || outer->cumulative ? MIN (alike, SHANHAI_ALIKE_MAYBE) : SHANHAI_ALIKE_NOT;
  else if (inner->type == SHANHAI_RECORD_EXCHANGE && !shanhai_period_is_span (outer->period))
    return SHANHAI_ALIKE_NOT;

  return alike;
}

/* A year that isn't said to be a total lies within one, but holds none. */
static bool
may_hold (const ShanhaiClaim *outer)
{
  return outer->type != SHANHAI_RECORD_OBSERVATION || outer->cumulative || shanhai_period_is_span (outer->period);
}

static bool
lies_within (const ShanhaiClaim *inner,
             const ShanhaiClaim *outer)
{
  return inner->first >= outer->first && inner->last <= outer->last && (inner->first != outer->first || inner->last != outer->last);
}

/* What a year brought is no less than what half of it did, though nobody says that either is a total. One gift of a year needn't hold another: of money, only what is told as a time's is. */
static bool
holds_untold (const ShanhaiCheckScope *scope,
              const ShanhaiClaim      *inner,
              const ShanhaiClaim      *outer)
{
  const char *kind;

  if (outer->last - outer->first < YEAR_DAYS || outer->open_start || inner->open_start)
    return false;
  switch (inner->type)
    {
    case SHANHAI_RECORD_OBSERVATION:
      return shanhai_definitions_get (scope->definitions, outer->indicator)->adds_up;
    case SHANHAI_RECORD_FLOW:
      kind = shanhai_flow_get_kind (SHANHAI_FLOW (outer->record));
      return shanhai_period_is_span (inner->period) && kind != NULL && g_strv_contains ((const char * const[]) { "fiscal", "purchase", "investment", NULL }, kind) &&
             shanhai_flow_get_sector (SHANHAI_FLOW (inner->record)) == shanhai_flow_get_sector (SHANHAI_FLOW (outer->record));
    case SHANHAI_RECORD_EXCHANGE:
      return shanhai_period_is_span (inner->period);
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_PAIRING:
    case SHANHAI_RECORD_PROGRAMME:
    case SHANHAI_RECORD_EVENT:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return false;
    }
}

/* by the end, and of one end the shortest first */
static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;

  return x->first != y->first ? (x->first > y->first ? -1 : 1) : 0;
}

static void
check_total (ShanhaiCheckScope *scope,
             GPtrArray         *totals,
             guint              index)
{
  const ShanhaiClaim *inner = totals->pdata[index];
  const ShanhaiClaim *next = NULL, *untold = NULL;
  ShanhaiAgreement agreement = SHANHAI_AGREEMENT_AGREE;

  /* it is held against the shortest time that it lies in: the first one, in this order */
  for (guint k = index + 1; k < totals->len && k - index <= MAX_LOOKED && next == NULL; k++)
    {
      const ShanhaiClaim *outer = totals->pdata[k];

      if (!lies_within (inner, outer) || g_strcmp0 (inner->part_of, outer->id) == 0 || g_strcmp0 (outer->part_of, inner->id) == 0)
        continue;
      if (may_hold (outer) && compare_totals (inner, outer) != SHANHAI_ALIKE_NOT)
        next = outer;
      else if (untold == NULL && holds_untold (scope, inner, outer) && shanhai_claim_compare_kind (inner, outer) != SHANHAI_ALIKE_NOT)
        untold = outer;
    }
  if (next != NULL)
    {
      agreement = shanhai_compare_at_most (inner->quantity, next->quantity);
      /* that a year is no more than all of them goes without saying */
      if (agreement != SHANHAI_AGREEMENT_AGREE || may_hold (inner))
        shanhai_check_tell (scope, SHANHAI_CHECK_TREND, agreement, compare_totals (inner, next), inner->first == next->first ? &falls : &holds_less, inner, next);
    }
  if (untold != NULL && agreement == SHANHAI_AGREEMENT_AGREE)
    {
      agreement = shanhai_compare_at_most (inner->quantity, untold->quantity);
      if (agreement != SHANHAI_AGREEMENT_AGREE)
        shanhai_check_tell (scope, SHANHAI_CHECK_TREND, agreement, SHANHAI_ALIKE_MAYBE, &holds_less, inner, untold);
    }
}

void
shanhai_check_trend (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_total (scope, scope->claims[i]))
      g_ptr_array_add (totals, scope->claims[i]);
  /* GLib's sort is stable: of one time, they keep their order */
  g_ptr_array_sort (totals, compare_ends);

  for (guint i = 0; i < totals->len; i++)
    check_total (scope, totals, i);
}
