/* shanhai-record-table-selection.c - which rows of a table are selected, where a record has its row, and getting there. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

ShanhaiRecord *
shanhai_record_table_peek (ShanhaiRecordTable *self,
                           guint               position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? shanhai_record_cells_unwrap (item) : NULL;
}

guint
shanhai_record_table_find (ShanhaiRecordTable *self,
                           ShanhaiRecord      *record)
{
  guint n;

  if (record == NULL)
    return GTK_INVALID_LIST_POSITION;
  shanhai_record_table_show_rows (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    if (shanhai_record_table_peek (self, i) == record)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

guint
shanhai_record_table_get_lead (ShanhaiRecordTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint focused = focus != NULL ? shanhai_record_cells_get_position (self->cells, focus) : GTK_INVALID_LIST_POSITION;

  if (gtk_bitset_is_empty (selected))
    return GTK_INVALID_LIST_POSITION;
  if (focused != GTK_INVALID_LIST_POSITION && gtk_bitset_contains (selected, focused))
    return focused;
  return gtk_bitset_get_minimum (selected);
}

GPtrArray *
shanhai_record_table_dup_selected (ShanhaiRecordTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *records = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        ShanhaiRecord *record = shanhai_record_table_peek (self, position);

        if (record != NULL)
          g_ptr_array_add (records, record);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  return records;
}

void
shanhai_record_table_select (ShanhaiRecordTable *self,
                             guint               position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/* the list is the column view's last child; gtk_column_view_scroll_to() came later */
static GtkWidget *
get_list (ShanhaiRecordTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

void
shanhai_record_table_scroll_to (ShanhaiRecordTable *self,
                                guint               position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", position);
}

void
shanhai_record_table_focus_row (ShanhaiRecordTable *self,
                                guint               position)
{
  ShanhaiRecord *record = shanhai_record_table_peek (self, position);
  GtkWidget *cell = record != NULL ? shanhai_record_cells_find (self->cells, record) : NULL;
  GtkWidget *row = cell != NULL ? gtk_widget_get_ancestor (cell, GTK_TYPE_WIDGET) : NULL;

  while (row != NULL && gtk_widget_get_parent (row) != get_list (self))
    row = gtk_widget_get_parent (row);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
go_cb (gpointer data)
{
  ShanhaiRecordTable *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->go_id = 0;
  if (self->editor == NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view))
      && (focus == NULL || focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
          /* a popover that goes leaves the keyboard to whatever around it takes it */
          || gtk_widget_is_ancestor (GTK_WIDGET (self), focus)))
    shanhai_record_table_focus_row (self, self->going);
  return G_SOURCE_REMOVE;
}

void
shanhai_record_table_go_to (ShanhaiRecordTable *self,
                            guint               position)
{
  shanhai_record_table_scroll_to (self, position);
  self->going = position;
  if (self->go_id == 0)
    self->go_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, go_cb, self, NULL);
}
