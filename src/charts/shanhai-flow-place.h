/* shanhai-flow-place.h - the scale, and how high every item stands. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; works on a sorted graph with its ports. */

#pragma once

#include "shanhai-flow-ports.h"

G_BEGIN_DECLS

/**
 * ShanhaiFlowPlace:
 * @scale: pixels to the unit of amount
 * @gap: pixels between two nodes of a column, at least
 * @loop_gap: pixels between a node and its self-loop, and around it
 * @y: for every item its upper edge
 * @top: the upper edge of the room that the columns have
 * @bottom: its lower edge; arcs pass above and below
 */
typedef struct
{
  double  scale;
  double  gap;
  double  loop_gap;
  double *y;
  double  top;
  double  bottom;
} ShanhaiFlowPlace;

/* Share of the gap that lies beside an arc's lane. */
#define SHANHAI_FLOW_LANE_GAP 0.5

ShanhaiFlowPlace *shanhai_flow_place_new  (const ShanhaiFlowRoutes *routes,
                                           const ShanhaiFlowPorts  *ports,
                                           double                   y0,
                                           double                   y1,
                                           double                   padding,
                                           const double            *height);
void              shanhai_flow_place_free (ShanhaiFlowPlace        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowPlace, shanhai_flow_place_free)

G_END_DECLS
