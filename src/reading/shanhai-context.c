/* shanhai-context.c - what a number counts, and whether it counts anything. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese puts the thing behind the number (134个贫困村) or, in lists, before it (村卫生室28个). The last noun of the phrase tells the unit. */

#include "shanhai-link.h"

#include <string.h>

/* characters that are looked at on either side of a figure */
#define MAX_REACH 28
/* characters from one number of a list to the next */
#define MAX_LIST_STEP 10

/* 三个方面 and 10个方面 order a text; 26条举措 are counted */
#define MAX_FEW 12

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

typedef struct
{
  const ShanhaiRules *rules;
  const ShanhaiLine  *line;
  ShanhaiMention     *mention;
  ShanhaiMention     *previous;  /* in the same sentence, or NULL */
  bool                is_listed; /* stands in a list with a number above one: 三名医生、一名护士 */
} Context;

typedef struct
{
  const ShanhaiRule *noun;       /* NULL: none that goes with the measure word */
  bool               is_abstract;
  guint              start;
  guint              end;
} Phrase;

static bool
ends_phrase (guint16 c)
{
  switch (c)
    {
    case 0: case ',': case ';': case ':': case '!': case '?': case '(': case ')': case '"': case '[': case ']':
    case 0x3002: case 0x2026: case 0x2014: case 0x300a: case 0x300b: case 0x3010: case 0x3011: case '/':
      return true;
    default:
      return shanhai_is_digit (c);
    }
}

/* whether the unit, interned, is in the list (nullable) */
static bool
is_listed (const char **units,
           const char  *unit)
{
  for (; units != NULL && *units != NULL; units++)
    if (*units == unit)
      return true;

  return false;
}

static bool
goes_with (const ShanhaiRule    *noun,
           const ShanhaiMention *mention)
{
  const char *word;

  /* 3200万 can be money; 营养100 isn't */
  if (noun->measures != NULL && mention->measure == NULL && !mention->has_magnitude)
    return false;
  if (noun->measures == NULL)
    return mention->measure == NULL || ((mention->measure->flags & SHANHAI_RULE_NOUN) && !is_listed (mention->measure->excluded, noun->unit));

  word = mention->measure != NULL ? mention->measure->word : "万";
  for (guint i = 0; noun->measures[i] != NULL; i++)
    if (strcmp (noun->measures[i], word) == 0)
      return true;

  return false;
}

/* of the nouns that a word can be, the one that goes with the measure word; the narrow rule before the general one */
static const ShanhaiRule *
pick_noun (Context           *context,
           const ShanhaiRule *rule,
           bool              *is_abstract)
{
  const ShanhaiRule *found = NULL;
  guint16 length = rule->length;

  *is_abstract = false;
  for (; rule != NULL && rule->length == length; rule = shanhai_rules_next (context->rules, rule))
    if (rule->role == SHANHAI_ROLE_ABSTRACT)
      *is_abstract = true;
    else if (rule->role == SHANHAI_ROLE_NOUN && goes_with (rule, context->mention) && (found == NULL || rule->measures != NULL))
      found = rule;

  return found;
}

static Phrase
read_behind (Context *context,
             guint    limit)
{
  const ShanhaiLine *line = context->line;
  guint i = shanhai_numbers_skip_gap (line, context->mention->end);
  Phrase phrase;

  if (line->chars[i] == HAN_OF)
    i++;
  phrase = (Phrase) { .start = i, .end = i };
  limit = MIN (limit, i + MAX_REACH);

  while (i < limit && !(line->marks[i] & SHANHAI_MARK_TIME))
    {
      guint16 c = line->chars[i];
      const ShanhaiRule *rule;
      bool is_abstract;

      /* 5G基站 */
      if (shanhai_is_digit (c) && line->chars[i + 1] == 'g' && phrase.end == phrase.start)
        {
          i += 2;
          phrase.end = i;
          continue;
        }
      if (ends_phrase (c) || (c == ' ' && phrase.noun != NULL) || ((c == LIST_COMMA || c == HAN_AND || c == HAN_AS_WELL || c == HAN_WITH) && phrase.end == phrase.start))
        break;
      rule = shanhai_rules_match (context->rules, line->chars + i, limit - i, ROLE (NOUN) | ROLE (ABSTRACT) | ROLE (STOP) | ROLE (OF) | ROLE (FILLER));
      if (rule == NULL)
        {
          if (phrase.noun != NULL && (c == HAN_AND || c == HAN_AS_WELL || c == LIST_COMMA))
            break;
          i++;
          phrase.end = i;
          continue;
        }
      if (rule->role == SHANHAI_ROLE_STOP)
        break;
      if (rule->role == SHANHAI_ROLE_OF)
        {
          if (phrase.noun != NULL || phrase.is_abstract)
            break;
        }
      else if (rule->role != SHANHAI_ROLE_FILLER)
        {
          const ShanhaiRule *noun = pick_noun (context, rule, &is_abstract);

          if (noun != NULL)
            phrase.noun = noun;
          phrase.is_abstract = is_abstract && phrase.noun == NULL;
        }
      i += rule->length;
      phrase.end = i;
    }

  return phrase;
}

static Phrase
read_before (Context *context)
{
  const ShanhaiLine *line = context->line;
  guint end = context->mention->start;
  guint start = line->clauses[end];
  Phrase phrase = { NULL };
  bool any = context->mention->measure != NULL && (context->mention->measure->flags & SHANHAI_RULE_OWN);
  bool gap = false;

  if (context->previous != NULL)
    start = MAX (start, context->previous->end);
  if (end - start > MAX_REACH)
    start = end - MAX_REACH;
  phrase.start = start;
  phrase.end = start;

  for (guint i = start; i < end;)
    {
      const ShanhaiRule *rule = shanhai_rules_match (context->rules, line->chars + i, end - i,
                                                     ROLE (NOUN) | ROLE (ABSTRACT) | ROLE (STOP) | ROLE (LIGHT) | ROLE (CHANGE) | ROLE (OF) | ROLE (FILLER));
      bool is_abstract;

      if (line->marks[i] & SHANHAI_MARK_TIME)
        {
          i++;
          continue;
        }
      if (rule == NULL)
        {
          guint16 c = line->chars[i];

          if (c == LIST_COMMA && phrase.end == i && phrase.noun == NULL)
            phrase.start = i + 1;
          if (c != ' ' && c != LIST_COMMA)
            {
              gap = true;
              phrase.end = i + 1;
            }
          if (c == '(' || c == ')')
            phrase.start = i + 1;
          i++;
          continue;
        }
      switch (rule->role)
        {
        case SHANHAI_ROLE_NOUN:
        case SHANHAI_ROLE_ABSTRACT:
          {
            const ShanhaiRule *noun = pick_noun (context, rule, &is_abstract);

            if (noun != NULL)
              {
                phrase.noun = noun;
                gap = false;
              }
            phrase.end = i + rule->length;
          }
          break;
        case SHANHAI_ROLE_FILLER:
          gap = true;
          phrase.end = i + rule->length;
          break;
        case SHANHAI_ROLE_STOP:
          /* 投入300万: a verb that names what is counted, too */
          {
            const ShanhaiRule *noun = i + rule->length == end ? pick_noun (context, rule, &is_abstract) : NULL;

            if (noun != NULL && noun->measures != NULL)
              {
                phrase.noun = noun;
                gap = false;
                phrase.end = i + rule->length;
                break;
              }
          }
          gap = true;
          if (i + rule->length < end)
            phrase.start = phrase.end = i + rule->length;
          break;
        default:
          /* 共, 达, 减少到: nothing is said by them */
          if (rule->role == SHANHAI_ROLE_LIGHT && phrase.end == i && phrase.start == i)
            phrase.start = phrase.end = i + rule->length;
          break;
        }
      i += rule->length;
    }

  if (gap && !any)
    phrase.noun = NULL;
  phrase.start = MIN (phrase.start, phrase.end);

  return phrase;
}

/* 分别为12、15和20名: what stands bare in a list takes its unit from the end of the list */
static void
lend_units (Context *context,
            GArray  *mentions)
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
has_role_before (Context     *context,
                 guint        at,
                 ShanhaiRole  role)
{
  const ShanhaiLine *line = context->line;

  if (at > 0 && line->chars[at - 1] == ' ')
    at--;

  return shanhai_rules_match_before (context->rules, line->chars + line->clauses[at], line->chars + at, SHANHAI_ROLE_BIT (role)) != NULL;
}

/* 五个多小时, 三个半小时, 五十分钟: nobody says when in so many words */
static bool
is_told_length (Context *context)
{
  const ShanhaiMention *mention = context->mention;

  return strcmp (mention->measure->unit, "item") == 0 &&
         (mention->qualifier != SHANHAI_QUALIFIER_EXACT || mention->precision.scale > 0 || mention->number_end > mention->number + 1) &&
         !has_role_before (context, mention->start, SHANHAI_ROLE_ANCHOR_BEFORE);
}

/* 3年来, 近5年 and the like only say when; 蹲点891天, 为期3个月 are figures */
static bool
only_says_when (Context *context)
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

static void
resolve_plain (Context *context,
               Phrase  *behind)
{
  ShanhaiMention *mention = context->mention;

  const ShanhaiRule *first = behind->noun != NULL ? shanhai_rules_match (context->rules, context->line->chars + behind->start, behind->noun->length, ROLE (NOUN)) : NULL;

  /* 3000农户: the noun must follow at once, and 两企业 are known ones */
  if (first == NULL || first->measures != NULL || mention->is_small || strcmp (behind->noun->unit, "item") == 0 || !shanhai_decimal_is_integer (&mention->value))
    mention->is_dropped = true;
  else
    mention->unit = behind->noun->unit;
}

/* 每斤多卖八毛, 。 */
static bool
is_price (const Context *context)
{
  const ShanhaiMention *mention = context->mention;

  return shanhai_link_is_money (mention->measure->unit) && ends_phrase (context->line->chars[mention->end]) && !is_one (&mention->value);
}

/* 建起三个凉亭, 修了两条栈道: what has been made or given is counted, whatever it is; not 打造三个高地 */
static bool
is_done (Context      *context,
         const Phrase *behind)
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
counts (Context      *context,
        const Phrase *behind,
        bool          has_noun)
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
is_one_more (Context *context)
{
  const ShanhaiMention *mention = context->mention, *previous = context->previous;

  return mention->is_small && is_one (&mention->value) && mention->noun != NULL && previous != NULL && previous->is_han && previous->measure == mention->measure &&
         previous->noun == mention->noun && mention->start - previous->end <= MAX_REACH && strcmp (mention->unit != NULL ? mention->unit : mention->noun->unit, "item") != 0;
}

/* whether nothing but verbs and connecting words stand there */
static bool
is_verbal (Context *context,
           guint    start,
           guint    end)
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
repeats_previous (Context      *context,
                  const Phrase *before,
                  const Phrase *behind)
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
                 const Phrase         *behind,
                 const Phrase         *before)
{
  return mention->is_han && mention->has_magnitude && behind->end == behind->start && before->noun != NULL && shanhai_link_is_money (before->noun->unit);
}

/* 160个县、3.5万个安置区 and 甲县的3万株樱花: what stands before the number isn't what it counts, where another thing stands behind it */
static bool
belongs_elsewhere (const Context *context,
                   const Phrase  *behind,
                   const Phrase  *before)
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

static void
resolve (Context *context,
         guint    limit)
{
  ShanhaiMention *mention = context->mention;
  Phrase behind, before;
  const ShanhaiRule *noun = NULL;
  bool flexible;

  mention->link = (guint8) shanhai_link_find (context->rules, context->line, context->previous, mention);
  mention->has_magnitude = mention->has_magnitude || (mention->measure == NULL && mention->is_han && shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { 100, 0 }) > 0);
  behind = read_behind (context, limit);
  before = read_before (context);

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
    noun = behind.noun != NULL || belongs_elsewhere (context, &behind, &before) ? behind.noun : before.noun;
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
  Context context = { rules, line, NULL, NULL, false };

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
