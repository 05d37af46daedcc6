/* shanhai-record-cells-factory.c - a cell of a table is made, bound to a row and let go of. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two hundred rows are bound when the scrollbar is dragged: what is done here is done a thousand times in a frame. */

#include "shanhai-record-cells-private.h"

#include "shanhai-citation-button.h"
#include "shanhai-span.h"

static bool
is_tree (const ShanhaiCellColumn *column)
{
  return (column->column->flags & SHANHAI_COLUMN_TREE) != 0;
}

static GtkWidget *
get_text_widget (GtkListItem             *item,
                 const ShanhaiCellColumn *column)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return is_tree (column) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child)) : child;
}

static void
request_width (GtkWidget               *widget,
               const ShanhaiCellColumn *column)
{
  gtk_widget_set_size_request (widget, shanhai_column_ruler_get_needed (column->ruler), -1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (widget), shanhai_column_ruler_get_asked (column->ruler));
}

/* A column grows with what is scrolled into it. Then all that is bound is measured and laid out anew: so it asks for more than it needs, for the next ones. */
static void
make_room (GtkWidget         *widget,
           ShanhaiCellColumn *column,
           const char        *text)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column->view_column);
  GHashTableIter iter;
  gpointer other, other_column;

  if (view != NULL && shanhai_column_ruler_grow (column->ruler, GTK_WIDGET (view), text, true))
    {
      g_hash_table_iter_init (&iter, column->cells->bound);
      while (g_hash_table_iter_next (&iter, &other, &other_column))
        if (other_column == column)
          request_width (get_text_widget (other, column), column);
    }
  request_width (widget, column);
}

static void
show_text (GtkWidget            *widget,
           ShanhaiCellColumn    *column,
           gpointer              inner,
           ShanhaiRecord        *record,
           const ShanhaiWording *wording)
{
  g_autofree char *text = NULL;

  if (record != NULL)
    text = shanhai_record_column_dup_text (column->column, wording, record);
  else if (is_tree (column) && GTK_IS_STRING_OBJECT (inner))
    text = g_strdup (gtk_string_object_get_string (inner));

  if (is_tree (column))
    {
      if (record == NULL)
        gtk_widget_add_css_class (widget, "group-heading");
      else
        gtk_widget_remove_css_class (widget, "group-heading");
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
  make_room (widget, column, text);
}

void
shanhai_record_cells_show (GtkListItem          *item,
                           ShanhaiCellColumn    *column,
                           const ShanhaiWording *wording)
{
  GtkWidget *widget = get_text_widget (item, column);
  gpointer inner = shanhai_record_cells_unwrap_any (gtk_list_item_get_item (item));
  ShanhaiRecord *record = SHANHAI_IS_RECORD (inner) ? inner : NULL;

  if (column->column->flags & SHANHAI_COLUMN_CITATION)
    {
      shanhai_citation_button_set_casebook (SHANHAI_CITATION_BUTTON (widget), column->cells->casebook);
      shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (widget), record);
      gtk_widget_set_visible (widget, record != NULL);
    }
  else if (column->column->flags & SHANHAI_COLUMN_SPAN)
    shanhai_span_show (SHANHAI_SPAN (widget), record != NULL ? shanhai_record_get_period (record) : NULL,
                       column->cells->first, column->cells->last);
  else
    show_text (widget, column, inner, record, wording);
}

void
shanhai_record_cells_mark_cursor (GtkListItem             *item,
                                  const ShanhaiCellColumn *column)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (column->index == column->cells->cursor)
    gtk_widget_add_css_class (child, "cursor");
  else
    gtk_widget_remove_css_class (child, "cursor");
}

static GtkWidget *
new_inscription (ShanhaiColumnFlags flags)
{
  GtkWidget *widget = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* request_width() says how wide; GTK's own characters are as wide as Chinese ones in a Chinese locale */
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (widget), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (widget), 0);
  gtk_widget_set_hexpand (widget, TRUE);
  /* as high as one line: given more, it would break the text where it cuts it off */
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  if (flags & SHANHAI_COLUMN_FIGURE)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (widget), 1);
      gtk_widget_add_css_class (widget, "figure");
    }
  if (flags & SHANHAI_COLUMN_DIM)
    gtk_widget_add_css_class (widget, "dim-label");
  return widget;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const ShanhaiCellColumn  *column)
{
  ShanhaiColumnFlags flags = column->column->flags;
  GtkWidget *widget;

  if (flags & SHANHAI_COLUMN_CITATION)
    {
      widget = shanhai_citation_button_new ();
      /* the keyboard stays with the row; the table has its keys for the mark */
      gtk_widget_set_focusable (widget, FALSE);
    }
  else if (flags & SHANHAI_COLUMN_SPAN)
    widget = shanhai_span_new ();
  else
    widget = new_inscription (flags);

  if (flags & SHANHAI_COLUMN_TREE)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), widget);
      widget = expander;
    }
  gtk_list_item_set_child (item, widget);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         ShanhaiCellColumn        *column)
{
  gpointer row = gtk_list_item_get_item (item);

  if (is_tree (column))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)),
                                    GTK_IS_TREE_LIST_ROW (row) ? row : NULL);
  if ((column->column->flags & SHANHAI_COLUMN_WORDLESS) == 0)
    request_width (get_text_widget (item, column), column);
  g_hash_table_insert (column->cells->bound, item, column);
  shanhai_record_cells_mark_cursor (item, column);
  shanhai_record_cells_show_later (column->cells, item, column);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           ShanhaiCellColumn        *column)
{
  g_hash_table_remove (column->cells->bound, item);
  g_hash_table_remove (column->cells->pending, item);
  if (is_tree (column))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
free_column (gpointer data)
{
  ShanhaiCellColumn *column = data;

  g_ptr_array_remove (column->cells->columns, column);
  shanhai_column_ruler_free (column->ruler);
  shanhai_record_cells_unref (column->cells);
  g_free (column);
}

GtkListItemFactory *
shanhai_record_cells_new_factory (ShanhaiRecordCells *self,
                                  ShanhaiCellColumn  *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_object_set_data_full (G_OBJECT (factory), "shanhai-column", column, free_column);
  return factory;
}
