/* shanhai-command-check.c - check: figures of a casebook that can't all be true. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON is the same in every language: its messages are in English, its printed figures as the sources have them. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-checks.h"
#include "shanhai-command.h"

static void
append_json_string (GString    *out,
                    const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_json_array (GString        *out,
                   ShanhaiFinding *finding,
                   bool            printed)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    {
      g_autofree char *text = printed ? shanhai_finding_dup_printed (finding, i) : g_strdup (shanhai_record_get_id (shanhai_finding_get_record (finding, i)));

      if (i > 0)
        g_string_append_c (out, ',');
      append_json_string (out, text);
    }
  g_string_append_c (out, ']');
}

/* A line whose time ends before it begins can't be read as a record; of a check it is a finding, not the end of it. Returns NULL where a line has another
 * fault: the first such line is `other`. */
static GPtrArray *
collect_turned (ShanhaiLoad          *load,
                const ShanhaiDamage **other)
{
  g_autoptr (GPtrArray) turned = g_ptr_array_new ();

  for (guint i = 0; i < load->damages->len; i++)
    {
      const ShanhaiDamage *damage = load->damages->pdata[i];

      if (damage->turned == NULL || shanhai_casebook_lookup (load->casebook, shanhai_record_get_id (damage->turned)) != NULL)
        {
          *other = damage;
          return NULL;
        }
      g_ptr_array_add (turned, load->damages->pdata[i]);
    }

  return g_steal_pointer (&turned);
}

/* what the record is about, in words: it isn't in the casebook, so no label can be looked up by its id */
static char *
dup_turned_subject (const ShanhaiDamage *damage,
                    ShanhaiCasebook     *casebook,
                    const ShanhaiWords  *words)
{
  const ShanhaiName *title = shanhai_record_get_title (damage->turned);

  return title != NULL ? g_strdup (shanhai_name_get (title, shanhai_words_get_language (words))) : shanhai_finding_dup_subject (casebook, damage->turned, words);
}

static void
append_json_turned (GString             *out,
                    const ShanhaiDamage *damage,
                    ShanhaiCasebook     *casebook,
                    ShanhaiWords        *english)
{
  g_autofree char *subject = dup_turned_subject (damage, casebook, english);
  g_autofree char *message = g_strdup_printf ("%s: a time ends before it begins: %s", subject, damage->turned_time);

  g_string_append (out, "{\"check\":\"dates\",\"severity\":\"contradiction\",\"settled\":false,\"records\":[");
  append_json_string (out, shanhai_record_get_id (damage->turned));
  g_string_append (out, "],\"printed\":[");
  append_json_string (out, damage->turned_time);
  g_string_append (out, "],\"computed\":null,\"message\":");
  append_json_string (out, message);
  g_string_append_c (out, '}');
}

static void
append_json (GString         *out,
             ShanhaiFinding  *finding,
             ShanhaiCasebook *casebook,
             ShanhaiWords    *english)
{
  g_autofree char *computed = shanhai_finding_dup_computed (finding);
  g_autofree char *message = shanhai_finding_dup_message (finding, casebook, english);

  g_string_append (out, "{\"check\":");
  append_json_string (out, shanhai_check_get_key (shanhai_finding_get_check (finding)));
  g_string_append (out, ",\"severity\":");
  append_json_string (out, shanhai_gravity_get_key (shanhai_finding_get_gravity (finding)));
  g_string_append_printf (out, ",\"settled\":%s,\"records\":", shanhai_finding_get_settled (finding) != NULL ? "true" : "false");
  append_json_array (out, finding, false);
  g_string_append (out, ",\"printed\":");
  append_json_array (out, finding, true);
  g_string_append (out, ",\"computed\":");
  if (computed != NULL)
    append_json_string (out, computed);
  else
    g_string_append (out, "null");
  g_string_append (out, ",\"message\":");
  append_json_string (out, message);
  g_string_append_c (out, '}');
}

static GBytes *
format_json (ShanhaiChecks *checks,
             GPtrArray     *turned)
{
  g_autoptr (ShanhaiWords) english = shanhai_words_open ("en");
  GString *out = g_string_new ("[");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checks));

  for (guint i = 0; i < turned->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_json_turned (out, turned->pdata[i], shanhai_checks_get_casebook (checks), english);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      g_string_append (out, i + turned->len > 0 ? ",\n" : "\n");
      append_json (out, finding, shanhai_checks_get_casebook (checks), english);
    }
  g_string_append (out, n + turned->len > 0 ? "\n]\n" : "]\n");

  return g_string_free_to_bytes (out);
}

/* one line, whatever a name holds */
static void
append_line (GString    *out,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
}

static void
append_finding (GString            *out,
                ShanhaiFinding     *finding,
                ShanhaiCasebook    *casebook,
                const ShanhaiWords *words)
{
  g_autofree char *message = shanhai_finding_dup_message (finding, casebook, words);

  g_string_append_printf (out, "  %s", shanhai_check_get_label (shanhai_finding_get_check (finding), words));
  if (shanhai_finding_get_settled (finding) != NULL)
    g_string_append_printf (out, " (%s)", _("settled"));
  g_string_append (out, "\n    ");
  append_line (out, message);
  g_string_append (out, "\n    ");
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", shanhai_record_get_id (shanhai_finding_get_record (finding, i)));
  g_string_append_c (out, '\n');
}

static GBytes *
format_table (ShanhaiChecks      *checks,
              GPtrArray          *turned,
              const ShanhaiWords *words)
{
  GString *out = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (checks));
  guint totals[SHANHAI_N_GRAVITIES] = { 0 };
  int gravity = -1;

  for (guint i = 0; i < turned->len; i++)
    {
      const ShanhaiDamage *damage = turned->pdata[i];
      g_autofree char *subject = dup_turned_subject (damage, shanhai_checks_get_casebook (checks), words);
      /* Translators: what a record is about, then a time such as 2020/2016 */
      g_autofree char *message = g_strdup_printf (_("%s: a time ends before it begins: %s"), subject, damage->turned_time);

      append_line (out, message);
      g_string_append_printf (out, "\n    %s", shanhai_record_get_id (damage->turned));
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      totals[shanhai_finding_get_gravity (finding)]++;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if ((int) shanhai_finding_get_gravity (finding) != gravity)
        {
          gravity = (int) shanhai_finding_get_gravity (finding);
          g_string_append_printf (out, "%s%s: %u\n", i > 0 ? "\n" : "", shanhai_gravity_get_label (gravity, words), totals[gravity]);
        }
      append_finding (out, finding, shanhai_checks_get_casebook (checks), words);
    }
  if (n + turned->len == 0)
    g_string_append_printf (out, "%s\n", _("Nothing to tell."));

  return g_string_free_to_bytes (out);
}

ShanhaiExit
shanhai_command_check (int    argc,
                       char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("table or json"), N_("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of words and numbers, such as en or zh_CN"), N_("LANG") },
    { NULL },
  };
  g_autoptr (ShanhaiWords) words = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiChecks) checks = NULL;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) turned = NULL;
  g_autofree char *newer = NULL;
  const ShanhaiDamage *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;

  if (!shanhai_command_parse (&argc, &argv, entries, "BOOK [--format table|json]",
                              _("Checks whether the figures of a casebook can all be true. Exit status 1: a contradiction is left that nobody has settled."), &status))
    return status;
  if (argc != 2)
    return shanhai_command_fail (_("check takes one casebook; see “shanhai-cli check --help”"));
  if (format != NULL && !g_strv_contains ((const char * const[]) { "table", "json", NULL }, format))
    {
      g_autofree char *message = g_strdup_printf (_("--format %s: it takes table or json"), format);

      return shanhai_command_fail (message);
    }

  name = g_path_get_basename (argv[1]);
  input = shanhai_command_read_bytes (argv[1], &error);
  if (input == NULL)
    return shanhai_command_fail_with (error);
  load = shanhai_load_bytes (input, strcmp (argv[1], "-") == 0 ? _("standard input") : name, NULL, NULL, NULL, &error);
  if (load == NULL)
    return shanhai_command_fail_with (error);
  turned = collect_turned (load, &other);
  if (turned == NULL)
    {
      g_autofree char *message = shanhai_load_format_damage (load, other);

      return shanhai_command_fail (message);
    }

  words = shanhai_words_open (language);
  checks = shanhai_checks_new (load->casebook);
  bytes = g_strcmp0 (format, "json") == 0 ? format_json (checks, turned) : format_table (checks, turned, words);
  if (!shanhai_command_write ("-", bytes, &error))
    return shanhai_command_fail_with (error);

  /* what a later format means by its figures isn't for this version to judge, so that is told as well */
  newer = shanhai_command_dup_newer_format (load);
  if (newer != NULL)
    {
      shanhai_command_tell (newer);
      return SHANHAI_EXIT_FINDINGS;
    }

  return turned->len > 0 || shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION) > 0 ? SHANHAI_EXIT_FINDINGS : SHANHAI_EXIT_DONE;
}
