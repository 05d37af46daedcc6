/* shanhai-flow-fold.c - the tail of a crowded flow graph as one node. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding is by column: the smallest donors become one donor, never a donor and a county together. What is
 * folded loses its name, not its amount: the sum of the links between any two columns stays as it was.
 * One node alone is never folded, for that would only take its name away. */

#include "shanhai-flow-fold.h"

#include "shanhai-flow-columns.h"

/* The biggest nodes of a column keep their names as long as others anywhere can be folded. */
#define KEEP_FIRST 3

typedef struct
{
  const ShanhaiFlowGraph   *graph;   /* sorted */
  const ShanhaiFlowColumns *columns;
  int                       n;
  double                   *value;   /* node → the greater of what comes in and goes out */
  int                      *list;    /* nodes, the smallest first */
  int                      *rank;    /* node → how many of its column are bigger */
  gboolean                 *folded;
  int                      *n_folded;/* column → how many of its nodes are folded */
  int                      *n_nodes; /* column → how many nodes it has */
} Work;

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const double *value = data;
  int           x = *(const int *) a, y = *(const int *) b;

  if (value[x] != value[y])
    return value[x] < value[y] ? -1 : 1;
  return y - x;
}

static void
rank_nodes (Work *work)
{
  g_autofree double *in = g_new (double, work->n + 1);
  g_autofree int    *seen = g_new0 (int, work->columns->n_columns + 1);

  work->value = g_new (double, work->n + 1);
  work->list = g_new (int, work->n + 1);
  work->rank = g_new (int, work->n + 1);
  work->folded = g_new0 (gboolean, work->n + 1);
  work->n_folded = g_new0 (int, work->columns->n_columns + 1);
  work->n_nodes = g_new0 (int, work->columns->n_columns + 1);

  shanhai_flow_graph_sum (work->graph, in, work->value);
  for (int v = 0; v < work->n; v++)
    {
      work->value[v] = MAX (work->value[v], in[v]);
      work->list[v] = v;
      work->n_nodes[work->columns->column[v]]++;
    }
  g_qsort_with_data (work->list, work->n, sizeof (int), compare_values, work->value);
  for (int k = work->n - 1; k >= 0; k--)
    work->rank[work->list[k]] = seen[work->columns->column[work->list[k]]]++;
}

static void
clear_work (Work *work)
{
  g_free (work->value);
  g_free (work->list);
  g_free (work->rank);
  g_free (work->folded);
  g_free (work->n_folded);
  g_free (work->n_nodes);
}

/* Folds a node; tells by how much that makes the diagram smaller: the first of a column changes nothing. */
static int
fold_node (Work *work,
           int   v)
{
  work->folded[v] = TRUE;
  return work->n_folded[work->columns->column[v]]++ > 0 ? 1 : 0;
}

static void
fold_to_count (Work *work,
               int   max_nodes)
{
  int shown = work->n;

  for (int pass = 0; pass < 2; pass++)
    for (int k = 0; k < work->n && shown > max_nodes; k++)
      {
        int v = work->list[k];

        if (!work->folded[v] && (pass == 1 || work->rank[v] >= KEEP_FIRST))
          shown -= fold_node (work, v);
      }
}

/* Pixels for an amount of 1 with as many nodes as are left, if no link passed a column. */
static double
estimate_scale (const Work *work,
                double      height,
                double      padding)
{
  g_autofree double *sum = g_new0 (double, work->columns->n_columns + 1);
  double             scale = G_MAXDOUBLE;

  for (int v = 0; v < work->n; v++)
    sum[work->columns->column[v]] += work->value[v];
  for (int c = 0; c < work->columns->n_columns; c++)
    {
      int    shown = work->n_nodes[c] - MAX (work->n_folded[c] - 1, 0);
      double room = MAX (height - padding * (shown - 1), 0.4 * height);

      if (sum[c] > 0)
        scale = MIN (scale, room / sum[c]);
    }
  return scale < G_MAXDOUBLE ? scale : 0;
}

/* A node without any amount isn't thin, it is empty: it stays. */
static void
fold_thin (Work  *work,
           double min_px,
           double scale)
{
  for (int v = 0; v < work->n; v++)
    if (!work->folded[v] && work->value[v] > 0 && work->value[v] * scale < min_px)
      fold_node (work, v);
}

static void
unfold_lonely (Work *work)
{
  for (int v = 0; v < work->n; v++)
    {
      int column = work->columns->column[v];

      if (work->folded[v] && work->n_folded[column] == 1)
        {
          work->folded[v] = FALSE;
          work->n_folded[column] = 0;
        }
    }
}

static int
add_rest (ShanhaiFlowGraph *out,
          const Work       *work,
          int               column,
          int               stage)
{
  g_autofree char *id = g_strdup_printf ("others:%d", column);

  while (shanhai_flow_graph_find_node (work->graph, id) >= 0)
    {
      char *longer = g_strconcat (id, "+", NULL);

      g_free (id);
      id = longer;
    }
  return shanhai_flow_graph_add_node (out, id, NULL, stage);
}

/* Fills to with the index that every node of the sorted graph has in out. */
static void
write_nodes (ShanhaiFlowGraph *out,
             const Work       *work,
             int              *to)
{
  g_autofree int *rest = g_new (int, work->columns->n_columns + 1);
  g_autofree int *count = g_new0 (int, work->columns->n_columns + 1);
  gboolean        any = FALSE, staged = TRUE;

  for (int c = 0; c < work->columns->n_columns; c++)
    {
      rest[c] = -1;
      any |= work->n_folded[c] > 0;
      staged &= work->columns->stage[c] >= 0;
    }

  for (int v = 0; v < work->n; v++)
    {
      ShanhaiFlowNode node = shanhai_flow_graph_get_node (work->graph, v);
      int             column = work->columns->column[v];
      /* the columns that were folded by have to stay, where stages don't say so already */
      int             stage = !any ? node.stage : staged ? work->columns->stage[column] : column;

      if (!work->folded[v])
        {
          to[v] = shanhai_flow_graph_add_node (out, node.id, node.label, stage);
          shanhai_flow_graph_set_folded (out, to[v], node.folded);
          continue;
        }
      if (rest[column] < 0)
        rest[column] = add_rest (out, work, column, stage);
      to[v] = rest[column];
      count[column] += MAX (node.folded, 1);
      shanhai_flow_graph_set_folded (out, to[v], count[column]);
    }
}

/* Links that now have the same ends become one, if one of the ends was folded; duplicates that the caller
 * made stay. Fills to with the index that every link of the sorted graph has in out. */
static void
write_links (ShanhaiFlowGraph *out,
             const Work       *work,
             const int        *node_to,
             int              *to)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n_links = shanhai_flow_graph_get_n_links (work->graph), n_groups = 0;
  g_autofree double     *sum = g_new0 (double, n_links + 1);
  g_autofree int        *from = g_new (int, n_links + 1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < n_links; i++)
    {
      gint64   key = (gint64) node_to[links[i].source] << 32 | node_to[links[i].target];
      gpointer found = NULL;
      gboolean folded = work->folded[links[i].source] || work->folded[links[i].target];

      if (folded && g_hash_table_lookup_extended (known, &key, NULL, &found))
        to[i] = GPOINTER_TO_INT (found);
      else
        {
          to[i] = n_groups;
          from[n_groups++] = i;
          if (folded)
            g_hash_table_insert (known, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (to[i]));
        }
      sum[to[i]] += links[i].value;
    }
  for (int k = 0; k < n_groups; k++)
    shanhai_flow_graph_add_link (out, node_to[links[from[k]].source], node_to[links[from[k]].target], sum[k]);
}

/**
 * shanhai_flow_graph_fold:
 * @graph: a graph
 * @max_nodes: how many nodes are to be left, if folding can bring it about
 * @min_px: a node lower than this is folded
 * @height: pixels that there are for a column
 * @padding: pixels between two nodes
 * @node_to: (out) (transfer full): for every node of @graph its index in the result
 * @link_to: (out) (transfer full): for every link of @graph its index in the result
 *
 * Folds the smallest nodes of every column into one that has no label and says how many it stands for
 * (ShanhaiFlowNode.folded), until the diagram can be read. The stages, or without them the columns, of the
 * result are given; a graph that needs no folding comes back as it is.
 *
 * Returns: (transfer full): the folded graph
 */
ShanhaiFlowGraph *
shanhai_flow_graph_fold (const ShanhaiFlowGraph *graph,
                         int                     max_nodes,
                         double                  min_px,
                         double                  height,
                         double                  padding,
                         int                   **node_to,
                         int                   **link_to)
{
  g_autofree int                *node_from = NULL;
  g_autofree int                *link_from = NULL;
  g_autoptr (ShanhaiFlowGraph)   sorted = shanhai_flow_graph_new_sorted (graph, &node_from, &link_from);
  g_autoptr (ShanhaiFlowColumns) columns = shanhai_flow_columns_new (sorted, SHANHAI_FLOW_ALIGN_JUSTIFY);
  ShanhaiFlowGraph              *out = shanhai_flow_graph_new ();
  int                            n = shanhai_flow_graph_get_n_nodes (graph);
  int                            n_links = shanhai_flow_graph_get_n_links (graph);
  g_autofree int                *nodes = g_new (int, n + 1);
  g_autofree int                *links = g_new (int, n_links + 1);
  Work                           work = { .graph = sorted, .columns = columns, .n = n };

  rank_nodes (&work);
  fold_to_count (&work, max_nodes);
  fold_thin (&work, min_px, estimate_scale (&work, height, padding));
  unfold_lonely (&work);
  write_nodes (out, &work, nodes);
  write_links (out, &work, nodes, links);

  *node_to = g_new (int, n + 1);
  for (int v = 0; v < n; v++)
    (*node_to)[node_from[v]] = nodes[v];
  *link_to = g_new (int, n_links + 1);
  for (int i = 0; i < n_links; i++)
    (*link_to)[link_from[i]] = links[i];
  clear_work (&work);
  return out;
}
