/* test-chart-export.c - SVG, PNG and PDF: well-formed, of the right size, the same each time, whole or not there. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sample-charts.h"
#include "shanhai-chart-export.h"
#include "shanhai-marks-builder.h"

static ShanhaiMarks *
make_marks (guint        sample,
            ShanhaiTheme theme)
{
  g_autoptr (ShanhaiTrendChart) chart = sample_charts[sample].make (sample % 2 == 1);
  g_autoptr (ShanhaiWords) words = sample_words (sample % 2 == 1);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);

  options->theme = theme;
  return shanhai_trend_chart_layout (chart, options);
}

static GBytes *
export (const ShanhaiMarks *marks,
        ShanhaiChartFormat  format,
        double              scale,
        bool                text)
{
  const ShanhaiChartExport export_as = {
    .format = format, .scale = scale, .text_as_text = text, .author = "Shanhai", .date = "2020-10-15",
  };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = shanhai_chart_export_to_bytes (marks, &export_as, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_format (void)
{
  static const struct
  {
    const char *name;
    int         format;  /* −1: unknown */
  } cases[] = {
    { "a.svg", SHANHAI_CHART_FORMAT_SVG }, { "a.b.PNG", SHANHAI_CHART_FORMAT_PNG }, { "pdf", SHANHAI_CHART_FORMAT_PDF },
    { "svg", SHANHAI_CHART_FORMAT_SVG },   { "a.svgz", -1 },                        { "", -1 },
    { "a.", -1 },                          { "apng", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      ShanhaiChartFormat format = SHANHAI_CHART_FORMAT_SVG;

      if (shanhai_chart_format_from_name (cases[i].name, &format, &error))
        g_assert_cmpint ((int) format, ==, cases[i].format);
      else
        {
          g_assert_cmpint (cases[i].format, ==, -1);
          g_assert_error (error, SHANHAI_CHART_EXPORT_ERROR, SHANHAI_CHART_EXPORT_ERROR_FORMAT);
        }
    }
  g_assert_cmpstr (shanhai_chart_format_get_ending (SHANHAI_CHART_FORMAT_PDF), ==, "pdf");
  g_assert_cmpstr (shanhai_chart_format_get_mime (SHANHAI_CHART_FORMAT_SVG), ==, "image/svg+xml");
}

/* ---- SVG ------------------------------------------------------------------------------------ */

typedef struct
{
  GString *title, *desc, *texts;
  GString *into;
  int      depth, n_texts;
  bool     role, root;
  char    *width;
} Svg;

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               void                 *data,
               GError              **error)
{
  Svg *svg = data;

  if (svg->depth++ == 0)
    {
      svg->root = g_str_equal (name, "svg");
      for (guint i = 0; names[i] != NULL; i++)
        {
          if (g_str_equal (names[i], "role"))
            svg->role = g_str_equal (values[i], "img");
          if (g_str_equal (names[i], "width"))
            svg->width = g_strdup (values[i]);
        }
    }

  svg->into = NULL;
  if (svg->depth == 2 && g_str_equal (name, "title"))
    svg->into = svg->title;
  else if (svg->depth == 2 && g_str_equal (name, "desc"))
    svg->into = svg->desc;
  else if (g_str_equal (name, "text"))
    {
      svg->into = svg->texts;
      svg->n_texts++;
    }
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             void                *data,
             GError             **error)
{
  Svg *svg = data;

  if (svg->into == svg->texts && svg->into != NULL)
    g_string_append_c (svg->into, '\n');
  svg->into = NULL;
  svg->depth--;
}

static void
text (GMarkupParseContext *context,
      const char          *string,
      gsize                length,
      void                *data,
      GError             **error)
{
  Svg *svg = data;

  if (svg->into != NULL)
    g_string_append_len (svg->into, string, (gssize) length);
}

static void
svg_init (Svg    *svg,
          GBytes *bytes)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, svg, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *svg = (Svg) { .title = g_string_new (NULL), .desc = g_string_new (NULL), .texts = g_string_new (NULL) };
  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
svg_clear (Svg *svg)
{
  g_string_free (svg->title, TRUE);
  g_string_free (svg->desc, TRUE);
  g_string_free (svg->texts, TRUE);
  g_free (svg->width);
}

static void
test_svg (void)
{
  for (guint i = 0; i < n_sample_charts; i++)
    {
      g_autoptr (ShanhaiMarks) marks = make_marks (i, SHANHAI_THEME_LIGHT);
      g_autoptr (GBytes) outlines = export (marks, SHANHAI_CHART_FORMAT_SVG, 1, false);
      g_autoptr (GBytes) real = export (marks, SHANHAI_CHART_FORMAT_SVG, 1, true);
      Svg svg;

      svg_init (&svg, outlines);
      g_assert_true (svg.root && svg.role);
      g_assert_cmpstr (svg.title->str, ==, shanhai_marks_get_title (marks));
      g_assert_cmpstr (svg.desc->str, ==, shanhai_marks_describe (marks));
      g_assert_cmpint (svg.n_texts, ==, 0);
      g_assert_true (g_str_has_prefix (svg.width, "800"));
      svg_clear (&svg);

      svg_init (&svg, real);
      g_assert_nonnull (strstr (svg.texts->str, shanhai_marks_get_title (marks)));
      g_assert_nonnull (strstr (svg.texts->str, shanhai_marks_get_subtitle (marks)));
      svg_clear (&svg);
    }
}

/* texts that look like markup or like Cairo's ids stay what they are */
static void
test_svg_escapes (void)
{
  static const char *hostile = "<b>&\"surface7\" #surface8 ]]> \x01 源";
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (100, 50, SHANHAI_THEME_DARK, SHANHAI_LANGUAGE_ENGLISH);
  const ShanhaiTextLook look = { .role = SHANHAI_ROLE_LABEL, .size = 12, .colour = 0xffffff, .halo = true };
  g_autoptr (ShanhaiMarks) marks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Svg svg;

  shanhai_marks_builder_set_title (builder, hostile, hostile);
  shanhai_marks_builder_set_description (builder, hostile);
  shanhai_marks_builder_add_text (builder, hostile, 10, 20, &look);
  marks = shanhai_marks_builder_end (builder);
  bytes = export (marks, SHANHAI_CHART_FORMAT_SVG, 1, true);
  svg_init (&svg, bytes);
  g_assert_cmpstr (svg.title->str, ==, "<b>&\"surface7\" #surface8 ]]>  源");
  g_assert_cmpstr (svg.desc->str, ==, svg.title->str);
  g_assert_cmpstr (svg.texts->str, ==, "<b>&\"surface7\" #surface8 ]]>  源\n");
  svg_clear (&svg);
}

/* ---- PNG ------------------------------------------------------------------------------------ */

static guint32
read_big_endian (const guchar *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static void
test_png (void)
{
  static const double scales[] = { 0, 0.5, 1, 2, 3 };
  g_autoptr (ShanhaiMarks) marks = make_marks (0, SHANHAI_THEME_DARK);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) bytes = export (marks, SHANHAI_CHART_FORMAT_PNG, scales[i], false);
      const guchar *data = g_bytes_get_data (bytes, NULL);
      double scale = scales[i] > 0 ? scales[i] : 1;

      g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpuint (read_big_endian (data + 16), ==, (guint32) (800 * scale));
      g_assert_cmpuint (read_big_endian (data + 20), ==, (guint32) (600 * scale));
      /* colour type 2: no alpha, the background is painted */
      g_assert_cmpuint (data[25], ==, 2);
    }
}

static void
test_size (void)
{
  static const struct
  {
    double width, height, scale;
  } cases[] = { { 800, 600, 100 }, { 0, 0, 1 }, { 30000, 30000, 1 }, { 40000, 10, 1 }, { 0.5, 10, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ShanhaiMarks) marks = shanhai_marks_builder_end (
        shanhai_marks_builder_new (cases[i].width, cases[i].height, SHANHAI_THEME_LIGHT, SHANHAI_LANGUAGE_ENGLISH));
      const ShanhaiChartExport export_as = { .format = SHANHAI_CHART_FORMAT_PNG, .scale = cases[i].scale };
      g_autoptr (GError) error = NULL;

      g_assert_null (shanhai_chart_export_to_bytes (marks, &export_as, &error));
      g_assert_error (error, SHANHAI_CHART_EXPORT_ERROR, SHANHAI_CHART_EXPORT_ERROR_SIZE);
    }
}

/* ---- PDF ------------------------------------------------------------------------------------ */

static char *
run (const char *program,
     const char *file,
     const char *last)
{
  const char *argv[] = { program, file, last, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

static void
test_pdf (void)
{
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = g_dir_make_tmp ("shanhai-XXXXXX", NULL);

  if (pdftotext == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      g_rmdir (folder);
      return;
    }

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ShanhaiMarks) marks = make_marks (i, SHANHAI_THEME_LIGHT);
      const ShanhaiChartExport export_as = { .format = SHANHAI_CHART_FORMAT_PDF, .author = "Somebody", .date = "2020-10-15" };
      g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL, *info = NULL;

      g_assert_true (shanhai_chart_export_to_file (marks, &export_as, file, NULL, &error));
      g_assert_no_error (error);
      words = run ("pdftotext", path, "-");
      g_assert_nonnull (strstr (words, shanhai_marks_get_title (marks)));
      info = run ("pdfinfo", path, NULL);
      g_assert_nonnull (strstr (info, shanhai_marks_get_title (marks)));
      g_assert_nonnull (strstr (info, "Somebody"));
      g_assert_nonnull (strstr (info, "Oct 15"));
      g_assert_nonnull (strstr (info, "600 x 450 pts"));
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* ---- all ------------------------------------------------------------------------------------ */

static void
test_identity (void)
{
  for (guint i = 0; i < n_sample_charts; i++)
    for (int format = SHANHAI_CHART_FORMAT_SVG; format <= SHANHAI_CHART_FORMAT_PDF; format++)
      for (int with_text = 0; with_text < (format == SHANHAI_CHART_FORMAT_SVG ? 2 : 1); with_text++)
        {
          g_autoptr (ShanhaiMarks) a = make_marks (i, SHANHAI_THEME_LIGHT);
          g_autoptr (GBytes) first = export (a, (ShanhaiChartFormat) format, 1, with_text);
          g_autoptr (ShanhaiMarks) b = make_marks (i, SHANHAI_THEME_LIGHT);
          g_autoptr (GBytes) second = export (b, (ShanhaiChartFormat) format, 1, with_text);

          g_assert_true (g_bytes_equal (first, second));
        }
}

static void
test_file (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks (0, SHANHAI_THEME_LIGHT);
  g_autoptr (ShanhaiMarks) impossible = shanhai_marks_builder_end (
    shanhai_marks_builder_new (0, 0, SHANHAI_THEME_LIGHT, SHANHAI_LANGUAGE_ENGLISH));
  const ShanhaiChartExport export_as = { .format = SHANHAI_CHART_FORMAT_SVG };
  g_autofree char *folder = g_dir_make_tmp ("shanhai-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL), *link = g_build_filename (folder, "link.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "chart.svg", NULL), *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path), linked = g_file_new_for_path (link);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere), null = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export (marks, SHANHAI_CHART_FORMAT_SVG, 1, false);
  gsize length;

  /* what fails leaves what was there */
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (shanhai_chart_export_to_file (impossible, &export_as, file, NULL, &error));
  g_assert_error (error, SHANHAI_CHART_EXPORT_ERROR, SHANHAI_CHART_EXPORT_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
  g_clear_pointer (&content, g_free);

  /* through a link, which stays a link */
  g_assert_cmpint (symlink ("chart.svg", link), ==, 0);
  g_assert_true (shanhai_chart_export_to_file (marks, &export_as, linked, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (shanhai_chart_export_to_file (marks, &export_as, missing, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  /* a device is written to, not replaced */
  g_assert_true (shanhai_chart_export_to_file (marks, &export_as, null, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));

  g_unlink (link);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_stream (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks (0, SHANHAI_THEME_LIGHT);
  const ShanhaiChartExport export_as = { .format = SHANHAI_CHART_FORMAT_SVG };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GBytes) bytes = export (marks, SHANHAI_CHART_FORMAT_SVG, 1, false);
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_chart_export_to_stream (marks, &export_as, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, g_bytes_get_size (bytes));

  g_cancellable_cancel (cancelled);
  g_assert_false (shanhai_chart_export_to_stream (marks, &export_as, stream, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* layout and export in a thread give the same as here */
static void *
export_in_thread (void *data)
{
  g_autoptr (ShanhaiMarks) marks = make_marks (1, SHANHAI_THEME_LIGHT);

  return export (marks, SHANHAI_CHART_FORMAT_SVG, 1, false);
}

static void
test_thread (void)
{
  GThread *one = g_thread_new ("one", export_in_thread, NULL), *two = g_thread_new ("two", export_in_thread, NULL);
  g_autoptr (GBytes) first = g_thread_join (one), second = g_thread_join (two);
  g_autoptr (GBytes) here = export_in_thread (NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first, here));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/export/format", test_format);
  g_test_add_func ("/charts/export/svg", test_svg);
  g_test_add_func ("/charts/export/svg-escapes", test_svg_escapes);
  g_test_add_func ("/charts/export/png", test_png);
  g_test_add_func ("/charts/export/size", test_size);
  g_test_add_func ("/charts/export/pdf", test_pdf);
  g_test_add_func ("/charts/export/identity", test_identity);
  g_test_add_func ("/charts/export/file", test_file);
  g_test_add_func ("/charts/export/stream", test_stream);
  g_test_add_func ("/charts/export/thread", test_thread);

  return g_test_run ();
}
