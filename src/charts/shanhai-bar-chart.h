/* shanhai-bar-chart.h - amounts side by side, as bars from zero. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and labels in, marks out. A row is a heading (a year, a sector) with one bar for each state that its money is in; bars of a row stand under
 * each other and are never added up. Rows are drawn in the order in which they were added; a row without bars says that there is no data. An uncertain
 * amount is full up to the least that it can be, and a tint up to the most. */

#pragma once

#include "shanhai-chart-options.h"
#include "shanhai-marks.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_BAR_FULL,     /* done */
  SHANHAI_BAR_HOLLOW,   /* promised */
  SHANHAI_BAR_HATCHED,  /* planned, or not told */
} ShanhaiBarLook;

typedef struct
{
  char            *key;      /* unique in the chart; a record's id where it stands for one */
  double           value;    /* >= 0 */
  double           lo, hi;   /* what it can be, lo <= value <= hi; all the same for a sure amount; hi may be INFINITY: then an arrow says so */
  char            *label;    /* beside the bar, with the sign of its qualifier: "<4.7亿"; NULL: the value, formatted */
  char            *words;    /* with qualifier and unit in words: "nearly 470 M CNY"; NULL: from label */
  char            *state;    /* (nullable) "planned": stands behind the label */
  ShanhaiBarLook   look;
  int              slot;     /* colour 0 … 7, or SHANHAI_SLOT_GREY */
  char           **records;  /* (nullable) NULL-terminated ids of the records that it adds up; NULL: its key alone */
} ShanhaiBar;

typedef struct
{
  char   *label;
  GArray *bars;  /* of ShanhaiBar, which own their strings */
} ShanhaiBarRow;

/* Strings are owned by the chart: set them with g_strdup(). */
typedef struct
{
  char       *title;        /* the finding */
  char       *subtitle;     /* measure, unit, years */
  char      **sources;      /* (nullable) NULL-terminated */
  char      **notes;        /* (nullable) NULL-terminated */
  char       *description;  /* (nullable) an opening sentence for the text alternative */
  GPtrArray  *rows;         /* of ShanhaiBarRow */
} ShanhaiBarChart;

ShanhaiBarChart *shanhai_bar_chart_new     (void);
void             shanhai_bar_chart_free    (ShanhaiBarChart           *self);
/* (transfer none): belongs to the chart */
ShanhaiBarRow   *shanhai_bar_chart_add_row (ShanhaiBarChart           *self,
                                            const char                *label);
/* A sure amount; set the other members of the returned bar at once: it moves when the next one is added. (transfer none) */
ShanhaiBar      *shanhai_bar_row_add       (ShanhaiBarRow             *self,
                                            const char                *key,
                                            double                     value,
                                            int                        slot);
/* May be called in any thread. (transfer full) */
ShanhaiMarks    *shanhai_bar_chart_layout  (const ShanhaiBarChart     *self,
                                            const ShanhaiChartOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiBarChart, shanhai_bar_chart_free)

G_END_DECLS
