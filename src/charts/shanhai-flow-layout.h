/* shanhai-flow-layout.h - where the nodes and bands of a flow diagram stand. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pure layout: from a ShanhaiFlowGraph and a size to rectangles and bands, in pixels, y downwards. No
 * Cairo, no words, no folding (see shanhai-flow-fold.h): widths are true to one scale, however thin.
 *
 * The result depends on ids, stages and amounts alone, not on the order of nodes and links, and is the same
 * on every run. */

#pragma once

#include "shanhai-flow-columns.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFlowLayout ShanhaiFlowLayout;

/**
 * ShanhaiFlowLabelSize:
 * @width: in pixels; 0 for no label
 * @height: in pixels
 * @line: by how much the height may give way at a time; 0 where it may not
 * @least: the least height that still says something
 */
typedef struct
{
  double width;
  double height;
  double line;
  double least;
} ShanhaiFlowLabelSize;

/**
 * ShanhaiFlowOptions:
 * @x0: left edge of the extent
 * @y0: upper edge
 * @x1: right edge
 * @y1: lower edge; not below @y0 = as much as the fullest column needs, see [func@flow_layout_new]
 * @node_width: width of a node
 * @node_padding: gap between nodes of a column, smaller where a column is too full
 * @labels: (nullable): for every node the size of its label
 *
 * What a layout has to fit into; start from %SHANHAI_FLOW_OPTIONS_INIT.
 */
typedef struct
{
  double                      x0, y0, x1, y1;
  double                      node_width;
  double                      node_padding;
  const ShanhaiFlowLabelSize *labels;
} ShanhaiFlowOptions;

#define SHANHAI_FLOW_OPTIONS_INIT { 0, 0, 1200, 0, 15, 8, NULL }

/**
 * ShanhaiFlowBox:
 * @x0: left edge of the node
 * @y0: upper edge
 * @x1: right edge
 * @y1: lower edge
 * @column: its column, from 0
 * @value: the greater of what comes in and what goes out
 * @stub: the amount that came in and did not go on; 0 for a node that gives nothing on at all
 * @stub_y0: upper edge of the stub, at the node's right edge
 * @stub_y1: lower edge of the stub
 * @has_label: whether there is room for its label
 * @label_x0: left edge of the label; it may be narrower than asked for, down to some letters
 * @label_y0: upper edge
 * @label_x1: right edge
 * @label_y1: lower edge
 *
 * A node of the diagram.
 */
typedef struct
{
  double   x0, y0, x1, y1;
  int      column;
  double   value;
  double   stub;
  double   stub_y0, stub_y1;
  gboolean has_label;
  double   label_x0, label_y0, label_x1, label_y1;
} ShanhaiFlowBox;

/**
 * ShanhaiFlowPiece:
 * @xa: where it begins
 * @ya: where it begins
 * @xb: where it ends
 * @yb: where it ends
 *
 * A piece of a band's centre line: from left to right a cubic Bézier curve whose two control points are at
 * half its width, on the height of either end; for arcs and loops a straight line.
 */
typedef struct
{
  double xa, ya, xb, yb;
} ShanhaiFlowPiece;

/**
 * ShanhaiFlowBand:
 * @course: which way it goes
 * @width: how thick it is
 * @y0: its centre at the source's edge
 * @y1: its centre at the target's edge
 * @n_pieces: how many pieces
 * @pieces: its centre line, from the source's edge to the target's
 *
 * A link of the diagram. A forward band has one piece for every step between columns and a level one for
 * every column that it passes. An arc leaves its source on the right, goes around all columns and enters
 * its target on the left; a loop goes around below its node: both have right angles here, to be rounded
 * when they are drawn.
 */
typedef struct
{
  ShanhaiFlowCourse       course;
  double                  width;
  double                  y0, y1;
  int                     n_pieces;
  const ShanhaiFlowPiece *pieces;
} ShanhaiFlowBand;

ShanhaiFlowLayout     *shanhai_flow_layout_new           (const ShanhaiFlowGraph   *graph,
                                                          const ShanhaiFlowOptions *options);
void                   shanhai_flow_layout_free          (ShanhaiFlowLayout        *self);

int                    shanhai_flow_layout_get_n_nodes   (const ShanhaiFlowLayout  *self);
const ShanhaiFlowBox  *shanhai_flow_layout_get_boxes     (const ShanhaiFlowLayout  *self);
int                    shanhai_flow_layout_get_n_links   (const ShanhaiFlowLayout  *self);
const ShanhaiFlowBand *shanhai_flow_layout_get_bands     (const ShanhaiFlowLayout  *self);
int                    shanhai_flow_layout_get_n_columns (const ShanhaiFlowLayout  *self);
int                    shanhai_flow_layout_get_stage     (const ShanhaiFlowLayout  *self,
                                                          int                       column);
double                 shanhai_flow_layout_get_scale     (const ShanhaiFlowLayout  *self);
void                   shanhai_flow_layout_get_extent    (const ShanhaiFlowLayout  *self,
                                                          double                   *x0,
                                                          double                   *y0,
                                                          double                   *x1,
                                                          double                   *y1);
double                 shanhai_flow_layout_get_crossings (const ShanhaiFlowLayout  *self);

char                  *shanhai_flow_layout_to_json       (const ShanhaiFlowLayout  *self,
                                                          const ShanhaiFlowGraph   *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowLayout, shanhai_flow_layout_free)

G_END_DECLS
