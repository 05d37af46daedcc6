/* shanhai-command-export.c - export: a casebook as tables, JSON or IATI. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-command.h"
#include "shanhai-iati.h"
#include "shanhai-table-export.h"

typedef struct
{
  char     *format;
  char     *output;
  char     *type;
  char     *language;
  char     *org_ref;
  char     *org_name;
  gboolean  plain;
  gboolean  overwrite;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->output);
  g_free (self->type);
  g_free (self->language);
  g_free (self->org_ref);
  g_free (self->org_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static bool
export_csv (ShanhaiCasebook  *casebook,
            const Options    *options,
            ShanhaiLanguage   language,
            GError          **error)
{
  const ShanhaiTableExportOptions how = { language, options->plain, options->overwrite };
  const guint n_long = options->plain ? 0 : shanhai_casebook_count_long_texts (casebook);

  if (options->type != NULL)
    {
      g_autoptr (GBytes) bytes = shanhai_casebook_to_csv (casebook, shanhai_record_type_from_name (options->type), &how);

      return shanhai_command_write (options->output, bytes, error);
    }
  else
    {
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (options->output);

      if (!shanhai_export_tables (casebook, folder, &how, NULL, NULL, NULL, error))
        return false;
    }

  if (n_long > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%u source has a longer text than a cell of Excel holds; Excel would cut it off when it saves",
                                                            "%u sources have longer texts than a cell of Excel holds; Excel would cut them off when it saves",
                                                            n_long), n_long);

      shanhai_command_tell (message);
    }

  return true;
}

static bool
export_iati (ShanhaiCasebook  *casebook,
             const Options    *options,
             ShanhaiWords     *words,
             GError          **error)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  const ShanhaiIatiOptions how = { options->org_ref, options->org_name, words };
  g_autoptr (GBytes) bytes = shanhai_casebook_to_iati (casebook, &how, left_out);

  if (!shanhai_command_write (options->output, bytes, error))
    return false;
  for (guint i = 0; i < left_out->len; i++)
    shanhai_command_tell (left_out->pdata[i]);

  return true;
}

ShanhaiExit
shanhai_command_export (int    argc,
                        char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("csv (a folder, one table a record type), json or iati (IATI 2.03, XML)"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The folder or file to write; “-” is standard output"), N_("PATH") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &options.type, N_("With csv: only the table of this type, into a file"), N_("TYPE") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &options.plain, N_("With csv: for programs, without what keeps Excel from changing texts"), NULL },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options.overwrite, N_("With csv: replace a folder of tables that were exported before"), NULL },
    { "org-ref", 0, 0, G_OPTION_ARG_STRING, &options.org_ref, N_("With iati: the identifier of the organisation that reports"), N_("REF") },
    { "org-name", 0, 0, G_OPTION_ARG_STRING, &options.org_name, N_("With iati: the name of the organisation that reports"), N_("NAME") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("Language of words and numbers, such as en or zh_CN"), N_("LANG") },
    { NULL },
  };
  g_autoptr (ShanhaiWords) words = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;
  bool done;

  if (!shanhai_command_parse (&argc, &argv, entries, "BOOK --format csv|json|iati --output PATH",
                              _("Writes a casebook as tables for spreadsheets, as one JSON file, or as IATI activities. What a format has no place for is told on standard error."),
                              &status))
    return status;
  if (argc != 2)
    return shanhai_command_fail (_("export takes one casebook; see “shanhai-cli export --help”"));
  if (options.format == NULL || !g_strv_contains ((const char * const[]) { "csv", "json", "iati", NULL }, options.format))
    return options.format == NULL ? shanhai_command_fail (_("say what to write: --format csv, json or iati"))
                                  : shanhai_command_refuse (_("--format %s: it takes csv, json or iati"), options.format);
  if (options.output == NULL)
    return shanhai_command_fail (_("say where to: --output PATH"));
  if (options.type != NULL && (strcmp (options.format, "csv") != 0 || shanhai_record_type_from_name (options.type) == SHANHAI_RECORD_OTHER))
    return shanhai_command_refuse (_("--type %s: it takes a record type such as flow, and goes with --format csv"), options.type);
  if (strcmp (options.format, "csv") == 0 && options.type == NULL && strcmp (options.output, "-") == 0)
    return shanhai_command_fail (_("standard output takes one table; choose it with --type, or name a folder"));

  load = shanhai_command_load (argv[1], &status);
  if (load == NULL)
    return status;

  words = shanhai_words_open (options.language);
  if (strcmp (options.format, "csv") == 0)
    done = export_csv (load->casebook, &options, shanhai_words_get_language (words), &error);
  else if (strcmp (options.format, "json") == 0)
    {
      bytes = shanhai_casebook_to_json (load->casebook);
      done = shanhai_command_write (options.output, bytes, &error);
    }
  else
    done = export_iati (load->casebook, &options, words, &error);
  if (!done)
    return shanhai_command_fail_with (error);

  return shanhai_command_tell_findings (load);
}
