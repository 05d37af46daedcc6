/* shanhai-change-read.c - lines of records become one change. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-change-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-casebook.h"
#include "shanhai-load-input.h"
#include "shanhai-record-read.h"
#include "shanhai-record-write.h"

static bool
read_line (ShanhaiRecordReader  *reader,
           ShanhaiChange        *change,
           const char           *line,
           gsize                 length,
           bool                  is_first,
           GError              **error)
{
  g_auto (ShanhaiHeader) header = { 0 };
  g_autoptr (ShanhaiRecord) record = NULL;
  g_autofree char *deleted = NULL;
  ShanhaiLineKind kind;

  if (!shanhai_record_reader_read (reader, line, length, &kind, &record, &header, &deleted, error))
    return false;

  switch (kind)
    {
    case SHANHAI_LINE_DELETED:
      shanhai_change_delete (change, deleted);
      break;

    case SHANHAI_LINE_RECORD:
      /* its members can't be set, so nothing could be done with one */
      if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_OTHER && shanhai_record_get_id (record) == NULL)
        {
          g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER,
                               _("“id” is missing; give the record one that no other has"));
          return false;
        }
      shanhai_change_put (change, record);
      break;

    case SHANHAI_LINE_HEADER:
      /* only what begins a file says the format; without it, the line sets what the casebook says of itself */
      if (header.format == 0)
        {
          shanhai_change_put_header (change, &header);
          break;
        }
      if (!is_first)
        {
          g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DUPLICATE,
                               _("a second header; a casebook has one, on its first line: remove this one"));
          return false;
        }
      if (header.format > SHANHAI_CASEBOOK_FORMAT)
        {
          g_autofree char *format = g_strdup_printf ("%" G_GINT64_FORMAT, header.format);

          /* Translators: %s is the number of a file format */
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT,
                       _("a newer version of Shanhai wrote this (format %s); update Shanhai to read it"), format);
          return false;
        }
      break;

    default:
      break;
    }

  return true;
}

/**
 * shanhai_change_from_bytes:
 * @bytes: lines of records
 * @name: what messages call them
 * @title: the change's title, translated
 *
 * Errors: every code of ShanhaiStoreError that is about a line, SHANHAI_STORE_ERROR_FORMAT and _LIMIT; the message begins with "NAME:LINE: "
 *
 * Returns: (transfer full) (nullable): one change that makes them all; empty where there are no lines
 */
ShanhaiChange *
shanhai_change_from_bytes (GBytes      *bytes,
                           const char  *name,
                           const char  *title,
                           GError     **error)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new (title);
  gsize size;
  const char *line = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? line + size : line;

  if (size >= 3 && memcmp (line, "\xef\xbb\xbf", 3) == 0)
    line += 3;
  end = shanhai_load_drop_final_empty_line (line, end);

  for (guint number = 1; line < end; number++)
    {
      const char *line_end = memchr (line, '\n', end - line);
      gsize length = (line_end != NULL ? line_end : end) - line;
      GError *cause = NULL;

      if (number > SHANHAI_CASEBOOK_MAX_RECORDS + 1)
        {
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT, _("%s: more than %d records; split the casebook up"), name,
                       SHANHAI_CASEBOOK_MAX_RECORDS);
          return NULL;
        }

      if (!read_line (reader, change, line, length, number == 1, &cause))
        {
          g_propagate_prefixed_error (error, cause, "%s:%u: ", name, number);
          return NULL;
        }
      line += length + 1;
    }

  return g_steal_pointer (&change);
}

/**
 * shanhai_change_to_lines:
 * @change: a change
 *
 * Returns: (transfer full): lines that make the same change, each with its line end; journal and clipboard
 */
char *
shanhai_change_to_lines (ShanhaiChange *change)
{
  GString *string = g_string_new (NULL);

  if (shanhai_change_get_header (change) != NULL)
    {
      shanhai_header_append_line (shanhai_change_get_header (change), string);
      g_string_append_c (string, '\n');
    }
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      if (entry->after != NULL)
        shanhai_record_append_line (entry->after, string);
      else
        shanhai_deleted_append_line (entry->id, string);
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}
