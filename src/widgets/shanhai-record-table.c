/* shanhai-record-table.c - records of one kind as a table: sortable, copyable, each figure with its citation. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-empty-state.h"
#include "shanhai-record-cells.h"
#include "shanhai-record-details.h"
#include "shanhai-record-order.h"
#include "shanhai-record-table.h"

/* above this many rows a sort works in slices between frames */
#define SORT_AT_ONCE 10000

struct _ShanhaiRecordTable
{
  GtkWidget            parent_instance;

  char                *columns_name;
  const ShanhaiRecordColumn *columns;
  guint                n_columns;

  ShanhaiCasebook     *casebook;
  GSignalGroup        *casebook_signals;
  GListModel          *model;
  GtkSortListModel    *sorted;
  GtkSingleSelection  *selection;
  ShanhaiRecordCells  *cells;
  char                *selected;
  bool                 syncing;    /* the selection is being set from "selected" */
  guint                refresh_id;

  GtkStack            *stack;
  GtkColumnView       *view;
  ShanhaiEmptyState   *empty;
  GMenuModel          *menu_model;
  GtkWidget           *menu;       /* these two are made when asked for */
  GtkWidget           *details;
};

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
} ShanhaiRecordTableProperty;
static GParamSpec *props[PROP_EMPTY_TEXT + 1];

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* (transfer none): the list holds on to it */
static ShanhaiRecord *
peek_record (ShanhaiRecordTable *self,
             guint               position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL ? shanhai_record_cells_unwrap (item) : NULL;
}

static guint
find_position (ShanhaiRecordTable *self,
               const char         *record_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  ShanhaiRecord *record = self->casebook != NULL && record_id != NULL
                            ? shanhai_casebook_lookup (self->casebook, record_id) : NULL;

  for (guint i = 0; record != NULL && i < n; i++)
    if (peek_record (self, i) == record)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
scroll_to (ShanhaiRecordTable *self,
           guint               position)
{
  /* the list is the column view's last child; gtk_column_view_scroll_to() came later */
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (list != NULL && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static void
select_from_property (ShanhaiRecordTable *self)
{
  guint position = find_position (self, self->selected);

  self->syncing = true;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = false;
  scroll_to (self, position);
}

static void
selection_cb (ShanhaiRecordTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  ShanhaiRecord *record = position != GTK_INVALID_LIST_POSITION ? peek_record (self, position) : NULL;
  const char *id = record != NULL ? shanhai_record_get_id (record) : NULL;

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
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiRecordTable *self = data;

  self->refresh_id = 0;
  shanhai_record_cells_refresh (self->cells);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiRecordTable *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
add_columns (ShanhaiRecordTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = shanhai_record_cells_new_column (self->cells, &self->columns[i]);

      gtk_column_view_append_column (self->view, column);
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
}

/* below the row, or in the middle where the row isn't in view */
static void
point_to_row (ShanhaiRecordTable *self,
              GtkWidget          *popover,
              ShanhaiRecord      *record)
{
  GtkWidget *cell = shanhai_record_cells_find (self->cells, record);
  graphene_rect_t bounds;
  GdkRectangle rectangle = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, gtk_widget_get_height (GTK_WIDGET (self)) / 2, 1, 1 };

  if (cell != NULL && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                 MAX (1, MIN ((int) bounds.size.width, gtk_widget_get_width (GTK_WIDGET (self)))),
                                 MAX (1, (int) bounds.size.height) };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rectangle);
}

static void
show_details (ShanhaiRecordTable *self,
              ShanhaiRecord      *record)
{
  if (self->casebook == NULL)
    return;

  g_clear_pointer (&self->details, gtk_widget_unparent);
  self->details = shanhai_record_details_new_popover (self->casebook, record);
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));
  point_to_row (self, self->details, record);
  gtk_popover_popup (GTK_POPOVER (self->details));
}

static gboolean
shanhai_record_table_activated (ShanhaiRecordTable *self,
                                ShanhaiRecord      *record)
{
  show_details (self, record);
  return GDK_EVENT_STOP;
}

static void
activate_row (ShanhaiRecordTable *self,
              guint               position)
{
  ShanhaiRecord *record = peek_record (self, position);
  gboolean handled;

  if (record != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, record, &handled);
}

static void
activate_cb (ShanhaiRecordTable *self,
             guint               position)
{
  activate_row (self, position);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    activate_row (self, position);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  shanhai_record_table_copy (SHANHAI_RECORD_TABLE (widget), g_str_equal (name, "table.copy-all"));
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  ShanhaiRecord *record = position != GTK_INVALID_LIST_POSITION ? peek_record (self, position) : NULL;
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  if (citations != NULL && citations->n > 0)
    gtk_widget_activate_action (widget, "win.show-source", "(ss)", citations->items[0].source, shanhai_record_get_id (record));
}

static void
popup_menu (ShanhaiRecordTable *self,
            double              x,
            double              y)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  ShanhaiRecord *record = position != GTK_INVALID_LIST_POSITION ? peek_record (self, position) : NULL;
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.details", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.show-source", citations != NULL && citations->n > 0);
  if (x >= 0)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  else if (record != NULL)
    point_to_row (self, self->menu, record);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  popup_menu (SHANHAI_RECORD_TABLE (widget), -1, -1);
}

static void
secondary_cb (ShanhaiRecordTable *self,
              int                 n_press,
              double              x,
              double              y,
              GtkGesture         *gesture)
{
  guint position = shanhai_record_cells_pick (self->cells, GTK_WIDGET (self), x, y);

  /* on the headings, GTK's own menu, or none */
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (self->selection, position);
  popup_menu (self, x, y);
}

static gboolean
tooltip_cb (ShanhaiRecordTable *self,
            int                 x,
            int                 y,
            gboolean            keyboard,
            GtkTooltip         *tooltip)
{
  const char *text = keyboard ? NULL : shanhai_record_cells_get_cut_text (self->cells, GTK_WIDGET (self->view), x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

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
static GtkSorter *
new_sorter (ShanhaiRecordTable *self,
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

static void
shanhai_record_table_dispose (GObject *object)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, show_stack, self);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
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

  props[PROP_COLUMNS] = g_param_spec_string ("columns", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, explicit);
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, explicit);
  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, explicit);
  props[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, NULL, flags);
  props[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ShanhaiRecordTable::activated:
   * @record: the row's record
   *
   * A row was activated. Unless a handler returns %TRUE, the details of the record open.
   */
  signals[ACTIVATED] = g_signal_new_class_handler ("activated", SHANHAI_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST,
                                                   G_CALLBACK (shanhai_record_table_activated),
                                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                                   1, SHANHAI_TYPE_RECORD);

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, empty);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordTable, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "table.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.copy-all", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.show-source", NULL, show_source_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
}

static void
shanhai_record_table_init (ShanhaiRecordTable *self)
{
  self->cells = shanhai_record_cells_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  show_stack (self);
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

  g_signal_group_set_target (self->casebook_signals, casebook);
  shanhai_record_cells_set_casebook (self->cells, casebook);
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASEBOOK]);
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

  old = g_steal_pointer (&self->model);
  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, show_stack, self);
  shanhai_record_cells_forget_widths (self->cells);
  self->syncing = true;
  if (model != NULL)
    {
      self->model = g_object_ref (model);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (show_stack), self, G_CONNECT_SWAPPED);
      sorter = new_sorter (self, GTK_IS_TREE_LIST_MODEL (model));
    }
  gtk_sort_list_model_set_model (self->sorted, NULL);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  gtk_sort_list_model_set_incremental (self->sorted, model != NULL && g_list_model_get_n_items (model) > SORT_AT_ONCE);
  gtk_sort_list_model_set_model (self->sorted, model);
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

char *
shanhai_record_table_dup_text (ShanhaiRecordTable *self,
                               bool                all)
{
  ShanhaiWording wording;
  g_autofree char *heading = NULL;
  guint n, position;
  GString *text;

  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), NULL);

  wording = shanhai_wording_now (self->casebook);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    all = true;

  heading = shanhai_record_columns_dup_heading (self->columns, self->n_columns);
  text = g_string_new (heading);
  g_string_append_c (text, '\n');
  for (guint i = all ? 0 : position; i < (all ? n : position + 1); i++)
    {
      ShanhaiRecord *record = peek_record (self, i);
      g_autofree char *line = NULL;

      if (record == NULL)
        continue;
      line = shanhai_record_columns_dup_line (self->columns, self->n_columns, &wording, record);
      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

bool
shanhai_record_table_copy (ShanhaiRecordTable *self,
                           bool                all)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), false);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return false;
  text = shanhai_record_table_dup_text (self, all);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  return true;
}
