/* shanhai-flow-chart-bands.c - the bands of a flow chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A band has a colour of its own or that of the node it leads to. One under 1 px is drawn 1 px wide, and that is said. */

#include <math.h>

#include "shanhai-flow-chart-private.h"

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

void
shanhai_flow_chart_add_band (FlowDrawing *self,
                             guint        index)
{
  const ShanhaiFlowChartLink *link = self->chart->links->pdata[index];
  const ShanhaiFlowBand *band = &shanhai_flow_layout_get_bands (self->layout)[index];
  const ShanhaiFlowLink *ends = &shanhai_flow_graph_get_links (self->graph)[index];
  const bool forward = band->course == SHANHAI_FLOW_COURSE_FORWARD;
  g_autofree ShanhaiBezier *pieces = g_new (ShanhaiBezier, 2 * (gsize) MAX (band->n_pieces, 1));
  g_autofree char *tip = shanhai_flow_chart_dup_link_tip (self, link);
  const char *own_records[] = { link->key, NULL };
  const int slot = link->slot == SHANHAI_FLOW_SLOT_OF_TARGET ? shanhai_flow_chart_get_node (self, ends->target)->slot : link->slot;
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

void
shanhai_flow_chart_note_thin_bands (FlowDrawing *self)
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
