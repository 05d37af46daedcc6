/* shanhai-flow-ports.h - where links touch their nodes, and which way arcs go round. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; works on a sorted graph whose items are in their final order. */

#pragma once

#include "shanhai-flow-routes.h"

G_BEGIN_DECLS

/**
 * ShanhaiFlowLane:
 * @link: the link that is drawn as an arc
 * @above: whether it passes above the columns, not below
 * @lane: how many lanes lie between it and the columns
 *
 * An arc's way around the columns. Arcs whose columns don't meet may share a lane.
 */
typedef struct
{
  int      link;
  gboolean above;
  int      lane;
} ShanhaiFlowLane;

/**
 * ShanhaiFlowPorts:
 * @out_at: for every link how far below its source's top its band begins, in units of amount
 * @in_at: the same at its target
 * @n_arcs: how many links are arcs
 * @arcs: their lanes, inner ones first
 * @n_above: how many lanes there are above the columns
 * @n_below: how many lanes there are below the columns
 * @lane_above: the greatest amount in each lane above, the innermost first
 * @lane_below: the greatest amount in each lane below, the innermost first
 * @n_loops: for every node how many links lead back to itself
 * @loops: for every node their sum
 */
typedef struct
{
  double          *out_at;
  double          *in_at;
  int              n_arcs;
  ShanhaiFlowLane *arcs;
  int              n_above;
  int              n_below;
  double          *lane_above;
  double          *lane_below;
  int             *n_loops;
  double          *loops;
} ShanhaiFlowPorts;

ShanhaiFlowPorts *shanhai_flow_ports_new  (const ShanhaiFlowGraph   *graph,
                                           const ShanhaiFlowColumns *columns,
                                           const ShanhaiFlowRoutes  *routes,
                                           double                    unit);
void              shanhai_flow_ports_free (ShanhaiFlowPorts         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowPorts, shanhai_flow_ports_free)

G_END_DECLS
