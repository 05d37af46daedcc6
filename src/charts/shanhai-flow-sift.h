/* shanhai-flow-sift.h - moves items of layers to where they cross least. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout; open to shanhai-flow-order.c, which sets order and held and reads the rest.
 * Invariants: place is the inverse of order; every restless item is in the queue, unless its layer is held;
 * cost is order's cost but for rounding. */

#pragma once

#include "shanhai-flow-layers.h"

G_BEGIN_DECLS

/* A gain under this share of the scale is rounding, and following it could go in circles. */
#define SHANHAI_FLOW_SIFT_TINY 1e-12

typedef struct
{
  const ShanhaiFlowLayers *layers;
  int      *order;        /* the order at hand */
  int      *place;        /* item → its index in order */
  double    cost;         /* of the order at hand */
  double    scale;        /* of costs: (sum of weights)² */
  gint64    effort;       /* what is left to spend */
  int       held;         /* a layer that isn't sifted for now, or -1 */

  /* within shanhai-flow-sift.c */
  double   *pull;         /* item → see weigh_side() */
  gboolean *restless;     /* item → may have a better place since its surroundings changed */
  int      *queue;        /* a ring of the restless items, those of the held layer aside */
  int       queue_first;
  int       n_queued;
  int      *layer_effort; /* of weighing one item against its whole layer */
} ShanhaiFlowSift;

ShanhaiFlowSift *shanhai_flow_sift_new      (const ShanhaiFlowLayers *layers,
                                             gint64                   effort);
void             shanhai_flow_sift_free     (ShanhaiFlowSift         *self);

void             shanhai_flow_sift_index    (ShanhaiFlowSift         *self);
void             shanhai_flow_sift_count    (ShanhaiFlowSift         *self);
void             shanhai_flow_sift_unsettle (ShanhaiFlowSift         *self,
                                             int                      item);
void             shanhai_flow_sift_settle   (ShanhaiFlowSift         *self,
                                             gint64                   reserve);
void             shanhai_flow_sift_release  (ShanhaiFlowSift         *self);
void             shanhai_flow_sift_push     (ShanhaiFlowSift         *self,
                                             int                      from,
                                             int                      to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowSift, shanhai_flow_sift_free)

G_END_DECLS
