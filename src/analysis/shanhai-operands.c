/* shanhai-operands.c - which claims can stand for an operand of a formula. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-operands.h"

#include <string.h>

#include "shanhai-claims.h"
#include "shanhai-observation.h"

#define DAYS_A_YEAR 365.2425
/* "since 2013-12" and a figure of 2013-12-31 */
#define DAYS_A_MONTH 31
#define DAYS_BEFORE_GDATE 306
/* from the first day of a leap year to its last */
#define DAYS_TO_YEAR_END 365
/* of the words in is_only_mean(), the first ones */
#define N_MEAN_WORDS 10

typedef enum
{
  NEAR_NOWHERE,
  NEAR_ANYWHERE,
  NEAR_SOURCE,
  NEAR_PARAGRAPH,
} Nearness;

GHashTable *
shanhai_operands_index (ShanhaiCheckScope *scope)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < scope->n; i++)
    {
      ShanhaiClaim *claim = scope->claims[i];
      GPtrArray *claims;

      if (claim->indicator == NULL || claim->quantity == NULL)
        continue;
      claims = g_hash_table_lookup (index, claim->indicator);
      if (claims == NULL)
        {
          claims = g_ptr_array_new ();
          g_hash_table_insert (index, (char *) claim->indicator, claims);
        }
      g_ptr_array_add (claims, claim);
    }
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    shanhai_claims_sort (list);

  return index;
}

static bool
is_own_time (const ShanhaiClaim *claim,
             const ShanhaiClaim *result)
{
  if (!claim->has_time && !result->has_time)
    return g_strcmp0 (claim->root, result->root) == 0;
  if (!claim->has_time || !result->has_time)
    return shanhai_claim_is_same_place (claim, result);
  if (claim->last != result->last)
    return false;

  return claim->first == result->first || !claim->spans || !result->spans || claim->open_start || result->open_start;
}

/* the time is given in years, or begins as one does */
static bool
is_year_start (gint32 day)
{
  GDate date;

  /* GDate counts from the first of January of the year 1, which is 306 days after the first of March of the year 0 */
  if (day < DAYS_BEFORE_GDATE || !g_date_valid_julian ((guint32) (day - DAYS_BEFORE_GDATE + 1)))
    return false;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day - DAYS_BEFORE_GDATE + 1));

  return g_date_get_day (&date) == 1 && g_date_get_month (&date) == G_DATE_JANUARY;
}

/* A total over a time is of neither end of it. A rate of a year is none: how high it stood that year. */
static bool
is_total (const ShanhaiClaim *claim)
{
  return claim->spans && (claim->cumulative || strcmp (claim->quantity->unit, "percent") != 0 || shanhai_period_is_span (claim->period));
}

static bool
is_at_start (const ShanhaiClaim *claim,
             const ShanhaiClaim *result)
{
  gint32 distance;

  if (!claim->has_time || !result->has_time || result->open_start || is_total (claim) || claim->last >= result->last)
    return false;

  distance = claim->last - result->first;
  /* the day itself or the one before, the month's end, and for a year its end */
  return distance == 0 || distance == -1 || (distance > 0 && distance < DAYS_A_MONTH) ||
         ((distance == 364 || distance == 365) && is_year_start (result->first));
}

static bool
is_at_end (const ShanhaiClaim *claim,
           const ShanhaiClaim *result)
{
  return claim->has_time && result->has_time && !is_total (claim) && claim->last == result->last;
}

/* since when isn't said: since the figure that is marked as the first one, or the first that is told beside it */
static bool
is_baseline (const ShanhaiClaim *claim,
             const ShanhaiClaim *result)
{
  return result->has_time && result->open_start && claim->has_time && !claim->spans && claim->last < result->last &&
         (shanhai_claim_is_same_place (claim, result) ||
          (result->cumulative && g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "baseline") == 0));
}

/* 六年平均, 年均, "average of six years": nothing but that it is a mean */
static bool
is_only_mean (const char *basis)
{
  static const char * const words[] = { "平均", "均", "每", "average", "annual", "yearly", "monthly", "daily", "mean", "per ", "年", "月", "日", "天", "户", "戶", "人", "县", "縣", "村", "家", "个", "over ", "years", "year",
                                        "months", "month", "household", "person", "head", "capita", "county", "of ", "the ", "a ", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", NULL };
  bool mean = false;

  for (const char *p = basis; *p != '\0';)
    {
      guint w = 0;

      while (words[w] != NULL && !g_str_has_prefix (p, words[w]))
        w++;
      if (words[w] == NULL && g_unichar_isalpha (g_utf8_get_char (p)))
        return false;
      mean |= w < N_MEAN_WORDS;
      p = words[w] != NULL ? p + strlen (words[w]) : g_utf8_next_char (p);
    }

  return mean;
}

static bool
says_only_mean (const ShanhaiName *basis)
{
  for (guint i = 0; basis != NULL && i < shanhai_name_get_n (basis); i++)
    if (!is_only_mean (shanhai_name_get_nth (basis, i, NULL)))
      return false;

  return true;
}

static ShanhaiAlikeness
compare_definition (const ShanhaiClaim *claim,
                    const ShanhaiClaim *result)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_basis (claim, result);

  if (claim->planned != result->planned)
    return SHANHAI_ALIKE_NOT;
  if (claim->programme != NULL && result->programme != NULL && g_strcmp0 (claim->programme, result->programme) != 0)
    return SHANHAI_ALIKE_NOT;
  /* What one paragraph tells in one breath it counts in one way; an average's basis only says over how long. But of a rate of which it is said whose it is, the rest may be all. */
  if (alike == SHANHAI_ALIKE_MAYBE && shanhai_claim_is_same_place (claim, result) && says_only_mean (result->basis))
    alike = SHANHAI_ALIKE_FULLY;

  return alike;
}

static Nearness
get_nearness (const ShanhaiClaim *claim,
              const ShanhaiClaim *result)
{
  if (shanhai_claim_is_same_place (claim, result))
    return NEAR_PARAGRAPH;

  return claim->root != NULL && g_strcmp0 (claim->root, result->root) == 0 ? NEAR_SOURCE : NEAR_ANYWHERE;
}

static bool
stands_for (const ShanhaiClaim   *claim,
            const ShanhaiClaim   *result,
            const ShanhaiOperand *operand)
{
  switch (operand->kind)
    {
    case SHANHAI_OPERAND_VALUE:
      return is_own_time (claim, result);
    case SHANHAI_OPERAND_START:
      return is_at_start (claim, result) || is_baseline (claim, result);
    case SHANHAI_OPERAND_END:
      return is_at_end (claim, result);
    case SHANHAI_OPERAND_YEARS:
    default:
      return false;
    }
}

/* of the figures that could be the unsaid start, the earliest */
static void
keep_earliest (ShanhaiCandidates *self)
{
  guint best = 0;

  for (guint i = 1; i < self->n; i++)
    if (self->claims[i]->last < self->claims[best]->last)
      best = i;
  if (self->n > 0)
    {
      self->claims[0] = self->claims[best];
      self->alike[0] = self->alike[best];
      self->n = 1;
    }
}

typedef struct
{
  const ShanhaiClaim   *result;
  const ShanhaiOperand *operand;
  const char           *unit;  /* interned, or NULL */
  Nearness              best;
  ShanhaiCandidates    *out;
} Search;

static void
consider (Search    *self,
          GPtrArray *claims,
          guint      from,
          guint      end)
{
  ShanhaiCandidates *out = self->out;

  for (guint i = from; i < end; i++)
    {
      const ShanhaiClaim *claim = claims->pdata[i];
      ShanhaiAlikeness alike;
      Nearness nearness;

      if (claim == self->result || (self->unit != NULL && claim->quantity->unit != self->unit) || !stands_for (claim, self->result, self->operand))
        continue;
      nearness = get_nearness (claim, self->result);
      if (nearness < self->best || (nearness == self->best && out->n == SHANHAI_MAX_CANDIDATES))
        continue;
      alike = compare_definition (claim, self->result);
      if (alike == SHANHAI_ALIKE_NOT)
        continue;
      if (nearness > self->best)
        out->n = 0;
      self->best = nearness;
      out->claims[out->n] = claim;
      out->alike[out->n++] = alike;
    }
}

/* Only those are looked at whose time can be right; where thousands of figures are about one subject, that is a few of them. */
void
shanhai_operands_find (GHashTable           *index,
                       const ShanhaiClaim   *result,
                       const ShanhaiOperand *operand,
                       const char           *unit,
                       ShanhaiCandidates    *out)
{
  GPtrArray *claims = operand->indicator != NULL ? g_hash_table_lookup (index, operand->indicator) : NULL;
  Search search = { result, operand, unit != NULL ? g_intern_string (unit) : NULL, NEAR_NOWHERE, out };
  guint from, end;

  out->n = 0;
  if (claims == NULL)
    return;

  if (!result->has_time)
    consider (&search, claims, 0, claims->len);
  else if (operand->kind != SHANHAI_OPERAND_START)
    {
      consider (&search, claims, 0, shanhai_claims_count_timeless (claims));
      from = shanhai_claims_find (claims, result->last, result->last, &end);
      consider (&search, claims, from, end);
    }
  else
    {
      from = shanhai_claims_find (claims, result->open_start ? G_MININT64 : (gint64) result->first - 1,
                                  result->open_start ? (gint64) result->last - 1 : (gint64) result->first + DAYS_TO_YEAR_END, &end);
      consider (&search, claims, from, end);
    }

  if (operand->kind == SHANHAI_OPERAND_START && result->open_start)
    keep_earliest (out);
}

/* whether a state at the beginning of the result's first year is told, and one at the end of that year */
static void
look_for_starts (GHashTable           *index,
                 const ShanhaiClaim   *result,
                 const ShanhaiFormula *total,
                 bool                 *before,
                 bool                 *after)
{
  const ShanhaiOperand *operands;
  guint n = 0;

  *before = *after = false;
  operands = total != NULL ? shanhai_formula_get_operands (total, &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *claims = operands[i].kind == SHANHAI_OPERAND_START ? g_hash_table_lookup (index, operands[i].indicator) : NULL;

      for (guint k = 0; claims != NULL && k < claims->len; k++)
        {
          const ShanhaiClaim *claim = claims->pdata[k];
          gint32 distance = claim->has_time && !claim->spans ? claim->last - result->first : G_MAXINT32;

          *before |= distance == -1;
          *after |= distance == 364 || distance == 365;
        }
    }
}

guint
shanhai_operands_years (GHashTable           *index,
                        const ShanhaiClaim   *result,
                        const ShanhaiFormula *total,
                        int                   years[2])
{
  bool before, after;
  int whole;
  double exact;

  if (!result->has_time || result->open_start || result->last == SHANHAI_DAY_AFTER_ALL)
    return 0;

  /* 2013-12-31 to 2019-12-31, and 2014 to 2019, are both six years */
  exact = (double) (result->last - result->first + (is_year_start (result->first) ? 1 : 0)) / DAYS_A_YEAR;
  whole = (int) (exact + 0.5);
  if (whole < 1 || exact - whole > 0.1 || whole - exact > 0.1)
    return 0;

  years[0] = whole;
  if (!is_year_start (result->first) || whole == 1)
    return 1;

  /* from 2013 to 2019: seven years by the calendar, six from end to end */
  look_for_starts (index, result, total, &before, &after);
  if (after && !before)
    {
      years[0] = whole - 1;
      return 1;
    }
  if (before)
    return 1;
  years[1] = whole - 1;

  return 2;
}
