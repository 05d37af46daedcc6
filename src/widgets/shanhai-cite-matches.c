/* shanhai-cite-matches.c - the records that a passage of a source may be about, the likeliest first. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-cite-matches.h"

#include <math.h>
#include <string.h>

/* what speaks for a record, each */
#define SAME_FIGURE 60
#define NEAR_FIGURE 20
#define SAME_UNIT 5
#define SAME_TIME 12
#define SAME_CASE 8
#define NAMED 10
/* share of the figure within which another is near */
#define NEAR .1

typedef struct
{
  ShanhaiRecord *record;
  int            score;
  guint          order;
} Match;

/* ids of what the sentence names */
static GHashTable *
find_named (ShanhaiCasebook *casebook,
            const char      *sentence)
{
  static const ShanhaiRecordType types[] = { SHANHAI_RECORD_PLACE, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_PROGRAMME };
  static const ShanhaiLanguage languages[] = { SHANHAI_LANGUAGE_CHINESE, SHANHAI_LANGUAGE_ENGLISH };
  GHashTable *named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint t = 0; sentence != NULL && t < G_N_ELEMENTS (types); t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, types[t]);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);

          for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
            {
              const char *name = shanhai_name_get (shanhai_record_get_title (record), languages[k]);

              if (name != NULL && *name != '\0' && strstr (sentence, name) != NULL)
                g_hash_table_add (named, (char *) shanhai_record_get_id (record));
            }
        }
    }
  return named;
}

typedef struct
{
  GHashTable *named;
  guint       n;
} Names;

static void
count_named_cb (const ShanhaiField *field,
                const char         *id,
                gpointer            data)
{
  Names *names = data;

  names->n += g_hash_table_contains (names->named, id);
}

static bool
says_indicator (ShanhaiRecord        *record,
                const ShanhaiWording *wording,
                const char           *sentence)
{
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;

  if (sentence == NULL || shanhai_record_get_record_type (record) != SHANHAI_RECORD_OBSERVATION)
    return false;
  g_object_get (record, "indicator", &key, NULL);
  label = key != NULL ? shanhai_wording_key (wording, "indicators", key) : NULL;

  return label != NULL && *label != '\0' && strstr (sentence, label) != NULL;
}

static int
compare_figures (const ShanhaiQuantity *a,
                 const ShanhaiQuantity *b)
{
  double x, y;

  if (a == NULL || b == NULL)
    return 0;
  if (shanhai_quantity_compare_claims (a, b) == SHANHAI_AGREEMENT_AGREE)
    return SAME_FIGURE;
  if (g_strcmp0 (a->unit, b->unit) != 0)
    return 0;
  x = shanhai_decimal_to_double (&a->value);
  y = shanhai_decimal_to_double (&b->value);

  return fabs (x - y) <= NEAR * fabs (x) ? NEAR_FIGURE : SAME_UNIT;
}

static int
get_score (ShanhaiRecord        *record,
           const ShanhaiWording *wording,
           const ShanhaiPassage *passage,
           GHashTable           *named)
{
  const ShanhaiPeriod *period = shanhai_record_get_period (record);
  Names names = { named, 0 };
  int score = compare_figures (passage->figure, shanhai_record_get_figure (record));

  if (period != NULL && passage->period != NULL && shanhai_period_overlaps (period, passage->period))
    score += SAME_TIME;
  if (passage->case_id != NULL && g_strcmp0 (shanhai_record_get_case_id (record), passage->case_id) == 0)
    score += SAME_CASE;
  shanhai_record_foreach_reference (record, count_named_cb, &names);
  if (g_hash_table_contains (named, shanhai_record_get_id (record)))
    names.n++;

  return score + NAMED * (int) names.n + (says_indicator (record, wording, passage->sentence) ? NAMED : 0);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

GPtrArray *
shanhai_cite_matches_list (ShanhaiCasebook      *casebook,
                           const ShanhaiWording *wording,
                           const ShanhaiPassage *passage)
{
  static const ShanhaiRecordType types[] = {
    SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_PAIRING, SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_EVENT,
    SHANHAI_RECORD_CASE, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_PLACE,
  };
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), records);

  named = find_named (casebook, passage->sentence);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, types[t]);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          Match match = { shanhai_record_list_peek (list, i), 0, matches->len };

          match.score = get_score (match.record, wording, passage, named);
          g_array_append_val (matches, match);
        }
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (records, g_object_ref (g_array_index (matches, Match, i).record));
  return records;
}
