/* shanhai-numbers.c - finds numbers with their measure words: 近4.7亿元. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number itself is read in shanhai-number-digits.c, what stands before and behind it in shanhai-number-edges.c. */

#include "shanhai-mention.h"

#include <string.h>

#define HAN_TEN_THOUSAND 0x4e07
#define HAN_REST 0x4f59    /* 余 */
#define HAN_MANY 0x591a    /* 多 */
#define HAN_NEGATIVE 0x8d1f /* 负 */
#define HAN_COME 0x6765    /* 来 */
#define HAN_ZERO 0x3007    /* 〇 */
#define HAN_PERSON 0x4eba  /* 人 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

static bool
stands_before (const ShanhaiLine  *line,
               guint               at,
               const char        **words)
{
  for (; *words != NULL; words++)
    {
      const char *p = *words + strlen (*words);
      guint i = at;

      while (p > *words && i > 0 && line->chars[i - 1] == g_utf8_get_char (g_utf8_find_prev_char (*words, p)))
        {
          p = g_utf8_find_prev_char (*words, p);
          i--;
        }
      if (p == *words)
        return true;
    }

  return false;
}

/* (nullable): of the rules of the measure word there the one that holds behind this number */
static const ShanhaiRule *
pick_measure (const ShanhaiRules   *rules,
              const ShanhaiLine    *line,
              const ShanhaiMention *mention,
              guint                 at)
{
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, at, ROLE (MEASURE));

  for (; rule != NULL; rule = shanhai_rules_next (rules, rule))
    {
      if (rule->role != SHANHAI_ROLE_MEASURE || (rule->behind != NULL && !stands_before (line, mention->number, rule->behind)))
        continue;
      if (!(rule->flags & SHANHAI_RULE_VERB) ||
          (mention->is_small && shanhai_numbers_match (rules, line, at + rule->length, ROLE (STOP) | ROLE (CUE)) != NULL))
        return rule;
    }

  return NULL;
}

static bool
counts_people (const ShanhaiRules *rules,
               const ShanhaiRule  *noun)
{
  const ShanhaiUnitRule *unit = shanhai_rules_get_unit (rules, noun->unit);

  return unit != NULL && unit->unit_class == SHANHAI_CLASS_PEOPLE;
}

/* a measure word behind the number, and a qualifier behind that */
static void
take_measure (const ShanhaiRules *rules,
              const ShanhaiLine  *line,
              ShanhaiMention     *mention)
{
  guint at = shanhai_numbers_skip_gap (line, mention->end);
  const ShanhaiRule *rule;
  guint bracket;

  /* 20来个 */
  if (line->chars[at] == HAN_COME && shanhai_numbers_match (rules, line, at + 1, ROLE (MEASURE)) != NULL)
    {
      mention->qualifier = SHANHAI_QUALIFIER_ABOUT;
      at++;
    }

  rule = pick_measure (rules, line, mention, at);
  /* 400余村民, 1.3万群众, 8万人口: a longer word for people, which has no measure word */
  if (rule != NULL)
    {
      const ShanhaiRule *noun = shanhai_numbers_match (rules, line, at, ROLE (NOUN));

      if (noun != NULL && noun->length > rule->length &&
          (line->chars[at] == HAN_PERSON ? noun->unit == rule->unit : noun->unit != rule->unit && ((rule->flags & SHANHAI_RULE_PLACE) || counts_people (rules, noun))))
        rule = NULL;
    }
  if (rule != NULL)
    {
      mention->measure = rule;
      mention->end = at + rule->length;
      bracket = shanhai_numbers_take_bracket (rules, line, mention->end);
      mention->end = bracket;
    }
}

/* whether what has neither measure word nor magnitude can still be a figure */
static bool
is_plain_figure (const ShanhaiMention *mention,
                 bool                  has_sign)
{
  return mention->unit != NULL || mention->qualifier != SHANHAI_QUALIFIER_EXACT || has_sign;
}

static bool
has_magnitude (const ShanhaiLine *line,
               guint              start,
               guint              end)
{
  for (guint i = start; i < end; i++)
    if (line->chars[i] == HAN_TEN_THOUSAND || line->chars[i] == 0x4ebf || (i > start && shanhai_is_han_magnitude (line->chars[i]) && shanhai_is_digit (line->chars[i - 1])))
      return true;

  return false;
}

static bool
starts_line (const ShanhaiLine *line,
             guint              at)
{
  while (at > 0 && line->chars[at - 1] == ' ')
    at--;

  return at == 0;
}

/* 1.1 一般资料, 2.1 对口支援: the number of a heading, whatever measure word the heading begins with; and SPSS 22.0, a version */
static bool
is_numbering (const ShanhaiLine *line,
              guint              at,
              guint              end)
{
  bool has_point = false;

  for (guint i = at; i < end; i++)
    has_point = has_point || line->chars[i] == '.';
  if (!has_point || !line->is_chinese || has_magnitude (line, at, end))
    return false;

  return (starts_line (line, at) && line->chars[end] == ' ') ||
         (at > 1 && line->chars[at - 1] == ' ' && shanhai_is_letter (line->chars[at - 2]));
}

/* 翻两番: four times what it was */
static bool
double_value (ShanhaiMention *mention)
{
  if (!shanhai_decimal_is_integer (&mention->value) || mention->has_hi || mention->value.digits < 1 || mention->value.digits > 20)
    return false;
  mention->value = shanhai_decimal_from_int (G_GINT64_CONSTANT (1) << (int) mention->value.digits);

  return true;
}

/* 降到-25℃: a minus, not a dash */
static bool
is_celsius (const ShanhaiMention *mention)
{
  return mention->measure != NULL && g_strcmp0 (mention->measure->unit, "celsius") == 0;
}

bool
shanhai_numbers_read (const ShanhaiRules *rules,
                      const ShanhaiLine  *line,
                      guint               at,
                      ShanhaiMention     *mention,
                      guint              *next)
{
  guint16 c = line->chars[at];
  bool han = !shanhai_is_digit (c);
  ShanhaiNumeralFlags flags = 0;
  ShanhaiNumeral numeral;
  bool has_sign;
  guint end;

  *mention = (ShanhaiMention) { .start = at, .number = at, .qualifier = SHANHAI_QUALIFIER_EXACT, .is_han = han };
  *next = at + 1;

  if (line->marks[at] != 0)
    return false;
  if (shanhai_numbers_is_code (rules, line, at, han))
    {
      *next = shanhai_numbers_skip (line, at);
      return false;
    }
  if (shanhai_shares_read (rules, line, at, mention, next))
    return true;

  /* 近百, 上千, 数万, 百余: a magnitude alone */
  if (han && !shanhai_is_han_digit (c) && c != 0x5341 && c != 0x62fe)
    {
      guint i = at > 0 && line->chars[at - 1] == ' ' ? at - 1 : at;
      const ShanhaiRule *before = shanhai_rules_match_before (rules, line->chars + line->clauses[at], line->chars + i, ROLE (BEFORE));


      /* 一百零几万 is more than 几万 */
      if (before != NULL && i > before->length && shanhai_is_han_number (line->chars[i - before->length - 1]))
        return false;
      if ((before != NULL && (before->flags & SHANHAI_RULE_BARE)) || line->chars[at + 1] == HAN_REST || line->chars[at + 1] == HAN_MANY)
        flags |= SHANHAI_NUMERAL_BARE_MAGNITUDE;
    }

  end = shanhai_numbers_read_number (rules, line, at, flags, &numeral);
  if (end == at)
    {
      *next = shanhai_numbers_skip (line, at);
      return false;
    }
  shanhai_numbers_set (mention, &numeral);
  mention->end = mention->number_end = end;
  mention->is_small = han && end == at + 1 && c != 0x5eff && c != 0x5345;  /* 廿, 卅 */
  /* 七二班: digits in a row are a name, but for a round number, 一五〇〇名 */
  if (han && !numeral.has_hi && end > at + 1 && shanhai_is_han_digit (c) && shanhai_is_han_digit (line->chars[at + 1]) && (line->chars[end - 1] != HAN_ZERO || (end < at + 3 && shanhai_numbers_match (rules, line, end, ROLE (MEASURE)) == NULL)))
    {
      *next = end;
      return false;
    }

  if (!han && is_numbering (line, at, end))
    {
      *next = end;
      return false;
    }

  shanhai_numbers_take_range (rules, line, &numeral, mention);
  take_measure (rules, line, mention);
  *next = MAX (mention->end, at + 1);
  if (shanhai_numbers_is_trap (rules, line, mention))
    return false;
  shanhai_numbers_take_coins (rules, line, mention);
  shanhai_numbers_take_tenth_part (rules, line, mention);
  shanhai_numbers_take_half (line, mention);
  shanhai_numbers_take_behind (rules, line, mention);
  /* 以上 may stand before the measure word, 2000以上 */
  if (mention->measure == NULL && mention->end > mention->number_end)
    take_measure (rules, line, mention);
  mention->start = shanhai_numbers_take_currency (line, mention);
  if (mention->unit == NULL && mention->start > 0 && (line->chars[mention->start - 1] == '-' || line->chars[mention->start - 1] == HAN_NEGATIVE) && (!han || line->chars[mention->start - 1] == HAN_NEGATIVE) &&
      (mention->start == 1 || !shanhai_is_han (line->chars[mention->start - 2]) || line->chars[mention->start - 1] == HAN_NEGATIVE || is_celsius (mention)))
    {
      mention->value.digits = -mention->value.digits;
      mention->start--;
    }
  shanhai_numbers_take_before (rules, line, mention);
  shanhai_numbers_take_money_name (rules, line, mention);
  *next = MAX (mention->end, at + 1);

  has_sign = !han && has_magnitude (line, at, mention->number_end);
  for (guint i = at; i < end && !han; i++)
    has_sign = has_sign || line->chars[i] == '.' || line->chars[i] == ',';
  has_sign = has_sign || (han && has_magnitude (line, at + 1, end) && !mention->is_small);

  if (mention->measure != NULL)
    {
      if (!shanhai_numbers_scale (mention, &mention->measure->times) || ((mention->measure->flags & SHANHAI_RULE_DOUBLING) && !double_value (mention)))
        return false;
    }
  else if (starts_line (line, at) && !has_magnitude (line, at, end) && !(han && mention->qualifier != SHANHAI_QUALIFIER_EXACT))
    return false;
  else
    mention->is_bare = !is_plain_figure (mention, has_sign);
  mention->has_magnitude = has_magnitude (line, at, mention->number_end);

  if (shanhai_numbers_is_quoted_name (line, mention))
    return false;

  return true;
}
