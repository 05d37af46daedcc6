/* shanhai-flow-layers.c - a weighted graph in layers, and its crossings. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-flow-layers.h"

#include <stdlib.h>

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

/* Whether every item of a layer has at most one neighbour on this side. */
static gboolean
just_follows (const ShanhaiFlowLayers *self,
              const int               *by_layer,
              int                      layer,
              gboolean                 left)
{
  for (int p = self->layer_at[layer]; p < self->layer_at[layer + 1]; p++)
    {
      int v = by_layer[p];
      int n = left ? self->middle[v] - self->near_at[v] : self->near_at[v + 1] - self->middle[v];

      if (n > 1)
        return FALSE;
    }
  return TRUE;
}

static int *
sort_by_layer (const ShanhaiFlowLayers *self)
{
  g_autofree int *end = g_memdup2 (self->layer_at, sizeof (int) * (gsize) (self->n_layers + 1));
  int            *by_layer = g_new (int, self->n_items + 1);

  for (int i = 0; i < self->n_items; i++)
    by_layer[end[self->layer[i]]++] = i;
  return by_layer;
}

/**
 * shanhai_flow_layers_new_core:
 * @self: a layered graph
 * @item_from: (out) (transfer full): for every item of the core its number in @self
 *
 * Leaves out outer layers as long as each of their items hangs on one item of the next layer inwards: once
 * those have an order, sorting after it gives no crossing. Whoever looks for an order then isn't held back
 * by what would follow anyway. A tree has a core of a single layer.
 *
 * Returns: (transfer full): the layers that are left
 */
ShanhaiFlowLayers *
shanhai_flow_layers_new_core (const ShanhaiFlowLayers *self,
                              int                    **item_from)
{
  g_autofree int    *by_layer = sort_by_layer (self);
  g_autofree int    *layer = g_new (int, self->n_items + 1);
  g_autofree int    *number = g_new (int, self->n_items + 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (ShanhaiFlowEdge));
  int                first = 0, last = self->n_layers - 1, n = 0;
  ShanhaiFlowLayers *core;

  while (first < last && just_follows (self, by_layer, last, TRUE))
    last--;
  while (first < last && just_follows (self, by_layer, first, FALSE))
    first++;

  *item_from = g_new (int, self->n_items + 1);
  for (int i = 0; i < self->n_items; i++)
    {
      number[i] = -1;
      if (self->layer[i] < first || self->layer[i] > last)
        continue;
      (*item_from)[n] = i;
      layer[n] = self->layer[i] - first;
      number[i] = n++;
    }
  for (int i = 0; i < self->n_items; i++)
    for (int k = self->middle[i]; k < self->near_at[i + 1]; k++)
      {
        ShanhaiFlowEdge edge = { number[i], number[self->near[k].item], self->near[k].weight };

        if (edge.left >= 0 && edge.right >= 0)
          g_array_append_val (edges, edge);
      }
  core = shanhai_flow_layers_new (last - first + 1, n, layer, (int) edges->len,
                                  (const ShanhaiFlowEdge *) (gpointer) edges->data);
  core->first_layer = first;
  return core;
}

typedef struct
{
  int item;
  int key;
} Follower;

static int
compare_followers (gconstpointer a,
                   gconstpointer b)
{
  const Follower *x = a, *y = b;

  return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : x->item - y->item;
}

/* Sorts a layer after the neighbours on one side; what has none stands last. */
static void
follow (const ShanhaiFlowLayers *self,
        const int               *by_layer,
        int                      layer,
        gboolean                 left,
        int                     *place,
        int                     *order)
{
  int                  first = self->layer_at[layer], n = self->layer_at[layer + 1] - first;
  g_autofree Follower *list = g_new (Follower, n + 1);

  for (int k = 0; k < n; k++)
    {
      int v = by_layer[first + k];
      int begin = left ? self->near_at[v] : self->middle[v];
      int end = left ? self->middle[v] : self->near_at[v + 1];

      list[k].item = v;
      list[k].key = begin < end ? place[self->near[begin].item] : G_MAXINT;
    }
  qsort (list, n, sizeof (Follower), compare_followers);
  for (int k = 0; k < n; k++)
    {
      order[first + k] = list[k].item;
      place[list[k].item] = k;
    }
}

/**
 * shanhai_flow_layers_extend_order:
 * @self: a layered graph
 * @core: its core
 * @item_from: for every item of the core its number in @self
 * @core_order: an order of the core
 * @order: (out caller-allocates): an order of @self
 *
 * Lets the layers outside the core follow its order.
 */
void
shanhai_flow_layers_extend_order (const ShanhaiFlowLayers *self,
                                  const ShanhaiFlowLayers *core,
                                  const int               *item_from,
                                  const int               *core_order,
                                  int                     *order)
{
  g_autofree int *by_layer = sort_by_layer (self);
  g_autofree int *place = g_new (int, self->n_items + 1);
  int             first = self->n_layers > 0 ? self->layer_at[core->first_layer] : 0;

  for (int p = 0; p < core->n_items; p++)
    {
      order[first + p] = item_from[core_order[p]];
      place[order[first + p]] = p;
    }
  for (int l = core->first_layer + core->n_layers; l < self->n_layers; l++)
    follow (self, by_layer, l, TRUE, place, order);
  for (int l = core->first_layer - 1; l >= 0; l--)
    follow (self, by_layer, l, FALSE, place, order);
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
