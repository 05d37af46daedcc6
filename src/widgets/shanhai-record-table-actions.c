/* shanhai-record-table-actions.c - what is done to the rows that are selected. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-delete.h"
#include "shanhai-history.h"
#include "shanhai-record-clip.h"
#include "shanhai-relation-window.h"

static ShanhaiRecord *
get_lead (ShanhaiRecordTable *self)
{
  guint position = shanhai_record_table_get_lead (self);

  return position != GTK_INVALID_LIST_POSITION ? shanhai_record_table_peek (self, position) : NULL;
}

static void
tell (ShanhaiRecordTable *self,
      const char         *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", text);
}

/* with a button that undoes it */
static void
tell_done (ShanhaiRecordTable *self,
           const char         *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-done", "s", text);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiRecord *record = get_lead (SHANHAI_RECORD_TABLE (widget));

  if (record != NULL)
    shanhai_record_table_show_details (SHANHAI_RECORD_TABLE (widget), record);
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
  ShanhaiRecord *record = get_lead (SHANHAI_RECORD_TABLE (widget));
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  if (citations != NULL && citations->n > 0)
    gtk_widget_activate_action (widget, "win.show-source", "(ss)", citations->items[0].source, shanhai_record_get_id (record));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) selected = shanhai_record_table_dup_selected (self);
  ShanhaiRecord *lead = get_lead (self);

  if (lead == NULL)
    return;
  if (selected->len > 1)
    {
      g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
      g_auto (GStrv) strv = NULL;

      for (guint i = 0; i < selected->len; i++)
        g_strv_builder_add (ids, shanhai_record_get_id (g_ptr_array_index (selected, i)));
      strv = g_strv_builder_end (ids);
      if (gtk_widget_activate_action (widget, "win.edit-records", "^as", strv))
        return;
    }
  gtk_widget_activate_action (widget, "win.edit-record", "s", shanhai_record_get_id (lead));
}

static void
edit_cell_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  guint position = shanhai_record_table_get_lead (self);

  if (position != GTK_INVALID_LIST_POSITION)
    shanhai_record_table_edit_cell (self, position, self->cursor);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  const char *type = shanhai_record_type_get_name (shanhai_record_columns_get_type (self->columns_name));

  if (self->case_id != NULL && type != NULL)
    gtk_widget_activate_action (widget, "win.new-record", "(ss)", type, self->case_id);
}

/* returns whether it was done; the change is the caller's */
static bool
apply (ShanhaiRecordTable *self,
       ShanhaiChange      *change,
       GError            **error)
{
  return shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, error);
}

static void
select_ids (ShanhaiRecordTable *self,
            GPtrArray          *ids)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->sorted)));

  for (guint i = 0; i < ids->len; i++)
    {
      ShanhaiRecord *record = shanhai_casebook_lookup (self->casebook, g_ptr_array_index (ids, i));
      guint position = record != NULL ? shanhai_record_table_find (self, record) : GTK_INVALID_LIST_POSITION;

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  if (gtk_bitset_is_empty (selected))
    return;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
  shanhai_record_table_go_to (self, gtk_bitset_get_minimum (selected));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) selected = shanhai_record_table_dup_selected (self);
  guint position = shanhai_record_table_get_lead (self);
  guint n;

  if (selected->len == 0 || !shanhai_record_table_is_writable (self)
      || !shanhai_delete_records (widget, self->casebook, selected))
    return;

  /* the keyboard goes on at what has taken its place */
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n > 0)
    {
      position = MIN (position, n - 1);
      shanhai_record_table_select (self, position);
      shanhai_record_table_go_to (self, position);
    }
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) selected = shanhai_record_table_dup_selected (self);
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (selected->len == 0 || !shanhai_record_table_is_writable (self))
    return;
  change = shanhai_clip_duplicate (self->casebook, selected, &summary);
  if (!apply (self, change, &error))
    {
      tell (self, error->message);
      return;
    }
  select_ids (self, summary.ids);
}

static void
add_up_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) selected = shanhai_record_table_dup_selected (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;

  if (!shanhai_record_table_is_writable (self))
    return;
  if (!shanhai_relation_window_can_ask (selected))
    {
      tell (self, _("Select two figures or more that can be added up: of one unit, and no rates."));
      return;
    }

  window = shanhai_relation_window_new (self->casebook, selected);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
paste_text (ShanhaiRecordTable *self,
            const char         *text)
{
  g_auto (ShanhaiClipSummary) summary = { 0 };
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (self->casebook == NULL || !shanhai_record_table_is_writable (self))
    return;
  if (*text == '{')
    change = shanhai_clip_from_lines (self->casebook, self->case_id, text, &summary, &error);
  else
    change = shanhai_clip_from_table (self->casebook, self->case_id, shanhai_record_columns_get_type (self->columns_name),
                                      self->columns, self->n_columns, text, &summary, &error);
  if (change == NULL || !apply (self, change, &error))
    {
      tell (self, error->message);
      return;
    }
  select_ids (self, summary.ids);
  message = shanhai_clip_dup_message (&summary);
  tell_done (self, message);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (ShanhaiRecordTable) self = data;
  g_autoptr (GError) error = NULL;
  gssize n = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (n < 0)
    {
      tell (self, error->message);
      return;
    }
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (source)), (gsize) n);
  paste_text (self, text);
}

static void
clip_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (ShanhaiRecordTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (stream == NULL)
    {
      tell (self, error->message);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, self->pasting, spliced_cb, g_object_ref (self));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (ShanhaiRecordTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (text == NULL)
    tell (self, _("There is nothing on the clipboard that a table can hold."));
  else
    paste_text (self, text);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiRecordTable *self = SHANHAI_RECORD_TABLE (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  const char *types[] = { SHANHAI_CLIP_MIME_TYPE, NULL };

  if (!shanhai_record_table_is_writable (self))
    return;
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), SHANHAI_CLIP_MIME_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, self->pasting, clip_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, self->pasting, text_read_cb, g_object_ref (self));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  shanhai_record_table_popup_menu (SHANHAI_RECORD_TABLE (widget), -1, -1);
}

void
shanhai_record_table_name_actions (ShanhaiRecordTable *self)
{
  const char *label = NULL;

  switch (shanhai_record_columns_get_type (self->columns_name))
    {
    case SHANHAI_RECORD_OBSERVATION:
      label = _("_Add a figure");
      break;
    case SHANHAI_RECORD_FLOW:
      label = _("_Add a flow");
      break;
    case SHANHAI_RECORD_PAIRING:
      label = _("_Add a pairing");
      break;
    case SHANHAI_RECORD_PROGRAMME:
      label = _("_Add a programme");
      break;
    case SHANHAI_RECORD_EXCHANGE:
      label = _("_Add an exchange");
      break;
    case SHANHAI_RECORD_EVENT:
      label = _("_Add an event");
      break;
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return;
    }
  gtk_button_set_label (self->add, label);
  gtk_button_set_label (self->empty_add, label);
}

void
shanhai_record_table_update_actions (ShanhaiRecordTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ShanhaiRecord *lead = get_lead (self);
  const ShanhaiCitations *citations = lead != NULL ? shanhai_record_get_citations (lead) : NULL;
  bool writable = shanhai_record_table_is_writable (self);

  gtk_widget_action_set_enabled (widget, "table.details", lead != NULL);
  gtk_widget_action_set_enabled (widget, "table.show-source", citations != NULL && citations->n > 0);
  gtk_widget_action_set_enabled (widget, "table.edit", writable && lead != NULL);
  gtk_widget_action_set_enabled (widget, "table.edit-cell", lead != NULL && shanhai_record_table_get_member (self, lead, self->cursor) != NULL);
  gtk_widget_action_set_enabled (widget, "table.new", writable && self->case_id != NULL);
  gtk_widget_action_set_enabled (widget, "table.duplicate", writable && lead != NULL);
  gtk_widget_action_set_enabled (widget, "table.delete", writable && lead != NULL);
  gtk_widget_action_set_enabled (widget, "table.paste", writable);
  gtk_widget_action_set_enabled (widget, "table.add-up", writable && lead != NULL && shanhai_record_get_figure (lead) != NULL);
}

/* the menu had the keyboard; unless what was chosen takes it, the row gets it again */
static void
menu_closed_cb (ShanhaiRecordTable *self)
{
  guint position = shanhai_record_table_get_lead (self);

  if (position != GTK_INVALID_LIST_POSITION)
    shanhai_record_table_go_to (self, position);
}

void
shanhai_record_table_popup_menu (ShanhaiRecordTable *self,
                                 double              x,
                                 double              y)
{
  ShanhaiRecord *lead = get_lead (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }
  shanhai_record_table_update_actions (self);
  if (x >= 0)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  else if (lead != NULL)
    shanhai_record_table_point_to (self, self->menu, lead);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
keypad_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), NULL);
}

void
shanhai_record_table_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
    guint                        key;
    GdkModifierType              modifiers;
  } actions[] = {
    { "table.details", details_action, GDK_KEY_i, GDK_CONTROL_MASK },
    { "table.copy", copy_action, GDK_KEY_c, GDK_CONTROL_MASK },
    { "table.copy-all", copy_action, 0, 0 },
    { "table.paste", paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
    { "table.show-source", show_source_action, 0, 0 },
    { "table.edit", edit_action, GDK_KEY_Return, GDK_ALT_MASK },
    { "table.edit-cell", edit_cell_action, 0, 0 },
    { "table.new", new_action, GDK_KEY_Insert, 0 },
    { "table.duplicate", duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
    { "table.delete", delete_action, GDK_KEY_Delete, 0 },
    { "table.add-up", add_up_action, 0, 0 },
    { "table.menu", menu_action, GDK_KEY_Menu, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
  /* no bindings of the actions themselves: menus would show them */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, keypad_cb, "s", "table.delete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Insert, 0, keypad_cb, "s", "table.new");
}
