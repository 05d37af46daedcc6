/* shanhai-link.c - how a figure goes on from the one before it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-link.h"

#include <string.h>

/* characters from one figure to the next */
#define MAX_REACH 28
/* characters from an English figure to the one that it changes to */
#define MAX_ENGLISH_STEP 40
/* characters behind a bracket in which an amount is the same in other money: (about 20 million euros) */
#define MAX_BRACKET 8

#define HAN_AND 0x548c     /* 和 */
#define HAN_AS_WELL 0x53ca /* 及 */
#define HAN_WITH 0x4e0e    /* 与 */
#define LIST_COMMA 0x3001  /* 、 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

bool
shanhai_link_is_money (const char *unit)
{
  return unit != NULL && strlen (unit) == 3 && g_ascii_isupper (unit[0]) && g_ascii_isupper (unit[1]);
}

/* whether nothing stands there but words that say nothing of what is counted */
static bool
is_filler (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           guint               start,
           guint               end)
{
  for (guint i = start; i < end;)
    {
      const ShanhaiRule *rule = shanhai_rules_match (rules, line->chars + i, end - i, ROLE (LIGHT) | ROLE (OF) | ROLE (NOW) | ROLE (NO_TIME));

      if (rule != NULL)
        i += rule->length;
      else if ((line->marks[i] & SHANHAI_MARK_TIME) || line->chars[i] == ' ')
        i++;
      else
        return false;
    }

  return true;
}

/* from 54 to 11, from 1.9 in 2008 to 3.1: English has the word of the change before both */
static bool
is_english_change (const ShanhaiLine    *line,
                   const ShanhaiMention *first,
                   const ShanhaiMention *second)
{
  guint at = second->start;

  return !line->is_chinese && at >= 4 && at <= first->end + MAX_ENGLISH_STEP && line->chars[at - 1] == ' ' && line->chars[at - 2] == 'o' &&
         line->chars[at - 3] == 't' && line->chars[at - 4] == ' ' && first->start >= 5 && line->chars[first->start - 2] == 'm' &&
         line->chars[first->start - 3] == 'o' && line->chars[first->start - 4] == 'r' && line->chars[first->start - 5] == 'f';
}

/* 4,856 yuan ($692.47) */
static bool
is_same_money (const ShanhaiLine    *line,
               const ShanhaiMention *first,
               const ShanhaiMention *second)
{
  guint i = first->end;

  if (line->chars[i] == ' ')
    i++;

  return line->chars[i] == '(' && second->start <= i + MAX_BRACKET && first->unit != second->unit && shanhai_link_is_money (first->unit) && shanhai_link_is_money (second->unit);
}

ShanhaiLink
shanhai_link_find (const ShanhaiRules   *rules,
                   const ShanhaiLine    *line,
                   const ShanhaiMention *previous,
                   const ShanhaiMention *mention)
{
  guint i, end = mention->start;
  const ShanhaiRule *rule;

  if (previous == NULL)
    return SHANHAI_LINK_NONE;
  if (is_same_money (line, previous, mention))
    return SHANHAI_LINK_SAME;
  if (is_english_change (line, previous, mention))
    return SHANHAI_LINK_CHANGE;
  i = shanhai_numbers_skip_gap (line, previous->end);
  if (i >= end)
    return SHANHAI_LINK_ABUT;
  if (i + 1 == end && (line->chars[i] == LIST_COMMA || line->chars[i] == HAN_AND || line->chars[i] == HAN_WITH || line->chars[i] == HAN_AS_WELL))
    return SHANHAI_LINK_LIST;
  if (end - i > MAX_REACH)
    return SHANHAI_LINK_NONE;

  if (previous->counted >= i && previous->counted_end < end && line->chars[previous->counted_end] == ',')
    i = previous->counted_end;
  if (line->chars[i] == ',')
    i++;
  /* 只有8张，如今增加到40张 */
  while (i < end && ((line->marks[i] & SHANHAI_MARK_TIME) ||
                     ((line->classes[i] & SHANHAI_CHAR_TIME) && (rule = shanhai_rules_match (rules, line->chars + i, end - i, ROLE (NOW))) != NULL)))
    i += line->marks[i] & SHANHAI_MARK_TIME ? 1 : rule->length;
  rule = shanhai_rules_match (rules, line->chars + i, end - i, ROLE (CHANGE));

  return rule != NULL && is_filler (rules, line, i + rule->length, end) ? SHANHAI_LINK_CHANGE : SHANHAI_LINK_NONE;
}
