/* shanhai-shares.c - finds parts of a whole: 三分之二, 百分之二十, 2/3, 一半. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#define HAN_SHARE 0x5206   /* 分 */
#define HAN_OF 0x4e4b      /* 之 */
#define HAN_TO 0x81f3      /* 至 */
#define HAN_UNTIL 0x5230   /* 到 */
#define HAN_HUNDRED 0x767e
#define HAN_THOUSAND 0x5343
#define HAN_TEN_THOUSAND 0x4e07

/* digits of either part of 2/3 */
#define MAX_PART 2
/* characters of the whole in words: 三十分之一; no row of numbers makes this longer */
#define MAX_WHOLE 12

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* 百分之三十到四十; `end` where no upper end is */
static guint
take_upper (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               end,
            ShanhaiMention     *mention)
{
  guint from = end + 1, upper_end;
  ShanhaiNumeral upper;

  if (mention->has_hi || (line->chars[end] != HAN_UNTIL && line->chars[end] != HAN_TO && line->chars[end] != '~' && line->chars[end] != 0x2014))
    return end;
  if (line->chars[from] == HAN_HUNDRED && line->chars[from + 1] == HAN_SHARE && line->chars[from + 2] == HAN_OF)
    from += 3;
  upper_end = shanhai_numbers_read_number (rules, line, from, 0, &upper);
  if (upper_end == from || upper.has_hi || shanhai_decimal_compare (&mention->value, &upper.value) >= 0 ||
      shanhai_numbers_match (rules, line, upper_end, ROLE (MEASURE)) != NULL)
    return end;
  mention->value_hi = upper.value;
  mention->has_hi = true;

  return upper_end;
}

/* 百分之二十, 千分之五 */
static guint
read_hundredths (const ShanhaiRules *rules,
                 const ShanhaiLine  *line,
                 guint               at,
                 ShanhaiMention     *mention)
{
  static const int powers[] = { 0, -1, -2 };
  int power = powers[line->chars[at] == HAN_HUNDRED ? 0 : line->chars[at] == HAN_THOUSAND ? 1 : 2];
  guint start = at + 3, end;
  ShanhaiNumeral part;

  if (line->chars[start] == HAN_HUNDRED)
    {
      end = start + 1;
      part = (ShanhaiNumeral) { .value = shanhai_decimal_from_int (100), .precision = shanhai_decimal_from_int (1) };
    }
  else
    end = shanhai_numbers_read_number (rules, line, start, SHANHAI_NUMERAL_BARE_MAGNITUDE, &part);
  if (end == start)
    return at;

  shanhai_numbers_set (mention, &part);
  mention->unit = g_intern_static_string ("percent");
  end = take_upper (rules, line, end, mention);
  if (power != 0)
    {
      ShanhaiDecimal times;

      shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, power, &times);
      if (!shanhai_numbers_scale (mention, &times))
        return at;
    }

  return end;
}

static bool
set_ratio (ShanhaiMention       *mention,
           const ShanhaiDecimal *part,
           const ShanhaiDecimal *whole)
{
  mention->unit = g_intern_static_string ("ratio");
  mention->precision = (ShanhaiDecimal) { 1, 6 };

  return shanhai_decimal_sign (whole) > 0 && shanhai_decimal_sign (part) > 0 &&
         shanhai_decimal_divide (part, whole, 6, SHANHAI_ROUND_HALF_UP, &mention->value);
}

/* 三分之二 */
static guint
read_parts (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            guint               at,
            ShanhaiMention     *mention,
            guint              *next)
{
  ShanhaiNumeral whole, part;
  guint i = at, end;

  /* most numbers are none of it */
  while (i < at + MAX_WHOLE && (shanhai_is_han_number (line->chars[i]) || shanhai_is_digit (line->chars[i])))
    i++;
  if (line->chars[i] != HAN_SHARE)
    return at;

  i = shanhai_numbers_read_number (rules, line, at, 0, &whole);
  if (i == at || line->chars[i] != HAN_SHARE || line->chars[i + 1] != HAN_OF)
    return at;
  end = shanhai_numbers_read_number (rules, line, i + 2, 0, &part);
  *next = MAX (end, i + 2);

  return end > i + 2 && set_ratio (mention, &part.value, &whole.value) ? end : at;
}

static bool
tells_of_whole (const ShanhaiRules   *rules,
                const ShanhaiLine    *line,
                const ShanhaiMention *mention)
{
  const guint16 *clause = line->chars + line->clauses[mention->start];

  /* 逾半年, but not 的半年 */
  if (mention->unit == g_intern_static_string ("year"))
    return mention->qualifier != SHANHAI_QUALIFIER_EXACT;

  return mention->qualifier != SHANHAI_QUALIFIER_EXACT ||
         shanhai_rules_match_before (rules, clause, line->chars + mention->start, ROLE (OF_WHOLE)) != NULL ||
         shanhai_numbers_match (rules, line, mention->end, ROLE (OF_WHOLE)) != NULL;
}

static int
read_small (const ShanhaiLine *line,
            guint              at,
            guint             *end)
{
  int value = 0;

  for (*end = at; *end < at + MAX_PART && shanhai_is_digit (line->chars[*end]); ++*end)
    value = value * 10 + line->chars[*end] - '0';

  return *end > at && !shanhai_is_digit (line->chars[*end]) ? value : 0;
}

/* 2/3, where it isn't a date or a number of a document */
static guint
read_slash (const ShanhaiLine *line,
            guint              at,
            ShanhaiMention    *mention)
{
  guint slash, end;
  int part = read_small (line, at, &slash), whole;
  ShanhaiDecimal part_value = shanhai_decimal_from_int (part), whole_value;

  if (part == 0 || line->chars[slash] != '/' || (at > 0 && (shanhai_is_letter (line->chars[at - 1]) || shanhai_is_digit (line->chars[at - 1]) || line->chars[at - 1] == '/')))
    return at;
  whole = read_small (line, slash + 1, &end);
  whole_value = shanhai_decimal_from_int (whole);

  return whole > part && line->chars[end] != '/' && line->chars[end] != '-' && set_ratio (mention, &part_value, &whole_value) ? end : at;
}

/* 一半, 半数 */
static guint
read_word (const ShanhaiRules *rules,
           const ShanhaiLine  *line,
           guint               at,
           ShanhaiMention     *mention)
{
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, at, ROLE (SHARE));

  if (rule == NULL)
    return at;

  mention->value = rule->times;
  mention->precision = (ShanhaiDecimal) { 1, 1 };
  mention->unit = rule->unit;

  return at + rule->length;
}

bool
shanhai_shares_read (const ShanhaiRules *rules,
                     const ShanhaiLine  *line,
                     guint               at,
                     ShanhaiMention     *mention,
                     guint              *next)
{
  guint16 c = line->chars[at];
  bool needs_whole = false;
  guint end = at;

  if (line->chars[at + 1] == HAN_SHARE && line->chars[at + 2] == HAN_OF && (c == HAN_HUNDRED || c == HAN_THOUSAND || c == HAN_TEN_THOUSAND))
    {
      *next = at + 3;
      end = read_hundredths (rules, line, at, mention);
    }
  else if (shanhai_is_han_number (c) || shanhai_is_digit (c))
    end = read_parts (rules, line, at, mention, next);
  if (end == at)
    {
      needs_whole = true;
      end = shanhai_is_digit (c) ? read_slash (line, at, mention) : read_word (rules, line, at, mention);
    }
  if (end == at)
    return false;

  mention->start = mention->number = at;
  mention->end = mention->number_end = end;
  mention->is_han = true;
  shanhai_numbers_take_behind (rules, line, mention);
  shanhai_numbers_take_before (rules, line, mention);
  if (needs_whole && !tells_of_whole (rules, line, mention))
    {
      *mention = (ShanhaiMention) { .start = at, .number = at, .qualifier = SHANHAI_QUALIFIER_EXACT, .is_han = !shanhai_is_digit (c) };
      return false;
    }
  *next = mention->end;

  return true;
}
