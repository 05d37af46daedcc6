/* shanhai-casebook-apply.c - a change is checked and takes effect. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Costs what the change costs, not what the casebook holds: but for moving pointers in the lists, nothing is looked at that the change doesn't
 * name. Nobody hears of anything before the index, the references and the records are as they shall be. */

#include "shanhai-config.h"

#include "shanhai-casebook.h"

#include <glib/gi18n-lib.h>

#include "shanhai-casebook-private.h"
#include "shanhai-change-private.h"
#include "shanhai-record-private.h"

/* how many of those in the way an error names */
#define MAX_NAMED 5

typedef struct
{
  ShanhaiChange *change;
  const char    *deleted;  /* the first id found that is referred to and goes */
} DeletedSearch;

static void
find_deleted (const ShanhaiField *field,
              const char         *id,
              gpointer            user_data)
{
  DeletedSearch *search = user_data;
  const ShanhaiChangeEntry *entry = shanhai_change_find (search->change, id);

  if (entry != NULL && entry->after == NULL)
    search->deleted = entry->id;
}

static bool
refuse_referred (const char *id,
                 GPtrArray  *in_the_way,
                 GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < in_the_way->len && i < MAX_NAMED; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", shanhai_record_get_id (in_the_way->pdata[i]));
  if (in_the_way->len > MAX_NAMED)
    g_string_append (names, ", …");

  g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_REFERRED,
               _("%s can't be deleted: %s refer to it; delete or change those first"), id, names->str);

  return false;
}

/* every record that refers to what goes must go too, or be replaced by one that doesn't */
static bool
check_deletion (ShanhaiCasebook  *self,
                ShanhaiChange    *change,
                const char       *id,
                GError          **error)
{
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (self, id);
  g_autoptr (GPtrArray) in_the_way = g_ptr_array_new ();

  for (guint i = 0; i < referrers->len; i++)
    if (shanhai_change_find (change, shanhai_record_get_id (referrers->pdata[i])) == NULL)
      g_ptr_array_add (in_the_way, referrers->pdata[i]);

  return in_the_way->len == 0 || refuse_referred (id, in_the_way, error);
}

static bool
check_entry (ShanhaiCasebook           *self,
             ShanhaiChange             *change,
             const ShanhaiChangeEntry  *entry,
             GError                   **error)
{
  ShanhaiRecord *live = shanhai_casebook_lookup (self, entry->id);

  if (entry->after == NULL)
    {
      if (live != NULL)
        return check_deletion (self, change, entry->id, error);

      g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_MISSING,
                   _("%s can't be deleted: the casebook has no such record"), entry->id);
      return false;
    }
  else
    {
      DeletedSearch search = { change, NULL };

      if (live != NULL && G_OBJECT_TYPE (live) != G_OBJECT_TYPE (entry->after) && !shanhai_change_allows_other_types (change))
        {
          g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_TYPE,
                       _("%s is a record of another type; give the new one an id of its own"), entry->id);
          return false;
        }

      shanhai_record_foreach_reference (entry->after, find_deleted, &search);
      if (search.deleted != NULL)
        {
          g_autoptr (GPtrArray) in_the_way = g_ptr_array_new ();

          g_ptr_array_add (in_the_way, entry->after);
          return refuse_referred (search.deleted, in_the_way, error);
        }
      return true;
    }
}

typedef struct
{
  GPtrArray *added[SHANHAI_N_RECORD_TYPES];  /* NULL: none of that type */
  GPtrArray *deleted[SHANHAI_N_RECORD_TYPES];
  GPtrArray *altered;  /* frozen until all is done */
} Effect;

static void
effect_add (GPtrArray     **records,
            ShanhaiRecord  *record)
{
  ShanhaiRecordType type = shanhai_record_get_record_type (record);

  if (records[type] == NULL)
    records[type] = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (records[type], g_object_ref (record));
}

static void
effect_clear (Effect *self)
{
  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    {
      g_clear_pointer (&self->added[i], g_ptr_array_unref);
      g_clear_pointer (&self->deleted[i], g_ptr_array_unref);
    }
  g_clear_pointer (&self->altered, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Effect, effect_clear)

static void
add_record (ShanhaiCasebook *self,
            ShanhaiRecord   *after,
            Effect          *effect)
{
  g_autoptr (ShanhaiRecord) record = shanhai_record_copy (after);

  shanhai_record_seal (record);
  g_hash_table_insert (self->by_id, record->id, record);
  if (self->references != NULL)
    shanhai_references_add (self->references, record);
  effect_add (effect->added, record);
}

static void
delete_record (ShanhaiCasebook *self,
               ShanhaiRecord   *live,
               Effect          *effect)
{
  if (self->references != NULL)
    shanhai_references_remove (self->references, live);
  g_hash_table_remove (self->by_id, live->id);
  effect_add (effect->deleted, live);
}

static void
alter_record (ShanhaiCasebook *self,
              ShanhaiRecord   *live,
              ShanhaiRecord   *after,
              Effect          *effect)
{
  bool refers_anew = self->references != NULL && !shanhai_record_refers_alike (live, after);

  g_object_freeze_notify (G_OBJECT (live));
  g_ptr_array_add (effect->altered, g_object_ref (live));

  if (refers_anew)
    shanhai_references_remove (self->references, live);
  shanhai_record_assign (live, after);
  if (refers_anew)
    shanhai_references_add (self->references, live);
}

static void
apply_to_index (ShanhaiCasebook *self,
                ShanhaiChange   *change,
                Effect          *effect)
{
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);
      ShanhaiRecord *live = g_hash_table_lookup (self->by_id, entry->id);
      g_autoptr (ShanhaiRecord) before = live != NULL ? shanhai_record_copy (live) : NULL;

      shanhai_change_set_before (change, i, before);
      if (live == NULL)
        add_record (self, entry->after, effect);
      else if (entry->after == NULL)
        delete_record (self, live, effect);
      else if (G_OBJECT_TYPE (live) != G_OBJECT_TYPE (entry->after))
        {
          delete_record (self, live, effect);
          add_record (self, entry->after, effect);
        }
      else
        alter_record (self, live, entry->after, effect);
    }
}

static void
apply_header (ShanhaiCasebook *self,
              ShanhaiChange   *change)
{
  const ShanhaiHeader *header = shanhai_change_get_header (change);

  if (header == NULL)
    return;

  shanhai_change_take_header_before (change, shanhai_casebook_dup_header (self));
  shanhai_casebook_set_header (self, self->format, header->title, header->language, header->created, header->extra);
}

static bool
check_writable (ShanhaiCasebook  *self,
                GError          **error)
{
  if (!self->read_only)
    return true;

  g_set_error_literal (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY,
                       _("The casebook is open for reading only, so nothing in it can be changed; the bar above its pages says why"));

  return false;
}

static void
take_effect (ShanhaiCasebook *self,
             ShanhaiChange   *change)
{
  g_auto (Effect) effect = { .altered = g_ptr_array_new_with_free_func (g_object_unref) };

  g_object_freeze_notify (G_OBJECT (self));
  apply_header (self, change);
  apply_to_index (self, change, &effect);
  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    if (effect.added[type] != NULL || effect.deleted[type] != NULL)
      shanhai_record_list_update (self->lists[type], effect.added[type], effect.deleted[type]);

  for (guint i = 0; i < effect.altered->len; i++)
    g_object_thaw_notify (effect.altered->pdata[i]);
  g_object_thaw_notify (G_OBJECT (self));
  shanhai_casebook_emit_changed (self, change);
}

/**
 * shanhai_casebook_apply:
 * @self: a casebook that isn't read-only
 * @change: a change; what was there before is filled in
 * @error: a #SHANHAI_CASEBOOK_ERROR; then nothing has changed
 *
 * Added and replaced records are copies of the change's drafts, so that later edits leave the change as it was.
 *
 * Returns: whether the change was applied
 */
bool
shanhai_casebook_apply (ShanhaiCasebook  *self,
                        ShanhaiChange    *change,
                        GError          **error)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), false);
  g_return_val_if_fail (SHANHAI_IS_CHANGE (change), false);

  if (!check_writable (self, error))
    return false;
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    if (!check_entry (self, change, shanhai_change_get_entry (change, i), error))
      return false;

  take_effect (self, change);

  return true;
}

/*< private > */
bool
shanhai_casebook_restore (ShanhaiCasebook  *self,
                          ShanhaiChange    *change,
                          GError          **error)
{
  if (!check_writable (self, error))
    return false;

  take_effect (self, change);

  return true;
}
