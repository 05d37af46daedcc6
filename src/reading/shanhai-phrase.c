/* shanhai-phrase.c - the words on either side of a figure that may say what it counts. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-phrase.h"

#include <string.h>

/* characters that are looked at on either side of a figure */
#define MAX_REACH 28

#define HAN_AND 0x548c     /* 和 */
#define HAN_AS_WELL 0x53ca /* 及 */
#define HAN_WITH 0x4e0e    /* 与 */
#define HAN_OF 0x7684      /* 的 */
#define LIST_COMMA 0x3001  /* 、 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

bool
shanhai_phrase_ends (guint16 c)
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
pick_noun (const ShanhaiPhraseContext *context,
           const ShanhaiRule          *rule,
           bool                       *is_abstract)
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

ShanhaiPhrase
shanhai_phrase_read_behind (const ShanhaiPhraseContext *context,
                            guint                       limit)
{
  const ShanhaiLine *line = context->line;
  guint i = shanhai_numbers_skip_gap (line, context->mention->end);
  ShanhaiPhrase phrase;

  if (line->chars[i] == HAN_OF)
    i++;
  phrase = (ShanhaiPhrase) { .start = i, .end = i };
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
      if (shanhai_phrase_ends (c) || (c == ' ' && phrase.noun != NULL) || ((c == LIST_COMMA || c == HAN_AND || c == HAN_AS_WELL || c == HAN_WITH) && phrase.end == phrase.start))
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

ShanhaiPhrase
shanhai_phrase_read_before (const ShanhaiPhraseContext *context)
{
  const ShanhaiLine *line = context->line;
  guint end = context->mention->start;
  guint start = line->clauses[end];
  ShanhaiPhrase phrase = { NULL };
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
