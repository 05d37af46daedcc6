/* shanhai-cli.c - the command line: casebooks without a display. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "shanhai-command.h"
#include "shanhai-sandbox.h"

typedef struct
{
  const char   *name;
  const char   *summary;
  ShanhaiExit (*run) (int argc, char **argv);
} Command;

static const Command commands[] = {
  { "list", N_("List the records of a casebook"), shanhai_command_list },
  { "chart", N_("Draw a chart as SVG, PNG, PDF or text"), shanhai_command_chart },
  { "read", N_("Find every figure in an article"), shanhai_command_read },
  { "check", N_("Check whether the figures can all be true"), shanhai_command_check },
  { "apply", N_("Apply a file of changes to a casebook"), shanhai_command_apply },
  { "merge", N_("Join two casebooks that were edited apart"), shanhai_command_merge },
  { "import", N_("Read a table into a casebook"), shanhai_command_import },
  { "export", N_("Write a casebook as tables, JSON or IATI"), shanhai_command_export },
};

static void
print_help (void)
{
  printf ("%s\n  shanhai-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…]"), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-8s %s\n", commands[i].name, _(commands[i].summary));
  printf ("\n%s\n", _("“shanhai-cli COMMAND --help” tells more. “-” stands for standard input or output."));
  printf ("%s\n", _("Exit status: 0 done, 1 done with findings, 2 wrong call or bad input."));
}

/* Messages speak the language that --lang asks for, also before the options are read. gettext speaks no language but English in the plain C locale. */
static void
init_language (int    argc,
               char **argv)
{
  const char *language = NULL;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    {
      if (strcmp (argv[i], "--") == 0)
        break;
      if (g_str_has_prefix (argv[i], "--lang="))
        language = argv[i] + strlen ("--lang=");
      else if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
        language = argv[i + 1];
    }

  if (language != NULL)
    {
      g_setenv ("LANGUAGE", language, TRUE);
      if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0 || g_strcmp0 (setlocale (LC_MESSAGES, NULL), "POSIX") == 0)
        setlocale (LC_MESSAGES, "C.UTF-8");
    }

  {
    const char *localedir = g_getenv ("SHANHAI_LOCALEDIR");

    bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : SHANHAI_LOCALEDIR);
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);
  }
}

/* what was printed counts as done only when it has arrived */
static int
finish (ShanhaiExit status)
{
  if (fflush (stdout) != 0 && status == SHANHAI_EXIT_DONE)
    return (int) shanhai_command_fail (_("standard output can’t be written"));

  return (int) status;
}

int
main (int    argc,
      char **argv)
{
  /* a limit on the size of files is an error to tell, like a full disk, and leaves nothing half-written */
  signal (SIGXFSZ, SIG_IGN);

  shanhai_sandbox_prepare ();
  init_language (argc, argv);
  g_set_prgname ("shanhai-cli");

  if (argc < 2)
    return (int) shanhai_command_fail (_("say what to do; “shanhai-cli --help” lists the commands"));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return finish (SHANHAI_EXIT_DONE);
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("shanhai-cli %s\n", SHANHAI_VERSION);
      return finish (SHANHAI_EXIT_DONE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, argv[1]) == 0)
      return finish (commands[i].run (argc - 1, argv + 1));

  {
    g_autofree char *message = g_strdup_printf (_("there is no command “%s”; see “shanhai-cli --help”"), argv[1]);

    return (int) shanhai_command_fail (message);
  }
}
