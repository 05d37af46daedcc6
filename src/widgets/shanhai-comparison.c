/* shanhai-comparison.c - one indicator in several cases: where it began, where it stands, what has changed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-comparison.h"

#include <string.h>

#include "shanhai-preference.h"
#include "shanhai-rivals.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiComparisonRow
{
  GObject      parent_instance;

  ShanhaiCase *of;
  guint        position;      /* of the case, for the order */
  GPtrArray   *observations;  /* owned, by time; at least one */
  ShanhaiObservation *first, *last;  /* of them, each the one that stands at its time */
};

G_DEFINE_FINAL_TYPE (ShanhaiComparisonRow, shanhai_comparison_row, G_TYPE_OBJECT)

static void
shanhai_comparison_row_finalize (GObject *object)
{
  ShanhaiComparisonRow *self = SHANHAI_COMPARISON_ROW (object);

  g_clear_object (&self->of);
  g_ptr_array_unref (self->observations);

  G_OBJECT_CLASS (shanhai_comparison_row_parent_class)->finalize (object);
}

static void
shanhai_comparison_row_class_init (ShanhaiComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_comparison_row_finalize;
}

static void
shanhai_comparison_row_init (ShanhaiComparisonRow *self)
{
  self->observations = g_ptr_array_new_with_free_func (g_object_unref);
}

ShanhaiCase *
shanhai_comparison_row_get_case (ShanhaiComparisonRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_ROW (self), NULL);

  return self->of;
}

const char *
shanhai_comparison_row_get_subject (ShanhaiComparisonRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_ROW (self), NULL);

  return shanhai_observation_get_subject (self->observations->pdata[0]);
}

ShanhaiObservation *
shanhai_comparison_row_get_first (ShanhaiComparisonRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_ROW (self), NULL);

  return self->first;
}

ShanhaiObservation *
shanhai_comparison_row_get_last (ShanhaiComparisonRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_ROW (self), NULL);

  return self->last;
}

bool
shanhai_comparison_row_has (ShanhaiComparisonRow *self,
                            const char           *observation_id)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_ROW (self), false);

  for (guint i = 0; i < self->observations->len; i++)
    if (g_strcmp0 (shanhai_record_get_id (self->observations->pdata[i]), observation_id) == 0)
      return true;
  return false;
}

static bool
counts (ShanhaiObservation *observation)
{
  const ShanhaiQuantity *value = shanhai_observation_get_value (observation);
  const ShanhaiPeriod *period = shanhai_observation_get_period (observation);

  return value != NULL && !value->planned && period != NULL
         && !(shanhai_period_is_open_start (period) && shanhai_period_is_open_end (period))
         && g_strcmp0 (shanhai_observation_get_role (observation), "target") != 0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  ShanhaiObservation *x = *(ShanhaiObservation **) a;
  ShanhaiObservation *y = *(ShanhaiObservation **) b;
  int order = shanhai_period_compare (shanhai_observation_get_period (x), shanhai_observation_get_period (y));

  return order != 0 ? order : strcmp (shanhai_record_get_id (SHANHAI_RECORD (x)), shanhai_record_get_id (SHANHAI_RECORD (y)));
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  ShanhaiComparisonRow *x = *(ShanhaiComparisonRow **) a;
  ShanhaiComparisonRow *y = *(ShanhaiComparisonRow **) b;
  int order;

  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  order = g_strcmp0 (shanhai_observation_get_subject (x->observations->pdata[0]),
                     shanhai_observation_get_subject (y->observations->pdata[0]));
  return order != 0 ? order : compare_times (&x->observations->pdata[0], &y->observations->pdata[0]);
}

/* the place of a case in the casebook's list; behind all where there is none */
static guint
find_position (ShanhaiCasebook *casebook,
               ShanhaiCase     *of)
{
  guint position;

  if (of != NULL
      && shanhai_record_list_find (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE), SHANHAI_RECORD (of), &position))
    return position;
  return G_MAXUINT;
}

/* Two claims to one figure are no change. */
static void
find_ends (ShanhaiCasebook      *casebook,
           ShanhaiComparisonRow *row)
{
  ShanhaiObservation *first = shanhai_casebook_find_end (casebook, row->observations, false);

  row->last = shanhai_casebook_find_end (casebook, row->observations, true);
  row->first = shanhai_period_get_position (shanhai_observation_get_period (first)) <
               shanhai_period_get_position (shanhai_observation_get_period (row->last)) ? first : NULL;
}

static void
add_observation (ShanhaiCasebook    *casebook,
                 GHashTable         *by_key,
                 GPtrArray          *rows,
                 ShanhaiObservation *observation)
{
  const char *case_id = shanhai_observation_get_case_id (observation);
  const char *subject = shanhai_observation_get_subject (observation);
  g_autofree char *key = g_strdup_printf ("%s/%s/%s", case_id != NULL ? case_id : "", subject != NULL ? subject : "",
                                          shanhai_observation_get_value (observation)->unit);
  ShanhaiComparisonRow *row = g_hash_table_lookup (by_key, key);

  if (row == NULL)
    {
      row = g_object_new (SHANHAI_TYPE_COMPARISON_ROW, NULL);
      g_set_object (&row->of, shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, case_id));
      row->position = find_position (casebook, row->of);
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_key, g_steal_pointer (&key), row);
    }
  g_ptr_array_add (row->observations, g_object_ref (observation));
}

GPtrArray *
shanhai_comparison_list (ShanhaiCasebook    *casebook,
                         const char * const *cases,
                         const char         *indicator)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ShanhaiRecordList *observations;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), rows);

  observations = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
  for (guint i = 0; i < shanhai_record_list_get_n (observations); i++)
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (shanhai_record_list_peek (observations, i));
      const char *case_id = shanhai_observation_get_case_id (observation);

      if (g_strcmp0 (shanhai_observation_get_indicator (observation), indicator) == 0 && counts (observation)
          && shanhai_casebook_get_preferred (casebook, shanhai_record_get_id (SHANHAI_RECORD (observation))) == NULL
          && (cases == NULL || (case_id != NULL && g_strv_contains (cases, case_id))))
        add_observation (casebook, by_key, rows, observation);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      g_ptr_array_sort (((ShanhaiComparisonRow *) rows->pdata[i])->observations, compare_times);
      find_ends (casebook, rows->pdata[i]);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

typedef struct
{
  ShanhaiComparable  comparable;
  guint              rank;   /* among those of poverty; G_MAXUINT for the others */
  char              *label;  /* to be collated */
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->label);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->comparable.n_cases != y->comparable.n_cases)
    return x->comparable.n_cases > y->comparable.n_cases ? -1 : 1;
  return strcmp (x->label, y->label);
}

/* the rate before the headcount: of places of unlike size only the rate can be compared */
static guint
rank_indicator (const char *key)
{
  static const char * const poverty[] = { "poverty-incidence", "poverty-headcount", "poor-villages", "poor-counties",
                                          "registered-poor-households", "people-lifted-out", "people-lifted-out-yearly",
                                          "households-lifted-out", "villages-lifted-out", "counties-lifted-out" };

  for (guint i = 0; i < G_N_ELEMENTS (poverty); i++)
    if (strcmp (poverty[i], key) == 0)
      return i;
  return G_MAXUINT;
}

GArray *
shanhai_comparison_list_indicators (ShanhaiCasebook *casebook,
                                    ShanhaiLanguage  language)
{
  GArray *comparables = g_array_new (FALSE, FALSE, sizeof (ShanhaiComparable));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GHashTable) cases_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  ShanhaiRecordList *observations;
  GHashTableIter iter;
  gpointer key, cases;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), comparables);

  observations = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
  for (guint i = 0; i < shanhai_record_list_get_n (observations); i++)
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (shanhai_record_list_peek (observations, i));
      const char *indicator = shanhai_observation_get_indicator (observation);
      const char *case_id = shanhai_observation_get_case_id (observation);

      if (indicator == NULL || case_id == NULL || !counts (observation))
        continue;
      cases = g_hash_table_lookup (cases_of, indicator);
      if (cases == NULL)
        {
          cases = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (cases_of, (gpointer) indicator, cases);
        }
      g_hash_table_add (cases, (gpointer) case_id);
    }

  g_array_set_clear_func (candidates, clear_candidate);
  g_hash_table_iter_init (&iter, cases_of);
  while (g_hash_table_iter_next (&iter, &key, &cases))
    {
      Candidate candidate = { { g_intern_string (key), g_hash_table_size (cases) }, rank_indicator (key),
                              g_utf8_collate_key (shanhai_casebook_get_indicator_label (casebook, key, language), -1) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (comparables, g_array_index (candidates, Candidate, i).comparable);
  return comparables;
}
