/* shanhai-flow-layout.c - where the nodes and bands of a flow diagram stand. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps: sort the graph, choose columns (shanhai-flow-columns), chain long links through dummies and
 * untangle them (-routes, -order), find ports and lanes (-ports), the scale and heights (-place), labels
 * (-labels); then write everything down in the order of the caller's graph. All between works on the sorted
 * copy, so that the order of the input can't matter. */

#include "shanhai-flow-layout.h"

#include "shanhai-flow-draft.h"
#include "shanhai-flow-labels.h"

#include <math.h>
#include <string.h>

/* Steps of work for the order, all choices of columns together: a little for a small graph, which is good
 * before that is spent, then in proportion, at last no more than somebody who waits for it would bear. */
#define MIN_EFFORT 4000000
#define EFFORT_PER_LINK 35000
#define MAX_EFFORT 400000000

/* Passed columns, over all links, beyond which only short links are tried. */
#define MANY_PASSED 20000

/* When the height is left to us: at least so much, and so much for a node of the fullest column. */
#define MIN_HEIGHT 700.0
#define HEIGHT_PER_NODE 14.0

/* Pixels beside the outer columns where arcs turn round, when there are any. */
#define TURN_MARGIN 30.0

struct _ShanhaiFlowLayout
{
  double            x0, y0, x1, y1;
  int               n_nodes;
  int               n_links;
  int               n_columns;
  ShanhaiFlowBox   *boxes;
  ShanhaiFlowBand  *bands;
  ShanhaiFlowPiece *pieces;
  int              *stages;
  double            scale;
  double            crossings;
};

static void
clear_draft (ShanhaiFlowDraft *draft)
{
  shanhai_flow_graph_free (draft->graph);
  shanhai_flow_columns_free (draft->columns);
  shanhai_flow_routes_free (draft->routes);
  shanhai_flow_ports_free (draft->ports);
  shanhai_flow_place_free (draft->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShanhaiFlowDraft, clear_draft)

/* The greatest amount counts as 1 inside, so that sums and products stay finite whatever the unit is. */
static double
find_unit (const ShanhaiFlowGraph *graph)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  double                 unit = 0;

  for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
    unit = MAX (unit, links[i].value);
  return unit > 0 ? unit : 1;
}

/* How many columns all links together pass. */
static gint64
count_passed (const ShanhaiFlowGraph   *graph,
              const ShanhaiFlowColumns *columns)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  gint64                 passed = 0;

  for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
    if (columns->course[i] == SHANHAI_FLOW_COURSE_FORWARD)
      passed += columns->column[links[i].target] - columns->column[links[i].source] - 1;
  return passed;
}

/* The sensible choices of columns, no two alike. A graph whose long links alone are a burden gets the one
 * that keeps them short. */
static GPtrArray *
list_columns (const ShanhaiFlowGraph *graph)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_flow_columns_free);
  gsize      size = sizeof (int) * (gsize) shanhai_flow_graph_get_n_nodes (graph);
  int        n_aligns = shanhai_flow_columns_are_given (graph) ? 1 : SHANHAI_FLOW_N_ALIGNS;

  for (int align = 0; align < n_aligns; align++)
    {
      ShanhaiFlowColumns *columns = shanhai_flow_columns_new (graph, align);
      gboolean            known = FALSE;

      for (guint k = 0; k < list->len; k++)
        {
          const ShanhaiFlowColumns *other = g_ptr_array_index (list, k);

          known |= memcmp (other->column, columns->column, size) == 0;
        }
      if (known)
        {
          shanhai_flow_columns_free (columns);
          continue;
        }
      g_ptr_array_add (list, columns);
      if (n_aligns > 1 && align == 0 && count_passed (graph, columns) > MANY_PASSED)
        {
          g_ptr_array_set_size (list, 0);
          align = SHANHAI_FLOW_ALIGN_TIGHT - 1;
        }
    }
  return list;
}

/* Where no stage says which column a node is in, the choice with the least flow crossing wins, the earlier
 * one when they are equal. */
static double
choose_routes (ShanhaiFlowDraft *draft)
{
  g_autoptr (GPtrArray) list = list_columns (draft->graph);
  gint64                n_links = shanhai_flow_graph_get_n_links (draft->graph);
  gint64                effort = CLAMP (EFFORT_PER_LINK * (n_links - 100), MIN_EFFORT, MAX_EFFORT);
  double                best = INFINITY;
  guint                 chosen = 0;

  for (guint k = 0; k < list->len && best > 0; k++)
    {
      const ShanhaiFlowColumns     *columns = g_ptr_array_index (list, k);
      g_autoptr (ShanhaiFlowRoutes) routes = shanhai_flow_routes_new (draft->graph, columns, draft->unit);
      double                        crossings = shanhai_flow_routes_untangle (routes, effort / list->len);

      if (!(crossings < best))
        continue;
      best = crossings;
      chosen = k;
      shanhai_flow_routes_free (draft->routes);
      draft->routes = g_steal_pointer (&routes);
    }
  draft->columns = g_ptr_array_steal_index (list, chosen);
  return best;
}

static void
choose_height (ShanhaiFlowDraft *draft)
{
  g_autofree int *count = g_new0 (int, draft->columns->n_columns + 1);
  int             most = 0;

  if (draft->options.y1 > draft->options.y0)
    return;
  for (int v = 0; v < draft->routes->n_nodes; v++)
    {
      int *here = &count[draft->columns->column[v]];

      *here += 1;
      most = MAX (most, *here);
    }
  draft->options.y1 = draft->options.y0 + MAX (MIN_HEIGHT, HEIGHT_PER_NODE * most);
}

static gboolean
has_turns (const ShanhaiFlowDraft *draft)
{
  for (int i = 0; i < shanhai_flow_graph_get_n_links (draft->graph); i++)
    if (draft->columns->course[i] != SHANHAI_FLOW_COURSE_FORWARD)
      return TRUE;
  return FALSE;
}

static void
choose_widths (ShanhaiFlowDraft           *draft,
               const ShanhaiFlowLabelSize *labels)
{
  double width = draft->options.x1 - draft->options.x0, left = 0, right = 0;
  int    n = draft->columns->n_columns;

  if (labels != NULL)
    shanhai_flow_labels_reserve (draft->columns, draft->routes->n_nodes, labels, width, &left, &right);
  draft->margin = has_turns (draft) ? MIN (TURN_MARGIN, 0.05 * width) : 0;
  left += draft->margin;
  right += draft->margin;

  /* with hundreds of columns a node may take half of its column's share */
  draft->node_width = MIN (draft->options.node_width, (width - left - right) / MAX (2 * n - 1, 1));
  draft->left = draft->options.x0 + left;
  draft->step = n > 1 ? (width - left - right - draft->node_width) / (n - 1) : 0;
}

/* From the sorted graph's order to the caller's. */
static void
write_down (ShanhaiFlowLayout      *self,
            const ShanhaiFlowDraft *draft,
            const int              *node_from,
            const int              *link_from)
{
  g_autofree ShanhaiFlowBox    *boxes = g_new0 (ShanhaiFlowBox, self->n_nodes + 1);
  g_autofree ShanhaiFlowBand   *bands = g_new0 (ShanhaiFlowBand, self->n_links + 1);
  g_autofree ShanhaiFlowPiece **pieces = g_new (ShanhaiFlowPiece *, self->n_links + 1);
  ShanhaiFlowPiece             *next;

  shanhai_flow_draft_write_boxes (draft, boxes);
  if (draft->options.labels != NULL)
    {
      ShanhaiFlowOptions inside = draft->options;

      inside.x0 += 1;
      inside.x1 -= 1;
      shanhai_flow_labels_place (boxes, self->n_nodes, draft->options.labels, &inside);
    }

  self->pieces = next = g_new (ShanhaiFlowPiece, shanhai_flow_draft_write_ends (draft, boxes, bands) + 1);
  for (int i = 0; i < self->n_links; i++)
    {
      pieces[i] = next;
      bands[i].pieces = next;
      next += bands[i].n_pieces;
    }
  shanhai_flow_draft_write_lines (draft, boxes, bands, pieces);

  for (int v = 0; v < self->n_nodes; v++)
    self->boxes[node_from[v]] = boxes[v];
  for (int i = 0; i < self->n_links; i++)
    self->bands[link_from[i]] = bands[i];
}

/**
 * shanhai_flow_layout_new:
 * @graph: what flows between whom
 * @options: what it has to fit into
 *
 * Lays out a flow diagram. Nodes of a column don't overlap, bands go through no foreign node, every node
 * and band is as high as its amount at one common scale.
 *
 * Without a height (y1 ≤ y0) it takes 700 pixels, or 14 for every node of the fullest column if that is more.
 *
 * Returns: (transfer full): the layout
 */
ShanhaiFlowLayout *
shanhai_flow_layout_new (const ShanhaiFlowGraph   *graph,
                         const ShanhaiFlowOptions *options)
{
  ShanhaiFlowLayout               *self = g_new0 (ShanhaiFlowLayout, 1);
  g_auto (ShanhaiFlowDraft)        draft = { 0, };
  g_autofree int                  *node_from = NULL;
  g_autofree int                  *link_from = NULL;
  g_autofree ShanhaiFlowLabelSize *labels = NULL;
  g_autofree double               *label_height = NULL;

  draft.graph = shanhai_flow_graph_new_sorted (graph, &node_from, &link_from);
  draft.unit = find_unit (draft.graph);
  draft.options = *options;
  self->n_nodes = shanhai_flow_graph_get_n_nodes (graph);
  self->n_links = shanhai_flow_graph_get_n_links (graph);
  if (options->labels != NULL)
    {
      labels = g_new (ShanhaiFlowLabelSize, self->n_nodes + 1);
      label_height = g_new (double, self->n_nodes + 1);
      for (int v = 0; v < self->n_nodes; v++)
        {
          labels[v] = options->labels[node_from[v]];
          label_height[v] = labels[v].width > 0 ? labels[v].height : 0;
        }
      draft.options.labels = labels;
    }

  self->crossings = choose_routes (&draft);
  choose_height (&draft);
  choose_widths (&draft, labels);
  draft.ports = shanhai_flow_ports_new (draft.graph, draft.columns, draft.routes, draft.unit);
  draft.place = shanhai_flow_place_new (draft.routes, draft.ports, draft.options.y0, draft.options.y1,
                                       draft.options.node_padding, label_height);

  self->x0 = draft.options.x0;
  self->y0 = draft.options.y0;
  self->x1 = draft.options.x1;
  self->y1 = draft.options.y1;
  self->n_columns = draft.columns->n_columns;
  self->stages = g_steal_pointer (&draft.columns->stage);
  self->scale = draft.place->scale / draft.unit;
  self->boxes = g_new (ShanhaiFlowBox, self->n_nodes + 1);
  self->bands = g_new (ShanhaiFlowBand, self->n_links + 1);
  write_down (self, &draft, node_from, link_from);
  return self;
}

void
shanhai_flow_layout_free (ShanhaiFlowLayout *self)
{
  if (self == NULL)
    return;

  g_free (self->boxes);
  g_free (self->bands);
  g_free (self->pieces);
  g_free (self->stages);
  g_free (self);
}

int
shanhai_flow_layout_get_n_nodes (const ShanhaiFlowLayout *self)
{
  return self->n_nodes;
}

/**
 * shanhai_flow_layout_get_boxes:
 * @self: a layout
 *
 * Returns: (transfer none): one box for every node, in the order of the graph that was laid out
 */
const ShanhaiFlowBox *
shanhai_flow_layout_get_boxes (const ShanhaiFlowLayout *self)
{
  return self->boxes;
}

int
shanhai_flow_layout_get_n_links (const ShanhaiFlowLayout *self)
{
  return self->n_links;
}

/**
 * shanhai_flow_layout_get_bands:
 * @self: a layout
 *
 * Returns: (transfer none): one band for every link, in the order of the graph that was laid out
 */
const ShanhaiFlowBand *
shanhai_flow_layout_get_bands (const ShanhaiFlowLayout *self)
{
  return self->bands;
}

int
shanhai_flow_layout_get_n_columns (const ShanhaiFlowLayout *self)
{
  return self->n_columns;
}

/**
 * shanhai_flow_layout_get_stage:
 * @self: a layout
 * @column: a column
 *
 * Returns: the stage that stands in this column, or -1 if it has none
 */
int
shanhai_flow_layout_get_stage (const ShanhaiFlowLayout *self,
                               int                      column)
{
  g_return_val_if_fail (column >= 0 && column < self->n_columns, -1);

  return self->stages[column];
}

/**
 * shanhai_flow_layout_get_scale:
 * @self: a layout
 *
 * Returns: pixels for an amount of 1; 0 when there is no amount at all
 */
double
shanhai_flow_layout_get_scale (const ShanhaiFlowLayout *self)
{
  return self->scale;
}

void
shanhai_flow_layout_get_extent (const ShanhaiFlowLayout *self,
                                double                  *x0,
                                double                  *y0,
                                double                  *x1,
                                double                  *y1)
{
  *x0 = self->x0;
  *y0 = self->y0;
  *x1 = self->x1;
  *y1 = self->y1;
}

/**
 * shanhai_flow_layout_get_crossings:
 * @self: a layout
 *
 * Returns: the sum over all crossings of forward links of the product of their amounts, the greatest link
 *   counting as 1
 */
double
shanhai_flow_layout_get_crossings (const ShanhaiFlowLayout *self)
{
  return self->crossings;
}
