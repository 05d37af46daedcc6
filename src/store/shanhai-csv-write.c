/* shanhai-csv-write.c - rows of text become a CSV file that Chinese Excel opens right. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-csv-write.h"

#include <string.h>

/* more digits show as 6.22926E+17; beyond the second they are lost */
#define MAX_SHOWN_DIGITS 11
#define MAX_KEPT_DIGITS 15

struct _ShanhaiCsvWriter
{
  GString *text;
  bool     plain;
  bool     in_row;
};

ShanhaiCsvWriter *
shanhai_csv_writer_new (bool plain)
{
  ShanhaiCsvWriter *self = g_new0 (ShanhaiCsvWriter, 1);

  self->text = g_string_new (plain ? NULL : "\xef\xbb\xbf");
  self->plain = plain;

  return self;
}

void
shanhai_csv_writer_free (ShanhaiCsvWriter *self)
{
  if (self == NULL)
    return;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/* what makes a cell a formula, spaces before it or not; wide forms count in East Asian versions of Excel */
static bool
starts_formula (const char *text)
{
  static const char * const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };

  while (*text == ' ')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return true;

  return *text == '\t' || *text == '\r' || *text == '\n';
}

static bool
is_quoted_formula (const char *text)
{
  while (*text == '\'')
    text++;

  return starts_formula (text);
}

/* 2019-12-31 and 2019/12/31 come back as the same day from any Excel */
static bool
is_whole_day (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  if (strlen (text) != strlen (shape))
    return false;
  for (guint i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i] && text[i] != '/')
      return false;

  return true;
}

/* Whether Excel would take a text that begins with a digit for a number or a date, and show or save something else. */
static bool
would_be_changed (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");
  const char *rest = text + n_digits;

  if (n_digits == 0)
    return false;
  if (*rest == '\0')
    return n_digits > MAX_SHOWN_DIGITS || (n_digits > 1 && text[0] == '0');
  if (is_whole_day (text))
    return false;

  /* dates, times, fractions, exponents, decimals that end in zeros, and 1,000: nothing but these signs and letters of months and exponents */
  return strspn (rest, "0123456789-/:., eE+AaPpMm") == strlen (rest);
}

/* a text that would be read as marked must be marked itself, or else taking marks off would change it */
static const char *
get_mark (const char *text)
{
  if (is_quoted_formula (text))
    return "'";

  return would_be_changed (text) ? "\t" : "";
}

const char *
shanhai_csv_unmark (const char *cell)
{
  if (cell[0] == '\'' && is_quoted_formula (cell + 1))
    return cell + 1;
  if (cell[0] == '\t' && would_be_changed (cell + 1))
    return cell + 1;

  return cell;
}

static void
start_cell (ShanhaiCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = true;
}

void
shanhai_csv_writer_add_text (ShanhaiCsvWriter *self,
                             const char       *text)
{
  const char *mark;

  start_cell (self);
  if (text == NULL || *text == '\0')
    return;

  if (self->plain)
    mark = shanhai_csv_unmark (text) != text ? "'" : "";
  else
    mark = get_mark (text);
  /* spaces at the ends are kept by everybody only in quotes */
  if (*mark != '\t' && strpbrk (text, ",\"\r\n\t;") == NULL && text[0] != ' ' && text[strlen (text) - 1] != ' ')
    {
      g_string_append (self->text, mark);
      g_string_append (self->text, text);
      return;
    }

  g_string_append_c (self->text, '"');
  g_string_append (self->text, mark);
  for (;;)
    {
      const gsize run = strcspn (text, "\"");

      g_string_append_len (self->text, text, (gssize) run);
      if (text[run] == '\0')
        break;
      g_string_append (self->text, "\"\"");
      text += run + 1;
    }
  g_string_append_c (self->text, '"');
}

void
shanhai_csv_writer_add_number (ShanhaiCsvWriter *self,
                               const char       *number)
{
  guint n_digits = 0;

  for (const char *p = number; p != NULL && *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);

  start_cell (self);
  if (number == NULL)
    return;
  if (!self->plain && n_digits > MAX_KEPT_DIGITS && g_ascii_isdigit (*number))
    g_string_append_c (self->text, '\t');
  g_string_append (self->text, number);
}

void
shanhai_csv_writer_end_row (ShanhaiCsvWriter *self)
{
  g_string_append (self->text, self->plain ? "\n" : "\r\n");
  self->in_row = false;
}

GBytes *
shanhai_csv_writer_finish (ShanhaiCsvWriter *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}

/**
 * shanhai_csv_from_rows:
 * @rows: (array length=n_rows): rows of cells, each NULL-terminated; the first is the header
 *
 * Returns: (transfer full): the file for Excel; numbers among the cells stay numbers where they have few digits
 */
GBytes *
shanhai_csv_from_rows (const char * const * const *rows,
                       guint                       n_rows)
{
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (false);

  for (guint r = 0; r < n_rows; r++)
    {
      for (guint c = 0; rows[r][c] != NULL; c++)
        shanhai_csv_writer_add_text (writer, rows[r][c]);
      shanhai_csv_writer_end_row (writer);
    }

  return shanhai_csv_writer_finish (writer);
}
