/* shanhai-load-input.c - the bytes of a casebook file. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-load-input.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>
#include <string.h>

#include "shanhai-store-error.h"

#define READ_BYTES (4 * 1024 * 1024)

GBytes *
shanhai_load_read_stream (GInputStream         *stream,
                          goffset               expected,
                          GCancellable         *cancellable,
                          double                last,
                          ShanhaiProgressFunc   progress,
                          gpointer              progress_data,
                          GError              **error)
{
  gsize capacity = CLAMP (expected, 64 * 1024 - 1, G_MAXSSIZE / 2) + 1;
  gsize size = 0;
  g_autofree char *data = g_try_malloc (capacity);
  bool has_line = false;

  for (;;)
    {
      gsize n_read;

      if (size == capacity)
        {
          char *more = g_try_realloc (data, capacity *= 2);

          if (more != NULL)
            data = more;
          else
            g_clear_pointer (&data, g_free);
        }
      if (data == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("the file is larger than the memory; split the casebook up"));
          return NULL;
        }

      if (!g_input_stream_read_all (stream, data + size, MIN (capacity - size, READ_BYTES), &n_read, cancellable, error))
        return NULL;
      if (n_read == 0)
        break;

      has_line = has_line || memchr (data + size, '\n', n_read) != NULL;
      size += n_read;
      if (!has_line && size > SHANHAI_LINE_MAX_BYTES)
        break;
      if (progress != NULL && expected > 0)
        progress (last * MIN (1, (double) size / (double) expected), progress_data);
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

GBytes *
shanhai_load_read_file (GFile                *file,
                        char                **etag,
                        GCancellable         *cancellable,
                        double                last,
                        ShanhaiProgressFunc   progress,
                        gpointer              progress_data,
                        GError              **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  goffset size = 0;

  if (stream == NULL)
    return NULL;

  /* asked of the open file, so that it is the etag of what is read */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  if (info != NULL)
    {
      size = g_file_info_get_size (info);
      *etag = g_strdup (g_file_info_get_etag (info));
    }

  return shanhai_load_read_stream (G_INPUT_STREAM (stream), size, cancellable, last, progress, progress_data, error);
}

const char *
shanhai_load_drop_final_empty_line (const char *start,
                                    const char *end)
{
  const char *p = end;

  if (p > start && p[-1] == '\n')
    p--;
  while (p > start && (p[-1] == '\r' || p[-1] == ' ' || p[-1] == '\t'))
    p--;

  return p == start || p[-1] == '\n' ? p : end;
}
