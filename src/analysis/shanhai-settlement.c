/* shanhai-settlement.c - which decision settles a finding. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-settlement.h"

#include <string.h>

#include "shanhai-decision.h"
#include "shanhai-finding-private.h"
#include "shanhai-relation.h"

struct _ShanhaiSettlement
{
  GHashTable *by_record;  /* id of a record that a decision names → GPtrArray of ShanhaiRecord */
};

ShanhaiSettlement *
shanhai_settlement_new (void)
{
  ShanhaiSettlement *self = g_new0 (ShanhaiSettlement, 1);

  self->by_record = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
shanhai_settlement_free (ShanhaiSettlement *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_record);
  g_free (self);
}

bool
shanhai_settlement_is_empty (ShanhaiSettlement *self)
{
  return g_hash_table_size (self->by_record) == 0;
}

static void
add_for (ShanhaiSettlement *self,
         const char        *id,
         ShanhaiRecord     *decision)
{
  GPtrArray *decisions = g_hash_table_lookup (self->by_record, id);

  if (decisions == NULL)
    {
      decisions = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->by_record, g_strdup (id), decisions);
    }
  if (!g_ptr_array_find (decisions, decision, NULL))
    g_ptr_array_add (decisions, g_object_ref (decision));
}

static void
remove_for (ShanhaiSettlement *self,
            const char        *id,
            ShanhaiRecord     *decision)
{
  GPtrArray *decisions = g_hash_table_lookup (self->by_record, id);

  if (decisions == NULL)
    return;
  for (guint i = 0; i < decisions->len; i++)
    if (g_strcmp0 (shanhai_record_get_id (decisions->pdata[i]), shanhai_record_get_id (decision)) == 0)
      g_ptr_array_remove_index (decisions, i--);
  if (decisions->len == 0)
    g_hash_table_remove (self->by_record, id);
}

static void
foreach_record (ShanhaiSettlement *self,
                ShanhaiRecord     *decision,
                void             (*func) (ShanhaiSettlement *self, const char *id, ShanhaiRecord *decision))
{
  const ShanhaiAbout *about = shanhai_decision_get_about (SHANHAI_DECISION (decision));

  if (about == NULL)
    return;
  if (about->record != NULL)
    func (self, about->record, decision);
  for (guint i = 0; about->records != NULL && about->records[i] != NULL; i++)
    func (self, about->records[i], decision);
}

void
shanhai_settlement_add (ShanhaiSettlement *self,
                        ShanhaiRecord     *decision)
{
  /* a relation stated by hand settles nothing, and a figure may stand in thousands */
  if (!shanhai_relation_get_kind (decision, NULL))
    foreach_record (self, decision, add_for);
}

void
shanhai_settlement_remove (ShanhaiSettlement *self,
                           ShanhaiRecord     *decision)
{
  foreach_record (self, decision, remove_for);
}

/* The forms that a figure may have been seen in: as printed, as the quote has it, as a bare number. */
static bool
is_seen_form (ShanhaiFinding *finding,
              guint           index,
              const char     *seen)
{
  const ShanhaiQuantity *quantity = shanhai_finding_get_quantity (finding, index);
  g_autofree char *printed = shanhai_finding_dup_printed (finding, index);
  g_autofree char *plain = quantity != NULL ? shanhai_quantity_dup_plain (quantity) : NULL;
  g_autofree char *bare = quantity != NULL ? shanhai_decimal_to_string (&quantity->value) : NULL;

  return g_strcmp0 (seen, printed) == 0 || g_strcmp0 (seen, plain) == 0 || g_strcmp0 (seen, bare) == 0;
}

static bool
is_as_seen (ShanhaiFinding *finding,
            char          **records,
            char          **seen)
{
  if (seen == NULL || seen[0] == NULL)
    return true;

  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    {
      const char *id = shanhai_record_get_id (shanhai_finding_get_record (finding, i));
      bool found = false;

      /* a record can be named twice, for two of its figures */
      for (guint k = 0; records[k] != NULL && seen[k] != NULL && !found; k++)
        found = strcmp (records[k], id) == 0 && is_seen_form (finding, i, seen[k]);
      if (!found)
        return false;
    }

  return true;
}

static bool
names_the_same (ShanhaiFinding *finding,
                char          **records)
{
  if (records == NULL)
    return false;
  for (guint i = 0; records[i] != NULL; i++)
    if (!shanhai_finding_names (finding, records[i]))
      return false;
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    if (!g_strv_contains ((const char * const *) records, shanhai_record_get_id (shanhai_finding_get_record (finding, i))))
      return false;

  return true;
}

static bool
settles (ShanhaiRecord  *decision,
         ShanhaiFinding *finding)
{
  const ShanhaiAbout *about = shanhai_decision_get_about (SHANHAI_DECISION (decision));
  const char *prefers = shanhai_decision_get_prefers (SHANHAI_DECISION (decision));

  if (about->record != NULL)
    return shanhai_finding_get_check (finding) == SHANHAI_CHECK_SAME && prefers != NULL && shanhai_finding_names (finding, about->record) &&
           shanhai_finding_names (finding, prefers);

  return g_strcmp0 (about->check, shanhai_check_get_key (shanhai_finding_get_check (finding))) == 0 && names_the_same (finding, about->records) &&
         is_as_seen (finding, about->records, about->seen);
}

ShanhaiRecord *
shanhai_settlement_find (ShanhaiSettlement *self,
                         ShanhaiFinding    *finding)
{
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    {
      GPtrArray *decisions = g_hash_table_lookup (self->by_record, shanhai_record_get_id (shanhai_finding_get_record (finding, i)));

      for (guint k = 0; decisions != NULL && k < decisions->len; k++)
        if (settles (decisions->pdata[k], finding))
          return decisions->pdata[k];
    }

  return NULL;
}

ShanhaiAbout *
shanhai_finding_dup_about (ShanhaiFinding *finding)
{
  ShanhaiAbout *about = shanhai_about_new ();
  guint n = shanhai_finding_get_n (finding);

  about->check = g_strdup (shanhai_check_get_key (shanhai_finding_get_check (finding)));
  about->records = g_new0 (char *, n + 1);
  about->seen = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      about->records[i] = g_strdup (shanhai_record_get_id (shanhai_finding_get_record (finding, i)));
      about->seen[i] = shanhai_finding_dup_printed (finding, i);
    }

  return about;
}
