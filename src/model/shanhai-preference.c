/* shanhai-preference.c - of two claims to one figure, the one that a person has chosen. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-preference.h"

#include "shanhai-decision.h"

/* of a decision, the record that it prefers to `id` */
static const char *
get_choice (ShanhaiCasebook *casebook,
            ShanhaiDecision *decision,
            const char      *id)
{
  const ShanhaiAbout *about = shanhai_decision_get_about (decision);
  const char *prefers = shanhai_decision_get_prefers (decision);

  if (about == NULL || prefers == NULL || g_strcmp0 (about->record, id) != 0 || g_strcmp0 (prefers, id) == 0)
    return NULL;

  return shanhai_casebook_lookup (casebook, prefers) != NULL ? prefers : NULL;
}

const char *
shanhai_casebook_get_preferred (ShanhaiCasebook *self,
                                const char      *id)
{
  g_autoptr (GPtrArray) decisions = NULL;
  const char *preferred = NULL;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  /* most casebooks have none: then nothing is indexed for it */
  if (id == NULL || shanhai_record_list_get_n (shanhai_casebook_get_list (self, SHANHAI_RECORD_DECISION)) == 0)
    return NULL;

  decisions = shanhai_casebook_dup_referrers_of_type (self, SHANHAI_RECORD_DECISION, id);
  for (guint i = 0; i < decisions->len && preferred == NULL; i++)
    preferred = get_choice (self, decisions->pdata[i], id);

  return preferred;
}
