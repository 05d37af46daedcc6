/* shanhai-flow-graph.c - amounts that go between named nodes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: an id occurs once; every link's ends exist; every value is finite and not negative (what
 * isn't is kept as a link of 0, so that it is still seen). Strings are owned by the graph. */

#include "shanhai-flow-graph.h"

#include <math.h>
#include <string.h>

/* So many times more than any money that there is; beyond it, sums would not be finite. */
#define MAX_VALUE 1e300

typedef struct
{
  char *id;
  char *label;
  int   stage;
  int   folded;
} Node;

struct _ShanhaiFlowGraph
{
  GArray     *nodes; /* Node */
  GArray     *links; /* ShanhaiFlowLink */
  GHashTable *index; /* id, borrowed from the node → index + 1 */
};

static void
clear_node (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node->label);
}

static Node *
get_node (const ShanhaiFlowGraph *self,
          int                     node)
{
  return &g_array_index (self->nodes, Node, node);
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const GArray *nodes = data;

  return strcmp (g_array_index (nodes, Node, *(const int *) a).id, g_array_index (nodes, Node, *(const int *) b).id);
}

static int
compare_links (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const ShanhaiFlowLink *links = data;
  const ShanhaiFlowLink *x = &links[*(const int *) a];
  const ShanhaiFlowLink *y = &links[*(const int *) b];

  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return 0;
}

static int *
count_up (int n)
{
  int *list = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    list[i] = i;
  return list;
}

/**
 * shanhai_flow_graph_new:
 *
 * Makes a graph without nodes.
 *
 * Returns: (transfer full): the graph
 */
ShanhaiFlowGraph *
shanhai_flow_graph_new (void)
{
  ShanhaiFlowGraph *self = g_new0 (ShanhaiFlowGraph, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, clear_node);
  self->links = g_array_new (FALSE, FALSE, sizeof (ShanhaiFlowLink));
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
shanhai_flow_graph_free (ShanhaiFlowGraph *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->index);
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * shanhai_flow_graph_add_node:
 * @self: a graph
 * @id: the node's id, UTF-8
 * @label: (nullable): its label, UTF-8
 * @stage: its column from 0, or -1 where that isn't known
 *
 * Adds a node. An id that is there already stays as it is.
 *
 * Returns: the node's index
 */
int
shanhai_flow_graph_add_node (ShanhaiFlowGraph *self,
                             const char       *id,
                             const char       *label,
                             int               stage)
{
  Node node = { 0, };
  int  known;

  g_return_val_if_fail (self != NULL && id != NULL, -1);

  known = shanhai_flow_graph_find_node (self, id);
  if (known >= 0)
    return known;

  node.id = g_strdup (id);
  node.label = g_strdup (label);
  node.stage = MAX (stage, -1);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->index, node.id, GINT_TO_POINTER (self->nodes->len));
  return (int) self->nodes->len - 1;
}

/**
 * shanhai_flow_graph_add_link:
 * @self: a graph
 * @source: index of the node that gives
 * @target: index of the node that receives
 * @value: the amount
 *
 * Adds a link. A value that is negative, infinite or not a number counts as 0, one over 1e300 as 1e300.
 *
 * Returns: the link's index
 */
int
shanhai_flow_graph_add_link (ShanhaiFlowGraph *self,
                             int               source,
                             int               target,
                             double            value)
{
  ShanhaiFlowLink link = { source, target, isfinite (value) && value > 0 ? MIN (value, MAX_VALUE) : 0 };

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (source >= 0 && source < (int) self->nodes->len, -1);
  g_return_val_if_fail (target >= 0 && target < (int) self->nodes->len, -1);

  g_array_append_val (self->links, link);
  return (int) self->links->len - 1;
}

/**
 * shanhai_flow_graph_set_label:
 * @self: a graph
 * @node: a node's index
 * @label: (nullable): its new label
 *
 * Replaces a node's label, as a chart does that writes "Others (n)" in its reader's language.
 */
void
shanhai_flow_graph_set_label (ShanhaiFlowGraph *self,
                              int               node,
                              const char       *label)
{
  char *copy = g_strdup (label);

  g_return_if_fail (self != NULL && node >= 0 && node < (int) self->nodes->len);

  g_free (get_node (self, node)->label);
  get_node (self, node)->label = copy;
}

/**
 * shanhai_flow_graph_set_folded:
 * @self: a graph
 * @node: a node's index
 * @folded: how many nodes it stands for
 *
 * Marks a node as one that several were folded into.
 */
void
shanhai_flow_graph_set_folded (ShanhaiFlowGraph *self,
                               int               node,
                               int               folded)
{
  g_return_if_fail (self != NULL && node >= 0 && node < (int) self->nodes->len);

  get_node (self, node)->folded = folded;
}

int
shanhai_flow_graph_get_n_nodes (const ShanhaiFlowGraph *self)
{
  return (int) self->nodes->len;
}

int
shanhai_flow_graph_get_n_links (const ShanhaiFlowGraph *self)
{
  return (int) self->links->len;
}

/**
 * shanhai_flow_graph_get_node:
 * @self: a graph
 * @node: a node's index
 *
 * Returns: the node; its strings are valid until the graph changes
 */
ShanhaiFlowNode
shanhai_flow_graph_get_node (const ShanhaiFlowGraph *self,
                             int                     node)
{
  const Node      *found = get_node (self, node);
  ShanhaiFlowNode  view = { found->id, found->label, found->stage, found->folded };

  return view;
}

/**
 * shanhai_flow_graph_get_links:
 * @self: a graph
 *
 * Returns: (transfer none): all links, as many as [func@flow_graph_get_n_links] says
 */
const ShanhaiFlowLink *
shanhai_flow_graph_get_links (const ShanhaiFlowGraph *self)
{
  return (const ShanhaiFlowLink *) (gpointer) self->links->data;
}

/**
 * shanhai_flow_graph_find_node:
 * @self: a graph
 * @id: an id
 *
 * Returns: the index of the node with this id, or -1
 */
int
shanhai_flow_graph_find_node (const ShanhaiFlowGraph *self,
                              const char             *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index, id)) - 1;
}

/**
 * shanhai_flow_graph_sum:
 * @self: a graph
 * @in: (out caller-allocates): one number a node: what comes in
 * @out: (out caller-allocates): one number a node: what goes out
 *
 * Adds up what every node receives and gives. A self-loop counts on both sides.
 */
void
shanhai_flow_graph_sum (const ShanhaiFlowGraph *self,
                        double                 *in,
                        double                 *out)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self);

  for (guint i = 0; i < self->nodes->len; i++)
    in[i] = out[i] = 0;
  for (guint i = 0; i < self->links->len; i++)
    {
      out[links[i].source] += links[i].value;
      in[links[i].target] += links[i].value;
    }
}

/**
 * shanhai_flow_graph_new_sorted:
 * @self: a graph
 * @node_from: (out) (transfer full): for every node of the copy its index in @self
 * @link_from: (out) (transfer full): for every link of the copy its index in @self
 *
 * Copies the graph with its nodes in the order of their ids and its links in the order of source, target
 * and falling value. Whatever works on the copy alone can't depend on the order of the input, not even
 * in the last bit of a sum.
 *
 * Returns: (transfer full): the copy
 */
ShanhaiFlowGraph *
shanhai_flow_graph_new_sorted (const ShanhaiFlowGraph *self,
                               int                   **node_from,
                               int                   **link_from)
{
  ShanhaiFlowGraph          *sorted = shanhai_flow_graph_new ();
  int                        n_nodes = (int) self->nodes->len;
  int                        n_links = (int) self->links->len;
  const ShanhaiFlowLink     *links = shanhai_flow_graph_get_links (self);
  g_autofree int            *nodes_in_order = count_up (n_nodes);
  g_autofree int            *links_in_order = count_up (n_links);
  g_autofree int            *rank = g_new (int, n_nodes + 1);
  g_autofree ShanhaiFlowLink *renamed = g_new (ShanhaiFlowLink, n_links + 1);

  g_qsort_with_data (nodes_in_order, n_nodes, sizeof (int), compare_nodes, self->nodes);
  for (int i = 0; i < n_nodes; i++)
    {
      const Node *node = get_node (self, nodes_in_order[i]);

      rank[nodes_in_order[i]] = shanhai_flow_graph_add_node (sorted, node->id, node->label, node->stage);
      shanhai_flow_graph_set_folded (sorted, i, node->folded);
    }

  for (int i = 0; i < n_links; i++)
    {
      renamed[i].source = rank[links[i].source];
      renamed[i].target = rank[links[i].target];
      renamed[i].value = links[i].value;
    }
  g_qsort_with_data (links_in_order, n_links, sizeof (int), compare_links, renamed);
  for (int i = 0; i < n_links; i++)
    g_array_append_val (sorted->links, renamed[links_in_order[i]]);

  *node_from = g_steal_pointer (&nodes_in_order);
  *link_from = g_steal_pointer (&links_in_order);
  return sorted;
}
