/* shanhai-window.c - the main window: its template, its properties, what its header says. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts are told apart in shanhai-window-private.h. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-damage-window.h"
#include "shanhai-display.h"
#include "shanhai-export-dialog.h"
#include "shanhai-show-folder.h"
#include "shanhai-start-page.h"
#include "shanhai-tab-order.h"

G_DEFINE_FINAL_TYPE (ShanhaiWindow, shanhai_window, GTK_TYPE_APPLICATION_WINDOW)

static GParamSpec *props[PROP_SIDEBAR_VISIBLE + 1];

static void
set_enabled (ShanhaiWindow *self,
             const char    *action,
             bool           enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  shanhai_window_set_sidebar_visible (self, true);
  shanhai_sidebar_search (self->sidebar);
}

static void
show_message_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  shanhai_message_bar_set_text (SHANHAI_WINDOW (widget)->messages, g_variant_get_string (parameter, NULL));
}

/* what an edit did, with a button to undo it */
static void
show_done_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  shanhai_message_bar_show (SHANHAI_WINDOW (widget)->messages, g_variant_get_string (parameter, NULL), _("_Undo"), "win.undo", NULL);
}

static void
show_damages_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  GtkWidget *damages = shanhai_damage_window_new (SHANHAI_WINDOW (widget)->document);

  gtk_window_set_transient_for (GTK_WINDOW (damages), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (damages));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/shanhai-help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

void
shanhai_window_say_exported (ShanhaiWindow *self,
                             GFile         *file)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Exported “%s”."), name);
  g_autofree char *uri = g_file_get_uri (file);

  shanhai_message_bar_show (self->messages, text, _("Open _Folder"), "win.show-folder", g_variant_new_string (uri));
}

static void
export_chart_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiPage *page = shanhai_window_get_visible_page (self);
  ShanhaiFigure *figure = page != NULL ? shanhai_page_get_figure (page) : NULL;

  if (figure == NULL)
    return;

  if (self->exporting == NULL)
    {
      g_set_weak_pointer (&self->exporting, shanhai_export_dialog_new (figure));
      gtk_window_set_transient_for (GTK_WINDOW (self->exporting), GTK_WINDOW (self));
      g_signal_connect_object (self->exporting, "exported", G_CALLBACK (shanhai_window_say_exported), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->exporting));
}

static void
folder_shown_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ShanhaiWindow) self = SHANHAI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  /* the window may have been closed meanwhile */
  if (!shanhai_show_folder_finish (result, &error) && self->errors != NULL)
    shanhai_window_show_error (self, error->message);
}

static void
show_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  shanhai_show_folder_async (file, widget, folder_shown_cb, g_object_ref (widget));
}

static gboolean
shanhai_window_close_request (GtkWindow *window)
{
  shanhai_window_store_place (SHANHAI_WINDOW (window));

  return GTK_WINDOW_CLASS (shanhai_window_parent_class)->close_request (window);
}

static void
shanhai_window_dispose (GObject *object)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (object);

  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_weak_pointer (&self->exporting);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, shanhai_window_update, self);
  shanhai_window_clear_edits (self);
  g_clear_object (&self->document);
  g_clear_object (&self->saver);
  g_clear_object (&self->recent);
  g_clear_pointer (&self->back, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_window_parent_class)->dispose (object);
}

static void
shanhai_window_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (object);

  switch ((ShanhaiWindowProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PAGE:
      g_value_set_string (value, shanhai_window_get_page (self));
      break;
    case PROP_SIDEBAR_VISIBLE:
      /* the action asks before there is a sidebar */
      g_value_set_boolean (value, self->sidebar == NULL || gtk_widget_get_visible (GTK_WIDGET (self->sidebar)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((ShanhaiWindowProperty) prop_id)
    {
    case PROP_SIDEBAR_VISIBLE:
      shanhai_window_set_sidebar_visible (SHANHAI_WINDOW (object), g_value_get_boolean (value));
      break;
    case PROP_DOCUMENT:
    case PROP_PAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_window_class_init (ShanhaiWindowClass *klass)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.search", NULL, search_action },
    { "win.show-message", "s", show_message_action },
    { "win.show-done", "s", show_done_action },
    { "win.show-damages", NULL, show_damages_action },
    { "win.show-shortcuts", NULL, show_shortcuts_action },
    { "win.export-chart", NULL, export_chart_action },
    { "win.show-folder", "s", show_folder_action },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_window_dispose;
  object_class->get_property = shanhai_window_get_property;
  object_class->set_property = shanhai_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = shanhai_window_close_request;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "", flags);
  props[PROP_SIDEBAR_VISIBLE] = g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_install_property_action (widget_class, "win.sidebar", "sidebar-visible");

  g_type_ensure (SHANHAI_TYPE_LOAD_PAGE);
  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  g_type_ensure (SHANHAI_TYPE_SIDEBAR);
  g_type_ensure (SHANHAI_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "/shanhai-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, state);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, export_button);

  shanhai_window_install_room (widget_class);
  shanhai_window_install_places (widget_class);
  shanhai_window_install_files (widget_class);
  shanhai_window_install_print (widget_class);
  shanhai_window_install_edits (widget_class);
  shanhai_window_install_articles (widget_class);
  shanhai_window_install_tables (widget_class);
  shanhai_window_install_editing (widget_class);
}

static void
shanhai_window_init (ShanhaiWindow *self)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());

  self->back = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  shanhai_window_set_sidebar_visible (self, g_settings_get_boolean (settings, "sidebar-visible"));

  gtk_menu_button_set_create_popup_func (self->menu_button, shanhai_window_create_menu_cb, self, NULL);
  shanhai_tab_order_install (GTK_WINDOW (self));
  shanhai_window_init_files (self);
  shanhai_window_init_edits (self);
  shanhai_window_init_articles (self);
  shanhai_window_update (self);
}

void
shanhai_window_notify (ShanhaiWindow         *self,
                       ShanhaiWindowProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

void
shanhai_window_update (ShanhaiWindow *self)
{
  ShanhaiPage *page = NULL;
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);
  bool read_only = casebook != NULL && shanhai_casebook_is_read_only (casebook);
  const char *title = _("Shanhai");
  g_autofree char *whole = NULL;

  /* pages that go with the window still say that they have changed */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  page = shanhai_window_get_visible_page (self);
  if (casebook != NULL)
    {
      const char *name = shanhai_document_get_name (self->document);
      const char *own = shanhai_name_get (shanhai_casebook_get_title (casebook),
                                          shanhai_display_get_language (shanhai_display_get_default ()));
      g_autofree char *subtitle = NULL;

      title = *own != '\0' ? own : name;
      if (shanhai_document_get_file (self->document) == NULL)
        /* Translators: under the title of a new casebook, where else its file's name stands */
        subtitle = g_strdup (_("Not saved as a file yet"));
      else
        /* Translators: a file with changes that aren't saved yet; %s is its name */
        subtitle = shanhai_document_is_modified (self->document) ? g_strdup_printf (_("%s · changed"), name)
                                                                 : g_strdup (name);
      gtk_label_set_text (self->subtitle, subtitle);
      whole = g_strdup_printf ("%s — %s", title, name);
    }
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), casebook != NULL);
  gtk_widget_set_visible (self->read_only, read_only);
  gtk_window_set_title (GTK_WINDOW (self), whole != NULL ? whole : title);
  gtk_widget_set_visible (self->sidebar_button, casebook != NULL);
  gtk_widget_set_visible (self->back_button, casebook != NULL);
  gtk_widget_set_visible (self->search_button, casebook != NULL && !self->is_header_narrow);
  gtk_widget_set_visible (self->export_button, casebook != NULL);

  set_enabled (self, "win.save", casebook != NULL && !read_only);
  /* a read-only one is copied as it is */
  set_enabled (self, "win.save-as", casebook != NULL);
  set_enabled (self, "win.show-versions", self->document != NULL && shanhai_document_get_file (self->document) != NULL);
  set_enabled (self, "win.search", casebook != NULL);
  set_enabled (self, "win.sidebar", casebook != NULL);
  set_enabled (self, "win.show-page", casebook != NULL);
  set_enabled (self, "win.turn-to-page", casebook != NULL);
  set_enabled (self, "win.show-damages",
               self->document != NULL && shanhai_document_get_damages (self->document)->len > 0);
  set_enabled (self, "win.export-chart", page != NULL && shanhai_page_get_figure (page) != NULL);
  set_enabled (self, "win.back", casebook != NULL && self->back->len > 0);
  shanhai_window_update_print (self);
  shanhai_window_update_edits (self);
}

ShanhaiCasebook *
shanhai_window_get_casebook (ShanhaiWindow *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

void
shanhai_window_show_error (ShanhaiWindow *self,
                           const char    *text)
{
  shanhai_message_bar_set_text (self->errors, text);
}

void
shanhai_window_install_actions (GtkWidgetClass            *widget_class,
                                const ShanhaiWindowAction *actions,
                                guint                      n_actions)
{
  for (guint i = 0; i < n_actions; i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

GtkWidget *
shanhai_window_new (GtkApplication *application)
{
  return g_object_new (SHANHAI_TYPE_WINDOW, "application", application, NULL);
}

ShanhaiDocument *
shanhai_window_get_document (ShanhaiWindow *self)
{
  g_return_val_if_fail (SHANHAI_IS_WINDOW (self), NULL);

  return self->document;
}
