/* shanhai-flow-cycles.h - the light links that close a graph's cycles. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-flow-graph.h"

G_BEGIN_DECLS

gboolean *shanhai_flow_cycles_find_back_links (const ShanhaiFlowGraph *graph,
                                               int                   **order);

G_END_DECLS
