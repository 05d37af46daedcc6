/* shanhai-flow-chart.h - money on its way through stages: donor, channel, sector, recipient. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and labels in, marks out. Columns are stages; the width of a band is its amount, on one scale that the chart prints as a key. What comes
 * into a node and doesn't go on is a hatched stub; nothing is stretched. The order in which nodes and links are given doesn't matter. */

#pragma once

#include "shanhai-chart-options.h"
#include "shanhai-marks.h"
#include "shanhai-quantity.h"

G_BEGIN_DECLS

#define SHANHAI_FLOW_SLOT_OF_TARGET (-2)

typedef struct
{
  char  *key;      /* unique in the chart; a record's id where the node is one */
  char  *label;
  int    stage;    /* column from 0, or -1: the column follows from the links */
  int    slot;     /* colour 0 … 7, or SHANHAI_SLOT_GREY */
  char  *words;    /* (nullable) its amount in the source's words; NULL: from the links */
  char  *stub;     /* (nullable) what the part that doesn't go on is called: "use not told in the sources" */
} ShanhaiFlowChartNode;

typedef struct
{
  char             *key;        /* unique in the chart; the flow's record id, or made of several */
  char             *source, *target;  /* keys of nodes */
  double            value;      /* >= 0 */
  int               slot;       /* colour 0 … 7, SHANHAI_SLOT_GREY, or SHANHAI_FLOW_SLOT_OF_TARGET unless told */
  char             *label;      /* the amount as the source prints it, without qualifier: "4.7亿"; NULL: the value, formatted */
  char             *words;      /* with the qualifier and unit in words: "nearly 470 M CNY"; NULL: from label */
  char             *tip;        /* shown at the pointer; NULL: made from the ends and words */
  ShanhaiQualifier  qualifier;
  bool              planned;    /* drawn hatched */
  bool              untold;     /* what the sources don't break down: drawn grey and hatched */
  char            **records;    /* (nullable) NULL-terminated ids of the flows that the band stands for; NULL: its key alone */
} ShanhaiFlowChartLink;

/* Strings are owned by the chart: set them with g_strdup(). */
typedef struct
{
  char       *title;         /* the finding */
  char       *subtitle;
  char       *unit_label;    /* "CNY", 元; NULL for none */
  char      **stage_titles;  /* (nullable) NULL-terminated, from stage 0 */
  char      **sources;       /* (nullable) NULL-terminated */
  char      **notes;         /* (nullable) NULL-terminated */
  char       *description;   /* (nullable) an opening sentence for the text alternative */
  GPtrArray  *nodes;         /* of ShanhaiFlowChartNode */
  GPtrArray  *links;         /* of ShanhaiFlowChartLink */
} ShanhaiFlowChart;

ShanhaiFlowChart     *shanhai_flow_chart_new       (void);
void                  shanhai_flow_chart_free      (ShanhaiFlowChart          *self);
/* (transfer none): belong to the chart; set the other members at once */
ShanhaiFlowChartNode *shanhai_flow_chart_add_node  (ShanhaiFlowChart          *self,
                                                    const char                *key,
                                                    const char                *label,
                                                    int                        stage,
                                                    int                        slot);
ShanhaiFlowChartLink *shanhai_flow_chart_add_link  (ShanhaiFlowChart          *self,
                                                    const char                *key,
                                                    const char                *source,
                                                    const char                *target,
                                                    double                     value);
/* May be called in any thread. (transfer full) */
ShanhaiMarks         *shanhai_flow_chart_layout    (const ShanhaiFlowChart    *self,
                                                    const ShanhaiChartOptions *options);
/* {extent, nodes, links} of the unfolded diagram at true widths, for programs that judge layouts (transfer full) */
char                 *shanhai_flow_chart_to_layout_json (const ShanhaiFlowChart *self,
                                                         double                  width,
                                                         double                  height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowChart, shanhai_flow_chart_free)

G_END_DECLS
