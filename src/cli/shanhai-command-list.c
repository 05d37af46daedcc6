/* shanhai-command-list.c - list: the records of a casebook as a table, JSON Lines or CSV. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-command.h"
#include "shanhai-record-write.h"
#include "shanhai-vocabulary.h"

#define N_COLUMNS 7
#define MAX_CELL_WIDTH 44
#define COLUMN_GAP 2

typedef struct
{
  ShanhaiCasebook *casebook;
  ShanhaiLanguage  language;
  const char      *case_id;
} Context;

static bool
is_wanted (Context       *context,
           ShanhaiRecord *record)
{
  return context->case_id == NULL || g_strcmp0 (shanhai_record_get_case_id (record), context->case_id) == 0;
}

static GPtrArray *
collect (Context    *context,
         const char *type)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (context->casebook, t);

      if (type != NULL && g_strcmp0 (shanhai_record_type_get_name (t), type) != 0)
        continue;
      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        if (is_wanted (context, shanhai_record_list_peek (list, i)))
          g_ptr_array_add (records, shanhai_record_list_peek (list, i));
    }

  return records;
}

static GBytes *
format_json (GPtrArray *records)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      shanhai_record_append_line (records->pdata[i], lines);
      g_string_append_c (lines, '\n');
    }

  return g_string_free_to_bytes (lines);
}

static const char *
get_quote (ShanhaiRecord *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    if (citations->items[i].quote != NULL)
      return citations->items[i].quote;

  return "";
}

static const char *
get_type_name (ShanhaiRecord *record)
{
  const char *name = shanhai_record_type_get_name (shanhai_record_get_record_type (record));

  return name != NULL ? name : "?";
}

/* one record as it is told to a person (transfer full) */
static char **
dup_row (Context       *context,
         ShanhaiRecord *record)
{
  const ShanhaiQuantity *figure = shanhai_record_get_figure (record);
  const ShanhaiPeriod *period = shanhai_record_get_period (record);
  const char *id = shanhai_record_get_id (record);
  char **row = g_new0 (char *, N_COLUMNS + 1);

  row[0] = g_strdup (get_type_name (record));
  row[1] = g_strdup (id != NULL ? id : "");
  row[2] = shanhai_casebook_dup_label (context->casebook, id, context->language);
  row[3] = figure != NULL ? shanhai_vocabulary_format_quantity (figure, context->language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL)
                          : g_strdup ("");
  row[4] = period != NULL ? g_strdup (shanhai_period_get_text (period)) : g_strdup ("");
  row[5] = g_strdup (get_quote (record));
  row[6] = g_strdup (shanhai_record_get_case_id (record) != NULL ? shanhai_record_get_case_id (record) : "");

  return row;
}

/* columns of a terminal: Chinese characters take two */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_cell (GString    *out,
             const char *text,
             guint       width)
{
  guint used = 0;
  guint left = get_width (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint w = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      const bool whole = left <= width - used;

      left -= w;
      if (used + w > width - (whole ? 0 : 1))
        {
          g_string_append (out, "…");
          used++;
          break;
        }
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
      used += w;
    }

  for (; used < width + COLUMN_GAP; used++)
    g_string_append_c (out, ' ');
}

static void
append_table_row (GString     *out,
                  char       **row,
                  const guint *widths)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    append_cell (out, row[c], widths[c]);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static GBytes *
format_table (Context   *context,
              GPtrArray *records)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint widths[N_COLUMNS] = { 0 };
  const char *heads[] = { C_("column", "Type"), C_("column", "Id"), C_("column", "What"), C_("column", "Figure"),
                          C_("column", "Period"), C_("column", "As printed"), C_("column", "Case"), NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) heads));
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, dup_row (context, records->pdata[i]));

  for (guint i = 0; i < rows->len; i++)
    for (guint c = 0; c < N_COLUMNS; c++)
      widths[c] = MAX (widths[c], MIN (get_width (((char **) rows->pdata[i])[c]), MAX_CELL_WIDTH));
  for (guint i = 0; i < rows->len; i++)
    append_table_row (out, rows->pdata[i], widths);

  return g_string_free_to_bytes (out);
}

/* RFC 4180 */
static void
append_csv_cell (GString    *out,
                 const char *text,
                 bool        first)
{
  if (!first)
    g_string_append_c (out, ',');
  if (text == NULL)
    return;

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_csv_figure (GString               *out,
                   const ShanhaiQuantity *figure)
{
  g_autofree char *value = figure != NULL ? shanhai_decimal_to_string (&figure->value) : NULL;
  g_autofree char *value_hi = figure != NULL && figure->has_hi ? shanhai_decimal_to_string (&figure->value_hi) : NULL;

  append_csv_cell (out, value, false);
  append_csv_cell (out, value_hi, false);
  append_csv_cell (out, figure != NULL ? figure->unit : NULL, false);
  append_csv_cell (out, figure != NULL ? shanhai_qualifier_to_key (figure->qualifier) : NULL, false);
}

static GBytes *
format_csv (Context   *context,
            GPtrArray *records)
{
  GString *out = g_string_new ("record,id,label,value,value_hi,unit,qualifier,period,quote,source,case\n");

  for (guint i = 0; i < records->len; i++)
    {
      ShanhaiRecord *record = records->pdata[i];
      const ShanhaiPeriod *period = shanhai_record_get_period (record);
      const ShanhaiCitations *citations = shanhai_record_get_citations (record);
      g_autofree char *label = shanhai_casebook_dup_label (context->casebook, shanhai_record_get_id (record), context->language);

      append_csv_cell (out, get_type_name (record), true);
      append_csv_cell (out, shanhai_record_get_id (record), false);
      append_csv_cell (out, label, false);
      append_csv_figure (out, shanhai_record_get_figure (record));
      append_csv_cell (out, period != NULL ? shanhai_period_get_text (period) : NULL, false);
      append_csv_cell (out, get_quote (record), false);
      append_csv_cell (out, citations != NULL && citations->n > 0 ? citations->items[0].source : NULL, false);
      append_csv_cell (out, shanhai_record_get_case_id (record), false);
      g_string_append_c (out, '\n');
    }

  return g_string_free_to_bytes (out);
}

ShanhaiExit
shanhai_command_list (int    argc,
                      char **argv)
{
  g_autofree char *type = NULL;
  g_autofree char *case_id = NULL;
  g_autofree char *format = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_("Only records of this type, such as case or flow"), N_("TYPE") },
    { "case", 'c', 0, G_OPTION_ARG_STRING, &case_id, N_("Only the records of this case"), N_("ID") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("table, json (JSON Lines, as stored) or csv"), N_("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("Language of words and numbers, such as en or zh_CN"), N_("LANG") },
    { NULL },
  };
  g_autoptr (ShanhaiWords) words = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;
  Context context;

  if (!shanhai_command_parse (&argc, &argv, entries, "BOOK [--type T] [--case ID] [--format table|json|csv]",
                              _("Lists the records of a casebook."), &status))
    return status;
  if (argc != 2)
    return shanhai_command_fail (_("list takes one casebook; see “shanhai-cli list --help”"));
  if (format != NULL && !g_strv_contains ((const char * const[]) { "table", "json", "csv", NULL }, format))
    return shanhai_command_refuse (_("--format %s: it takes table, json or csv"), format);
  if (type != NULL && shanhai_record_type_from_name (type) == SHANHAI_RECORD_OTHER)
    return shanhai_command_refuse (_("--type %s: it takes place, party, case, pairing, programme, flow, exchange, observation, event, source, indicator or decision"), type);

  load = shanhai_command_load (argv[1], &status);
  if (load == NULL)
    return status;
  if (case_id != NULL && shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, case_id) == NULL)
    return shanhai_command_refuse (_("the casebook has no case “%s”; “list --type case” names those that it has"), case_id);

  words = shanhai_words_open (language);
  context = (Context) { load->casebook, shanhai_words_get_language (words), case_id };
  records = collect (&context, type);
  if (g_strcmp0 (format, "json") == 0)
    bytes = format_json (records);
  else if (g_strcmp0 (format, "csv") == 0)
    bytes = format_csv (&context, records);
  else
    bytes = format_table (&context, records);

  if (!shanhai_command_write ("-", bytes, &error))
    return shanhai_command_fail_with (error);

  return shanhai_command_tell_findings (load);
}
