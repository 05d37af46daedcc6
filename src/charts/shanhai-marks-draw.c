/* shanhai-marks-draw.c - drawing marks with Cairo, the same on every surface. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing looks at marks only, never at the numbers behind them. When something is highlighted, each datum is lit, related to a lit one (its series,
 * its siblings) or dimmed; what belongs to no datum stays as it is. */

#include "shanhai-marks-private.h"

#include <math.h>

typedef enum
{
  STATE_NORMAL,
  STATE_LIT,
  STATE_DIMMED,
} State;

#define DIMMED_OPACITY 0.22
#define DIMMED_TEXT_OPACITY 0.40
#define HATCH_STEP 6.0
#define HALO 3.0

static void
set_colour (cairo_t       *cr,
            ShanhaiColour  colour,
            double         opacity)
{
  cairo_set_source_rgba (cr,
                         (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0,
                         (colour & 0xff) / 255.0,
                         opacity);
}

/* ---- states --------------------------------------------------------------------------------- */

/* (transfer full) (nullable): a state for each datum; NULL when nothing in this chart is highlighted */
static State *
find_states (const ShanhaiMarks *self,
             const char * const *highlighted)
{
  g_autofree bool *lit = NULL, *groups = NULL;
  State *states;
  guint n = self->data->len;
  bool any = false;

  if (highlighted == NULL || n == 0)
    return NULL;

  lit = g_new0 (bool, n);
  groups = g_new0 (bool, n);
  for (const char * const *key = highlighted; *key != NULL; key++)
    {
      for (guint i = 0; i < n; i++)
        {
          const ShanhaiDatum *datum = &g_array_index (self->data, ShanhaiDatum, i);

          if (g_str_equal (datum->key, *key) || g_strv_contains ((const char * const *) datum->records, *key))
            any = lit[i] = true;
        }
    }
  if (!any)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      int group = g_array_index (self->data, ShanhaiDatum, i).group;

      if (lit[i])
        groups[group >= 0 ? group : (int) i] = true;
    }

  states = g_new0 (State, n);
  for (guint i = 0; i < n; i++)
    {
      int group = g_array_index (self->data, ShanhaiDatum, i).group;

      if (lit[i])
        states[i] = STATE_LIT;
      else if (!groups[i] && (group < 0 || !groups[group]))
        states[i] = STATE_DIMMED;
    }

  return states;
}

/* ---- shapes --------------------------------------------------------------------------------- */

static void
trace_polygon (cairo_t *cr,
               double   x,
               double   y,
               int      n,
               double   outer,
               double   inner,
               double   turn)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < n; i++)
    {
      double radius = i % 2 == 0 ? outer : inner;
      double angle = turn + 2 * G_PI * i / n - G_PI / 2;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* factors make all shapes about as large as the circle */
void
shanhai_mark_trace_marker (const ShanhaiMark *mark,
                           cairo_t           *cr,
                           double             radius)
{
  double x = mark->xy[0], y = mark->xy[1], h;

  switch (mark->marker.shape)
    {
    case SHANHAI_MARKER_SQUARE:
      h = 0.886 * radius;
      cairo_rectangle (cr, x - h, y - h, 2 * h, 2 * h);
      break;

    case SHANHAI_MARKER_DIAMOND:
      trace_polygon (cr, x, y, 4, 1.253 * radius, 1.253 * radius, 0);
      break;

    case SHANHAI_MARKER_TRIANGLE:
      trace_polygon (cr, x, y + 0.15 * radius, 3, 1.45 * radius, 1.45 * radius, 0);
      break;

    case SHANHAI_MARKER_TRIANGLE_DOWN:
      trace_polygon (cr, x, y - 0.15 * radius, 3, 1.45 * radius, 1.45 * radius, G_PI);
      break;

    case SHANHAI_MARKER_PENTAGON:
      trace_polygon (cr, x, y, 5, 1.149 * radius, 1.149 * radius, 0);
      break;

    case SHANHAI_MARKER_STAR:
      trace_polygon (cr, x, y, 10, 1.54 * radius, 0.69 * radius, 0);
      break;

    case SHANHAI_MARKER_CROSS:
      h = 1.19 * radius;
      {
        double t = h / 2.4;
        const double xy[] = { -t, -h, t, -h, t, -t, h, -t, h, t, t, t, t, h, -t, h, -t, t, -h, t, -h, -t, -t, -t };

        cairo_new_sub_path (cr);
        for (guint i = 0; i < G_N_ELEMENTS (xy); i += 2)
          cairo_line_to (cr, x + xy[i], y + xy[i + 1]);
        cairo_close_path (cr);
      }
      break;

    case SHANHAI_MARKER_CIRCLE:
    case SHANHAI_N_MARKERS:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

static void
trace_points (const ShanhaiMark *mark,
              cairo_t           *cr)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < mark->n; i += 2)
    cairo_line_to (cr, mark->xy[i], mark->xy[i + 1]);
}

static void
trace_centre (const ShanhaiMark *mark,
              cairo_t           *cr)
{
  cairo_move_to (cr, mark->xy[0], mark->xy[1]);
  for (guint i = 0; i < mark->n; i += 8)
    cairo_curve_to (cr, mark->xy[i + 2], mark->xy[i + 3], mark->xy[i + 4], mark->xy[i + 5], mark->xy[i + 6],
                    mark->xy[i + 7]);
}

/* the upper edge forwards, the lower one back */
static void
trace_band (const ShanhaiMark *mark,
            cairo_t           *cr)
{
  double half = mark->band.thickness / 2;
  const double *p = mark->xy;

  cairo_move_to (cr, p[0], p[1] - half);
  for (guint i = 0; i < mark->n; i += 8)
    cairo_curve_to (cr, p[i + 2], p[i + 3] - half, p[i + 4], p[i + 5] - half, p[i + 6], p[i + 7] - half);
  cairo_line_to (cr, p[mark->n - 2], p[mark->n - 1] + half);
  for (int i = (int) mark->n - 8; i >= 0; i -= 8)
    cairo_curve_to (cr, p[i + 4], p[i + 5] + half, p[i + 2], p[i + 3] + half, p[i], p[i + 1] + half);
  cairo_close_path (cr);
}

/* ---- filling -------------------------------------------------------------------------------- */

/* Lines run on a grid of the whole page, so that neighbouring hatched marks join. */
static void
hatch (cairo_t          *cr,
       const ShanhaiBox *box,
       ShanhaiColour     colour,
       double            opacity)
{
  double from = floor ((box->x + box->y) / HATCH_STEP) * HATCH_STEP;
  double to = box->x + box->width + box->y + box->height;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  set_colour (cr, colour, 0.14 * opacity);
  cairo_fill (cr);
  for (double sum = from; sum <= to; sum += HATCH_STEP)
    {
      cairo_move_to (cr, sum - box->y + 1, box->y - 1);
      cairo_line_to (cr, sum - box->y - box->height - 1, box->y + box->height + 1);
    }
  set_colour (cr, colour, 0.75 * opacity);
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* fills or outlines the current path */
static void
fill_path (const ShanhaiMarks *self,
           cairo_t            *cr,
           const ShanhaiMark  *mark,
           double              opacity,
           bool                lit)
{
  const ShanhaiFill *fill = &mark->fill;
  double strength = opacity * (lit ? MIN (1, fill->opacity + 0.25) : fill->opacity);
  cairo_path_t *outline = NULL;

  if (lit)
    outline = cairo_copy_path (cr);

  switch (fill->texture)
    {
    case SHANHAI_TEXTURE_HATCHED:
      hatch (cr, &mark->box, fill->colour, strength);
      break;

    case SHANHAI_TEXTURE_HOLLOW:
      set_colour (cr, fill->colour, strength);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      break;

    case SHANHAI_TEXTURE_PLAIN:
    default:
      set_colour (cr, fill->colour, strength);
      cairo_fill (cr);
      break;
    }

  cairo_new_path (cr);
  if (outline != NULL)
    {
      cairo_append_path (cr, outline);
      cairo_path_destroy (outline);
      set_colour (cr, shanhai_palette_get_ink (self->theme, SHANHAI_INK_TEXT), 1);
      cairo_set_line_width (cr, 1.25);
      cairo_stroke (cr);
    }
}

static void
draw_band (const ShanhaiMarks *self,
           cairo_t            *cr,
           const ShanhaiMark  *mark,
           double              opacity,
           bool                lit)
{
  static const double dashes[] = { 4, 3 };

  if (mark->band.shape == SHANHAI_BAND_VERTICAL)
    {
      trace_band (mark, cr);
      fill_path (self, cr, mark, opacity, lit);
      return;
    }

  trace_centre (mark, cr);
  set_colour (cr, mark->fill.colour, opacity * (lit ? 1 : mark->fill.opacity));
  cairo_set_line_width (cr, mark->band.thickness);
  if (mark->fill.texture != SHANHAI_TEXTURE_PLAIN)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
}

static void
draw_line (cairo_t           *cr,
           const ShanhaiMark *mark,
           double             opacity,
           bool               lit)
{
  static const double no_data[] = { 2, 4 };
  static const double planned[] = { 8, 4 };

  trace_points (mark, cr);
  set_colour (cr, mark->stroke.colour, opacity);
  cairo_set_line_width (cr, mark->stroke.width * (lit ? 1.6 : 1));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (mark->stroke.dash == SHANHAI_DASH_NO_DATA)
    cairo_set_dash (cr, no_data, 2, 0);
  else if (mark->stroke.dash == SHANHAI_DASH_PLANNED)
    cairo_set_dash (cr, planned, 2, 0);
  else
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

/* A rim of background keeps markers apart from lines that run under them. */
static void
draw_marker (const ShanhaiMarks *self,
             cairo_t            *cr,
             const ShanhaiMark  *mark,
             double              opacity,
             bool                lit)
{
  ShanhaiColour background = shanhai_palette_get_ink (self->theme, SHANHAI_INK_BACKGROUND);
  double radius = mark->marker.radius;
  bool hollow = mark->fill.texture != SHANHAI_TEXTURE_PLAIN;

  if (lit)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, mark->xy[0], mark->xy[1], radius + 5, 0, 2 * G_PI);
      set_colour (cr, background, 0.9);
      cairo_fill_preserve (cr);
      set_colour (cr, mark->fill.colour, 1);
      cairo_set_line_width (cr, 1.75);
      cairo_stroke (cr);
    }

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  shanhai_mark_trace_marker (mark, cr, radius);
  set_colour (cr, background, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  if (hollow)
    {
      cairo_fill (cr);
      shanhai_mark_trace_marker (mark, cr, radius - 0.4);
      set_colour (cr, mark->fill.colour, opacity);
      cairo_set_line_width (cr, 1.75);
      cairo_stroke (cr);
    }
  else
    {
      set_colour (cr, mark->fill.colour, opacity * mark->fill.opacity);
      cairo_fill (cr);
    }
}

static void
draw_text (const ShanhaiMarks *self,
           cairo_t            *cr,
           const ShanhaiMark  *mark,
           double              opacity)
{
  ShanhaiTextStyle style = shanhai_marks_get_text_style (self, mark);

  if (mark->text.look.halo)
    {
      shanhai_text_layout_path (cr, mark->text.string, &style, mark->xy[0], mark->xy[1]);
      set_colour (cr, shanhai_palette_get_ink (self->theme, SHANHAI_INK_BACKGROUND), 1);
      cairo_set_line_width (cr, HALO);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }

  set_colour (cr, mark->text.look.colour, opacity);
  shanhai_text_layout_show (cr, mark->text.string, &style, mark->xy[0], mark->xy[1]);
}

static void
draw_mark (const ShanhaiMarks *self,
           cairo_t            *cr,
           const ShanhaiMark  *mark,
           State               state)
{
  double opacity = state == STATE_DIMMED ? DIMMED_OPACITY : 1;
  bool lit = state == STATE_LIT;

  cairo_save (cr);
  cairo_new_path (cr);

  switch (mark->kind)
    {
    case SHANHAI_MARK_RECT:
      cairo_rectangle (cr, mark->box.x, mark->box.y, mark->box.width, mark->box.height);
      fill_path (self, cr, mark, opacity, lit);
      break;

    case SHANHAI_MARK_AREA:
      trace_points (mark, cr);
      cairo_close_path (cr);
      fill_path (self, cr, mark, opacity, lit);
      break;

    case SHANHAI_MARK_LINE:
      draw_line (cr, mark, opacity, lit);
      break;

    case SHANHAI_MARK_BAND:
      draw_band (self, cr, mark, opacity, lit);
      break;

    case SHANHAI_MARK_MARKER:
      draw_marker (self, cr, mark, opacity, lit);
      break;

    case SHANHAI_MARK_TEXT:
      draw_text (self, cr, mark, state == STATE_DIMMED ? DIMMED_TEXT_OPACITY : 1);
      break;

    case SHANHAI_MARK_HIT:
    default:
      break;
    }

  cairo_restore (cr);
}

void
shanhai_marks_draw_parts (const ShanhaiMarks *self,
                          cairo_t            *cr,
                          const char * const *highlighted,
                          bool                with_texts)
{
  g_autofree State *states = find_states (self, highlighted);

  cairo_save (cr);
  set_colour (cr, shanhai_palette_get_ink (self->theme, SHANHAI_INK_BACKGROUND), 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (self->marks, ShanhaiMark, i);
      State state = states != NULL && mark->datum >= 0 ? states[mark->datum] : STATE_NORMAL;

      if (mark->kind != SHANHAI_MARK_TEXT || with_texts)
        draw_mark (self, cr, mark, state);
    }

  cairo_restore (cr);
}

void
shanhai_marks_draw (const ShanhaiMarks *self,
                    cairo_t            *cr,
                    const char * const *highlighted)
{
  shanhai_marks_draw_parts (self, cr, highlighted, true);
}
