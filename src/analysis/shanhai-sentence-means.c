/* shanhai-sentence-means.c - 年均, 月均, 户均: means of the figures that a sentence tells before. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mean is held against a total of its own time alone; that of a rise from year to year is none of these. */

#include "shanhai-config.h"

#include "shanhai-sentence-private.h"

#include <string.h>

#include "shanhai-operands.h"

static const char * const yearly_words[] = { "年均", "平均每年", "每年平均", "ayearonaverage", "yearlyaverageof", NULL };
static const char * const monthly_words[] = { "月均", "平均每月", "每月平均", "monthlyaverageof", NULL };
static const char * const daily_words[] = { "日均", "平均每天", "每天平均", "dailyaverageof", NULL };
static const char * const average_words[] = { "averageof", "averaging", "onaverage", NULL };

static const struct
{
  const char *word;
  const char *unit;
} measures[] = {
  { "期", "session" }, { "场", "session" }, { "場", "session" }, { "戶", "household" }, { "縣", "county" }, { "鎮", "township" }, { "亩", "mu" }, { "畝", "mu" }, { "次", "occurrence" }, { "批", "batch" }, { "户", "household" }, { "人", "person" }, { "名", "person" }, { "村", "village" },
  { "县", "county" }, { "校", "school" }, { "家", "company" }, { "镇", "township" }, { "个项目", "project" },
};

/* 年均投入, 户均增收: a verb stands between the word and the figure */
static bool
is_before_verb (const char *words,
                const char *word)
{
  const char *clause = shanhai_words_get_last_clause (words);

  return g_str_has_prefix (clause, word) && !shanhai_sentence_tells_change (clause) && g_utf8_strlen (clause + strlen (word), -1) <= SHANHAI_MAX_VERB;
}

static bool
tells_mean_of (const char         *words,
               const char * const *list)
{
  /* 年均增长 is of the rise from year to year, not of the total */
  if (shanhai_sentence_tells_change (shanhai_words_get_last_clause (words)))
    return false;
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_suffix (words, list[i]) || is_before_verb (words, list[i]))
      return true;

  return false;
}

/* "an average of 9,864 yuan per household" */
static const char *
get_measure_behind (const ShanhaiSentenceFigure *figure)
{
  static const char * const words[][2] = {
    { "household", "household" }, { "family", "household" }, { "village", "village" }, { "person", "person" }, { "head", "person" }, { "session", "session" },
    { "course", "session" }, { "company", "company" }, { "school", "school" }, { "township", "township" },
  };
  const char *after = figure->after;

  if (!shanhai_words_end_with (figure->before, average_words))
    return NULL;
  if (g_str_has_prefix (after, " per "))
    after += strlen (" per ");
  else if (g_str_has_prefix (after, " a "))
    after += strlen (" a ");
  else if (g_str_has_prefix (after, " for each "))
    after += strlen (" for each ");
  else
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (after, words[i][0]))
      return g_intern_static_string (words[i][1]);

  return NULL;
}

/* the unit of what an average is of: 平均每期, 户均 */
static const char *
get_measure (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autofree char *each = g_strconcat ("平均每", measures[i].word, NULL);
      g_autofree char *each_on_average = g_strconcat ("每", measures[i].word, "平均", NULL);
      g_autofree char *mean = g_strconcat (measures[i].word, "均", NULL);

      if (g_str_has_suffix (words, each) || g_str_has_suffix (words, each_on_average) || g_str_has_suffix (words, mean) || is_before_verb (words, mean))
        return g_intern_static_string (measures[i].unit);
    }

  return NULL;
}

static bool
are_people (const char *a,
            const char *b)
{
  return g_str_has_prefix (a, "person") && g_str_has_prefix (b, "person");
}

/* whole months of the claim's time; 0 where it isn't told in such */
static int
count_months (const ShanhaiClaim *claim)
{
  double months;
  int whole;

  if (!claim->has_time || claim->open_start || claim->last == SHANHAI_DAY_AFTER_ALL)
    return 0;
  months = (claim->last - claim->first + 1) / (365.25 / 12);
  whole = (int) (months + 0.5);

  return ABS (months - whole) < 0.1 ? whole : 0;
}

static int
count_days (const ShanhaiClaim *claim)
{
  return claim->has_time && !claim->open_start && claim->last != SHANHAI_DAY_AFTER_ALL ? claim->last - claim->first + 1 : 0;
}

/* the mean of one time and the total of another: 2016至2019年5300人次，其中2019年月均100人次 */
static bool
are_of_one_time (const ShanhaiClaim *mean,
                 const ShanhaiClaim *total)
{
  return !mean->has_time || (total->has_time && mean->first == total->first && mean->last == total->last);
}

/* 投入5000万元，年均1000万元; 培训30期、3000人次，平均每期100人次 */
void
shanhai_sentence_check_mean (ShanhaiCheckScope           *scope,
               const ShanhaiSentenceFigure *figures,
               guint                        index)
{
  const ShanhaiSentenceFigure *mean = &figures[index];
  int total = shanhai_sentence_find_before (figures, index, mean->claim->quantity->unit), base;
  const char *unit;
  ShanhaiCheckValue value;

  if (mean->is_broken || (total >= 0 && shanhai_sentence_is_formula_of (scope, mean->claim, figures[total].claim)))
    return;
  if (total >= 0 && !are_of_one_time (mean->claim, figures[total].claim) && (tells_mean_of (mean->before, daily_words) || tells_mean_of (mean->before, monthly_words) || tells_mean_of (mean->before, yearly_words)))
    return;
  if (tells_mean_of (mean->before, monthly_words) || tells_mean_of (mean->before, daily_words))
    {
      bool daily = tells_mean_of (mean->before, daily_words);
      int parts = total < 0 ? 0 : daily ? count_days (figures[total].claim) : count_months (figures[total].claim);
      ShanhaiCheckValue length = shanhai_check_value_of_number (parts);
      g_autofree char *arithmetic = g_strdup_printf ("{2} ÷ %d", parts);

      value = total >= 0 ? shanhai_check_value_of_quantity (figures[total].claim->quantity) : length;
      if (parts > 1 && shanhai_check_value_combine (&value, shanhai_interval_divide, &length))
        shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, total == (int) index - 1 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, arithmetic,
                       (const ShanhaiSentenceFigure *const[]) { &figures[total] }, 1);
      return;
    }
  if (tells_mean_of (mean->before, yearly_words))
    {
      int years[2];
      guint n = total >= 0 ? shanhai_operands_years (NULL, figures[total].claim, NULL, years) : 0;

      for (guint i = 0; i < n; i++)
        {
          ShanhaiCheckValue length = shanhai_check_value_of_number (years[i]);
          g_autofree char *arithmetic = g_strdup_printf ("{2} ÷ %d", years[i]);

          value = shanhai_check_value_of_quantity (figures[total].claim->quantity);
          if (!shanhai_check_value_combine (&value, shanhai_interval_divide, &length))
            return;
          if (i + 1 == n || shanhai_compare_interval (&value.soft, &value.hard, mean->claim->quantity) == SHANHAI_AGREEMENT_AGREE)
            {
              shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, total == (int) index - 1 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, arithmetic,
                             (const ShanhaiSentenceFigure *const[]) { &figures[total] }, 1);
              return;
            }
        }
      return;
    }

  unit = get_measure (mean->before);
  if (unit == NULL)
    unit = get_measure_behind (mean);
  if (unit == NULL)
    return;
  base = shanhai_sentence_find_before (figures, index, unit);
  for (int i = (int) index - 1; i >= 0 && total < 0; i--)
    if (are_people (figures[i].claim->quantity->unit, mean->claim->quantity->unit) && i != base)
      total = i;
  if (base < 0 || total < 0 || base == total)
    return;
  {
    ShanhaiCheckValue divisor = shanhai_check_value_of_quantity (figures[base].claim->quantity);

    value = shanhai_check_value_of_quantity (figures[total].claim->quantity);
    if (shanhai_check_value_combine (&value, shanhai_interval_divide, &divisor))
      shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, MIN (base, total) == (int) index - 2 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3}",
                     (const ShanhaiSentenceFigure *const[]) { &figures[total], &figures[base] }, 2);
  }
}
