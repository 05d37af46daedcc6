/* shanhai-sentence-shares.c - 其中…，占29.4%; 合格21个，合格率95.45%: what a sentence says of a part and its whole in per cent. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A share is held against the whole that the words name; where they may name another one, only what comes out tells. */

#include "shanhai-config.h"

#include <string.h>

#include "shanhai-sentence-private.h"

/* of a rate's word, what it is a rate of: 合格率, 就业率 */
#define MAX_RATE_WORD 6
/* half of such a word: 抢救, 成功 */
#define MIN_WORD 2
/* between the word and its figure: 资金 */
#define MAX_NOUN 4

static const char * const share_words[] = { "占", "佔", NULL };
static const char * const share_ends[] = { "accountingfor", ",or", "，or", "makingup", "makesup", "rateof", "shareof", "proportionof", ",thatis", ",whichis", "(", "（", NULL };
static const char * const all_words[] = { "总人数", "总户数", "总数", "总量", "总额", "總人數", "總戶數", "總數", "總量", "總額", "全部", "比例", "比重", "比为", "比达", "比", "其", "总", "到", "达", "为", NULL };
static const char * const among_words[] = { "中，", "中有", "里，", NULL };
static const char * const of_words[] = { "Of", "Ofthe", "of", "ofthe", "outof", "outofthe", "Outofthe", "Ofall", "Amongthe", "amongthe", NULL };
static const char * const of_them[] = { " of them", " of these", " of those", " of whom", " of which", NULL };

static bool
divide (const ShanhaiSentenceFigure *part,
        const ShanhaiSentenceFigure *whole,
        ShanhaiCheckValue           *out)
{
  ShanhaiCheckValue base = shanhai_sentence_get_value (whole), hundred = shanhai_check_value_of_number (100);

  *out = shanhai_sentence_get_value (part);

  return shanhai_check_value_combine (out, shanhai_interval_divide, &base) && shanhai_check_value_combine (out, shanhai_interval_multiply, &hundred);
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
  if (shanhai_words_begin_with_any (rest, share_words) == 0)
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
      ShanhaiCheckValue value;

      if (i != whole && shanhai_sentence_get_unit (&figures[i]) == shanhai_sentence_get_unit (part) && divide (part, &figures[i], &value) &&
          shanhai_compare_interval (&value.soft, &value.hard, share->claim->quantity) == SHANHAI_AGREEMENT_AGREE)
        return true;
    }

  return false;
}

/* ", 40 percent of the total" */
static bool
is_of_total (const ShanhaiSentenceFigure *share)
{
  return shanhai_words_begin_with_any (share->after, (const char * const[]) { " of the total", " of all of them", " of the whole", NULL }) > 0 && *shanhai_words_get_last_clause (share->before) == '\0';
}

/* 5343人，占签约17810人的30.0%; "5,343 of the 17,810 people, or 30.0 percent" */
static bool
check_share_behind (ShanhaiCheckScope           *scope,
                    const ShanhaiSentenceFigure *part,
                    const ShanhaiSentenceFigure *whole,
                    const ShanhaiSentenceFigure *share)
{
  static const char * const wholes[] = { "of", "ofthe", "outof", "outofthe", "ofall", NULL };
  const char *clause = shanhai_words_get_last_clause (whole->before);
  bool in_brackets = g_str_has_suffix (whole->before, "（") && strstr (whole->before, "，占") != NULL && strcmp (share->before, "）") == 0;
  bool in_chinese = in_brackets || (shanhai_words_begin_with_any (clause, share_words) > 0 && *share->before == '\0');
  bool in_english = g_strv_contains (wholes, whole->before) && shanhai_words_end_with (share->before, share_ends);
  ShanhaiCheckValue value;

  if ((!in_chinese && !in_english) || shanhai_sentence_get_unit (part) != shanhai_sentence_get_unit (whole) || whole->is_broken || share->is_broken || !is_share_of_all ("占", share->after) ||
      shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return false;
  if (divide (part, whole, &value))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, SHANHAI_ALIKE_FULLY, "{2} ÷ {3} × 100", (const ShanhaiSentenceFigure *const[]) { part, whole }, 2);

  return true;
}

/* "512 people, or 40 percent of the 1,280 people trained" */
static bool
check_share_between (ShanhaiCheckScope           *scope,
                     const ShanhaiSentenceFigure *part,
                     const ShanhaiSentenceFigure *share,
                     const ShanhaiSentenceFigure *whole)
{
  static const char * const wholes[] = { "of", "ofthe", "ofall", "ofallthe", NULL };
  ShanhaiCheckValue value;

  if (!shanhai_sentence_is_percent (share) || !g_strv_contains (wholes, whole->before) || !shanhai_words_end_with (share->before, share_ends) || shanhai_sentence_get_unit (part) != shanhai_sentence_get_unit (whole) ||
      !shanhai_unit_is_additive (shanhai_sentence_get_unit (part)) || share->is_broken || whole->is_broken || shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return false;
  if (divide (part, whole, &value))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, SHANHAI_ALIKE_FULLY, "{2} ÷ {3} × 100", (const ShanhaiSentenceFigure *const[]) { part, whole }, 2);

  return true;
}

/* …，其中贫困人口2768人，占29.4% */
void
shanhai_sentence_check_share (ShanhaiCheckScope           *scope,
                              const ShanhaiSentenceFigure *figures,
                              guint                        index,
                              const int                   *wholes)
{
  const ShanhaiSentenceFigure *share = &figures[index], *part = &figures[index - 1];
  int whole = wholes[index - 1];
  bool told = whole >= 0, alone;
  ShanhaiCheckValue value;
  ShanhaiQuantity printed = *share->claim->quantity;

  if (check_share_between (scope, &figures[index - 2], part, share))
    return;
  if (!shanhai_sentence_is_percent (share) || !shanhai_unit_is_additive (shanhai_sentence_get_unit (part)) || share->is_broken || shanhai_sentence_is_formula_of (scope, share->claim, part->claim))
    return;
  if (check_share_behind (scope, &figures[index - 2], part, share))
    return;
  if (!shanhai_words_begin_with (shanhai_words_get_last_clause (share->before), share_words) && !shanhai_words_end_with (share->before, share_ends) && !is_of_total (share))
    return;
  if (!told)
    whole = shanhai_sentence_find_before (figures, index - 1, shanhai_sentence_get_unit (part));
  if (whole < 0)
    return;
  /* "of the 2481 people …, 1711 were …"; 在134个村中，有85个…; "17,810 people, 5,343 of them poor" */
  told = told || (whole == (int) index - 2 && (shanhai_words_end_with (figures[whole].before, of_words) || shanhai_words_contain (part->before, among_words) ||
                                               shanhai_words_begin_with_any (part->after, of_them) > 0));
  if (!divide (part, &figures[whole], &value))
    return;
  /* 参保5493人，报销2753人，占50.1%: nothing else is told that it could be a share of */
  alone = !told && whole == 0 && index == 2 && !part->is_broken && shanhai_decimal_compare (&part->claim->quantity->value, &figures[whole].claim->quantity->value) <= 0 &&
          !shanhai_sentence_tells_change (part->before);
  /* of what it is a share, the sentence may say otherwise: then only a match tells */
  if (shanhai_compare_interval (&value.soft, &value.hard, &printed) != SHANHAI_AGREEMENT_AGREE &&
      ((!told && !alone) || !(is_of_total (share) || is_share_of_all (share->before, share->after)) || is_share_of_another (figures, index, whole)))
    return;
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, whole == (int) index - 2 && !alone ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3} × 100",
                                  (const ShanhaiSentenceFigure *const[]) { part, &figures[whole] }, 2);
}

/* the clause's words have the rate's one, and no more than a noun behind it: 实际到位资金1.89亿元，到位率… */
static bool
tells_word (const ShanhaiSentenceFigure *part,
            const char                  *word)
{
  const char *found = g_strrstr (shanhai_words_get_last_clause (part->before), word);

  return found != NULL && g_utf8_strlen (found + strlen (word), -1) <= MAX_NOUN;
}

/* 抢救危重患者156例，成功151例，抢救成功率96.8%: the rate is named after both */
static bool
is_named_after_both (const ShanhaiSentenceFigure *whole,
                     const ShanhaiSentenceFigure *part,
                     const char                  *word)
{
  const char *clause = shanhai_words_get_last_clause (whole->before);

  for (const char *p = g_utf8_next_char (word); *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *first = g_strndup (word, (gsize) (p - word));

      if (strstr (clause, first) != NULL && tells_word (part, p) && g_utf8_strlen (p, -1) >= MIN_WORD && g_utf8_strlen (first, -1) >= MIN_WORD)
        return true;
    }

  return false;
}

/* 抽检22个，合格21个，合格率95.45%: the rate bears the part's word; 1200人，其中960人实现就业，就业率80% */
void
shanhai_sentence_check_rate (ShanhaiCheckScope           *scope,
                             const ShanhaiSentenceFigure *figures,
                             guint                        index)
{
  const ShanhaiSentenceFigure *whole = &figures[index - 2], *part = &figures[index - 1], *rate = &figures[index];
  const char *clause = shanhai_words_get_last_clause (rate->before), *end = g_strrstr (clause, "率");
  g_autofree char *word = end != NULL ? g_strndup (clause, (gsize) (end - clause)) : NULL;
  glong length = word != NULL ? g_utf8_strlen (word, -1) : 0;
  bool before, behind, is_only = true;
  ShanhaiCheckValue value;

  if (word == NULL || (rate->year > 0 && part->claim->has_time && rate->year != shanhai_period_get_year (part->claim->period)) || !shanhai_sentence_is_percent (rate) || shanhai_sentence_get_unit (part) != shanhai_sentence_get_unit (whole) ||
      !shanhai_unit_is_additive (shanhai_sentence_get_unit (part)) || rate->is_broken || part->is_broken || length < 2 || length > MAX_RATE_WORD || shanhai_sentence_is_formula_of (scope, rate->claim, part->claim) ||
      shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return;
  end += strlen ("率");
  if (*end != '\0' && strcmp (end, "为") != 0 && strcmp (end, "达") != 0 && strcmp (end, "達") != 0 && strcmp (end, "达到") != 0)
    return;
  before = g_str_has_suffix (part->before, word) || tells_word (part, word) || is_named_after_both (whole, part, word);
  behind = !before && clause > rate->before && strstr (rate->before, word) != NULL && strstr (rate->before, word) < clause;
  /* 签约40个，开工34个，投产20个，投产率50%: of those before */
  for (int i = (int) index - 3; i >= 0; i--)
    if (shanhai_sentence_get_unit (&figures[i]) == shanhai_sentence_get_unit (part))
      is_only = false;
  if ((before || behind) && !is_only && is_share_of_another (figures, index, (int) index - 2))
    return;
  before &= is_only;
  behind |= !is_only;
  if ((before || behind) && divide (part, whole, &value))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, rate, &value, true, before ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, "{2} ÷ {3} × 100",
                                    (const ShanhaiSentenceFigure *const[]) { part, whole }, 2);
}

/* 医疗总费用4000万元，个人自付800万元，报销比例80%: what remains of the whole is the share */
void
shanhai_sentence_check_rest_rate (ShanhaiCheckScope           *scope,
                                  const ShanhaiSentenceFigure *figures,
                                  guint                        index)
{
  static const char * const own[] = { "自付", "自费", "自負", "paidbypatients", "paidthemselves", "outofpocket", NULL };
  static const char * const costs[] = { "费用", "費用", "cost", "bills", NULL };
  static const char * const rates[] = { "报销比例", "报销率", "報銷比例", "报销比例为", "报销比例达", "报销比例达到", "实际报销比例", "综合报销比例", "reimbursementrateof", "reimbursementratioof", NULL };
  const ShanhaiSentenceFigure *whole = &figures[index - 2], *part = &figures[index - 1], *rate = &figures[index];
  ShanhaiCheckValue value = shanhai_sentence_get_value (whole), rest = shanhai_sentence_get_value (part), base = value, hundred = shanhai_check_value_of_number (100);

  /* shanhai_check_costs() tells it */
  if (rate->claim->indicator == g_intern_static_string ("reimbursement-ratio") && part->claim->indicator == g_intern_static_string ("medical-costs-self-paid"))
    return;
  if (!shanhai_sentence_is_percent (rate) || shanhai_sentence_get_unit (part) != shanhai_sentence_get_unit (whole) || part->is_broken || rate->is_broken || !shanhai_words_contain (part->before, own) || !shanhai_words_contain (whole->before, costs) || !shanhai_words_end_with (rate->before, rates) ||
      shanhai_sentence_is_formula_of (scope, rate->claim, part->claim) || shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_subtract, &rest) && shanhai_check_value_combine (&value, shanhai_interval_divide, &base) &&
      shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, rate, &value, true, SHANHAI_ALIKE_MAYBE, "({2} − {3}) ÷ {2} × 100", (const ShanhaiSentenceFigure *const[]) { whole, part }, 2);
}

/* 目标任务是660名，实际帮助1161名，完成目标任务的175.9%, or 超额75.9% */
void
shanhai_sentence_check_completion (ShanhaiCheckScope           *scope,
                                   const ShanhaiSentenceFigure *figures,
                                   guint                        index)
{
  static const char * const goals[] = { "目标", "任务", "計劃", "计划", "目標", "任務", NULL };
  static const char * const begins[] = { "完成", "完成率", NULL };
  const ShanhaiSentenceFigure *share = &figures[index], *goal = NULL, *done = NULL;
  const char *clause = shanhai_words_get_last_clause (share->before);
  ShanhaiCheckValue value, base, hundred = shanhai_check_value_of_number (100);

  bool beyond = g_str_has_prefix (clause, "超额") || g_str_has_prefix (clause, "超額");

  if (!shanhai_sentence_is_percent (share) || share->is_broken || (!beyond && !g_str_has_prefix (clause, "完成率") && (shanhai_words_begin_with_any (clause, begins) == 0 || !shanhai_words_contain (clause, goals))))
    return;
  for (guint i = index - 2; i < index; i++)
    if (figures[i].claim->planned)
      goal = &figures[i];
    else
      done = &figures[i];
  if (goal == NULL || done == NULL || shanhai_sentence_get_unit (goal) != shanhai_sentence_get_unit (done) || goal->claim->indicator != done->claim->indicator || shanhai_sentence_is_formula_of (scope, share->claim, done->claim))
    return;
  value = shanhai_sentence_get_value (done);
  base = shanhai_sentence_get_value (goal);
  if (beyond && !shanhai_check_value_combine (&value, shanhai_interval_subtract, &base))
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_divide, &base) && shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, share, &value, true, SHANHAI_ALIKE_FULLY, beyond ? "({2} − {3}) ÷ {3} × 100" : "{2} ÷ {3} × 100",
                                    (const ShanhaiSentenceFigure *const[]) { done, goal }, 2);
}
