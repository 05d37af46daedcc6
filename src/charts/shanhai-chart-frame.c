/* shanhai-chart-frame.c - title, subtitle, sources and notes around the plot. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the top: title, subtitle. From the bottom: notes, sources, a thin rule over them. The plot keeps at least MIN_PLOT of the height. */

#include "shanhai-chart-frame.h"

#include <math.h>

#define MIN_PLOT 0.45

typedef struct
{
  int title, subtitle, sources, notes;
} MostLines;

/* the finding goes last */
static const MostLines most_lines[] = {
  { 3, 3, 4, 4 }, { 3, 2, 2, 3 }, { 3, 2, 2, 2 }, { 3, 1, 1, 2 }, { 3, 1, 1, 1 }, { 3, 0, 1, 1 }, { 2, 0, 1, 1 }, { 2, 0, 0, 1 },
  { 1, 0, 0, 1 }, { 1, 0, 0, 0 },
};

typedef struct
{
  char           **lines;
  ShanhaiTextLook  look;
  double           height;  /* of all lines */
} Block;

static void
block_clear (Block *self)
{
  g_clear_pointer (&self->lines, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, block_clear)

static void
block_init (Block                     *self,
            const ShanhaiChartOptions *options,
            const char                *text,
            double                     width,
            int                        max_lines)
{
  ShanhaiTextStyle style = { self->look.size, self->look.bold, shanhai_chart_options_get_language (options) };

  block_clear (self);
  self->lines = max_lines > 0 ? shanhai_text_layout_wrap (text, &style, width, max_lines) : g_new0 (char *, 1);
  self->height = g_strv_length (self->lines) * self->look.size * SHANHAI_TEXT_LINE;
}

static void
block_add (const Block         *self,
           ShanhaiMarksBuilder *builder,
           double               x,
           double               top)
{
  double size = self->look.size;
  /* the leading is shared out over and under the line */
  double y = top + size * (SHANHAI_TEXT_LINE - SHANHAI_TEXT_DESCENT - 0.03);

  for (char **line = self->lines; *line != NULL; line++, y += size * SHANHAI_TEXT_LINE)
    shanhai_marks_builder_add_text (builder, *line, x, y, &self->look);
}

static char *
join_sources (const ShanhaiChartOptions *options,
              const ShanhaiChartTexts   *texts)
{
  g_autofree char *joined = NULL;
  guint n = texts->sources != NULL ? g_strv_length ((char **) texts->sources) : 0;

  if (n == 0)
    return NULL;

  joined = g_strjoinv (" · ", (char **) texts->sources);
  /* Translators: under a chart; %s is a list such as “[1] Xiamen Daily, 15 Oct 2020 · [2] …” */
  return g_strdup_printf (shanhai_words_plural (options->words, "Source: %s", "Sources: %s", n), joined);
}

static char *
join_notes (const ShanhaiChartOptions *options,
            const ShanhaiChartTexts   *texts)
{
  bool chinese = shanhai_chart_options_get_language (options) == SHANHAI_LANGUAGE_CHINESE;
  g_autoptr (GString) joined = g_string_new (NULL);

  if (texts->notes == NULL || texts->notes[0] == NULL)
    return NULL;

  for (guint i = 0; texts->notes[i] != NULL; i++)
    {
      if (i > 0 && !g_str_has_suffix (joined->str, ".") && !g_str_has_suffix (joined->str, "。"))
        g_string_append (joined, " · ");
      else if (i > 0 && !chinese)
        /* a Chinese full stop brings its own space */
        g_string_append_c (joined, ' ');
      g_string_append (joined, texts->notes[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static ShanhaiTextLook
make_look (const ShanhaiChartOptions *options,
           ShanhaiTextRole            role,
           ShanhaiSize                size,
           ShanhaiInk                 ink)
{
  return (ShanhaiTextLook) {
    .role = role,
    .size = shanhai_chart_options_get_size (options, size),
    .bold = role == SHANHAI_ROLE_TITLE,
    .colour = shanhai_palette_get_ink (options->theme, ink),
  };
}

/**
 * shanhai_chart_frame_add:
 * @builder: the marks being made
 * @options: size, parts, words; a title or subtitle there goes before that of @texts
 * @texts: title, subtitle, sources and notes
 *
 * Returns: what is left for the plot, within the margins
 */
ShanhaiBox
shanhai_chart_frame_add (ShanhaiMarksBuilder       *builder,
                         const ShanhaiChartOptions *options,
                         const ShanhaiChartTexts   *texts)
{
  const char *title = options->title != NULL ? options->title : texts->title;
  const char *subtitle = options->subtitle != NULL ? options->subtitle : texts->subtitle;
  double unit = shanhai_chart_options_get_size (options, SHANHAI_SIZE_LABEL) / 12;
  double margin = round ((options->compact ? 8 : MIN (options->width, options->height) < 400 ? 12 : 20) * unit);
  double width = MAX (options->width - 2 * margin, 1);
  double room = options->height - 2 * margin;
  g_autofree char *sources = join_sources (options, texts);
  g_autofree char *notes = join_notes (options, texts);
  g_auto (Block) head = { .look = make_look (options, SHANHAI_ROLE_TITLE, SHANHAI_SIZE_TITLE, SHANHAI_INK_TEXT) };
  g_auto (Block) sub = { .look = make_look (options, SHANHAI_ROLE_SUBTITLE, SHANHAI_SIZE_LABEL, SHANHAI_INK_SECONDARY) };
  g_auto (Block) source = { .look = make_look (options, SHANHAI_ROLE_SOURCE, SHANHAI_SIZE_SOURCE, SHANHAI_INK_SECONDARY) };
  g_auto (Block) note = { .look = make_look (options, SHANHAI_ROLE_NOTE, SHANHAI_SIZE_SOURCE, SHANHAI_INK_SECONDARY) };
  double top = margin, bottom = options->height - margin, used = 0, foot;

  /* what gives way, step by step, until the plot has its share */
  for (guint step = 0; step < G_N_ELEMENTS (most_lines); step++)
    {
      const MostLines *most = &most_lines[step];

      block_init (&head, options, title, width, options->show_title ? most->title : 0);
      block_init (&sub, options, subtitle, width, options->show_title && !options->compact ? most->subtitle : 0);
      block_init (&source, options, sources, width, options->show_sources && !options->compact ? most->sources : 0);
      block_init (&note, options, notes, width, options->compact ? 0 : most->notes);
      used = head.height + sub.height + source.height + note.height + 16 * unit;
      if (room - used >= MIN_PLOT * options->height)
        break;
    }

  shanhai_marks_builder_set_title (builder, title, subtitle);
  for (guint i = 0; texts->notes != NULL && texts->notes[i] != NULL; i++)
    shanhai_marks_builder_add_note (builder, texts->notes[i]);

  block_add (&head, builder, margin, top);
  top += head.height + (head.height > 0 ? 2 * unit : 0);
  block_add (&sub, builder, margin, top);
  top += sub.height + (head.height + sub.height > 0 ? 8 * unit : 0);

  foot = source.height + note.height;
  if (foot > 0)
    {
      ShanhaiStroke rule = { shanhai_palette_get_ink (options->theme, SHANHAI_INK_GRID), 1, SHANHAI_DASH_NONE };
      double y = round (bottom - foot - 6 * unit) + 0.5;

      shanhai_marks_builder_set_layer (builder, SHANHAI_LAYER_GRID);
      shanhai_marks_builder_add_segment (builder, margin, y, options->width - margin, y, &rule);
      shanhai_marks_builder_set_layer (builder, SHANHAI_LAYER_AUTO);
      block_add (&source, builder, margin, bottom - foot);
      block_add (&note, builder, margin, bottom - note.height);
      bottom = y - 10 * unit;
    }

  return (ShanhaiBox) { margin, top, width, MAX (bottom - top, 0) };
}
