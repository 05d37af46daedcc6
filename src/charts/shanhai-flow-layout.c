/* shanhai-flow-layout.c - where the nodes and bands of a flow diagram stand. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps: sort the graph, choose columns (shanhai-flow-columns), chain long links through dummies and
 * untangle them (-routes, -order), find ports and lanes (-ports), the scale and heights (-place), labels
 * (-labels); then write everything down in the order of the caller's graph. All between works on the sorted
 * copy, so that the order of the input can't matter. */

#include "shanhai-flow-layout.h"

#include "shanhai-flow-labels.h"
#include "shanhai-flow-place.h"

#include <math.h>
#include <string.h>

/* Steps of work for the order, all choices of columns together: a little for a small graph, which is good
 * before that is spent, then in proportion, at last no more than somebody who waits for it would bear. */
#define MIN_EFFORT 5000000
#define EFFORT_PER_LINK 35000
#define MAX_EFFORT 400000000

/* Passed columns, over all links, beyond which only short links are tried. */
#define MANY_PASSED 20000

/* When the height is left to us: at least so much, and so much for a node of the fullest column. */
#define MIN_HEIGHT 700.0
#define HEIGHT_PER_NODE 14.0

/* Pixels beside the outer columns where arcs turn round, and the share of a column's gap for turns. */
#define TURN_MARGIN 30.0
#define TURN_SHARE 0.45

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

/* What the steps know, all about the sorted graph. */
typedef struct
{
  ShanhaiFlowGraph   *graph;
  ShanhaiFlowColumns *columns;
  ShanhaiFlowRoutes  *routes;
  ShanhaiFlowPorts   *ports;
  ShanhaiFlowPlace   *place;
  double              unit;
  ShanhaiFlowOptions  options;
  double              left;      /* x of the first column's left edge */
  double              step;      /* from a column's left edge to the next one's */
  double              margin;    /* free beside the outer columns, for turns */
  double              node_width;
} Work;

static void
clear_work (Work *work)
{
  shanhai_flow_graph_free (work->graph);
  shanhai_flow_columns_free (work->columns);
  shanhai_flow_routes_free (work->routes);
  shanhai_flow_ports_free (work->ports);
  shanhai_flow_place_free (work->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

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
choose_routes (Work *work)
{
  g_autoptr (GPtrArray) list = list_columns (work->graph);
  gint64                n_links = shanhai_flow_graph_get_n_links (work->graph);
  gint64                effort = CLAMP (EFFORT_PER_LINK * (n_links - 100), MIN_EFFORT, MAX_EFFORT);
  double                best = INFINITY;
  guint                 chosen = 0;

  for (guint k = 0; k < list->len && best > 0; k++)
    {
      const ShanhaiFlowColumns     *columns = g_ptr_array_index (list, k);
      g_autoptr (ShanhaiFlowRoutes) routes = shanhai_flow_routes_new (work->graph, columns, work->unit);
      double                        crossings = shanhai_flow_routes_untangle (routes, effort / list->len);

      if (!(crossings < best))
        continue;
      best = crossings;
      chosen = k;
      shanhai_flow_routes_free (work->routes);
      work->routes = g_steal_pointer (&routes);
    }
  work->columns = g_ptr_array_steal_index (list, chosen);
  return best;
}

static void
choose_height (Work *work)
{
  g_autofree int *count = g_new0 (int, work->columns->n_columns + 1);
  int             most = 0;

  if (work->options.y1 > work->options.y0)
    return;
  for (int v = 0; v < work->routes->n_nodes; v++)
    {
      int *here = &count[work->columns->column[v]];

      *here += 1;
      most = MAX (most, *here);
    }
  work->options.y1 = work->options.y0 + MAX (MIN_HEIGHT, HEIGHT_PER_NODE * most);
}

static gboolean
has_turns (const Work *work)
{
  for (int i = 0; i < shanhai_flow_graph_get_n_links (work->graph); i++)
    if (work->columns->course[i] != SHANHAI_FLOW_COURSE_FORWARD)
      return TRUE;
  return FALSE;
}

static void
choose_widths (Work                       *work,
               const ShanhaiFlowLabelSize *labels)
{
  double width = work->options.x1 - work->options.x0, left = 0, right = 0;
  int    n = work->columns->n_columns;

  if (labels != NULL)
    shanhai_flow_labels_reserve (work->columns, work->routes->n_nodes, labels, width, &left, &right);
  work->margin = has_turns (work) ? MIN (TURN_MARGIN, 0.05 * width) : 0;
  left += work->margin;
  right += work->margin;

  /* with hundreds of columns a node may take half of its column's share */
  work->node_width = MIN (work->options.node_width, (width - left - right) / MAX (2 * n - 1, 1));
  work->left = work->options.x0 + left;
  work->step = n > 1 ? (width - left - right - work->node_width) / (n - 1) : 0;
}

static double
get_x (const Work *work,
       int         column)
{
  return work->left + work->step * column;
}

static void
write_boxes (const Work     *work,
             ShanhaiFlowBox *boxes)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n = work->routes->n_nodes;
  g_autofree double     *in = g_new (double, n + 1);
  g_autofree double     *out = g_new (double, n + 1);
  g_autofree gboolean   *goes_on = g_new0 (gboolean, n + 1);

  shanhai_flow_graph_sum (work->graph, in, out);
  for (int i = 0; i < shanhai_flow_graph_get_n_links (work->graph); i++)
    if (work->columns->course[i] == SHANHAI_FLOW_COURSE_FORWARD && links[i].value > 0)
      goes_on[links[i].source] = TRUE;

  for (int v = 0; v < n; v++)
    {
      ShanhaiFlowBox *box = &boxes[v];
      double          scale = work->place->scale / work->unit;

      box->column = work->columns->column[v];
      box->x0 = get_x (work, box->column);
      box->x1 = box->x0 + work->node_width;
      box->value = MAX (in[v], out[v]);
      box->y0 = work->place->y[v];
      box->y1 = box->y0 + work->routes->size[v] * work->place->scale;
      if (!goes_on[v] || in[v] - out[v] <= 1e-9 * in[v])
        continue;
      box->stub = in[v] - out[v];
      box->stub_y0 = box->y0 + out[v] * scale;
      box->stub_y1 = box->y1;
    }
}

/* Ends and width of every band, and how many pieces each will have. */
static int
write_ends (const Work           *work,
            const ShanhaiFlowBox *boxes,
            ShanhaiFlowBand      *bands)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  int                    n = shanhai_flow_graph_get_n_links (work->graph), total = 0;

  for (int i = 0; i < n; i++)
    {
      double size = links[i].value / work->unit;

      bands[i].course = work->columns->course[i];
      bands[i].width = size * work->place->scale;
      bands[i].y0 = boxes[links[i].source].y0 + (work->ports->out_at[i] + size / 2) * work->place->scale;
      bands[i].y1 = boxes[links[i].target].y0 + (work->ports->in_at[i] + size / 2) * work->place->scale;
      bands[i].n_pieces = 5;
    }
  for (int s = 0; s < work->routes->n_strands; s++)
    for (int k = 0; k < work->routes->strands[s].n; k++)
      bands[work->routes->strands[s].first + k].n_pieces = 2 * work->routes->strands[s].n_dummies + 1;
  for (int i = 0; i < n; i++)
    total += bands[i].n_pieces;
  return total;
}

static void
set_piece (ShanhaiFlowPiece *piece,
           double            xa,
           double            ya,
           double            xb,
           double            yb)
{
  piece->xa = xa;
  piece->ya = ya;
  piece->xb = xb;
  piece->yb = yb;
}

/* Around the columns or around the node: right, to the lane's height, back, to the target's height. */
static void
write_detour (ShanhaiFlowPiece     *pieces,
              const ShanhaiFlowBox *from,
              const ShanhaiFlowBox *to,
              double                y0,
              double                y1,
              double                turn_right,
              double                turn_left,
              double                lane)
{
  double right = from->x1 + turn_right, left = to->x0 - turn_left;

  set_piece (&pieces[0], from->x1, y0, right, y0);
  set_piece (&pieces[1], right, y0, right, lane);
  set_piece (&pieces[2], right, lane, left, lane);
  set_piece (&pieces[3], left, lane, left, y1);
  set_piece (&pieces[4], left, y1, to->x0, y1);
}

static void
write_forward (const Work           *work,
               const ShanhaiFlowBox *boxes,
               ShanhaiFlowBand      *bands,
               ShanhaiFlowPiece    **pieces)
{
  for (int s = 0; s < work->routes->n_strands; s++)
    {
      const ShanhaiFlowStrand *strand = &work->routes->strands[s];
      double                   first = work->ports->out_at[strand->first];

      for (int k = 0; k < strand->n; k++)
        {
          int               link = strand->first + k;
          ShanhaiFlowPiece *piece = pieces[link];
          double            within = (work->ports->out_at[link] - first) * work->place->scale + bands[link].width / 2;
          double            x = boxes[strand->source].x1, y = bands[link].y0;

          for (int d = 0; d < strand->n_dummies; d++)
            {
              int    item = strand->dummy + d;
              double next_x = get_x (work, work->routes->column[item]);
              double next_y = work->place->y[item] + within;

              set_piece (piece++, x, y, next_x, next_y);
              x = next_x + work->node_width;
              y = next_y;
              set_piece (piece++, next_x, y, x, y);
            }
          set_piece (piece, x, y, boxes[strand->target].x0, bands[link].y1);
        }
    }
}

static double
get_turn_room (const Work *work)
{
  double gap = work->step - work->node_width;

  return MAX (0, work->columns->n_columns > 1 ? MIN (work->margin, TURN_SHARE * gap) : work->margin);
}

/* Arcs that turn beside the same column lie further out the further out their lanes are; together they keep
 * within the room for turns. */
static void
write_arcs (const Work           *work,
            const ShanhaiFlowBox *boxes,
            ShanhaiFlowBand      *bands,
            ShanhaiFlowPiece    **pieces)
{
  const ShanhaiFlowLink  *links = shanhai_flow_graph_get_links (work->graph);
  const ShanhaiFlowPorts *ports = work->ports;
  double                  scale = work->place->scale, gap = work->place->gap * SHANHAI_FLOW_LANE_GAP;
  double                  room = get_turn_room (work);
  g_autofree double      *above = g_new (double, ports->n_above + 1);
  g_autofree double      *below = g_new (double, ports->n_below + 1);
  double                  y;

  y = work->place->top;
  for (int k = 0; k < ports->n_above; k++)
    {
      above[k] = y - gap - ports->lane_above[k] * scale / 2;
      y -= gap + ports->lane_above[k] * scale;
    }
  y = work->place->bottom;
  for (int k = 0; k < ports->n_below; k++)
    {
      below[k] = y + gap + ports->lane_below[k] * scale / 2;
      y += gap + ports->lane_below[k] * scale;
    }

  for (int a = 0; a < ports->n_arcs; a++)
    {
      const ShanhaiFlowLane *arc = &ports->arcs[a];
      const ShanhaiFlowLink *link = &links[arc->link];
      int                    n = arc->above ? ports->n_above : ports->n_below;
      double                 turn = room * (arc->lane + 1) / (n + 1);

      write_detour (pieces[arc->link], &boxes[link->source], &boxes[link->target],
                    bands[arc->link].y0, bands[arc->link].y1, turn, turn,
                    arc->above ? above[arc->lane] : below[arc->lane]);
    }
}

/* A node's self-loops have its lowest ports; the lowest of all has the innermost loop. */
static void
write_loops (const Work           *work,
             const ShanhaiFlowBox *boxes,
             ShanhaiFlowBand      *bands,
             ShanhaiFlowPiece    **pieces)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (work->graph);
  double                 gap = work->place->loop_gap, room = get_turn_room (work);
  double                 y = 0;
  int                    done = 0;

  for (int i = shanhai_flow_graph_get_n_links (work->graph) - 1; i >= 0; i--)
    {
      const ShanhaiFlowBox *box = &boxes[links[i].source];
      int                   n = work->ports->n_loops[links[i].source];
      double                turn;

      if (work->columns->course[i] != SHANHAI_FLOW_COURSE_LOOP)
        continue;
      if (done == 0)
        y = box->y1;
      turn = room * (done + 1) / (n + 1);
      write_detour (pieces[i], box, box, bands[i].y0, bands[i].y1, turn, turn, y + gap + bands[i].width / 2);
      y += gap + bands[i].width;
      done = (done + 1) % n;
    }
}

/* From the sorted graph's order to the caller's. */
static void
write_down (ShanhaiFlowLayout *self,
            const Work        *work,
            const int         *node_from,
            const int         *link_from)
{
  g_autofree ShanhaiFlowBox    *boxes = g_new0 (ShanhaiFlowBox, self->n_nodes + 1);
  g_autofree ShanhaiFlowBand   *bands = g_new0 (ShanhaiFlowBand, self->n_links + 1);
  g_autofree ShanhaiFlowPiece **pieces = g_new (ShanhaiFlowPiece *, self->n_links + 1);
  ShanhaiFlowPiece             *next;

  write_boxes (work, boxes);
  if (work->options.labels != NULL)
    {
      ShanhaiFlowOptions inside = work->options;

      inside.x0 += 1;
      inside.x1 -= 1;
      shanhai_flow_labels_place (boxes, self->n_nodes, work->options.labels, &inside);
    }

  self->pieces = next = g_new (ShanhaiFlowPiece, write_ends (work, boxes, bands) + 1);
  for (int i = 0; i < self->n_links; i++)
    {
      pieces[i] = next;
      bands[i].pieces = next;
      next += bands[i].n_pieces;
    }
  write_forward (work, boxes, bands, pieces);
  write_arcs (work, boxes, bands, pieces);
  write_loops (work, boxes, bands, pieces);

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
  g_auto (Work)                    work = { 0, };
  g_autofree int                  *node_from = NULL;
  g_autofree int                  *link_from = NULL;
  g_autofree ShanhaiFlowLabelSize *labels = NULL;
  g_autofree double               *label_height = NULL;

  work.graph = shanhai_flow_graph_new_sorted (graph, &node_from, &link_from);
  work.unit = find_unit (work.graph);
  work.options = *options;
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
      work.options.labels = labels;
    }

  self->crossings = choose_routes (&work);
  choose_height (&work);
  choose_widths (&work, labels);
  work.ports = shanhai_flow_ports_new (work.graph, work.columns, work.routes, work.unit);
  work.place = shanhai_flow_place_new (work.routes, work.ports, work.options.y0, work.options.y1,
                                       work.options.node_padding, label_height);

  self->x0 = work.options.x0;
  self->y0 = work.options.y0;
  self->x1 = work.options.x1;
  self->y1 = work.options.y1;
  self->n_columns = work.columns->n_columns;
  self->stages = g_steal_pointer (&work.columns->stage);
  self->scale = work.place->scale / work.unit;
  self->boxes = g_new (ShanhaiFlowBox, self->n_nodes + 1);
  self->bands = g_new (ShanhaiFlowBand, self->n_links + 1);
  write_down (self, &work, node_from, link_from);
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
