/* shanhai-sorted-records.c - a list in the order of a sorter, without keeping anybody waiting. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A merge sort from the bottom up, which can stop after any merge and go on later: `run` is the length of the runs that are in order, `at` where the pass is. */

#include "shanhai-sorted-records.h"

#include <string.h>

/* µs: what a sort may take right away, and in each slice; a frame has 16 ms */
#define AT_ONCE 16000
#define SLICE 6000
/* items merged between two looks at the clock */
#define STRIDE 512
/* items that are put in their places one by one */
#define FEW 16

struct _ShanhaiSortedRecords
{
  GObject     parent_instance;

  GListModel *model;
  GtkSorter  *sorter;
  GPtrArray  *items;    /* as shown; holds references */
  GPtrArray  *mirror;   /* the same in the model's order: says what was removed; holds references: rows of a tree are there only while somebody has them */

  /* the sort that goes on; these borrow from a reference of their own in `sorting` */
  GPtrArray  *sorting;
  gpointer   *from, *to;
  guint       run, at;
  guint       slice_id;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiSortedRecords, shanhai_sorted_records, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return SHANHAI_SORTED_RECORDS (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *items = SHANHAI_SORTED_RECORDS (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* (transfer full): of the mirror, not of the model: a filtered or flattened one takes long to tell what it holds */
static GPtrArray *
copy_mirror (ShanhaiSortedRecords *self)
{
  GPtrArray *items = g_ptr_array_new_full (self->mirror->len, g_object_unref);

  for (guint i = 0; i < self->mirror->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->mirror, i)));
  return items;
}

static void
stop_sorting (ShanhaiSortedRecords *self)
{
  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->sorting, g_ptr_array_unref);
}

static bool
comes_first (ShanhaiSortedRecords *self,
             gpointer              a,
             gpointer              b)
{
  return gtk_sorter_compare (self->sorter, a, b) != GTK_ORDERING_LARGER;
}

/* the two runs that begin at `at` */
static void
merge (ShanhaiSortedRecords *self)
{
  guint n = self->sorting->len;
  guint left = self->at, middle = MIN (n, left + self->run), right = middle, end = MIN (n, middle + self->run);

  /* often they are in order already */
  if (middle == end || comes_first (self, self->from[middle - 1], self->from[middle]))
    memcpy (self->to + left, self->from + left, (end - left) * sizeof (gpointer));
  else
    for (guint i = left; i < end; i++)
      if (left < middle && (right == end || comes_first (self, self->from[left], self->from[right])))
        self->to[i] = self->from[left++];
      else
        self->to[i] = self->from[right++];
  self->at = end;
}

/* returns whether everything is in order now */
static bool
sort_for (ShanhaiSortedRecords *self,
          gint64                time)
{
  gint64 until = g_get_monotonic_time () + time;
  guint merged = 0;

  while (self->run < self->sorting->len)
    {
      guint before = self->at;

      merge (self);
      if (self->at >= self->sorting->len)
        {
          gpointer *sorted = self->to;

          self->to = self->from;
          self->from = sorted;
          self->run *= 2;
          self->at = 0;
          merged += self->sorting->len - before;
        }
      else
        merged += self->at - before;

      if (merged >= STRIDE)
        {
          merged = 0;
          if (g_get_monotonic_time () > until)
            return self->run >= self->sorting->len;
        }
    }
  return true;
}

/* puts the new order in place; returns how many items there were */
static guint
take_sorted (ShanhaiSortedRecords *self)
{
  guint before = self->items->len;
  guint n = self->sorting->len;

  memcpy (self->sorting->pdata, self->from, n * sizeof (gpointer));
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&self->sorting);
  stop_sorting (self);
  return before;
}

static gboolean
slice_cb (gpointer data)
{
  ShanhaiSortedRecords *self = data;
  guint before;

  if (!sort_for (self, SLICE))
    return G_SOURCE_CONTINUE;

  self->slice_id = 0;
  before = take_sorted (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->items->len);
  return G_SOURCE_REMOVE;
}

/* @items: (transfer full); returns whether they are sorted already */
static bool
start_sorting (ShanhaiSortedRecords *self,
               GPtrArray            *items)
{
  stop_sorting (self);
  self->sorting = items;
  self->from = g_memdup2 (items->pdata, items->len * sizeof (gpointer));
  self->to = g_new (gpointer, items->len);
  self->run = 1;
  self->at = 0;
  return sort_for (self, AT_ONCE);
}

static void
queue_slices (ShanhaiSortedRecords *self)
{
  /* after the frames and what is typed */
  self->slice_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, slice_cb, self, NULL);
}

/* Everything anew. While a long list gets its order it is shown in the model's: what has gone mustn't be. */
static void
fill (ShanhaiSortedRecords *self)
{
  guint before = self->items->len;

  stop_sorting (self);
  g_ptr_array_unref (self->items);
  self->items = copy_mirror (self);
  if (self->items->len > 1 && self->sorter != NULL)
    {
      if (start_sorting (self, copy_mirror (self)))
        take_sorted (self);
      else
        queue_slices (self);
    }
  if (before > 0 || self->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->items->len);
}

static void
sort_again (ShanhaiSortedRecords *self)
{
  if (self->items->len < 2)
    return;

  if (start_sorting (self, copy_mirror (self)))
    {
      guint before = take_sorted (self);

      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->items->len);
    }
  else
    queue_slices (self);
}

static void
sorter_changed_cb (ShanhaiSortedRecords *self)
{
  sort_again (self);
}

/* where an item belongs */
static guint
find_place (ShanhaiSortedRecords *self,
            gpointer              item)
{
  guint low = 0, high = self->items->len;

  if (self->sorter == NULL)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (comes_first (self, g_ptr_array_index (self->items, middle), item))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Few items: each is put in its place. The mirror isn't up to date yet. */
static bool
follow_few (ShanhaiSortedRecords *self,
            guint                 position,
            guint                 removed,
            guint                 added)
{
  if (self->sorter == NULL || self->slice_id != 0 || removed + added > FEW)
    return false;

  for (guint i = 0; i < removed; i++)
    {
      guint place;

      if (g_ptr_array_find (self->items, g_ptr_array_index (self->mirror, position + i), &place))
        {
          g_ptr_array_remove_index (self->items, place);
          g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
        }
    }
  for (guint i = 0; i < added; i++)
    {
      GObject *item = g_list_model_get_item (self->model, position + i);
      guint place = find_place (self, item);

      g_ptr_array_insert (self->items, (int) place, item);
      g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
    }
  return true;
}

static void
update_mirror (ShanhaiSortedRecords *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_ptr_array_set_size (self->mirror, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->mirror, g_list_model_get_item (self->model, i));
}

static void
items_changed_cb (ShanhaiSortedRecords *self,
                  guint                 position,
                  guint                 removed,
                  guint                 added)
{
  bool followed = follow_few (self, position, removed, added);

  update_mirror (self);
  if (!followed)
    fill (self);
}

static void
disconnect (ShanhaiSortedRecords *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (self->sorter, sorter_changed_cb, self);
  g_clear_object (&self->model);
  g_clear_object (&self->sorter);
}

static void
shanhai_sorted_records_dispose (GObject *object)
{
  ShanhaiSortedRecords *self = SHANHAI_SORTED_RECORDS (object);

  stop_sorting (self);
  disconnect (self);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->mirror, 0);

  G_OBJECT_CLASS (shanhai_sorted_records_parent_class)->dispose (object);
}

static void
shanhai_sorted_records_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_SORTED_RECORDS (object)->items);
  g_ptr_array_unref (SHANHAI_SORTED_RECORDS (object)->mirror);

  G_OBJECT_CLASS (shanhai_sorted_records_parent_class)->finalize (object);
}

static void
shanhai_sorted_records_class_init (ShanhaiSortedRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_sorted_records_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_sorted_records_finalize;
}

static void
shanhai_sorted_records_init (ShanhaiSortedRecords *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
}

ShanhaiSortedRecords *
shanhai_sorted_records_new (void)
{
  return g_object_new (SHANHAI_TYPE_SORTED_RECORDS, NULL);
}

void
shanhai_sorted_records_set (ShanhaiSortedRecords *self,
                            GListModel           *model,
                            GtkSorter            *sorter)
{
  g_return_if_fail (SHANHAI_IS_SORTED_RECORDS (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));
  g_return_if_fail (sorter == NULL || GTK_IS_SORTER (sorter));

  stop_sorting (self);
  disconnect (self);
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
    }
  if (sorter != NULL)
    {
      self->sorter = g_object_ref (sorter);
      g_signal_connect_swapped (sorter, "changed", G_CALLBACK (sorter_changed_cb), self);
    }

  update_mirror (self);
  fill (self);
}

bool
shanhai_sorted_records_is_sorting (ShanhaiSortedRecords *self)
{
  g_return_val_if_fail (SHANHAI_IS_SORTED_RECORDS (self), false);

  return self->slice_id != 0;
}
