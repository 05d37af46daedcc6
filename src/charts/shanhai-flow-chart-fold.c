/* shanhai-flow-chart-fold.c - a crowded flow chart with its tail as "Others (n)". SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The totals stay: what the folded nodes give and get goes through the one that stands for them. */

#include "shanhai-flow-chart-private.h"
#include "shanhai-flow-fold.h"

static char *
dup_others (const ShanhaiWords *words,
            int                 n)
{
  return g_strdup_printf (shanhai_words_plural (words, "Other (%d)", "Others (%d)", (gulong) n), n);
}

static void
add_folded_node (ShanhaiFlowChart       *out,
                 const ShanhaiWords     *words,
                 const ShanhaiFlowNode  *folded,
                 ShanhaiFlowChartNode   *own)
{
  g_autofree char *others = folded->folded > 0 ? dup_others (words, folded->folded) : NULL;
  ShanhaiFlowChartNode *node = shanhai_flow_chart_add_node (out, folded->id, others != NULL ? others : own->label, folded->stage,
                                                            others != NULL ? SHANHAI_SLOT_GREY : own->slot);

  if (others == NULL)
    {
      node->words = g_strdup (own->words);
      node->stub = g_strdup (own->stub);
    }
}

static void
add_records (GStrvBuilder               *records,
             const ShanhaiFlowChartLink *link)
{
  if (link->records != NULL)
    g_strv_builder_addv (records, (const char **) link->records);
  else
    g_strv_builder_add (records, link->key);
}

/* one link of the folded chart out of those of the whole one that it stands for */
static void
add_folded_link (ShanhaiFlowChart *out,
                 GPtrArray        *links,
                 const char       *source,
                 const char       *target)
{
  const ShanhaiFlowChartLink *first = links->pdata[0];
  g_autoptr (GStrvBuilder) records = g_strv_builder_new ();
  ShanhaiFlowChartLink *link = shanhai_flow_chart_add_link (out, first->key, source, target, 0);

  link->slot = first->slot;
  link->planned = link->untold = true;
  link->qualifier = first->qualifier;
  for (guint i = 0; i < links->len; i++)
    {
      const ShanhaiFlowChartLink *one = links->pdata[i];

      link->value += one->value;
      link->planned = link->planned && one->planned;
      link->untold = link->untold && one->untold;
      if (one->slot != link->slot)
        link->slot = SHANHAI_FLOW_SLOT_OF_TARGET;
      if (links->len > 1 && one->qualifier != SHANHAI_QUALIFIER_EXACT)
        link->qualifier = SHANHAI_QUALIFIER_ABOUT;
      add_records (records, one);
    }

  if (links->len == 1)
    {
      link->label = g_strdup (first->label);
      link->words = g_strdup (first->words);
      link->tip = g_strdup (first->tip);
    }
  link->records = g_strv_builder_end (records);
}

/*< private >
 * shanhai_flow_chart_fold:
 * @self: a chart
 * @graph: its graph, in the same order
 * @words: for "Others (n)"
 * @height: px that a column has
 * @padding: px between two nodes
 * @n_folded: (out): how many nodes were folded
 *
 * Returns: (transfer full): the folded chart; titles, sources and notes are left to @self
 */
ShanhaiFlowChart *
shanhai_flow_chart_fold (const ShanhaiFlowChart *self,
                         const ShanhaiFlowGraph *graph,
                         const ShanhaiWords     *words,
                         double                  height,
                         double                  padding,
                         guint                  *n_folded)
{
  g_autofree int *node_to = NULL;
  g_autofree int *link_to = NULL;
  g_autoptr (ShanhaiFlowGraph) folded = shanhai_flow_graph_fold (graph, SHANHAI_FLOW_FOLD_MAX_NODES, SHANHAI_FLOW_FOLD_MIN_PX, height,
                                                                 padding, &node_to, &link_to);
  const int n_nodes = shanhai_flow_graph_get_n_nodes (folded);
  const int n_links = shanhai_flow_graph_get_n_links (folded);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (folded);
  g_autofree ShanhaiFlowChartNode **own = g_new0 (ShanhaiFlowChartNode *, n_nodes + 1);
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  ShanhaiFlowChart *out = shanhai_flow_chart_new ();

  *n_folded = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    own[node_to[i]] = self->nodes->pdata[i];
  for (int i = 0; i < n_nodes; i++)
    {
      const ShanhaiFlowNode node = shanhai_flow_graph_get_node (folded, i);

      add_folded_node (out, words, &node, own[i]);
      *n_folded += (guint) node.folded;
    }

  for (int i = 0; i < n_links; i++)
    g_ptr_array_add (merged, g_ptr_array_new ());
  for (guint i = 0; i < self->links->len; i++)
    g_ptr_array_add (merged->pdata[link_to[i]], self->links->pdata[i]);
  for (int i = 0; i < n_links; i++)
    add_folded_link (out, merged->pdata[i], shanhai_flow_graph_get_node (folded, links[i].source).id,
                     shanhai_flow_graph_get_node (folded, links[i].target).id);

  return out;
}
