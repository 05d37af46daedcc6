/* shanhai-flow-place.c - the scale, and how high every item stands. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One scale for all columns: the largest with which the fullest still fits. Then every column in turn
 * goes to where its links pull it. With the order and the gaps fixed, the best answer of one column to
 * fixed neighbours is an isotonic regression, which pooling neighbours that push each other solves exactly.
 * Weighting a link the less the further off it is lets most links lie straight and a few take the whole
 * bend (iteratively reweighted least squares: it comes near the least sum of amount × |rise|).
 *
 * Invariant from the start to the end: items of a column keep their order and their gaps and stay between
 * top and bottom. */

#include "shanhai-flow-place.h"

#include <math.h>

/* Share of the height that gaps may take; more nodes than that makes room for get smaller gaps. */
#define MAX_GAPS 0.6

/* Pixels around a self-loop, and the share of the height that all of a column's may take. */
#define LOOP_GAP 3.0
#define MAX_LOOP_GAPS 0.2

/* Passing places stand closer together than nodes. */
#define GAP_NODE_DUMMY 0.6
#define GAP_DUMMIES 0.3

/* A long link's inner pieces should lie straight: bends where there is no node are hard to follow. */
#define PULL_NODE_DUMMY 2.0
#define PULL_DUMMIES 6.0

typedef struct
{
  int    item;
  double shift;   /* where the other end is, when this item's edge is at 0 and the other's too */
  double weight;
} Pull;

typedef struct
{
  const ShanhaiFlowRoutes *routes;
  const ShanhaiFlowPorts  *ports;
  ShanhaiFlowPlace        *place;
  double                  *above;    /* item → pixels kept free above it, part of its room */
  double                  *room;     /* item → pixels from the top of its room to its foot */
  int                     *pull_at;
  Pull                    *pulls;
  double                  *wish;     /* item → where it wants its room's top, less all that is above */
  double                  *weight;
  int                     *block;    /* scratch: first index of each pooled block */
  double                  *mean;
  double                  *mass;
} Work;

static gboolean
is_node (const Work *work,
         int         item)
{
  return item < work->routes->n_nodes;
}

/* The gap between two items that follow each other, as a share of the gap between nodes. */
static double
get_gap (const Work *work,
         int         upper,
         int         lower)
{
  int n = is_node (work, upper) + is_node (work, lower);

  return n == 2 ? 1 : n == 1 ? GAP_NODE_DUMMY : GAP_DUMMIES;
}

/* --- the scale --- */

static double
count_gaps (const Work *work,
            int         column)
{
  const ShanhaiFlowRoutes *routes = work->routes;
  double                   gaps = 0;

  for (int p = routes->column_at[column] + 1; p < routes->column_at[column + 1]; p++)
    gaps += get_gap (work, routes->order[p - 1], routes->order[p]);
  return gaps;
}

static double
sum_lanes (const double *lanes,
           int           n)
{
  double sum = 0;

  for (int k = 0; k < n; k++)
    sum += lanes[k];
  return sum;
}

static double
get_loop_room (const Work *work,
               int         item)
{
  if (!is_node (work, item) || work->ports->n_loops[item] == 0)
    return 0;
  return work->place->loop_gap * (work->ports->n_loops[item] + 1);
}

static void
choose_scale (Work  *work,
              double height,
              double padding)
{
  const ShanhaiFlowRoutes *routes = work->routes;
  const ShanhaiFlowPorts  *ports = work->ports;
  double                   lanes = sum_lanes (ports->lane_above, ports->n_above) + sum_lanes (ports->lane_below, ports->n_below);
  double                   lane_gaps = SHANHAI_FLOW_LANE_GAP * (ports->n_above + ports->n_below);
  double                   most_gaps = 0, most_loops = 0, scale = G_MAXDOUBLE;

  work->place->loop_gap = 1;
  for (int c = 0; c < routes->n_columns; c++)
    {
      double loops = 0;

      for (int p = routes->column_at[c]; p < routes->column_at[c + 1]; p++)
        loops += get_loop_room (work, routes->order[p]);
      most_loops = MAX (most_loops, loops);
      most_gaps = MAX (most_gaps, count_gaps (work, c) + lane_gaps);
    }
  work->place->loop_gap = most_loops > 0 ? MIN (LOOP_GAP, MAX_LOOP_GAPS * height / most_loops) : LOOP_GAP;
  work->place->gap = most_gaps > 0 ? MIN (padding, MAX_GAPS * height / most_gaps) : padding;

  for (int c = 0; c < routes->n_columns; c++)
    {
      double amount = lanes, pixels = work->place->gap * (count_gaps (work, c) + lane_gaps), loops = 0;

      for (int p = routes->column_at[c]; p < routes->column_at[c + 1]; p++)
        {
          int item = routes->order[p];

          amount += routes->size[item] + (is_node (work, item) ? ports->loops[item] : 0);
          loops += get_loop_room (work, item);
        }
      if (amount > 0)
        scale = MIN (scale, (height - pixels - loops) / amount);
    }
  work->place->scale = scale < G_MAXDOUBLE ? scale : 0;
}

/* --- room --- */

static void
measure_items (Work *work)
{
  const ShanhaiFlowRoutes *routes = work->routes;

  work->above = g_new0 (double, routes->n_items + 1);
  work->room = g_new (double, routes->n_items + 1);
  for (int i = 0; i < routes->n_items; i++)
    {
      work->room[i] = routes->size[i] * work->place->scale + get_loop_room (work, i);
      if (is_node (work, i))
        work->room[i] += work->ports->loops[i] * work->place->scale;
    }
}

typedef struct
{
  int    item;
  double size;
} Wanting;

static int
compare_wanting (gconstpointer a,
                 gconstpointer b)
{
  const Wanting *x = a, *y = b;

  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->item - y->item;
}

/* Labels that are higher than their nodes get room as far as their column has some to spare, the biggest
 * nodes first; the scale doesn't suffer. */
static void
widen_for_labels (Work         *work,
                  const double *height)
{
  const ShanhaiFlowRoutes *routes = work->routes;

  for (int c = 0; c < routes->n_columns; c++)
    {
      g_autoptr (GArray) wanting = g_array_new (FALSE, FALSE, sizeof (Wanting));
      double             spare = work->place->bottom - work->place->top - work->place->gap * count_gaps (work, c);

      for (int p = routes->column_at[c]; p < routes->column_at[c + 1]; p++)
        {
          Wanting want = { routes->order[p], routes->size[routes->order[p]] };

          spare -= work->room[want.item];
          if (is_node (work, want.item) && height[want.item] > 0)
            g_array_append_val (wanting, want);
        }
      g_array_sort (wanting, compare_wanting);
      for (guint k = 0; k < wanting->len; k++)
        {
          int    item = g_array_index (wanting, Wanting, k).item;
          double more = height[item] - routes->size[item] * work->place->scale;

          if (more <= 0 || more > spare)
            continue;
          spare -= more;
          work->above[item] = more / 2;
          work->room[item] = MAX (work->room[item] + more / 2, height[item]);
        }
    }
}

static void
collect_pulls (Work *work)
{
  const ShanhaiFlowRoutes *routes = work->routes;
  double                   scale = work->place->scale;
  g_autofree int          *end = NULL;

  work->pull_at = g_new0 (int, routes->n_items + 2);
  for (int s = 0; s < routes->n_strands; s++)
    for (int k = 0; k <= routes->strands[s].n_dummies; k++)
      {
        work->pull_at[shanhai_flow_routes_get_item (&routes->strands[s], k) + 1]++;
        work->pull_at[shanhai_flow_routes_get_item (&routes->strands[s], k + 1) + 1]++;
      }
  for (int i = 0; i < routes->n_items; i++)
    work->pull_at[i + 1] += work->pull_at[i];
  work->pulls = g_new (Pull, work->pull_at[routes->n_items] + 1);
  end = g_memdup2 (work->pull_at, sizeof (int) * (gsize) (routes->n_items + 1));

  for (int s = 0; s < routes->n_strands; s++)
    {
      const ShanhaiFlowStrand *strand = &routes->strands[s];

      for (int k = 0; k <= strand->n_dummies; k++)
        {
          int    left = shanhai_flow_routes_get_item (strand, k);
          int    right = shanhai_flow_routes_get_item (strand, k + 1);
          int    n_dummies = (k > 0) + (k < strand->n_dummies);
          double boost = n_dummies == 2 ? PULL_DUMMIES : n_dummies == 1 ? PULL_NODE_DUMMY : 1;
          double weight = MAX (strand->weight, 1e-9) * boost;
          double at_left = k == 0 ? work->ports->out_at[strand->first] * scale : 0;
          double at_right = k == strand->n_dummies ? work->ports->in_at[strand->first] * scale : 0;
          Pull   to_right = { right, at_right - at_left, weight };
          Pull   to_left = { left, at_left - at_right, weight };

          work->pulls[end[left]++] = to_right;
          work->pulls[end[right]++] = to_left;
        }
    }
}

/* --- relaxation --- */

/* Moves a column's items to the places nearest to their wishes that keep order, gaps and bounds. */
static void
settle_column (Work *work,
               int   column)
{
  const ShanhaiFlowRoutes *routes = work->routes;
  int                      first = routes->column_at[column], last = routes->column_at[column + 1];
  double                   offset = 0, lowest, at;
  int                      n = 0;

  for (int p = first; p < last; p++)
    {
      int item = routes->order[p];

      if (p > first)
        offset += work->room[routes->order[p - 1]] + work->place->gap * get_gap (work, routes->order[p - 1], item);
      work->block[n] = p;
      work->mean[n] = work->wish[item] - work->above[item] - offset;
      work->mass[n++] = work->weight[item];
      while (n > 1 && work->mean[n - 2] >= work->mean[n - 1])
        {
          double mass = work->mass[n - 2] + work->mass[n - 1];

          work->mean[n - 2] = (work->mean[n - 2] * work->mass[n - 2] + work->mean[n - 1] * work->mass[n - 1]) / mass;
          work->mass[n - 2] = mass;
          n--;
        }
    }
  if (first == last)
    return;

  lowest = work->place->bottom - offset - work->room[routes->order[last - 1]];
  at = 0;
  for (int b = 0, p = first; b < n; b++)
    {
      double start = MAX (MIN (work->mean[b], lowest), work->place->top);

      for (; p < (b + 1 < n ? work->block[b + 1] : last); p++)
        {
          int item = routes->order[p];

          if (p > first)
            at += work->room[routes->order[p - 1]] + work->place->gap * get_gap (work, routes->order[p - 1], item);
          work->place->y[item] = start + at + work->above[item];
        }
    }
}

/* Every item's wish: the mean of where its links would be straight. Side -1 listens to the left only, 1 to
 * the right only, 0 to both; near is the distance in pixels under which links count in full. */
static void
relax_column (Work  *work,
              int    column,
              int    side,
              double near)
{
  const ShanhaiFlowRoutes *routes = work->routes;
  const double            *y = work->place->y;

  for (int p = routes->column_at[column]; p < routes->column_at[column + 1]; p++)
    {
      int    item = routes->order[p];
      double sum = 0, weight = 0;

      for (int k = work->pull_at[item]; k < work->pull_at[item + 1]; k++)
        {
          const Pull *pull = &work->pulls[k];
          double      to = y[pull->item] + pull->shift;
          double      w = pull->weight;

          if (side != 0 && (routes->column[pull->item] > column) != (side > 0))
            continue;
          if (near > 0)
            w *= near / MAX (fabs (to - y[item]), near);
          sum += w * to;
          weight += w;
        }
      work->wish[item] = weight > 0 ? sum / weight : y[item];
      work->weight[item] = MAX (weight, 1e-12);
    }
  settle_column (work, column);
}

static void
relax (Work *work)
{
  int n = work->routes->n_columns;
  int rounds = CLAMP (4000000 / (work->pull_at[work->routes->n_items] + 1), 8, 60);

  for (int i = 0; i < work->routes->n_items; i++)
    {
      work->wish[i] = (work->place->top + work->place->bottom) / 2;
      work->weight[i] = 1;
    }
  for (int c = 0; c < n; c++)
    settle_column (work, c);
  for (int c = 1; c < n; c++)
    relax_column (work, c, -1, 0);
  for (int c = n - 2; c >= 0; c--)
    relax_column (work, c, 1, 0);

  for (int round = 0; round < rounds; round++)
    {
      double near = round < rounds / 3 ? 0 : MAX (40.0 * (rounds - round) / rounds, 0.5);

      for (int k = 0; k < n; k++)
        relax_column (work, round % 2 == 0 ? k : n - 1 - k, 0, near);
    }
}

/**
 * shanhai_flow_place_new:
 * @routes: routes, untangled
 * @ports: their ports
 * @y0: the upper edge of what may be drawn on
 * @y1: the lower edge
 * @padding: the gap between two nodes, smaller where a column is too full
 * @height: (nullable): for every node the height of its label, 0 for none
 *
 * Chooses the scale and every item's height.
 *
 * Returns: (transfer full): the places
 */
ShanhaiFlowPlace *
shanhai_flow_place_new (const ShanhaiFlowRoutes *routes,
                        const ShanhaiFlowPorts  *ports,
                        double                   y0,
                        double                   y1,
                        double                   padding,
                        const double            *height)
{
  ShanhaiFlowPlace *self = g_new0 (ShanhaiFlowPlace, 1);
  Work              work = { .routes = routes, .ports = ports, .place = self };

  choose_scale (&work, y1 - y0, padding);
  self->top = y0 + self->scale * sum_lanes (ports->lane_above, ports->n_above)
              + self->gap * SHANHAI_FLOW_LANE_GAP * ports->n_above;
  self->bottom = y1 - self->scale * sum_lanes (ports->lane_below, ports->n_below)
                 - self->gap * SHANHAI_FLOW_LANE_GAP * ports->n_below;

  self->y = g_new0 (double, routes->n_items + 1);
  work.wish = g_new0 (double, routes->n_items + 1);
  work.weight = g_new0 (double, routes->n_items + 1);
  work.block = g_new (int, routes->n_items + 1);
  work.mean = g_new (double, routes->n_items + 1);
  work.mass = g_new (double, routes->n_items + 1);
  measure_items (&work);
  if (height != NULL)
    widen_for_labels (&work, height);
  collect_pulls (&work);
  relax (&work);

  g_free (work.above);
  g_free (work.room);
  g_free (work.pull_at);
  g_free (work.pulls);
  g_free (work.wish);
  g_free (work.weight);
  g_free (work.block);
  g_free (work.mean);
  g_free (work.mass);
  return self;
}

void
shanhai_flow_place_free (ShanhaiFlowPlace *self)
{
  if (self == NULL)
    return;

  g_free (self->y);
  g_free (self);
}
