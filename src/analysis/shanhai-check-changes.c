/* shanhai-check-changes.c - 同比增长39%: what a text says a figure has changed by, against the year before as another report tells it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words stand right behind the figure. What it is compared with is the same thing, of as long a time, so many years earlier; as it may have been counted anew since, nothing that doesn't come out is more
 * than doubtful. Where one sentence tells both figures, shanhai_check_sentences() checks it. A mean of years that is told apart from its total is held against that here, too. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check-value.h"
#include "shanhai-claims.h"
#include "shanhai-operands.h"
#include "shanhai-sentence-numbers.h"

/* the words behind a figure that are looked at, in bytes */
#define MAX_WORDS 160
/* before the number itself, in bytes */
#define MAX_LEAD 60
#define DAYS_A_YEAR 365.25
/* of a year's length */
#define MAX_ODD_DAYS 2

static const ShanhaiSentences change = {
  N_("{w1}: from {2} ({t2}) to {1} ({t1}) is {=}, as the text says: “{q}”."),
  N_("{w1}: from {2} ({t2}) to {1} ({t1}) is {=}, but the text says “{q}”. One of these figures may be wrong, or they were counted otherwise."),
  NULL,
};

static const ShanhaiSentences per_cent_for_points = {
  NULL,
  N_("{w1}: from {2} ({t2}) to {1} ({t1}) is {=}, but the text says “{q}”. Per cent and percentage points were taken for each other."),
  NULL,
};

static const ShanhaiSentences mean = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  NULL,
};

typedef struct
{
  int              years;     /* how many back */
  ShanhaiQuantity *quantity;  /* by how much */
  char            *quote;
} Told;

static void
told_clear (Told *self)
{
  g_clear_pointer (&self->quantity, shanhai_quantity_free);
  g_clear_pointer (&self->quote, g_free);
}

static gsize
match (const char         *text,
       const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (text, list[i]))
      return strlen (list[i]);

  return 0;
}

static const char *
skip_all (const char         *text,
          const char * const *list)
{
  for (gsize n; (n = match (text, list)) > 0;)
    text += n;

  return text;
}

/* 比2018年增长…, 同比增长…: where the number stands, or NULL; `year` is the one that is named, or 0 */
static const char *
read_chinese (const char *text,
              int        *year)
{
  static const char * const last_year[] = { "同比", "比上年同期", "较上年同期", "比去年同期", "较去年同期", "比上年", "较上年", "較上年", "比去年", "较去年", "比前一年", "较前一年", "比上一年", "较上一年", NULL };
  static const char * const than[] = { "比", "较", "較", NULL };
  static const char * const year_ends[] = { "年同期", "年底", "年末", "年", NULL };
  static const char * const fillers[] = { "底", "末", "实际", "大幅", "净", "又", "再", "共", "，", "的", NULL };
  static const char * const changes[] = { "增长", "增長", "增加", "提高", "上升", "提升", "下降", "减少", "減少", "降低", "净增", "增", "降", "减", "多", "少", NULL };
  static const char * const tails[] = { "了", "达到", "达", "約", "约", "近", "超过", "逾", NULL };
  gsize length = match (text, last_year);

  *year = 0;
  if (length == 0)
    {
      char *end;

      length = match (text, than);
      if (length == 0)
        return NULL;
      *year = (int) g_ascii_strtoull (text + length, &end, 10);
      if (*year < 1949 || *year > 2100)
        return NULL;
      text = end;
      length = match (text, year_ends);
      if (length == 0)
        return NULL;
    }
  text = skip_all (text + length, fillers);
  length = match (text, changes);
  if (length == 0)
    return NULL;
  text = skip_all (text + length, tails);

  return g_ascii_isdigit (*text) ? text : NULL;
}

/* "up 39 percent from the year before", "an increase of 39 percent on 2018" */
static const char *
read_english (const char *text,
              int        *year)
{
  static const char * const changes[] = { "up by ", "down by ", "up ", "down ", "an increase of ", "a rise of ", "a fall of ", "a drop of ", "a decrease of ", "rising ", "falling ", "growing ", "or ", "", NULL };
  static const char * const abouts[] = { "about ", "nearly ", "over ", "more than ", NULL };
  static const char * const last_year[] = { "the year before", "the previous year", "a year earlier", "year on year", "year-on-year", "the preceding year", NULL };
  static const char * const bases[] = { " from 20", " on 20", " over 20", " than in 20", " than 20", " compared with 20", " against 20", NULL };
  const char *number, *digits;
  gsize length = match (text, changes);

  number = skip_all (text + length, abouts);
  if (!g_ascii_isdigit (*number))
    return NULL;
  /* a number alone is none of a change unless it is more or less than something */
  *year = 0;
  for (guint i = 0; last_year[i] != NULL; i++)
    if (strstr (number, last_year[i]) != NULL)
      return length > 0 || strstr (number, "than") != NULL || strstr (number, "year on year") != NULL || strstr (number, "year-on-year") != NULL ? number : NULL;
  for (guint i = 0; bases[i] != NULL; i++)
    if ((digits = strstr (number, bases[i])) != NULL && (length > 0 || strstr (bases[i], "than") != NULL))
      {
        *year = (int) g_ascii_strtoull (digits + strlen (bases[i]) - 2, NULL, 10);
        return *year >= 2000 && *year <= 2100 ? number : NULL;
      }

  return NULL;
}

/* the rest of the sentence behind the figure; (transfer full) (nullable) */
static char *
dup_words_behind (const ShanhaiCheckScope *scope,
                  const ShanhaiClaim      *claim)
{
  static const char * const ends[] = { "。", "；", "！", "\n", ". ", "; ", NULL };
  const ShanhaiHeldText *held = claim->source != NULL ? g_hash_table_lookup (scope->texts, claim->source) : NULL;
  const ShanhaiCitation *citation = claim->citation;
  const char *start, *p;

  if (held == NULL || citation->quote == NULL || *citation->quote == '\0' || citation->start < 0)
    return NULL;
  start = held->text + shanhai_held_text_get_byte (held, citation->start);
  if (!g_str_has_prefix (start, citation->quote))
    return NULL;
  start += strlen (citation->quote);
  for (p = start; *p != '\0' && p - start < MAX_WORDS && match (p, ends) == 0; p = g_utf8_next_char (p))
    continue;

  return g_strndup (start, (gsize) (p - start));
}

static bool
read_told (const ShanhaiCheckScope *scope,
           const ShanhaiClaim      *claim,
           Told                    *out)
{
  static const char * const joints[] = { "，", "（", "、", ", ", " (", " ", NULL };
  g_autofree char *words = dup_words_behind (scope, claim);
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  const char *start, *number;
  gsize end;
  int year;

  if (words == NULL || match (words, joints) == 0)
    return false;
  start = skip_all (words, joints);
  number = read_chinese (start, &year);
  if (number == NULL)
    number = read_english (start, &year);
  if (number == NULL || number - start > MAX_LEAD || shanhai_quoted_numbers_read (number, numbers) == 0 || numbers[0].start != 0)
    return false;
  out->years = year == 0 ? 1 : shanhai_period_get_year (claim->period) - year;
  if (out->years < 1)
    return false;
  out->quantity = shanhai_sentence_read_number (number, 0, &numbers[0], NULL, NULL, &end);
  if (out->quantity == NULL)
    return false;
  out->quote = g_strndup (start, (gsize) (number - start) + end);

  return true;
}

static bool
is_as_long (const ShanhaiClaim *a,
            const ShanhaiClaim *b)
{
  return a->spans == b->spans && (!a->spans || (a->open_start == b->open_start && ABS ((a->last - a->first) - (b->last - b->first)) <= MAX_ODD_DAYS));
}

/* by how much, in the told quantity's unit */
static bool
compute (const ShanhaiClaim    *start,
         const ShanhaiClaim    *end,
         bool                   relative,
         ShanhaiCheckValue     *out)
{
  ShanhaiCheckValue first = shanhai_check_value_of_quantity (start->quantity), nought = shanhai_check_value_of_number (0), hundred = shanhai_check_value_of_number (100), turned = nought;

  *out = shanhai_check_value_of_quantity (end->quantity);
  if (!shanhai_check_value_combine (out, shanhai_interval_subtract, &first))
    return false;
  if (shanhai_decimal_sign (&out->nominal.lo) < 0)
    {
      if (!shanhai_check_value_combine (&turned, shanhai_interval_subtract, out))
        return false;
      *out = turned;
    }

  return !relative || (shanhai_check_value_combine (out, shanhai_interval_divide, &first) && shanhai_check_value_combine (out, shanhai_interval_multiply, &hundred));
}

static bool
agrees (const ShanhaiCheckValue *value,
        const ShanhaiQuantity   *printed)
{
  ShanhaiQuantity quantity = *printed;

  quantity.unit = g_intern_static_string ("ratio");

  return shanhai_compare_interval (&value->soft, &value->hard, &quantity) == SHANHAI_AGREEMENT_AGREE;
}

static void
tell (ShanhaiCheckScope       *scope,
      ShanhaiCheck             check,
      const ShanhaiSentences  *sentences,
      bool                     agree,
      const ShanhaiClaim      *end,
      const ShanhaiClaim      *start,
      const ShanhaiCheckValue *value,
      const char              *unit,
      const Told              *told)
{
  ShanhaiFinding *finding = shanhai_check_tell (scope, check, agree ? SHANHAI_AGREEMENT_AGREE : SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, sentences, end, start);

  if (finding == NULL)
    return;
  shanhai_finding_set_computed (finding, &value->nominal.lo, &value->soft, unit);
  shanhai_finding_set_quote (finding, told->quote);
}

static void
check_told (ShanhaiCheckScope  *scope,
            const ShanhaiClaim *end,
            const ShanhaiClaim *start,
            const Told         *told)
{
  const char *unit = end->quantity->unit, *printed = told->quantity->unit, *points_unit = g_intern_static_string ("percentage-point");
  bool is_rate = strcmp (unit, "percent") == 0, in_percent = strcmp (printed, "percent") == 0, in_points = strcmp (printed, "percentage-point") == 0;
  ShanhaiCheckValue value, points;
  bool agree;

  if (!(in_percent ? is_rate || shanhai_unit_is_additive (unit) : in_points ? is_rate : printed == unit) || !compute (start, end, in_percent, &value))
    return;
  agree = agrees (&value, told->quantity);
  /* 提高12.8% of a rate is mostly meant to be points */
  if (is_rate && in_percent && !agree)
    {
      if (!compute (start, end, false, &points))
        return;
      if (agrees (&points, told->quantity))
        {
          tell (scope, SHANHAI_CHECK_POINTS, &per_cent_for_points, false, end, start, &points, points_unit, told);
          return;
        }
    }
  tell (scope, in_percent ? SHANHAI_CHECK_RATIO : SHANHAI_CHECK_DIFFERENCE, &change, agree, end, start, &value, printed, told);
}

/* The one figure of the time that the text compares with; NULL where there is none, or where several differ */
static const ShanhaiClaim *
find_base (GPtrArray          *timed,
           const ShanhaiClaim *end,
           int                 years)
{
  const double last = end->last - years * DAYS_A_YEAR;
  const ShanhaiClaim *found = NULL;
  guint from, until;

  from = shanhai_claims_find (timed, (gint64) last - 1, (gint64) last + 1, &until);
  for (guint i = from; i < until; i++)
    {
      const ShanhaiClaim *claim = timed->pdata[i];

      if (!is_as_long (claim, end) || claim->planned || claim->quantity->unit != end->quantity->unit || shanhai_claim_compare_kind (claim, end) != SHANHAI_ALIKE_FULLY ||
          shanhai_decimal_sign (&claim->quantity->value) <= 0)
        continue;
      if (shanhai_claim_is_same_place (claim, end) || (found != NULL && !shanhai_decimal_equal (&found->quantity->value, &claim->quantity->value)))
        return NULL;
      found = claim;
    }

  return found;
}

void
shanhai_check_changes (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) timed = NULL;

  if (scope->n < 2)
    return;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *end = scope->claims[i], *base;
      Told told = { 0 };

      if (end->quantity == NULL || !end->has_time || end->planned || end->period == NULL || end->citation == NULL || end->last == SHANHAI_DAY_AFTER_ALL || !read_told (scope, end, &told))
        continue;
      if (timed == NULL)
        timed = shanhai_claims_new_timed (scope);
      base = find_base (timed, end, told.years);
      if (base != NULL)
        check_told (scope, end, base, &told);
      told_clear (&told);
    }
}

/* 年均: the mean of one year of all that the total is of */
static bool
is_yearly_mean (const ShanhaiClaim *claim)
{
  static const char * const words[] = { "年均", "平均每年", "每年平均", "yearly", "annual", "per year", "a year", NULL };

  for (int language = 0; claim->basis != NULL && language < 2; language++)
    {
      const char *basis = shanhai_name_get (claim->basis, language == 0 ? SHANHAI_LANGUAGE_CHINESE : SHANHAI_LANGUAGE_ENGLISH);

      for (guint i = 0; basis != NULL && words[i] != NULL; i++)
        if (strstr (basis, words[i]) != NULL)
          return true;
    }

  return false;
}

static void
check_mean (ShanhaiCheckScope  *scope,
            const ShanhaiClaim *average,
            const ShanhaiClaim *total)
{
  ShanhaiCheckValue value = { 0 };
  ShanhaiFinding *finding;
  bool agree = false;
  int years[2], divisor = 0;
  guint n = shanhai_operands_years (NULL, total, NULL, years);

  /* where no reading comes out, that of the calendar is told, the first one */
  for (guint i = 0; i < n && !agree; i++)
    {
      ShanhaiCheckValue length = shanhai_check_value_of_number (years[i]), share = shanhai_check_value_of_quantity (total->quantity);

      if (years[i] < 2 || !shanhai_check_value_combine (&share, shanhai_interval_divide, &length))
        return;
      agree = agrees (&share, average->quantity);
      if (agree || i == 0)
        {
          value = share;
          divisor = years[i];
        }
    }
  if (divisor == 0)
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_AVERAGE, agree ? SHANHAI_AGREEMENT_AGREE : SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &mean, average, total);
  if (finding == NULL)
    return;
  shanhai_finding_set_computed (finding, &value.nominal.lo, &value.soft, average->quantity->unit);
  shanhai_finding_take_arithmetic (finding, g_strdup_printf ("{2} ÷ %d", divisor));
}

/* 年均1104万元 in one report, 四年3532万元 in another */
void
shanhai_check_yearly_means (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) timed = NULL;

  if (scope->n < 2)
    return;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *average = scope->claims[i], *total = NULL;
      guint from, until;

      if (average->basis == NULL || average->quantity == NULL || !average->has_time || average->open_start || average->planned || average->last - average->first < DAYS_A_YEAR + MAX_ODD_DAYS ||
          !shanhai_unit_is_additive (average->quantity->unit) || !is_yearly_mean (average))
        continue;
      if (timed == NULL)
        timed = shanhai_claims_new_timed (scope);
      from = shanhai_claims_find (timed, average->last, average->last, &until);
      for (guint k = from; k < until; k++)
        {
          const ShanhaiClaim *claim = timed->pdata[k];

          if (claim == average || claim->first != average->first || claim->open_start || claim->planned || claim->basis != NULL || claim->type != average->type ||
              claim->quantity->unit != average->quantity->unit || g_strcmp0 (claim->case_id, average->case_id) != 0 || g_strcmp0 (claim->programme, average->programme) != 0 ||
              shanhai_claim_is_same_place (claim, average))
            continue;
          if (total != NULL && !shanhai_decimal_equal (&total->quantity->value, &claim->quantity->value))
            {
              total = NULL;
              break;
            }
          total = claim;
        }
      if (total != NULL)
        check_mean (scope, average, total);
    }
}
