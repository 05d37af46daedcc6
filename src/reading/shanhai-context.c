/* shanhai-context.c - what a number counts, and whether it counts anything. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese puts the thing behind the number (134个贫困村) or, in lists, before it (村卫生室28个). The last noun of the phrase tells the unit. */

#include "shanhai-link.h"
#include "shanhai-phrase.h"

#include <string.h>

/* characters that are looked at on either side of a figure */
#define MAX_REACH 28
/* characters from one number of a list to the next */
#define MAX_LIST_STEP 10

/* 三个方面 and 8个方面 order a text; 26条举措 are counted */
#define MAX_FEW 9

/* of a thing that no list knows */
#define MAX_NAMED 12

#define HAN_PERSON 0x4eba  /* 人 */
#define HAN_DONE 0x4e86    /* 了 */
#define HAN_AND 0x548c     /* 和 */
#define HAN_AS_WELL 0x53ca /* 及 */
#define HAN_WITH 0x4e0e    /* 与 */
#define HAN_OR 0x6216      /* 或 */
#define HAN_OF 0x7684      /* 的 */
#define LIST_COMMA 0x3001  /* 、 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* 分别为12、15和20名: what stands bare in a list takes its unit from the end of the list */
static void
lend_units (ShanhaiPhraseContext *context,
            GArray               *mentions)
{
  for (guint i = mentions->len; i > 1; i--)
    {
      ShanhaiMention *next = &g_array_index (mentions, ShanhaiMention, i - 1);
      ShanhaiMention *mention = &g_array_index (mentions, ShanhaiMention, i - 2);
      guint at = mention->end;
      guint16 c = context->line->chars[at];

      if (mention->measure != NULL || mention->unit != NULL || (mention->is_bare && mention->is_han) || next->measure == NULL || next->is_han != mention->is_han ||
          at + 1 != next->start || (c != LIST_COMMA && c != HAN_AND && c != HAN_WITH && c != HAN_AS_WELL && c != HAN_OR))
        continue;

      mention->measure = next->measure;
      mention->is_lent = true;
      mention->is_bare = false;
      shanhai_numbers_scale (mention, &next->measure->times);
    }
}

static bool
has_role_before (ShanhaiPhraseContext *context,
                 guint                 at,
                 ShanhaiRole           role)
{
  const ShanhaiLine *line = context->line;

  if (at > 0 && line->chars[at - 1] == ' ')
    at--;

  return shanhai_rules_match_before (context->rules, line->chars + line->clauses[at], line->chars + at, SHANHAI_ROLE_BIT (role)) != NULL;
}

/* 五个多小时, 三个半小时, 五十分钟: nobody says when in so many words */
static bool
is_told_length (ShanhaiPhraseContext *context)
{
  const ShanhaiMention *mention = context->mention;

  return strcmp (mention->measure->unit, "item") == 0 &&
         (mention->qualifier != SHANHAI_QUALIFIER_EXACT || mention->precision.scale > 0 || mention->number_end > mention->number + 1) &&
         !has_role_before (context, mention->start, SHANHAI_ROLE_ANCHOR_BEFORE);
}

/* 3年来, 近5年 and the like only say when; 蹲点891天, 为期3个月 are figures */
static bool
only_says_when (ShanhaiPhraseContext *context)
{
  const ShanhaiMention *mention = context->mention;
  const ShanhaiLine *line = context->line;
  guint at = shanhai_numbers_skip_gap (line, mention->end);
  const ShanhaiRule *rule = shanhai_numbers_match (context->rules, line, at, ROLE (ANCHOR));

  if (!mention->measure || !(mention->measure->flags & SHANHAI_RULE_DURATION))
    return false;
  if (rule != NULL)
    return true;
  if (mention->is_han)
    return !is_told_length (context);
  if (has_role_before (context, mention->start, SHANHAI_ROLE_LENGTH) || mention->qualifier == SHANHAI_QUALIFIER_AT_LEAST)
    return false;

  return mention->qualifier == SHANHAI_QUALIFIER_NEARLY || strcmp (mention->measure->unit, "year") == 0 || strcmp (mention->measure->unit, "month") == 0 ||
         has_role_before (context, mention->start, SHANHAI_ROLE_ANCHOR_BEFORE);
}

static bool
is_one (const ShanhaiDecimal *value)
{
  return value->digits == 1 && value->scale == 0;
}

/* a number with neither measure word nor magnitude: the unit is that of the noun behind it, or it is dropped */
static void
resolve_plain (ShanhaiPhraseContext *context,
               ShanhaiPhrase        *behind)
{
  ShanhaiMention *mention = context->mention;
  const ShanhaiRule *first = NULL;

  if (behind->noun != NULL)
    first = shanhai_rules_match (context->rules, context->line->chars + behind->start, behind->noun->length, ROLE (NOUN));
  /* 3000农户: the noun must follow at once, and 两企业 are known ones */
  if (first == NULL || first->measures != NULL || mention->is_small || strcmp (behind->noun->unit, "item") == 0 ||
      !shanhai_decimal_is_integer (&mention->value))
    mention->is_dropped = true;
  else
    mention->unit = behind->noun->unit;
}

/* 每斤多卖八毛: an amount that ends its phrase is money, whatever stands before it; but 一毛 may be a word */
static bool
is_price (const ShanhaiPhraseContext *context)
{
  const ShanhaiMention *mention = context->mention;

  return shanhai_link_is_money (mention->measure->unit) && shanhai_phrase_ends (context->line->chars[mention->end]) && !is_one (&mention->value);
}

/* 建起三个凉亭, 修了两条栈道: what has been made or given is counted, whatever it is; not 打造三个高地 */
static bool
is_done (ShanhaiPhraseContext *context,
         const ShanhaiPhrase  *behind)
{
  static const guint16 ends[] = { HAN_DONE, 0x8d77 /* 起 */, 0x6210 /* 成 */, 0x904d /* 遍 */, 0x51fa /* 出 */ };
  const ShanhaiLine *line = context->line;
  guint at = context->mention->start;
  const ShanhaiRule *rule;
  bool has_end = false;

  if (behind->is_abstract || behind->end < behind->start + 2 || behind->end > behind->start + MAX_NAMED)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (ends) && at > 0; i++)
    has_end = has_end || line->chars[at - 1] == ends[i];
  if (!has_end)
    return false;
  if (line->chars[at - 1] == HAN_DONE)
    at--;
  rule = shanhai_rules_match_before (context->rules, line->chars + line->clauses[at], line->chars + at, ROLE (CUE));

  return rule != NULL && (rule->weights[SHANHAI_READ_FIGURE_OUTPUT] > 0 || rule->weights[SHANHAI_READ_FIGURE_EXCHANGE] > 0);
}

/* whether a number in one Chinese character, or behind such a measure word, counts something */
static bool
counts (ShanhaiPhraseContext *context,
        const ShanhaiPhrase  *behind,
        bool                  has_noun)
{
  const ShanhaiMention *mention = context->mention;
  guint flags = mention->measure != NULL ? mention->measure->flags : 0;
  ShanhaiDecimal limit = shanhai_decimal_from_int (mention->is_han ? 30 : MAX_FEW);

  if (mention->measure == NULL)
    return true;
  /* 七毛五 has its unit already */
  if (mention->is_han && (flags & SHANHAI_RULE_ARABIC) && mention->unit == NULL && !is_price (context) &&
      context->line->chars[mention->end] != HAN_PERSON)  /* 五口人 */
    return false;
  if ((flags & SHANHAI_RULE_PLACE) && mention->is_han && shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { 10, 0 }) <= 0)
    return false;
  if ((flags & SHANHAI_RULE_NOUN) && behind->is_abstract && shanhai_decimal_compare (&mention->value, &limit) <= 0)
    return false;
  if (mention->is_small && is_one (&mention->value) && context->is_listed)
    return has_noun || !(flags & SHANHAI_RULE_NOUN);
  if (mention->is_small && is_one (&mention->value) && mention->qualifier == SHANHAI_QUALIFIER_AT_LEAST)
    return true;
  if (mention->is_small && is_one (&mention->value))
    return (shanhai_link_is_money (mention->measure->unit) && !(flags & SHANHAI_RULE_OWN)) || strcmp (mention->measure->unit, "times") == 0;  /* but 一块石头 */
  if (mention->is_small && (flags & SHANHAI_RULE_WEAK) && !has_noun)
    return mention->qualifier != SHANHAI_QUALIFIER_EXACT || is_done (context, behind);

  return true;
}

/* 甲市帮扶四个县，乙市帮扶一个县: 一 counts where other numbers count the same beside it */
static bool
is_one_more (ShanhaiPhraseContext *context)
{
  const ShanhaiMention *mention = context->mention, *previous = context->previous;

  return mention->is_small && is_one (&mention->value) && mention->noun != NULL && previous != NULL && previous->is_han && previous->measure == mention->measure &&
         previous->noun == mention->noun && mention->start - previous->end <= MAX_REACH && strcmp (mention->unit != NULL ? mention->unit : mention->noun->unit, "item") != 0;
}

/* whether nothing but verbs and connecting words stand there */
static bool
is_verbal (ShanhaiPhraseContext *context,
           guint                 start,
           guint                 end)
{
  const ShanhaiLine *line = context->line;

  for (guint i = start; i < end;)
    {
      const ShanhaiRule *rule = shanhai_rules_match (context->rules, line->chars + i, end - i, ROLE (LIGHT) | ROLE (STOP) | ROLE (OF) | ROLE (CUE));

      if (rule != NULL)
        i += rule->length;
      else if ((line->marks[i] & SHANHAI_MARK_TIME) || line->chars[i] == ' ' || line->chars[i] == ',' || line->chars[i] == LIST_COMMA)
        i++;
      else
        return false;
    }

  return true;
}

/* 190个项目，开工165个，完成153个: a further number of what was counted before */
static bool
repeats_previous (ShanhaiPhraseContext *context,
                  const ShanhaiPhrase  *before,
                  const ShanhaiPhrase  *behind)
{
  const ShanhaiMention *previous = context->previous, *mention = context->mention;

  return previous != NULL && previous->noun != NULL && mention->measure != NULL && mention->measure == previous->measure && behind->end == behind->start &&
         is_verbal (context, MAX (before->start, previous->end), mention->start);
}

static void
set_counted (ShanhaiMention *mention,
             guint           start,
             guint           end)
{
  mention->counted = start;
  mention->counted_end = end;
}

static bool
is_spoken_money (const ShanhaiMention *mention,
                 const ShanhaiPhrase  *behind,
                 const ShanhaiPhrase  *before)
{
  return mention->is_han && mention->has_magnitude && behind->end == behind->start && before->noun != NULL && shanhai_link_is_money (before->noun->unit);
}

/* 160个县、3.5万个安置区 and 甲县的3万株樱花: what stands before the number isn't what it counts, where another thing stands behind it */
static bool
belongs_elsewhere (const ShanhaiPhraseContext *context,
                   const ShanhaiPhrase        *behind,
                   const ShanhaiPhrase        *before)
{
  const ShanhaiUnitRule *unit = before->noun != NULL ? shanhai_rules_get_unit (context->rules, before->noun->unit) : NULL;
  const ShanhaiMention *mention = context->mention, *previous = context->previous;
  guint16 c = mention->start > 0 ? context->line->chars[mention->start - 1] : 0;

  if (unit == NULL || mention->measure == NULL || behind->end == behind->start)
    return false;
  /* but 贫困村由当初的62个减少到8个 */
  if (c == HAN_OF)
    return unit->unit_class == SHANHAI_CLASS_PLACE && mention->start > 1 && !(context->line->marks[mention->start - 2] & SHANHAI_MARK_TIME) &&
           shanhai_numbers_match (context->rules, context->line, mention->end, ROLE (CHANGE)) == NULL;

  return (c == LIST_COMMA || c == HAN_AND) && previous != NULL && previous->counted >= previous->end && previous->counted_end + 1 == mention->start;
}

/* 人口300万以下的城市: a bound that the thing behind it is told apart by */
static bool
describes_next (const ShanhaiPhraseContext *context,
                const ShanhaiPhrase        *before)
{
  const ShanhaiMention *mention = context->mention;

  return before->noun != NULL && mention->measure == NULL && context->line->chars[mention->end] == HAN_OF &&
         (mention->qualifier == SHANHAI_QUALIFIER_AT_LEAST || mention->qualifier == SHANHAI_QUALIFIER_AT_MOST || mention->qualifier == SHANHAI_QUALIFIER_OVER);
}

static void
resolve (ShanhaiPhraseContext *context,
         guint                 limit)
{
  ShanhaiMention *mention = context->mention;
  ShanhaiPhrase behind, before;
  const ShanhaiRule *noun = NULL;
  bool flexible;

  mention->link = (guint8) shanhai_link_find (context->rules, context->line, context->previous, mention);
  if (mention->measure == NULL && mention->is_han && shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { 100, 0 }) > 0)
    mention->has_magnitude = true;
  behind = shanhai_phrase_read_behind (context, limit);
  before = shanhai_phrase_read_before (context);

  /* 每月能挣两千八: what is said to be earned needs no measure word */
  if (mention->unit == NULL && mention->is_bare && is_spoken_money (mention, &behind, &before))
    {
      mention->unit = before.noun->unit;
      mention->is_bare = false;
    }
  if (mention->unit == NULL && mention->is_bare)
    {
      resolve_plain (context, &behind);
      if (mention->is_dropped)
        return;
    }
  if (only_says_when (context))
    {
      mention->is_dropped = true;
      return;
    }

  flexible = mention->measure == NULL || (mention->measure->flags & (SHANHAI_RULE_NOUN | SHANHAI_RULE_OWN));
  if (flexible)
    noun = !describes_next (context, &before) && (behind.noun != NULL || belongs_elsewhere (context, &behind, &before)) ? behind.noun : before.noun;
  mention->noun = noun;
  if (!counts (context, &behind, noun != NULL || repeats_previous (context, &before, &behind)) && !is_one_more (context))
    {
      mention->is_dropped = true;
      return;
    }

  if (mention->unit == NULL)
    {
      if (noun != NULL)
        mention->unit = noun->unit;
      else if (repeats_previous (context, &before, &behind))
        {
          mention->noun = context->previous->noun;
          mention->unit = mention->noun->unit;
        }
      else if (context->previous != NULL && shanhai_link_is_money (context->previous->unit) && mention->measure == NULL && behind.end == behind.start)
        mention->unit = context->previous->unit;  /* 去年卖了一万元，今年两万五 */
      /* but 翻了七八倍，达到六七千块 are two things */
      else if (context->previous != NULL && flexible &&
               ((mention->link == SHANHAI_LINK_CHANGE && (mention->measure == NULL || mention->measure == context->previous->measure)) ||
                (mention->link == SHANHAI_LINK_LIST && mention->measure == NULL)))
        mention->unit = context->previous->unit;
      else
        mention->unit = mention->measure != NULL ? mention->measure->unit : g_intern_static_string ("item");
    }

  if (behind.end > behind.start && (behind.noun != NULL || before.end == before.start || (mention->measure != NULL && !shanhai_link_is_money (mention->unit))))
    set_counted (mention, behind.start, behind.end);
  else if (before.end > before.start && mention->link != SHANHAI_LINK_CHANGE && mention->link != SHANHAI_LINK_ABUT)
    set_counted (mention, before.start, before.end);
  else if (context->previous != NULL && mention->link != SHANHAI_LINK_NONE)
    set_counted (mention, context->previous->counted, context->previous->counted_end);
  else
    set_counted (mention, behind.start, behind.end);
}

static bool
follows_in_list (const ShanhaiLine    *line,
                 const ShanhaiMention *first,
                 const ShanhaiMention *second)
{
  guint16 c = second->start > 0 ? line->chars[second->start - 1] : 0;

  /* 医疗车一辆、机车八台: the things stand before their numbers */
  if (line->chars[first->end] == LIST_COMMA)
    c = LIST_COMMA;

  return second->start > first->end && second->start - first->end <= MAX_LIST_STEP && line->clauses[first->start] == line->clauses[second->start] &&
         (c == LIST_COMMA || c == HAN_AND || c == HAN_WITH) && !(is_one (&first->value) && is_one (&second->value)) &&
         first->measure != NULL && second->measure != NULL;
}

void
shanhai_context_resolve (const ShanhaiRules *rules,
                         const ShanhaiLine  *line,
                         GArray             *mentions)
{
  ShanhaiPhraseContext context = { rules, line, NULL, NULL, false };

  lend_units (&context, mentions);

  for (guint i = 0; i < mentions->len; i++)
    {
      guint limit = i + 1 < mentions->len ? g_array_index (mentions, ShanhaiMention, i + 1).start : line->n;

      context.mention = &g_array_index (mentions, ShanhaiMention, i);
      if (context.previous != NULL && line->sentences[context.previous->start] != line->sentences[context.mention->start])
        context.previous = NULL;
      context.is_listed = (i > 0 && follows_in_list (line, context.mention - 1, context.mention)) ||
                          (i + 1 < mentions->len && follows_in_list (line, context.mention, context.mention + 1));
      /* English has its words told already */
      if (context.mention->unit != NULL && !line->is_chinese)
        context.mention->link = (guint8) shanhai_link_find (rules, line, context.previous, context.mention);
      else
        resolve (&context, limit);
      if (!context.mention->is_dropped && context.mention->link != SHANHAI_LINK_SAME)
        context.previous = context.mention;
    }
}
