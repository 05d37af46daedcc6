/* shanhai-trend-words.c - a trend chart in words: labels, tips, the text alternative. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside a mark a qualifier is a sign (≈ + <); in tips and descriptions it is a word. */

#include <math.h>

#include "shanhai-trend-private.h"

/* more points than this are told by their ends and extremes */
#define MAX_TOLD 24

char *
shanhai_trend_format_value (const Trend *self,
                            double       value,
                            int          decimals)
{
  g_autofree char *number = shanhai_number_format_double (value, self->language, self->options->number_style,
                                                          SHANHAI_NUMBER_COMPACT, decimals);

  return self->chart->is_percent ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

static char *
get_digits (const Trend             *self,
            const ShanhaiTrendPoint *point)
{
  return point->label != NULL ? g_strdup (point->label)
                              : shanhai_trend_format_value (self, point->value, SHANHAI_DECIMALS_ALL);
}

/* A label that carries its sign already keeps it as it is. */
char *
shanhai_trend_format_label (const Trend             *self,
                            const ShanhaiTrendPoint *point)
{
  static const struct
  {
    const char *before;
    const char *after;
  } signs[] = {
    [SHANHAI_QUALIFIER_EXACT] = { "", "" },
    [SHANHAI_QUALIFIER_ABOUT] = { "≈", "" },
    [SHANHAI_QUALIFIER_NEARLY] = { "<", "" },
    [SHANHAI_QUALIFIER_OVER] = { "", "+" },
    [SHANHAI_QUALIFIER_AT_LEAST] = { "≥", "" },
    [SHANHAI_QUALIFIER_AT_MOST] = { "≤", "" },
  };
  g_autofree char *digits = get_digits (self, point);
  const char *before = signs[point->qualifier].before;
  const char *after = signs[point->qualifier].after;

  if (g_str_has_prefix (digits, before) && g_str_has_suffix (digits, after))
    return g_steal_pointer (&digits);
  return g_strconcat (before, digits, after, NULL);
}

static char *
get_words (const Trend             *self,
           const ShanhaiTrendPoint *point)
{
  const ShanhaiWords *words = self->options->words;
  g_autofree char *digits = NULL;

  if (point->words != NULL)
    return g_strdup (point->words);

  digits = get_digits (self, point);
  switch (point->qualifier)
    {
    case SHANHAI_QUALIFIER_ABOUT:
      return g_strdup_printf (shanhai_words_context (words, "figure", "about %s"), digits);

    case SHANHAI_QUALIFIER_NEARLY:
      return g_strdup_printf (shanhai_words_context (words, "figure", "nearly %s"), digits);

    case SHANHAI_QUALIFIER_OVER:
      return g_strdup_printf (shanhai_words_context (words, "figure", "over %s"), digits);

    case SHANHAI_QUALIFIER_AT_LEAST:
      return g_strdup_printf (shanhai_words_context (words, "figure", "at least %s"), digits);

    case SHANHAI_QUALIFIER_AT_MOST:
      return g_strdup_printf (shanhai_words_context (words, "figure", "at most %s"), digits);

    case SHANHAI_QUALIFIER_EXACT:
    default:
      return g_steal_pointer (&digits);
    }
}

static char *
get_when (const ShanhaiTrendPoint *point)
{
  return point->when != NULL ? g_strdup (point->when) : g_strdup_printf ("%.0f", ceil (point->position - 1e-6));
}

/* "2020, planned, target" */
static char *
get_circumstances (const Trend             *self,
                   const ShanhaiTrendPoint *point)
{
  const ShanhaiWords *words = self->options->words;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *when = get_when (point);

  g_ptr_array_add (parts, when);
  if (point->planned)
    g_ptr_array_add (parts, (char *) shanhai_words_context (words, "figure", "planned"));
  if (point->role == SHANHAI_POINT_TARGET)
    g_ptr_array_add (parts, (char *) shanhai_words_context (words, "figure", "target"));
  if (point->role == SHANHAI_POINT_BASELINE)
    g_ptr_array_add (parts, (char *) shanhai_words_context (words, "figure", "baseline"));
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a list in one sentence */
  return g_strjoinv (shanhai_words_context (words, "list", ", "), (char **) parts->pdata);
}

char *
shanhai_trend_format_tip (const Trend              *self,
                          const ShanhaiTrendSeries *series,
                          const ShanhaiTrendPoint  *point)
{
  g_autofree char *circumstances = NULL, *words = NULL;

  if (point->tip != NULL)
    return g_strdup (point->tip);

  circumstances = get_circumstances (self, point);
  words = get_words (self, point);
  if (series->label == NULL || *series->label == '\0')
    /* Translators: when and how much: “2019: 4.25%” */
    return g_strdup_printf (shanhai_words_get (self->options->words, "%s: %s"), circumstances, words);

  /* Translators: a case, when and how much: “Dongxiang, 2019: 4.25%” */
  return g_strdup_printf (shanhai_words_get (self->options->words, "%s, %s: %s"), series->label, circumstances, words);
}

/* the years between that have no figure: 2014, or 2014–2018 */
static char *
get_missing_years (const Trend             *self,
                   const ShanhaiTrendPoint *before,
                   const ShanhaiTrendPoint *after)
{
  double first = floor (before->position + 1e-6) + 1;
  double last = ceil (after->position - 1e-6) - 1;

  if (last <= first)
    /* Translators: a year in a sentence */
    return g_strdup_printf (shanhai_words_context (self->options->words, "year", "%.0f"), first);

  /* Translators: from a year to a year */
  return g_strdup_printf (shanhai_words_context (self->options->words, "years", "%.0f–%.0f"), first, last);
}

char *
shanhai_trend_format_gap (const Trend             *self,
                          const ShanhaiTrendPoint *before,
                          const ShanhaiTrendPoint *after)
{
  g_autofree char *years = get_missing_years (self, before, after);

  /* Translators: in a gap of a line; %s is a year or years: “no data 2014–2018” */
  return g_strdup_printf (shanhai_words_get (self->options->words, "no data %s"), years);
}

/* ---- the text alternative ------------------------------------------------------------------- */

static void
describe_line (const Trend     *self,
               const TrendLine *line,
               GString         *out)
{
  const ShanhaiWords *words = self->options->words;
  const char *semicolon = shanhai_words_context (words, "list", "; ");
  g_autoptr (GString) figures = g_string_new (NULL);
  bool all = line->n <= MAX_TOLD;
  guint least = shanhai_trend_find_extreme (line, -1), most = shanhai_trend_find_extreme (line, 1);

  for (guint i = 0; i < line->n; i++)
    {
      const TrendDot *dot = &line->dots[i];
      const TrendDot *next = dot->joined ? shanhai_trend_get_next (line, i) : NULL;
      g_autofree char *value = NULL, *circumstances = NULL;

      if (!all && i > 0 && i < line->n - 1 && i != least && i != most)
        continue;

      value = get_words (self, dot->point);
      circumstances = get_circumstances (self, dot->point);
      if (figures->len > 0)
        g_string_append (figures, semicolon);
      /* Translators: how much and when: “38.74% (2013)” */
      g_string_append_printf (figures, shanhai_words_get (words, "%s (%s)"), value, circumstances);

      if (all && next != NULL && shanhai_trend_is_gap (dot->point, next->point))
        {
          g_autofree char *gap = shanhai_trend_format_gap (self, dot->point, next->point);

          g_string_append (figures, semicolon);
          g_string_append (figures, gap);
        }
    }

  if (!all)
    {
      g_string_append (figures, semicolon);
      g_string_append_printf (figures,
                              shanhai_words_plural (words, "%u figure in all", "%u figures in all", line->n_all),
                              line->n_all);
    }

  if (line->series->label != NULL && *line->series->label != '\0')
    /* Translators: a case and its figures, as a sentence */
    g_string_append_printf (out, shanhai_words_get (words, "%s: %s."), line->series->label, figures->str);
  else
    /* Translators: figures, as a sentence */
    g_string_append_printf (out, shanhai_words_context (words, "sentence", "%s."), figures->str);
  g_string_append_c (out, '\n');
}

static void
append_line (GString    *out,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s\n", text);
}

char *
shanhai_trend_describe (const Trend *self)
{
  const ShanhaiWords *words = self->options->words;
  GString *out = g_string_new (NULL);

  append_line (out, self->options->title != NULL ? self->options->title : self->chart->title);
  append_line (out, self->options->subtitle != NULL ? self->options->subtitle : self->chart->subtitle);
  append_line (out, self->chart->description);
  if (self->chart->good == SHANHAI_GOOD_FALLING)
    append_line (out, shanhai_words_get (words, "Less is better."));
  else if (self->chart->good == SHANHAI_GOOD_RISING)
    append_line (out, shanhai_words_get (words, "More is better."));

  if (self->n_dots == 0)
    append_line (out, shanhai_words_get (words, "No figures yet"));
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].n > 0)
      describe_line (self, &self->lines[i], out);

  for (guint i = 0; self->chart->notes != NULL && self->chart->notes[i] != NULL; i++)
    append_line (out, self->chart->notes[i]);
  for (guint i = 0; i < self->notes->len; i++)
    append_line (out, g_ptr_array_index (self->notes, i));

  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
