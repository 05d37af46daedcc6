/* shanhai-check-sentences.c - what a sentence says of its own figures: 其中…, 尚有…. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For figures that are linked by nothing else. Changes (从…减少到…), shares (占…), sums (共…) and means (年均, 户均) are in the files of shanhai-sentence-private.h. Only words that leave no doubt accuse; where the
 * sentence may speak of something that nobody has recorded, what doesn't come out is doubtful at most, or not told. What an indicator's formula or a link between records says already is left to their own
 * checks. A number that the sentence prints and nobody has recorded can be one of three that belong together; what is told then is never sure. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-flow-within.h"
#include "shanhai-sentence-private.h"

static const ShanhaiSentences computed = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  N_("{w1}: {e} = {=}, but {1} is printed."),
};

/* with a number that the text prints and nobody has recorded */
static const ShanhaiSentences computed_of_text = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: by the numbers of its sentence {e} = {=}, but {1} is printed."),
  NULL,
};

static const ShanhaiSentences told_by_text = {
  N_("{w1}: {e} = {=}, as the text says: “{q}”."),
  N_("{w1}: {e} = {=}, but the text says “{q}”. One of these figures may be wrong."),
  NULL,
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
static const char * const named_words[] = { "，其中", "（其中", "，当中", "，當中", "，包括", ",including", ",ofwhom", ",ofwhich", NULL };
/* “（含往年120名）”, “（上年18名）”: of another time */
static const char * const other_times[] = { "往年", "历年", "歷年", "上年", "去年", "往期", "以前", "结转", "累计", "同期", "前几年", "earlieryears", "previousyears", "lastyear", "theyearbefore", NULL };
/* 还有120名在实习 is of others: only 未 behind it makes it the rest */
static const char * const weak_rest_words[] = { "尚有", "还有", "還有", "仍有", NULL };
static const char * const rest_words[] = { "还剩", "還剩", "剩余", "剩餘", "尚余", "尚剩", "余下", "剩下", "尚欠", "其余", "其餘", "leaving", "theremaining", "leaves", NULL };

/* “（含往年120名）”, “（上年18名）” */
bool
shanhai_sentence_is_of_other_time (const ShanhaiSentenceFigure *figure)
{
  return shanhai_words_contain (figure->before, other_times);
}

ShanhaiCheckValue
shanhai_sentence_get_value (const ShanhaiSentenceFigure *figure)
{
  return shanhai_check_value_of_quantity (figure->claim->quantity);
}

const char *
shanhai_sentence_get_unit (const ShanhaiSentenceFigure *figure)
{
  return figure->claim->quantity->unit;
}

bool
shanhai_sentence_is_percent (const ShanhaiSentenceFigure *figure)
{
  return strcmp (shanhai_sentence_get_unit (figure), "percent") == 0;
}

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

/* The arithmetic speaks of {1}, the result, and of {2} …, the terms. In a finding the recorded ones are numbered anew, and the others stand there as they are printed. */
static char *
write_arithmetic (const char                         *arithmetic,
                  const ShanhaiSentenceFigure        *result,
                  const ShanhaiSentenceFigure *const *terms)
{
  GString *out = g_string_new (NULL);

  for (const char *p = arithmetic; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      guint index, place = result->literal == NULL ? 2 : 1;

      if (end == NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      index = (guint) g_ascii_strtoull (p + 1, NULL, 10) - 2;
      for (guint i = 0; i < index; i++)
        place += terms[i]->literal == NULL;
      if (terms[index]->literal != NULL)
        g_string_append (out, terms[index]->literal);
      else
        g_string_append_printf (out, "{%u}", place);
      p = end;
    }

  return g_string_free (out, FALSE);
}

/* the printed numbers are told as they stand in the text; nothing where fewer than two figures are recorded */
void
shanhai_sentence_tell (ShanhaiCheckScope                  *scope,
                       ShanhaiCheck                        check,
                       const ShanhaiSentences             *sentences,
                       ShanhaiAgreement                    agreement,
                       const ShanhaiSentenceFigure        *result,
                       const ShanhaiCheckValue            *value,
                       const char                         *unit,
                       const char                         *arithmetic,
                       const ShanhaiSentenceFigure *const *terms,
                       guint                               n)
{
  const ShanhaiClaim *claims[SHANHAI_MAX_TERMS + 1];
  ShanhaiFinding *finding;
  guint n_claims = 0;

  g_return_if_fail (n <= SHANHAI_MAX_TERMS);

  if (result->literal == NULL)
    claims[n_claims++] = result->claim;
  for (guint i = 0; i < n; i++)
    if (terms[i]->literal == NULL)
      claims[n_claims++] = terms[i]->claim;
  if (n_claims < 2)
    return;
  finding = shanhai_check_tell (scope, check, agreement, SHANHAI_ALIKE_FULLY, sentences, claims[0], NULL);
  if (finding == NULL)
    return;
  for (guint i = 1; i < n_claims; i++)
    shanhai_finding_add (finding, claims[i]->record, claims[i]->quantity);
  shanhai_finding_set_computed (finding, &value->nominal.lo, &value->soft, unit);
  shanhai_finding_take_arithmetic (finding, write_arithmetic (arithmetic, result, terms));
  if (result->literal != NULL)
    shanhai_finding_set_quote (finding, result->literal);
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
  const ShanhaiSentences *sentences = result->literal != NULL ? &told_by_text : &computed;
  ShanhaiAgreement agreement;
  bool is_of_text = result->literal != NULL;

  for (guint i = 0; i < n; i++)
    if (terms[i]->literal != NULL && !is_of_text)
      {
        sentences = &computed_of_text;
        is_of_text = true;
      }
  /* beside numbers that nobody has recorded, only what they belong to is new */
  if (result->is_among_others && !is_of_text)
    return;
  if (!is_of_text && result->claim->planned != terms[0]->claim->planned)
    return;
  if (is_of_other_time (result->claim, terms, n))
    alike = SHANHAI_ALIKE_NOT;
  /* what is computed is seldom whole, be it people or yuan */
  if (rounded)
    printed.unit = g_intern_static_string ("ratio");
  if (shanhai_decimal_sign (&printed.value) < 0 && !printed.has_hi)
    printed.value.digits = -printed.value.digits;
  agreement = shanhai_compare_interval (&value->soft, &value->hard, &printed);
  if (alike == SHANHAI_ALIKE_NOT && agreement != SHANHAI_AGREEMENT_AGREE)
    return;
  if (agreement == SHANHAI_AGREEMENT_CONTRADICT && (alike == SHANHAI_ALIKE_MAYBE || is_of_text))
    agreement = SHANHAI_AGREEMENT_DOUBTFUL;
  shanhai_sentence_tell (scope, check, sentences, agreement, result, value, shanhai_sentence_get_unit (result), arithmetic, terms, n);
}

static bool
is_known_part (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *part,
               const ShanhaiClaim *whole)
{
  return g_strcmp0 (part->part_of, shanhai_record_get_id (whole->record)) == 0 ||
         (part->indicator != NULL && whole->indicator != NULL && shanhai_definitions_get (scope->definitions, part->indicator)->part_of == whole->indicator);
}

/* 五年累计5808万元，其中2018年1742万元: totals know that a year of such money is within all of them */
static bool
is_year_of (const ShanhaiClaim *part,
            const ShanhaiClaim *whole)
{
  ShanhaiFlow *a = SHANHAI_FLOW (part->record), *b = SHANHAI_FLOW (whole->record);

  return whole->cumulative && part->has_time && whole->has_time && (part->first > whole->first || part->last < whole->last) &&
         g_strcmp0 (shanhai_flow_get_kind (a), shanhai_flow_get_kind (b)) == 0 && g_strcmp0 (shanhai_flow_get_sector (a), shanhai_flow_get_sector (b)) == 0 &&
         shanhai_ends_equal (shanhai_flow_get_from (a), shanhai_flow_get_from (b)) && shanhai_ends_equal (shanhai_flow_get_to (a), shanhai_flow_get_to (b));
}

/* what a total of one case, or of one indicator, would hold both of; money that an office hands on was given to it before */
static bool
are_added_up (const ShanhaiClaim *a,
              const ShanhaiClaim *b)
{
  if (a->type != b->type || g_strcmp0 (a->case_id, b->case_id) != 0)
    return false;
  if (a->type == SHANHAI_RECORD_OBSERVATION)
    return a->spans && b->spans && a->indicator != NULL && a->indicator == b->indicator && g_strcmp0 (a->about, b->about) == 0 && shanhai_claim_is_same_time (a, b);

  return a->type == SHANHAI_RECORD_FLOW && !is_year_of (a, b) && !shanhai_flow_is_handed_on (SHANHAI_FLOW (a->record), SHANHAI_FLOW (b->record));
}

static void
check_part (ShanhaiCheckScope           *scope,
            const ShanhaiSentenceFigure *part,
            const ShanhaiSentenceFigure *whole,
            ShanhaiAlikeness             alike)
{
  ShanhaiAgreement agreement = shanhai_compare_at_most (part->claim->quantity, whole->claim->quantity);

  if (part->is_among_others || is_known_part (scope, part->claim, whole->claim) || part->claim->planned != whole->claim->planned)
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
    if (shanhai_sentence_get_unit (&figures[i]) == unit)
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
    if (shanhai_sentence_get_unit (&figures[i]) == shanhai_sentence_get_unit (part) && (is_mean || !shanhai_sentence_is_mean (&figures[i])))
      whole = i;
  if (whole >= 0 && shanhai_sentence_tells_change (shanhai_words_get_last_clause (part->before)) && shanhai_words_end_with (figures[whole].before, to_words))
    return -1;

  return whole;
}

/* 184个村中，138个村; "of the 184 villages, 138"; "818 people, 589 of them" */
static bool
is_of_the_one_before (const ShanhaiSentenceFigure *whole,
                      const ShanhaiSentenceFigure *part)
{
  static const char * const among[] = { "中，", "中有", "里，", "里有", NULL };
  const bool is_among = shanhai_words_contain (part->before, among) && shanhai_words_count (part->before) <= SHANHAI_MAX_LIST_GAP;
  static const char * const of_words[] = { "Of", "Ofthe", "Outof", "Outofthe", "Among", "Amongthe", "ofthe", "Ofall", NULL };
  static const char * const of_them[] = { " of them", " of these", " of those", " of whom", " of it", " of that", NULL };

  if (shanhai_sentence_get_unit (whole) != shanhai_sentence_get_unit (part) || part->is_broken || shanhai_sentence_is_mean (part))
    return false;

  return is_among || shanhai_words_begin_with_any (part->after, of_them) > 0 ||
         (g_strv_contains (of_words, whole->before) && (strchr (part->before, ',') != NULL || g_str_has_suffix (part->before, "were")));
}

/* 共5000人，其中妇女2000人、少数民族900人: of each figure the whole that it is told to be part of, or -1. What a bracket tells of one ends with it: 农民1420人（其中贫困人口568人）、村干部207人. */
static void
check_including (ShanhaiCheckScope           *scope,
                 const ShanhaiSentenceFigure *figures,
                 guint                        n,
                 int                         *wholes)
{
  int current = -1, depth = shanhai_words_count_brackets (figures[0].before), opened = depth;

  wholes[0] = -1;
  for (guint i = 1; i < n; i++)
    {
      const char *words = shanhai_words_skip_closed (figures[i].before), *clause = shanhai_words_get_last_clause (words);
      bool begins = shanhai_words_begin_with (words, shanhai_including_words) || shanhai_words_begin_with (clause, shanhai_including_words) ||
                    shanhai_words_end_with (clause, shanhai_including_words) || shanhai_words_contain (words, named_words) || is_of_the_one_before (&figures[i - 1], &figures[i]);

      wholes[i] = -1;
      depth += shanhai_words_count_brackets (figures[i].before);
      if (depth < opened)
        current = -1;
      if (begins)
        {
          current = shanhai_sentence_is_of_other_time (&figures[i]) ? -1 : find_whole_before (figures, i);
          opened = depth;
        }
      else if (current < 0 || shanhai_sentence_get_unit (&figures[i]) != shanhai_sentence_get_unit (&figures[current]) || shanhai_words_count (figures[i].before) > SHANHAI_MAX_LIST_GAP ||
               !(g_str_has_prefix (figures[i].before, "、") || g_str_has_prefix (figures[i].before, "用于")))
        {
          if (shanhai_unit_is_additive (shanhai_sentence_get_unit (&figures[i])))
            current = -1;
          continue;
        }
      wholes[i] = current;
      if (current >= 0 && shanhai_unit_is_additive (shanhai_sentence_get_unit (&figures[i])))
        check_part (scope, &figures[i], &figures[current], begins && current == (int) i - 1 && !figures[i].is_broken ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE);
    }
}

/* "512 of the 1,280 people" */
static void
check_part_of_next (ShanhaiCheckScope           *scope,
                    const ShanhaiSentenceFigure *part,
                    const ShanhaiSentenceFigure *whole)
{
  static const char * const of_words[] = { "of", "ofthe", "outof", "outofthe", "ofall", NULL };

  if (g_strv_contains (of_words, whole->before) && shanhai_sentence_get_unit (part) == shanhai_sentence_get_unit (whole) && !whole->is_broken && shanhai_unit_is_additive (shanhai_sentence_get_unit (part)))
    check_part (scope, part, whole, SHANHAI_ALIKE_FULLY);
}

/* 2600万元中，1300万元用于产业、900万元用于教育…: money that is told as parts of a whole isn't more than that; who is poor may be a woman, too */
static void
check_parts_together (ShanhaiCheckScope           *scope,
                      const ShanhaiSentenceFigure *figures,
                      guint                        n,
                      const int                   *wholes)
{
  for (guint i = 1; i + 1 < n; i++)
    {
      const ShanhaiSentenceFigure *terms[SHANHAI_MAX_TERMS], *whole = wholes[i] >= 0 ? &figures[wholes[i]] : NULL;
      g_autoptr (GString) arithmetic = g_string_new (NULL);
      ShanhaiCheckValue value = shanhai_sentence_get_value (&figures[i]), printed = whole != NULL ? shanhai_sentence_get_value (whole) : value;
      guint k = i, n_terms = 0;

      for (; k < n && whole != NULL && wholes[k] == wholes[i] && n_terms < SHANHAI_MAX_TERMS && !figures[k].is_broken && shanhai_sentence_get_unit (&figures[k]) == shanhai_sentence_get_unit (whole) && figures[k].claim->part_of == NULL; k++)
        {
          ShanhaiCheckValue term = shanhai_sentence_get_value (&figures[k]);

          if (k > i && !shanhai_check_value_combine (&value, shanhai_interval_add, &term))
            return;
          terms[n_terms++] = &figures[k];
          g_string_append_printf (arithmetic, "%s{%u}", n_terms > 1 ? " + " : "", n_terms + 1);
        }
      /* shanhai_sentence_check_sum_behind() tells what comes out */
      if (n_terms >= 2 && !shanhai_sentence_is_mean (whole) && strcmp (shanhai_sentence_get_unit (whole), "CNY") == 0 && shanhai_interval_order (&value.hard, &printed.hard) > 0)
        shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, whole, &value, false, SHANHAI_ALIKE_MAYBE, arithmetic->str, terms, n_terms);
      if (n_terms > 0)
        i = k - 1;
    }
}

/* 未, 待: told behind the figure, before the next stop */
static bool
is_undone (const char *after)
{
  static const char * const undone[] = { "未", "没", "沒", "待", NULL };
  static const char * const stops[] = { "，", "。", "；", "、", "！", "\n", ",", ".", NULL };

  for (const char *p = after; *p != '\0' && shanhai_words_begin_with_any (p, stops) == 0; p = g_utf8_next_char (p))
    if (shanhai_words_begin_with_any (p, undone) > 0)
      return true;

  return false;
}

/* 任务1763户，已搬迁835户，尚有928户; "of the 1,763 households 835 have moved, leaving 928" */
static void
check_rest (ShanhaiCheckScope           *scope,
            const ShanhaiSentenceFigure *figures,
            guint                        index,
            const int                   *wholes)
{
  static const char * const done_words[] = { "已", "完成", "其中", "have", "has", "had", "were", NULL };
  static const char * const own_words[] = { "自付", "自己负担", "个人负担", "个人承担", "群众负担", "患者负担", NULL };
  static const char * const costs[] = { "费用", "費用", "cost", "bills", NULL };
  const ShanhaiSentenceFigure *whole = &figures[index - 2], *part = &figures[index - 1], *rest = &figures[index];
  const char *clause = shanhai_words_get_last_clause (rest->before);
  ShanhaiCheckValue value = shanhai_sentence_get_value (whole), taken = shanhai_sentence_get_value (part);
  bool is_sure = wholes[index - 1] == (int) index - 2 || shanhai_words_contain (part->before, done_words) || shanhai_words_contain (rest->before, done_words);
  bool is_own = shanhai_words_contain (clause, own_words) && shanhai_words_contain (whole->before, costs);

  if ((shanhai_words_begin_with_any (clause, rest_words) == 0 && !is_own && !(shanhai_words_begin_with_any (clause, weak_rest_words) > 0 && is_undone (rest->after))) || !shanhai_unit_is_additive (shanhai_sentence_get_unit (rest)) || shanhai_sentence_get_unit (whole) != shanhai_sentence_get_unit (rest) || shanhai_sentence_get_unit (part) != shanhai_sentence_get_unit (rest) ||
      rest->is_broken || part->is_broken || shanhai_sentence_is_mean (part) || shanhai_sentence_is_formula_of (scope, rest->claim, whole->claim) ||
      shanhai_words_end_with (part->before, to_words) || shanhai_decimal_compare (&part->claim->quantity->value, &whole->claim->quantity->value) > 0)
    return;
  if (rest->claim->planned != whole->claim->planned && rest->literal == NULL && whole->literal == NULL)
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_subtract, &taken))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_DIFFERENCE, rest, &value, false, is_sure ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT, "{2} − {3}",
                                    (const ShanhaiSentenceFigure *const[]) { whole, part }, 2);
}

/* Nothing but 共计 or 累计, with a verb at most, since the figure before; or the verb of what was told of them: 为2900名群众开展免费体检，共计体检1740人次. */
static bool
is_told_beside (const char *words)
{
  static const char * const all_told[] = { "累计", "累計", "共计", "共計", "合计", "合計", "总计", "共", "with", "in", NULL };
  const char *clause = shanhai_words_get_last_clause (words), *rest = shanhai_words_skip_stops (words);

  for (guint i = 0; all_told[i] != NULL; i++)
    {
      const gsize length = strlen (all_told[i]);
      g_autofree char *before = NULL;

      if (g_str_has_prefix (rest, all_told[i]))
        return shanhai_words_count (rest + length) <= SHANHAI_MAX_VERB;
      if (clause == rest || !g_str_has_prefix (clause, all_told[i]) || clause[length] == '\0' || shanhai_words_count (clause + length) > SHANHAI_MAX_VERB)
        continue;
      before = g_strndup (words, (gsize) (clause - words));

      return strstr (before, clause + length) != NULL;
    }

  return *rest == '\0';
}

/* 专家门诊878人次，惠及群众707人: who gains by visits are those who came; by a course, they needn't be */
static bool
is_told_of_patients (const ShanhaiSentenceFigure *people,
                     const ShanhaiSentenceFigure *times)
{
  static const char * const visits[] = { "诊", "診", "看病", "体检", "體檢", "治疗", "治療", "手术", "手術", NULL };
  static const char * const lessons[] = { "培训", "培訓", "讲", "講", "宣传", "宣傳", "training", NULL };
  static const char * const gaining[] = { "惠及", "受益", "服务", "服務", "涉及", NULL };
  static const char * const who[] = { "", "群众", "群眾", "患者", "病人", "病患", "村民", "居民", "百姓", "贫困群众", "貧困群眾", "困难群众", "困難群眾", "当地群众", "當地群眾", NULL };
  static const char * const english[] = { "careto", "treatmentto", "treatmentsto", "consultationsto", "careof", "treatmentof", NULL };
  const char *clause = shanhai_words_get_last_clause (people->before);
  const gsize gaining_length = shanhai_words_begin_with_any (clause, gaining);

  if (shanhai_words_contain (times->before, lessons) || shanhai_words_contain (people->before, lessons))
    return false;

  return (gaining_length > 0 && shanhai_words_contain (times->before, visits) && g_strv_contains (who, clause + gaining_length)) || shanhai_words_end_with (people->before, english);
}

/* 614人次参加培训，涉及707人 */
static bool
is_told_of_people (const ShanhaiSentenceFigure *people)
{
  static const char * const words[] = { "涉及", "涉及群众", "共涉及", "覆盖", "惠及", "involving", "reaching", "from", "by", NULL };

  return g_strv_contains (words, shanhai_words_get_last_clause (people->before)) || shanhai_words_end_with (people->before, (const char * const[]) { "by", NULL });
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

  bool together = people < times ? !times->is_broken && is_told_beside (times->before) : !people->is_broken && (is_told_of_people (people) || is_told_of_patients (people, times));

  if (strcmp (shanhai_sentence_get_unit (people), "person") != 0 || strcmp (shanhai_sentence_get_unit (times), "person-time") != 0 || !together || people->claim->planned != times->claim->planned ||
      people->claim->indicator == times->claim->indicator)
    return;
  counted.unit = people->claim->quantity->unit;
  agreement = shanhai_compare_at_most (people->claim->quantity, &counted);
  if (agreement != SHANHAI_AGREEMENT_AGREE)
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, agreement, people < times ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, &sentences, people->claim, times->claim);
}

static void
check_sentence (ShanhaiCheckScope           *scope,
                const ShanhaiSentenceFigure *figures,
                guint                        n)
{
  g_autofree int *wholes = g_new (int, n);

  check_including (scope, figures, n, wholes);
  check_parts_together (scope, figures, n, wholes);
  for (guint i = 0; i < n; i++)
    {
      shanhai_sentence_check_sum_behind (scope, figures, n, i, wholes);
      if (i < 1)
        continue;
      shanhai_sentence_check_sum (scope, figures, i, wholes);
      shanhai_sentence_check_mean (scope, figures, i);
      if (!figures[i].is_among_others)
        {
          check_people (scope, &figures[i - 1], &figures[i]);
          check_people (scope, &figures[i], &figures[i - 1]);
          check_part_of_next (scope, &figures[i - 1], &figures[i]);
        }
      if (i < 2)
        continue;
      shanhai_sentence_check_change (scope, figures, i);
      shanhai_sentence_check_times (scope, figures, i);
      shanhai_sentence_check_completion (scope, figures, i);
      shanhai_sentence_check_rate (scope, figures, i);
      shanhai_sentence_check_rest_rate (scope, figures, i);
      shanhai_sentence_check_share (scope, figures, i, wholes);
      check_rest (scope, figures, i, wholes);
    }
}

void
shanhai_check_sentences (ShanhaiCheckScope *scope)
{
  shanhai_sentences_foreach (scope, check_sentence);
}
