/* shanhai-check-counts.c - people and how often they came; a total and the years that it lists. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 340人次，实际128位: who came is counted once at least, whatever the indicators are called. 21名，其中2018年3名、2019年4名…: where every year of the total's time is listed once, they are all of it. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-paragraph.h"
#include "shanhai-sentence.h"

#define MAX_YEARS 16
/* days that a time may begin or end beside its years */
#define MAX_OVERHANG 31

static const ShanhaiSentences people_and_times = {
  NULL,
  N_("{w1}: {1} are more than {2}. Each person is counted at least once, so one of the units or figures is wrong."),
  N_("{w1}: {1} are more than {2}. Each person is counted at least once, so one of the units or figures is wrong."),
};

static const ShanhaiSentences listed_years = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  NULL,
};

/* before the people, with nothing else since the times: those are who came */
static const char * const who_words[] = { "，实际", "，實際", "，实有", "，涉及", "，分别为", "（实际", "（實際", "，实为", NULL };
static const char * const english_who[] = { "Theywere", "Thesewere", "Thatwas", "Thatis", "from", "by", ",from", ",by", NULL };

static bool
is_times (const char *unit)
{
  return strcmp (unit, "person-time") == 0 || strcmp (unit, "visit") == 0;
}

static void
check_people (ShanhaiCheckScope            *scope,
              const ShanhaiParagraphFigure *times,
              const ShanhaiParagraphFigure *people)
{
  ShanhaiQuantity counted = *times->claim->quantity;
  ShanhaiAgreement agreement;

  if (!is_times (counted.unit) || strcmp (people->claim->quantity->unit, "person") != 0 || people->claim->planned != times->claim->planned || people->claim->indicator == times->claim->indicator ||
      g_strcmp0 (people->claim->about, times->claim->about) != 0)
    return;
  if (!(people->sentence == times->sentence && g_strv_contains (who_words, people->before)) && !g_strv_contains (english_who, people->before))
    return;
  /* those who came in three years are no more than the visits of the three, not of the last one */
  if (people->claim->has_time && times->claim->has_time && (people->claim->first < times->claim->first || people->claim->last > times->claim->last))
    return;
  counted.unit = people->claim->quantity->unit;
  agreement = shanhai_compare_at_most (people->claim->quantity, &counted);
  if (agreement != SHANHAI_AGREEMENT_AGREE)
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, agreement, SHANHAI_ALIKE_MAYBE, &people_and_times, people->claim, times->claim);
}

/* the one year that the claim is of, or 0 */
static int
get_single_year (const ShanhaiClaim *claim)
{
  const int year = claim->has_time && claim->period != NULL ? shanhai_period_get_year (claim->period) : 0;

  return year > 0 && !claim->open_start && claim->last - claim->first >= 364 && claim->last - claim->first <= 366 ? year : 0;
}

static void
check_years (ShanhaiCheckScope      *scope,
             const ShanhaiParagraph *paragraph,
             guint                   index)
{
  static const char * const among[] = { "其中", "分别", "当中", "當中", NULL };
  const ShanhaiParagraphFigure *total = &paragraph->figures[index];
  const ShanhaiClaim *claim = total->claim;
  ShanhaiCheckValue sum = shanhai_check_value_of_number (0);
  ShanhaiAgreement agreement;
  ShanhaiFinding *finding;
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  const int first = index + 2 < paragraph->n ? get_single_year (paragraph->figures[index + 1].claim) : 0;
  guint n = 0;

  if (first == 0 || !claim->has_time || !claim->spans || claim->open_start || claim->planned || claim->last - claim->first < 500 || !shanhai_unit_is_additive (claim->quantity->unit) ||
      ABS (paragraph->figures[index + 1].claim->first - claim->first) > MAX_OVERHANG ||
      !shanhai_words_contain (paragraph->figures[index + 1].before, among))
    return;
  for (guint i = index + 1; i < paragraph->n && n < MAX_YEARS; i++)
    {
      const ShanhaiParagraphFigure *figure = &paragraph->figures[i];
      ShanhaiCheckValue value = shanhai_check_value_of_quantity (figure->claim->quantity);

      if (figure->sentence != total->sentence || figure->claim->quantity->unit != claim->quantity->unit || figure->claim->planned || get_single_year (figure->claim) != first + (int) n)
        break;
      /* what is linked is added by shanhai_check_sums() */
      if (figure->claim->part_of != NULL || !shanhai_check_value_combine (&sum, shanhai_interval_add, &value))
        return;
      n++;
      g_string_append_printf (arithmetic, "%s{%u}", n > 1 ? " + " : "", n + 1);
    }
  /* every year of the total's own */
  if (n < 2 || ABS (paragraph->figures[index + n].claim->last - claim->last) > MAX_OVERHANG || shanhai_paragraph_is_told (scope, SHANHAI_CHECK_SUM, claim))
    return;
  agreement = shanhai_compare_interval (&sum.soft, &sum.hard, claim->quantity);
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM, agreement, SHANHAI_ALIKE_FULLY, &listed_years, claim, NULL);
  for (guint i = 1; i <= n; i++)
    shanhai_finding_add (finding, paragraph->figures[index + i].claim->record, paragraph->figures[index + i].claim->quantity);
  shanhai_finding_set_computed (finding, &sum.nominal.lo, &sum.soft, claim->quantity->unit);
  shanhai_finding_take_arithmetic (finding, g_strdup (arithmetic->str));
}

void
shanhai_paragraph_check_counts (ShanhaiCheckScope      *scope,
                                const ShanhaiParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->n; i++)
    {
      if (i > 0 && paragraph->figures[i].sentence == paragraph->figures[i - 1].sentence)
        check_people (scope, &paragraph->figures[i - 1], &paragraph->figures[i]);
      /* "9,360 visits in three years: 2,480 in 2019 …. They were 5,140 people": of the total */
      for (guint k = 0; k < i; k++)
        if (paragraph->figures[i].sentence == paragraph->figures[k].sentence + 1 && (k == 0 || paragraph->figures[k].sentence != paragraph->figures[k - 1].sentence))
          check_people (scope, &paragraph->figures[k], &paragraph->figures[i]);
      check_years (scope, paragraph, i);
    }
}
