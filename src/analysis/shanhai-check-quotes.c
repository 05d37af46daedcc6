/* shanhai-check-quotes.c - does the figure that is recorded stand in its own quote? SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quote is a figure by itself or a sentence with several. A figure that is all that the quote says is held against it strictly; of a sentence, one of the numbers has to
 * be the figure, unless it is computed of them. The main figure alone: a record's other citations may print whatever belongs to it. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-quote-place.h"
#include "shanhai-quoted-number.h"

static const ShanhaiSentences other_value = {
  NULL,
  N_("{w1}: {1} is recorded, but the quote says {=}."),
  N_("{w1}: {1} is recorded, but {s1} prints {=}."),
};

static const ShanhaiSentences person_quoted = {
  NULL,
  N_("{w1}: {1} is recorded, but the quote counts otherwise: “{q}”. People and person-times aren’t the same."),
  NULL,
};

static const ShanhaiSentences points_quoted = {
  NULL,
  N_("{w1}: {1} is recorded, but the quote says “{q}”. Per cent and percentage points aren’t the same."),
  N_("{w1}: {1} is recorded, but {s1} prints “{q}”. Per cent and percentage points aren’t the same."),
};

static const ShanhaiSentences not_in_sentence = {
  NULL,
  N_("{w1}: {1} is recorded, but the quote prints no such figure: “{q}”."),
  NULL,
};

static const ShanhaiSentences slipped_sentence = {
  NULL,
  N_("{w1}: {1} is recorded, but the quote says many times as much or as little: “{q}”."),
  N_("{w1}: {1} is recorded, but the quote says many times as much or as little: “{q}”."),
};

static const ShanhaiSentences second_citation = {
  NULL,
  N_("{w1}: {1} is recorded, but another of its citations prints {=}."),
  NULL,
};

/* room for a number with its unit */
#define MAX_WIDENED 64

/* a quote with its numbers */
typedef struct
{
  const ShanhaiCitation *citation;
  char                   widened[MAX_WIDENED];  /* where only digits are quoted: with the unit that the text prints behind them; else empty */
  ShanhaiQuotedNumber    numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint                  n;
} Quote;

static const char *
quote_get_text (const Quote *self)
{
  return *self->widened != '\0' ? self->widened : self->citation->quote;
}

/* “1349” of a text that says 1349人次, or 1349万人: what follows belongs to the figure */
static void
widen (Quote              *self,
       ShanhaiCheckScope  *scope,
       const ShanhaiClaim *claim)
{
  static const char * const units[] = { "人次", "人（次", "人·次", "人", "名", "户次", "户", "个百分点", "百分点", "%", "％", "元", "个村", "例", "期", "场", " person-times", " attendances", " visits", " people",
                                        " yuan", " percentage points", " per cent", " percent", "" };
  const char *quote = self->citation->quote, *text, *end;
  const gsize length = strlen (quote);
  ShanhaiQuotedNumber number[SHANHAI_MAX_QUOTED_NUMBERS];
  char around[MAX_WIDENED];
  const ShanhaiHeldText *held;
  ShanhaiSource *source;

  if (self->n != 1 || self->numbers[0].end != length || length >= MAX_WIDENED / 2 || shanhai_citation_find_quote (self->citation, claim, scope, &source) != SHANHAI_QUOTE_IN_PLACE ||
      self->citation->start < 0)
    return;
  held = g_hash_table_lookup (scope->texts, source);
  text = held->text + shanhai_held_text_get_byte (held, self->citation->start);
  g_strlcpy (around, text, sizeof around);
  if (!g_utf8_validate (around, -1, &end))
    around[end - around] = '\0';
  if (shanhai_quoted_numbers_read (around, number) == 0 || number[0].start != self->numbers[0].start)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (around + number[0].end, units[i]))
      {
        around[number[0].end + strlen (units[i])] = '\0';
        g_strlcpy (self->widened, around, sizeof self->widened);
        self->numbers[0] = number[0];
        return;
      }
}

static void
quote_init (Quote                 *self,
            const ShanhaiCitation *citation,
            ShanhaiCheckScope     *scope,
            const ShanhaiClaim    *claim)
{
  self->citation = citation;
  *self->widened = '\0';
  self->n = shanhai_quoted_numbers_read (citation->quote, self->numbers);
  widen (self, scope, claim);
}

/* The index of the number that is `value`, or -1. A fall is printed in words (减少30人) or with a sign, and numbers are read without either. */
static int
find_number (const Quote          *quote,
             const ShanhaiDecimal *value)
{
  ShanhaiDecimal printed = *value;

  if (printed.digits < 0)
    printed.digits = -printed.digits;
  for (guint i = 0; i < quote->n; i++)
    if (shanhai_decimal_equal (&quote->numbers[i].value, &printed))
      return (int) i;

  return -1;
}

typedef enum
{
  UNIT_AS_RECORDED,
  UNIT_PERSON_TIME,  /* people for times, or the other way round */
  UNIT_POINTS,       /* per cent for percentage points, or the other way round */
} UnitConfusion;

/* What stands behind the number of a figure that counts people, times, shares or points. */
static UnitConfusion
compare_unit (const Quote *quote,
              guint        index,
              const char  *unit)
{
  const char *rest = quote_get_text (quote) + quote->numbers[index].end;

  while (*rest == ' ' || *rest == '-')
    rest++;
  if (strcmp (unit, "person") == 0)
    return g_str_has_prefix (rest, "人次") || g_str_has_prefix (rest, "人（次") || g_str_has_prefix (rest, "人·次") || g_str_has_prefix (rest, "person-time") || g_str_has_prefix (rest, "person time") ||
           g_str_has_prefix (rest, "visits") || g_str_has_prefix (rest, "attendances") ? UNIT_PERSON_TIME : UNIT_AS_RECORDED;
  if (strcmp (unit, "person-time") == 0)
    return (g_str_has_prefix (rest, "人") && !g_str_has_prefix (rest, "人次") && !g_str_has_prefix (rest, "人（次") && !g_str_has_prefix (rest, "人·次")) || g_str_has_prefix (rest, "名") ||
           g_str_has_prefix (rest, "people") || g_str_has_prefix (rest, "persons") ? UNIT_PERSON_TIME : UNIT_AS_RECORDED;
  if (strcmp (unit, "percent") == 0)
    return g_str_has_prefix (rest, "个百分点") || g_str_has_prefix (rest, "百分点") || g_str_has_prefix (rest, "percentage point") ? UNIT_POINTS : UNIT_AS_RECORDED;
  if (strcmp (unit, "percentage-point") == 0)
    return g_str_has_prefix (rest, "%") || g_str_has_prefix (rest, "％") || g_str_has_prefix (rest, "per cent") || g_str_has_prefix (rest, "percent ") ? UNIT_POINTS
                                                                                                                                                     : UNIT_AS_RECORDED;

  return UNIT_AS_RECORDED;
}

/* Of a sentence, wherever it prints that number: 培训306人、306人次 has it in both. */
static UnitConfusion
find_confusion (const Quote           *quote,
                const ShanhaiQuantity *figure)
{
  UnitConfusion confusion = UNIT_AS_RECORDED;
  ShanhaiDecimal value = figure->value;

  if (value.digits < 0)
    value.digits = -value.digits;
  for (guint i = 0; i < quote->n; i++)
    {
      if (!shanhai_decimal_equal (&quote->numbers[i].value, &value))
        continue;
      confusion = compare_unit (quote, i, figure->unit);
      if (confusion == UNIT_AS_RECORDED)
        return UNIT_AS_RECORDED;
    }

  return confusion;
}

typedef enum
{
  PLAIN_NOT,    /* it has to be parsed */
  PLAIN_UNIT,   /* a number of the unit, or without any: 2775.27万元, 45个村 */
  PLAIN_OTHER,  /* a number of another unit */
} Plainness;

static Plainness
get_plainness (const Quote *quote,
               const char  *unit)
{
  static const struct
  {
    const char *unit;
    const char *word;
  } words[] = {
    { "CNY", "元" }, { "person", "人" }, { "person", "名" }, { "person-time", "人次" }, { "percent", "%" }, { "percentage-point", "个百分点" }, { "household", "户" },
    { "village", "个村" }, { "company", "家企业" }, { "CNY", " yuan" }, { "person", " people" }, { "case", "例" }, { "session", "期" }, { "session", "场" },
  };
  const char *rest;

  if (quote->n != 1)
    return PLAIN_NOT;
  rest = quote_get_text (quote) + quote->numbers[0].end;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (rest, words[i].word) == 0)
      return strcmp (words[i].unit, unit) == 0 ? PLAIN_UNIT : PLAIN_OTHER;

  return *rest == '\0' ? PLAIN_UNIT : PLAIN_NOT;
}

/* what stands before a plain number, and 余 or 多 in it; false where it isn't known */
static bool
read_qualifier (const Quote      *quote,
                ShanhaiQualifier *out)
{
  static const struct
  {
    const char       *word;
    ShanhaiQualifier  qualifier;
  } words[] = {
    { "约", SHANHAI_QUALIFIER_ABOUT }, { "近", SHANHAI_QUALIFIER_NEARLY }, { "将近", SHANHAI_QUALIFIER_NEARLY }, { "逾", SHANHAI_QUALIFIER_OVER }, { "超", SHANHAI_QUALIFIER_OVER },
    { "超过", SHANHAI_QUALIFIER_OVER }, { "不少于", SHANHAI_QUALIFIER_AT_LEAST }, { "至少", SHANHAI_QUALIFIER_AT_LEAST }, { "不超过", SHANHAI_QUALIFIER_AT_MOST },
    { "about ", SHANHAI_QUALIFIER_ABOUT }, { "nearly ", SHANHAI_QUALIFIER_NEARLY }, { "over ", SHANHAI_QUALIFIER_OVER }, { "共", SHANHAI_QUALIFIER_EXACT }, { "达", SHANHAI_QUALIFIER_EXACT },
  };
  gsize length = quote->numbers[0].start;

  *out = strstr (quote_get_text (quote), "余") != NULL || strstr (quote_get_text (quote), "多") != NULL ? SHANHAI_QUALIFIER_OVER : SHANHAI_QUALIFIER_EXACT;
  if (length == 0)
    return true;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && strncmp (quote_get_text (quote), words[i].word, length) == 0)
      {
        *out = words[i].qualifier;
        return true;
      }

  return false;
}

/* The figure that the quote is, if it is one and no more; (transfer full) (nullable). Most are plain numbers; not to parse them saves most of the time. */
static ShanhaiQuantity *
parse_quote (const Quote *quote,
             const char  *unit)
{
  Plainness plainness = unit != NULL ? get_plainness (quote, unit) : PLAIN_NOT;
  ShanhaiQualifier qualifier;

  if (plainness == PLAIN_OTHER)
    return NULL;
  if (plainness == PLAIN_UNIT && read_qualifier (quote, &qualifier))
    {
      ShanhaiQuantity *quantity = shanhai_quantity_new (&quote->numbers[0].value, unit);

      quantity->precision = quote->numbers[0].precision;
      quantity->qualifier = qualifier;
      return quantity;
    }

  return shanhai_quantity_parse (quote_get_text (quote), unit, NULL);
}

/* "four people a household", among numbers in figures */
static bool
spells_figure (const char            *text,
               const ShanhaiQuantity *figure)
{
  static const char * const words[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" };
  const ShanhaiDecimal *value = &figure->value;

  if (figure->has_hi || value->scale != 0 || value->digits < 1 || value->digits > (gint64) G_N_ELEMENTS (words))
    return false;
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *word = words[value->digits - 1];
      const gsize length = strlen (word);

      if ((p == text || !g_ascii_isalpha (p[-1])) && g_ascii_strncasecmp (p, word, length) == 0 && !g_ascii_isalpha (p[length]) && p[length] != '-')
        return true;
    }

  return false;
}

static bool
prints_figure (const Quote           *quote,
               const ShanhaiQuantity *figure)
{
  int index = find_number (quote, &figure->value);
  g_autoptr (ShanhaiQuantity) quoted = NULL;

  if (index >= 0 && (!figure->has_hi || find_number (quote, &figure->value_hi) >= 0))
    return true;
  if (spells_figure (quote_get_text (quote), figure))
    return true;
  /* 3–5万 and numbers in words */
  if (index < 0 && quote->n > 0 && !figure->has_hi && !shanhai_quote_has_number_words (quote_get_text (quote)))
    return false;
  quoted = parse_quote (quote, figure->unit);

  return quoted != NULL && shanhai_decimal_equal (&quoted->value, &figure->value);
}

/* the number that the quote prints is another of the record's figures */
static bool
prints_other_figure (const Quote                   *quote,
                     const ShanhaiQuantity * const *figures,
                     guint                          n)
{
  for (guint i = 1; i < n; i++)
    if (prints_figure (quote, figures[i]))
      return true;

  return false;
}

/* of two numbers of the sentence, or of all of them */
static bool
is_computed_of (const Quote          *quote,
                const ShanhaiDecimal *value)
{
  ShanhaiDecimal sum = { 0 }, other;

  for (guint i = 0; i < quote->n; i++)
    {
      if (!shanhai_decimal_add (&sum, &quote->numbers[i].value, &sum))
        return true;
      if (i > 0 && shanhai_decimal_equal (&sum, value))
        return true;
      for (guint k = 0; k < i; k++)
        {
          const ShanhaiDecimal *a = &quote->numbers[i].value, *b = &quote->numbers[k].value;

          if ((shanhai_decimal_add (a, b, &other) && shanhai_decimal_equal (&other, value)) ||
              (shanhai_decimal_subtract (a, b, &other) && shanhai_decimal_equal (&other, value)) ||
              (shanhai_decimal_subtract (b, a, &other) && shanhai_decimal_equal (&other, value)) ||
              (shanhai_decimal_multiply (a, b, &other) && shanhai_decimal_equal (&other, value)))
            return true;
        }
    }

  return false;
}

/* units whose printed forms may differ from the base unit by a power of ten: 公顷, 公斤, ‰ */
static bool
has_other_forms (const char *unit)
{
  return g_strv_contains ((const char * const[]) { "m2", "km2", "mu", "ton", "jin", "km", "m", "percent", "ratio", "times", "kWh", "second", "day", "month", "year", NULL }, unit);
}

static bool
is_slip_of (const Quote          *quote,
            const ShanhaiDecimal *value)
{
  /* 万, 亿; thousand, million */
  static const int powers[] = { -8, -6, -4, -3, 3, 4, 6, 8 };
  ShanhaiDecimal shifted;

  if (shanhai_decimal_sign (value) == 0)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (shanhai_decimal_shift (value, powers[i], &shifted) && find_number (quote, &shifted) >= 0)
      return true;

  return false;
}

/* a quote that the text is known to hold is what was printed; another may be the mistake itself */
static ShanhaiAlikeness
get_sureness (ShanhaiCheckScope     *scope,
              const ShanhaiClaim    *claim,
              const ShanhaiCitation *citation)
{
  ShanhaiSource *source;

  return shanhai_citation_find_quote (citation, claim, scope, &source) == SHANHAI_QUOTE_IN_PLACE ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
}

static void
tell_other_unit (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *claim,
                 const Quote        *quote,
                 UnitConfusion       confusion)
{
  ShanhaiFinding *finding;

  if (confusion == UNIT_PERSON_TIME)
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &person_quoted, claim, NULL);
  else
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, get_sureness (scope, claim, quote->citation), &points_quoted, claim, NULL);
  if (finding != NULL)
    shanhai_finding_set_quote (finding, quote_get_text (quote));
}

static void
tell_difference (ShanhaiCheckScope     *scope,
                 const ShanhaiClaim    *claim,
                 const ShanhaiCitation *citation,
                 const ShanhaiQuantity *quoted)
{
  /* what was copied should be the same, not only near */
  ShanhaiAgreement agreement = MAX (shanhai_quantity_compare_claims (quoted, claim->quantity), SHANHAI_AGREEMENT_DOUBTFUL);
  ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_QUOTE, agreement, get_sureness (scope, claim, citation), &other_value, claim, NULL);

  if (finding != NULL)
    shanhai_finding_set_computed (finding, &quoted->value, NULL, quoted->unit);
}

static void
tell_sentence (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *claim,
               const Quote        *quote)
{
  ShanhaiFinding *finding;

  if (quote->n == 0 || claim->quantity->has_hi || shanhai_quote_has_number_words (quote_get_text (quote)))
    return;
  if (is_slip_of (quote, &claim->quantity->value) && strcmp (claim->quantity->unit, "CNY") == 0)
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_CONTRADICT, get_sureness (scope, claim, quote->citation), &slipped_sentence, claim, NULL);
  else if (has_other_forms (claim->quantity->unit) || is_computed_of (quote, &claim->quantity->value))
    return;
  else
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_QUOTE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &not_in_sentence, claim, NULL);
  if (finding != NULL)
    shanhai_finding_set_quote (finding, quote_get_text (quote));
}

static void
tell_unprinted (ShanhaiCheckScope  *scope,
                const ShanhaiClaim *claim,
                const Quote        *quote)
{
  g_autoptr (ShanhaiQuantity) quoted = NULL;
  g_autoptr (ShanhaiQuantity) other = NULL;

  if (get_plainness (quote, claim->quantity->unit) == PLAIN_OTHER)
    return;
  quoted = parse_quote (quote, claim->quantity->unit);
  if (quoted == NULL)
    other = parse_quote (quote, NULL);
  if (quoted != NULL && !quoted->has_hi && !claim->quantity->has_hi && shanhai_decimal_equal (&quoted->value, &claim->quantity->value))
    return;
  if (quoted != NULL)
    tell_difference (scope, claim, quote->citation, quoted);
  /* a figure of another unit is the quote of something else */
  else if (other == NULL)
    tell_sentence (scope, claim, quote);
}

/* A further citation of another source that is a figure of the same unit, and can't be this one. */
static void
check_second (ShanhaiCheckScope             *scope,
              const ShanhaiClaim            *claim,
              const Quote                   *quote,
              const ShanhaiQuantity * const *figures,
              guint                          n)
{
  g_autoptr (ShanhaiQuantity) quoted = NULL;
  ShanhaiFinding *finding;

  if (prints_figure (quote, claim->quantity) || prints_other_figure (quote, figures, n))
    return;
  quoted = parse_quote (quote, NULL);
  if (quoted == NULL || quoted->unit != claim->quantity->unit || shanhai_quantity_compare_claims (quoted, claim->quantity) != SHANHAI_AGREEMENT_CONTRADICT)
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_QUOTE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &second_citation, claim, NULL);
  shanhai_finding_set_computed (finding, &quoted->value, NULL, quoted->unit);
}

static void
check_claim (ShanhaiCheckScope      *scope,
             const ShanhaiClaim     *claim,
             const ShanhaiCitations *citations)
{
  const ShanhaiQuantity *figures[SHANHAI_MAX_FIGURES];
  guint n = shanhai_record_collect_figures (claim->record, figures);
  const char *printed_in = NULL;
  bool has_first = false;
  Quote quote, first;

  for (guint c = 0; c < citations->n; c++)
    {
      const ShanhaiCitation *citation = &citations->items[c];

      if (citation->quote == NULL || *citation->quote == '\0')
        continue;
      quote_init (&quote, citation, scope, claim);
      if (prints_figure (&quote, claim->quantity))
        {
          UnitConfusion confusion = find_confusion (&quote, claim->quantity);

          if (confusion != UNIT_AS_RECORDED && printed_in == NULL)
            tell_other_unit (scope, claim, &quote, confusion);
          printed_in = citation->source;
          /* the usual case */
          if (citations->n == 1)
            return;
        }
      else if (!has_first && !(n > 1 && prints_other_figure (&quote, figures, n)))
        {
          first = quote;
          has_first = true;
        }
    }

  if (printed_in == NULL && has_first)
    tell_unprinted (scope, claim, &first);
  else if (printed_in != NULL && has_first && strcmp (first.citation->source, printed_in) != 0)
    check_second (scope, claim, &first, figures, n);
}

void
shanhai_check_quotes (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (scope->claims[i]->record);

      if (citations != NULL && scope->claims[i]->quantity != NULL)
        check_claim (scope, scope->claims[i], citations);
    }
}
