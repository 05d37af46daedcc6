/* shanhai-trend-layout.c - lays out a trend chart: the data in order, and what is added when. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layout finds out on its way (a label without room) is told in a note or in the key, which take room themselves. So it runs in passes,
 * until a pass tells what it was given; most charts need one. */

#include <math.h>

#include "shanhai-chart-frame.h"
#include "shanhai-trend-private.h"

#define MAX_PASSES 7

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
  if ((p->role == SHANHAI_POINT_TARGET) != (q->role == SHANHAI_POINT_TARGET))
    return q->role == SHANHAI_POINT_TARGET ? -1 : 1;
  if (p->rival != q->rival)
    return q->rival ? -1 : 1;
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

static void
line_init (TrendLine                 *line,
           const Trend               *self,
           const ShanhaiTrendSeries  *series)
{
  ShanhaiTheme theme = self->options->theme;

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

  line->n_all = line->n;
  if (line->n > 1)
    qsort (line->dots, line->n, sizeof *line->dots, compare_dots);
}

/* One line runs through one figure a time; a second figure of the same year, and every target, stands by itself. */
static void
join_dots (TrendLine *line)
{
  const TrendDot *before = NULL;

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
    line_init (&self->lines[i], self, g_ptr_array_index (chart->series, i));

  if (self->n_lines > 1)
    qsort (self->lines, self->n_lines, sizeof *self->lines, compare_lines);
  shanhai_trend_thin (self);
  for (guint i = 0; i < self->n_lines; i++)
    {
      join_dots (&self->lines[i]);
      self->n_dots += self->lines[i].n;
      self->n_dots_all += self->lines[i].n_all;
    }
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
  shanhai_trend_make_plot (self);
  say_cut (self);
  shanhai_trend_say_thin (self);
  shanhai_trend_add_axes (self);

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

/* Where labels beside their lines left others without room, tries once whether all in the column leaves fewer; whether the next pass differs by that.
 * `fewest`: G_MAXUINT, then what the first way left out */
static bool
choose_ends (Trend *self,
             guint *fewest)
{
  if (*fewest == G_MAXUINT && self->n_unnamed > 0 && self->n_beside > 0)
    {
      *fewest = self->n_unnamed;
      self->ends_in_column = true;
      return true;
    }

  if (self->ends_in_column && self->n_unnamed >= *fewest)
    {
      self->ends_in_column = false;
      return true;
    }

  return false;
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
  guint fewest = G_MAXUINT;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  trend_init (&trend, self, options);
  for (int pass = 0; ; pass++)
    {
      bool gaps = trend.key_for_gaps, other_ends;

      run_pass (&trend, known);
      other_ends = choose_ends (&trend, &fewest);
      if (pass == MAX_PASSES - 1 || (!other_ends && gaps == trend.key_for_gaps && same_notes (known, trend.notes)))
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
