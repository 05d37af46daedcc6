/* shanhai-check-trend.c - a total over a longer time is no less than one over a part of it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * So a cumulative figure doesn't fall from one report to the next, and what 2019 alone brought isn't more than 2016 to 2020 together. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow.h"

/* so many totals of one thing are compared with each other */
#define MAX_TOTALS 400
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
           !shanhai_definitions_get (scope->definitions, claim->indicator)->average;

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

void
shanhai_check_trend (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_total (scope, scope->claims[i]))
      g_ptr_array_add (totals, scope->claims[i]);
  if (totals->len > MAX_TOTALS)
    g_ptr_array_set_size (totals, MAX_TOTALS);

  for (guint i = 0; i < totals->len; i++)
    {
      ShanhaiClaim *inner = totals->pdata[i];
      ShanhaiClaim *next = NULL;
      ShanhaiAgreement agreement;

      /* each is held against the shortest time that it lies in */
      for (guint k = 0; k < totals->len; k++)
        {
          ShanhaiClaim *outer = totals->pdata[k];

          if (k == i || !may_hold (outer) || !lies_within (inner, outer) || compare_totals (inner, outer) == SHANHAI_ALIKE_NOT ||
              g_strcmp0 (inner->part_of, shanhai_record_get_id (outer->record)) == 0)
            continue;
          if (next == NULL || outer->last < next->last || (outer->last == next->last && outer->first > next->first))
            next = outer;
        }
      if (next == NULL)
        continue;

      agreement = shanhai_compare_at_most (inner->quantity, next->quantity);
      /* that a year is no more than all of them goes without saying */
      if (agreement == SHANHAI_AGREEMENT_AGREE && !may_hold (inner))
        continue;
      shanhai_check_tell (scope, SHANHAI_CHECK_TREND, agreement, compare_totals (inner, next),
                          inner->first == next->first ? &falls : &holds_less, inner, next);
    }
}
