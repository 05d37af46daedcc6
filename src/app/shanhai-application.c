/* shanhai-application.c - the program: its windows, and what isn't a window's. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-application.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-preferences.h"
#include "shanhai-sandbox.h"
#include "shanhai-window.h"

#define RESOURCES "/io/github/shanhai/Shanhai"

struct _ShanhaiApplication
{
  GtkApplication  parent_instance;

  ShanhaiDisplay *display;
  GtkWidget      *preferences; /* weak */
};

G_DEFINE_FINAL_TYPE (ShanhaiApplication, shanhai_application, GTK_TYPE_APPLICATION)

/* kept in step with ui/shanhai-help-overlay.ui */
static const struct { const char *action; const char *accels[4]; } accels[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.print", { "<Control>p" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export-chart", { "<Control>e" } },
  { "win.search", { "<Control>f" } },
  { "win.sidebar", { "F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.turn-to-page::overview", { "<Alt>1" } },
  { "win.turn-to-page::compare", { "<Alt>2" } },
  { "win.turn-to-page::sources", { "<Alt>3" } },
  { "win.turn-to-page::checks", { "<Alt>4" } },
  { "win.show-shortcuts", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

/* As documents of a portal one file may have many paths. */
static bool
is_same_file (GFile *a,
              GFile *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_file_equal (a, b))
    return true;
  if (g_file_peek_path (a) == NULL || g_file_peek_path (b) == NULL)
    return false;

  first = shanhai_sandbox_dup_origin (g_file_peek_path (a));
  second = first != NULL ? shanhai_sandbox_dup_origin (g_file_peek_path (b)) : NULL;
  return second != NULL && g_str_equal (first, second);
}

static ShanhaiWindow *
find_window (ShanhaiApplication *self,
             GFile              *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SHANHAI_IS_WINDOW (l->data))
      {
        GFile *its_file = shanhai_window_get_file (l->data);

        if (file == NULL ? shanhai_window_is_empty (l->data)
                         : its_file != NULL && is_same_file (its_file, file))
          return l->data;
      }
  return NULL;
}

static void
shanhai_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (shanhai_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
shanhai_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  ShanhaiApplication *self = SHANHAI_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      ShanhaiWindow *window = find_window (self, files[i]);

      if (window != NULL)
        {
          gtk_window_present (GTK_WINDOW (window));
          continue;
        }

      window = find_window (self, NULL);
      if (window == NULL)
        window = SHANHAI_WINDOW (shanhai_window_new (GTK_APPLICATION (self)));
      shanhai_window_open (window, files[i]);
    }
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (shanhai_window_new (GTK_APPLICATION (user_data))));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ShanhaiApplication *self = SHANHAI_APPLICATION (user_data);

  if (self->preferences == NULL)
    {
      GtkWidget *preferences = shanhai_preferences_new ();

      gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                    gtk_application_get_active_window (GTK_APPLICATION (self)));
      g_set_weak_pointer (&self->preferences, preferences);
    }
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  /* Translators: your names, one a line */
  const char *translators = _("translator-credits");

  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "program-name", _("Shanhai"),
                         "logo-icon-name", SHANHAI_APP_ID,
                         "version", SHANHAI_VERSION,
                         "comments", _("Casebooks of paired assistance"),
                         "copyright", _("© 2026 The Shanhai contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", g_str_equal (translators, "translator-credits") ? NULL : translators,
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)),
                                                     (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* Each window remembers where it was when it closes; the program ends with the last one. Dialogs go with their window. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (SHANHAI_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
shanhai_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  ShanhaiApplication *self = SHANHAI_APPLICATION (application);

  G_APPLICATION_CLASS (shanhai_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (SHANHAI_APP_ID);
  self->display = shanhai_display_get_default ();
  load_style ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char **) accels[i].accels);
}

static void
shanhai_application_shutdown (GApplication *application)
{
  ShanhaiApplication *self = SHANHAI_APPLICATION (application);

  if (self->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preferences));
  g_clear_object (&self->display);

  G_APPLICATION_CLASS (shanhai_application_parent_class)->shutdown (application);
}

static int
shanhai_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("shanhai %s\n", SHANHAI_VERSION);
      return 0;
    }

  /* without it GSettings would end the program with a trap */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SHANHAI_APP_ID, TRUE);
  if (schema == NULL)
    {
      g_printerr (_("shanhai: the settings schema isn’t installed; run “meson install”, or name its folder in GSETTINGS_SCHEMA_DIR\n"));
      return 2;
    }
  return -1;
}

static void
shanhai_application_class_init (ShanhaiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = shanhai_application_activate;
  application_class->open = shanhai_application_open;
  application_class->startup = shanhai_application_startup;
  application_class->shutdown = shanhai_application_shutdown;
  application_class->handle_local_options = shanhai_application_handle_local_options;
}

static void
shanhai_application_init (ShanhaiApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_set_application_name (_("Shanhai"));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  /* Translators: behind "Usage: shanhai [OPTION…]" */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

ShanhaiApplication *
shanhai_application_new (void)
{
  return g_object_new (SHANHAI_TYPE_APPLICATION,
                       "application-id", SHANHAI_APP_ID,
                       "resource-base-path", RESOURCES,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
