/* shanhai-proposer-case.c - the case that an article tells of: who assists whom, since when. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Among the places that the head of the text names, the two sides are those named most, one of which stands where the assisting side stands in sentences of
 * assistance (甲对口帮扶乙, 甲援建, 投到乙的资金, A assists B), or lies in a province that assists others. */

#include "shanhai-proposer.h"

#include <string.h>

#include "shanhai-place.h"
#include "shanhai-proposer-private.h"

/* of GB/T 2260: the provinces of the east, which assist; a district in one of them beside a county elsewhere is the assisting side */
static const char eastern[] = " 11 12 21 31 32 33 35 37 44 ";

typedef struct
{
  ShanhaiMentioned mentioned;  /* the first time */
  char            *words;
  guint            n;
  int              gives;      /* how much speaks for the assisting side; negative: for the other */
} Side;

static void
clear_side (gpointer data)
{
  g_free (((Side *) data)->words);
}

static const char *
get_province (ShanhaiProposer        *self,
              const ShanhaiMentioned *mentioned)
{
  if (mentioned->division != NULL)
    return mentioned->division->code;
  if (mentioned->id != NULL)
    {
      g_autoptr (GPtrArray) path = shanhai_casebook_dup_place_path (self->casebook, mentioned->id);

      for (guint i = 0; i < path->len; i++)
        if (shanhai_place_get_code (path->pdata[i]) != NULL)
          return shanhai_place_get_code (path->pdata[i]);
    }
  return NULL;
}

static bool
is_county (ShanhaiProposer        *self,
           const ShanhaiMentioned *mentioned)
{
  const char *level = mentioned->key;

  if (mentioned->division != NULL)
    level = shanhai_division_level_get_key (mentioned->division->level);
  else if (mentioned->id != NULL)
    {
      ShanhaiPlace *place = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PLACE, mentioned->id);

      level = place != NULL ? shanhai_place_get_level (place) : NULL;
    }
  return g_strcmp0 (level, "county") == 0;
}

static bool
is_place (const ShanhaiMentioned *mentioned)
{
  return mentioned->division != NULL || (mentioned->id != NULL ? g_str_has_prefix (mentioned->id, "place-") : mentioned->type == SHANHAI_RECORD_PLACE);
}

static bool
begins_with_any (const char         *text,
                 const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return true;
  return false;
}

static bool
ends_with_any (const char         *text,
               gsize               length,
               const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (length >= strlen (words[i]) && memcmp (text + length - strlen (words[i]), words[i], strlen (words[i])) == 0)
      return true;
  return false;
}

static int
weigh_place (ShanhaiProposer        *self,
             const char             *head,
             const ShanhaiMentioned *mentioned)
{
  static const char * const gives[] = { "对口帮扶", "帮扶", "援建", "支援", "对口支援", "选派", "派出", "派驻", "援助", "捐赠", "投入", "协作帮扶", "先后派", "assist", NULL };
  static const char * const is_given[] = { "对口帮扶", "帮扶", "援建", "支援", "援助", "投到", "投向", "助力", "携手帮扶", "支持", "assisting ", "assists ", NULL };
  static const char * const is_poor[] = { "贫困", "脱贫", "摘帽", "建档立卡", "深度贫困", NULL };
  const char *province = get_province (self, mentioned);
  const char *behind = head + mentioned->end;
  int weight = 0;

  weight += 3 * begins_with_any (behind, gives);
  weight -= 3 * ends_with_any (head, mentioned->start, is_given);
  weight -= 2 * begins_with_any (behind, is_poor);
  if (province != NULL)
    {
      const char key[] = { ' ', province[0], province[1], ' ', '\0' };

      weight += strstr (eastern, key) != NULL ? 4 : -4;
    }
  else
    /* districts assist, counties are assisted */
    weight += ends_with_any (head, mentioned->end, (const char *[]) { "区", NULL }) ? 2 : ends_with_any (head, mentioned->end, (const char *[]) { "县", NULL }) ? -2 : 0;
  return weight;
}

static GArray *
collect_sides (ShanhaiProposer *self,
               const char      *head)
{
  g_autoptr (GArray) mentioned = shanhai_names_find (self->names, head);
  GArray *sides = g_array_new (FALSE, TRUE, sizeof (Side));

  g_array_set_clear_func (sides, clear_side);
  for (guint i = 0; i < mentioned->len; i++)
    {
      const ShanhaiMentioned *place = &g_array_index (mentioned, ShanhaiMentioned, i);
      Side *side = NULL;
      g_autofree char *words = g_strndup (head + place->start, place->end - place->start);

      if (!is_place (place))
        continue;
      for (guint k = 0; side == NULL && k < sides->len; k++)
        {
          Side *other = &g_array_index (sides, Side, k);

          if ((place->id != NULL && g_strcmp0 (place->id, other->mentioned.id) == 0) || (place->division != NULL && place->division == other->mentioned.division)
              || g_str_equal (words, other->words))
            side = other;
        }
      if (side == NULL)
        {
          const Side fresh = { .mentioned = *place, .words = g_steal_pointer (&words) };

          g_array_append_val (sides, fresh);
          side = &g_array_index (sides, Side, sides->len - 1);
        }
      side->n++;
      side->gives += weigh_place (self, head, place);
    }
  return sides;
}

/* the one that is named most of those that give, or that are given; counties and districts before what they lie in */
static const Side *
pick (ShanhaiProposer *self,
      GArray          *sides,
      bool             gives)
{
  const Side *best = NULL;
  guint best_n = 0;

  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = &g_array_index (sides, Side, i);
      const guint n = side->n * (is_county (self, &side->mentioned) ? 4 : 1);

      if ((gives ? side->gives > 0 : side->gives < 0) && n > best_n)
        {
          best = side;
          best_n = n;
        }
    }
  return best;
}

static ShanhaiPeriod *
find_period (ShanhaiProposer *self)
{
  int first = G_MAXINT, last = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < shanhai_reading_get_n (self->reading); i++)
    {
      const char *period = shanhai_reading_get_nth (self->reading, i)->period;
      g_autoptr (ShanhaiPeriod) parsed = period != NULL ? shanhai_period_parse (period, NULL) : NULL;

      if (parsed == NULL)
        continue;
      if (!shanhai_period_is_open_start (parsed))
        first = MIN (first, shanhai_period_get_first_year (parsed));
      if (!shanhai_period_is_open_end (parsed))
        last = MAX (last, shanhai_period_get_year (parsed));
    }
  if (first == G_MAXINT)
    return NULL;
  text = last > first ? g_strdup_printf ("%04d/%04d", first, last) : g_strdup_printf ("%04d/..", first);
  return shanhai_period_parse (text, NULL);
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + strlen (word), word))
    n++;
  return n;
}

static const char *
find_kind (const char *head,
           bool        two_sides)
{
  if (strstr (head, "东西部") != NULL || strstr (head, "山海协作") != NULL || strstr (head, "east-west") != NULL)
    return "east-west";
  if (strstr (head, "定点帮扶") != NULL || strstr (head, "定点扶贫") != NULL)
    return "fixed-point";
  if (strstr (head, "对口支援") != NULL)
    return "counterpart";
  if (count (head, "健康扶贫") + count (head, "健康帮扶") > 1)
    return "health";
  return two_sides ? "east-west" : "other";
}

ShanhaiRecord *
shanhai_proposer_propose_case (ShanhaiProposer *self,
                               const char      *title)
{
  g_autofree char *head = shanhai_proposer_dup_head (self);
  g_autoptr (GArray) sides = collect_sides (self, head);
  const Side *assisting = pick (self, sides, true), *assisted = pick (self, sides, false);
  g_autoptr (ShanhaiPeriod) period = find_period (self);
  g_autoptr (ShanhaiName) name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_CASE);
  ShanhaiRecord *draft;

  if (assisted == NULL)
    return NULL;

  words = assisting != NULL ? g_strconcat (assisting->words, "→", assisted->words, NULL) : g_strdup (title != NULL ? title : assisted->words);
  name = shanhai_name_new ((const char *[]) { "zh" }, (const char *[]) { words }, 1);
  draft = shanhai_record_new (SHANHAI_RECORD_CASE, NULL);
  g_object_set (draft, "id", id, "title", name, "kind", find_kind (head, assisting != NULL), "period", period, NULL);
  if (assisting != NULL)
    {
      const char *place = shanhai_names_ensure (self->names, head, &assisting->mentioned);
      g_autoptr (ShanhaiStrings) ids = shanhai_strings_new ((const char *[]) { place, NULL }, false);

      g_object_set (draft, "assisting", ids, NULL);
    }
  {
    const char *place = shanhai_names_ensure (self->names, head, &assisted->mentioned);
    g_autoptr (ShanhaiStrings) ids = shanhai_strings_new ((const char *[]) { place, NULL }, false);

    g_object_set (draft, "assisted", ids, NULL);
  }
  return draft;
}
