/* draw-samples.c - writes the sample charts into a folder, to be looked at. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * draw-samples FOLDER [png|svg|pdf] */

#include <locale.h>

#include "sample-charts.h"
#include "shanhai-chart-export.h"

static void
write_chart (const SampleChart  *sample,
             const char         *folder,
             ShanhaiChartFormat  format,
             bool                chinese,
             ShanhaiTheme        theme,
             double              width,
             double              height)
{
  g_autoptr (ShanhaiWords) words = sample_words (chinese);
  g_autoptr (ShanhaiTrendChart) chart = sample->make (chinese);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);
  g_autoptr (ShanhaiMarks) marks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%.0fx%.0f.%s", sample->name, chinese ? "zh" : "en",
                                           theme == SHANHAI_THEME_DARK ? "dark" : "light", width, height,
                                           shanhai_chart_format_get_ending (format));
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  const ShanhaiChartExport export_as = { .format = format };

  options->width = width;
  options->height = height;
  options->theme = theme;
  marks = shanhai_trend_chart_layout (chart, options);
  if (!shanhai_chart_export_to_file (marks, &export_as, file, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  ShanhaiChartFormat format = SHANHAI_CHART_FORMAT_PNG;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2 || (argc > 2 && !shanhai_chart_format_from_name (argv[2], &format, &error)))
    {
      g_printerr ("draw-samples FOLDER [png|svg|pdf]\n");
      return 2;
    }

  g_mkdir_with_parents (argv[1], 0777);
  for (guint i = 0; i < n_sample_charts; i++)
    for (int variant = 0; variant < 4; variant++)
      {
        static const double sizes[][2] = { { 800, 600 }, { 1600, 900 }, { 320, 200 } };

        for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
          write_chart (&sample_charts[i], argv[1], format, variant & 1, variant & 2 ? SHANHAI_THEME_DARK : SHANHAI_THEME_LIGHT,
                       sizes[size][0], sizes[size][1]);
      }

  return 0;
}
