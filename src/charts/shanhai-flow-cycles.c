/* shanhai-flow-cycles.c - the light links that close a graph's cycles. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links are taken in the order of falling amount and kept as long as what is kept has no cycle. So every
 * link that is left out is the lightest of a cycle whose other links all stay, which is what a reader
 * expects of the link that is drawn backwards. The test for a cycle is the incremental topological order
 * of Pearce and Kelly (2007): a link that agrees with the order so far costs nothing, another one searches
 * only the stretch of the order between its ends. */

#include "shanhai-flow-cycles.h"

typedef struct
{
  int    source;
  int    target;
  int    first; /* of the links between the two, which stand together in a sorted graph */
  int    n;
  double value;
} Pair;

typedef struct
{
  int    to;
  int    next;
} Arrow;

typedef struct
{
  GArray   *arrows;   /* Arrow, those of one node linked by next */
  int      *after;    /* node → its first arrow forwards, or -1 */
  int      *before;   /* node → its first arrow backwards, or -1 */
  int      *rank;     /* node → its place in the order */
  int      *at;       /* place in the order → node */
  gboolean *seen;
  GArray   *ahead;    /* int: nodes reached from the target */
  GArray   *behind;   /* int: nodes that reach the source */
  GArray   *places;   /* int */
} Order;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->first - y->first;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const int *rank = data;

  return rank[*(const int *) a] - rank[*(const int *) b];
}

static GArray *
collect_pairs (const ShanhaiFlowGraph *graph)
{
  GArray                *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n_links = shanhai_flow_graph_get_n_links (graph);

  for (int i = 0; i < n_links;)
    {
      Pair pair = { links[i].source, links[i].target, i, 0, 0 };

      while (i < n_links && links[i].source == pair.source && links[i].target == pair.target)
        {
          pair.value += links[i++].value;
          pair.n++;
        }
      if (pair.source != pair.target)
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* Nodes in the order of a search from the first on, each before what it leads to unless that closes a
 * cycle: the search's finishing order, backwards. Without cycles this is a topological order, and no
 * later step has anything to do. The stack is our own: a chain can be as long as the graph. */
static void
start_order (Order        *order,
             const GArray *pairs,
             int           n)
{
  g_autofree int *first = g_new (int, n + 1);
  g_autofree int *stack = g_new (int, n + 1);
  g_autofree int *next = g_new (int, n + 1);
  int             place = n;

  for (int v = 0, p = 0; v <= n; v++)
    {
      while (p < (int) pairs->len && g_array_index (pairs, Pair, p).source < v)
        p++;
      first[v] = p;
    }

  for (int root = 0; root < n; root++)
    {
      int depth = 0;

      if (order->seen[root])
        continue;
      order->seen[root] = TRUE;
      next[root] = first[root];
      stack[depth++] = root;
      while (depth > 0)
        {
          int v = stack[depth - 1];

          if (next[v] < first[v + 1])
            {
              int to = g_array_index (pairs, Pair, next[v]++).target;

              if (!order->seen[to])
                {
                  order->seen[to] = TRUE;
                  next[to] = first[to];
                  stack[depth++] = to;
                }
            }
          else
            {
              order->at[--place] = v;
              order->rank[v] = place;
              depth--;
            }
        }
    }
  for (int v = 0; v < n; v++)
    order->seen[v] = FALSE;
}

/* Collects in found what can be reached from start within the ranks [low, high]. */
static void
search (Order     *order,
        const int *head,
        int        start,
        int        low,
        int        high,
        GArray    *found)
{
  g_array_set_size (found, 0);
  g_array_append_val (found, start);
  order->seen[start] = TRUE;
  for (guint i = 0; i < found->len; i++)
    {
      int v = g_array_index (found, int, i);

      for (int a = head[v]; a >= 0; a = g_array_index (order->arrows, Arrow, a).next)
        {
          int to = g_array_index (order->arrows, Arrow, a).to;

          if (!order->seen[to] && order->rank[to] >= low && order->rank[to] <= high)
            {
              order->seen[to] = TRUE;
              g_array_append_val (found, to);
            }
        }
    }
}

static void
forget (Order  *order,
        GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    order->seen[g_array_index (found, int, i)] = FALSE;
}

/* Puts the nodes that reach the source before those that the target reaches, on the same places. */
static void
reorder (Order *order)
{
  guint n_behind = order->behind->len;

  g_array_sort_with_data (order->behind, compare_ranks, order->rank);
  g_array_sort_with_data (order->ahead, compare_ranks, order->rank);
  g_array_append_vals (order->behind, order->ahead->data, order->ahead->len);

  g_array_set_size (order->places, 0);
  for (guint i = 0; i < order->behind->len; i++)
    g_array_append_val (order->places, order->rank[g_array_index (order->behind, int, i)]);
  g_array_sort (order->places, compare_ints);

  for (guint i = 0; i < order->behind->len; i++)
    {
      int v = g_array_index (order->behind, int, i);
      int place = g_array_index (order->places, int, i);

      order->rank[v] = place;
      order->at[place] = v;
    }
  g_array_set_size (order->behind, n_behind);
}

static void
add_arrow (Order *order,
           int   *head,
           int    from,
           int    to)
{
  Arrow arrow = { to, head[from] };

  head[from] = (int) order->arrows->len;
  g_array_append_val (order->arrows, arrow);
}

static gboolean
insert (Order *order,
        int    source,
        int    target)
{
  if (order->rank[source] > order->rank[target])
    {
      int      low = order->rank[target], high = order->rank[source];
      gboolean cycle;

      search (order, order->after, target, low, high, order->ahead);
      cycle = order->seen[source];
      forget (order, order->ahead);
      if (cycle)
        return FALSE;

      search (order, order->before, source, low, high, order->behind);
      forget (order, order->behind);
      reorder (order);
    }

  add_arrow (order, order->after, source, target);
  add_arrow (order, order->before, target, source);
  return TRUE;
}

/**
 * shanhai_flow_cycles_find_back_links:
 * @graph: a sorted graph
 * @order: (out) (transfer full): all nodes, each before those that its links lead to, back links aside
 *
 * Finds links that, left out, leave no cycle. Each is the lightest of a cycle of links that stay; links
 * with the same ends count together. Self-loops aren't among them.
 *
 * Returns: (transfer full): for every link whether it goes back
 */
gboolean *
shanhai_flow_cycles_find_back_links (const ShanhaiFlowGraph *graph,
                                     int                   **order)
{
  int                n = shanhai_flow_graph_get_n_nodes (graph);
  gboolean          *back = g_new0 (gboolean, shanhai_flow_graph_get_n_links (graph) + 1);
  g_autoptr (GArray) pairs = collect_pairs (graph);
  g_autoptr (GArray) arrows = g_array_new (FALSE, FALSE, sizeof (Arrow));
  g_autoptr (GArray) ahead = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int    *after = g_new (int, n + 1);
  g_autofree int    *before = g_new (int, n + 1);
  g_autofree int    *rank = g_new (int, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  Order              kept = { arrows, after, before, rank, g_new (int, n + 1), seen, ahead, behind, places };

  for (int v = 0; v < n; v++)
    after[v] = before[v] = -1;

  start_order (&kept, pairs, n);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!insert (&kept, pair->source, pair->target))
        for (int k = 0; k < pair->n; k++)
          back[pair->first + k] = TRUE;
    }

  *order = kept.at;
  return back;
}
