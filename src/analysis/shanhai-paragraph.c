/* shanhai-paragraph.c - figures of one paragraph of a held text, or of a quote, with the words before and behind each. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-paragraph.h"

#include <string.h>

#include "shanhai-quoted-number.h"
#include "shanhai-sentence-spots.h"
#include "shanhai-sentence.h"

/* findings that are looked through for one that says the same */
#define MAX_LAST 64
/* words behind a figure, in bytes */
#define MAX_BEHIND 60

static const char * const stops[] = { "，", "、", "。", "；", "：", "！", "（", "）", ", ", ",", "(", ")", "; ", ". ", "\n", NULL };
static const char * const spaces[] = { " ", "　", NULL };

/* how many sentences end between; `last` is set to where the last of them does */
static guint
count_ends (const char *text,
            gsize       from,
            gsize       until,
            gsize      *last)
{
  guint n = 0;

  for (gsize i = from; i < until; i += (gsize) (g_utf8_next_char (text + i) - (text + i)))
    if (shanhai_words_get_end (text + i) > 0)
      {
        *last = MIN (i + shanhai_words_get_end (text + i), until);
        n++;
      }

  return n;
}

static char *
dup_without_spaces (const char *text,
                    gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = text; p < text + length;)
    {
      gsize skip = shanhai_words_begin_with_any (p, spaces);

      if (skip == 0)
        {
          skip = (gsize) (g_utf8_next_char (p) - p);
          g_string_append_len (out, p, (gssize) skip);
        }
      p += skip;
    }

  return g_string_free (out, FALSE);
}

/* the words behind the last stop */
static const char *
find_clause (const char *words)
{
  const char *clause = words;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = shanhai_words_begin_with_any (p, stops);

      if (n > 0)
        clause = p + n;
    }

  return clause;
}

static char *
dup_behind (const char *text,
            gsize       from,
            gsize       until)
{
  gsize end = from;

  while (end < until && end - from < MAX_BEHIND && shanhai_words_begin_with_any (text + end, stops) == 0)
    end += (gsize) (g_utf8_next_char (text + end) - (text + end));

  return g_strndup (text + from, MIN (end, until) - from);
}

/* where the figure itself begins: a quote may be its whole sentence */
static gsize
find_number (const char        *text,
             const ShanhaiSpot *spot)
{
  g_autofree char *quote = g_strndup (text + spot->start, spot->end - spot->start);
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];

  return spot->start + (shanhai_quoted_numbers_read (quote, numbers) == 1 ? numbers[0].start : 0);
}

static ShanhaiParagraph *
read_spots (const char                 *text,
            const ShanhaiHeldParagraph *paragraph,
            GArray                     *spots)
{
  g_autoptr (ShanhaiParagraph) self = NULL;
  gsize last = paragraph->start;
  guint sentence = 0;

  if (spots->len < 2 || spots->len >= SHANHAI_MAX_PARAGRAPH)
    return NULL;
  self = g_new0 (ShanhaiParagraph, 1);
  for (guint i = 0; i < spots->len; i++)
    {
      const ShanhaiSpot *spot = &g_array_index (spots, ShanhaiSpot, i);
      ShanhaiParagraphFigure *figure = &self->figures[self->n];
      gsize begin = last, start;

      /* the same place, recorded twice */
      if (spot->start < last)
        continue;
      start = find_number (text, spot);
      sentence += count_ends (text, last, start, &begin);
      *figure = (ShanhaiParagraphFigure) {
        .claim = spot->claim,
        .sentence = sentence,
        .before = dup_without_spaces (text + begin, start - begin),
        .printed = g_strndup (text + start, spot->end - start),
        .behind = dup_behind (text, spot->end, i + 1 < spots->len ? MAX (spot->end, g_array_index (spots, ShanhaiSpot, i + 1).start) : paragraph->end),
      };
      figure->clause = find_clause (figure->before);
      self->n++;
      last = spot->end;
    }

  return g_steal_pointer (&self);
}

ShanhaiParagraph *
shanhai_paragraph_new (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *first = scope->n > 1 ? scope->claims[0] : NULL;
  g_autoptr (GArray) spots = NULL;

  if (first == NULL || first->citation == NULL)
    return NULL;
  if (shanhai_claim_is_in_held_text (first))
    {
      const ShanhaiHeldText *held = g_hash_table_lookup (scope->texts, first->source);
      const ShanhaiHeldParagraph *paragraph = held != NULL ? shanhai_held_text_get_paragraph (held, first->citation->paragraph) : NULL;

      if (paragraph == NULL)
        return NULL;
      spots = shanhai_spots_find_in_text (scope, held->text, paragraph);
      return read_spots (held->text, paragraph, spots);
    }
  else
    {
      const char *quote = first->citation->quote;
      const ShanhaiHeldParagraph whole = { 0, strlen (quote), 0 };

      spots = shanhai_spots_find_in_quote (scope, quote);
      return read_spots (quote, &whole, spots);
    }
}

void
shanhai_paragraph_free (ShanhaiParagraph *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->figures[i].before);
      g_free (self->figures[i].printed);
      g_free (self->figures[i].behind);
    }
  g_free (self);
}

bool
shanhai_paragraph_figure_counts (const ShanhaiParagraphFigure *self,
                                 const char                   *word)
{
  static const char * const longer[] = { "次", "头", "均", NULL };

  if (g_str_has_suffix (self->printed, word))
    return shanhai_words_begin_with_any (self->behind, longer) == 0;

  return g_str_has_prefix (self->behind, word) && shanhai_words_begin_with_any (self->behind + strlen (word), longer) == 0 &&
         (self->printed[0] == '\0' || g_ascii_isdigit (self->printed[strlen (self->printed) - 1]) || g_str_has_suffix (self->printed, "万") || g_str_has_suffix (self->printed, "个"));
}

bool
shanhai_paragraph_is_told (const ShanhaiCheckScope *scope,
                           ShanhaiCheck             check,
                           const ShanhaiClaim      *result)
{
  for (guint i = scope->findings->len; i > 0 && scope->findings->len - i < MAX_LAST; i--)
    {
      ShanhaiFinding *finding = scope->findings->pdata[i - 1];

      if (shanhai_finding_get_check (finding) == check && shanhai_finding_get_n (finding) > 0 && shanhai_finding_get_record (finding, 0) == result->record)
        return true;
    }

  return false;
}

void
shanhai_check_paragraphs (ShanhaiCheckScope *scope)
{
  g_autoptr (ShanhaiParagraph) paragraph = shanhai_paragraph_new (scope);

  if (paragraph == NULL)
    return;
  shanhai_paragraph_check_quotients (scope, paragraph);
  shanhai_paragraph_check_percents (scope, paragraph);
  shanhai_paragraph_check_counts (scope, paragraph);
}
