/* sample-charts.h - charts to test with and to look at. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-trend-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char         *name;
  ShanhaiTrendChart *(*make) (bool chinese);
} SampleChart;

extern const SampleChart sample_charts[];
extern const guint n_sample_charts;

/* any number of series and points, gaps, qualifiers, whiskers, targets; the same for the same seed */
ShanhaiTrendChart *sample_chart_random (guint32 seed);
/* the same data, series and points in another order */
ShanhaiTrendChart *sample_chart_shuffle (const ShanhaiTrendChart *chart,
                                         guint32                  seed);
/* "zh_CN" where the catalogue is there; else Chinese number forms and English words */
ShanhaiWords *sample_words (bool chinese);

G_END_DECLS
