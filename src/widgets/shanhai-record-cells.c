/* shanhai-record-cells.c - the cells of a table of records: columns, text on demand, what is where. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts are told apart in shanhai-record-cells-private.h. */

#include "shanhai-record-cells-private.h"

#include "shanhai-column-sorter.h"

/* Texts that are measured before a table is shown, so that its columns don't grow under the reader; of figures more, which are never cut off. */
#define SAMPLE 200
#define SAMPLE_OF_FIGURES 1000

ShanhaiRecordCells *
shanhai_record_cells_ref (ShanhaiRecordCells *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
shanhai_record_cells_unref (ShanhaiRecordCells *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->casebook);
  g_hash_table_unref (self->bound);
  g_hash_table_unref (self->pending);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

gpointer
shanhai_record_cells_unwrap_any (gpointer item)
{
  if (GTK_IS_TREE_LIST_ROW (item))
    {
      g_autoptr (GObject) inner = gtk_tree_list_row_get_item (item);

      /* the row keeps it */
      return inner;
    }
  return item;
}

ShanhaiRecord *
shanhai_record_cells_unwrap (gpointer item)
{
  gpointer inner = shanhai_record_cells_unwrap_any (item);

  return SHANHAI_IS_RECORD (inner) ? inner : NULL;
}

static ShanhaiCasebook *
get_casebook (gpointer data)
{
  return ((ShanhaiRecordCells *) data)->casebook;
}

static ShanhaiCellColumn *
new_column (ShanhaiRecordCells        *self,
            const ShanhaiRecordColumn *column)
{
  ShanhaiCellColumn *data = g_new0 (ShanhaiCellColumn, 1);

  data->cells = shanhai_record_cells_ref (self);
  data->column = column;
  data->ruler = shanhai_column_ruler_new (column);
  data->index = self->columns->len;
  g_ptr_array_add (self->columns, data);
  return data;
}

GtkColumnViewColumn *
shanhai_record_cells_new_column (ShanhaiRecordCells        *self,
                                 const ShanhaiRecordColumn *column)
{
  ShanhaiCellColumn *data = new_column (self, column);
  bool citation = (column->flags & SHANHAI_COLUMN_CITATION) != 0;
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (shanhai_record_column_get_title (column),
                                                                 shanhai_record_cells_new_factory (self, data));

  data->view_column = view_column;
  gtk_column_view_column_set_expand (view_column, (column->flags & SHANHAI_COLUMN_EXPAND) != 0);
  gtk_column_view_column_set_resizable (view_column, !citation);
  if (!citation)
    {
      g_autoptr (GtkSorter) sorter = shanhai_column_sorter_new (column, get_casebook, shanhai_record_cells_ref (self),
                                                                (GDestroyNotify) shanhai_record_cells_unref);

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  return view_column;
}

ShanhaiRecordCells *
shanhai_record_cells_new (void)
{
  ShanhaiRecordCells *self = g_new0 (ShanhaiRecordCells, 1);

  g_atomic_ref_count_init (&self->references);
  self->bound = g_hash_table_new (NULL, NULL);
  self->pending = g_hash_table_new (NULL, NULL);
  self->columns = g_ptr_array_new ();
  return self;
}

void
shanhai_record_cells_free (ShanhaiRecordCells *self)
{
  g_clear_object (&self->casebook);
  shanhai_record_cells_stop_filling (self);
  self->freed = true;
  shanhai_record_cells_unref (self);
}

void
shanhai_record_cells_set_casebook (ShanhaiRecordCells *self,
                                   ShanhaiCasebook    *casebook)
{
  g_set_object (&self->casebook, casebook);
}

void
shanhai_record_cells_set_range (ShanhaiRecordCells *self,
                                gint32              first,
                                gint32              last)
{
  self->first = first;
  self->last = last;
}

void
shanhai_record_cells_forget_widths (ShanhaiRecordCells *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    shanhai_column_ruler_forget (((ShanhaiCellColumn *) g_ptr_array_index (self->columns, i))->ruler);
}

static void
measure_column (ShanhaiCellColumn    *column,
                GListModel           *model,
                const ShanhaiWording *wording)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column->view_column);
  guint n = g_list_model_get_n_items (model);
  guint n_measured = MIN (n, column->column->flags & SHANHAI_COLUMN_FIGURE ? SAMPLE_OF_FIGURES : SAMPLE);

  if (view == NULL || column->column->flags & SHANHAI_COLUMN_WORDLESS)
    return;
  for (guint i = 0; i < n_measured && !shanhai_column_ruler_is_full (column->ruler); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, (guint) ((guint64) i * n / n_measured));
      ShanhaiRecord *record = shanhai_record_cells_unwrap (item);
      g_autofree char *text = record != NULL ? shanhai_record_column_dup_text (column->column, wording, record) : NULL;

      shanhai_column_ruler_grow (column->ruler, GTK_WIDGET (view), text, false);
    }
}

void
shanhai_record_cells_measure (ShanhaiRecordCells *self,
                              GListModel         *model)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);

  for (guint i = 0; i < self->columns->len; i++)
    measure_column (g_ptr_array_index (self->columns, i), model, &wording);
}

void
shanhai_record_cells_refresh (ShanhaiRecordCells *self,
                              GListModel         *model)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  GHashTableIter iter;
  gpointer item, column;

  if (model != NULL)
    {
      shanhai_record_cells_forget_widths (self);
      shanhai_record_cells_measure (self, model);
    }
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    shanhai_record_cells_show (item, column, &wording);
}

GtkWidget *
shanhai_record_cells_find (ShanhaiRecordCells *self,
                           ShanhaiRecord      *record)
{
  GHashTableIter iter;
  gpointer item, column;
  GtkWidget *first = NULL;
  int first_x = G_MAXINT;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    {
      GtkWidget *child = gtk_list_item_get_child (item);
      graphene_rect_t bounds;

      if (shanhai_record_cells_unwrap_any (gtk_list_item_get_item (item)) != (gpointer) record || !gtk_widget_get_mapped (child))
        continue;
      /* GTK keeps rows beyond the edges: only those whose row is inside the view */
      if (gtk_widget_compute_bounds (child, GTK_WIDGET (gtk_widget_get_root (child)), &bounds)
          && (int) bounds.origin.x < first_x)
        {
          first = child;
          first_x = (int) bounds.origin.x;
        }
    }
  return first;
}

GtkWidget *
shanhai_record_cells_find_cell (ShanhaiRecordCells *self,
                                ShanhaiRecord      *record,
                                guint               column)
{
  GHashTableIter iter;
  gpointer item, data;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &data))
    if (((ShanhaiCellColumn *) data)->index == column && shanhai_record_cells_unwrap_any (gtk_list_item_get_item (item)) == (gpointer) record
        && gtk_widget_get_mapped (gtk_list_item_get_child (item)))
      return gtk_list_item_get_child (item);
  return NULL;
}

void
shanhai_record_cells_set_cursor (ShanhaiRecordCells *self,
                                 guint               column)
{
  GHashTableIter iter;
  gpointer item, data;

  if (self->cursor == column)
    return;
  self->cursor = column;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &data))
    shanhai_record_cells_mark_cursor (item, data);
}

guint
shanhai_record_cells_get_position (ShanhaiRecordCells *self,
                                   GtkWidget          *widget)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
      GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

      if (row != NULL && (widget == row || gtk_widget_is_ancestor (widget, row)))
        return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}

/* the bound cell that lies at a point; the row's padding belongs to the cell that begins there */
static GtkListItem *
pick_item (ShanhaiRecordCells *self,
           GtkWidget          *widget,
           double              x,
           double              y)
{
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer item;

  if (picked == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *child = gtk_list_item_get_child (item);
      GtkWidget *cell = gtk_widget_get_parent (child);

      if (picked == child || picked == cell || gtk_widget_is_ancestor (picked, child)
          || (cell != NULL && picked == gtk_widget_get_parent (cell)))
        return item;
    }
  return NULL;
}

guint
shanhai_record_cells_pick (ShanhaiRecordCells *self,
                           GtkWidget          *widget,
                           double              x,
                           double              y)
{
  GtkListItem *item = pick_item (self, widget, x, y);

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

guint
shanhai_record_cells_pick_column (ShanhaiRecordCells *self,
                                  GtkWidget          *widget,
                                  double              x,
                                  double              y)
{
  guint position = shanhai_record_cells_pick (self, widget, x, y);
  GHashTableIter iter;
  gpointer item, data;

  if (position == GTK_INVALID_LIST_POSITION)
    return G_MAXUINT;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &data))
    {
      GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
      graphene_rect_t bounds;

      if (gtk_list_item_get_position (item) == position && gtk_widget_compute_bounds (cell, widget, &bounds)
          && x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width)
        return ((ShanhaiCellColumn *) data)->index;
    }
  return G_MAXUINT;
}

const char *
shanhai_record_cells_get_cut_text (ShanhaiRecordCells *self,
                                   GtkWidget          *widget,
                                   double              x,
                                   double              y)
{
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  g_autoptr (PangoLayout) layout = NULL;
  const char *text;
  int width;

  if (!GTK_IS_INSCRIPTION (picked))
    return NULL;
  text = gtk_inscription_get_text (GTK_INSCRIPTION (picked));
  if (text == NULL)
    return NULL;

  layout = gtk_widget_create_pango_layout (picked, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (picked) ? text : NULL;
}
