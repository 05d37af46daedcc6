/* shanhai-table.c - rows and columns of text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One buffer of text, one list of where each cell begins, one list of where each row begins: a million cells cost two allocations, not a
 * million. */

#include "shanhai-config.h"

#include "shanhai-table.h"

#include <string.h>

#define N_LETTERS 26

struct _ShanhaiTable
{
  char   *text;
  GArray *cells;      /* gsize: offsets in `text` */
  GArray *rows;       /* guint: index of the first cell; one more at the end */
  guint   n_columns;
};

struct _ShanhaiTableBuilder
{
  ShanhaiTable *table;
};

G_DEFINE_BOXED_TYPE (ShanhaiTable, shanhai_table, shanhai_table_ref, shanhai_table_unref)

static void
table_clear (gpointer data)
{
  ShanhaiTable *self = data;

  g_free (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
}

ShanhaiTable *
shanhai_table_ref (ShanhaiTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
shanhai_table_unref (ShanhaiTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

guint
shanhai_table_get_n_rows (const ShanhaiTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1;
}

guint
shanhai_table_get_n_columns (const ShanhaiTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

static guint
get_start (const ShanhaiTable *self,
           guint               row)
{
  return g_array_index (self->rows, guint, row);
}

guint
shanhai_table_get_n_cells (const ShanhaiTable *self,
                           guint               row)
{
  g_return_val_if_fail (self != NULL, 0);

  return row < self->rows->len - 1 ? get_start (self, row + 1) - get_start (self, row) : 0;
}

const char *
shanhai_table_get_cell (const ShanhaiTable *self,
                        guint               row,
                        guint               column)
{
  g_return_val_if_fail (self != NULL, "");

  if (column >= shanhai_table_get_n_cells (self, row))
    return "";

  return self->text + g_array_index (self->cells, gsize, get_start (self, row) + column);
}

int
shanhai_table_find_heading (const ShanhaiTable *self,
                            const char         *heading)
{
  for (guint c = 0; c < shanhai_table_get_n_cells (self, 0); c++)
    if (strcmp (shanhai_table_get_cell (self, 0, c), heading) == 0)
      return (int) c;

  return -1;
}

bool
shanhai_table_is_row_empty (const ShanhaiTable *self,
                            guint               row)
{
  for (guint c = 0; c < shanhai_table_get_n_cells (self, row); c++)
    for (const char *p = shanhai_table_get_cell (self, row, c); *p != '\0'; p = g_utf8_next_char (p))
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return false;

  return true;
}

char *
shanhai_table_column_name (guint column)
{
  char letters[8];
  guint i = sizeof letters;

  letters[--i] = '\0';
  do
    {
      letters[--i] = (char) ('A' + column % N_LETTERS);
      column /= N_LETTERS;
    }
  while (column-- > 0 && i > 0);

  return g_strdup (letters + i);
}

ShanhaiTableBuilder *
shanhai_table_builder_new (void)
{
  ShanhaiTableBuilder *self = g_new0 (ShanhaiTableBuilder, 1);
  const guint first = 0;

  self->table = g_atomic_rc_box_new0 (ShanhaiTable);
  self->table->cells = g_array_new (false, false, sizeof (gsize));
  self->table->rows = g_array_new (false, false, sizeof (guint));
  g_array_append_val (self->table->rows, first);

  return self;
}

void
shanhai_table_builder_free (ShanhaiTableBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, shanhai_table_unref);
  g_free (self);
}

void
shanhai_table_builder_add_cell (ShanhaiTableBuilder *self,
                                gsize                offset)
{
  g_array_append_val (self->table->cells, offset);
}

guint
shanhai_table_builder_get_n_rows (ShanhaiTableBuilder *self)
{
  return self->table->rows->len - 1;
}

guint
shanhai_table_builder_get_n_cells (ShanhaiTableBuilder *self)
{
  return self->table->cells->len - g_array_index (self->table->rows, guint, self->table->rows->len - 1);
}

void
shanhai_table_builder_end_row (ShanhaiTableBuilder *self)
{
  self->table->n_columns = MAX (self->table->n_columns, shanhai_table_builder_get_n_cells (self));
  g_array_append_val (self->table->rows, self->table->cells->len);
}

ShanhaiTable *
shanhai_table_builder_finish (ShanhaiTableBuilder *self,
                              char                *text)
{
  self->table->text = text;

  return g_steal_pointer (&self->table);
}
