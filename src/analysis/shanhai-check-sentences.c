/* shanhai-check-sentences.c - what a sentence says of its own figures: 从…减少到…, 其中…, 占…, 共…, 年均…. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For figures that are linked by nothing else. Only words that leave no doubt accuse; where the sentence may speak of something that nobody has recorded, what doesn't come out is
 * doubtful at most, or not told. What an indicator's formula or a link between records says already is left to their own checks. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check-value.h"
#include "shanhai-operands.h"
#include "shanhai-sentence.h"

/* a list is of figures that are no further apart, in characters */
#define MAX_LIST_GAP 12
/* a sum that is so many times another number isn't meant to be it */
#define MAX_UNLIKE 4

static const ShanhaiSentences computed = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  N_("{w1}: {e} = {=}, but {1} is printed."),
};

static const ShanhaiSentences within_sentence = {
  N_("{w1}: {1}, within {2} ({w2})."),
  N_("{w1}: {1}, told as a part of {2} ({w2}), yet it seems more."),
  N_("{w1}: {1} can’t be a part of {2} ({w2}), for it is more."),
};

static const ShanhaiSentences beside_whole = {
  NULL,
  N_("{w1}: the sentence tells {1} as a part of {2} ({w2}), but the record doesn’t say so. It would count twice."),
  NULL,
};

/* Words are compared without spaces. */
static const char * const to_words[] = { "到", "至", "to", NULL };
static const char * const change_words[] = { "减少", "下降", "降低", "增加", "增长", "提高", "上升", "提升", "净增", "净减", "增幅", "降幅", "增长率", "减幅", "增幅达", "降幅达", "减少达", "增加达",
                                             "fallof", "dropof", "riseof", "increaseof", "decreaseof", "growthof", "upby", "downby", "fellby", "roseby", NULL };
static const char * const compare_words[] = { "比", "较", "yearonyear", NULL };
static const char * const last_year_words[] = { "同比", "比上年", "较上年", "比去年", "较去年", "比前一年", "yearonyear", NULL };
static const char * const including_words[] = { "其中", "包括", "含", "内含", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };
static const char * const named_words[] = { "，其中", "（其中", "，包括", ",including", ",ofwhom", ",ofwhich", NULL };
static const char * const share_words[] = { "占", NULL };
static const char * const share_ends[] = { "accountingfor", ",or", "，or", "makingup", NULL };
static const char * const all_words[] = { "总人数", "总户数", "总数", "总量", "总额", "全部", "比为", "比达", "比", "其", "总", "到", "达", NULL };
static const char * const sum_words[] = { "共", "合计", "总计", "共计", "总共", "一共", "合计达", "共有", "共计有", "intotal", "altogether", "together", "atotalof", NULL };
static const char * const yearly_words[] = { "年均", "平均每年", "每年平均", "ayearonaverage", "yearlyaverageof", NULL };

static const struct
{
  const char *word;
  const char *unit;
} measures[] = {
  { "期", "session" }, { "场", "session" }, { "次", "occurrence" }, { "批", "batch" }, { "户", "household" }, { "人", "person" }, { "名", "person" }, { "村", "village" },
  { "县", "county" }, { "校", "school" }, { "家", "company" }, { "镇", "township" }, { "个项目", "project" },
};

static ShanhaiCheckValue
get_value (const ShanhaiClaim *claim)
{
  return shanhai_check_value_of_quantity (claim->quantity);
}

/* a fall is printed without a sign */
static bool
make_positive (ShanhaiCheckValue *value)
{
  ShanhaiCheckValue nought = shanhai_check_value_of_number (0), turned = nought;

  if (shanhai_decimal_sign (&value->nominal.lo) >= 0)
    return true;
  if (!shanhai_check_value_combine (&turned, shanhai_interval_subtract, value))
    return false;
  *value = turned;

  return true;
}

static const char *
get_unit (const ShanhaiSentenceFigure *figure)
{
  return figure->claim->quantity->unit;
}

/* whether the indicator's own formula computes the claim of the other one */
static bool
is_formula_of (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *claim,
               const ShanhaiClaim *term)
{
  const ShanhaiFormula *formula = claim->indicator != NULL ? shanhai_definitions_get (scope->definitions, claim->indicator)->formula : NULL;
  const ShanhaiOperand *operands;
  guint n = 0;

  operands = formula != NULL ? shanhai_formula_get_operands (formula, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (operands[i].indicator != NULL && operands[i].indicator == term->indicator)
      return true;

  return false;
}

/* what was computed of some figures is held against the one that is printed */
static void
tell_computed (ShanhaiCheckScope           *scope,
               ShanhaiCheck                 check,
               const ShanhaiSentenceFigure *result,
               const ShanhaiCheckValue     *value,
               bool                         rounded,
               ShanhaiAlikeness             alike,
               const char                  *arithmetic,
               const ShanhaiSentenceFigure *const *terms,
               guint                        n)
{
  ShanhaiQuantity printed = *result->claim->quantity;
  ShanhaiFinding *finding;

  if (result->claim->planned != terms[0]->claim->planned)
    return;
  if (rounded && shanhai_unit_is_counted (printed.unit))
    printed.unit = g_intern_static_string ("ratio");
  if (shanhai_decimal_sign (&printed.value) < 0 && !printed.has_hi)
    printed.value.digits = -printed.value.digits;
  finding = shanhai_check_tell (scope, check, shanhai_compare_interval (&value->soft, &value->hard, &printed), alike, &computed, result->claim, NULL);
  if (finding == NULL)
    return;
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, terms[i]->claim->record, terms[i]->claim->quantity);
  shanhai_finding_set_computed (finding, &value->nominal.lo, &value->soft, get_unit (result));
  shanhai_finding_take_arithmetic (finding, g_strdup (arithmetic));
}

/* 从10.92万减少到1.28万，减少9.64万; 由…增长到…，增长12.5% */
static void
check_change (ShanhaiCheckScope           *scope,
              const ShanhaiSentenceFigure *start,
              const ShanhaiSentenceFigure *end,
              const ShanhaiSentenceFigure *change)
{
  bool in_points = strcmp (get_unit (start), "percent") == 0 && strcmp (get_unit (change), "percentage-point") == 0;
  bool growth = shanhai_unit_is_additive (get_unit (start)) && strcmp (get_unit (change), "percent") == 0;
  ShanhaiCheckValue value = get_value (end->claim), first = get_value (start->claim), hundred = shanhai_check_value_of_number (100);

  if (get_unit (start) != get_unit (end) || end->is_broken || change->is_broken || is_formula_of (scope, change->claim, start->claim) ||
      !shanhai_words_end_with (end->before, to_words) || !shanhai_words_end_with (change->before, change_words) ||
      shanhai_words_contain (change->before, including_words) || (!in_points && !growth && get_unit (change) != get_unit (start)))
    return;
  /* of other things than these two */
  if (shanhai_words_contain (change->before, compare_words) &&
      (!shanhai_words_contain (change->before, last_year_words) || !start->claim->has_time || !end->claim->has_time ||
       shanhai_period_get_year (end->claim->period) - shanhai_period_get_year (start->claim->period) != 1))
    return;

  if (!shanhai_check_value_combine (&value, shanhai_interval_subtract, &first) || !make_positive (&value))
    return;
  if (growth && (!shanhai_check_value_combine (&value, shanhai_interval_divide, &first) || !shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred)))
    return;
  tell_computed (scope, growth ? SHANHAI_CHECK_RATIO : SHANHAI_CHECK_DIFFERENCE, change, &value, growth,
                 start->claim->indicator == end->claim->indicator && start->claim->type == end->claim->type ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE,
                 growth ? "({2} − {3}) ÷ {3} × 100" : shanhai_decimal_compare (&end->claim->quantity->value, &start->claim->quantity->value) > 0 ? "{2} − {3}" : "{3} − {2}",
                 (const ShanhaiSentenceFigure *const[]) { end, start }, 2);
}

static guint
count_characters (const char *words)
{
  return (guint) g_utf8_strlen (words, -1);
}

static bool
is_known_part (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *part,
               const ShanhaiClaim *whole)
{
  return g_strcmp0 (part->part_of, shanhai_record_get_id (whole->record)) == 0 ||
         (part->indicator != NULL && whole->indicator != NULL && shanhai_definitions_get (scope->definitions, part->indicator)->part_of == whole->indicator);
}

static void
check_part (ShanhaiCheckScope           *scope,
            const ShanhaiSentenceFigure *part,
            const ShanhaiSentenceFigure *whole,
            ShanhaiAlikeness             alike)
{
  ShanhaiAgreement agreement = shanhai_compare_at_most (part->claim->quantity, whole->claim->quantity);

  if (is_known_part (scope, part->claim, whole->claim) || part->claim->planned != whole->claim->planned)
    return;
  shanhai_check_tell (scope, SHANHAI_CHECK_PART, agreement, alike, &within_sentence, part->claim, whole->claim);
  if (agreement == SHANHAI_AGREEMENT_AGREE && alike == SHANHAI_ALIKE_FULLY && part->claim->type == SHANHAI_RECORD_FLOW &&
      whole->claim->type == SHANHAI_RECORD_FLOW && part->claim->part_of == NULL && g_strcmp0 (part->claim->case_id, whole->claim->case_id) == 0)
    shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &beside_whole, part->claim, whole->claim);
}

/* the figure of the same unit that stands nearest before `index`, or -1 */
static int
find_before (const ShanhaiSentenceFigure *figures,
             guint                        index,
             const char                  *unit)
{
  for (int i = (int) index - 1; i >= 0; i--)
    if (get_unit (&figures[i]) == unit)
      return i;

  return -1;
}

/* 共5000人，其中妇女2000人、少数民族900人: of each figure the whole that it is told to be part of, or -1 */
static void
check_including (ShanhaiCheckScope           *scope,
                 const ShanhaiSentenceFigure *figures,
                 guint                        n,
                 int                         *wholes)
{
  int current = -1;

  wholes[0] = -1;
  for (guint i = 1; i < n; i++)
    {
      const char *clause = shanhai_words_get_last_clause (figures[i].before);
      bool begins = shanhai_words_begin_with (figures[i].before, including_words) || shanhai_words_begin_with (clause, including_words) ||
                    shanhai_words_end_with (clause, including_words) || shanhai_words_contain (figures[i].before, named_words);

      wholes[i] = -1;
      if (begins)
        current = find_before (figures, i, get_unit (&figures[i]));
      else if (current < 0 || get_unit (&figures[i]) != get_unit (&figures[current]) || count_characters (figures[i].before) > MAX_LIST_GAP ||
               !g_str_has_prefix (figures[i].before, "、"))
        {
          if (shanhai_unit_is_additive (get_unit (&figures[i])))
            current = -1;
          continue;
        }
      wholes[i] = current;
      if (current >= 0 && shanhai_unit_is_additive (get_unit (&figures[i])))
        check_part (scope, &figures[i], &figures[current], begins && current == (int) i - 1 && !figures[i].is_broken ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE);
    }
}

/* whether 占 has no other object than the whole that was named */
static bool
is_share_of_all (const char *words)
{
  const char *rest = shanhai_words_get_last_clause (words);
  bool found = true;

  if (!g_str_has_prefix (rest, "占"))
    return shanhai_words_end_with (words, share_ends);
  rest += strlen ("占");
  while (found && *rest != '\0')
    {
      found = false;
      for (guint i = 0; all_words[i] != NULL && !found; i++)
        if (g_str_has_prefix (rest, all_words[i]))
          {
            rest += strlen (all_words[i]);
            found = true;
          }
    }

  return *rest == '\0';
}

/* …，其中贫困人口2768人，占29.4% */
static void
check_share (ShanhaiCheckScope           *scope,
             const ShanhaiSentenceFigure *figures,
             guint                        index,
             const int                   *wholes)
{
  const ShanhaiSentenceFigure *share = &figures[index], *part = &figures[index - 1];
  int whole = wholes[index - 1];
  bool told = whole >= 0;
  ShanhaiCheckValue value = get_value (part->claim), base, hundred = shanhai_check_value_of_number (100);
  ShanhaiQuantity printed = *share->claim->quantity;

  if (strcmp (get_unit (share), "percent") != 0 || !shanhai_unit_is_additive (get_unit (part)) || share->is_broken || is_formula_of (scope, share->claim, part->claim) ||
      (!shanhai_words_begin_with (shanhai_words_get_last_clause (share->before), share_words) && !shanhai_words_end_with (share->before, share_ends)))
    return;
  if (!told)
    whole = find_before (figures, index - 1, get_unit (part));
  if (whole < 0)
    return;
  base = get_value (figures[whole].claim);
  if (!shanhai_check_value_combine (&value, shanhai_interval_divide, &base) || !shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    return;
  /* of what it is a share, the sentence may say otherwise: then only a match tells */
  if ((!told || !is_share_of_all (share->before)) && shanhai_compare_interval (&value.soft, &value.hard, &printed) != SHANHAI_AGREEMENT_AGREE)
    return;
  tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, whole == (int) index - 2 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3} × 100",
                 (const ShanhaiSentenceFigure *const[]) { part, &figures[whole] }, 2);
}

static bool
is_of_like_size (const ShanhaiDecimal *a,
                 const ShanhaiDecimal *b)
{
  double x = shanhai_decimal_to_double (a), y = shanhai_decimal_to_double (b);

  return x < MAX_UNLIKE * y && y < MAX_UNLIKE * x;
}

/* 医生12人、教师30人、农技人员8人，共50人 */
static void
check_list (ShanhaiCheckScope           *scope,
            const ShanhaiSentenceFigure *figures,
            guint                        index)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  const ShanhaiSentenceFigure *terms[16];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value = { 0 };
  guint first = index, n = 0;

  /* nothing else between: 共 of "，培训人员共" counts those who were trained */
  if (total->is_broken || !g_strv_contains (sum_words, shanhai_words_get_last_clause (total->before)) || !shanhai_unit_is_additive (get_unit (total)))
    return;
  while (first > 0 && index - first < G_N_ELEMENTS (terms) && get_unit (&figures[first - 1]) == get_unit (total) &&
         (first == index || (count_characters (figures[first].before) <= MAX_LIST_GAP && !figures[first].is_broken &&
                             !shanhai_words_contain (figures[first].before, including_words) && !shanhai_words_end_with (figures[first].before, to_words) &&
                             !shanhai_words_end_with (figures[first].before, sum_words))))
    first--;
  if (index - first < 2)
    return;
  for (guint i = first; i < index; i++)
    {
      ShanhaiCheckValue term = get_value (figures[i].claim);

      if (g_strcmp0 (figures[i].claim->part_of, shanhai_record_get_id (total->claim->record)) == 0)
        return;
      if (n == 0)
        value = term;
      else if (!shanhai_check_value_combine (&value, shanhai_interval_add, &term))
        return;
      terms[n++] = &figures[i];
      g_string_append_printf (arithmetic, "%s{%u}", n > 1 ? " + " : "", n + 1);
    }
  /* "3 doctors and 5 teachers, 200 people altogether gained" */
  if (!is_of_like_size (&value.nominal.lo, &total->claim->quantity->value))
    return;
  tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, SHANHAI_ALIKE_FULLY, arithmetic->str, terms, n);
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

      if (g_str_has_suffix (words, each) || g_str_has_suffix (words, each_on_average) || g_str_has_suffix (words, mean))
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

/* 投入5000万元，年均1000万元; 培训30期、3000人次，平均每期100人次 */
static void
check_average (ShanhaiCheckScope           *scope,
               const ShanhaiSentenceFigure *figures,
               guint                        index)
{
  const ShanhaiSentenceFigure *mean = &figures[index];
  int total = find_before (figures, index, get_unit (mean)), base;
  const char *unit;
  ShanhaiCheckValue value;

  if (mean->is_broken || (total >= 0 && is_formula_of (scope, mean->claim, figures[total].claim)))
    return;
  if (shanhai_words_end_with (mean->before, yearly_words))
    {
      int years[2];
      guint n = total >= 0 ? shanhai_operands_years (NULL, figures[total].claim, NULL, years) : 0;

      for (guint i = 0; i < n; i++)
        {
          ShanhaiCheckValue length = shanhai_check_value_of_number (years[i]);
          g_autofree char *arithmetic = g_strdup_printf ("{2} ÷ %d", years[i]);

          value = get_value (figures[total].claim);
          if (!shanhai_check_value_combine (&value, shanhai_interval_divide, &length))
            return;
          if (i + 1 == n || shanhai_compare_interval (&value.soft, &value.hard, mean->claim->quantity) == SHANHAI_AGREEMENT_AGREE)
            {
              tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, total == (int) index - 1 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, arithmetic,
                             (const ShanhaiSentenceFigure *const[]) { &figures[total] }, 1);
              return;
            }
        }
      return;
    }

  unit = get_measure (mean->before);
  if (unit == NULL)
    return;
  base = find_before (figures, index, unit);
  for (int i = (int) index - 1; i >= 0 && total < 0; i--)
    if (are_people (get_unit (&figures[i]), get_unit (mean)) && i != base)
      total = i;
  if (base < 0 || total < 0 || base == total)
    return;
  {
    ShanhaiCheckValue divisor = get_value (figures[base].claim);

    value = get_value (figures[total].claim);
    if (shanhai_check_value_combine (&value, shanhai_interval_divide, &divisor))
      tell_computed (scope, SHANHAI_CHECK_AVERAGE, mean, &value, true, MIN (base, total) == (int) index - 2 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3}",
                     (const ShanhaiSentenceFigure *const[]) { &figures[total], &figures[base] }, 2);
  }
}

static void
check_sentence (ShanhaiCheckScope           *scope,
                const ShanhaiSentenceFigure *figures,
                guint                        n)
{
  g_autofree int *wholes = g_new (int, n);

  check_including (scope, figures, n, wholes);
  for (guint i = 1; i < n; i++)
    {
      check_list (scope, figures, i);
      check_average (scope, figures, i);
      if (i < 2)
        continue;
      check_change (scope, &figures[i - 2], &figures[i - 1], &figures[i]);
      check_share (scope, figures, i, wholes);
    }
}

void
shanhai_check_sentences (ShanhaiCheckScope *scope)
{
  shanhai_sentences_foreach (scope, check_sentence);
}
