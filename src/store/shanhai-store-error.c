/* shanhai-store-error.c - what can be wrong with a casebook file, in words. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-store-error.h"

#include <glib/gi18n-lib.h>

#include "shanhai-sandbox.h"

G_DEFINE_QUARK (shanhai-store-error-quark, shanhai_store_error)

/**
 * shanhai_store_shorten:
 * @text: bytes, perhaps not UTF-8
 * @length: how many
 * @max_chars: the most characters to show
 *
 * Returns: (transfer full): the text on one line, with "…" where it was cut off
 */
char *
shanhai_store_shorten (const char *text,
                       gsize       length,
                       guint       max_chars)
{
  GString *string = g_string_new (NULL);
  const char *p = text;
  const char *end = text + length;

  for (guint n = 0; p < end; n++)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if (n == max_chars)
        {
          g_string_append (string, "…");
          break;
        }

      if (c == (gunichar) -1 || c == (gunichar) -2 || c == 0)
        {
          g_string_append_printf (string, "\\x%02x", (guint) (guint8) *p);
          p++;
        }
      else if (!g_unichar_isprint (c))
        {
          g_string_append_printf (string, "\\u%04x", c);
          p = g_utf8_next_char (p);
        }
      else
        {
          g_string_append_unichar (string, c);
          p = g_utf8_next_char (p);
        }
    }

  return g_string_free (string, FALSE);
}

/**
 * shanhai_store_dup_name:
 * @file: any file
 *
 * Returns: (transfer full): its base name, as people read it
 */
char *
shanhai_store_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  if (base == NULL)
    return g_file_get_parse_name (file);

  return g_filename_display_name (base);
}

/**
 * shanhai_store_take_io_error:
 * @error: (out) (optional): where to put it
 * @cause: (transfer full): what GIO says
 * @name: the file's name
 * @writing: whether it was to be written
 */
void
shanhai_store_take_io_error (GError     **error,
                             GError      *cause,
                             const char  *name,
                             bool         writing)
{
  int code = SHANHAI_STORE_ERROR_FAILED;
  const char *message = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == SHANHAI_STORE_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }

  if (cause->domain == G_IO_ERROR)
    switch (cause->code)
      {
      case G_IO_ERROR_NOT_FOUND:
        code = SHANHAI_STORE_ERROR_NOT_FOUND;
        message = writing ? _("the folder isn’t there; choose another one") : _("there is no such file; check its name and folder");
        break;
      case G_IO_ERROR_NOT_DIRECTORY:
        code = SHANHAI_STORE_ERROR_NOT_FOUND;
        message = _("a part of its path is not a folder; check the path");
        break;
      case G_IO_ERROR_IS_DIRECTORY:
        code = SHANHAI_STORE_ERROR_FOLDER;
        message = _("this is a folder; choose a .shanhai file");
        break;
      case G_IO_ERROR_PERMISSION_DENIED:
      case G_IO_ERROR_READ_ONLY:
        code = SHANHAI_STORE_ERROR_PERMISSION;
        message = writing ? _("this can’t be written there: no permission, or for reading only; save it to another folder")
                          : _("you may not read this file; ask its owner");
        break;
      case G_IO_ERROR_NO_SPACE:
        code = SHANHAI_STORE_ERROR_NO_SPACE;
        message = _("the disk is full, the file is as it was before; make room or save to another disk");
        break;
      case G_IO_ERROR_WRONG_ETAG:
        code = SHANHAI_STORE_ERROR_CHANGED;
        message = _("the file was changed by somebody else since it was read; reload it or save under another name");
        break;
      default:
        break;
      }

  g_set_error (error, SHANHAI_STORE_ERROR, code, "%s: %s", name, message != NULL ? message : cause->message);
  g_error_free (cause);
}

/**
 * shanhai_store_take_file_error:
 * @error: (out) (optional): where to put it
 * @cause: (transfer full): what GIO says
 * @file: the file that it says it of
 * @writing: whether it was to be written
 */
void
shanhai_store_take_file_error (GError **error,
                               GError  *cause,
                               GFile   *file,
                               bool     writing)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  const char *path = g_file_peek_path (file);

  if (path == NULL || !shanhai_sandbox_is_document (path) || !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      shanhai_store_take_io_error (error, cause, name, writing);
      return;
    }

  g_error_free (cause);
  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND, "%s: %s", name,
               writing ? _("access to this document was withdrawn; save it under another name")
                       : _("access to this document was withdrawn; choose it again with Open"));
}
