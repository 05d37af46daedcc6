/* shanhai-addable.c - which figures may be added up, and what is left out and why. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Greatest first: a figure is taken unless something that was taken before holds it. */

#include "shanhai-config.h"

#include "shanhai-addable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-flow-within.h"
#include "shanhai-observation.h"

/* a chain of part_of longer than this is a circle */
#define MAX_CHAIN 32

static const char * const labels[SHANHAI_N_LEFT_OUT] = {
  [SHANHAI_LEFT_OUT_UNIT] = NC_ ("left out", "in another unit"),
  [SHANHAI_LEFT_OUT_PART] = NC_ ("left out", "part of a figure that is counted"),
  [SHANHAI_LEFT_OUT_WITHIN] = NC_ ("left out", "within a cumulative figure that is counted"),
  [SHANHAI_LEFT_OUT_PLANNED] = NC_ ("left out", "planned, not done"),
  [SHANHAI_LEFT_OUT_TOLD_TWICE] = NC_ ("left out", "told by another source already"),
  [SHANHAI_LEFT_OUT_EARLIER] = NC_ ("left out", "how it stood at another time"),
  [SHANHAI_LEFT_OUT_UNSURE] = NC_ ("left out", "may be within a figure that is counted"),
  [SHANHAI_LEFT_OUT_TOO_LARGE] = NC_ ("left out", "too large a number"),
};

const char *
shanhai_left_out_get_label (ShanhaiLeftOut      reason,
                            const ShanhaiWords *words)
{
  g_return_val_if_fail (reason < SHANHAI_N_LEFT_OUT, NULL);

  return shanhai_words_context (words, "left out", labels[reason]);
}

static const char *
get_part_of (ShanhaiRecord *record)
{
  if (record == NULL)
    return NULL;
  if (SHANHAI_IS_FLOW (record))
    return shanhai_flow_get_part_of (SHANHAI_FLOW (record));

  return SHANHAI_IS_OBSERVATION (record) ? shanhai_observation_get_part_of (SHANHAI_OBSERVATION (record)) : NULL;
}

static bool
is_part_of (ShanhaiCasebook *casebook,
            ShanhaiRecord   *part,
            ShanhaiRecord   *whole)
{
  const char *id = get_part_of (part);

  for (guint i = 0; id != NULL && i < MAX_CHAIN; i++)
    {
      if (strcmp (id, shanhai_record_get_id (whole)) == 0)
        return true;
      id = get_part_of (shanhai_casebook_lookup (casebook, id));
    }

  return false;
}

static bool
is_same_series (const ShanhaiClaim *a,
                const ShanhaiClaim *b)
{
  if (a->type != b->type)
    return false;
  if (a->type == SHANHAI_RECORD_OBSERVATION)
    return a->indicator == b->indicator && g_strcmp0 (a->subject, b->subject) == 0;
  if (a->type == SHANHAI_RECORD_FLOW)
    {
      ShanhaiFlow *x = SHANHAI_FLOW (a->record);
      ShanhaiFlow *y = SHANHAI_FLOW (b->record);

      return shanhai_flow_get_kind (x) == shanhai_flow_get_kind (y) && shanhai_flow_get_sector (x) == shanhai_flow_get_sector (y) &&
             shanhai_ends_equal (shanhai_flow_get_from (x), shanhai_flow_get_from (y)) && shanhai_ends_equal (shanhai_flow_get_to (x), shanhai_flow_get_to (y));
    }
  if (a->type == SHANHAI_RECORD_EXCHANGE)
    {
      ShanhaiExchange *x = SHANHAI_EXCHANGE (a->record);
      ShanhaiExchange *y = SHANHAI_EXCHANGE (b->record);

      return shanhai_exchange_get_role (x) == shanhai_exchange_get_role (y) && shanhai_exchange_get_direction (x) == shanhai_exchange_get_direction (y) &&
             shanhai_exchange_get_purpose (x) == shanhai_exchange_get_purpose (y);
    }

  return false;
}

static bool
is_within_time (const ShanhaiClaim *inner,
                const ShanhaiClaim *outer)
{
  return inner->has_time && outer->has_time && inner->first >= outer->first && inner->last <= outer->last;
}

/* why `claim` can't be counted beside `taken`, if so */
static bool
find_reason (ShanhaiCasebook    *casebook,
             const ShanhaiClaim *claim,
             const ShanhaiClaim *taken,
             ShanhaiLeftOut     *reason)
{
  bool series;

  if (is_part_of (casebook, claim->record, taken->record))
    {
      *reason = SHANHAI_LEFT_OUT_PART;
      return true;
    }
  series = is_same_series (claim, taken) && shanhai_claim_compare_kind (claim, taken) != SHANHAI_ALIKE_NOT;
  if (series && shanhai_claim_is_same_time (claim, taken) &&
      (claim->type == SHANHAI_RECORD_OBSERVATION || g_strcmp0 (shanhai_claim_get_source (claim), shanhai_claim_get_source (taken)) != 0))
    {
      *reason = SHANHAI_LEFT_OUT_TOLD_TWICE;
      return true;
    }
  /* a reprint repeats what it prints, with or without a date */
  if (series && claim->root != NULL && g_strcmp0 (claim->root, taken->root) == 0 &&
      strcmp (shanhai_claim_get_source (claim), shanhai_claim_get_source (taken)) != 0 &&
      shanhai_decimal_equal (&claim->quantity->value, &taken->quantity->value))
    {
      *reason = SHANHAI_LEFT_OUT_TOLD_TWICE;
      return true;
    }
  if (series && taken->cumulative && is_within_time (claim, taken))
    {
      *reason = SHANHAI_LEFT_OUT_WITHIN;
      return true;
    }
  /* a state isn't added to the state of another year */
  if (series && !claim->spans && !taken->spans)
    {
      *reason = SHANHAI_LEFT_OUT_EARLIER;
      return true;
    }
  if (claim->type == SHANHAI_RECORD_FLOW && taken->type == SHANHAI_RECORD_FLOW && g_strcmp0 (claim->case_id, taken->case_id) == 0 &&
      shanhai_ends_equal (shanhai_flow_get_from (SHANHAI_FLOW (claim->record)), shanhai_flow_get_from (SHANHAI_FLOW (taken->record))) &&
      shanhai_flow_may_be_within (casebook, claim, taken))
    {
      *reason = SHANHAI_LEFT_OUT_UNSURE;
      return true;
    }

  return false;
}

/* what comes first is preferred: wholes before parts (greater before smaller), later before earlier states */
static int
compare_preference (gconstpointer a,
                    gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;
  int order;

  if (x->spans != y->spans)
    return x->spans ? -1 : 1;
  if (!x->spans && x->last != y->last)
    return x->last > y->last ? -1 : 1;
  order = shanhai_decimal_compare (&y->quantity->value, &x->quantity->value);
  if (order != 0)
    return order;
  if (x->published != y->published)
    return x->published < y->published ? -1 : 1;

  return strcmp (shanhai_record_get_id (x->record), shanhai_record_get_id (y->record));
}

static void
leave_out (ShanhaiAddable     *self,
           const ShanhaiClaim *claim,
           ShanhaiLeftOut      reason,
           const ShanhaiClaim *beside)
{
  ShanhaiLeftOutClaim left = { claim, reason, beside != NULL ? beside->record : NULL };

  g_array_append_val (self->left_out, left);
}

static bool
add_claim (ShanhaiAddable     *self,
           const ShanhaiClaim *claim)
{
  ShanhaiInterval soft, hard, soft_sum, hard_sum;
  ShanhaiDecimal nominal;

  shanhai_quantity_get_soft (claim->quantity, &soft);
  shanhai_quantity_get_hard (claim->quantity, &hard);
  if (!shanhai_interval_add (&self->soft, &soft, &soft_sum) || !shanhai_interval_add (&self->hard, &hard, &hard_sum) ||
      !shanhai_decimal_add (&self->nominal, &claim->quantity->value, &nominal))
    return false;

  self->soft = soft_sum;
  self->hard = hard_sum;
  self->nominal = nominal;
  self->claims[self->n++] = claim;
  self->has_total = true;

  return true;
}

static void
consider (ShanhaiAddable     *self,
          ShanhaiCasebook    *casebook,
          const ShanhaiClaim *claim)
{
  ShanhaiLeftOut reason;

  if (!shanhai_unit_is_additive (claim->quantity->unit) || (self->unit != NULL && claim->quantity->unit != self->unit))
    {
      leave_out (self, claim, SHANHAI_LEFT_OUT_UNIT, NULL);
      return;
    }
  for (guint i = 0; i < self->n; i++)
    if (find_reason (casebook, claim, self->claims[i], &reason))
      {
        leave_out (self, claim, reason, self->claims[i]);
        return;
      }
  if (self->unit == NULL)
    self->unit = claim->quantity->unit;
  if (!add_claim (self, claim))
    leave_out (self, claim, SHANHAI_LEFT_OUT_TOO_LARGE, NULL);
}

static ShanhaiAddable *
add_up (ShanhaiCasebook *casebook,
        GPtrArray       *claims)
{
  ShanhaiAddable *self = g_new0 (ShanhaiAddable, 1);

  self->claims = g_new (const ShanhaiClaim *, claims->len + 1);
  self->left_out = g_array_new (FALSE, FALSE, sizeof (ShanhaiLeftOutClaim));
  g_ptr_array_sort (claims, compare_preference);
  for (guint i = 0; i < claims->len; i++)
    consider (self, casebook, claims->pdata[i]);

  return self;
}

ShanhaiAddable *
shanhai_addable_new_for_claims (ShanhaiCasebook  *casebook,
                                ShanhaiClaim    **claims,
                                guint             n)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (claims[i]->quantity != NULL)
      g_ptr_array_add (figures, claims[i]);

  return add_up (casebook, figures);
}

/**
 * shanhai_addable_new:
 * @casebook: where parts and sources are looked up
 * @records: (element-type ShanhaiRecord): what to add up; those without a figure are passed over
 * @planned: plans instead of what was done; never both
 *
 * Returns: (transfer full): the total and what was left out; it borrows the records
 */
ShanhaiAddable *
shanhai_addable_new (ShanhaiCasebook *casebook,
                     GPtrArray       *records,
                     bool             planned)
{
  ShanhaiClaim *owned = g_new0 (ShanhaiClaim, records->len + 1);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (GPtrArray) apart = g_ptr_array_new ();
  ShanhaiAddable *self;

  for (guint i = 0; i < records->len; i++)
    {
      shanhai_claim_init (&owned[i], casebook, records->pdata[i]);
      if (owned[i].quantity != NULL)
        g_ptr_array_add (owned[i].planned == planned ? claims : apart, &owned[i]);
    }

  self = add_up (casebook, claims);
  self->owned = owned;
  for (guint i = 0; i < apart->len && !planned; i++)
    leave_out (self, apart->pdata[i], SHANHAI_LEFT_OUT_PLANNED, NULL);

  return self;
}

ShanhaiQuantity *
shanhai_addable_dup_total (ShanhaiAddable *self)
{
  ShanhaiQuantity *total;
  bool exact;

  if (!self->has_total)
    return NULL;

  if (self->n == 1)
    return shanhai_quantity_copy (self->claims[0]->quantity);

  exact = !self->soft.lo_unbounded && !self->soft.hi_unbounded && shanhai_decimal_equal (&self->soft.lo, &self->soft.hi);
  total = shanhai_quantity_new (exact || self->soft.lo_unbounded ? &self->nominal : &self->soft.lo, self->unit);
  if (!exact)
    total->qualifier = self->soft.lo_unbounded ? SHANHAI_QUALIFIER_ABOUT : SHANHAI_QUALIFIER_AT_LEAST;

  return total;
}

void
shanhai_addable_free (ShanhaiAddable *self)
{
  if (self == NULL)
    return;

  g_free (self->owned);
  g_free (self->claims);
  g_array_unref (self->left_out);
  g_free (self);
}
