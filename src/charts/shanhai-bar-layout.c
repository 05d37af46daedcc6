/* shanhai-bar-layout.c - lays out a bar chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every amount stands beside its bar, so there is no axis but the line at zero. One scale: the longest bar and its label just fit. */

#include <math.h>

#include "shanhai-bar-chart.h"
#include "shanhai-chart-frame.h"

/* of the width, at most, for the names of the rows */
#define NAME_SHARE 0.36
/* the bars' own share, at least, however long the labels */
#define BAR_SHARE 0.25
/* px: a bar's room from top to bottom, at most */
#define MAX_SLOT 34.0
/* of a bar's room: the bar; between two rows */
#define BAR_THICKNESS 0.72
#define ROW_GAP 0.5
#define MIN_BAR 1.0
#define TINT 0.45
#define MAX_PASSES 4

typedef struct
{
  const ShanhaiBarChart     *chart;
  const ShanhaiChartOptions *options;
  ShanhaiMarksBuilder       *builder;
  ShanhaiLanguage            language;
  double                     unit;    /* text scale */
  GPtrArray                 *notes;   /* (element-type utf8): of the chart, then of the layout */
  GPtrArray                 *rows;    /* ShanhaiBarRow that are drawn */
  ShanhaiBox                 area;
  double                     zero;    /* px */
  double                     px_per_unit;
  double                     slot;    /* px */
  guint                      n_left_out;  /* rows that the notes tell of */
} Drawing;

static ShanhaiTextLook
make_look (const Drawing   *self,
           ShanhaiTextRole  role,
           ShanhaiSize      size,
           ShanhaiInk       ink)
{
  return (ShanhaiTextLook) {
    .role = role,
    .size = shanhai_chart_options_get_size (self->options, size),
    .colour = shanhai_palette_get_ink (self->options->theme, ink),
  };
}

static char *
dup_digits (const Drawing    *self,
            const ShanhaiBar *bar)
{
  if (bar->label != NULL)
    return g_strdup (bar->label);

  return shanhai_number_format_double (bar->value, self->language, self->options->number_style, SHANHAI_NUMBER_COMPACT,
                                       SHANHAI_DECIMALS_ALL);
}

static char *
add_state (const Drawing    *self,
           const ShanhaiBar *bar,
           const char       *amount)
{
  if (bar->state == NULL)
    return g_strdup (amount);

  /* Translators: an amount and its state: "24 M (planned)" */
  return g_strdup_printf (shanhai_words_context (self->options->words, "bar", "%s (%s)"), amount, bar->state);
}

static char *
dup_label (const Drawing    *self,
           const ShanhaiBar *bar)
{
  g_autofree char *digits = dup_digits (self, bar);

  return add_state (self, bar, digits);
}

static char *
dup_words (const Drawing    *self,
           const ShanhaiBar *bar)
{
  return bar->words != NULL ? add_state (self, bar, bar->words) : dup_label (self, bar);
}

static bool
is_uncertain (const ShanhaiBar *bar)
{
  return bar->lo < bar->value || bar->hi > bar->value;
}

/* how far the bar reaches, in units of the amount */
static double
get_reach (const ShanhaiBar *bar)
{
  return isfinite (bar->hi) ? MAX (bar->hi, bar->value) : bar->value;
}

/* px behind the bar's end that its arrow needs */
static double
get_arrow (const Drawing    *self,
           const ShanhaiBar *bar)
{
  return isfinite (bar->hi) ? 0 : 12 * self->unit;
}

static const ShanhaiBar *
get_bar (const ShanhaiBarRow *row,
         guint                index)
{
  return &g_array_index (row->bars, ShanhaiBar, index);
}

static double
get_largest (const ShanhaiBarRow *row)
{
  double largest = 0;

  for (guint i = 0; i < row->bars->len; i++)
    largest = MAX (largest, get_bar (row, i)->value);

  return largest;
}

static double
get_slots (GPtrArray *rows)
{
  double slots = 0;

  for (guint i = 0; i < rows->len; i++)
    slots += MAX (((ShanhaiBarRow *) rows->pdata[i])->bars->len, 1) + ROW_GAP;

  return slots;
}

/* Leaves out the smallest rows until the others can be read. */
static guint
fit_rows (Drawing *self)
{
  const double height = self->area.height;
  const double least = shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL) * 1.2;
  guint n_left_out = 0;

  while (self->rows->len > 1 && height / get_slots (self->rows) < least)
    {
      guint smallest = 0;

      for (guint i = 1; i < self->rows->len; i++)
        if (get_largest (self->rows->pdata[i]) < get_largest (self->rows->pdata[smallest]))
          smallest = i;
      g_ptr_array_remove_index (self->rows, smallest);
      n_left_out++;
    }
  self->slot = MIN (height / MAX (get_slots (self->rows), 1), MAX_SLOT * self->unit);

  return n_left_out;
}

static double
measure_names (Drawing *self)
{
  const ShanhaiTextStyle style = { shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL), false, self->language };
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    widest = MAX (widest, shanhai_text_layout_get_width (((ShanhaiBarRow *) self->rows->pdata[i])->label, &style));

  return MIN (ceil (widest), self->area.width * NAME_SHARE);
}

/* the scale at which every bar leaves room for its label */
static void
make_scale (Drawing *self)
{
  const ShanhaiTextStyle style = { shanhai_chart_options_get_size (self->options, SHANHAI_SIZE_LABEL), false, self->language };
  double room;

  self->zero = round (self->area.x + measure_names (self) + 8 * self->unit) + 0.5;
  room = MAX (self->area.x + self->area.width - self->zero, 1);
  self->px_per_unit = INFINITY;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ShanhaiBarRow *row = self->rows->pdata[i];

      for (guint k = 0; k < row->bars->len; k++)
        {
          const ShanhaiBar *bar = get_bar (row, k);
          g_autofree char *label = dup_label (self, bar);
          double beside = shanhai_text_layout_get_width (label, &style) + 8 * self->unit + get_arrow (self, bar);

          if (get_reach (bar) > 0)
            self->px_per_unit = MIN (self->px_per_unit, MAX (room - beside, room * BAR_SHARE) / get_reach (bar));
        }
    }
  if (!isfinite (self->px_per_unit))
    self->px_per_unit = 0;
}

static void
add_name (Drawing             *self,
          const ShanhaiBarRow *row,
          double               middle)
{
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  const ShanhaiTextStyle style = { look.size, false, self->language };
  const int n_lines = self->slot * MAX (row->bars->len, 1) >= 2 * look.size * SHANHAI_TEXT_LINE ? 2 : 1;
  g_auto (GStrv) lines = shanhai_text_layout_wrap_words (row->label, &style, self->zero - self->area.x - 8 * self->unit, n_lines);
  double y = middle - g_strv_length (lines) * look.size * SHANHAI_TEXT_LINE / 2;

  look.anchor = SHANHAI_ANCHOR_END;
  for (char **line = lines; *line != NULL; line++, y += look.size * SHANHAI_TEXT_LINE)
    shanhai_marks_builder_add_text (self->builder, *line, self->zero - 8 * self->unit, y + look.size, &look);
}

/* an open arrow: the true amount lies further on */
static void
add_arrow (Drawing          *self,
           const ShanhaiBar *bar,
           double            x,
           double            y)
{
  const ShanhaiStroke stroke = {
    shanhai_palette_get_hue (self->options->theme, bar->slot), 1.5 * self->unit, SHANHAI_DASH_NONE,
  };
  const double tip = x + 9 * self->unit, wing = 3 * self->unit;
  const double head[] = { tip - wing, y - wing, tip, y, tip - wing, y + wing };

  shanhai_marks_builder_add_segment (self->builder, x, y, tip, y, &stroke);
  shanhai_marks_builder_add_line (self->builder, head, 3, &stroke);
}

static void
add_bar (Drawing             *self,
         const ShanhaiBarRow *row,
         const ShanhaiBar    *bar,
         double               top)
{
  static const ShanhaiTexture textures[] = {
    [SHANHAI_BAR_FULL] = SHANHAI_TEXTURE_PLAIN,
    [SHANHAI_BAR_HOLLOW] = SHANHAI_TEXTURE_HOLLOW,
    [SHANHAI_BAR_HATCHED] = SHANHAI_TEXTURE_HATCHED,
  };
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_LABEL, SHANHAI_SIZE_LABEL, SHANHAI_INK_TEXT);
  const char *const own[] = { bar->key, NULL };
  g_autofree char *label = dup_label (self, bar);
  g_autofree char *words = dup_words (self, bar);
  /* Translators: a year or a sector, and an amount */
  g_autofree char *tip = g_strdup_printf (shanhai_words_context (self->options->words, "bar", "%s: %s"), row->label, words);
  ShanhaiFill fill = { .colour = shanhai_palette_get_hue (self->options->theme, bar->slot), .texture = textures[bar->look] };
  const double height = round (self->slot * BAR_THICKNESS);
  const double sure = bar->value > 0 ? MAX (MIN (bar->lo, bar->value) * self->px_per_unit, MIN_BAR) : 0;
  const double most = MAX (get_reach (bar) * self->px_per_unit, sure);
  const ShanhaiBox solid = { self->zero, top, sure, height };
  const ShanhaiBox open = { self->zero + sure, top, most - sure, height };
  const double middle = top + height / 2;
  const double beside = self->zero + most + get_arrow (self, bar) + 6 * self->unit;
  const ShanhaiTextStyle style = { look.size, false, self->language };
  /* on a narrow page */
  g_autofree char *shortened = shanhai_text_layout_shorten (label, &style, MAX (self->area.x + self->area.width - beside, 0));

  shanhai_marks_builder_begin_datum (self->builder, bar->key, NULL, tip,
                                     bar->records != NULL ? (const char * const *) bar->records : own);
  if (sure > 0)
    shanhai_marks_builder_add_rect (self->builder, &solid, &fill);
  if (most > sure)
    {
      fill.opacity = TINT;
      shanhai_marks_builder_add_rect (self->builder, &open, &fill);
    }
  if (!isfinite (bar->hi))
    add_arrow (self, bar, self->zero + most, middle);
  shanhai_marks_builder_add_text (self->builder, shortened, beside,
                                  middle + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size, &look);
  shanhai_marks_builder_end_datum (self->builder);
}

static void
add_rows (Drawing *self)
{
  const ShanhaiStroke axis = { shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_AXIS), 1, SHANHAI_DASH_NONE };
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
  double y = self->area.y;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ShanhaiBarRow *row = self->rows->pdata[i];
      const double height = MAX (row->bars->len, 1) * self->slot;

      y += ROW_GAP / 2 * self->slot;
      add_name (self, row, y + height / 2);
      if (row->bars->len == 0)
        shanhai_marks_builder_add_text (self->builder, shanhai_words_get (self->options->words, "no data"), self->zero + 6 * self->unit,
                                        y + height / 2 + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size, &look);
      for (guint k = 0; k < row->bars->len; k++)
        add_bar (self, row, get_bar (row, k), round (y + (k + (1 - BAR_THICKNESS) / 2) * self->slot));
      y += height + ROW_GAP / 2 * self->slot;
    }

  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_LINE);
  shanhai_marks_builder_add_segment (self->builder, self->zero, self->area.y, self->zero, y, &axis);
  shanhai_marks_builder_set_layer (self->builder, SHANHAI_LAYER_AUTO);
}

static bool
needs_key (const Drawing *self)
{
  if (!self->options->show_legend || self->options->compact)
    return false;

  for (guint i = 0; i < self->chart->rows->len; i++)
    for (guint k = 0; k < ((ShanhaiBarRow *) self->chart->rows->pdata[i])->bars->len; k++)
      if (is_uncertain (get_bar (self->chart->rows->pdata[i], k)))
        return true;

  return false;
}

/* what the tint means, over the bars; takes its height off the area */
static void
add_key (Drawing *self)
{
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK, SHANHAI_INK_SECONDARY);
  const ShanhaiFill tint = { .colour = shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_GREY), .opacity = TINT };
  const double row = look.size * 1.6;
  const ShanhaiBox sign = { self->area.x, round (self->area.y + row / 2 - 5 * self->unit), 20 * self->unit, 10 * self->unit };

  if (!needs_key (self) || row > 0.2 * self->area.height)
    return;

  shanhai_marks_builder_add_rect (self->builder, &sign, &tint);
  shanhai_marks_builder_add_text (self->builder, shanhai_words_context (self->options->words, "key", "possible range"),
                                  sign.x + sign.width + 6 * self->unit,
                                  self->area.y + row / 2 + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size, &look);
  self->area.y += row + 4 * self->unit;
  self->area.height -= row + 4 * self->unit;
}

static char *
describe (const Drawing *self)
{
  const ShanhaiWords *words = self->options->words;
  const char *title = self->options->title != NULL ? self->options->title : self->chart->title;
  const char *subtitle = self->options->subtitle != NULL ? self->options->subtitle : self->chart->subtitle;
  const char *opening[] = { title, subtitle, self->chart->description };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    if (opening[i] != NULL && *opening[i] != '\0')
      g_string_append_printf (text, "%s\n", opening[i]);
  if (self->chart->rows->len == 0)
    g_string_append_printf (text, "%s\n", shanhai_words_get (words, "No figures yet"));

  for (guint i = 0; i < self->chart->rows->len; i++)
    {
      const ShanhaiBarRow *row = self->chart->rows->pdata[i];
      g_autoptr (GString) amounts = g_string_new (row->bars->len == 0 ? shanhai_words_get (words, "no data") : NULL);

      for (guint k = 0; k < row->bars->len; k++)
        {
          g_autofree char *amount = dup_words (self, get_bar (row, k));

          g_string_append_printf (amounts, "%s%s", k > 0 ? shanhai_words_context (words, "list", "; ") : "", amount);
        }
      g_string_append_printf (text, shanhai_words_context (words, "bar", "%s: %s"), row->label, amounts->str);
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) self->notes->pdata[i]);
  for (char **source = self->chart->sources; source != NULL && *source != NULL; source++)
    g_string_append_printf (text, "%s\n", *source);

  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* whether a bar is drawn longer than it is */
static bool
has_hair (const Drawing *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; k < ((ShanhaiBarRow *) self->rows->pdata[i])->bars->len; k++)
      {
        const ShanhaiBar *bar = get_bar (self->rows->pdata[i], k);

        if (bar->value > 0 && bar->value * self->px_per_unit < MIN_BAR)
          return true;
      }

  return false;
}

/* One pass up to the bars, with the notes known so far; returns whether it found more to say. */
static bool
make_plot (Drawing *self)
{
  const ShanhaiChartOptions *options = self->options;
  const guint n_known = self->notes->len;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  ShanhaiChartTexts texts = { self->chart->title, self->chart->subtitle, (const char * const *) self->chart->sources, NULL };
  guint n_left_out;

  g_ptr_array_extend (lines, self->notes, NULL, NULL);
  g_ptr_array_add (lines, NULL);
  texts.notes = (const char * const *) lines->pdata;

  g_clear_pointer (&self->builder, shanhai_marks_builder_free);
  self->builder = shanhai_marks_builder_new (options->width, options->height, options->theme, self->language);
  self->area = shanhai_chart_frame_add (self->builder, options, &texts);
  add_key (self);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_extend (self->rows, self->chart->rows, NULL, NULL);
  n_left_out = fit_rows (self);
  make_scale (self);

  /* the pass before may have said it already, with another number */
  g_ptr_array_set_size (self->notes, self->chart->notes != NULL ? (int) g_strv_length (self->chart->notes) : 0);
  if (n_left_out > 0)
    /* Translators: under a chart of bars */
    g_ptr_array_add (self->notes, g_strdup_printf (shanhai_words_plural (options->words,
                                                                         "%u small row has no room here and is left out.",
                                                                         "%u small rows have no room here and are left out.", n_left_out),
                                                   n_left_out));
  if (has_hair (self))
    g_ptr_array_add (self->notes, g_strdup (shanhai_words_get (options->words,
                                                               "Bars that would be thinner than 1 px are drawn 1 px wide.")));

  if (self->notes->len == n_known && n_left_out == self->n_left_out)
    return false;

  self->n_left_out = n_left_out;
  return true;
}

static void
add_emptiness (Drawing *self)
{
  ShanhaiTextLook look = make_look (self, SHANHAI_ROLE_NOTE, SHANHAI_SIZE_LABEL, SHANHAI_INK_SECONDARY);

  look.anchor = SHANHAI_ANCHOR_MIDDLE;
  shanhai_marks_builder_add_text (self->builder, shanhai_words_get (self->options->words, "No figures yet"),
                                  self->area.x + self->area.width / 2, self->area.y + self->area.height / 2, &look);
}

/**
 * shanhai_bar_chart_layout:
 * @self: the numbers
 * @options: size, theme, words, parts
 *
 * Returns: (transfer full): the chart, ready to be drawn
 */
ShanhaiMarks *
shanhai_bar_chart_layout (const ShanhaiBarChart     *self,
                          const ShanhaiChartOptions *options)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *description = NULL;
  Drawing drawing = { 0 };

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  drawing = (Drawing) {
    .chart = self,
    .options = options,
    .language = shanhai_chart_options_get_language (options),
    .unit = options->text_scale > 0 ? options->text_scale : 1,
    .notes = notes,
    .rows = rows,
  };
  for (char **note = self->notes; note != NULL && *note != NULL; note++)
    g_ptr_array_add (notes, g_strdup (*note));

  /* what a pass has to say takes room itself */
  for (guint pass = 0; pass < MAX_PASSES; pass++)
    if (!make_plot (&drawing))
      break;

  if (rows->len == 0)
    add_emptiness (&drawing);
  else
    add_rows (&drawing);

  description = describe (&drawing);
  shanhai_marks_builder_set_description (drawing.builder, description);
  return shanhai_marks_builder_end (drawing.builder);
}
