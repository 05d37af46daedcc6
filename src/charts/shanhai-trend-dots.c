/* shanhai-trend-dots.c - the lines of a trend chart, its markers and the signs of their qualifiers. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A solid line only joins figures of neighbouring years that were both reported. A year without a figure is bridged by a thin dashed line; what is planned
 * has long dashes; a target stands alone as a short bar. */

#include <math.h>

#include "shanhai-trend-private.h"

#define CAP 4.0  /* half the width of a whisker's end, px */

/* figures of 2018 and 2019 are neighbours, wherever in their years they stand */
bool
shanhai_trend_is_gap (const ShanhaiTrendPoint *before,
                      const ShanhaiTrendPoint *after)
{
  return after->position - before->position > 1 + 1e-6
         && ceil (after->position - 1e-6) - 1 >= floor (before->position + 1e-6) + 1;
}

const TrendDot *
shanhai_trend_get_next (const TrendLine *line,
                        guint            index)
{
  for (guint i = index + 1; i < line->n; i++)
    if (line->dots[i].joined)
      return &line->dots[i];

  return NULL;
}

TrendDot *
shanhai_trend_get_last (const TrendLine *line)
{
  for (guint i = line->n; i > 0; i--)
    if (line->dots[i - 1].joined)
      return &line->dots[i - 1];

  return line->n > 0 ? &line->dots[line->n - 1] : NULL;
}

/* +1: the true value lies higher, so the tick goes up; −1: lower */
static int
get_tick (const ShanhaiTrendPoint *point)
{
  switch (point->qualifier)
    {
    case SHANHAI_QUALIFIER_OVER:
    case SHANHAI_QUALIFIER_AT_LEAST:
      return 1;

    case SHANHAI_QUALIFIER_NEARLY:
    case SHANHAI_QUALIFIER_AT_MOST:
      return -1;

    case SHANHAI_QUALIFIER_EXACT:
    case SHANHAI_QUALIFIER_ABOUT:
    default:
      return 0;
    }
}

static double
get_tick_length (const Trend *self)
{
  return self->radius + 7 * self->unit;
}

bool
shanhai_trend_has_whisker (const ShanhaiTrendPoint *point)
{
  return point->has_interval && isfinite (point->lo) && isfinite (point->hi) && fabs (point->lo) <= SHANHAI_TREND_LARGEST
         && fabs (point->hi) <= SHANHAI_TREND_LARGEST;
}

double
shanhai_trend_get_reach (const Trend             *self,
                         const ShanhaiTrendPoint *point)
{
  return get_tick (point) < 0 ? get_tick_length (self) : 0;
}

/* Where many years are crowded, a plain figure on a line needs no marker of its own. */
static bool
has_marker (const Trend     *self,
            const TrendLine *line,
            guint            index)
{
  const TrendDot *dot = &line->dots[index];
  double room = line->n > 1 ? fabs (line->dots[line->n - 1].x - line->dots[0].x) / (line->n - 1) : INFINITY;

  return room >= 4 * self->radius || !dot->joined || index == 0 || index == line->n - 1 || dot->point->planned
         || dot->point->qualifier != SHANHAI_QUALIFIER_EXACT || dot->point->role != SHANHAI_POINT_ACTUAL
         || shanhai_trend_is_gap (line->dots[index - 1].point, dot->point)
         || shanhai_trend_is_gap (dot->point, line->dots[index + 1].point);
}

/**
 * shanhai_trend_keep_clear:
 *
 * Tells the placer where lines, markers and signs are, before the first label looks for room.
 */
void
shanhai_trend_keep_clear (Trend *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      const TrendLine *line = &self->lines[i];

      for (guint k = 0; k < line->n; k++)
        {
          const TrendDot *dot = &line->dots[k];
          const TrendDot *next = dot->joined ? shanhai_trend_get_next (line, k) : NULL;
          double reach = self->radius + (dot->point->role == SHANHAI_POINT_BASELINE ? 4 : 1) * self->unit;
          const ShanhaiBox box = { dot->x - reach, dot->y - reach, 2 * reach, 2 * reach };
          int tick = get_tick (dot->point);

          if (dot->point->role == SHANHAI_POINT_TARGET)
            shanhai_label_placer_add_segment (self->placer, dot->x - 2 * reach, dot->y, dot->x + 2 * reach, dot->y);
          else if (has_marker (self, line, k))
            shanhai_label_placer_add_box (self->placer, &box);
          if (next != NULL)
            shanhai_label_placer_add_segment (self->placer, dot->x, dot->y, next->x, next->y);
          if (tick != 0)
            shanhai_label_placer_add_segment (self->placer, dot->x, dot->y, dot->x,
                                              dot->y - tick * get_tick_length (self));
          if (shanhai_trend_has_whisker (dot->point))
            {
              double lo = shanhai_trend_get_y (self, dot->point->lo), hi = shanhai_trend_get_y (self, dot->point->hi), cap = CAP * self->unit;
              const ShanhaiBox whisker = { dot->x - cap, MIN (lo, hi), 2 * cap, fabs (hi - lo) };

              shanhai_label_placer_add_box (self->placer, &whisker);
            }
        }
    }
}

static double
get_line_width (const Trend     *self,
                const TrendLine *line)
{
  bool grey = line->series->slot < 0 || line->series->slot >= SHANHAI_N_HUES;

  return (grey ? 1.5 : self->n_lines > 12 ? 1.75 : 2.25) * self->unit;
}

static void
add_run (Trend           *self,
         const TrendLine *line,
         const GArray    *run)
{
  const ShanhaiStroke stroke = { line->colour, get_line_width (self, line), SHANHAI_DASH_NONE };

  if (run->len >= 4)
    shanhai_marks_builder_add_line (self->builder, &g_array_index (run, double, 0), run->len / 2, &stroke);
}

/* neighbours as one polyline, so that its corners are round; bridges one by one */
void
shanhai_trend_add_line (Trend           *self,
                        const TrendLine *line)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < line->n; i++)
    {
      const TrendDot *dot = &line->dots[i];
      const TrendDot *next = dot->joined ? shanhai_trend_get_next (line, i) : NULL;
      const double from[] = { dot->x, dot->y };
      bool gap, planned;

      if (!dot->joined)
        continue;

      g_array_append_vals (run, from, 2);
      if (next == NULL)
        break;

      gap = shanhai_trend_is_gap (dot->point, next->point);
      planned = dot->point->planned || next->point->planned;
      if (gap || planned)
        {
          const ShanhaiStroke bridge = {
            line->colour,
            planned ? get_line_width (self, line) : 1.5 * self->unit,
            planned ? SHANHAI_DASH_PLANNED : SHANHAI_DASH_NO_DATA,
          };

          add_run (self, line, run);
          g_array_set_size (run, 0);
          shanhai_marks_builder_add_segment (self->builder, dot->x, dot->y, next->x, next->y, &bridge);
        }
    }

  add_run (self, line, run);
}

/* an arrow without a head's filling: the value goes on in this direction */
static void
add_tick (Trend           *self,
          const TrendLine *line,
          const TrendDot  *dot,
          int              direction)
{
  const ShanhaiStroke stroke = { line->colour, 1.5 * self->unit, SHANHAI_DASH_NONE };
  double end = dot->y - direction * get_tick_length (self);
  double wing = 3 * self->unit;
  const double head[] = { dot->x - wing, end + direction * wing, dot->x, end, dot->x + wing, end + direction * wing };

  shanhai_marks_builder_add_segment (self->builder, dot->x, dot->y, dot->x, end, &stroke);
  shanhai_marks_builder_add_line (self->builder, head, 3, &stroke);
}

static void
add_whisker (Trend           *self,
             const TrendLine *line,
             const TrendDot  *dot)
{
  const ShanhaiStroke stroke = { line->colour, 1.25 * self->unit, SHANHAI_DASH_NONE };
  double lo = shanhai_trend_get_y (self, dot->point->lo), hi = shanhai_trend_get_y (self, dot->point->hi);
  double cap = CAP * self->unit;

  shanhai_marks_builder_add_segment (self->builder, dot->x, lo, dot->x, hi, &stroke);
  shanhai_marks_builder_add_segment (self->builder, dot->x - cap, lo, dot->x + cap, lo, &stroke);
  shanhai_marks_builder_add_segment (self->builder, dot->x - cap, hi, dot->x + cap, hi, &stroke);
}

static void
add_dot (Trend           *self,
         const TrendLine *line,
         guint            index)
{
  const TrendDot *dot = &line->dots[index];
  const ShanhaiTrendPoint *point = dot->point;
  bool hollow = point->planned || point->qualifier == SHANHAI_QUALIFIER_ABOUT;
  const ShanhaiFill fill = {
    .colour = line->colour,
    .texture = hollow ? SHANHAI_TEXTURE_HOLLOW : SHANHAI_TEXTURE_PLAIN,
  };
  const ShanhaiBox spot = {
    dot->x - self->radius, dot->y - self->radius, 2 * self->radius, 2 * self->radius,
  };

  if (shanhai_trend_has_whisker (point))
    add_whisker (self, line, dot);
  if (get_tick (point) != 0)
    add_tick (self, line, dot, get_tick (point));

  if (point->role == SHANHAI_POINT_TARGET)
    {
      const ShanhaiStroke bar = { line->colour, 3 * self->unit, SHANHAI_DASH_NONE };
      double half = 2 * self->radius;

      shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_MARK);
      shanhai_marks_builder_add_segment (self->builder, dot->x - half, dot->y, dot->x + half, dot->y, &bar);
      shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_AUTO);
      return;
    }

  if (point->role == SHANHAI_POINT_BASELINE)
    {
      const ShanhaiFill ring = { .colour = line->colour, .texture = SHANHAI_TEXTURE_HOLLOW };

      shanhai_marks_builder_add_marker (self->builder, SHANHAI_MARKER_CIRCLE, dot->x, dot->y,
                                        self->radius + 3 * self->unit, &ring);
    }
  if (has_marker (self, line, index))
    shanhai_marks_builder_add_marker (self->builder, line->marker, dot->x, dot->y, self->radius, &fill);
  else
    shanhai_marks_builder_add_hit_box (self->builder, &spot);
}

void
shanhai_trend_add_dots (Trend           *self,
                        const TrendLine *line)
{
  for (guint i = 0; i < line->n; i++)
    {
      shanhai_marks_builder_begin_datum (self->builder, line->dots[i].point->key, NULL, NULL, NULL);
      add_dot (self, line, i);
      shanhai_marks_builder_end_datum (self->builder);
    }
}
