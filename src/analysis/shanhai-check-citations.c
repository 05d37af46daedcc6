/* shanhai-check-citations.c - is every figure cited, and does the source say what the citation says? SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a source's text isn't held, nothing is said of its quotes. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-pairing.h"
#include "shanhai-quote-place.h"
#include "shanhai-text.h"

static const char uncited[] = N_("{w1}: {1} has no citation.");
static const char uncited_groups[] = N_("{w1}: the counted groups have no citation.");
static const char quote_elsewhere[] = N_("{w1}: the quote “{q}” stands in {s1}, but not at the place that the citation names.");
static const char quote_missing[] = N_("{w1}: the text of {s1} doesn’t hold the quote “{q}”.");
static const char text_changed[] = N_("{w1}: the paragraph of {s1} that the citation names has changed since it was cited.");
static const char dangling[] = N_("{w1} refers to a record that isn’t there.");

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

static bool
is_paragraph_changed (const ShanhaiCitation *citation,
                      const ShanhaiHeldText *held)
{
  const ShanhaiHeldParagraph *paragraph = citation->hash != NULL ? shanhai_held_text_get_paragraph (held, citation->paragraph) : NULL;
  g_autofree char *hash = NULL;

  if (paragraph == NULL)
    return false;
  hash = shanhai_text_hash (held->text + paragraph->start, (gssize) (paragraph->end - paragraph->start));

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
      const ShanhaiQuantity *figures[SHANHAI_MAX_FIGURES];
      Search search = { scope->casebook, false };

      shanhai_record_foreach_reference (record, look_up_reference, &search);
      if (search.dangles)
        tell (scope, SHANHAI_CHECK_REFERENCE, dangling, record, NULL);

      if (citations == NULL || citations->n == 0)
        {
          if (shanhai_record_collect_figures (record, figures) > 0)
            tell (scope, SHANHAI_CHECK_CITATION, SHANHAI_IS_PAIRING (record) ? uncited_groups : uncited, record, figures[0]);
          continue;
        }
      for (guint c = 0; c < citations->n; c++)
        {
          ShanhaiSource *source;
          ShanhaiQuotePlace state = shanhai_citation_find_quote (&citations->items[c], scope->claims[i], scope, &source);

          if (state == SHANHAI_QUOTE_ELSEWHERE || state == SHANHAI_QUOTE_MISSING)
            {
              ShanhaiFinding *finding = tell (scope, SHANHAI_CHECK_CITATION, state == SHANHAI_QUOTE_MISSING ? quote_missing : quote_elsewhere, record, NULL);

              shanhai_finding_add (finding, SHANHAI_RECORD (source), NULL);
              shanhai_finding_set_quote (finding, citations->items[c].quote);
            }
          else if (state == SHANHAI_QUOTE_IN_PLACE && is_paragraph_changed (&citations->items[c], g_hash_table_lookup (scope->texts, source)))
            shanhai_finding_add (tell (scope, SHANHAI_CHECK_CITATION, text_changed, record, NULL), SHANHAI_RECORD (source), NULL);
        }
    }
}
