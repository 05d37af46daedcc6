/* shanhai-window-tables.c - the main window: tables in and out, and exchange formats. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is exported is a snapshot of the casebook's lines, read again in the thread that writes: the person may go on editing. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-atomic-write.h"
#include "shanhai-csv-write.h"
#include "shanhai-display.h"
#include "shanhai-file-dialogs.h"
#include "shanhai-iati.h"
#include "shanhai-import-window.h"
#include "shanhai-load.h"
#include "shanhai-record-table.h"
#include "shanhai-save.h"
#include "shanhai-table-export.h"

#define FORMAT_KEY "shanhai-export-format"
#define IMPORT_WIDTH 960
#define IMPORT_HEIGHT 640

/* -- in -- */

static void
imported_cb (ShanhaiWindow *self,
             const char    *message)
{
  shanhai_message_bar_show (self->messages, message, _("_Undo"), "win.undo", NULL);
}

void
shanhai_window_import_table (ShanhaiWindow *self,
                             GFile         *file)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);
  ShanhaiCase *the_case;
  GtkWidget *window;

  if (casebook == NULL || shanhai_casebook_is_read_only (casebook))
    {
      shanhai_window_show_error (self, _("Tables can be imported only into a casebook that is open for writing."));
      return;
    }

  the_case = shanhai_sidebar_get_case (self->sidebar);
  window = shanhai_import_window_new (casebook, the_case != NULL ? shanhai_record_get_id (SHANHAI_RECORD (the_case)) : NULL);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  /* no larger than the window that it belongs to */
  gtk_window_set_default_size (GTK_WINDOW (window), CLAMP (gtk_widget_get_width (GTK_WIDGET (self)), 600, IMPORT_WIDTH),
                               CLAMP (gtk_widget_get_height (GTK_WIDGET (self)), 400, IMPORT_HEIGHT));
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  shanhai_import_window_open (SHANHAI_IMPORT_WINDOW (window), file);
  gtk_window_present (GTK_WINDOW (window));
}

bool
shanhai_window_is_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && (g_str_has_suffix (folded, ".csv") || g_str_has_suffix (folded, ".tsv"));
}

static void
table_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  if (file != NULL)
    shanhai_window_import_table (SHANHAI_WINDOW (user_data), file);
}

static void
import_table_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  shanhai_file_dialogs_open (GTK_WINDOW (widget), SHANHAI_FILE_TABLE, widget, table_chosen_cb);
}

/* -- out -- */

typedef struct
{
  GBytes          *lines;     /* of the casebook; NULL where `content` is all */
  GBytes          *content;
  char            *format;    /* "csv", "json", "iati" */
  GFile           *file;      /* or folder */
  ShanhaiLanguage  language;
  ShanhaiWords    *words;
  GPtrArray       *left_out;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->lines, g_bytes_unref);
  g_clear_pointer (&writing->content, g_bytes_unref);
  g_clear_pointer (&writing->words, shanhai_words_unref);
  g_object_unref (writing->file);
  g_ptr_array_unref (writing->left_out);
  g_free (writing->format);
  g_free (writing);
}

static bool
write_format (Writing       *writing,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (writing->content != NULL)
    return shanhai_write_atomically (writing->file, writing->content, NULL, false, cancellable, NULL, error);

  load = shanhai_load_bytes (writing->lines, "", cancellable, NULL, NULL, error);
  if (load == NULL)
    return false;
  if (strcmp (writing->format, "csv") == 0)
    {
      const ShanhaiTableExportOptions options = { writing->language, false, false };

      return shanhai_export_tables (load->casebook, writing->file, &options, cancellable, NULL, NULL, error);
    }
  if (strcmp (writing->format, "json") == 0)
    bytes = shanhai_casebook_to_json (load->casebook);
  else
    {
      const ShanhaiIatiOptions options = { NULL, NULL, writing->words };

      bytes = shanhai_casebook_to_iati (load->casebook, &options, writing->left_out);
    }

  return shanhai_write_atomically (writing->file, bytes, NULL, false, cancellable, NULL, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_format (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (source);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* closed meanwhile */
  if (self->errors == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      shanhai_window_show_error (self, error->message);
      return;
    }

  shanhai_window_say_exported (self, writing->file);
  if (writing->left_out->len > 0)
    {
      g_autofree char *text = NULL;

      g_ptr_array_add (writing->left_out, NULL);
      text = g_strjoinv ("\n", (char **) writing->left_out->pdata);
      shanhai_window_show_error (self, text);
    }
}

/* `writing` (transfer full) */
static void
start_writing (ShanhaiWindow *self,
               Writing       *writing)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  g_task_set_source_tag (task, start_writing);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

static Writing *
writing_new (GFile      *file,
             const char *format)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->file = g_object_ref (file);
  writing->format = g_strdup (format);
  writing->language = shanhai_display_get_language (shanhai_display_get_default ());
  writing->words = shanhai_words_open (NULL);
  writing->left_out = g_ptr_array_new_with_free_func (g_free);

  return writing;
}

/* the casebook's name without its ending; what file systems take */
static char *
dup_stem (ShanhaiWindow *self)
{
  char *stem = g_strdup (shanhai_document_get_name (self->document));
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';

  return g_strdelimit (stem, "/\\:*?\"<>|\n\t", '-');
}

/* a folder that isn't there yet (transfer full) */
static GFile *
new_folder (ShanhaiWindow *self,
            GFile         *parent)
{
  g_autofree char *stem = dup_stem (self);

  for (guint n = 1;; n++)
    {
      /* Translators: a folder of tables; %s is the name of a casebook */
      g_autofree char *name = g_strdup_printf (_("%s tables"), stem);
      g_autofree char *numbered = n > 1 ? g_strdup_printf ("%s %u", name, n) : g_strdup (name);
      g_autoptr (GFile) folder = g_file_get_child (parent, numbered);

      if (!g_file_query_exists (folder, NULL))
        return g_steal_pointer (&folder);
    }
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);
  const char *format = g_object_get_data (G_OBJECT (self), FORMAT_KEY);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  Writing *writing;

  if (file == NULL || self->document == NULL)
    return;

  if (strcmp (format, "csv") == 0)
    folder = new_folder (self, file);
  writing = writing_new (folder != NULL ? folder : file, format);
  writing->lines = shanhai_casebook_to_bytes (shanhai_window_get_casebook (self), NULL, NULL, NULL, &error);
  if (writing->lines == NULL)
    {
      shanhai_window_show_error (self, error->message);
      writing_free (writing);
      return;
    }
  start_writing (self, writing);
}

static void
export_tables_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  const bool json = strcmp (format, "json") == 0;
  g_autofree char *stem = NULL;
  g_autofree char *proposed = NULL;

  if (self->document == NULL)
    return;

  g_object_set_data_full (G_OBJECT (self), FORMAT_KEY, g_strdup (format), g_free);
  if (strcmp (format, "csv") == 0)
    {
      shanhai_file_dialogs_folder (GTK_WINDOW (self), _("Export Tables into a Folder"), self, place_chosen_cb);
      return;
    }

  stem = dup_stem (self);
  proposed = g_strconcat (stem, json ? ".json" : ".xml", NULL);
  shanhai_file_dialogs_save (GTK_WINDOW (self), SHANHAI_FILE_EXPORT, json ? _("Export as JSON") : _("Export as IATI"), proposed, json ? ".json" : ".xml", self,
                             place_chosen_cb);
}

/* -- the table of a page -- */

static ShanhaiRecordTable *
find_table (GtkWidget *widget)
{
  if (SHANHAI_IS_RECORD_TABLE (widget))
    return SHANHAI_RECORD_TABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child))
      {
        ShanhaiRecordTable *table = find_table (child);

        if (table != NULL)
          return table;
      }

  return NULL;
}

/* lines of tab-separated texts (transfer full) */
static GBytes *
lines_to_csv (const char *text)
{
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (false);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '\0' && lines[i + 1] == NULL)
        break;
      for (guint c = 0; cells[c] != NULL; c++)
        shanhai_csv_writer_add_text (writer, cells[c]);
      shanhai_csv_writer_end_row (writer);
    }

  return shanhai_csv_writer_finish (writer);
}

static void
table_file_chosen_cb (GFile    *file,
                      gpointer  user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);
  ShanhaiRecordTable *table = find_table (GTK_WIDGET (self->pages));
  g_autofree char *text = NULL;
  Writing *writing;

  if (file == NULL || table == NULL)
    return;

  text = shanhai_record_table_dup_text (table, true);
  writing = writing_new (file, "table");
  writing->content = lines_to_csv (text);
  start_writing (self, writing);
}

static void
export_table_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiPage *page = shanhai_window_get_visible_page (self);
  g_autofree char *stem = NULL;
  g_autofree char *proposed = NULL;
  const char *title;

  if (self->document == NULL)
    return;
  if (find_table (GTK_WIDGET (self->pages)) == NULL)
    {
      shanhai_message_bar_set_text (self->messages, _("This page shows no table."));
      return;
    }

  title = page != NULL ? shanhai_page_get_title (page) : NULL;
  stem = title != NULL ? g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", '-') : dup_stem (self);
  proposed = g_strconcat (stem, ".csv", NULL);
  shanhai_file_dialogs_save (GTK_WINDOW (self), SHANHAI_FILE_EXPORT, _("Export Table as CSV"), proposed, ".csv", self, table_file_chosen_cb);
}

void
shanhai_window_install_tables (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.import-table", NULL, import_table_action },
    { "win.export-tables", "s", export_tables_action },
    { "win.export-table", NULL, export_table_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
