/* shanhai-command-import.c - import: a table becomes records of a casebook. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "shanhai-command.h"
#include "shanhai-csv-read.h"
#include "shanhai-table-import.h"

/* more would hide what they say */
#define MAX_TOLD 50

typedef struct
{
  char     *into;
  char     *output;
  char     *type;
  char     *case_id;
  char     *encoding;
  char     *delimiter;
  char     *mapping_file;
  char     *name;
  char    **maps;
  char    **sets;
  gboolean  skip;
  gboolean  dry_run;
  GString  *summary;   /* told when all is done */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->into);
  g_free (self->output);
  g_free (self->type);
  g_free (self->case_id);
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->mapping_file);
  g_free (self->name);
  g_strfreev (self->maps);
  g_strfreev (self->sets);
  if (self->summary != NULL)
    g_string_free (self->summary, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static bool
read_format (const Options    *options,
             ShanhaiCsvFormat *format)
{
  const char *delimiter = options->delimiter;

  *format = (ShanhaiCsvFormat) { SHANHAI_CSV_ENCODING_AUTO, '\0' };
  if (options->encoding != NULL && !shanhai_csv_encoding_from_name (options->encoding, &format->encoding))
    return false;
  if (delimiter == NULL)
    return true;
  if (strcmp (delimiter, "tab") == 0 || strcmp (delimiter, "\\t") == 0)
    delimiter = "\t";
  if (strlen (delimiter) != 1 || strchr (",;\t|", *delimiter) == NULL)
    return false;
  format->delimiter = *delimiter;

  return true;
}

/* by its heading, its letter (B) or its number (2) */
static int
find_column (const ShanhaiTable        *table,
             const ShanhaiTableMapping *mapping,
             const char                *word)
{
  g_autofree char *folded = shanhai_table_fold_name (word);
  char *end;
  guint64 number;

  for (guint c = 0; c < mapping->targets->len; c++)
    {
      g_autofree char *heading = shanhai_table_fold_name (shanhai_table_get_cell (table, mapping->header_row, c));

      if (strcmp (heading, folded) == 0)
        return (int) c;
    }
  for (guint c = 0; c < mapping->targets->len; c++)
    {
      g_autofree char *letters = shanhai_table_column_name (c);

      if (g_ascii_strcasecmp (letters, word) == 0)
        return (int) c;
    }
  number = g_ascii_strtoull (word, &end, 10);

  return *end == '\0' && number > 0 && number <= mapping->targets->len ? (int) number - 1 : -1;
}

static bool
set_from_words (ShanhaiTableMapping  *mapping,
                const ShanhaiTable   *table,
                const Options        *options,
                GError              **error)
{
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      char *sign = strchr (options->maps[i], '=');
      g_autofree char *word = sign != NULL ? g_strndup (options->maps[i], sign - options->maps[i]) : NULL;
      const int column = word != NULL ? find_column (table, mapping, word) : -1;

      if (column < 0)
        {
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER,
                       _("--map %s: write COLUMN=MEMBER, where the column is a heading of the table, a letter or a number"), options->maps[i]);
          return false;
        }
      if (!shanhai_table_mapping_set_target (mapping, (guint) column, sign + 1, error))
        return false;
    }
  for (guint i = 0; options->sets != NULL && options->sets[i] != NULL; i++)
    {
      char *sign = strchr (options->sets[i], '=');
      g_autofree char *member = sign != NULL ? g_strndup (options->sets[i], sign - options->sets[i]) : NULL;

      if (member == NULL || !g_strv_contains (shanhai_table_list_members (mapping->type), member))
        {
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("--set %s: write MEMBER=TEXT, with a member of the record type"),
                       options->sets[i]);
          return false;
        }
      g_hash_table_insert (mapping->constants, g_steal_pointer (&member), g_strdup (sign + 1));
    }

  return true;
}

/* guessed, then what the file remembers, then what the options say (transfer full) */
static ShanhaiTableMapping *
make_mapping (ShanhaiLoad         *load,
              const ShanhaiTable  *table,
              const Options       *options,
              GError             **error)
{
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (load->casebook);
  const ShanhaiRecordType type = options->type != NULL ? shanhai_record_type_from_name (options->type) : SHANHAI_RECORD_OTHER;
  g_autoptr (ShanhaiTableMapping) mapping = shanhai_table_mapping_guess (table, names, type);
  ShanhaiRecordList *cases = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_CASE);

  if (options->mapping_file != NULL)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (GError) cause = NULL;

      if (g_key_file_load_from_file (file, options->mapping_file, G_KEY_FILE_KEEP_COMMENTS, &cause))
        {
          shanhai_table_mapping_recall (mapping, table, file);
          if (type != SHANHAI_RECORD_OTHER && mapping->type != type)
            {
              g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_VALUE, _("--type %s: the file of mappings says %s for this table"), options->type,
                           shanhai_record_type_get_name (mapping->type));
              return NULL;
            }
        }
      else if (!g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&cause), "%s: ", options->mapping_file);
          return NULL;
        }
    }
  if (!set_from_words (mapping, table, options, error))
    return NULL;

  /* with one case there is nothing to choose */
  if (options->case_id != NULL)
    mapping->case_id = g_strdup (options->case_id);
  else if (shanhai_record_list_get_n (cases) == 1)
    mapping->case_id = g_strdup (shanhai_record_get_id (shanhai_record_list_peek (cases, 0)));

  return g_steal_pointer (&mapping);
}

static bool
remember (const ShanhaiTableMapping  *mapping,
          const ShanhaiTable         *table,
          const char                 *path,
          GError                    **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  shanhai_table_mapping_remember (mapping, table, file);

  return g_key_file_save_to_file (file, path, error);
}

static void
tell_mapping (const ShanhaiTableMapping *mapping,
              const ShanhaiTable        *table)
{
  printf ("%s\n", shanhai_record_type_get_name (mapping->type));
  for (guint c = 0; c < mapping->targets->len; c++)
    {
      g_autofree char *letters = shanhai_table_column_name (c);
      g_autofree char *target = shanhai_table_mapping_dup_target (mapping, c);

      printf ("  %s  %s  →  %s\n", letters, shanhai_table_get_cell (table, mapping->header_row, c), *target != '\0' ? target : "-");
    }
}

static void
tell_problems (const ShanhaiTableImport *import,
               const char               *name)
{
  for (guint i = 0; i < MIN (import->problems->len, MAX_TOLD); i++)
    {
      g_autofree char *line = shanhai_table_problem_format (import->problems->pdata[i], name);

      shanhai_command_tell (line);
    }
  if (import->n_problems > MAX_TOLD)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%s: and %u more", "%s: and %u more", import->n_problems - MAX_TOLD), name,
                                               import->n_problems - MAX_TOLD);

      shanhai_command_tell (more);
    }
}

/* a table, applied and not yet saved */
static ShanhaiExit
import_table (ShanhaiLoad   *load,
              const char    *path,
              const Options *options)
{
  g_autofree char *name = options->name != NULL ? g_strdup (options->name) : strcmp (path, "-") == 0 ? g_strdup (_("standard input")) : g_path_get_basename (path);
  const ShanhaiTableImportOptions how = { name, options->skip, 0 };
  g_autoptr (ShanhaiTableMapping) mapping = NULL;
  g_autoptr (ShanhaiTableImport) import = NULL;
  g_autoptr (ShanhaiTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiCsvFormat format;

  if (!read_format (options, &format))
    return shanhai_command_fail (_("--encoding takes UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5, and --delimiter one of , ; | and tab"));
  bytes = shanhai_command_read_bytes (path, &error);
  if (bytes == NULL)
    return shanhai_command_fail_with (error);
  table = shanhai_csv_read (bytes, &format, &error);
  if (table == NULL)
    {
      g_prefix_error (&error, "%s: ", name);
      return shanhai_command_fail_with (error);
    }
  if (shanhai_table_get_n_rows (table) == 0)
    return shanhai_command_refuse (_("%s: the table is empty"), name);

  if (!shanhai_table_is_exported (table))
    {
      mapping = make_mapping (load, table, options, &error);
      if (mapping == NULL)
        return shanhai_command_fail_with (error);
      if (options->dry_run)
        tell_mapping (mapping, table);
    }

  import = shanhai_table_import (load->casebook, table, mapping, &how, NULL, NULL, NULL, &error);
  if (import == NULL)
    {
      g_prefix_error (&error, "%s: ", name);
      return shanhai_command_fail_with (error);
    }
  tell_problems (import, name);
  if (import->change == NULL)
    return shanhai_command_fail (_("nothing was imported; mend the table, or leave the rows out with --skip-bad-rows"));

  if (!shanhai_casebook_apply (load->casebook, import->change, &error))
    return shanhai_command_fail_with (error);
  if (mapping != NULL && options->mapping_file != NULL && !options->dry_run && !remember (mapping, table, options->mapping_file, &error))
    return shanhai_command_fail_with (error);

  g_string_append_printf (options->summary, _("%s: %u rows; %u records added, %u changed, %u the same; %u rows left out"), name, import->n_rows,
                          import->n_added, import->n_changed, import->n_same, import->n_bad_rows);
  g_string_append_c (options->summary, '\n');

  return import->n_bad_rows > 0 ? SHANHAI_EXIT_FINDINGS : SHANHAI_EXIT_DONE;
}

/* the tables of an exported folder, in the order of types */
static ShanhaiExit
import_folder (ShanhaiLoad   *load,
               const char    *path,
               const Options *options)
{
  ShanhaiExit status = SHANHAI_EXIT_DONE;
  guint n = 0;

  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      g_autofree char *base = g_strconcat (t == SHANHAI_RECORD_OTHER ? "other" : shanhai_record_type_get_name (t), ".csv", NULL);
      g_autofree char *file = g_build_filename (path, base, NULL);
      ShanhaiExit one;

      if (!g_file_test (file, G_FILE_TEST_EXISTS))
        continue;
      n++;
      one = import_table (load, file, options);
      if (one == SHANHAI_EXIT_FAILED)
        return one;
      status = MAX (status, one);
    }

  return n > 0 ? status : shanhai_command_refuse (_("%s: the folder holds no exported tables"), path);
}

ShanhaiExit
shanhai_command_import (int    argc,
                        char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &options.into, N_("The casebook that takes the records in"), N_("BOOK") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write the casebook there instead of over BOOK; “-” is standard output"), N_("FILE") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &options.type, N_("What the rows are, such as observation or flow; else it is guessed"), N_("TYPE") },
    { "case", 'c', 0, G_OPTION_ARG_STRING, &options.case_id, N_("The case that the records belong to"), N_("ID") },
    { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.maps, N_("What a column becomes; an empty member leaves it out. May be given many times"), N_("COL=MEMBER") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.sets, N_("The same text in all rows, for what no column says"), N_("MEMBER=TEXT") },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &options.mapping_file, N_("A file that remembers what the columns of tables become; read, and written when it is done"), N_("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("What the source is called that stands for the table; else the name of the file"), N_("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, N_("UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5; else it is guessed"), N_("NAME") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &options.delimiter, N_("What stands between cells: , ; | or tab; else it is guessed"), N_("SIGN") },
    { "skip-bad-rows", 0, 0, G_OPTION_ARG_NONE, &options.skip, N_("Leave rows out that can’t be read, and list them"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Tell what the columns become and what is wrong; write nothing"), NULL },
    { NULL },
  };
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;

  if (!shanhai_command_parse (&argc, &argv, entries, "TABLE.csv --into BOOK [--type T] [--case ID] [--map COL=MEMBER…] [--output OUT]",
                              _("Reads a table, or a folder of exported tables, into a casebook as one change. Importing a table again changes nothing. Exit status 1: rows were left out."),
                              &status))
    return status;
  if (argc != 2 || options.into == NULL)
    return shanhai_command_fail (_("import takes one table, and --into a casebook; see “shanhai-cli import --help”"));
  if (strcmp (argv[1], "-") == 0 && strcmp (options.into, "-") == 0)
    return shanhai_command_fail (_("only one of the two can be standard input"));
  if (options.type != NULL && shanhai_record_type_from_name (options.type) == SHANHAI_RECORD_OTHER)
    return shanhai_command_refuse (_("--type %s: it takes place, party, case, pairing, programme, flow, exchange, observation, event or source"), options.type);

  load = shanhai_command_load_to_change (options.into, &status);
  if (load == NULL)
    return status;
  if (options.case_id != NULL && shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, options.case_id) == NULL)
    return shanhai_command_refuse (_("the casebook has no case “%s”; “list --type case” names those that it has"), options.case_id);

  options.summary = g_string_new (NULL);
  status = g_file_test (argv[1], G_FILE_TEST_IS_DIR) ? import_folder (load, argv[1], &options) : import_table (load, argv[1], &options);
  if (status == SHANHAI_EXIT_FAILED)
    return status;
  if (!options.dry_run && !shanhai_command_save (load, options.output != NULL ? options.output : options.into, options.output == NULL, &error))
    return shanhai_command_fail_with (error);
  /* standard output may be the casebook's */
  if (g_strcmp0 (options.output, "-") != 0)
    printf ("%s", options.summary->str);

  return status;
}
