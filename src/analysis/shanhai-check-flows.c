/* shanhai-check-flows.c - money: what goes on, what is counted twice, what was planned. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-addable.h"
#include "shanhai-case.h"
#include "shanhai-check.h"
#include "shanhai-cited-words.h"
#include "shanhai-flow.h"
#include "shanhai-flow-within.h"
#include "shanhai-party.h"

/* kinds of goods that one account is kept of */
#define MAX_UNITS 8
/* what lasts as long is a year */
#define YEAR_DAYS 360
/* totals that a flow is looked for in */
#define MAX_LOOKED 64
/* plans of one purpose that what was paid is held against */
#define MAX_PLANS 32

static const ShanhaiSentences passed_on = {
  N_("{w1}: CNY {n} came in and {=} went on."),
  N_("{w1}: CNY {n} came in, but {=} went on. There may be money that isn’t recorded."),
  N_("{w1}: CNY {n} came in, but {=} went on: more than there was."),
};

static const ShanhaiSentences goods_passed_on = {
  N_("{w1}: {n} came in and {=} went on."),
  N_("{w1}: {n} came in, but {=} went on. Something may not be recorded."),
  N_("{w1}: {n} came in, but {=} went on: more than there was."),
};

static const ShanhaiSentences counted_twice = {
  NULL,
  N_("{w1}: {1} ({t1}) may be counted in {2} ({t2}) already; neither source says. They aren’t to be added up."),
  NULL,
};

static const ShanhaiSentences planned_and_done = {
  N_("{w1}: {1} were paid, no more than was to be ({2})."),
  N_("{w1}: {1} were paid, more than was to be ({2})."),
  N_("{w1}: {1} were paid, more than was to be ({2})."),
};

static bool
is_empty (const ShanhaiEnds *ends)
{
  return ends == NULL || ends->n == 0;
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

typedef struct
{
  ShanhaiCheckScope *scope;
  const char        *unit;
  GPtrArray         *in, *out;
  gint32             first, last;  /* of what came in */
  bool               timeless;     /* of some of it no time is told */
  bool               by_way;       /* what comes in is told to go on to others */
  bool               unsure;       /* some went on after all that came in had come, or for bills */
} Account;

static bool
is_of_account (const Account      *self,
               const ShanhaiClaim *claim)
{
  return claim->quantity != NULL && claim->quantity->unit == self->unit && !claim->planned && is_gift (claim);
}

static bool
is_received (const Account      *self,
             const ShanhaiClaim *claim)
{
  const ShanhaiEnds *to = shanhai_flow_get_to (SHANHAI_FLOW (claim->record));

  return to != NULL && to->n == 1 && g_strcmp0 (shanhai_end_get_node (&to->items[0]), self->scope->key) == 0;
}

/* it hands on what the flow brings to others */
static bool
is_passed_by (const Account      *self,
              const ShanhaiClaim *claim)
{
  const ShanhaiEnds *via = shanhai_flow_get_via (SHANHAI_FLOW (claim->record));

  return via != NULL && via->n == 1 && g_strcmp0 (shanhai_end_get_node (&via->items[0]), self->scope->key) == 0;
}

static bool
comes_in (const Account      *self,
          const ShanhaiClaim *claim)
{
  return is_of_account (self, claim) && (self->by_way ? is_passed_by (self, claim) : is_received (self, claim));
}

static void
collect_in (Account *self)
{
  self->first = SHANHAI_DAY_AFTER_ALL;
  self->last = SHANHAI_DAY_BEFORE_ALL;
  for (guint i = 0; i < self->scope->n; i++)
    {
      ShanhaiClaim *claim = self->scope->claims[i];

      if (!comes_in (self, claim))
        continue;
      g_ptr_array_add (self->in, claim);
      self->timeless |= !claim->has_time;
      if (claim->has_time)
        {
          self->first = MIN (self->first, claim->first);
          self->last = MAX (self->last, claim->last);
        }
    }
}

/* who has money of its own to spend beside what it was given */
static bool
has_own_money (const Account *self)
{
  ShanhaiParty *party = shanhai_casebook_lookup_as (self->scope->casebook, SHANHAI_RECORD_PARTY, self->scope->key);
  const char *kind = party != NULL ? shanhai_party_get_kind (party) : NULL;

  return kind == NULL || g_strv_contains ((const char * const[]) { "enterprise", "household", "school", "hospital", NULL }, kind);
}

/* a county spends taxes of its own beside what it was given */
static bool
is_treasury (const Account *self)
{
  return shanhai_casebook_lookup_as (self->scope->casebook, SHANHAI_RECORD_PLACE, self->scope->key) != NULL;
}

/* Bills are paid out of what was given where one breath tells of both. */
static bool
is_paid_of_it (const Account      *self,
               const ShanhaiClaim *claim)
{
  if (claim->quantity == NULL || claim->quantity->unit != self->unit || claim->planned || is_gift (claim) || has_own_money (self))
    return false;
  for (guint i = 0; i < self->in->len; i++)
    if (shanhai_claim_is_same_place (self->in->pdata[i], claim))
      return g_strv_contains ((const char * const[]) { "reimbursement", "purchase", NULL }, shanhai_flow_get_kind (SHANHAI_FLOW (claim->record)));

  return false;
}

static void
collect_out (Account *self)
{
  for (guint i = 0; i < self->scope->n; i++)
    {
      ShanhaiClaim *claim = self->scope->claims[i];

      if ((!is_of_account (self, claim) && !is_paid_of_it (self, claim)) || is_received (self, claim) ||
          (self->by_way && is_passed_by (self, claim)) ||
          (claim->has_time && !self->timeless &&
           (claim->first > self->last || (claim->first < self->first && claim->first != SHANHAI_DAY_BEFORE_ALL))))
        continue;
      g_ptr_array_add (self->out, claim);
      /* what goes on later can come from what came later, and bills can be paid of other money */
      self->unsure |= is_treasury (self) || (claim->has_time && !self->timeless && claim->last > self->last) || !is_gift (claim);
    }
}

/* who tells the whole story in one place tells all of it */
static bool
is_of_one_source (const ShanhaiAddable *came,
                  const ShanhaiAddable *went)
{
  const char *root = came->claims[0]->root;

  for (guint i = 0; i < came->n; i++)
    if (g_strcmp0 (root, came->claims[i]->root) != 0)
      return false;
  for (guint i = 0; i < went->n; i++)
    if (g_strcmp0 (root, went->claims[i]->root) != 0)
      return false;

  return true;
}

/* Running totals of both sides are meant to be held against each other. A gift that one paragraph tells and spending that another one tells aren't: there may be more gifts. */
static bool
is_one_account (const ShanhaiAddable *came,
                const ShanhaiAddable *went)
{
  const ShanhaiClaim *first = came->claims[0];
  bool together = true, totals = true;

  for (guint i = 0; i < came->n + went->n; i++)
    {
      const ShanhaiClaim *claim = i < came->n ? came->claims[i] : went->claims[i - came->n];

      together &= claim == first || shanhai_claim_is_same_place (first, claim);
      totals &= claim->cumulative;
    }

  return together || totals;
}

static bool
has_other_money (ShanhaiCheckScope    *scope,
                 const ShanhaiAddable *came,
                 const ShanhaiAddable *went)
{
  for (guint i = 0; i < came->n; i++)
    if (shanhai_cited_names_other_money (scope, came->claims[i]))
      return true;
  for (guint i = 0; i < went->n; i++)
    if (shanhai_cited_names_other_money (scope, went->claims[i]))
      return true;

  return false;
}

/* The money, or the goods of one kind, that one account knows of: the totals of a source, without what is part of another. */
static void
check_account (Account *self)
{
  g_autoptr (ShanhaiAddable) came = NULL;
  g_autoptr (ShanhaiAddable) went = NULL;
  ShanhaiAgreement agreement = SHANHAI_AGREEMENT_AGREE;
  ShanhaiFinding *finding;

  collect_in (self);
  /* An office that no flow ends at: what goes by way of it is what it has to hand on, but it may hold money of its own. */
  if (self->in->len == 0 && shanhai_casebook_lookup_as (self->scope->casebook, SHANHAI_RECORD_PARTY, self->scope->key) != NULL && !has_own_money (self))
    {
      self->by_way = self->unsure = true;
      collect_in (self);
    }
  if (self->in->len > 0)
    collect_out (self);
  if (self->out->len == 0)
    return;

  came = shanhai_addable_new_for_claims (self->scope->casebook, (ShanhaiClaim **) self->in->pdata, self->in->len);
  went = shanhai_addable_new_for_claims (self->scope->casebook, (ShanhaiClaim **) self->out->pdata, self->out->len);
  if (came->n == 0 || went->n == 0 || !came->has_total || !went->has_total)
    return;

  if (shanhai_interval_order (&went->soft, &came->soft) > 0)
    agreement = shanhai_interval_order (&went->hard, &came->hard) > 0 ? SHANHAI_AGREEMENT_CONTRADICT : SHANHAI_AGREEMENT_DOUBTFUL;
  if (agreement == SHANHAI_AGREEMENT_CONTRADICT && (!is_one_account (came, went) || has_other_money (self->scope, came, went)))
    agreement = SHANHAI_AGREEMENT_DOUBTFUL;

  finding = shanhai_check_tell (self->scope, SHANHAI_CHECK_FLOW, agreement, is_of_one_source (came, went) && !self->unsure ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE,
                                strcmp (self->unit, "CNY") == 0 ? &passed_on : &goods_passed_on, came->claims[0], NULL);
  for (guint i = 1; i < came->n; i++)
    shanhai_finding_add (finding, came->claims[i]->record, came->claims[i]->quantity);
  for (guint i = 0; i < went->n; i++)
    shanhai_finding_add (finding, went->claims[i]->record, went->claims[i]->quantity);
  shanhai_finding_set_computed (finding, &went->nominal, &went->soft, self->unit);
  shanhai_finding_set_number (finding, &came->nominal);
}

void
shanhai_check_flows (ShanhaiCheckScope *scope)
{
  const char *units[MAX_UNITS];
  guint n = 0;

  if (scope->n < 2 || assists (scope, scope->claims[0]->case_id, scope->key))
    return;

  for (guint i = 0; i < scope->n; i++)
    {
      const char *unit = scope->claims[i]->quantity != NULL ? scope->claims[i]->quantity->unit : NULL;
      guint k = 0;

      while (k < n && units[k] != unit)
        k++;
      if (unit != NULL && k == n && n < MAX_UNITS && shanhai_unit_is_additive (unit))
        units[n++] = unit;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) in = g_ptr_array_new ();
      g_autoptr (GPtrArray) out = g_ptr_array_new ();
      Account account = { .scope = scope, .unit = units[i], .in = in, .out = out };

      check_account (&account);
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;

  return shanhai_decimal_compare (&x->quantity->value, &y->quantity->value);
}

/* of totals in the order of their values, the first that is more */
static guint
find_greater (GPtrArray            *totals,
              const ShanhaiDecimal *value)
{
  guint low = 0, high = totals->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (shanhai_decimal_compare (&((ShanhaiClaim *) totals->pdata[middle])->quantity->value, value) <= 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What a place gave in a year, of no sector or programme: all of it, it seems, though nobody calls it a total. */
static bool
is_year_total (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *claim)
{
  ShanhaiFlow *flow = SHANHAI_FLOW (claim->record);
  const ShanhaiEnds *from = shanhai_flow_get_from (flow);

  return g_strcmp0 (shanhai_flow_get_kind (flow), "fiscal") == 0 && shanhai_flow_get_sector (flow) == NULL && claim->programme == NULL && claim->has_time && !claim->open_start &&
         claim->last - claim->first >= YEAR_DAYS && from != NULL && from->n == 1 && from->items[0].id != NULL &&
         shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_PLACE, from->items[0].id) != NULL;
}

static bool
may_be_within (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *small,
               const ShanhaiClaim *great)
{
  ShanhaiClaim total = *great;

  if (great->cumulative)
    return shanhai_flow_may_be_within (scope->casebook, small, great);

  total.cumulative = true;
  return small->root != NULL && great->root != NULL && strcmp (small->root, great->root) != 0 && shanhai_flow_may_be_within (scope->casebook, small, &total);
}

/* Each is told once, beside the least total that may hold it. */
static void
check_doubles (ShanhaiCheckScope *scope,
               bool               of_nobody)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_money (scope->claims[i]) && scope->claims[i]->part_of == NULL && (scope->claims[i]->cumulative || is_year_total (scope, scope->claims[i])))
      g_ptr_array_add (totals, scope->claims[i]);
  g_ptr_array_sort (totals, compare_values);

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *small = scope->claims[i];
      guint looked = 0;

      if (!is_money (small) || small->part_of != NULL || (of_nobody && !is_empty (shanhai_flow_get_from (SHANHAI_FLOW (small->record)))))
        continue;
      for (guint k = find_greater (totals, &small->quantity->value); k < totals->len && looked < MAX_LOOKED; k++, looked++)
        if (totals->pdata[k] != small && may_be_within (scope, small, totals->pdata[k]))
          {
            shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &counted_twice, small, totals->pdata[k]);
            break;
          }
    }
}

void
shanhai_check_doubles (ShanhaiCheckScope *scope)
{
  check_doubles (scope, false);
}

void
shanhai_check_doubles_of_nobody (ShanhaiCheckScope *scope)
{
  check_doubles (scope, true);
}

static bool
is_same_purpose (const ShanhaiClaim *a,
                 const ShanhaiClaim *b)
{
  ShanhaiFlow *x = SHANHAI_FLOW (a->record);
  ShanhaiFlow *y = SHANHAI_FLOW (b->record);

  return shanhai_ends_equal (shanhai_flow_get_from (x), shanhai_flow_get_from (y)) && shanhai_flow_get_kind (x) == shanhai_flow_get_kind (y) && g_strcmp0 (a->programme, b->programme) == 0 &&
         shanhai_flow_get_sector (x) == shanhai_flow_get_sector (y) && shanhai_ends_equal (shanhai_flow_get_to (x), shanhai_flow_get_to (y)) &&
         shanhai_claim_compare_basis (a, b) != SHANHAI_ALIKE_NOT &&
         (a->period == NULL || b->period == NULL || shanhai_period_overlaps (a->period, b->period));
}

/* what plans and payments of one purpose share */
static char *
dup_purpose (const ShanhaiClaim *claim)
{
  ShanhaiFlow *flow = SHANHAI_FLOW (claim->record);
  const ShanhaiEnds *to = shanhai_flow_get_to (flow);
  const char *kind = shanhai_flow_get_kind (flow), *sector = shanhai_flow_get_sector (flow);

  return g_strdup_printf ("%s\x1f%s\x1f%s\x1f%s", kind != NULL ? kind : "", claim->programme != NULL ? claim->programme : "", sector != NULL ? sector : "",
                          to != NULL && to->n > 0 && to->items[0].id != NULL ? to->items[0].id : "");
}

/* 3.0亿 of 2亿 that were planned */
static bool
is_more_when_rounded (const ShanhaiQuantity *paid,
                      const ShanhaiQuantity *plan)
{
  return paid->qualifier == SHANHAI_QUALIFIER_EXACT && plan->qualifier == SHANHAI_QUALIFIER_EXACT && !paid->has_hi && !plan->has_hi &&
         shanhai_decimal_to_double (&paid->value) - shanhai_decimal_to_double (&paid->precision) / 2 >
         shanhai_decimal_to_double (&plan->value) + shanhai_decimal_to_double (&plan->precision) / 2;
}

void
shanhai_check_planned (ShanhaiCheckScope *scope)
{
  g_autoptr (GHashTable) plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->planned && is_money (scope->claims[i]))
      {
        g_autofree char *purpose = dup_purpose (scope->claims[i]);
        GPtrArray *list = g_hash_table_lookup (plans, purpose);

        if (list == NULL)
          {
            list = g_ptr_array_new ();
            g_hash_table_insert (plans, g_steal_pointer (&purpose), list);
          }
        if (list->len < MAX_PLANS)
          g_ptr_array_add (list, scope->claims[i]);
      }
  for (guint i = 0; i < scope->n && g_hash_table_size (plans) > 0; i++)
    {
      g_autofree char *purpose = NULL;
      GPtrArray *list;

      if (scope->claims[i]->planned || !is_money (scope->claims[i]))
        continue;
      purpose = dup_purpose (scope->claims[i]);
      list = g_hash_table_lookup (plans, purpose);
      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          const ShanhaiClaim *plan = list->pdata[k];
          ShanhaiAgreement agreement = shanhai_compare_at_most (scope->claims[i]->quantity, plan->quantity);

          /* "no more" would read as false where more is printed; where 2亿 were cut off, 2.99亿 are no more */
          if (agreement == SHANHAI_AGREEMENT_AGREE && shanhai_decimal_compare (&scope->claims[i]->quantity->value, &plan->quantity->value) > 0)
            {
              if (!is_more_when_rounded (scope->claims[i]->quantity, plan->quantity))
                continue;
              agreement = SHANHAI_AGREEMENT_DOUBTFUL;
            }
          if (is_same_purpose (scope->claims[i], plan))
            shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, agreement, SHANHAI_ALIKE_MAYBE, &planned_and_done, scope->claims[i], plan);
        }
    }
}
