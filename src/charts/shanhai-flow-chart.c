/* shanhai-flow-chart.c - the data of a flow chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-flow-chart.h"

static void
node_free (gpointer data)
{
  ShanhaiFlowChartNode *node = data;

  g_free (node->key);
  g_free (node->label);
  g_free (node->words);
  g_free (node->stub);
  g_free (node);
}

static void
link_free (gpointer data)
{
  ShanhaiFlowChartLink *link = data;

  g_free (link->key);
  g_free (link->source);
  g_free (link->target);
  g_free (link->label);
  g_free (link->words);
  g_free (link->tip);
  g_strfreev (link->records);
  g_free (link);
}

ShanhaiFlowChart *
shanhai_flow_chart_new (void)
{
  ShanhaiFlowChart *self = g_new0 (ShanhaiFlowChart, 1);

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->links = g_ptr_array_new_with_free_func (link_free);

  return self;
}

void
shanhai_flow_chart_free (ShanhaiFlowChart *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->unit_label);
  g_strfreev (self->stage_titles);
  g_strfreev (self->sources);
  g_strfreev (self->notes);
  g_free (self->description);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->links);
  g_free (self);
}

ShanhaiFlowChartNode *
shanhai_flow_chart_add_node (ShanhaiFlowChart *self,
                             const char       *key,
                             const char       *label,
                             int               stage,
                             int               slot)
{
  ShanhaiFlowChartNode *node = g_new0 (ShanhaiFlowChartNode, 1);

  node->key = g_strdup (key);
  node->label = g_strdup (label);
  node->stage = stage;
  node->slot = slot;
  g_ptr_array_add (self->nodes, node);

  return node;
}

ShanhaiFlowChartLink *
shanhai_flow_chart_add_link (ShanhaiFlowChart *self,
                             const char       *key,
                             const char       *source,
                             const char       *target,
                             double            value)
{
  ShanhaiFlowChartLink *link = g_new0 (ShanhaiFlowChartLink, 1);

  link->key = g_strdup (key);
  link->source = g_strdup (source);
  link->target = g_strdup (target);
  link->value = value;
  link->slot = SHANHAI_FLOW_SLOT_OF_TARGET;
  g_ptr_array_add (self->links, link);

  return link;
}
