/* shanhai-command-read.c - read: every figure in a text, as JSON or a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-command.h"
#include "shanhai-reading.h"
#include "shanhai-text.h"
#include "shanhai-vocabulary.h"

static void
append_json_string (GString    *out,
                    const char *text,
                    gsize       length)
{
  g_string_append_c (out, '"');
  for (const char *end = text + length; text < end; text++)
    switch (*text)
      {
      case '"': g_string_append (out, "\\\""); break;
      case '\\': g_string_append (out, "\\\\"); break;
      case '\t': g_string_append (out, "\\t"); break;
      default:
        if ((guchar) *text < 0x20 || *text == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guint) *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

static void
append_json_member (GString    *out,
                    const char *name,
                    const char *value)
{
  g_string_append_printf (out, ",\"%s\":", name);
  if (value != NULL)
    append_json_string (out, value, strlen (value));
  else
    g_string_append (out, "null");
}

static void
append_json_number (GString              *out,
                    const char           *name,
                    const ShanhaiDecimal *value)
{
  g_string_append_printf (out, ",\"%s\":", name);
  shanhai_decimal_append (value, out);
}

static const char *
get_qualifier (const ShanhaiFigure *figure)
{
  return figure->planned && figure->qualifier == SHANHAI_QUALIFIER_EXACT ? "planned" : shanhai_qualifier_to_key (figure->qualifier);
}

static GBytes *
format_json (const ShanhaiReading *reading,
             const char           *text)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      const ShanhaiFigure *figure = shanhai_reading_get_nth (reading, i);

      g_string_append (out, i > 0 ? ",\n {\"quote\":" : "\n {\"quote\":");
      append_json_string (out, text + figure->start_byte, figure->length_bytes);
      g_string_append_printf (out, ",\"start\":%u,\"length\":%u", figure->start, figure->length);
      append_json_number (out, "value", &figure->value);
      if (figure->has_hi)
        append_json_number (out, "value_hi", &figure->value_hi);
      append_json_number (out, "precision", &figure->precision);
      append_json_member (out, "unit", figure->unit);
      append_json_member (out, "qualifier", get_qualifier (figure));
      append_json_member (out, "counted", figure->counted);
      append_json_member (out, "period", figure->period);
      append_json_member (out, "kind", shanhai_figure_kind_to_key (figure->kind));
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n]\n");

  return g_string_free_to_bytes (out);
}

static const char *
get_kind_label (ShanhaiFigureKind kind)
{
  switch (kind)
    {
    case SHANHAI_FIGURE_FUND: return C_("kind of figure", "funds");
    case SHANHAI_FIGURE_OUTPUT: return C_("kind of figure", "output");
    case SHANHAI_FIGURE_INDICATOR: return C_("kind of figure", "indicator");
    case SHANHAI_FIGURE_PAIRING: return C_("kind of figure", "pairing");
    case SHANHAI_FIGURE_EXCHANGE: return C_("kind of figure", "exchange");
    case SHANHAI_FIGURE_EVENT: return C_("kind of figure", "event");
    case SHANHAI_FIGURE_OTHER:
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
      const ShanhaiFigure *figure = shanhai_reading_get_nth (reading, i);
      g_autoptr (ShanhaiQuantity) quantity = shanhai_figure_dup_quantity (figure);
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
  bytes = format != NULL && strcmp (format, "table") == 0 ? format_table (reading, text, shanhai_words_get_language (words))
                                                          : format_json (reading, text);
  if (!shanhai_command_write ("-", bytes, &error))
    return shanhai_command_fail_with (error);

  return SHANHAI_EXIT_DONE;
}
