/* shanhai-check-years.c - what was told of each year makes up what was told of all of them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Years that are all there, without a gap and once each, are added. Money, things and meetings of a year are no part of another one; but who was helped in two years is one
 * person, so people of all years together can be fewer than the years' people added, never more. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-claims.h"
#include "shanhai-flow.h"

/* years, or months, that are added up */
#define MAX_YEARS 48
/* totals of one thing that are looked at */
#define MAX_TOTALS 64
/* "2013-12-31/2019-12-31" begins with the year 2014 */
#define MAX_OVERHANG 31
/* two quarters at least: a week's figures are nobody's terms */
#define MIN_TOTAL_DAYS 180
#define YEAR_DAYS 360

static const ShanhaiSentences years = {
  N_("{w1}: {+} = {=}, as printed ({1}, {t1})."),
  N_("{w1}: year by year {+} = {=}, but {1} is printed ({t1}). Something may be missing, or a figure is wrong."),
  N_("{w1}: year by year {+} = {=}, but {1} is printed ({t1})."),
};

static const ShanhaiSentences people_of_years = {
  NULL,
  N_("{w1}: year by year {+} = {=}, more than the {1} that are printed ({t1}). Some people may be counted in more than one year, or a figure is wrong."),
  NULL,
};

static bool
is_sum_over_time (const ShanhaiCheckScope *scope,
                  const ShanhaiClaim      *claim)
{
  if (claim->quantity == NULL || !claim->has_time || claim->open_start || claim->last == SHANHAI_DAY_AFTER_ALL || !claim->spans || claim->planned ||
      !shanhai_unit_is_additive (claim->quantity->unit))
    return false;

  return claim->indicator == NULL || !shanhai_definitions_get (scope->definitions, claim->indicator)->average;
}

/* one of several that are told of the same time: then nothing says which is meant, unless they are the same */
static bool
is_alone_or_repeated (const ShanhaiClaim **years_told,
                      guint                n,
                      const ShanhaiClaim  *claim,
                      bool                *repeated)
{
  const ShanhaiClaim *last = n > 0 ? years_told[n - 1] : NULL;

  *repeated = last != NULL && last->first == claim->first && last->last == claim->last && claim->type != SHANHAI_RECORD_FLOW &&
              shanhai_decimal_equal (&last->quantity->value, &claim->quantity->value);

  return *repeated || last == NULL || claim->first > last->last;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;

  return x->last < y->last ? -1 : x->last > y->last;
}

static bool
is_term (const ShanhaiClaim *claim,
         const ShanhaiClaim *total)
{
  if (claim == total || claim->first < total->first - 1 || claim->last > total->last || (claim->first <= total->first && claim->last == total->last) ||
      shanhai_claim_compare_kind (claim, total) == SHANHAI_ALIKE_NOT)
    return false;
  /* of the same money */
  return claim->type != SHANHAI_RECORD_FLOW ||
         shanhai_flow_get_sector (SHANHAI_FLOW (claim->record)) == shanhai_flow_get_sector (SHANHAI_FLOW (total->record));
}

/* the years that make up the total's time; 0 where one is missing or told twice */
static guint
collect_years (GPtrArray           *sorted,
               const ShanhaiClaim  *total,
               const ShanhaiClaim **out)
{
  guint n = 0;

  for (guint i = 0; i < sorted->len; i++)
    {
      const ShanhaiClaim *claim = sorted->pdata[i];
      bool repeated;

      if (claim->first > total->last)
        break;
      if (!is_term (claim, total))
        continue;
      if (!is_alone_or_repeated (out, n, claim, &repeated) || (!repeated && n == MAX_YEARS))
        return 0;
      if (repeated)
        continue;
      if (n > 0 ? claim->first != out[n - 1]->last + 1 : claim->first < total->first - 1 || claim->first > total->first + MAX_OVERHANG)
        return 0;
      out[n++] = claim;
    }

  return n >= 2 && out[n - 1]->last == total->last ? n : 0;
}

static bool
are_people (const char *unit)
{
  return strcmp (unit, "person") == 0 || strcmp (unit, "household") == 0;
}

/* who is out of poverty seldom gets out again, and who is sent is counted as sent; but people's health is checked every year */
static bool
are_counted_once (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_EXCHANGE || claim->indicator == g_intern_static_string ("people-lifted-out");
}

/* 2017年4082人，2018年8950人，三年共11889人: one breath lists the years and what they make */
static bool
stand_together (const ShanhaiClaim  *total,
                const ShanhaiClaim **terms,
                guint                n)
{
  for (guint i = 0; i < n; i++)
    if (!shanhai_claim_is_same_place (total, terms[i]))
      return false;

  return true;
}

static void
add_years (ShanhaiCheckScope   *scope,
           const ShanhaiClaim  *total,
           const ShanhaiClaim **terms,
           guint                n)
{
  ShanhaiTotal sum = { .nominal = SHANHAI_DECIMAL_INIT };
  ShanhaiAlikeness alike = SHANHAI_ALIKE_FULLY;
  ShanhaiAgreement agreement;
  ShanhaiFinding *finding;
  ShanhaiInterval printed;
  const ShanhaiSentences *sentences = &years;
  bool linked = true;

  for (guint i = 0; i < n; i++)
    {
      if (!shanhai_total_add (&sum, terms[i]->quantity))
        return;
      linked &= g_strcmp0 (terms[i]->part_of, shanhai_record_get_id (total->record)) == 0;
      alike = MIN (alike, terms[i]->part_of != NULL && total->part_of == NULL ? shanhai_claim_compare_basis (terms[i], total) : shanhai_claim_compare_kind (terms[i], total));
    }
  agreement = shanhai_compare_interval (&sum.soft, &sum.hard, total->quantity);
  shanhai_quantity_get_hard (total->quantity, &printed);
  if (agreement != SHANHAI_AGREEMENT_AGREE && are_people (total->quantity->unit) && shanhai_interval_order (&sum.hard, &printed) > 0)
    {
      if (!are_counted_once (total) || !stand_together (total, terms, n))
        return;
      sentences = &people_of_years;
    }
  /* shanhai_check_sums() has told it */
  if (agreement == SHANHAI_AGREEMENT_AGREE && linked)
    return;
  /* other gifts of a year can be left out */
  if (total->type == SHANHAI_RECORD_FLOW && shanhai_interval_order (&sum.hard, &printed) < 0)
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  /* two reports of running totals may have counted anew between */
  if (!total->cumulative || (total->open_start && g_strcmp0 (terms[0]->root, total->root) != 0))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM, agreement, alike, sentences, total, NULL);
  if (finding == NULL)
    return;
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, terms[i]->record, terms[i]->quantity);
  shanhai_finding_set_computed (finding, &sum.nominal, &sum.soft, total->quantity->unit);
}

/* a total since nobody says when */
static bool
is_running_total (const ShanhaiClaim *claim)
{
  return claim->quantity != NULL && claim->has_time && claim->open_start && claim->cumulative && claim->last != SHANHAI_DAY_AFTER_ALL && !claim->planned &&
         shanhai_unit_is_additive (claim->quantity->unit) && claim->type == SHANHAI_RECORD_OBSERVATION;
}

/* What there was at the end of one year and what the next one brought is what there was at its end. */
static void
check_growth (ShanhaiCheckScope  *scope,
              const ShanhaiClaim *before,
              const ShanhaiClaim *year,
              const ShanhaiClaim *after)
{
  const ShanhaiClaim *terms[] = { before, year };

  if (shanhai_claim_compare_kind (before, after) != SHANHAI_ALIKE_NOT && shanhai_claim_compare_kind (year, after) != SHANHAI_ALIKE_NOT)
    add_years (scope, after, terms, G_N_ELEMENTS (terms));
}

static void
check_running_totals (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (is_running_total (scope->claims[i]))
      g_ptr_array_add (totals, scope->claims[i]);
  if (totals->len < 2 || totals->len > MAX_TOTALS)
    return;
  shanhai_claims_sort (totals);
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *year = scope->claims[i];
      guint before, before_end, after, after_end;

      if (!is_sum_over_time (scope, year) || year->last - year->first < YEAR_DAYS)
        continue;
      before = shanhai_claims_find (totals, (gint64) year->first - 1, (gint64) year->first - 1, &before_end);
      after = shanhai_claims_find (totals, year->last, year->last, &after_end);
      /* of several that are told for one day, nothing says which is meant */
      if (before_end == before + 1 && after_end == after + 1)
        check_growth (scope, totals->pdata[before], year, totals->pdata[after]);
    }
}

void
shanhai_check_years (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) sorted = NULL;
  guint looked = 0;

  if (scope->n < 3)
    return;
  check_running_totals (scope);
  sorted = g_ptr_array_sized_new (scope->n);
  for (guint i = 0; i < scope->n; i++)
    if (is_sum_over_time (scope, scope->claims[i]))
      g_ptr_array_add (sorted, scope->claims[i]);
  if (sorted->len < 3)
    return;
  g_ptr_array_sort (sorted, compare_starts);

  for (guint i = 0; i < sorted->len && looked < MAX_TOTALS; i++)
    {
      const ShanhaiClaim *total = sorted->pdata[i];
      const ShanhaiClaim *terms[MAX_YEARS];
      guint n;

      if (total->last - total->first < MIN_TOTAL_DAYS)
        continue;
      looked++;
      n = collect_years (sorted, total, terms);
      if (n > 0)
        add_years (scope, total, terms, n);
    }
}
