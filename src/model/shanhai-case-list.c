/* shanhai-case-list.c - the records of one type that belong to one case, live. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled from the casebook's index and kept up to date from its changes, so that its cost is that of the case, not of the casebook. */

#include "shanhai-config.h"

#include "shanhai-case-list.h"

struct _ShanhaiCaseList
{
  GObject            parent_instance;

  ShanhaiCasebook   *casebook;
  char              *case_id;
  ShanhaiRecordList *records;
};

/* of a casebook: "type case" → the list that lives, borrowed */
#define SHARED "shanhai-case-lists"

static void shanhai_case_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiCaseList, shanhai_case_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, shanhai_case_list_model_init))

static GType
shanhai_case_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (SHANHAI_CASE_LIST (model)->records));
}

static guint
shanhai_case_list_get_n_items (GListModel *model)
{
  return shanhai_record_list_get_n (SHANHAI_CASE_LIST (model)->records);
}

static gpointer
shanhai_case_list_get_item (GListModel *model,
                            guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (SHANHAI_CASE_LIST (model)->records), position);
}

static void
shanhai_case_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = shanhai_case_list_get_item_type;
  iface->get_n_items = shanhai_case_list_get_n_items;
  iface->get_item = shanhai_case_list_get_item;
}

static bool
belongs (ShanhaiCaseList *self,
         ShanhaiRecord   *record)
{
  return record != NULL && shanhai_record_get_record_type (record) == shanhai_record_list_get_record_type (self->records) &&
         g_strcmp0 (shanhai_record_get_case_id (record), self->case_id) == 0;
}

static void
changed_cb (ShanhaiCaseList *self,
            ShanhaiChange   *change)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);
      bool before = belongs (self, entry->before);
      bool after = belongs (self, entry->after);

      if (!before && after)
        g_ptr_array_add (added, shanhai_casebook_lookup (self->casebook, entry->id));
      else if (before && !after)
        {
          /* by id: the casebook may have let go of the record itself */
          ShanhaiRecord *record = shanhai_record_list_lookup (self->records, entry->id);

          if (record != NULL)
            g_ptr_array_add (removed, record);
        }
    }

  if (added->len > 0 || removed->len > 0)
    shanhai_record_list_update (self->records, added, removed);
}

static void
items_changed_cb (ShanhaiCaseList *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static char *
dup_key (ShanhaiRecordType  type,
         const char        *case_id)
{
  return g_strdup_printf ("%d %s", type, case_id);
}

/* (transfer none) */
static GHashTable *
get_shared (ShanhaiCasebook *casebook)
{
  GHashTable *shared = g_object_get_data (G_OBJECT (casebook), SHARED);

  if (shared == NULL)
    {
      shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (casebook), SHARED, shared, (GDestroyNotify) g_hash_table_unref);
    }
  return shared;
}

static void
stop_sharing (ShanhaiCaseList *self)
{
  g_autofree char *key = dup_key (shanhai_record_list_get_record_type (self->records), self->case_id);

  if (g_hash_table_lookup (get_shared (self->casebook), key) == self)
    g_hash_table_remove (get_shared (self->casebook), key);
}

static void
shanhai_case_list_dispose (GObject *object)
{
  ShanhaiCaseList *self = SHANHAI_CASE_LIST (object);

  if (self->casebook != NULL)
    stop_sharing (self);
  g_clear_object (&self->casebook);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (shanhai_case_list_parent_class)->dispose (object);
}

static void
shanhai_case_list_finalize (GObject *object)
{
  g_free (SHANHAI_CASE_LIST (object)->case_id);

  G_OBJECT_CLASS (shanhai_case_list_parent_class)->finalize (object);
}

static void
shanhai_case_list_class_init (ShanhaiCaseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_case_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_case_list_finalize;
}

static void
shanhai_case_list_init (ShanhaiCaseList *self)
{
}

/**
 * shanhai_case_list_new:
 * @casebook: the document
 * @type: a type whose records have a case
 * @case_id: the case
 *
 * Returns: (transfer full): a list model that follows the casebook's changes
 */
ShanhaiCaseList *
shanhai_case_list_new (ShanhaiCasebook   *casebook,
                       ShanhaiRecordType  type,
                       const char        *case_id)
{
  ShanhaiCaseList *self = g_object_new (SHANHAI_TYPE_CASE_LIST, NULL);
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers_of_type (casebook, type, case_id);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  self->casebook = g_object_ref (casebook);
  self->case_id = g_strdup (case_id);
  self->records = shanhai_record_list_new (type);

  for (guint i = 0; i < referrers->len; i++)
    if (belongs (self, referrers->pdata[i]))
      g_ptr_array_add (own, referrers->pdata[i]);
  shanhai_record_list_fill (self->records, own);

  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Pages that show the same case show the same list: nothing is filled or kept up to date twice. */
GListModel *
shanhai_casebook_list_case (ShanhaiCasebook   *self,
                            ShanhaiRecordType  type,
                            const char        *case_id)
{
  g_autofree char *key = NULL;
  ShanhaiCaseList *list;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  key = dup_key (type, case_id);
  list = g_hash_table_lookup (get_shared (self), key);
  if (list != NULL)
    return G_LIST_MODEL (g_object_ref (list));

  list = shanhai_case_list_new (self, type, case_id);
  g_hash_table_insert (get_shared (self), g_steal_pointer (&key), list);
  return G_LIST_MODEL (list);
}
