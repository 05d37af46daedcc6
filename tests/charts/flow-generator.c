/* flow-generator.c - random flow graphs for tests and benchmarks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grants are drawn one by one and added up by link, so that every inner node gives on what it gets. */

#include "flow-generator.h"

#include <math.h>

#define N_STAGES 5

typedef struct
{
  ShanhaiFlowGraph *graph;
  GArray           *links;   /* ShanhaiFlowLink, added up */
  GHashTable       *index;   /* both ends → index in links + 1 */
  gboolean          stages;
} Maker;

static int
get_node (Maker *maker,
          int    stage,
          int    number)
{
  static const char letters[] = "DHSCP";
  g_autofree char  *id = g_strdup_printf ("%c%d", letters[stage], number);

  return shanhai_flow_graph_add_node (maker->graph, id, id, maker->stages ? stage : -1);
}

static void
add_amount (Maker *maker,
            int    source,
            int    target,
            double value)
{
  gint64   key = (gint64) source << 32 | target;
  gpointer found = g_hash_table_lookup (maker->index, &key);

  if (found == NULL)
    {
      ShanhaiFlowLink link = { source, target, 0 };

      g_array_append_val (maker->links, link);
      found = GUINT_TO_POINTER (maker->links->len);
      g_hash_table_insert (maker->index, g_memdup2 (&key, sizeof key), found);
    }
  g_array_index (maker->links, ShanhaiFlowLink, GPOINTER_TO_UINT (found) - 1).value += value;
}

static double
draw_amount (GRand *rand)
{
  double normal = 0;

  for (int k = 0; k < 12; k++)
    normal += g_rand_double (rand);
  return round (CLAMP (exp (14 + 2.2 * (normal - 6)), 1e3, 5e9));
}

static void
add_grant (Maker     *maker,
           GRand     *rand,
           const int *counts,
           double     skip)
{
  int    county = g_rand_int_range (rand, 0, counts[3]);
  int    numbers[N_STAGES];
  int    stages[N_STAGES] = { 0, 1, 2, 3, 4 };
  int    n = N_STAGES;
  double value = draw_amount (rand);

  numbers[0] = g_rand_double (rand) < 0.8 ? county * counts[0] / counts[3] : g_rand_int_range (rand, 0, counts[0]);
  numbers[1] = (int) (counts[1] * pow (g_rand_double (rand), 1.6));
  numbers[2] = (county * 7 + (int) (counts[2] * pow (g_rand_double (rand), 2))) % counts[2];
  numbers[3] = county;
  numbers[4] = county * 1000 + g_rand_int_range (rand, 0, 12);

  if (g_rand_double (rand) < skip)
    {
      int out = 1 + g_rand_int_range (rand, 0, 2);
      int n_out = out == 1 ? 1 + g_rand_int_range (rand, 0, 2) : 1;

      for (int k = out; k + n_out < n; k++)
        stages[k] = stages[k + n_out];
      n -= n_out;
    }
  for (int k = 0; k + 1 < n; k++)
    add_amount (maker, get_node (maker, stages[k], numbers[stages[k]]),
                get_node (maker, stages[k + 1], numbers[stages[k + 1]]), value);
}

/**
 * flow_generator_new_graph:
 * @shape: what kind of graph
 *
 * Returns: (transfer full): a graph, always the same for the same shape
 */
ShanhaiFlowGraph *
flow_generator_new_graph (const FlowShape *shape)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (shape->seed);
  g_autoptr (GArray)     links = g_array_new (FALSE, FALSE, sizeof (ShanhaiFlowLink));
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Maker                  maker = { shanhai_flow_graph_new (), links, index, shape->stages };
  int                    n = shape->n_links;
  int                    counts[N_STAGES] = { MAX (2, n / 16), CLAMP (n / 12, 2, 8), CLAMP (n / 8, 3, 12), MAX (2, n / 12), 0 };

  while ((int) links->len < n)
    add_grant (&maker, rand, counts, shape->skip);
  for (int k = 0; k < shape->n_back; k++)
    add_amount (&maker, get_node (&maker, 3, g_rand_int_range (rand, 0, counts[3])),
                get_node (&maker, 0, g_rand_int_range (rand, 0, counts[0])), 1000 + 17 * k);

  for (guint i = 0; i < links->len; i++)
    {
      const ShanhaiFlowLink *link = &g_array_index (links, ShanhaiFlowLink, i);

      shanhai_flow_graph_add_link (maker.graph, link->source, link->target, link->value);
    }
  return maker.graph;
}

static int *
draw_order (GRand *rand,
            int    n)
{
  int *order = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    {
      int k = g_rand_int_range (rand, 0, i + 1);

      order[i] = order[k];
      order[k] = i;
    }
  return order;
}

/**
 * flow_generator_new_shuffled:
 * @graph: a graph
 * @seed: which order
 *
 * Returns: (transfer full): the same graph with its nodes and links in another order
 */
ShanhaiFlowGraph *
flow_generator_new_shuffled (const ShanhaiFlowGraph *graph,
                             guint32                 seed)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (seed);
  ShanhaiFlowGraph      *shuffled = shanhai_flow_graph_new ();
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n = shanhai_flow_graph_get_n_nodes (graph);
  int                    n_links = shanhai_flow_graph_get_n_links (graph);
  g_autofree int        *nodes = draw_order (rand, n);
  g_autofree int        *order = draw_order (rand, n_links);
  g_autofree int        *renamed = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    {
      ShanhaiFlowNode node = shanhai_flow_graph_get_node (graph, nodes[i]);

      renamed[nodes[i]] = shanhai_flow_graph_add_node (shuffled, node.id, node.label, node.stage);
    }
  for (int i = 0; i < n_links; i++)
    shanhai_flow_graph_add_link (shuffled, renamed[links[order[i]].source], renamed[links[order[i]].target],
                                 links[order[i]].value);
  return shuffled;
}
