/* shanhai-english-range.c - the second of two English numbers that go together: 3 to 4 million, from 380 to 420 yuan. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-english-words.h"

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* behind the sign between the ends of a range, 3,000 to 4,000, 10-15, between 3 and 4; `at` where none is. From one to the other
 * aren't the ends of a range: two times have a figure each. */
static guint
take_range_words (const ShanhaiLine *line,
                  guint              start,
                  guint              at)
{
  guint i = at;

  if (shanhai_english_stands_at (line, at, " to ") && !shanhai_english_stands_before (line, start, "from "))
    i += 4;
  else if (shanhai_english_stands_at (line, at, " and ") && shanhai_english_stands_before (line, start, "between "))
    i += 5;
  else if (line->chars[at] == '-' || line->chars[at] == '~' || line->chars[at] == 0x2014)
    i++;

  return line->marks[i] & SHANHAI_MARK_TIME ? at : i;
}

/* gives a number without a magnitude the one of the number behind it: the 3 of 3 to 4 million */
static bool
lend_power (ShanhaiMention             *mention,
            int                         power,
            const ShanhaiEnglishAmount *upper)
{
  ShanhaiDecimal value, precision;

  if (power > 0 || upper->power == 0)
    return true;
  if (!shanhai_decimal_shift (&mention->value, upper->power, &value) ||
      !shanhai_decimal_shift (&mention->precision, upper->power, &precision))
    return false;
  mention->value = value;
  mention->precision = precision;

  return true;
}

/* the upper end of a range, and behind it */
guint
shanhai_english_take_upper (const ShanhaiRules *rules,
                            const ShanhaiLine  *line,
                            ShanhaiMention     *mention,
                            int                 power)
{
  guint from = take_range_words (line, mention->start, mention->end);
  ShanhaiEnglishAmount upper;
  ShanhaiDecimal hi, value = mention->value, precision = mention->precision;

  if (from == mention->end || !shanhai_english_starts (rules, line, from) || !shanhai_english_read_amount (rules, line, from, &upper) ||
      upper.qualifier != SHANHAI_QUALIFIER_EXACT)
    return mention->end;
  if (line->chars[upper.end] == '/' || line->chars[upper.end] == 0x2014 ||
      (line->chars[upper.end] == '-' && shanhai_is_letter (line->chars[upper.end + 1])))
    return mention->end;
  if (!shanhai_decimal_shift (&upper.value, upper.power, &hi) || !lend_power (mention, power, &upper) ||
      shanhai_decimal_compare (&mention->value, &hi) >= 0)
    {
      mention->value = value;
      mention->precision = precision;
      return mention->end;
    }

  mention->value_hi = hi;
  mention->has_hi = true;
  return upper.end;
}

/* from 380 to over 420 yuan: the unit of both stands behind the second */
void
shanhai_english_take_unit_of_next (const ShanhaiRules *rules,
                                   const ShanhaiLine  *line,
                                   ShanhaiMention     *mention,
                                   int                 power)
{
  guint at = mention->end + 4;
  const ShanhaiRule *rule;
  ShanhaiEnglishAmount next;

  if (!shanhai_english_stands_before (line, mention->start, "from ") || !shanhai_english_stands_at (line, mention->end, " to "))
    return;
  rule = shanhai_english_match (rules, line, at, ROLE (BEFORE));
  if (rule != NULL)
    at = shanhai_numbers_skip_gap (line, at + rule->length);
  if ((line->marks[at] & SHANHAI_MARK_TIME) || !shanhai_english_starts (rules, line, at) || !shanhai_english_read_amount (rules, line, at, &next))
    return;
  rule = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, next.end), ROLE (MEASURE));
  if (rule == NULL || (rule->flags & SHANHAI_RULE_DURATION) || !lend_power (mention, power, &next) || !shanhai_numbers_scale (mention, &rule->times))
    return;
  mention->unit = rule->unit;
  mention->noun = rule;
}
