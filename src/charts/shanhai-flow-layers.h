/* shanhai-flow-layers.h - a weighted graph in layers, and its crossings. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the flow layout: the problem that the ordering solves, free of everything that doesn't matter to
 * it. Items stand in layers; edges join items of neighbouring layers and have a weight. The structure is
 * open to shanhai-flow-order.c, whose inner loops read it; everybody else treats it as opaque. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int    left;   /* an item of some layer */
  int    right;  /* an item of the next layer */
  double weight;
} ShanhaiFlowEdge;

typedef struct
{
  int    item;
  double weight;
} ShanhaiFlowNeighbour;

/* Neighbours of item i: those on its left are near[near_at[i]] up to near[middle[i] - 1], those on its
 * right near[middle[i]] up to near[near_at[i + 1] - 1]. Items of layer l take the places layer_at[l] up to
 * layer_at[l + 1] - 1 of an order, which is a list of all items. */
typedef struct
{
  int                   n_items;
  int                   n_layers;
  int                   n_edges;
  int                   first_layer; /* of the graph that this is the core of, else 0 */
  int                  *layer;
  int                  *layer_at;
  int                  *near_at;
  int                  *middle;
  ShanhaiFlowNeighbour *near;
} ShanhaiFlowLayers;

ShanhaiFlowLayers *shanhai_flow_layers_new             (int                      n_layers,
                                                        int                      n_items,
                                                        const int               *layer,
                                                        int                      n_edges,
                                                        const ShanhaiFlowEdge   *edges);
void               shanhai_flow_layers_free            (ShanhaiFlowLayers       *self);

ShanhaiFlowLayers *shanhai_flow_layers_new_core        (const ShanhaiFlowLayers *self,
                                                        int                    **item_from);
void               shanhai_flow_layers_extend_order    (const ShanhaiFlowLayers *self,
                                                        const ShanhaiFlowLayers *core,
                                                        const int               *item_from,
                                                        const int               *core_order,
                                                        int                     *order);
double             shanhai_flow_layers_count_crossings (const ShanhaiFlowLayers *self,
                                                        const int               *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlowLayers, shanhai_flow_layers_free)

G_END_DECLS
