/* shanhai-cited-words.c - what is written around a citation, and what it says of the figure. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-cited-words.h"

#include <string.h>

#include "shanhai-quote-place.h"
#include "shanhai-sentence.h"
#include "shanhai-text.h"

/* an announcement, whatever else the sentence says */
static const char * const coming[] = {
  "将于", "將於", "將于", "将在", "將在", "将举", "將舉", "将召", "將召", "将开", "將開", "将启", "將啟", "将赴", "將赴", "将有", "將有", "将迎", "將迎", "即将", "即將", "定于", "定於", "订于", "訂於", "拟于", "擬於",
  "计划于", "計劃於", "计划在", "計劃在", "预计", "預計", "预定", "預定", "预告", "預告", "届时", "屆時", "敬请", "敬請", "有望", "will ", "to be held", "to be opened", "is scheduled", "are scheduled", "scheduled for",
  "is due", "are due", "set to", "is to ", "are to ", "planned for", "is planned", "are planned", "slated", "expected to", "upcoming", "plans to", "plan to", NULL
};
/* titles and notes of what hasn't been yet; 雨露计划 in a title is the name of something */
static const char * const titled_coming[] = { "预定", "預定", "预告", "預告", "（计划", "(计划", "（計劃", "（拟", "(拟", "（待", "(planned", "(scheduled", "upcoming", NULL };
static const char * const announced[] = { "预定", "預定", "计划", "計劃", "拟", "擬", "预告", "預告", "待定", "筹备中", "planned", "scheduled", "announced", "upcoming", "tentative", NULL };
/* of what happened; Chinese verbs have no tense of their own */
static const char * const happened[] = { "了", "已", "曾", "圆满", "圓滿", "成功", "顺利", "順利", "日前", "近日", "昨", "前不久", "上周", "刚刚", "完成", " was ", " were ", " held", "opened", "took place", " came", " met", " signed", NULL };
static const char * const own_money[] = {
  "结余", "結餘", "结转", "結轉", "自筹", "自籌", "自有", "上级", "上級", "配套", "历年", "歷年", "往年", "上年", "去年", "积累", "積累", "存量", "另有", "另加", "另筹", "另籌", "其他资金", "其它资金", "其他資金", "加上",
  "连同", "連同", "加之", "整合", "统筹", "統籌", "追加", "补助", "補助", "本级", "本級", "省级", "省級", "市级", "市級", "县级", "縣級", "中央", "贷款", "貸款", "利息", "社会资金", "社會資金", "余款", "餘款",
  "own fund", "own saving", "own money", "own resource", "savings", "carried over", "carry-over", "carryover", "left over", "leftover", "left from", "reserve", "balance", "together with", "matched", "matching",
  "other sources", "other funds", "other money", "previous year", "earlier year", "year before", "topped up", "topping up", "a loan", "in addition", " plus ", "interest", NULL
};

static bool
ends_sentence (const char *text,
               const char *p)
{
  return g_str_has_prefix (p, "。") || g_str_has_prefix (p, "！") || g_str_has_prefix (p, "？") || g_str_has_prefix (p, "；") || *p == '\n' ||
         ((*p == '.' || *p == '!' || *p == '?') && p > text && (p[1] == ' ' || p[1] == '\n' || p[1] == '\0'));
}

/* the bytes of the quote in its text; false where they aren't known */
static bool
find_quote (const ShanhaiCheckScope  *scope,
            const ShanhaiClaim       *claim,
            const ShanhaiCitation    *citation,
            const ShanhaiHeldText   **held,
            gsize                    *start)
{
  ShanhaiSource *source = NULL;

  if (citation == NULL || citation->start < 0 || citation->quote == NULL || shanhai_citation_find_quote (citation, claim, scope, &source) != SHANHAI_QUOTE_IN_PLACE)
    return false;
  *held = g_hash_table_lookup (scope->texts, source);
  *start = shanhai_held_text_get_byte (*held, citation->start);

  return true;
}

static char *
dup_quote (const ShanhaiCitation *citation)
{
  return g_strdup (citation != NULL && citation->quote != NULL ? citation->quote : "");
}

char *
shanhai_cited_dup_sentence (const ShanhaiCheckScope *scope,
                            const ShanhaiClaim      *claim,
                            const ShanhaiCitation   *citation)
{
  const ShanhaiHeldText *held;
  const char *first, *last;
  gsize start;

  if (!find_quote (scope, claim, citation, &held, &start))
    return dup_quote (citation);
  first = held->text + start;
  last = first + strlen (citation->quote);
  while (first > held->text && !ends_sentence (held->text, g_utf8_prev_char (first)))
    first = g_utf8_prev_char (first);
  while (*last != '\0' && !ends_sentence (held->text, last))
    last = g_utf8_next_char (last);

  return g_strndup (first, (gsize) (last - first));
}

char *
shanhai_cited_dup_paragraph (const ShanhaiCheckScope *scope,
                             const ShanhaiClaim      *claim,
                             const ShanhaiCitation   *citation)
{
  const ShanhaiHeldText *held;
  const ShanhaiHeldParagraph *paragraph;
  gsize start;

  if (!find_quote (scope, claim, citation, &held, &start))
    return dup_quote (citation);
  paragraph = shanhai_held_text_get_paragraph (held, shanhai_held_text_find_paragraph (held, citation->start));

  return paragraph != NULL ? g_strndup (held->text + paragraph->start, paragraph->end - paragraph->start) : dup_quote (citation);
}

static bool
name_contains (const ShanhaiName  *name,
               const char * const *words)
{
  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    if (shanhai_words_contain (shanhai_name_get_nth (name, i, NULL), words))
      return true;

  return false;
}

/* 将 but for 将近, 将军 and 将领 */
static bool
says_will (const char *text)
{
  static const char * const others[] = { "近", "军", "軍", "领", "領", "士", "帅", "帥", NULL };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((g_str_has_prefix (p, "将") || g_str_has_prefix (p, "將")))
      {
        guint i = 0;

        while (others[i] != NULL && !g_str_has_prefix (p + strlen ("将"), others[i]))
          i++;
        if (others[i] == NULL)
          return true;
      }

  return false;
}

ShanhaiTense
shanhai_cited_get_tense (const ShanhaiCheckScope *scope,
                         const ShanhaiClaim      *claim,
                         const ShanhaiCitation   *citation)
{
  g_autofree char *sentence = shanhai_cited_dup_sentence (scope, claim, citation);
  const ShanhaiHeldText *held;
  gsize start;

  if (name_contains (shanhai_record_get_note (claim->record), announced) ||
      (claim->type == SHANHAI_RECORD_EVENT && name_contains (shanhai_record_get_title (claim->record), titled_coming)) || shanhai_words_contain (sentence, coming))
    return SHANHAI_TOLD_COMING;

  /* "12月投入使用", in September: told ahead, or dated wrongly */
  if (claim->type == SHANHAI_RECORD_EVENT && find_quote (scope, claim, citation, &held, &start) && !shanhai_words_contain (sentence, happened))
    return SHANHAI_TOLD_MAYBE_COMING;

  return says_will (sentence) ? SHANHAI_TOLD_MAYBE_COMING : SHANHAI_TOLD_PAST;
}

bool
shanhai_cited_names_other_money (const ShanhaiCheckScope *scope,
                                 const ShanhaiClaim      *claim)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (claim->record);

  if (name_contains (claim->basis, own_money) || name_contains (shanhai_record_get_note (claim->record), own_money))
    return true;
  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      g_autofree char *paragraph = shanhai_cited_dup_paragraph (scope, claim, &citations->items[i]);

      if (shanhai_words_contain (paragraph, own_money))
        return true;
    }

  return false;
}
