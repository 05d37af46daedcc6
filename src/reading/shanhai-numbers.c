/* shanhai-numbers.c - finds numbers with their measure words: 近4.7亿元. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number itself is read by the reader of quantities that people type (shanhai-numeral.h), out of a small copy, so that no input makes this
 * longer than a constant for each number. */

#include "shanhai-mention.h"

#include <string.h>

#include "shanhai-numeral.h"

/* characters of one number; longer rows are no figures */
#define MAX_NUMBER 40
/* of one that is read here */
#define MAX_SIMPLE 15
/* characters between a number and its measure word, all spaces */
#define MAX_GAP 2

#define HAN_TEN_THOUSAND 0x4e07
#define HAN_REST 0x4f59    /* 余 */
#define HAN_MANY 0x591a    /* 多 */
#define HAN_SOME 0x51e0    /* 几 */
#define HAN_POINT 0x70b9   /* 点 */
#define HAN_FROM 0x4ece    /* 从 */
#define HAN_BY 0x7531      /* 由 */
#define HAN_TO 0x81f3      /* 至 */
#define HAN_UNTIL 0x5230   /* 到 */
#define HAN_NEGATIVE 0x8d1f /* 负 */
#define HAN_COME 0x6765    /* 来 */
#define HAN_TENTH 0x6210   /* 成 */
#define HAN_ZERO 0x3007    /* 〇 */
#define HAN_PERSON 0x4eba  /* 人 */
#define HAN_YUAN 0x5143    /* 元 */
#define HAN_TRILLION 0x5146 /* 兆 */
#define HAN_HUNDRED_MILLION 0x4ebf
#define LIST_COMMA 0x3001  /* 、 */

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* what a number is made of */
static bool
is_number_char (guint16 c)
{
  return shanhai_is_digit (c) || shanhai_is_han_number (c) || c == '.' || c == ',' || c == HAN_REST || c == HAN_MANY || c == HAN_SOME || c == HAN_POINT;
}

guint
shanhai_numbers_skip_gap (const ShanhaiLine *line,
          guint              at)
{
  guint i = at;

  while (i < at + MAX_GAP && i < line->n && line->chars[i] == ' ')
    i++;

  return line->chars[i] == ' ' ? at : i;
}

const ShanhaiRule *
shanhai_numbers_match (const ShanhaiRules *rules,
       const ShanhaiLine  *line,
       guint               at,
       guint64             roles)
{
  const ShanhaiRule *rule = at < line->n ? shanhai_rules_match (rules, line->chars + at, line->n - at, roles) : NULL;

  if (rule != NULL && (rule->flags & SHANHAI_RULE_LATIN) && shanhai_is_letter (line->chars[at + rule->length]))
    return NULL;

  return rule;
}

/* 千瓦, 百分点: a measure word whose first character could be a magnitude */
static bool
begins_measure (const ShanhaiRules *rules,
                const ShanhaiLine  *line,
                guint               at)
{
  const ShanhaiRule *rule;

  if (!shanhai_is_han_magnitude (line->chars[at]) || shanhai_is_han_number (line->chars[at + 1]))
    return false;
  rule = shanhai_numbers_match (rules, line, at, ROLE (MEASURE));

  return rule != NULL && rule->length > 1;
}

/* whether the digits from `at` to the space and behind it are all alone between spaces, as copies of old papers have them */
static bool
stands_apart (const ShanhaiLine *line,
              guint              at,
              guint              space)
{
  return space > at && (space - at) % 2 == 1 && shanhai_is_digit (line->chars[space - 1]) && shanhai_is_digit (line->chars[space + 1]) &&
         !shanhai_is_digit (line->chars[space + 2]) && (space == at + 1 || line->chars[space - 2] == ' ') && line->offsets[space + 1] == line->offsets[space] + 1;
}

/* 1012, 4.7, 18.5万: most numbers are like that, with nothing behind them that could go on; `at` for any other */
static guint
read_simple_number (const ShanhaiRules *rules,
                    const ShanhaiLine  *line,
                    guint               at,
                    ShanhaiNumeral     *numeral)
{
  const guint16 *c = line->chars + at;
  gint64 digits = 0;
  guint n = 0, end;
  int scale = 0, power = 0;
  ShanhaiDecimal value;

  for (; n < MAX_SIMPLE && shanhai_is_digit (c[n]); n++)
    digits = digits * 10 + c[n] - '0';
  if (n == 0 || (n > 1 && c[0] == '0'))
    return at;
  if (c[n] == '.' && shanhai_is_digit (c[n + 1]))
    for (n++; n < MAX_SIMPLE && shanhai_is_digit (c[n]); n++, scale++)
      digits = digits * 10 + c[n] - '0';
  end = at + n;
  if (c[n] == HAN_TEN_THOUSAND || c[n] == HAN_HUNDRED_MILLION)
    {
      if (begins_measure (rules, line, end))
        return at;
      power = c[n] == HAN_TEN_THOUSAND ? 4 : 8;
      n++;
      end++;
    }
  if (is_number_char (c[n]) || c[n] == ' ' || shanhai_is_letter (c[n]))
    return at;

  *numeral = (ShanhaiNumeral) { .power = power, .is_single = true };
  if (!shanhai_decimal_from_parts (digits, scale, &value) || !shanhai_decimal_shift (&value, power, &numeral->value) ||
      !shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, power - scale, &numeral->precision))
    return at;

  return end;
}

static guint
read_plain_number (const ShanhaiRules  *rules,
                   const ShanhaiLine   *line,
                   guint                at,
                   ShanhaiNumeralFlags  flags,
                   ShanhaiNumeral      *numeral)
{
  char buffer[MAX_NUMBER * 3 + 1];
  guint8 lengths[MAX_NUMBER];
  const char *p = buffer;
  guint n = 0, bytes = 0, i = read_simple_number (rules, line, at, numeral);

  if (i > at)
    return i;

  while (n < MAX_NUMBER)
    {
      guint16 c = line->chars[i];

      if (c == ' ' && stands_apart (line, at, i))
        {
          /* 1 2 2 8: set with a space behind each digit */
          i++;
          lengths[n] = 0;
          n++;
          continue;
        }
      if (c == ' ')
        {
          /* 4.7 亿 and 12 500人, but no space before a further number */
          if (n == 0 || !(shanhai_is_han_magnitude (line->chars[i + 1]) || line->chars[i + 1] == HAN_REST || line->chars[i + 1] == HAN_MANY ||
                          (shanhai_is_digit (line->chars[i - 1]) && shanhai_is_digit (line->chars[i + 1]) && line->offsets[i + 1] == line->offsets[i] + 1)))
            break;
        }
      /* a full-width comma groups full-width digits alone */
      else if (c == ',' && n > 0 && line->bytes[i + 1] - line->bytes[i] != line->bytes[i] - line->bytes[i - 1])
        break;
      else if (!is_number_char (c) || (n > 0 && begins_measure (rules, line, i)))
        break;

      lengths[n] = (guint8) g_unichar_to_utf8 (c, buffer + bytes);
      bytes += lengths[n++];
      i++;
    }
  /* 2人以上,3人: a comma ends a number */
  while (n > 0 && (buffer[bytes - 1] == ',' || buffer[bytes - 1] == ' ' || buffer[bytes - 1] == '.'))
    bytes -= lengths[--n];
  buffer[bytes] = '\0';

  if (n == 0 || n == MAX_NUMBER || shanhai_numeral_read (&p, flags, numeral) != SHANHAI_NUMERAL_OK)
    return at;

  for (i = at, bytes = 0; bytes < (gsize) (p - buffer); i++)
    bytes += lengths[i - at];

  return i;
}

/* 1.2兆元, 三兆五千億元: where the magnitudes go on behind 億, as they do in Taiwan. Elsewhere 兆 is a million, but there it stands before a unit
 * of measurement (兆瓦), so that money alone is read like this. */
static guint
take_trillions (const ShanhaiRules *rules,
                const ShanhaiLine  *line,
                guint               at,
                ShanhaiNumeral     *numeral)
{
  guint end = shanhai_numbers_skip_gap (line, at) + 1;
  const ShanhaiRule *measure;
  ShanhaiNumeral rest;
  ShanhaiDecimal value, precision;
  guint rest_end;

  if (line->chars[end - 1] != HAN_TRILLION || numeral->power != 0 || numeral->has_hi || numeral->has_more)
    return at;
  if (line->chars[end] == HAN_REST || line->chars[end] == HAN_MANY)
    end++;
  rest_end = read_plain_number (rules, line, end, 0, &rest);
  measure = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, rest_end), ROLE (MEASURE));
  if (measure == NULL || measure->unit == NULL || !g_ascii_isupper (measure->unit[0]) ||
      !shanhai_decimal_shift (&numeral->value, 12, &value) || !shanhai_decimal_shift (&numeral->precision, 12, &precision))
    return at;

  numeral->has_more = line->chars[end - 1] != HAN_TRILLION;
  if (rest_end > end && !rest.has_hi && shanhai_decimal_compare (&rest.value, &(ShanhaiDecimal) { G_GINT64_CONSTANT (1000000000000), 0 }) < 0 &&
      shanhai_decimal_add (&value, &rest.value, &value))
    {
      precision = rest.precision;
      end = rest_end;
    }
  numeral->value = value;
  numeral->precision = precision;
  numeral->power = 12;

  return end;
}

/* behind the number that begins at `at`; `at` when none is there */
guint
shanhai_numbers_read_number (const ShanhaiRules  *rules,
             const ShanhaiLine   *line,
             guint                at,
             ShanhaiNumeralFlags  flags,
             ShanhaiNumeral      *numeral)
{
  guint end = read_plain_number (rules, line, at, flags, numeral);

  return end > at ? take_trillions (rules, line, end, numeral) : end;
}

/* passes over the rest of something that is no number */
guint
shanhai_numbers_skip (const ShanhaiLine *line,
             guint              at)
{
  guint i = at;

  if (shanhai_is_digit (line->chars[i]))
    while (shanhai_is_digit (line->chars[i]) || ((line->chars[i] == '.' || line->chars[i] == ',' || line->chars[i] == '-' || line->chars[i] == ':') &&
                                                   shanhai_is_digit (line->chars[i + 1])))
      i++;
  else
    while (shanhai_is_han_number (line->chars[i]))
      i++;

  return MAX (i, at + 1);
}

bool
shanhai_numbers_scale (ShanhaiMention       *mention,
                       const ShanhaiDecimal *times)
{
  ShanhaiDecimal value, hi, precision;

  if (times->digits == 1 && times->scale == 0)
    return true;
  if (!shanhai_decimal_multiply (&mention->value, times, &value) || !shanhai_decimal_multiply (&mention->precision, times, &precision) ||
      (mention->has_hi && !shanhai_decimal_multiply (&mention->value_hi, times, &hi)))
    return false;

  mention->value = value;
  mention->precision = precision;
  if (mention->has_hi)
    mention->value_hi = hi;
  return true;
}

void
shanhai_numbers_set (ShanhaiMention       *mention,
                     const ShanhaiNumeral *numeral)
{
  mention->value = numeral->value;
  mention->value_hi = numeral->value_hi;
  mention->has_hi = numeral->has_hi;
  mention->precision = numeral->precision;
  if (numeral->has_more)
    mention->qualifier = SHANHAI_QUALIFIER_OVER;
}

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

/* 3、4千萬, 三、四十名: neighbours, so that the comma leaves open which of the two; `at` where no such comma is */
static guint
take_neighbour_sign (const ShanhaiRules *rules,
                     const ShanhaiLine  *line,
                     guint               start,
                     guint               at)
{
  const ShanhaiRule *measure;
  guint16 first, second;

  /* what comes behind is there only if this sign is */
  if (at != start + 1 || line->chars[at] != LIST_COMMA)
    return at;

  first = line->chars[start];
  second = line->chars[at + 1];
  if (second == 0 || !shanhai_is_han_magnitude (line->chars[at + 2]))
    return at;
  if (!(shanhai_is_digit (first) && shanhai_is_digit (second) && second == first + 1) &&
      !(shanhai_is_han_digit (first) && shanhai_is_han_digit (second) && shanhai_han_digit (second) == shanhai_han_digit (first) + 1 && shanhai_han_digit (first) > 0))
    return at;
  measure = shanhai_numbers_match (rules, line, at + 2, ROLE (MEASURE));

  return measure != NULL && measure->length > 1 ? at : at + 1;
}

/* gives the first of two neighbours the magnitude of the second: 三、四十 */
static bool
lend_neighbour (ShanhaiNumeral       *first,
                const ShanhaiNumeral *second)
{
  ShanhaiDecimal next, shifted;

  if (!shanhai_decimal_add (&first->value, &(ShanhaiDecimal) { 1, 0 }, &next))
    return false;
  for (int power = 1; power <= 13; power++)
    if (shanhai_decimal_shift (&next, power, &shifted) && shanhai_decimal_compare (&shifted, &second->value) == 0)
      {
        first->precision = second->precision;
        return shanhai_decimal_shift (&first->value, power, &first->value);
      }

  return false;
}

/* behind the sign between the ends of a range; `at` where none is */
static guint
take_range_sign (const ShanhaiLine *line,
                 guint              at)
{
  guint i = shanhai_numbers_skip_gap (line, at);

  switch (line->chars[i])
    {
    case '-': case '~': case HAN_TO: case HAN_UNTIL:
      i++;
      break;
    case 0x2014:
      i += line->chars[i + 1] == 0x2014 ? 2 : 1;
      break;
    default:
      return at;
    }
  i = shanhai_numbers_skip_gap (line, i);
  if (!shanhai_is_digit (line->chars[i]) && !shanhai_is_han_number (line->chars[i]))
    return at;

  return i;
}

/* 从3人到5人 tells of two times, 3人到5人 of one number between */
static bool
is_told_apart (const ShanhaiLine *line,
               guint              start,
               guint              sign)
{
  guint16 c = line->chars[shanhai_numbers_skip_gap (line, sign)];

  if (c != HAN_TO && c != HAN_UNTIL)
    return false;
  if (start > 0 && line->chars[start - 1] == ' ')
    start--;

  return start > 0 && (line->chars[start - 1] == HAN_FROM || line->chars[start - 1] == HAN_BY);
}

static void
take_range (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            ShanhaiNumeral     *first,
            ShanhaiMention     *mention)
{
  const ShanhaiRule *measure = shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, mention->number_end), ROLE (MEASURE));
  guint sign = mention->number_end, from, end;
  ShanhaiNumeral second;

  from = take_neighbour_sign (rules, line, mention->number, sign);
  if (from == sign)
    from = take_range_sign (line, sign);
  if (from == sign && measure != NULL)
    {
      sign = shanhai_numbers_skip_gap (line, mention->number_end) + measure->length;
      from = take_range_sign (line, sign);
      if (from == sign)
        return;
    }
  else
    measure = NULL;
  if (from == sign || (line->marks[from] & SHANHAI_MARK_TIME) || is_told_apart (line, mention->number, sign))
    return;

  end = shanhai_numbers_read_number (rules, line, from, 0, &second);
  if (end == from || second.has_hi || first->has_hi || (measure != NULL && shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE)) != measure))
    return;

  if (from > 0 && line->chars[from - 1] == LIST_COMMA && !lend_neighbour (first, &second))
    return;
  /* 3–5万: the magnitude is the second's */
  if (measure == NULL && first->is_single && first->power == 0 && second.is_single && second.power >= 3)
    {
      ShanhaiDecimal lent;

      if (shanhai_decimal_shift (&first->value, second.power, &lent) && shanhai_decimal_compare (&lent, &second.value) < 0)
        {
          first->value = lent;
          shanhai_decimal_shift (&first->precision, second.power, &first->precision);
        }
    }
  if (shanhai_decimal_compare (&first->value, &second.value) >= 0)
    return;

  mention->value = first->value;
  mention->value_hi = second.value;
  mention->has_hi = true;
  mention->precision = shanhai_decimal_compare (&first->precision, &second.precision) < 0 ? first->precision : second.precision;
  if (second.has_more)
    mention->qualifier = SHANHAI_QUALIFIER_OVER;
  mention->number_end = mention->end = end;
}

/* the power of ten of 元, 块, 角, 毛, 分 in yuan; 1 for any other sign */
static int
get_coin (guint16 sign)
{
  switch (sign)
    {
    case HAN_YUAN: case 0x5757: case 0x5706: return 0;
    case 0x89d2: case 0x6bdb: return -1;
    case 0x5206: return -2;
    default: return 1;
    }
}

/* the 5 of 4毛5: one digit with nothing behind it that it could count; behind 元 a digit may be the number of the next point */
static bool
is_bare_coin (const ShanhaiRules   *rules,
              const ShanhaiLine    *line,
              const ShanhaiMention *mention,
              guint                 end)
{
  guint16 c = line->chars[mention->end];

  return end == mention->end + 1 && line->marks[mention->end] == 0 && (shanhai_is_han_digit (c) || (shanhai_is_digit (c) && line->chars[mention->end - 1] != HAN_YUAN)) &&
         shanhai_numbers_match (rules, line, shanhai_numbers_skip_gap (line, end), ROLE (MEASURE) | ROLE (TRAP_AFTER)) == NULL;
}

/* of ten: what its measure word makes of one yuan */
static int
power_of_measure (const ShanhaiMention *mention)
{
  return -mention->measure->times.scale;
}

/* 五元三毛, 50元6角三分, and as it is said 4毛5 and 两块八: what stands bare counts the next smaller coin */
static void
take_coins (const ShanhaiRules *rules,
            const ShanhaiLine  *line,
            ShanhaiMention     *mention)
{
  int power;

  if (mention->measure == NULL || mention->measure->length != 1 || mention->has_hi || mention->qualifier != SHANHAI_QUALIFIER_EXACT)
    return;
  power = get_coin (line->chars[mention->end - 1]);

  while (power > -2 && power < 1)
    {
      ShanhaiNumeral numeral;
      ShanhaiDecimal part;
      guint end = shanhai_numbers_read_number (rules, line, mention->end, 0, &numeral);
      int coin;

      if (end == mention->end || numeral.has_hi || numeral.has_more)
        return;
      coin = get_coin (line->chars[end]);
      if (coin < power)
        end++;
      else if (is_bare_coin (rules, line, mention, end))
        coin = power - 1;
      else
        return;
      if (!shanhai_decimal_shift (&numeral.value, coin, &part))
        return;
      /* the number is scaled by its measure word later on */
      if (!shanhai_decimal_shift (&part, -power_of_measure (mention), &part) || !shanhai_decimal_add (&mention->value, &part, &mention->value))
        return;
      shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, coin - power_of_measure (mention), &mention->precision);
      mention->unit = g_intern_static_string ("CNY");
      mention->is_small = false;
      mention->end = end;
      power = coin;
    }
}

/* 四成二: forty-two in a hundred */
static void
take_tenth_part (const ShanhaiRules *rules,
                 const ShanhaiLine  *line,
                 ShanhaiMention     *mention)
{
  guint16 c = line->chars[mention->end];
  ShanhaiDecimal part = { shanhai_han_digit (c), 1 };  /* of one 成 */

  if (!mention->is_han || mention->measure == NULL || mention->measure->length != 1 || line->chars[mention->end - 1] != HAN_TENTH || mention->has_hi ||
      !shanhai_is_han_digit (c) || shanhai_han_digit (c) == 0 || shanhai_is_han_number (line->chars[mention->end + 1]) ||
      shanhai_numbers_match (rules, line, mention->end + 1, ROLE (MEASURE)) != NULL || !shanhai_decimal_add (&mention->value, &part, &mention->value))
    return;

  mention->precision = (ShanhaiDecimal) { 1, 1 };
  mention->end++;
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
  mention->is_small = han && end == at + 1;
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

  take_range (rules, line, &numeral, mention);
  take_measure (rules, line, mention);
  *next = MAX (mention->end, at + 1);
  if (shanhai_numbers_is_trap (rules, line, mention))
    return false;
  take_coins (rules, line, mention);
  take_tenth_part (rules, line, mention);
  shanhai_numbers_take_behind (rules, line, mention);
  /* 以上 may stand before the measure word, 2000以上 */
  if (mention->measure == NULL && mention->end > mention->number_end)
    take_measure (rules, line, mention);
  mention->start = shanhai_numbers_take_currency (line, mention);
  if (mention->unit == NULL && mention->start > 0 && (line->chars[mention->start - 1] == '-' || line->chars[mention->start - 1] == HAN_NEGATIVE) && (!han || line->chars[mention->start - 1] == HAN_NEGATIVE) &&
      (mention->start == 1 || !shanhai_is_han (line->chars[mention->start - 2]) || line->chars[mention->start - 1] == HAN_NEGATIVE))
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
  else if (starts_line (line, at) && !has_magnitude (line, at, end))
    return false;
  else
    mention->is_bare = !is_plain_figure (mention, has_sign);
  mention->has_magnitude = has_magnitude (line, at, mention->number_end);

  if (shanhai_numbers_is_quoted_name (line, mention))
    return false;

  return true;
}
