/* shanhai-record-table-editing.c - the cell that the keys are on, and its editor. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's lists have the keyboard on a row; the column is kept here and shown by a class of style on its cells. */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

#include <glib/gi18n.h>

#include "shanhai-citation-button.h"

const char *
shanhai_record_table_get_member (ShanhaiRecordTable *self,
                                 ShanhaiRecord      *record,
                                 guint               column)
{
  if (record == NULL || column >= self->n_columns)
    return NULL;
  return shanhai_record_column_get_member (&self->columns[column], shanhai_record_get_record_type (record));
}

/* a screen reader tells a new description of what has the focus: so the walk along a row is heard */
static void
describe_cell (ShanhaiRecordTable *self)
{
  guint position = shanhai_record_table_get_lead (self);
  ShanhaiRecord *record = position != GTK_INVALID_LIST_POSITION ? shanhai_record_table_peek (self, position) : NULL;
  GtkWidget *cell = record != NULL ? shanhai_record_cells_find_cell (self->cells, record, self->cursor) : NULL;
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (cell)) : NULL;
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autofree char *text = NULL, *told = NULL;

  if (row == NULL)
    return;
  text = shanhai_record_column_dup_text (&self->columns[self->cursor], &wording, record);
  told = g_strdup_printf ("%s: %s", shanhai_record_column_get_title (&self->columns[self->cursor]), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
}

void
shanhai_record_table_set_cursor (ShanhaiRecordTable *self,
                                 guint               column)
{
  if (column >= self->n_columns)
    return;
  self->cursor = column;
  shanhai_record_cells_set_cursor (self->cells, column);
  describe_cell (self);
}

bool
shanhai_record_table_show_citation (ShanhaiRecordTable *self,
                                    guint               position)
{
  ShanhaiRecord *record = shanhai_record_table_peek (self, position);
  GtkWidget *cell = record != NULL ? shanhai_record_cells_find_cell (self->cells, record, self->cursor) : NULL;

  if (!SHANHAI_IS_CITATION_BUTTON (cell))
    return false;
  shanhai_citation_button_popup (SHANHAI_CITATION_BUTTON (cell));
  return true;
}

/* the records that get what is typed in that row: all that are selected with it and have that member */
static GPtrArray *
list_edited (ShanhaiRecordTable *self,
             ShanhaiRecord      *record,
             guint               column,
             const char         *member)
{
  g_autoptr (GPtrArray) selected = shanhai_record_table_dup_selected (self);
  GPtrArray *edited = g_ptr_array_new ();

  g_ptr_array_add (edited, record);
  for (guint i = 0; i < selected->len && g_ptr_array_find (selected, record, NULL); i++)
    {
      ShanhaiRecord *other = g_ptr_array_index (selected, i);

      if (other != record && shanhai_record_get_record_type (other) == shanhai_record_get_record_type (record)
          && g_strcmp0 (shanhai_record_table_get_member (self, other, column), member) == 0)
        g_ptr_array_add (edited, other);
    }
  return edited;
}

/* The next cell that can be edited, row by row; false at the end. */
static bool
find_editable (ShanhaiRecordTable *self,
               int                 step,
               guint              *position,
               guint              *column)
{
  guint n;
  gint64 at = (gint64) *position * self->n_columns + *column + step;

  shanhai_record_table_show_rows (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (; at >= 0 && at < (gint64) n * self->n_columns; at += step)
    {
      guint row = (guint) (at / self->n_columns), cell = (guint) (at % self->n_columns);

      if (shanhai_record_table_get_member (self, shanhai_record_table_peek (self, row), cell) != NULL)
        {
          *position = row;
          *column = cell;
          return true;
        }
    }
  return false;
}

typedef struct
{
  ShanhaiRecordTable *self;
  guint               position, column;
} Next;

static gboolean
edit_next_cb (gpointer data)
{
  Next *next = data;

  if (next->self->view != NULL)
    shanhai_record_table_edit_cell (next->self, next->position, next->column);
  return G_SOURCE_REMOVE;
}

static void
free_next (gpointer data)
{
  g_object_unref (((Next *) data)->self);
  g_free (data);
}

static void
done_cb (ShanhaiRecordTable *self,
         int                 move)
{
  guint position = self->edited != NULL ? shanhai_record_table_find (self, self->edited) : GTK_INVALID_LIST_POSITION;
  guint column = self->cursor;

  shanhai_record_table_stop_editing (self, false);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (move == SHANHAI_CELL_NEXT || move == SHANHAI_CELL_BEFORE)
    {
      if (find_editable (self, move == SHANHAI_CELL_NEXT ? 1 : -1, &position, &column))
        {
          Next *next = g_new (Next, 1);

          /* the row may have to be scrolled to first */
          *next = (Next) { g_object_ref (self), position, column };
          shanhai_record_table_scroll_to (self, position);
          g_idle_add_full (GDK_PRIORITY_REDRAW + 1, edit_next_cb, next, free_next);
          return;
        }
      move = SHANHAI_CELL_STAY;
    }
  if (move == SHANHAI_CELL_STAY)
    shanhai_record_table_focus_row (self, position);
}

static void
tell_read_only (ShanhaiRecordTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                              _("This casebook can only be read: the file is damaged, or of a newer version. Save it under another name to edit it."));
}

bool
shanhai_record_table_edit_cell (ShanhaiRecordTable *self,
                                guint               position,
                                guint               column)
{
  ShanhaiRecord *record = shanhai_record_table_peek (self, position);
  const char *member = shanhai_record_table_get_member (self, record, column);
  g_autoptr (GPtrArray) edited = NULL;

  if (member == NULL || self->casebook == NULL)
    return false;
  if (!shanhai_record_table_is_writable (self))
    {
      tell_read_only (self);
      return false;
    }
  if (!shanhai_record_table_stop_editing (self, true))
    return false;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    shanhai_record_table_select (self, position);
  shanhai_record_table_set_cursor (self, column);
  edited = list_edited (self, record, column, member);
  self->edited = g_object_ref (record);
  self->editor = SHANHAI_CELL_EDITOR (shanhai_cell_editor_new (self->casebook, edited, member));
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->editor));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  shanhai_cell_editor_start (self->editor);
  return true;
}

bool
shanhai_record_table_stop_editing (ShanhaiRecordTable *self,
                                   bool                keep)
{
  ShanhaiCellEditor *editor;

  if (self->editor == NULL)
    return true;
  if (keep && !shanhai_cell_editor_commit (self->editor))
    return false;

  editor = g_steal_pointer (&self->editor);
  g_signal_handlers_disconnect_by_func (editor, done_cb, self);
  gtk_overlay_remove_overlay (self->overlay, GTK_WIDGET (editor));
  g_clear_object (&self->edited);
  return true;
}

/* Exactly over the cell, but as wide and high as the editor needs, and within the table. */
static gboolean
place_editor_cb (ShanhaiRecordTable *self,
                 GtkWidget          *widget,
                 GdkRectangle       *place)
{
  GtkWidget *cell = self->edited != NULL ? shanhai_record_cells_find_cell (self->cells, self->edited, self->cursor) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  int needed_width, needed_height;

  if (widget != GTK_WIDGET (self->editor))
    return FALSE;
  if (cell == NULL || !gtk_widget_compute_bounds (gtk_widget_get_parent (cell), GTK_WIDGET (self->overlay), &bounds))
    bounds = GRAPHENE_RECT_INIT (0, (float) height, 0, 0);

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed_width, NULL, NULL, NULL);
  place->width = MIN (MAX (MAX ((int) bounds.size.width, needed_width), 140), MAX (width, needed_width));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place->width, &needed_height, NULL, NULL, NULL);
  place->height = MAX ((int) bounds.size.height, needed_height);
  place->x = CLAMP ((int) bounds.origin.x, 0, MAX (0, width - place->width));
  place->y = CLAMP ((int) (bounds.origin.y + (bounds.size.height - (float) place->height) / 2), 0, MAX (0, height - place->height));
  return TRUE;
}

static void
scrolled_cb (ShanhaiRecordTable *self)
{
  if (self->editor != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* the position of the row that has the keyboard */
static guint
get_focused_row (ShanhaiRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  /* not the headings, which are buttons */
  if (focus == NULL || (focus != list && !gtk_widget_is_ancestor (focus, list)))
    return GTK_INVALID_LIST_POSITION;
  return shanhai_record_cells_get_position (self->cells, focus);
}

static gboolean
type_key (ShanhaiRecordTable *self,
          guint               position,
          guint               keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (!g_unichar_isgraph (letter) || (self->columns[0].flags & SHANHAI_COLUMN_TREE && (letter == '+' || letter == '-' || letter == '*')))
    return GDK_EVENT_PROPAGATE;
  if (!shanhai_record_table_edit_cell (self, position, self->cursor))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  shanhai_cell_editor_type (self->editor, text);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (ShanhaiRecordTable *self,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state)
{
  guint position = get_focused_row (self);
  bool rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  shanhai_record_table_show_rows (self);
  if (position == GTK_INVALID_LIST_POSITION || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_F2:
      if (!shanhai_record_table_show_citation (self, position))
        shanhai_record_table_edit_cell (self, position, self->cursor);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (state & GDK_SHIFT_MASK)
        return GDK_EVENT_PROPAGATE;
      if ((keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left) != rtl)
        shanhai_record_table_set_cursor (self, self->cursor > 0 ? self->cursor - 1 : 0);
      else
        shanhai_record_table_set_cursor (self, MIN (self->cursor + 1, self->n_columns - 1));
      return GDK_EVENT_STOP;
    default:
      return type_key (self, position, keyval);
    }
}

/* before the row hears of it: a double click is about the cell under the pointer */
static void
pressed_cb (ShanhaiRecordTable *self,
            int                 n_press,
            double              x,
            double              y)
{
  guint column = shanhai_record_cells_pick_column (self->cells, GTK_WIDGET (self->view), x, y);

  shanhai_record_table_show_rows (self);
  if (column < self->n_columns)
    shanhai_record_table_set_cursor (self, column);
}

void
shanhai_record_table_install_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, place_editor_cb);
}

void
shanhai_record_table_init_editing (ShanhaiRecordTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}
