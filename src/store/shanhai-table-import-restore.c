/* shanhai-table-import-restore.c - a table that was exported comes back, record by record. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-record-private.h"
#include "shanhai-table-columns.h"

bool
shanhai_table_is_exported (const ShanhaiTable *table)
{
  return shanhai_table_find_heading (table, "record") >= 0 && shanhai_table_find_heading (table, "id") >= 0;
}

static void
take_restored (ShanhaiTableImporter *self,
               ShanhaiRecord        *record,
               guint                 row)
{
  const char *id = shanhai_record_get_id (record);
  ShanhaiRecord *old = id != NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;

  if (id == NULL)
    shanhai_table_importer_add_problem (self, row, -1, _("“id” is missing; give the record one that no other has"));
  else if (shanhai_change_find (self->result->change, id) != NULL)
    shanhai_table_importer_add_problem (self, row, shanhai_table_find_heading (self->table, "id"),
                                        _("the same id stands in an earlier row; give the record one that no other has"));
  else if (old != NULL && shanhai_record_get_record_type (old) != shanhai_record_get_record_type (record))
    shanhai_table_importer_add_problem (self, row, shanhai_table_find_heading (self->table, "id"),
                                        _("the casebook has a record of another type with this id"));
  else if (old != NULL && shanhai_record_equal (old, record))
    self->result->n_same++;
  else
    {
      shanhai_change_put (self->result->change, record);
      self->result->n_added += old == NULL;
      self->result->n_changed += old != NULL;
    }
}

bool
shanhai_table_importer_restore (ShanhaiTableImporter  *self,
                                GCancellable          *cancellable,
                                ShanhaiProgressFunc    progress,
                                gpointer               progress_data,
                                GError               **error)
{
  const ShanhaiRecordType type = shanhai_table_columns_detect (self->table);
  g_autofree char *unknown = NULL;
  g_autoptr (ShanhaiTableColumns) columns = shanhai_table_columns_from_header (self->table, 0, type, &unknown);
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  const guint n_rows = shanhai_table_get_n_rows (self->table);

  if (unknown != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("no member is called “%s”; name the column as the export does, or remove it"), unknown);

      shanhai_table_importer_add_problem (self, 0, shanhai_table_find_heading (self->table, unknown), message);
    }

  for (guint row = 1; row < n_rows && (self->options->max_rows == 0 || row <= self->options->max_rows); row++)
    {
      g_autoptr (ShanhaiRecord) record = NULL;
      g_autoptr (GError) cause = NULL;
      const guint before = self->result->n_problems;

      if (row % SHANHAI_TABLE_PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return false;
          if (progress != NULL)
            progress ((double) row / n_rows, progress_data);
        }
      if (shanhai_table_is_row_empty (self->table, row))
        continue;

      self->result->n_rows++;
      record = shanhai_table_columns_read_record (columns, reader, self->table, row, &cause);
      if (record == NULL)
        shanhai_table_importer_add_problem (self, row, -1, cause->message);
      else
        take_restored (self, record, row);
      self->result->n_bad_rows += self->result->n_problems > before;
    }

  return true;
}
