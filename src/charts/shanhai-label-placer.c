/* shanhai-label-placer.c - finds room for labels. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts hold hundreds of obstacles, not millions: they are simply gone through. */

#include "shanhai-label-placer.h"

typedef struct
{
  double x0, y0, x1, y1;
} Segment;

struct _ShanhaiLabelPlacer
{
  ShanhaiBox  bounds;
  GArray     *boxes;     /* of ShanhaiBox */
  GArray     *segments;  /* of Segment */
};

ShanhaiLabelPlacer *
shanhai_label_placer_new (const ShanhaiBox *bounds)
{
  ShanhaiLabelPlacer *self = g_new0 (ShanhaiLabelPlacer, 1);

  self->bounds = *bounds;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (ShanhaiBox));
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  return self;
}

void
shanhai_label_placer_free (ShanhaiLabelPlacer *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->segments);
  g_free (self);
}

void
shanhai_label_placer_add_box (ShanhaiLabelPlacer *self,
                              const ShanhaiBox   *box)
{
  g_array_append_val (self->boxes, *box);
}

void
shanhai_label_placer_add_segment (ShanhaiLabelPlacer *self,
                                  double              x0,
                                  double              y0,
                                  double              x1,
                                  double              y1)
{
  Segment segment = { x0, y0, x1, y1 };

  g_array_append_val (self->segments, segment);
}

/* narrows [from, to], the part of a segment that is left, to where start + t × way lies in [lo, hi] */
static bool
clip (double  start,
      double  way,
      double  lo,
      double  hi,
      double *from,
      double *to)
{
  double a, b;

  if (way == 0)
    return start > lo && start < hi;

  a = (lo - start) / way;
  b = (hi - start) / way;
  *from = MAX (*from, MIN (a, b));
  *to = MIN (*to, MAX (a, b));
  return *from < *to;
}

static bool
crosses (const Segment    *segment,
         const ShanhaiBox *box)
{
  double from = 0, to = 1;

  if (segment->x0 == segment->x1 && segment->y0 == segment->y1)
    return segment->x0 > box->x && segment->x0 < box->x + box->width && segment->y0 > box->y
           && segment->y0 < box->y + box->height;

  return clip (segment->x0, segment->x1 - segment->x0, box->x, box->x + box->width, &from, &to)
         && clip (segment->y0, segment->y1 - segment->y0, box->y, box->y + box->height, &from, &to);
}

static bool
overlap (const ShanhaiBox *a,
         const ShanhaiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

bool
shanhai_label_placer_is_free (const ShanhaiLabelPlacer *self,
                              const ShanhaiBox         *box,
                              double                    padding)
{
  const ShanhaiBox padded = {
    box->x - padding, box->y - padding, box->width + 2 * padding, box->height + 2 * padding,
  };

  if (box->x < self->bounds.x || box->y < self->bounds.y || box->x + box->width > self->bounds.x + self->bounds.width
      || box->y + box->height > self->bounds.y + self->bounds.height)
    return false;

  for (guint i = 0; i < self->boxes->len; i++)
    if (overlap (&padded, &g_array_index (self->boxes, ShanhaiBox, i)))
      return false;
  for (guint i = 0; i < self->segments->len; i++)
    if (crosses (&g_array_index (self->segments, Segment, i), &padded))
      return false;

  return true;
}

bool
shanhai_label_placer_is_clear (const ShanhaiLabelPlacer *self,
                               double                    x0,
                               double                    y0,
                               double                    x1,
                               double                    y1)
{
  const Segment segment = { x0, y0, x1, y1 };

  for (guint i = 0; i < self->boxes->len; i++)
    if (crosses (&segment, &g_array_index (self->boxes, ShanhaiBox, i)))
      return false;

  return true;
}

/* Without the heights of those before it, each label wants a place, and the places must not descend: that is isotonic regression, which pooling
 * neighbours solves; holding the result within the limits keeps it the best one. */
void
shanhai_label_placer_spread (double       *tops,
                             const double *heights,
                             guint         n,
                             double        lo,
                             double        hi)
{
  g_autofree double *means = g_new (double, n + 1);
  g_autofree guint *sizes = g_new (guint, n + 1);
  double total = 0;
  guint n_pools = 0, i = 0;

  for (guint k = 0; k < n; k++)
    {
      means[n_pools] = tops[k] - total;
      sizes[n_pools] = 1;
      n_pools++;
      total += heights[k];
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          guint a = sizes[n_pools - 2], b = sizes[n_pools - 1];

          means[n_pools - 2] = (means[n_pools - 2] * a + means[n_pools - 1] * b) / (a + b);
          sizes[n_pools - 2] = a + b;
          n_pools--;
        }
    }

  total = 0;
  for (guint k = 0; k < n; k++)
    total += heights[k];
  hi = MAX (hi - total, lo);

  total = 0;
  for (guint pool = 0; pool < n_pools; pool++)
    for (guint k = 0; k < sizes[pool]; k++, i++)
      {
        tops[i] = CLAMP (means[pool], lo, hi) + total;
        total += heights[i];
      }
}
