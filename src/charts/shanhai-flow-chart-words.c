/* shanhai-flow-chart-words.c - a flow chart in words: amounts, tips, the text alternative. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "shanhai-flow-chart-private.h"

/* more bands than this are told by the largest */
#define MAX_TOLD 40
/* CSS pixels */
#define PX_PER_MM (96 / 25.4)

char *
shanhai_flow_chart_format_amount (const FlowDrawing *self,
                                  double             value,
                                  int                decimals)
{
  return shanhai_number_format_double (value, self->language, self->options->number_style, SHANHAI_NUMBER_COMPACT, decimals);
}

static char *
add_unit (const FlowDrawing *self,
          const char        *number)
{
  const char *unit = self->whole->unit_label;

  if (unit == NULL || *unit == '\0')
    return g_strdup (number);

  return g_strconcat (number, self->language == SHANHAI_LANGUAGE_CHINESE ? "" : "\302\240", unit, NULL);
}

char *
shanhai_flow_chart_dup_words (const FlowDrawing          *self,
                              const ShanhaiFlowChartLink *link)
{
  g_autofree char *number = NULL;

  if (link->words != NULL)
    return g_strdup (link->words);

  number = link->label != NULL ? g_strdup (link->label) : shanhai_flow_chart_format_amount (self, link->value, SHANHAI_DECIMALS_ALL);

  return add_unit (self, number);
}

/* the only link on one side of a node, if that side has all its amount */
static const ShanhaiFlowChartLink *
find_only_link (const FlowDrawing *self,
                guint              node,
                double             value)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  const ShanhaiFlowChartLink *in = NULL, *out = NULL;
  guint n_in = 0, n_out = 0;

  for (guint i = 0; i < self->chart->links->len; i++)
    {
      if (links[i].target == (int) node)
        {
          in = self->chart->links->pdata[i];
          n_in++;
        }
      if (links[i].source == (int) node)
        {
          out = self->chart->links->pdata[i];
          n_out++;
        }
    }

  if (n_in == 1 && in->value == value)
    return in;
  if (n_out == 1 && out->value == value)
    return out;

  return NULL;
}

static bool
is_uncertain (const FlowDrawing *self,
              guint              node)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);

  for (guint i = 0; i < self->chart->links->len; i++)
    if ((links[i].target == (int) node || links[i].source == (int) node) &&
        ((ShanhaiFlowChartLink *) self->chart->links->pdata[i])->qualifier != SHANHAI_QUALIFIER_EXACT)
      return true;

  return false;
}

char *
shanhai_flow_chart_dup_node_amount (const FlowDrawing *self,
                                    guint              node,
                                    double             value)
{
  const ShanhaiFlowChartLink *only = find_only_link (self, node, value);
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;

  if (((ShanhaiFlowChartNode *) self->chart->nodes->pdata[node])->words != NULL)
    return g_strdup (((ShanhaiFlowChartNode *) self->chart->nodes->pdata[node])->words);
  if (only != NULL && (only->words != NULL || only->label != NULL))
    return shanhai_flow_chart_dup_words (self, only);

  number = shanhai_flow_chart_format_amount (self, value, 2);
  amount = add_unit (self, number);

  return is_uncertain (self, node) ? g_strconcat ("≈", amount, NULL) : g_steal_pointer (&amount);
}

static const char *
get_label (const FlowDrawing *self,
           int                node)
{
  const char *label = shanhai_flow_graph_get_node (self->graph, node).label;

  return label != NULL ? label : "";
}

char *
shanhai_flow_chart_dup_link_tip (const FlowDrawing          *self,
                                 const ShanhaiFlowChartLink *link)
{
  g_autofree char *words = NULL;

  if (link->tip != NULL)
    return g_strdup (link->tip);

  words = shanhai_flow_chart_dup_words (self, link);

  /* Translators: giver, receiver, amount */
  return g_strdup_printf (shanhai_words_context (self->options->words, "flow of money", "%s → %s: %s"),
                          get_label (self, shanhai_flow_graph_find_node (self->graph, link->source)),
                          get_label (self, shanhai_flow_graph_find_node (self->graph, link->target)), words);
}

/* two digits are enough to measure by */
static double
round_to_two (double value)
{
  double unit = pow (10, floor (log10 (value)) - 1);

  return round (value / unit) * unit;
}

char *
shanhai_flow_chart_dup_scale (const FlowDrawing *self,
                              double             px_per_unit)
{
  g_autofree char *number = shanhai_flow_chart_format_amount (self, round_to_two (PX_PER_MM / px_per_unit), 3);
  g_autofree char *amount = add_unit (self, number);

  /* Translators: the scale of the bands' widths */
  return g_strdup_printf (shanhai_words_get (self->options->words, "Width of a band: 1 mm = %s"), amount);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const ShanhaiFlowChartLink *x = *(ShanhaiFlowChartLink **) a;
  const ShanhaiFlowChartLink *y = *(ShanhaiFlowChartLink **) b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;

  return strcmp (x->key, y->key);
}

char *
shanhai_flow_chart_describe (const FlowDrawing *self)
{
  const ShanhaiWords *words = self->options->words;
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  if (self->whole->title != NULL && *self->whole->title != '\0')
    g_string_append_printf (text, "%s\n", self->whole->title);
  if (self->whole->subtitle != NULL && *self->whole->subtitle != '\0')
    g_string_append_printf (text, "%s\n", self->whole->subtitle);
  if (self->whole->description != NULL)
    g_string_append_printf (text, "%s\n", self->whole->description);

  g_ptr_array_extend (links, self->chart->links, NULL, NULL);
  g_ptr_array_sort (links, compare_links);
  if (links->len == 0)
    g_string_append_printf (text, "%s\n", shanhai_words_get (words, "No flows yet"));

  for (guint i = 0; i < links->len && i < MAX_TOLD; i++)
    {
      g_autofree char *tip = shanhai_flow_chart_dup_link_tip (self, links->pdata[i]);

      g_string_append_printf (text, "%s%s\n", tip,
                              ((ShanhaiFlowChartLink *) links->pdata[i])->planned ? shanhai_words_context (words, "figure", " (planned)") : "");
    }
  if (links->len > MAX_TOLD)
    g_string_append_printf (text, shanhai_words_plural (words, "and %u smaller flow\n", "and %u smaller flows\n", links->len - MAX_TOLD),
                            links->len - MAX_TOLD);

  for (int i = 0; self->layout != NULL && i < shanhai_flow_layout_get_n_nodes (self->layout); i++)
    {
      const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[i];
      const char *stub = ((ShanhaiFlowChartNode *) self->chart->nodes->pdata[i])->stub;
      g_autofree char *number = NULL;
      g_autofree char *amount = NULL;

      if (!(box->stub > 0) || stub == NULL)
        continue;

      number = shanhai_flow_chart_format_amount (self, box->stub, 2);
      amount = add_unit (self, number);
      /* Translators: node, what isn't told, amount: "Xiamen: use not told in the sources, about 340 M CNY" */
      g_string_append_printf (text, shanhai_words_context (words, "rest of a flow", "%s: %s, about %s\n"), get_label (self, i), stub, amount);
    }

  for (char **note = self->whole->notes; note != NULL && *note != NULL; note++)
    g_string_append_printf (text, "%s\n", *note);
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "%s\n", (char *) self->notes->pdata[i]);
  for (char **source = self->whole->sources; source != NULL && *source != NULL; source++)
    g_string_append_printf (text, "%s\n", *source);

  return g_string_free (text, FALSE);
}
