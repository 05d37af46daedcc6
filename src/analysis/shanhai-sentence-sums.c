/* shanhai-sentence-sums.c - 医生12人、教师30人，共42人: lists in a sentence, and the total that is told before or behind them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A total is of those who are listed where the words leave no doubt: 共 alone, what they do, how many items there are. 共300人受益 is of others. A part of one that is listed (其中…, or what a bracket tells of it) is no summand. The total stands behind what it is of, or before it; in front of a list that may go on (其中…等) it
 * isn't their sum. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-sentence-private.h"

/* between the figures of a list in English, in characters */
#define MAX_ENGLISH_LIST_GAP 40
/* behind 合计: what they do and who they are, 选派专业技术人才 */
#define MAX_SUM_WORDS 14
/* between a numeral and 合计: 三个乡镇, 两地互访 */
#define MAX_NOUN 5
/* "2013-12-31/2019-12-31" is of 2014 to 2019 */
#define MAX_OVERHANG 31
/* a sum that is so many times another number isn't meant to be it */
#define MAX_UNLIKE 4
/* so far behind a total, in characters, a verb makes it one of something else */
#define MAX_BEHIND 24
/* who lists so many parts of a whole, and so much of it, seems to list all of them */
#define LISTED 3
#define LISTED_SHARE 0.8

static const ShanhaiSentences counted_twice = {
  NULL,
  N_("{w1}: {1} seems to be {e}, but one of these is a part of another. It would count twice."),
  N_("{w1}: {1} is {e}, but one of these is a part of another. It is counted twice."),
};

static const ShanhaiSentences people_and_times = {
  NULL,
  N_("{w1}: {1} is {e}, of which some count people and some count times. They don’t add up to people."),
  NULL,
};

/* Words are compared without spaces. */
const char * const shanhai_including_words[] = { "其中", "当中", "當中", "包括", "含", "内含", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };
static const char * const to_words[] = { "到", "至", "to", NULL };
static const char * const sum_words[] = { "共", "合计", "合計", "总计", "總計", "共计", "共計", "总共", "一共", "合计达", "共有", "共计有", "intotal", "inall", "altogether", "together", "atotalof", "foratotalof", "oratotalof",
                                           "makingatotalof", "totalling", "totaling", "totalled", "totaled", "总数达", "总数为", "总人数达", "总额达", "总额为", "共达", "Intotal,", "Inall,", "Atotalof", NULL };
static const char * const sums_behind[] = { " in total", " in all", " altogether", " all told", " combined", " together", " for the year", " for the whole year", NULL };
/* women, members and the poor are counted among each other */
static const char * const attributes[] = { "女", "少数民族", "党员", "黨員", "贫困", "貧困", "脱贫", "脫貧", "建档立卡", "残疾", "低保", "老年", "老人", "高级职称", "本科", "women", "poor", "female", "disabled", "elderly", NULL };

static ShanhaiCheckValue
get_value (const ShanhaiClaim *claim)
{
  return shanhai_check_value_of_quantity (claim->quantity);
}

static const char *
get_unit (const ShanhaiSentenceFigure *figure)
{
  return figure->claim->quantity->unit;
}

static guint
count_characters (const char *words)
{
  return (guint) g_utf8_strlen (words, -1);
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
  if (!total->claim->open_start && terms[0]->claim->first < terms[0]->claim->last && (total->claim->first < first - MAX_OVERHANG || total->claim->last > last + MAX_OVERHANG))
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

/* 三个乡镇合计, 两地互访共: a numeral that says of how many the total is, at the beginning of the clause. Returns it, or 0; `rest` is set to the words for the sum. */
static guint
read_numeral (const char  *clause,
              const char **rest)
{
  static const char * const numerals[] = { "两", "三", "四", "五", "六", "七", "八", "九", "十", NULL };
  static const char * const totals[] = { "累计", "累計", NULL };
  static const char * const times[] = { "年", "个月", "個月", "天", "次", "批", "届", "期", "季", NULL };
  guint number = 0;

  for (guint i = 0; numerals[i] != NULL && number == 0; i++)
    if (g_str_has_prefix (clause, numerals[i]))
      number = i + 2;
  if (number == 0 && (g_str_has_prefix (clause, "双方") || g_str_has_prefix (clause, "雙方") || g_str_has_prefix (clause, "兩")))
    number = 2;
  if (number == 0)
    return 0;
  clause = g_utf8_next_char (clause);
  /* 三年共… counts years, whatever is listed */
  if (shanhai_words_begin_with_any (clause, times) > 0)
    return 0;
  for (guint i = 0; i <= MAX_NOUN && *clause != '\0'; i++, clause = g_utf8_next_char (clause))
    if (shanhai_words_begin_with_any (clause, sum_words) > 0 || shanhai_words_begin_with_any (clause, totals) > 0)
      {
        *rest = clause;
        return number;
      }

  return 0;
}

/* How sure it is that the figure is a total of `n` before it, of which `first` is the first one */
static ShanhaiAlikeness
is_told_as_sum (const ShanhaiSentenceFigure *total,
                const ShanhaiSentenceFigure *first,
                guint                        n)
{
  static const char * const leads[] = { "两年", "三年", "四年", "五年", "两项", "三项", "四项", "几项", "各项", "两类", "三类", "四类", "上述", "以上", "前后", "两批", "三批", "两级", "三级", "四级", "两地", "三地", "两县", "三县", "三方", "年", "全年",
                                        NULL };
  static const char * const joints[] = { ",", ",or", ",making", ",thatis", "，", NULL };
  static const char * const verbs[] = { "numbered", "making", "makes", "cameto", "comesto", "amountedto", NULL };
  static const char * const wider[] = { " since", " so far", " to date", "以来", NULL };
  static const char * const firm[] = { "合计", "合計", "总计", "總計", "共计", NULL };
  static const char * const spent[] = { "投入", "投资", "资金", "安排", "落实", "拨付", "到位", "支出", NULL };
  const char *clause = shanhai_words_get_last_clause (total->before), *rest;
  bool is_firm;
  gsize skip;

  /* "a total of 120 million since it began" */
  if (shanhai_words_begin_with_any (total->after, wider) > 0)
    return SHANHAI_ALIKE_NOT;
  if (g_strv_contains (sum_words, clause))
    return SHANHAI_ALIKE_FULLY;
  /* 上半年2310人次，下半年2870人次，全年5180人次 */
  if (n == 2 && g_str_has_prefix (clause, "全年") && strstr (first->before, "上半年") != NULL && strstr ((first + 1)->before, "下半年") != NULL)
    return SHANHAI_ALIKE_FULLY;
  /* without a stop it is the last one's noun, "和4个社会组织共计" */
  if (clause == total->before && shanhai_words_end_with (total->before, sum_words) && count_characters (total->before) <= SHANHAI_MAX_LIST_GAP)
    return SHANHAI_ALIKE_FULLY;
  if (shanhai_words_begin_with_any (total->after, sums_behind) > 0 && (g_strv_contains (joints, total->before) || shanhai_words_end_with (total->before, verbs)))
    return SHANHAI_ALIKE_FULLY;
  /* " in donations, 87 million yuan in total" */
  if (shanhai_words_begin_with_any (total->after, sums_behind) > 0 && *clause == '\0' && count_characters (total->before) <= MAX_ENGLISH_LIST_GAP)
    return SHANHAI_ALIKE_MAYBE;
  if (read_numeral (clause, &rest) == n && count_characters (rest) <= MAX_SUM_WORDS)
    {
      for (skip = shanhai_words_begin_with_any (rest, sum_words); skip > 0; skip = shanhai_words_begin_with_any (rest, sum_words))
        rest += skip;
      /* 两县共派出 may be of more than who is listed; 三级财政共投入 is of the three */
      return *rest == '\0' || is_of_same_verb (first, rest) || shanhai_words_begin_with_any (rest, spent) > 0 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
    }
  /* but 共 of "，培训人员共" counts those who were trained, and 共培训 may be of others */
  for (skip = shanhai_words_begin_with_any (clause, leads); skip > 0; skip = shanhai_words_begin_with_any (clause, leads))
    clause += skip;
  skip = shanhai_words_begin_with_any (clause, sum_words);
  if (skip == 0 || count_characters (clause) > MAX_SUM_WORDS)
    return SHANHAI_ALIKE_NOT;
  is_firm = shanhai_words_begin_with_any (clause, firm) > 0;
  for (; skip > 0; skip = shanhai_words_begin_with_any (clause, sum_words))
    clause += skip;

  if (*clause == '\0' || is_of_same_verb (first, clause))
    return SHANHAI_ALIKE_FULLY;

  return is_firm && shanhai_words_begin_with_any (clause, spent) > 0 ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT;
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
  const char *rest;

  return shanhai_words_contain (total->before, sum_words) || shanhai_words_begin_with_any (total->after, sums_behind) > 0 ||
         strstr (total->before, "全年") != NULL || read_numeral (shanhai_words_get_last_clause (total->before), &rest) > 0;
}

static bool
is_near (const ShanhaiSentenceFigure *figure)
{
  const bool is_english = (guchar) *shanhai_words_skip_stops (figure->before) < 0x80 && *shanhai_words_skip_stops (figure->before) != '\0';

  return count_characters (figure->before) <= (is_english ? MAX_ENGLISH_LIST_GAP : SHANHAI_MAX_LIST_GAP) && !figure->is_broken && !shanhai_words_end_with (figure->before, to_words) &&
         !shanhai_words_end_with (figure->before, sum_words);
}

static bool
is_in_list (const ShanhaiSentenceFigure *figure)
{
  return is_near (figure) && !shanhai_words_contain (figure->before, shanhai_including_words);
}

/* summands, in the order of the text */
typedef struct
{
  const ShanhaiSentenceFigure *terms[SHANHAI_MAX_TERMS];
  guint                        n;
  bool                         leaves_out;   /* parts of those that are listed */
  bool                         in_brackets;  /* all of these are told in brackets */
} List;

typedef enum
{
  PARTS_END,  /* a list of parts begins with 其中 */
  PARTS_OUT,  /* parts are told by the way */
  PARTS_IN,   /* parts are added up like the others */
} PartsMode;

typedef bool (*CountedFunc) (const char *unit,
                             const char *total);

static void
reverse (List *self)
{
  for (guint i = 0; i < self->n / 2; i++)
    {
      const ShanhaiSentenceFigure *first = self->terms[i];

      self->terms[i] = self->terms[self->n - 1 - i];
      self->terms[self->n - 1 - i] = first;
    }
}

/* what is listed before the total, from there backwards */
static void
walk_back (const ShanhaiSentenceFigure *figures,
           guint                        index,
           const int                   *wholes,
           PartsMode                    mode,
           CountedFunc                  counted,
           List                        *out)
{
  const ShanhaiSentenceFigure *behind = NULL;
  int depth = 0;  /* of brackets, less than at the total */

  out->n = 0;
  out->leaves_out = false;
  out->in_brackets = true;
  depth -= shanhai_words_count_brackets (figures[index].before);
  for (guint k = index; k > 0 && out->n < SHANHAI_MAX_TERMS; k--)
    {
      const ShanhaiSentenceFigure *figure = &figures[k - 1];
      const bool in_bracket = depth > 0, is_part = wholes[k - 1] >= 0;

      depth -= shanhai_words_count_brackets (figure->before);
      /* nor is a share, 农民1420人（占40%）、村干部207人 */
      if (mode == PARTS_OUT && (in_bracket || is_part || !shanhai_unit_is_additive (get_unit (figure))))
        {
          out->leaves_out = true;
          out->in_brackets &= in_bracket;
          continue;
        }
      if (mode == PARTS_IN && !shanhai_unit_is_additive (get_unit (figure)))
        continue;
      if (!counted (get_unit (figure), get_unit (&figures[index])))
        return;
      if (behind != NULL && !(mode == PARTS_END ? is_in_list (behind) : is_near (behind)))
        return;
      out->terms[out->n++] = behind = figure;
    }
}

static void
drop_first (List  *self,
            guint  n)
{
  self->n -= n;
  memmove (self->terms, self->terms + n, self->n * sizeof *self->terms);
}

/* 2020年11万，2021年12万，2022年13万，2023年16万，三年共41万: the year before the three stands there to compare with */
static void
leave_out_earlier_years (List                        *self,
                         const ShanhaiSentenceFigure *figure)
{
  const ShanhaiClaim *total = figure->claim;
  const guint years = count_told_years (figure);
  bool each_of_a_year = true;

  while (self->n > 2 && total->has_time && total->spans && !total->open_start && self->terms[0]->claim->has_time && self->terms[0]->claim->last < total->first)
    drop_first (self, 1);
  for (guint i = 0; i < self->n; i++)
    each_of_a_year &= self->terms[i]->year > 0 && (i == 0 || self->terms[i]->year > self->terms[i - 1]->year);
  if (each_of_a_year && years > 1 && self->n > years)
    drop_first (self, self->n - years);
}

static void
collect (const ShanhaiSentenceFigure *figures,
         guint                        index,
         const int                   *wholes,
         PartsMode                    mode,
         CountedFunc                  counted,
         List                        *out)
{
  walk_back (figures, index, wholes, mode, counted, out);
  reverse (out);
  leave_out_earlier_years (out, &figures[index]);
}

/* the arithmetic of the list; false when there is none */
static bool
add_up (const List                  *self,
        const ShanhaiSentenceFigure *total,
        ShanhaiCheckValue           *value,
        GString                     *arithmetic)
{
  g_string_truncate (arithmetic, 0);
  if (self->n < 2 || goes_on_from_another (self->terms[0]))
    return false;
  for (guint i = 0; i < self->n; i++)
    {
      ShanhaiCheckValue term = get_value (self->terms[i]->claim);

      /* shanhai_check_sums() adds these up */
      if (self->terms[i]->claim->part_of != NULL && g_strcmp0 (self->terms[i]->claim->part_of, total->claim->id) == 0)
        return false;
      if (i == 0)
        *value = term;
      else if (!shanhai_check_value_combine (value, shanhai_interval_add, &term))
        return false;
      g_string_append_printf (arithmetic, "%s{%u}", i > 0 ? " + " : "", i + 2);
    }

  return true;
}

/* not so with "3 doctors and 5 teachers, 200 people altogether gained" */
static bool
add_up_alike (const List                  *self,
              const ShanhaiSentenceFigure *total,
              ShanhaiCheckValue           *value,
              GString                     *arithmetic)
{
  return add_up (self, total, value, arithmetic) && is_of_like_size (&value->nominal.lo, &total->claim->quantity->value);
}

static bool
comes_out (const ShanhaiCheckValue     *value,
           const ShanhaiSentenceFigure *total)
{
  return shanhai_compare_interval (&value->soft, &value->hard, total->claim->quantity) == SHANHAI_AGREEMENT_AGREE;
}

static bool
is_person_or_time (const char *unit,
                   const char *total)
{
  return strcmp (unit, "person") == 0 || strcmp (unit, "person-time") == 0;
}

/* whether one of them is a number that nobody has recorded: then nothing is sure */
static bool
is_of_text (const List                  *self,
            const ShanhaiSentenceFigure *total)
{
  bool is = total->literal != NULL;

  for (guint i = 0; i < self->n; i++)
    is |= self->terms[i]->literal != NULL;

  return is;
}

/* 干部108人次、带头人193人，共301人 */
static bool
check_mixed (ShanhaiCheckScope           *scope,
             const ShanhaiSentenceFigure *figures,
             guint                        index,
             const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  guint people = 0;
  List list;

  if (strcmp (get_unit (total), "person") != 0)
    return false;
  collect (figures, index, wholes, PARTS_OUT, is_person_or_time, &list);
  for (guint i = 0; i < list.n; i++)
    people += strcmp (get_unit (list.terms[i]), "person") == 0;
  if (people == 0 || people == list.n || !add_up_alike (&list, total, &value, arithmetic) || !comes_out (&value, total))
    return false;
  /* told already, of the recorded ones alone */
  if (total->is_among_others && !is_of_text (&list, total))
    return true;
  shanhai_sentence_tell (scope, SHANHAI_CHECK_PERSON_TIME, &people_and_times, SHANHAI_AGREEMENT_DOUBTFUL, total, &value, get_unit (total), arithmetic->str, list.terms, list.n);

  return true;
}

/* 全县1042套，其中甲镇312套、乙乡260套，合计1614套 */
static bool
check_counted_twice (ShanhaiCheckScope           *scope,
                     const ShanhaiSentenceFigure *figures,
                     guint                        index,
                     const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  bool is_sure;
  List list;

  collect (figures, index, wholes, PARTS_IN, is_counted_as, &list);
  if (!add_up_alike (&list, total, &value, arithmetic) || !comes_out (&value, total))
    return false;
  if (total->is_among_others && !is_of_text (&list, total))
    return true;
  is_sure = total->claim->quantity->qualifier == SHANHAI_QUALIFIER_EXACT && !is_of_text (&list, total);
  shanhai_sentence_tell (scope, SHANHAI_CHECK_DOUBLE, &counted_twice, is_sure ? SHANHAI_AGREEMENT_CONTRADICT : SHANHAI_AGREEMENT_DOUBTFUL,
                         total, &value, get_unit (total), arithmetic->str, list.terms, list.n);

  return true;
}

/* 2.3万人和1.9万人，合计4.2人: the sum comes out but for 万, or million */
static void
check_slipped_sum (ShanhaiCheckScope           *scope,
                   const ShanhaiSentenceFigure *total,
                   const List                  *list,
                   const ShanhaiCheckValue     *value,
                   const char                  *arithmetic)
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
          shanhai_sentence_tell (scope, SHANHAI_CHECK_UNIT, &slipped, SHANHAI_AGREEMENT_DOUBTFUL, total, value, get_unit (total), arithmetic, list->terms, list->n);
          return;
        }
    }
}

static void
tell_sum (ShanhaiCheckScope           *scope,
          const ShanhaiSentenceFigure *total,
          const List                  *list,
          const ShanhaiCheckValue     *value,
          ShanhaiAlikeness             alike,
          const char                  *arithmetic)
{
  ShanhaiAlikeness told = is_told_as_sum (total, list->terms[0], list->n);
  const char *rest, *clause = shanhai_words_get_last_clause (total->before);

  if (told == SHANHAI_ALIKE_NOT && shanhai_words_begin_with_any (total->after, sums_behind) == 0 && !shanhai_words_contain (clause, sum_words) && read_numeral (clause, &rest) == 0)
    return;
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, value, false, MIN (alike, MIN (told, compare_with_list (total, list->terms, list->n))), arithmetic, list->terms, list->n);
}

void
shanhai_sentence_check_sum (ShanhaiCheckScope           *scope,
                            const ShanhaiSentenceFigure *figures,
                            guint                        index,
                            const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  g_autoptr (GString) of_parts = g_string_new (NULL);
  ShanhaiCheckValue value, part_value;
  List list, parts;
  bool adds_up, parts_add_up, have_sum;

  if (total->is_broken || !shanhai_unit_is_additive (get_unit (total)) || !may_be_sum (total))
    return;
  collect (figures, index, wholes, PARTS_END, is_counted_as, &parts);
  collect (figures, index, wholes, PARTS_OUT, is_counted_as, &list);
  have_sum = add_up (&parts, total, &part_value, of_parts);
  parts_add_up = have_sum && is_of_like_size (&part_value.nominal.lo, &total->claim->quantity->value);
  if (!list.leaves_out)
    {
      if (parts_add_up)
        tell_sum (scope, total, &parts, &part_value, SHANHAI_ALIKE_FULLY, of_parts->str);
      else if (have_sum && is_told_as_sum (total, parts.terms[0], parts.n) == SHANHAI_ALIKE_FULLY)
        check_slipped_sum (scope, total, &parts, &part_value, of_parts->str);
      else
        check_mixed (scope, figures, index, wholes);
      return;
    }

  adds_up = add_up_alike (&list, total, &value, arithmetic);
  if (adds_up && comes_out (&value, total))
    tell_sum (scope, total, &list, &value, SHANHAI_ALIKE_FULLY, arithmetic->str);
  else if (!(parts_add_up && comes_out (&part_value, total)) && check_counted_twice (scope, figures, index, wholes))
    return;
  else if (adds_up && (list.in_brackets || !(parts_add_up && comes_out (&part_value, total))))
    tell_sum (scope, total, &list, &value, list.in_brackets ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, arithmetic->str);
  else if (parts_add_up)
    tell_sum (scope, total, &parts, &part_value, SHANHAI_ALIKE_FULLY, of_parts->str);
}

typedef enum
{
  LIST_NONE,
  LIST_NAMED,     /* 包括…, 其中…: maybe not all of them */
  LIST_COMPLETE,  /* behind a colon, or in brackets */
} ListKind;

/* How the list is told that begins right behind the total, and how sure it is that it is what the total consists of */
static ListKind
get_list_kind (const ShanhaiSentenceFigure *figures,
               guint                        index,
               const int                   *wholes,
               ShanhaiAlikeness            *alike)
{
  static const char * const colons[] = { ":", "：", NULL };
  static const char * const brackets[] = { "（", "(", NULL };
  static const char * const each[] = { "分别为", "分别是", "分別為", "分別是", NULL };
  static const char * const comprising[] = { ",comprising", NULL };
  const char *before = figures[index + 1].before;
  const bool is_sum = shanhai_words_contain (figures[index].before, sum_words);

  *alike = SHANHAI_ALIKE_MAYBE;
  if (shanhai_words_contain (before, shanhai_including_words))
    return wholes[index + 1] == (int) index ? LIST_NAMED : LIST_NONE;
  if (shanhai_words_begin_with_any (before, colons) > 0 || (is_sum && strchr (before, ':') != NULL) || shanhai_words_begin_with (before, each))
    {
      *alike = is_sum ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
      return LIST_COMPLETE;
    }

  return shanhai_words_begin_with_any (before, brackets) > 0 || shanhai_words_begin_with_any (before, comprising) > 0 ? LIST_COMPLETE : LIST_NONE;
}

/* 教师23名等; 教师23名，另有科技人员10名: there are others */
static bool
goes_on (const char *after)
{
  static const char * const others[] = { "等", "另", "还有", "還有", "以及", "其他", "其余", "其餘", "and others", "another", "and so on", "among others", "etc", "the rest", "as well as", NULL };
  static const char * const ends[] = { "。", "；", ";", "\n", NULL };

  for (; *after != '\0' && shanhai_words_begin_with_any (after, ends) == 0; after = g_utf8_next_char (after))
    if (shanhai_words_begin_with_any (after, others) > 0)
      return true;

  return false;
}

/* the total's bracket is closed behind the last one, or there is none */
static bool
is_closed (const ShanhaiSentenceFigure *first,
           const ShanhaiSentenceFigure *last)
{
  static const char * const closing[] = { "）", ")", NULL };

  return shanhai_words_count_brackets (first->before) <= 0 || shanhai_words_begin_with_any (last->after, closing) > 0;
}

void
shanhai_sentence_check_sum_behind (ShanhaiCheckScope           *scope,
                                   const ShanhaiSentenceFigure *figures,
                                   guint                        n,
                                   guint                        index,
                                   const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  ShanhaiAlikeness alike;
  List list = { .n = 0 };
  ListKind kind;
  bool overlaps = false;
  guint last;

  if (index + 2 >= n || !shanhai_unit_is_additive (get_unit (total)) || shanhai_sentence_is_mean (total))
    return;
  kind = get_list_kind (figures, index, wholes, &alike);
  if (kind == LIST_NONE)
    return;
  for (last = index; last + 1 < n && list.n < SHANHAI_MAX_TERMS; last++)
    {
      const ShanhaiSentenceFigure *figure = &figures[last + 1];

      if (list.n > 0 && (!is_in_list (figure) || shanhai_words_count_brackets (figure->before) < 0))
        break;
      if (figure->is_broken || figure->year > 0 || get_unit (figure) != get_unit (total) || shanhai_sentence_is_of_other_time (figure))
        return;
      overlaps |= shanhai_words_contain (figure->before, attributes);
      list.terms[list.n++] = figure;
    }
  if (!add_up_alike (&list, total, &value, arithmetic) || !is_closed (&figures[index + 1], &figures[last]))
    return;
  /* what seems to be but some of them is no sum */
  if (!comes_out (&value, total) &&
      (overlaps || goes_on (figures[last].after) ||
       (kind == LIST_NAMED && (list.n < LISTED || shanhai_decimal_to_double (&value.nominal.lo) < LISTED_SHARE * shanhai_decimal_to_double (&total->claim->quantity->value)))))
    return;
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, alike, arithmetic->str, list.terms, list.n);
}
