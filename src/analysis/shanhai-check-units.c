/* shanhai-check-units.c - 万 forgotten, people taken for person-times, a unit that isn't the indicator's. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "shanhai-cited-words.h"
#include "shanhai-claims.h"

/* a figure so many times its neighbours isn't growth */
#define SLIP 700.0
/* how far from its neighbours a figure still is when 万 is put back */
#define NEIGHBOURHOOD 12.0
/* so many towns show what is usual among them */
#define MIN_SIBLINGS 3
/* so many times each other, at most, are means of one kind */
#define LIKE_MEANS 3.0
/* among so many figures a neighbour is looked for */
#define MAX_LOOKED 32

/* what may be missing depends on the language that the figure is printed in */
static const ShanhaiSentences slips[] = {
  {
    NULL,
    N_("{w1}: {1} ({t1}) beside {2} ({t2}): about {n} times as much or as little. In one of them 万 or 亿 may be missing."),
    N_("{w1}: {1} ({t1}) beside {2} ({t2}) and {3} ({t3}): 万 or 亿 is missing, or was put in by mistake."),
  },
  {
    NULL,
    N_("{w1}: {1} ({t1}) beside {2} ({t2}): about {n} times as much or as little. In one of them “thousand” or “million” may be missing."),
    N_("{w1}: {1} ({t1}) beside {2} ({t2}) and {3} ({t3}): “thousand” or “million” is missing, or was put in by mistake."),
  },
};

static const ShanhaiSentences sibling_slips[] = {
  {
    NULL,
    N_("{w1}: {1}, but {w2}: {2}. About {n} times as much or as little: 万 or 亿 may be missing, or have been put in by mistake."),
    NULL,
  },
  {
    NULL,
    N_("{w1}: {1}, but {w2}: {2}. About {n} times as much or as little: “thousand” or “million” may be missing, or have been put in by mistake."),
    NULL,
  },
};

static const ShanhaiSentences people_for_times = {
  NULL,
  N_("{w1}: the indicator counts otherwise than the figure ({1}). People and person-times aren’t the same."),
  NULL,
};

static const ShanhaiSentences other_unit = {
  NULL,
  N_("{w1}: {1} is in another unit than the indicator."),
  NULL,
};

static const ShanhaiSentences fractions[] = {
  { NULL, N_("{w1}: {1} is no whole number. 万 may be missing."), NULL },
  { NULL, N_("{w1}: {1} is no whole number. “Thousand” or “million” may be missing."), NULL },
};

static const ShanhaiSentences beyond_hundred = {
  NULL,
  NULL,
  N_("{w1}: {1} is more than all of them."),
};

/* which of the sentences: 1 for a figure that is printed in English */
static int
get_tongue (const ShanhaiClaim *claim)
{
  const char *language = claim->source != NULL ? shanhai_source_get_language (claim->source) : NULL;

  return language != NULL && g_str_has_prefix (language, "en");
}

/* units that one indicator's figures may be printed in side by side */
static bool
are_kin (const char *a,
         const char *b)
{
  static const char * const kin[][20] = {
    { "village", "township", "county", "city", "prefecture", "province", "school", "hospital", "clinic", "company", "org", "item", "project", "room",
      "dwelling", NULL },
    { "session", "occurrence", "batch", "visit", "vehicle-trip", "item", NULL },
    { "case", "person", "person-time", NULL },
    { "volume", "copy", "item", NULL },
    { "percent", "percentage-point", "ratio", "times", NULL },
    { "CNY", "USD", NULL },
    { "km", "m", NULL },
    { "m2", "mu", "km2", NULL },
    { "bed", "item", NULL },
    { "job", "item", "person", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    if (g_strv_contains ((const char * const *) kin[i], a) && g_strv_contains ((const char * const *) kin[i], b))
      return true;

  return false;
}

/* 每万人医师14.7人, 户均4.31人: what is told of each needn't be whole */
static bool
is_told_per_head (const ShanhaiCheckScope *scope,
                  const ShanhaiClaim      *claim,
                  const ShanhaiDefinition *definition)
{
  static const char * const words[] = { "均", "每", "average", "per ", "Per ", "mean " };
  const char *name = definition->name != NULL ? shanhai_name_get (definition->name, SHANHAI_LANGUAGE_CHINESE) : NULL;
  g_autofree char *sentence = claim->citation != NULL ? shanhai_cited_dup_sentence (scope, claim, claim->citation) : NULL;

  if (shanhai_claim_is_average (claim))
    return true;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((name != NULL && strstr (name, words[i]) != NULL) || (sentence != NULL && strstr (sentence, words[i]) != NULL))
      return true;

  return false;
}

void
shanhai_check_record_unit (ShanhaiCheckScope *scope)
{
  static const ShanhaiDecimal hundred = { 100, 0 };

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      const ShanhaiDefinition *definition;
      const char *unit;

      if (claim->quantity == NULL || claim->indicator == NULL)
        continue;
      definition = shanhai_definitions_get (scope->definitions, claim->indicator);
      unit = claim->quantity->unit;

      if (definition->unit != NULL && definition->unit != unit)
        {
          bool people = (strcmp (unit, "person") == 0 && strcmp (definition->unit, "person-time") == 0) ||
                        (strcmp (unit, "person-time") == 0 && strcmp (definition->unit, "person") == 0);

          if (people)
            shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &people_for_times, claim, NULL);
          else if (!are_kin (unit, definition->unit))
            shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &other_unit, claim, NULL);
        }

      if (shanhai_unit_is_counted (unit) && !definition->average && !shanhai_decimal_is_integer (&claim->quantity->value) && !is_told_per_head (scope, claim, definition))
        shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &fractions[get_tongue (claim)], claim, NULL);
      /* of the program's own rates all are shares of a whole */
      if (strcmp (unit, "percent") == 0 && g_strcmp0 (definition->unit, "percent") == 0 && shanhai_decimal_compare (&claim->quantity->value, &hundred) > 0 &&
          (strcmp (claim->indicator, "poverty-incidence") == 0 || strcmp (claim->indicator, "reimbursement-ratio") == 0 ||
           strcmp (claim->indicator, "rescue-success-rate") == 0))
        shanhai_check_tell (scope, SHANHAI_CHECK_RATIO, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &beyond_hundred, claim, NULL);
    }
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

static double
get_value (const ShanhaiClaim *claim)
{
  return shanhai_decimal_to_double (&claim->quantity->value);
}

/* How many times too great (or, negative, too small), as a power of ten; 0 when no word for thousands, 万, millions or 亿 can be missing. Those of the figure's own language come first. */
static int
find_slip (const ShanhaiClaim *claim,
           double              neighbours)
{
  static const int powers[2][6] = { { 4, 8, 6, 3, 9, 0 }, { 6, 3, 9, 4, 8, 0 } };
  double value = get_value (claim), times = MAX (value / neighbours, neighbours / value);

  if (times <= SLIP)
    return 0;
  for (const int *power = powers[get_tongue (claim)]; *power > 0; power++)
    {
      double factor = pow (10, *power);

      if (times > factor / NEIGHBOURHOOD && times < factor * NEIGHBOURHOOD)
        return value > neighbours ? *power : -*power;
    }

  return 0;
}

static void
set_times (ShanhaiFinding *finding,
           int             power)
{
  ShanhaiDecimal one = shanhai_decimal_from_int (1), times;

  if (shanhai_decimal_shift (&one, ABS (power), &times))
    shanhai_finding_set_number (finding, &times);
}

static bool
is_comparable (const ShanhaiClaim *a,
               const ShanhaiClaim *b)
{
  return a->last != b->last && a->quantity->unit == b->quantity->unit && shanhai_claim_compare_kind (a, b) != SHANHAI_ALIKE_NOT;
}

/* the nearest figure in time on one side, or NULL */
static const ShanhaiClaim *
find_neighbour (GPtrArray *sorted,
                guint      index,
                int        step)
{
  guint looked = 0;

  for (guint i = index + (guint) step; i < sorted->len && looked < MAX_LOOKED; i += (guint) step, looked++)
    if (is_comparable (sorted->pdata[i], sorted->pdata[index]))
      return sorted->pdata[i];

  return NULL;
}

static void
check_slip (ShanhaiCheckScope *scope,
            GPtrArray         *sorted,
            guint              index)
{
  const ShanhaiClaim *claim = sorted->pdata[index];
  const ShanhaiClaim *before = find_neighbour (sorted, index, -1);
  const ShanhaiClaim *after = find_neighbour (sorted, index, 1);
  bool falling = claim->indicator != NULL &&
                 g_strcmp0 (shanhai_definitions_get (scope->definitions, claim->indicator)->direction, "falling-is-good") == 0;
  ShanhaiFinding *finding;
  bool sure;
  int power;

  /* at an end of the series, the next two tell */
  if (before != NULL && after == NULL)
    {
      guint at;

      if (g_ptr_array_find (sorted, before, &at))
        after = find_neighbour (sorted, at, -1);
    }
  else if (after != NULL && before == NULL)
    {
      guint at;

      if (g_ptr_array_find (sorted, after, &at))
        before = find_neighbour (sorted, at, 1);
      g_assert (before != claim);
    }
  if (before == claim)
    before = NULL;
  if (after == claim)
    after = NULL;

  if (before != NULL && after != NULL)
    {
      double apart = get_value (before) / get_value (after);

      sure = apart < 30 && apart > 1.0 / 30;
      power = find_slip (claim, sqrt (get_value (before) * get_value (after)));
      if (!sure || power == 0)
        return;
    }
  else
    {
      before = before != NULL ? before : after;
      after = NULL;
      sure = false;
      /* of two, the later one tells */
      power = before != NULL && before->last <= claim->last ? find_slip (claim, get_value (before)) : 0;
      if (power == 0)
        return;
    }
  /* the last poor people of a county can be ten */
  if (falling && get_value (claim) < get_value (before) && (after == NULL || (after->last < claim->last && before->last < claim->last)) &&
      shanhai_decimal_is_integer (&claim->quantity->value))
    return;

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_CONTRADICT,
                                sure && claim->type == SHANHAI_RECORD_OBSERVATION ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, &slips[get_tongue (claim)], claim, before);
  set_times (finding, power);
  if (after != NULL)
    shanhai_finding_add (finding, after->record, after->quantity);
}

static void
tell_sibling (ShanhaiCheckScope  *scope,
              const ShanhaiClaim *claim,
              const ShanhaiClaim *middle)
{
  int power = find_slip (claim, get_value (middle));

  if (power != 0)
    set_times (shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &sibling_slips[get_tongue (claim)], claim, middle), power);
}

static bool
is_share (const char *unit)
{
  return strcmp (unit, "percent") == 0 || strcmp (unit, "percentage-point") == 0 || strcmp (unit, "ratio") == 0;
}

void
shanhai_check_unit_slips (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) sorted = NULL;

  if (scope->n < 2)
    return;

  sorted = g_ptr_array_sized_new (scope->n);
  for (guint i = 0; i < scope->n; i++)
    /* what is nought or a share isn't told in 万 */
    if (scope->claims[i]->quantity != NULL && scope->claims[i]->has_time && shanhai_decimal_sign (&scope->claims[i]->quantity->value) > 0 &&
        !is_share (scope->claims[i]->quantity->unit))
      g_ptr_array_add (sorted, scope->claims[i]);
  g_ptr_array_sort (sorted, compare_last);

  for (guint i = 0; i < sorted->len; i++)
    check_slip (scope, sorted, i);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double x = get_value (*(ShanhaiClaim * const *) a), y = get_value (*(ShanhaiClaim * const *) b);

  return x < y ? -1 : x > y;
}

/* Of the towns of one county, one has 10 000 times as many as the others. Towns differ, so this is never sure. */
static void
check_siblings (ShanhaiCheckScope *scope,
                GPtrArray         *siblings)
{
  const ShanhaiClaim *middle;

  if (siblings->len < MIN_SIBLINGS)
    return;
  g_ptr_array_sort (siblings, compare_values);
  middle = siblings->pdata[siblings->len / 2];
  for (guint i = 0; i < siblings->len; i++)
    tell_sibling (scope, siblings->pdata[i], middle);
}

void
shanhai_check_sibling_slips (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) timed = NULL;
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();

  if (scope->n < MIN_SIBLINGS)
    return;
  timed = shanhai_claims_new_timed (scope);
  for (guint i = 0; i < timed->len; i++)
    {
      const ShanhaiClaim *claim = timed->pdata[i];

      if (i > 0 && ((ShanhaiClaim *) timed->pdata[i - 1])->last != claim->last)
        {
          check_siblings (scope, siblings);
          g_ptr_array_set_size (siblings, 0);
        }
      if (g_strcmp0 (claim->subject, scope->key) != 0 && !claim->planned && shanhai_decimal_sign (&claim->quantity->value) > 0)
        g_ptr_array_add (siblings, timed->pdata[i]);
    }
  check_siblings (scope, siblings);
}

/* Of means that one paragraph lists, such as wages, one has 万 too often: 2600元，2600万元，2800元. The others have to be near each other. */
static void
check_means (ShanhaiCheckScope *scope,
             GPtrArray         *means)
{
  const ShanhaiClaim *slipped = NULL, *middle;

  g_ptr_array_sort (means, compare_values);
  middle = means->pdata[means->len / 2];
  for (guint i = 0; i < means->len; i++)
    {
      double times = get_value (means->pdata[i]) / get_value (middle);

      if (find_slip (means->pdata[i], get_value (middle)) != 0 && slipped == NULL)
        slipped = means->pdata[i];
      else if (times > LIKE_MEANS || times < 1 / LIKE_MEANS)
        return;
    }
  if (slipped != NULL)
    tell_sibling (scope, slipped, middle);
}

void
shanhai_check_mean_slips (ShanhaiCheckScope *scope)
{
  g_autoptr (GHashTable) by_indicator = NULL;
  GHashTableIter iter;
  gpointer means;

  if (scope->n < MIN_SIBLINGS)
    return;
  by_indicator = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      GPtrArray *list;

      if (claim->type != SHANHAI_RECORD_OBSERVATION || claim->indicator == NULL || claim->quantity == NULL || claim->planned || strcmp (claim->quantity->unit, "CNY") != 0 ||
          shanhai_decimal_sign (&claim->quantity->value) <= 0 || !shanhai_definitions_get (scope->definitions, claim->indicator)->average)
        continue;
      list = g_hash_table_lookup (by_indicator, claim->indicator);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (by_indicator, (gpointer) claim->indicator, list);
        }
      g_ptr_array_add (list, scope->claims[i]);
    }
  g_hash_table_iter_init (&iter, by_indicator);
  while (g_hash_table_iter_next (&iter, NULL, &means))
    if (((GPtrArray *) means)->len >= MIN_SIBLINGS)
      check_means (scope, means);
}
