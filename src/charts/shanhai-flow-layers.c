/* shanhai-flow-layers.c - a weighted graph in layers, and its crossings. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-flow-layers.h"

/**
 * shanhai_flow_layers_new:
 * @n_layers: how many layers
 * @n_items: how many items
 * @layer: the layer of every item
 * @n_edges: how many edges
 * @edges: the edges, each from a layer to the next; two with the same ends count as one
 *
 * Returns: (transfer full): the layered graph
 */
ShanhaiFlowLayers *
shanhai_flow_layers_new (int                    n_layers,
                         int                    n_items,
                         const int             *layer,
                         int                    n_edges,
                         const ShanhaiFlowEdge *edges)
{
  ShanhaiFlowLayers *self = g_new0 (ShanhaiFlowLayers, 1);
  g_autofree int    *left_end = NULL;
  g_autofree int    *right_end = NULL;

  self->n_items = n_items;
  self->n_layers = n_layers;
  self->n_edges = n_edges;
  self->layer = g_memdup2 (layer, sizeof (int) * (gsize) n_items);
  self->layer_at = g_new0 (int, n_layers + 1);
  self->near_at = g_new0 (int, n_items + 1);
  self->middle = g_new0 (int, n_items + 1);
  self->near = g_new (ShanhaiFlowNeighbour, 2 * (gsize) n_edges + 1);

  for (int i = 0; i < n_items; i++)
    self->layer_at[layer[i] + 1]++;
  for (int l = 0; l < n_layers; l++)
    self->layer_at[l + 1] += self->layer_at[l];

  for (int e = 0; e < n_edges; e++)
    {
      self->near_at[edges[e].left + 1]++;
      self->near_at[edges[e].right + 1]++;
      self->middle[edges[e].right]++;
    }
  for (int i = 0; i < n_items; i++)
    {
      self->near_at[i + 1] += self->near_at[i];
      self->middle[i] += self->near_at[i];
    }

  left_end = g_memdup2 (self->near_at, sizeof (int) * (gsize) (n_items + 1));
  right_end = g_memdup2 (self->middle, sizeof (int) * (gsize) (n_items + 1));
  for (int e = 0; e < n_edges; e++)
    {
      ShanhaiFlowNeighbour to_left = { edges[e].left, edges[e].weight };
      ShanhaiFlowNeighbour to_right = { edges[e].right, edges[e].weight };

      self->near[left_end[edges[e].right]++] = to_left;
      self->near[right_end[edges[e].left]++] = to_right;
    }
  return self;
}

void
shanhai_flow_layers_free (ShanhaiFlowLayers *self)
{
  if (self == NULL)
    return;

  g_free (self->layer);
  g_free (self->layer_at);
  g_free (self->near_at);
  g_free (self->middle);
  g_free (self->near);
  g_free (self);
}

/**
 * shanhai_flow_layers_count_crossings:
 * @self: a layered graph
 * @order: all items, layer after layer
 *
 * Sums weight × weight over all pairs of edges that cross. A Fenwick tree over the right layer's places
 * keeps it at O(edges × log items) (after Barth, Mutzel and Jünger, 2004).
 *
 * Returns: the sum
 */
double
shanhai_flow_layers_count_crossings (const ShanhaiFlowLayers *self,
                                     const int               *order)
{
  g_autofree int    *place = g_new (int, self->n_items + 1);
  g_autofree double *tree = g_new (double, self->n_items + 1);
  double             sum = 0;

  for (int l = 0; l < self->n_layers; l++)
    for (int p = self->layer_at[l]; p < self->layer_at[l + 1]; p++)
      place[order[p]] = p - self->layer_at[l];

  for (int l = 0; l + 1 < self->n_layers; l++)
    {
      int    n = self->layer_at[l + 2] - self->layer_at[l + 1];
      double total = 0;

      for (int k = 0; k <= n; k++)
        tree[k] = 0;
      for (int p = self->layer_at[l]; p < self->layer_at[l + 1]; p++)
        {
          const ShanhaiFlowNeighbour *begin = &self->near[self->middle[order[p]]];
          const ShanhaiFlowNeighbour *end = &self->near[self->near_at[order[p] + 1]];

          /* first against all edges from above, then join them: edges of one item don't cross */
          for (const ShanhaiFlowNeighbour *to = begin; to < end; to++)
            {
              double above = 0;

              for (int k = place[to->item] + 1; k > 0; k -= k & -k)
                above += tree[k];
              sum += to->weight * MAX (total - above, 0);
            }
          for (const ShanhaiFlowNeighbour *to = begin; to < end; to++)
            {
              total += to->weight;
              for (int k = place[to->item] + 1; k <= n; k += k & -k)
                tree[k] += to->weight;
            }
        }
    }
  return sum;
}
