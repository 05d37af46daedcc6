/* shanhai-trend-axes.c - the scales of a trend chart, its grid and ticks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plot is what the labels leave: its left edge depends on the widest tick, its right edge on the widest name. */

#include <math.h>

#include "shanhai-trend-private.h"

/* ---- scales --------------------------------------------------------------------------------- */

/* no tick below zero where nothing is, nor over a hundred per cent */
static void
trim_ticks (Trend  *self,
            double  lo,
            double  hi)
{
  ShanhaiTicks *ticks = &self->value_ticks;

  while (ticks->n > 1 && lo >= 0 && shanhai_ticks_get_nth (ticks, 0) < 0)
    {
      ticks->first += ticks->step;
      ticks->n--;
    }
  /* an axis that doesn't start at zero starts at a number that can be told */
  if (self->chart->cut_baseline && lo > 0 && ticks->n > 1 && ticks->first > lo)
    {
      double last = shanhai_ticks_get_nth (ticks, ticks->n - 1);

      if (ticks->n == SHANHAI_MAX_TICKS)
        ticks->step *= 2;
      ticks->first = floor (lo / ticks->step) * ticks->step;
      ticks->n = (int) floor ((last - ticks->first) / ticks->step + 1e-9) + 1;
    }
  while (ticks->n > 1 && self->chart->is_percent && hi <= 100 && shanhai_ticks_get_nth (ticks, ticks->n - 1) > 100)
    ticks->n--;
}

static void
scale_values (Trend *self)
{
  double lo = INFINITY, hi = -INFINITY;
  double size = shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_TICK);

  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        const ShanhaiTrendPoint *point = self->lines[i].dots[k].point;

        lo = MIN (lo, point->value);
        hi = MAX (hi, point->value);
        if (shanhai_trend_has_whisker (point))
          {
            lo = MIN (lo, MIN (point->lo, point->hi));
            hi = MAX (hi, MAX (point->lo, point->hi));
          }
      }

  if (!self->chart->cut_baseline)
    {
      lo = MIN (lo, 0);
      hi = MAX (hi, 0);
    }
  else if (lo == hi)
    {
      lo -= fabs (lo) * 0.1;
      hi += fabs (hi) * 0.1;
    }

  if (lo == hi)
    {
      self->value_ticks = (ShanhaiTicks) { lo, 0, 1, 0 };
      self->bottom = lo;
      self->top = lo + 1;
      return;
    }

  shanhai_ticks_extended (lo, hi, CLAMP (self->area.height / (size * 5), 2, 5), &self->value_ticks);
  trim_ticks (self, lo, hi);
  self->bottom = MIN (lo, shanhai_ticks_get_nth (&self->value_ticks, 0));
  self->top = MAX (hi, shanhai_ticks_get_nth (&self->value_ticks, self->value_ticks.n - 1));
}

static void
scale_years (Trend *self)
{
  double lo = INFINITY, hi = -INFINITY;

  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        lo = MIN (lo, self->lines[i].dots[k].point->position);
        hi = MAX (hi, self->lines[i].dots[k].point->position);
      }

  /* so that a whole year is there to be named */
  if (floor (hi) < ceil (lo))
    {
      lo = floor (lo);
      hi = ceil (hi);
    }
  self->left = lo;
  self->right = hi;
}

static double
get_x (const Trend *self,
       double       position)
{
  if (self->right <= self->left)
    return self->plot.x + self->plot.width / 2;

  return self->plot.x + self->inset
         + (position - self->left) / (self->right - self->left) * (self->plot.width - 2 * self->inset);
}

double
shanhai_trend_get_y (const Trend *self,
                     double       value)
{
  return self->plot.y + (self->top - value) / (self->top - self->bottom) * self->plot.height;
}

/* ---- axes ----------------------------------------------------------------------------------- */

static double
measure_ticks (const Trend           *self,
               const ShanhaiTextLook *look)
{
  double widest = 0;

  for (int i = 0; i < self->value_ticks.n; i++)
    {
      g_autofree char *label = shanhai_trend_format_value (self, shanhai_ticks_get_nth (&self->value_ticks, i),
                                                           SHANHAI_DECIMALS_ALL);

      widest = MAX (widest, shanhai_marks_builder_measure (self->builder, label, 0, 0, look).width);
    }

  return widest;
}

static void
add_value_axis (Trend *self)
{
  ShanhaiColour grid = shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_GRID);
  ShanhaiColour axis = shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_AXIS);
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_TICK, SHANHAI_SIZE_TICK,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));
  double shift = (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size;
  double last = INFINITY;

  look.anchor = SHANHAI_ANCHOR_END;
  for (int i = 0; i < self->value_ticks.n; i++)
    {
      double value = shanhai_ticks_get_nth (&self->value_ticks, i);
      double y = shanhai_trend_get_y (self, value);
      const ShanhaiStroke stroke = { value == 0 ? axis : grid, 1, SHANHAI_DASH_NONE };
      g_autofree char *label = NULL;

      /* on a low chart not every line has room for its number */
      if (last - y < look.size * 1.4)
        continue;
      last = y;
      label = shanhai_trend_format_value (self, value, SHANHAI_DECIMALS_ALL);
      shanhai_marks_builder_add_segment (self->builder, self->plot.x, round (y) + 0.5, self->plot.x + self->plot.width,
                                         round (y) + 0.5, &stroke);
      shanhai_trend_try_text (self, label, self->plot.x - 6 * self->unit, y + shift, &look);
    }
}

static void
add_year_axis (Trend *self)
{
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_TICK, SHANHAI_SIZE_TICK,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));
  const ShanhaiStroke stroke = {
    shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_AXIS), 1, SHANHAI_DASH_NONE,
  };
  double foot = round (self->plot.y + self->plot.height) + 0.5;
  double y = self->plot.y + self->plot.height + self->dip + 8 * self->unit + SHANHAI_TEXT_ASCENT * look.size;
  double width = shanhai_marks_builder_measure (self->builder, "0000", 0, 0, &look).width + 14 * self->unit;
  ShanhaiTicks ticks;

  look.anchor = SHANHAI_ANCHOR_MIDDLE;
  shanhai_ticks_years (self->left, self->right, (int) CLAMP (self->plot.width / width, 1, 1000), &ticks);
  for (int i = 0; i < ticks.n; i++)
    {
      double year = shanhai_ticks_get_nth (&ticks, i), x = get_x (self, year);
      g_autofree char *label = g_strdup_printf ("%.0f", year);

      shanhai_marks_builder_add_segment (self->builder, round (x) + 0.5, foot, round (x) + 0.5, foot + 4 * self->unit + self->dip,
                                         &stroke);
      shanhai_trend_try_text (self, label, x, y, &look);
    }
}

/* over the axis, unless the subtitle says it */
static const char *
get_unit (const Trend *self)
{
  const char *unit = self->chart->unit_label;
  const char *subtitle = self->options->subtitle != NULL ? self->options->subtitle : self->chart->subtitle;
  bool told = self->options->show_title && !self->options->compact && subtitle != NULL && unit != NULL
              && g_strstr_len (subtitle, -1, unit) != NULL;

  return self->chart->is_percent || unit == NULL || *unit == '\0' || told ? NULL : unit;
}

/* An arrow down from a figure near the axis needs room over the years. */
static double
get_dip (const Trend *self)
{
  double dip = 0;

  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        const ShanhaiTrendPoint *point = self->lines[i].dots[k].point;
        /* the plot will be somewhat lower than the area */
        double height = (point->value - self->bottom) / (self->top - self->bottom) * self->area.height * 0.6;

        dip = MAX (dip, shanhai_trend_get_reach (self, point) - height);
      }

  return dip;
}

static void
place_dots (Trend *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        TrendDot *dot = &self->lines[i].dots[k];

        dot->x = get_x (self, dot->point->position);
        dot->y = shanhai_trend_get_y (self, dot->point->value);
        dot->labelled = false;
      }
}

/**
 * shanhai_trend_make_plot:
 *
 * Sets the scales and the plot's place in the area, and where each dot lies.
 */
void
shanhai_trend_make_plot (Trend *self)
{
  double tick_size = shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_TICK);
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));
  const char *unit = get_unit (self);
  double head = (self->area.height < 130 * self->unit ? 14 : 20) * self->unit + (unit != NULL ? tick_size * 1.4 : 0);
  double left, right, foot;

  if (unit != NULL)
    shanhai_trend_try_text (self, unit, self->area.x, self->area.y + SHANHAI_TEXT_ASCENT * tick_size, &look);

  scale_values (self);
  scale_years (self);
  self->dip = get_dip (self);
  foot = self->dip + 10 * self->unit + tick_size * (SHANHAI_TEXT_ASCENT + SHANHAI_TEXT_DESCENT);
  left = measure_ticks (self, &look) + 6 * self->unit;
  right = shanhai_trend_measure_ends (self, MAX (self->area.width * 0.36, MIN (self->area.width * 0.45, 130 * self->unit))) + 5 * self->unit;

  self->plot = (ShanhaiBox) {
    self->area.x + left,
    self->area.y + head,
    MAX (self->area.width - left - right, 3 * self->inset),
    MAX (self->area.height - head - foot, 10 * self->unit),
  };
  self->column = self->plot.x + self->plot.width + 4 * self->unit;
  place_dots (self);
}

void
shanhai_trend_add_axes (Trend *self)
{
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_GRID);
  add_value_axis (self);
  add_year_axis (self);
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_AUTO);
}
