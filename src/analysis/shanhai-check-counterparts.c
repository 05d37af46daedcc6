/* shanhai-check-counterparts.c - one thing recorded once as money or people, and once as a figure. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "The district paid 32 million" is a flow; "the county received 35 million of fiscal aid", in another paper, is an observation of the one that it went to. A single gift, or what one
 * programme or sector got, is less than all of it, so that only what is told of the whole is held against it, and what doesn't fit is doubtful. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-case.h"
#include "shanhai-check.h"
#include "shanhai-claims.h"
#include "shanhai-exchange.h"
#include "shanhai-flow-within.h"
#include "shanhai-flow.h"

/* more flows, or exchanges, of one time aren't the whole told once */
#define MAX_TOLD 16
/* running totals that one is held against */
#define MAX_RUNNING 16
/* what is less than this share of the figure is a part of it */
#define MIN_SHARE 0.5

static const ShanhaiSentences told_twice = {
  N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
  N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
  NULL,
};

static const ShanhaiSentences plan_added = {
  NULL,
  N_("{w1}: {1} seems to be {2} that were paid and {3} that were only planned, added up."),
  NULL,
};

static const ShanhaiSentences falls = {
  NULL,
  N_("{w1}: {1} ({t1}), then {2} ({t2}). A cumulative figure doesn’t fall, but one of these may be read widely or counted otherwise."),
  NULL,
};

typedef struct
{
  const char        *indicator;
  ShanhaiRecordType  type;
  const char        *kind;     /* of a flow; of an exchange, its role */
  const char        *purpose;  /* of an exchange */
  const char        *direction; /* of an exchange, or NULL for any */
} Counterpart;

static const Counterpart counterparts[] = {
  { "fiscal-aid", SHANHAI_RECORD_FLOW, "fiscal", NULL },
  { "social-donations", SHANHAI_RECORD_FLOW, "donation", NULL },
  { "product-purchases", SHANHAI_RECORD_FLOW, "purchase", NULL },
  { "investment-arrived", SHANHAI_RECORD_FLOW, "investment", NULL },
  { "medical-costs-reimbursed", SHANHAI_RECORD_FLOW, "reimbursement", NULL },
  { "cadres-seconded", SHANHAI_RECORD_EXCHANGE, "cadre", "secondment" },
  { "technicians-seconded", SHANHAI_RECORD_EXCHANGE, "technician", "secondment" },
  { "medical-staff-sent", SHANHAI_RECORD_EXCHANGE, "doctor", "secondment" },
  { "teachers-sent", SHANHAI_RECORD_EXCHANGE, "teacher", "secondment" },
  { "cadres-trained", SHANHAI_RECORD_EXCHANGE, "cadre", "training" },
  { "technicians-trained", SHANHAI_RECORD_EXCHANGE, "technician", "training" },
  { "people-employed-east", SHANHAI_RECORD_EXCHANGE, "worker", "employment", "west-to-east" },
  { "people-employed", SHANHAI_RECORD_EXCHANGE, "worker", "employment" },
};

/* the indicators as claims have them: a casebook asks for each of its records */
static const char * const *
get_interned (void)
{
  static const char *interned[G_N_ELEMENTS (counterparts)];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (counterparts); i++)
        interned[i] = g_intern_static_string (counterparts[i].indicator);
      g_once_init_leave (&made, 1);
    }

  return interned;
}

static bool
is_told_by (const Counterpart *self,
            const char        *kind,
            const char        *purpose,
            const char        *direction)
{
  return g_strcmp0 (kind, self->kind) == 0 && (purpose == NULL || g_strcmp0 (purpose, self->purpose) == 0) &&
         (self->direction == NULL || g_strcmp0 (direction, self->direction) == 0);
}

const char *
shanhai_check_get_counterpart (const ShanhaiClaim *claim)
{
  const char * const *interned = get_interned ();
  const char *kind = NULL, *purpose = NULL, *direction = NULL;

  if (claim->type == SHANHAI_RECORD_FLOW)
    kind = shanhai_flow_get_kind (SHANHAI_FLOW (claim->record));
  else if (claim->type == SHANHAI_RECORD_EXCHANGE)
    {
      kind = shanhai_exchange_get_role (SHANHAI_EXCHANGE (claim->record));
      purpose = shanhai_exchange_get_purpose (SHANHAI_EXCHANGE (claim->record));
      direction = shanhai_exchange_get_direction (SHANHAI_EXCHANGE (claim->record));
    }
  else if (claim->type != SHANHAI_RECORD_OBSERVATION)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (counterparts); i++)
    if (claim->type == SHANHAI_RECORD_OBSERVATION ? claim->indicator == interned[i] : claim->type == counterparts[i].type && is_told_by (&counterparts[i], kind, purpose, direction))
      return interned[i];

  return NULL;
}

static bool
is_node (const ShanhaiEnds *ends,
         const char        *id)
{
  return ends != NULL && ends->n == 1 && g_strcmp0 (shanhai_end_get_node (&ends->items[0]), id) == 0;
}

/* what is told of a case alone is told of the places that it joins */
static bool
is_end (ShanhaiCheckScope  *scope,
        const ShanhaiEnds  *ends,
        const ShanhaiClaim *observed)
{
  ShanhaiCase *record = observed->subject == NULL ? shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_CASE, observed->case_id) : NULL;
  const char * const *assisted = record != NULL ? shanhai_case_get_assisted (record) : NULL;

  if (observed->subject != NULL)
    return is_node (ends, observed->subject);

  return assisted != NULL && assisted[0] != NULL && assisted[1] == NULL && is_node (ends, assisted[0]);
}

/* from a place as a whole, or it isn't said from whom */
static bool
is_of_everybody (ShanhaiCheckScope *scope,
                 const ShanhaiEnds *from)
{
  return from == NULL || from->n == 0 || (from->n == 1 && from->items[0].id != NULL && shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_PLACE, from->items[0].id) != NULL);
}

/* whether it can be the same thing as the observation tells, whatever the figures say */
static bool
is_counterpart (ShanhaiCheckScope  *scope,
                const ShanhaiClaim *told,
                const ShanhaiClaim *observed)
{
  if (told->type == SHANHAI_RECORD_OBSERVATION || told->part_of != NULL || told->quantity->unit != observed->quantity->unit || g_strcmp0 (told->programme, observed->programme) != 0 ||
      shanhai_claim_compare_basis (told, observed) != SHANHAI_ALIKE_FULLY || shanhai_claim_is_average (observed))
    return false;
  if (told->type == SHANHAI_RECORD_FLOW)
    {
      ShanhaiFlow *flow = SHANHAI_FLOW (told->record);
      const char *sector = shanhai_flow_get_sector (flow);

      return (sector == NULL || strcmp (sector, "funds") == 0) && is_of_everybody (scope, shanhai_flow_get_from (flow)) &&
             (is_end (scope, shanhai_flow_get_to (flow), observed) || is_end (scope, shanhai_flow_get_from (flow), observed));
    }

  return true;
}

static bool
is_worth_telling (const ShanhaiClaim *told,
                  const ShanhaiClaim *observed)
{
  return shanhai_decimal_to_double (&told->quantity->value) >= MIN_SHARE * shanhai_decimal_to_double (&observed->quantity->value);
}

/* 3200万 paid and 3200万 planned aren't 6400万 that came */
static bool
check_plan_added (ShanhaiCheckScope   *scope,
                  const ShanhaiClaim  *observed,
                  const ShanhaiClaim **told,
                  guint                n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      {
        ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
        ShanhaiFinding *finding;

        if (told[i]->planned || !told[k]->planned || !shanhai_total_add (&total, told[i]->quantity) || !shanhai_total_add (&total, told[k]->quantity) ||
            shanhai_quantity_compare_claims (told[i]->quantity, observed->quantity) == SHANHAI_AGREEMENT_AGREE ||
            shanhai_compare_interval (&total.soft, &total.hard, observed->quantity) != SHANHAI_AGREEMENT_AGREE)
          continue;
        finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &plan_added, observed, told[i]);
        shanhai_finding_add (finding, told[k]->record, told[k]->quantity);
        return true;
      }

  return false;
}

/* a running total that is told once as money and once as a figure doesn't fall either */
static void
check_running (ShanhaiCheckScope  *scope,
               GPtrArray          *sorted,
               const ShanhaiClaim *observed)
{
  guint looked = 0;

  if (!observed->cumulative || observed->planned)
    return;
  for (guint i = 0; i < sorted->len && looked < MAX_RUNNING; i++)
    {
      const ShanhaiClaim *told = sorted->pdata[i];
      const ShanhaiClaim *early = told->last < observed->last ? told : observed, *late = early == told ? observed : told;

      if (!told->cumulative || told->planned || told->type == SHANHAI_RECORD_OBSERVATION || told->last == observed->last || told->first != observed->first)
        continue;
      looked++;
      if (is_counterpart (scope, told, observed) && shanhai_compare_at_most (early->quantity, late->quantity) == SHANHAI_AGREEMENT_CONTRADICT)
        shanhai_check_tell (scope, SHANHAI_CHECK_TREND, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &falls, early, late);
    }
}

static void
check_observation (ShanhaiCheckScope  *scope,
                   GPtrArray          *sorted,
                   const ShanhaiClaim *observed)
{
  const ShanhaiClaim *told[MAX_TOLD], *only = NULL;
  guint n = 0, done = 0, end;

  for (guint i = shanhai_claims_find (sorted, observed->last, observed->last, &end); i < end; i++)
    if (((ShanhaiClaim *) sorted->pdata[i])->first == observed->first && is_counterpart (scope, sorted->pdata[i], observed))
      {
        if (n == MAX_TOLD)
          return;
        told[n++] = sorted->pdata[i];
      }
  if (observed->planned || check_plan_added (scope, observed, told, n))
    return;

  for (guint i = 0; i < n; i++)
    {
      if (told[i]->planned)
        continue;
      done++;
      only = told[i];
      if (shanhai_quantity_compare_claims (told[i]->quantity, observed->quantity) == SHANHAI_AGREEMENT_AGREE)
        {
          if (told[i]->root != NULL && observed->root != NULL && strcmp (told[i]->root, observed->root) != 0)
            shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_AGREE, SHANHAI_ALIKE_FULLY, &told_twice, observed, told[i]);
          return;
        }
    }
  /* what one paragraph tells apart it means apart */
  if (done == 1 && is_worth_telling (only, observed) && !shanhai_claim_is_same_place (only, observed))
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &told_twice, observed, only);
}

void
shanhai_check_counterparts (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) sorted = NULL;
  guint n = 0;

  for (guint i = 0; i < scope->n; i++)
    n += scope->claims[i]->type == SHANHAI_RECORD_OBSERVATION;
  if (n == 0 || n == scope->n)
    return;

  sorted = shanhai_claims_new_timed (scope);
  for (guint i = 0; i < sorted->len; i++)
    if (((ShanhaiClaim *) sorted->pdata[i])->type == SHANHAI_RECORD_OBSERVATION)
      {
        check_observation (scope, sorted, sorted->pdata[i]);
        check_running (scope, sorted, sorted->pdata[i]);
      }
}
