/* shanhai-table-text.c - a table as the text of a source. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-text.h"

#include <string.h>

#include "shanhai-text.h"

typedef struct
{
  gsize  byte;
  gint64 start;      /* code point */
  guint  paragraph;  /* 0 for a blank row */
} Line;

struct _ShanhaiTableText
{
  const ShanhaiTable *table;
  ShanhaiTableSuffixFunc suffix;
  gpointer            suffix_data;
  GString            *text;   /* NULL where it would be too long */
  GArray             *lines;  /* of Line, one a row */
};

static void
append_cell (ShanhaiTableText *self,
             GString          *text,
             guint             row,
             guint             column)
{
  g_autofree char *suffix = self->suffix (row, column, self->suffix_data);

  for (const char *cell = shanhai_table_get_cell (self->table, row, column); *cell != '\0'; cell++)
    g_string_append_c (text, *cell == '\n' || *cell == '\r' || *cell == '\t' ? ' ' : *cell);
  if (suffix != NULL)
    g_string_append (text, suffix);
}

static bool
is_too_long (const ShanhaiTable *table)
{
  gsize bytes = 0;

  for (guint r = 0; r < shanhai_table_get_n_rows (table); r++)
    {
      for (guint c = 0; c < shanhai_table_get_n_cells (table, r); c++)
        bytes += strlen (shanhai_table_get_cell (table, r, c)) + 1;
      if (bytes > SHANHAI_TABLE_TEXT_MAX_BYTES)
        return true;
    }

  return false;
}

ShanhaiTableText *
shanhai_table_text_new (const ShanhaiTable     *table,
                        ShanhaiTableSuffixFunc  suffix,
                        gpointer                user_data)
{
  ShanhaiTableText *self = g_new0 (ShanhaiTableText, 1);
  Line line = { 0, 0, 0 };
  guint paragraph = 0;

  self->table = table;
  self->suffix = suffix;
  self->suffix_data = user_data;
  self->lines = g_array_sized_new (false, false, sizeof (Line), shanhai_table_get_n_rows (table));
  if (!is_too_long (table))
    self->text = g_string_new (NULL);

  for (guint r = 0; r < shanhai_table_get_n_rows (table); r++)
    {
      line.paragraph = shanhai_table_is_row_empty (table, r) ? 0 : ++paragraph;
      if (self->text != NULL)
        {
          line.byte = self->text->len;
          for (guint c = 0; c < shanhai_table_get_n_cells (table, r); c++)
            {
              if (c > 0)
                g_string_append_c (self->text, '\t');
              append_cell (self, self->text, r, c);
            }
          g_string_append_c (self->text, '\n');
        }
      g_array_append_val (self->lines, line);
      if (self->text != NULL)
        line.start += g_utf8_strlen (self->text->str + line.byte, (gssize) (self->text->len - line.byte));
    }

  return self;
}

void
shanhai_table_text_free (ShanhaiTableText *self)
{
  if (self == NULL)
    return;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_free (self);
}

const char *
shanhai_table_text_get (ShanhaiTableText *self)
{
  return self->text != NULL ? self->text->str : NULL;
}

void
shanhai_table_text_cite (ShanhaiTableText *self,
                         guint             row,
                         guint             column,
                         ShanhaiCitation  *citation)
{
  const Line *line = &g_array_index (self->lines, Line, row);
  g_autoptr (GString) quote = g_string_new (NULL);
  const char *start;
  gsize length;

  append_cell (self, quote, row, column);
  citation->paragraph = line->paragraph;
  citation->quote = g_strdup (quote->str);
  if (self->text == NULL)
    return;

  start = self->text->str + line->byte;
  citation->start = line->start;
  for (guint c = 0; c < column; c++)
    {
      const char *tab = strchr (start, '\t');

      citation->start += g_utf8_strlen (start, tab - start) + 1;
      start = tab + 1;
    }
  citation->length = g_utf8_strlen (quote->str, -1);

  start = self->text->str + line->byte;
  length = strcspn (start, "\n");
  citation->hash = shanhai_text_hash (start, (gssize) length);
}
