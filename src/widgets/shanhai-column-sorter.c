/* shanhai-column-sorter.c - what the heading of a column sorts by. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sort of 100 000 rows compares two million times: the text of each is made once. They are forgotten at the first idle moment after the sort. */

#include "shanhai-column-sorter.h"

#include <string.h>

typedef struct
{
  const ShanhaiRecordColumn *column;
  ShanhaiColumnCasebookFunc  get_casebook;
  gpointer                   data;
  GDestroyNotify             free_data;
  GHashTable                *keys;       /* item (borrowed) → collation key; only while a sort goes on */
  guint                      forget_id;
} Order;

static void
free_order (gpointer data)
{
  Order *self = data;

  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  self->free_data (self->data);
  g_free (self);
}

static gboolean
forget_cb (gpointer data)
{
  Order *self = data;

  self->forget_id = 0;
  g_clear_pointer (&self->keys, g_hash_table_unref);
  return G_SOURCE_REMOVE;
}

static char *
dup_text (Order    *self,
          gpointer  item)
{
  if (SHANHAI_IS_RECORD (item))
    {
      ShanhaiWording wording = shanhai_wording_now (self->get_casebook (self->data));

      return shanhai_record_column_dup_text (self->column, &wording, item);
    }
  return g_strdup (GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "");
}

static const char *
get_key (Order    *self,
         gpointer  item)
{
  char *key;

  if (self->keys == NULL)
    self->keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (self->forget_id == 0)
    self->forget_id = g_idle_add_full (G_PRIORITY_LOW, forget_cb, self, NULL);

  key = g_hash_table_lookup (self->keys, item);
  if (key == NULL)
    {
      g_autofree char *text = dup_text (self, item);

      key = g_utf8_collate_key (text, -1);
      g_hash_table_insert (self->keys, item, key);
    }
  return key;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  Order *self = data;

  if (self->column->order == SHANHAI_COLUMN_BY_TEXT)
    return strcmp (get_key (self, (gpointer) a), get_key (self, (gpointer) b));
  if (!SHANHAI_IS_RECORD ((gpointer) a) || !SHANHAI_IS_RECORD ((gpointer) b))
    return 0;
  return shanhai_record_column_compare (self->column, (gpointer) a, (gpointer) b);
}

GtkSorter *
shanhai_column_sorter_new (const ShanhaiRecordColumn *column,
                           ShanhaiColumnCasebookFunc  get_casebook,
                           gpointer                   data,
                           GDestroyNotify             free_data)
{
  Order *order = g_new0 (Order, 1);

  *order = (Order) { .column = column, .get_casebook = get_casebook, .data = data, .free_data = free_data };
  return GTK_SORTER (gtk_custom_sorter_new (compare, order, free_order));
}
