/* shanhai-sentence.c - figures of one sentence of a held text or of a quote, and the words between them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-sentence.h"

#include <string.h>

#include "shanhai-quoted-number.h"
#include "shanhai-sentence-numbers.h"
#include "shanhai-sentence-spots.h"

/* say nothing of how figures belong together */
static const char * const fillers[] = { "约", "約", "近", "逾", "超过", "超過", "将近", "將近", "大约", "的", " ", "　", "底", "末", "达到了", "了", "about", "nearly", "some", "more than", "over", NULL };
static const char * const stops[] = { "，", "、", ",", "（", "(", "）", ")", "：", ":", "“", "”", NULL };
static const char * const opening[] = { "（", "(", NULL };
static const char * const closing[] = { "）", ")", NULL };
static const char * const ends[] = { "。", "！", "？", "；", "\n", "; ", ". ", NULL };

static gsize
match (const char         *p,
       const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (p, list[i]))
      return strlen (list[i]);

  return 0;
}

gsize
shanhai_words_begin_with_any (const char         *words,
                              const char * const *list)
{
  return match (words, list);
}

const char *
shanhai_words_skip_stops (const char *words)
{
  for (gsize n; (n = match (words, stops)) > 0;)
    words += n;

  return words;
}

const char *
shanhai_words_skip_closed (const char *words)
{
  const char *behind = words;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (match (p, closing) > 0)
      behind = p + match (p, closing);

  return behind;
}

int
shanhai_words_count_brackets (const char *words)
{
  int n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n += (match (p, opening) > 0) - (match (p, closing) > 0);

  return n;
}

const char *
shanhai_words_get_last_clause (const char *words)
{
  const char *clause = words;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = match (p, stops);

      if (n > 0)
        clause = p + n;
    }

  return clause;
}

gsize
shanhai_words_get_end (const char *words)
{
  return match (words, ends);
}

guint
shanhai_words_count (const char *words)
{
  return (guint) g_utf8_strlen (words, -1);
}

bool
shanhai_words_begin_with (const char         *words,
                          const char * const *list)
{
  return match (shanhai_words_skip_stops (words), list) > 0;
}

bool
shanhai_words_end_with (const char         *words,
                        const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_suffix (words, list[i]))
      return true;

  return false;
}

bool
shanhai_words_contain (const char         *words,
                       const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strstr (words, list[i]) != NULL)
      return true;

  return false;
}

bool
shanhai_sentence_is_behind (const ShanhaiSentenceFigure *figure,
                            const char * const          *list)
{
  return match (figure->after, list) > 0 || (figure->literal == NULL && shanhai_words_end_with (figure->claim->citation->quote, list));
}

/* "in 2016" */
static bool
is_english_year (const char                *text,
                 const ShanhaiQuotedNumber *number)
{
  return number->end - number->start == 4 && number->value.scale == 0 && number->value.digits >= 1949 && number->value.digits <= 2100 && number->start >= 3 &&
         (strncmp (text + number->start - 3, "in ", 3) == 0 || strncmp (text + number->start - 3, "In ", 3) == 0 || strncmp (text + number->start - 3, "of ", 3) == 0 || strncmp (text + number->start - 3, "by ", 3) == 0);
}

/* 2019年, 5月; but 3年 is how long */
static bool
is_date (const ShanhaiQuotedNumber *number,
         const char                *after)
{
  if (number->value.scale != 0 || number->value.digits < 1)
    return false;

  return g_str_has_prefix (after, "年") ? number->value.digits >= 1949 && number->value.digits <= 2100 : number->value.digits <= 31;
}

/* 签约, 附近: a filler's letter that belongs to the word before it */
static bool
is_in_word (const char *text,
            const char *p)
{
  static const char * const words[] = { "签约", "簽約", "预约", "預約", "节约", "節約", "履约", "违约", "附近", "最近", "邻近", "摸底", NULL };
  const char *before = p > text ? g_utf8_prev_char (p) : NULL;

  return before != NULL && match (before, words) > 0;
}

/* where the bracket closes that opens at `p`, or NULL */
static const char *
find_closing (const char *p)
{
  for (p += match (p, opening); *p != '\0' && match (p, opening) == 0; p = g_utf8_next_char (p))
    if (match (p, closing) > 0)
      return p;

  return NULL;
}

/* The words of a gap, bare; true when another number stands among them. A bracket says something of what stands before it: its words and numbers aren't of the figure behind. */
static bool
make_bare (const char  *gap,
           gsize        length,
           char       **out,
           int         *year)
{
  g_autofree char *text = g_strndup (gap, length);
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n = shanhai_quoted_numbers_read (text, numbers), next = 0;
  GString *bare = g_string_new (NULL);
  bool broken = n == SHANHAI_MAX_QUOTED_NUMBERS;
  const char *behind = text;

  for (const char *p = text; *p != '\0';)
    {
      gsize skip;

      if (p >= behind && match (p, opening) > 0 && find_closing (p) != NULL)
        behind = find_closing (p) + match (find_closing (p), closing);
      if (next < n && (gsize) (p - text) == numbers[next].start)
        {
          const ShanhaiQuotedNumber *number = &numbers[next++];

          p = text + number->end;
          skip = match (p, (const char * const[]) { "年", "月", "日", NULL });
          if (skip > 0 && !is_date (number, p))
            skip = 0;
          if ((skip > 0 && g_str_has_prefix (p, "年")) || is_english_year (text, number))
            *year = (int) number->value.digits;
          broken |= skip == 0 && !is_english_year (text, number) && p > behind;
          p += skip;
          continue;
        }
      skip = is_in_word (text, p) ? 0 : match (p, fillers);
      if (skip == 0)
        {
          skip = (gsize) (g_utf8_next_char (p) - p);
          if (p >= behind)
            g_string_append_len (bare, p, (gssize) skip);
        }
      p += skip;
    }
  *out = g_string_free (bare, FALSE);

  return broken;
}

static bool
ends_sentence (const char *gap,
               gsize       length)
{
  g_autofree char *text = g_strndup (gap, length);

  return shanhai_words_contain (text, ends);
}

/* a sentence's figures, and the claims that the numbers which nobody has recorded would make */
typedef struct
{
  ShanhaiSentenceFigure figures[SHANHAI_MAX_SPOTS];
  ShanhaiClaim          claims[SHANHAI_MAX_SPOTS];
  guint                 n;
} Sentence;

static void
sentence_clear (Sentence *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->figures[i].before);
      if (self->figures[i].literal != NULL)
        shanhai_quantity_free ((ShanhaiQuantity *) self->claims[i].quantity);
      g_free (self->figures[i].literal);
    }
  self->n = 0;
}

static void
sentence_add (Sentence           *self,
              const ShanhaiClaim *claim,
              const char         *text,
              gsize               last,
              gsize               start,
              gsize               end)
{
  ShanhaiSentenceFigure *figure = &self->figures[self->n++];

  *figure = (ShanhaiSentenceFigure) { .claim = claim, .after = text + end };
  figure->is_broken = make_bare (text + last, start - last, &figure->before, &figure->year);
}

/* where the sentence ends in which `from` lies */
static gsize
find_end (const char *text,
          gsize       from,
          gsize       limit)
{
  for (gsize i = from; i < limit; i += (gsize) (g_utf8_next_char (text + i) - (text + i)))
    if (match (text + i, ends) > 0)
      return i;

  return limit;
}

/* where it begins: behind the last end before `until` */
static gsize
find_start (const char *text,
            gsize       from,
            gsize       until)
{
  gsize start = from;

  for (gsize i = from; i < until; i += (gsize) (g_utf8_next_char (text + i) - (text + i)))
    if (match (text + i, ends) > 0)
      start = i + match (text + i, ends);

  return MIN (start, until);
}

/* The sentence once more, with all its numbers; false where there are no others, or too many. */
static bool
sentence_mix (Sentence          *self,
              const char        *text,
              gsize              from,
              gsize              until,
              const ShanhaiSpot *spots,
              guint              n)
{
  g_autofree char *printed = g_strndup (text + from, until - from);
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n_numbers = shanhai_quoted_numbers_read (printed, numbers), next = 0, n_recorded = 0;
  gsize last = from;

  if (n_numbers <= n || n_numbers == SHANHAI_MAX_QUOTED_NUMBERS)
    return false;
  for (guint i = 0; i <= n_numbers; i++)
    {
      gsize start = i < n_numbers ? from + numbers[i].start : until, end = 0;
      const ShanhaiSentenceFigure *previous;
      ShanhaiQuantity *quantity;

      for (; next < n && spots[next].start <= start; next++)
        {
          if (spots[next].start < last)
            continue;
          sentence_add (self, spots[next].claim, text, last, spots[next].start, spots[next].end);
          last = spots[next].end;
          n_recorded++;
        }
      if (i == n_numbers || start < last || (next < n && from + numbers[i].end > spots[next].start))
        continue;
      previous = self->n > 0 ? &self->figures[self->n - 1] : NULL;
      quantity = shanhai_sentence_read_number (printed, last - from, &numbers[i], previous != NULL ? previous->after : NULL, previous != NULL ? previous->claim->quantity->unit : NULL, &end);
      if (quantity == NULL)
        continue;
      self->claims[self->n] = (ShanhaiClaim) { .type = SHANHAI_RECORD_OTHER, .quantity = quantity };
      sentence_add (self, &self->claims[self->n], text, last, start, from + end);
      self->figures[self->n - 1].literal = g_strndup (text + start, from + end - start);
      last = from + end;
    }
  for (guint i = 0; i < self->n; i++)
    self->figures[i].is_among_others = true;

  return self->n > n_recorded;
}

static void
tell_sentence (ShanhaiCheckScope          *scope,
               ShanhaiSentenceFunc         func,
               const char                 *text,
               const ShanhaiHeldParagraph *paragraph,
               Sentence                   *sentence,
               gsize                       before,
               const ShanhaiSpot          *spots,
               guint                       n)
{
  if (sentence->n > 1)
    {
      func (scope, sentence->figures, sentence->n);
      sentence_clear (sentence);
      if (n < SHANHAI_MAX_SPOTS / 2 && sentence_mix (sentence, text, find_start (text, before, spots[0].start), find_end (text, spots[n - 1].end, paragraph->end), spots, n))
        func (scope, sentence->figures, sentence->n);
    }
  sentence_clear (sentence);
}

static void
tell_paragraph (ShanhaiCheckScope          *scope,
                ShanhaiSentenceFunc         func,
                const char                 *text,
                const ShanhaiHeldParagraph *paragraph,
                GArray                     *spots)
{
  gsize last = paragraph->start, before = last;
  Sentence sentence;
  guint first = 0;

  sentence.n = 0;
  for (guint i = 0; i < spots->len; i++)
    {
      const ShanhaiSpot *spot = &g_array_index (spots, ShanhaiSpot, i);

      /* the same place, recorded twice */
      if (spot->start < last)
        continue;
      if (sentence.n > 0 && ends_sentence (text + last, spot->start - last))
        {
          tell_sentence (scope, func, text, paragraph, &sentence, before, &g_array_index (spots, ShanhaiSpot, first), i - first);
          before = last;
          first = i;
        }
      sentence_add (&sentence, spot->claim, text, last, spot->start, spot->end);
      last = spot->end;
    }
  if (sentence.n > 0)
    tell_sentence (scope, func, text, paragraph, &sentence, before, &g_array_index (spots, ShanhaiSpot, first), spots->len - first);
}

void
shanhai_sentences_foreach (ShanhaiCheckScope   *scope,
                           ShanhaiSentenceFunc  func)
{
  const ShanhaiClaim *first = scope->n > 0 ? scope->claims[0] : NULL;
  g_autoptr (GArray) spots = NULL;

  if (first == NULL || first->citation == NULL)
    return;
  if (shanhai_claim_is_in_held_text (first))
    {
      const ShanhaiHeldText *held = g_hash_table_lookup (scope->texts, first->source);
      const ShanhaiHeldParagraph *paragraph = held != NULL ? shanhai_held_text_get_paragraph (held, first->citation->paragraph) : NULL;

      if (paragraph == NULL)
        return;
      spots = shanhai_spots_find_in_text (scope, held->text, paragraph);
      tell_paragraph (scope, func, held->text, paragraph, spots);
    }
  else
    {
      /* the sentence that all of them quote is held text, too */
      const char *quote = first->citation->quote;
      const ShanhaiHeldParagraph whole = { 0, strlen (quote), 0 };

      spots = shanhai_spots_find_in_quote (scope, quote);
      tell_paragraph (scope, func, quote, &whole, spots);
    }
}
