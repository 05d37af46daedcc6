/* shanhai-rivals.c - of several claims to one figure, the one that stands until a person has chosen. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-rivals.h"

#include <string.h>

#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-source.h"

/* the best that a record's citations say of it; the lower the better */
typedef struct
{
  int    reprint;    /* 0 where one of its sources isn't a reprint, or nothing is known of them */
  int    kind;       /* index into `kinds`, behind them for another one or none */
  gint32 published;  /* the latest day; SHANHAI_DAY_BEFORE_ALL for none */
} Standing;

/* the nearest to who counts first */
static const char * const kinds[] = { "statistics", "official-report", "academic", "press" };

static int
rank_kind (const char *kind)
{
  int rank = 0;

  while (rank < (int) G_N_ELEMENTS (kinds) && g_strcmp0 (kind, kinds[rank]) != 0)
    rank++;

  return rank;
}

static Standing
get_standing (ShanhaiCasebook *casebook,
              ShanhaiRecord   *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  Standing standing = { 1, G_N_ELEMENTS (kinds), SHANHAI_DAY_BEFORE_ALL };

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      ShanhaiSource *source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, citations->items[i].source);
      const ShanhaiPeriod *published = source != NULL ? shanhai_source_get_published (source) : NULL;

      if (source == NULL || shanhai_source_get_reprint_of (source) == NULL)
        standing.reprint = 0;
      if (source != NULL)
        standing.kind = MIN (standing.kind, rank_kind (shanhai_source_get_kind (source)));
      if (published != NULL)
        standing.published = MAX (standing.published, shanhai_period_get_last_day (published));
    }
  if (citations == NULL || citations->n == 0)
    standing.reprint = 0;

  return standing;
}

static bool
is_exact (const ShanhaiQuantity *quantity)
{
  return quantity->qualifier == SHANHAI_QUALIFIER_EXACT && !quantity->has_hi;
}

int
shanhai_casebook_compare_rivals (ShanhaiCasebook *self,
                                 ShanhaiRecord   *a,
                                 ShanhaiRecord   *b)
{
  const ShanhaiQuantity *x, *y;
  Standing p, q;
  int order;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self) && SHANHAI_IS_RECORD (a) && SHANHAI_IS_RECORD (b), 0);

  if (a == b)
    return 0;

  x = shanhai_record_get_figure (a);
  y = shanhai_record_get_figure (b);
  g_return_val_if_fail (x != NULL && y != NULL, 0);

  p = get_standing (self, a);
  q = get_standing (self, b);
  if (p.reprint != q.reprint)
    return p.reprint - q.reprint;
  if (is_exact (x) != is_exact (y))
    return is_exact (x) ? -1 : 1;
  order = shanhai_decimal_compare (&x->precision, &y->precision);
  if (order != 0)
    return order;
  if (p.kind != q.kind)
    return p.kind - q.kind;
  if (p.published != q.published)
    return p.published > q.published ? -1 : 1;

  return strcmp (shanhai_record_get_id (a), shanhai_record_get_id (b));
}

/* ---- what is a rival of what ---------------------------------------------------------------- */

static bool
is_same_figure (const ShanhaiQuantity *a,
                const ShanhaiQuantity *b)
{
  return a != NULL && b != NULL && a->unit == b->unit && a->planned == b->planned;
}

static bool
has_same_end (const ShanhaiPeriod *a,
              const ShanhaiPeriod *b)
{
  return a != NULL && b != NULL && !shanhai_period_is_open_end (a) && !shanhai_period_is_open_end (b) &&
         shanhai_period_get_last_day (a) == shanhai_period_get_last_day (b);
}

static bool
has_same_start (const ShanhaiPeriod *a,
                const ShanhaiPeriod *b)
{
  return shanhai_period_get_first_day (a) == shanhai_period_get_first_day (b);
}

static bool
is_of_same_time (ShanhaiObservation *a,
                 ShanhaiObservation *b)
{
  const ShanhaiPeriod *x = shanhai_observation_get_period (a), *y = shanhai_observation_get_period (b);

  return has_same_end (x, y) && shanhai_observation_get_cumulative (a) == shanhai_observation_get_cumulative (b) &&
         (!shanhai_observation_get_cumulative (a) || has_same_start (x, y));
}

static bool
are_rival_observations (ShanhaiObservation *a,
                        ShanhaiObservation *b)
{
  bool targets = g_strcmp0 (shanhai_observation_get_role (a), "target") == 0;

  return is_same_figure (shanhai_observation_get_value (a), shanhai_observation_get_value (b)) && is_of_same_time (a, b) &&
         g_strcmp0 (shanhai_observation_get_indicator (a), shanhai_observation_get_indicator (b)) == 0 &&
         g_strcmp0 (shanhai_observation_get_subject (a), shanhai_observation_get_subject (b)) == 0 &&
         g_strcmp0 (shanhai_observation_get_programme (a), shanhai_observation_get_programme (b)) == 0 &&
         g_strcmp0 (shanhai_observation_get_part_of (a), shanhai_observation_get_part_of (b)) == 0 &&
         shanhai_name_equal (shanhai_observation_get_basis (a), shanhai_observation_get_basis (b)) &&
         targets == (g_strcmp0 (shanhai_observation_get_role (b), "target") == 0);
}

static bool
cite_one_source (ShanhaiRecord *a,
                 ShanhaiRecord *b)
{
  const ShanhaiCitations *x = shanhai_record_get_citations (a), *y = shanhai_record_get_citations (b);

  for (guint i = 0; x != NULL && i < x->n; i++)
    for (guint k = 0; y != NULL && k < y->n; k++)
      if (g_strcmp0 (x->items[i].source, y->items[k].source) == 0)
        return true;

  return false;
}

/* Two gifts in one year are two gifts: only totals, told by two sources, claim one figure. */
static bool
are_rival_flows (ShanhaiFlow *a,
                 ShanhaiFlow *b)
{
  const ShanhaiPeriod *x = shanhai_flow_get_period (a), *y = shanhai_flow_get_period (b);

  return is_same_figure (shanhai_flow_get_amount (a), shanhai_flow_get_amount (b)) && shanhai_flow_get_cumulative (a) &&
         shanhai_flow_get_cumulative (b) && has_same_end (x, y) && has_same_start (x, y) &&
         g_strcmp0 (shanhai_flow_get_case_id (a), shanhai_flow_get_case_id (b)) == 0 &&
         g_strcmp0 (shanhai_flow_get_kind (a), shanhai_flow_get_kind (b)) == 0 &&
         g_strcmp0 (shanhai_flow_get_status (a), shanhai_flow_get_status (b)) == 0 &&
         g_strcmp0 (shanhai_flow_get_sector (a), shanhai_flow_get_sector (b)) == 0 &&
         g_strcmp0 (shanhai_flow_get_programme (a), shanhai_flow_get_programme (b)) == 0 &&
         g_strcmp0 (shanhai_flow_get_part_of (a), shanhai_flow_get_part_of (b)) == 0 &&
         shanhai_name_equal (shanhai_flow_get_basis (a), shanhai_flow_get_basis (b)) &&
         shanhai_ends_equal (shanhai_flow_get_from (a), shanhai_flow_get_from (b)) &&
         shanhai_ends_equal (shanhai_flow_get_via (a), shanhai_flow_get_via (b)) &&
         shanhai_ends_equal (shanhai_flow_get_to (a), shanhai_flow_get_to (b)) && !cite_one_source (SHANHAI_RECORD (a), SHANHAI_RECORD (b));
}

bool
shanhai_records_are_rivals (ShanhaiRecord *a,
                            ShanhaiRecord *b)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (a) && SHANHAI_IS_RECORD (b), false);

  if (a == b)
    return false;
  if (SHANHAI_IS_OBSERVATION (a) && SHANHAI_IS_OBSERVATION (b))
    return are_rival_observations (SHANHAI_OBSERVATION (a), SHANHAI_OBSERVATION (b));

  return SHANHAI_IS_FLOW (a) && SHANHAI_IS_FLOW (b) && are_rival_flows (SHANHAI_FLOW (a), SHANHAI_FLOW (b));
}

/* ---- the ends of a series ------------------------------------------------------------------- */

/* on the axis of a chart; "2019" and its last day are one place */
static int
compare_places (ShanhaiRecord *a,
                ShanhaiRecord *b,
                bool           last)
{
  const ShanhaiPeriod *x = shanhai_record_get_period (a), *y = shanhai_record_get_period (b);
  double p, q;

  if (x == NULL || y == NULL)
    return (x == NULL) - (y == NULL);

  p = shanhai_period_get_position (x);
  q = shanhai_period_get_position (y);
  if (p == q)
    return 0;

  return (p < q) == last ? 1 : -1;
}

gpointer
shanhai_casebook_find_end (ShanhaiCasebook *self,
                           GPtrArray       *records,
                           bool             last)
{
  ShanhaiRecord *found = NULL;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self) && records != NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      int order = found != NULL ? compare_places (records->pdata[i], found, last) : -1;

      if (order < 0 || (order == 0 && shanhai_casebook_compare_rivals (self, records->pdata[i], found) < 0))
        found = records->pdata[i];
    }

  return found;
}
