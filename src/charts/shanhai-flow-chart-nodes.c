/* shanhai-flow-chart-nodes.c - the nodes of a flow chart, their words and their stubs. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "shanhai-flow-chart-private.h"

#define MIN_LABEL_WIDTH 60.0
/* of the plot's width: of a name, which may be cut, and of an amount, which may not */
#define LABEL_SHARE 0.18
#define AMOUNT_SHARE 0.22
/* of name and amount */
#define MAX_LINES 4
#define STUB_LENGTH 34.0
/* of what comes in: less than this that doesn't go on is no news, and would read "0" */
#define LEAST_STUB 5e-5

ShanhaiFlowChartNode *
shanhai_flow_chart_get_node (const FlowDrawing *self,
                             int                node)
{
  return self->chart->nodes->pdata[node];
}

ShanhaiTextLook
shanhai_flow_chart_make_look (const FlowDrawing *self,
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

static double
get_widest (char                  **lines,
            const ShanhaiTextStyle *style)
{
  double widest = 0;

  for (char **line = lines; *line != NULL; line++)
    widest = MAX (widest, shanhai_text_layout_get_width (*line, style));
  return widest;
}

/* "nearly 470 M CNY", or "nearly" over "470 M CNY" where there is less room (transfer full) */
static char **
wrap_amount (const char             *amount,
             const ShanhaiTextStyle *style,
             double                  room)
{
  char **lines = shanhai_text_layout_wrap_words (amount, style, room, 2);
  guint n = g_strv_length (lines);

  if (get_widest (lines, style) <= room + 0.5 && !g_str_has_suffix (n > 0 ? lines[n - 1] : "", "…"))
    return lines;

  g_strfreev (lines);
  return g_strdupv ((char *[]) { (char *) amount, NULL });
}

static void
make_label (FlowDrawing *self,
            int          node,
            double       value)
{
  FlowNodeLabel *label = &self->labels[node];
  const double size = shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL);
  const ShanhaiTextStyle bold = { size, true, self->language };
  const ShanhaiTextStyle plain = { size, false, self->language };
  const double room = CLAMP (self->plot.width * LABEL_SHARE, MIN_LABEL_WIDTH, MAX_LABEL_WIDTH);
  g_auto (GStrv) amount = NULL;

  label->amount = shanhai_flow_chart_dup_node_amount (self, (guint) node, value);
  amount = wrap_amount (label->amount, &plain, MAX (room, self->plot.width * AMOUNT_SHARE));
  label->n_amount = g_strv_length (amount);
  label->name = shanhai_text_layout_wrap_words (shanhai_flow_chart_get_node (self, node)->label, &bold, room,
                                                (int) (MAX_LINES - label->n_amount));
  label->n_name = g_strv_length (label->name);
  label->width = ceil (MAX (get_widest (amount, &plain), get_widest (label->name, &bold))) + LABEL_GAP;
  label->line = size * SHANHAI_TEXT_LINE;
  label->height = ceil ((label->n_name + label->n_amount) * label->line);
}

void
shanhai_flow_chart_make_labels (FlowDrawing *self)
{
  const guint n = self->chart->nodes->len;
  g_autofree double *in = g_new0 (double, n + 1);
  g_autofree double *out = g_new0 (double, n + 1);

  shanhai_flow_graph_sum (self->graph, in, out);
  self->labels = g_new0 (FlowNodeLabel, n + 1);
  for (guint i = 0; i < n; i++)
    make_label (self, (int) i, MAX (in[i], out[i]));
}

ShanhaiFlowLabelSize *
shanhai_flow_chart_dup_label_sizes (const FlowDrawing *self)
{
  ShanhaiFlowLabelSize *sizes = g_new0 (ShanhaiFlowLabelSize, self->chart->nodes->len + 1);

  for (guint i = 0; i < self->chart->nodes->len; i++)
    {
      const FlowNodeLabel *label = &self->labels[i];

      /* of a name at least one line, of the amount all */
      sizes[i] = (ShanhaiFlowLabelSize) { label->width, label->height, label->line, ceil ((MIN (label->n_name, 1) + label->n_amount) * label->line) };
    }

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
  ShanhaiTextLook name = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  ShanhaiTextLook amount = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  const bool at_right = box->label_x0 >= box->x1 - 0.5;
  const double left = box->label_x0 + (at_right ? LABEL_GAP : 0);
  const double right = box->label_x1 - (at_right ? 0 : LABEL_GAP);
  const double line = name.size * SHANHAI_TEXT_LINE;
  double baseline = box->label_y0 + name.size * (SHANHAI_TEXT_LINE - SHANHAI_TEXT_DESCENT) - 1;
  const ShanhaiTextStyle bold = { name.size, true, self->language }, plain = { amount.size, false, self->language };
  const guint n_lines = (guint) lround ((box->label_y1 - box->label_y0) / line);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) amounts = NULL;
  guint n_names;

  name.bold = true;
  name.halo = amount.halo = true;
  /* wrapped anew: the layout may have given less room than was asked for, across and down */
  amounts = wrap_amount (label->amount, &plain, right - left);
  n_names = MAX (n_lines, g_strv_length (amounts) + 1) - g_strv_length (amounts);
  lines = shanhai_text_layout_wrap_words (shanhai_flow_chart_get_node (self, node)->label, &bold, right - left, (int) n_names);
  for (guint i = 0; lines[i] != NULL; i++, baseline += line)
    add_label_line (self, lines[i], left, right, at_right, baseline, &name);
  /* half a number would be another one */
  if (get_widest (amounts, &plain) <= right - left + 0.5 && g_strv_length (lines) + g_strv_length (amounts) <= n_lines)
    for (guint i = 0; amounts[i] != NULL; i++, baseline += line)
      add_label_line (self, amounts[i], left, right, at_right, baseline, &amount);
}

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
  const char *stub = shanhai_flow_chart_get_node (self, node)->stub;

  if (stub == NULL)
    stub = shanhai_words_get (self->options->words, "not passed on");

  /* Translators: what isn't told, amount: "Use not told in the sources: ≈340 M" */
  return g_strdup_printf (shanhai_words_context (self->options->words, "stub of a flow", "%s: ≈%s"), stub, amount);
}

/* beside its hatching where nothing is in the way, else in a note */
void
shanhai_flow_chart_draw_stub_words (FlowDrawing *self,
                                    int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  ShanhaiTextLook look = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
  const ShanhaiTextStyle style = { look.size, false, self->language };
  const double line = look.size * SHANHAI_TEXT_LINE;
  const double x = box->x1 + STUB_LENGTH * MAX (self->options->text_scale, 1) + LABEL_GAP;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;
  double width = 0, y;
  guint n;
  ShanhaiBox room;

  /* what is left of adding up, too */
  if (!(box->stub > LEAST_STUB * box->value))
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
      g_ptr_array_add (self->notes, g_strdup_printf ("%s: %s", shanhai_flow_chart_get_node (self, node)->label, words));
      return;
    }

  for (guint i = 0; i < n; i++)
    shanhai_marks_builder_add_text (self->builder, lines[i], x, y + i * line + look.size * (SHANHAI_TEXT_LINE - SHANHAI_TEXT_DESCENT) - 1, &look);
  shanhai_label_placer_add_box (self->placer, &room);
}

void
shanhai_flow_chart_draw_node (FlowDrawing *self,
                              int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  const ShanhaiFlowChartNode *of = shanhai_flow_chart_get_node (self, node);
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

/* where the words of a node's column may stand, from edge to edge */
static void
get_room_across (const FlowDrawing    *self,
                 const ShanhaiFlowBox *box,
                 double               *left,
                 double               *right)
{
  const ShanhaiFlowBox *boxes = shanhai_flow_layout_get_boxes (self->layout);

  if (box->column == 0)
    {
      *left = self->plot.x;
      *right = box->x0 - LABEL_GAP;
      return;
    }

  *left = box->x1 + LABEL_GAP;
  *right = self->plot.x + self->plot.width;
  for (int i = 0; i < shanhai_flow_layout_get_n_nodes (self->layout); i++)
    if (boxes[i].column == box->column + 1)
      *right = MIN (*right, boxes[i].x0 - LABEL_GAP);
}

/* "Name 24 M", "Long n… 24 M" or, where the amount leaves too little for a name, "Long name…": half a number would be another one (transfer full) */
static char *
dup_short_name (const FlowDrawing      *self,
                int                     node,
                const ShanhaiTextStyle *style,
                double                  room)
{
  const char *name = shanhai_flow_chart_get_node (self, node)->label;
  g_autofree char *amount = g_strconcat (" ", self->labels[node].amount, NULL);
  const double left = room - shanhai_text_layout_get_width (amount, style);
  g_autofree char *shorter = shanhai_text_layout_shorten (name, style, left >= MIN_LABEL_WIDTH / 2 ? left : room);

  return left >= MIN_LABEL_WIDTH / 2 ? g_strconcat (shorter, amount, NULL) : g_steal_pointer (&shorter);
}

/* as much of it on one line as there is room for; false where that says nothing */
bool
shanhai_flow_chart_draw_short_name (FlowDrawing *self,
                                    int          node)
{
  const ShanhaiFlowBox *box = &shanhai_flow_layout_get_boxes (self->layout)[node];
  ShanhaiTextLook look = shanhai_flow_chart_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_TICK, SHANHAI_INK_TEXT);
  const ShanhaiTextStyle style = { look.size, false, self->language };
  const double line = look.size * (SHANHAI_TEXT_ASCENT + SHANHAI_TEXT_DESCENT);
  const double middle = (box->y0 + box->y1) / 2;
  g_autofree char *fitting = NULL;
  double left, right;

  get_room_across (self, box, &left, &right);
  right = MIN (right, left + MAX_LABEL_WIDTH * 1.5);
  if (right - left < MIN_LABEL_WIDTH)
    return false;

  fitting = dup_short_name (self, node, &style, right - left);
  look.halo = true;
  look.anchor = box->column == 0 ? SHANHAI_ANCHOR_END : SHANHAI_ANCHOR_START;

  /* at its height, else half a line and a line off */
  for (int step = 0; step < 5; step++)
    {
      const double shift = (step + 1) / 2 * (step % 2 == 1 ? -0.5 : 0.5) * line;
      const double baseline = middle + shift + line / 2 - look.size * SHANHAI_TEXT_DESCENT;
      const ShanhaiBox room = shanhai_marks_builder_measure (self->builder, fitting, box->column == 0 ? right : left, baseline, &look);

      if (!shanhai_label_placer_is_free (self->placer, &room, 1))
        continue;

      shanhai_marks_builder_begin_datum (self->builder, shanhai_flow_chart_get_node (self, node)->key, NULL, NULL, NULL);
      shanhai_marks_builder_add_text (self->builder, fitting, box->column == 0 ? right : left, baseline, &look);
      shanhai_marks_builder_end_datum (self->builder);
      shanhai_label_placer_add_box (self->placer, &room);
      return true;
    }

  return false;
}
