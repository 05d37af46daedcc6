/* shanhai-check-same.c - the same thing told twice: do they agree? SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two figures are of the same thing when indicator, subject, time, programme and way of counting are the same. Where one of them leaves the way of counting
 * unsaid, a difference is doubtful, not a contradiction; where the ways differ, nothing is said. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow.h"
#include "shanhai-quoted-number.h"

/* so many figures of one thing at one time are compared each with each; of more, neighbours */
#define MAX_EACH 24
#define MAX_NEIGHBOURS 3
/* two reports so far apart in time can still speak of the same count */
#define NEAR_DAYS 62
/* what is less than that many times as much isn't 万 times as much, however roughly it is told */
#define MIN_SLIP 2000
/* a quote of so many characters is a sentence, not a figure */
#define LONG_QUOTE 16
/* … and have so many words beside their figures, each of which has a unit of so many */
#define CHOSEN_WORDS 4
#define UNIT_WORDS 2

static const ShanhaiSentences told_twice = {
  N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
  N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
  N_("{w1}: {s1} tells {1}, {s2} tells {2}. Both can’t be true."),
};

static const ShanhaiSentences told_in_one_source = {
  NULL,
  N_("{w1}: {s1} tells {1} in one place and {2} in another."),
  NULL,
};

static const ShanhaiSentences changed_in_reprint = {
  NULL,
  NULL,
  N_("{w1}: one source reprints the other, yet one has {1} and the other {2}."),
};

static const ShanhaiSentences counted_in_reprint = {
  NULL,
  N_("{w1}: {1} is recorded from a report and from its reprint. That is one witness, to be counted once."),
  NULL,
};

static const ShanhaiSentences unmarked_reprint = {
  NULL,
  N_("{w1}: {1} stands at the same place of two sources, with the same words. One may reprint the other: that would be one witness."),
  NULL,
};

static const ShanhaiSentences slipped_by_wan = {
  NULL,
  N_("{w1}: {s1} tells {1}, {s2} tells {2}: 10 000 times as much. In one of them 万 or 亿 may be missing."),
  N_("{w1}: {s1} tells {1}, {s2} tells {2}: 10 000 times as much. In one of them 万 or 亿 is missing."),
};

static const ShanhaiSentences people_and_times = {
  NULL,
  N_("{w1}: {s1} counts people ({1}), {s2} counts times ({2}), and the number is the same. One of the units may be wrong."),
  N_("{w1}: {1} are more than {2}. Each person is counted at least once, so one of the units or figures is wrong."),
};

/* nought is 10 000 times nothing, though a little of something agrees with it; and a share isn't told in 万 */
static bool
is_slip (const ShanhaiQuantity *a,
         const ShanhaiQuantity *b)
{
  double ratio = shanhai_decimal_to_double (&a->value) / shanhai_decimal_to_double (&b->value);

  if (a->value.digits == 0 || b->value.digits == 0 || (ratio > 1 / MIN_SLIP && ratio < MIN_SLIP) || strcmp (a->unit, "percent") == 0 || strcmp (a->unit, "percentage-point") == 0)
    return false;

  for (int power = 4; power <= 8; power += 4)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        ShanhaiQuantity shifted = *a;

        if (shanhai_decimal_shift (&a->value, sign * power, &shifted.value) &&
            shanhai_decimal_shift (&a->precision, sign * power, &shifted.precision) && !a->has_hi && !b->has_hi &&
            shanhai_quantity_compare_claims (&shifted, b) == SHANHAI_AGREEMENT_AGREE)
          return true;
      }

  return false;
}

/* how many words the quote has beside its figures and their units: a Chinese character is one, and so is an English word */
static guint
count_words (const char *quote)
{
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  const guint n = shanhai_quoted_numbers_read (quote, numbers);
  guint words = 0, next = 0;
  bool in_word = false;

  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      while (next < n && (gsize) (p - quote) >= numbers[next].end)
        next++;
      if (next < n && (gsize) (p - quote) >= numbers[next].start)
        in_word = false;
      else
        {
          words += g_unichar_isalpha (c) && (c >= 0x2e80 || !in_word);
          in_word = g_unichar_isalpha (c) && c < 0x2e80;
        }
    }

  return words > n * UNIT_WORDS ? words - n * UNIT_WORDS : 0;
}

/* at one place of both, or in words that nobody chooses twice; two that print a figure barely print it alike anyway */
static bool
is_same_spot (const ShanhaiClaim *a,
              const ShanhaiClaim *b)
{
  if (a->citation != NULL && b->citation != NULL && a->citation->quote != NULL && g_strcmp0 (a->citation->quote, b->citation->quote) == 0 &&
      g_utf8_strlen (a->citation->quote, -1) >= LONG_QUOTE && count_words (a->citation->quote) >= CHOSEN_WORDS)
    return true;
  /* where both texts are held, shanhai_check_reprints() knows better than that one place is the same */
  if (a->source != NULL && b->source != NULL && shanhai_source_get_text (a->source) != NULL && shanhai_source_get_text (b->source) != NULL)
    return false;

  return a->citation != NULL && b->citation != NULL && a->citation->start > 0 && a->citation->start == b->citation->start &&
         a->citation->length == b->citation->length && a->citation->paragraph == b->citation->paragraph &&
         a->citation->quote != NULL && g_strcmp0 (a->citation->quote, b->citation->quote) == 0 && count_words (a->citation->quote) > 0;
}

/* one is said, or seems, to be a part of the other, or their mean */
static bool
are_of_unlike_scope (const ShanhaiClaim *a,
                     const ShanhaiClaim *b)
{
  if (g_strcmp0 (a->part_of, b->id) == 0 || g_strcmp0 (b->part_of, a->id) == 0 || shanhai_claim_is_average (a) != shanhai_claim_is_average (b))
    return true;

  /* what is told in one breath, and of one of which alone it is said how it counts: 333个，其中贫困村111个 */
  return (a->basis == NULL) != (b->basis == NULL) && shanhai_claim_is_same_place (a, b);
}

/* Flows and exchanges come in numbers: two gifts in one year are two gifts, unless they are totals or two sources tell the same of them. */
static ShanhaiAlikeness
compare_told (const ShanhaiClaim *a,
              const ShanhaiClaim *b,
              bool                same_source)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_kind (a, b);

  if (alike != SHANHAI_ALIKE_FULLY && are_of_unlike_scope (a, b))
    return SHANHAI_ALIKE_NOT;
  if (a->type == SHANHAI_RECORD_OBSERVATION)
    return alike;
  if (same_source || (a->type == SHANHAI_RECORD_FLOW &&
                      shanhai_flow_get_sector (SHANHAI_FLOW (a->record)) != shanhai_flow_get_sector (SHANHAI_FLOW (b->record))))
    return SHANHAI_ALIKE_NOT;
  /* nobody says who tells them: two parts of one whole are two parts */
  if (a->part_of != NULL && g_strcmp0 (a->part_of, b->part_of) == 0 && a->root == NULL && b->root == NULL)
    return SHANHAI_ALIKE_NOT;
  if (a->type == SHANHAI_RECORD_FLOW && !(a->cumulative && b->cumulative))
    return MIN (alike, SHANHAI_ALIKE_MAYBE);

  return alike;
}

static void
compare_people_with_times (ShanhaiCheckScope  *scope,
                           const ShanhaiClaim *people,
                           const ShanhaiClaim *times)
{
  ShanhaiClaim as_people = *times;
  ShanhaiQuantity quantity = *times->quantity;
  ShanhaiAlikeness alike;
  ShanhaiAgreement agreement;

  quantity.unit = people->quantity->unit;
  as_people.quantity = &quantity;
  alike = shanhai_claim_compare_kind (people, &as_people);
  agreement = shanhai_compare_at_most (people->quantity, &quantity);

  if (agreement == SHANHAI_AGREEMENT_CONTRADICT)
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, agreement, alike, &people_and_times, people, times);
  else if (shanhai_decimal_equal (&people->quantity->value, &quantity.value) && people->quantity->value.digits > 1 &&
           g_strcmp0 (people->root, times->root) != 0)
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, alike, &people_and_times, people, times);
}

/* What one measure is in another: so many of the base, not exactly where money is changed or a month has its days. Units of the user's own go by their usual names. */
static const struct
{
  const char *unit, *base;
  const char *low, *high;
} measures[] = {
  { "m2", "m2", "1", "1" },           { "km2", "m2", "1000000", "1000000" }, { "mu", "m2", "666.6", "667" },
  { "hectare", "m2", "10000", "10000" }, { "ha", "m2", "10000", "10000" },    { "公顷", "m2", "10000", "10000" },
  { "jin", "jin", "1", "1" },         { "ton", "jin", "2000", "2000" },      { "kg", "jin", "2", "2" },
  { "公斤", "jin", "2", "2" },         { "m", "m", "1", "1" },                { "km", "m", "1000", "1000" },
  { "CNY", "CNY", "1", "1" },         { "USD", "CNY", "6", "8.3" },          { "percent", "percent", "1", "1" },
  { "ratio", "percent", "100", "100" }, { "day", "day", "1", "1" },           { "month", "day", "28", "31" },
  { "year", "day", "365", "366" },
};

static bool
find_measure (const char       *unit,
              const char      **base,
              ShanhaiInterval  *factor)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].unit, unit) == 0)
      {
        ShanhaiDecimal low, high;

        *base = measures[i].base;
        *factor = (ShanhaiInterval) { 0 };
        if (!shanhai_decimal_parse (measures[i].low, -1, &low) || !shanhai_decimal_parse (measures[i].high, -1, &high))
          return false;
        *factor = shanhai_interval_point (&low);
        factor->hi = high;
        return true;
      }

  return false;
}

/* 9公顷 and 135亩: told in two measures of one thing */
static void
compare_measures (ShanhaiCheckScope  *scope,
                  const ShanhaiClaim *a,
                  const ShanhaiClaim *b,
                  bool                same_source)
{
  ShanhaiClaim measured = *b;
  ShanhaiQuantity quantity = *b->quantity;
  ShanhaiInterval x, y, soft[2], hard[2];
  ShanhaiAgreement agreement = SHANHAI_AGREEMENT_AGREE;
  const char *bases[2];
  ShanhaiAlikeness alike;

  if (!find_measure (a->quantity->unit, &bases[0], &x) || !find_measure (b->quantity->unit, &bases[1], &y) || strcmp (bases[0], bases[1]) != 0)
    return;
  quantity.unit = a->quantity->unit;
  measured.quantity = &quantity;
  alike = compare_told (a, &measured, same_source);
  shanhai_quantity_get_soft (a->quantity, &soft[0]);
  shanhai_quantity_get_soft (b->quantity, &soft[1]);
  shanhai_quantity_get_hard (a->quantity, &hard[0]);
  shanhai_quantity_get_hard (b->quantity, &hard[1]);
  if (!shanhai_interval_multiply (&soft[0], &x, &soft[0]) || !shanhai_interval_multiply (&soft[1], &y, &soft[1]) || !shanhai_interval_multiply (&hard[0], &x, &hard[0]) ||
      !shanhai_interval_multiply (&hard[1], &y, &hard[1]))
    return;

  if (!shanhai_interval_meets (&soft[0], &soft[1]))
    agreement = shanhai_interval_meets (&hard[0], &hard[1]) ? SHANHAI_AGREEMENT_DOUBTFUL : SHANHAI_AGREEMENT_CONTRADICT;
  /* nobody says what a dollar was worth */
  if (strcmp (bases[0], "CNY") == 0)
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  if (agreement != SHANHAI_AGREEMENT_AGREE || (a->root != NULL && b->root != NULL && strcmp (a->root, b->root) != 0))
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, alike, same_source ? &told_in_one_source : &told_twice, a, b);
}

static void
compare_one_time (ShanhaiCheckScope  *scope,
                  const ShanhaiClaim *a,
                  const ShanhaiClaim *b)
{
  const char *person = g_intern_static_string ("person"), *person_time = g_intern_static_string ("person-time");
  const char *source = shanhai_claim_get_source (a);
  bool same_source = source != NULL && g_strcmp0 (source, shanhai_claim_get_source (b)) == 0;
  bool same_root = a->root != NULL && g_strcmp0 (a->root, b->root) == 0;
  ShanhaiAlikeness alike = compare_told (a, b, same_source);
  ShanhaiAgreement agreement;

  if (a->quantity->unit == person && b->quantity->unit == person_time)
    compare_people_with_times (scope, a, b);
  else if (a->quantity->unit == person_time && b->quantity->unit == person)
    compare_people_with_times (scope, b, a);
  if (a->quantity->unit != b->quantity->unit)
    compare_measures (scope, a, b, same_source);
  if (alike == SHANHAI_ALIKE_NOT)
    return;
  /* the target of one office and the forecast of another may both be theirs */
  if (a->planned && b->planned && !same_root)
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);

  agreement = shanhai_quantity_compare_claims (a->quantity, b->quantity);
  if (agreement == SHANHAI_AGREEMENT_AGREE)
    {
      if (same_root && !same_source)
        shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, alike, &counted_in_reprint, a, b);
      else if (!same_root && is_same_spot (a, b))
        shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, alike, &unmarked_reprint, a, b);
      else if (!same_root && a->root != NULL && b->root != NULL)
        shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, alike, &told_twice, a, b);
      return;
    }

  if (agreement == SHANHAI_AGREEMENT_CONTRADICT && is_slip (a->quantity, b->quantity))
    shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, agreement, alike, &slipped_by_wan, a, b);
  else if (same_source)
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, alike, &told_in_one_source, a, b);
  else if (same_root)
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, alike, &changed_in_reprint, a, b);
  else
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, alike, &told_twice, a, b);
}

/* Two newspapers print the same number some weeks apart: that is worth a word, a difference isn't. */
static void
compare_near_times (ShanhaiCheckScope  *scope,
                    const ShanhaiClaim *a,
                    const ShanhaiClaim *b)
{
  if (b->last - a->last > NEAR_DAYS || a->root == NULL || b->root == NULL ||
      !shanhai_decimal_equal (&a->quantity->value, &b->quantity->value) || a->type != SHANHAI_RECORD_OBSERVATION)
    return;
  if (a->open_start != b->open_start || (!a->open_start && a->first != a->last && a->first != b->first))
    return;

  if (strcmp (a->root, b->root) == 0)
    {
      if (g_strcmp0 (shanhai_claim_get_source (a), shanhai_claim_get_source (b)) != 0)
        shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, shanhai_claim_compare_kind (a, b), &counted_in_reprint, a, b);
    }
  else
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_AGREE, shanhai_claim_compare_kind (a, b), &told_twice, a, b);
}

static int
compare_last (gconstpointer a,
              gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;

  return strcmp (x->id, shanhai_record_get_id (y->record));
}

/* no time at all, both without a source of their own: nothing says that they are of one time, but a reprint repeats what it prints */
static bool
is_repeated_without_time (const ShanhaiClaim *a,
                          const ShanhaiClaim *b)
{
  return !a->has_time && !b->has_time && a->root != NULL && g_strcmp0 (a->root, b->root) == 0;
}

/* how many of the sorted claims are told of the same last day as the one at `index` */
static guint
count_of_day (GPtrArray *sorted,
              guint      index)
{
  const ShanhaiClaim *claim = sorted->pdata[index];
  guint end = index + 1;

  while (end < sorted->len && ((ShanhaiClaim *) sorted->pdata[end])->last == claim->last && end - index <= MAX_EACH)
    end++;

  return end - index;
}

static void
compare_two (ShanhaiCheckScope *scope,
             ShanhaiClaim      *a,
             ShanhaiClaim      *b)
{
  if (shanhai_claim_is_same_time (a, b) || is_repeated_without_time (a, b))
    compare_one_time (scope, a, b);
  else if (a->has_time && b->has_time)
    compare_near_times (scope, a, b);
}

void
shanhai_check_same (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (scope->n);
  bool crowded = false;

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->quantity != NULL)
      g_ptr_array_add (sorted, scope->claims[i]);
  g_ptr_array_sort (sorted, compare_last);

  for (guint i = 0; i < sorted->len; i++)
    {
      ShanhaiClaim *a = sorted->pdata[i];
      guint each;

      /* the first of a day tells for all of that day */
      if (i == 0 || ((ShanhaiClaim *) sorted->pdata[i - 1])->last != a->last)
        crowded = count_of_day (sorted, i) > MAX_EACH;
      each = crowded ? MAX_NEIGHBOURS : MAX_EACH;
      for (guint k = i + 1; k < sorted->len && each > 0; k++, each--)
        {
          ShanhaiClaim *b = sorted->pdata[k];

          if (b->has_time && a->has_time && b->last - a->last > NEAR_DAYS)
            break;
          compare_two (scope, a, b);
        }
    }
}
