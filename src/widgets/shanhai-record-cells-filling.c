/* shanhai-record-cells-filling.c - when the cells of a table are told what they say. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK binds some two hundred rows around those that are in view, and all of them anew when the scrollbar is dragged. So a cell that is bound gets its text
 * after the rows have found their places: in the same frame when it is in view, else when the table has come to rest. */

#include "shanhai-record-cells-private.h"

/* µs: what is done at a time when there is nothing else to do */
#define SLICE 4000
/* ms without a new row: nobody scrolls any more */
#define REST 150

static void
stop_listening (ShanhaiRecordCells *self)
{
  /* a clock that goes with its window has let go of its handlers */
  if (self->clock != NULL && g_signal_handler_is_connected (self->clock, self->clock_handler))
    g_signal_handler_disconnect (self->clock, self->clock_handler);
  self->clock_handler = 0;
  g_clear_object (&self->clock);
}

void
shanhai_record_cells_stop_filling (ShanhaiRecordCells *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  stop_listening (self);
}

static gboolean
fill_cb (gpointer data)
{
  ShanhaiRecordCells *self = data;
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  gint64 until = g_get_monotonic_time () + SLICE;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_hash_table_iter_remove (&iter);
      shanhai_record_cells_show (item, g_hash_table_lookup (self->bound, item), &wording);
      if (g_get_monotonic_time () > until)
        return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  stop_listening (self);
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer data)
{
  ShanhaiRecordCells *self = data;

  if (g_get_monotonic_time () - self->asked_at < REST * 1000)
    return G_SOURCE_CONTINUE;
  self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Asked once for each row: 1 in view, 2 not. GTK gives rows out of view no place, but what they had before, and hides them. */
static bool
is_in_view (GHashTable *rows,
            GtkWidget  *child)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;
  graphene_rect_t bounds;
  guint known;

  if (list == NULL)
    return false;
  known = GPOINTER_TO_UINT (g_hash_table_lookup (rows, row));
  if (known == 0)
    {
      bool in_view = gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds)
                     && bounds.origin.y <= (float) gtk_widget_get_height (list) && bounds.origin.y + bounds.size.height >= 0;

      known = in_view ? 1 : 2;
      g_hash_table_insert (rows, row, GUINT_TO_POINTER (known));
    }
  return known == 1;
}

/* The rows have their places now. */
static void
layout_cb (ShanhaiRecordCells *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (is_in_view (rows, gtk_list_item_get_child (item)))
      {
        g_hash_table_iter_remove (&iter);
        shanhai_record_cells_show (item, g_hash_table_lookup (self->bound, item), &wording);
      }
}

void
shanhai_record_cells_listen (ShanhaiRecordCells *self,
                             GdkFrameClock      *clock)
{
  if (self->freed || self->clock != NULL || clock == NULL || g_hash_table_size (self->pending) == 0)
    return;
  self->clock = g_object_ref (clock);
  /* after GTK's own handler */
  self->clock_handler = g_signal_connect_data (clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                                               G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

void
shanhai_record_cells_show_later (ShanhaiRecordCells      *self,
                                 GtkListItem             *item,
                                 const ShanhaiCellColumn *column)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column->view_column);
  GdkFrameClock *clock = view != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (view)) : NULL;

  if (self->freed)
    return;
  g_hash_table_add (self->pending, item);
  self->asked_at = g_get_monotonic_time ();
  if (self->fill_id == 0)
    self->fill_id = g_timeout_add_full (G_PRIORITY_LOW, REST, rest_cb, self, NULL);
  shanhai_record_cells_listen (self, clock);
}
