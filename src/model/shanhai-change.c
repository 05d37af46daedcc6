/* shanhai-change.c - one titled edit. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-change.h"

#include "shanhai-change-private.h"
#include "shanhai-record-private.h"

struct _ShanhaiChange
{
  GObject     parent_instance;

  char       *title;
  char       *subject;  /* NULL: not told */
  bool        other_types;
  GPtrArray  *entries;  /* ShanhaiChangeEntry, in the order in which they were put */
  GHashTable *by_id;    /* id (the entry's) → entry */

  ShanhaiHeader *header;  /* NULL: the change leaves it alone */
  ShanhaiHeader *header_before;
};

G_DEFINE_FINAL_TYPE (ShanhaiChange, shanhai_change, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  ShanhaiChangeEntry *entry = data;

  g_free (entry->id);
  g_clear_object (&entry->before);
  g_clear_object (&entry->after);
  g_free (entry);
}

static void
shanhai_change_finalize (GObject *object)
{
  ShanhaiChange *self = SHANHAI_CHANGE (object);

  g_free (self->title);
  g_free (self->subject);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  shanhai_header_free (self->header);
  shanhai_header_free (self->header_before);

  G_OBJECT_CLASS (shanhai_change_parent_class)->finalize (object);
}

static void
shanhai_change_class_init (ShanhaiChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_change_finalize;
}

static void
shanhai_change_init (ShanhaiChange *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

ShanhaiChange *
shanhai_change_new (const char *title)
{
  ShanhaiChange *self = g_object_new (SHANHAI_TYPE_CHANGE, NULL);

  self->title = g_strdup (title);

  return self;
}

const char *
shanhai_change_get_title (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  return self->title;
}

static ShanhaiChangeEntry *
ensure_entry (ShanhaiChange *self,
              const char    *id)
{
  ShanhaiChangeEntry *entry = g_hash_table_lookup (self->by_id, id);

  if (entry == NULL)
    {
      entry = g_new0 (ShanhaiChangeEntry, 1);
      entry->id = g_strdup (id);
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->by_id, entry->id, entry);
    }

  return entry;
}

/**
 * shanhai_change_put:
 * @self: a change that hasn't been applied
 * @draft: the record as it shall be; not sealed
 */
void
shanhai_change_put (ShanhaiChange *self,
                    ShanhaiRecord *draft)
{
  g_return_if_fail (SHANHAI_IS_CHANGE (self));
  g_return_if_fail (SHANHAI_IS_RECORD (draft) && !draft->sealed);

  if (draft->id == NULL)
    {
      g_autofree char *id = shanhai_record_type_new_id (shanhai_record_get_record_type (draft));

      shanhai_record_set_id (draft, id);
    }

  g_set_object (&ensure_entry (self, draft->id)->after, draft);
}

void
shanhai_change_delete (ShanhaiChange *self,
                       const char    *id)
{
  g_return_if_fail (SHANHAI_IS_CHANGE (self));
  g_return_if_fail (id != NULL);

  g_clear_object (&ensure_entry (self, id)->after);
}

void
shanhai_change_put_header (ShanhaiChange       *self,
                           const ShanhaiHeader *header)
{
  g_return_if_fail (SHANHAI_IS_CHANGE (self));
  g_return_if_fail (header != NULL);

  shanhai_header_free (self->header);
  self->header = shanhai_header_copy (header);
  self->header->format = 0;
}

const ShanhaiHeader *
shanhai_change_get_header (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  return self->header;
}

const ShanhaiHeader *
shanhai_change_get_header_before (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  return self->header_before;
}

bool
shanhai_change_is_empty (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), true);

  return self->entries->len == 0 && self->header == NULL;
}

guint
shanhai_change_get_n (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), 0);

  return self->entries->len;
}

const ShanhaiChangeEntry *
shanhai_change_get_entry (ShanhaiChange *self,
                          guint          index)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

const ShanhaiChangeEntry *
shanhai_change_find (ShanhaiChange *self,
                     const char    *id)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  return g_hash_table_lookup (self->by_id, id);
}

const char *
shanhai_change_get_subject (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  if (self->subject != NULL)
    return self->subject;

  return self->entries->len > 0 ? shanhai_change_get_entry (self, 0)->id : NULL;
}

void
shanhai_change_set_subject (ShanhaiChange *self,
                            const char    *id)
{
  g_return_if_fail (SHANHAI_IS_CHANGE (self));

  g_free (self->subject);
  self->subject = g_strdup (id);
}

void
shanhai_change_allow_other_types (ShanhaiChange *self)
{
  g_return_if_fail (SHANHAI_IS_CHANGE (self));

  self->other_types = true;
}

bool
shanhai_change_allows_other_types (ShanhaiChange *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), false);

  return self->other_types;
}

ShanhaiChange *
shanhai_change_reverse (ShanhaiChange *self)
{
  ShanhaiChange *reverse;

  g_return_val_if_fail (SHANHAI_IS_CHANGE (self), NULL);

  reverse = shanhai_change_new (self->title);
  reverse->subject = g_strdup (shanhai_change_get_subject (self));
  reverse->other_types = self->other_types;
  for (guint i = self->entries->len; i > 0; i--)
    {
      ShanhaiChangeEntry *entry = g_ptr_array_index (self->entries, i - 1);
      ShanhaiChangeEntry *back = ensure_entry (reverse, entry->id);

      g_set_object (&back->before, entry->after);
      g_set_object (&back->after, entry->before);
    }
  reverse->header = shanhai_header_copy (self->header_before);
  reverse->header_before = shanhai_header_copy (self->header);

  return reverse;
}

/*< private > */
void
shanhai_change_set_before (ShanhaiChange *self,
                           guint          index,
                           ShanhaiRecord *before)
{
  ShanhaiChangeEntry *entry = g_ptr_array_index (self->entries, index);

  g_set_object (&entry->before, before);
}

/*< private > */
void
shanhai_change_take_header_before (ShanhaiChange *self,
                                   ShanhaiHeader *before)
{
  shanhai_header_free (self->header_before);
  self->header_before = before;
  self->header_before->format = 0;
}
