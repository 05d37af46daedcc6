/* shanhai-references.c - what refers to which id. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-references.h"

struct _ShanhaiReferences
{
  GHashTable *by_id;  /* char * → GPtrArray of ShanhaiRecord, not owned */
};

typedef struct
{
  ShanhaiReferences *self;
  ShanhaiRecord     *record;
} Visit;

ShanhaiReferences *
shanhai_references_new (void)
{
  ShanhaiReferences *self = g_new (ShanhaiReferences, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
shanhai_references_free (ShanhaiReferences *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static void
add_one (const ShanhaiField *field,
         const char         *id,
         gpointer            user_data)
{
  Visit *visit = user_data;
  GPtrArray *records = g_hash_table_lookup (visit->self->by_id, id);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (visit->self->by_id, g_strdup (id), records);
    }

  /* all mentions of one record come in a row, so a second mention of the same id is the last entry */
  if (records->len == 0 || records->pdata[records->len - 1] != visit->record)
    g_ptr_array_add (records, visit->record);
}

static void
remove_one (const ShanhaiField *field,
            const char         *id,
            gpointer            user_data)
{
  Visit *visit = user_data;
  GPtrArray *records = g_hash_table_lookup (visit->self->by_id, id);

  if (records == NULL)
    return;

  g_ptr_array_remove_fast (records, visit->record);
  if (records->len == 0)
    g_hash_table_remove (visit->self->by_id, id);
}

void
shanhai_references_add (ShanhaiReferences *self,
                        ShanhaiRecord     *record)
{
  shanhai_record_foreach_reference (record, add_one, &(Visit) { self, record });
}

void
shanhai_references_remove (ShanhaiReferences *self,
                           ShanhaiRecord     *record)
{
  shanhai_record_foreach_reference (record, remove_one, &(Visit) { self, record });
}

GPtrArray *
shanhai_references_get (ShanhaiReferences *self,
                        const char        *id)
{
  return g_hash_table_lookup (self->by_id, id);
}
