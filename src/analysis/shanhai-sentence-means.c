/* shanhai-sentence-means.c - 年均, 月均, 户均: means of the figures that a sentence tells before. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mean is held against a total of its own time and of the same thing: what is bought isn't what is gained. That of a rise from year to year is none of these. */

#include "shanhai-config.h"

#include "shanhai-sentence-private.h"

#include <string.h>

#include "shanhai-operands.h"

/* a mean of the days on which one is open, against all of them */
#define MAX_OPEN_DAYS 2

static const char * const yearly_words[] = { "年均", "平均每年", "每年平均", "ayearonaverage", "yearlyaverageof", "annualaverageof", NULL };
static const char * const monthly_words[] = { "月均", "平均每月", "每月平均", "monthlyaverageof", NULL };
static const char * const daily_words[] = { "日均", "平均每天", "每天平均", "dailyaverageof", NULL };
static const char * const yearly_behind[] = { " a year", " per year", " each year", " annually", NULL };
static const char * const monthly_behind[] = { " a month", " per month", " each month", " monthly", NULL };
static const char * const daily_behind[] = { " a day", " per day", " each day", " daily", NULL };
/* ", or 26.6 million yuan a year": what was told is told again */
static const char * const or_words[] = { ",or", ",thatis", "(", "or", NULL };
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
  bool told_again = g_strv_contains (or_words, figure->before) || strcmp (figure->before, ",") == 0;

  if (!shanhai_words_end_with (figure->before, average_words) && !told_again)
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

      if (g_str_has_suffix (words, each) || g_str_has_suffix (words, each_on_average) || g_str_has_suffix (words, mean) || is_before_verb (words, mean) ||
          is_before_verb (words, each))
        return g_intern_static_string (measures[i].unit);
    }

  return NULL;
}

/* 320户分红96万元，每户3000元; "the 320 households shared 960,000 yuan, or 3,000 yuan each" */
static const char *
get_measure_of_each (const ShanhaiSentenceFigure *figures,
                     guint                        index)
{
  static const char * const each_behind[] = { " each", " apiece", NULL };
  static const char * const bearers[] = { "person", "household", "village", "school", "company", "township", "county", NULL };
  const ShanhaiSentenceFigure *mean = &figures[index];
  const char *clause = shanhai_words_get_last_clause (mean->before);

  if (g_str_has_prefix (clause, "每"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
        if (strcmp (clause + strlen ("每"), measures[i].word) == 0)
          return g_intern_static_string (measures[i].unit);
      return NULL;
    }
  if ((!g_strv_contains (or_words, mean->before) && !shanhai_words_end_with (mean->before, average_words)) || !shanhai_sentence_is_behind (mean, each_behind))
    return NULL;
  for (int i = (int) index - 1; i >= 0; i--)
    if (figures[i].claim->quantity->unit != mean->claim->quantity->unit)
      return g_strv_contains (bearers, figures[i].claim->quantity->unit) ? figures[i].claim->quantity->unit : NULL;

  return NULL;
}

static bool
are_people (const char *a,
            const char *b)
{
  return g_str_has_prefix (a, "person") && g_str_has_prefix (b, "person");
}

/* words behind 年均 or 户均 that any total may have, of whatever it is: then both must be of nothing else */
static const char * const general_things[] = { "收入", "纯收入", "純收入", "增收", "支出", "产值", "產值", "利润", "利潤", "资金", "資金", "收益", "效益", NULL };
/* say nothing of whose it is */
static const char * const light_words[] = { "实现", "實現", "获得", "獲得", "累计", "累計", "合计", "共计", "共", "总", "總", "全年", "年", "可", "发放", "發放", "带动", "帶動", "促进", "帮助",
                                            "农民", "农户", "群众", "贫困户", "贫困群众", "户", "人", "达到", "达", "也就是", "即", "相当于", "平均", "全县", "全區", "全区", "为", "其", NULL };
static const char * const inclusions[] = { "其中", "当中", "當中", "包括", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };

static bool
is_made_of (const char         *words,
            gsize               length,
            const char * const *list)
{
  while (length > 0)
    {
      gsize skip = 0;

      for (guint i = 0; list[i] != NULL && skip == 0; i++)
        if (strlen (list[i]) <= length && g_str_has_prefix (words, list[i]))
          skip = strlen (list[i]);
      if (skip == 0)
        return false;
      words += skip;
      length -= skip;
    }

  return true;
}

static bool
is_ascii (const char *words,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) words[i] >= 0x80)
      return false;

  return true;
}

bool
shanhai_sentence_is_mean (const ShanhaiSentenceFigure *figure)
{
  const char *clause = shanhai_words_get_last_clause (figure->before);

  return strstr (clause, "均") != NULL || strstr (clause, "average") != NULL;
}

/* 户均增收: what the mean is of, 增收; nothing where it is told in one breath with its total. NULL where the clause speaks of something narrower: 黄金周日均 */
static const char *
get_thing (const ShanhaiSentenceFigure *mean)
{
  static const char * const bare[] = { "anaverageof", "averageof", "withanaverageof", "oranaverageof", "averaging", "onaverage", "amonthlyaverageof", "withamonthlyaverageof", "ayearlyaverageof", "anannualaverageof", "oranannualaverageof", "annualaverageof",
                                       "adailyaverageof", "thatisanaverageof", "oradailyaverageof", "oramonthlyaverageof", "oranaverageof", NULL };
  const char *clause = shanhai_words_get_last_clause (mean->before), *at = NULL;

  if (is_ascii (clause, strlen (clause)))
    return *clause == '\0' || g_strv_contains (bare, clause) || !shanhai_words_end_with (clause, average_words) ? "" : NULL;
  for (const char *found = clause; (found = strstr (found, "均")) != NULL; found += strlen ("均"))
    at = found;
  if (at == NULL)
    return "";
  at += strlen ("均");
  /* 平均每期, 每期平均 */
  if (g_str_has_prefix (at, "每"))
    {
      const gsize before = (gsize) (at - clause), word = strlen ("平均");

      if (!is_made_of (clause, before > word ? before - word : 0, light_words))
        return NULL;
      if (shanhai_words_end_with (clause, (const char * const[]) { "每年", "每月", "每天", NULL }))
        return "";
      return g_utf8_offset_to_pointer (at, g_utf8_strlen (at, -1) >= 2 ? 2 : 1);
    }
  /* the word itself: 年均, 户均 */
  {
    const char *word = g_utf8_prev_char (at);

    if (word > clause)
      word = g_utf8_prev_char (word);
    if (g_str_has_prefix (word, "平均") && word > clause)
      return "";
    return is_made_of (clause, (gsize) (word - clause), light_words) ? at : NULL;
  }
}

/* whether the total's words are of the thing: 发放分红80万元, 户均分红2000元 */
static bool
is_of_thing (const ShanhaiSentenceFigure *total,
             const char                  *thing)
{
  const char *clause = shanhai_words_get_last_clause (total->before), *found = g_strrstr (clause, thing);

  if (found == NULL)
    return g_utf8_strlen (clause, -1) >= 2 && g_str_has_prefix (thing, clause);
  if (!g_strv_contains (general_things, thing))
    return true;

  return is_made_of (clause, (gsize) (found - clause), light_words) && is_made_of (found + strlen (thing), strlen (found + strlen (thing)), light_words);
}

static bool
is_of_one_indicator (const ShanhaiClaim *a,
                     const ShanhaiClaim *b)
{
  return a->indicator != NULL && a->indicator == b->indicator && g_strcmp0 (a->about, b->about) == 0;
}

/* 人均2000元每月; "an average of 9,864 yuan per household in wages" */
static bool
is_told_further (const ShanhaiSentenceFigure *mean)
{
  static const char * const further[] = { "每月", "每年", "/", "一个月", "一年", "的", " in ", " during ", NULL };
  static const char * const units[] = { "人次", "人", "名", "户", "戶", "元", "万元", "萬元", "例", "个", "個", "家", "台", "件", "次", "吨", "公斤", "斤", "课时", "项", NULL };
  static const char * const ends[] = { "，", "、", "。", "；", "！", "（", "）", "以上", "左右", "以内", "以下", "多", "\n", NULL };
  const char *after = mean->after + shanhai_words_begin_with_any (mean->after, units);

  if (shanhai_words_begin_with_any (after, further) > 0)
    return true;
  /* 平均每村300人受益 */
  if ((guchar) *after >= 0x80)
    return shanhai_words_begin_with_any (after, ends) == 0;
  if (g_str_has_prefix (after, " per ") || g_str_has_prefix (after, " a ") || g_str_has_prefix (after, " for each "))
    {
      after = strchr (after + 1, ' ') + 1;
      if (g_str_has_prefix (after, "each "))
        after += strlen ("each ");
      while (g_ascii_isalpha (*after))
        after++;
      return *after == ' ' && !g_str_has_prefix (after, " on average");
    }

  return false;
}

/* The figure before the mean at `index` that is the total of its thing, and how sure that is: SHANHAI_ALIKE_NOT where only one that comes out is it. -1 where there is none. */
static int
find_total (const ShanhaiSentenceFigure *figures,
            guint                        index,
            int                          base,
            ShanhaiAlikeness            *alike)
{
  const ShanhaiSentenceFigure *mean = &figures[index];
  const char *unit = mean->claim->quantity->unit, *thing = get_thing (mean);
  int nearest = -1, named = -1, same = -1;
  bool beside;

  for (int i = (int) index - 1; i >= 0; i--)
    {
      const ShanhaiSentenceFigure *total = &figures[i];

      if (i == base || shanhai_sentence_is_mean (total) || (total->claim->quantity->unit != unit && (base < 0 || !are_people (total->claim->quantity->unit, unit))))
        continue;
      if (nearest < 0 || (figures[nearest].claim->quantity->unit != unit && total->claim->quantity->unit == unit))
        nearest = i;
      /* 1.69万亩茶园实现产值0.37亿元，亩均产值2186元: in one clause with what it is counted by */
      if (named < 0 && thing != NULL && *thing != '\0' &&
          (is_of_thing (total, thing) || (i == base + 1 && base >= 0 && shanhai_words_get_last_clause (total->before) == total->before && g_str_has_suffix (total->before, thing))))
        named = i;
      if (same < 0 && is_of_one_indicator (total->claim, mean->claim))
        same = i;
    }
  *alike = SHANHAI_ALIKE_NOT;
  if (nearest < 0)
    return -1;
  if (same >= 0)
    nearest = same;
  else if (named >= 0)
    nearest = named;
  beside = nearest == (int) index - 1 || (nearest == (int) index - 2 && base == (int) index - 1);
  if (thing == NULL || is_told_further (mean))
    return nearest;
  for (int i = nearest + 1; i <= (int) index; i++)
    if (shanhai_words_contain (figures[i].before, inclusions))
      return nearest;
  if (same >= 0 || named >= 0)
    *alike = beside ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  else if (*thing == '\0')
    *alike = nearest == (int) index - 1 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;

  return nearest;
}

static bool
comes_out (const ShanhaiCheckValue     *total,
           const ShanhaiSentenceFigure *base,
           const ShanhaiSentenceFigure *mean)
{
  ShanhaiCheckValue value = *total, divisor = shanhai_check_value_of_quantity (base->claim->quantity);
  ShanhaiQuantity printed = *mean->claim->quantity;

  printed.unit = g_intern_static_string ("ratio");

  return shanhai_check_value_combine (&value, shanhai_interval_divide, &divisor) && shanhai_compare_interval (&value.soft, &value.hard, &printed) == SHANHAI_AGREEMENT_AGREE;
}

/* 慰问金30万元、物资15万元，户均1500元 is of both; and of 40期、2000人次，其中创业300人次，平均每期50人次 the mean is that of all */
static bool
is_mean_of_others (const ShanhaiSentenceFigure *figures,
                   guint                        index,
                   int                          total,
                   int                          base)
{
  ShanhaiCheckValue sum = shanhai_check_value_of_number (0);
  const char *unit = figures[total].claim->quantity->unit;

  for (int i = (int) index - 1; i >= 0; i--)
    {
      ShanhaiCheckValue value = shanhai_check_value_of_quantity (figures[i].claim->quantity);

      if (i == base || figures[i].claim->quantity->unit != unit || shanhai_sentence_is_mean (&figures[i]))
        continue;
      if ((i != total && comes_out (&value, &figures[base], &figures[index])) || !shanhai_check_value_combine (&sum, shanhai_interval_add, &value) ||
          (i < (int) index - 1 && comes_out (&sum, &figures[base], &figures[index])))
        return true;
    }

  return false;
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

/* "an average of 120 a month" */
static bool
is_mean_behind (const ShanhaiSentenceFigure *figure,
                const char * const          *list)
{
  return (shanhai_words_end_with (figure->before, average_words) || g_strv_contains (or_words, figure->before)) && !shanhai_sentence_tells_change (shanhai_words_get_last_clause (figure->before)) && shanhai_sentence_is_behind (figure, list);
}

static void
check_of_parts (ShanhaiCheckScope           *scope,
                const ShanhaiSentenceFigure *total,
                const ShanhaiSentenceFigure *mean,
                bool                         daily,
                ShanhaiAlikeness             alike)
{
  int parts = daily ? count_days (total->claim) : count_months (total->claim);
  ShanhaiCheckValue length = shanhai_check_value_of_number (parts), value = shanhai_check_value_of_quantity (total->claim->quantity);
  g_autofree char *arithmetic = g_strdup_printf ("{2} ÷ %d", parts);

  if (parts <= 1 || !shanhai_check_value_combine (&value, shanhai_interval_divide, &length))
    return;
  /* a clinic may be closed on Sundays */
  if (daily && shanhai_decimal_compare (&mean->claim->quantity->value, &value.nominal.lo) > 0 &&
      shanhai_decimal_to_double (&mean->claim->quantity->value) < MAX_OPEN_DAYS * shanhai_decimal_to_double (&value.nominal.lo))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, alike, arithmetic, (const ShanhaiSentenceFigure *const[]) { total }, 1);
}

guint
shanhai_sentence_count_years (const char *words)
{
  static const char * const numbers[][4] = { { "两年", "兩年", "二年", "twoyears" }, { "三年", "threeyears" }, { "四年", "fouryears" }, { "五年", "fiveyears" }, { "六年", "sixyears" }, { "七年", "sevenyears" },
                                             { "八年", "eightyears" } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (numbers[i]) && numbers[i][k] != NULL; k++)
      if (strstr (words, numbers[i][k]) != NULL)
        return i + 2;

  return 0;
}

static void
check_yearly (ShanhaiCheckScope           *scope,
              const ShanhaiSentenceFigure *total,
              const ShanhaiSentenceFigure *mean,
              ShanhaiAlikeness             alike)
{
  int years[2] = { 0 }, told = (int) MAX (shanhai_sentence_count_years (total->before), shanhai_sentence_count_years (mean->before));
  guint n = shanhai_operands_years (NULL, total->claim, NULL, years);

  for (guint i = 0; i < n; i++)
    if (told == years[i])
      {
        years[0] = told;
        n = 1;
      }

  /* where no reading comes out, that of the calendar is told, the first one */
  for (guint i = 0; i <= n; i++)
    {
      const int divisor = years[i < n ? i : 0];
      ShanhaiCheckValue length = shanhai_check_value_of_number (divisor), value = shanhai_check_value_of_quantity (total->claim->quantity);
      g_autofree char *arithmetic = g_strdup_printf ("{2} ÷ %d", divisor);

      /* what was told of one year alone isn't the total that the mean is of */
      if (n == 0 || years[0] < 2 || !shanhai_check_value_combine (&value, shanhai_interval_divide, &length))
        return;
      if (i == n || shanhai_compare_interval (&value.soft, &value.hard, mean->claim->quantity) == SHANHAI_AGREEMENT_AGREE)
        {
          shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, alike, arithmetic, (const ShanhaiSentenceFigure *const[]) { total }, 1);
          return;
        }
    }
}

/* 投入5000万元，年均1000万元; 培训30期、3000人次，平均每期100人次 */
void
shanhai_sentence_check_mean (ShanhaiCheckScope           *scope,
                             const ShanhaiSentenceFigure *figures,
                             guint                        index)
{
  const ShanhaiSentenceFigure *mean = &figures[index];
  const char *unit = get_measure (mean->before);
  ShanhaiAlikeness alike;
  bool daily, monthly, yearly;
  int total, base;

  if (mean->is_broken)
    return;
  daily = tells_mean_of (mean->before, daily_words) || is_mean_behind (mean, daily_behind);
  monthly = tells_mean_of (mean->before, monthly_words) || is_mean_behind (mean, monthly_behind);
  yearly = tells_mean_of (mean->before, yearly_words) || is_mean_behind (mean, yearly_behind);
  if (daily || monthly || yearly)
    {
      total = find_total (figures, index, -1, &alike);
      if (total < 0 || shanhai_sentence_is_formula_of (scope, mean->claim, figures[total].claim) || !are_of_one_time (mean->claim, figures[total].claim))
        return;
      if (yearly)
        check_yearly (scope, &figures[total], mean, alike);
      else
        check_of_parts (scope, &figures[total], mean, daily, alike);
      return;
    }

  if (unit == NULL)
    unit = get_measure_behind (mean);
  if (unit == NULL)
    unit = get_measure_of_each (figures, index);
  if (unit == NULL)
    return;
  base = shanhai_sentence_find_before (figures, index, unit);
  total = base >= 0 ? find_total (figures, index, base, &alike) : -1;
  if (total >= 0 && !shanhai_sentence_is_formula_of (scope, mean->claim, figures[total].claim))
    {
      ShanhaiCheckValue divisor = shanhai_check_value_of_quantity (figures[base].claim->quantity), value = shanhai_check_value_of_quantity (figures[total].claim->quantity);

      if (MIN (base, total) != (int) index - 2)
        alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
      if (is_mean_of_others (figures, index, total, base))
        alike = SHANHAI_ALIKE_NOT;
      if (shanhai_check_value_combine (&value, shanhai_interval_divide, &divisor))
        shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, alike, "{2} ÷ {3}",
                                        (const ShanhaiSentenceFigure *const[]) { &figures[total], &figures[base] }, 2);
    }
}
