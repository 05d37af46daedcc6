/* shanhai-file-dialogs.c - asks which file to open or to write. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-file-dialogs.h"

#include <glib/gi18n.h>
#include <stdbool.h>
#include <string.h>

#include "shanhai-display.h"
#include "shanhai-recent.h"
#include "shanhai-sandbox.h"

typedef struct
{
  GtkFileChooserNative *native;
  gpointer              owner; /* weak: NULL when it is gone */
  ShanhaiFileKind       kind;
  char                 *ending;
  ShanhaiFileChosen     chosen;
  bool                  probing; /* whether there is a portal */
} Asking;

#define ASKING_KEY "shanhai-asking"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_CHOOSER "org.freedesktop.portal.FileChooser"
/* one that has to be started takes a moment; whoever waits longer thinks that nothing happens */
#define PORTAL_PATIENCE_MS 8000

static const char *
folder_key (ShanhaiFileKind kind)
{
  return kind == SHANHAI_FILE_PICTURE || kind == SHANHAI_FILE_EXPORT ? "export-folder" : "open-folder";
}

static void
asking_free (Asking *asking)
{
  if (asking->owner != NULL)
    {
      g_object_set_data (asking->owner, ASKING_KEY, NULL);
      g_object_remove_weak_pointer (asking->owner, &asking->owner);
    }
  g_signal_handlers_disconnect_by_data (asking->native, asking);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (asking->native));
  g_object_unref (asking->native);
  g_free (asking->ending);
  g_free (asking);
}

static bool
is_document (GFile *file)
{
  return g_file_peek_path (file) != NULL && shanhai_sandbox_is_document (g_file_peek_path (file));
}

/* A casebook always has its own ending ("Report 2026.11" has none); a picture keeps one that the person has typed. */
static bool
has_ending (const char      *name,
            const char      *ending,
            ShanhaiFileKind  kind)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return kind == SHANHAI_FILE_CASEBOOK ? g_str_has_suffix (folded, ending) : strrchr (name, '.') != NULL;
}

static GFile *
with_ending (GFile           *file,
             const char      *ending,
             ShanhaiFileKind  kind)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = NULL;

  /* a portal allows the name that was chosen, and no other beside it */
  if (ending == NULL || has_ending (name, ending, kind) || is_document (file))
    return g_object_ref (file);

  full = g_strconcat (name, ending, NULL);
  folder = g_file_get_parent (file);
  return folder != NULL ? g_file_get_child (folder, full) : g_object_ref (file);
}

static void
response_cb (Asking *asking,
             int     response)
{
  g_autoptr (GFile) file = NULL;
  ShanhaiFileChosen chosen = asking->chosen;
  gpointer owner = asking->owner;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) picked = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (asking->native));

      if (picked != NULL)
        {
          g_autoptr (GFile) folder = g_file_get_parent (picked);
          g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

          /* the portal remembers folders by itself, and never tells them */
          if (uri != NULL && !is_document (picked))
            g_settings_set_string (shanhai_display_get_settings (shanhai_display_get_default ()),
                                   folder_key (asking->kind), uri);
          file = with_ending (picked, asking->ending, asking->kind);

          /* the chooser has asked about the name as it was typed; let it ask about the one that would be written over */
          if (!g_file_equal (file, picked) && g_file_query_exists (file, NULL))
            {
              g_autofree char *name = g_file_get_basename (file);

              gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->native), name);
              gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->native));
              return;
            }
        }
    }

  asking_free (asking);
  if (owner != NULL)
    chosen (file, owner);
}

static GtkFileFilter *
new_filter (ShanhaiFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  if (kind == SHANHAI_FILE_CASEBOOK)
    {
      gtk_file_filter_set_name (filter, _("Casebooks"));
      gtk_file_filter_add_mime_type (filter, SHANHAI_MIME_TYPE);
      /* where the MIME type isn't installed */
      gtk_file_filter_add_suffix (filter, "shanhai");
    }
  else if (kind == SHANHAI_FILE_TABLE)
    {
      gtk_file_filter_set_name (filter, _("Tables (CSV)"));
      gtk_file_filter_add_suffix (filter, "csv");
      gtk_file_filter_add_suffix (filter, "tsv");
      gtk_file_filter_add_suffix (filter, "txt");
    }
  else if (kind == SHANHAI_FILE_ARTICLE)
    {
      gtk_file_filter_set_name (filter, _("Articles (text, web page, Markdown)"));
      gtk_file_filter_add_suffix (filter, "txt");
      gtk_file_filter_add_suffix (filter, "html");
      gtk_file_filter_add_suffix (filter, "htm");
      gtk_file_filter_add_suffix (filter, "md");
      gtk_file_filter_add_suffix (filter, "markdown");
    }
  else if (kind == SHANHAI_FILE_EXPORT)
    {
      gtk_file_filter_set_name (filter, _("Tables and exchange formats"));
      gtk_file_filter_add_suffix (filter, "csv");
      gtk_file_filter_add_suffix (filter, "json");
      gtk_file_filter_add_suffix (filter, "xml");
    }
  else
    {
      gtk_file_filter_set_name (filter, _("Charts"));
      gtk_file_filter_add_suffix (filter, "svg");
      gtk_file_filter_add_suffix (filter, "png");
      gtk_file_filter_add_suffix (filter, "pdf");
    }
  return filter;
}

static void
add_filters (GtkFileChooser  *chooser,
             ShanhaiFileKind  kind)
{
  g_autoptr (GtkFileFilter) ours = new_filter (kind);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_chooser_add_filter (chooser, all);
  gtk_file_chooser_set_filter (chooser, ours);
}

static void
restore_folder (GtkFileChooser  *chooser,
                ShanhaiFileKind  kind)
{
  g_autofree char *uri = g_settings_get_string (shanhai_display_get_settings (shanhai_display_get_default ()),
                                                folder_key (kind));
  g_autoptr (GFile) folder = NULL;

  if (*uri == '\0')
    return;

  folder = g_file_new_for_uri (uri);
  if (g_file_is_native (folder) && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
say_no_portal (GtkWindow *parent)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_ERROR,
                                              GTK_BUTTONS_CLOSE, "%s", _("No files can be chosen on this desktop"));

  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), "%s",
    /* Translators: Flatpak is a name, and so are those of the two packages */
    _("As a Flatpak, Shanhai reaches files through the portal of the desktop, and none answers. Install xdg-desktop-portal "
      "and the part of it that goes with your desktop, such as xdg-desktop-portal-gtk; then log in again."));
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
portal_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  asking->probing = false;
  if (asking->owner != NULL && version != NULL)
    {
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->native));
      return;
    }

  if (version == NULL)
    g_debug ("no file chooser portal: %s", error->message);
  if (asking->owner != NULL)
    say_no_portal (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (asking->native)));
  asking_free (asking);
}

/* In a sandbox without a portal GTK shows nothing and never answers: it has to be asked for beforehand. */
static void
show (Asking *asking)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;

  if (asking->probing)
    return;
  if (!shanhai_sandbox_is_active ())
    {
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->native));
      return;
    }
  if (bus == NULL)
    {
      say_no_portal (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (asking->native)));
      asking_free (asking);
      return;
    }

  asking->probing = true;
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", PORTAL_CHOOSER, "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, PORTAL_PATIENCE_MS, NULL, portal_answered_cb, asking);
}

/* (transfer none) (nullable): NULL when the owner is asked already */
static Asking *
begin (GtkWindow            *parent,
       const char           *title,
       GtkFileChooserAction  action,
       const char           *accept,
       ShanhaiFileKind       kind,
       gpointer              owner,
       ShanhaiFileChosen     chosen)
{
  Asking *asking = g_object_get_data (owner, ASKING_KEY);

  if (asking != NULL)
    {
      show (asking);
      return NULL;
    }

  asking = g_new0 (Asking, 1);
  asking->native = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  asking->kind = kind;
  asking->chosen = chosen;
  asking->owner = owner;
  g_object_add_weak_pointer (owner, &asking->owner);
  g_object_set_data (owner, ASKING_KEY, asking);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->native), TRUE);
  add_filters (GTK_FILE_CHOOSER (asking->native), kind);
  restore_folder (GTK_FILE_CHOOSER (asking->native), kind);
  g_signal_connect_swapped (asking->native, "response", G_CALLBACK (response_cb), asking);
  return asking;
}

void
shanhai_file_dialogs_open (GtkWindow         *parent,
                           ShanhaiFileKind    kind,
                           gpointer           owner,
                           ShanhaiFileChosen  chosen)
{
  Asking *asking = begin (parent, kind == SHANHAI_FILE_TABLE ? _("Import a Table") : kind == SHANHAI_FILE_ARTICLE ? _("Open an Article") : _("Open a Casebook"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), kind,
                          owner, chosen);

  if (asking != NULL)
    show (asking);
}

void
shanhai_file_dialogs_save (GtkWindow         *parent,
                           ShanhaiFileKind    kind,
                           const char        *title,
                           const char        *name,
                           const char        *ending,
                           gpointer           owner,
                           ShanhaiFileChosen  chosen)
{
  Asking *asking = begin (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), kind, owner, chosen);

  if (asking == NULL)
    return;

  asking->ending = g_strdup (ending);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (asking->native), name);
  show (asking);
}

void
shanhai_file_dialogs_folder (GtkWindow         *parent,
                             const char        *title,
                             gpointer           owner,
                             ShanhaiFileChosen  chosen)
{
  Asking *asking = begin (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export Here"), SHANHAI_FILE_EXPORT, owner, chosen);

  if (asking != NULL)
    show (asking);
}
