/* shanhai-trend-ends.c - the name and the last value of each line, at its end. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels stand in a column right of the plot, moved apart and joined to their line by a thin one where they had to move. A line that ends early has its
 * label beside its end if there is room and no other line loses its label by that. When the column is full, names are shortened, then the least important
 * labels left out, and the chart says so. */

#include <math.h>
#include <string.h>

#include "shanhai-trend-private.h"

#define GAP 5.0       /* px between value and name */
#define CLOSE 3.0     /* px that a label may be off without a leader */
#define MAX_STACKED 3
#define MAX_LINES_OFF 4.0 /* lines of text that a label may be off its line's end */

static double
get_line_height (const Trend *self)
{
  return shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL) * SHANHAI_TEXT_LINE;
}

static ShanhaiTextStyle
get_style (const Trend *self,
           bool         bold)
{
  return (ShanhaiTextStyle) {
    shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL),
    bold,
    self->language,
  };
}

/* 积石山 may break anywhere, Dongxiang nowhere */
static bool
breaks_word (const char  *label,
             char       **lines)
{
  gsize length;

  if (lines[0] == NULL || lines[1] == NULL || !g_str_has_prefix (label, lines[0]))
    return false;

  length = strlen (lines[0]);
  return length > 0 && g_ascii_isalnum (label[length - 1]) && g_ascii_isalnum (label[length]);
}

static void
measure_end (Trend     *self,
             TrendLine *line,
             double     most,
             int        max_lines)
{
  const TrendDot *last = shanhai_trend_get_last (line);
  const ShanhaiTextStyle plain = get_style (self, false), bold = get_style (self, true);
  g_autofree char *value = shanhai_trend_format_label (self, last->point);
  double room = most;
  guint n_names;

  g_clear_pointer (&line->name, g_strfreev);
  line->value_width = shanhai_text_layout_get_width (value, &bold);
  if (!self->stacked)
    room -= line->value_width + GAP * self->unit;

  line->name = room >= 2 * plain.size ? shanhai_text_layout_wrap_words (line->series->label, &plain, room, max_lines)
                                      : g_new0 (char *, 1);
  if (max_lines > 1 && line->name[0] != NULL && breaks_word (line->series->label, line->name))
    {
      measure_end (self, line, most, 1);
      return;
    }

  n_names = g_strv_length (line->name);
  line->name_width = 0;
  for (guint i = 0; i < n_names; i++)
    line->name_width = MAX (line->name_width, shanhai_text_layout_get_width (line->name[i], &plain));

  if (self->stacked)
    {
      line->label_width = MAX (line->value_width, line->name_width);
      line->label_height = (1 + n_names) * get_line_height (self);
    }
  else
    {
      line->label_width = line->value_width + (n_names > 0 ? GAP * self->unit + line->name_width : 0);
      line->label_height = MAX (n_names, 1) * get_line_height (self);
    }
}

double
shanhai_trend_measure_ends (Trend  *self,
                            double  most)
{
  double widest = 0;

  self->stacked = self->n_lines <= MAX_STACKED && self->area.height >= 200 * self->unit;
  for (guint i = 0; i < self->n_lines; i++)
    {
      if (self->lines[i].n == 0)
        continue;
      measure_end (self, &self->lines[i], most, 2);
      widest = MAX (widest, self->lines[i].label_width);
    }

  return widest;
}

/* the value stands for the figure, the name for the series */
static void
add_label (Trend     *self,
           TrendLine *line,
           double     x,
           double     top)
{
  TrendDot *last = shanhai_trend_get_last (line);
  g_autofree char *value = shanhai_trend_format_label (self, last->point);
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, line->text_colour);
  double height = get_line_height (self);
  const double left = x;
  double y = top + (height + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) * look.size) / 2;

  look.bold = true;
  shanhai_marks_builder_begin_datum (self->builder, last->point->key, NULL, NULL, NULL);
  shanhai_trend_add_text (self, value, x, y, &look);
  last->labelled = true;

  look.bold = false;
  shanhai_marks_builder_begin_datum (self->builder, line->series->key, NULL, NULL, NULL);
  if (self->stacked)
    y += height;
  else
    x += line->value_width + GAP * self->unit;
  for (char **name = line->name; *name != NULL; name++, y += height)
    shanhai_trend_add_text (self, *name, x, y, &look);
  shanhai_marks_builder_end_datum (self->builder);

  /* no leader between two of its lines */
  shanhai_label_placer_add_box (self->placer, &(ShanhaiBox) { left, top + 1, line->label_width, line->label_height - 2 });
}

/* beside the end of a line that ends before the others */
static bool
add_beside (Trend     *self,
            TrendLine *line)
{
  const TrendDot *last = shanhai_trend_get_last (line);
  double edge = self->plot.x + self->plot.width - self->inset;
  double d = self->radius + 5 * self->unit;
  const double xs[] = { last->x + d, last->x + d, last->x + d, last->x - line->label_width / 2, last->x - line->label_width / 2 };
  const double ys[] = {
    last->y - line->label_height / 2,
    last->y - line->label_height,
    last->y,
    last->y - d - line->label_height,
    last->y + d,
  };

  if (self->ends_in_column || last->x >= edge - 1)
    return false;

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      const ShanhaiBox box = { xs[i], ys[i], line->label_width, line->label_height };

      /* in the way of the leaders that run to the column */
      if (self->n_lines > 1 && box.x + box.width > edge - 2 * self->radius)
        continue;
      if (box.y + box.height > self->plot.y + self->plot.height)
        continue;
      if (shanhai_label_placer_is_free (self->placer, &box, 2))
        {
          add_label (self, line, box.x, box.y);
          return true;
        }
    }

  return false;
}

static int
compare_by_end (gconstpointer a,
                gconstpointer b)
{
  const TrendLine *x = *(TrendLine * const *) a, *y = *(TrendLine * const *) b;
  const TrendDot *p = shanhai_trend_get_last (x), *q = shanhai_trend_get_last (y);

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return g_strcmp0 (x->series->key, y->series->key);
}

/* lines are kept by rank, so the later one is the less important */
static int
compare_rank (const TrendLine *a,
              const TrendLine *b)
{
  return a < b ? -1 : a > b;
}

static double
get_total (const GPtrArray *lines)
{
  double total = 0;

  for (guint i = 0; i < lines->len; i++)
    total += ((const TrendLine *) g_ptr_array_index (lines, i))->label_height;

  return total;
}

/* `column` is by rank here: the last are the least important */
static void
make_fit (Trend     *self,
          GPtrArray *column,
          double     room)
{
  if (get_total (column) > room)
    for (guint i = 0; i < column->len; i++)
      {
        TrendLine *line = g_ptr_array_index (column, i);

        measure_end (self, line, self->area.x + self->area.width - self->column, 1);
      }
  while (column->len > 0 && get_total (column) > room)
    g_ptr_array_set_size (column, (int) column->len - 1);
}

/* where in the label the leader ends: at the value, not in the middle of value and name */
static double
get_middle (const Trend     *self,
            const TrendLine *line)
{
  return (self->stacked ? get_line_height (self) : line->label_height) / 2;
}

static void
spread (const Trend     *self,
        const GPtrArray *column,
        double          *tops,
        double           lo,
        double           hi)
{
  g_autofree double *heights = g_new (double, column->len + 1);

  for (guint i = 0; i < column->len; i++)
    {
      const TrendLine *line = g_ptr_array_index (column, i);

      heights[i] = line->label_height;
      tops[i] = shanhai_trend_get_last (line)->y - get_middle (self, line);
    }

  shanhai_label_placer_spread (tops, heights, column->len, lo, hi);
}

/* The label that is farthest from its line, when it is too far to be found; then the least important of those that push each other there goes. −1: none */
static int
find_outcast (const Trend     *self,
              const GPtrArray *column,
              const double    *tops)
{
  double farthest = MAX_LINES_OFF * get_line_height (self);
  int worst = -1, outcast;

  for (guint i = 0; i < column->len; i++)
    {
      const TrendLine *line = g_ptr_array_index (column, i);
      double off = fabs (tops[i] + get_middle (self, line) - shanhai_trend_get_last (line)->y);

      if (off > farthest)
        {
          farthest = off;
          worst = (int) i;
        }
    }

  outcast = worst;
  for (int way = -1; worst >= 0 && way <= 1; way += 2)
    for (int i = worst; i + way >= 0 && i + way < (int) column->len; i += way)
      {
        const TrendLine *upper = g_ptr_array_index (column, MIN (i, i + way));

        if (fabs (tops[i + way] - tops[i]) > upper->label_height + 0.01)
          break;
        if (compare_rank (g_ptr_array_index (column, i + way), g_ptr_array_index (column, outcast)) > 0)
          outcast = i + way;
      }

  return outcast;
}

/* false when it or its leader would run into something; then there is no label */
static bool
add_in_column (Trend     *self,
               TrendLine *line,
               double     top)
{
  const TrendDot *last = shanhai_trend_get_last (line);
  const ShanhaiStroke leader = {
    shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_AXIS), 0.75 * self->unit, SHANHAI_DASH_NONE,
  };
  double y = top + get_middle (self, line);
  /* the line's leading may touch the neighbour's */
  const ShanhaiBox box = { self->column, top + 1, line->label_width, line->label_height - 2 };
  double ring = last->point->role == SHANHAI_POINT_BASELINE ? 5 : 2.5;
  double x0 = last->x + self->radius + ring * self->unit, x1 = self->column - 3 * self->unit;

  if (!shanhai_label_placer_is_free (self->placer, &box, 0))
    return false;

  if (last->x < self->plot.x + self->plot.width - self->inset - 1 || fabs (y - last->y) > CLOSE * self->unit)
    {
      if (!shanhai_label_placer_is_clear (self->placer, x0, last->y, x1, y))
        return false;
      shanhai_marks_builder_begin_datum (self->builder, line->series->key, NULL, NULL, NULL);
      shanhai_marks_builder_add_segment (self->builder, x0, last->y, x1, y, &leader);
      shanhai_marks_builder_end_datum (self->builder);
      shanhai_label_placer_add_segment (self->placer, x0, last->y, x1, y);
    }

  add_label (self, line, self->column, top);
  return true;
}

static void
say_dropped (Trend *self,
             guint  dropped)
{
  /* Translators: under a chart: how many lines had no room for their names, of how many */
  char *note = g_strdup_printf (shanhai_words_plural (self->options->words,
                                                      "%u of %u lines has no label, for want of room.",
                                                      "%u of %u lines have no label, for want of room.",
                                                      dropped),
                                dropped,
                                self->n_lines);

  g_ptr_array_add (self->notes, note);
}

void
shanhai_trend_add_ends (Trend *self)
{
  g_autoptr (GPtrArray) column = g_ptr_array_new ();
  g_autofree double *tops = g_new (double, self->n_lines + 1);
  double lo = MAX (self->plot.y - 12 * self->unit, self->area.y);
  double hi = self->plot.y + self->plot.height + 2 * self->unit, below = 0;
  guint wanted = 0, shown = 0;

  for (guint i = 0; i < self->n_lines; i++)
    {
      TrendLine *line = &self->lines[i];

      if (line->n == 0)
        continue;
      wanted++;
      if (add_beside (self, line))
        shown++;
      else
        g_ptr_array_add (column, line);
    }
  self->n_beside = shown;

  /* the last value may stand at the axis; its name then hangs under it, right of the years */
  for (guint i = 0; i < column->len; i++)
    {
      const TrendLine *line = g_ptr_array_index (column, i);

      below = MAX (below, line->label_height - get_middle (self, line));
    }
  hi = MIN (hi + below, self->area.y + self->area.height);

  make_fit (self, column, hi - lo);
  g_ptr_array_sort (column, compare_by_end);
  for (int outcast = 0; outcast >= 0; )
    {
      spread (self, column, tops, lo, hi);
      outcast = find_outcast (self, column, tops);
      if (outcast >= 0)
        g_ptr_array_remove_index (column, (guint) outcast);
    }

  for (guint i = 0; i < column->len; i++)
    if (add_in_column (self, g_ptr_array_index (column, i), tops[i]))
      shown++;

  self->n_unnamed = wanted - shown;
  if (self->n_unnamed > 0)
    say_dropped (self, self->n_unnamed);
}
