/* shanhai-flow-chart-layout.c - a flow chart becomes marks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ShanhaiFlowLayout decides where everything stands; here it gets colour, words and keys. A band has a colour of its own or that of the node it
 * leads to. Bands under 1 px are drawn 1 px wide, and that is said. */

#include <math.h>

#include "shanhai-flow-chart-private.h"
#include "shanhai-flow-fold.h"

#define BAND_OPACITY 0.42
#define MIN_BAND 1.0
#define NODE_WIDTH 12.0
#define NODE_PADDING 14.0
#define LABEL_GAP 6.0
#define MAX_LABEL_WIDTH 150.0
#define MAX_NAME_LINES 3
#define STUB_LENGTH 34.0
/* of the extent that the layout JSON is made for, where the caller names none */
#define JSON_WIDTH 1200.0
#define JSON_LABEL_SIZE 12.0

static ShanhaiFlowChartNode *
get_chart_node (const FlowDrawing *self,
                int                node)
{
  return self->chart->nodes->pdata[node];
}

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

static ShanhaiTextLook
make_look (const FlowDrawing *self,
           ShanhaiTextRole    role,
           ShanhaiSize        size,
           ShanhaiInk         ink)
{
  return (ShanhaiTextLook) {
    .role = role,
    .size = shanhai_chart_options_get_size (self->options, size),
    .colour = shanhai_palette_get_ink (self->options->theme, ink),
  };
}

/* ---- labels --------------------------------------------------------------------------------- */

static void
make_label (FlowDrawing *self,
            int          node,
            double       value)
{
  FlowNodeLabel *label = &self->labels[node];
  const double size = shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL);
  const ShanhaiTextStyle bold = { size, true, self->language };
  const ShanhaiTextStyle plain = { size, false, self->language };
  const double room = MIN (MAX_LABEL_WIDTH, self->plot.width / 4);

  label->name = shanhai_text_layout_wrap (get_chart_node (self, node)->label, &bold, room, MAX_NAME_LINES);
  label->n_name = g_strv_length (label->name);
  label->amount = shanhai_flow_chart_dup_node_amount (self, (guint) node, value);
  label->width = shanhai_text_layout_get_width (label->amount, &plain);
  for (guint i = 0; i < label->n_name; i++)
    label->width = MAX (label->width, shanhai_text_layout_get_width (label->name[i], &bold));
  label->width = ceil (label->width) + LABEL_GAP;
  label->height = ceil ((label->n_name + 1) * size * SHANHAI_TEXT_LINE);
}

static void
make_labels (FlowDrawing *self)
{
  const guint n = self->chart->nodes->len;
  g_autofree double *in = g_new0 (double, n + 1);
  g_autofree double *out = g_new0 (double, n + 1);

  shanhai_flow_graph_sum (self->graph, in, out);
  self->labels = g_new0 (FlowNodeLabel, n + 1);
  for (guint i = 0; i < n; i++)
    make_label (self, (int) i, MAX (in[i], out[i]));
}

static ShanhaiFlowLabelSize *
dup_label_sizes (const FlowDrawing *self)
{
  ShanhaiFlowLabelSize *sizes = g_new0 (ShanhaiFlowLabelSize, self->chart->nodes->len + 1);

  for (guint i = 0; i < self->chart->nodes->len; i++)
    sizes[i] = (ShanhaiFlowLabelSize) { self->labels[i].width, self->labels[i].height };

  return sizes;
}

static void
add_label_line (FlowDrawing           *self,
                const char            *text,
                double                 left,
                double                 right,
                bool                   at_right,
                double                 baseline,
                const ShanhaiTextLook *look)
{
  const ShanhaiTextStyle style = { look->size, look->bold, self->language };
  g_autofree char *fitting = shanhai_text_layout_shorten (text, &style, right - left);
  ShanhaiTextLook anchored = *look;
  const double x = at_right ? left : right;
  ShanhaiBox box;

  anchored.anchor = at_right ? SHANHAI_ANCHOR_START : SHANHAI_ANCHOR_END;
  box = shanhai_marks_builder_measure (self->builder, fitting, x, baseline, &anchored);
  shanhai_marks_builder_add_text (self->builder, fitting, x, baseline, &anchored);
  shanhai_label_placer_add_box (self->placer, &box);
}

static void
add_label (FlowDrawing *self,
           int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  const FlowNodeLabel *label = &self->labels[node];
  ShanhaiTextLook name = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  ShanhaiTextLook amount = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  const bool at_right = box->label_x0 >= box->x1 - 0.5;
  const double left = box->label_x0 + (at_right ? LABEL_GAP : 0);
  const double right = box->label_x1 - (at_right ? 0 : LABEL_GAP);
  const double line = name.size * SHANHAI_TEXT_LINE;
  double baseline = box->label_y0 + name.size * (SHANHAI_TEXT_LINE - SHANHAI_TEXT_DESCENT) - 1;

  name.bold = true;
  name.halo = amount.halo = true;
  for (guint i = 0; i < label->n_name; i++, baseline += line)
    add_label_line (self, label->name[i], left, right, at_right, baseline, &name);
  add_label_line (self, label->amount, left, right, at_right, baseline, &amount);
}

/* ---- bands ---------------------------------------------------------------------------------- */

static guint
make_beziers (const ShanhaiFlowBand *band,
              ShanhaiBezier         *out)
{
  for (int i = 0; i < band->n_pieces; i++)
    {
      const ShanhaiFlowPiece *piece = &band->pieces[i];
      const double middle = (piece->xa + piece->xb) / 2;

      if (band->course == SHANHAI_FLOW_COURSE_FORWARD)
        out[i] = (ShanhaiBezier) { piece->xa, piece->ya, middle, piece->ya, middle, piece->yb, piece->xb, piece->yb };
      else
        out[i] = (ShanhaiBezier) { piece->xa, piece->ya,
                                   piece->xa + (piece->xb - piece->xa) / 3, piece->ya + (piece->yb - piece->ya) / 3,
                                   piece->xa + (piece->xb - piece->xa) * 2 / 3, piece->ya + (piece->yb - piece->ya) * 2 / 3,
                                   piece->xb, piece->yb };
    }

  return (guint) band->n_pieces;
}

/* an arc's corners are right angles: rounded with a quarter each, as far as its legs allow */
static guint
make_rounded (const ShanhaiFlowBand *band,
              ShanhaiBezier         *out)
{
  guint n = 0;
  double x = band->pieces[0].xa, y = band->pieces[0].ya;

  for (int i = 0; i < band->n_pieces; i++)
    {
      const ShanhaiFlowPiece *piece = &band->pieces[i];
      const double length = hypot (piece->xb - piece->xa, piece->yb - piece->ya);
      double radius = 0, ex = piece->xb, ey = piece->yb;

      if (i + 1 < band->n_pieces)
        {
          const ShanhaiFlowPiece *next = &band->pieces[i + 1];
          const double next_length = hypot (next->xb - next->xa, next->yb - next->ya);

          radius = MIN (MIN (length, next_length) / 2, MAX (band->width, 8));
          if (length > 0)
            {
              ex = piece->xb - (piece->xb - piece->xa) / length * radius;
              ey = piece->yb - (piece->yb - piece->ya) / length * radius;
            }
        }

      out[n++] = (ShanhaiBezier) { x, y, x + (ex - x) / 3, y + (ey - y) / 3, x + (ex - x) * 2 / 3, y + (ey - y) * 2 / 3, ex, ey };
      x = ex;
      y = ey;

      if (radius > 0)
        {
          const ShanhaiFlowPiece *next = &band->pieces[i + 1];
          const double next_length = hypot (next->xb - next->xa, next->yb - next->ya);
          const double fx = next->xa + (next_length > 0 ? (next->xb - next->xa) / next_length * radius : 0);
          const double fy = next->ya + (next_length > 0 ? (next->yb - next->ya) / next_length * radius : 0);

          /* 0.45: control points of a quarter circle, measured from the corner */
          out[n++] = (ShanhaiBezier) { x, y, piece->xb + (ex - piece->xb) * 0.45, piece->yb + (ey - piece->yb) * 0.45,
                                       piece->xb + (fx - piece->xb) * 0.45, piece->yb + (fy - piece->yb) * 0.45, fx, fy };
          x = fx;
          y = fy;
        }
    }

  return n;
}

static void
add_band (FlowDrawing *self,
          guint        index)
{
  const ShanhaiFlowChartLink *link = self->chart->links->pdata[index];
  const ShanhaiFlowBand *band = &shanhai_flow_layout_get_bands (self->layout)[index];
  const ShanhaiFlowLink *ends = &shanhai_flow_graph_get_links (self->graph)[index];
  const bool forward = band->course == SHANHAI_FLOW_COURSE_FORWARD;
  g_autofree ShanhaiBezier *pieces = g_new (ShanhaiBezier, 2 * (gsize) MAX (band->n_pieces, 1));
  g_autofree char *tip = shanhai_flow_chart_dup_link_tip (self, link);
  const char *own_records[] = { link->key, NULL };
  const int slot = link->slot == SHANHAI_FLOW_SLOT_OF_TARGET ? get_chart_node (self, ends->target)->slot : link->slot;
  const ShanhaiFill fill = {
    .colour = link->untold ? shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_GREY)
                           : shanhai_palette_get_hue (self->options->theme, slot),
    .opacity = BAND_OPACITY,
    .texture = link->planned || link->untold ? SHANHAI_TEXTURE_HATCHED : SHANHAI_TEXTURE_PLAIN,
  };
  guint n;

  if (band->n_pieces == 0 || !(link->value > 0))
    return;

  n = forward ? make_beziers (band, pieces) : make_rounded (band, pieces);
  shanhai_marks_builder_begin_datum (self->builder, link->key, NULL, tip,
                                     link->records != NULL ? (const char * const *) link->records : own_records);
  shanhai_marks_builder_add_band (self->builder, pieces, n, MAX (band->width, MIN_BAND),
                                  forward ? SHANHAI_BAND_VERTICAL : SHANHAI_BAND_NORMAL, &fill);
  shanhai_marks_builder_end_datum (self->builder);
}

static void
note_thin_bands (FlowDrawing *self)
{
  const ShanhaiFlowBand *bands = shanhai_flow_layout_get_bands (self->layout);
  guint n_thin = 0, n_zero = 0;

  for (guint i = 0; i < self->chart->links->len; i++)
    {
      const double value = ((ShanhaiFlowChartLink *) self->chart->links->pdata[i])->value;

      n_zero += !(value > 0);
      n_thin += value > 0 && bands[i].width < MIN_BAND;
    }

  if (n_thin > 0)
    g_ptr_array_add (self->notes,
                     g_strdup_printf (shanhai_words_plural (self->options->words, "%u thin band is drawn wider than its amount.",
                                                            "%u thin bands are drawn wider than their amounts.", n_thin),
                                      n_thin));
  if (n_zero > 0)
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_plural (self->options->words, "%u flow of nothing isn’t drawn.",
                                                                         "%u flows of nothing aren’t drawn.", n_zero),
                                                   n_zero));
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static void
add_stub (FlowDrawing *self,
          int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  const ShanhaiFill fill = {
    .colour = shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_GREY),
    .opacity = BAND_OPACITY,
    .texture = SHANHAI_TEXTURE_HATCHED,
  };
  const double length = MIN (STUB_LENGTH * MAX (self->options->text_scale, 1), self->plot.x + self->plot.width - box->x1);
  const ShanhaiBox area = { box->x1, box->stub_y0, length, box->stub_y1 - box->stub_y0 };

  if (!(box->stub > 0) || area.height < MIN_BAND)
    return;

  shanhai_marks_builder_add_rect (self->builder, &area, &fill);
}

static char *
dup_stub_words (const FlowDrawing *self,
                int                node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  g_autofree char *amount = shanhai_flow_chart_format_amount (self, box->stub, 2);
  const char *stub = get_chart_node (self, node)->stub;

  if (stub == NULL)
    stub = shanhai_words_get (self->options->words, "not passed on");

  /* Translators: what isn't told, amount: "Use not told in the sources: ≈340 M" */
  return g_strdup_printf (shanhai_words_context (self->options->words, "stub of a flow", "%s: ≈%s"), stub, amount);
}

/* beside its hatching where nothing is in the way, else in a note */
static void
add_stub_words (FlowDrawing *self,
                int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
  const ShanhaiTextStyle style = { look.size, false, self->language };
  const double line = look.size * SHANHAI_TEXT_LINE;
  const double x = box->x1 + STUB_LENGTH * MAX (self->options->text_scale, 1) + LABEL_GAP;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;
  double width = 0, y;
  guint n;
  ShanhaiBox room;

  if (!(box->stub > 0))
    return;

  look.halo = true;
  words = dup_stub_words (self, node);
  lines = shanhai_text_layout_wrap (words, &style, MAX_LABEL_WIDTH, 3);
  n = g_strv_length (lines);
  for (guint i = 0; i < n; i++)
    width = MAX (width, shanhai_text_layout_get_width (lines[i], &style));

  y = (box->stub_y0 + box->stub_y1) / 2 - n * line / 2;
  y = CLAMP (y, self->plot.y, MAX (self->plot.y, self->plot.y + self->plot.height - n * line));
  room = (ShanhaiBox) { x, y, width, n * line };
  if (!shanhai_label_placer_is_free (self->placer, &room, 2))
    {
      g_ptr_array_add (self->notes, g_strdup_printf ("%s: %s", get_chart_node (self, node)->label, words));
      return;
    }

  for (guint i = 0; i < n; i++)
    shanhai_marks_builder_add_text (self->builder, lines[i], x, y + i * line + look.size * (SHANHAI_TEXT_LINE - SHANHAI_TEXT_DESCENT) - 1, &look);
  shanhai_label_placer_add_box (self->placer, &room);
}

static void
add_node (FlowDrawing *self,
          int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  const ShanhaiFlowChartNode *of = get_chart_node (self, node);
  const ShanhaiFill fill = { .colour = shanhai_palette_get_hue (self->options->theme, of->slot) };
  g_autofree char *tip = g_strdup_printf ("%s\n%s", of->label, self->labels[node].amount);
  const double height = MAX (box->y1 - box->y0, MIN_BAND);

  shanhai_marks_builder_begin_datum (self->builder, of->key, NULL, tip, NULL);
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_MARK);
  shanhai_marks_builder_add_rect (self->builder, &(ShanhaiBox) { box->x0, box->y0, box->x1 - box->x0, height }, &fill);
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_AUTO);
  add_stub (self, node);
  if (box->has_label)
    add_label (self, node);
  shanhai_marks_builder_end_datum (self->builder);
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

/* column by column from the left: each node, then what goes out of it */
static void
add_data (FlowDrawing *self)
{
  const int n = shanhai_flow_layout_get_n_nodes (self->layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  g_autofree int *order = g_new (int, MAX (n, 1));
  g_autoptr (GPtrArray) leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_unlabelled = 0;

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
      add_node (self, order[i]);
      n_unlabelled += !shanhai_flow_layout_get_boxes (self->layout)[order[i]].has_label;
      for (guint k = 0; k < out->len; k++)
        add_band (self, g_array_index (out, guint, k));
    }
  for (int i = 0; i < n; i++)
    add_stub_words (self, order[i]);

  if (n_unlabelled > 0)
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_plural (self->options->words, "%u name had no room.",
                                                                         "%u names had no room.", n_unlabelled),
                                                   n_unlabelled));
  note_thin_bands (self);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void
add_stage_titles (FlowDrawing *self)
{
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
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
  g_autofree ShanhaiFlowLabelSize *sizes = dup_label_sizes (self);
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
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_SECONDARY);

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
  make_labels (self);
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
