/* shanhai-flow-chart-layout.c - a flow chart becomes marks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ShanhaiFlowLayout decides where everything stands; here it gets colour, words and keys. A band has a colour of its own or that of the node it
 * leads to. Bands under 1 px are drawn 1 px wide, and that is said. */

#include <math.h>

#include "shanhai-flow-chart-private.h"
#include "shanhai-flow-fold.h"

#define NODE_WIDTH 12.0
#define NODE_PADDING 14.0
/* of the extent that the layout JSON is made for, where the caller names none */
#define JSON_WIDTH 1200.0
#define JSON_LABEL_SIZE 12.0

static ShanhaiFlowGraph *
make_graph (const ShanhaiFlowChart *chart)
{
  ShanhaiFlowGraph *graph = shanhai_flow_graph_new ();

  for (guint i = 0; i < chart->nodes->len; i++)
    {
      ShanhaiFlowChartNode *node = chart->nodes->pdata[i];

      shanhai_flow_graph_add_node (graph, node->key, node->label, node->stage);
    }
  for (guint i = 0; i < chart->links->len; i++)
    {
      ShanhaiFlowChartLink *link = chart->links->pdata[i];

      shanhai_flow_graph_add_link (graph, shanhai_flow_graph_find_node (graph, link->source),
                                   shanhai_flow_graph_find_node (graph, link->target), link->value);
    }

  return graph;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const ShanhaiFlowBox *boxes = user_data;
  const int x = *(const int *) a, y = *(const int *) b;

  if (boxes[x].column != boxes[y].column)
    return boxes[x].column - boxes[y].column;
  if (boxes[x].y0 != boxes[y].y0)
    return boxes[x].y0 < boxes[y].y0 ? -1 : 1;

  return 0;
}

/* from the top, so that the order in which links were given doesn't matter */
static int
compare_bands (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const ShanhaiFlowBand *bands = user_data;
  const ShanhaiFlowBand *x = &bands[*(const guint *) a], *y = &bands[*(const guint *) b];

  if (x->y0 != y->y0)
    return x->y0 < y->y0 ? -1 : 1;
  if (x->y1 != y->y1)
    return x->y1 < y->y1 ? -1 : 1;

  return 0;
}

static int
compare_amounts (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const ShanhaiFlowBox *boxes = user_data;
  const int x = *(const int *) a, y = *(const int *) b;

  if (boxes[x].value != boxes[y].value)
    return boxes[x].value > boxes[y].value ? -1 : 1;

  return compare_boxes (a, b, user_data);
}

/* one line for the nodes whose whole name had no room, the largest first */
static void
add_short_names (FlowDrawing *self,
                 const int   *nodes)
{
  const int n = shanhai_flow_layout_get_n_nodes (self->layout);
  const ShanhaiFlowBox *boxes = shanhai_flow_layout_get_boxes (self->layout);
  g_autofree int *order = g_memdup2 (nodes, (gsize) n * sizeof *nodes);
  guint n_left = 0;

  g_qsort_with_data (order, n, sizeof *order, compare_amounts, (gpointer) boxes);
  for (int i = 0; i < n; i++)
    n_left += !boxes[order[i]].has_label && !shanhai_flow_chart_draw_short_name (self, order[i]);

  if (n_left > 0)
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_plural (self->options->words, "%u name had no room.",
                                                                         "%u names had no room.", n_left),
                                                   n_left));
}

/* column by column from the left: each node, then what goes out of it */
static void
add_data (FlowDrawing *self)
{
  const int n = shanhai_flow_layout_get_n_nodes (self->layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  g_autofree int *order = g_new (int, MAX (n, 1));
  g_autoptr (GPtrArray) leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (int i = 0; i < n; i++)
    {
      order[i] = i;
      g_ptr_array_add (leaving, g_array_new (FALSE, FALSE, sizeof (guint)));
    }
  for (guint i = 0; i < self->chart->links->len; i++)
    g_array_append_val (leaving->pdata[links[i].source], i);
  g_qsort_with_data (order, n, sizeof *order, compare_boxes, (gpointer) shanhai_flow_layout_get_boxes (self->layout));

  for (int i = 0; i < n; i++)
    {
      GArray *out = leaving->pdata[order[i]];

      g_array_sort_with_data (out, compare_bands, (gpointer) shanhai_flow_layout_get_bands (self->layout));
      shanhai_flow_chart_draw_node (self, order[i]);
      for (guint k = 0; k < out->len; k++)
        shanhai_flow_chart_add_band (self, g_array_index (out, guint, k));
    }
  add_short_names (self, order);
  for (int i = 0; i < n; i++)
    shanhai_flow_chart_draw_stub_words (self, order[i]);
  shanhai_flow_chart_note_thin_bands (self);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void
add_stage_titles (FlowDrawing *self)
{
  ShanhaiTextLook look = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
  const ShanhaiTextStyle style = { look.size, true, self->language };
  const ShanhaiFlowBox *boxes = shanhai_flow_layout_get_boxes (self->layout);
  const int n_titles = self->whole->stage_titles != NULL ? (int) g_strv_length (self->whole->stage_titles) : 0;
  const int n_columns = shanhai_flow_layout_get_n_columns (self->layout);
  g_autofree double *left = g_new0 (double, n_columns + 1);

  look.bold = true;
  for (int i = 0; i < shanhai_flow_layout_get_n_nodes (self->layout); i++)
    left[boxes[i].column] = boxes[i].x0;
  left[n_columns] = self->plot.x + self->plot.width + LABEL_GAP;

  for (int column = 0; column < n_columns; column++)
    {
      const int stage = shanhai_flow_layout_get_stage (self->layout, column);
      const bool last = column == n_columns - 1;
      g_autofree char *title = NULL;
      double x = left[column];

      if (stage < 0 || stage >= n_titles)
        continue;

      title = shanhai_text_layout_shorten (self->whole->stage_titles[stage], &style,
                                           last ? MAX (left[column + 1] - x, MAX_LABEL_WIDTH / 2) : left[column + 1] - x - LABEL_GAP);
      if (last)
        x = MIN (x, self->plot.x + self->plot.width - shanhai_text_layout_get_width (title, &style));
      shanhai_marks_builder_add_text (self->builder, title, x, self->plot.y - look.size * 0.8, &look);
    }
}

static void
lay_out_plot (FlowDrawing *self)
{
  g_autofree ShanhaiFlowLabelSize *sizes = shanhai_flow_chart_dup_label_sizes (self);
  ShanhaiFlowOptions options = SHANHAI_FLOW_OPTIONS_INIT;

  options.x0 = self->plot.x;
  options.y0 = self->plot.y;
  options.x1 = self->plot.x + self->plot.width;
  options.y1 = self->plot.y + self->plot.height;
  options.node_width = NODE_WIDTH;
  options.node_padding = NODE_PADDING;
  options.labels = sizes;
  self->layout = shanhai_flow_layout_new (self->graph, &options);
}

static void
add_empty (FlowDrawing *self)
{
  ShanhaiTextLook look = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_SECONDARY);

  look.anchor = SHANHAI_ANCHOR_MIDDLE;
  shanhai_marks_builder_add_text (self->builder, shanhai_words_get (self->options->words, "No flows yet"),
                                  self->plot.x + self->plot.width / 2, self->plot.y + self->plot.height / 2, &look);
}

static void
flow_drawing_clear (FlowDrawing *self)
{
  g_clear_pointer (&self->builder, shanhai_marks_builder_free);
  g_clear_pointer (&self->placer, shanhai_label_placer_free);
  g_clear_pointer (&self->layout, shanhai_flow_layout_free);
  for (guint i = 0; self->labels != NULL && i < self->chart->nodes->len; i++)
    {
      g_strfreev (self->labels[i].name);
      g_free (self->labels[i].amount);
    }
  g_clear_pointer (&self->labels, g_free);
  g_clear_pointer (&self->graph, shanhai_flow_graph_free);
  g_clear_pointer (&self->folded, shanhai_flow_chart_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static char **
dup_all_notes (const ShanhaiFlowChart *chart,
               GPtrArray              *found)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  if (chart->notes != NULL)
    g_strv_builder_addv (notes, (const char **) chart->notes);
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_add (notes, found->pdata[i]);

  return g_strv_builder_end (notes);
}

static void
fold_if_crowded (FlowDrawing *self)
{
  guint n_folded;

  if (self->chart->nodes->len <= SHANHAI_FLOW_FOLD_MAX_NODES)
    return;

  self->folded = shanhai_flow_chart_fold (self->whole, self->graph, self->options->words, self->plot.height, NODE_PADDING, &n_folded);
  self->chart = self->folded;
  shanhai_flow_graph_free (self->graph);
  self->graph = make_graph (self->folded);
  if (n_folded > 0)
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_plural (self->options->words, "%u small node is folded into others.",
                                                                         "%u small nodes are folded into others.", n_folded),
                                                   n_folded));
}

/* one pass; `told` are the notes that the pass before found it had to make, since they take room themselves */
static void
draw_pass (FlowDrawing               *self,
           const ShanhaiFlowChart    *chart,
           const ShanhaiChartOptions *options,
           GPtrArray                 *told)
{
  g_auto (GStrv) notes = dup_all_notes (chart, told);
  const ShanhaiChartTexts texts = {
    chart->title,
    chart->subtitle,
    (const char * const *) chart->sources,
    (const char * const *) notes,
  };
  double head;

  *self = (FlowDrawing) {
    .chart = chart,
    .whole = chart,
    .options = options,
    .language = shanhai_chart_options_get_language (options),
    .builder = shanhai_marks_builder_new (options->width, options->height, options->theme, shanhai_chart_options_get_language (options)),
    .notes = g_ptr_array_new_with_free_func (g_free),
    .graph = make_graph (chart),
  };
  self->plot = shanhai_chart_frame_add (self->builder, options, &texts);
  if (chart->stage_titles != NULL && !options->compact)
    {
      head = shanhai_chart_options_get_size (options, SHANHAI_SIZE_TICK) * 2;
      self->plot.y += head;
      self->plot.height -= head;
    }
  self->placer = shanhai_label_placer_new (&self->plot);

  if (chart->links->len == 0 || self->plot.height < 1 || self->plot.width < NODE_WIDTH * 4)
    {
      add_empty (self);
      return;
    }

  fold_if_crowded (self);
  shanhai_flow_chart_make_labels (self);
  lay_out_plot (self);
  if (!options->compact)
    add_stage_titles (self);
  add_data (self);
  if (shanhai_flow_layout_get_scale (self->layout) > 0)
    g_ptr_array_add (self->notes, shanhai_flow_chart_dup_scale (self, shanhai_flow_layout_get_scale (self->layout)));
}

/**
 * shanhai_flow_chart_layout:
 * @self: the data
 * @options: size, theme, language
 *
 * Returns: (transfer full): the chart, ready to be drawn
 */
ShanhaiMarks *
shanhai_flow_chart_layout (const ShanhaiFlowChart    *self,
                           const ShanhaiChartOptions *options)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  FlowDrawing drawing;
  g_autofree char *description = NULL;
  ShanhaiMarks *marks;

  /* a second pass when the first had something to tell: it has a little less room, and tells its own notes */
  draw_pass (&drawing, self, options, told);
  if (drawing.notes->len > 0)
    {
      g_ptr_array_unref (told);
      told = g_steal_pointer (&drawing.notes);
      flow_drawing_clear (&drawing);
      draw_pass (&drawing, self, options, told);
    }

  description = shanhai_flow_chart_describe (&drawing);
  shanhai_marks_builder_set_description (drawing.builder, description);
  marks = shanhai_marks_builder_end (g_steal_pointer (&drawing.builder));
  flow_drawing_clear (&drawing);

  return marks;
}

/* one line each, in the chart's own label size */
static ShanhaiFlowLabelSize *
dup_plain_label_sizes (const ShanhaiFlowChart *self)
{
  const ShanhaiTextStyle style = { JSON_LABEL_SIZE, false, SHANHAI_LANGUAGE_ENGLISH };
  ShanhaiFlowLabelSize *sizes = g_new0 (ShanhaiFlowLabelSize, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    sizes[i] = (ShanhaiFlowLabelSize) {
      ceil (shanhai_text_layout_get_width (((ShanhaiFlowChartNode *) self->nodes->pdata[i])->label, &style)) + LABEL_GAP,
      ceil (JSON_LABEL_SIZE * SHANHAI_TEXT_LINE),
    };

  return sizes;
}

char *
shanhai_flow_chart_to_layout_json (const ShanhaiFlowChart *self,
                                   double                  width,
                                   double                  height)
{
  g_autoptr (ShanhaiFlowGraph) graph = make_graph (self);
  g_autofree ShanhaiFlowLabelSize *sizes = dup_plain_label_sizes (self);
  g_autoptr (ShanhaiFlowLayout) layout = NULL;
  ShanhaiFlowOptions options = SHANHAI_FLOW_OPTIONS_INIT;

  options.x1 = width > 0 ? width : JSON_WIDTH;
  options.y1 = height > 0 ? height : 0;
  options.labels = sizes;
  layout = shanhai_flow_layout_new (graph, &options);

  return shanhai_flow_layout_to_json (layout, graph);
}
