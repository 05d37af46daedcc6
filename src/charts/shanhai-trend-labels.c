/* shanhai-trend-labels.c - values beside their figures, and the names of gaps. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The label at the end of each line is there already. Of the others the first figures come first, then the extremes, then the rest, as far as there is
 * room: a label that would touch anything stays away; its value is still in the tip and in the description. */

#include <math.h>

#include "shanhai-trend-private.h"

/* up to this many lines all values are tried; up to the second number only the first ones and the extremes */
#define ALL_VALUES 3
#define SOME_VALUES 8
#define PADDING 2.0
#define MAX_NAMED_GAPS 6

typedef struct
{
  double dx, dy;  /* −1, 0, 1 */
} Side;

static const Side over[] = { { 0, -1 }, { 1, -1 }, { -1, -1 }, { 0, 1 }, { 1, 1 }, { -1, 1 }, { 1, 0 }, { -1, 0 } };
static const Side under[] = { { 0, 1 }, { 1, 1 }, { -1, 1 }, { 0, -1 }, { 1, -1 }, { -1, -1 }, { 1, 0 }, { -1, 0 } };

/* a figure that both neighbours overtop has its label below */
static bool
is_trough (const TrendLine *line,
           guint            index)
{
  bool before = index == 0 || line->dots[index - 1].y < line->dots[index].y;
  bool after = index == line->n - 1 || line->dots[index + 1].y < line->dots[index].y;

  return line->n > 1 && before && after;
}

static void
add_value (Trend     *self,
           TrendLine *line,
           guint      index)
{
  TrendDot *dot = &line->dots[index];
  g_autofree char *label = NULL;
  ShanhaiTextLook look;
  const Side *sides = is_trough (line, index) ? under : over;
  double ring = dot->point->role == SHANHAI_POINT_BASELINE ? 4 : 1;
  double d = self->radius + (ring + 3) * self->unit;

  if (dot->labelled)
    return;

  label = shanhai_trend_format_label (self, dot->point);
  look = shanhai_trend_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, line->text_colour);
  look.bold = true;
  look.halo = true;

  for (guint i = 0; i < G_N_ELEMENTS (over); i++)
    {
      /* beside and over: nearer, for the corner is what comes near the marker */
      double reach = sides[i].dx != 0 && sides[i].dy != 0 ? 0.3 : 1;
      double x = dot->x + sides[i].dx * d;
      double y = dot->y + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size;
      ShanhaiBox box;

      look.anchor = sides[i].dx > 0 ? SHANHAI_ANCHOR_START : sides[i].dx < 0 ? SHANHAI_ANCHOR_END : SHANHAI_ANCHOR_MIDDLE;
      y += sides[i].dy * (d * reach + (SHANHAI_TEXT_ASCENT + SHANHAI_TEXT_DESCENT) / 2 * look.size);
      box = shanhai_marks_builder_measure (self->builder, label, x, y, &look);
      /* left of the plot and under it stand the axes' numbers */
      if (box.x < self->plot.x || box.y + box.height > self->plot.y + self->plot.height
          || !shanhai_label_placer_is_free (self->placer, &box, PADDING))
        continue;

      shanhai_marks_builder_begin_datum (self->builder, dot->point->key, NULL, NULL, NULL);
      shanhai_trend_add_text (self, label, x, y, &look);
      shanhai_marks_builder_end_datum (self->builder);
      dot->labelled = true;
      return;
    }
}

void
shanhai_trend_add_values (Trend *self)
{
  if (self->n_lines > SOME_VALUES)
    return;

  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].n > 0)
      add_value (self, &self->lines[i], 0);
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].n > 0)
      {
        add_value (self, &self->lines[i], shanhai_trend_find_extreme (&self->lines[i], 1));
        add_value (self, &self->lines[i], shanhai_trend_find_extreme (&self->lines[i], -1));
      }

  /* where markers touch each other no label finds room */
  if (self->n_lines > ALL_VALUES || self->n_dots * 2 * self->radius > self->plot.width)
    return;
  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      add_value (self, &self->lines[i], k);
}

/* ---- gaps ----------------------------------------------------------------------------------- */

/* a line through a text reads like a line through what it says */
static bool
is_on_grid (const Trend      *self,
            const ShanhaiBox *box)
{
  for (int i = 0; i < self->value_ticks.n; i++)
    {
      double y = shanhai_trend_get_y (self, shanhai_ticks_get_nth (&self->value_ticks, i));

      if (y > box->y - PADDING && y < box->y + box->height + PADDING)
        return true;
    }
  return false;
}

/* the axis is darker than the grid, and under it are the years */
static bool
is_on_axis (const Trend      *self,
            const ShanhaiBox *box)
{
  return box->y + box->height + PADDING > self->plot.y + self->plot.height;
}

/* the text as near to the middle of the dashed line as it can stand: over it, under it, at its sides */
static bool
try_gap_name (Trend                 *self,
              const char            *text,
              const TrendDot        *a,
              const TrendDot        *b,
              bool                   on_grid,
              const ShanhaiTextLook *look)
{
  const ShanhaiBox size = shanhai_marks_builder_measure (self->builder, text, 0, 0, look);
  double slope = (b->y - a->y) / MAX (b->x - a->x, 1e-9);
  double rise = fabs (slope) * size.width / 2, run = fabs (slope) > 1e-9 ? size.height / 2 / fabs (slope) : INFINITY;
  double clear = 7 * self->unit;

  if (size.width + 4 * self->radius > b->x - a->x)
    return false;

  for (int i = 0; i < 5; i++)
    {
      static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7 };
      double x = a->x + (b->x - a->x) * shares[i], y = a->y + (b->y - a->y) * shares[i];
      /* of a steep line the side is nearer, of a flat one the top */
      double dx = run + size.width / 2 + clear, dy = rise + size.height / 2 + clear;
      const double xs[] = { x, x, x + dx, x - dx };
      const double ys[] = { y - dy, y + dy, y, y };
      int first = dx < dy ? 2 : 0;

      for (int k = 0; k < 4; k++)
        {
          int side = (first + k) % 4;
          const ShanhaiBox box = { xs[side] - size.width / 2, ys[side] - size.height / 2, size.width, size.height };

          if (!isfinite (box.x) || !shanhai_label_placer_is_free (self->placer, &box, PADDING))
            continue;
          if (is_on_axis (self, &box) || (!on_grid && is_on_grid (self, &box)))
            continue;
          shanhai_trend_add_text (self, text, box.x, box.y + SHANHAI_TEXT_ASCENT * look->size, look);
          return true;
        }
    }

  return false;
}

static bool
add_gap_name (Trend          *self,
              const TrendDot *a,
              const TrendDot *b)
{
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_NOTE, SHANHAI_SIZE_TICK,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));
  g_autofree char *with_years = shanhai_trend_format_gap (self, a->point, b->point);

  look.halo = true;
  /* Translators: in a gap of a line, or in the key behind a dashed line */
  return try_gap_name (self, with_years, a, b, false, &look)
         || try_gap_name (self, with_years, a, b, true, &look)
         || try_gap_name (self, shanhai_words_get (self->options->words, "no data"), a, b, true, &look);
}

bool
shanhai_trend_add_gap_names (Trend *self)
{
  guint n = 0;
  bool all = true;

  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        const TrendDot *dot = &self->lines[i].dots[k];
        const TrendDot *next = dot->joined ? shanhai_trend_get_next (&self->lines[i], k) : NULL;

        if (next == NULL || next->point->planned || dot->point->planned || !shanhai_trend_is_gap (dot->point, next->point))
          continue;
        n++;
        if (self->n_lines > 2 || n > MAX_NAMED_GAPS || !add_gap_name (self, dot, next))
          all = false;
      }

  return all;
}
