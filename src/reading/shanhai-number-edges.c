/* shanhai-number-edges.c - what stands around a number: qualifiers, currency signs, and what makes a code or a name of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#define HAN_REST 0x4f59    /* 余 */
#define HAN_OF 0x7684      /* 的 */
#define HAN_ORDINAL 0x7b2c /* 第 */
/* characters before a share in which a qualifier of it stands */
#define MAX_REACHING 24
/* characters of an ordinal and the comma behind it */
#define MAX_ORDINAL 5
/* characters of one number of a proportion, 15.3∶37.6∶47.1 */
#define MAX_PART 8

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

/* 台（套）, 户(次): a further measure word in brackets belongs to the first */
guint
shanhai_numbers_take_bracket (const ShanhaiRules *rules,
                              const ShanhaiLine  *line,
                              guint               at)
{
  guint i = at + 1;

  if (line->chars[at] != '(')
    return at;
  while (i < line->n && i <= at + 4 && line->chars[i] != ')')
    {
      const ShanhaiRule *rule = shanhai_numbers_match (rules, line, i, ROLE (MEASURE));

      if (rule == NULL && line->chars[i] != 0x3001 && line->chars[i] != '/')
        return at;
      i += rule != NULL ? rule->length : 1;
    }

  return line->chars[i] == ')' && i > at + 1 ? i + 1 : at;
}

static bool
edge_is_free (const ShanhaiLine *line,
              guint              at)
{
  return at == 0 || !shanhai_is_letter (line->chars[at - 1]);
}

void
shanhai_numbers_take_behind (const ShanhaiRules *rules,
                             const ShanhaiLine  *line,
                             ShanhaiMention     *mention)
{
  guint at = shanhai_numbers_skip_gap (line, mention->end);
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, at, ROLE (AFTER) | ROLE (TRAP_AFTER));

  if (rule == NULL || rule->role != SHANHAI_ROLE_AFTER)
    return;
  /* 多 of 多个, 以上 of 以上工作 */
  if (rule->length == 1 && line->chars[at] != '+' && mention->measure == NULL)
    return;
  if (line->chars[at] == HAN_REST && shanhai_is_han (line->chars[at + 1]))
    return;

  mention->qualifier = (ShanhaiQualifier) rule->qualifier;
  mention->end = at + rule->length;
}

/* 约占全国592个重点县的42%: the qualifier stands before the whole, and is no part of the figure's text */
static void
take_reaching (const ShanhaiRules *rules,
               const ShanhaiLine  *line,
               ShanhaiMention     *mention)
{
  guint at = mention->start, start = line->clauses[at];

  if (at <= start || line->chars[at - 1] != HAN_OF || mention->qualifier != SHANHAI_QUALIFIER_EXACT)
    return;
  if (at - start > MAX_REACHING)
    start = at - MAX_REACHING;
  for (guint i = start; i < at - 1; i++)
    {
      const ShanhaiRule *rule = shanhai_numbers_match (rules, line, i, ROLE (BEFORE));

      if (rule != NULL && (rule->flags & SHANHAI_RULE_REACHES))
        mention->qualifier = (ShanhaiQualifier) rule->qualifier;
    }
}

void
shanhai_numbers_take_before (const ShanhaiRules *rules,
                             const ShanhaiLine  *line,
                             ShanhaiMention     *mention)
{
  guint clause = line->clauses[mention->start];
  guint at = mention->start;
  const ShanhaiRule *rule;

  if (at > clause && line->chars[at - 1] == ' ')
    at--;
  rule = shanhai_rules_match_before (rules, line->chars + clause, line->chars + at, ROLE (BEFORE));
  if (rule == NULL)
    take_reaching (rules, line, mention);
  if (rule == NULL || ((rule->flags & SHANHAI_RULE_BARE_ONLY) && (!shanhai_is_han_magnitude (line->chars[mention->number]) || line->chars[mention->number] == 0x62fe)))
    return;
  if ((rule->flags & SHANHAI_RULE_LATIN) && !edge_is_free (line, at - rule->length))
    return;
  /* 附近, 最近 are no qualifiers, and only there to be the longer match */
  if (rule->qualifier == SHANHAI_QUALIFIER_EXACT)
    return;

  mention->qualifier = (ShanhaiQualifier) rule->qualifier;
  if (!(rule->flags & SHANHAI_RULE_OUTSIDE))
    mention->start = at - rule->length;
}

static bool
is_one_of (guint16            c,
           const guint16     *set)
{
  for (; *set != 0; set++)
    if (*set == c)
      return true;

  return false;
}

/* 第三、四批, 第三至五批: the ordinal of the number before holds for this one, too */
static bool
is_next_ordinal (const ShanhaiLine *line,
                 guint              at)
{
  static const guint16 joints[] = { 0x3001, 0x548c, 0x53ca, 0x81f3, 0x5230, 0 };  /* 、和及至到 */
  guint i = at;

  if (i < 3 || !is_one_of (line->chars[i - 1], joints))
    return false;
  for (i--; i > 0 && i + MAX_ORDINAL > at && (shanhai_is_digit (line->chars[i - 1]) || shanhai_is_han_number (line->chars[i - 1])); i--)
    ;

  return i > 0 && i < at - 1 && line->chars[i - 1] == HAN_ORDINAL;
}

/* letters, signs and words before it that make a code or an ordinal of it */
bool
shanhai_numbers_is_code (const ShanhaiRules *rules,
                         const ShanhaiLine  *line,
                         guint               at,
                         bool                han)
{
  static const guint16 signs[] = { '#', '@', '_', '/', '+', '=', '\\', '&', 0x2116, 0x00d7, 0xb1, 0 };
  static const guint16 compares[] = { '<', '>', '=', 0x2264, 0x2265, 0xb1, 0 };
  guint i = at;
  const ShanhaiRule *rule;

  if (i == 0)
    return false;
  if (!han && (shanhai_is_letter (line->chars[i - 1]) || is_one_of (line->chars[i - 1], signs)))
    return true;
  if (!han && (line->chars[i - 1] == '-' || line->chars[i - 1] == '~' || line->chars[i - 1] == '.' || line->chars[i - 1] == ':') && i > 1 &&
      (shanhai_is_digit (line->chars[i - 2]) || shanhai_is_letter (line->chars[i - 2])))
    return true;
  if (is_next_ordinal (line, i))
    return true;
  /* P<0.05 */
  if (!han && is_one_of (line->chars[i - 1], compares) && i > 1 && (shanhai_is_letter (line->chars[i - 2]) || line->chars[i - 2] == ' '))
    return true;
  if (line->chars[i - 1] == ' ')
    i--;
  if (!han && i > 1 && is_one_of (line->chars[i - 1], compares) && (shanhai_is_letter (line->chars[i - 2]) || shanhai_is_letter (line->chars[MAX (i, 3) - 3])))
    return true;
  rule = shanhai_rules_match_before (rules, line->chars, line->chars + i, ROLE (TRAP_BEFORE));
  if (rule == NULL || ((rule->flags & SHANHAI_RULE_HAN) && !han) || ((rule->flags & SHANHAI_RULE_DIGITS) && han))
    return false;
  if ((rule->flags & SHANHAI_RULE_LATIN) && !edge_is_free (line, i - rule->length))
    return false;

  return true;
}

/* two more numbers behind colons; a clock's are marked before */
static bool
is_proportion (const ShanhaiLine *line,
               guint              colon)
{
  guint i = colon + 1;

  while (i < colon + MAX_PART && (shanhai_is_digit (line->chars[i]) || line->chars[i] == '.'))
    i++;

  return i > colon + 1 && line->chars[i] == ':' && shanhai_is_digit (line->chars[i + 1]);
}

/* 三级, 2年级, 80后: a longer word than the measure word that it begins with */
bool
shanhai_numbers_is_trap (const ShanhaiRules *rules,
                         const ShanhaiLine  *line,
                         const ShanhaiMention *mention)
{
  guint at = shanhai_numbers_skip_gap (line, mention->number_end);
  const ShanhaiRule *rule = shanhai_numbers_match (rules, line, at, ROLE (TRAP_AFTER));

  /* signs that go on: 1+N, 1:3, 2013-10 */
  if (!mention->is_han && (line->chars[at] == '+' || line->chars[at] == '/' || line->chars[at] == 0xb1 || line->chars[at] == '=' || line->chars[at] == 0xd7) &&
      (shanhai_is_digit (line->chars[at + 1]) || shanhai_is_letter (line->chars[at + 1])))
    return true;
  /* 15.3∶37.6∶47.1: shares of a whole, none of them a figure by itself */
  if (!mention->is_han && line->chars[at] == ':' && is_proportion (line, at))
    return true;
  /* a word may be two rules: one for digits, one for Chinese numbers */
  while (rule != NULL && (rule->role != SHANHAI_ROLE_TRAP_AFTER || ((rule->flags & SHANHAI_RULE_HAN) && !mention->is_han) ||
                          ((rule->flags & SHANHAI_RULE_DIGITS) && mention->is_han) || ((rule->flags & SHANHAI_RULE_SMALL) && !mention->is_small)))
    rule = shanhai_rules_next (rules, rule);
  if (rule == NULL)
    return false;
  /* 5G and 3D are names, 9.1 d are days */
  if (rule->length == 1 && shanhai_is_letter (line->chars[at]) && mention->measure != NULL &&
      (at > mention->number_end || shanhai_decimal_compare (&mention->precision, &(ShanhaiDecimal) { 1, 0 }) < 0))
    return false;

  return mention->measure == NULL || (rule->length >= mention->measure->length && !(mention->measure->flags & SHANHAI_RULE_VERB));
}

/* “四个不摘”, “223”: a short quotation that begins with a number is a name */
bool
shanhai_numbers_is_quoted_name (const ShanhaiLine    *line,
                                const ShanhaiMention *mention)
{
  guint i = mention->start;

  if (i == 0 || (line->chars[i - 1] != 0x201c && line->chars[i - 1] != '"' && line->chars[i - 1] != 0x2018 && line->chars[i - 1] != 0x300a))
    return false;
  if (line->chars[i - 1] == 0x300a)
    return true;
  for (; i < line->n && i < mention->start + 10; i++)
    if (line->chars[i] == 0x201d || line->chars[i] == '"' || line->chars[i] == 0x2019)
      return mention->is_han || mention->measure == NULL || i > mention->end;
    else if (line->chars[i] == ',')
      return false;

  return false;
}

/* 新台币300万元, 人民币300万元: the name of the money stands before the number */
void
shanhai_numbers_take_money_name (const ShanhaiRules *rules,
                                 const ShanhaiLine  *line,
                                 ShanhaiMention     *mention)
{
  const ShanhaiRule *rule;

  if (mention->measure == NULL || mention->measure->length != 1 || g_strcmp0 (mention->measure->unit, "CNY") != 0)
    return;
  rule = shanhai_rules_match_before (rules, line->chars + line->clauses[mention->start], line->chars + mention->start, ROLE (MEASURE));
  if (rule == NULL || rule->length < 2 || rule->unit == NULL || !g_ascii_isupper (rule->unit[0]))
    return;

  mention->unit = rule->unit;
  mention->is_named_money = true;
}

/* how many characters of a currency sign stand before: ￥300, US$20 */
guint
shanhai_numbers_take_currency (const ShanhaiLine *line,
                               ShanhaiMention    *mention)
{
  static const struct { guint16 letters[2]; const char *unit; } dollars[] = { { { 'u', 's' }, "USD" }, { { 'h', 'k' }, "HKD" }, { { 'n', 't' }, "TWD" } };
  guint at = mention->start;
  guint16 c;

  if (at == 0)
    return at;
  c = line->chars[at - 1];
  if (c == 0xa5)
    mention->unit = g_intern_static_string ("CNY");
  else if (c == '$')
    mention->unit = g_intern_static_string ("USD");
  else if (c == 0x20ac)
    mention->unit = g_intern_static_string ("EUR");
  else if (c == 0xa3)
    mention->unit = g_intern_static_string ("GBP");
  else
    return at;

  at--;
  if (c == '$' && at >= 2 && (at == 2 || !shanhai_is_letter (line->chars[at - 3])))
    for (guint i = 0; i < G_N_ELEMENTS (dollars); i++)
      if (line->chars[at - 2] == dollars[i].letters[0] && line->chars[at - 1] == dollars[i].letters[1])
        {
          mention->unit = g_intern_static_string (dollars[i].unit);
          return at - 2;
        }

  return at;
}
