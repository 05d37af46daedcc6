/* shanhai-chart-options.c - what the reader chooses about a chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-chart-options.h"

G_DEFINE_BOXED_TYPE (ShanhaiChartOptions, shanhai_chart_options, shanhai_chart_options_copy, shanhai_chart_options_free)

ShanhaiChartOptions *
shanhai_chart_options_new (ShanhaiWords *words)
{
  ShanhaiChartOptions *self = g_new0 (ShanhaiChartOptions, 1);

  self->width = 800;
  self->height = 600;
  self->text_scale = 1;
  self->theme = SHANHAI_THEME_LIGHT;
  self->words = words != NULL ? shanhai_words_ref (words) : shanhai_words_open ("en");
  self->number_style = SHANHAI_NUMBER_STYLE_AUTO;
  self->show_title = true;
  self->show_sources = true;
  self->show_legend = true;

  return self;
}

ShanhaiChartOptions *
shanhai_chart_options_copy (const ShanhaiChartOptions *self)
{
  ShanhaiChartOptions *copy = g_memdup2 (self, sizeof *self);

  shanhai_words_ref (copy->words);
  copy->title = g_strdup (self->title);
  copy->subtitle = g_strdup (self->subtitle);
  return copy;
}

void
shanhai_chart_options_free (ShanhaiChartOptions *self)
{
  shanhai_words_unref (self->words);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

ShanhaiLanguage
shanhai_chart_options_get_language (const ShanhaiChartOptions *self)
{
  return shanhai_words_get_language (self->words);
}

double
shanhai_chart_options_get_size (const ShanhaiChartOptions *self,
                                ShanhaiSize                size)
{
  static const double sizes[] = {
    [SHANHAI_SIZE_TITLE] = 18,
    [SHANHAI_SIZE_LABEL] = 12,
    [SHANHAI_SIZE_TICK] = 11,
    [SHANHAI_SIZE_SOURCE] = 10,
  };
  /* a finding in 18 px would fill a small page */
  bool small = self->compact || self->height < 320 * self->text_scale || self->width < 420 * self->text_scale;
  double px = size == SHANHAI_SIZE_TITLE && small ? 14 : sizes[size];

  return px * (self->text_scale > 0 ? self->text_scale : 1);
}
