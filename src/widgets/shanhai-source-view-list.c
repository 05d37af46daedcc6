/* shanhai-source-view-list.c - the figures of a source in a list: its rows, what is selected of them, the keys. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK makes two hundred rows for a long list at once, which the window would stand still for. So a list gets its figures in slices, between frames, until it has
 * rows enough; those are used again for all others. Positions in the list are those of the figures at any time, and what is selected is among them: the list
 * grows up to it first. */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include "shanhai-finding-mark.h"
#include "shanhai-source-figure-row.h"

/* rows that are made at once: as many as are seen at first */
#define ROWS_AT_ONCE 8
/* as many as GTK makes, but for those that can be seen */
#define MANY_ROWS 200

/* µs after the last figure in which another Enter is one too many */
#define HASTE (2 * G_TIME_SPAN_SECOND)

/* -- the rows -- */

static void
item_selected_cb (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    shanhai_source_figure_row_set_open (SHANHAI_SOURCE_FIGURE_ROW (row), gtk_list_item_get_selected (item));
}

static void
setup_cb (ShanhaiSourceView  *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, shanhai_source_figure_row_new ());
  self->n_rows++;
  g_signal_connect (item, "notify::selected", G_CALLBACK (item_selected_cb), NULL);
}

static void
teardown_cb (ShanhaiSourceView  *self,
             GtkListItem        *item,
             GtkListItemFactory *factory)
{
  self->n_rows--;
}

static void
bind_cb (ShanhaiSourceView  *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  shanhai_source_figure_row_set_figure (SHANHAI_SOURCE_FIGURE_ROW (gtk_list_item_get_child (item)), self->casebook, self->proposals,
                                        gtk_list_item_get_item (item));
  item_selected_cb (item);
}

static gboolean
grow_cb (gpointer data)
{
  ShanhaiSourceView *self = data;
  const guint size = gtk_slice_list_model_get_size (self->slice) + ROWS_AT_ONCE;

  if (size < MANY_ROWS && size < g_list_model_get_n_items (G_LIST_MODEL (self->figures)))
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

void
shanhai_source_view_list_figures (ShanhaiSourceView    *self,
                                  ShanhaiSourceFigures *figures)
{
  /* the rows that are there already are used again */
  const guint size = self->n_rows + ROWS_AT_ONCE;
  const bool whole = figures == NULL || size >= MIN (MANY_ROWS, g_list_model_get_n_items (G_LIST_MODEL (figures)));

  g_clear_handle_id (&self->grow_id, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, whole ? G_MAXUINT : size);
  gtk_slice_list_model_set_model (self->slice, G_LIST_MODEL (figures));
  if (!whole)
    self->grow_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

/* -- what is selected -- */

/* so that it can be selected */
static void
grow_to (ShanhaiSourceView *self,
         guint              position)
{
  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, position + ROWS_AT_ONCE);
}

static gboolean
take_selected (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  grow_to (user_data, g_value_get_uint (from));
  g_value_copy (from, to);
  return TRUE;
}

void
shanhai_source_view_select (ShanhaiSourceView *self,
                            guint              position)
{
  grow_to (self, position);
  gtk_single_selection_set_selected (self->selection, position);
}

/* the first figure that waits to be settled; a reader who has chosen one already stays there */
void
shanhai_source_view_select_first (ShanhaiSourceView *self)
{
  const guint first = self->figures != NULL && self->proposals != NULL ? shanhai_source_figures_find_state (self->figures, SHANHAI_MARK_PROPOSED, 0) : G_MAXUINT;

  if (first != G_MAXUINT && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    shanhai_source_view_select (self, first);
}

/* the same record and place as before the list was made anew, else what stands at that place now */
void
shanhai_source_view_select_again (ShanhaiSourceView *self,
                                  const char        *record_id,
                                  gint64             start)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));
  guint same_place = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);
      ShanhaiRecord *record = shanhai_source_figure_get_record (figure);

      if (shanhai_source_figure_get_citation (figure)->start != start)
        continue;
      if (g_strcmp0 (record != NULL ? shanhai_record_get_id (record) : NULL, record_id) == 0)
        {
          shanhai_source_view_select (self, i);
          return;
        }
      same_place = MIN (same_place, i);
    }
  if (same_place != G_MAXUINT)
    shanhai_source_view_select (self, same_place);
  else if (record_id != NULL)
    shanhai_source_view_select_record (self, record_id);
}

/* a list that has no size yet scrolls nowhere */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
selected_cb (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure = gtk_single_selection_get_selected_item (self->selection);
  ShanhaiRecord *record = figure != NULL ? shanhai_source_figure_get_record (figure) : NULL;
  const char *case_id = record != NULL ? shanhai_record_get_case_id (record) : NULL;
  const bool is_open = figure != NULL && self->proposals != NULL && shanhai_source_figure_get_index (figure) != G_MAXUINT
                       && shanhai_source_figure_get_state (figure) != SHANHAI_MARK_RECORDED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.show-record", case_id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.accept", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.change", is_open && shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.ignore", is_open && shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.copy-quote", figure != NULL);
  if (figure != NULL && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
move_selection (ShanhaiSourceView *self,
                int                step)
{
  guint n = self->figures != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->figures)) : 0;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : n - 1;
  else if ((step > 0 && position + 1 < n) || (step < 0 && position > 0))
    position = step > 0 ? position + 1 : position - 1;
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  shanhai_source_view_select (self, position);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_selection (SHANHAI_SOURCE_VIEW (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  move_selection (SHANHAI_SOURCE_VIEW (widget), -1);
}

/* -- the keys -- */

/* what the checks say of the chosen figure; false where they say nothing */
static bool
show_finding (ShanhaiSourceView *self)
{
  ShanhaiRecord *record = shanhai_source_view_get_record (self);
  ShanhaiGravity gravity;

  if (record == NULL || !shanhai_finding_mark_get (shanhai_casebook_get_checks (self->casebook), shanhai_record_get_id (record), &gravity))
    return false;

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.show-finding", "s", shanhai_record_get_id (record));
}

static void
activate_cb (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure = gtk_single_selection_get_selected_item (self->selection);
  const bool is_recorded = figure == NULL || shanhai_source_figure_get_state (figure) == SHANHAI_MARK_RECORDED;

  /* who presses Enter for one figure after the other isn't taken elsewhere behind the last one */
  if (is_recorded && g_get_monotonic_time () - self->finished_at < HASTE)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), is_recorded ? "source.show-record" : "source.accept", NULL);
}

/* in a row, not on one of its buttons: these have their own Enter */
static bool
is_in_list (ShanhaiSourceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !GTK_IS_BUTTON (focus) && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

bool
shanhai_source_view_press (ShanhaiSourceView *self,
                           guint              key,
                           GdkModifierType    state)
{
  const char *action = NULL;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), false);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return false;
  switch (key)
    {
    case GDK_KEY_j: case GDK_KEY_J:
      action = "source.next-figure";
      break;
    case GDK_KEY_k: case GDK_KEY_K:
      action = "source.previous-figure";
      break;
    case GDK_KEY_e: case GDK_KEY_E:
      action = "source.change";
      break;
    case GDK_KEY_Delete: case GDK_KEY_KP_Delete:
      action = "source.ignore";
      break;
    /* The list is made anew after each change, and its own idea of where the keyboard is with it: the selection knows better. */
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      action = is_in_list (self) ? "source.next-figure" : NULL;
      break;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      action = is_in_list (self) ? "source.previous-figure" : NULL;
      break;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
      if (!gtk_widget_is_focus (GTK_WIDGET (self->text)) && !is_in_list (self))
        return false;
      if ((state & GDK_SHIFT_MASK) != 0)
        return show_finding (self);
      activate_cb (self);
      return true;
    default:
      return false;
    }
  if (action == NULL)
    return false;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return true;
}

/* No text is typed in this view: letters are commands, wherever the keyboard is in it. */
static gboolean
key_cb (ShanhaiSourceView     *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  return shanhai_source_view_press (self, key, state);
}

/* -- */

void
shanhai_source_view_class_install_list (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.next-figure", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "source.previous-figure", NULL, previous_action);

  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

void
shanhai_source_view_set_up_list (ShanhaiSourceView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkSliceListModel) slice = NULL;

  /* before the text's own bindings: Delete is one of them, though nothing can be deleted there */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  slice = gtk_slice_list_model_new (NULL, 0, G_MAXUINT);
  self->slice = slice;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (slice));
  g_object_bind_property_full (self->selection, "selected", self->text, "selected", G_BINDING_BIDIRECTIONAL, NULL, take_selected, self, NULL);
  selected_cb (self);
}

void
shanhai_source_view_clear_list (ShanhaiSourceView *self)
{
  g_clear_handle_id (&self->grow_id, g_source_remove);
}
