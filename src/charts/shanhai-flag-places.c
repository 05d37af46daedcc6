/* shanhai-flag-places.c - where the signs over a chart stand: beside their data, clear of the rest. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a sign goes is decided by what it would cover: each place about the datum has a price, and the cheapest is taken. What lies about a place is found by a
 * grid of squares, each of which knows the marks and signs that reach into it. */

#include "shanhai-flag-places.h"

#include <math.h>

#define GAP 2.0
/* rings of places about a point, and places on each */
#define N_RINGS 3
#define N_AROUND 8
/* so many look for room; the chart is full then, and the rest stand where they belong */
#define MAX_PLACED 200
/* px: a side of a square, a few times that of a sign */
#define SQUARE 32

/* what it costs to cover something; the order of the places decides among equals */
#define COST_OUTSIDE 1e6
#define COST_TEXT 1e4
#define COST_FLAG 1e4
#define COST_OWN_MARKER 900
#define COST_MARKER 400
#define COST_LINE 30
#define COST_SHAPE 20
#define COST_RING 60

/* what a sign of a datum stands beside; either may be NULL */
typedef struct
{
  const ShanhaiMark *marker;
  const ShanhaiMark *shape;  /* a band or a bar */
} Base;

struct _ShanhaiFlagPlaces
{
  const ShanhaiMarks *marks;
  double              radius, reach;  /* of a sign; with the background about it */
  Base               *bases;          /* of all data in one go, for there may be as many signs */
  GArray             *taken;          /* of ShanhaiBox: signs that have their place */
  int                 n_columns, n_rows;
  GArray            **squares;        /* of guint: an index into the marks, or behind them into `taken`; NULL for none */
  GArray             *seen;           /* of guint, by the same index: the number of the look that came upon it last */
  guint               n_looks;
};

typedef struct
{
  double x, y, cost;
} Place;

static bool
meet (const ShanhaiBox *a,
      const ShanhaiBox *b,
      double            gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

/* ---- the grid ------------------------------------------------------------------------------- */

typedef struct
{
  int left, top, right, bottom;  /* squares, all of them inside */
} Range;

/* what lies outside of the chart belongs to the squares at its edge */
static Range
get_range (const ShanhaiFlagPlaces *self,
           const ShanhaiBox        *box)
{
  return (Range) {
    (int) CLAMP (box->x / SQUARE, 0, self->n_columns - 1),
    (int) CLAMP (box->y / SQUARE, 0, self->n_rows - 1),
    (int) CLAMP ((box->x + box->width) / SQUARE, 0, self->n_columns - 1),
    (int) CLAMP ((box->y + box->height) / SQUARE, 0, self->n_rows - 1),
  };
}

static void
add_to_grid (ShanhaiFlagPlaces *self,
             const ShanhaiBox  *box,
             guint              index)
{
  Range range = get_range (self, box);

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GArray **square = &self->squares[row * self->n_columns + column];

        if (*square == NULL)
          *square = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*square, index);
      }
  if (index >= self->seen->len)
    g_array_set_size (self->seen, index + 1);
}

/* ---- what a place costs --------------------------------------------------------------------- */

/* of having one mark under the sign */
static double
get_cost_over (const ShanhaiFlagPlaces *self,
               const ShanhaiMark       *mark,
               int                      datum,
               const ShanhaiBox        *box,
               double                   x,
               double                   y)
{
  if (!meet (&mark->box, box, 1))
    return 0;

  switch (mark->kind)
    {
    case SHANHAI_MARK_TEXT:
      return COST_TEXT;

    case SHANHAI_MARK_MARKER:
      return mark->datum == datum ? COST_OWN_MARKER : COST_MARKER;

    case SHANHAI_MARK_LINE:
      return shanhai_mark_get_distance (mark, x, y) < self->reach ? COST_LINE : 0;

    case SHANHAI_MARK_RECT:
    case SHANHAI_MARK_AREA:
    case SHANHAI_MARK_BAND:
      /* on its own band or bar it belongs */
      return mark->datum != datum && shanhai_mark_get_distance (mark, x, y) < self->reach ? COST_SHAPE : 0;

    case SHANHAI_MARK_HIT:
    default:
      return 0;
    }
}

static ShanhaiBox
get_box (const ShanhaiFlagPlaces *self,
         double                   x,
         double                   y)
{
  return (ShanhaiBox) { x - self->reach, y - self->reach, 2 * self->reach, 2 * self->reach };
}

static double
get_cost_of (ShanhaiFlagPlaces *self,
             guint              index,
             int                datum,
             const ShanhaiBox  *box,
             double             x,
             double             y)
{
  guint *seen = &g_array_index (self->seen, guint, index);

  if (*seen == self->n_looks)
    return 0;
  *seen = self->n_looks;
  if (index >= self->marks->marks->len)
    return meet (box, &g_array_index (self->taken, ShanhaiBox, index - self->marks->marks->len), 0) ? COST_FLAG : 0;

  return get_cost_over (self, &g_array_index (self->marks->marks, ShanhaiMark, index), datum, box, x, y);
}

/* @enough: more than this isn't told */
static double
get_cost (ShanhaiFlagPlaces *self,
          int                datum,
          double             x,
          double             y,
          double             enough)
{
  ShanhaiBox box = get_box (self, x, y), wide = { box.x - 1, box.y - 1, box.width + 2, box.height + 2 };
  Range range = get_range (self, &wide);
  double cost = 0;

  self->n_looks++;
  if (box.x < 0 || box.y < 0 || box.x + box.width > self->marks->width || box.y + box.height > self->marks->height)
    cost += COST_OUTSIDE;
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        const GArray *square = self->squares[row * self->n_columns + column];

        for (guint i = 0; square != NULL && i < square->len && cost < enough; i++)
          cost += get_cost_of (self, g_array_index (square, guint, i), datum, &box, x, y);
      }

  return cost;
}

/* ---- which places there are ----------------------------------------------------------------- */

static void
try_place (ShanhaiFlagPlaces *self,
           int                datum,
           double             x,
           double             y,
           double             extra,
           Place             *best)
{
  double cost;

  if (extra >= best->cost)
    return;
  cost = extra + (self->taken->len < MAX_PLACED ? get_cost (self, datum, x, y, best->cost - extra) : 0);
  if (cost < best->cost)
    *best = (Place) { x, y, cost };
}

/* about a point: up and to the right first, as footnotes stand */
static void
try_around (ShanhaiFlagPlaces *self,
            int                datum,
            double             x,
            double             y,
            double             nearest,
            Place             *best)
{
  static const double turns[N_AROUND] = { 1, 3, 7, 5, 2, 6, 0, 4 };

  for (guint ring = 0; ring < N_RINGS; ring++)
    for (guint i = 0; i < N_AROUND; i++)
      {
        double angle = turns[i] * G_PI / 4;
        double distance = nearest + ring * self->radius;

        try_place (self, datum, x + distance * cos (angle), y - distance * sin (angle), ring * COST_RING + i, best);
      }
}

/* on its band or bar, where that is wide enough to carry it; the middle first */
static void
try_along (ShanhaiFlagPlaces *self,
           int                datum,
           const ShanhaiMark *mark,
           Place             *best)
{
  static const double shares[] = { .5, .4, .6, .3, .7, .2, .8, .1, .9 };
  double room = mark->kind == SHANHAI_MARK_BAND ? mark->band.thickness : mark->box.height;
  double aside = room < 2 * self->reach ? room / 2 + self->radius + GAP : 0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double x = mark->box.x + shares[i] * mark->box.width, y = mark->box.y + mark->box.height / 2;

      if (mark->kind == SHANHAI_MARK_BAND)
        shanhai_mark_get_point (mark, shares[i], &x, &y);
      try_place (self, datum, x, y - aside, i, best);
      if (aside > 0)
        try_place (self, datum, x, y + aside, i + .5, best);
    }
}

/* ---- asking --------------------------------------------------------------------------------- */

static void
add_marks (ShanhaiFlagPlaces *self)
{
  for (guint i = 0; i < self->marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (self->marks->marks, ShanhaiMark, i);

      if (mark->kind != SHANHAI_MARK_HIT && mark->layer != SHANHAI_LAYER_GRID)
        add_to_grid (self, &mark->box, i);
      if (mark->datum < 0)
        continue;
      if (mark->kind == SHANHAI_MARK_MARKER)
        self->bases[mark->datum].marker = mark;
      else if (self->bases[mark->datum].shape == NULL && (mark->kind == SHANHAI_MARK_BAND || mark->kind == SHANHAI_MARK_RECT))
        self->bases[mark->datum].shape = mark;
    }
}

ShanhaiFlagPlaces *
shanhai_flag_places_new (const ShanhaiMarks *marks,
                         double              radius,
                         double              rim)
{
  ShanhaiFlagPlaces *self = g_new0 (ShanhaiFlagPlaces, 1);

  self->marks = marks;
  self->radius = radius;
  self->reach = radius + rim;
  self->bases = g_new0 (Base, marks->data->len + 1);
  self->taken = g_array_new (FALSE, FALSE, sizeof (ShanhaiBox));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint));
  self->n_columns = MAX (1, (int) ceil (marks->width / SQUARE));
  self->n_rows = MAX (1, (int) ceil (marks->height / SQUARE));
  self->squares = g_new0 (GArray *, self->n_columns * self->n_rows);
  add_marks (self);

  return self;
}

void
shanhai_flag_places_free (ShanhaiFlagPlaces *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->squares[i], g_array_unref);
  g_free (self->squares);
  g_array_unref (self->seen);
  g_array_unref (self->taken);
  g_free (self->bases);
  g_free (self);
}

bool
shanhai_flag_places_take (ShanhaiFlagPlaces *self,
                          int                datum,
                          double            *x,
                          double            *y)
{
  const ShanhaiMark *marker = self->bases[datum].marker, *shape = self->bases[datum].shape;
  Place best = { 0, 0, G_MAXDOUBLE };
  ShanhaiBox box;

  if (marker == NULL && shape != NULL)
    try_along (self, datum, shape, &best);
  else
    {
      double at_x, at_y;

      if (marker != NULL)
        {
          at_x = marker->xy[0];
          at_y = marker->xy[1];
        }
      else if (!shanhai_marks_get_anchor (self->marks, g_array_index (self->marks->data, ShanhaiDatum, datum).key, &at_x, &at_y))
        return false;
      try_around (self, datum, at_x, at_y, (marker != NULL ? 1.2 * marker->marker.radius : 0) + self->radius + GAP, &best);
      /* rather over its own marker than over a text */
      try_place (self, datum, at_x, at_y, N_RINGS * COST_RING, &best);
    }
  *x = best.x;
  *y = best.y;
  box = get_box (self, best.x, best.y);
  g_array_append_val (self->taken, box);
  add_to_grid (self, &box, self->marks->marks->len + self->taken->len - 1);

  return true;
}
