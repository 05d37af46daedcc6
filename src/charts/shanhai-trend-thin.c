/* shanhai-trend-thin.c - leaves out of a trend chart what no pixel is left for, and says so. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the figures within one step of the time axis a line shows the first, the last, the highest and the lowest: what is drawn then is what would have been
 * drawn. Charts of cases as people write them never come here. */

#include "shanhai-trend-private.h"

/* px: figures of one line that are nearer to each other than this are one stroke of the pen */
#define STEP 2.0
/* figures a line that are always drawn */
#define FEW 400
/* lines that are drawn at most: many times what an eye can follow */
#define MAX_LINES 200

guint
shanhai_trend_find_extreme (const TrendLine *line,
                            double           sign)
{
  guint best = 0;

  for (guint i = 1; i < line->n; i++)
    if (sign * line->dots[i].point->value > sign * line->dots[best].point->value)
      best = i;

  return best;
}

static void
swap_if_later (guint *a,
               guint *b)
{
  guint kept = *a;

  if (*a > *b)
    {
      *a = *b;
      *b = kept;
    }
}

/* keeps four of the dots of [first, last], in their order; `n` are kept already */
static guint
keep_outline (TrendLine *line,
              guint      first,
              guint      last,
              guint      n)
{
  guint low = first, high = first;

  for (guint i = first + 1; i <= last; i++)
    {
      if (line->dots[i].point->value < line->dots[low].point->value)
        low = i;
      if (line->dots[i].point->value > line->dots[high].point->value)
        high = i;
    }
  swap_if_later (&low, &high);

  line->dots[n++] = line->dots[first];
  if (low != first)
    line->dots[n++] = line->dots[low];
  if (high != low && high != first)
    line->dots[n++] = line->dots[high];
  if (last != high && last != first)
    line->dots[n++] = line->dots[last];
  return n;
}

static void
thin_line (TrendLine *line,
           double     width)
{
  double start, step;
  guint first = 0, n = 0;

  if (line->n <= FEW)
    return;

  start = line->dots[0].point->position;
  step = (line->dots[line->n - 1].point->position - start) / MAX (width / STEP, 1);
  for (guint i = 1; i <= line->n; i++)
    {
      /* what stands at one time is one step, however short the steps are */
      bool ends = i == line->n
                  || (line->dots[i].point->position > line->dots[i - 1].point->position
                      && (int) ((line->dots[i].point->position - start) / step)
                         != (int) ((line->dots[first].point->position - start) / step));

      if (!ends)
        continue;
      n = keep_outline (line, first, i - 1, n);
      first = i;
    }
  line->n = n;
}

void
shanhai_trend_thin (Trend *self)
{
  for (guint i = MAX_LINES; i < self->n_lines; i++)
    g_clear_pointer (&self->lines[i].dots, g_free);
  self->n_lines = MIN (self->n_lines, MAX_LINES);

  for (guint i = 0; i < self->n_lines; i++)
    thin_line (&self->lines[i], self->options->width);
}

void
shanhai_trend_say_thin (Trend *self)
{
  const ShanhaiWords *words = self->options->words;

  if (self->n_lines < self->chart->series->len)
    /* Translators: under a chart; how many lines are drawn, how many there are */
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_get (words, "%u of %u lines are drawn: those with the largest figures."),
                                                   self->n_lines, self->chart->series->len));
  if (self->n_dots < self->n_dots_all)
    /* Translators: under a chart; how many figures are drawn, how many there are */
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_get (words, "%u of %u figures are drawn: of those that lie too close, the highest and the lowest."),
                                                   self->n_dots, self->n_dots_all));
}
