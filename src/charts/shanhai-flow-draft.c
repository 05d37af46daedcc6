/* shanhai-flow-draft.c - from heights and ports to rectangles and lines. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-flow-draft.h"

/* Share of the gap between two columns that arcs may turn in. */
#define TURN_SHARE 0.45

static double
get_x (const ShanhaiFlowDraft *self,
       int                     column)
{
  return self->left + self->step * column;
}

/**
 * shanhai_flow_draft_write_boxes:
 * @self: a draft with all its steps done
 * @boxes: (out caller-allocates): one box for every node
 *
 * Writes down where the nodes stand; their labels come later.
 */
void
shanhai_flow_draft_write_boxes (const ShanhaiFlowDraft *self,
                                ShanhaiFlowBox         *boxes)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  int                    n = self->routes->n_nodes;
  g_autofree double     *in = g_new (double, n + 1);
  g_autofree double     *out = g_new (double, n + 1);
  g_autofree gboolean   *goes_on = g_new0 (gboolean, n + 1);

  shanhai_flow_graph_sum (self->graph, in, out);
  for (int i = 0; i < shanhai_flow_graph_get_n_links (self->graph); i++)
    if (self->columns->course[i] == SHANHAI_FLOW_COURSE_FORWARD && links[i].value > 0)
      goes_on[links[i].source] = TRUE;

  for (int v = 0; v < n; v++)
    {
      ShanhaiFlowBox *box = &boxes[v];
      double          scale = self->place->scale / self->unit;

      box->column = self->columns->column[v];
      box->x0 = get_x (self, box->column);
      box->x1 = box->x0 + self->node_width;
      box->value = MAX (in[v], out[v]);
      box->y0 = self->place->y[v];
      box->y1 = box->y0 + self->routes->size[v] * self->place->scale;
      if (!goes_on[v] || in[v] - out[v] <= 1e-9 * in[v])
        continue;
      box->stub = in[v] - out[v];
      box->stub_y0 = box->y0 + out[v] * scale;
      box->stub_y1 = box->y1;
    }
}

/**
 * shanhai_flow_draft_write_ends:
 * @self: a draft with all its steps done
 * @boxes: its boxes
 * @bands: (out caller-allocates): one band for every link
 *
 * Writes down ends and width of every band, and how many pieces each will have.
 *
 * Returns: how many pieces all bands will have
 */
int
shanhai_flow_draft_write_ends (const ShanhaiFlowDraft *self,
                               const ShanhaiFlowBox   *boxes,
                               ShanhaiFlowBand        *bands)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  int                    n = shanhai_flow_graph_get_n_links (self->graph), total = 0;

  for (int i = 0; i < n; i++)
    {
      double size = links[i].value / self->unit;

      bands[i].course = self->columns->course[i];
      bands[i].width = size * self->place->scale;
      bands[i].y0 = boxes[links[i].source].y0 + (self->ports->out_at[i] + size / 2) * self->place->scale;
      bands[i].y1 = boxes[links[i].target].y0 + (self->ports->in_at[i] + size / 2) * self->place->scale;
      bands[i].n_pieces = 5;
    }
  for (int s = 0; s < self->routes->n_strands; s++)
    for (int k = 0; k < self->routes->strands[s].n; k++)
      bands[self->routes->strands[s].first + k].n_pieces = 2 * self->routes->strands[s].n_dummies + 1;
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
write_forward (const ShanhaiFlowDraft *self,
               const ShanhaiFlowBox   *boxes,
               const ShanhaiFlowBand  *bands,
               ShanhaiFlowPiece      **pieces)
{
  for (int s = 0; s < self->routes->n_strands; s++)
    {
      const ShanhaiFlowStrand *strand = &self->routes->strands[s];
      double                   first = self->ports->out_at[strand->first];

      for (int k = 0; k < strand->n; k++)
        {
          int               link = strand->first + k;
          ShanhaiFlowPiece *piece = pieces[link];
          double            within = (self->ports->out_at[link] - first) * self->place->scale + bands[link].width / 2;
          double            x = boxes[strand->source].x1, y = bands[link].y0;

          for (int d = 0; d < strand->n_dummies; d++)
            {
              int    item = strand->dummy + d;
              double next_x = get_x (self, self->routes->column[item]);
              double next_y = self->place->y[item] + within;

              set_piece (piece++, x, y, next_x, next_y);
              x = next_x + self->node_width;
              y = next_y;
              set_piece (piece++, next_x, y, x, y);
            }
          set_piece (piece, x, y, boxes[strand->target].x0, bands[link].y1);
        }
    }
}

static double
get_turn_room (const ShanhaiFlowDraft *self)
{
  double gap = self->step - self->node_width;

  return MAX (0, self->columns->n_columns > 1 ? MIN (self->margin, TURN_SHARE * gap) : self->margin);
}

/* Arcs that turn beside the same column lie further out the further out their lanes are; together they keep
 * within the room for turns. */
static void
write_arcs (const ShanhaiFlowDraft *self,
            const ShanhaiFlowBox   *boxes,
            const ShanhaiFlowBand  *bands,
            ShanhaiFlowPiece      **pieces)
{
  const ShanhaiFlowLink  *links = shanhai_flow_graph_get_links (self->graph);
  const ShanhaiFlowPorts *ports = self->ports;
  double                  scale = self->place->scale, gap = self->place->gap * SHANHAI_FLOW_LANE_GAP;
  double                  room = get_turn_room (self);
  g_autofree double      *above = g_new (double, ports->n_above + 1);
  g_autofree double      *below = g_new (double, ports->n_below + 1);
  double                  y;

  y = self->place->top;
  for (int k = 0; k < ports->n_above; k++)
    {
      above[k] = y - gap - ports->lane_above[k] * scale / 2;
      y -= gap + ports->lane_above[k] * scale;
    }
  y = self->place->bottom;
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
write_loops (const ShanhaiFlowDraft *self,
             const ShanhaiFlowBox   *boxes,
             const ShanhaiFlowBand  *bands,
             ShanhaiFlowPiece      **pieces)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (self->graph);
  double                 gap = self->place->loop_gap, room = get_turn_room (self);
  double                 y = 0;
  int                    done = 0;

  for (int i = shanhai_flow_graph_get_n_links (self->graph) - 1; i >= 0; i--)
    {
      const ShanhaiFlowBox *box = &boxes[links[i].source];
      int                   n = self->ports->n_loops[links[i].source];
      double                turn;

      if (self->columns->course[i] != SHANHAI_FLOW_COURSE_LOOP)
        continue;
      if (done == 0)
        y = box->y1;
      turn = room * (done + 1) / (n + 1);
      write_detour (pieces[i], box, box, bands[i].y0, bands[i].y1, turn, turn, y + gap + bands[i].width / 2);
      y += gap + bands[i].width;
      done = (done + 1) % n;
    }
}

/**
 * shanhai_flow_draft_write_lines:
 * @self: a draft with all its steps done
 * @boxes: its boxes
 * @bands: its bands, with their ends
 * @pieces: for every band the room for its pieces
 *
 * Writes down every band's centre line.
 */
void
shanhai_flow_draft_write_lines (const ShanhaiFlowDraft *self,
                                const ShanhaiFlowBox   *boxes,
                                const ShanhaiFlowBand  *bands,
                                ShanhaiFlowPiece      **pieces)
{
  write_forward (self, boxes, bands, pieces);
  write_arcs (self, boxes, bands, pieces);
  write_loops (self, boxes, bands, pieces);
}
