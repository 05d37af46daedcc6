/* shanhai-trend-chart.c - the numbers and labels of a trend chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout is in shanhai-trend-layout.c. */

#include "shanhai-trend-chart.h"

static void
clear_point (void *data)
{
  ShanhaiTrendPoint *point = data;

  g_free (point->key);
  g_free (point->when);
  g_free (point->label);
  g_free (point->words);
  g_free (point->tip);
}

static void
series_free (void *data)
{
  ShanhaiTrendSeries *self = data;

  g_free (self->key);
  g_free (self->label);
  g_array_unref (self->points);
  g_free (self);
}

ShanhaiTrendChart *
shanhai_trend_chart_new (void)
{
  ShanhaiTrendChart *self = g_new0 (ShanhaiTrendChart, 1);

  self->series = g_ptr_array_new_with_free_func (series_free);
  return self;
}

void
shanhai_trend_chart_free (ShanhaiTrendChart *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->unit_label);
  g_free (self->description);
  g_strfreev (self->sources);
  g_strfreev (self->notes);
  g_ptr_array_unref (self->series);
  g_free (self);
}

ShanhaiTrendSeries *
shanhai_trend_chart_add_series (ShanhaiTrendChart *self,
                                const char        *key,
                                const char        *label,
                                int                slot)
{
  ShanhaiTrendSeries *series = g_new0 (ShanhaiTrendSeries, 1);

  series->key = g_strdup (key);
  series->label = g_strdup (label);
  series->slot = slot;
  series->points = g_array_new (FALSE, TRUE, sizeof (ShanhaiTrendPoint));
  g_array_set_clear_func (series->points, clear_point);
  g_ptr_array_add (self->series, series);

  return series;
}

ShanhaiTrendPoint *
shanhai_trend_series_add_point (ShanhaiTrendSeries *self,
                                const char         *key,
                                double              position,
                                double              value,
                                const char         *label)
{
  ShanhaiTrendPoint point = { .key = g_strdup (key), .position = position, .value = value, .label = g_strdup (label) };

  g_array_append_val (self->points, point);
  return &g_array_index (self->points, ShanhaiTrendPoint, self->points->len - 1);
}
