/* shanhai-addable.c - which figures may be added up, and what is left out and why. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Greatest first: a figure is taken unless something that was taken before holds it. Of rivals, the one that stands (shanhai-rivals.h) has the place of the greatest. */

#include "shanhai-config.h"

#include "shanhai-addable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-flow-within.h"
#include "shanhai-observation.h"
#include "shanhai-relation.h"
#include "shanhai-rivals.h"

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

/* What was taken, found by what could hold a further claim: a figure is held against few others, however many there are. */
typedef struct
{
  ShanhaiCasebook *casebook;
  GHashTable      *by_id;  /* id → claim */
  GHashTable      *lists;  /* key → GPtrArray of claims */
  GString         *key;
} Taken;

/* of one key, so many are looked at */
#define MAX_LOOKED 64

static void
append_ends (GString           *key,
             const ShanhaiEnds *ends)
{
  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      const char *node = shanhai_end_get_node (&ends->items[i]);

      g_string_append_printf (key, "%s+", node != NULL ? node : ends->items[i].kind != NULL ? ends->items[i].kind : "");
    }
  g_string_append_c (key, '\x1f');
}

static void
append_word (GString    *key,
             const char *word)
{
  g_string_append (key, word != NULL ? word : "");
  g_string_append_c (key, '\x1f');
}

/* the same for figures of one thing at all times; `letter` tells lists of one series apart */
static void
make_series_key (Taken              *self,
                 char                letter,
                 const ShanhaiClaim *claim)
{
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, letter);
  if (claim->type == SHANHAI_RECORD_OBSERVATION)
    {
      append_word (self->key, claim->indicator);
      append_word (self->key, claim->subject);
    }
  else if (claim->type == SHANHAI_RECORD_FLOW)
    {
      ShanhaiFlow *flow = SHANHAI_FLOW (claim->record);

      append_word (self->key, shanhai_flow_get_kind (flow));
      append_word (self->key, shanhai_flow_get_sector (flow));
      append_ends (self->key, shanhai_flow_get_from (flow));
      append_ends (self->key, shanhai_flow_get_to (flow));
    }
  else if (claim->type == SHANHAI_RECORD_EXCHANGE)
    {
      ShanhaiExchange *exchange = SHANHAI_EXCHANGE (claim->record);

      append_word (self->key, shanhai_exchange_get_role (exchange));
      append_word (self->key, shanhai_exchange_get_direction (exchange));
      append_word (self->key, shanhai_exchange_get_purpose (exchange));
    }
}

static void
make_time_key (Taken              *self,
               const ShanhaiClaim *claim)
{
  make_series_key (self, 'T', claim);
  /* a state is of its day; a total of all of its time */
  g_string_append_printf (self->key, "%d", claim->last);
}

static void
make_root_key (Taken              *self,
               const ShanhaiClaim *claim)
{
  make_series_key (self, 'R', claim);
  append_word (self->key, claim->root);
}

static void
make_case_key (Taken              *self,
               const ShanhaiClaim *claim)
{
  g_string_assign (self->key, "C");
  append_word (self->key, claim->case_id);
}

/* under the key that was made */
static void
list_taken (Taken              *self,
            const ShanhaiClaim *claim)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, self->key->str);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->lists, g_strdup (self->key->str), list);
    }
  if (list->len < MAX_LOOKED)
    g_ptr_array_add (list, (ShanhaiClaim *) claim);
}

/* a total over a time, so that shorter times can lie in it */
static bool
holds_times (const ShanhaiClaim *claim)
{
  return claim->cumulative || (claim->type != SHANHAI_RECORD_OBSERVATION && claim->period != NULL && shanhai_period_is_span (claim->period));
}

static void
take (Taken              *self,
      const ShanhaiClaim *claim)
{
  g_hash_table_insert (self->by_id, (char *) shanhai_record_get_id (claim->record), (ShanhaiClaim *) claim);
  make_time_key (self, claim);
  list_taken (self, claim);
  if (claim->root != NULL)
    {
      make_root_key (self, claim);
      list_taken (self, claim);
    }
  if (holds_times (claim))
    {
      make_series_key (self, 'W', claim);
      list_taken (self, claim);
    }
  if (!claim->spans)
    {
      make_series_key (self, 'S', claim);
      list_taken (self, claim);
    }
  if (claim->type == SHANHAI_RECORD_FLOW && claim->cumulative && claim->part_of == NULL)
    {
      make_case_key (self, claim);
      list_taken (self, claim);
    }
}

typedef bool (*HoldsFunc) (Taken              *self,
                           const ShanhaiClaim *claim,
                           const ShanhaiClaim *taken);

static const ShanhaiClaim *
find_taken (Taken              *self,
            const ShanhaiClaim *claim,
            HoldsFunc           holds)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, self->key->str);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (holds (self, claim, list->pdata[i]))
      return list->pdata[i];

  return NULL;
}

static bool
is_same_kind (const ShanhaiClaim *a,
              const ShanhaiClaim *b)
{
  if (a->type != b->type || shanhai_claim_compare_kind (a, b) == SHANHAI_ALIKE_NOT)
    return false;
  if (a->type != SHANHAI_RECORD_FLOW)
    return true;

  return shanhai_ends_equal (shanhai_flow_get_from (SHANHAI_FLOW (a->record)), shanhai_flow_get_from (SHANHAI_FLOW (b->record))) &&
         shanhai_ends_equal (shanhai_flow_get_to (SHANHAI_FLOW (a->record)), shanhai_flow_get_to (SHANHAI_FLOW (b->record)));
}

static bool
tells_twice (Taken              *self,
             const ShanhaiClaim *claim,
             const ShanhaiClaim *taken)
{
  return (claim->type == SHANHAI_RECORD_OBSERVATION || g_strcmp0 (shanhai_claim_get_source (claim), shanhai_claim_get_source (taken)) != 0) &&
         shanhai_claim_is_same_time (claim, taken) && is_same_kind (claim, taken);
}

/* a reprint repeats what it prints, with or without a date */
static bool
is_reprint_of (Taken              *self,
               const ShanhaiClaim *claim,
               const ShanhaiClaim *taken)
{
  return shanhai_decimal_equal (&claim->quantity->value, &taken->quantity->value) &&
         strcmp (shanhai_claim_get_source (claim), shanhai_claim_get_source (taken)) != 0 && is_same_kind (claim, taken);
}

static bool
is_within (Taken              *self,
           const ShanhaiClaim *claim,
           const ShanhaiClaim *taken)
{
  return claim->has_time && taken->has_time && claim->first >= taken->first && claim->last <= taken->last &&
         (taken->cumulative || claim->first != taken->first || claim->last != taken->last) && is_same_kind (claim, taken);
}

/* a state isn't added to the state of another year */
static bool
is_other_state (Taken              *self,
                const ShanhaiClaim *claim,
                const ShanhaiClaim *taken)
{
  return is_same_kind (claim, taken);
}

static bool
may_be_within (Taken              *self,
               const ShanhaiClaim *claim,
               const ShanhaiClaim *taken)
{
  return shanhai_flow_may_be_within (self->casebook, claim, taken);
}

/* by the records themselves, or because somebody has said that it is a term of a sum */
static const ShanhaiClaim *
find_whole (Taken              *self,
            const ShanhaiClaim *claim)
{
  const char *id = get_part_of (claim->record);

  for (guint i = 0; id != NULL && i < MAX_CHAIN; i++)
    {
      const ShanhaiClaim *whole = g_hash_table_lookup (self->by_id, id);

      if (whole != NULL)
        return whole;
      id = get_part_of (shanhai_casebook_lookup (self->casebook, id));
    }

  return NULL;
}

static const ShanhaiClaim *
find_stated_whole (Taken              *self,
                   const ShanhaiClaim *claim)
{
  const char *id = shanhai_record_get_id (claim->record);
  g_autoptr (GPtrArray) decisions = NULL;

  if (shanhai_record_list_get_n (shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_DECISION)) == 0)
    return NULL;
  decisions = shanhai_casebook_dup_referrers_of_type (self->casebook, SHANHAI_RECORD_DECISION, id);
  for (guint i = 0; i < decisions->len; i++)
    {
      ShanhaiRelationKind kind;
      const char * const *records = shanhai_relation_get_records (decisions->pdata[i]);
      const ShanhaiClaim *whole;

      if (!shanhai_relation_get_kind (decisions->pdata[i], &kind) || kind != SHANHAI_RELATION_SUM || strcmp (records[0], id) == 0)
        continue;
      whole = g_hash_table_lookup (self->by_id, records[0]);
      if (whole != NULL)
        return whole;
    }

  return NULL;
}

/* what holds `claim` already, and why it can't be counted beside that; or NULL */
static const ShanhaiClaim *
find_holder (Taken              *self,
             const ShanhaiClaim *claim,
             ShanhaiLeftOut     *reason)
{
  const ShanhaiClaim *holder;

  *reason = SHANHAI_LEFT_OUT_PART;
  if ((holder = find_whole (self, claim)) != NULL || (holder = find_stated_whole (self, claim)) != NULL)
    return holder;

  *reason = SHANHAI_LEFT_OUT_TOLD_TWICE;
  make_time_key (self, claim);
  if (claim->has_time && (holder = find_taken (self, claim, tells_twice)) != NULL)
    return holder;
  make_root_key (self, claim);
  if (claim->root != NULL && (holder = find_taken (self, claim, is_reprint_of)) != NULL)
    return holder;

  make_series_key (self, 'W', claim);
  if ((holder = find_taken (self, claim, is_within)) != NULL)
    {
      /* what isn't said to be a total may be one gift over some years */
      *reason = holder->cumulative ? SHANHAI_LEFT_OUT_WITHIN : SHANHAI_LEFT_OUT_UNSURE;
      return holder;
    }
  *reason = SHANHAI_LEFT_OUT_EARLIER;
  make_series_key (self, 'S', claim);
  if (!claim->spans && (holder = find_taken (self, claim, is_other_state)) != NULL)
    return holder;

  *reason = SHANHAI_LEFT_OUT_UNSURE;
  make_case_key (self, claim);

  return claim->type == SHANHAI_RECORD_FLOW ? find_taken (self, claim, may_be_within) : NULL;
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
          Taken              *taken,
          const ShanhaiClaim *claim)
{
  const ShanhaiClaim *holder;
  ShanhaiLeftOut reason;

  if (!shanhai_unit_is_additive (claim->quantity->unit) || (self->unit != NULL && claim->quantity->unit != self->unit))
    {
      leave_out (self, claim, SHANHAI_LEFT_OUT_UNIT, NULL);
      return;
    }
  holder = find_holder (taken, claim, &reason);
  if (holder != NULL)
    {
      leave_out (self, claim, reason, holder);
      return;
    }
  if (self->unit == NULL)
    self->unit = claim->quantity->unit;
  if (add_claim (self, claim))
    take (taken, claim);
  else
    leave_out (self, claim, SHANHAI_LEFT_OUT_TOO_LARGE, NULL);
}

/* positions in the claims of what stands in the way of each other; the key is that of a time */
static GHashTable *
group_by_time (Taken     *self,
               GPtrArray *claims)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < claims->len; i++)
    {
      const ShanhaiClaim *claim = claims->pdata[i];
      GArray *group;

      if (!claim->has_time || (claim->type == SHANHAI_RECORD_FLOW && !claim->cumulative) || claim->type == SHANHAI_RECORD_EXCHANGE)
        continue;
      make_time_key (self, claim);
      group = g_hash_table_lookup (groups, self->key->str);
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, g_strdup (self->key->str), group);
        }
      if (group->len < MAX_LOOKED)
        g_array_append_val (group, i);
    }

  return groups;
}

/* the first of those that the claim at `from` is a rival of changes places with the one of them that stands */
static void
let_stand (Taken        *self,
           GPtrArray    *claims,
           const GArray *group,
           guint         from)
{
  ShanhaiClaim **first = (ShanhaiClaim **) &claims->pdata[g_array_index (group, guint, from)];
  ShanhaiClaim **standing = first;
  ShanhaiClaim *swapped;

  for (guint i = from + 1; i < group->len; i++)
    {
      ShanhaiClaim **other = (ShanhaiClaim **) &claims->pdata[g_array_index (group, guint, i)];

      if (shanhai_records_are_rivals ((*first)->record, (*other)->record) &&
          shanhai_casebook_compare_rivals (self->casebook, (*other)->record, (*standing)->record) < 0)
        standing = other;
    }
  swapped = *first;
  *first = *standing;
  *standing = swapped;
}

static void
let_rivals_stand (Taken     *self,
                  GPtrArray *claims)
{
  g_autoptr (GHashTable) groups = group_by_time (self, claims);
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    for (guint i = 0; i + 1 < ((GArray *) group)->len; i++)
      let_stand (self, claims, group, i);
}

static ShanhaiAddable *
add_up (ShanhaiCasebook *casebook,
        GPtrArray       *claims)
{
  ShanhaiAddable *self = g_new0 (ShanhaiAddable, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) key = g_string_new (NULL);
  Taken taken = { casebook, by_id, lists, key };

  self->claims = g_new (const ShanhaiClaim *, claims->len + 1);
  self->left_out = g_array_new (FALSE, FALSE, sizeof (ShanhaiLeftOutClaim));
  g_ptr_array_sort (claims, compare_preference);
  let_rivals_stand (&taken, claims);
  for (guint i = 0; i < claims->len; i++)
    consider (self, &taken, claims->pdata[i]);

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
