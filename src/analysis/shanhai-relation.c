/* shanhai-relation.c - how some figures belong together, as a person has said. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-relation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-claim.h"
#include "shanhai-decision.h"

G_DEFINE_QUARK (shanhai-relation-error-quark, shanhai_relation_error)

/* as the `about` of a decision has them */
static const char * const keys[SHANHAI_N_RELATIONS] = {
  [SHANHAI_RELATION_SUM] = "sum-of",
  [SHANHAI_RELATION_DIFFERENCE] = "difference-of",
  [SHANHAI_RELATION_RATIO] = "ratio-of",
};

bool
shanhai_relation_get_kind (ShanhaiRecord       *record,
                           ShanhaiRelationKind *out)
{
  const ShanhaiAbout *about = SHANHAI_IS_DECISION (record) ? shanhai_decision_get_about (SHANHAI_DECISION (record)) : NULL;

  if (about == NULL || about->check == NULL || about->records == NULL || about->records[0] == NULL || about->records[1] == NULL)
    return false;
  for (guint i = 0; i < SHANHAI_N_RELATIONS; i++)
    if (strcmp (about->check, keys[i]) == 0)
      {
        if (out != NULL)
          *out = i;
        return true;
      }

  return false;
}

const char * const *
shanhai_relation_get_records (ShanhaiRecord *record)
{
  return shanhai_relation_get_kind (record, NULL) ? (const char * const *) shanhai_decision_get_about (SHANHAI_DECISION (record))->records : NULL;
}

static const ShanhaiQuantity *
get_figure (ShanhaiCasebook *casebook,
            const char      *id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (casebook, id);

  return record != NULL ? shanhai_record_get_figure (record) : NULL;
}

static bool
is_number_right (ShanhaiRelationKind kind,
                 guint               n)
{
  if (kind == SHANHAI_RELATION_RATIO)
    return n == 2;

  return n >= 2 && n <= SHANHAI_RELATION_MAX_TERMS;
}

/* a sum of unlike things is a sum of things, so counts add up to whatever is counted */
static bool
adds_up (const ShanhaiQuantity *term,
         const ShanhaiQuantity *result)
{
  return term->unit == result->unit || (shanhai_unit_is_counted (term->unit) && (shanhai_unit_is_counted (result->unit) || strcmp (result->unit, "item") == 0));
}

bool
shanhai_relation_is_possible (ShanhaiCasebook      *casebook,
                              ShanhaiRelationKind   kind,
                              const char           *result,
                              const char * const   *terms,
                              GError              **error)
{
  const ShanhaiQuantity *total = get_figure (casebook, result);
  guint n = g_strv_length ((char **) terms);

  if (!is_number_right (kind, n))
    {
      g_set_error_literal (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_TERMS,
                           kind == SHANHAI_RELATION_RATIO ? _("A ratio is of two figures.") : _("Choose at least two figures, and not more than 64."));
      return false;
    }
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiQuantity *term = get_figure (casebook, terms[i]);
      bool twice = strcmp (terms[i], result) == 0;

      for (guint k = 0; k < i; k++)
        twice |= strcmp (terms[i], terms[k]) == 0;
      if (twice)
        {
          g_set_error_literal (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_TERMS, _("Each figure can have one place only."));
          return false;
        }
      if (total == NULL || term == NULL)
        {
          g_set_error_literal (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_FIGURE, _("One of the records has no figure."));
          return false;
        }
      if (kind != SHANHAI_RELATION_RATIO && !adds_up (term, total))
        {
          g_set_error_literal (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_UNIT, _("The figures are of different units, so they don’t add up."));
          return false;
        }
    }

  return true;
}

static ShanhaiAbout *
new_about (ShanhaiRelationKind  kind,
           const char          *result,
           const char * const  *terms)
{
  ShanhaiAbout *about = shanhai_about_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_strv_builder_add (ids, result);
  g_strv_builder_addv (ids, (const char **) terms);
  about->check = g_strdup (keys[kind]);
  about->records = g_strv_builder_end (ids);

  return about;
}

ShanhaiChange *
shanhai_relation_state (ShanhaiRelationKind  kind,
                        const char          *result,
                        const char * const  *terms,
                        const char          *reason,
                        const char          *by,
                        const char          *title)
{
  ShanhaiChange *change = shanhai_change_new (title);
  g_autoptr (ShanhaiRecord) record = shanhai_record_new (SHANHAI_RECORD_DECISION, NULL);
  g_autoptr (ShanhaiAbout) about = NULL;
  g_autoptr (ShanhaiName) words = reason != NULL && *reason != '\0' ? shanhai_name_new_plain (reason) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (ShanhaiPeriod) on = shanhai_period_parse (today, NULL);

  g_return_val_if_fail (kind < SHANHAI_N_RELATIONS && result != NULL && terms != NULL, change);

  about = new_about (kind, result, terms);
  g_object_set (record, "about", about, "verdict", "accepted", "reason", words, "by", by, "on", on, NULL);
  shanhai_change_put (change, record);
  shanhai_change_set_subject (change, result);

  return change;
}

ShanhaiChange *
shanhai_relation_retract (ShanhaiRecord *relation,
                          const char    *title)
{
  ShanhaiChange *change = shanhai_change_new (title);

  shanhai_change_delete (change, shanhai_record_get_id (relation));
  if (shanhai_relation_get_kind (relation, NULL))
    shanhai_change_set_subject (change, shanhai_relation_get_records (relation)[0]);

  return change;
}

GPtrArray *
shanhai_casebook_dup_relations (ShanhaiCasebook *casebook,
                                const char      *id)
{
  GPtrArray *relations = g_ptr_array_new ();
  ShanhaiRecordList *list;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), relations);

  list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_DECISION);
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);
      const char * const *records = shanhai_relation_get_records (record);

      if (records != NULL && (id == NULL || g_strv_contains (records, id)))
        g_ptr_array_add (relations, record);
    }

  return relations;
}

/* a sum among whose records `id` is, with that result */
static bool
is_in_sum (ShanhaiCasebook *casebook,
           const char      *id,
           const char      *result)
{
  g_autoptr (GPtrArray) decisions = NULL;

  /* most casebooks have none: then nothing is indexed for it */
  if (shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_DECISION)) == 0)
    return false;

  decisions = shanhai_casebook_dup_referrers_of_type (casebook, SHANHAI_RECORD_DECISION, id);
  for (guint i = 0; i < decisions->len; i++)
    {
      ShanhaiRelationKind kind;

      if (shanhai_relation_get_kind (decisions->pdata[i], &kind) && kind == SHANHAI_RELATION_SUM &&
          strcmp (shanhai_relation_get_records (decisions->pdata[i])[0], result) == 0)
        return true;
    }

  return false;
}

bool
shanhai_casebook_is_sum (ShanhaiCasebook *casebook,
                         const char      *id)
{
  return is_in_sum (casebook, id, id);
}

bool
shanhai_casebook_is_term_of (ShanhaiCasebook *casebook,
                             const char      *id,
                             const char      *whole)
{
  return strcmp (id, whole) != 0 && is_in_sum (casebook, id, whole);
}
