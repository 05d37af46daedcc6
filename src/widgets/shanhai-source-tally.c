/* shanhai-source-tally.c - which sources some lists of records cite, and how often. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-source-tally.h"

/* µs: at first, and in each idle moment */
#define AT_ONCE 15000
#define SLICE 6000
/* records between two looks at the clock */
#define STRIDE 64

struct _ShanhaiSourceTally
{
  ShanhaiCasebook        *casebook;
  GPtrArray              *lists;
  guint                   list, at;    /* the next record */
  GHashTable             *counts;      /* source's id → its ShanhaiSourceCount */
  ShanhaiSourceTallyFunc  done;
  gpointer                data;
  guint                   slice_id;
};

static void
free_count (gpointer data)
{
  ShanhaiSourceCount *count = data;

  g_object_unref (count->source);
  g_free (count->first);
  g_free (count);
}

/* the most cited first */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const ShanhaiSourceCount *count_a = *(ShanhaiSourceCount **) a, *count_b = *(ShanhaiSourceCount **) b;

  if (count_a->n != count_b->n)
    return count_a->n > count_b->n ? -1 : 1;
  return g_strcmp0 (shanhai_record_get_id (SHANHAI_RECORD (count_a->source)), shanhai_record_get_id (SHANHAI_RECORD (count_b->source)));
}

static void
count_citations (ShanhaiSourceTally *self,
                 ShanhaiRecord      *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      ShanhaiSourceCount *count = g_hash_table_lookup (self->counts, citations->items[i].source);

      if (count == NULL)
        {
          ShanhaiSource *source = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, citations->items[i].source);

          if (source == NULL)
            continue;
          count = g_new0 (ShanhaiSourceCount, 1);
          count->source = g_object_ref (source);
          count->first = g_strdup (shanhai_record_get_id (record));
          g_hash_table_insert (self->counts, g_strdup (citations->items[i].source), count);
        }
      count->n++;
    }
}

/* returns whether everything is counted */
static bool
count_for (ShanhaiSourceTally *self,
           gint64              time)
{
  gint64 until = g_get_monotonic_time () + time;

  while (self->list < self->lists->len)
    {
      for (guint i = 0; i < STRIDE && self->list < self->lists->len; i++)
        {
          g_autoptr (ShanhaiRecord) record = g_list_model_get_item (g_ptr_array_index (self->lists, self->list), self->at);

          if (record != NULL)
            {
              count_citations (self, record);
              self->at++;
              continue;
            }
          self->list++;
          self->at = 0;
        }
      if (g_get_monotonic_time () > until)
        return self->list == self->lists->len;
    }
  return true;
}

static void
tell (ShanhaiSourceTally *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (sorted, count);
  g_ptr_array_sort (sorted, compare);
  self->done (sorted, self->data);
}

static gboolean
slice_cb (gpointer data)
{
  ShanhaiSourceTally *self = data;

  if (!count_for (self, SLICE))
    return G_SOURCE_CONTINUE;
  self->slice_id = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

ShanhaiSourceTally *
shanhai_source_tally_new (ShanhaiCasebook        *casebook,
                          GListModel * const     *lists,
                          guint                   n_lists,
                          ShanhaiSourceTallyFunc  done,
                          gpointer                data)
{
  ShanhaiSourceTally *self = g_new0 (ShanhaiSourceTally, 1);

  self->casebook = g_object_ref (casebook);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_lists; i++)
    g_ptr_array_add (self->lists, g_object_ref (lists[i]));
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_count);
  self->done = done;
  self->data = data;
  if (count_for (self, AT_ONCE))
    tell (self);
  else
    self->slice_id = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
  return self;
}

void
shanhai_source_tally_free (ShanhaiSourceTally *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->lists);
  g_object_unref (self->casebook);
  g_free (self);
}
