/* shanhai-trend-layout.c - lays out a trend chart: scales, axes, and who comes when. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layout finds out on its way (a label without room) is told in a note or in the key, which take room themselves. So it runs in passes,
 * until a pass tells what it was given; most charts need one. */

#include <math.h>

#include "shanhai-chart-frame.h"
#include "shanhai-trend-private.h"

#define MAX_PASSES 5

ShanhaiTextLook
shanhai_trend_make_look (const Trend     *self,
                         ShanhaiTextRole  role,
                         ShanhaiSize      size,
                         ShanhaiColour    colour)
{
  return (ShanhaiTextLook) {
    .role = role,
    .size = shanhai_chart_options_get_size (self->options, size),
    .colour = colour,
  };
}

void
shanhai_trend_add_text (Trend                 *self,
                        const char            *text,
                        double                 x,
                        double                 y,
                        const ShanhaiTextLook *look)
{
  ShanhaiBox box = shanhai_marks_builder_measure (self->builder, text, x, y, look);

  shanhai_marks_builder_add_text (self->builder, text, x, y, look);
  shanhai_label_placer_add_box (self->placer, &box);
}

bool
shanhai_trend_try_text (Trend                 *self,
                        const char            *text,
                        double                 x,
                        double                 y,
                        const ShanhaiTextLook *look)
{
  ShanhaiBox box = shanhai_marks_builder_measure (self->builder, text, x, y, look);

  if (!shanhai_label_placer_is_free (self->placer, &box, 0))
    return false;

  shanhai_trend_add_text (self, text, x, y, look);
  return true;
}

/* ---- the data, in order --------------------------------------------------------------------- */

static int
compare_dots (gconstpointer a,
              gconstpointer b)
{
  const ShanhaiTrendPoint *p = ((const TrendDot *) a)->point, *q = ((const TrendDot *) b)->point;

  if (p->position != q->position)
    return p->position < q->position ? -1 : 1;
  if (p->role != q->role)
    return p->role < q->role ? -1 : 1;
  return g_strcmp0 (p->key, q->key);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TrendLine *x = a, *y = b;

  if (x->series->importance != y->series->importance)
    return x->series->importance > y->series->importance ? -1 : 1;
  if (x->largest != y->largest)
    return x->largest > y->largest ? -1 : 1;
  return g_strcmp0 (x->series->key, y->series->key);
}

static bool
is_usable (const ShanhaiTrendPoint *point)
{
  return isfinite (point->position) && isfinite (point->value) && fabs (point->value) <= SHANHAI_TREND_LARGEST;
}

/* One line runs through one figure a time; a second figure of the same year, and every target, stands by itself. */
static void
line_init (TrendLine                 *line,
           const Trend               *self,
           const ShanhaiTrendSeries  *series)
{
  ShanhaiTheme theme = self->options->theme;
  const TrendDot *before = NULL;

  line->series = series;
  line->dots = g_new0 (TrendDot, series->points->len);
  line->colour = shanhai_palette_get_hue (theme, series->slot);
  line->text_colour = shanhai_palette_get_text_hue (theme, series->slot);
  if (self->chart->series->len > 1 && series->slot > 0 && series->slot < SHANHAI_N_HUES)
    line->marker = (ShanhaiMarker) (series->slot % SHANHAI_N_MARKERS);

  for (guint i = 0; i < series->points->len; i++)
    {
      const ShanhaiTrendPoint *point = &g_array_index (series->points, ShanhaiTrendPoint, i);

      if (!is_usable (point))
        continue;
      line->dots[line->n++].point = point;
      line->largest = MAX (line->largest, fabs (point->value));
    }

  if (line->n > 1)
    qsort (line->dots, line->n, sizeof *line->dots, compare_dots);
  for (guint i = 0; i < line->n; i++)
    {
      TrendDot *dot = &line->dots[i];

      dot->joined = dot->point->role != SHANHAI_POINT_TARGET
                    && (before == NULL || before->point->position < dot->point->position);
      if (dot->joined)
        before = dot;
    }
}

static void
trend_init (Trend                     *self,
            const ShanhaiTrendChart   *chart,
            const ShanhaiChartOptions *options)
{
  self->chart = chart;
  self->options = options;
  self->language = shanhai_chart_options_get_language (options);
  self->unit = options->text_scale > 0 ? options->text_scale : 1;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->n_lines = chart->series->len;
  self->lines = g_new0 (TrendLine, MAX (self->n_lines, 1));
  for (guint i = 0; i < self->n_lines; i++)
    {
      line_init (&self->lines[i], self, g_ptr_array_index (chart->series, i));
      self->n_dots += self->lines[i].n;
    }

  if (self->n_lines > 1)
    qsort (self->lines, self->n_lines, sizeof *self->lines, compare_lines);
  self->radius = (self->n_lines > 8 ? 3 : self->n_lines > 3 ? 3.75 : 4.5) * self->unit;
  self->inset = 18 * self->unit;
}

static void
trend_clear (Trend *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].dots);
      g_strfreev (self->lines[i].name);
    }
  g_free (self->lines);
  g_ptr_array_unref (self->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trend, trend_clear)

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

static double
get_y (const Trend *self,
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
      double y = get_y (self, value);
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
make_plot (Trend *self)
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
}

static void
place_dots (Trend *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        TrendDot *dot = &self->lines[i].dots[k];

        dot->x = get_x (self, dot->point->position);
        dot->y = get_y (self, dot->point->value);
        dot->labelled = false;
      }
}

/* ---- putting it together -------------------------------------------------------------------- */

/* all data in reading order, before any mark: a mark then only names its datum */
static void
add_data (Trend *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      const TrendLine *line = &self->lines[i];

      shanhai_marks_builder_begin_datum (self->builder, line->series->key, NULL, line->series->label, NULL);
      for (guint k = 0; k < line->n; k++)
        {
          const ShanhaiTrendPoint *point = line->dots[k].point;
          const char * const records[] = { point->key, NULL };
          g_autofree char *tip = shanhai_trend_format_tip (self, line->series, point);

          shanhai_marks_builder_begin_datum (self->builder, point->key, line->series->key, tip, records);
        }
    }
  shanhai_marks_builder_end_datum (self->builder);
}

static void
add_emptiness (Trend *self)
{
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_NOTE, SHANHAI_SIZE_LABEL,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));

  look.anchor = SHANHAI_ANCHOR_MIDDLE;
  /* Translators: in the middle of an empty chart */
  shanhai_trend_try_text (self, shanhai_words_get (self->options->words, "No figures yet"),
                          self->area.x + self->area.width / 2, self->area.y + self->area.height / 2, &look);
}

static void
say_cut (Trend *self)
{
  g_autofree char *start = NULL;

  if (self->bottom <= 0)
    return;

  start = shanhai_trend_format_value (self, self->bottom, SHANHAI_DECIMALS_ALL);
  /* Translators: under a chart */
  g_ptr_array_add (self->notes,
                   g_strdup_printf (shanhai_words_get (self->options->words, "The axis starts at %s, not at zero."), start));
}

static void
add_everything (Trend *self)
{
  double key;

  add_data (self);
  if (self->n_dots == 0)
    {
      add_emptiness (self);
      return;
    }

  key = shanhai_trend_add_key (self);
  self->area.y += key;
  self->area.height = MAX (self->area.height - key, 0);
  make_plot (self);
  place_dots (self);
  say_cut (self);

  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_GRID);
  add_value_axis (self);
  add_year_axis (self);
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_AUTO);

  shanhai_trend_keep_clear (self);
  shanhai_trend_add_ends (self);
  shanhai_trend_add_values (self);
  if (!shanhai_trend_add_gap_names (self))
    self->key_for_gaps = true;

  /* the most important on top */
  for (guint i = self->n_lines; i > 0; i--)
    {
      shanhai_marks_builder_begin_datum (self->builder, self->lines[i - 1].series->key, NULL, NULL, NULL);
      shanhai_trend_add_line (self, &self->lines[i - 1]);
      shanhai_marks_builder_end_datum (self->builder);
    }
  for (guint i = self->n_lines; i > 0; i--)
    shanhai_trend_add_dots (self, &self->lines[i - 1]);
}

/* One pass with what is known so far; self->notes then holds what this pass has to tell. */
static void
run_pass (Trend     *self,
          GPtrArray *known)
{
  const ShanhaiChartOptions *options = self->options;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  ShanhaiChartTexts texts = {
    self->chart->title, self->chart->subtitle, (const char * const *) self->chart->sources, NULL,
  };

  for (guint i = 0; self->chart->notes != NULL && self->chart->notes[i] != NULL; i++)
    g_ptr_array_add (notes, self->chart->notes[i]);
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (notes, g_ptr_array_index (known, i));
  g_ptr_array_add (notes, NULL);
  texts.notes = (const char * const *) notes->pdata;

  g_ptr_array_set_size (self->notes, 0);
  self->builder = shanhai_marks_builder_new (options->width, options->height, options->theme, self->language);
  self->area = shanhai_chart_frame_add (self->builder, options, &texts);
  self->placer = shanhai_label_placer_new (&self->area);
  add_everything (self);
  g_clear_pointer (&self->placer, shanhai_label_placer_free);
}

static bool
same_notes (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return false;

  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return false;

  return true;
}

/**
 * shanhai_trend_chart_layout:
 * @self: the numbers
 * @options: size, theme, words, parts
 *
 * Returns: (transfer full): the chart, ready to be drawn
 */
ShanhaiMarks *
shanhai_trend_chart_layout (const ShanhaiTrendChart   *self,
                            const ShanhaiChartOptions *options)
{
  g_auto (Trend) trend = { 0 };
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *description = NULL;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  trend_init (&trend, self, options);
  for (int pass = 0; ; pass++)
    {
      bool gaps = trend.key_for_gaps;

      run_pass (&trend, known);
      if (pass == MAX_PASSES - 1 || (gaps == trend.key_for_gaps && same_notes (known, trend.notes)))
        break;

      g_ptr_array_set_size (known, 0);
      for (guint i = 0; i < trend.notes->len; i++)
        g_ptr_array_add (known, g_strdup (g_ptr_array_index (trend.notes, i)));
      shanhai_marks_builder_free (trend.builder);
    }

  description = shanhai_trend_describe (&trend);
  shanhai_marks_builder_set_description (trend.builder, description);
  return shanhai_marks_builder_end (trend.builder);
}
