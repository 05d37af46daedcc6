/* shanhai-trend-chart.h - one indicator over the years, one line a case. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and labels in, marks out. A year without a figure is a gap: bridged by a thin dashed line, never by a solid one. Qualifiers survive
 * as signs. The order in which series and points are given doesn't matter. */

#pragma once

#include "shanhai-chart-options.h"
#include "shanhai-marks.h"
#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_POINT_ACTUAL,
  SHANHAI_POINT_BASELINE,
  SHANHAI_POINT_TARGET,  /* never joined by a solid line */
} ShanhaiPointRole;

typedef struct
{
  char             *key;        /* record id, unique in the chart */
  double            position;   /* years, as shanhai_period_get_position() */
  char             *when;       /* "end of 2019", as shanhai_period_format(); NULL: the year alone */
  double            value;
  char             *label;      /* the source's digits without qualifier: "38.74%", "4.7亿"; NULL: the value, formatted */
  char             *words;      /* with the qualifier and unit in words, for the description: "nearly 470 M CNY"; NULL: from label */
  char             *tip;        /* shown at the pointer; NULL: made from series, when and words */
  ShanhaiQualifier  qualifier;
  bool              planned;
  ShanhaiPointRole  role;
  bool              rival;      /* another point claims the same and stands: no line runs through this one, and none ends with it */
  bool              has_interval;
  double            lo, hi;     /* whiskers, when has_interval */
} ShanhaiTrendPoint;

typedef struct _ShanhaiTrendSeries ShanhaiTrendSeries;

typedef enum
{
  SHANHAI_GOOD_NEITHER,
  SHANHAI_GOOD_FALLING,
  SHANHAI_GOOD_RISING,
} ShanhaiGoodDirection;

/* Strings are owned by the chart: set them with g_strdup(). */
typedef struct
{
  char                 *title;        /* the finding */
  char                 *subtitle;     /* measure, unit, years */
  char                 *unit_label;   /* "people", 人; NULL for none and for percentages; shown over the axis where the subtitle doesn't hold it */
  bool                  is_percent;   /* values are 38.74, not 0.3874 */
  bool                  cut_baseline; /* let the axis start near the data; the chart then says so */
  ShanhaiGoodDirection  good;         /* told in the description */
  char                **sources;      /* (nullable) NULL-terminated */
  char                **notes;        /* (nullable) NULL-terminated */
  char                 *description;  /* (nullable) an opening sentence for the text alternative */
  GPtrArray            *series;       /* of ShanhaiTrendSeries; add with shanhai_trend_chart_add_series() */
} ShanhaiTrendChart;

struct _ShanhaiTrendSeries
{
  char   *key;         /* the case's id, unique in the chart */
  char   *label;       /* its name */
  int     slot;        /* the entity's colour, 0 … 7, or SHANHAI_SLOT_GREY */
  double  importance;  /* labels of the less important series are dropped first; ties: the larger figures, then the key */
  GArray *points;      /* of ShanhaiTrendPoint, which own their strings */
};

ShanhaiTrendChart  *shanhai_trend_chart_new        (void);
void                shanhai_trend_chart_free       (ShanhaiTrendChart         *self);
/* (transfer none): belongs to the chart */
ShanhaiTrendSeries *shanhai_trend_chart_add_series (ShanhaiTrendChart         *self,
                                                    const char                *key,
                                                    const char                *label,
                                                    int                        slot);
/* An exact, actual figure; set the other members of the returned point at once: it moves when the next one is added. (transfer none) */
ShanhaiTrendPoint  *shanhai_trend_series_add_point (ShanhaiTrendSeries        *self,
                                                    const char                *key,
                                                    double                     position,
                                                    double                     value,
                                                    const char                *label);
/* May be called in any thread. (transfer full) */
ShanhaiMarks       *shanhai_trend_chart_layout     (const ShanhaiTrendChart   *self,
                                                    const ShanhaiChartOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTrendChart, shanhai_trend_chart_free)

G_END_DECLS
