/* shanhai-marks-hit.c - what lies under the pointer, and where a datum is. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves are met as chords, CHORDS a piece: under a tenth of a pixel off at the sizes of charts. */

#include "shanhai-marks-private.h"

#include <math.h>

#define CHORDS 16
#define REACH 6.0

static double
get_box_distance (const ShanhaiBox *box,
                  double            x,
                  double            y)
{
  double dx = MAX (MAX (box->x - x, x - box->x - box->width), 0);
  double dy = MAX (MAX (box->y - y, y - box->y - box->height), 0);

  return hypot (dx, dy);
}

static double
get_segment_distance (double x0,
                      double y0,
                      double x1,
                      double y1,
                      double x,
                      double y)
{
  double dx = x1 - x0, dy = y1 - y0;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / length, 0, 1) : 0;

  return hypot (x - x0 - t * dx, y - y0 - t * dy);
}

static double
get_line_distance (const ShanhaiMark *mark,
                   double             x,
                   double             y)
{
  double best = G_MAXDOUBLE;
  const double *p = mark->xy;

  for (guint i = 0; i + 3 < mark->n; i += 2)
    best = MIN (best, get_segment_distance (p[i], p[i + 1], p[i + 2], p[i + 3], x, y));

  return MAX (best - mark->stroke.width / 2, 0);
}

/* even-odd */
static double
get_area_distance (const ShanhaiMark *mark,
                   double             x,
                   double             y)
{
  double best = G_MAXDOUBLE;
  bool inside = false;
  const double *p = mark->xy;

  for (guint i = 0; i < mark->n; i += 2)
    {
      guint j = (i + 2) % mark->n;

      if ((p[i + 1] > y) != (p[j + 1] > y) && x < p[i] + (y - p[i + 1]) / (p[j + 1] - p[i + 1]) * (p[j] - p[i]))
        inside = !inside;
      best = MIN (best, get_segment_distance (p[i], p[i + 1], p[j], p[j + 1], x, y));
    }

  return inside ? 0 : best;
}

static void
get_bezier_point (const double *p,
                  double        t,
                  double       *x,
                  double       *y)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  *x = a * p[0] + b * p[2] + c * p[4] + d * p[6];
  *y = a * p[1] + b * p[3] + c * p[5] + d * p[7];
}

void
shanhai_mark_get_point (const ShanhaiMark *mark,
                        double             share,
                        double            *x,
                        double            *y)
{
  guint n = mark->n / 8;
  double at = CLAMP (share, 0, 1) * n;
  guint piece = MIN ((guint) at, n - 1);

  g_return_if_fail (mark->kind == SHANHAI_MARK_BAND);

  get_bezier_point (mark->xy + 8 * piece, at - piece, x, y);
}

/* A vertical band is met where the centre line passes over x; across its ends, and for stroked bands, the distance to the centre line counts. */
static double
get_band_distance (const ShanhaiMark *mark,
                   double             x,
                   double             y)
{
  double half = mark->band.thickness / 2;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < mark->n; i += 8)
    {
      double x0 = mark->xy[i], y0 = mark->xy[i + 1];

      for (int k = 1; k <= CHORDS; k++)
        {
          double x1, y1;

          get_bezier_point (mark->xy + i, (double) k / CHORDS, &x1, &y1);
          if (mark->band.shape == SHANHAI_BAND_NORMAL)
            best = MIN (best, get_segment_distance (x0, y0, x1, y1, x, y) - half);
          else if (x >= MIN (x0, x1) && x <= MAX (x0, x1) && x0 != x1)
            best = MIN (best, fabs (y - y0 - (y1 - y0) * (x - x0) / (x1 - x0)) - half);
          x0 = x1;
          y0 = y1;
        }
    }

  return MAX (best, 0);
}

double
shanhai_mark_get_distance (const ShanhaiMark *mark,
                           double             x,
                           double             y)
{
  switch (mark->kind)
    {
    case SHANHAI_MARK_RECT:
    case SHANHAI_MARK_TEXT:
    case SHANHAI_MARK_HIT:
      return get_box_distance (&mark->box, x, y);

    case SHANHAI_MARK_AREA:
      return get_area_distance (mark, x, y);

    case SHANHAI_MARK_LINE:
      return get_line_distance (mark, x, y);

    case SHANHAI_MARK_BAND:
      return get_band_distance (mark, x, y);

    case SHANHAI_MARK_MARKER:
      return MAX (hypot (x - mark->xy[0], y - mark->xy[1]) - mark->marker.radius, 0);

    default:
      return G_MAXDOUBLE;
    }
}

/**
 * shanhai_marks_hit:
 * @self: marks
 * @x: px from the left
 * @y: px from the top
 *
 * The nearest wins; at the same distance what is drawn on top, and a marker near the pointer wins over a line that passes exactly under it.
 *
 * Returns: (nullable): the key of a datum
 */
const char *
shanhai_marks_hit (const ShanhaiMarks *self,
                   double              x,
                   double              y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (self->marks, ShanhaiMark, i);
      double distance;

      if (mark->datum < 0 || get_box_distance (&mark->box, x, y) > REACH)
        continue;

      distance = shanhai_mark_get_distance (mark, x, y);
      if (mark->kind == SHANHAI_MARK_MARKER && distance <= REACH)
        distance = distance / REACH - 1;
      if (distance <= REACH && distance <= best)
        {
          best = distance;
          found = mark->datum;
        }
    }

  return found >= 0 ? g_array_index (self->data, ShanhaiDatum, found).key : NULL;
}

static void
unite (ShanhaiBox       *box,
       const ShanhaiBox *other,
       bool              first)
{
  double x0, y0, x1, y1;

  if (first)
    {
      *box = *other;
      return;
    }

  x0 = MIN (box->x, other->x);
  y0 = MIN (box->y, other->y);
  x1 = MAX (box->x + box->width, other->x + other->width);
  y1 = MAX (box->y + box->height, other->y + other->height);
  *box = (ShanhaiBox) { x0, y0, x1 - x0, y1 - y0 };
}

static guint
find_index (const ShanhaiMarks *self,
            const char         *key)
{
  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key)) : 0;
}

bool
shanhai_marks_get_bounds (const ShanhaiMarks *self,
                          const char         *key,
                          ShanhaiBox         *out)
{
  guint index = find_index (self, key);
  bool found = false;

  for (guint i = 0; index != 0 && i < self->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (self->marks, ShanhaiMark, i);

      if (mark->datum != (int) index - 1)
        continue;
      unite (out, &mark->box, !found);
      found = true;
    }

  return found;
}

/* the marker; else the middle of the band or of the line; else of the box */
bool
shanhai_marks_get_anchor (const ShanhaiMarks *self,
                          const char         *key,
                          double             *x,
                          double             *y)
{
  guint index = find_index (self, key);
  const ShanhaiMark *best = NULL;
  ShanhaiBox box;

  if (!shanhai_marks_get_bounds (self, key, &box))
    return false;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (self->marks, ShanhaiMark, i);

      if (mark->datum == (int) index - 1 && mark->kind == SHANHAI_MARK_MARKER)
        best = mark;
      else if (mark->datum == (int) index - 1 && best == NULL
               && (mark->kind == SHANHAI_MARK_BAND || mark->kind == SHANHAI_MARK_LINE))
        best = mark;
    }

  *x = box.x + box.width / 2;
  *y = box.y + box.height / 2;
  if (best == NULL)
    return true;

  if (best->kind == SHANHAI_MARK_BAND)
    get_bezier_point (best->xy + best->n / 16 * 8, best->n / 8 % 2 == 1 ? 0.5 : 0, x, y);
  else
    {
      guint middle = (best->n / 2) / 2 * 2;

      *x = best->xy[best->kind == SHANHAI_MARK_MARKER ? 0 : middle];
      *y = best->xy[best->kind == SHANHAI_MARK_MARKER ? 1 : middle + 1];
    }

  return true;
}
