/* shanhai-flow-columns.h - which column a node stands in, which links go back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; works on a sorted graph (shanhai_flow_graph_new_sorted). */

#pragma once

#include "shanhai-flow-graph.h"

G_BEGIN_DECLS

/**
 * ShanhaiFlowCourse:
 * @SHANHAI_FLOW_COURSE_FORWARD: from a column to one on its right
 * @SHANHAI_FLOW_COURSE_ARC: to its own column or to one on its left: drawn as an arc around the columns
 * @SHANHAI_FLOW_COURSE_LOOP: from a node to itself
 *
 * Which way a link goes.
 */
typedef enum
{
  SHANHAI_FLOW_COURSE_FORWARD,
  SHANHAI_FLOW_COURSE_ARC,
  SHANHAI_FLOW_COURSE_LOOP
} ShanhaiFlowCourse;

/**
 * ShanhaiFlowAlign:
 * @SHANHAI_FLOW_ALIGN_JUSTIFY: as far left as the flow allows, what gives nothing on in the last column
 * @SHANHAI_FLOW_ALIGN_LEFT: as far left as the flow allows
 * @SHANHAI_FLOW_ALIGN_RIGHT: as far right as the flow allows
 * @SHANHAI_FLOW_ALIGN_TIGHT: so that big links are short
 * @SHANHAI_FLOW_N_ALIGNS: how many there are
 *
 * Ways to choose columns for nodes that have no stage.
 */
typedef enum
{
  SHANHAI_FLOW_ALIGN_JUSTIFY,
  SHANHAI_FLOW_ALIGN_LEFT,
  SHANHAI_FLOW_ALIGN_RIGHT,
  SHANHAI_FLOW_ALIGN_TIGHT,
  SHANHAI_FLOW_N_ALIGNS
} ShanhaiFlowAlign;

/**
 * ShanhaiFlowColumns:
 * @n_columns: how many columns, none of them empty
 * @column: for every node its column
 * @stage: for every column its stage, -1 where the columns don't come from stages
 * @course: for every link which way it goes
 */
typedef struct
{
  int                n_columns;
  int               *column;
  int               *stage;
  ShanhaiFlowCourse *course;
} ShanhaiFlowColumns;

gboolean            shanhai_flow_columns_are_given (const ShanhaiFlowGraph *graph);
ShanhaiFlowColumns *shanhai_flow_columns_new       (const ShanhaiFlowGraph *graph,
                                                    ShanhaiFlowAlign        align);
void                shanhai_flow_columns_free      (ShanhaiFlowColumns     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowColumns, shanhai_flow_columns_free)

G_END_DECLS
