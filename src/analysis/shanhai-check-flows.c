/* shanhai-check-flows.c - money: what goes on, what is counted twice, what was planned. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-addable.h"
#include "shanhai-case.h"
#include "shanhai-check.h"
#include "shanhai-flow.h"
#include "shanhai-flow-within.h"

static const ShanhaiSentences passed_on = {
  N_("{w1}: CNY {n} came in and {=} went on."),
  N_("{w1}: CNY {n} came in, but {=} went on. There may be money that isn’t recorded."),
  N_("{w1}: CNY {n} came in, but {=} went on: more than there was."),
};

static const ShanhaiSentences counted_twice = {
  NULL,
  N_("{w1}: {1} ({t1}) may be counted in {2} ({t2}) already; neither source says. They aren’t to be added up."),
  NULL,
};

static const ShanhaiSentences planned_and_done = {
  N_("{w1}: of {2} planned, {1} were paid."),
  N_("{w1}: {1} were paid, though only {2} were planned."),
  N_("{w1}: {1} were paid, though only {2} were planned."),
};

static const char *
get_single_id (const ShanhaiEnds *ends)
{
  return ends != NULL && ends->n == 1 ? ends->items[0].id : NULL;
}

static bool
is_money (const ShanhaiClaim *claim)
{
  return claim->quantity != NULL && strcmp (claim->quantity->unit, "CNY") == 0;
}

/* what is given, not what is paid for something */
static bool
is_gift (const ShanhaiClaim *claim)
{
  const char *kind = shanhai_flow_get_kind (SHANHAI_FLOW (claim->record));

  return kind == NULL || g_strv_contains ((const char * const[]) { "fiscal", "donation", "in-kind", "subsidy", NULL }, kind);
}

static bool
assists (ShanhaiCheckScope *scope,
         const char        *case_id,
         const char        *id)
{
  ShanhaiCase *record = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_CASE, case_id);
  const char * const *assisting = record != NULL ? shanhai_case_get_assisting (record) : NULL;

  return assisting != NULL && g_strv_contains (assisting, id);
}

/* The money that one account knows of: the totals of a source, without what is part of another. */
void
shanhai_check_flows (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (ShanhaiAddable) came = NULL;
  g_autoptr (ShanhaiAddable) went = NULL;
  gint32 first = SHANHAI_DAY_AFTER_ALL, last = SHANHAI_DAY_BEFORE_ALL;
  bool timeless = false, later = false, one_source = true;
  ShanhaiAgreement agreement = SHANHAI_AGREEMENT_AGREE;
  ShanhaiFinding *finding;
  const ShanhaiClaim *sample;

  if (scope->n < 2 || assists (scope, scope->claims[0]->case_id, scope->key))
    return;

  for (guint i = 0; i < scope->n; i++)
    {
      ShanhaiClaim *claim = scope->claims[i];

      if (!is_money (claim) || claim->planned || !is_gift (claim) ||
          g_strcmp0 (get_single_id (shanhai_flow_get_to (SHANHAI_FLOW (claim->record))), scope->key) != 0)
        continue;
      g_ptr_array_add (in, claim);
      timeless |= !claim->has_time;
      if (claim->has_time)
        {
          first = MIN (first, claim->first);
          last = MAX (last, claim->last);
        }
    }
  for (guint i = 0; i < scope->n && in->len > 0; i++)
    {
      ShanhaiClaim *claim = scope->claims[i];

      if (!is_money (claim) || claim->planned || !is_gift (claim) || g_ptr_array_find (in, claim, NULL) ||
          (claim->has_time && !timeless && (claim->first > last || (claim->first < first && claim->first != SHANHAI_DAY_BEFORE_ALL))))
        continue;
      g_ptr_array_add (out, claim);
      /* what goes on later can come from what came later */
      later |= claim->has_time && !timeless && claim->last > last;
    }
  if (out->len == 0)
    return;

  came = shanhai_addable_new_for_claims (scope->casebook, (ShanhaiClaim **) in->pdata, in->len);
  went = shanhai_addable_new_for_claims (scope->casebook, (ShanhaiClaim **) out->pdata, out->len);
  if (came->n == 0 || went->n == 0 || !came->has_total || !went->has_total)
    return;

  if (shanhai_interval_order (&went->soft, &came->soft) > 0)
    agreement = shanhai_interval_order (&went->hard, &came->hard) > 0 ? SHANHAI_AGREEMENT_CONTRADICT : SHANHAI_AGREEMENT_DOUBTFUL;

  /* who tells the whole story in one place tells all of it */
  sample = came->claims[0];
  for (guint i = 0; i < came->n; i++)
    one_source &= g_strcmp0 (sample->root, came->claims[i]->root) == 0;
  for (guint i = 0; i < went->n; i++)
    one_source &= g_strcmp0 (sample->root, went->claims[i]->root) == 0;

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_FLOW, agreement, one_source && !later ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, &passed_on, sample, NULL);
  if (finding == NULL)
    return;
  for (guint i = 1; i < came->n; i++)
    shanhai_finding_add (finding, came->claims[i]->record, came->claims[i]->quantity);
  for (guint i = 0; i < went->n; i++)
    shanhai_finding_add (finding, went->claims[i]->record, went->claims[i]->quantity);
  shanhai_finding_set_computed (finding, &went->nominal, &went->soft, "CNY");
  shanhai_finding_set_number (finding, &came->nominal);
}

/* Each is told once, beside the least total that may hold it. */
void
shanhai_check_doubles (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_money (scope->claims[i]) && scope->claims[i]->cumulative && scope->claims[i]->part_of == NULL)
      g_ptr_array_add (totals, scope->claims[i]);

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *small = scope->claims[i];
      const ShanhaiClaim *least = NULL;

      for (guint k = 0; k < totals->len && is_money (small) && small->part_of == NULL; k++)
        {
          const ShanhaiClaim *great = totals->pdata[k];

          if (great != small && shanhai_decimal_compare (&small->quantity->value, &great->quantity->value) < 0 &&
              (least == NULL || shanhai_decimal_compare (&great->quantity->value, &least->quantity->value) < 0) && shanhai_flow_may_be_within (scope->casebook, small, great))
            least = great;
        }
      if (least != NULL)
        shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &counted_twice, small, least);
    }
}

static bool
is_same_purpose (const ShanhaiClaim *a,
                 const ShanhaiClaim *b)
{
  ShanhaiFlow *x = SHANHAI_FLOW (a->record);
  ShanhaiFlow *y = SHANHAI_FLOW (b->record);

  return shanhai_flow_get_kind (x) == shanhai_flow_get_kind (y) && g_strcmp0 (a->programme, b->programme) == 0 &&
         shanhai_flow_get_sector (x) == shanhai_flow_get_sector (y) && shanhai_ends_equal (shanhai_flow_get_to (x), shanhai_flow_get_to (y)) &&
         shanhai_claim_compare_basis (a, b) != SHANHAI_ALIKE_NOT &&
         (a->period == NULL || b->period == NULL || shanhai_period_overlaps (a->period, b->period));
}

void
shanhai_check_planned (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->planned && is_money (scope->claims[i]))
      g_ptr_array_add (plans, scope->claims[i]);
  for (guint i = 0; i < scope->n; i++)
    for (guint k = 0; k < plans->len && !scope->claims[i]->planned && is_money (scope->claims[i]); k++)
      {
        const ShanhaiClaim *plan = plans->pdata[k];

        if (is_same_purpose (scope->claims[i], plan))
          shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, shanhai_compare_at_most (scope->claims[i]->quantity, plan->quantity), SHANHAI_ALIKE_MAYBE,
                              &planned_and_done, scope->claims[i], plan);
      }
}
