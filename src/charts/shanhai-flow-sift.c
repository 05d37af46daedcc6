/* shanhai-flow-sift.c - moves items of layers to where they cross least. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sifting (Matuszewski, Schönfeld and Molitor, 1999) takes one item at a time to the best place of its
 * layer. What it costs to stand on either side of every other item comes from one pass over the layer's
 * edges, see weigh_side(). Only items whose surroundings changed are looked at again. */

#include "shanhai-flow-sift.h"

/* To be called after order was changed from outside. */
void
shanhai_flow_sift_index (ShanhaiFlowSift *self)
{
  for (int p = 0; p < self->layers->n_items; p++)
    self->place[self->order[p]] = p;
}

/* Counts the cost afresh: after such a change, or when the kept-up cost has gathered rounding. */
void
shanhai_flow_sift_count (ShanhaiFlowSift *self)
{
  self->cost = shanhai_flow_layers_count_crossings (self->layers, self->order);
  self->effort -= 15 * (self->layers->n_edges + self->layers->n_items);
}

/* For every item b of a layer beside v's sets pull[b] to the weight of v's edges that end below b, less the
 * weight of those that end above b. An edge of weight w from another item u of v's layer to b costs
 * w × pull[b] more when v stands above u than when it stands below. */
static void
weigh_side (ShanhaiFlowSift            *self,
            int                         layer,
            const ShanhaiFlowNeighbour *begin,
            const ShanhaiFlowNeighbour *end)
{
  const ShanhaiFlowLayers *layers = self->layers;
  int                      first = layers->layer_at[layer];
  int                      last = layers->layer_at[layer + 1];
  double                   total = 0, above = 0;

  for (int p = first; p < last; p++)
    self->pull[self->order[p]] = 0;
  for (const ShanhaiFlowNeighbour *to = begin; to < end; to++)
    {
      self->pull[to->item] = to->weight;
      total += to->weight;
    }
  for (int p = first; p < last; p++)
    {
      double own = self->pull[self->order[p]];

      self->pull[self->order[p]] = total - own - 2 * above;
      above += own;
    }
}

static void
weigh_neighbours (ShanhaiFlowSift *self,
                  int              v)
{
  const ShanhaiFlowLayers    *layers = self->layers;
  int                         layer = layers->layer[v];
  const ShanhaiFlowNeighbour *begin = &layers->near[layers->near_at[v]];
  const ShanhaiFlowNeighbour *middle = &layers->near[layers->middle[v]];
  const ShanhaiFlowNeighbour *end = &layers->near[layers->near_at[v + 1]];

  if (layer > 0)
    weigh_side (self, layer - 1, begin, middle);
  if (layer + 1 < layers->n_layers)
    weigh_side (self, layer + 1, middle, end);
  self->effort -= self->layer_effort[layer];
}

static inline double
weigh_against (const ShanhaiFlowSift *self,
               int                    u)
{
  const ShanhaiFlowNeighbour *to = &self->layers->near[self->layers->near_at[u]];
  const ShanhaiFlowNeighbour *end = &self->layers->near[self->layers->near_at[u + 1]];
  const double               *pull = self->pull;
  double                      sum = 0;

  for (; to < end; to++)
    sum += to->weight * pull[to->item];
  return sum;
}

/* Notes that an item may have a better place. What stands in the held layer has to wait until it is released. */
void
shanhai_flow_sift_unsettle (ShanhaiFlowSift *self,
                            int              item)
{
  if (self->restless[item])
    return;

  self->restless[item] = TRUE;
  if (self->layers->layer[item] != self->held)
    self->queue[(self->queue_first + self->n_queued++) % self->layers->n_items] = item;
}

/* Ends the holding of a layer. */
void
shanhai_flow_sift_release (ShanhaiFlowSift *self)
{
  const int *at = &self->layers->layer_at[self->held];

  self->held = -1;
  for (int p = at[0]; p < at[1]; p++)
    if (self->restless[self->order[p]])
      {
        self->restless[self->order[p]] = FALSE;
        shanhai_flow_sift_unsettle (self, self->order[p]);
      }
}

static int
take_restless (ShanhaiFlowSift *self)
{
  int item = self->queue[self->queue_first];

  self->queue_first = (self->queue_first + 1) % self->layers->n_items;
  self->n_queued--;
  self->restless[item] = FALSE;
  return item;
}

static void
move (ShanhaiFlowSift *self,
      int              from,
      int              to)
{
  int item = self->order[from];
  int step = from < to ? 1 : -1;

  for (int p = from; p != to; p += step)
    {
      self->order[p] = self->order[p + step];
      self->place[self->order[p]] = p;
    }
  self->order[to] = item;
  self->place[item] = to;
  self->effort -= 2 * ABS (to - from);
}

/* Puts v on the best place of its layer, if that is better than where it stands; its neighbours, and those
 * that it passed, may then want to move as well. */
static void
sift (ShanhaiFlowSift *self,
      int              v)
{
  const ShanhaiFlowLayers *layers = self->layers;
  int                      from = self->place[v], to = from;
  int                      first = layers->layer_at[layers->layer[v]];
  int                      last = layers->layer_at[layers->layer[v] + 1];
  double                   gain, best = -SHANHAI_FLOW_SIFT_TINY * self->scale;

  if (layers->near_at[v] == layers->near_at[v + 1])
    return;

  weigh_neighbours (self, v);
  gain = 0;
  for (int p = from + 1; p < last; p++)
    {
      gain -= weigh_against (self, self->order[p]);
      if (gain < best)
        {
          best = gain;
          to = p;
        }
    }
  gain = 0;
  for (int p = from - 1; p >= first; p--)
    {
      gain += weigh_against (self, self->order[p]);
      if (gain < best)
        {
          best = gain;
          to = p;
        }
    }
  if (to == from)
    return;

  move (self, from, to);
  self->cost += best;
  for (int k = layers->near_at[v]; k < layers->near_at[v + 1]; k++)
    shanhai_flow_sift_unsettle (self, layers->near[k].item);
  for (int p = MIN (from, to); p <= MAX (from, to); p++)
    if (self->order[p] != v)
      shanhai_flow_sift_unsettle (self, self->order[p]);
}

/* Sifts whatever is restless until nothing is, or only the reserve of effort is left. */
void
shanhai_flow_sift_settle (ShanhaiFlowSift *self,
                          gint64           reserve)
{
  while (self->n_queued > 0)
    {
      int v = take_restless (self);

      if (self->effort > reserve)
        sift (self, v);
    }
}

/* Moves an item wherever that leads, and lets its neighbours answer. */
void
shanhai_flow_sift_push (ShanhaiFlowSift *self,
                        int              from,
                        int              to)
{
  const ShanhaiFlowLayers *layers = self->layers;
  int                      v = self->order[from];

  weigh_neighbours (self, v);
  for (int p = from + 1; p <= to; p++)
    self->cost -= weigh_against (self, self->order[p]);
  for (int p = from - 1; p >= to; p--)
    self->cost += weigh_against (self, self->order[p]);
  move (self, from, to);
  for (int k = layers->near_at[v]; k < layers->near_at[v + 1]; k++)
    shanhai_flow_sift_unsettle (self, layers->near[k].item);
}

/* Starts with the items in the order of their numbers, nothing restless. */
ShanhaiFlowSift *
shanhai_flow_sift_new (const ShanhaiFlowLayers *layers,
                       gint64                   effort)
{
  ShanhaiFlowSift *self = g_new0 (ShanhaiFlowSift, 1);
  int              n = layers->n_items;
  g_autofree int  *end = g_memdup2 (layers->layer_at, sizeof (int) * (gsize) (layers->n_layers + 1));
  double           weight = 0;

  self->layers = layers;
  self->effort = effort;
  self->held = -1;
  self->order = g_new (int, n + 1);
  self->place = g_new (int, n + 1);
  self->pull = g_new0 (double, n + 1);
  self->restless = g_new0 (gboolean, n + 1);
  self->queue = g_new (int, n + 1);
  self->layer_effort = g_new0 (int, layers->n_layers + 1);

  for (int i = 0; i < n; i++)
    {
      int l = layers->layer[i];

      self->order[end[l]++] = i;
      self->layer_effort[l] += 2 + layers->near_at[i + 1] - layers->near_at[i];
      if (l > 0)
        self->layer_effort[l - 1] += 2;
      if (l + 1 < layers->n_layers)
        self->layer_effort[l + 1] += 2;
    }
  for (int k = 0; k < 2 * layers->n_edges; k++)
    weight += layers->near[k].weight / 2;
  self->scale = weight * weight;
  shanhai_flow_sift_index (self);
  return self;
}

void
shanhai_flow_sift_free (ShanhaiFlowSift *self)
{
  if (self == NULL)
    return;

  g_free (self->order);
  g_free (self->place);
  g_free (self->pull);
  g_free (self->restless);
  g_free (self->queue);
  g_free (self->layer_effort);
  g_free (self);
}
