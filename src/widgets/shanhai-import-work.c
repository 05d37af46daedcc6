/* shanhai-import-work.c - what an import does in threads: reading a table, and trying what it would change. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-import-work.h"

/* -- reading -- */

typedef struct
{
  GBytes           *bytes;
  ShanhaiCsvFormat  format;
} Parsing;

static void
parsing_free (gpointer data)
{
  g_bytes_unref (((Parsing *) data)->bytes);
  g_free (data);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Parsing *parsing = task_data;
  GError *error = NULL;
  ShanhaiTable *table = shanhai_csv_read (parsing->bytes, &parsing->format, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) shanhai_table_unref);
  else
    g_task_return_error (task, error);
}

void
shanhai_import_parse_async (GBytes                 *bytes,
                            const ShanhaiCsvFormat *format,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Parsing *parsing = g_new0 (Parsing, 1);

  parsing->bytes = g_bytes_ref (bytes);
  parsing->format = *format;
  g_task_set_source_tag (task, shanhai_import_parse_async);
  g_task_set_task_data (task, parsing, parsing_free);
  g_task_run_in_thread (task, parse_in_thread);
}

ShanhaiTable *
shanhai_import_parse_finish (GAsyncResult      *result,
                             ShanhaiCsvFormat  *format,
                             GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  *format = ((const Parsing *) g_task_get_task_data (G_TASK (result)))->format;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* -- trying -- */

typedef struct
{
  ShanhaiCasebook     *casebook;
  ShanhaiTable        *table;
  ShanhaiTableMapping *mapping;
  char                *name;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->casebook);
  shanhai_table_unref (trial->table);
  g_clear_pointer (&trial->mapping, shanhai_table_mapping_free);
  g_free (trial->name);
  g_free (trial);
}

static void
try_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Trial *trial = task_data;
  /* with the good rows alone, so that skipping is no new work */
  const ShanhaiTableImportOptions options = { trial->name, true, 0 };
  GError *error = NULL;
  ShanhaiTableImport *import = shanhai_table_import (trial->casebook, trial->table, trial->mapping, &options, cancellable, NULL, NULL, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) shanhai_table_import_free);
  else
    g_task_return_error (task, error);
}

void
shanhai_import_try_async (ShanhaiCasebook           *casebook,
                          ShanhaiTable              *table,
                          const ShanhaiTableMapping *mapping,
                          const char                *name,
                          GCancellable              *cancellable,
                          GAsyncReadyCallback        callback,
                          gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Trial *trial = g_new0 (Trial, 1);

  trial->casebook = g_object_ref (casebook);
  trial->table = shanhai_table_ref (table);
  trial->mapping = mapping != NULL ? shanhai_table_mapping_copy (mapping) : NULL;
  trial->name = g_strdup (name);
  g_task_set_source_tag (task, shanhai_import_try_async);
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, try_in_thread);
}

ShanhaiTableImport *
shanhai_import_try_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
