/* shanhai-check-citations.c - is every figure cited, and does the source say what the citation says? SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a source's text isn't held, nothing is said of its quotes. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-pairing.h"
#include "shanhai-source.h"
#include "shanhai-text.h"

/* figures of one record that its quotes are held against */
#define MAX_FIGURES 16

static const char uncited[] = N_("{w1}: {1} has no citation.");
static const char uncited_groups[] = N_("{w1}: the counted groups have no citation.");
static const char quote_elsewhere[] = N_("{w1}: the quote “{q}” stands in {s1}, but not at the place that the citation names.");
static const char quote_missing[] = N_("{w1}: the text of {s1} doesn’t hold the quote “{q}”.");
static const char text_changed[] = N_("{w1}: the paragraph of {s1} that the citation names has changed since it was cited.");
static const char dangling[] = N_("{w1} refers to a record that isn’t there.");

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

static guint
collect_ends (const ShanhaiEnds      *ends,
              const ShanhaiQuantity **out,
              guint                   n)
{
  for (guint i = 0; ends != NULL && i < ends->n && n < MAX_FIGURES; i++)
    if (ends->items[i].count != NULL)
      out[n++] = ends->items[i].count;

  return n;
}

/* every number that the record holds, its main figure first */
static guint
collect_figures (ShanhaiRecord          *record,
                 const ShanhaiQuantity **out)
{
  guint n = 0;

  if (shanhai_record_get_figure (record) != NULL)
    out[n++] = shanhai_record_get_figure (record);
  if (SHANHAI_IS_EXCHANGE (record) && shanhai_exchange_get_sessions (SHANHAI_EXCHANGE (record)) != NULL)
    {
      const ShanhaiQuantity *sessions = shanhai_exchange_get_sessions (SHANHAI_EXCHANGE (record));

      if (n == 0 || out[0] != sessions)
        out[n++] = sessions;
    }
  if (SHANHAI_IS_FLOW (record))
    {
      n = collect_ends (shanhai_flow_get_from (SHANHAI_FLOW (record)), out, n);
      n = collect_ends (shanhai_flow_get_to (SHANHAI_FLOW (record)), out, n);
    }
  if (SHANHAI_IS_PAIRING (record))
    {
      n = collect_ends (shanhai_pairing_get_assisting (SHANHAI_PAIRING (record)), out, n);
      n = collect_ends (shanhai_pairing_get_assisted (SHANHAI_PAIRING (record)), out, n);
    }

  return n;
}

static ShanhaiFinding *
tell (ShanhaiCheckScope     *scope,
      ShanhaiCheck           check,
      const char            *sentence,
      ShanhaiRecord         *record,
      const ShanhaiQuantity *quantity)
{
  ShanhaiFinding *finding = shanhai_finding_new (check, SHANHAI_GRAVITY_INCOMPLETE, sentence);

  shanhai_finding_add (finding, record, quantity);
  g_ptr_array_add (scope->findings, finding);

  return finding;
}

static const char *
get_held_text (ShanhaiCheckScope     *scope,
               const ShanhaiCitation *citation,
               ShanhaiRecord        **record)
{
  ShanhaiSource *source = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_SOURCE, citation->source);

  *record = SHANHAI_RECORD (source);

  return source != NULL ? shanhai_source_get_text (source) : NULL;
}

typedef enum
{
  QUOTE_UNKNOWN,    /* no text, or no quote */
  QUOTE_IN_PLACE,
  QUOTE_ELSEWHERE,
  QUOTE_MISSING,
} QuoteState;

static bool
is_in_place (const ShanhaiCitation *citation,
             const char            *text)
{
  gsize byte;

  if (citation->start >= 0)
    {
      byte = shanhai_text_offset_to_byte (text, citation->start);
      if (!g_str_has_prefix (text + byte, citation->quote))
        return false;
      if (citation->length >= 0 && citation->length != g_utf8_strlen (citation->quote, -1))
        return false;
      return citation->paragraph == 0 || shanhai_text_paragraph_at (text, citation->start) == citation->paragraph;
    }
  if (citation->paragraph > 0)
    {
      gsize start, end;

      return shanhai_text_get_paragraph (text, citation->paragraph, &start, &end) &&
             g_strstr_len (text + start, (gssize) (end - start), citation->quote) != NULL;
    }

  return strstr (text, citation->quote) != NULL;
}

static QuoteState
find_quote (ShanhaiCheckScope     *scope,
            const ShanhaiCitation *citation,
            ShanhaiRecord        **source)
{
  const char *text = get_held_text (scope, citation, source);

  if (text == NULL || *text == '\0' || citation->quote == NULL || *citation->quote == '\0')
    return QUOTE_UNKNOWN;
  if (is_in_place (citation, text))
    return QUOTE_IN_PLACE;

  return strstr (text, citation->quote) != NULL ? QUOTE_ELSEWHERE : QUOTE_MISSING;
}

static bool
is_paragraph_changed (const ShanhaiCitation *citation,
                      const char            *text)
{
  g_autofree char *hash = NULL;
  gsize start, end;

  if (citation->hash == NULL || citation->paragraph == 0 || !shanhai_text_get_paragraph (text, citation->paragraph, &start, &end))
    return false;
  hash = shanhai_text_hash (text + start, (gssize) (end - start));

  return strcmp (hash, citation->hash) != 0;
}

typedef struct
{
  ShanhaiCasebook *casebook;
  bool             dangles;
} Search;

static void
look_up_reference (const ShanhaiField *field,
                   const char         *id,
                   gpointer            user_data)
{
  Search *search = user_data;

  search->dangles |= shanhai_casebook_lookup (search->casebook, id) == NULL;
}

void
shanhai_check_citations (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    {
      ShanhaiRecord *record = scope->claims[i]->record;
      const ShanhaiCitations *citations = shanhai_record_get_citations (record);
      const ShanhaiQuantity *figures[MAX_FIGURES];
      Search search = { scope->casebook, false };

      shanhai_record_foreach_reference (record, look_up_reference, &search);
      if (search.dangles)
        tell (scope, SHANHAI_CHECK_REFERENCE, dangling, record, NULL);

      if (citations == NULL || citations->n == 0)
        {
          if (collect_figures (record, figures) > 0)
            tell (scope, SHANHAI_CHECK_CITATION, SHANHAI_IS_PAIRING (record) ? uncited_groups : uncited, record, figures[0]);
          continue;
        }
      for (guint c = 0; c < citations->n; c++)
        {
          ShanhaiRecord *source;
          QuoteState state = find_quote (scope, &citations->items[c], &source);

          if (state == QUOTE_ELSEWHERE || state == QUOTE_MISSING)
            {
              ShanhaiFinding *finding = tell (scope, SHANHAI_CHECK_CITATION, state == QUOTE_MISSING ? quote_missing : quote_elsewhere, record, NULL);

              shanhai_finding_add (finding, source, NULL);
              shanhai_finding_set_quote (finding, citations->items[c].quote);
            }
          else if (state == QUOTE_IN_PLACE && is_paragraph_changed (&citations->items[c], shanhai_source_get_text (SHANHAI_SOURCE (source))))
            shanhai_finding_add (tell (scope, SHANHAI_CHECK_CITATION, text_changed, record, NULL), source, NULL);
        }
    }
}

/* `unit`: that of the figure which it may print, or NULL for whatever it prints */
static ShanhaiQuantity *
parse_quote (const ShanhaiCitation *citation,
             const char            *unit)
{
  if (citation->quote == NULL)
    return NULL;
  /* money beside a count is the quote of something else; not to read it saves most of the time */
  if (unit != NULL && strcmp (unit, "CNY") != 0 && strcmp (unit, "USD") != 0 && g_str_has_suffix (citation->quote, "元"))
    return NULL;

  return shanhai_quantity_parse (citation->quote, unit, NULL);
}

/* A quote that begins with the number itself needs no more reading: 10.92万人, 2775.27万元, 近4.7亿元. False says nothing. */
static bool
read_plain_number (const char     *quote,
                   ShanhaiDecimal *out)
{
  const char *start = quote, *end;
  int power = 0;

  while (*start != '\0' && !g_ascii_isdigit (*start))
    start++;
  for (end = start; g_ascii_isdigit (*end) || *end == '.'; end++)
    ;
  if (end == start || !shanhai_decimal_parse (start, end - start, out))
    return false;
  if (g_str_has_prefix (end, "余") || g_str_has_prefix (end, "多"))
    end += strlen ("余");
  if (g_str_has_prefix (end, "万") || g_str_has_prefix (end, "萬"))
    power = 4;
  else if (g_str_has_prefix (end, "亿") || g_str_has_prefix (end, "億"))
    power = 8;

  return power == 0 || shanhai_decimal_shift (out, power, out);
}

static bool
shows_value (const char           *quote,
             const ShanhaiDecimal *value)
{
  ShanhaiDecimal number;

  return read_plain_number (quote, &number) && shanhai_decimal_equal (&number, value);
}

/* so far apart that no qualifier makes up for it */
static bool
is_far (const ShanhaiDecimal *a,
        const ShanhaiDecimal *b)
{
  double x = shanhai_decimal_to_double (a), y = shanhai_decimal_to_double (b);

  return x > 2 * y || y > 2 * x;
}

/* whether the quote may print one of a pair of units that are taken for each other, and the figure has the other one */
static bool
may_confuse_units (const char *quote,
                   const char *unit)
{
  if (g_str_has_suffix (quote, "元"))
    return false;
  if (strcmp (unit, "person") == 0)
    return strstr (quote, "次") != NULL || strstr (quote, "time") != NULL;
  if (strcmp (unit, "person-time") == 0)
    return strstr (quote, "次") == NULL && strstr (quote, "time") == NULL;
  if (strcmp (unit, "percent") == 0)
    return strstr (quote, "百分点") != NULL || strstr (quote, "point") != NULL;
  if (strcmp (unit, "percentage-point") == 0)
    return strstr (quote, "百分点") == NULL && strstr (quote, "point") == NULL;

  return false;
}

/* the number that the quote prints is another of the record's figures */
static bool
prints_other_figure (const ShanhaiCitation         *citation,
                     const ShanhaiQuantity * const *figures,
                     guint                          n)
{
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (ShanhaiQuantity) quoted = NULL;

      if (shows_value (citation->quote, &figures[i]->value))
        return true;
      quoted = parse_quote (citation, figures[i]->unit);
      if (quoted != NULL && shanhai_decimal_equal (&quoted->value, &figures[i]->value))
        return true;
    }

  return false;
}

static bool
is_pair (const char *a,
         const char *b,
         const char *x,
         const char *y)
{
  return (strcmp (a, x) == 0 && strcmp (b, y) == 0) || (strcmp (a, y) == 0 && strcmp (b, x) == 0);
}

static void
tell_other_unit (ShanhaiCheckScope     *scope,
                 const ShanhaiClaim    *claim,
                 const ShanhaiCitation *citation,
                 ShanhaiAlikeness       sure)
{
  g_autoptr (ShanhaiQuantity) quoted = parse_quote (citation, NULL);
  ShanhaiFinding *finding = NULL;

  if (quoted == NULL || !shanhai_decimal_equal (&quoted->value, &claim->quantity->value))
    return;
  if (is_pair (quoted->unit, claim->quantity->unit, "person", "person-time"))
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &person_quoted, claim, NULL);
  else if (is_pair (quoted->unit, claim->quantity->unit, "percent", "percentage-point"))
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, sure, &points_quoted, claim, NULL);
  if (finding != NULL)
    shanhai_finding_set_quote (finding, citation->quote);
}

/* false when the quote prints the figure, so that no other citation needs to be looked at */
static bool
differs_from_quote (const ShanhaiClaim     *claim,
                    const ShanhaiCitation  *citation,
                    ShanhaiQuantity       **quoted)
{
  ShanhaiDecimal number;

  if (shows_value (citation->quote, &claim->quantity->value) && !claim->quantity->has_hi && !may_confuse_units (citation->quote, claim->quantity->unit))
    return false;

  if (strcmp (claim->quantity->unit, "CNY") == 0 && !claim->quantity->has_hi && g_str_has_suffix (citation->quote, "元") &&
      claim->quantity->qualifier != SHANHAI_QUALIFIER_AT_LEAST && claim->quantity->qualifier != SHANHAI_QUALIFIER_AT_MOST &&
      read_plain_number (citation->quote, &number) && is_far (&number, &claim->quantity->value))
    {
      *quoted = shanhai_quantity_new (&number, claim->quantity->unit);
      return true;
    }
  *quoted = parse_quote (citation, claim->quantity->unit);

  return *quoted == NULL || !shanhai_decimal_equal (&(*quoted)->value, &claim->quantity->value);
}

static void
tell_difference (ShanhaiCheckScope     *scope,
                 const ShanhaiClaim    *claim,
                 const ShanhaiCitation *citation,
                 const ShanhaiQuantity *quoted)
{
  ShanhaiRecord *source;
  /* a quote that the text is known to hold is what was printed; another may be the mistake itself */
  ShanhaiAlikeness sure = find_quote (scope, citation, &source) == QUOTE_IN_PLACE ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  ShanhaiAgreement agreement;
  ShanhaiFinding *finding;

  if (quoted == NULL)
    {
      if (may_confuse_units (citation->quote, claim->quantity->unit))
        tell_other_unit (scope, claim, citation, sure);
      return;
    }
  /* what was copied should be the same, not only near */
  agreement = MAX (shanhai_quantity_compare_claims (quoted, claim->quantity), SHANHAI_AGREEMENT_DOUBTFUL);
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_QUOTE, agreement, sure, &other_value, claim, NULL);
  if (finding != NULL)
    shanhai_finding_set_computed (finding, &quoted->value, NULL, quoted->unit);
}

/* The main figure alone: a record's other citations may print whatever belongs to it. */
void
shanhai_check_quotes (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      const ShanhaiCitations *citations = shanhai_record_get_citations (claim->record);
      const ShanhaiQuantity *figures[MAX_FIGURES];
      g_autoptr (ShanhaiQuantity) first_quoted = NULL;
      const ShanhaiCitation *first = NULL;
      bool printed = false;
      guint n;

      if (citations == NULL || claim->quantity == NULL)
        continue;
      n = collect_figures (claim->record, figures);
      for (guint c = 0; c < citations->n && !printed; c++)
        {
          const ShanhaiCitation *citation = &citations->items[c];
          g_autoptr (ShanhaiQuantity) quoted = NULL;

          if (citation->quote == NULL)
            continue;
          printed = !differs_from_quote (claim, citation, &quoted);
          if (printed || first != NULL || (n > 1 && prints_other_figure (citation, figures, n)))
            continue;
          first = citation;
          first_quoted = g_steal_pointer (&quoted);
        }
      if (!printed && first != NULL)
        tell_difference (scope, claim, first, first_quoted);
    }
}
