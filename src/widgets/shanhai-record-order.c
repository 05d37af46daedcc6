/* shanhai-record-order.c - the order in which records are shown until a person asks for another. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-record-order.h"

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-pairing.h"
#include "shanhai-vocabulary.h"

typedef enum
{
  RANKS_INDICATOR,
  RANKS_PAIRING,
  RANKS_DIRECTION,
  RANKS_ROLE,
  N_RANKS,
} Ranks;

static const char * const schemes[N_RANKS] = { "indicators", "levels.pairing", "directions", "roles.exchange" };

/* The place of a key in the vocabulary; a person's own keys after all others. A table of 100 000 rows compares millions of times: the keys are interned, so
 * each is looked up once. */
static guint
rank_key (Ranks       ranks,
          const char *key)
{
  static GHashTable *known[N_RANKS];
  gpointer rank;

  if (known[ranks] == NULL)
    known[ranks] = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_lookup_extended (known[ranks], key, NULL, &rank))
    {
      guint n_terms;
      const ShanhaiTerm *terms = shanhai_vocabulary_list (schemes[ranks], &n_terms);
      const ShanhaiTerm *term = shanhai_vocabulary_find (schemes[ranks], key);

      rank = GUINT_TO_POINTER (term != NULL && terms != NULL ? (guint) (term - terms) : n_terms);
      g_hash_table_insert (known[ranks], (gpointer) key, rank);
    }
  return GPOINTER_TO_UINT (rank);
}

/* @a, @b: interned, as keys of records are; none comes last */
static int
compare_keys (Ranks       ranks,
              const char *a,
              const char *b)
{
  guint rank_a, rank_b;

  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  rank_a = rank_key (ranks, a);
  rank_b = rank_key (ranks, b);
  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  return g_strcmp0 (a, b);
}

static int
compare_figures (ShanhaiRecord *a,
                 ShanhaiRecord *b)
{
  const ShanhaiQuantity *figure_a = shanhai_record_get_figure (a);
  const ShanhaiQuantity *figure_b = shanhai_record_get_figure (b);

  if (figure_a == NULL || figure_b == NULL)
    return (figure_a == NULL) - (figure_b == NULL);
  return shanhai_decimal_compare (&figure_b->value, &figure_a->value);
}

static int
compare_observations (ShanhaiObservation *a,
                      ShanhaiObservation *b)
{
  int order = compare_keys (RANKS_INDICATOR, shanhai_observation_get_indicator (a), shanhai_observation_get_indicator (b));

  if (order == 0)
    order = g_strcmp0 (shanhai_observation_get_subject (a), shanhai_observation_get_subject (b));
  return order;
}

/* what was really paid comes first */
static int
rank_status (ShanhaiFlow *flow)
{
  const char *status = shanhai_flow_get_status (flow);

  if (g_strcmp0 (status, "disbursed") == 0)
    return 0;
  if (g_strcmp0 (status, "committed") == 0)
    return 1;
  return g_strcmp0 (status, "planned") == 0 ? 2 : 3;
}

static int
compare_flows (ShanhaiFlow *a,
               ShanhaiFlow *b)
{
  int order = rank_status (a) - rank_status (b);

  return order != 0 ? order : compare_figures (SHANHAI_RECORD (a), SHANHAI_RECORD (b));
}

static int
compare_exchanges (ShanhaiExchange *a,
                   ShanhaiExchange *b)
{
  int order = compare_keys (RANKS_DIRECTION, shanhai_exchange_get_direction (a), shanhai_exchange_get_direction (b));

  if (order == 0)
    order = compare_keys (RANKS_ROLE, shanhai_exchange_get_role (a), shanhai_exchange_get_role (b));
  return order;
}

int
shanhai_record_compare_time (ShanhaiRecord *a,
                             ShanhaiRecord *b)
{
  int order = shanhai_period_compare (shanhai_record_get_period (a), shanhai_record_get_period (b));

  return order != 0 ? order : g_strcmp0 (shanhai_record_get_id (a), shanhai_record_get_id (b));
}

int
shanhai_record_compare_shown (ShanhaiRecord *a,
                              ShanhaiRecord *b)
{
  int order = 0;

  if (a == b)
    return 0;

  /* each type has an order of its own: between two of them no other than that of the types goes together with both */
  if (shanhai_record_get_record_type (a) != shanhai_record_get_record_type (b))
    return shanhai_record_get_record_type (a) < shanhai_record_get_record_type (b) ? -1 : 1;

  if (SHANHAI_IS_OBSERVATION (a) && SHANHAI_IS_OBSERVATION (b))
    order = compare_observations (SHANHAI_OBSERVATION (a), SHANHAI_OBSERVATION (b));
  else if (SHANHAI_IS_FLOW (a) && SHANHAI_IS_FLOW (b))
    order = compare_flows (SHANHAI_FLOW (a), SHANHAI_FLOW (b));
  else if (SHANHAI_IS_PAIRING (a) && SHANHAI_IS_PAIRING (b))
    order = compare_keys (RANKS_PAIRING, shanhai_pairing_get_level (SHANHAI_PAIRING (a)),
                          shanhai_pairing_get_level (SHANHAI_PAIRING (b)));
  else if (SHANHAI_IS_EXCHANGE (a) && SHANHAI_IS_EXCHANGE (b))
    order = compare_exchanges (SHANHAI_EXCHANGE (a), SHANHAI_EXCHANGE (b));

  if (order == 0)
    order = shanhai_period_compare (shanhai_record_get_period (a), shanhai_record_get_period (b));
  if (order == 0)
    order = compare_figures (a, b);
  return order != 0 ? order : g_strcmp0 (shanhai_record_get_id (a), shanhai_record_get_id (b));
}
