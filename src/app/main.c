/* main.c - the desktop program starts here. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "shanhai-application.h"
#include "shanhai-sandbox.h"

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("SHANHAI_LOCALEDIR");
  g_autoptr (ShanhaiApplication) application = NULL;

  shanhai_sandbox_prepare ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : SHANHAI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = shanhai_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
