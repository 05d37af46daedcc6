/* shanhai-flow-chart-private.h - one flow chart while it is being laid out. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-chart-frame.h"
#include "shanhai-flow-chart.h"
#include "shanhai-flow-layout.h"
#include "shanhai-label-placer.h"

G_BEGIN_DECLS

#define BAND_OPACITY 0.42
#define MIN_BAND 1.0
#define LABEL_GAP 6.0
#define MAX_LABEL_WIDTH 150.0

/* what the words beside a node take */
typedef struct
{
  char   **name;    /* lines */
  guint    n_name;
  char    *amount;
  guint    n_amount;  /* lines */
  double   width, height;
  double   line;      /* the height of one */
} FlowNodeLabel;

typedef struct
{
  const ShanhaiFlowChart    *chart;   /* as it is drawn: folded where it is crowded */
  const ShanhaiFlowChart    *whole;   /* as it was given: its titles, sources and notes are used */
  ShanhaiFlowChart          *folded;  /* owned, or NULL */
  const ShanhaiChartOptions *options;
  ShanhaiLanguage            language;
  ShanhaiMarksBuilder       *builder;
  ShanhaiLabelPlacer        *placer;  /* of all words on the plot */
  ShanhaiBox                 plot;
  ShanhaiFlowGraph          *graph;   /* node i and link i are those of `chart` */
  ShanhaiFlowLayout         *layout;
  FlowNodeLabel             *labels;  /* of each node of the graph */
  GPtrArray                 *notes;   /* char * */
} FlowDrawing;

ShanhaiFlowChartNode *shanhai_flow_chart_get_node        (const FlowDrawing *self,
                                                          int                node);
ShanhaiTextLook       shanhai_flow_chart_make_look       (const FlowDrawing *self,
                                                          ShanhaiTextRole    role,
                                                          ShanhaiSize        size,
                                                          ShanhaiInk         ink);
/* fills in `labels`, of every node of the graph */
void                  shanhai_flow_chart_make_labels     (FlowDrawing       *self);
ShanhaiFlowLabelSize *shanhai_flow_chart_dup_label_sizes (const FlowDrawing *self);
/* the node, its stub and its name */
void                  shanhai_flow_chart_draw_node       (FlowDrawing       *self,
                                                          int                node);
/* a single line where the whole name found no room; whether it did */
bool                  shanhai_flow_chart_draw_short_name (FlowDrawing       *self,
                                                          int                node);
/* beside the stub where nothing is in the way, else in a note; when all names stand */
void                  shanhai_flow_chart_draw_stub_words (FlowDrawing       *self,
                                                          int                node);
void                  shanhai_flow_chart_add_band        (FlowDrawing       *self,
                                                          guint              index);
void                  shanhai_flow_chart_note_thin_bands (FlowDrawing       *self);

/* "470 M" for any amount of the chart's unit (transfer full) */
char *shanhai_flow_chart_format_amount (const FlowDrawing          *self,
                                        double                      value,
                                        int                         decimals);
/* "nearly 470 M CNY" (transfer full) */
char *shanhai_flow_chart_dup_words     (const FlowDrawing          *self,
                                        const ShanhaiFlowChartLink *link);
/* what passes a node, as sure as the links tell it: "nearly 470 M CNY", "≈494 M CNY" (transfer full) */
char *shanhai_flow_chart_dup_node_amount (const FlowDrawing        *self,
                                          guint                     node,
                                          double                    value);
char *shanhai_flow_chart_dup_link_tip  (const FlowDrawing          *self,
                                        const ShanhaiFlowChartLink *link);
/* "1 mm = 8.2 M CNY" (transfer full) */
char *shanhai_flow_chart_dup_scale     (const FlowDrawing          *self,
                                        double                      px_per_unit);
char *shanhai_flow_chart_describe      (const FlowDrawing          *self);
/* (transfer full) */
ShanhaiFlowChart *shanhai_flow_chart_fold (const ShanhaiFlowChart *self,
                                           const ShanhaiFlowGraph *graph,
                                           const ShanhaiWords     *words,
                                           double                  height,
                                           double                  padding,
                                           guint                  *n_folded);

G_END_DECLS
