/* shanhai-finding-decision.c - what a person says about a finding, as changes of the casebook. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-decision.h"

#include <glib/gi18n.h>

#include "shanhai-relation.h"
#include "shanhai-settlement.h"

const char *
shanhai_decision_get_author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

static ShanhaiRecord *
new_decision (const ShanhaiAbout *about,
              const char         *verdict,
              const char         *prefers,
              const char         *reason)
{
  ShanhaiRecord *decision = shanhai_record_new (SHANHAI_RECORD_DECISION, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (ShanhaiPeriod) on = shanhai_period_parse (day, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (ShanhaiName) words = *trimmed != '\0' ? shanhai_name_new_plain (trimmed) : NULL;

  g_object_set (decision, "about", about, "verdict", verdict, "prefers", prefers, "reason", words, "by", shanhai_decision_get_author (), "on", on, NULL);

  return decision;
}

ShanhaiChange *
shanhai_finding_new_settling (ShanhaiFinding *self,
                              const char     *verdict,
                              const char     *reason)
{
  g_autoptr (ShanhaiAbout) about = NULL;
  g_autoptr (ShanhaiRecord) decision = NULL;
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_FINDING (self), NULL);

  about = shanhai_finding_dup_about (self);
  decision = new_decision (about, verdict, NULL, reason);
  change = shanhai_change_new (_("Settle a Finding"));
  shanhai_change_put (change, decision);

  return change;
}

ShanhaiChange *
shanhai_finding_new_reopening (ShanhaiFinding *self)
{
  ShanhaiRecord *decision;
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_FINDING (self), NULL);

  decision = shanhai_finding_get_settled (self);
  if (decision == NULL)
    return NULL;

  change = shanhai_change_new (_("Reopen a Finding"));
  shanhai_change_delete (change, shanhai_record_get_id (decision));

  return change;
}

bool
shanhai_finding_has_rivals (ShanhaiFinding *self)
{
  ShanhaiGravity gravity;

  g_return_val_if_fail (SHANHAI_IS_FINDING (self), false);

  gravity = shanhai_finding_get_gravity (self);

  return shanhai_finding_get_check (self) == SHANHAI_CHECK_SAME && shanhai_finding_get_n (self) == 2 &&
         (gravity == SHANHAI_GRAVITY_CONTRADICTION || gravity == SHANHAI_GRAVITY_DOUBTFUL);
}

ShanhaiChange *
shanhai_finding_new_preference (ShanhaiFinding *self,
                                guint           index,
                                const char     *reason)
{
  g_autoptr (ShanhaiAbout) about = shanhai_about_new ();
  g_autoptr (ShanhaiRecord) decision = NULL;
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_FINDING (self) && index < 2 && shanhai_finding_get_n (self) == 2, NULL);

  about->record = g_strdup (shanhai_record_get_id (shanhai_finding_get_record (self, 1 - index)));
  change = shanhai_change_new (_("Prefer a Figure"));
  /* one choice at a time: the earlier one goes */
  if (shanhai_finding_get_settled (self) != NULL)
    shanhai_change_delete (change, shanhai_record_get_id (shanhai_finding_get_settled (self)));
  decision = new_decision (about, "accepted", shanhai_record_get_id (shanhai_finding_get_record (self, index)), reason);
  shanhai_change_put (change, decision);

  return change;
}

ShanhaiRecord *
shanhai_finding_get_relation (ShanhaiFinding  *self,
                              ShanhaiCasebook *casebook)
{
  g_autoptr (GPtrArray) relations = NULL;
  guint n;

  g_return_val_if_fail (SHANHAI_IS_FINDING (self) && SHANHAI_IS_CASEBOOK (casebook), NULL);

  n = shanhai_finding_get_n (self);
  if (n < 2)
    return NULL;

  relations = shanhai_casebook_dup_relations (casebook, shanhai_record_get_id (shanhai_finding_get_record (self, 0)));
  for (guint i = 0; i < relations->len; i++)
    {
      const char * const *ids = shanhai_relation_get_records (relations->pdata[i]);
      bool same = g_strv_length ((char **) ids) == n;

      for (guint k = 0; same && ids[k] != NULL; k++)
        same = shanhai_finding_names (self, ids[k]);
      if (same)
        return relations->pdata[i];
    }

  return NULL;
}
