/* shanhai-sum-words.c - 共, 合计, 三个乡镇合计, " in total": words that make a figure the total of others in its sentence. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A total is of those who are listed where the words leave no doubt: 共 alone, what they do, how many items there are. 共300人受益 is of others. */

#include "shanhai-config.h"

#include "shanhai-sum-words.h"

#include <string.h>

#include "shanhai-sentence-private.h"

/* behind 合计: what they do and who they are, 选派专业技术人才 */
#define MAX_SUM_WORDS 14
/* between a numeral and 合计: 三个乡镇, 两地互访 */
#define MAX_NOUN 5
/* "2013-12-31/2019-12-31" is of 2014 to 2019 */
#define MAX_OVERHANG 31
/* so far behind a total, in characters, a verb makes it one of something else */
#define MAX_BEHIND 24

/* Words are compared without spaces; those behind a figure stand as they are printed. */
const char * const shanhai_sum_words[] = { "共", "合计", "合計", "总计", "總計", "共计", "共計", "总共", "一共", "合计达", "共有", "共计有", "intotal", "inall", "altogether", "together", "atotalof", "foratotalof", "oratotalof",
                                           "makingatotalof", "totalling", "totaling", "totalled", "totaled", "总数达", "总数为", "总人数达", "总额达", "总额为", "共达", "Intotal,", "Inall,", "Atotalof", NULL };
static const char * const sums_behind[] = { " in total", " in all", " altogether", " all told", " combined", " together", " for the year", " for the whole year", NULL };

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

  if (shanhai_words_count (words) < 2)
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
    if (shanhai_words_begin_with_any (clause, shanhai_sum_words) > 0 || shanhai_words_begin_with_any (clause, totals) > 0)
      {
        *rest = clause;
        return number;
      }

  return 0;
}

ShanhaiAlikeness
shanhai_sum_is_told (const ShanhaiSentenceFigure *total,
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
  if (g_strv_contains (shanhai_sum_words, clause))
    return SHANHAI_ALIKE_FULLY;
  /* 上半年2310人次，下半年2870人次，全年5180人次 */
  if (n == 2 && g_str_has_prefix (clause, "全年") && strstr (first->before, "上半年") != NULL && strstr ((first + 1)->before, "下半年") != NULL)
    return SHANHAI_ALIKE_FULLY;
  /* without a stop it is the last one's noun, "和4个社会组织共计" */
  if (clause == total->before && shanhai_words_end_with (total->before, shanhai_sum_words) && shanhai_words_count (total->before) <= SHANHAI_MAX_LIST_GAP)
    return SHANHAI_ALIKE_FULLY;
  if (shanhai_words_begin_with_any (total->after, sums_behind) > 0 && (g_strv_contains (joints, total->before) || shanhai_words_end_with (total->before, verbs)))
    return SHANHAI_ALIKE_FULLY;
  /* " in donations, 87 million yuan in total" */
  if (shanhai_words_begin_with_any (total->after, sums_behind) > 0 && *clause == '\0' && shanhai_words_count (total->before) <= SHANHAI_MAX_ENGLISH_LIST_GAP)
    return SHANHAI_ALIKE_MAYBE;
  if (read_numeral (clause, &rest) == n && shanhai_words_count (rest) <= MAX_SUM_WORDS)
    {
      for (skip = shanhai_words_begin_with_any (rest, shanhai_sum_words); skip > 0; skip = shanhai_words_begin_with_any (rest, shanhai_sum_words))
        rest += skip;
      /* 两县共派出 may be of more than who is listed; 三级财政共投入 is of the three */
      return *rest == '\0' || is_of_same_verb (first, rest) || shanhai_words_begin_with_any (rest, spent) > 0 ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
    }
  /* but 共 of "，培训人员共" counts those who were trained, and 共培训 may be of others */
  for (skip = shanhai_words_begin_with_any (clause, leads); skip > 0; skip = shanhai_words_begin_with_any (clause, leads))
    clause += skip;
  skip = shanhai_words_begin_with_any (clause, shanhai_sum_words);
  if (skip == 0 || shanhai_words_count (clause) > MAX_SUM_WORDS)
    return SHANHAI_ALIKE_NOT;
  is_firm = shanhai_words_begin_with_any (clause, firm) > 0;
  for (; skip > 0; skip = shanhai_words_begin_with_any (clause, shanhai_sum_words))
    clause += skip;

  if (*clause == '\0' || is_of_same_verb (first, clause))
    return SHANHAI_ALIKE_FULLY;

  return is_firm && shanhai_words_begin_with_any (clause, spent) > 0 ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT;
}

bool
shanhai_sum_goes_on_from_another (const ShanhaiSentenceFigure *first)
{
  static const char * const joints[] = { "、", "和", "及", ",", ",and", NULL };
  const char *clause = shanhai_words_get_last_clause (first->before);
  g_autofree char *earlier = g_strndup (first->before, (gsize) (clause - first->before));

  return first->is_broken && clause > first->before && shanhai_words_end_with (earlier, joints);
}

bool
shanhai_sum_may_be_told (const ShanhaiSentenceFigure *total)
{
  const char *rest;

  return shanhai_words_contain (total->before, shanhai_sum_words) || shanhai_words_begin_with_any (total->after, sums_behind) > 0 ||
         strstr (total->before, "全年") != NULL || read_numeral (shanhai_words_get_last_clause (total->before), &rest) > 0;
}

bool
shanhai_sum_compare (const ShanhaiSentenceFigure        *total,
                     const ShanhaiSentenceFigure *const *terms,
                     guint                               n,
                     ShanhaiAlikeness                   *alike)
{
  const char *rest, *clause = shanhai_words_get_last_clause (total->before);

  *alike = shanhai_sum_is_told (total, terms[0], n);
  if (*alike == SHANHAI_ALIKE_NOT && shanhai_words_begin_with_any (total->after, sums_behind) == 0 && !shanhai_words_contain (clause, shanhai_sum_words) && read_numeral (clause, &rest) == 0)
    return false;
  *alike = MIN (*alike, compare_with_list (total, terms, n));

  return true;
}
