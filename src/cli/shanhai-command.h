/* shanhai-command.h - what the commands of the command line share. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command takes its own argument vector (argv[0] is its name) and returns the exit status: 0 done, 1 done with findings, 2 wrong call or bad input. An error
 * is one line on standard error. Every input and output may be "-". */

#pragma once

#include <gio/gio.h>

#include "shanhai-load.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_EXIT_DONE,
  SHANHAI_EXIT_FINDINGS,
  SHANHAI_EXIT_FAILED,
} ShanhaiExit;

ShanhaiExit   shanhai_command_list   (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_chart  (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_apply  (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_check  (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_export (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_import (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_merge  (int    argc,
                                      char **argv);
ShanhaiExit   shanhai_command_read   (int    argc,
                                      char **argv);

/* Reads the options; prints --help itself. Returns false when the command is over, with its exit status. `summary` is one translated sentence. */
bool          shanhai_command_parse  (int                 *argc,
                                      char              ***argv,
                                      const GOptionEntry  *entries,
                                      const char          *parameters,
                                      const char          *summary,
                                      ShanhaiExit         *exit);
/* one line on standard error, with the program's name before it */
ShanhaiExit   shanhai_command_fail   (const char          *message);
ShanhaiExit   shanhai_command_fail_with (const GError     *error);
/* the same; `message` holds one %s, for the word that is refused */
ShanhaiExit   shanhai_command_refuse (const char          *message,
                                      const char          *word);

/* "-" reads standard input. NULL with the exit status told: a damaged casebook isn't read half. */
ShanhaiLoad  *shanhai_command_load   (const char          *path,
                                      ShanhaiExit         *exit);
/* The same of a casebook that is going to be changed: one of a later format is refused as well. */
ShanhaiLoad  *shanhai_command_load_to_change (const char  *path,
                                              ShanhaiExit *exit);
/* To a file, or to standard output for "-". @is_same: it is the file that was read, and must still be as it was then; another one is written over, as asked. */
bool          shanhai_command_save   (ShanhaiLoad         *load,
                                      const char          *path,
                                      bool                 is_same,
                                      GError             **error);
/* one line on standard error */
void          shanhai_command_tell   (const char          *message);
/* (transfer full) (nullable): "NAME:1: …" where a later version wrote the casebook: it can be read, not changed */
char         *shanhai_command_dup_newer_format (ShanhaiLoad *load);
/* what refers to nothing and the like, and a later format, told on standard error; FINDINGS if there is any */
ShanhaiExit   shanhai_command_tell_findings (ShanhaiLoad  *load);
GBytes       *shanhai_command_read_bytes (const char      *path,
                                          GError         **error);
/* to a file, whole or not at all, or to standard output for "-" and NULL */
bool          shanhai_command_write  (const char          *path,
                                      GBytes              *bytes,
                                      GError             **error);

G_END_DECLS
