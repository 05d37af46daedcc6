/* shanhai-flow-routes.h - links as chains of items from column to column. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; works on a sorted graph. An item is a node, or the place that a link passes a
 * foreign column at. Links with the same ends are one strand: they stay side by side and pass a column
 * together. Items [0, n_nodes) are the nodes. */

#pragma once

#include "shanhai-flow-columns.h"
#include "shanhai-flow-layers.h"

G_BEGIN_DECLS

/**
 * ShanhaiFlowStrand:
 * @source: the node that it comes from
 * @target: the node that it goes to, in a column further right
 * @first: the first of its links
 * @n: how many links
 * @dummy: the item in the first column that it passes; those of further columns follow
 * @n_dummies: how many columns it passes
 * @weight: the share of the graph's greatest amount that it carries
 */
typedef struct
{
  int    source;
  int    target;
  int    first;
  int    n;
  int    dummy;
  int    n_dummies;
  double weight;
} ShanhaiFlowStrand;

/**
 * ShanhaiFlowRoutes:
 * @n_nodes: how many nodes
 * @n_items: how many items
 * @n_strands: how many strands
 * @strands: the strands
 * @column: every item's column
 * @size: every item's amount, as a share of the greatest link
 * @column_at: where each column begins in @order; one more entry than columns
 * @order: all items, column after column, from the top down
 */
typedef struct
{
  int                n_nodes;
  int                n_items;
  int                n_columns;
  int                n_strands;
  ShanhaiFlowStrand *strands;
  int               *column;
  double            *size;
  int               *column_at;
  int               *order;
} ShanhaiFlowRoutes;

ShanhaiFlowRoutes *shanhai_flow_routes_new     (const ShanhaiFlowGraph   *graph,
                                                const ShanhaiFlowColumns *columns,
                                                double                    unit);
void               shanhai_flow_routes_free    (ShanhaiFlowRoutes        *self);

double             shanhai_flow_routes_untangle (ShanhaiFlowRoutes       *self,
                                                 gint64                   effort);
int                shanhai_flow_routes_get_item (const ShanhaiFlowStrand *strand,
                                                 int                      step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowRoutes, shanhai_flow_routes_free)

G_END_DECLS
