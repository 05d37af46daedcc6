/* shanhai-flow-ports.c - where links touch their nodes, and which way arcs go round. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On either side of a node, from the top down: arcs that go round above, links onward in the order of the
 * next column's items, arcs that go round below, self-loops. Links onward can't cross beside their own node
 * then, and arcs lie in one another like the shells of an onion: the port nearest to the edge has the
 * innermost lane. Bands follow one another without a gap from the node's top; what is left at its foot on
 * the right came in and didn't go on. */

#include "shanhai-flow-ports.h"

#include <stdlib.h>

typedef struct
{
  int      link;
  int      node;    /* the end that this is about */
  int      group;   /* see the order above */
  int      rank;    /* within the group */
} End;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const End *x = a, *y = b;

  if (x->node != y->node)
    return x->node < y->node ? -1 : 1;
  if (x->group != y->group)
    return x->group - y->group;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->link - y->link;
}

typedef struct
{
  const ShanhaiFlowGraph   *graph;
  const ShanhaiFlowColumns *columns;
  const ShanhaiFlowRoutes  *routes;
  double                    unit;
  double                   *over;   /* item → how much of its column's amount stands above it */
  double                   *total;  /* column → its whole amount */
  int                      *place;  /* item → its index in the routes' order */
} Work;

static void
measure_columns (Work *work)
{
  const ShanhaiFlowRoutes *routes = work->routes;

  work->over = g_new (double, routes->n_items + 1);
  work->total = g_new0 (double, routes->n_columns + 1);
  work->place = g_new (int, routes->n_items + 1);
  for (int c = 0; c < routes->n_columns; c++)
    for (int p = routes->column_at[c]; p < routes->column_at[c + 1]; p++)
      {
        int item = routes->order[p];

        work->place[item] = p;
        work->over[item] = work->total[c];
        work->total[c] += routes->size[item];
      }
}

/* Whether an arc that leaves here meets less on its way up than on its way down, in both columns. */
static gboolean
is_better_above (const Work            *work,
                 const ShanhaiFlowLink *link)
{
  double up = work->over[link->source] + work->over[link->target];
  double all = work->total[work->columns->column[link->source]] + work->total[work->columns->column[link->target]];
  double own = work->routes->size[link->source] + work->routes->size[link->target];

  return up < all - own - up;
}

/* Short arcs lie inside; among equals the one whose ends are nearer to the edge. */
static int
compare_arcs (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Work            *work = data;
  const ShanhaiFlowLane *x = a, *y = b;
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  const ShanhaiFlowLink *lx = &links[x->link], *ly = &links[y->link];
  const int             *column = work->columns->column;
  int                    span_x = column[lx->source] - column[lx->target];
  int                    span_y = column[ly->source] - column[ly->target];
  int                    px, py;

  if (x->above != y->above)
    return x->above ? -1 : 1;
  if (span_x != span_y)
    return span_x - span_y;
  px = work->place[lx->source] + work->place[lx->target];
  py = work->place[ly->source] + work->place[ly->target];
  if (px != py)
    return (px < py) == x->above ? -1 : 1;
  return x->link - y->link;
}

/* A lane further out than every arc inside whose columns it shares. */
static void
assign_lanes (ShanhaiFlowPorts *self,
              const Work       *work)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n_columns = work->columns->n_columns;
  g_autofree int        *free_above = g_new0 (int, n_columns + 1);
  g_autofree int        *free_below = g_new0 (int, n_columns + 1);

  self->lane_above = g_new0 (double, self->n_arcs + 1);
  self->lane_below = g_new0 (double, self->n_arcs + 1);
  for (int a = 0; a < self->n_arcs; a++)
    {
      ShanhaiFlowLane       *arc = &self->arcs[a];
      const ShanhaiFlowLink *link = &links[arc->link];
      int                   *free_lane = arc->above ? free_above : free_below;
      double                *size = arc->above ? self->lane_above : self->lane_below;
      int                   *n = arc->above ? &self->n_above : &self->n_below;
      int                    from = work->columns->column[link->target];
      int                    to = work->columns->column[link->source];

      for (int c = from; c <= to; c++)
        arc->lane = MAX (arc->lane, free_lane[c]);
      for (int c = from; c <= to; c++)
        free_lane[c] = arc->lane + 1;
      size[arc->lane] = MAX (size[arc->lane], link->value / work->unit);
      *n = MAX (*n, arc->lane + 1);
    }
}

static void
route_arcs (ShanhaiFlowPorts *self,
            Work             *work)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n_links = shanhai_flow_graph_get_n_links (work->graph);

  self->arcs = g_new0 (ShanhaiFlowLane, n_links + 1);
  for (int i = 0; i < n_links; i++)
    if (work->columns->course[i] == SHANHAI_FLOW_COURSE_ARC)
      {
        self->arcs[self->n_arcs].link = i;
        self->arcs[self->n_arcs++].above = is_better_above (work, &links[i]);
      }
  g_qsort_with_data (self->arcs, self->n_arcs, sizeof (ShanhaiFlowLane), compare_arcs, work);
  assign_lanes (self, work);
}

/* Ranks every link's ends; both lists have one entry a link. */
static void
collect_ends (const ShanhaiFlowPorts *self,
              const Work             *work,
              End                    *out,
              End                    *in)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n_links = shanhai_flow_graph_get_n_links (work->graph);

  for (int i = 0; i < n_links; i++)
    {
      End at_source = { i, links[i].source, 3, 0 };
      End at_target = { i, links[i].target, 3, 0 };

      out[i] = at_source;
      in[i] = at_target;
    }
  for (int s = 0; s < work->routes->n_strands; s++)
    {
      const ShanhaiFlowStrand *strand = &work->routes->strands[s];

      for (int k = strand->first; k < strand->first + strand->n; k++)
        {
          out[k].group = in[k].group = 1;
          out[k].rank = work->place[shanhai_flow_routes_get_item (strand, 1)];
          in[k].rank = work->place[shanhai_flow_routes_get_item (strand, strand->n_dummies)];
        }
    }
  for (int a = 0; a < self->n_arcs; a++)
    {
      const ShanhaiFlowLane *arc = &self->arcs[a];

      out[arc->link].group = in[arc->link].group = arc->above ? 0 : 2;
      out[arc->link].rank = in[arc->link].rank = arc->above ? arc->lane : -arc->lane;
    }
}

static double *
stack_ends (const Work *work,
            End        *ends,
            int         n)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  double                *at = g_new (double, n + 1);
  double                 sum = 0;

  qsort (ends, n, sizeof (End), compare_ends);
  for (int i = 0; i < n; i++)
    {
      if (i == 0 || ends[i].node != ends[i - 1].node)
        sum = 0;
      at[ends[i].link] = sum;
      sum += links[ends[i].link].value / work->unit;
    }
  return at;
}

/**
 * shanhai_flow_ports_new:
 * @graph: a sorted graph
 * @columns: its columns
 * @routes: its routes, untangled
 * @unit: the amount that counts as 1
 *
 * Finds every band's place at its nodes and every arc's lane.
 *
 * Returns: (transfer full): the ports
 */
ShanhaiFlowPorts *
shanhai_flow_ports_new (const ShanhaiFlowGraph   *graph,
                        const ShanhaiFlowColumns *columns,
                        const ShanhaiFlowRoutes  *routes,
                        double                    unit)
{
  ShanhaiFlowPorts      *self = g_new0 (ShanhaiFlowPorts, 1);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n_links = shanhai_flow_graph_get_n_links (graph);
  g_autofree End        *out = g_new (End, n_links + 1);
  g_autofree End        *in = g_new (End, n_links + 1);
  Work                   work = { graph, columns, routes, unit, NULL, NULL, NULL };

  measure_columns (&work);
  route_arcs (self, &work);
  collect_ends (self, &work, out, in);
  self->out_at = stack_ends (&work, out, n_links);
  self->in_at = stack_ends (&work, in, n_links);

  self->n_loops = g_new0 (int, routes->n_nodes + 1);
  self->loops = g_new0 (double, routes->n_nodes + 1);
  for (int i = 0; i < n_links; i++)
    if (columns->course[i] == SHANHAI_FLOW_COURSE_LOOP)
      {
        self->n_loops[links[i].source]++;
        self->loops[links[i].source] += links[i].value / unit;
      }

  g_free (work.over);
  g_free (work.total);
  g_free (work.place);
  return self;
}

void
shanhai_flow_ports_free (ShanhaiFlowPorts *self)
{
  if (self == NULL)
    return;

  g_free (self->out_at);
  g_free (self->in_at);
  g_free (self->arcs);
  g_free (self->lane_above);
  g_free (self->lane_below);
  g_free (self->n_loops);
  g_free (self->loops);
  g_free (self);
}
