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
        }
    }
}

static ShanhaiQuantity *
parse_quote (const ShanhaiCitation *citation,
             const char            *unit)
{
  return citation->quote != NULL ? shanhai_quantity_parse (citation->quote, unit, NULL) : NULL;
}

static bool
is_printed (const ShanhaiCitations *citations,
            const ShanhaiQuantity  *figure)
{
  for (guint i = 0; i < citations->n; i++)
    {
      g_autoptr (ShanhaiQuantity) quoted = parse_quote (&citations->items[i], figure->unit);

      if (quoted != NULL && shanhai_quantity_compare_claims (quoted, figure) == SHANHAI_AGREEMENT_AGREE)
        return true;
    }

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
      g_autoptr (ShanhaiQuantity) quoted = parse_quote (citation, figures[i]->unit);

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
compare_with_quote (ShanhaiCheckScope     *scope,
                    const ShanhaiClaim    *claim,
                    const ShanhaiQuantity *figure,
                    const ShanhaiCitation *citation)
{
  g_autoptr (ShanhaiQuantity) quoted = parse_quote (citation, figure->unit);
  ShanhaiRecord *source;
  /* a quote that the text is known to hold is what was printed; another may be the mistake itself */
  ShanhaiAlikeness sure = find_quote (scope, citation, &source) == QUOTE_IN_PLACE ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  ShanhaiClaim told = *claim;

  told.quantity = figure;
  if (quoted != NULL)
    {
      ShanhaiAgreement agreement = shanhai_quantity_compare_claims (quoted, figure);
      ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_QUOTE, agreement, sure, &other_value, &told, NULL);

      if (finding != NULL)
        shanhai_finding_set_computed (finding, &quoted->value, NULL, quoted->unit);
      return;
    }

  quoted = parse_quote (citation, NULL);
  if (quoted == NULL || !shanhai_decimal_equal (&quoted->value, &figure->value))
    return;
  if (is_pair (quoted->unit, figure->unit, "person", "person-time"))
    {
      ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &person_quoted, &told, NULL);

      shanhai_finding_set_quote (finding, citation->quote);
    }
  else if (is_pair (quoted->unit, figure->unit, "percent", "percentage-point"))
    {
      ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_POINTS, SHANHAI_AGREEMENT_CONTRADICT, sure, &points_quoted, &told, NULL);

      shanhai_finding_set_quote (finding, citation->quote);
    }
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
      guint n;

      if (citations == NULL || citations->n == 0 || claim->quantity == NULL)
        continue;
      n = collect_figures (claim->record, figures);
      if (n == 0 || is_printed (citations, figures[0]))
        continue;

      for (guint c = 0; c < citations->n; c++)
        if (!prints_other_figure (&citations->items[c], figures, n))
          {
            compare_with_quote (scope, claim, figures[0], &citations->items[c]);
            break;
          }
    }
}
