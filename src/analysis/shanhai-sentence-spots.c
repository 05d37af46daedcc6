/* shanhai-sentence-spots.c - where in a text the figures stand that cite it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some cite the figure alone, others the whole sentence; and a sentence that is cited is held text, though nothing else of its source may be. In a sentence, a figure is the number of its
 * value, of its unit if there are several: 12所学校、12家企业. */

#include "shanhai-config.h"

#include "shanhai-sentence-spots.h"

#include <string.h>

#include "shanhai-quoted-number.h"

/* in bytes; a shorter quote is a figure by itself */
#define SENTENCE 20
#define FIRST_YEAR 1949
#define LAST_YEAR 2100

/* a longer word stands before its own beginning */
static const struct
{
  const char *word;
  const char *units[4];
} words[] = {
  { "人次", { "person-time" } }, { "人", { "person", "person-time" } }, { "名", { "person", "person-time" } }, { "位", { "person" } }, { "户", { "household" } }, { "戶", { "household" } },
  { "元", { "CNY", "USD" } }, { "%", { "percent" } }, { "％", { "percent" } }, { "个百分点", { "percentage-point" } }, { "個百分點", { "percentage-point" } }, { "百分点", { "percentage-point" } },
  { "个贫困村", { "village" } }, { "个行政村", { "village" } }, { "个村", { "village" } }, { "個村", { "village" } }, { "个乡镇", { "township" } }, { "个镇", { "township" } }, { "个县", { "county" } },
  { "所学校", { "school" } }, { "所", { "school", "hospital", "clinic", "org" } }, { "家企业", { "company" } }, { "家", { "company", "hospital", "clinic", "org" } },
  { "批次", { "batch" } }, { "批", { "batch" } }, { "期", { "session" } }, { "场次", { "session" } }, { "场", { "session" } }, { "場", { "session" } }, { "次", { "occurrence", "session", "visit" } },
  { "例", { "case" } }, { "套", { "dwelling" } }, { "张", { "bed" } }, { "張", { "bed" } }, { "亩", { "mu" } }, { "畝", { "mu" } }, { "公里", { "km" } }, { "吨", { "ton" } }, { "倍", { "times" } },
  { "册", { "volume" } }, { "份", { "copy" } }, { "间", { "room" } }, { "間", { "room" } }, { "年", { "year" } }, { "个", { NULL } }, { "個", { NULL } }, { "台", { NULL } }, { "座", { NULL } },
  { "盏", { NULL } }, { "辆", { NULL } }, { "对", { NULL } }, { "件", { NULL } }, { "项", { "project" } },
  { " person-times", { "person-time" } }, { " people", { "person" } }, { " persons", { "person" } }, { " households", { "household" } }, { " families", { "household" } }, { " yuan", { "CNY" } },
  { " villages", { "village" } }, { " percentage points", { "percentage-point" } }, { " percent", { "percent" } }, { " per cent", { "percent" } },
};

typedef enum
{
  UNIT_OTHER,
  UNIT_UNKNOWN,
  UNIT_SAME,
} UnitMatch;

/* what stands behind a number; `length` is that of its unit's word */
static UnitMatch
match_unit (const char *after,
            const char *unit,
            gsize      *length)
{
  *length = 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (after, words[i].word))
      {
        *length = strlen (words[i].word);
        for (guint u = 0; u < G_N_ELEMENTS (words[i].units) && words[i].units[u] != NULL; u++)
          if (strcmp (words[i].units[u], unit) == 0)
            return UNIT_SAME;
        return words[i].units[0] == NULL ? UNIT_UNKNOWN : UNIT_OTHER;
      }

  return UNIT_UNKNOWN;
}

/* 2019年: a number that is a year isn't a figure */
static bool
is_year (const char                *text,
         const ShanhaiQuotedNumber *number)
{
  return number->end - number->start == 4 && number->value.digits >= FIRST_YEAR && number->value.digits <= LAST_YEAR && g_str_has_prefix (text + number->end, "年");
}

/* The number of the text that is the claim's figure, the first of those that fit best and aren't taken; -1 when there is none. */
static int
find_number (const char                *text,
             const ShanhaiQuotedNumber *numbers,
             guint                      n,
             const bool                *taken,
             const ShanhaiQuantity     *quantity)
{
  ShanhaiDecimal value = quantity->value;
  int best = -1;
  UnitMatch best_match = UNIT_OTHER;

  /* a fall is printed without a sign */
  if (value.digits < 0)
    value.digits = -value.digits;
  for (guint i = 0; i < n; i++)
    {
      UnitMatch match;
      gsize length;

      if ((taken != NULL && taken[i]) || !shanhai_decimal_equal (&numbers[i].value, &value) || is_year (text, &numbers[i]))
        continue;
      match = match_unit (text + numbers[i].end, quantity->unit, &length);
      if (best < 0 || match > best_match)
        {
          best = (int) i;
          best_match = match;
        }
    }

  return best;
}

static gsize
find_end (const char                *text,
          const ShanhaiQuotedNumber *number,
          const char                *unit)
{
  gsize length;

  match_unit (text + number->end, unit, &length);

  return number->end + length;
}

/* the figure itself where the quote says more than that */
static void
narrow (ShanhaiSpot *spot)
{
  const char *quote = spot->claim->citation->quote;
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n = shanhai_quoted_numbers_read (quote, numbers);
  int index = n > 1 ? find_number (quote, numbers, n, NULL, spot->claim->quantity) : -1;

  if (index < 0)
    return;
  spot->end = spot->start + find_end (quote, &numbers[index], spot->claim->quantity->unit);
  spot->start += numbers[index].start;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const ShanhaiSpot *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

GArray *
shanhai_spots_find_in_text (ShanhaiCheckScope          *scope,
                            const char                 *text,
                            const ShanhaiHeldParagraph *paragraph)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (ShanhaiSpot));
  const gsize start = paragraph->start, end = paragraph->end;
  const gint64 before = paragraph->offset;
  glong length = g_utf8_strlen (text + start, (gssize) (end - start));

  for (guint i = 0; i < scope->n && spots->len < SHANHAI_MAX_SPOTS; i++)
    {
      const ShanhaiCitation *citation = scope->claims[i]->citation;
      ShanhaiSpot spot = { .claim = scope->claims[i] };

      if (citation->start < before || citation->start > before + length)
        continue;
      spot.start = (gsize) (g_utf8_offset_to_pointer (text + start, citation->start - before) - text);
      spot.end = spot.start + strlen (citation->quote);
      if (spot.end > end || !g_str_has_prefix (text + spot.start, citation->quote))
        continue;
      narrow (&spot);
      g_array_append_val (spots, spot);
    }
  g_array_sort (spots, compare_spots);

  return spots;
}

GArray *
shanhai_spots_find_in_quote (ShanhaiCheckScope *scope,
                             const char        *quote)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (ShanhaiSpot));
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  bool taken[SHANHAI_MAX_QUOTED_NUMBERS] = { false };
  guint n = shanhai_quoted_numbers_read (quote, numbers);

  /* what follows the last of them isn't known */
  if (n == SHANHAI_MAX_QUOTED_NUMBERS)
    return spots;
  for (guint i = 0; i < scope->n && spots->len < SHANHAI_MAX_SPOTS; i++)
    {
      ShanhaiSpot spot = { .claim = scope->claims[i] };
      int index = find_number (quote, numbers, n, taken, spot.claim->quantity);

      if (index < 0)
        continue;
      taken[index] = true;
      spot.start = numbers[index].start;
      spot.end = find_end (quote, &numbers[index], spot.claim->quantity->unit);
      g_array_append_val (spots, spot);
    }
  g_array_sort (spots, compare_spots);

  return spots;
}

bool
shanhai_quote_is_sentence (const char *quote)
{
  guint n = 0;
  bool in_number = false;

  if (strlen (quote) < SENTENCE)
    return false;
  for (const char *p = quote; *p != '\0' && n < 2; p++)
    {
      bool is_digit = g_ascii_isdigit (*p) || (in_number && (*p == '.' || *p == ','));

      n += is_digit && !in_number;
      in_number = is_digit;
    }

  return n > 1;
}

bool
shanhai_quote_has_behind (const char            *quote,
                          const ShanhaiQuantity *figure,
                          const char * const    *list)
{
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n = shanhai_quoted_numbers_read (quote, numbers);
  ShanhaiDecimal value = figure->value;

  if (value.digits < 0)
    value.digits = -value.digits;
  for (guint w = 0; list[w] != NULL; w++)
    {
      if (n <= 1 && strstr (quote, list[w]) != NULL)
        return true;
      for (guint i = 0; n > 1 && i < n; i++)
        if (shanhai_decimal_equal (&numbers[i].value, &value))
          {
            const char *after = quote + numbers[i].end;

            while (*after == ' ')
              after++;
            if (g_str_has_prefix (after, list[w]))
              return true;
          }
    }

  return false;
}

gsize
shanhai_quote_get_length (const char *quote)
{
  static const char * const ends[] = { "。", "；", "，", ".", ";", ",", " ", NULL };
  gsize length = strlen (quote), before;

  do
    {
      before = length;
      for (guint i = 0; ends[i] != NULL; i++)
        if (length > strlen (ends[i]) && strncmp (quote + length - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
          length -= strlen (ends[i]);
    }
  while (length < before);

  return length;
}
