/* shanhai-english.c - finds figures in English lines: nearly 4.7 million yuan, six schools. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-english-words.h"

#include <string.h>

/* words between a number and what it counts: 30 newly built village clinics */
#define MAX_WORDS 6
/* characters before a bare figure in which its noun is looked for */
#define REACH 160
/* words from a number to the plural that it counts: 10 poorer western regions */
#define MAX_ADJECTIVES 3
/* three areas order a text; 28 areas are counted */
#define MAX_FEW 12
#define PLUS_MINUS 0xb1

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

bool
shanhai_english_starts (const ShanhaiRules *rules,
                        const ShanhaiLine  *line,
                        guint               at)
{
  return shanhai_is_digit (line->chars[at]) || (shanhai_is_letter (line->chars[at]) && shanhai_english_match (rules, line, at, ROLE (NUMBER)) != NULL);
}

/* science and technology projects: behind a word that counts nothing by itself */
static bool
joins_words (const ShanhaiLine *line,
             guint              at,
             guint              n)
{
  return n > 0 && at > 3 && line->chars[at - 2] != 's' && line->chars[at - 2] != ',' && shanhai_english_stands_at (line, at, "and ");
}

/* county-level hospitals, village-run schools: a place that only tells of which level the counted are */
static bool
is_level (const ShanhaiLine *line,
          guint              behind)
{
  return shanhai_english_stands_at (line, behind, "-level ") || shanhai_english_stands_at (line, behind, "-run ");
}

/* the noun that the number counts, some words on; false where it counts nothing: three areas, but 28 areas are counted */
static bool
find_noun (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           ShanhaiMention     *mention)
{
  guint i = shanhai_numbers_skip_gap (line, mention->end);

  mention->counted = i;
  mention->counted_end = i;
  for (guint n = 0; n < MAX_WORDS && i < line->n; n++)
    {
      const ShanhaiRule *rule = shanhai_english_match (rules, line, i, ROLE (MEASURE) | ROLE (STOP) | ROLE (ABSTRACT));

      if (rule != NULL && rule->role == SHANHAI_ROLE_MEASURE && is_level (line, i + rule->length))
        rule = NULL;
      if (rule != NULL && rule->role == SHANHAI_ROLE_STOP && mention->noun == NULL && joins_words (line, i, n))
        {
          i += rule->length + 1;
          n--;
          continue;
        }
      if (rule != NULL && rule->role == SHANHAI_ROLE_STOP)
        return true;
      if (rule != NULL && rule->role == SHANHAI_ROLE_ABSTRACT)
        return mention->noun != NULL || shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { MAX_FEW, 0 }) > 0;
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
            return true;
          while (shanhai_is_letter (line->chars[i]) || line->chars[i] == '-' || line->chars[i] == '\'' || line->chars[i] == 0x2019)
            i++;
        }
      if (line->chars[i] != ' ')
        return true;
      i++;
    }

  return true;
}

static bool
is_year (const ShanhaiMention *mention,
         guint                 digits)
{
  return digits == 4 && mention->value.scale == 0 && mention->value.digits >= 1900 && mention->value.digits <= 2100;
}

/* 18 agreements: what the rules don't know counts, too */
static bool
precedes_plural (const ShanhaiRules   *rules,
                 const ShanhaiLine    *line,
                 const ShanhaiMention *mention,
                 guint                 at)
{
  bool few = shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { MAX_FEW, 0 }) <= 0;
  guint i = at;

  for (guint n = 0; n < MAX_ADJECTIVES && line->chars[i] == ' '; n++)
    {
      guint start = i + 1;

      if (shanhai_english_match (rules, line, start, ROLE (STOP) | (few ? ROLE (ABSTRACT) : 0)) != NULL)
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

  if (!shanhai_english_stands_at (line, i, " of "))
    return at;
  i += 4;
  for (guint n = 0; n < 2; n++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (shanhai_english_stands_at (line, i, words[k]))
        i += (guint) strlen (words[k]);
  while (shanhai_is_digit (line->chars[i]) || (line->chars[i] == ',' && shanhai_is_digit (line->chars[i + 1])))
    i++;

  return line->chars[i] == ' ' ? i + 1 : i;
}

/* the space before what is counted: 12 of its 14 neighbours */
static guint
skip_whole_back (const ShanhaiLine *line,
                 guint              at)
{
  guint behind = skip_whole (line, at);

  return behind > at ? behind - 1 : at;
}

/* fell to 41, from 861 to 941: what a change leads to is a figure, whatever it counts */
static bool
is_changed (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at)
{
  const ShanhaiRule *rule;

  /* fell from 1,460 to 35 */
  if (at > 5 && shanhai_english_stands_at (line, at - 4, " to ") && shanhai_is_digit (line->chars[at - 5]))
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
    if (shanhai_english_stands_at (line, i - 10, "number of "))
      {
        ShanhaiMention found = { .end = i };

        find_noun (rules, line, &found);
        return found.noun;
      }

  return NULL;
}

/* a population of 21 million, of whom 6.7 million were poor and 68 of whom stayed */
static bool
is_of_people (const ShanhaiLine    *line,
              const ShanhaiMention *mention)
{
  const guint at = mention->start;

  return (at >= 14 && shanhai_english_stands_at (line, at - 14, "population of ")) || (at >= 8 && shanhai_english_stands_at (line, at - 8, "of whom ")) ||
         shanhai_english_stands_at (line, mention->end, " of whom");
}

/* the two cities, these three: known ones are pointed at, not counted */
static bool
is_pointed_at (const ShanhaiLine    *line,
               const ShanhaiMention *mention,
               guint                 at)
{
  bool is_two = shanhai_decimal_compare (&mention->value, &(ShanhaiDecimal) { 2, 0 }) == 0;

  if (is_two && (shanhai_english_stands_before (line, at, "the ") || shanhai_english_stands_before (line, at, "the first ") ||
                 shanhai_english_stands_before (line, at, "both ")))
    return true;

  return shanhai_english_stands_before (line, at, "these ") || shanhai_english_stands_before (line, at, "those ") ||
         shanhai_english_stands_before (line, at, "the following ");
}

/* one percent, one yuan, at least one hospital: elsewhere one is no number */
static bool
counts_one (const ShanhaiRules   *rules,
            const ShanhaiLine    *line,
            const ShanhaiMention *mention,
            guint                 end)
{
  const ShanhaiRule *measure = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE));

  return (measure != NULL && measure->unit != NULL && (g_str_has_prefix (measure->unit, "percent") || g_ascii_isupper (measure->unit[0]))) ||
         shanhai_english_stands_before (line, mention->start, "at least ");
}

/* a 15-member team, a six-bed clinic, a four-hour drive, a 3-kilometer-long road: the unit stands behind a hyphen; not a 38-year-old */
static bool
read_compound (const ShanhaiRules *rules,
               const ShanhaiLine  *line,
               guint               end,
               ShanhaiMention     *mention,
               guint              *next)
{
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, end + 1, ROLE (MEASURE) | ROLE (TRAP_AFTER));
  guint16 behind = rule != NULL ? line->chars[end + 1 + rule->length] : 0;

  if (rule == NULL || rule->role != SHANHAI_ROLE_MEASURE || ((rule->flags & SHANHAI_RULE_DURATION) && strcmp (rule->unit, "item") != 0) ||
      (behind != ' ' && behind != '-' && behind != ',') || !shanhai_numbers_scale (mention, &rule->times))
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

/* 2.8 times that of 2010, three times as many: how many times as much, not how often */
static bool
is_multiple (const ShanhaiLine *line,
             guint              at)
{
  static const char * const words[] = { " that ", " the ", " as ", " more ", " higher", " larger", " greater", " bigger", " faster", " what ", " its ", " than " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (shanhai_english_stands_at (line, at, words[i]))
      return true;

  return false;
}

/* the unit right behind the number, which belongs to it; another word there means that the unit comes later: 25 village clinics */
static bool
take_measure (const ShanhaiRules *rules,
              const ShanhaiLine  *line,
              ShanhaiMention     *mention)
{
  guint at = shanhai_numbers_skip_gap (line, mention->end);
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, at, ROLE (MEASURE));

  if (rule != NULL && is_level (line, at + rule->length))
    rule = NULL;
  if (rule != NULL && !(rule->flags & SHANHAI_RULE_PREFIX) && !g_str_has_prefix (rule->unit, "percent") &&
      shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, at + rule->length), ROLE (MEASURE)) != NULL)
    rule = NULL;
  if (rule == NULL)
    {
      mention->end = skip_whole (line, mention->end);
      if (!find_noun (rules, line, mention))
        return false;
      mention->end = mention->number_end;

      return mention->noun == NULL || !(mention->noun->flags & SHANHAI_RULE_DURATION) || strcmp (mention->noun->unit, "year") != 0;
    }

  if ((rule->flags & SHANHAI_RULE_DURATION) && strcmp (rule->unit, "year") == 0)
    return false;
  mention->measure = mention->noun = rule;
  mention->unit = rule->unit;
  mention->end = mention->counted_end = at + rule->length;
  mention->counted = at;
  if (strcmp (rule->word, "times") == 0 && is_multiple (line, mention->end))
    mention->unit = g_intern_static_string ("times");
  if (!shanhai_numbers_scale (mention, &rule->times))
    return false;
  /* 10 countries or more than three times as many: not or more */
  if (!shanhai_english_stands_at (line, mention->end, " or more than "))
    shanhai_numbers_take_behind (rules, line, mention);

  return true;
}

/* RMB 4.7 million, US$20 */
static void
take_money_before (const ShanhaiRules *rules,
                   const ShanhaiLine  *line,
                   ShanhaiMention     *mention)
{
  guint gap;
  const ShanhaiRule *rule;

  mention->start = shanhai_numbers_take_currency (line, mention);
  if (mention->start <= 4)
    return;
  gap = line->chars[mention->start - 1] == ' ' ? 1 : 0;
  rule = shanhai_rules_match_before (rules, line->chars + line->clauses[mention->number], line->chars + mention->start - gap, ROLE (MEASURE));
  if (rule != NULL && (rule->flags & SHANHAI_RULE_PREFIX) && (rule->flags & SHANHAI_RULE_LATIN) && mention->measure == NULL)
    {
      mention->start -= rule->length + gap;
      mention->unit = rule->unit;
    }
}

/* doctors totaling 214: what is said to be a sum or a part is a figure, whatever it counts */
static bool
is_summed (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           guint               at)
{
  const ShanhaiRule *rule;

  if (at < 2 || line->chars[at - 1] != ' ')
    return false;
  rule = shanhai_rules_match_before (rules, line->chars + line->clauses[at], line->chars + at - 1, ROLE (SUM));

  return rule != NULL && (at - 1 == rule->length || !shanhai_is_letter (line->chars[at - 2 - rule->length]));
}

/* whether a number without a unit still counts something, which `unit` then says */
static bool
find_unit (const ShanhaiRules         *rules,
           const ShanhaiLine          *line,
           ShanhaiMention             *mention,
           const ShanhaiEnglishAmount *amount)
{
  guint digits = amount->number_end - mention->number;
  bool changed = is_changed (rules, line, mention->start), plural;

  if (is_of_people (line, mention) && !is_year (mention, digits))
    {
      mention->unit = g_intern_static_string ("person");
      return true;
    }
  plural = precedes_plural (rules, line, mention, skip_whole_back (line, mention->end));
  /* by one million */
  if (is_year (mention, digits) || (amount->is_letters && amount->power < 3 && !plural))
    return false;
  mention->noun = changed ? find_number_of (rules, line, mention->start) : NULL;
  if (mention->noun != NULL)
    {
      mention->unit = mention->noun->unit;
      return true;
    }
  if (!changed && !plural && !amount->has_sign && amount->power == 0 && mention->qualifier == SHANHAI_QUALIFIER_EXACT &&
      (amount->is_letters || !is_summed (rules, line, mention->start)))
    return false;
  mention->unit = g_intern_static_string ("item");

  return true;
}

/* 20-odd villages, 300-plus ports: behind it, or `at` where nothing of the kind is there */
static guint
take_joined_qualifier (const ShanhaiLine *line,
                       guint              at,
                       ShanhaiMention    *mention)
{
  const bool is_odd = shanhai_english_stands_at (line, at, "-odd ");

  if (!is_odd && !shanhai_english_stands_at (line, at, "-plus "))
    return at;

  mention->qualifier = SHANHAI_QUALIFIER_OVER;
  return at + (is_odd ? 4 : 5);
}

/* whether the number alone is a word or a sign of something else: 2 of 2nd, one of one day, two of the two cities */
static bool
is_no_count (const ShanhaiRules         *rules,
             const ShanhaiLine          *line,
             const ShanhaiMention       *mention,
             const ShanhaiEnglishAmount *amount)
{
  if (!amount->is_letters)
    return line->chars[amount->number_end] == PLUS_MINUS || shanhai_numbers_match (rules, line, amount->number_end, ROLE (TRAP_AFTER)) != NULL;
  if (amount->power > 0)
    return false;

  return (shanhai_decimal_compare (&amount->value, &(ShanhaiDecimal) { 1, 0 }) == 0 && !counts_one (rules, line, mention, amount->end)) ||
         is_pointed_at (line, mention, mention->number);
}

/* the unit of a number that has been read, a second number of a range, and what qualifies them; false where it is no figure */
static bool
read_counted (const ShanhaiRules         *rules,
              const ShanhaiLine          *line,
              const ShanhaiEnglishAmount *amount,
              guint                       end,
              ShanhaiMention             *mention,
              guint                      *next)
{
  const guint at = mention->number;
  const ShanhaiRule *rule;

  mention->end = mention->number_end = end;
  end = mention->end = mention->number_end = shanhai_english_take_upper (rules, line, mention, amount->power);
  *next = MAX (end, at + 1);
  rule = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (TRAP_AFTER));
  if ((rule != NULL && rule->length > 2) || !take_measure (rules, line, mention))
    return false;
  take_money_before (rules, line, mention);
  if (mention->unit == NULL)
    shanhai_english_take_unit_of_next (rules, line, mention, amount->power);
  shanhai_numbers_take_before (rules, line, mention);
  *next = MAX (mention->end, at + 1);

  if (mention->unit == NULL && !find_unit (rules, line, mention, amount))
    return false;

  /* in 2016 people …: a year after all */
  return mention->measure != NULL || amount->has_sign || !is_year (mention, amount->number_end - at);
}

bool
shanhai_english_read (const ShanhaiRules *rules,
                      const ShanhaiLine  *line,
                      guint               at,
                      ShanhaiMention     *mention,
                      guint              *next)
{
  ShanhaiEnglishAmount amount;
  guint end;

  *mention = (ShanhaiMention) { .start = at, .number = at, .qualifier = SHANHAI_QUALIFIER_EXACT, .precision = shanhai_decimal_from_int (1) };
  *next = at + 1;
  if (line->marks[at] != 0)
    return false;
  if ((shanhai_is_digit (line->chars[at]) && shanhai_numbers_is_code (rules, line, at, false)) ||
      !shanhai_english_read_amount (rules, line, at, &amount))
    {
      *next = shanhai_is_digit (line->chars[at]) ? shanhai_numbers_skip (line, at) : at + 1;
      return false;
    }
  *next = amount.number_end;
  if (shanhai_english_read_share (rules, line, &amount, mention))
    {
      *next = mention->end;
      return true;
    }

  mention->value = amount.value;
  mention->precision = amount.precision;
  mention->qualifier = amount.qualifier;
  if (is_no_count (rules, line, mention, &amount))
    return false;
  end = take_joined_qualifier (line, amount.end, mention);
  if (amount.power > 0 && (!shanhai_decimal_shift (&mention->value, amount.power, &mention->value) ||
                           !shanhai_decimal_shift (&mention->precision, amount.power, &mention->precision)))
    return false;
  if (shanhai_english_is_joined (rules, line, end))
    return read_compound (rules, line, end, mention, next);

  return read_counted (rules, line, &amount, end, mention, next);
}
