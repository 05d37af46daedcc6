/* shanhai-record-list.c - all records of one type, as a GListModel. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain array: a record is found by bisection, inserted by moving pointers. At 100 000 records that moves under a megabyte, far less than a
 * tree costs in memory. */

#include "shanhai-config.h"

#include "shanhai-record-list.h"

/* more than so many at a time are told of as one stretch */
#define MAX_ONE_BY_ONE 16

struct _ShanhaiRecordList
{
  GObject            parent_instance;

  ShanhaiRecordType  type;
  GPtrArray         *records;
};

static void shanhai_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiRecordList, shanhai_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, shanhai_record_list_model_init))

static GType
shanhai_record_list_get_item_type (GListModel *model)
{
  return shanhai_record_type_get_gtype (SHANHAI_RECORD_LIST (model)->type);
}

static guint
shanhai_record_list_get_n_items (GListModel *model)
{
  return SHANHAI_RECORD_LIST (model)->records->len;
}

static gpointer
shanhai_record_list_get_item (GListModel *model,
                              guint       position)
{
  GPtrArray *records = SHANHAI_RECORD_LIST (model)->records;

  return position < records->len ? g_object_ref (g_ptr_array_index (records, position)) : NULL;
}

static void
shanhai_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = shanhai_record_list_get_item_type;
  iface->get_n_items = shanhai_record_list_get_n_items;
  iface->get_item = shanhai_record_list_get_item;
}

static void
shanhai_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (shanhai_record_list_parent_class)->finalize (object);
}

static void
shanhai_record_list_class_init (ShanhaiRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_record_list_finalize;
}

static void
shanhai_record_list_init (ShanhaiRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

ShanhaiRecordList *
shanhai_record_list_new (ShanhaiRecordType type)
{
  ShanhaiRecordList *self = g_object_new (SHANHAI_TYPE_RECORD_LIST, NULL);

  self->type = type;

  return self;
}

ShanhaiRecordType
shanhai_record_list_get_record_type (ShanhaiRecordList *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_LIST (self), SHANHAI_RECORD_OTHER);

  return self->type;
}

guint
shanhai_record_list_get_n (ShanhaiRecordList *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

ShanhaiRecord *
shanhai_record_list_peek (ShanhaiRecordList *self,
                          guint              position)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

static bool
is_sorted_type (ShanhaiRecordList *self)
{
  return self->type != SHANHAI_RECORD_OTHER;
}

/* the first position whose id isn't less than `id` */
static guint
bisect (ShanhaiRecordList *self,
        const char        *id)
{
  guint lo = 0;
  guint hi = self->records->len;

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;

      if (strcmp (shanhai_record_get_id (g_ptr_array_index (self->records, middle)), id) < 0)
        lo = middle + 1;
      else
        hi = middle;
    }

  return lo;
}

bool
shanhai_record_list_find (ShanhaiRecordList *self,
                          ShanhaiRecord     *record,
                          guint             *position)
{
  guint found;

  g_return_val_if_fail (SHANHAI_IS_RECORD_LIST (self), false);

  if (!is_sorted_type (self))
    return g_ptr_array_find (self->records, record, position);

  found = bisect (self, shanhai_record_get_id (record));
  if (found >= self->records->len || g_ptr_array_index (self->records, found) != record)
    return false;

  if (position != NULL)
    *position = found;

  return true;
}

ShanhaiRecord *
shanhai_record_list_lookup (ShanhaiRecordList *self,
                            const char        *id)
{
  guint found;

  g_return_val_if_fail (SHANHAI_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (is_sorted_type (self), NULL);

  found = bisect (self, id);
  if (found >= self->records->len || strcmp (shanhai_record_get_id (g_ptr_array_index (self->records, found)), id) != 0)
    return NULL;

  return g_ptr_array_index (self->records, found);
}

static void
insert (ShanhaiRecordList *self,
        ShanhaiRecord     *record)
{
  guint position = is_sorted_type (self) ? bisect (self, shanhai_record_get_id (record)) : self->records->len;

  g_ptr_array_insert (self->records, (int) position, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
remove_one (ShanhaiRecordList *self,
            ShanhaiRecord     *record)
{
  guint position;

  if (!shanhai_record_list_find (self, record, &position))
    return;

  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (shanhai_record_get_id (*(ShanhaiRecord **) a), shanhai_record_get_id (*(ShanhaiRecord **) b));
}

static bool
is_in_order (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (compare_ids (&records->pdata[i - 1], &records->pdata[i]) > 0)
      return false;

  return true;
}

/* what stays and what comes, merged into one row; takes references */
static GPtrArray *
merge (ShanhaiRecordList *self,
       GPtrArray         *added,
       GHashTable        *gone)
{
  GPtrArray *merged = g_ptr_array_new_full (self->records->len + added->len, g_object_unref);
  guint next = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      ShanhaiRecord *record = g_ptr_array_index (self->records, i);

      if (g_hash_table_contains (gone, record))
        continue;
      while (is_sorted_type (self) && next < added->len && compare_ids (&added->pdata[next], &self->records->pdata[i]) < 0)
        g_ptr_array_add (merged, g_object_ref (added->pdata[next++]));
      g_ptr_array_add (merged, g_object_ref (record));
    }
  while (next < added->len)
    g_ptr_array_add (merged, g_object_ref (added->pdata[next++]));

  return merged;
}

/* tells of the stretch between the first and the last difference */
static void
replace_records (ShanhaiRecordList *self,
                 GPtrArray         *merged)
{
  g_autoptr (GPtrArray) old = self->records;
  guint shorter = MIN (old->len, merged->len);
  guint before = 0;
  guint after = 0;

  while (before < shorter && old->pdata[before] == merged->pdata[before])
    before++;
  while (after < shorter - before && old->pdata[old->len - 1 - after] == merged->pdata[merged->len - 1 - after])
    after++;

  self->records = merged;
  if (old->len > before + after || merged->len > before + after)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after, merged->len - before - after);
}

/**
 * shanhai_record_list_update:
 * @self: a list
 * @added: (nullable) (element-type ShanhaiRecord): records that aren't in it
 * @removed: (nullable) (element-type ShanhaiRecord): records to let go of; those that aren't in it are passed over
 */
void
shanhai_record_list_update (ShanhaiRecordList *self,
                            GPtrArray         *added,
                            GPtrArray         *removed)
{
  guint n_added = added != NULL ? added->len : 0;
  guint n_removed = removed != NULL ? removed->len : 0;
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GPtrArray) coming = NULL;

  g_return_if_fail (SHANHAI_IS_RECORD_LIST (self));

  if (n_added + n_removed <= MAX_ONE_BY_ONE)
    {
      for (guint i = 0; i < n_removed; i++)
        remove_one (self, removed->pdata[i]);
      for (guint i = 0; i < n_added; i++)
        insert (self, added->pdata[i]);
      return;
    }

  gone = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_removed; i++)
    g_hash_table_add (gone, removed->pdata[i]);
  coming = g_ptr_array_sized_new (n_added);
  if (n_added > 0)
    g_ptr_array_extend (coming, added, NULL, NULL);
  if (is_sorted_type (self) && !is_in_order (coming))
    g_ptr_array_sort (coming, compare_ids);

  replace_records (self, merge (self, coming, gone));
}

/**
 * shanhai_record_list_fill:
 * @self: an empty list
 * @records: (element-type ShanhaiRecord): what it is to hold, in any order
 *
 * A canonical file comes in order already, and then nothing is sorted.
 */
void
shanhai_record_list_fill (ShanhaiRecordList *self,
                          GPtrArray         *records)
{
  g_return_if_fail (SHANHAI_IS_RECORD_LIST (self));
  g_return_if_fail (self->records->len == 0);

  g_ptr_array_set_size (self->records, 0);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (records->pdata[i]));
  if (is_sorted_type (self) && !is_in_order (self->records))
    g_ptr_array_sort (self->records, compare_ids);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->records->len);
}
