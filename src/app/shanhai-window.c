/* shanhai-window.c - the main window: one casebook, its pages, and the ways between them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the window is, is a place: a page and, on the page "case", a case. Going somewhere puts the place before on a stack, for "back". */

#include "shanhai-config.h"

#include "shanhai-window.h"

#include <glib/gi18n.h>

#include "shanhai-case-page.h"
#include "shanhai-compare-page.h"
#include "shanhai-damage-window.h"
#include "shanhai-display.h"
#include "shanhai-export-dialog.h"
#include "shanhai-file-dialogs.h"
#include "shanhai-load-page.h"
#include "shanhai-message-bar.h"
#include "shanhai-overview-page.h"
#include "shanhai-page.h"
#include "shanhai-recent.h"
#include "shanhai-saver.h"
#include "shanhai-sidebar.h"
#include "shanhai-sources-page.h"
#include "shanhai-start-page.h"

#define RESOURCES "/io/github/shanhai/Shanhai"
#define MAX_RECENT 10
/* a window whose file opens within this time comes up with it */
#define PATIENCE_MS 200

struct _ShanhaiWindow
{
  GtkApplicationWindow parent_instance;

  ShanhaiDocument     *document;
  ShanhaiSaver        *saver;
  GPtrArray           *back;    /* of GVariant (ss): places gone from */
  GMenu               *recent;  /* in the main menu; NULL until that was open once */
  GtkWidget           *exporting; /* weak */
  guint                present_timeout;

  GtkStack            *state;
  GtkStack            *pages;
  ShanhaiSidebar      *sidebar;
  ShanhaiLoadPage     *loading;
  ShanhaiMessageBar   *notice;  /* about the document, as long as it is so */
  ShanhaiMessageBar   *errors;
  ShanhaiMessageBar   *messages;
  GtkLabel            *title;
  GtkLabel            *subtitle;
  GtkWidget           *read_only;
  GtkWidget           *sidebar_button;
  GtkWidget           *back_button;
  GtkWidget           *search_button;
  GtkWidget           *export_button;
  GtkMenuButton       *menu_button;
};

G_DEFINE_FINAL_TYPE (ShanhaiWindow, shanhai_window, GTK_TYPE_APPLICATION_WINDOW)

typedef enum { PROP_DOCUMENT = 1, PROP_PAGE, PROP_SIDEBAR_VISIBLE } ShanhaiWindowProperty;
static GParamSpec *props[PROP_SIDEBAR_VISIBLE + 1];

static const struct { const char *name; GType (*get_type) (void); } page_types[] = {
  { "overview", shanhai_overview_page_get_type },
  { "compare", shanhai_compare_page_get_type },
  { "sources", shanhai_sources_page_get_type },
  { "case", shanhai_case_page_get_type },
};

static GSettings *
get_settings (void)
{
  return shanhai_display_get_settings (shanhai_display_get_default ());
}

static ShanhaiCasebook *
get_casebook (ShanhaiWindow *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

static ShanhaiPage *
get_visible_page (ShanhaiWindow *self)
{
  return (ShanhaiPage *) gtk_stack_get_visible_child (self->pages);
}

static void
set_enabled (ShanhaiWindow *self,
             const char    *action,
             bool           enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* What the header says, and what can be done, after the document or the page has changed. */
static void
update (ShanhaiWindow *self)
{
  ShanhaiPage *page = NULL;
  ShanhaiCasebook *casebook = get_casebook (self);
  bool read_only = casebook != NULL && shanhai_casebook_is_read_only (casebook);
  const char *title = _("Shanhai");
  g_autofree char *whole = NULL;

  /* pages that go with the window still say that they have changed */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  page = get_visible_page (self);
  if (casebook != NULL)
    {
      const char *name = shanhai_document_get_name (self->document);
      const char *own = shanhai_name_get (shanhai_casebook_get_title (casebook),
                                          shanhai_display_get_language (shanhai_display_get_default ()));
      g_autofree char *subtitle = NULL;

      title = *own != '\0' ? own : name;
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
  gtk_widget_set_visible (self->search_button, casebook != NULL);
  gtk_widget_set_visible (self->export_button, casebook != NULL);

  set_enabled (self, "win.save", casebook != NULL && !read_only);
  set_enabled (self, "win.save-as", casebook != NULL && !read_only);
  set_enabled (self, "win.search", casebook != NULL);
  set_enabled (self, "win.sidebar", casebook != NULL);
  set_enabled (self, "win.show-page", casebook != NULL);
  set_enabled (self, "win.show-damages",
               self->document != NULL && shanhai_document_get_damages (self->document)->len > 0);
  set_enabled (self, "win.export-chart", page != NULL && shanhai_page_get_figure (page) != NULL);
  set_enabled (self, "win.back", casebook != NULL && self->back->len > 0);
}

/* as the settings name a place: a page of the window, or of the case */
static const char *
get_place_name (ShanhaiWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return SHANHAI_IS_CASE_PAGE (page) ? shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page))
                                     : shanhai_window_get_page (self);
}

static const char *
get_case_id (ShanhaiWindow *self)
{
  ShanhaiCase *the_case = shanhai_sidebar_get_case (self->sidebar);

  return the_case != NULL ? shanhai_record_get_id (SHANHAI_RECORD (the_case)) : "";
}

static void
set_sidebar_visible (ShanhaiWindow *self,
                     bool           visible)
{
  if (visible == gtk_widget_get_visible (GTK_WIDGET (self->sidebar)))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), visible);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR_VISIBLE]);
}

static void
remember_place (ShanhaiWindow *self)
{
  const char *page = shanhai_window_get_page (self);

  if (*page != '\0')
    g_ptr_array_add (self->back, g_variant_ref_sink (g_variant_new ("(ss)", page, get_case_id (self))));
}

static GtkWidget *
ensure_page (ShanhaiWindow *self,
             const char    *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (page_types); i++)
    if (g_str_equal (page_types[i].name, name))
      {
        page = g_object_new (page_types[i].get_type (), NULL);
        g_object_bind_property (self, "document", page, "document", G_BINDING_SYNC_CREATE);
        g_signal_connect_object (page, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
        gtk_stack_add_named (self->pages, page, name);
      }
  return page;
}

/* @the_case: (nullable): stays as it is */
static void
go (ShanhaiWindow *self,
    const char    *name,
    ShanhaiCase   *the_case)
{
  GtkWidget *page = ensure_page (self, name);

  if (page == NULL)
    return;

  if (the_case != NULL)
    shanhai_sidebar_set_case (self->sidebar, the_case);
  if (g_str_equal (name, "case"))
    g_object_set (page, "case", shanhai_sidebar_get_case (self->sidebar), NULL);
  gtk_stack_set_visible_child (self->pages, page);
  shanhai_sidebar_set_page (self->sidebar, name);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static bool
go_to_case (ShanhaiWindow *self,
            const char    *id)
{
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (get_casebook (self), SHANHAI_RECORD_CASE, id);

  if (the_case != NULL)
    go (self, "case", the_case);
  return the_case != NULL;
}

/* where the last window was, else the first case */
static void
restore_place (ShanhaiWindow *self)
{
  g_autofree char *page = g_settings_get_string (get_settings (), "page");
  g_autofree char *id = g_settings_get_string (get_settings (), "case");
  g_autoptr (ShanhaiCase) first = shanhai_sidebar_dup_first_case (self->sidebar);
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (get_casebook (self), SHANHAI_RECORD_CASE, id);

  if (the_case == NULL)
    the_case = first;
  shanhai_sidebar_set_case (self->sidebar, the_case);

  if (the_case == NULL || g_str_equal (page, ""))
    go (self, "overview", NULL);
  else if (ensure_page (self, page) != NULL)
    go (self, page, NULL);
  else
    {
      go (self, "case", the_case);
      shanhai_case_page_set_page (SHANHAI_CASE_PAGE (get_visible_page (self)), page);
    }
}

static void
store_place (ShanhaiWindow *self)
{
  GSettings *settings = get_settings ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 300));
    }
  if (self->document != NULL)
    {
      g_settings_set_string (settings, "page", get_place_name (self));
      g_settings_set_string (settings, "case", get_case_id (self));
      g_settings_set_boolean (settings, "sidebar-visible", gtk_widget_get_visible (GTK_WIDGET (self->sidebar)));
    }
}

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
    g_signal_handlers_disconnect_by_func (self->document, update, self);
  g_set_object (&self->document, document);
  g_ptr_array_set_size (self->back, 0);

  shanhai_sidebar_set_document (self->sidebar, document);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_notice (self);
  restore_place (self);
}

static void
show_error (ShanhaiWindow *self,
            const char    *text)
{
  shanhai_message_bar_set_text (self->errors, text);
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
  shanhai_message_bar_set_text (self->errors, "");
  set_document (self, document);
  gtk_stack_set_visible_child_name (self->state, "document");
  update (self);
  come_up (self);
  shanhai_sidebar_focus (self->sidebar);
  shanhai_recent_add (shanhai_document_get_file (document));
}

static void
load_failed_cb (ShanhaiWindow *self,
                GFile         *file,
                const GError  *error)
{
  gtk_stack_set_visible_child_name (self->state, self->document != NULL ? "document" : "start");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
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
    shanhai_message_bar_show (self->errors, error->message, _("Save _Anyway"), "win.save-anyway", NULL);
  else
    show_error (self, error->message);
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

        open_files (self, &file, 1);
      }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      GFile *file = g_value_get_object (value);

      open_files (self, &file, 1);
    }
  return TRUE;
}

static void
active_cb (ShanhaiWindow *self)
{
  /* file monitors can't be trusted on what a portal gave: look when the person comes back */
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->document != NULL
      && shanhai_document_changed_on_disk (self->document, NULL))
    shanhai_message_bar_show (self->notice, _("Another program has changed this file."), _("_Read Again"),
                              "win.reload", NULL);
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

/* The main menu is made when it is opened first, its list of files each time. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);

  if (self->recent == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/shanhai-menus.ui");

      self->recent = g_object_ref (G_MENU (gtk_builder_get_object (builder, "recent")));
      gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main")));
    }
  fill_recent (self);
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
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  g_autoptr (GFile) file = NULL;

  if (self->document == NULL || shanhai_document_get_file (self->document) == NULL)
    return;

  file = g_object_ref (shanhai_document_get_file (self->document));
  store_place (self);
  shanhai_window_open (self, file);
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

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  set_sidebar_visible (self, true);
  shanhai_sidebar_search (self->sidebar);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (self->document == NULL || g_str_equal (page, shanhai_window_get_page (self)))
    return;

  remember_place (self);
  go (self, page, NULL);
}

static void
show_case_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->document == NULL
      || (g_str_equal (shanhai_window_get_page (self), "case") && g_str_equal (id, get_case_id (self))))
    return;

  remember_place (self);
  go_to_case (self, id);
}

static void
show_source (ShanhaiWindow *self,
             const char    *source,
             const char    *record)
{
  remember_place (self);
  go (self, "sources", NULL);
  shanhai_page_show_record (get_visible_page (self), source);
  if (*record != '\0')
    shanhai_page_show_record (get_visible_page (self), record);
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *source, *record;

  g_variant_get (parameter, "(&s&s)", &source, &record);
  if (self->document != NULL)
    show_source (self, source, record);
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  ShanhaiRecord *record = self->document != NULL ? shanhai_casebook_lookup (get_casebook (self), id) : NULL;
  const char *case_id = record != NULL ? shanhai_record_get_case_id (record) : NULL;

  if (record == NULL)
    return;

  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_SOURCE)
    {
      show_source (self, id, "");
      return;
    }
  if (case_id == NULL)
    return;

  remember_place (self);
  if (go_to_case (self, case_id))
    shanhai_page_show_record (get_visible_page (self), id);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  g_autoptr (GVariant) place = NULL;
  const char *page, *id;

  if (self->back->len == 0)
    return;

  place = g_ptr_array_steal_index (self->back, self->back->len - 1);
  g_variant_get (place, "(&s&s)", &page, &id);
  if (!g_str_equal (page, "case") || !go_to_case (self, id))
    go (self, page, shanhai_casebook_lookup_as (get_casebook (self), SHANHAI_RECORD_CASE, id));
}

static void
show_message_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  shanhai_message_bar_set_text (SHANHAI_WINDOW (widget)->messages, g_variant_get_string (parameter, NULL));
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

static void
exported_cb (ShanhaiWindow *self,
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
  ShanhaiPage *page = get_visible_page (self);
  ShanhaiFigure *figure = page != NULL ? shanhai_page_get_figure (page) : NULL;

  if (figure == NULL)
    return;

  if (self->exporting == NULL)
    {
      g_set_weak_pointer (&self->exporting, shanhai_export_dialog_new (figure));
      gtk_window_set_transient_for (GTK_WINDOW (self->exporting), GTK_WINDOW (self));
      g_signal_connect_object (self->exporting, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
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

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    show_error (self, error->message);
}

static void
show_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, folder_shown_cb,
                                             g_object_ref (widget));
}

static gboolean
shanhai_window_close_request (GtkWindow *window)
{
  store_place (SHANHAI_WINDOW (window));

  return GTK_WINDOW_CLASS (shanhai_window_parent_class)->close_request (window);
}

static void
shanhai_window_dispose (GObject *object)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (object);

  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_weak_pointer (&self->exporting);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, update, self);
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
      set_sidebar_visible (SHANHAI_WINDOW (object), g_value_get_boolean (value));
      break;
    case PROP_DOCUMENT:
    case PROP_PAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name, *parameter; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "win.open", NULL, open_action },
    { "win.open-file", "s", open_file_action },
    { "win.open-example", NULL, open_example_action },
    { "win.reload", NULL, reload_action },
    { "win.save", NULL, save_action },
    { "win.save-anyway", NULL, save_action },
    { "win.save-as", NULL, save_as_action },
    { "win.search", NULL, search_action },
    { "win.show-page", "s", show_page_action },
    { "win.show-case", "s", show_case_action },
    { "win.show-source", "(ss)", show_source_action },
    { "win.show-record", "s", show_record_action },
    { "win.back", NULL, back_action },
    { "win.show-message", "s", show_message_action },
    { "win.show-damages", NULL, show_damages_action },
    { "win.show-shortcuts", NULL, show_shortcuts_action },
    { "win.export-chart", NULL, export_chart_action },
    { "win.show-folder", "s", show_folder_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
shanhai_window_class_init (ShanhaiWindowClass *klass)
{
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

  install_actions (widget_class);
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
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
shanhai_window_init (ShanhaiWindow *self)
{
  GSettings *settings = get_settings ();
  GType dropped[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->back = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  set_sidebar_visible (self, g_settings_get_boolean (settings, "sidebar-visible"));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  self->saver = shanhai_saver_new (GTK_WINDOW (self));
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);

  update (self);
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

const char *
shanhai_window_get_page (ShanhaiWindow *self)
{
  const char *name;

  g_return_val_if_fail (SHANHAI_IS_WINDOW (self), "");

  name = self->document != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;
  return name != NULL ? name : "";
}
