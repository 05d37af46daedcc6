/* shanhai-check-population.c - a count is no more than those it is drawn from. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which indicator is counted within which says the vocabulary; and nobody lives in more than one household of a place, so there are no more households than
 * people. People who come and go make a place's population of another year a rough bound only. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-claims.h"
#include "shanhai-observation.h"

/* a population of another year bounds a count with so much room for every year between */
#define ROOM_A_YEAR 0.04
/* a count that is more than that many populations needn't be told to be more than others, too */
#define MAX_TOLD 3
#define DAYS_A_YEAR 365.25
/* more people than that don't share one household on average */
#define MAX_HOUSEHOLD 15

static const ShanhaiSentences within = {
  N_("{w1}: {1} are within {2} ({w2})."),
  N_("{w1}: {1}, though it is counted within {2} ({w2}). They may be counted otherwise, or some were counted twice."),
  N_("{w1}: {1} can’t be, for it is counted within {2} ({w2})."),
};

static const ShanhaiSentences of_population = {
  NULL,
  N_("{w1}: {1} are more than the people that there are ({2}, {t2}). Some may be counted twice."),
  N_("{w1}: {1} are more than the people that there are ({2}, {t2})."),
};

static const ShanhaiSentences of_poor = {
  NULL,
  N_("{w1}: {1} are more than the poor people that there were at the beginning ({2}, {t2})."),
  NULL,
};

static const ShanhaiSentences of_households = {
  N_("{w1}: {1} live in {2}."),
  N_("{w1}: {1} in {2} would be {n} in each. One of the figures may lack 万, or be of another unit."),
  N_("{w1}: {1} can’t be fewer than the households they live in ({2})."),
};

static bool
is_time_near (const ShanhaiClaim *a,
              const ShanhaiClaim *b)
{
  if (!a->has_time && !b->has_time)
    return shanhai_claim_is_same_place (a, b);

  return shanhai_claim_is_same_time (a, b);
}

/* 累计输出贫困劳动力2318人，稳定就业1987人: a running total beside what there is now, or a “whole” that the text tells behind its part, may be of fewer than all */
static bool
may_be_of_fewer (const ShanhaiClaim *part,
                 const ShanhaiClaim *whole)
{
  if (part->cumulative && !whole->cumulative)
    return true;

  return shanhai_claim_is_same_place (part, whole) && part->citation->start >= 0 && whole->citation->start > part->citation->start;
}

static void
compare_within (ShanhaiCheckScope  *scope,
                const ShanhaiClaim *part,
                const ShanhaiClaim *whole)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_kind (part, whole);
  ShanhaiAgreement agreement;

  /* a record says already what it is part of, this one or another: shanhai_check_parts() has it */
  if (part->part_of != NULL || !is_time_near (part, whole))
    return;
  /* of a part, the basis says what is special about it; a whole with a basis of its own is a part itself */
  if (alike == SHANHAI_ALIKE_MAYBE && whole->basis == NULL && whole->part_of == NULL && shanhai_claim_is_same_place (part, whole))
    alike = SHANHAI_ALIKE_FULLY;
  agreement = shanhai_compare_at_most (part->quantity, whole->quantity);
  if (agreement != SHANHAI_AGREEMENT_AGREE && may_be_of_fewer (part, whole))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  shanhai_check_tell (scope, SHANHAI_CHECK_POPULATION, agreement, alike, &within, part, whole);
}

/* does the vocabulary count `indicator`, by any number of steps, within `whole`? */
static bool
is_counted_within (ShanhaiCheckScope *scope,
                   const char        *indicator,
                   const char        *whole)
{
  for (guint i = 0; indicator != NULL && i < 4; i++)
    {
      indicator = shanhai_definitions_get (scope->definitions, indicator)->part_of;
      if (indicator == whole)
        return true;
    }

  return false;
}

/* the count with the room that the years between give taken away */
static bool
make_room (const ShanhaiClaim *count,
           const ShanhaiClaim *population,
           ShanhaiQuantity    *out)
{
  double years = count->has_time && population->has_time && count->last != SHANHAI_DAY_AFTER_ALL
                 ? ABS ((double) count->last - population->last) / DAYS_A_YEAR : 10;
  ShanhaiDecimal percent = shanhai_decimal_from_int ((gint64) (100 / (1 + ROOM_A_YEAR * MIN (years, 25))));
  ShanhaiDecimal share;

  *out = *count->quantity;
  if (years < 0.6)
    return true;

  return shanhai_decimal_shift (&percent, -2, &share) && shanhai_decimal_multiply (&count->quantity->value, &share, &out->value);
}

/* true when it told something */
static bool
compare_with_people (ShanhaiCheckScope      *scope,
                     const ShanhaiClaim     *count,
                     const ShanhaiClaim     *population,
                     const ShanhaiSentences *sentences,
                     bool                    sure)
{
  ShanhaiQuantity reduced;
  ShanhaiAgreement agreement;

  if (population->planned || !population->has_time || strcmp (population->quantity->unit, "person") != 0)
    return false;
  /* far below: the usual case */
  if (shanhai_decimal_compare (&count->quantity->value, &population->quantity->value) < 0)
    return false;
  if (!make_room (count, population, &reduced))
    return false;
  agreement = shanhai_compare_at_most (&reduced, population->quantity);
  if (agreement != SHANHAI_AGREEMENT_CONTRADICT)
    return false;
  shanhai_check_tell (scope, SHANHAI_CHECK_POPULATION, agreement, sure ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, sentences, count, population);

  return true;
}

static bool
is_baseline (const ShanhaiClaim *claim)
{
  return g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "baseline") == 0;
}

static bool
is_of_poor_people (const char *indicator)
{
  return strcmp (indicator, "people-lifted-out") == 0 || strstr (indicator, "poor-people") != NULL || strstr (indicator, "poor-population") != NULL ||
         g_str_has_suffix (indicator, "-poor");
}

/* in the order of their times; a claim is held against those of one time */
void
shanhai_check_within (ShanhaiCheckScope *scope)
{
  const char *whole = g_intern_string (scope->key);
  g_autoptr (GPtrArray) wholes = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->indicator == whole && scope->claims[i]->quantity != NULL)
      g_ptr_array_add (wholes, scope->claims[i]);
  shanhai_claims_sort (wholes);
  for (guint i = 0; i < scope->n && wholes->len > 0; i++)
    {
      const ShanhaiClaim *part = scope->claims[i];
      guint first, end;

      if (part->indicator == whole || part->quantity == NULL || part->planned)
        continue;
      first = part->has_time ? shanhai_claims_find (wholes, part->last, part->last, &end) : 0;
      if (!part->has_time)
        end = shanhai_claims_count_timeless (wholes);
      for (guint k = first; k < end; k++)
        compare_within (scope, part, wholes->pdata[k]);
    }
}

static void
check_count (ShanhaiCheckScope  *scope,
             GPtrArray          *people,
             GPtrArray          *poor,
             const ShanhaiClaim *count)
{
  const char *population = g_intern_static_string ("population");
  bool lifted = strcmp (count->indicator, "people-lifted-out") == 0;
  guint told = 0;

  for (guint i = 0; i < people->len && count->indicator != population && told < MAX_TOLD; i++)
    told += compare_with_people (scope, count, people->pdata[i], &of_population,
                                 !count->cumulative || is_counted_within (scope, count->indicator, population) || lifted);
  told = 0;
  for (guint i = 0; poor->len > 0 && i < poor->len && told < MAX_TOLD && is_of_poor_people (count->indicator); i++)
    /* who was found to be poor later was registered later, so this is never sure */
    if (shanhai_claim_compare_basis (count, poor->pdata[i]) != SHANHAI_ALIKE_NOT)
      told += compare_with_people (scope, count, poor->pdata[i], &of_poor, false);
}

void
shanhai_check_population (ShanhaiCheckScope *scope)
{
  const char *population = g_intern_static_string ("population"), *headcount = g_intern_static_string ("poverty-headcount");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) poor = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->indicator == population)
      g_ptr_array_add (people, scope->claims[i]);
    else if (scope->claims[i]->indicator == headcount && is_baseline (scope->claims[i]))
      g_ptr_array_add (poor, scope->claims[i]);
  if (people->len + poor->len == 0)
    return;

  for (guint i = 0; i < scope->n; i++)
    if (!scope->claims[i]->planned)
      check_count (scope, people, poor, scope->claims[i]);
}

static void
compare_households (ShanhaiCheckScope  *scope,
                    const ShanhaiClaim *people,
                    const ShanhaiClaim *households)
{
  ShanhaiClaim as_people = *households;
  ShanhaiQuantity quantity = *households->quantity;
  ShanhaiAlikeness alike;
  ShanhaiAgreement agreement;
  ShanhaiFinding *finding;
  double each = shanhai_decimal_to_double (&people->quantity->value) / MAX (shanhai_decimal_to_double (&quantity.value), 1);

  quantity.unit = people->quantity->unit;
  as_people.quantity = &quantity;
  alike = shanhai_claim_compare_kind (people, &as_people);
  if (alike == SHANHAI_ALIKE_MAYBE && shanhai_claim_is_same_place (people, households))
    alike = SHANHAI_ALIKE_FULLY;
  agreement = shanhai_compare_at_most (&quantity, people->quantity);
  if (agreement == SHANHAI_AGREEMENT_AGREE && each > MAX_HOUSEHOLD)
    agreement = SHANHAI_AGREEMENT_DOUBTFUL;

  finding = shanhai_check_tell (scope, each > MAX_HOUSEHOLD ? SHANHAI_CHECK_UNIT : SHANHAI_CHECK_POPULATION, agreement, alike, &of_households, people,
                                households);
  if (finding != NULL)
    shanhai_finding_set_number (finding, &(ShanhaiDecimal) { (ShanhaiWide) MIN (each, 1e15), 0 });
}

static bool
is_in_unit (const ShanhaiClaim *claim,
            const char         *unit)
{
  return strcmp (claim->quantity->unit, unit) == 0;
}

static const struct
{
  const char *people;
  const char *households;
} pairs[] = {
  { "poverty-headcount", "registered-poor-households" },
  { "people-lifted-out", "households-lifted-out" },
  { "family-doctor-contracts", "family-doctor-households" },
  { "poor-people-covered", "poor-households-covered" },
};

const char *
shanhai_check_get_households (const char *indicator)
{
  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    if (strcmp (indicator, pairs[p].people) == 0 || strcmp (indicator, pairs[p].households) == 0)
      return pairs[p].households;

  return NULL;
}

void
shanhai_check_households (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_in_unit (scope->claims[i], "person") && strcmp (scope->claims[i]->indicator, scope->key) != 0)
      g_ptr_array_add (people, scope->claims[i]);
  shanhai_claims_sort (people);
  for (guint i = 0; i < scope->n && people->len > 0; i++)
    {
      const ShanhaiClaim *households = scope->claims[i];
      guint first, end;

      if (strcmp (households->indicator, scope->key) != 0 || !is_in_unit (households, "household"))
        continue;
      first = households->has_time ? shanhai_claims_find (people, households->last, households->last, &end) : 0;
      if (!households->has_time)
        end = shanhai_claims_count_timeless (people);
      for (guint k = first; k < end; k++)
        if (is_time_near (people->pdata[k], households))
          compare_households (scope, people->pdata[k], households);
    }
}
