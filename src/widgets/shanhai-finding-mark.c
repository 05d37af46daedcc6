/* shanhai-finding-mark.c - what the checks say against a record, as tables and charts mark it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-mark.h"

#include "shanhai-display.h"

static bool
is_cited (ShanhaiCasebook *casebook,
          const char      *id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (casebook, id);
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  return citations != NULL && citations->n > 0;
}

bool
shanhai_finding_mark_get (ShanhaiChecks  *checks,
                          const char     *id,
                          ShanhaiGravity *out)
{
  ShanhaiCasebook *casebook = checks != NULL ? shanhai_checks_get_casebook (checks) : NULL;

  if (casebook == NULL || id == NULL || !shanhai_checks_get_mark (checks, id, out) || *out == SHANHAI_GRAVITY_CONFIRMED)
    return false;

  return *out < SHANHAI_GRAVITY_INCOMPLETE || is_cited (casebook, id);
}

ShanhaiFlagKind
shanhai_finding_mark_get_sign (ShanhaiGravity gravity)
{
  return gravity == SHANHAI_GRAVITY_CONTRADICTION ? SHANHAI_FLAG_ALERT : gravity == SHANHAI_GRAVITY_DOUBTFUL ? SHANHAI_FLAG_CAUTION : SHANHAI_FLAG_NOTE;
}

const char *
shanhai_finding_mark_find (ShanhaiChecks      *checks,
                           const char * const *records,
                           ShanhaiGravity     *out)
{
  const char *found = NULL;

  for (guint i = 0; records != NULL && records[i] != NULL; i++)
    {
      ShanhaiGravity gravity;

      if (!shanhai_finding_mark_get (checks, records[i], &gravity) || (found != NULL && gravity >= *out))
        continue;
      found = records[i];
      *out = gravity;
    }

  return found;
}

ShanhaiFinding *
shanhai_finding_mark_dup_finding (ShanhaiChecks *checks,
                                  const char    *id)
{
  ShanhaiCasebook *casebook = checks != NULL ? shanhai_checks_get_casebook (checks) : NULL;
  ShanhaiGravity gravity;
  g_autoptr (GPtrArray) findings = NULL;

  if (casebook == NULL || !shanhai_finding_mark_get (checks, id, &gravity))
    return NULL;

  findings = shanhai_checks_dup_for_record (checks, id);
  for (guint i = 0; i < findings->len; i++)
    if (shanhai_finding_get_settled (findings->pdata[i]) == NULL)
      return g_object_ref (findings->pdata[i]);

  return NULL;
}

char *
shanhai_finding_mark_dup_text (ShanhaiChecks *checks,
                               const char    *id)
{
  g_autoptr (ShanhaiFinding) finding = shanhai_finding_mark_dup_finding (checks, id);
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());

  return finding != NULL ? shanhai_finding_dup_message (finding, shanhai_checks_get_casebook (checks), words) : NULL;
}
