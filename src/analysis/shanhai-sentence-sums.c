/* shanhai-sentence-sums.c - 医生12人、教师30人，共42人: lists in a sentence, and the total that is told before or behind them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A total is of those who are listed where the words leave no doubt: 共 alone, what they do, how many items there are. 共300人受益 is of others. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-sentence-private.h"

/* between the figures of a list in English, in characters */
#define MAX_ENGLISH_LIST_GAP 40
/* behind 合计: what they do and who they are, 选派专业技术人才 */
#define MAX_SUM_WORDS 14
/* between 三级 and 共: 财政 */
#define MAX_WHO 4
/* a sum that is so many times another number isn't meant to be it */
#define MAX_UNLIKE 4
/* so far behind a total, in characters, a verb makes it one of something else */
#define MAX_BEHIND 24

/* Words are compared without spaces. */
static const char * const to_words[] = { "到", "至", "to", NULL };
static const char * const including_words[] = { "其中", "当中", "當中", "包括", "含", "内含", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };
static const char * const sum_words[] = { "共", "合计", "合計", "总计", "總計", "共计", "共計", "总共", "一共", "合计达", "共有", "共计有", "intotal", "inall", "altogether", "together", "atotalof", "foratotalof", "oratotalof", "makingatotalof", "totalling", "totaling", "Intotal,", "Inall,", "Atotalof", NULL };
static const char * const sums_behind[] = { " in total", " in all", " altogether", " all told", " combined", " together", NULL };

static guint
count_characters (const char *words)
{
  return (guint) g_utf8_strlen (words, -1);
}

static const char *
get_unit (const ShanhaiSentenceFigure *figure)
{
  return figure->claim->quantity->unit;
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

/* 教师39名、医生30名，合计选派专业技术人才69名: what they do is what those who are listed do */
static bool
is_of_same_verb (const ShanhaiSentenceFigure *first,
                 const char                  *words)
{
  g_autofree char *verb = NULL;

  if (count_characters (words) < 2)
    return false;
  verb = g_strndup (words, (gsize) (g_utf8_offset_to_pointer (words, 2) - words));

  return strstr (first->before, verb) != NULL;
}

/* 三 of 三级, 三项: how many; 0 where no number is told */
static guint
get_counted (const char *words)
{
  static const char * const numbers[] = { "两", "三", "四", "五", "六", "七", "八" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_has_prefix (words, numbers[i]))
      return i + 2;

  return 0;
}

/* How sure it is that the figure is a total of the `n_terms` before it, of which `first` is the first one */
static ShanhaiAlikeness
is_told_as_sum (const ShanhaiSentenceFigure *total,
                const ShanhaiSentenceFigure *first,
                guint                        n_terms)
{
  static const char * const leads[] = { "两年", "三年", "四年", "五年", "两项", "三项", "四项", "几项", "各项", "两类", "三类", "四类", "上述", "以上", "前后", "两批", "三批", "两级", "三级", "四级", "两地", "三地", "两县", "三县",
                                        "三方", "年", "全年", NULL };
  static const char * const joints[] = { ",", ",or", ",making", ",thatis", "，", NULL };
  static const char * const verbs[] = { "numbered", "making", "makes", "cameto", "comesto", "amountedto", NULL };
  const char *clause = shanhai_words_get_last_clause (total->before);
  bool is_counted = false;
  gsize skip;

  if (g_strv_contains (sum_words, clause))
    return SHANHAI_ALIKE_FULLY;
  /* without a stop it is the last one's noun, "和4个社会组织共计" */
  if (clause == total->before && shanhai_words_end_with (total->before, sum_words) && count_characters (total->before) <= SHANHAI_MAX_LIST_GAP)
    return SHANHAI_ALIKE_FULLY;
  if (shanhai_words_begin_with_any (total->after, sums_behind) > 0 && (g_strv_contains (joints, total->before) || shanhai_words_end_with (total->before, verbs)))
    return SHANHAI_ALIKE_FULLY;
  /* but 共 of "，培训人员共" counts those who were trained, and 共培训 may be of others; 三级财政共投入 is of the three */
  for (skip = shanhai_words_begin_with_any (clause, leads); skip > 0; skip = shanhai_words_begin_with_any (clause, leads))
    {
      is_counted |= n_terms == get_counted (clause);
      clause += skip;
    }
  for (guint i = 0; is_counted && i < MAX_WHO && shanhai_words_begin_with_any (clause, sum_words) == 0 && *clause != '\0'; i++)
    clause = g_utf8_next_char (clause);
  skip = shanhai_words_begin_with_any (clause, sum_words);
  if (skip == 0 || count_characters (clause) > MAX_SUM_WORDS)
    return SHANHAI_ALIKE_NOT;
  for (; skip > 0; skip = shanhai_words_begin_with_any (clause, sum_words))
    clause += skip;

  return *clause == '\0' || is_counted || is_of_same_verb (first, clause) ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_NOT;
}

/* 三年共…: how many years the total is of, or 0 */
static guint
count_told_years (const ShanhaiSentenceFigure *total)
{
  static const char * const words[][3] = { { "两年", "兩年", "twoyears" }, { "三年", "3年", "threeyears" }, { "四年", "4年", "fouryears" }, { "五年", "5年", "fiveyears" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint k = 0; k < G_N_ELEMENTS (words[i]); k++)
      if (strstr (total->before, words[i][k]) != NULL)
        return i + 2;

  return 0;
}

/* 2020年11万，2021年12万，2022年13万，2023年16万，三年共41万: the year before the three stands there to compare with */
static guint
skip_earlier_years (const ShanhaiSentenceFigure *figures,
                    guint                        first,
                    guint                        index)
{
  const ShanhaiClaim *total = figures[index].claim;
  const guint years = count_told_years (&figures[index]);
  bool each_of_a_year = true;

  while (first + 2 < index && total->has_time && total->spans && !total->open_start && figures[first].claim->has_time && figures[first].claim->last < total->first)
    first++;
  for (guint i = first; i < index; i++)
    each_of_a_year &= figures[i].year > 0 && (i == first || figures[i].year > figures[i - 1].year);

  return each_of_a_year && years > 1 && index - first > years ? index - years : first;
}

/* 教师86人、医生73人、干部24人，共183人, of which the first one isn't recorded: those that are don't make the total */
static bool
goes_on_from_another (const ShanhaiSentenceFigure *first)
{
  static const char * const joints[] = { "、", "和", "及", ",", ",and", NULL };
  const char *clause = shanhai_words_get_last_clause (first->before);
  g_autofree char *earlier = g_strndup (first->before, (gsize) (clause - first->before));

  return first->is_broken && clause > first->before && shanhai_words_end_with (earlier, joints);
}

/* a total may be told by words that stand at its beginning, or by those behind it */
static bool
may_be_sum (const ShanhaiSentenceFigure *total)
{
  return shanhai_words_contain (total->before, sum_words) || shanhai_words_begin_with_any (total->after, sums_behind) > 0;
}

static bool
is_in_list (const ShanhaiSentenceFigure *figure)
{
  const bool is_english = (guchar) *shanhai_words_skip_stops (figure->before) < 0x80 && *shanhai_words_skip_stops (figure->before) != '\0';

  return count_characters (figure->before) <= (is_english ? MAX_ENGLISH_LIST_GAP : SHANHAI_MAX_LIST_GAP) && !figure->is_broken && !shanhai_words_contain (figure->before, including_words) &&
         !shanhai_words_end_with (figure->before, to_words) && !shanhai_words_end_with (figure->before, sum_words);
}

/* 2.3万人和1.9万人，合计4.2人: the sum comes out but for 万, or million */
static void
check_slipped_sum (ShanhaiCheckScope                  *scope,
                   const ShanhaiSentenceFigure        *total,
                   const ShanhaiCheckValue            *value,
                   const char                         *arithmetic,
                   const ShanhaiSentenceFigure *const *terms,
                   guint                               n)
{
  static const ShanhaiSentences slipped = {
    NULL,
    N_("{w1}: {e} = {=}, but {1} is printed, many times as much or as little. A word like 万 or “million” may be missing, or have been put in by mistake."),
    NULL,
  };
  static const int powers[] = { -8, -6, -4, -3, 3, 4, 6, 8 };

  if (total->is_among_others)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      ShanhaiQuantity shifted = *total->claim->quantity;

      shifted.unit = g_intern_static_string ("ratio");
      if (shanhai_decimal_shift (&shifted.value, powers[i], &shifted.value) && shanhai_decimal_shift (&shifted.precision, powers[i], &shifted.precision) && !shifted.has_hi &&
          shanhai_compare_interval (&value->soft, &value->hard, &shifted) == SHANHAI_AGREEMENT_AGREE)
        {
          shanhai_sentence_tell (scope, SHANHAI_CHECK_UNIT, &slipped, SHANHAI_AGREEMENT_DOUBTFUL, total, value, get_unit (total), arithmetic, terms, n);
          return;
        }
    }
}

/* 教师39名（上年30名）、医生12名（上年10名）: what stands in brackets by itself is beside the list */
static bool
is_aside (const ShanhaiSentenceFigure *figure)
{
  static const char * const brackets[] = { "（", "(", NULL };
  static const char * const closed[] = { "）", ")", NULL };

  return shanhai_words_begin_with_any (figure->before, brackets) > 0 && shanhai_words_begin_with_any (figure->after, closed) > 0;
}

/* 医生12人、教师30人、农技人员8人，共50人 */
void
shanhai_sentence_check_sum (ShanhaiCheckScope           *scope,
                            const ShanhaiSentenceFigure *figures,
                            guint                        index)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  const ShanhaiSentenceFigure *terms[SHANHAI_MAX_TERMS];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value = { 0 };
  ShanhaiAlikeness alike;
  guint first = index, n = 0, asides = 0;

  if (total->is_broken || !shanhai_unit_is_additive (get_unit (total)) || !may_be_sum (total))
    return;
  while (first > 0 && index - first < G_N_ELEMENTS (terms) && is_counted_as (get_unit (&figures[first - 1]), get_unit (total)) && (first == index || is_aside (&figures[first]) || is_in_list (&figures[first])))
    first--;
  if (goes_on_from_another (&figures[first]))
    return;
  first = skip_earlier_years (figures, first, index);
  for (guint i = first; i < index; i++)
    asides += is_aside (&figures[i]);
  if (index - first < 2 + asides)
    return;
  alike = is_told_as_sum (total, &figures[first], index - first - asides);
  if (alike == SHANHAI_ALIKE_NOT && shanhai_words_begin_with_any (total->after, sums_behind) == 0 && !shanhai_words_contain (shanhai_words_get_last_clause (total->before), sum_words))
    return;
  for (guint i = first; i < index; i++)
    {
      ShanhaiCheckValue term = shanhai_check_value_of_quantity (figures[i].claim->quantity);

      if (is_aside (&figures[i]))
        continue;
      if (figures[i].claim->part_of != NULL && g_strcmp0 (figures[i].claim->part_of, total->claim->id) == 0)
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
    {
      if (alike == SHANHAI_ALIKE_FULLY)
        check_slipped_sum (scope, total, &value, arithmetic->str, terms, n);
      return;
    }
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, MIN (alike, compare_with_list (total, terms, n)), arithmetic->str, terms, n);
}

/* How the list that begins with `first` is told to be what the figure before it consists of */
static ShanhaiAlikeness
get_listing (const ShanhaiSentenceFigure *total,
             const ShanhaiSentenceFigure *first,
             const ShanhaiSentenceFigure *last)
{
  static const char * const brackets[] = { "（", "(", NULL };
  static const char * const closed[] = { "）", ")", NULL };
  static const char * const made_of[] = { "，包括", ",comprising", NULL };

  if (g_str_has_prefix (first->before, ":") || g_str_has_prefix (first->before, "：") || (strchr (first->before, ':') != NULL && shanhai_words_contain (total->before, sum_words)))
    return shanhai_words_contain (total->before, sum_words) ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  if (shanhai_words_begin_with_any (first->before, made_of) > 0)
    return SHANHAI_ALIKE_MAYBE;

  return shanhai_words_begin_with_any (first->before, brackets) > 0 && shanhai_words_begin_with_any (last->after, closed) > 0 ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT;
}

/* "a total of 240 people: 23 doctors, 120 teachers and 97 technicians"; 1156人（省内812人、省外344人）; what 包括 tells may be but some of it */
void
shanhai_sentence_check_sum_behind (ShanhaiCheckScope           *scope,
                                   const ShanhaiSentenceFigure *figures,
                                   guint                        n,
                                   guint                        index)
{
  static const char * const some[] = { "其中", "含", "当中", "including", "ofwhich", "ofwhom", NULL };
  const ShanhaiSentenceFigure *total = &figures[index];
  const ShanhaiSentenceFigure *terms[SHANHAI_MAX_TERMS];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value = shanhai_check_value_of_quantity (total->claim->quantity);
  ShanhaiAlikeness alike;
  guint n_terms = 0;

  if (index + 2 >= n || n - index - 1 > G_N_ELEMENTS (terms) || !shanhai_unit_is_additive (get_unit (total)) || shanhai_sentence_is_mean (total))
    return;
  alike = get_listing (total, &figures[index + 1], &figures[n - 1]);
  if (alike == SHANHAI_ALIKE_NOT)
    return;
  for (guint i = index + 1; i < n; i++)
    {
      const ShanhaiSentenceFigure *figure = &figures[i];
      ShanhaiCheckValue term = shanhai_check_value_of_quantity (figure->claim->quantity);

      if ((i > index + 1 && count_characters (figure->before) > SHANHAI_MAX_LIST_GAP) || figure->is_broken || get_unit (figure) != get_unit (total) || shanhai_words_contain (figure->before, some) ||
          shanhai_sentence_is_of_other_time (figure) || figure->year > 0 || (figure->claim->part_of != NULL && g_strcmp0 (figure->claim->part_of, total->claim->id) == 0))
        return;
      if (n_terms == 0)
        value = term;
      else if (!shanhai_check_value_combine (&value, shanhai_interval_add, &term))
        return;
      terms[n_terms++] = figure;
      g_string_append_printf (arithmetic, "%s{%u}", n_terms > 1 ? " + " : "", n_terms + 1);
    }
  if (g_str_has_prefix (figures[index + 1].before, "，包括") && shanhai_decimal_compare (&value.nominal.lo, &total->claim->quantity->value) < 0)
    return;
  if (is_of_like_size (&value.nominal.lo, &total->claim->quantity->value))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, alike, arithmetic->str, terms, n_terms);
}
