/* shanhai-command-merge.c - merge: two casebooks that were edited apart become one. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-command.h"
#include "shanhai-history.h"
#include "shanhai-merge.h"
#include "shanhai-record-write.h"

typedef struct
{
  char     *base;
  char     *output;
  char     *take;
  gboolean  keep_twins;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->base);
  g_free (options->output);
  g_free (options->take);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* (transfer full): one member as the file has it; "–" where it isn't set */
static char *
dup_value (ShanhaiRecord      *record,
           const ShanhaiField *field)
{
  g_autoptr (ShanhaiRecord) alone = NULL;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  if (record == NULL || !shanhai_field_is_set (field, record))
    return g_strdup ("–");

  /* the line of a record that has nothing else, less what it has without */
  alone = shanhai_record_new (shanhai_record_get_record_type (record), "-");
  without = shanhai_record_to_line (alone);
  shanhai_field_copy (field, record, alone);
  with = shanhai_record_to_line (alone);
  if (strlen (with) < strlen (without) + strlen (field->member) + 4)
    return g_strdup ("–");

  /* {"record":"T","id":"-" and then ,"member":VALUE} */
  return g_strndup (with + strlen (without) - 1 + strlen (field->member) + 4,
                    strlen (with) - strlen (without) - strlen (field->member) - 4);
}

static char *
dup_header_value (const ShanhaiHeader *header,
                  const char          *member)
{
  g_autoptr (GString) line = g_string_new (NULL);
  ShanhaiHeader alone = { 0 };

  if (header == NULL)
    return g_strdup ("–");
  if (g_str_equal (member, "title"))
    alone.title = header->title;
  else if (g_str_equal (member, "language"))
    alone.language = header->language;
  else
    alone.extra = header->extra;
  shanhai_header_append_line (&alone, line);

  /* {"record":"casebook",… */
  return line->len > strlen ("{\"record\":\"casebook\"}") ? g_strndup (line->str + strlen ("{\"record\":\"casebook\","), line->len - strlen ("{\"record\":\"casebook\",}"))
                                                          : g_strdup ("–");
}

static char *
dup_side (ShanhaiConflict *conflict,
          ShanhaiSide      side)
{
  ShanhaiRecord *record = shanhai_conflict_get_record (conflict, side);
  const ShanhaiField *field = shanhai_conflict_get_field (conflict);

  if (shanhai_conflict_get_id (conflict) == NULL)
    return dup_header_value (shanhai_conflict_get_header (conflict, side), shanhai_conflict_get_member (conflict));
  if (shanhai_conflict_get_member (conflict) == NULL)
    {
      ShanhaiRecord *other = shanhai_conflict_get_record (conflict, side == SHANHAI_SIDE_MINE ? SHANHAI_SIDE_THEIRS : SHANHAI_SIDE_MINE);

      /* one id for two kinds of thing: the words that the file has for them */
      if (record != NULL && other != NULL && G_OBJECT_TYPE (record) != G_OBJECT_TYPE (other))
        return g_strdup (shanhai_record_type_get_name (shanhai_record_get_record_type (record)));
      return g_strdup (record != NULL ? C_("merge", "there") : C_("merge", "deleted"));
    }
  if (field == NULL)
    return g_strdup (record != NULL && shanhai_record_get_extra (record) != NULL ? shanhai_record_get_extra (record) + 1 : "–");

  return dup_value (record, field);
}

static void
list_conflicts (ShanhaiMerge *merge,
                GString      *text)
{
  GListModel *conflicts = shanhai_merge_get_conflicts (merge);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (conflicts, i);
      const char *id = shanhai_conflict_get_id (conflict);
      const char *member = shanhai_conflict_get_member (conflict);
      g_autofree char *mine = dup_side (conflict, SHANHAI_SIDE_MINE);
      g_autofree char *theirs = dup_side (conflict, SHANHAI_SIDE_THEIRS);

      if (shanhai_conflict_get_choice (conflict) != SHANHAI_SIDE_NONE)
        continue;
      /* Translators: a conflict: record, member, and what each of two casebooks says */
      g_string_append_printf (text, _("%s %s: mine %s, theirs %s\n"), id != NULL ? id : "casebook", member != NULL ? member : "", mine, theirs);
    }
}

static ShanhaiExit
tell (ShanhaiMerge              *merge,
      const ShanhaiMergeSummary *summary,
      bool                       to_stdout)
{
  g_autoptr (GString) text = g_string_new (NULL);

  list_conflicts (merge, text);
  if (summary->n_left_out > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u line of an unknown type without an id was left out\n",
                                               "%u lines of unknown types without an id were left out\n", summary->n_left_out), summary->n_left_out);
  if (to_stdout)
    g_print ("%s", text->str);
  else
    g_printerr ("%s", text->str);

  return summary->n_open > 0 || summary->n_left_out > 0 ? SHANHAI_EXIT_FINDINGS : SHANHAI_EXIT_DONE;
}

static ShanhaiExit
run (const char    *my_path,
     const char    *their_path,
     const Options *options)
{
  ShanhaiExit status = SHANHAI_EXIT_DONE;
  g_autoptr (ShanhaiLoad) mine = shanhai_command_load_to_change (my_path, &status);
  g_autoptr (ShanhaiLoad) theirs = mine != NULL ? shanhai_command_load_to_change (their_path, &status) : NULL;
  g_autoptr (ShanhaiLoad) base = theirs != NULL && options->base != NULL ? shanhai_command_load_to_change (options->base, &status) : NULL;
  g_autoptr (ShanhaiMerge) merge = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiMergeSummary summary;

  if (theirs == NULL || (options->base != NULL && base == NULL))
    return status;

  merge = shanhai_merge_new (mine->casebook, theirs->casebook, base != NULL ? base->casebook : NULL,
                             options->keep_twins ? SHANHAI_MERGE_KEEP_TWINS : 0);
  if (options->take != NULL)
    shanhai_merge_choose_all (merge, g_str_equal (options->take, "theirs") ? SHANHAI_SIDE_THEIRS : SHANHAI_SIDE_MINE, false);
  change = shanhai_merge_new_change (merge, _("Merge"), &summary);
  if (!shanhai_history_apply (shanhai_casebook_get_history (mine->casebook), change, &error) ||
      !shanhai_command_save (mine, options->output, strcmp (my_path, options->output) == 0, &error))
    return shanhai_command_fail_with (error);

  return tell (merge, &summary, strcmp (options->output, "-") != 0);
}

ShanhaiExit
shanhai_command_merge (int    argc,
                       char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options.base, N_("The casebook that both come from; without it nothing counts as deleted"), N_("BASE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write the casebook there; “-” is standard output"), N_("OUT") },
    { "take", 0, 0, G_OPTION_ARG_STRING, &options.take, N_("Settle all conflicts: mine or theirs"), N_("SIDE") },
    { "keep-twins", 0, 0, G_OPTION_ARG_NONE, &options.keep_twins, N_("Keep twice what both entered alike, each under an id of its own"), NULL },
    { NULL },
  };
  ShanhaiExit status = SHANHAI_EXIT_DONE;

  if (!shanhai_command_parse (&argc, &argv, entries, "MINE THEIRS [--base BASE] --output OUT",
                              _("Joins two casebooks. Conflicts are listed; there MINE’s value is kept, and the exit status is 1."), &status))
    return status;
  if (argc != 3)
    return shanhai_command_fail (_("merge takes two casebooks; see “shanhai-cli merge --help”"));
  if (options.output == NULL)
    return shanhai_command_fail (_("say where the result goes: --output OUT"));
  if (options.take != NULL && !g_str_equal (options.take, "mine") && !g_str_equal (options.take, "theirs"))
    return shanhai_command_fail (_("--take is “mine” or “theirs”"));
  if ((strcmp (argv[1], "-") == 0) + (strcmp (argv[2], "-") == 0) + (g_strcmp0 (options.base, "-") == 0) > 1)
    return shanhai_command_fail (_("only one of them can be standard input"));

  return run (argv[1], argv[2], &options);
}
