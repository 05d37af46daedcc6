/* shanhai-claim.c - one printed figure with all that says what it is a figure of. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-claim.h"

#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-programme.h"
#include "shanhai-vocabulary.h"

/* how many reprints of reprints are followed; a circle ends there too */
#define MAX_REPRINTS 8

static void
read_own_members (ShanhaiClaim  *self,
                  ShanhaiRecord *record)
{
  if (self->type == SHANHAI_RECORD_OBSERVATION)
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (record);
      const ShanhaiTerm *term;

      self->programme = shanhai_observation_get_programme (observation);
      self->subject = shanhai_observation_get_subject (observation);
      self->about = self->subject != NULL ? self->subject : self->programme != NULL ? self->programme : self->case_id;
      self->indicator = shanhai_observation_get_indicator (observation);
      self->part_of = shanhai_observation_get_part_of (observation);
      self->basis = shanhai_observation_get_basis (observation);
      self->cumulative = shanhai_observation_get_cumulative (observation);
      self->planned = g_strcmp0 (shanhai_observation_get_role (observation), "target") == 0;
      term = shanhai_vocabulary_find ("indicators", self->indicator);
      self->spans = self->cumulative || (term != NULL && !term->stock);
    }
  else if (self->type == SHANHAI_RECORD_FLOW)
    {
      ShanhaiFlow *flow = SHANHAI_FLOW (record);
      const char *status = shanhai_flow_get_status (flow);

      self->programme = shanhai_flow_get_programme (flow);
      self->part_of = shanhai_flow_get_part_of (flow);
      self->basis = shanhai_flow_get_basis (flow);
      self->cumulative = shanhai_flow_get_cumulative (flow);
      self->planned = g_strcmp0 (status, "planned") == 0 || g_strcmp0 (status, "committed") == 0;
      self->spans = true;
    }
  else if (self->type == SHANHAI_RECORD_EXCHANGE)
    {
      /* visits are counted by themselves: 9批次 */
      if (self->quantity == NULL)
        self->quantity = shanhai_exchange_get_sessions (SHANHAI_EXCHANGE (record));
      self->programme = shanhai_exchange_get_programme (SHANHAI_EXCHANGE (record));
      self->basis = shanhai_record_get_note (record);
      self->spans = true;
    }
}

static void
read_source (ShanhaiClaim    *self,
             ShanhaiCasebook *casebook)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (self->record);
  ShanhaiSource *source;

  self->published = SHANHAI_DAY_AFTER_ALL;
  if (citations == NULL || citations->n == 0)
    return;

  self->citation = &citations->items[0];
  self->root = self->citation->source;
  self->source = source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, self->root);
  if (source != NULL && shanhai_source_get_published (source) != NULL)
    self->published = shanhai_period_get_last_day (shanhai_source_get_published (source));
  for (guint i = 0; source != NULL && shanhai_source_get_reprint_of (source) != NULL && i < MAX_REPRINTS; i++)
    {
      self->root = shanhai_source_get_reprint_of (source);
      source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, self->root);
    }
}

static void
read_time (ShanhaiClaim *self)
{
  if (self->period == NULL)
    return;

  self->has_time = true;
  self->first = shanhai_period_get_first_day (self->period);
  self->last = shanhai_period_get_last_day (self->period);
  /* "as of 2019-12-31" of a cumulative figure: since when isn't said */
  if (self->cumulative && !shanhai_period_is_span (self->period) && self->first == self->last)
    self->first = SHANHAI_DAY_BEFORE_ALL;
  self->open_start = self->first == SHANHAI_DAY_BEFORE_ALL;
  if (self->last == SHANHAI_DAY_AFTER_ALL && self->published != SHANHAI_DAY_AFTER_ALL)
    self->last = self->published;
  /* a span of days is a total, whatever the indicator; a single one of an indicator of ours that isn't listed is a state */
  if (shanhai_period_is_span (self->period))
    self->spans = true;
}

void
shanhai_claim_init (ShanhaiClaim    *self,
                    ShanhaiCasebook *casebook,
                    ShanhaiRecord   *record)
{
  *self = (ShanhaiClaim) {
    .record = record,
    .id = shanhai_record_get_id (record),
    .type = shanhai_record_get_record_type (record),
    .quantity = shanhai_record_get_figure (record),
    .period = shanhai_record_get_period (record),
    .case_id = shanhai_record_get_case_id (record),
  };

  read_own_members (self, record);
  read_source (self, casebook);
  read_time (self);
  if (self->quantity != NULL && self->quantity->planned)
    self->planned = true;
}

const char *
shanhai_claim_get_source (const ShanhaiClaim *self)
{
  return self->citation != NULL ? self->citation->source : NULL;
}

ShanhaiSource *
shanhai_claim_find_source (const ShanhaiClaim    *self,
                           ShanhaiCasebook       *casebook,
                           const ShanhaiCitation *citation)
{
  return citation == self->citation ? self->source : shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, citation->source);
}

ShanhaiAlikeness
shanhai_claim_compare_basis (const ShanhaiClaim *a,
                             const ShanhaiClaim *b)
{
  if (shanhai_name_equal (a->basis, b->basis))
    return SHANHAI_ALIKE_FULLY;

  return a->basis == NULL || b->basis == NULL ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT;
}

/* both unsaid or equal: fully; one unsaid: maybe */
static ShanhaiAlikeness
compare_ids (const char *a,
             const char *b)
{
  if (g_strcmp0 (a, b) == 0)
    return SHANHAI_ALIKE_FULLY;

  return a == NULL || b == NULL ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_NOT;
}

ShanhaiAlikeness
shanhai_claim_compare_kind (const ShanhaiClaim *a,
                            const ShanhaiClaim *b)
{
  ShanhaiAlikeness alike = shanhai_claim_compare_basis (a, b);

  if (a->quantity == NULL || b->quantity == NULL || a->quantity->unit != b->quantity->unit || a->planned != b->planned)
    return SHANHAI_ALIKE_NOT;

  alike = MIN (alike, compare_ids (a->programme, b->programme));
  /* A place's poverty rate is the same in every case; what a case has done there is its own. */
  if (a->spans || b->spans || a->programme != NULL || b->programme != NULL)
    alike = MIN (alike, compare_ids (a->case_id, b->case_id));
  /* one is told of the case alone */
  if ((a->subject != NULL) != (b->subject != NULL))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);
  if ((a->part_of != NULL) != (b->part_of != NULL))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);

  return alike;
}

bool
shanhai_claim_is_same_time (const ShanhaiClaim *a,
                            const ShanhaiClaim *b)
{
  if (!a->has_time || !b->has_time || a->last != b->last || a->last == SHANHAI_DAY_AFTER_ALL)
    return false;

  return (!a->spans && !b->spans) || a->first == b->first;
}

bool
shanhai_claim_is_same_place (const ShanhaiClaim *a,
                             const ShanhaiClaim *b)
{
  return a->citation != NULL && b->citation != NULL && a->citation->paragraph == b->citation->paragraph &&
         strcmp (a->citation->source, b->citation->source) == 0;
}

bool
shanhai_claim_is_in_held_text (const ShanhaiClaim *self)
{
  return self->citation != NULL && self->citation->paragraph > 0 && self->citation->start >= 0 && self->source != NULL && shanhai_source_get_text (self->source) != NULL;
}

bool
shanhai_claim_overlaps (const ShanhaiClaim *a,
                        const ShanhaiClaim *b)
{
  return !a->has_time || !b->has_time || a->open_start || b->open_start || (a->first <= b->last && b->first <= a->last);
}

bool
shanhai_claim_is_average (const ShanhaiClaim *self)
{
  static const char * const words[] = { "均", "平均", "average", "mean", "per ", NULL };

  for (guint i = 0; self->basis != NULL && i < shanhai_name_get_n (self->basis); i++)
    for (guint w = 0; words[w] != NULL; w++)
      if (strstr (shanhai_name_get_nth (self->basis, i, NULL), words[w]) != NULL)
        return true;

  return false;
}

int
shanhai_interval_order (const ShanhaiInterval *a,
                        const ShanhaiInterval *b)
{
  if (shanhai_interval_meets (a, b))
    return 0;
  /* they lie apart, so one bound of each is finite and they face each other */
  if (a->lo_unbounded || b->hi_unbounded)
    return -1;
  if (a->hi_unbounded || b->lo_unbounded)
    return 1;

  return shanhai_decimal_compare (&a->lo, &b->lo) < 0 ? -1 : 1;
}

ShanhaiAgreement
shanhai_compare_at_most (const ShanhaiQuantity *a,
                         const ShanhaiQuantity *b)
{
  ShanhaiInterval x, y;

  shanhai_quantity_get_soft (a, &x);
  shanhai_quantity_get_soft (b, &y);
  if (shanhai_interval_order (&x, &y) <= 0)
    return SHANHAI_AGREEMENT_AGREE;

  shanhai_quantity_get_hard (a, &x);
  shanhai_quantity_get_hard (b, &y);
  return shanhai_interval_order (&x, &y) <= 0 ? SHANHAI_AGREEMENT_DOUBTFUL : SHANHAI_AGREEMENT_CONTRADICT;
}

ShanhaiAgreement
shanhai_compare_interval (const ShanhaiInterval *soft,
                          const ShanhaiInterval *hard,
                          const ShanhaiQuantity *printed)
{
  ShanhaiInterval claim;

  shanhai_quantity_get_soft (printed, &claim);
  if (shanhai_interval_meets (soft, &claim))
    return SHANHAI_AGREEMENT_AGREE;

  shanhai_quantity_get_hard (printed, &claim);
  return shanhai_interval_meets (hard, &claim) ? SHANHAI_AGREEMENT_DOUBTFUL : SHANHAI_AGREEMENT_CONTRADICT;
}

static bool
is_one_of (const char         *unit,
           const char * const *units)
{
  return unit != NULL && g_strv_contains (units, unit);
}

bool
shanhai_unit_is_additive (const char *unit)
{
  return !is_one_of (unit, (const char * const[]) { "percent", "percentage-point", "ratio", "times", "celsius", NULL });
}

bool
shanhai_unit_is_counted (const char *unit)
{
  return is_one_of (unit, (const char * const[]) { "person", "person-time", "household", "village", "township", "county", "prefecture", "city",
                                                   "province", "school", "hospital", "clinic", "company", "org", "room", "dwelling", "session",
                                                   "batch", "occurrence", "case", "project", "job", "volume", "copy", NULL });
}
