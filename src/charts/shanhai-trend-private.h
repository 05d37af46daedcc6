/* shanhai-trend-private.h - a trend chart while it is being laid out. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Series are in the order of their rank (importance, then larger figures, then key), points in the order of time, so that the order in which the
 * caller gave them doesn't show. */

#pragma once

#include "shanhai-label-placer.h"
#include "shanhai-marks-builder.h"
#include "shanhai-ticks.h"
#include "shanhai-trend-chart.h"

G_BEGIN_DECLS

/* doubles beyond this can't be laid out without overflow */
#define SHANHAI_TREND_LARGEST 1e300

typedef struct
{
  const ShanhaiTrendPoint *point;
  double                   x, y;      /* px */
  bool                     joined;    /* the line runs through it: no target, and the first one of its time */
  bool                     labelled;  /* its value stands beside it */
} TrendDot;

typedef struct
{
  const ShanhaiTrendSeries *series;
  TrendDot                 *dots;
  guint                     n;
  guint                     n_all;    /* before those were left out that no pixel is left for */
  double                    largest;  /* of the absolute values */
  ShanhaiColour             colour, text_colour;
  ShanhaiMarker             marker;

  /* the label at its end */
  char                    **name;     /* its lines; empty when there is no name */
  double                    value_width, name_width;
  double                    label_width, label_height;
} TrendLine;

typedef struct
{
  const ShanhaiTrendChart   *chart;
  const ShanhaiChartOptions *options;
  ShanhaiLanguage            language;
  double                     unit;      /* text scale */
  GPtrArray                 *notes;     /* of char *: what the layout had to bend; grows over the passes */

  TrendLine                 *lines;
  guint                      n_lines;
  guint                      n_dots;
  guint                      n_dots_all; /* on these lines, drawn or not */

  /* one pass */
  ShanhaiMarksBuilder       *builder;
  ShanhaiLabelPlacer        *placer;
  ShanhaiBox                 area;      /* within the frame */
  ShanhaiBox                 plot;      /* within the axes */
  double                     left, right; /* years at the plot's edges */
  double                     inset;     /* px between the edges and the first and last year */
  double                     bottom, top; /* values at the plot's edges */
  ShanhaiTicks               value_ticks;
  double                     radius;    /* of markers */
  double                     dip;       /* px that signs reach down under the plot */
  double                     column;    /* px, where the labels at the ends begin */
  bool                       stacked;   /* labels at the ends: the name under the value instead of behind it */
  bool                       ends_in_column; /* no label beside the end of its line: there they were in the way of others */
  guint                      n_beside;  /* labels beside the end of their line */
  guint                      n_unnamed; /* lines without a label */
  bool                       key_for_gaps; /* some gap had no room for its label, so the key tells it; grows over the passes */
} Trend;

/* shanhai-trend-thin.c */
/* leaves out what can't be seen of lines with far more figures than pixels, and of far more lines than hues */
void  shanhai_trend_thin         (Trend           *self);
/* adds to the notes what was left out */
void  shanhai_trend_say_thin     (Trend           *self);
/* the first of the largest (sign 1) or smallest (−1) figures */
guint shanhai_trend_find_extreme (const TrendLine *line,
                                  double           sign);

/* shanhai-trend-words.c; all (transfer full) */
char *shanhai_trend_format_value  (const Trend             *self,
                                   double                   value,
                                   int                      decimals);
char *shanhai_trend_format_label  (const Trend             *self,
                                   const ShanhaiTrendPoint *point);
char *shanhai_trend_format_tip    (const Trend              *self,
                                   const ShanhaiTrendSeries *series,
                                   const ShanhaiTrendPoint  *point);
char *shanhai_trend_format_gap    (const Trend             *self,
                                   const ShanhaiTrendPoint *before,
                                   const ShanhaiTrendPoint *after);
char *shanhai_trend_describe      (const Trend             *self);

/* whether a year lies between the two without a figure */
bool  shanhai_trend_is_gap        (const ShanhaiTrendPoint *before,
                                   const ShanhaiTrendPoint *after);
/* the next dot on the line after `index`; NULL at the end */
const TrendDot *shanhai_trend_get_next (const TrendLine *line,
                                        guint            index);
/* the dot that the label at the end speaks of; NULL for a series without points */
TrendDot       *shanhai_trend_get_last (const TrendLine *line);

/* shanhai-trend-layout.c */
ShanhaiTextLook shanhai_trend_make_look     (const Trend     *self,
                                             ShanhaiTextRole  role,
                                             ShanhaiSize      size,
                                             ShanhaiColour    colour);
/* adds a text and keeps others away from it */
void            shanhai_trend_add_text      (Trend                 *self,
                                             const char            *text,
                                             double                 x,
                                             double                 y,
                                             const ShanhaiTextLook *look);

/* the same, unless it would touch something or leave the chart's area */
bool            shanhai_trend_try_text      (Trend                 *self,
                                             const char            *text,
                                             double                 x,
                                             double                 y,
                                             const ShanhaiTextLook *look);

/* shanhai-trend-axes.c */
void            shanhai_trend_make_plot     (Trend           *self);
void            shanhai_trend_add_axes      (Trend           *self);
/* px from the top at which a value lies */
double          shanhai_trend_get_y         (const Trend     *self,
                                             double           value);

/* shanhai-trend-dots.c: lines, markers and their signs */
void            shanhai_trend_keep_clear    (Trend           *self);
/* whether the figure's interval can be drawn */
bool            shanhai_trend_has_whisker   (const ShanhaiTrendPoint *point);
/* how far the sign of a figure's qualifier reaches down from it, px */
double          shanhai_trend_get_reach     (const Trend             *self,
                                             const ShanhaiTrendPoint *point);
void            shanhai_trend_add_line      (Trend           *self,
                                             const TrendLine *line);
void            shanhai_trend_add_dots      (Trend           *self,
                                             const TrendLine *line);

/* shanhai-trend-ends.c: names and values at the ends of the lines */
/* sets the labels' sizes, none wider than `most` px, and returns the widest */
double          shanhai_trend_measure_ends  (Trend           *self,
                                             double           most);
void            shanhai_trend_add_ends      (Trend           *self);

/* shanhai-trend-labels.c: values along the lines, names of gaps */
void            shanhai_trend_add_values    (Trend           *self);
/* false when a gap had no room */
bool            shanhai_trend_add_gap_names (Trend           *self);

/* shanhai-trend-key.c: what the signs mean; returns the height that it took, px */
double          shanhai_trend_add_key       (Trend           *self);

G_END_DECLS
