/* shanhai-record-table-rows.c - the rows of a table: in which order, and a few at a time. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK makes two hundred rows for every long list, whatever fits in view: more than a thousand widgets, which would keep a page from being shown. So the
 * column view sees the first rows only, and more in idle moments until it has as many as it ever makes; then all. Whoever asks about rows asks
 * shanhai_record_table_show_rows() first, and so does every key and press: nothing can be done to some of the rows that was meant for all. */

#include "shanhai-record-table-private.h"

#include "shanhai-record-order.h"

/* rows at first, and more in each idle moment */
#define FIRST 40
#define STEP 20
/* what GTK makes at most, and some */
#define MADE_BY_GTK 220

/* -- order -- */

static int
compare_shown (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  ShanhaiRecord *record_a = shanhai_record_cells_unwrap ((gpointer) a);
  ShanhaiRecord *record_b = shanhai_record_cells_unwrap ((gpointer) b);

  return record_a != NULL && record_b != NULL ? shanhai_record_compare_shown (record_a, record_b) : 0;
}

static int
compare_time (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  ShanhaiRecord *record_a = shanhai_record_cells_unwrap ((gpointer) a);
  ShanhaiRecord *record_b = shanhai_record_cells_unwrap ((gpointer) b);

  return record_a != NULL && record_b != NULL ? shanhai_record_compare_time (record_a, record_b) : 0;
}

/* What the headings say first, the usual order where they say nothing. A tree keeps its own order within each level. */
GtkSorter *
shanhai_record_table_new_sorter (ShanhaiRecordTable *self,
                                 bool                tree)
{
  GtkSorter *headings = g_object_ref (gtk_column_view_get_sorter (self->view));
  /* records of several types have but their time in common */
  bool by_time = self->n_columns > 0 && self->columns[0].order == SHANHAI_COLUMN_BY_PERIOD;
  GtkMultiSorter *sorter;

  if (tree)
    return GTK_SORTER (gtk_tree_list_row_sorter_new (headings));
  sorter = gtk_multi_sorter_new ();
  gtk_multi_sorter_append (sorter, headings);
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (by_time ? compare_time : compare_shown, NULL, NULL)));
  return GTK_SORTER (sorter);
}

/* -- coming and going -- */

static void
set_size (ShanhaiRecordTable *self,
          guint               size)
{
  gtk_slice_list_model_set_size (self->rows, size);
}

void
shanhai_record_table_show_rows (ShanhaiRecordTable *self)
{
  g_clear_handle_id (&self->rows_id, g_source_remove);
  if (self->rows != NULL && gtk_slice_list_model_get_size (self->rows) != G_MAXUINT)
    set_size (self, G_MAXUINT);
}

static gboolean
more_cb (gpointer data)
{
  ShanhaiRecordTable *self = data;
  guint size = gtk_slice_list_model_get_size (self->rows) + STEP;

  if (size < MADE_BY_GTK && size < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)))
    {
      set_size (self, size);
      return G_SOURCE_CONTINUE;
    }
  self->rows_id = 0;
  set_size (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

void
shanhai_record_table_show_first_rows (ShanhaiRecordTable *self)
{
  set_size (self, FIRST);
  if (self->rows_id == 0)
    self->rows_id = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
}

void
shanhai_record_table_init_rows (ShanhaiRecordTable *self)
{
  self->sorted = shanhai_sorted_records_new ();
  self->rows = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->sorted)), 0, G_MAXUINT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

void
shanhai_record_table_drop_rows (ShanhaiRecordTable *self)
{
  g_clear_handle_id (&self->rows_id, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->sorted);
}

void
shanhai_record_table_take_rows (ShanhaiRecordTable *self)
{
  if (gtk_column_view_get_model (self->view) == NULL)
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* While a window is taken apart, GTK tells every widget in it of each action that is gone, again for each box around it. That takes seconds where tables have
 * thousands of cells: so the rows go first. */
void
shanhai_record_table_lay_down_rows (ShanhaiRecordTable *self)
{
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
}
