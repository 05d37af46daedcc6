/* shanhai-check-places.c - a town has no more poor people than its county. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For what is counted, not for rates or averages. Towns that aren't listed can have the rest, so together they may be less. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-claims.h"
#include "shanhai-place.h"

#define MAX_CHILDREN 256
/* of what is told more often of one time, the first ones are held against the places in it */
#define MAX_TOLD 3
/* figures of shorter times that one is held against */
#define MAX_LOOKED 48

static const ShanhaiSentences child_in_parent = {
  NULL,
  N_("{w1}: {1} are more than the {2} of all of it ({w2}). They may be counted otherwise."),
  N_("{w1}: {1} can’t be, with {2} in all of it ({w2})."),
};

static const ShanhaiSentences children_in_parent = {
  NULL,
  N_("{w1}: the places in it have {+} = {=}, more than {1}. They may be counted otherwise."),
  N_("{w1}: the places in it have {+} = {=}, more than {1}."),
};

static bool
is_state (const ShanhaiCheckScope *scope,
          const ShanhaiClaim      *claim)
{
  const ShanhaiDefinition *definition = shanhai_definitions_get (scope->definitions, claim->indicator);

  /* money of a kind that adds up: not what a head has of it */
  return claim->quantity != NULL && (shanhai_unit_is_counted (claim->quantity->unit) || (definition->adds_up && strcmp (claim->quantity->unit, "CNY") == 0)) &&
         !claim->planned && !definition->average;
}

/* what a town did in half a year, against what its county did in all of it */
static void
check_shorter (ShanhaiCheckScope  *scope,
               GPtrArray          *sorted,
               const ShanhaiClaim *parent)
{
  guint end, looked = 0;

  if (!parent->spans || parent->open_start)
    return;
  for (guint i = shanhai_claims_find (sorted, parent->first, parent->last, &end); i < end && looked < MAX_LOOKED; i++, looked++)
    {
      const ShanhaiClaim *child = sorted->pdata[i];
      ShanhaiAgreement agreement;

      if (!child->spans || child->first < parent->first || shanhai_claim_is_same_time (child, parent) || strcmp (child->subject, parent->subject) == 0 || !is_state (scope, child) ||
          shanhai_claim_is_average (child))
        continue;
      agreement = shanhai_compare_at_most (child->quantity, parent->quantity);
      if (agreement != SHANHAI_AGREEMENT_AGREE)
        shanhai_check_tell (scope, SHANHAI_CHECK_POPULATION, agreement, MIN (shanhai_claim_compare_kind (child, parent), SHANHAI_ALIKE_MAYBE), &child_in_parent, child, parent);
    }
}

/* a village is in its town's figures already */
static bool
is_child (const ShanhaiCheckScope *scope,
          const ShanhaiClaim      *claim)
{
  ShanhaiPlace *place = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_PLACE, claim->subject);

  return place != NULL && g_strcmp0 (shanhai_place_get_parent (place), scope->key) == 0;
}

static void
check_parent (ShanhaiCheckScope  *scope,
              GPtrArray          *sorted,
              const ShanhaiClaim *parent)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);
  const ShanhaiClaim *children[MAX_CHILDREN];
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
  ShanhaiAlikeness alike = SHANHAI_ALIKE_FULLY;
  ShanhaiInterval soft, hard;
  ShanhaiFinding *finding;
  bool exceeds = false;
  guint n = 0, end;

  for (guint i = shanhai_claims_find (sorted, parent->last, parent->last, &end); i < end && n < MAX_CHILDREN; i++)
    {
      const ShanhaiClaim *child = sorted->pdata[i];
      ShanhaiAlikeness kind;
      ShanhaiAgreement agreement;

      if (strcmp (child->subject, parent->subject) == 0 || !is_state (scope, child) || !shanhai_claim_is_same_time (child, parent))
        continue;
      kind = shanhai_claim_compare_kind (child, parent);
      if (kind == SHANHAI_ALIKE_NOT)
        continue;
      agreement = shanhai_compare_at_most (child->quantity, parent->quantity);
      exceeds |= agreement != SHANHAI_AGREEMENT_AGREE;
      shanhai_check_tell (scope, SHANHAI_CHECK_POPULATION, agreement, kind, &child_in_parent, child, parent);
      if (!is_child (scope, child) || !g_hash_table_add (subjects, (char *) child->subject) || !shanhai_total_add (&total, child->quantity))
        continue;
      alike = MIN (alike, kind);
      children[n++] = child;
    }
  if (n < 2 || exceeds)
    return;

  shanhai_quantity_get_soft (parent->quantity, &soft);
  shanhai_quantity_get_hard (parent->quantity, &hard);
  if (shanhai_interval_order (&total.soft, &soft) <= 0)
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM,
                                shanhai_interval_order (&total.hard, &hard) > 0 ? SHANHAI_AGREEMENT_CONTRADICT : SHANHAI_AGREEMENT_DOUBTFUL, alike,
                                &children_in_parent, parent, NULL);
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, children[i]->record, children[i]->quantity);
  shanhai_finding_set_computed (finding, &total.nominal, &total.soft, parent->quantity->unit);
}

void
shanhai_check_places (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) sorted = NULL;
  guint told = 0;
  gint32 day = 0;
  bool has_children = false, is_told = false;

  for (guint i = 0; i < scope->n; i++)
    if (g_strcmp0 (scope->claims[i]->subject, scope->key) == 0)
      is_told = true;
    else
      has_children = true;
  if (!has_children || !is_told)
    return;

  sorted = shanhai_claims_new_timed (scope);
  for (guint i = 0; i < sorted->len; i++)
    {
      const ShanhaiClaim *claim = sorted->pdata[i];

      if (strcmp (claim->subject, scope->key) != 0 || !is_state (scope, claim))
        continue;
      told = claim->last == day ? told + 1 : 0;
      day = claim->last;
      if (told >= MAX_TOLD)
        continue;
      check_parent (scope, sorted, claim);
      check_shorter (scope, sorted, claim);
    }
}
