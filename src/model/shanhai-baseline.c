/* shanhai-baseline.c - what a casebook was at one moment, while it goes on changing. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-baseline.h"

struct _ShanhaiBaseline
{
  GObject          parent_instance;

  ShanhaiCasebook *casebook;
  GHashTable      *before;  /* id → ShanhaiRecord as it was, or NULL: there was none; the others are as they were */
  ShanhaiHeader   *header;  /* as it was, or NULL: as it is */
};

G_DEFINE_FINAL_TYPE (ShanhaiBaseline, shanhai_baseline, G_TYPE_OBJECT)

static void
record_free (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
shanhai_baseline_dispose (GObject *object)
{
  ShanhaiBaseline *self = SHANHAI_BASELINE (object);

  if (self->casebook != NULL)
    g_signal_handlers_disconnect_by_data (self->casebook, self);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_baseline_parent_class)->dispose (object);
}

static void
shanhai_baseline_finalize (GObject *object)
{
  ShanhaiBaseline *self = SHANHAI_BASELINE (object);

  g_hash_table_unref (self->before);
  shanhai_header_free (self->header);

  G_OBJECT_CLASS (shanhai_baseline_parent_class)->finalize (object);
}

static void
shanhai_baseline_class_init (ShanhaiBaselineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shanhai_baseline_dispose;
  object_class->finalize = shanhai_baseline_finalize;
}

static void
shanhai_baseline_init (ShanhaiBaseline *self)
{
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, record_free);
}

/* what a change says of a record that changed before is already a later state of it */
static void
changed_cb (ShanhaiBaseline *self,
            ShanhaiChange   *change)
{
  const ShanhaiHeader *header = shanhai_change_get_header_before (change);

  if (self->header == NULL && header != NULL)
    self->header = shanhai_header_copy (header);
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      if (!g_hash_table_contains (self->before, entry->id))
        g_hash_table_insert (self->before, g_strdup (entry->id), entry->before != NULL ? g_object_ref (entry->before) : NULL);
    }
}

ShanhaiBaseline *
shanhai_baseline_new (ShanhaiCasebook *casebook)
{
  ShanhaiBaseline *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_BASELINE, NULL);
  self->casebook = g_object_ref (casebook);
  g_signal_connect_swapped (casebook, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

/**
 * shanhai_baseline_step_back:
 * @self: a baseline whose casebook hasn't changed since it was made
 * @change: with its records as they were before it; need not have been applied to this casebook
 */
void
shanhai_baseline_step_back (ShanhaiBaseline *self,
                            ShanhaiChange   *change)
{
  g_return_if_fail (SHANHAI_IS_BASELINE (self));
  g_return_if_fail (SHANHAI_IS_CHANGE (change));

  changed_cb (self, change);
}

ShanhaiRecord *
shanhai_baseline_lookup (ShanhaiBaseline *self,
                         const char      *id)
{
  gpointer before;

  g_return_val_if_fail (SHANHAI_IS_BASELINE (self), NULL);

  if (id == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (self->before, id, NULL, &before))
    return before;

  return shanhai_casebook_lookup (self->casebook, id);
}

ShanhaiHeader *
shanhai_baseline_dup_header (ShanhaiBaseline *self)
{
  g_return_val_if_fail (SHANHAI_IS_BASELINE (self), NULL);

  return self->header != NULL ? shanhai_header_copy (self->header) : shanhai_casebook_dup_header (self->casebook);
}
