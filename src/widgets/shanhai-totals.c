/* shanhai-totals.c - what a casebook's figures add up to: only what is disjoint, and what was left out. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-totals.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-definitions.h"
#include "shanhai-display.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-place.h"
#include "shanhai-preference.h"
#include "shanhai-vocabulary.h"

/* digits of a sum that isn't exact: more would only pretend */
#define MAX_DIGITS 3
/* so many of what was left out are named */
#define MAX_NAMED 12
/* places within places: more than this is a circle */
#define MAX_LEVELS 16

typedef struct
{
  const char         *heading;
  ShanhaiRecordType   type;
  bool              (*counts) (ShanhaiRecord *record);
  const char         *indicator;  /* of observations */
} Measure;

/* what one side gives to another for good, as the charts of funds have it */
static bool
is_aid (ShanhaiRecord *record)
{
  const char *kind = shanhai_flow_get_kind (SHANHAI_FLOW (record));

  return kind == NULL || g_strv_contains ((const char * const[]) { "fiscal", "donation", "in-kind", "subsidy", NULL }, kind);
}

static bool
has_purpose (ShanhaiRecord *record,
             const char    *purpose)
{
  return g_strcmp0 (shanhai_exchange_get_purpose (SHANHAI_EXCHANGE (record)), purpose) == 0;
}

static bool
is_secondment (ShanhaiRecord *record)
{
  return has_purpose (record, "secondment");
}

static bool
is_training (ShanhaiRecord *record)
{
  return has_purpose (record, "training");
}

static const Measure measures[] = {
  { N_("Aid given"), SHANHAI_RECORD_FLOW, is_aid },
  { N_("People sent"), SHANHAI_RECORD_EXCHANGE, is_secondment },
  { N_("People trained"), SHANHAI_RECORD_EXCHANGE, is_training },
};

/* a sum over several cases */
typedef struct
{
  ShanhaiCasebookTotal *total;
  const char           *unit;
  ShanhaiInterval       soft;
  ShanhaiDecimal        nominal;
  ShanhaiQuantity      *only;    /* where one case has figures alone: as that says it */
} Sum;

void
shanhai_casebook_total_free (ShanhaiCasebookTotal *self)
{
  if (self == NULL)
    return;

  g_free (self->heading);
  g_free (self->why_none);
  shanhai_quantity_free (self->quantity);
  g_ptr_array_unref (self->added);
  for (guint i = 0; i < SHANHAI_N_LEFT_OUT; i++)
    g_ptr_array_unref (self->left_out[i]);
  g_free (self);
}

static void
leave_out (ShanhaiCasebookTotal *total,
           ShanhaiRecord        *record,
           ShanhaiLeftOut        reason)
{
  total->n_left_out[reason]++;
  if (total->left_out[reason]->len < MAX_NAMED)
    g_ptr_array_add (total->left_out[reason], g_object_ref (record));
}

/* counted in a figure of another case: its own case can't know */
static bool
is_part_elsewhere (ShanhaiCasebook *casebook,
                   ShanhaiRecord   *record)
{
  const char *id = SHANHAI_IS_FLOW (record) ? shanhai_flow_get_part_of (SHANHAI_FLOW (record))
                   : SHANHAI_IS_OBSERVATION (record) ? shanhai_observation_get_part_of (SHANHAI_OBSERVATION (record)) : NULL;
  ShanhaiRecord *whole = id != NULL ? shanhai_casebook_lookup (casebook, id) : NULL;

  return whole != NULL && g_strcmp0 (shanhai_record_get_case_id (whole), shanhai_record_get_case_id (record)) != 0;
}

static void
add_case (Sum             *sum,
          ShanhaiCasebook *casebook,
          GPtrArray       *records)
{
  g_autoptr (ShanhaiAddable) addable = shanhai_addable_new (casebook, records, false);
  ShanhaiCasebookTotal *total = sum->total;

  for (guint i = 0; i < addable->left_out->len; i++)
    {
      const ShanhaiLeftOutClaim *left = &g_array_index (addable->left_out, ShanhaiLeftOutClaim, i);

      leave_out (total, left->claim->record, left->reason);
    }
  if (!addable->has_total)
    return;

  /* one unit for all: that of the first case */
  if (sum->unit == NULL)
    {
      sum->unit = addable->unit;
      sum->soft = addable->soft;
      sum->nominal = addable->nominal;
      sum->only = shanhai_addable_dup_total (addable);
    }
  else if (sum->unit != addable->unit || !shanhai_interval_add (&sum->soft, &addable->soft, &sum->soft) ||
           !shanhai_decimal_add (&sum->nominal, &addable->nominal, &sum->nominal))
    {
      for (guint i = 0; i < addable->n; i++)
        leave_out (total, addable->claims[i]->record, SHANHAI_LEFT_OUT_UNIT);
      return;
    }
  for (guint i = 0; i < addable->n; i++)
    g_ptr_array_add (total->added, g_object_ref (addable->claims[i]->record));
  total->n_added += addable->n;
  total->n_cases++;
}

/* down, so that "at least" stays true */
static void
round_down (ShanhaiQuantity *quantity)
{
  g_autofree char *text = shanhai_decimal_to_string (&quantity->value);
  int n_digits = (int) strcspn (text, ".");

  if (*text == '-' || n_digits <= MAX_DIGITS)
    return;
  if (shanhai_decimal_round (&quantity->value, MAX_DIGITS - n_digits, SHANHAI_ROUND_FLOOR, &quantity->value))
    shanhai_decimal_shift (&quantity->precision, n_digits - MAX_DIGITS, &quantity->precision);
}

static ShanhaiQuantity *
dup_quantity (const Sum *sum)
{
  bool exact = !sum->soft.lo_unbounded && !sum->soft.hi_unbounded && shanhai_decimal_equal (&sum->soft.lo, &sum->soft.hi);
  ShanhaiQuantity *quantity;

  if (sum->total->n_cases == 1)
    return shanhai_quantity_copy (sum->only);

  quantity = shanhai_quantity_new (exact || sum->soft.lo_unbounded ? &sum->nominal : &sum->soft.lo, sum->unit);
  if (!exact)
    {
      quantity->qualifier = sum->soft.lo_unbounded ? SHANHAI_QUALIFIER_ABOUT : SHANHAI_QUALIFIER_AT_LEAST;
      round_down (quantity);
    }

  return quantity;
}

static bool
is_measured (const Measure *measure,
             ShanhaiRecord *record)
{
  if (shanhai_record_get_figure (record) == NULL)
    return false;
  if (measure->indicator != NULL)
    return g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)), measure->indicator) == 0;

  return measure->counts (record);
}

/* id of the case → GPtrArray of the measure's records */
static GHashTable *
sort_by_case (ShanhaiCasebook      *casebook,
              const Measure        *measure,
              const char * const   *cases,
              ShanhaiCasebookTotal *total)
{
  GHashTable *by_case = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, measure->type);

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);
      const char *case_id = shanhai_record_get_case_id (record);
      GPtrArray *records;

      if (case_id == NULL || !is_measured (measure, record) || (cases != NULL && !g_strv_contains (cases, case_id)))
        continue;
      if (is_part_elsewhere (casebook, record) || shanhai_casebook_get_preferred (casebook, shanhai_record_get_id (record)) != NULL)
        {
          leave_out (total, record, is_part_elsewhere (casebook, record) ? SHANHAI_LEFT_OUT_PART : SHANHAI_LEFT_OUT_TOLD_TWICE);
          continue;
        }
      records = g_hash_table_lookup (by_case, case_id);
      if (records == NULL)
        {
          records = g_ptr_array_new ();
          g_hash_table_insert (by_case, (char *) case_id, records);
        }
      g_ptr_array_add (records, record);
    }

  return by_case;
}

/* what hasn't been reached says nothing of how it stands */
static bool
is_reached (ShanhaiRecord *record)
{
  return !shanhai_record_get_figure (record)->planned && g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (record)), "target") != 0;
}

/* whether a place that holds this one is among them */
static bool
is_within_one_of (ShanhaiCasebook *casebook,
                  GHashTable      *subjects,
                  const char      *subject)
{
  ShanhaiPlace *place = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, subject);

  for (guint i = 0; place != NULL && i < MAX_LEVELS; i++)
    {
      const char *parent = shanhai_place_get_parent (place);

      if (parent != NULL && g_hash_table_contains (subjects, parent))
        return true;
      place = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, parent);
    }

  return false;
}

/* The first case that tells of a place is believed, and of a place and one within it the greater: what the others tell isn't added to it. */
static void
drop_told_elsewhere (ShanhaiCasebook      *casebook,
                     GHashTable           *by_case,
                     ShanhaiCasebookTotal *total)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);  /* id → id of the case */
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
      {
        const char *case_id = shanhai_record_get_id (shanhai_record_list_peek (list, i));
        GPtrArray *records = g_hash_table_lookup (by_case, case_id);

        for (guint k = records != NULL ? records->len : 0; k-- > 0;)
          {
            const char *subject = shanhai_observation_get_subject (records->pdata[k]);
            const char *told = subject != NULL ? g_hash_table_lookup (subjects, subject) : NULL;

            if (pass == 0 && subject != NULL && told == NULL && is_reached (records->pdata[k]))
              g_hash_table_insert (subjects, (char *) subject, (char *) case_id);
            if (pass == 0 || told == NULL)
              continue;
            if (strcmp (told, case_id) != 0)
              leave_out (total, records->pdata[k], SHANHAI_LEFT_OUT_UNSURE);
            else if (is_within_one_of (casebook, subjects, subject))
              leave_out (total, records->pdata[k], SHANHAI_LEFT_OUT_PART);
            else
              continue;
            g_ptr_array_remove_index (records, k);
          }
      }
}

static ShanhaiCasebookTotal *
new_total (const char *heading)
{
  ShanhaiCasebookTotal *total = g_new0 (ShanhaiCasebookTotal, 1);

  total->heading = g_strdup (heading);
  total->added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < SHANHAI_N_LEFT_OUT; i++)
    total->left_out[i] = g_ptr_array_new_with_free_func (g_object_unref);

  return total;
}

static ShanhaiCasebookTotal *
add_up (ShanhaiCasebook    *casebook,
        const Measure      *measure,
        const char * const *cases)
{
  g_autoptr (ShanhaiCasebookTotal) total = new_total (measure->indicator != NULL ? measure->heading : _(measure->heading));
  g_autoptr (GHashTable) by_case = NULL;
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  Sum sum = { .total = total };

  by_case = sort_by_case (casebook, measure, cases, total);
  if (measure->indicator != NULL)
    drop_told_elsewhere (casebook, by_case, total);
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      GPtrArray *records = g_hash_table_lookup (by_case, shanhai_record_get_id (shanhai_record_list_peek (list, i)));

      if (records != NULL)
        add_case (&sum, casebook, records);
    }
  if (total->n_added > 0)
    total->quantity = dup_quantity (&sum);
  shanhai_quantity_free (sum.only);

  return total->quantity != NULL ? g_steal_pointer (&total) : NULL;
}

GPtrArray *
shanhai_casebook_dup_totals (ShanhaiCasebook    *casebook,
                             const char * const *cases)
{
  GPtrArray *totals = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_casebook_total_free);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), totals);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      ShanhaiCasebookTotal *total = add_up (casebook, &measures[i], cases);

      if (total != NULL)
        g_ptr_array_add (totals, total);
    }

  return totals;
}

/* of the indicator's figures that were reached, the unit of the first that can be added, else of the first; NULL where there is none */
static const char *
find_unit (ShanhaiCasebook    *casebook,
           const char * const *cases,
           const char         *indicator)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
  const char *first = NULL;

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);
      const char *case_id = shanhai_record_get_case_id (record);
      const ShanhaiQuantity *figure = shanhai_record_get_figure (record);

      if (figure == NULL || !is_reached (record) ||
          g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)), indicator) != 0 ||
          case_id == NULL || (cases != NULL && !g_strv_contains (cases, case_id)))
        continue;
      if (shanhai_unit_is_additive (figure->unit))
        return figure->unit;
      if (first == NULL)
        first = figure->unit;
    }

  return first;
}

/* (nullable): why figures of that unit have no sum */
static const char *
get_why_none (const char *unit,
              bool        is_average)
{
  if (g_str_equal (unit, "percent") || g_str_equal (unit, "percentage-point") || g_str_equal (unit, "ratio") || g_str_equal (unit, "times"))
    return _("Rates aren’t added: each is a share of another whole. Add up what they are shares of.");
  if (is_average)
    return _("Averages aren’t added: each is spread over another number. Add up what they were made from.");
  if (!shanhai_unit_is_additive (unit))
    return _("Figures in this unit aren’t added: their sum would count nothing.");

  return NULL;
}

ShanhaiCasebookTotal *
shanhai_casebook_dup_indicator_total (ShanhaiCasebook    *casebook,
                                      const char * const *cases,
                                      const char         *indicator)
{
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());
  g_autoptr (ShanhaiDefinitions) definitions = NULL;
  g_autoptr (ShanhaiCasebookTotal) total = NULL;
  g_autofree char *heading = NULL;
  const char *unit, *why_none;
  Measure measure = { .type = SHANHAI_RECORD_OBSERVATION, .indicator = indicator };

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook) && indicator != NULL, NULL);

  unit = find_unit (casebook, cases, indicator);
  if (unit == NULL)
    return NULL;

  /* Translators: an indicator, added up over several cases: "Registered poor population, together" */
  heading = g_strdup_printf (C_ ("total", "%s, together"), shanhai_casebook_get_indicator_label (casebook, indicator, language));
  measure.heading = heading;
  definitions = shanhai_definitions_new (casebook);
  why_none = get_why_none (unit, shanhai_definitions_get (definitions, indicator)->average);
  if (why_none == NULL)
    return add_up (casebook, &measure, cases);

  total = new_total (heading);
  total->why_none = g_strdup (why_none);

  return g_steal_pointer (&total);
}
