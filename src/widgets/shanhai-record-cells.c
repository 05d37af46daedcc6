/* shanhai-record-cells.c - the cells of a table of records: columns, text on demand, what is where. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reference counted within: the factories' closures hold it as well as the table, since a column view frees them when it likes. */

#include "shanhai-record-cells.h"

#include <math.h>
#include <string.h>

#include "shanhai-citation-button.h"
#include "shanhai-span.h"

struct _ShanhaiRecordCells
{
  gatomicrefcount  references;
  ShanhaiCasebook *casebook;
  gint32           first, last; /* days between which spans are drawn */
  GHashTable      *bound;      /* GtkListItem → its Column; borrowed: a bound item is alive */
  GHashTable      *pending;    /* those of the bound ones that don't say yet what they should */
  GdkFrameClock   *clock;      /* listened to while there are such */
  gulong           clock_handler;
  guint            fill_id;
  bool             freed;      /* nothing is shown any more */
  guint            cursor;     /* column that the keys are on */
  GPtrArray       *columns;    /* of Column; borrowed: a factory takes its own off when it goes */
};

/* GTK binds some two hundred rows around those that are in view. So a cell that is bound gets its text after the rows have found their places, in the same frame
 * when it is in view, and when idle else. */
#define SLICE 4000  /* µs */
/* rows that are measured before a table is shown, so that its columns don't grow under the reader */
#define SAMPLE 200

/* what one column's closures know */
typedef struct
{
  ShanhaiRecordCells        *cells;
  const ShanhaiRecordColumn *column;
  GtkColumnViewColumn       *view_column;  /* borrowed: it owns the factory whose data this is; NULL for a sorter's */
  guint                      index;        /* among the columns of the table */
  int                        widest;       /* px that the widest text seen so far needs */
  int                        enough;       /* px: what is wider than that asks for no more; 0 before the first text */
  double                     em;           /* px, at least */
  int                        needed;       /* px: less where it may be cut off */
  guint                      asked_chars;  /* in an inscription's characters: what it would like */
  PangoLayout               *ruler;        /* measures texts; made at the first one */
  GHashTable                *sort_keys;    /* item (borrowed) → collation key; only while a sort goes on */
  guint                      forget_id;
} Column;

static void
unref_cells (ShanhaiRecordCells *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->casebook);
  g_hash_table_unref (self->bound);
  g_hash_table_unref (self->pending);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static bool
is_tree (const Column *column)
{
  return (column->column->flags & SHANHAI_COLUMN_TREE) != 0;
}

static Column *
new_column_data (ShanhaiRecordCells        *self,
                 const ShanhaiRecordColumn *column)
{
  Column *data = g_new0 (Column, 1);

  g_atomic_ref_count_inc (&self->references);
  data->cells = self;
  data->column = column;
  return data;
}

static void
free_column_data (gpointer data)
{
  Column *column = data;

  g_ptr_array_remove_fast (column->cells->columns, column);
  g_clear_handle_id (&column->forget_id, g_source_remove);
  g_clear_pointer (&column->sort_keys, g_hash_table_unref);
  g_clear_object (&column->ruler);
  unref_cells (column->cells);
  g_free (column);
}

/* (transfer none): a record or a heading */
static gpointer
unwrap_any (gpointer item)
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
  gpointer inner = unwrap_any (item);

  return SHANHAI_IS_RECORD (inner) ? inner : NULL;
}

static GtkWidget *
get_text_widget (GtkListItem  *item,
                 const Column *column)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return is_tree (column) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child)) : child;
}

/* what the text needs, px */
static int
measure_text (GtkWidget  *view,
              Column     *column,
              const char *text)
{
  int width;

  if (column->ruler == NULL)
    {
      /* the view's font, not the cell's: a cell that is new has no style yet */
      column->ruler = gtk_widget_create_pango_layout (view, NULL);
      if (column->column->flags & SHANHAI_COLUMN_FIGURE)
        {
          g_autoptr (PangoAttrList) look = pango_attr_list_new ();

          pango_attr_list_insert (look, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
          pango_attr_list_insert (look, pango_attr_font_features_new ("tnum"));
          pango_layout_set_attributes (column->ruler, look);
        }
    }
  pango_layout_set_text (column->ruler, text, -1);
  pango_layout_get_pixel_size (column->ruler, &width, NULL);
  return width + 1;
}

/* the width of a digit, and of what an inscription takes for a character: in a Chinese locale that is a Chinese one; px */
static void
measure_chars (GtkWidget *view,
               double    *digit,
               double    *character)
{
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *digit = MAX (1., (double) pango_font_metrics_get_approximate_digit_width (metrics) / PANGO_SCALE);
  *character = MAX (*digit, (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE);
  pango_font_metrics_unref (metrics);
}

static void
request_width (GtkWidget    *widget,
               const Column *column)
{
  gtk_widget_set_size_request (widget, column->needed, -1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (widget), column->asked_chars);
}

/* Whether the text is surely no wider than the column knows already: no letter of ours is wider than an em and a bit. Measuring costs more than all the
 * rest of a cell. */
static bool
surely_fits (const Column *column,
             const char   *text)
{
  double em = column->em;
  double width = 0;

  if (column->enough == 0)
    return false;
  if (column->widest >= column->enough)
    return true;
  for (const char *p = text; *p != '\0' && width <= column->widest; p = g_utf8_next_char (p))
    width += (guchar) *p < 0x80 ? .8 * em : 1.1 * em;
  return width <= column->widest;
}

/* A column grows with what is scrolled into it and never shrinks while it is read. What is no figure may be cut off where there is no room: a figure that is
 * cut off is another figure. */
static bool
grow (Column     *column,
      const char *text)
{
  GtkColumnView *view = column->view_column != NULL ? gtk_column_view_column_get_column_view (column->view_column) : NULL;
  bool figure = (column->column->flags & SHANHAI_COLUMN_FIGURE) != 0;
  double digit, character;
  int width;

  if (view == NULL || text == NULL || *text == '\0' || surely_fits (column, text))
    return false;
  width = measure_text (GTK_WIDGET (view), column, text);
  if (width <= column->widest)
    return false;

  measure_chars (GTK_WIDGET (view), &digit, &character);
  column->em = 2 * digit;
  column->widest = width;
  column->enough = figure ? G_MAXINT : (int) ceil (MAX (column->column->nat_chars, column->column->min_chars) * digit);
  column->needed = figure ? width : MIN (width, (int) (column->column->min_chars * digit));
  column->asked_chars = (guint) ceil (MIN (width, figure ? width : column->column->nat_chars * digit) / character);
  return true;
}

static void
make_room (GtkWidget  *widget,
           Column     *column,
           const char *text)
{
  GHashTableIter iter;
  gpointer other, other_column;

  if (grow (column, text))
    {
      g_hash_table_iter_init (&iter, column->cells->bound);
      while (g_hash_table_iter_next (&iter, &other, &other_column))
        if (other_column == column)
          request_width (get_text_widget (other, column), column);
    }
  request_width (widget, column);
}

static void
show_item (GtkListItem *item,
           Column      *column)
{
  GtkWidget *widget = get_text_widget (item, column);
  gpointer inner = unwrap_any (gtk_list_item_get_item (item));
  ShanhaiRecord *record = SHANHAI_IS_RECORD (inner) ? inner : NULL;
  g_autofree char *text = NULL;

  if (column->column->flags & SHANHAI_COLUMN_CITATION)
    {
      shanhai_citation_button_set_casebook (SHANHAI_CITATION_BUTTON (widget), column->cells->casebook);
      shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (widget), record);
      gtk_widget_set_visible (widget, record != NULL);
      return;
    }

  if (column->column->flags & SHANHAI_COLUMN_SPAN)
    {
      shanhai_span_show (SHANHAI_SPAN (widget), record != NULL ? shanhai_record_get_period (record) : NULL,
                         column->cells->first, column->cells->last);
      return;
    }

  if (record != NULL)
    {
      ShanhaiWording wording = shanhai_wording_now (column->cells->casebook);

      text = shanhai_record_column_dup_text (column->column, &wording, record);
    }
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

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  ShanhaiColumnFlags flags = column->column->flags;
  GtkWidget *widget;

  if (flags & SHANHAI_COLUMN_CITATION)
    {
      widget = shanhai_citation_button_new ();
      /* the keyboard stays with the row; the table has its keys for the mark */
      gtk_widget_set_focusable (widget, FALSE);
      gtk_list_item_set_child (item, widget);
      return;
    }

  if (flags & SHANHAI_COLUMN_SPAN)
    {
      gtk_list_item_set_child (item, shanhai_span_new ());
      return;
    }

  widget = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* make_room() says how wide; GTK's own characters are as wide as Chinese ones in a Chinese locale */
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

  if (is_tree (column))
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), widget);
      widget = expander;
    }
  gtk_list_item_set_child (item, widget);
}

static void
mark_cursor (GtkListItem  *item,
             const Column *column)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (column->index == column->cells->cursor)
    gtk_widget_add_css_class (child, "cursor");
  else
    gtk_widget_remove_css_class (child, "cursor");
}

static void
stop_listening (ShanhaiRecordCells *self)
{
  /* a clock that goes with its window has let go of its handlers */
  if (self->clock != NULL && g_signal_handler_is_connected (self->clock, self->clock_handler))
    g_signal_handler_disconnect (self->clock, self->clock_handler);
  self->clock_handler = 0;
  g_clear_object (&self->clock);
}

static gboolean
fill_cb (gpointer data)
{
  ShanhaiRecordCells *self = data;
  gint64 until = g_get_monotonic_time () + SLICE;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_hash_table_iter_remove (&iter);
      show_item (item, g_hash_table_lookup (self->bound, item));
      if (g_get_monotonic_time () > until)
        return G_SOURCE_CONTINUE;
    }
  self->fill_id = 0;
  stop_listening (self);
  return G_SOURCE_REMOVE;
}

/* asked once for each row: 1 in view, 2 not */
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
      bool in_view = gtk_widget_compute_bounds (row, list, &bounds) && bounds.origin.y <= (float) gtk_widget_get_height (list)
                     && bounds.origin.y + bounds.size.height >= 0;

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
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (is_in_view (rows, gtk_list_item_get_child (item)))
      {
        g_hash_table_iter_remove (&iter);
        show_item (item, g_hash_table_lookup (self->bound, item));
      }
}

static void
show_later (ShanhaiRecordCells *self,
            GtkListItem        *item,
            Column             *column)
{
  GtkColumnView *view = column->view_column != NULL ? gtk_column_view_column_get_column_view (column->view_column) : NULL;
  GdkFrameClock *clock = view != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (view)) : NULL;

  if (self->freed)
    return;
  g_hash_table_add (self->pending, item);
  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  if (self->clock == NULL && clock != NULL)
    {
      self->clock = g_object_ref (clock);
      /* after GTK's own handler */
      self->clock_handler = g_signal_connect_data (clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                                                   G_CONNECT_AFTER | G_CONNECT_SWAPPED);
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Column                   *column)
{
  gpointer row = gtk_list_item_get_item (item);

  if (is_tree (column))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)),
                                    GTK_IS_TREE_LIST_ROW (row) ? row : NULL);
  else if ((column->column->flags & SHANHAI_COLUMN_WORDLESS) == 0)
    request_width (gtk_list_item_get_child (item), column);
  g_hash_table_insert (column->cells->bound, item, column);
  mark_cursor (item, column);
  show_later (column->cells, item, column);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Column                   *column)
{
  g_hash_table_remove (column->cells->bound, item);
  g_hash_table_remove (column->cells->pending, item);
  if (is_tree (column))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static gboolean
forget_keys_cb (gpointer data)
{
  Column *column = data;

  column->forget_id = 0;
  g_clear_pointer (&column->sort_keys, g_hash_table_unref);
  return G_SOURCE_REMOVE;
}

/* A sort of 100 000 rows compares two million times: the text of each is made once. They are forgotten at the first idle moment after the sort. */
static const char *
get_sort_key (Column  *column,
              gpointer item)
{
  char *key;

  if (column->sort_keys == NULL)
    column->sort_keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (column->forget_id == 0)
    column->forget_id = g_idle_add_full (G_PRIORITY_LOW, forget_keys_cb, column, NULL);

  key = g_hash_table_lookup (column->sort_keys, item);
  if (key == NULL)
    {
      g_autofree char *text = NULL;

      if (SHANHAI_IS_RECORD (item))
        {
          ShanhaiWording wording = shanhai_wording_now (column->cells->casebook);

          text = shanhai_record_column_dup_text (column->column, &wording, item);
        }
      else if (GTK_IS_STRING_OBJECT (item))
        text = g_strdup (gtk_string_object_get_string (item));
      key = g_utf8_collate_key (text != NULL ? text : "", -1);
      g_hash_table_insert (column->sort_keys, item, key);
    }
  return key;
}

static int
sort_value (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  Column *column = data;

  if (column->column->order == SHANHAI_COLUMN_BY_TEXT)
    return strcmp (get_sort_key (column, (gpointer) a), get_sort_key (column, (gpointer) b));
  if (!SHANHAI_IS_RECORD ((gpointer) a) || !SHANHAI_IS_RECORD ((gpointer) b))
    return 0;
  return shanhai_record_column_compare (column->column, (gpointer) a, (gpointer) b);
}

static GtkSorter *
new_sorter (ShanhaiRecordCells        *self,
            const ShanhaiRecordColumn *column)
{
  return GTK_SORTER (gtk_custom_sorter_new (sort_value, new_column_data (self, column), free_column_data));
}

GtkColumnViewColumn *
shanhai_record_cells_new_column (ShanhaiRecordCells        *self,
                                 const ShanhaiRecordColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *data = new_column_data (self, column);
  bool citation = (column->flags & SHANHAI_COLUMN_CITATION) != 0;
  GtkColumnViewColumn *view_column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
  g_object_set_data_full (G_OBJECT (factory), "shanhai-column", data, free_column_data);

  view_column = gtk_column_view_column_new (shanhai_record_column_get_title (column), factory);
  data->view_column = view_column;
  data->index = self->columns->len;
  g_ptr_array_add (self->columns, data);
  gtk_column_view_column_set_expand (view_column, (column->flags & SHANHAI_COLUMN_EXPAND) != 0);
  gtk_column_view_column_set_resizable (view_column, !citation);
  if (!citation)
    {
      g_autoptr (GtkSorter) sorter = new_sorter (self, column);

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
  g_clear_handle_id (&self->fill_id, g_source_remove);
  stop_listening (self);
  self->freed = true;
  unref_cells (self);
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
    {
      Column *column = g_ptr_array_index (self->columns, i);

      column->widest = column->enough = 0;
      /* the font may be another one */
      g_clear_object (&column->ruler);
    }
}

void
shanhai_record_cells_measure (ShanhaiRecordCells *self,
                              GListModel         *model)
{
  guint n = g_list_model_get_n_items (model);
  ShanhaiWording wording = shanhai_wording_now (self->casebook);

  for (guint i = 0; i < MIN (n, SAMPLE); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, n <= SAMPLE ? i : (guint) ((guint64) i * n / SAMPLE));
      ShanhaiRecord *record = shanhai_record_cells_unwrap (item);

      for (guint k = 0; record != NULL && k < self->columns->len; k++)
        {
          Column *column = g_ptr_array_index (self->columns, k);
          g_autofree char *text = NULL;

          if (column->column->flags & SHANHAI_COLUMN_WORDLESS || (column->enough > 0 && column->widest >= column->enough))
            continue;
          text = shanhai_record_column_dup_text (column->column, &wording, record);
          grow (column, text);
        }
    }
}

void
shanhai_record_cells_refresh (ShanhaiRecordCells *self)
{
  GHashTableIter iter;
  gpointer item, column;

  shanhai_record_cells_forget_widths (self);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    show_item (item, column);
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

      if (unwrap_any (gtk_list_item_get_item (item)) != (gpointer) record || !gtk_widget_get_mapped (child))
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
    if (((Column *) data)->index == column && unwrap_any (gtk_list_item_get_item (item)) == (gpointer) record
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
    mark_cursor (item, data);
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
        return ((Column *) data)->index;
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
