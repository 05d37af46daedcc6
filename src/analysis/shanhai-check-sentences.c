/* shanhai-check-sentences.c - what a sentence says of its own figures: 从…减少到…, 其中…, 占…, 共…, 年均…. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For figures that are linked by nothing else. Means (年均, 户均) are in shanhai-sentence-means.c. Only words that leave no doubt accuse; where the sentence may speak of something that nobody has recorded, what doesn't come out is
 * doubtful at most, or not told. What an indicator's formula or a link between records says already is left to their own checks. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-sentence-private.h"

/* a list is of figures that are no further apart, in characters */
#define MAX_LIST_GAP 12
/* a sum that is so many times another number isn't meant to be it */
#define MAX_UNLIKE 4
/* so far behind a total, in characters, a verb makes it one of something else */
#define MAX_BEHIND 24

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
static const char * const change_words[] = { "减少", "減少", "下降", "降低", "增加", "增长", "增長", "提高", "上升", "提升", "净增", "净减", "淨增", "淨減", "增幅", "降幅", "增长率", "减幅", "增幅达", "降幅达", "减少达", "增加达",
                                             "fallof", "dropof", "riseof", "increaseof", "decreaseof", "growthof", "upby", "downby", "fellby", "roseby", ",up", ",down", NULL };
static const char * const compare_words[] = { "比", "较", "yearonyear", NULL };
static const char * const last_year_words[] = { "同比", "比上年", "较上年", "比去年", "较去年", "比前一年", "yearonyear", NULL };
static const char * const including_words[] = { "其中", "当中", "當中", "包括", "含", "内含", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };
static const char * const named_words[] = { "，其中", "（其中", "，当中", "，當中", "，包括", ",including", ",ofwhom", ",ofwhich", NULL };
static const char * const share_words[] = { "占", "佔", NULL };
static const char * const share_ends[] = { "accountingfor", ",or", "，or", "makingup", "arateof", "ashareof", ",thatis", ",whichis", NULL };
static const char * const all_words[] = { "总人数", "总户数", "总数", "总量", "总额", "總人數", "總戶數", "總數", "總量", "總額", "全部", "比为", "比达", "比", "其", "总", "到", "达", NULL };
static const char * const among_words[] = { "中，", "中有", "里，", NULL };
static const char * const of_words[] = { "Of", "Ofthe", "of", "ofthe", "outof", "outofthe", "Outofthe", NULL };
static const char * const sum_words[] = { "共", "合计", "合計", "总计", "總計", "共计", "共計", "总共", "一共", "合计达", "共有", "共计有", "intotal", "altogether", "together", "atotalof", NULL };
/* whose change it is, and of which time, goes without saying */
static const char * const plain_words[] = { "同比", "比上年", "较上年", "比去年", "较去年", "比前一年", "累计", "累計", "共计", "共", "净", "淨", "实际", "总", "總", "增幅", "降幅", "增速", "幅度", "为", "達", "达", "，", "、", "也就是", "即", "整整", "合计", "五年", "四年", "三年", "两年", "六年",
                                            "五年间", "四年间", "三年间", "两年间", "间", "來", "来", "人数", "平均", "数量", NULL };
static const char * const each_words[] = { "均", "每年", "每月", "年化", "逐年", "annual", "ayear", "average", "yearly", "monthly", NULL };

bool
shanhai_sentence_tells_change (const char *words)
{
  return shanhai_words_contain (words, change_words);
}

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
bool
shanhai_sentence_is_formula_of (ShanhaiCheckScope  *scope,
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

/* no day is common to the result and any of its terms */
static bool
is_of_other_time (const ShanhaiClaim                 *result,
                  const ShanhaiSentenceFigure *const *terms,
                  guint                               n)
{
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiClaim *term = terms[i]->claim;

      if (!result->has_time || !term->has_time || (result->first <= term->last && term->first <= result->last))
        return false;
    }

  return true;
}

/* what was computed of some figures is held against the one that is printed */
void
shanhai_sentence_tell_computed (ShanhaiCheckScope                  *scope,
                                ShanhaiCheck                        check,
                                const ShanhaiSentenceFigure        *result,
                                const ShanhaiCheckValue            *value,
                                bool                                rounded,
                                ShanhaiAlikeness                    alike,
                                const char                         *arithmetic,
                                const ShanhaiSentenceFigure *const *terms,
                                guint                               n)
{
  ShanhaiQuantity printed = *result->claim->quantity;
  ShanhaiAgreement agreement;
  ShanhaiFinding *finding;

  if (result->claim->planned != terms[0]->claim->planned)
    return;
  if (is_of_other_time (result->claim, terms, n))
    alike = SHANHAI_ALIKE_NOT;
  if (rounded && shanhai_unit_is_counted (printed.unit))
    printed.unit = g_intern_static_string ("ratio");
  if (shanhai_decimal_sign (&printed.value) < 0 && !printed.has_hi)
    printed.value.digits = -printed.value.digits;
  agreement = shanhai_compare_interval (&value->soft, &value->hard, &printed);
  if (alike == SHANHAI_ALIKE_NOT && agreement != SHANHAI_AGREEMENT_AGREE)
    return;
  finding = shanhai_check_tell (scope, check, agreement, alike == SHANHAI_ALIKE_NOT ? SHANHAI_ALIKE_FULLY : alike, &computed, result->claim, NULL);
  if (finding == NULL)
    return;
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, terms[i]->claim->record, terms[i]->claim->quantity);
  shanhai_finding_set_computed (finding, &value->nominal.lo, &value->soft, get_unit (result));
  shanhai_finding_take_arithmetic (finding, g_strdup (arithmetic));
}

/* Not 今年减少12个, nor 销售额由…增长到…，农民收入增长12.5%: words before the change are none, or those of what has changed. */
static bool
is_change_of_them (const ShanhaiSentenceFigure *start,
                   const ShanhaiSentenceFigure *end,
                   const ShanhaiSentenceFigure *change)
{
  static const char * const english[] = { "", "a", "an", "the", "anet", "atotal", "or", "ora", "oran", "witha", "withan", "whichisa", "thatis", "anda", "andan", "thatisa", NULL };
  const char *clause = shanhai_words_get_last_clause (change->before), *at = NULL;

  if ((guchar) *clause < 0x80 && *clause != '\0')
    {
      for (guint i = 0; english[i] != NULL; i++)
        if (g_str_has_prefix (clause, english[i]) && g_strv_contains (change_words, clause + strlen (english[i])))
          return true;

      return strcmp (clause, "up") == 0 || strcmp (clause, "down") == 0;
    }
  if (change->year > 0 && start->claim->has_time && end->claim->has_time && start->claim->last < end->claim->last &&
      change->claim->has_time && change->claim->first > start->claim->last + 1)
    return false;
  for (const char *p = clause; *p != '\0' && at == NULL; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 || shanhai_words_begin_with_any (p, change_words))
      at = p;
  while (at != NULL && clause < at)
    {
      gsize skip = shanhai_words_begin_with_any (clause, plain_words);
      g_autofree char *rest = NULL;

      if (skip == 0)
        {
          rest = g_strndup (clause, (gsize) (at - clause));
          return strstr (start->before, rest) != NULL || strstr (end->before, rest) != NULL;
        }
      clause += skip;
    }

  return true;
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
  ShanhaiAlikeness alike;

  if (get_unit (start) != get_unit (end) || end->is_broken || change->is_broken || shanhai_sentence_is_formula_of (scope, change->claim, start->claim) ||
      !shanhai_words_end_with (end->before, to_words) || !shanhai_words_end_with (change->before, change_words) ||
      shanhai_words_contain (change->before, including_words) || (!in_points && !growth && get_unit (change) != get_unit (start)))
    return;
  /* 年均增长13%: from year to year, not from the first to the last */
  if (shanhai_words_contain (shanhai_words_get_last_clause (change->before), each_words))
    return;
  /* of other things than these two */
  if (shanhai_words_contain (change->before, compare_words) &&
      (!shanhai_words_contain (change->before, last_year_words) || !start->claim->has_time || !end->claim->has_time ||
       shanhai_period_get_year (end->claim->period) - shanhai_period_get_year (start->claim->period) != 1))
    return;

  alike = start->claim->indicator == end->claim->indicator && start->claim->type == end->claim->type ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  if (!is_change_of_them (start, end, change))
    alike = SHANHAI_ALIKE_NOT;
  /* recorded of the last year alone */
  else if (start->claim->has_time && change->claim->has_time && change->claim->first < change->claim->last && change->claim->first > start->claim->last + 1)
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  /* 由46%提高到61.7%，提高34.1%: of what it was. A change over a span is told by shanhai_check_points() where it comes out, and is no difference then. */
  if (strcmp (get_unit (start), "percent") == 0 && strcmp (get_unit (change), "percent") == 0)
    {
      ShanhaiCheckScope quiet = *scope;
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

      if (change->claim->period == NULL || !shanhai_period_is_span (change->claim->period))
        {
          if (shanhai_check_rate_change (scope, change->claim, start->claim, end->claim, alike))
            return;
        }
      else
        {
          quiet.findings = findings;
          if (shanhai_check_rate_change (&quiet, change->claim, start->claim, end->claim, alike))
            return;
        }
    }

  if (!shanhai_check_value_combine (&value, shanhai_interval_subtract, &first) || !make_positive (&value))
    return;
  if (growth && (!shanhai_check_value_combine (&value, shanhai_interval_divide, &first) || !shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred)))
    return;
  shanhai_sentence_tell_computed (scope, growth ? SHANHAI_CHECK_RATIO : SHANHAI_CHECK_DIFFERENCE, change, &value, growth, alike,
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

/* what a total of one case, or of one indicator, would hold both of */
static bool
are_added_up (const ShanhaiClaim *a,
              const ShanhaiClaim *b)
{
  if (a->type != b->type || g_strcmp0 (a->case_id, b->case_id) != 0)
    return false;
  if (a->type == SHANHAI_RECORD_OBSERVATION)
    return a->spans && b->spans && a->indicator != NULL && a->indicator == b->indicator && g_strcmp0 (a->about, b->about) == 0 && shanhai_claim_is_same_time (a, b);

  return a->type == SHANHAI_RECORD_FLOW;
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
  if (agreement == SHANHAI_AGREEMENT_AGREE && alike == SHANHAI_ALIKE_FULLY && part->claim->part_of == NULL && are_added_up (part->claim, whole->claim))
    shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &beside_whole, part->claim, whole->claim);
}

/* the figure of the same unit that stands nearest before `index`, or -1 */
int
shanhai_sentence_find_before (const ShanhaiSentenceFigure *figures,
                              guint                        index,
                              const char                  *unit)
{
  for (int i = (int) index - 1; i >= 0; i--)
    if (get_unit (&figures[i]) == unit)
      return i;

  return -1;
}

/* Not a mean; nor is what fell this year a part of what was left: 减少到1.28万，其中今年减少1.5万. */
static int
find_whole_before (const ShanhaiSentenceFigure *figures,
                   guint                        index)
{
  const ShanhaiSentenceFigure *part = &figures[index];
  bool is_mean = shanhai_sentence_is_mean (part);
  int whole = -1;

  for (int i = (int) index - 1; i >= 0 && whole < 0; i--)
    if (get_unit (&figures[i]) == get_unit (part) && (is_mean || !shanhai_sentence_is_mean (&figures[i])))
      whole = i;
  if (whole >= 0 && shanhai_sentence_tells_change (shanhai_words_get_last_clause (part->before)) && shanhai_words_end_with (figures[whole].before, to_words))
    return -1;

  return whole;
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
        current = find_whole_before (figures, i);
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
is_share_of_all (const char *words,
                 const char *after)
{
  static const char * const own_words[] = { " of them", " of these", " of those", " of the total", " of all of them", " of the whole", NULL };
  const char *rest = shanhai_words_get_last_clause (words);
  bool found = true;

  /* "12 % of all villages of the prefecture" */
  if (g_str_has_prefix (after, " of ") && shanhai_words_begin_with_any (after, own_words) == 0)
    return false;
  if (!g_str_has_prefix (rest, "占") && !g_str_has_prefix (rest, "佔"))
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

/* 参训800人，合格600人，其中妇女300人，占37.5%: of those who were trained */
static bool
is_share_of_another (const ShanhaiSentenceFigure *figures,
                     guint                        index,
                     int                          whole)
{
  const ShanhaiSentenceFigure *share = &figures[index], *part = &figures[index - 1];

  for (int i = 0; i < (int) index - 1; i++)
    {
      ShanhaiCheckValue value = get_value (part->claim), base = get_value (figures[i].claim), hundred = shanhai_check_value_of_number (100);

      if (i != whole && get_unit (&figures[i]) == get_unit (part) && shanhai_check_value_combine (&value, shanhai_interval_divide, &base) &&
          shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred) &&
          shanhai_compare_interval (&value.soft, &value.hard, share->claim->quantity) == SHANHAI_AGREEMENT_AGREE)
        return true;
    }

  return false;
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

  if (strcmp (get_unit (share), "percent") != 0 || !shanhai_unit_is_additive (get_unit (part)) || share->is_broken || shanhai_sentence_is_formula_of (scope, share->claim, part->claim) ||
      (!shanhai_words_begin_with (shanhai_words_get_last_clause (share->before), share_words) && !shanhai_words_end_with (share->before, share_ends)))
    return;
  if (!told)
    whole = shanhai_sentence_find_before (figures, index - 1, get_unit (part));
  if (whole < 0)
    return;
  /* "of the 2481 people …, 1711 were …"; 在134个村中，有85个… */
  told = told || (whole == (int) index - 2 && (g_strv_contains (of_words, figures[whole].before) || shanhai_words_contain (part->before, among_words)));
  base = get_value (figures[whole].claim);
  if (!shanhai_check_value_combine (&value, shanhai_interval_divide, &base) || !shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    return;
  /* of what it is a share, the sentence may say otherwise: then only a match tells */
  if (shanhai_compare_interval (&value.soft, &value.hard, &printed) != SHANHAI_AGREEMENT_AGREE &&
      (!told || !is_share_of_all (share->before, share->after) || is_share_of_another (figures, index, whole)))
    return;
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, whole == (int) index - 2 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3} × 100",
                 (const ShanhaiSentenceFigure *const[]) { part, &figures[whole] }, 2);
}

static bool
is_of_like_size (const ShanhaiDecimal *a,
                 const ShanhaiDecimal *b)
{
  double x = shanhai_decimal_to_double (a), y = shanhai_decimal_to_double (b);

  return x < MAX_UNLIKE * y && y < MAX_UNLIKE * x;
}

/* towns and enterprises together are units */
static bool
is_counted_as (const char *unit,
               const char *total)
{
  static const char * const bodies[] = { "village", "township", "county", "city", "school", "hospital", "clinic", "company", "org", NULL };

  return unit == total || ((strcmp (total, "org") == 0 || strcmp (total, "item") == 0) && g_strv_contains (bodies, unit));
}

/* ，共300人受益: a clause of its own, of what else they did; but 企业28家和组织4个共38个参与 is of those who are listed */
static bool
says_more (const ShanhaiSentenceFigure *total)
{
  static const char * const verbs[] = { "受益", "参加", "参与", "參與", "參加", "就业", "就業", "脱贫", "脫貧", "增收", "获得", "受训", "得到", "享受", "实现", "受到", "通过", "报名", "成为", "吃水", "饮水", "搬",
                                        "用上", "住上", "入股", "走上", "入驻", "投产", "表彰", "缺口", "毕业", "轮岗", "脫困", "脱困", "gained", "benefit", "took part", "found", NULL };
  static const char * const stops[] = { "，", "。", "；", "、", "！", "（", ",", ".", ";", "(", "\n", NULL };
  const char *p = total->after;

  if (shanhai_words_get_last_clause (total->before) == total->before)
    return false;
  for (guint i = 0; i < MAX_BEHIND && *p != '\0' && shanhai_words_begin_with_any (p, stops) == 0; i++, p = g_utf8_next_char (p))
    if (shanhai_words_begin_with_any (p, verbs) > 0)
      return true;

  return false;
}

/* Whether the total is of those who are listed. 共300人受益 isn't; nor is 共600人 of three years, where the list is of the last one. */
static ShanhaiAlikeness
compare_with_list (const ShanhaiSentenceFigure        *total,
                   const ShanhaiSentenceFigure *const *terms,
                   guint                               n)
{
  gint32 first = G_MAXINT32, last = G_MININT32;

  for (guint i = 0; i < n; i++)
    {
      if (!terms[i]->claim->has_time || !total->claim->has_time)
        return says_more (total) ? SHANHAI_ALIKE_NOT : SHANHAI_ALIKE_FULLY;
      first = MIN (first, terms[i]->claim->first);
      last = MAX (last, terms[i]->claim->last);
    }
  if (says_more (total))
    return SHANHAI_ALIKE_NOT;
  /* states are told of their day, whatever they have come from */
  if (total->claim->spans && !total->claim->open_start && terms[0]->claim->spans && (total->claim->first < first || total->claim->last > last))
    return SHANHAI_ALIKE_NOT;

  return SHANHAI_ALIKE_FULLY;
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

  /* nothing else between: 共 of "，培训人员共" counts those who were trained; but without a stop it is the last one's noun, "和4个社会组织共计" */
  if (total->is_broken || !shanhai_unit_is_additive (get_unit (total)) ||
      !(g_strv_contains (sum_words, shanhai_words_get_last_clause (total->before)) ||
        (shanhai_words_get_last_clause (total->before) == total->before && shanhai_words_end_with (total->before, sum_words) && count_characters (total->before) <= MAX_LIST_GAP)))
    return;
  while (first > 0 && index - first < G_N_ELEMENTS (terms) && is_counted_as (get_unit (&figures[first - 1]), get_unit (total)) &&
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
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, compare_with_list (total, terms, n), arithmetic->str, terms, n);
}

/* "a total of 240 people: 23 doctors, 120 teachers and 97 technicians" */
static void
check_list_behind (ShanhaiCheckScope           *scope,
                   const ShanhaiSentenceFigure *figures,
                   guint                        n,
                   guint                        index)
{
  static const char * const colons[] = { ":", "：", NULL };
  const ShanhaiSentenceFigure *total = &figures[index];
  const ShanhaiSentenceFigure *terms[16];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value = get_value (total->claim);
  guint n_terms = 0;

  if (index + 2 >= n || n - index - 1 > G_N_ELEMENTS (terms) || !shanhai_unit_is_additive (get_unit (total)) || !shanhai_words_end_with (total->before, sum_words))
    return;
  for (guint i = index + 1; i < n; i++)
    {
      const ShanhaiSentenceFigure *figure = &figures[i];
      bool joined = i == index + 1 ? g_str_has_prefix (figure->before, colons[0]) || g_str_has_prefix (figure->before, colons[1])
                                   : count_characters (figure->before) <= MAX_LIST_GAP;
      ShanhaiCheckValue term = get_value (figure->claim);

      if (!joined || figure->is_broken || get_unit (figure) != get_unit (total) || shanhai_words_contain (figure->before, including_words) ||
          g_strcmp0 (figure->claim->part_of, total->claim->id) == 0)
        return;
      if (n_terms == 0)
        value = term;
      else if (!shanhai_check_value_combine (&value, shanhai_interval_add, &term))
        return;
      terms[n_terms++] = figure;
      g_string_append_printf (arithmetic, "%s{%u}", n_terms > 1 ? " + " : "", n_terms + 1);
    }
  if (is_of_like_size (&value.nominal.lo, &total->claim->quantity->value))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, SHANHAI_ALIKE_FULLY, arithmetic->str, terms, n_terms);
}

/* 由2043元增长到8204元，是2015年的4.0倍 */
static void
check_times (ShanhaiCheckScope           *scope,
             const ShanhaiSentenceFigure *start,
             const ShanhaiSentenceFigure *end,
             const ShanhaiSentenceFigure *times)
{
  static const char * const is_words[] = { "是", "为", "為", "达到", "相当于", "相當於", NULL };
  const ShanhaiClaim *a = start->claim, *b = end->claim;
  ShanhaiCheckValue value = get_value (b), first = get_value (a);

  const char *clause = shanhai_words_get_last_clause (times->before);
  bool grows = g_strv_contains (change_words, clause), is = g_strv_contains (is_words, clause);

  if ((times->year > 0 && is && a->has_time && times->year != shanhai_period_get_year (a->period)) || strcmp (get_unit (times), "times") != 0 || get_unit (start) != get_unit (end) || end->is_broken || times->is_broken || a->indicator == NULL || a->indicator != b->indicator ||
      !a->has_time || !b->has_time || a->last >= b->last || !shanhai_words_end_with (end->before, to_words) || (!is && !grows) || shanhai_sentence_is_formula_of (scope, times->claim, a))
    return;
  /* 增长2倍 is three times as much; but many write it so and mean twice, so that what doesn't come out is doubtful at most */
  if (grows && !shanhai_check_value_combine (&value, shanhai_interval_subtract, &first))
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_divide, &first))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, times, &value, false, is ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, is ? "{2} ÷ {3}" : "({2} − {3}) ÷ {3}",
                   (const ShanhaiSentenceFigure *const[]) { end, start }, 2);
}

/* 抽检22个，合格21个，合格率95.45%: the rate bears the part's word */
static void
check_rate (ShanhaiCheckScope           *scope,
            const ShanhaiSentenceFigure *whole,
            const ShanhaiSentenceFigure *part,
            const ShanhaiSentenceFigure *rate)
{
  const char *clause = shanhai_words_get_last_clause (rate->before);
  gsize length = strlen (clause);
  g_autofree char *word = g_str_has_suffix (clause, "率") ? g_strndup (clause, length - strlen ("率")) : NULL;
  ShanhaiCheckValue value = get_value (part->claim), base = get_value (whole->claim), hundred = shanhai_check_value_of_number (100);

  if (word == NULL || (rate->year > 0 && part->claim->has_time && rate->year != shanhai_period_get_year (part->claim->period)) || strcmp (get_unit (rate), "percent") != 0 || get_unit (part) != get_unit (whole) || !shanhai_unit_is_additive (get_unit (part)) || rate->is_broken ||
      part->is_broken || count_characters (word) < 2 || count_characters (word) > SHANHAI_MAX_VERB || !g_str_has_suffix (part->before, word) ||
      shanhai_sentence_is_formula_of (scope, rate->claim, part->claim) || shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_divide, &base) && shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, rate, &value, true, SHANHAI_ALIKE_FULLY, "{2} ÷ {3} × 100", (const ShanhaiSentenceFigure *const[]) { part, whole }, 2);
}

/* 目标任务是660名，实际帮助1161名，完成目标任务的175.9%, or 超额75.9% */
static void
check_completion (ShanhaiCheckScope           *scope,
                  const ShanhaiSentenceFigure *figures,
                  guint                        index)
{
  static const char * const goals[] = { "目标", "任务", "計劃", "计划", "目標", "任務", NULL };
  const ShanhaiSentenceFigure *share = &figures[index], *goal = NULL, *done = NULL;
  const char *clause = shanhai_words_get_last_clause (share->before);
  ShanhaiCheckValue value, base, hundred = shanhai_check_value_of_number (100);

  bool beyond = g_str_has_prefix (clause, "超额") || g_str_has_prefix (clause, "超額");

  if (strcmp (get_unit (share), "percent") != 0 || share->is_broken || (!beyond && (!g_str_has_prefix (clause, "完成") || !shanhai_words_contain (clause, goals))))
    return;
  for (guint i = index - 2; i < index; i++)
    if (figures[i].claim->planned)
      goal = &figures[i];
    else
      done = &figures[i];
  if (goal == NULL || done == NULL || get_unit (goal) != get_unit (done) || goal->claim->indicator != done->claim->indicator || shanhai_sentence_is_formula_of (scope, share->claim, done->claim))
    return;
  value = get_value (done->claim);
  base = get_value (goal->claim);
  if (beyond && !shanhai_check_value_combine (&value, shanhai_interval_subtract, &base))
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_divide, &base) && shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, SHANHAI_ALIKE_FULLY, beyond ? "({2} − {3}) ÷ {3} × 100" : "{2} ÷ {3} × 100",
                   (const ShanhaiSentenceFigure *const[]) { done, goal }, 2);
}

/* nothing but 共计 or 累计, with a verb at most, since the figure before */
static bool
is_told_beside (const char *words)
{
  static const char * const all_told[] = { "累计", "累計", "共计", "共計", "合计", "合計", "总计", "共", "with", "in", NULL };
  const char *rest = shanhai_words_skip_stops (words);

  for (guint i = 0; all_told[i] != NULL; i++)
    if (g_str_has_prefix (rest, all_told[i]))
      return count_characters (rest + strlen (all_told[i])) <= SHANHAI_MAX_VERB;

  return *rest == '\0';
}

/* 培训455人、306人次: who comes is counted once at least */
static void
check_people (ShanhaiCheckScope           *scope,
              const ShanhaiSentenceFigure *people,
              const ShanhaiSentenceFigure *times)
{
  static const ShanhaiSentences sentences = {
    NULL,
    N_("{w1}: {1} are more than {2}. Each person is counted at least once, so one of the units or figures is wrong."),
    N_("{w1}: {1} are more than {2}. Each person is counted at least once, so one of the units or figures is wrong."),
  };
  ShanhaiQuantity counted = *times->claim->quantity;
  ShanhaiAgreement agreement;

  if (strcmp (get_unit (people), "person") != 0 || strcmp (get_unit (times), "person-time") != 0 || times->is_broken || !is_told_beside (times->before) ||
      people->claim->planned != times->claim->planned || people->claim->indicator == times->claim->indicator)
    return;
  counted.unit = people->claim->quantity->unit;
  agreement = shanhai_compare_at_most (people->claim->quantity, &counted);
  if (agreement != SHANHAI_AGREEMENT_AGREE)
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, agreement, SHANHAI_ALIKE_FULLY, &sentences, people->claim, times->claim);
}

static void
check_sentence (ShanhaiCheckScope           *scope,
                const ShanhaiSentenceFigure *figures,
                guint                        n)
{
  g_autofree int *wholes = g_new (int, n);

  check_including (scope, figures, n, wholes);
  for (guint i = 0; i < n; i++)
    {
      check_list_behind (scope, figures, n, i);
      if (i < 1)
        continue;
      check_list (scope, figures, i);
      shanhai_sentence_check_mean (scope, figures, i);
      check_people (scope, &figures[i - 1], &figures[i]);
      if (i < 2)
        continue;
      check_change (scope, &figures[i - 2], &figures[i - 1], &figures[i]);
      check_times (scope, &figures[i - 2], &figures[i - 1], &figures[i]);
      check_completion (scope, figures, i);
      check_rate (scope, &figures[i - 2], &figures[i - 1], &figures[i]);
      check_share (scope, figures, i, wholes);
    }
}

void
shanhai_check_sentences (ShanhaiCheckScope *scope)
{
  shanhai_sentences_foreach (scope, check_sentence);
}
