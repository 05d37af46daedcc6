/* shanhai-check-bases.c - a rate and a headcount imply the population behind them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 10.92万 at 38.74 % are of 28.2万 people, 1.28万 at 4.25 % of 30.1万. That the base moves is told, not accused: offices change whom they count. Only a base
 * that leaps says that one of the figures is wrong. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-operands.h"

/* a base that differs more than so much from one time to another is doubtful, or can't be */
#define DOUBTFUL_LEAP 1.3
#define IMPOSSIBLE_LEAP 2.5
#define DAYS_A_YEAR 365

static const ShanhaiSentences one_base = {
  N_("{w1}: {1} at {2} imply a population of {=} ({t1})."),
  NULL,
  NULL,
};

static const ShanhaiSentences two_bases = {
  N_("{w1}: {1} at {2} ({t1}) imply a population of {n}, {3} at {4} ({t3}) one of {=}."),
  N_("{w1}: {1} at {2} ({t1}) imply a population of {n}, but {3} at {4} ({t3}) one of {=}. That is a great change; one figure may be wrong."),
  N_("{w1}: {1} at {2} ({t1}) imply a population of {n}, but {3} at {4} ({t3}) one of {=}. One of the figures must be wrong."),
};

static const ShanhaiSentences told_base = {
  N_("{w1}: {1} at {2} imply a population of {=}; {3} is told."),
  N_("{w1}: {1} at {2} imply a population of {=}, but {3} is told. The rate may have another base."),
  N_("{w1}: {1} at {2} imply a population of {=}, which is more than the {3} that there are."),
};

typedef struct
{
  const ShanhaiClaim *count, *rate;
  ShanhaiInterval     soft, hard;
  ShanhaiDecimal      nominal;
  ShanhaiAlikeness    alike;
} Base;

static bool
compute (Base *base)
{
  ShanhaiDecimal hundred = shanhai_decimal_from_int (100);
  ShanhaiInterval factor = shanhai_interval_point (&hundred);
  ShanhaiInterval count, rate;

  if (shanhai_decimal_sign (&base->rate->quantity->value) <= 0 || shanhai_decimal_sign (&base->count->quantity->value) <= 0)
    return false;

  shanhai_quantity_get_soft (base->count->quantity, &count);
  shanhai_quantity_get_soft (base->rate->quantity, &rate);
  if (!shanhai_interval_divide (&count, &rate, &base->soft) || !shanhai_interval_multiply (&base->soft, &factor, &base->soft))
    return false;
  shanhai_quantity_get_hard (base->count->quantity, &count);
  shanhai_quantity_get_hard (base->rate->quantity, &rate);
  if (!shanhai_interval_divide (&count, &rate, &base->hard) || !shanhai_interval_multiply (&base->hard, &factor, &base->hard))
    return false;
  count = shanhai_interval_point (&base->count->quantity->value);
  rate = shanhai_interval_point (&base->rate->quantity->value);
  if (!shanhai_interval_divide (&count, &rate, &count) || !shanhai_interval_multiply (&count, &factor, &count))
    return false;

  /* no more digits than such a guess has: 28.2万 */
  return shanhai_decimal_round (&count.lo, shanhai_decimal_to_double (&count.lo) >= 100000 ? -3 : shanhai_decimal_to_double (&count.lo) >= 1000 ? -1 : 0,
                                SHANHAI_ROUND_HALF_UP, &base->nominal);
}

static ShanhaiAlikeness
compare_basis (const ShanhaiClaim *a,
               const ShanhaiClaim *b)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_basis (a, b);

  return alike == SHANHAI_ALIKE_MAYBE && shanhai_claim_is_same_place (a, b) ? SHANHAI_ALIKE_FULLY : alike;
}

static bool
is_usable (const ShanhaiClaim *claim,
           const char         *unit)
{
  return claim->has_time && !claim->planned && g_strcmp0 (claim->quantity->unit, unit) == 0 && !(claim->period != NULL && shanhai_period_is_span (claim->period));
}

static int
compare_bases (gconstpointer a,
               gconstpointer b)
{
  const Base *x = a, *y = b;

  return x->count->last < y->count->last ? -1 : x->count->last > y->count->last;
}

/* of several rates at one time, the one that is printed beside the count */
static void
collect (GHashTable *index,
         const char *count,
         const char *rate,
         GArray     *bases)
{
  GPtrArray *counts = g_hash_table_lookup (index, count);
  GPtrArray *rates = g_hash_table_lookup (index, rate);

  for (guint i = 0; counts != NULL && rates != NULL && i < counts->len; i++)
    {
      Base base = { .count = counts->pdata[i], .alike = SHANHAI_ALIKE_NOT };

      if (!is_usable (base.count, "person"))
        continue;
      for (guint k = 0; k < rates->len; k++)
        {
          const ShanhaiClaim *claim = rates->pdata[k];

          if (claim->last == base.count->last && is_usable (claim, "percent") &&
              (base.rate == NULL || (!shanhai_claim_is_same_place (base.rate, base.count) && shanhai_claim_is_same_place (claim, base.count))))
            base.rate = claim;
        }
      if (base.rate == NULL)
        continue;
      base.alike = compare_basis (base.count, base.rate);
      if (base.alike != SHANHAI_ALIKE_NOT && compute (&base))
        g_array_append_val (bases, base);
    }

  g_array_sort (bases, compare_bases);
}

static double
get_leap (const ShanhaiInterval *a,
          const ShanhaiInterval *b)
{
  if (a->hi_unbounded || b->hi_unbounded || a->lo_unbounded || b->lo_unbounded)
    return 1;
  if (shanhai_decimal_compare (&a->hi, &b->lo) < 0)
    return shanhai_decimal_to_double (&b->lo) / MAX (shanhai_decimal_to_double (&a->hi), 1);

  return shanhai_decimal_to_double (&a->lo) / MAX (shanhai_decimal_to_double (&b->hi), 1);
}

static ShanhaiAgreement
judge_leap (const Base *a,
            const Base *b)
{
  double leap = get_leap (&a->hard, &b->hard);

  return leap > IMPOSSIBLE_LEAP ? SHANHAI_AGREEMENT_CONTRADICT : leap > DOUBTFUL_LEAP ? SHANHAI_AGREEMENT_DOUBTFUL : SHANHAI_AGREEMENT_AGREE;
}

static void
tell_pair (ShanhaiCheckScope *scope,
           const Base        *a,
           const Base        *b)
{
  ShanhaiAlikeness alike = MIN (MIN (a->alike, b->alike), shanhai_claim_compare_basis (a->count, b->count));
  ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_BASE, judge_leap (a, b), alike, &two_bases, a->count, a->rate);

  if (finding == NULL)
    return;
  shanhai_finding_add (finding, b->count->record, b->count->quantity);
  shanhai_finding_add (finding, b->rate->record, b->rate->quantity);
  shanhai_finding_set_computed (finding, &b->nominal, &b->soft, "person");
  shanhai_finding_set_number (finding, &a->nominal);
}

static void
tell_told (ShanhaiCheckScope  *scope,
           const Base         *base,
           const ShanhaiClaim *population)
{
  ShanhaiInterval told;
  ShanhaiAgreement agreement = shanhai_compare_interval (&base->soft, &base->hard, population->quantity);
  ShanhaiFinding *finding;

  shanhai_quantity_get_hard (population->quantity, &told);
  /* a rate of the rural people has a smaller base than all people, never a greater one; towards the year's end both move a little */
  if (agreement == SHANHAI_AGREEMENT_CONTRADICT && (shanhai_interval_order (&base->hard, &told) < 0 || get_leap (&base->hard, &told) < 1.1))
    agreement = SHANHAI_AGREEMENT_DOUBTFUL;
  if (agreement == SHANHAI_AGREEMENT_DOUBTFUL && get_leap (&base->hard, &told) < 1.02)
    agreement = SHANHAI_AGREEMENT_AGREE;

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_BASE, agreement, MIN (base->alike, compare_basis (base->count, population)), &told_base,
                                base->count, base->rate);
  if (finding == NULL)
    return;
  shanhai_finding_add (finding, population->record, population->quantity);
  shanhai_finding_set_computed (finding, &base->nominal, &base->soft, "person");
}

static void
check_pair (ShanhaiCheckScope *scope,
            GHashTable        *index,
            const char        *count,
            const char        *rate,
            const char        *population)
{
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (Base));
  GPtrArray *people = g_hash_table_lookup (index, population);

  collect (index, count, rate, bases);
  for (guint i = 0; i < bases->len; i++)
    {
      const Base *base = &g_array_index (bases, Base, i);

      for (guint k = 0; people != NULL && k < people->len; k++)
        {
          const ShanhaiClaim *claim = people->pdata[k];

          if (is_usable (claim, "person") && ABS ((gint64) claim->last - base->count->last) < DAYS_A_YEAR / 2)
            tell_told (scope, base, claim);
        }
      if (i > 0)
        tell_pair (scope, &g_array_index (bases, Base, i - 1), base);
    }

  if (bases->len == 1)
    {
      const Base *base = &g_array_index (bases, Base, 0);
      ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_BASE, SHANHAI_AGREEMENT_AGREE, base->alike, &one_base, base->count, base->rate);

      if (finding != NULL)
        shanhai_finding_set_computed (finding, &base->nominal, &base->soft, "person");
    }
}

void
shanhai_check_bases (ShanhaiCheckScope *scope)
{
  const char *rate = g_intern_static_string ("poverty-incidence");

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->indicator == rate)
      {
        g_autoptr (GHashTable) index = shanhai_operands_index (scope);

        check_pair (scope, index, g_intern_static_string ("poverty-headcount"), rate, g_intern_static_string ("population"));
        return;
      }
}
