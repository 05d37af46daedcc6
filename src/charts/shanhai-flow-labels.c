/* shanhai-flow-labels.c - room for the words beside a flow diagram's nodes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels of the first column stand left of it, all others right of their node; so the outer columns step
 * in by as much as their labels need, and inner labels have the width between two columns. Where labels
 * of a column would touch, they make way a little, up or down, then give up lines; what still has no room
 * is dropped, the smallest node first. Guarantee: no label touches another one, a node or the extent's edge. */

#include "shanhai-flow-labels.h"

#include <math.h>
#include <stdlib.h>

/* Pixels between a node and its label, and between two labels. */
#define SPACE 4.0
#define SPACE_BETWEEN 1.0

/* Share of the whole width that the labels of one outer column may take. */
#define MAX_MARGIN 0.25

/* A label that gets less than this share of the width it asked for, and fewer pixels, says nothing. */
#define MIN_SHARE 0.4
#define MIN_WIDTH 40.0

/* Share of a column's value that must get a name before all of its labels give up a line. */
#define WORTH_LINES 0.1

typedef struct
{
  int    box;
  double value;
  double want;   /* upper edge of the label when it is centred on its node */
} Label;

typedef struct
{
  double y0;
  double y1;
} Span;

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Label *x = a, *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  if (x->want != y->want)
    return x->want < y->want ? -1 : 1;
  return x->box - y->box;
}

/**
 * shanhai_flow_labels_reserve:
 * @columns: the columns
 * @n_nodes: how many nodes
 * @sizes: every node's label
 * @width: of the whole extent
 * @left: (out): pixels to keep free left of the first column
 * @right: (out): pixels to keep free right of the last column
 *
 * Finds how far the outer columns have to step in for their labels.
 */
void
shanhai_flow_labels_reserve (const ShanhaiFlowColumns   *columns,
                             int                         n_nodes,
                             const ShanhaiFlowLabelSize *sizes,
                             double                      width,
                             double                     *left,
                             double                     *right)
{
  *left = *right = 0;
  for (int v = 0; v < n_nodes; v++)
    {
      double *side = columns->column[v] == 0 ? left : right;

      if (columns->column[v] == 0 || columns->column[v] == columns->n_columns - 1)
        *side = MAX (*side, sizes[v].width > 0 ? sizes[v].width + SPACE + 1 : 0);
    }
  *left = MIN (*left, MAX_MARGIN * width);
  *right = MIN (*right, MAX_MARGIN * width);
}

static gboolean
fit_across (ShanhaiFlowBox           *box,
            ShanhaiFlowLabelSize      size,
            const ShanhaiFlowOptions *options,
            double                    next)
{
  double room = box->column == 0 ? box->x0 - SPACE - options->x0 : next - SPACE - (box->x1 + SPACE);
  double width = MIN (size.width, room);

  if (size.width <= 0 || width < MIN (MIN_SHARE * size.width, MIN_WIDTH) || width < 1)
    return FALSE;

  box->label_x0 = box->column == 0 ? box->x0 - SPACE - width : box->x1 + SPACE;
  box->label_x1 = box->label_x0 + width;
  return TRUE;
}

/* Finds the free place nearest to want among labels that stand already, sorted by height. */
static gboolean
fit_down (const GArray             *taken,
          double                    want,
          double                    height,
          double                    reach,
          const ShanhaiFlowOptions *options,
          double                   *y)
{
  double best = G_MAXDOUBLE;

  for (guint gap = 0; gap <= taken->len; gap++)
    {
      double low = gap == 0 ? options->y0
                            : g_array_index (taken, Span, gap - 1).y1 + SPACE_BETWEEN;
      double high = gap == taken->len ? options->y1
                                      : g_array_index (taken, Span, gap).y0 - SPACE_BETWEEN;
      double at = CLAMP (want, low, MAX (low, high - height));

      if (high - low < height || fabs (at - want) >= best)
        continue;
      best = fabs (at - want);
      *y = at;
    }
  return best <= reach;
}

/* The same, with as many lines as there is room for, and no more than make up the cap. */
static gboolean
fit_down_shrinking (const GArray             *taken,
                    ShanhaiFlowBox           *box,
                    ShanhaiFlowLabelSize      size,
                    double                    cap,
                    const ShanhaiFlowOptions *options)
{
  double least = size.line > 0 ? MIN (size.least, size.height) : size.height;

  for (double height = MIN (size.height, MAX (cap, least)); height >= least - 0.5; height -= size.line)
    {
      double want = (box->y0 + box->y1 - height) / 2;
      double reach = MAX ((box->y1 - box->y0 - height) / 2, 0) + height;

      if (fit_down (taken, want, height, reach, options, &box->label_y0))
        {
          box->label_y1 = box->label_y0 + height;
          return TRUE;
        }
      if (size.line <= 0)
        break;
    }
  return FALSE;
}

static void
take (GArray *taken,
      double  y0,
      double  y1)
{
  Span  span = { y0, y1 };
  guint at = 0;

  while (at < taken->len && g_array_index (taken, Span, at).y0 < y0)
    at++;
  g_array_insert_val (taken, at, span);
}

/* Gives the labels of a column places, the largest node first; returns the value of those that got none. */
static double
place_column (ShanhaiFlowBox             *boxes,
              const GArray               *labels,
              double                      next,
              double                      cap,
              const ShanhaiFlowLabelSize *sizes,
              const ShanhaiFlowOptions   *options)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Span));
  double             dropped = 0;

  for (guint k = 0; k < labels->len; k++)
    {
      const Label    *label = &g_array_index (labels, Label, k);
      ShanhaiFlowBox *box = &boxes[label->box];

      box->has_label = fit_across (box, sizes[label->box], options, next)
                       && fit_down_shrinking (taken, box, sizes[label->box], cap, options);
      if (box->has_label)
        take (taken, box->label_y0, box->label_y1);
      else
        dropped += label->value;
    }

  return dropped;
}

/* Four lines for one node and none for its neighbour help less than two for both: all give up lines where that names much more of the column. */
static void
place_column_best (ShanhaiFlowBox             *boxes,
                   const GArray               *labels,
                   double                      next,
                   const ShanhaiFlowLabelSize *sizes,
                   const ShanhaiFlowOptions   *options)
{
  double best = G_MAXDOUBLE, tallest = 0, least = G_MAXDOUBLE, line = 0, total = 0;
  double dropped = place_column (boxes, labels, next, best, sizes, options);

  for (guint k = 0; k < labels->len; k++)
    {
      const ShanhaiFlowLabelSize *size = &sizes[g_array_index (labels, Label, k).box];

      total += g_array_index (labels, Label, k).value;
      line = MAX (line, size->line);
      tallest = MAX (tallest, size->height);
      least = MIN (least, size->least);
    }
  if (dropped < WORTH_LINES * total || line <= 0)
    return;

  for (double cap = tallest - line; cap >= least - 0.5; cap -= line)
    {
      double now = place_column (boxes, labels, next, cap, sizes, options);

      if (now < dropped - WORTH_LINES * total)
        {
          dropped = now;
          best = cap;
        }
    }
  place_column (boxes, labels, next, best, sizes, options);
}

/**
 * shanhai_flow_labels_place:
 * @boxes: (inout): the nodes, placed; gets their labels
 * @n_boxes: how many
 * @sizes: every node's label
 * @options: the extent that everything stays in
 *
 * Gives every label a place, or none.
 */
void
shanhai_flow_labels_place (ShanhaiFlowBox             *boxes,
                           int                         n_boxes,
                           const ShanhaiFlowLabelSize *sizes,
                           const ShanhaiFlowOptions   *options)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray)    lefts = g_array_new (FALSE, TRUE, sizeof (double));

  for (int i = 0; i < n_boxes; i++)
    {
      Label label = { i, boxes[i].value, (boxes[i].y0 + boxes[i].y1 - sizes[i].height) / 2 };

      while ((int) columns->len <= boxes[i].column)
        g_ptr_array_add (columns, g_array_new (FALSE, FALSE, sizeof (Label)));
      if ((int) lefts->len <= boxes[i].column)
        g_array_set_size (lefts, boxes[i].column + 1);
      g_array_append_val (columns->pdata[boxes[i].column], label);
      g_array_index (lefts, double, boxes[i].column) = boxes[i].x0;
    }

  for (guint column = 0; column < columns->len; column++)
    {
      double next = column + 1 == columns->len ? options->x1 + SPACE : g_array_index (lefts, double, column + 1);

      g_array_sort (columns->pdata[column], compare_values);
      place_column_best (boxes, columns->pdata[column], next, sizes, options);
    }
}
