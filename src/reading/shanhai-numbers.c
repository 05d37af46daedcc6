/* shanhai-numbers.c - finds numbers with their measure words: 近4.7亿元. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number itself is read in shanhai-number-digits.c, what stands before and behind it in shanhai-number-edges.c and -coins.c, a second number
 * in -range.c; what only looks like a number is told in -looks.c. */

#include "shanhai-mention.h"

#include <string.h>

#define HAN_TEN_THOUSAND 0x4e07
#define HAN_REST 0x4f59    /* 余 */
#define HAN_MANY 0x591a    /* 多 */
#define HAN_NEGATIVE 0x8d1f /* 负 */
#define HAN_COME 0x6765    /* 来 */
#define HAN_ZERO 0x3007    /* 〇 */
#define HAN_PERSON 0x4eba  /* 人 */
#define HAN_LEVEL 0x7ea7   /* 级 */
#define HAN_TENTH 0x6210   /* 成 */
#define HAN_HUNDRED_MILLION 0x4ebf

/* characters of a unit and the brackets around it: （万元） */
#define MAX_HEAD 8

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

/* whether the measure word is the beginning of something else */
static bool
begins_other_word (const ShanhaiRules   *rules,
                   const ShanhaiLine    *line,
                   const ShanhaiRule    *measure,
                   const ShanhaiDecimal *value,
                   guint                 at)
{
  const ShanhaiRule *word = shanhai_numbers_match (rules, line, at, ROLE (NOUN));

  /* 400余村民, 1.3万群众, 8万人口: a longer word for people, which has no measure word */
  if (word != NULL && word->length > measure->length &&
      (line->chars[at] == HAN_PERSON ? word->unit == measure->unit : word->unit != measure->unit && ((measure->flags & SHANHAI_RULE_PLACE) || counts_people (rules, word))))
    return true;
  /* 9亿成员, 2024成都: nothing has more than ten tenths */
  if (line->chars[at] == HAN_TENTH && measure->length == 1 && shanhai_decimal_compare (value, &(ShanhaiDecimal) { 10, 0 }) > 0)
    return true;
  /* 200万镇级资金 */
  if ((measure->flags & SHANHAI_RULE_PLACE) && line->chars[at + measure->length] == HAN_LEVEL)
    return true;
  /* 0.78升至, 300万分别: a verb, an adverb */
  word = shanhai_numbers_match (rules, line, at, ROLE (CHANGE) | ROLE (LIGHT));

  return word != NULL && word->length > measure->length;
}

/* a measure word behind the number, and a qualifier behind that */
static void
take_measure (const ShanhaiRules *rules,
              const ShanhaiLine  *line,
              ShanhaiMention     *mention)
{
  guint at = shanhai_numbers_skip_gap (line, mention->end);
  const ShanhaiRule *rule;

  /* 20来个 */
  if (line->chars[at] == HAN_COME && shanhai_numbers_match (rules, line, at + 1, ROLE (MEASURE)) != NULL)
    {
      mention->qualifier = SHANHAI_QUALIFIER_ABOUT;
      at++;
    }

  rule = pick_measure (rules, line, mention, at);
  if (rule != NULL && !begins_other_word (rules, line, rule, &mention->value, at))
    {
      mention->measure = rule;
      mention->end = shanhai_numbers_take_bracket (rules, line, at + rule->length);
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

/* 资金（万元）：120, as the head of a column or a form has it: unit and magnitude stand before the number */
static void
take_head (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           ShanhaiMention     *mention)
{
  guint at = mention->start, open;
  int power = 0;
  const ShanhaiRule *measure;
  ShanhaiDecimal value, precision;

  while (at > 0 && at + 3 > mention->start && (line->chars[at - 1] == ' ' || line->chars[at - 1] == ':'))
    at--;
  if (at < 3 || line->chars[at - 1] != ')')
    return;
  for (open = at - 1; open > 0 && open + MAX_HEAD > at && line->chars[open] != '('; open--)
    ;
  if (line->chars[open] != '(')
    return;
  if (line->chars[open + 1] == HAN_TEN_THOUSAND || line->chars[open + 1] == HAN_HUNDRED_MILLION)
    power = line->chars[open + 1] == HAN_TEN_THOUSAND ? 4 : 8;
  measure = shanhai_numbers_match (rules, line, open + (power > 0 ? 2 : 1), ROLE (MEASURE));
  if (measure == NULL || open + (power > 0 ? 2 : 1) + measure->length != at - 1 ||
      !shanhai_decimal_shift (&mention->value, power, &value) || !shanhai_decimal_shift (&mention->precision, power, &precision))
    return;

  mention->value = value;
  mention->precision = precision;
  mention->measure = measure;
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

/* 税负5700亿元, 不负十四亿人: the sign of a negative number stands behind what leads to a number */
static bool
is_negative (const ShanhaiLine *line,
             guint              sign)
{
  static const guint16 leading[] = { 0x4e3a, 0x81f3, 0x5230, 0x662f, 0x7531, 0x4ece, 0x8fbe, 0x4e8e };  /* 为至到是由从达于 */

  if (sign == 0 || !shanhai_is_han (line->chars[sign - 1]))
    return true;
  for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
    if (line->chars[sign - 1] == leading[i])
      return true;

  return false;
}

/* 千亩梯田, 稳定在万亿斤以上: a magnitude alone before what is measured; elsewhere one alone is a word, 万人空巷, 千里 */
static bool
is_bare_measured (const ShanhaiRules *rules,
                  const ShanhaiLine  *line,
                  guint               at)
{
  const bool is_pair = line->chars[at] == HAN_TEN_THOUSAND && line->chars[at + 1] == HAN_HUNDRED_MILLION;
  const ShanhaiRule *measure;

  if (at > 0 && shanhai_is_han_number (line->chars[at - 1]))
    return false;
  measure = shanhai_numbers_match (rules, line, at + (is_pair ? 2 : 1), ROLE (MEASURE));
  if (measure == NULL || (measure->flags & (SHANHAI_RULE_NOUN | SHANHAI_RULE_OWN)))
    return false;

  return is_pair || strcmp (measure->unit, "mu") == 0 || strcmp (measure->unit, "ton") == 0;
}

/* the 亿 of 数亿 */
static bool
is_magnitude_alone (guint16 c)
{
  return shanhai_is_han_magnitude (c) && c != 0x5341;
}

/* 2023乡村论坛: a year without 年 */
static bool
is_bare_year (const ShanhaiMention *mention)
{
  return !mention->is_han && !mention->has_hi && mention->value.scale == 0 && mention->value.digits > 2000 && mention->value.digits < 2040;
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

/* 近百, 上千, 数万, 百余: whether the magnitude that stands there is a number alone; `*is_rest` where it is the end of a number, 一百零几万 */
static bool
stands_alone (const ShanhaiRules *rules,
              const ShanhaiLine  *line,
              guint               at,
              bool               *is_rest)
{
  guint i = at > 0 && line->chars[at - 1] == ' ' ? at - 1 : at;
  const ShanhaiRule *before = shanhai_rules_match_before (rules, line->chars + line->clauses[at], line->chars + i, ROLE (BEFORE));

  *is_rest = before != NULL && i > before->length && shanhai_is_han_number (line->chars[i - before->length - 1]);

  return (before != NULL && before->qualifier != SHANHAI_QUALIFIER_EXACT) || line->chars[at + 1] == HAN_REST || line->chars[at + 1] == HAN_MANY ||
         is_bare_measured (rules, line, at);
}

/* 七二班: digits in a row are a name, but for a round number, 一五〇〇名 */
static bool
is_row_of_digits (const ShanhaiRules *rules,
                  const ShanhaiLine  *line,
                  guint               at,
                  guint               end)
{
  if (end == at + 1 || !shanhai_is_han_digit (line->chars[at]) || !shanhai_is_han_digit (line->chars[at + 1]))
    return false;

  return line->chars[end - 1] != HAN_ZERO || (end < at + 3 && shanhai_numbers_match (rules, line, end, ROLE (MEASURE)) == NULL);
}

/* the number alone, without its measure word; where it is none, false, and `*next` is behind what needs no second look */
static bool
read_alone (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            ShanhaiNumeral     *numeral,
            ShanhaiMention     *mention,
            guint              *next)
{
  const guint at = mention->number;
  const guint16 c = line->chars[at];
  ShanhaiNumeralFlags flags = 0;
  guint end;

  if (mention->is_han && !shanhai_is_han_digit (c) && c != 0x5341 && c != 0x62fe)
    {
      bool is_rest;

      if (stands_alone (rules, line, at, &is_rest))
        flags |= SHANHAI_NUMERAL_BARE_MAGNITUDE;
      if (is_rest)
        return false;
    }

  end = shanhai_numbers_read_number (rules, line, at, flags, numeral);
  if (end == at)
    {
      *next = shanhai_numbers_skip (line, at);
      return false;
    }
  shanhai_numbers_set (mention, numeral);
  mention->end = mention->number_end = end;
  mention->is_small = mention->is_han && end == at + 1 && c != 0x5eff && c != 0x5345;  /* 廿, 卅 */
  if (mention->is_han ? !numeral->has_hi && is_row_of_digits (rules, line, at, end) : is_numbering (line, at, end))
    {
      *next = end;
      return false;
    }

  return true;
}

/* the minus right before the number, or before its currency */
static void
take_minus (const ShanhaiLine *line,
            ShanhaiMention    *mention)
{
  const guint sign = mention->start - 1;

  if (mention->unit != NULL || mention->start == 0 ||
      !((line->chars[sign] == '-' && !mention->is_han && (is_negative (line, sign) || is_celsius (mention))) ||
        (line->chars[sign] == HAN_NEGATIVE && is_negative (line, sign))))
    return;

  mention->value.digits = -mention->value.digits;
  mention->start = sign;
}

/* what stands around the number and its measure word: coins, halves, currencies, qualifiers */
static void
take_surroundings (const ShanhaiRules *rules,
                   const ShanhaiLine  *line,
                   ShanhaiMention     *mention)
{
  shanhai_numbers_take_coins (rules, line, mention);
  shanhai_numbers_take_tenth_part (rules, line, mention);
  shanhai_numbers_take_half (line, mention);
  shanhai_numbers_take_behind (rules, line, mention);
  /* 以上 may stand before the measure word, 2000以上 */
  if (mention->measure == NULL && mention->end > mention->number_end)
    take_measure (rules, line, mention);
  mention->start = shanhai_numbers_take_currency (line, mention);
  take_minus (line, mention);
  shanhai_numbers_take_before (rules, line, mention);
  shanhai_numbers_take_money_name (rules, line, mention);
}

/* 1.2, 3,000, 5万, 三百: written with care, as what is counted is; `end` is that of the number's first part */
static bool
has_number_sign (const ShanhaiLine    *line,
                 const ShanhaiMention *mention,
                 guint                 end)
{
  const guint at = mention->number;

  if (mention->is_han)
    return !mention->is_small && has_magnitude (line, at + 1, end);
  for (guint i = at; i < end; i++)
    if (line->chars[i] == '.' || line->chars[i] == ',')
      return true;

  return has_magnitude (line, at, mention->number_end);
}

/* applies the measure word, or says whether the number may do without; `end` is that of the number's first part */
static bool
settle_measure (const ShanhaiLine *line,
                ShanhaiMention    *mention,
                guint              end)
{
  const guint at = mention->number;

  if (mention->measure != NULL)
    return shanhai_numbers_scale (mention, &mention->measure->times) && (!(mention->measure->flags & SHANHAI_RULE_DOUBLING) || double_value (mention));
  if (starts_line (line, at) && !has_magnitude (line, at, end) && !(mention->is_han && mention->qualifier != SHANHAI_QUALIFIER_EXACT))
    return false;
  /* 近八旬: one digit alone counts nothing */
  if (mention->unit == NULL && !mention->has_hi && ((mention->is_small && !is_magnitude_alone (line->chars[at])) || is_bare_year (mention)))
    return false;

  mention->is_bare = !is_plain_figure (mention, has_number_sign (line, mention, end));
  return true;
}

bool
shanhai_numbers_read (const ShanhaiRules *rules,
                      const ShanhaiLine  *line,
                      guint               at,
                      ShanhaiMention     *mention,
                      guint              *next)
{
  const bool han = !shanhai_is_digit (line->chars[at]);
  ShanhaiNumeral numeral;
  guint end;

  *mention = (ShanhaiMention) { .start = at, .number = at, .qualifier = SHANHAI_QUALIFIER_EXACT, .is_han = han };
  *next = at + 1;

  if (line->marks[at] != 0 || (han && shanhai_numbers_is_other_word (line, at)))
    return false;
  if ((!han && shanhai_numbers_is_torn (line, at)) || shanhai_numbers_is_code (rules, line, at, han))
    {
      *next = shanhai_numbers_skip (line, at);
      return false;
    }
  if (shanhai_shares_read (rules, line, at, mention, next))
    return true;
  if (!read_alone (rules, line, &numeral, mention, next))
    return false;

  end = mention->end;
  shanhai_numbers_take_range (rules, line, &numeral, mention);
  take_measure (rules, line, mention);
  *next = MAX (mention->end, at + 1);
  if (shanhai_numbers_is_trap (rules, line, mention) || (!han && shanhai_numbers_is_spaced_date (rules, line, mention)))
    return false;
  take_surroundings (rules, line, mention);
  *next = MAX (mention->end, at + 1);

  if (!han && mention->measure == NULL && mention->unit == NULL)
    take_head (rules, line, mention);
  if (!settle_measure (line, mention, end))
    return false;
  mention->has_magnitude = has_magnitude (line, at, mention->number_end);

  return !shanhai_numbers_is_quoted_name (line, mention);
}
