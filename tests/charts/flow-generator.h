/* flow-generator.h - random flow graphs for tests and benchmarks. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-flow-graph.h"

G_BEGIN_DECLS

/**
 * FlowShape:
 * @n_links: how many links at least
 * @seed: which graph of this shape
 * @skip: share of the money that leaves out one or two stages
 * @n_back: links that lead back a stage or more
 * @stages: whether nodes say which stage they are of
 *
 * A graph of paired assistance: donor → channel → sector → county → project, amounts over six orders of
 * magnitude.
 */
typedef struct
{
  int      n_links;
  guint32  seed;
  double   skip;
  int      n_back;
  gboolean stages;
} FlowShape;

ShanhaiFlowGraph *flow_generator_new_graph    (const FlowShape        *shape);
ShanhaiFlowGraph *flow_generator_new_shuffled (const ShanhaiFlowGraph *graph,
                                               guint32                 seed);

G_END_DECLS
