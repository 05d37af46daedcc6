/* shanhai-command.c - what the commands of the command line share. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-command.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "shanhai-atomic-write.h"
#include "shanhai-save.h"

/* characters; longer than any message that isn't mostly somebody's argument */
#define MAX_MESSAGE 1000

static bool
is_standard (const char *path)
{
  return path == NULL || strcmp (path, "-") == 0;
}

bool
shanhai_command_parse (int                 *argc,
                       char              ***argv,
                       const GOptionEntry  *entries,
                       const char          *parameters,
                       const char          *summary,
                       ShanhaiExit         *exit)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", (*argv)[0], parameters);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *exit = shanhai_command_fail_with (error);
      return false;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      const char *rest = strchr (text, '\n');

      /* GLib's own first lines would name the program without the command */
      rest = rest != NULL ? strchr (rest + 1, '\n') : NULL;
      printf ("%s\n  shanhai-cli %s\n%s", _("Usage:"), usage, rest != NULL ? rest : "\n");
      *exit = SHANHAI_EXIT_DONE;
      return false;
    }

  return true;
}

/* one line, whatever a file or an argument is called */
void
shanhai_command_tell (const char *message)
{
  g_autofree char *line = shanhai_store_shorten (message, strlen (message), MAX_MESSAGE);

  fprintf (stderr, "shanhai-cli: %s\n", line);
}

ShanhaiExit
shanhai_command_fail (const char *message)
{
  shanhai_command_tell (message);

  return SHANHAI_EXIT_FAILED;
}

ShanhaiExit
shanhai_command_refuse (const char *message,
                        const char *word)
{
  g_auto (GStrv) parts = g_strsplit (message, "%s", 2);
  g_autofree char *whole = g_strjoinv (word, parts);

  return shanhai_command_fail (whole);
}

ShanhaiExit
shanhai_command_fail_with (const GError *error)
{
  return shanhai_command_fail (error->message);
}

ShanhaiLoad *
shanhai_command_load (const char  *path,
                      ShanhaiExit *exit)
{
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;

  if (is_standard (path))
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      load = shanhai_load_stream (stream, _("standard input"), NULL, NULL, NULL, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      load = shanhai_load_file (file, NULL, NULL, NULL, &error);
    }

  if (load == NULL)
    {
      *exit = shanhai_command_fail_with (error);
      return NULL;
    }
  if (load->damages->len > 0)
    {
      g_autofree char *first = shanhai_load_format_damage (load, load->damages->pdata[0]);
      g_autofree char *message = NULL;

      if (load->damages->len == 1)
        message = g_strdup (first);
      else
        /* Translators: the first error, the number of further ones */
        message = g_strdup_printf (ngettext ("%s (and %u more damaged line)", "%s (and %u more damaged lines)", load->damages->len - 1),
                                   first, load->damages->len - 1);
      *exit = shanhai_command_fail (message);
      return NULL;
    }

  return g_steal_pointer (&load);
}

ShanhaiLoad *
shanhai_command_load_to_change (const char  *path,
                                ShanhaiExit *exit)
{
  g_autoptr (ShanhaiLoad) load = shanhai_command_load (path, exit);
  g_autofree char *newer = load != NULL ? shanhai_command_dup_newer_format (load) : NULL;

  if (newer != NULL)
    {
      *exit = shanhai_command_fail (newer);
      return NULL;
    }

  return g_steal_pointer (&load);
}

bool
shanhai_command_save (ShanhaiLoad  *load,
                      const char   *path,
                      bool          is_same,
                      GError      **error)
{
  g_autoptr (GFile) file = NULL;

  if (is_standard (path))
    {
      g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, error);

      return bytes != NULL && shanhai_command_write (path, bytes, error);
    }

  file = g_file_new_for_commandline_arg (path);

  return shanhai_save_file (load->casebook, file, is_same ? load->etag : NULL, NULL, NULL, NULL, NULL, error);
}

char *
shanhai_command_dup_newer_format (ShanhaiLoad *load)
{
  if (load->read_only != SHANHAI_READ_ONLY_NEWER_FORMAT)
    return NULL;

  /* the header tells the format, and it is the first line */
  return g_strdup_printf ("%s:1: %s", load->name, shanhai_read_only_reason_describe (load->read_only));
}

ShanhaiExit
shanhai_command_tell_findings (ShanhaiLoad *load)
{
  g_autoptr (GPtrArray) findings = shanhai_load_verify (load);
  g_autofree char *newer = shanhai_command_dup_newer_format (load);
  g_autofree char *first = NULL;

  /* what a later format means by a reference isn't for this version to judge */
  if (newer != NULL)
    {
      shanhai_command_tell (newer);
      return SHANHAI_EXIT_FINDINGS;
    }
  if (findings->len == 0)
    return SHANHAI_EXIT_DONE;

  first = shanhai_load_format_finding (load, findings->pdata[0]);
  if (findings->len == 1)
    shanhai_command_tell (first);
  else
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%s (and %u more finding)", "%s (and %u more findings)", findings->len - 1),
                                                  first, findings->len - 1);

      shanhai_command_tell (message);
    }

  return SHANHAI_EXIT_FINDINGS;
}

GBytes *
shanhai_command_read_bytes (const char  *path,
                            GError     **error)
{
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GInputStream) input = NULL;
  GError *failure = NULL;

  if (!is_standard (path))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
      g_autofree char *name = g_file_get_basename (file);
      GError *cause = NULL;
      char *contents;
      gsize length;

      if (!g_file_load_contents (file, NULL, &contents, &length, NULL, &cause))
        {
          shanhai_store_take_io_error (error, cause, name, false);
          return NULL;
        }
      return g_bytes_new_take (contents, length);
    }

  input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &failure) < 0)
    {
      shanhai_store_take_io_error (error, failure, _("standard input"), false);
      return NULL;
    }

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

bool
shanhai_command_write (const char  *path,
                       GBytes      *bytes,
                       GError     **error)
{
  if (is_standard (path))
    {
      gsize length;
      const void *data = g_bytes_get_data (bytes, &length);

      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return true;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("standard output: %s"), g_strerror (errno));
      return false;
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      return shanhai_write_atomically (file, bytes, NULL, false, NULL, NULL, error);
    }
}
