/* shanhai-command-chart.c - chart: a casebook's figures, or a bare graph, as a picture, text or layout. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-chart-export.h"
#include "shanhai-command.h"
#include "shanhai-figure.h"
#include "shanhai-graph.h"

#define MIN_SIZE 50
#define MAX_SIZE 20000
#define MAX_SCALE 20

/* besides the pictures of ShanhaiChartFormat */
typedef enum
{
  OUTPUT_PICTURE,
  OUTPUT_TEXT,
  OUTPUT_LAYOUT,
} OutputKind;

typedef struct
{
  char   *kind_name;
  char  **cases;
  char   *graph;
  char   *output;
  char   *format;
  char   *size;
  double  scale;
  char   *language;
  char   *theme;
  char   *by;
  char   *title;

  ShanhaiFigureKind   kind;
  OutputKind          output_kind;
  ShanhaiChartFormat  picture;
} Call;

static void
call_clear (Call *call)
{
  g_free (call->kind_name);
  g_strfreev (call->cases);
  g_free (call->graph);
  g_free (call->output);
  g_free (call->format);
  g_free (call->size);
  g_free (call->language);
  g_free (call->theme);
  g_free (call->by);
  g_free (call->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static bool
fail (GError     **error,
      const char  *format,
      ...) G_GNUC_PRINTF (2, 3);

static bool
fail (GError     **error,
      const char  *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, args));
  va_end (args);

  return false;
}

static bool
resolve_format (Call    *call,
                GError **error)
{
  const bool standard = call->output == NULL || strcmp (call->output, "-") == 0;

  if (g_strcmp0 (call->format, "text") == 0)
    call->output_kind = OUTPUT_TEXT;
  else if (g_strcmp0 (call->format, "layout") == 0)
    call->output_kind = OUTPUT_LAYOUT;
  else if (call->format != NULL && !g_strv_contains ((const char * const[]) { "svg", "png", "pdf", NULL }, call->format))
    return fail (error, _("--format %s: it takes svg, png, pdf, text or layout"), call->format);
  else if (call->format != NULL)
    return shanhai_chart_format_from_name (call->format, &call->picture, error);
  else if (standard)
    return fail (error, "%s", _("name the file to write with --output F.svg, F.png or F.pdf, or say --format"));
  else
    return shanhai_chart_format_from_name (call->output, &call->picture, error);

  return true;
}

static bool
resolve_size (Call                *call,
              ShanhaiChartOptions *options,
              GError             **error)
{
  char *end = NULL;

  if (call->size == NULL)
    return true;

  options->width = g_ascii_strtod (call->size, &end);
  if (end == call->size || (*end != 'x' && *end != 'X'))
    return fail (error, _("--size %s: write it as WIDTHxHEIGHT, such as 1200x800"), call->size);
  else
    {
      const char *height = end + 1;

      options->height = g_ascii_strtod (height, &end);
      if (end == height || *end != '\0')
        return fail (error, _("--size %s: write it as WIDTHxHEIGHT, such as 1200x800"), call->size);
    }

  /* written so that NaN fails too */
  if (!(options->width >= MIN_SIZE && options->width <= MAX_SIZE && options->height >= MIN_SIZE && options->height <= MAX_SIZE))
    return fail (error, _("--size %s: width and height must lie between %d and %d"), call->size, MIN_SIZE, MAX_SIZE);

  return true;
}

static bool
resolve_options (Call                *call,
                 ShanhaiChartOptions *options,
                 GError             **error)
{
  if (call->kind_name == NULL)
    return fail (error, "%s", _("say what to draw with --kind poverty or --kind funds"));
  if (!shanhai_figure_kind_from_name (call->kind_name, &call->kind))
    return fail (error, _("--kind %s: it takes poverty or funds"), call->kind_name);
  if (call->graph != NULL && call->kind != SHANHAI_FIGURE_FUNDS)
    return fail (error, "%s", _("a bare graph is drawn with --kind funds"));
  if (!(call->scale > 0 && call->scale <= MAX_SCALE))
    return fail (error, _("--scale must be more than 0 and at most %d"), MAX_SCALE);

  if (g_strcmp0 (call->theme, "dark") == 0)
    options->theme = SHANHAI_THEME_DARK;
  else if (call->theme != NULL && strcmp (call->theme, "light") != 0)
    return fail (error, _("--theme %s: it takes light or dark"), call->theme);

  options->title = g_strdup (call->title);

  return resolve_size (call, options, error) && resolve_format (call, error);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
export_marks (Call                *call,
              const ShanhaiMarks  *marks,
              const char          *date,
              GError             **error)
{
  const ShanhaiChartExport export_as = { .format = call->picture, .scale = call->scale, .date = date };

  if (call->output_kind == OUTPUT_TEXT)
    {
      const char *text = shanhai_marks_describe (marks);

      return take_text (g_str_has_suffix (text, "\n") ? g_strdup (text) : g_strconcat (text, "\n", NULL));
    }

  return shanhai_chart_export_to_bytes (marks, &export_as, error);
}

static GBytes *
draw_graph (Call                 *call,
            ShanhaiChartOptions  *options,
            GError              **error)
{
  g_autoptr (GBytes) bytes = shanhai_command_read_bytes (call->graph, error);
  g_autoptr (ShanhaiFlowChart) chart = NULL;
  g_autoptr (ShanhaiMarks) marks = NULL;

  if (bytes != NULL)
    {
      g_autofree char *name = strcmp (call->graph, "-") == 0 ? g_strdup (_("standard input")) : g_path_get_basename (call->graph);

      chart = shanhai_graph_read (bytes, name, options, error);
    }
  if (chart == NULL)
    return NULL;
  if (call->output_kind == OUTPUT_LAYOUT)
    return take_text (shanhai_flow_chart_to_layout_json (chart, call->size != NULL ? options->width : 0,
                                                         call->size != NULL ? options->height : 0));

  marks = shanhai_flow_chart_layout (chart, options);

  return export_marks (call, marks, NULL, error);
}

static GBytes *
draw_book (Call                 *call,
           ShanhaiLoad          *load,
           ShanhaiChartOptions  *options,
           GError              **error)
{
  g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (call->kind, load->casebook, (const char * const *) call->cases, call->by, error);
  g_autoptr (ShanhaiMarks) marks = NULL;
  g_autofree char *date = NULL;

  if (figure == NULL)
    return NULL;
  if (call->output_kind == OUTPUT_LAYOUT)
    return take_text (shanhai_figure_layout_json (figure, options));

  marks = shanhai_figure_layout (figure, options);
  if (call->output_kind == OUTPUT_PICTURE && call->picture == SHANHAI_CHART_FORMAT_PDF)
    date = shanhai_figure_dup_date (figure);

  return export_marks (call, marks, date, error);
}

ShanhaiExit
shanhai_command_chart (int    argc,
                       char **argv)
{
  g_auto (Call) call = { .scale = 1 };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &call.kind_name, N_("What to draw: poverty or funds"), N_("KIND") },
    { "case", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &call.cases, N_("Only this case; may be given several times"), N_("ID") },
    { "graph", 'g', 0, G_OPTION_ARG_FILENAME, &call.graph, N_("Draw a bare graph of nodes and links instead of a casebook"), N_("GRAPH.json") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &call.output, N_("The file to write; “-” is standard output"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &call.format, N_("svg, png, pdf, text or layout; by default the ending of the file decides"), N_("FORMAT") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &call.size, N_("Size in pixels at scale 1 (800x600)"), N_("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &call.scale, N_("Pixels of a PNG for each pixel of the size (1)"), N_("N") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &call.language, N_("Language of words and numbers, such as en or zh_CN"), N_("LANG") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &call.theme, N_("light or dark"), N_("THEME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &call.by, N_("poverty: rate, headcount, villages or an indicator; funds: recipient, project, sector or year"), N_("WORD") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &call.title, N_("Title instead of the finding"), N_("TEXT") },
    { NULL },
  };
  g_autoptr (ShanhaiWords) words = NULL;
  g_autoptr (ShanhaiChartOptions) options = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiExit status = SHANHAI_EXIT_DONE;

  if (!shanhai_command_parse (&argc, &argv, entries, "BOOK --kind poverty|funds [--case ID]… --output F.svg|F.png|F.pdf",
                              _("Draws a chart of a casebook, or of a bare graph."), &status))
    return status;

  words = shanhai_words_open (call.language);
  options = shanhai_chart_options_new (words);
  if (!resolve_options (&call, options, &error))
    return shanhai_command_fail_with (error);
  if (argc != (call.graph != NULL ? 1 : 2))
    return shanhai_command_fail (_("chart takes one casebook, or --graph and no casebook; see “shanhai-cli chart --help”"));

  if (call.graph != NULL)
    picture = draw_graph (&call, options, &error);
  else
    {
      load = shanhai_command_load (argv[1], &status);
      if (load == NULL)
        return status;
      picture = draw_book (&call, load, options, &error);
    }

  if (picture == NULL || !shanhai_command_write (call.output, picture, &error))
    return shanhai_command_fail_with (error);

  return load != NULL ? shanhai_command_tell_findings (load) : SHANHAI_EXIT_DONE;
}
