/* shanhai-english-shares.c - finds parts of a whole in English: half of the villages, by a third, nine out of 10. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-english-words.h"

#define PERCENT 100

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* two thirds is a share wherever it stands, half and a third only with what tells of a whole: half an hour and a third party are none */
static bool
tells_of_whole (const ShanhaiRules   *rules,
                const ShanhaiLine    *line,
                const ShanhaiRule    *rule,
                const ShanhaiMention *mention)
{
  static const char * const parts[] = { "first ", "second ", "latter ", "last ", "past ", "next " };
  const guint end = mention->number_end;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (shanhai_english_stands_before (line, mention->number, parts[i]))
      return false;
  if (line->chars[end] == '-' || shanhai_english_stands_at (line, end, " a ") || shanhai_english_stands_at (line, end, " an ") ||
      shanhai_english_stands_at (line, end, " past "))
    return false;
  if (shanhai_english_stands_at (line, end, " of ") || shanhai_english_stands_at (line, end, " the ") || !(rule->flags & SHANHAI_RULE_OWN))
    return true;
  if (line->chars[end] == ' ' && shanhai_english_match (rules, line, end + 1, ROLE (STOP)) == NULL)
    return false;

  return mention->qualifier != SHANHAI_QUALIFIER_EXACT || shanhai_english_stands_before (line, mention->start, "by ");
}

/* half, two thirds, in letters; what it finds may still be no share */
static bool
read_word (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           guint               at,
           ShanhaiMention     *mention)
{
  const ShanhaiRule *rule = shanhai_english_match (rules, line, at, ROLE (NUMBER));

  if (rule == NULL || rule->unit == NULL)
    return false;
  mention->value = rule->times;
  mention->precision = rule->times.scale > 2 ? (ShanhaiDecimal) { 1, 6 } : (ShanhaiDecimal) { 1, rule->times.scale };
  mention->unit = rule->unit;
  mention->end = mention->number_end = at + rule->length;
  shanhai_numbers_take_before (rules, line, mention);

  return tells_of_whole (rules, line, rule, mention);
}

/* the 10 of nine out of 10 and 4 in 10: wholes that people mean as such */
static bool
is_round_whole (const ShanhaiEnglishAmount *whole)
{
  static const int wholes[] = { 3, 4, 5, 10, 20, 100 };

  if (whole->power > 0 || whole->has_sign)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (shanhai_decimal_compare (&whole->value, &(ShanhaiDecimal) { wholes[i], 0 }) == 0)
      return true;

  return false;
}

/* nine out of 10, four in ten: as a percentage, as exact as its whole */
static bool
read_out_of (const ShanhaiRules         *rules,
             const ShanhaiLine          *line,
             const ShanhaiEnglishAmount *part,
             ShanhaiMention             *mention)
{
  ShanhaiEnglishAmount whole;
  ShanhaiDecimal hundred = shanhai_decimal_from_int (PERCENT), hundredfold;
  guint from = part->end;

  if (part->power > 0 || part->has_sign)
    return false;
  if (shanhai_english_stands_at (line, from, " out of "))
    from += 8;
  else if (shanhai_english_stands_at (line, from, " out of every "))
    from += 14;
  else if (shanhai_english_stands_at (line, from, " in 10 ") || shanhai_english_stands_at (line, from, " in ten ") ||
           shanhai_english_stands_at (line, from, " in 100 "))
    from += 4;
  else
    return false;
  if (!shanhai_english_read_amount (rules, line, from, &whole) || !is_round_whole (&whole) ||
      shanhai_decimal_compare (&part->value, &whole.value) >= 0 ||
      !shanhai_decimal_multiply (&part->value, &hundred, &hundredfold) ||
      !shanhai_decimal_divide (&hundredfold, &whole.value, 4, SHANHAI_ROUND_HALF_UP, &mention->value) ||
      !shanhai_decimal_divide (&hundred, &whole.value, 4, SHANHAI_ROUND_HALF_UP, &mention->precision))
    return false;

  mention->unit = g_intern_static_string ("percent");
  mention->end = mention->number_end = whole.end;
  shanhai_numbers_take_before (rules, line, mention);

  return true;
}

/* 1/4 of the land */
static bool
read_slash (const ShanhaiLine *line,
            guint              at,
            ShanhaiMention    *mention)
{
  ShanhaiDecimal part = { line->chars[at] - '0', 0 }, whole = { line->chars[at + 2] - '0', 0 };

  if (line->chars[at + 1] != '/' || !shanhai_is_digit (line->chars[at + 2]) || !shanhai_english_stands_at (line, at + 3, " of ") ||
      part.digits <= 0 || part.digits >= whole.digits || (at > 0 && line->chars[at - 1] != ' ') ||
      !shanhai_decimal_divide (&part, &whole, 6, SHANHAI_ROUND_HALF_UP, &mention->value))
    return false;
  mention->precision = (ShanhaiDecimal) { 1, 6 };
  mention->unit = g_intern_static_string ("ratio");
  mention->end = mention->number_end = at + 3;

  return true;
}

bool
shanhai_english_read_share (const ShanhaiRules         *rules,
                            const ShanhaiLine          *line,
                            const ShanhaiEnglishAmount *amount,
                            ShanhaiMention             *mention)
{
  const guint at = mention->number;
  const ShanhaiMention before = *mention;

  if (amount->is_letters ? amount->has_share && read_word (rules, line, at, mention) : line->chars[at + 1] == '/' && read_slash (line, at, mention))
    return true;
  if (amount->has_share)
    *mention = before;

  return line->chars[amount->end] == ' ' && (line->chars[amount->end + 1] == 'o' || line->chars[amount->end + 1] == 'i') &&
         read_out_of (rules, line, amount, mention);
}
