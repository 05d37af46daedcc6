/* shanhai-record-table.c - records of one kind as a table: sortable, editable, each figure with its citation. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts are told apart in shanhai-record-table-private.h. */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

#include "shanhai-column-heading.h"
#include "shanhai-display.h"

G_DEFINE_FINAL_TYPE (ShanhaiRecordTable, shanhai_record_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COLUMNS = 1,
  PROP_CASEBOOK,
  PROP_MODEL,
  PROP_SELECTED,
  PROP_EMPTY_ICON,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_START_WIDGET,
} ShanhaiRecordTableProperty;
static GParamSpec *props[PROP_START_WIDGET + 1];

static guint
find_position (ShanhaiRecordTable *self,
               const char         *record_id)
{
  return shanhai_record_table_find (self, self->casebook != NULL && record_id != NULL
                                            ? shanhai_casebook_lookup (self->casebook, record_id) : NULL);
}

bool
shanhai_record_table_is_writable (ShanhaiRecordTable *self)
{
  return self->casebook != NULL && !shanhai_casebook_is_read_only (self->casebook);
}

static void
select_from_property (ShanhaiRecordTable *self)
{
  guint position = find_position (self, self->selected);

  self->syncing = true;
  shanhai_record_table_select (self, position);
  self->syncing = false;
  shanhai_record_table_scroll_to (self, position);
}

/* "3 selected" */
static void
update_bar (ShanhaiRecordTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (selected);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u selected", "%u selected", n), n);

  gtk_label_set_label (self->count, n > 1 ? text : "");
  shanhai_record_table_update_actions (self);
}

static void
selection_cb (ShanhaiRecordTable *self)
{
  guint position = shanhai_record_table_get_lead (self);
  ShanhaiRecord *record = position != GTK_INVALID_LIST_POSITION ? shanhai_record_table_peek (self, position) : NULL;
  const char *id = record != NULL ? shanhai_record_get_id (record) : NULL;

  update_bar (self);
  /* an id that isn't listed stays what it is until a row is chosen */
  if (self->syncing || g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
show_stack (ShanhaiRecordTable *self)
{
  bool any = self->model != NULL && g_list_model_get_n_items (self->model) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "table" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), any || self->start != NULL);
}

static void
refresh_bar (ShanhaiRecordTable *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->empty_add), self->case_id != NULL && shanhai_record_table_is_writable (self));
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->case_id != NULL);
  update_bar (self);
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiRecordTable *self = data;

  self->refresh_id = 0;
  shanhai_record_cells_refresh (self->cells, self->reworded ? self->model : NULL);
  self->reworded = false;
  refresh_bar (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiRecordTable *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

/* another language, another style of numbers */
static void
reword_cb (ShanhaiRecordTable *self)
{
  self->reworded = true;
  queue_refresh (self);
}

static void
add_columns (ShanhaiRecordTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = shanhai_record_cells_new_column (self->cells, &self->columns[i]);

      gtk_column_view_append_column (self->view, column);
      if ((self->columns[i].flags & SHANHAI_COLUMN_FIGURE) != 0)
        shanhai_column_heading_align_end (self->view, i, 0);
    }
}

static void
set_columns (ShanhaiRecordTable *self,
             const char         *name)
{
  if (name == NULL)
    return;
  g_return_if_fail (self->columns == NULL);

  self->columns = shanhai_record_columns_get (name, &self->n_columns);
  g_return_if_fail (self->columns != NULL);
  self->columns_name = g_strdup (name);
  add_columns (self);
  shanhai_record_table_name_actions (self);
  shanhai_record_table_set_cursor (self, 0);
}

static void
set_start_widget (ShanhaiRecordTable *self,
                  GtkWidget          *widget)
{
  if (self->start != NULL)
    gtk_box_remove (self->bar, self->start);
  self->start = widget;
  if (widget != NULL)
    gtk_box_prepend (self->bar, widget);
  show_stack (self);
}

static void
shanhai_record_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (shanhai_record_table_parent_class)->root (widget);
  shanhai_record_table_take_rows (SHANHAI_RECORD_TABLE (widget));
}

static void
shanhai_record_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (shanhai_record_table_parent_class)->map (widget);
  shanhai_record_cells_listen (SHANHAI_RECORD_TABLE (widget)->cells, gtk_widget_get_frame_clock (widget));
}

static void
shanhai_record_table_unroot (GtkWidget *widget)
{
  shanhai_record_table_lay_down_rows (SHANHAI_RECORD_TABLE (widget));
  GTK_WIDGET_CLASS (shanhai_record_table_parent_class)->unroot (widget);
}

static void
shanhai_record_table_dispose (GObject *object)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->go_id, g_source_remove);
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  if (self->view != NULL)
    shanhai_record_table_stop_editing (self, false);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, show_stack, self);
  shanhai_record_table_drop_rows (self);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  self->view = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->casebook);
  g_clear_pointer (&self->cells, shanhai_record_cells_free);

  G_OBJECT_CLASS (shanhai_record_table_parent_class)->dispose (object);
}

static void
shanhai_record_table_finalize (GObject *object)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (object);

  g_free (self->selected);
  g_free (self->case_id);
  g_free (self->columns_name);

  G_OBJECT_CLASS (shanhai_record_table_parent_class)->finalize (object);
}

static void
shanhai_record_table_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (object);

  switch ((ShanhaiRecordTableProperty) prop_id)
    {
    case PROP_COLUMNS:
      g_value_set_string (value, self->columns_name);
      break;
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    case PROP_EMPTY_ICON:
      g_value_set_string (value, shanhai_empty_state_get_icon_name (self->empty));
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, shanhai_empty_state_get_title (self->empty));
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, shanhai_empty_state_get_text (self->empty));
      break;
    case PROP_START_WIDGET:
      g_value_set_object (value, self->start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_record_table_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (object);

  switch ((ShanhaiRecordTableProperty) prop_id)
    {
    case PROP_COLUMNS:
      set_columns (self, g_value_get_string (value));
      break;
    case PROP_CASEBOOK:
      shanhai_record_table_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_MODEL:
      shanhai_record_table_set_model (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      shanhai_record_table_set_selected (self, g_value_get_string (value));
      break;
    case PROP_EMPTY_ICON:
      shanhai_empty_state_set_icon_name (self->empty, g_value_get_string (value));
      break;
    case PROP_EMPTY_TITLE:
      shanhai_empty_state_set_title (self->empty, g_value_get_string (value));
      break;
    case PROP_EMPTY_TEXT:
      shanhai_empty_state_set_text (self->empty, g_value_get_string (value));
      break;
    case PROP_START_WIDGET:
      set_start_widget (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_record_table_class_init (ShanhaiRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const GParamFlags explicit = flags | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = shanhai_record_table_dispose;
  object_class->finalize = shanhai_record_table_finalize;
  object_class->get_property = shanhai_record_table_get_property;
  object_class->set_property = shanhai_record_table_set_property;
  widget_class->root = shanhai_record_table_root;
  widget_class->unroot = shanhai_record_table_unroot;
  widget_class->map = shanhai_record_table_map;

  props[PROP_COLUMNS] = g_param_spec_string ("columns", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, explicit);
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, explicit);
  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, explicit);
  props[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, NULL, flags);
  props[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  props[PROP_START_WIDGET] = g_param_spec_object ("start-widget", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, bar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, add);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, count);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, overlay);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, empty_add);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, empty);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, menu_model);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  shanhai_record_table_install_pointer (widget_class);
  shanhai_record_table_install_actions (widget_class);
  shanhai_record_table_install_editing (widget_class);
}

static void
shanhai_record_table_init (ShanhaiRecordTable *self)
{
  self->cells = shanhai_record_cells_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  shanhai_record_table_init_rows (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  shanhai_record_table_init_editing (self);

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (reword_cb), self,
                           G_CONNECT_SWAPPED);
  show_stack (self);
  refresh_bar (self);
}

GtkWidget *
shanhai_record_table_new (const char *columns)
{
  return g_object_new (SHANHAI_TYPE_RECORD_TABLE, "columns", columns, NULL);
}

ShanhaiCasebook *
shanhai_record_table_get_casebook (ShanhaiRecordTable *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), NULL);

  return self->casebook;
}

void
shanhai_record_table_set_casebook (ShanhaiRecordTable *self,
                                   ShanhaiCasebook    *casebook)
{
  g_return_if_fail (SHANHAI_IS_RECORD_TABLE (self));

  if (!g_set_object (&self->casebook, casebook))
    return;

  shanhai_record_table_stop_editing (self, false);
  g_signal_group_set_target (self->casebook_signals, casebook);
  shanhai_record_cells_set_casebook (self->cells, casebook);
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASEBOOK]);
}

void
shanhai_record_table_set_case_id (ShanhaiRecordTable *self,
                                  const char         *case_id)
{
  g_return_if_fail (SHANHAI_IS_RECORD_TABLE (self));

  if (g_strcmp0 (self->case_id, case_id) == 0)
    return;
  g_free (self->case_id);
  self->case_id = g_strdup (case_id);
  refresh_bar (self);
}

GListModel *
shanhai_record_table_get_model (ShanhaiRecordTable *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), NULL);

  return self->model;
}

void
shanhai_record_table_set_model (ShanhaiRecordTable *self,
                                GListModel         *model)
{
  g_autoptr (GListModel) old = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_return_if_fail (SHANHAI_IS_RECORD_TABLE (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  shanhai_record_table_stop_editing (self, false);
  old = g_steal_pointer (&self->model);
  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, show_stack, self);
  shanhai_record_cells_forget_widths (self->cells);
  if (model != NULL)
    shanhai_record_cells_measure (self->cells, model);
  self->syncing = true;
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (show_stack), self, G_CONNECT_SWAPPED);
      sorter = shanhai_record_table_new_sorter (self, GTK_IS_TREE_LIST_MODEL (model));
    }
  shanhai_record_table_show_first_rows (self);
  shanhai_sorted_records_set (self->sorted, model, sorter);
  self->syncing = false;

  show_stack (self);
  select_from_property (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

const char *
shanhai_record_table_get_selected (ShanhaiRecordTable *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), NULL);

  return self->selected;
}

void
shanhai_record_table_set_selected (ShanhaiRecordTable *self,
                                   const char         *record_id)
{
  g_return_if_fail (SHANHAI_IS_RECORD_TABLE (self));

  if (g_strcmp0 (self->selected, record_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (record_id);
  select_from_property (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

void
shanhai_record_table_set_range (ShanhaiRecordTable *self,
                                gint32              first,
                                gint32              last,
                                const char         *heading)
{
  GListModel *columns;

  g_return_if_fail (SHANHAI_IS_RECORD_TABLE (self));

  shanhai_record_cells_set_range (self->cells, first, last);
  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].flags & SHANHAI_COLUMN_SPAN)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        gtk_column_view_column_set_title (column, heading);
      }
  queue_refresh (self);
}

bool
shanhai_record_table_has (ShanhaiRecordTable *self,
                          const char         *record_id)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), false);

  return find_position (self, record_id) != GTK_INVALID_LIST_POSITION;
}
