/* shanhai-flow-routes.c - links as chains of items from column to column. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the search for a good order, all nodes that hang on the same neighbour by their only strand, one
 * column away, are one: nothing can come between them that wouldn't be better elsewhere. A town's 300
 * projects cost the search no more than one. */

#include "shanhai-flow-routes.h"

#include "shanhai-flow-order.h"

/* More passing places than this no diagram can show, and no reader would wait for; see add_dummies(). */
#define MAX_DUMMIES 300000

static void
collect_strands (ShanhaiFlowRoutes        *self,
                 const ShanhaiFlowGraph   *graph,
                 const ShanhaiFlowColumns *columns,
                 double                    unit)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n_links = shanhai_flow_graph_get_n_links (graph);

  self->strands = g_new (ShanhaiFlowStrand, n_links + 1);
  for (int i = 0; i < n_links;)
    {
      ShanhaiFlowStrand strand = { links[i].source, links[i].target, i, 0, 0, 0, 0 };
      gboolean          forward = columns->course[i] == SHANHAI_FLOW_COURSE_FORWARD;

      for (; i < n_links && links[i].source == strand.source && links[i].target == strand.target; i++)
        {
          strand.weight += links[i].value / unit;
          strand.n++;
        }
      if (forward)
        self->strands[self->n_strands++] = strand;
    }
}

/* Dummies, strand by strand. Beyond a number that no diagram can show, the links that pass the most
 * columns go straight, without places of their own. */
static void
add_dummies (ShanhaiFlowRoutes        *self,
             const ShanhaiFlowColumns *columns)
{
  gint64 total = 0;
  int    longest = self->n_columns;

  for (int s = 0; s < self->n_strands; s++)
    {
      ShanhaiFlowStrand *strand = &self->strands[s];

      strand->n_dummies = columns->column[strand->target] - columns->column[strand->source] - 1;
      total += strand->n_dummies;
    }
  while (total > MAX_DUMMIES)
    {
      longest = longest * 3 / 4;
      for (int s = 0; s < self->n_strands; s++)
        if (self->strands[s].n_dummies > longest)
          {
            total -= self->strands[s].n_dummies;
            self->strands[s].n_dummies = 0;
          }
    }

  self->n_items = self->n_nodes + (int) total;
  self->column = g_new (int, self->n_items + 1);
  self->size = g_new0 (double, self->n_items + 1);
  for (int v = 0; v < self->n_nodes; v++)
    self->column[v] = columns->column[v];
  for (int s = 0, item = self->n_nodes; s < self->n_strands; s++)
    {
      ShanhaiFlowStrand *strand = &self->strands[s];

      strand->dummy = item;
      for (int k = 0; k < strand->n_dummies; k++, item++)
        {
          self->column[item] = columns->column[strand->source] + 1 + k;
          self->size[item] = strand->weight;
        }
    }
}

/**
 * shanhai_flow_routes_new:
 * @graph: a sorted graph
 * @columns: its columns
 * @unit: the amount that counts as 1, positive
 *
 * Lays out all forward links as chains of items. The items stand in no good order yet.
 *
 * Returns: (transfer full): the routes
 */
ShanhaiFlowRoutes *
shanhai_flow_routes_new (const ShanhaiFlowGraph   *graph,
                         const ShanhaiFlowColumns *columns,
                         double                    unit)
{
  ShanhaiFlowRoutes *self = g_new0 (ShanhaiFlowRoutes, 1);
  g_autofree double *in = NULL;
  g_autofree double *out = NULL;
  g_autofree int    *end = NULL;

  self->n_nodes = shanhai_flow_graph_get_n_nodes (graph);
  self->n_columns = columns->n_columns;
  collect_strands (self, graph, columns, unit);
  add_dummies (self, columns);

  in = g_new (double, self->n_nodes + 1);
  out = g_new (double, self->n_nodes + 1);
  shanhai_flow_graph_sum (graph, in, out);
  for (int v = 0; v < self->n_nodes; v++)
    self->size[v] = MAX (in[v], out[v]) / unit;

  self->column_at = g_new0 (int, self->n_columns + 1);
  self->order = g_new (int, self->n_items + 1);
  for (int i = 0; i < self->n_items; i++)
    self->column_at[self->column[i] + 1]++;
  for (int c = 0; c < self->n_columns; c++)
    self->column_at[c + 1] += self->column_at[c];
  end = g_memdup2 (self->column_at, sizeof (int) * (gsize) (self->n_columns + 1));
  for (int i = 0; i < self->n_items; i++)
    self->order[end[self->column[i]]++] = i;
  return self;
}

void
shanhai_flow_routes_free (ShanhaiFlowRoutes *self)
{
  if (self == NULL)
    return;

  g_free (self->strands);
  g_free (self->column);
  g_free (self->size);
  g_free (self->column_at);
  g_free (self->order);
  g_free (self);
}

/**
 * shanhai_flow_routes_get_item:
 * @strand: a strand
 * @step: 0 for its source, then its dummies, then its target
 *
 * Returns: the item that the strand visits at this step
 */
int
shanhai_flow_routes_get_item (const ShanhaiFlowStrand *strand,
                              int                      step)
{
  if (step == 0)
    return strand->source;
  return step <= strand->n_dummies ? strand->dummy + step - 1 : strand->target;
}

typedef struct
{
  int           *leader;   /* item → the item that stands for it, or -1 for one that nothing holds */
  int           *compact;  /* leader → its number in the layers */
  int            n;
} Bundles;

/* Bundles leaves; see the head of this file. */
static void
bundle (const ShanhaiFlowRoutes *self,
        Bundles                 *bundles)
{
  g_autofree int *n_strands = g_new0 (int, self->n_nodes + 1);
  g_autofree int *left_leaf = g_new (int, self->n_items + 1);
  g_autofree int *right_leaf = g_new (int, self->n_items + 1);

  bundles->leader = g_new (int, self->n_items + 1);
  bundles->compact = g_new (int, self->n_items + 1);
  for (int i = 0; i < self->n_items; i++)
    {
      bundles->leader[i] = i < self->n_nodes ? -1 : i;
      left_leaf[i] = right_leaf[i] = -1;
    }
  for (int s = 0; s < self->n_strands; s++)
    {
      n_strands[self->strands[s].source]++;
      n_strands[self->strands[s].target]++;
      bundles->leader[self->strands[s].source] = self->strands[s].source;
      bundles->leader[self->strands[s].target] = self->strands[s].target;
    }
  for (int s = 0; s < self->n_strands; s++)
    {
      int  source = self->strands[s].source, target = self->strands[s].target;
      int *first;

      if (self->column[target] != self->column[source] + 1)
        continue;
      if (n_strands[target] == 1)
        {
          first = &right_leaf[source];
          *first = *first < 0 ? target : *first;
          bundles->leader[target] = *first;
        }
      else if (n_strands[source] == 1)
        {
          first = &left_leaf[target];
          *first = *first < 0 ? source : *first;
          bundles->leader[source] = *first;
        }
    }

  bundles->n = 0;
  for (int i = 0; i < self->n_items; i++)
    bundles->compact[i] = bundles->leader[i] == i ? bundles->n++ : -1;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const ShanhaiFlowEdge *x = a, *y = b;

  return x->left != y->left ? x->left - y->left : x->right - y->right;
}

/* A strand's way from item to item, bundles as one: edges with the same ends are added up. */
static ShanhaiFlowLayers *
make_layers (const ShanhaiFlowRoutes *self,
             const Bundles           *bundles)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (ShanhaiFlowEdge));
  g_autofree int    *layer = g_new (int, bundles->n + 1);
  guint              n = 0;

  for (int i = 0; i < self->n_items; i++)
    if (bundles->compact[i] >= 0)
      layer[bundles->compact[i]] = self->column[i];

  for (int s = 0; s < self->n_strands; s++)
    {
      const ShanhaiFlowStrand *strand = &self->strands[s];

      for (int k = 0; k <= strand->n_dummies; k++)
        {
          int             left = shanhai_flow_routes_get_item (strand, k);
          int             right = shanhai_flow_routes_get_item (strand, k + 1);
          ShanhaiFlowEdge edge = { bundles->compact[bundles->leader[left]],
                                   bundles->compact[bundles->leader[right]],
                                   strand->weight };

          /* only a strand without its dummies goes further than the next column */
          if (self->column[right] == self->column[left] + 1)
            g_array_append_val (edges, edge);
        }
    }

  g_array_sort (edges, compare_edges);
  for (guint e = 0; e < edges->len; e++)
    {
      ShanhaiFlowEdge *edge = &g_array_index (edges, ShanhaiFlowEdge, e);
      ShanhaiFlowEdge *last = n > 0 ? &g_array_index (edges, ShanhaiFlowEdge, n - 1) : NULL;

      if (last != NULL && compare_edges (last, edge) == 0)
        last->weight += edge->weight;
      else
        g_array_index (edges, ShanhaiFlowEdge, n++) = *edge;
    }
  return shanhai_flow_layers_new (self->n_columns, bundles->n, layer, (int) n,
                                  (const ShanhaiFlowEdge *) (gpointer) edges->data);
}

typedef struct
{
  const ShanhaiFlowRoutes *routes;
  const int               *rank;   /* item → its bundle's place */
} ItemSort;

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const ItemSort *sort = data;
  int             x = *(const int *) a, y = *(const int *) b;

  if (sort->rank[x] != sort->rank[y])
    return sort->rank[x] - sort->rank[y];
  if (sort->routes->size[x] != sort->routes->size[y])
    return sort->routes->size[x] > sort->routes->size[y] ? -1 : 1;
  return x - y;
}

/**
 * shanhai_flow_routes_untangle:
 * @self: routes
 * @effort: how much work to spend, in steps of about a nanosecond
 *
 * Orders the items of every column so that little flow crosses. Within a bundle the biggest stands on
 * top; what no link holds stands at its column's foot.
 *
 * Returns: the sum of weight × weight over all crossings
 */
double
shanhai_flow_routes_untangle (ShanhaiFlowRoutes *self,
                              gint64             effort)
{
  Bundles                      bundles;
  g_autoptr (ShanhaiFlowLayers) layers = NULL;
  g_autofree int              *order = NULL;
  g_autofree int              *rank = g_new (int, self->n_items + 1);
  g_autofree int              *rank_of_leader = NULL;
  ItemSort                     sort = { self, rank };
  double                       crossings;

  bundle (self, &bundles);
  layers = make_layers (self, &bundles);
  order = g_new (int, bundles.n + 1);
  crossings = shanhai_flow_order_solve (layers, effort, order);

  rank_of_leader = g_new (int, bundles.n + 1);
  for (int k = 0; k < bundles.n; k++)
    rank_of_leader[order[k]] = k;
  for (int i = 0; i < self->n_items; i++)
    rank[i] = bundles.leader[i] < 0 ? G_MAXINT : rank_of_leader[bundles.compact[bundles.leader[i]]];
  for (int c = 0; c < self->n_columns; c++)
    g_qsort_with_data (self->order + self->column_at[c], self->column_at[c + 1] - self->column_at[c],
                       sizeof (int), compare_items, &sort);

  g_free (bundles.leader);
  g_free (bundles.compact);
  return crossings;
}
