/* shanhai-proposals.c - what the figures of a source may become, and the changes that settle them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-proposals.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-proposer.h"

struct _ShanhaiProposals
{
  GObject               parent_instance;

  ShanhaiCasebook      *casebook;
  ShanhaiSource        *source;
  ShanhaiSourceReading *reading;
  ShanhaiDrafts        *drafts;
  ShanhaiProposer      *proposer;
  GHashTable           *records;   /* index → ShanhaiRecord */
};

G_DEFINE_FINAL_TYPE (ShanhaiProposals, shanhai_proposals, G_TYPE_OBJECT)

static void
shanhai_proposals_finalize (GObject *object)
{
  ShanhaiProposals *self = SHANHAI_PROPOSALS (object);

  g_hash_table_unref (self->records);
  g_clear_pointer (&self->proposer, shanhai_proposer_free);
  g_clear_object (&self->drafts);
  g_clear_object (&self->reading);
  g_clear_object (&self->source);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_proposals_parent_class)->finalize (object);
}

static void
shanhai_proposals_class_init (ShanhaiProposalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_proposals_finalize;
}

static void
shanhai_proposals_init (ShanhaiProposals *self)
{
  self->records = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

ShanhaiProposals *
shanhai_proposals_new (ShanhaiCasebook      *casebook,
                       ShanhaiSource        *source,
                       ShanhaiSourceReading *reading)
{
  ShanhaiProposals *self = g_object_new (SHANHAI_TYPE_PROPOSALS, NULL);

  self->casebook = g_object_ref (casebook);
  self->source = g_object_ref (source);
  self->reading = g_object_ref (reading);
  self->drafts = shanhai_drafts_new (casebook);
  return self;
}

/* when it is asked first: names are gathered from the whole casebook */
static ShanhaiProposer *
ensure_proposer (ShanhaiProposals *self)
{
  if (self->proposer == NULL)
    self->proposer = shanhai_proposer_new (self->drafts, self->source, shanhai_source_reading_get_text (self->reading),
                                           shanhai_source_reading_get_reading (self->reading));
  return self->proposer;
}

ShanhaiDrafts *
shanhai_proposals_get_drafts (ShanhaiProposals *self)
{
  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);

  return self->drafts;
}

const char *
shanhai_proposals_get_case_id (ShanhaiProposals *self)
{
  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);

  return shanhai_proposer_get_case_id (ensure_proposer (self));
}

ShanhaiRecord *
shanhai_proposals_get_record (ShanhaiProposals *self,
                              guint             index)
{
  ShanhaiRecord *record;

  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);

  record = g_hash_table_lookup (self->records, GUINT_TO_POINTER (index));
  if (record == NULL)
    {
      record = shanhai_proposer_propose (ensure_proposer (self), index);
      g_hash_table_insert (self->records, GUINT_TO_POINTER (index), record);
    }
  return record;
}

ShanhaiRecord *
shanhai_proposals_get_recorded (ShanhaiProposals *self,
                                guint             index)
{
  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);

  return shanhai_proposer_find_recorded (ensure_proposer (self), shanhai_proposals_get_record (self, index));
}

static char *
dup_title (ShanhaiProposals *self,
           const char       *one,
           const char       *many,
           const guint      *indices,
           guint             n)
{
  if (n == 1)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (shanhai_source_reading_get_reading (self->reading), indices[0]);
      g_autofree char *quote = g_strndup (shanhai_source_reading_get_text (self->reading) + figure->start_byte, figure->length_bytes);
      GString *title = g_string_new (one);

      g_string_replace (title, "%s", quote, 1);
      return g_string_free (title, FALSE);
    }
  {
    g_autofree char *number = g_strdup_printf ("%u", n);
    GString *title = g_string_new (many);

    g_string_replace (title, "%u", number, 1);
    return g_string_free (title, FALSE);
  }
}

/* a record that a change touches already gets the second citation there */
static ShanhaiRecord *
find_in_change (ShanhaiChange *change,
                ShanhaiRecord *record)
{
  const ShanhaiChangeEntry *entry = shanhai_change_find (change, shanhai_record_get_id (record));

  return entry != NULL && entry->after != NULL ? entry->after : record;
}

ShanhaiChange *
shanhai_proposals_new_accept (ShanhaiProposals   *self,
                              const guint        *indices,
                              guint               n,
                              const char * const *decisions)
{
  g_autofree char *title = NULL;
  ShanhaiChange *change;
  const ShanhaiReading *reading;

  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);
  g_return_val_if_fail (n > 0, NULL);

  reading = shanhai_source_reading_get_reading (self->reading);
  /* Translators: names of changes, as undo shows them; %s is a figure as printed */
  title = dup_title (self, _ ("Accept “%s”"), ngettext ("Accept %u figure", "Accept %u figures", n), indices, n);
  change = shanhai_change_new (title);
  for (guint i = 0; i < n; i++)
    {
      ShanhaiRecord *recorded = shanhai_proposals_get_recorded (self, indices[i]);
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, indices[i]);
      g_autoptr (ShanhaiRecord) record = recorded != NULL ? shanhai_proposer_add_citation (self->proposer, find_in_change (change, recorded), figure->start, figure->length)
                                                          : shanhai_record_copy (shanhai_proposals_get_record (self, indices[i]));

      shanhai_change_put (change, record);
      if (decisions != NULL && decisions[i] != NULL)
        shanhai_change_delete (change, decisions[i]);
    }
  shanhai_drafts_complete (self->drafts, change);
  return change;
}

ShanhaiChange *
shanhai_proposals_new_ignore (ShanhaiProposals *self,
                              const guint      *indices,
                              guint             n)
{
  g_autofree char *title = NULL;
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);
  g_return_val_if_fail (n > 0, NULL);

  title = dup_title (self, _ ("Ignore “%s”"), ngettext ("Ignore %u figure", "Ignore %u figures", n), indices, n);
  change = shanhai_change_new (title);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiRecord) decision = shanhai_proposer_ignore (ensure_proposer (self), indices[i]);

      shanhai_change_put (change, decision);
    }
  return change;
}

ShanhaiChange *
shanhai_proposals_new_cite (ShanhaiProposals *self,
                            ShanhaiRecord    *record,
                            gint64            start,
                            gint64            length)
{
  ShanhaiChange *change;
  g_autoptr (ShanhaiRecord) copy = NULL;

  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), NULL);
  g_return_val_if_fail (SHANHAI_IS_RECORD (record), NULL);

  change = shanhai_change_new (_ ("Cite the Selection"));
  copy = shanhai_proposer_add_citation (ensure_proposer (self), record, start, length);
  shanhai_change_put (change, copy);
  return change;
}

char *
shanhai_proposals_name_drafts (ShanhaiProposals     *self,
                               const ShanhaiWording *wording,
                               const char           *text)
{
  GString *words = g_string_new (text);
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (SHANHAI_IS_PROPOSALS (self), g_string_free (words, FALSE));

  drafts = shanhai_drafts_list (self->drafts, SHANHAI_RECORD_OTHER);
  for (guint i = 0; i < drafts->len; i++)
    {
      const char *id = shanhai_record_get_id (drafts->pdata[i]);
      g_autofree char *label = strstr (words->str, id) != NULL ? shanhai_drafts_dup_label (self->drafts, id, wording->language) : NULL;

      if (label != NULL)
        g_string_replace (words, id, label, 0);
    }
  return g_string_free (words, FALSE);
}
