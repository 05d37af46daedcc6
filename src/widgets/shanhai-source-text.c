/* shanhai-source-text.c - a source's text to read, with its figures marked. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its figures have no tags but the selected one, whose words have another colour, too: the others are drawn under and over the text. */

#include "shanhai-config.h"

#include "shanhai-source-text-private.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-wording.h"

/* px: a line of about forty Chinese characters is read best; the rest of the width becomes margin */
#define MAX_LINE 680
#define MIN_MARGIN 22

G_DEFINE_FINAL_TYPE (ShanhaiSourceText, shanhai_source_text, GTK_TYPE_TEXT_VIEW)

typedef enum { PROP_SELECTED = 1 } ShanhaiSourceTextProperty;
static GParamSpec *props[PROP_SELECTED + 1];

/* the same words, other figures in them: the reader's place in the text isn't lost */
static bool
is_same_text (ShanhaiSourceFigures *a,
              ShanhaiSourceFigures *b)
{
  return a != NULL && b != NULL && shanhai_source_figures_get_source (a) == shanhai_source_figures_get_source (b)
         && g_str_equal (shanhai_source_figures_get_text (a), shanhai_source_figures_get_text (b));
}

/* by the mark, not the place: lines that have no height yet are waited for */
static void
scroll_to_cursor (ShanhaiSourceText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), .12, FALSE, 0, 0);
}

static gboolean
scroll_cb (gpointer data)
{
  ShanhaiSourceText *self = data;

  self->scroll_id = 0;
  scroll_to_cursor (self);
  return G_SOURCE_REMOVE;
}

static void
tag_selected (ShanhaiSourceText *self,
              guint              position,
              bool               is_selected)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_marks;
  const ShanhaiTextMark *marks = shanhai_source_text_get_marks (self, &n_marks);
  GtkTextIter start, end;

  if (position >= n_marks || marks[position].start < 0)
    return;

  shanhai_source_text_fill_up_to (self, marks[position].end);
  shanhai_source_text_get_span (self, marks[position].start, marks[position].end, &start, &end);
  if (!is_selected)
    {
      gtk_text_buffer_remove_tag (buffer, self->selected_tag, &start, &end);
      return;
    }
  gtk_text_buffer_apply_tag (buffer, self->selected_tag, &start, &end);

  /* the keyboard goes on from here; a cursor that is in the figure already stays where it is */
  {
    GtkTextIter cursor;

    gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
    if (!shanhai_text_mark_covers (&marks[position], shanhai_source_text_to_text (self, gtk_text_iter_get_offset (&cursor))))
      {
        self->is_selecting = true;
        gtk_text_buffer_place_cursor (buffer, &start);
        self->is_selecting = false;
      }
  }
  scroll_to_cursor (self);
}

static void
cursor_cb (ShanhaiSourceText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint n_marks, found;
  const ShanhaiTextMark *marks = shanhai_source_text_get_marks (self, &n_marks);
  int place;
  gint64 offset;

  if (self->is_selecting)
    return;

  g_object_get (buffer, "cursor-position", &place, NULL);
  offset = shanhai_source_text_to_text (self, place);
  if (self->selected < n_marks && shanhai_text_mark_covers (&marks[self->selected], offset))
    return;
  found = shanhai_text_marks_find (marks, n_marks, offset, n_marks);
  if (found < n_marks)
    shanhai_source_text_set_selected (self, found);
}

/* the position of the figure under the pointer; n_marks for none */
static guint
find_at (ShanhaiSourceText *self,
         double             x,
         double             y,
         guint              after)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint n_marks;
  const ShanhaiTextMark *marks = shanhai_source_text_get_marks (self, &n_marks);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return n_marks;
  return shanhai_text_marks_find (marks, n_marks, shanhai_source_text_to_text (self, gtk_text_iter_get_offset (&iter)), after);
}

static void
pressed_cb (ShanhaiSourceText *self,
            int                n_press,
            double             x,
            double             y)
{
  guint n_marks, found;

  shanhai_source_text_get_marks (self, &n_marks);
  if (n_press != 1)
    return;
  found = find_at (self, x, y, self->selected);
  if (found < n_marks)
    shanhai_source_text_set_selected (self, found);
}

static void
motion_cb (ShanhaiSourceText *self,
           double             x,
           double             y)
{
  guint n_marks;

  shanhai_source_text_get_marks (self, &n_marks);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_at (self, x, y, n_marks) < n_marks ? "pointer" : "text");
}

static gboolean
shanhai_source_text_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    by_keyboard,
                                   GtkTooltip *tooltip)
{
  ShanhaiSourceText *self = SHANHAI_SOURCE_TEXT (widget);
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autoptr (ShanhaiSourceFigure) figure = NULL;
  g_autofree char *words = NULL;
  guint n_marks, found;

  shanhai_source_text_get_marks (self, &n_marks);
  found = by_keyboard ? self->selected : find_at (self, x, y, n_marks);
  if (found >= n_marks)
    return FALSE;

  figure = g_list_model_get_item (G_LIST_MODEL (self->figures), found);
  if (shanhai_source_figure_get_state (figure) == SHANHAI_MARK_RECORDED)
    words = shanhai_wording_record (&wording, shanhai_source_figure_get_record (figure));
  else
    words = g_strdup (shanhai_source_figure_get_state (figure) == SHANHAI_MARK_IGNORED ? _ ("Ignored") : _ ("Proposed"));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
shanhai_source_text_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ShanhaiSourceText *self = SHANHAI_SOURCE_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int margin = MAX (MIN_MARGIN, (width - MAX_LINE) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  GTK_WIDGET_CLASS (shanhai_source_text_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->width != width)
    shanhai_source_text_drop_parts (self);
  /* in lines of another length the selected figure stands elsewhere */
  if (self->width != width && self->selected != GTK_INVALID_LIST_POSITION && self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_cb, self);
  self->width = width;
}

/* A text that was scrolled while its lines were short, and that fits once they are long, stayed out of sight: GTK 4.8 scrolls it on past its end, where the
 * scroll bar can't follow, and isn't told that the bar has stayed at the top. */
static void
stay_in_sight_cb (ShanhaiSourceText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GdkRectangle seen;

  if (adjustment == NULL)
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  if (seen.y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self)) != (int) gtk_adjustment_get_value (adjustment))
    g_signal_emit_by_name (adjustment, "value-changed");
}

static void
adjustment_cb (ShanhaiSourceText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (stay_in_sight_cb), self, G_CONNECT_SWAPPED);
}

/* another font, or another size of it */
static void
shanhai_source_text_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  ShanhaiSourceText *self = SHANHAI_SOURCE_TEXT (widget);

  GTK_WIDGET_CLASS (shanhai_source_text_parent_class)->css_changed (widget, change);
  if (self->parts != NULL)
    shanhai_source_text_drop_parts (self);
}

static void
shanhai_source_text_dispose (GObject *object)
{
  ShanhaiSourceText *self = SHANHAI_SOURCE_TEXT (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  shanhai_source_text_stop_filling (self);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_object (&self->casebook);
  g_clear_object (&self->figures);

  G_OBJECT_CLASS (shanhai_source_text_parent_class)->dispose (object);
}

static void
shanhai_source_text_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((ShanhaiSourceTextProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, SHANHAI_SOURCE_TEXT (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_source_text_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((ShanhaiSourceTextProperty) prop_id)
    {
    case PROP_SELECTED:
      shanhai_source_text_set_selected (SHANHAI_SOURCE_TEXT (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_source_text_class_init (ShanhaiSourceTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_source_text_dispose;
  object_class->get_property = shanhai_source_text_get_property;
  object_class->set_property = shanhai_source_text_set_property;
  widget_class->size_allocate = shanhai_source_text_size_allocate;
  widget_class->query_tooltip = shanhai_source_text_query_tooltip;
  widget_class->css_changed = shanhai_source_text_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = shanhai_source_text_snapshot_layer;

  props[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

/* A text view takes what is dropped on it from the widgets around it even where it can't be written into: here it is the page that wants an article. */
static void
leave_drops (ShanhaiSourceText *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET (controller))
        gtk_widget_remove_controller (GTK_WIDGET (self), controller);
    }
}

static void
shanhai_source_text_init (ShanhaiSourceText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->selected = GTK_INVALID_LIST_POSITION;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->parts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  gtk_text_view_set_editable (view, FALSE);
  leave_drops (self);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_text_view_set_pixels_inside_wrap (view, 9);
  gtk_text_view_set_pixels_below_lines (view, 14);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "source-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text of the source"), -1);

  /* before the text's own: it takes the click for its cursor */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_cb), NULL);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (shanhai_source_text_set_looks), self, G_CONNECT_SWAPPED);
}

GtkWidget *
shanhai_source_text_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCE_TEXT, NULL);
}

ShanhaiSourceFigures *
shanhai_source_text_get_figures (ShanhaiSourceText *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_TEXT (self), NULL);

  return self->figures;
}

void
shanhai_source_text_set_figures (ShanhaiSourceText    *self,
                                 ShanhaiCasebook      *casebook,
                                 ShanhaiSourceFigures *figures)
{
  bool is_same;

  g_return_if_fail (SHANHAI_IS_SOURCE_TEXT (self));

  g_set_object (&self->casebook, casebook);
  if (self->figures == figures)
    return;

  is_same = is_same_text (self->figures, figures);
  g_set_object (&self->figures, figures);
  shanhai_source_text_drop_parts (self);
  if (is_same)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_remove_tag (buffer, self->selected_tag, &start, &end);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      g_autoptr (GtkTextBuffer) buffer = NULL;

      shanhai_source_text_stop_filling (self);
      buffer = shanhai_source_text_new_buffer (self);

      g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);
      gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
    }
  if (self->selected != GTK_INVALID_LIST_POSITION)
    {
      self->selected = GTK_INVALID_LIST_POSITION;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
    }
}

guint
shanhai_source_text_get_selected (ShanhaiSourceText *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_TEXT (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}

void
shanhai_source_text_set_selected (ShanhaiSourceText *self,
                                  guint              position)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_TEXT (self));

  if (self->selected == position)
    return;

  tag_selected (self, self->selected, false);
  self->selected = position;
  tag_selected (self, position, true);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

bool
shanhai_source_text_get_selection (ShanhaiSourceText *self,
                                   gint64            *start,
                                   gint64            *end)
{
  GtkTextIter from, to;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_TEXT (self), false);

  if (self->figures == NULL || !shanhai_source_figures_is_held (self->figures)
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &from, &to))
    return false;
  *start = shanhai_source_text_to_text (self, gtk_text_iter_get_offset (&from));
  *end = shanhai_source_text_to_text (self, gtk_text_iter_get_offset (&to));
  return *end > *start;
}
