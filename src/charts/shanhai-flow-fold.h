/* shanhai-flow-fold.h - the tail of a crowded flow graph as one node. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-flow-graph.h"

G_BEGIN_DECLS

#define SHANHAI_FLOW_FOLD_MAX_NODES 60
#define SHANHAI_FLOW_FOLD_MIN_PX 1.0

ShanhaiFlowGraph *shanhai_flow_graph_fold (const ShanhaiFlowGraph *graph,
                                           int                     max_nodes,
                                           double                  min_px,
                                           double                  height,
                                           double                  padding,
                                           int                   **node_to,
                                           int                   **link_to);

G_END_DECLS
