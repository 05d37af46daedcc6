/* shanhai-command-read.c - read: every figure in a text, as JSON or a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-command.h"
#include "shanhai-reading-json.h"
#include "shanhai-text.h"
#include "shanhai-vocabulary.h"

static const char *
get_kind_label (ShanhaiReadFigureKind kind)
{
  switch (kind)
    {
    case SHANHAI_READ_FIGURE_FUND: return C_("kind of figure", "funds");
    case SHANHAI_READ_FIGURE_OUTPUT: return C_("kind of figure", "output");
    case SHANHAI_READ_FIGURE_INDICATOR: return C_("kind of figure", "indicator");
    case SHANHAI_READ_FIGURE_PAIRING: return C_("kind of figure", "pairing");
    case SHANHAI_READ_FIGURE_EXCHANGE: return C_("kind of figure", "exchange");
    case SHANHAI_READ_FIGURE_EVENT: return C_("kind of figure", "event");
    case SHANHAI_READ_FIGURE_OTHER:
    default: return C_("kind of figure", "other");
    }
}

/* tabs and line ends in a text would break its row */
static char *
dup_cell (const char *text,
          gsize       length)
{
  char *cell = g_strndup (text, length);

  for (char *p = cell; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  return cell;
}

static GBytes *
format_table (const ShanhaiReading *reading,
              const char           *text,
              ShanhaiLanguage       language)
{
  GString *out = g_string_new (NULL);

  /* Translators: columns of a table of figures found in a text, with tabs between */
  g_string_append (out, _("Place\tAs printed\tFigure\tWhat is counted\tPeriod\tKind"));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, i);
      g_autoptr (ShanhaiQuantity) quantity = shanhai_read_figure_dup_quantity (figure);
      g_autofree char *printed = dup_cell (text + figure->start_byte, figure->length_bytes);
      g_autofree char *counted = dup_cell (figure->counted, strlen (figure->counted));
      g_autofree char *value = shanhai_vocabulary_format_quantity (quantity, language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);

      g_string_append_printf (out, "%u\t%s\t%s\t%s\t%s\t%s\n", figure->start, printed, value, counted,
                              figure->period != NULL ? figure->period : "–", get_kind_label (figure->kind));
    }

  return g_string_free_to_bytes (out);
}

/* NULL with the reason told: what a figure's offsets count must be clear, so a text that isn't UTF-8 isn't guessed at */
static char *
load_text (const char  *path,
           ShanhaiExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = shanhai_command_read_bytes (path, &error);
  const char *data, *end;
  gsize length;
  g_autofree char *copy = NULL;
  g_autofree char *message = NULL;
  guint line = 1;

  if (bytes == NULL)
    {
      *exit = shanhai_command_fail_with (error);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return g_strdup ("");
  if (g_utf8_validate_len (data, length, &end))
    {
      copy = g_strndup (data, length);
      return shanhai_text_normalise_lines (copy);
    }

  for (const char *p = data; p < end; p++)
    line += *p == '\n';
  {
    g_autofree char *name = strcmp (path, "-") == 0 ? g_strdup (_("standard input")) : g_path_get_basename (path);

    /* Translators: name of a file, number of the line */
    message = g_strdup_printf (_("%s:%u: this is not UTF-8 text; save it as UTF-8 first"), name, line);
  }
  *exit = shanhai_command_fail (message);
  return NULL;
}

ShanhaiExit
shanhai_command_read (int    argc,
                      char **argv)
{
  g_autofree char *published = NULL, *format = NULL, *lang = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ShanhaiPeriod) period = NULL;
  g_autoptr (ShanhaiReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_("Day of publication, from which “last year” counts (else the heading’s)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("json or table (default: json)"), N_("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, N_("Language of the words, such as zh_CN"), N_("LANGUAGE") },
    { NULL },
  };
  ShanhaiExit exit = SHANHAI_EXIT_DONE;
  g_autoptr (ShanhaiWords) words = NULL;

  if (!shanhai_command_parse (&argc, &argv, entries, _("ARTICLE.txt"), _("Finds every figure in an article."), &exit))
    return exit;
  if (argc != 2)
    return shanhai_command_fail (_("read needs one article; see “shanhai-cli read --help”"));
  if (format != NULL && strcmp (format, "json") != 0 && strcmp (format, "table") != 0)
    return shanhai_command_fail (_("--format must be json or table"));
  if (published != NULL)
    {
      period = shanhai_period_parse (published, &error);
      if (period == NULL)
        {
          g_autofree char *message = g_strdup_printf (_("--published: %s"), error->message);

          return shanhai_command_fail (message);
        }
    }

  text = load_text (argv[1], &exit);
  if (text == NULL)
    return exit;

  reading = shanhai_reading_new (text, -1, period);
  words = shanhai_words_open (lang);
  if (format != NULL && strcmp (format, "table") == 0)
    bytes = format_table (reading, text, shanhai_words_get_language (words));
  else
    {
      char *json = shanhai_reading_to_json (reading, text);

      bytes = g_bytes_new_take (json, strlen (json));
    }
  if (!shanhai_command_write ("-", bytes, &error))
    return shanhai_command_fail_with (error);

  return SHANHAI_EXIT_DONE;
}
