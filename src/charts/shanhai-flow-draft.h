/* shanhai-flow-draft.h - what the steps of a flow layout hand on. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; all about the sorted graph. shanhai-flow-layout.c fills it step by step. */

#pragma once

#include "shanhai-flow-layout.h"
#include "shanhai-flow-place.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiFlowGraph   *graph;
  ShanhaiFlowColumns *columns;
  ShanhaiFlowRoutes  *routes;
  ShanhaiFlowPorts   *ports;
  ShanhaiFlowPlace   *place;
  double              unit;       /* the amount that counts as 1 */
  ShanhaiFlowOptions  options;
  double              left;       /* x of the first column's left edge */
  double              step;       /* from a column's left edge to the next one's */
  double              margin;     /* free beside the outer columns, for turns */
  double              node_width;
} ShanhaiFlowDraft;

void shanhai_flow_draft_write_boxes (const ShanhaiFlowDraft *self,
                                     ShanhaiFlowBox         *boxes);
int  shanhai_flow_draft_write_ends  (const ShanhaiFlowDraft *self,
                                     const ShanhaiFlowBox   *boxes,
                                     ShanhaiFlowBand        *bands);
void shanhai_flow_draft_write_lines (const ShanhaiFlowDraft *self,
                                     const ShanhaiFlowBox   *boxes,
                                     const ShanhaiFlowBand  *bands,
                                     ShanhaiFlowPiece      **pieces);

G_END_DECLS
