/* shanhai-flow-graph.h - amounts that go between named nodes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The input of a flow diagram, in numbers and labels only: nodes with an id, a label and perhaps a stage,
 * links with a source, a target and an amount. Cycles, self-loops, duplicates, zeros and isolated nodes
 * are all allowed. Nodes and links are known by their index, in the order in which they were added; no
 * result of the layout depends on that order. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ShanhaiFlowGraph ShanhaiFlowGraph;

/**
 * ShanhaiFlowNode:
 * @id: what the node is known by, unique in its graph
 * @label: (nullable): the words that stand beside it
 * @stage: the column that its meaning puts it in (0 = donor, ...), or -1 where that isn't known
 * @folded: how many nodes were folded into this one, 0 for a node of its own
 */
typedef struct
{
  const char *id;
  const char *label;
  int         stage;
  int         folded;
} ShanhaiFlowNode;

/**
 * ShanhaiFlowLink:
 * @source: index of the node that gives
 * @target: index of the node that receives; may be the source itself
 * @value: the amount, finite and not negative
 */
typedef struct
{
  int    source;
  int    target;
  double value;
} ShanhaiFlowLink;

ShanhaiFlowGraph      *shanhai_flow_graph_new         (void);
void                   shanhai_flow_graph_free        (ShanhaiFlowGraph *self);

int                    shanhai_flow_graph_add_node    (ShanhaiFlowGraph *self,
                                                       const char       *id,
                                                       const char       *label,
                                                       int               stage);
int                    shanhai_flow_graph_add_link    (ShanhaiFlowGraph *self,
                                                       int               source,
                                                       int               target,
                                                       double            value);
void                   shanhai_flow_graph_set_label   (ShanhaiFlowGraph *self,
                                                       int               node,
                                                       const char       *label);
void                   shanhai_flow_graph_set_folded  (ShanhaiFlowGraph *self,
                                                       int               node,
                                                       int               folded);

int                    shanhai_flow_graph_get_n_nodes (const ShanhaiFlowGraph *self);
int                    shanhai_flow_graph_get_n_links (const ShanhaiFlowGraph *self);
ShanhaiFlowNode        shanhai_flow_graph_get_node    (const ShanhaiFlowGraph *self,
                                                       int                     node);
const ShanhaiFlowLink *shanhai_flow_graph_get_links   (const ShanhaiFlowGraph *self);
int                    shanhai_flow_graph_find_node   (const ShanhaiFlowGraph *self,
                                                       const char             *id);
void                   shanhai_flow_graph_sum         (const ShanhaiFlowGraph *self,
                                                       double                 *in,
                                                       double                 *out);

ShanhaiFlowGraph      *shanhai_flow_graph_new_sorted  (const ShanhaiFlowGraph *self,
                                                       int                   **node_from,
                                                       int                   **link_from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowGraph, shanhai_flow_graph_free)

G_END_DECLS
