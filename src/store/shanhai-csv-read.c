/* shanhai-csv-read.c - the bytes of a CSV file become a table. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells are unquoted in place: a cell with its terminator is never longer than what it is read from, so that the text is its own buffer. */

#include "shanhai-config.h"

#include "shanhai-csv-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char delimiters[] = { ',', '\t', ';', '|' };

/* as much as tells the delimiter */
#define SAMPLE_ROWS 40
#define SAMPLE_BYTES (64 * 1024)

typedef struct
{
  ShanhaiTableBuilder *builder;
  char                *text;
  const char          *p;
  const char          *end;
  char                *out;
  guint                line;
  char                 delimiter;
} Reader;

static bool
fail_quote (GError **error,
            guint    line)
{
  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TRUNCATED, _("line %u: a quotation mark is opened and never closed"), line);
  return false;
}

/* behind the opening mark, to behind the closing one */
static bool
read_quoted (Reader  *self,
             GError **error)
{
  const guint line = self->line;

  for (;;)
    {
      if (self->p == self->end)
        return fail_quote (error, line);

      if (*self->p == '"')
        {
          self->p++;
          if (self->p == self->end || *self->p != '"')
            return true;
        }
      else if (*self->p == '\n')
        self->line++;
      else if (*self->p == '\r' && self->p + 1 < self->end && self->p[1] == '\n')
        {
          /* one line end within a cell, whatever the file's are */
          self->p++;
          continue;
        }
      *self->out++ = *self->p++;
    }
}

static bool
read_cell (Reader  *self,
           GError **error)
{
  const gsize offset = self->out - self->text;

  if (shanhai_table_builder_get_n_cells (self->builder) == SHANHAI_TABLE_MAX_COLUMNS)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT, _("line %u: more than %d columns"), self->line, SHANHAI_TABLE_MAX_COLUMNS);
      return false;
    }

  if (self->p < self->end && *self->p == '"')
    {
      self->p++;
      if (!read_quoted (self, error))
        return false;
    }
  /* what stands behind a closing mark belongs to the cell, as Excel has it */
  while (self->p < self->end && *self->p != self->delimiter && *self->p != '\n' && *self->p != '\r')
    *self->out++ = *self->p++;

  shanhai_table_builder_add_cell (self->builder, offset);
  return true;
}

/* The delimiter or line end has been looked at when the terminator overwrites it. */
static bool
read_row (Reader  *self,
          GError **error)
{
  char c;

  if (shanhai_table_builder_get_n_rows (self->builder) == SHANHAI_TABLE_MAX_ROWS)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT, _("more than %d rows; split the table up"), SHANHAI_TABLE_MAX_ROWS);
      return false;
    }

  do
    {
      if (!read_cell (self, error))
        return false;
      c = self->p < self->end ? *self->p++ : '\n';
      *self->out++ = '\0';
    }
  while (c == self->delimiter);

  if (c == '\r' && self->p < self->end && *self->p == '\n')
    self->p++;
  self->line++;
  shanhai_table_builder_end_row (self->builder);

  return true;
}

/* how many times each row of the sample has that delimiter outside quotes: the count most rows have, and how many have it */
static void
count_delimiter (const char *text,
                 const char *end,
                 char        delimiter,
                 guint      *count,
                 guint      *n_rows)
{
  guint counts[SAMPLE_ROWS] = { 0 };
  guint n = 0;
  bool quoted = false, any = false;

  for (; text < end && n < SAMPLE_ROWS; text++)
    {
      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && (*text == '\n' || *text == '\r'))
        {
          n += any;
          any = false;
          if (n < SAMPLE_ROWS)
            counts[n] = 0;
          continue;
        }
      else if (!quoted && *text == delimiter)
        counts[n]++;
      any = true;
    }
  if (any && n < SAMPLE_ROWS)
    n++;

  *count = 0;
  *n_rows = 0;
  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n; j++)
        same += counts[j] == counts[i];
      if (counts[i] > 0 && (same > *n_rows || (same == *n_rows && counts[i] > *count)))
        {
          *n_rows = same;
          *count = counts[i];
        }
    }
}

/**
 * shanhai_csv_detect_delimiter:
 * @text: UTF-8
 * @length: its bytes
 *
 * Returns: the one that most rows have equally often; a comma where none is anywhere
 */
char
shanhai_csv_detect_delimiter (const char *text,
                              gsize       length)
{
  const char *end = text + MIN (length, SAMPLE_BYTES);
  guint best_rows = 0, best_count = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint count, n_rows;

      count_delimiter (text, end, delimiters[i], &count, &n_rows);
      if (n_rows > best_rows || (n_rows == best_rows && count > best_count))
        {
          best = delimiters[i];
          best_rows = n_rows;
          best_count = count;
        }
    }

  return best;
}

/* `sep=;`, which Excel reads and other programs write for it; 0 where the text doesn't begin so */
static gsize
get_separator_line (const char *text,
                    gsize       length,
                    char       *delimiter)
{
  gsize n = strlen ("sep=");

  if (length < n + 2 || g_ascii_strncasecmp (text, "sep=", n) != 0 || memchr (delimiters, text[n], sizeof delimiters) == NULL)
    return 0;
  *delimiter = text[n++];
  if (text[n] == '\r')
    n++;
  if (n >= length || text[n] != '\n')
    return text[n - 1] == '\r' ? n : 0;

  return n + 1;
}

/**
 * shanhai_csv_read:
 * @bytes: a CSV file
 * @format: (inout): what is known of it, and what was found out
 *
 * Errors: SHANHAI_STORE_ERROR_ENCODING, _TRUNCATED (an open quotation mark), _LIMIT; the message names the line
 *
 * Returns: (transfer full) (nullable): the table; without rows for an empty file
 */
ShanhaiTable *
shanhai_csv_read (GBytes            *bytes,
                  ShanhaiCsvFormat  *format,
                  GError           **error)
{
  g_autoptr (ShanhaiTableBuilder) builder = shanhai_table_builder_new ();
  g_autofree char *text = NULL;
  gsize size, length, skip;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  char told = '\0';
  Reader reader;

  if (size > SHANHAI_CSV_MAX_BYTES)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT, _("the table is larger than %d MB; split it up"),
                   SHANHAI_CSV_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  if (format->encoding == SHANHAI_CSV_ENCODING_AUTO)
    format->encoding = shanhai_csv_encoding_detect (data, size);
  text = shanhai_csv_decode (data, size, format->encoding, &length, error);
  if (text == NULL)
    return NULL;

  skip = get_separator_line (text, length, &told);
  if (format->delimiter == '\0')
    format->delimiter = told != '\0' ? told : shanhai_csv_detect_delimiter (text + skip, length - skip);

  reader = (Reader) { builder, text, text + skip, text + length, text, skip > 0 ? 2 : 1, format->delimiter };
  while (reader.p < reader.end)
    if (!read_row (&reader, error))
      return NULL;

  return shanhai_table_builder_finish (builder, g_steal_pointer (&text));
}
