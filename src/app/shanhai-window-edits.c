/* shanhai-window-edits.c - what the window does to the casebook: undo, redo, a new casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo belongs to the casebook, but while a text is being typed it is the text's own: the keys are bindings of the window, so that the widget that
 * has the keyboard gets them first, and they stop at a text that has something in it. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-casebook-properties.h"
#include "shanhai-file-dialogs.h"
#include "shanhai-history.h"
#include "shanhai-merge-window.h"

#define DISK_VERSION_KEY "shanhai-disk-version"

/* (nullable) */
static ShanhaiHistory *
get_history (ShanhaiWindow *self)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);

  return casebook != NULL ? shanhai_casebook_get_history (casebook) : NULL;
}

/* "Undo: Set amount of …", with the title's underscores kept from being mnemonics where `menu` */
static char *
dup_label (const char *plain,
           const char *with_title,
           const char *title,
           bool        menu)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (title == NULL)
    return g_strdup (plain);

  parts = g_strsplit (title, "_", -1);
  escaped = g_strjoinv (menu ? "__" : "_", parts);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (with_title, escaped);
#pragma GCC diagnostic pop
}

static void
set_button (GtkWidget  *button,
            const char *label,
            const char *keys)
{
  /* Translators: what a button does, and the keys that do the same */
  g_autofree char *tooltip = g_strdup_printf (C_("tooltip", "%s (%s)"), label, keys);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

void
shanhai_window_update_edits (ShanhaiWindow *self)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);
  ShanhaiHistory *history = get_history (self);
  bool writable = casebook != NULL && !shanhai_casebook_is_read_only (casebook);
  const char *undo_title = history != NULL ? shanhai_history_get_undo_title (history) : NULL;
  const char *redo_title = history != NULL ? shanhai_history_get_redo_title (history) : NULL;
  g_autofree char *undo = dup_label (_("Undo"), _("Undo: %s"), undo_title, false);
  g_autofree char *redo = dup_label (_("Redo"), _("Redo: %s"), redo_title, false);

  gtk_widget_set_visible (self->undo_button, casebook != NULL && !self->is_header_narrow);
  gtk_widget_set_visible (self->redo_button, casebook != NULL && !self->is_header_narrow);
  set_button (self->undo_button, undo, _("Ctrl+Z"));
  set_button (self->redo_button, redo, _("Ctrl+Shift+Z"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", writable && undo_title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", writable && redo_title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-case", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.casebook-properties", casebook != NULL);

  if (self->edit_menu != NULL)
    {
      g_autofree char *undo_item = dup_label (_("_Undo"), _("_Undo: %s"), undo_title, true);
      g_autofree char *redo_item = dup_label (_("_Redo"), _("_Redo: %s"), redo_title, true);

      g_menu_remove_all (self->edit_menu);
      append_item (self->edit_menu, undo_item, "win.undo", "<Control>z");
      append_item (self->edit_menu, redo_item, "win.redo", "<Control><Shift>z");
    }
}

/* the case that is shown was deleted, or was taken back */
static void
leave_lost_case (ShanhaiWindow *self)
{
  ShanhaiCase *the_case = shanhai_sidebar_get_case (self->sidebar);
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);

  if (the_case == NULL || shanhai_casebook_lookup (casebook, shanhai_record_get_id (SHANHAI_RECORD (the_case))) != NULL)
    return;

  if (g_str_equal (shanhai_window_get_page (self), "case"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "overview");
  shanhai_sidebar_set_case (self->sidebar, NULL);
}

/* Where the record was, for one that is gone: its case. */
static void
show_former_place (ShanhaiWindow *self,
                   ShanhaiRecord *record)
{
  const char *case_id = shanhai_record_get_case_id (record);

  if (case_id != NULL && shanhai_casebook_lookup (shanhai_window_get_casebook (self), case_id) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "s", case_id);
}

static void
show_subject (ShanhaiWindow *self,
              ShanhaiChange *change)
{
  const char *id = shanhai_change_get_subject (change);
  const ShanhaiChangeEntry *entry = id != NULL ? shanhai_change_find (change, id) : NULL;
  ShanhaiPage *page = shanhai_window_get_visible_page (self);

  if (entry == NULL)
    return;

  /* who works on a page stays there: on a source, a figure that isn't recorded any more is one to be settled again */
  if (page != NULL && shanhai_page_show_record (page, id))
    return;

  if (entry->after == NULL)
    show_former_place (self, entry->before);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static void
moved_cb (ShanhaiWindow  *self,
          ShanhaiChange  *change,
          int             move)
{
  g_autofree char *text = NULL;

  shanhai_window_update_edits (self);
  leave_lost_case (self);
  if (move == SHANHAI_HISTORY_APPLIED)
    return;

  show_subject (self, change);
  if (move == SHANHAI_HISTORY_UNDONE)
    {
      text = g_strdup_printf (_("Undone: %s"), shanhai_change_get_title (change));
      shanhai_message_bar_show (self->messages, text, _("_Redo"), "win.redo", NULL);
    }
  else
    {
      text = g_strdup_printf (_("Redone: %s"), shanhai_change_get_title (change));
      shanhai_message_bar_show (self->messages, text, _("_Undo"), "win.undo", NULL);
    }
}

static void
document_changed_cb (ShanhaiWindow *self)
{
  ShanhaiHistory *history = get_history (self);

  if (self->history != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->history, moved_cb, self);
      g_signal_handlers_disconnect_by_func (self->history, shanhai_window_update_edits, self);
    }
  g_set_object (&self->history, history);
  if (history != NULL)
    {
      g_signal_connect_object (history, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      /* also when it forgets its steps */
      g_signal_connect_object (history, "notify", G_CALLBACK (shanhai_window_update_edits), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (shanhai_window_get_casebook (self), "notify", G_CALLBACK (shanhai_window_update), self, G_CONNECT_SWAPPED);
    }
  shanhai_window_update_edits (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiHistory *history = get_history (self);
  g_autoptr (GError) error = NULL;

  if (history == NULL)
    return;

  if (g_str_equal (name, "win.undo"))
    shanhai_history_undo (history, &error);
  else
    shanhai_history_redo (history, &error);
  if (error != NULL)
    shanhai_window_show_error (self, error->message);
}

/* whether somebody is typing: then the keys of undo are the text's, even where it has nothing left to undo */
static bool
is_typing (ShanhaiWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (GTK_IS_TEXT (focus))
    return gtk_editable_get_editable (GTK_EDITABLE (focus)) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';

  return GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
}

static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  const char *action;

  g_variant_get (args, "(&s)", &action);
  if (is_typing (SHANHAI_WINDOW (widget)))
    return FALSE;

  return gtk_widget_activate_action (widget, action, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();

  if (!shanhai_window_is_empty (self))
    self = SHANHAI_WINDOW (shanhai_window_new (gtk_window_get_application (GTK_WINDOW (self))));
  shanhai_window_show_document (self, document);
}

static void
casebook_properties_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  GtkWidget *properties;

  if (self->document == NULL)
    return;

  properties = shanhai_casebook_properties_new (shanhai_window_get_casebook (self));
  gtk_window_set_transient_for (GTK_WINDOW (properties), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (properties));
}

static void
merged_cb (ShanhaiWindow *self)
{
  shanhai_message_bar_show (self->messages, _("Merged the other casebook into this one."), _("_Undo"), "win.undo", NULL);
}

GtkWidget *
shanhai_window_merge (ShanhaiWindow   *self,
                      ShanhaiCasebook *theirs,
                      ShanhaiBaseline *base)
{
  GtkWidget *merge = shanhai_merge_window_new (self->document, theirs, base);

  gtk_window_set_transient_for (GTK_WINDOW (merge), GTK_WINDOW (self));
  g_signal_connect_object (merge, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (merge));

  return merge;
}

typedef struct
{
  GWeakRef         window;
  ShanhaiDocument *document;  /* that was shown when the file was chosen */
} MergeRead;

static MergeRead *
merge_read_new (ShanhaiWindow *self)
{
  MergeRead *read = g_new0 (MergeRead, 1);

  g_weak_ref_init (&read->window, self);
  read->document = g_object_ref (self->document);

  return read;
}

static void
merge_read_free (MergeRead *read)
{
  g_weak_ref_clear (&read->window);
  g_object_unref (read->document);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MergeRead, merge_read_free)

/* (transfer full) (nullable): the window that may go on: what was read can be merged, and the casebook that it was read for is shown still. */
static ShanhaiWindow *
ref_ready_window (MergeRead         *read,
                  const ShanhaiLoad *load,
                  const GError      *error)
{
  g_autoptr (ShanhaiWindow) self = g_weak_ref_get (&read->window);

  if (self == NULL || self->document != read->document)
    return NULL;
  if (load != NULL && load->read_only == SHANHAI_READ_ONLY_NO)
    return g_steal_pointer (&self);

  shanhai_window_show_error (self, load != NULL ? shanhai_read_only_reason_describe (load->read_only) : error->message);

  return NULL;
}

static void
other_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MergeRead) read = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_file_finish (result, &error);
  g_autoptr (ShanhaiWindow) self = ref_ready_window (read, load, error);

  if (self != NULL)
    shanhai_window_merge (self, load->casebook, NULL);
}

static void
other_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);

  if (file != NULL && self->document != NULL)
    shanhai_load_file_async (file, NULL, NULL, NULL, other_read_cb, merge_read_new (self));
}

static void
disk_merged_cb (GtkWidget       *merge,
                ShanhaiDocument *document)
{
  shanhai_document_take_disk_version (document, g_object_get_data (G_OBJECT (merge), DISK_VERSION_KEY));
}

static void
disk_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MergeRead) read = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDiskVersion) version = shanhai_document_read_disk_finish (SHANHAI_DOCUMENT (source), result, &error);
  g_autoptr (ShanhaiWindow) self = ref_ready_window (read, version != NULL ? version->load : NULL, error);
  GtkWidget *merge;

  if (self == NULL || shanhai_document_is_saving (read->document))
    return;

  merge = shanhai_window_merge (self, version->load->casebook, shanhai_document_get_baseline (read->document));
  g_object_set_data_full (G_OBJECT (merge), DISK_VERSION_KEY, g_steal_pointer (&version), (GDestroyNotify) shanhai_disk_version_free);
  g_signal_connect_object (merge, "merged", G_CALLBACK (disk_merged_cb), read->document, 0);
}

static void
merge_disk_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (self->document != NULL && shanhai_document_get_file (self->document) != NULL && !shanhai_document_is_saving (self->document))
    {
      shanhai_message_bar_set_text (self->errors, "");
      shanhai_document_read_disk_async (self->document, NULL, disk_read_cb, merge_read_new (self));
    }
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  shanhai_file_dialogs_open (GTK_WINDOW (widget), SHANHAI_FILE_CASEBOOK, widget, other_chosen_cb);
}

void
shanhai_window_install_edits (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, undo_action },
    { "win.new", NULL, new_action },
    { "win.casebook-properties", NULL, casebook_properties_action },
    { "win.merge", NULL, merge_action },
    { "win.merge-disk", NULL, merge_disk_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
  /* not accelerators of the application: those come before the widget that has the keyboard */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, "(s)", "win.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_key_cb, "(s)", "win.redo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, undo_key_cb, "(s)", "win.redo");
}

void
shanhai_window_init_edits (ShanhaiWindow *self)
{
  g_signal_connect (self, "notify::document", G_CALLBACK (document_changed_cb), NULL);
}

void
shanhai_window_clear_edits (ShanhaiWindow *self)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->edit_menu);
}
