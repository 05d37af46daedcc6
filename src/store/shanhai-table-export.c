/* shanhai-table-export.c - a casebook as tables for spreadsheets and as one JSON file. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "shanhai-atomic-write.h"
#include "shanhai-record-write.h"
#include "shanhai-source.h"
#include "shanhai-table-columns.h"

#define HEADER_FILE "casebook.csv"

GBytes *
shanhai_casebook_to_csv (ShanhaiCasebook                 *casebook,
                         ShanhaiRecordType                type,
                         const ShanhaiTableExportOptions *options)
{
  g_autoptr (ShanhaiTableColumns) columns = shanhai_table_columns_new (casebook, type);
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (options->plain);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

  shanhai_table_columns_write_header (columns, writer);
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    shanhai_table_columns_write_record (columns, casebook, shanhai_record_list_peek (list, i), options->language, writer);

  return shanhai_csv_writer_finish (writer);
}

static GBytes *
header_to_csv (ShanhaiCasebook                 *casebook,
               const ShanhaiTableExportOptions *options)
{
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (options->plain);
  static const char * const heads[] = { "format", "title", "language", "created", "json" };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *format = g_strdup_printf ("%" G_GINT64_FORMAT, shanhai_casebook_get_format (casebook));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    shanhai_csv_writer_add_text (writer, heads[i]);
  shanhai_csv_writer_end_row (writer);

  shanhai_casebook_append_header (casebook, line);
  shanhai_csv_writer_add_number (writer, format);
  shanhai_csv_writer_add_text (writer, shanhai_name_get (shanhai_casebook_get_title (casebook), options->language));
  shanhai_csv_writer_add_text (writer, shanhai_casebook_get_language (casebook));
  shanhai_csv_writer_add_text (writer, shanhai_casebook_get_created (casebook));
  shanhai_csv_writer_add_text (writer, line->str);
  shanhai_csv_writer_end_row (writer);

  return shanhai_csv_writer_finish (writer);
}

static const char *
get_type_name (guint type)
{
  return type == SHANHAI_RECORD_OTHER ? "other" : shanhai_record_type_get_name (type);
}

static bool
is_file_of_ours (const char *name)
{
  if (strcmp (name, HEADER_FILE) == 0)
    return true;
  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      g_autofree char *file = g_strconcat (get_type_name (t), ".csv", NULL);

      if (strcmp (file, name) == 0)
        return true;
    }

  return false;
}

static bool
fail_folder (GError     **error,
             const char  *path,
             const char  *message)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FOLDER, "%s: %s", name, message);
  return false;
}

/* whether the folder may be written: it isn't there, it is empty, or it holds an earlier export and may be replaced */
static bool
check_folder (const char  *path,
              bool         overwrite,
              GError     **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  bool any = false;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return true;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail_folder (error, path, _("is a file; tables are exported into a folder: name one"));

  dir = g_dir_open (path, 0, error);
  if (dir == NULL)
    return false;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      any = true;
      if (!is_file_of_ours (name))
        return fail_folder (error, path, _("the folder holds other files already; name a new one"));
    }

  return !any || overwrite || fail_folder (error, path, _("the folder holds exported tables already; name a new one, or ask for it to be replaced"));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static bool
write_into (const char    *folder,
            const char    *type_name,
            GBytes        *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *base = g_strconcat (type_name, ".csv", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, base, NULL);

  return shanhai_write_atomically (file, bytes, NULL, false, cancellable, NULL, error);
}

static bool
fill_folder (ShanhaiCasebook                  *casebook,
             const char                       *path,
             const ShanhaiTableExportOptions  *options,
             GCancellable                     *cancellable,
             ShanhaiProgressFunc               progress,
             gpointer                          progress_data,
             GError                          **error)
{
  g_autoptr (GBytes) header = header_to_csv (casebook, options);
  const guint all = MAX (shanhai_casebook_get_n_records (casebook), 1);
  guint done = 0;

  if (!write_into (path, "casebook", header, cancellable, error))
    return false;

  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      const guint n = shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, t));
      g_autoptr (GBytes) bytes = NULL;

      if (n == 0)
        continue;
      bytes = shanhai_casebook_to_csv (casebook, t, options);
      if (!write_into (path, get_type_name (t), bytes, cancellable, error))
        return false;
      done += n;
      if (progress != NULL)
        progress ((double) MIN (done, all) / all, progress_data);
    }

  return true;
}

/* The new folder takes the place of the old one, which is deleted only then. */
static bool
move_into_place (const char  *aside,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *old = g_strconcat (aside, ".old", NULL);
  const bool exists = g_file_test (path, G_FILE_TEST_IS_DIR);
  int number = 0;

  if (exists && g_rename (path, old) != 0)
    number = errno;
  else if (g_rename (aside, path) != 0)
    {
      number = errno;
      if (exists && g_rename (old, path) != 0)
        g_debug ("the folder that was to be replaced is now called %s", old);
    }
  else if (exists)
    remove_folder (old);

  if (number == 0)
    return true;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return false;
}

/**
 * shanhai_export_tables:
 * @casebook: what is exported
 * @folder: the folder to make; its parent must exist
 * @options: how
 *
 * Errors: SHANHAI_STORE_ERROR_FOLDER (it holds something), and those of shanhai_write_atomically(); there is no new folder then, and the
 * old one is as it was.
 *
 * Returns: whether the folder holds the tables
 */
bool
shanhai_export_tables (ShanhaiCasebook                  *casebook,
                       GFile                            *folder,
                       const ShanhaiTableExportOptions  *options,
                       GCancellable                     *cancellable,
                       ShanhaiProgressFunc               progress,
                       gpointer                          progress_data,
                       GError                          **error)
{
  const char *path = g_file_peek_path (folder);
  g_autofree char *parent = NULL;
  g_autofree char *name = NULL;
  g_autofree char *aside = NULL;
  GError *cause = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FOLDER, _("tables can be exported only into a folder on this computer"));
      return false;
    }
  if (!check_folder (path, options->overwrite, error))
    return false;

  parent = g_path_get_dirname (path);
  name = g_strdup_printf (".shanhai-%08x.part", g_random_int ());
  aside = g_build_filename (parent, name, NULL);
  if (g_mkdir (aside, 0777) != 0)
    {
      g_autofree char *base = g_path_get_basename (path);
      const int number = errno;

      cause = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
      shanhai_store_take_io_error (error, cause, base, true);
      return false;
    }

  if (!fill_folder (casebook, aside, options, cancellable, progress, progress_data, error))
    {
      remove_folder (aside);
      return false;
    }
  if (!move_into_place (aside, path, &cause))
    {
      g_autofree char *base = g_path_get_basename (path);

      remove_folder (aside);
      shanhai_store_take_io_error (error, cause, base, true);
      return false;
    }

  return true;
}

GBytes *
shanhai_casebook_to_json (ShanhaiCasebook *casebook)
{
  GString *json = g_string_new ("{\"casebook\":");

  shanhai_casebook_append_header (casebook, json);
  g_string_append (json, ",\n\"records\":{");
  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, t);

      g_string_append_printf (json, "%s\n\"%s\":[", t > 0 ? "," : "", get_type_name (t));
      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          g_string_append (json, i > 0 ? ",\n" : "\n");
          shanhai_record_append_line (shanhai_record_list_peek (list, i), json);
        }
      g_string_append_c (json, ']');
    }
  g_string_append (json, "}}\n");

  return g_string_free_to_bytes (json);
}

guint
shanhai_casebook_count_long_texts (ShanhaiCasebook *casebook)
{
  ShanhaiRecordList *sources = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE);
  guint n = 0;

  for (guint i = 0; i < shanhai_record_list_get_n (sources); i++)
    {
      const char *text = shanhai_source_get_text (SHANHAI_SOURCE (shanhai_record_list_peek (sources, i)));

      n += text != NULL && g_utf8_strlen (text, -1) > SHANHAI_EXCEL_CELL_CHARS;
    }

  return n;
}
