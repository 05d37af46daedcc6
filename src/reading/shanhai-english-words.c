/* shanhai-english-words.c - pieces of numbers in English text: twenty-five, 4.7 million, $3.2m. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-english-words.h"

#include <string.h>

#define MAX_VALUE_POWER 15
/* words of a number in letters */
#define MAX_PARTS 8

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

bool
shanhai_english_stands_at (const ShanhaiLine *line,
                           guint              at,
                           const char        *words)
{
  for (; *words != '\0'; words++, at++)
    if (at >= line->n || line->chars[at] != (guint16) *words)
      return false;

  return true;
}

bool
shanhai_english_stands_before (const ShanhaiLine *line,
                               guint              at,
                               const char        *words)
{
  guint n = (guint) strlen (words);

  return at >= n && shanhai_english_stands_at (line, at - n, words);
}

static bool
starts_word (const ShanhaiLine *line,
             guint              at)
{
  return at == 0 || (!shanhai_is_letter (line->chars[at - 1]) && !shanhai_is_digit (line->chars[at - 1]));
}

const ShanhaiRule *
shanhai_english_match (const ShanhaiRules *rules,
                       const ShanhaiLine  *line,
                       guint               at,
                       guint64             roles)
{
  const ShanhaiRule *rule = starts_word (line, at) ? shanhai_numbers_match (rules, line, at, roles) : NULL;

  return rule != NULL && (rule->flags & SHANHAI_RULE_LATIN) ? rule : NULL;
}

static guint
skip_joint (const ShanhaiLine *line,
            guint              at)
{
  return line->chars[at] == ' ' || line->chars[at] == '-' ? at + 1 : at;
}

bool
shanhai_english_is_joined (const ShanhaiRules *rules,
                           const ShanhaiLine  *line,
                           guint               at)
{
  return line->chars[at] == '-' && shanhai_is_letter (line->chars[at + 1]) && shanhai_english_match (rules, line, at + 1, ROLE (POWER)) == NULL;
}

/* twenty-five, two hundred and fifty, hundreds of; `at` when no number in letters is there */
static guint
read_letters (const ShanhaiRules   *rules,
              const ShanhaiLine    *line,
              guint                 at,
              gint64               *value,
              ShanhaiEnglishAmount *amount)
{
  guint end = at, i = at;
  gint64 part = 0;
  bool may_go_on = true;

  for (guint n = 0; n < MAX_PARTS; n++)
    {
      const ShanhaiRule *rule = shanhai_english_match (rules, line, i, ROLE (NUMBER));

      if (rule != NULL && may_go_on)
        {
          part += rule->number;
          amount->qualifier = (ShanhaiQualifier) rule->qualifier;
          amount->has_share = rule->unit != NULL;
          may_go_on = rule->flags & SHANHAI_RULE_TENS;
        }
      else
        {
          rule = n > 0 ? shanhai_english_match (rules, line, i, ROLE (POWER)) : NULL;
          if (rule == NULL || rule->number != 2)
            break;
          part = MAX (part, 1) * 100;
          may_go_on = true;
        }
      end = i + rule->length;
      i = skip_joint (line, end);
      if (shanhai_english_stands_at (line, i, "and ") && part >= 100)
        i += 4;
    }

  *value = part;
  return end;
}

/* $3.2m, RMB 4.5bn: a letter right behind the digits; m alone is a metre where no money stands before it */
static int
get_letter_power (const ShanhaiLine *line,
                  guint              start,
                  guint              end)
{
  guint16 before = start > 0 ? line->chars[start - 1] : 0;
  bool is_money = before == '$' || before == 0xa5 || before == 0x20ac || before == 0xa3 || shanhai_english_stands_before (line, start, "rmb ") ||
                  shanhai_english_stands_before (line, start, "rmb") || shanhai_english_stands_before (line, start, "cny ");

  if (line->chars[end] == 'b' && line->chars[end + 1] == 'n' && !shanhai_is_letter (line->chars[end + 2]))
    return 9;
  if (line->chars[end] == 'm' && line->chars[end + 1] == 'n' && !shanhai_is_letter (line->chars[end + 2]))
    return 6;
  if (shanhai_is_letter (line->chars[end + 1]) || !is_money)
    return 0;

  return line->chars[end] == 'm' ? 6 : line->chars[end] == 'b' ? 9 : line->chars[end] == 'k' ? 3 : 0;
}

static guint
take_power (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            int                *power)
{
  for (;;)
    {
      const ShanhaiRule *rule = shanhai_english_match (rules, line, skip_joint (line, at), ROLE (POWER));

      if (rule == NULL || *power + rule->number > MAX_VALUE_POWER)
        return at;
      *power += rule->number;
      at = skip_joint (line, at) + rule->length;
    }
}

/* two and a half million */
static void
take_half (const ShanhaiLine    *line,
           ShanhaiEnglishAmount *amount)
{
  if (!shanhai_english_stands_at (line, amount->end, " and a half") || shanhai_is_letter (line->chars[amount->end + 11]) ||
      !shanhai_decimal_add (&amount->value, &(ShanhaiDecimal) { 5, 1 }, &amount->value))
    return;
  amount->precision = (ShanhaiDecimal) { 5, 1 };
  amount->end += 11;
}

/* one thousand two hundred, two million three hundred thousand: a smaller number in letters belongs to the greater one before it */
static void
take_rest (const ShanhaiRules   *rules,
           const ShanhaiLine    *line,
           ShanhaiEnglishAmount *amount)
{
  while (amount->power >= 3 && line->chars[amount->end] == ' ')
    {
      ShanhaiEnglishAmount rest = { .qualifier = SHANHAI_QUALIFIER_EXACT };
      guint at = amount->end + (shanhai_english_stands_at (line, amount->end, " and ") ? 5 : 1), end;
      ShanhaiDecimal value, shifted;
      gint64 part;

      if (!shanhai_is_letter (line->chars[at]) || shanhai_english_match (rules, line, at, ROLE (NUMBER)) == NULL)
        return;
      end = read_letters (rules, line, at, &part, &rest);
      if (rest.has_share || rest.qualifier != SHANHAI_QUALIFIER_EXACT || part >= 1000 || part == 0)
        return;
      end = take_power (rules, line, end, &rest.power);
      value = shanhai_decimal_from_int (part);
      if (rest.power >= amount->power || !shanhai_decimal_shift (&amount->value, amount->power - rest.power, &shifted) ||
          !shanhai_decimal_add (&shifted, &value, &amount->value))
        return;
      amount->precision = shanhai_decimal_from_int (1);
      amount->power = rest.power;
      amount->end = amount->number_end = end;
    }
}

bool
shanhai_english_read_amount (const ShanhaiRules   *rules,
                             const ShanhaiLine    *line,
                             guint                 at,
                             ShanhaiEnglishAmount *amount)
{
  *amount = (ShanhaiEnglishAmount) {
    .precision = shanhai_decimal_from_int (1),
    .qualifier = SHANHAI_QUALIFIER_EXACT,
    .is_letters = !shanhai_is_digit (line->chars[at]),
  };

  if (amount->is_letters)
    {
      gint64 value;

      amount->number_end = read_letters (rules, line, at, &value, amount);
      amount->value = shanhai_decimal_from_int (value);
    }
  else
    {
      ShanhaiNumeral numeral;

      amount->number_end = shanhai_numbers_read_number (rules, line, at, 0, &numeral);
      if (amount->number_end > at && !numeral.has_hi)
        {
          amount->value = numeral.value;
          amount->precision = numeral.precision;
        }
      for (guint i = at; i < amount->number_end; i++)
        amount->has_sign = amount->has_sign || line->chars[i] == ',' || line->chars[i] == '.';
    }
  if (amount->number_end == at)
    return false;

  amount->end = amount->number_end;
  if (line->chars[amount->end] == ' ')
    take_half (line, amount);
  if (!amount->is_letters && shanhai_is_letter (line->chars[amount->end]))
    amount->power = get_letter_power (line, at, amount->end);
  if (amount->power > 0)
    amount->end += shanhai_is_letter (line->chars[amount->end + 1]) ? 2 : 1;
  else
    amount->end = take_power (rules, line, amount->end, &amount->power);
  if (amount->is_letters)
    take_rest (rules, line, amount);

  return true;
}
