/* shanhai-command-apply.c - apply: records out of a file are added, replaced and deleted as one change. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-change-read.h"
#include "shanhai-command.h"

ShanhaiExit
shanhai_command_apply (int    argc,
                       char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the casebook there instead of over BOOK; “-” is standard output"), N_("FILE") },
    { NULL },
  };
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;

  if (!shanhai_command_parse (&argc, &argv, entries, "BOOK CHANGES.jsonl [--output OUT]",
                              _("Applies records (added, or replaced by their id) and deletions as one change: all of it or nothing."), &status))
    return status;
  if (argc != 3)
    return shanhai_command_fail (_("apply takes a casebook and a file of changes; see “shanhai-cli apply --help”"));
  if (strcmp (argv[1], "-") == 0 && strcmp (argv[2], "-") == 0)
    return shanhai_command_fail (_("only one of the two can be standard input"));

  load = shanhai_command_load_to_change (argv[1], &status);
  if (load == NULL)
    return status;

  bytes = shanhai_command_read_bytes (argv[2], &error);
  if (bytes != NULL)
    {
      g_autofree char *name = strcmp (argv[2], "-") == 0 ? g_strdup (_("standard input")) : g_path_get_basename (argv[2]);

      change = shanhai_change_from_bytes (bytes, name, _("Apply changes"), &error);
    }
  if (change == NULL)
    return shanhai_command_fail_with (error);

  if (!shanhai_casebook_apply (load->casebook, change, &error) || !shanhai_command_save (load, output != NULL ? output : argv[1], output == NULL, &error))
    return shanhai_command_fail_with (error);

  return SHANHAI_EXIT_DONE;
}
