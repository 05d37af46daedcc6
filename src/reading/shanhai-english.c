/* shanhai-english.c - finds figures in English lines: nearly 4.7 million yuan, six schools. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#include <string.h>

/* words between a number and what it counts: 30 newly built village clinics */
#define MAX_WORDS 5
#define MAX_VALUE_POWER 15
/* characters before a bare figure in which its noun is looked for */
#define REACH 160
/* words from a number to the plural that it counts: 10 poorer western regions */
#define MAX_ADJECTIVES 3

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

static bool
starts_word (const ShanhaiLine *line,
             guint              at)
{
  return at == 0 || (!shanhai_is_letter (line->chars[at - 1]) && !shanhai_is_digit (line->chars[at - 1]));
}

static bool
stands_at (const ShanhaiLine *line,
           guint              at,
           const char        *words)
{
  for (; *words != '\0'; words++, at++)
    if (at >= line->n || line->chars[at] != (guint16) *words)
      return false;

  return true;
}

static guint
skip_joint (const ShanhaiLine *line,
            guint              at)
{
  return line->chars[at] == ' ' || line->chars[at] == '-' ? at + 1 : at;
}

/* a rule whose word ends here and whose first letter is Latin */
static const ShanhaiRule *
match_word (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            guint64             roles)
{
  const ShanhaiRule *rule = starts_word (line, at) ? shanhai_numbers_match (rules, line, at, roles) : NULL;

  return rule != NULL && (rule->flags & SHANHAI_RULE_LATIN) ? rule : NULL;
}

bool
shanhai_english_starts (const ShanhaiRules *rules,
                        const ShanhaiLine  *line,
                        guint               at)
{
  return shanhai_is_digit (line->chars[at]) || (shanhai_is_letter (line->chars[at]) && match_word (rules, line, at, ROLE (NUMBER)) != NULL);
}

/* twenty-five, two hundred and fifty, hundreds of; 0 when no number in letters is there */
static guint
read_letters (const ShanhaiRules *rules,
              const ShanhaiLine  *line,
              guint               at,
              gint64             *value,
              ShanhaiQualifier   *qualifier)
{
  guint end = at, i = at;
  gint64 part = 0;
  bool may_go_on = true;

  *value = 0;
  for (guint n = 0; n < 8; n++)
    {
      const ShanhaiRule *rule = match_word (rules, line, i, ROLE (NUMBER));

      if (rule != NULL && may_go_on)
        {
          part += rule->number;
          *qualifier = (ShanhaiQualifier) rule->qualifier;
          may_go_on = rule->flags & SHANHAI_RULE_TENS;
        }
      else
        {
          rule = n > 0 ? match_word (rules, line, i, ROLE (POWER)) : NULL;
          if (rule == NULL || rule->number != 2)
            break;
          part = MAX (part, 1) * 100;
          may_go_on = true;
        }
      end = i + rule->length;
      i = skip_joint (line, end);
      if (line->chars[i] == 'a' && line->chars[i + 1] == 'n' && line->chars[i + 2] == 'd' && line->chars[i + 3] == ' ' && part >= 100)
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

  if (line->chars[end] == 'b' && line->chars[end + 1] == 'n' && !shanhai_is_letter (line->chars[end + 2]))
    return 9;
  if (line->chars[end] == 'm' && line->chars[end + 1] == 'n' && !shanhai_is_letter (line->chars[end + 2]))
    return 6;
  if (shanhai_is_letter (line->chars[end + 1]) || (before != '$' && before != 0xa5 && before != 0x20ac && before != 0xa3))
    return 0;

  return line->chars[end] == 'm' ? 6 : line->chars[end] == 'b' ? 9 : line->chars[end] == 'k' ? 3 : 0;
}

/* half of the villages, a third of them; `at` where none is */
static guint
read_share (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            ShanhaiMention     *mention)
{
  const ShanhaiRule *rule = match_word (rules, line, at, ROLE (NUMBER));
  guint end;

  if (rule == NULL || rule->unit == NULL)
    return at;
  end = at + rule->length;
  if (!stands_at (line, end, " of ") && !stands_at (line, end, " the "))
    return at;
  /* the first half of the year */
  if ((at >= 6 && stands_at (line, at - 6, "first ")) || (at >= 7 && (stands_at (line, at - 7, "second ") || stands_at (line, at - 7, "latter "))))
    return at;
  mention->value = rule->times;
  mention->precision = rule->times.scale > 2 ? (ShanhaiDecimal) { 1, 6 } : (ShanhaiDecimal) { 1, rule->times.scale };
  mention->unit = rule->unit;
  mention->end = mention->number_end = end;
  shanhai_numbers_take_before (rules, line, mention);

  return end;
}

static guint
take_power (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            int                *power)
{
  for (;;)
    {
      const ShanhaiRule *rule = match_word (rules, line, skip_joint (line, at), ROLE (POWER));

      if (rule == NULL || *power + rule->number > MAX_VALUE_POWER)
        return at;
      *power += rule->number;
      at = skip_joint (line, at) + rule->length;
    }
}

/* the noun that the number counts, some words on */
static void
find_noun (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           ShanhaiMention     *mention)
{
  guint i = shanhai_numbers_skip_gap (line, mention->end);

  mention->counted = i;
  mention->counted_end = i;
  for (guint n = 0; n < MAX_WORDS && i < line->n; n++)
    {
      const ShanhaiRule *rule = match_word (rules, line, i, ROLE (MEASURE) | ROLE (STOP));

      if (rule != NULL && rule->role == SHANHAI_ROLE_STOP)
        return;
      if (rule != NULL)
        {
          mention->unit = rule->unit;
          mention->noun = rule;
          i += rule->length;
          mention->counted_end = i;
        }
      else
        {
          if (mention->noun != NULL || !shanhai_is_letter (line->chars[i]))
            return;
          while (shanhai_is_letter (line->chars[i]) || line->chars[i] == '-' || line->chars[i] == '\'' || line->chars[i] == 0x2019)
            i++;
        }
      if (line->chars[i] != ' ')
        return;
      i++;
    }
}

static bool
is_year (const ShanhaiMention *mention,
         guint                 digits)
{
  return digits == 4 && mention->value.scale == 0 && mention->value.digits >= 1900 && mention->value.digits <= 2100;
}

/* 18 agreements: what the rules don't know counts, too */
static bool
precedes_plural (const ShanhaiRules *rules,
                 const ShanhaiLine  *line,
                 guint               at)
{
  guint i = at;

  for (guint n = 0; n < MAX_ADJECTIVES && line->chars[i] == ' '; n++)
    {
      guint start = i + 1;

      if (match_word (rules, line, start, ROLE (STOP) | ROLE (ABSTRACT)) != NULL)
        return false;
      for (i = start; shanhai_is_letter (line->chars[i]) || line->chars[i] == '-'; i++)
        ;
      if (i >= start + 4 && line->chars[i - 1] == 's' && line->chars[i - 2] != 's' && line->chars[i - 2] != 'u')
        return true;
    }

  return false;
}

/* 126 of its 215 households: counts what the second number counts */
static guint
skip_whole (const ShanhaiLine *line,
            guint              at)
{
  static const char * const words[] = { "its ", "the ", "their ", "all ", "these ", "those ", "our " };
  guint i = at;

  if (!stands_at (line, i, " of "))
    return at;
  i += 4;
  for (guint n = 0; n < 2; n++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (stands_at (line, i, words[k]))
        i += (guint) strlen (words[k]);
  while (shanhai_is_digit (line->chars[i]) || (line->chars[i] == ',' && shanhai_is_digit (line->chars[i + 1])))
    i++;

  return line->chars[i] == ' ' ? i + 1 : i;
}

/* fell to 41, from 861 to 941: what a change leads to is a figure, whatever it counts */
static bool
is_changed (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at)
{
  const ShanhaiRule *rule;

  /* fell from 1,460 to 35 */
  if (at > 5 && stands_at (line, at - 4, " to ") && shanhai_is_digit (line->chars[at - 5]))
    return true;

  return at > 1 && line->chars[at - 1] == ' ' &&
         (rule = shanhai_rules_match_before (rules, line->chars + line->clauses[at], line->chars + at - 1, ROLE (CHANGE))) != NULL &&
         (rule->flags & SHANHAI_RULE_LATIN);
}

/* the number of households …: what a bare figure of the sentence counts */
static const ShanhaiRule *
find_number_of (const ShanhaiRules *rules,
                const ShanhaiLine  *line,
                guint               at)
{
  guint start = MAX (line->sentences[at], at > REACH ? at - REACH : 0);

  for (guint i = at; i > start + 10; i--)
    if (stands_at (line, i - 10, "number of "))
      {
        ShanhaiMention found = { .end = i };

        find_noun (rules, line, &found);
        return found.noun;
      }

  return NULL;
}

/* behind the sign between the ends of a range, 3,000 to 4,000, 10-15, between 3 and 4; `at` where none is. Of what rises from one to the other two times are told. */
static guint
take_range_words (const ShanhaiLine *line,
                  guint              start,
                  guint              at)
{
  guint i = at;

  if (stands_at (line, at, " to ") && !(start >= 5 && stands_at (line, start - 5, "from ")))
    i += 4;
  else if (stands_at (line, at, " and ") && start >= 8 && stands_at (line, start - 8, "between "))
    i += 5;
  else if (line->chars[at] == '-' || line->chars[at] == '~' || line->chars[at] == 0x2014)
    i++;

  return shanhai_is_digit (line->chars[i]) && !(line->marks[i] & SHANHAI_MARK_TIME) ? i : at;
}

/* the upper end of a range, and behind it; the magnitude of 3 to 4 million is the second's */
static guint
take_upper (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            ShanhaiMention     *mention,
            int                 power)
{
  guint from = take_range_words (line, mention->start, mention->end), end;
  ShanhaiDecimal value = mention->value, precision = mention->precision, hi;
  ShanhaiNumeral upper;
  int upper_power = 0;

  if (from == mention->end)
    return mention->end;
  end = shanhai_numbers_read_number (rules, line, from, 0, &upper);
  if (end == from || upper.has_hi || (line->chars[end] == '-' && shanhai_is_letter (line->chars[end + 1])) || line->chars[end] == '/' || line->chars[end] == 0x2014)
    return mention->end;
  end = take_power (rules, line, end, &upper_power);
  if (!shanhai_decimal_shift (&upper.value, upper_power, &hi) ||
      (power == 0 && upper_power > 0 && (!shanhai_decimal_shift (&value, upper_power, &value) || !shanhai_decimal_shift (&precision, upper_power, &precision))) ||
      shanhai_decimal_compare (&value, &hi) >= 0)
    return mention->end;

  mention->value = value;
  mention->precision = precision;
  mention->value_hi = hi;
  mention->has_hi = true;
  return end;
}

/* a population of 21 million, of whom 6.7 million were poor and 68 of whom stayed */
static bool
is_of_people (const ShanhaiLine    *line,
              const ShanhaiMention *mention)
{
  const guint at = mention->start;

  return (at >= 14 && stands_at (line, at - 14, "population of ")) || (at >= 8 && stands_at (line, at - 8, "of whom ")) ||
         stands_at (line, mention->end, " of whom");
}

/* the two cities: known ones are pointed at, not counted */
static bool
is_pointed_at (const ShanhaiLine *line,
               guint              at)
{
  return at >= 4 && line->chars[at - 1] == ' ' && line->chars[at - 2] == 'e' && line->chars[at - 3] == 'h' && line->chars[at - 4] == 't';
}

/* a 15-member team, a six-bed clinic: the unit stands behind a hyphen; not a 38-year-old */
static bool
read_compound (const ShanhaiRules *rules,
               const ShanhaiLine  *line,
               guint               end,
               ShanhaiMention     *mention,
               guint              *next)
{
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, end + 1, ROLE (MEASURE) | ROLE (TRAP_AFTER));

  if (rule == NULL || rule->role != SHANHAI_ROLE_MEASURE || (rule->flags & SHANHAI_RULE_DURATION) || line->chars[end + 1 + rule->length] != ' ' ||
      !shanhai_numbers_scale (mention, &rule->times))
    return false;
  mention->measure = mention->noun = rule;
  mention->unit = rule->unit;
  mention->counted = end + 1;
  mention->end = mention->counted_end = end + 1 + rule->length;
  mention->number_end = end;
  shanhai_numbers_take_before (rules, line, mention);
  *next = mention->end;

  return true;
}

bool
shanhai_english_read (const ShanhaiRules *rules,
                      const ShanhaiLine  *line,
                      guint               at,
                      ShanhaiMention     *mention,
                      guint              *next)
{
  bool letters = !shanhai_is_digit (line->chars[at]);
  bool has_sign = false;
  const ShanhaiRule *rule;
  int power = 0;
  guint end, words;

  *mention = (ShanhaiMention) { .start = at, .number = at, .qualifier = SHANHAI_QUALIFIER_EXACT, .precision = shanhai_decimal_from_int (1) };
  *next = at + 1;
  if (line->marks[at] != 0)
    {
      *next = at + 1;
      return false;
    }

  if (letters && read_share (rules, line, at, mention) > at)
    {
      *next = mention->end;
      return true;
    }
  if (letters)
    {
      gint64 value;

      end = read_letters (rules, line, at, &value, &mention->qualifier);
      *next = MAX (end, at + 1);
      mention->value = shanhai_decimal_from_int (value);
      if (line->chars[end] == '-' && shanhai_is_letter (line->chars[end + 1]) && match_word (rules, line, end + 1, ROLE (POWER)) == NULL)
        return value > 1 && read_compound (rules, line, end, mention, next);
      words = take_power (rules, line, end, &power);
      if ((value == 1 && power == 0) || (value == 2 && power == 0 && is_pointed_at (line, at)))
        return false;
      end = words;
    }
  else
    {
      ShanhaiNumeral numeral;

      end = at;
      if (!shanhai_numbers_is_code (rules, line, at, false))
        end = shanhai_numbers_read_number (rules, line, at, 0, &numeral);
      if (end == at)
        {
          *next = shanhai_numbers_skip (line, at);
          return false;
        }
      mention->value = numeral.value;
      mention->precision = numeral.precision;
      for (guint i = at; i < end; i++)
        has_sign = has_sign || line->chars[i] == ',' || line->chars[i] == '.';
      mention->number_end = end;
      *next = end;
      rule = shanhai_numbers_match (rules, line, end, ROLE (TRAP_AFTER));
      if (rule != NULL)
        return false;
      if (stands_at (line, end, "-odd "))
        {
          mention->qualifier = SHANHAI_QUALIFIER_OVER;
          end += 4;
        }
      if (line->chars[end] == '-' && shanhai_is_letter (line->chars[end + 1]) && match_word (rules, line, end + 1, ROLE (POWER)) == NULL)
        return read_compound (rules, line, end, mention, next);
      words = end;
      power = get_letter_power (line, at, end);
      if (power > 0)
        end += shanhai_is_letter (line->chars[end + 1]) ? 2 : 1;
      else
        end = take_power (rules, line, end, &power);
    }
  if (power > 0 && (!shanhai_decimal_shift (&mention->value, power, &mention->value) || !shanhai_decimal_shift (&mention->precision, power, &mention->precision)))
    return false;

  mention->end = mention->number_end = end;
  if (!letters)
    end = mention->end = mention->number_end = take_upper (rules, line, mention, power);
  *next = MAX (end, at + 1);
  rule = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (TRAP_AFTER));
  if (rule != NULL && rule->length > 2)
    return false;

  /* a unit right behind it belongs to it; another word means that the unit comes later */
  rule = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE));
  if (rule != NULL && (rule->flags & SHANHAI_RULE_DURATION) && rule->unit == g_intern_static_string ("year"))
    return false;
  if (rule != NULL && !(rule->flags & SHANHAI_RULE_PREFIX) && strcmp (rule->unit, "percent") != 0 && strcmp (rule->unit, "percentage-point") != 0 &&
      shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, shanhai_numbers_skip_gap (line, end) + rule->length), ROLE (MEASURE)) != NULL)
    rule = NULL;  /* 25 village clinics */
  if (rule != NULL)
    {
      mention->measure = rule;
      mention->unit = rule->unit;
      mention->noun = rule;
      mention->end = shanhai_numbers_skip_gap (line, end) + rule->length;
      mention->counted = shanhai_numbers_skip_gap (line, end);
      mention->counted_end = mention->end;
      if (!shanhai_numbers_scale (mention, &rule->times))
        return false;
      shanhai_numbers_take_behind (rules, line, mention);
    }
  else
    {
      guint whole = skip_whole (line, mention->end);

      mention->end = whole;
      find_noun (rules, line, mention);
      mention->end = mention->number_end;
    }

  mention->start = shanhai_numbers_take_currency (line, mention);
  if (mention->start > 4)
    {
      rule = shanhai_rules_match_before (rules, line->chars + line->clauses[at], line->chars + mention->start - (line->chars[mention->start - 1] == ' ' ? 1 : 0),
                                         ROLE (MEASURE));
      if (rule != NULL && (rule->flags & SHANHAI_RULE_PREFIX) && (rule->flags & SHANHAI_RULE_LATIN) && mention->measure == NULL)
        {
          mention->start -= rule->length + (line->chars[mention->start - 1] == ' ' ? 1 : 0);
          mention->unit = rule->unit;
        }
    }
  shanhai_numbers_take_before (rules, line, mention);
  *next = MAX (mention->end, at + 1);

  if (mention->unit == NULL)
    {
      bool changed = is_changed (rules, line, mention->start);

      if (is_of_people (line, mention) && !is_year (mention, words - at))
        {
          mention->unit = g_intern_static_string ("person");
          return true;
        }
      if (is_year (mention, words - at) || (letters && !precedes_plural (rules, line, mention->end)))
        return false;
      mention->noun = changed ? find_number_of (rules, line, mention->start) : NULL;
      if (mention->noun != NULL)
        {
          mention->unit = mention->noun->unit;
          return true;
        }
      if (!changed && !has_sign && power == 0 && mention->qualifier == SHANHAI_QUALIFIER_EXACT && !precedes_plural (rules, line, mention->end))
        return false;
      mention->unit = g_intern_static_string ("item");
    }
  /* in 2016 people …: a year after all */
  if (mention->measure == NULL && is_year (mention, words - at) && !has_sign)
    return false;

  return true;
}
