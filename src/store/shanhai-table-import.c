/* shanhai-table-import.c - a table and a mapping become one change, or errors by row and column. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import-private.h"

#include <glib/gi18n-lib.h>

static void
problem_free (gpointer data)
{
  ShanhaiTableProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static ShanhaiTableImport *
result_new (void)
{
  ShanhaiTableImport *result = g_new0 (ShanhaiTableImport, 1);

  result->problems = g_ptr_array_new_with_free_func (problem_free);

  return result;
}

void
shanhai_table_import_free (ShanhaiTableImport *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->change);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

char *
shanhai_table_problem_format (const ShanhaiTableProblem *problem,
                              const char                *name)
{
  g_autofree char *column = problem->column >= 0 ? shanhai_table_column_name ((guint) problem->column) : NULL;

  return column != NULL ? g_strdup_printf ("%s:%u:%s: %s", name, problem->row + 1, column, problem->message)
                        : g_strdup_printf ("%s:%u: %s", name, problem->row + 1, problem->message);
}

void
shanhai_table_importer_add_problem (ShanhaiTableImporter *self,
                                    guint                 row,
                                    int                   column,
                                    const char           *message)
{
  ShanhaiTableImport *result = self->result;
  ShanhaiTableProblem *problem;

  result->n_problems++;
  if (result->problems->len >= SHANHAI_TABLE_MAX_PROBLEMS)
    return;

  problem = g_new (ShanhaiTableProblem, 1);
  *problem = (ShanhaiTableProblem) { row, column, g_strdup (message) };
  g_ptr_array_add (result->problems, problem);
}

static const char *
get_title (void)
{
  return _("Import table");
}

static bool
starts_with_any (const char         *text,
                 const char * const *words)
{
  while (g_ascii_isspace (*text))
    text++;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return true;

  return false;
}

/* 注：…, 数据来源：… under a table: one cell, and it says so */
static bool
is_note_row (ShanhaiTableImporter *self,
             guint                 row)
{
  static const char * const words[] = { "注", "备注", "说明", "数据来源", "资料来源", "来源", "Note", "Source", "单位", "填表", "制表", "审核", NULL };
  guint n = 0;
  const char *text = NULL;

  for (guint c = 0; c < shanhai_table_get_n_cells (self->table, row); c++)
    if (!shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, c)))
      {
        text = shanhai_table_get_cell (self->table, row, c);
        n++;
      }

  return n == 1 && starts_with_any (text, words);
}

static bool
read_rows (ShanhaiTableImporter  *self,
           GCancellable          *cancellable,
           ShanhaiProgressFunc    progress,
           gpointer               progress_data,
           GError               **error)
{
  const guint first = self->mapping->header_row + 1;
  const guint n_rows = shanhai_table_get_n_rows (self->table);
  const guint end = self->options->max_rows > 0 ? MIN (n_rows, first + self->options->max_rows) : n_rows;

  for (guint row = first; row < end; row++)
    {
      if (row % SHANHAI_TABLE_PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return false;
          if (progress != NULL)
            progress ((double) row / n_rows, progress_data);
        }
      if (shanhai_table_is_row_empty (self->table, row) || is_note_row (self, row))
        continue;

      self->result->n_rows++;
      if (shanhai_table_importer_read_row (self, row))
        shanhai_table_importer_take_drafts (self, row);
      else
        self->result->n_bad_rows++;
    }

  return true;
}

static void
import_clear (ShanhaiTableImporter *self)
{
  g_clear_pointer (&self->names, shanhai_table_names_free);
  g_clear_pointer (&self->text, shanhai_table_text_free);
  g_clear_pointer (&self->result, shanhai_table_import_free);
  g_clear_object (&self->source);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShanhaiTableImporter, import_clear)

/**
 * shanhai_table_import:
 * @casebook: into which the table shall go; only read
 * @table: the table
 * @mapping: (nullable): what its columns become; NULL where shanhai_table_is_exported()
 * @options: how
 *
 * Errors: SHANHAI_STORE_ERROR_MEMBER where no column is what the type needs; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the change, which isn't applied, and what is wrong with the rows
 */
ShanhaiTableImport *
shanhai_table_import (ShanhaiCasebook                  *casebook,
                      const ShanhaiTable               *table,
                      const ShanhaiTableMapping        *mapping,
                      const ShanhaiTableImportOptions  *options,
                      GCancellable                     *cancellable,
                      ShanhaiProgressFunc               progress,
                      gpointer                          progress_data,
                      GError                          **error)
{
  g_auto (ShanhaiTableImporter) self = { casebook, table, mapping, options };

  self.result = result_new ();
  self.result->change = shanhai_change_new (get_title ());

  if (mapping == NULL)
    {
      if (!shanhai_table_is_exported (table))
        {
          g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("this isn’t a table that was exported from a casebook"));
          return NULL;
        }
      if (!shanhai_table_importer_restore (&self, cancellable, progress, progress_data, error))
        return NULL;
    }
  else
    {
      if (!shanhai_table_mapping_check (mapping, error))
        return NULL;
      self.names = shanhai_table_names_new (casebook);
      self.figure = shanhai_table_get_figure_member (mapping->type);
      self.text = shanhai_table_text_new (table, shanhai_table_importer_dup_suffix, &self);
      self.source = shanhai_table_importer_make_source (&self);
      self.drafts = g_ptr_array_new_with_free_func (g_object_unref);
      self.wanted = g_ptr_array_new_with_free_func (g_object_unref);
      self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (!read_rows (&self, cancellable, progress, progress_data, error))
        return NULL;
      if (self.wanted->len > 0)
        shanhai_table_importer_take_source (&self);
      shanhai_table_importer_take_created (&self);
    }

  if (self.result->n_problems > 0 && !options->skip_bad_rows)
    g_clear_object (&self.result->change);

  return g_steal_pointer (&self.result);
}
