/* shanhai-case-figures.c - the few figures that stand for a case: what the cards on top of its page say. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-case-figures.h"

#include <glib/gi18n.h>

#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-pairing.h"
#include "shanhai-preference.h"
#include "shanhai-rivals.h"
#include "shanhai-vocabulary.h"

/* what the cards look at, picked out of all observations of the case at once */
typedef struct
{
  GPtrArray *poverty[4];  /* of ShanhaiObservation, by poverty_indicators; borrowed from the casebook */
  GPtrArray *lifted;
} Picked;

/* how poverty is measured, the most telling measure first */
static const char * const poverty_indicators[] = { "poverty-incidence", "poverty-headcount", "poor-villages", "poor-counties" };
#define HEADCOUNT 1

/* what is given; trade, insurance, investment and loans are something else */
static const char * const aid_kinds[] = { "fiscal", "donation", "in-kind", "subsidy", NULL };

void
shanhai_case_figure_free (ShanhaiCaseFigure *self)
{
  g_free (self->heading);
  g_free (self->value);
  g_free (self->caption);
  g_free (self->record);
  g_strfreev (self->records);
  g_free (self);
}

/* Takes the texts. @record: what the value shows, NULL for a count; @beside: another record that is shown with it, or NULL */
static ShanhaiCaseFigure *
add_figure (GPtrArray  *figures,
            char       *heading,
            char       *value,
            char       *caption,
            const char *page,
            gpointer    record,
            gpointer    beside)
{
  const char *records[3] = { NULL };
  guint n = 0;
  ShanhaiCaseFigure *figure = g_new0 (ShanhaiCaseFigure, 1);

  figure->heading = heading;
  figure->value = value;
  figure->caption = caption;
  figure->page = page;
  figure->record = record != NULL ? g_strdup (shanhai_record_get_id (record)) : NULL;
  if (record != NULL)
    records[n++] = figure->record;
  if (beside != NULL)
    records[n++] = shanhai_record_get_id (beside);
  figure->records = g_strdupv ((char **) records);
  g_ptr_array_add (figures, figure);

  return figure;
}

static bool
is_exact (const ShanhaiQuantity *quantity)
{
  return quantity->qualifier == SHANHAI_QUALIFIER_EXACT && !quantity->has_hi && !quantity->planned;
}

char *
shanhai_case_figures_dup_change (const ShanhaiWording  *wording,
                                 const ShanhaiQuantity *from,
                                 const ShanhaiQuantity *to)
{
  g_autoptr (ShanhaiQuantity) change = NULL;
  g_autofree char *text = NULL;
  ShanhaiDecimal difference;
  bool points;

  if (from == NULL || to == NULL || from->unit != to->unit || from->has_hi || to->has_hi
      || !shanhai_decimal_subtract (&to->value, &from->value, &difference))
    return NULL;

  points = g_str_equal (from->unit, "percent");
  change = shanhai_quantity_new (&difference, points ? "percentage-point" : from->unit);
  /* no more digits than the coarser of the two was printed with */
  change->precision = shanhai_decimal_compare (&from->precision, &to->precision) > 0 ? from->precision : to->precision;
  /* Translators: percentage points, as short as can be */
  text = points ? shanhai_quantity_format (change, C_ ("unit", "pp"), wording->language, wording->number_style,
                                           SHANHAI_NUMBER_FULL, SHANHAI_QUALIFIER_HIDDEN)
                : shanhai_wording_quantity (wording, change);
  return g_strconcat (is_exact (from) && is_exact (to) ? "" : "≈ ", shanhai_decimal_sign (&difference) > 0 ? "+" : "",
                      text, NULL);
}

/* a whole that was reached, not a target and not a part */
static bool
is_usable (ShanhaiObservation *observation)
{
  return shanhai_observation_get_value (observation) != NULL
         && g_strcmp0 (shanhai_observation_get_role (observation), "target") != 0
         && shanhai_observation_get_part_of (observation) == NULL
         && !shanhai_observation_get_value (observation)->planned;
}

/* another claim to the same figure was chosen */
static bool
is_outdone (const ShanhaiWording *wording,
            gpointer              record)
{
  return wording->casebook != NULL && shanhai_casebook_get_preferred (wording->casebook, shanhai_record_get_id (SHANHAI_RECORD (record))) != NULL;
}

static void
pick (const ShanhaiWording *wording,
      GListModel           *observations,
      Picked               *picked)
{
  const char *lifted = g_intern_static_string ("people-lifted-out");
  guint n = g_list_model_get_n_items (observations);

  for (guint k = 0; k < G_N_ELEMENTS (poverty_indicators); k++)
    picked->poverty[k] = g_ptr_array_new ();
  picked->lifted = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (observations, i);
      /* interned, as keys of records are */
      const char *indicator = shanhai_observation_get_indicator (observation);

      if (!is_usable (observation) || is_outdone (wording, observation))
        continue;
      if (indicator == lifted)
        g_ptr_array_add (picked->lifted, observation);
      for (guint k = 0; k < G_N_ELEMENTS (poverty_indicators); k++)
        if (g_strcmp0 (indicator, poverty_indicators[k]) == 0)
          g_ptr_array_add (picked->poverty[k], observation);
    }
}

static void
clear_picked (Picked *picked)
{
  for (guint k = 0; k < G_N_ELEMENTS (picked->poverty); k++)
    g_ptr_array_unref (picked->poverty[k]);
  g_ptr_array_unref (picked->lifted);
}

/* the first or the last of them, of @subject unless that is NULL */
static ShanhaiObservation *
find_observation (const ShanhaiWording *wording,
                  GPtrArray            *observations,
                  const char           *subject,
                  bool                  last)
{
  g_autoptr (GPtrArray) of_subject = NULL;

  if (subject == NULL)
    return shanhai_casebook_find_end (wording->casebook, observations, last);

  of_subject = g_ptr_array_new ();
  for (guint i = 0; i < observations->len; i++)
    if (g_strcmp0 (shanhai_observation_get_subject (observations->pdata[i]), subject) == 0)
      g_ptr_array_add (of_subject, observations->pdata[i]);

  return shanhai_casebook_find_end (wording->casebook, of_subject, last);
}

/* whom the case is about: the assisted side, where figures of it are told */
static ShanhaiObservation *
find_first (const ShanhaiWording *wording,
            GPtrArray            *observations,
            ShanhaiCase          *record)
{
  const char * const *assisted = shanhai_case_get_assisted (record);

  for (guint i = 0; assisted != NULL && assisted[i] != NULL; i++)
    {
      ShanhaiObservation *found = find_observation (wording, observations, assisted[i], false);

      if (found != NULL)
        return found;
    }
  return find_observation (wording, observations, NULL, false);
}

static char *
dup_years (ShanhaiObservation *from,
           ShanhaiObservation *to)
{
  const ShanhaiPeriod *start = shanhai_observation_get_period (from);
  const ShanhaiPeriod *end = shanhai_observation_get_period (to);

  if (start == NULL || end == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%d → %d", shanhai_period_get_year (start), shanhai_period_get_year (end));
}

static void
add_poverty (GPtrArray            *figures,
             const ShanhaiWording *wording,
             ShanhaiCase          *record,
             const Picked         *picked)
{
  for (guint i = 0; i < G_N_ELEMENTS (poverty_indicators); i++)
    {
      ShanhaiObservation *from = find_first (wording, picked->poverty[i], record);
      ShanhaiObservation *to;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *change = NULL;
      g_autofree char *years = NULL;
      char *heading;

      if (from == NULL)
        continue;

      to = find_observation (wording, picked->poverty[i], shanhai_observation_get_subject (from), true);
      heading = shanhai_wording_key (wording, "indicators", poverty_indicators[i]);
      start = shanhai_wording_quantity (wording, shanhai_observation_get_value (from));
      if (to == NULL || to == from)
        {
          add_figure (figures, heading, g_steal_pointer (&start),
                      shanhai_wording_period (wording, shanhai_observation_get_period (from)), "outcomes", from, NULL);
          return;
        }
      end = shanhai_wording_quantity (wording, shanhai_observation_get_value (to));
      change = shanhai_case_figures_dup_change (wording, shanhai_observation_get_value (from),
                                                shanhai_observation_get_value (to));
      years = dup_years (from, to);
      add_figure (figures, heading, g_strdup_printf (_ ("%s → %s"), start, end),
                  shanhai_wording_join (" · ", (const char *[]) { change, years }, 2), "outcomes", to, from);
      return;
    }
}

static void
add_lifted_out (GPtrArray            *figures,
                const ShanhaiWording *wording,
                ShanhaiCase          *record,
                const Picked         *picked)
{
  ShanhaiObservation *lifted = find_first (wording, picked->lifted, record);
  ShanhaiObservation *poor;
  g_autofree char *caption = NULL;

  if (lifted == NULL)
    return;

  lifted = find_observation (wording, picked->lifted, shanhai_observation_get_subject (lifted), true);
  poor = find_observation (wording, picked->poverty[HEADCOUNT], shanhai_observation_get_subject (lifted), false);
  if (poor != NULL && shanhai_observation_get_period (poor) != NULL)
    {
      g_autofree char *headcount = shanhai_quantity_format (shanhai_observation_get_value (poor), NULL, wording->language,
                                                            wording->number_style, SHANHAI_NUMBER_FULL,
                                                            SHANHAI_QUALIFIER_WORDS);

      /* Translators: under “People lifted out of poverty”: out of how many (people, without the unit), who were poor in that year. Short. */
      caption = g_strdup_printf (_ ("of %s poor in %d"), headcount,
                                 shanhai_period_get_year (shanhai_observation_get_period (poor)));
    }
  else
    caption = shanhai_wording_period (wording, shanhai_observation_get_period (lifted));
  add_figure (figures, shanhai_wording_key (wording, "indicators", "people-lifted-out"),
              shanhai_wording_quantity (wording, shanhai_observation_get_value (lifted)), g_steal_pointer (&caption),
              "outcomes", lifted, poor);
}

static bool
is_larger (ShanhaiFlow *flow,
           ShanhaiFlow *than)
{
  return than == NULL
         || shanhai_decimal_compare (&shanhai_flow_get_amount (flow)->value, &shanhai_flow_get_amount (than)->value) > 0;
}

static char *
dup_part (const ShanhaiWording *wording,
          ShanhaiFlow          *part)
{
  g_autofree char *amount = shanhai_wording_quantity (wording, shanhai_flow_get_amount (part));
  const ShanhaiEnds *ends = shanhai_flow_get_to (part);
  const ShanhaiQuantity *count = ends != NULL && ends->n == 1 ? ends->items[0].count : NULL;
  /* "29 schools" is enough where there is so little room */
  g_autofree char *to = count != NULL ? shanhai_wording_quantity (wording, count) : shanhai_wording_ends (wording, ends);
  g_autofree char *sector = shanhai_wording_key (wording, "sectors", shanhai_flow_get_sector (part));
  const char *what = *to != '\0' ? to : sector;

  if (*what == '\0')
    return g_strdup_printf (_ ("of it %s"), amount);
  /* Translators: under the sum of all funds: “of it 130 M yuan for 29 schools” */
  return g_strdup_printf (_ ("of it %s for %s"), amount, what);
}

/* of all that claim the same total, the one that stands */
static ShanhaiFlow *
find_standing (const ShanhaiWording *wording,
               GListModel           *flows,
               ShanhaiFlow          *total)
{
  ShanhaiFlow *found = total;

  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (flows, i);

      if (shanhai_records_are_rivals (SHANHAI_RECORD (flow), SHANHAI_RECORD (total)) && !is_outdone (wording, flow)
          && shanhai_casebook_compare_rivals (wording->casebook, SHANHAI_RECORD (flow), SHANHAI_RECORD (found)) < 0)
        found = flow;
    }
  return found;
}

static void
add_funds (GPtrArray            *figures,
           const ShanhaiWording *wording,
           GListModel           *flows)
{
  ShanhaiFlow *total = NULL, *part = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (flows, i);
      const ShanhaiQuantity *amount = shanhai_flow_get_amount (flow);

      if (amount == NULL || !g_str_equal (amount->unit, "CNY") || amount->planned
          || g_strcmp0 (shanhai_flow_get_status (flow), "disbursed") != 0 || shanhai_flow_get_part_of (flow) != NULL
          || shanhai_flow_get_kind (flow) == NULL || !g_strv_contains (aid_kinds, shanhai_flow_get_kind (flow)))
        continue;
      if (is_larger (flow, total) && !is_outdone (wording, flow))
        total = flow;
    }
  if (total == NULL)
    return;

  total = find_standing (wording, flows, total);
  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (flows, i);

      if (shanhai_flow_get_amount (flow) != NULL && is_larger (flow, part)
          && g_strcmp0 (shanhai_flow_get_part_of (flow), shanhai_record_get_id (SHANHAI_RECORD (total))) == 0)
        part = flow;
    }
  add_figure (figures, g_strdup (_ ("Funds disbursed")), shanhai_wording_quantity (wording, shanhai_flow_get_amount (total)),
              part != NULL ? dup_part (wording, part) : shanhai_wording_period (wording, shanhai_flow_get_period (total)),
              "funds", total, part);
}

/* how many an end stands for, and in which words; a named party or place is one */
static gint64
count_end (const ShanhaiEnds      *ends,
           const ShanhaiQuantity **counted)
{
  gint64 n = 0;

  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      const ShanhaiQuantity *count = ends->items[i].count;

      if (count != NULL && *counted == NULL)
        *counted = count;
      n += count != NULL ? (gint64) shanhai_decimal_to_double (&count->value) : 1;
    }
  return n;
}

/* what the number stands for: "villages"; in Chinese with the number and its measure word: 134个村 */
static void
append_counted (GString               *caption,
                const ShanhaiWording  *wording,
                const ShanhaiTerm     *level,
                const ShanhaiQuantity *counted,
                gint64                 n)
{
  if (wording->language == SHANHAI_LANGUAGE_CHINESE && counted != NULL)
    {
      ShanhaiDecimal number = shanhai_decimal_from_int (n);
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_new (&number, counted->unit);
      g_autofree char *text = shanhai_wording_quantity (wording, quantity);

      g_string_append (caption, text);
    }
  else if (counted != NULL)
    g_string_append (caption, shanhai_vocabulary_get_unit_label (counted, wording->language));
  else
    g_string_append (caption, wording->language == SHANHAI_LANGUAGE_CHINESE ? level->zh : level->en);
}

static char **
dup_ids (GListModel *records)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (records, i);

      g_strv_builder_add (ids, shanhai_record_get_id (record));
    }
  return g_strv_builder_end (ids);
}

/* "5 · 134 · 10": each level by itself, since what is paired at one level contains what is paired at another */
static void
add_pairings (GPtrArray            *figures,
              const ShanhaiWording *wording,
              GListModel           *pairings)
{
  guint n_levels, n_shown = 0;
  const ShanhaiTerm *levels = shanhai_vocabulary_list ("levels.pairing", &n_levels);
  guint n_pairings = g_list_model_get_n_items (pairings);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) caption = g_string_new (NULL);
  const char *separator = wording->language == SHANHAI_LANGUAGE_CHINESE ? "、" : ", ";
  ShanhaiCaseFigure *figure;

  for (guint level = 0; level < n_levels && n_pairings > 0; level++)
    {
      const ShanhaiQuantity *counted = NULL;
      gint64 n = 0;

      for (guint i = 0; i < n_pairings; i++)
        {
          g_autoptr (ShanhaiPairing) pairing = g_list_model_get_item (pairings, i);

          if (g_strcmp0 (shanhai_pairing_get_level (pairing), levels[level].key) == 0)
            n += MAX (count_end (shanhai_pairing_get_assisted (pairing), &counted),
                      count_end (shanhai_pairing_get_assisting (pairing), &counted));
        }
      if (n < 2)
        continue;
      if (n_shown++ > 0)
        {
          g_string_append (value, " · ");
          g_string_append (caption, separator);
        }
      g_string_append_printf (value, "%" G_GINT64_FORMAT, n);
      append_counted (caption, wording, &levels[level], counted, n);
    }

  /* one county with one other is what the title says */
  if (n_shown == 0 && n_pairings < 2)
    return;
  if (n_shown == 0)
    g_string_append_printf (value, "%u", n_pairings);
  figure = add_figure (figures, g_strdup (_ ("Pairings")), g_string_free (g_steal_pointer (&value), FALSE),
                       g_string_free (g_steal_pointer (&caption), FALSE), "pairings", NULL, NULL);
  g_strfreev (figure->records);
  figure->records = dup_ids (pairings);
}

GPtrArray *
shanhai_case_figures_list_of (const ShanhaiWording *wording,
                              ShanhaiCase          *record,
                              GListModel           *observations,
                              GListModel           *flows,
                              GListModel           *pairings)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_case_figure_free);
  Picked picked;

  pick (wording, observations, &picked);
  add_poverty (figures, wording, record, &picked);
  add_lifted_out (figures, wording, record, &picked);
  clear_picked (&picked);
  add_funds (figures, wording, flows);
  add_pairings (figures, wording, pairings);
  return figures;
}

GPtrArray *
shanhai_case_figures_list (const ShanhaiWording *wording,
                           ShanhaiCase          *record)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (record));
  g_autoptr (GListModel) observations = shanhai_casebook_list_case (wording->casebook, SHANHAI_RECORD_OBSERVATION, id);
  g_autoptr (GListModel) flows = shanhai_casebook_list_case (wording->casebook, SHANHAI_RECORD_FLOW, id);
  g_autoptr (GListModel) pairings = shanhai_casebook_list_case (wording->casebook, SHANHAI_RECORD_PAIRING, id);

  return shanhai_case_figures_list_of (wording, record, observations, flows, pairings);
}
