/* shanhai-window-files.c - the ways of the window to and from files. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is opened through the application, which knows whether another window shows it already. What goes wrong is said in
 * the window and changes nothing: the document before stays. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-file-dialogs.h"
#include "shanhai-source-window.h"
#include "shanhai-recent.h"

#define MAX_RECENT 10
/* a window whose file opens within this time comes up with it */
#define PATIENCE_MS 200

/* Says what is the matter with the file for as long as it is open. */
static void
show_notice (ShanhaiWindow *self)
{
  ShanhaiReadOnlyReason reason = shanhai_document_get_read_only_reason (self->document);
  guint n = shanhai_document_get_damages (self->document)->len;
  const char *why = shanhai_read_only_reason_describe (reason);
  g_autofree char *text = NULL;

  if (why == NULL)
    {
      shanhai_message_bar_set_text (self->notice, "");
      return;
    }
  if (n == 0)
    {
      shanhai_message_bar_set_text (self->notice, why);
      return;
    }

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u line couldn’t be read, so the casebook is open for reading only.",
                                       "%u lines couldn’t be read, so the casebook is open for reading only.", n),
                          n);
  shanhai_message_bar_show (self->notice, text, _("_Show"), "win.show-damages", NULL);
}

static void
set_document (ShanhaiWindow   *self,
              ShanhaiDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, shanhai_window_update, self);
  g_set_object (&self->document, document);
  g_ptr_array_set_size (self->back, 0);

  shanhai_sidebar_set_document (self->sidebar, document);
  shanhai_window_notify (self, PROP_DOCUMENT);
  if (document == NULL)
    {
      shanhai_window_watch_document (self);
      return;
    }

  g_signal_connect_object (document, "notify", G_CALLBACK (shanhai_window_update), self, G_CONNECT_SWAPPED);
  show_notice (self);
  shanhai_window_watch_document (self);
  shanhai_window_restore_place (self);
}

static void
come_up (ShanhaiWindow *self)
{
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_cb (gpointer user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);

  self->present_timeout = 0;
  come_up (self);
  return G_SOURCE_REMOVE;
}

static void
loaded_cb (ShanhaiWindow   *self,
           ShanhaiDocument *document)
{
  bool aside = shanhai_window_leave_old (self, true);

  shanhai_window_show_document (self, document);
  if (aside)
    shanhai_message_bar_show (self->messages, _("Read again. Your unsaved changes were set aside."), _("S_how"), "win.show-versions", NULL);
  if (shanhai_document_get_file (document) != NULL && shanhai_document_get_read_only_reason (document) != SHANHAI_READ_ONLY_BACKUP)
    shanhai_recent_add (shanhai_document_get_file (document));
}

static void
load_failed_cb (ShanhaiWindow *self,
                GFile         *file,
                const GError  *error)
{
  shanhai_window_leave_old (self, false);
  gtk_stack_set_visible_child_name (self->state, self->document != NULL ? "document" : "start");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    shanhai_window_show_error (self, error->message);
  if (g_error_matches (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND))
    shanhai_recent_remove (file);
  come_up (self);
}

static void
saved_cb (ShanhaiWindow   *self,
          ShanhaiDocument *document)
{
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Saved “%s”."), shanhai_document_get_name (document));

  shanhai_message_bar_set_text (self->errors, "");
  shanhai_message_bar_set_text (self->messages, text);
  shanhai_recent_add (shanhai_document_get_file (document));
}

static void
save_failed_cb (ShanhaiWindow   *self,
                ShanhaiDocument *document,
                const GError    *error)
{
  if (g_error_matches (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED))
    {
      shanhai_message_bar_show (self->errors, error->message, _("Save _Anyway"), "win.save-anyway", NULL);
      shanhai_message_bar_add_button (self->errors, _("_Merge…"), "win.merge-disk", NULL);
      shanhai_message_bar_add_button (self->errors, _("_Read Again"), "win.reload", NULL);
    }
  else if (shanhai_document_get_read_only_reason (document) == SHANHAI_READ_ONLY_NO)
    shanhai_message_bar_show (self->errors, error->message, _("Save _As…"), "win.save-as", NULL);
  else
    shanhai_window_show_error (self, error->message);
}

static void
open_files (ShanhaiWindow  *self,
            GFile         **files,
            guint           n)
{
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, (int) n, "");
}

static void
open_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    open_files (SHANHAI_WINDOW (user_data), &file, 1);
}

static gboolean
drop_cb (ShanhaiWindow *self,
         const GValue  *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *l = gdk_file_list_get_files (g_value_get_boxed (value)); l != NULL; l = l->next)
      {
        GFile *file = l->data;

        if (self->document != NULL && shanhai_window_is_table (file))
          shanhai_window_import_table (self, file);
        else if (shanhai_source_window_is_article (file))
          shanhai_window_take_article (self, file);
        else
          open_files (self, &file, 1);
      }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      GFile *file = g_value_get_object (value);

      if (self->document != NULL && shanhai_window_is_table (file))
        shanhai_window_import_table (self, file);
      else if (shanhai_source_window_is_article (file))
        shanhai_window_take_article (self, file);
      else
        open_files (self, &file, 1);
    }
  return TRUE;
}

static void
active_cb (ShanhaiWindow *self)
{
  /* file monitors can't be trusted on what a portal gave: look when the person comes back */
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->document != NULL)
    shanhai_document_look_at_disk (self->document);
}

static void
fill_recent (ShanhaiWindow *self)
{
  g_autoptr (GPtrArray) files = shanhai_recent_dup_files (MAX_RECENT);

  g_menu_remove_all (self->recent);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = shanhai_store_dup_name (g_ptr_array_index (files, i));
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (files, i));
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      /* an underscore would be a mnemonic */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-file", "s", uri);
      g_menu_append_item (self->recent, item);
    }
  if (files->len == 0)
    g_menu_append (self->recent, _("None yet"), "win.none");
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  shanhai_file_dialogs_open (GTK_WINDOW (widget), SHANHAI_FILE_CASEBOOK, widget, open_chosen_cb);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  /* a choice from a submenu leaves the keyboard with nobody */
  gtk_widget_grab_focus (widget);
  open_files (SHANHAI_WINDOW (widget), &file, 1);
}

static void
open_example_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  const char *told = g_getenv ("SHANHAI_PKGDATADIR");
  g_autoptr (GFile) file = g_file_new_build_filename (told != NULL ? told : SHANHAI_PKGDATADIR, "examples",
                                                      "example.shanhai", NULL);

  open_files (SHANHAI_WINDOW (widget), &file, 1);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  shanhai_saver_save (self->saver, self->document, g_str_equal (name, "win.save-anyway"));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  shanhai_saver_save_as (self->saver, self->document);
}

void
shanhai_window_install_files (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.open", NULL, open_action },
    { "win.open-file", "s", open_file_action },
    { "win.open-example", NULL, open_example_action },
    { "win.save", NULL, save_action },
    { "win.save-anyway", NULL, save_action },
    { "win.save-as", NULL, save_as_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
  shanhai_window_install_recovery (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

void
shanhai_window_init_files (ShanhaiWindow *self)
{
  GType dropped[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  self->saver = shanhai_saver_new (GTK_WINDOW (self));
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  shanhai_window_init_recovery (self);
}

void
shanhai_window_create_menu_cb (GtkMenuButton *button,
                               gpointer       user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);

  if (self->recent == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/shanhai-menus.ui");

      self->recent = g_object_ref (G_MENU (gtk_builder_get_object (builder, "recent")));
      self->edit_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "edit")));
      shanhai_window_update_edits (self);
      gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main")));
    }
  fill_recent (self);
}

GFile *
shanhai_window_get_file (ShanhaiWindow *self)
{
  GFile *loading;

  g_return_val_if_fail (SHANHAI_IS_WINDOW (self), NULL);

  loading = shanhai_load_page_get_file (self->loading);
  if (loading != NULL)
    return loading;
  return self->document != NULL ? shanhai_document_get_file (self->document) : NULL;
}

bool
shanhai_window_is_empty (ShanhaiWindow *self)
{
  g_return_val_if_fail (SHANHAI_IS_WINDOW (self), false);

  return self->document == NULL && shanhai_load_page_get_file (self->loading) == NULL;
}

void
shanhai_window_show_document (ShanhaiWindow   *self,
                              ShanhaiDocument *document)
{
  shanhai_message_bar_set_text (self->errors, "");
  set_document (self, document);
  gtk_stack_set_visible_child_name (self->state, "document");
  shanhai_window_update (self);
  come_up (self);
  shanhai_sidebar_focus (self->sidebar);
}

void
shanhai_window_open (ShanhaiWindow *self,
                     GFile         *file)
{
  g_return_if_fail (SHANHAI_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  shanhai_message_bar_set_text (self->errors, "");
  gtk_stack_set_visible_child_name (self->state, "loading");
  shanhai_load_page_open (self->loading, file);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && self->present_timeout == 0)
    self->present_timeout = g_timeout_add (PATIENCE_MS, present_cb, self);
}
