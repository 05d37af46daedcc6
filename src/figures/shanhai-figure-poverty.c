/* shanhai-figure-poverty.c - how an indicator moved over the years, a line a place. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One series for each case and subject. A figure that two sources print alike is one point; where they differ both are drawn, and the one that stands
 * (shanhai-rivals.h) is the end of its line and what the title tells. */

#include "shanhai-config.h"

#include "shanhai-figure-private.h"

#include "shanhai-case.h"
#include "shanhai-rivals.h"

/* the figures of one series by time; borrowed from the casebook */
typedef struct
{
  ShanhaiTrendSeries *series;
  const char         *case_id;
  GPtrArray          *observations;  /* of ShanhaiObservation, done and not planned */
  GHashTable         *told;          /* the same, no two of them alike */
  ShanhaiObservation *first, *last;  /* of them: where the line begins and ends; NULL while there are none */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_hash_table_unref (line->told);
  g_ptr_array_unref (line->observations);
  g_free (line);
}

static bool
is_done (ShanhaiObservation *observation)
{
  return g_strcmp0 (shanhai_observation_get_role (observation), "target") != 0 &&
         !shanhai_observation_get_value (observation)->planned;
}

/* by their places on the axis; of one line's at one place what stands comes first */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      casebook)
{
  ShanhaiObservation *x = *(ShanhaiObservation **) a;
  ShanhaiObservation *y = *(ShanhaiObservation **) b;
  const double p = shanhai_period_get_position (shanhai_observation_get_period (x));
  const double q = shanhai_period_get_position (shanhai_observation_get_period (y));
  int order = p < q ? -1 : p > q;

  if (order == 0)
    order = g_strcmp0 (shanhai_observation_get_case_id (x), shanhai_observation_get_case_id (y));
  if (order == 0)
    order = g_strcmp0 (shanhai_observation_get_subject (x), shanhai_observation_get_subject (y));
  if (order != 0)
    return order;

  return shanhai_casebook_compare_rivals (casebook, SHANHAI_RECORD (x), SHANHAI_RECORD (y));
}

static bool
is_drawable (ShanhaiObservation *observation,
             const char         *indicator)
{
  const ShanhaiPeriod *period = shanhai_observation_get_period (observation);

  return g_strcmp0 (shanhai_observation_get_indicator (observation), indicator) == 0 &&
         shanhai_observation_get_value (observation) != NULL && period != NULL &&
         !(shanhai_period_is_open_start (period) && shanhai_period_is_open_end (period));
}

static guint
hash_figure (gconstpointer key)
{
  ShanhaiObservation *observation = (ShanhaiObservation *) key;
  const double when = shanhai_period_get_position (shanhai_observation_get_period (observation));
  const double value = shanhai_decimal_to_double (&shanhai_observation_get_value (observation)->value);

  return g_double_hash (&when) * 31 + g_double_hash (&value);
}

/* of the same series, told a second time */
static gboolean
is_twin (gconstpointer a,
         gconstpointer b)
{
  ShanhaiObservation *x = (ShanhaiObservation *) a, *y = (ShanhaiObservation *) b;

  return shanhai_period_equal (shanhai_observation_get_period (x), shanhai_observation_get_period (y)) &&
         shanhai_quantity_equal (shanhai_observation_get_value (x), shanhai_observation_get_value (y));
}

static ShanhaiPointRole
get_point_role (ShanhaiObservation *observation)
{
  const char *role = shanhai_observation_get_role (observation);

  if (g_strcmp0 (role, "baseline") == 0)
    return SHANHAI_POINT_BASELINE;
  if (g_strcmp0 (role, "target") == 0)
    return SHANHAI_POINT_TARGET;

  return SHANHAI_POINT_ACTUAL;
}

/* whiskers only where the source itself leaves room */
static void
set_interval (ShanhaiTrendPoint     *point,
              const ShanhaiQuantity *value)
{
  ShanhaiInterval soft;

  if (value->qualifier == SHANHAI_QUALIFIER_EXACT && !value->has_hi)
    return;

  shanhai_quantity_get_soft (value, &soft);
  if (soft.lo_unbounded || soft.hi_unbounded)
    return;

  point->has_interval = true;
  point->lo = shanhai_decimal_to_double (&soft.lo);
  point->hi = shanhai_decimal_to_double (&soft.hi);
}

static double
get_middle (const ShanhaiQuantity *value)
{
  double v = shanhai_decimal_to_double (&value->value);

  return value->has_hi ? (v + shanhai_decimal_to_double (&value->value_hi)) / 2 : v;
}

/* whether the line has a figure of that time already: they come with the one that stands first */
static bool
is_behind (Line               *line,
           ShanhaiObservation *observation)
{
  ShanhaiObservation *before = line->observations->len > 0 ? line->observations->pdata[line->observations->len - 1] : NULL;

  return before != NULL && shanhai_period_get_position (shanhai_observation_get_period (before)) ==
                           shanhai_period_get_position (shanhai_observation_get_period (observation));
}

static void
add_point (const ShanhaiFigureContext *context,
           Line                       *line,
           ShanhaiObservation         *observation)
{
  const ShanhaiQuantity *value = shanhai_observation_get_value (observation);
  const ShanhaiPeriod *period = shanhai_observation_get_period (observation);
  g_autofree char *label = shanhai_figure_dup_label (context, value);
  ShanhaiQuantity told = *value;
  ShanhaiTrendPoint *point;
  bool rival = false;

  shanhai_cited_add (context->cited, SHANHAI_RECORD (observation));
  if (is_done (observation))
    {
      if (!g_hash_table_add (line->told, observation))
        return;
      rival = is_behind (line, observation);
      g_ptr_array_add (line->observations, observation);
    }

  point = shanhai_trend_series_add_point (line->series, shanhai_record_get_id (SHANHAI_RECORD (observation)),
                                          shanhai_period_get_position (period), get_middle (value), label);
  point->when = shanhai_period_format (period, context->language);
  told.planned = false;  /* the chart says it itself */
  point->words = shanhai_figure_dup_words (context, &told);
  point->qualifier = value->qualifier;
  point->planned = value->planned;
  point->role = get_point_role (observation);
  point->rival = rival;
  set_interval (point, value);
}

static char *
dup_series_label (const ShanhaiFigureContext *context,
                  ShanhaiObservation         *observation)
{
  const char *subject = shanhai_observation_get_subject (observation);
  ShanhaiCase *of;

  if (shanhai_casebook_lookup (context->casebook, subject) != NULL)
    return shanhai_casebook_dup_label (context->casebook, subject, context->language);

  of = shanhai_casebook_lookup_as (context->casebook, SHANHAI_RECORD_CASE, shanhai_observation_get_case_id (observation));

  return g_strdup (of != NULL ? shanhai_name_get (shanhai_case_get_title (of), context->language) : "");
}

static Line *
ensure_line (const ShanhaiFigureContext *context,
             ShanhaiTrendChart          *chart,
             GHashTable                 *by_key,
             GPtrArray                  *lines,
             ShanhaiObservation         *observation)
{
  const char *case_id = shanhai_observation_get_case_id (observation);
  const char *subject = shanhai_observation_get_subject (observation);
  g_autofree char *key = g_strdup_printf ("%s/%s", case_id != NULL ? case_id : "", subject != NULL ? subject : "");
  Line *line = g_hash_table_lookup (by_key, key);

  if (line == NULL)
    {
      g_autofree char *label = dup_series_label (context, observation);

      line = g_new0 (Line, 1);
      line->case_id = case_id;
      line->observations = g_ptr_array_new ();
      line->told = g_hash_table_new (hash_figure, is_twin);
      line->series = shanhai_trend_chart_add_series (chart, key, label, shanhai_figure_case_slot (context, case_id));
      g_ptr_array_add (lines, line);
      g_hash_table_insert (by_key, g_steal_pointer (&key), line);
    }

  return line;
}

/* two subjects of one case would share its colour; the second takes the next that no case has, else grey */
static void
part_colours (GPtrArray *lines)
{
  bool taken[SHANHAI_N_HUES] = { false };

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];
      int slot = line->series->slot;

      if (slot >= 0 && !taken[slot])
        {
          taken[slot] = true;
          continue;
        }
      line->series->slot = SHANHAI_SLOT_GREY;
      for (int k = SHANHAI_N_HUES - 1; slot >= 0 && k >= 0; k--)
        if (!taken[k])
          {
            taken[k] = true;
            line->series->slot = k;
            break;
          }
    }
}

static void
find_ends (const ShanhaiFigureContext *context,
           GPtrArray                  *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];

      line->first = shanhai_casebook_find_end (context->casebook, line->observations, false);
      line->last = shanhai_casebook_find_end (context->casebook, line->observations, true);
    }
}

static int
compare_change (Line *line)
{
  return shanhai_decimal_compare (&shanhai_observation_get_value (line->last)->value,
                                  &shanhai_observation_get_value (line->first)->value);
}

static bool
has_change (Line *line)
{
  return line->observations->len > 1 &&
         shanhai_period_get_year (shanhai_observation_get_period (line->first)) <
         shanhai_period_get_year (shanhai_observation_get_period (line->last));
}

static char *
dup_line_title (const ShanhaiFigureContext *context,
                Line                       *line,
                const char                 *measure)
{
  const ShanhaiQuantity *start = shanhai_observation_get_value (line->first);
  const ShanhaiQuantity *end = shanhai_observation_get_value (line->last);
  g_autofree char *inner = shanhai_figure_dup_inner (context, measure);
  g_autofree char *from = shanhai_figure_dup_words (context, start);
  g_autofree char *to = shanhai_figure_dup_words (context, end);
  const int years = shanhai_period_get_year (shanhai_observation_get_period (line->last)) -
                    shanhai_period_get_year (shanhai_observation_get_period (line->first));

  /* Translators: place, indicator, figure, figure, years: "Dongxiang: poverty rate 38.74% → 4.25% in 6 years" */
  return g_strdup_printf (shanhai_words_plural (context->words, "%1$s: %2$s %3$s → %4$s in %5$d year",
                                                "%1$s: %2$s %3$s → %4$s in %5$d years", (gulong) years),
                          line->series->label, inner, from, to, years);
}

static char *
dup_title (const ShanhaiFigureContext *context,
           GPtrArray                  *lines,
           const char                 *measure)
{
  guint n = 0, n_fell = 0, n_rose = 0;
  Line *only = NULL;

  for (guint i = 0; i < lines->len; i++)
    if (has_change (lines->pdata[i]))
      {
        int change = compare_change (lines->pdata[i]);

        only = lines->pdata[i];
        n++;
        n_fell += change < 0;
        n_rose += change > 0;
      }

  if (n == 1)
    return dup_line_title (context, only, measure);
  if (n == 0)
    return g_strdup (measure);
  if (n == 2 && n_fell == n)
    return g_strdup_printf (shanhai_words_get (context->words, "%s fell in both places"), measure);
  if (n == 2 && n_rose == n)
    return g_strdup_printf (shanhai_words_get (context->words, "%s rose in both places"), measure);
  if (n_fell == n)
    /* Translators: indicator, number of places */
    return g_strdup_printf (shanhai_words_get (context->words, "%s fell in all %u places"), measure, n);
  if (n_rose == n)
    return g_strdup_printf (shanhai_words_get (context->words, "%s rose in all %u places"), measure, n);

  /* Translators: indicator, number of places, number of all places */
  return g_strdup_printf (shanhai_words_get (context->words, "%s fell in %u of %u places"), measure, n_fell, n);
}

/* "−34.49 percentage points": exact, and only for a rate of one place */
static char *
dup_change_of_rate (const ShanhaiFigureContext *context,
                    Line                       *line)
{
  ShanhaiQuantity change = { .unit = g_intern_static_string ("percentage-point") };
  const ShanhaiQuantity *start = shanhai_observation_get_value (line->first);
  const ShanhaiQuantity *end = shanhai_observation_get_value (line->last);

  if (strcmp (start->unit, "percent") != 0 || !shanhai_decimal_subtract (&end->value, &start->value, &change.value))
    return NULL;

  change.precision = shanhai_decimal_compare (&start->precision, &end->precision) > 0 ? start->precision : end->precision;

  return shanhai_figure_dup_words (context, &change);
}

/* What the measure doesn't say of the unit: nothing for "Poor villages" and "villages", 个 for 贫困村 and 个村. (transfer full) */
static char *
dup_unit_behind (const char *measure,
                 const char *unit)
{
  g_autofree char *folded = g_utf8_casefold (measure, -1);
  const char *end = unit + strlen (unit);
  const char *start = end;

  while (start > unit && g_str_has_suffix (folded, g_utf8_prev_char (start)))
    start = g_utf8_prev_char (start);

  /* half an English word is no unit */
  if (start > unit && g_ascii_isalpha (start[-1]) && g_ascii_isalpha (*start))
    start = end;

  return g_strndup (unit, (gsize) (start - unit));
}

static char *
dup_subtitle (const ShanhaiFigureContext *context,
              GPtrArray                  *lines,
              const char                 *measure)
{
  g_autoptr (GString) subtitle = g_string_new (measure);
  int first = G_MAXINT, last = G_MININT;
  const ShanhaiQuantity *any = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];

      for (guint k = 0; k < line->series->points->len; k++)
        {
          const int year = (int) (g_array_index (line->series->points, ShanhaiTrendPoint, k).position + 0.5);

          first = MIN (first, year);
          last = MAX (last, year);
        }
      if (line->observations->len > 0)
        any = shanhai_observation_get_value (line->first);
    }

  if (any != NULL)
    {
      g_autofree char *unit = dup_unit_behind (measure, shanhai_vocabulary_get_unit_label (any, context->language));

      if (*unit != '\0')
        g_string_append_printf (subtitle, "%s%s", shanhai_words_context (context->words, "between the parts of a subtitle", ", "), unit);
    }
  if (first <= last)
    g_string_append_printf (subtitle, first < last ? "%s%d–%d" : "%s%d",
                            shanhai_words_context (context->words, "between the parts of a subtitle", ", "), first, last);
  if (lines->len == 1 && has_change (lines->pdata[0]))
    {
      g_autofree char *change = dup_change_of_rate (context, lines->pdata[0]);

      if (change != NULL)
        g_string_append_printf (subtitle, " · %s", change);
    }

  return g_string_free (g_steal_pointer (&subtitle), FALSE);
}

static ShanhaiGoodDirection
get_good_direction (const char *indicator)
{
  const ShanhaiTerm *term = shanhai_vocabulary_find ("indicators", indicator);

  if (term != NULL && g_strcmp0 (term->direction, "falling-is-good") == 0)
    return SHANHAI_GOOD_FALLING;
  if (term != NULL && g_strcmp0 (term->direction, "rising-is-good") == 0)
    return SHANHAI_GOOD_RISING;

  return SHANHAI_GOOD_NEITHER;
}

/* one axis, one unit: the one most figures have; the others are left out and that is said */
static const char *
choose_unit (GPtrArray *observations)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const char *best = NULL;
  guint best_count = 0;

  for (guint i = 0; i < observations->len; i++)
    {
      const char *unit = shanhai_observation_get_value (observations->pdata[i])->unit;
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, unit)) + 1;

      g_hash_table_insert (counts, (gpointer) unit, GUINT_TO_POINTER (count));
      if (count > best_count || (count == best_count && strcmp (unit, best) < 0))
        {
          best = unit;
          best_count = count;
        }
    }

  return best;
}

/* -- reading, some observations at a time -- */

typedef struct
{
  const ShanhaiFigureContext *context;
  ShanhaiTrendChart          *chart;
  GPtrArray                  *collected;     /* of the cases; NULL once `observations` is complete */
  GPtrArray                  *observations;  /* of the indicator, by time */
  GPtrArray                  *lines;
  GHashTable                 *by_key;        /* "case/subject" → Line */
  const char                 *unit;
  guint                       at;            /* the next of `collected` or of `observations` */
  guint                       n_left_out;
} Builder;

static gpointer
start (const ShanhaiFigureContext *context)
{
  Builder *self = g_new0 (Builder, 1);

  self->context = context;
  self->chart = shanhai_trend_chart_new ();
  self->collected = shanhai_figure_collect (context, SHANHAI_RECORD_OBSERVATION);
  self->observations = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
drop (gpointer builder)
{
  Builder *self = builder;

  g_clear_pointer (&self->chart, shanhai_trend_chart_free);
  g_clear_pointer (&self->collected, g_ptr_array_unref);
  g_ptr_array_unref (self->observations);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* the next one, of all or of those that are drawn; returns false after the last */
static bool
read_one (Builder *self)
{
  ShanhaiObservation *observation;

  if (self->collected != NULL && self->at < self->collected->len)
    {
      observation = self->collected->pdata[self->at++];
      if (is_drawable (observation, self->context->by))
        g_ptr_array_add (self->observations, observation);
      return true;
    }
  if (self->collected != NULL)
    {
      g_clear_pointer (&self->collected, g_ptr_array_unref);
      g_ptr_array_sort_with_data (self->observations, compare_places, self->context->casebook);
      self->unit = choose_unit (self->observations);
      self->at = 0;
    }
  if (self->at == self->observations->len)
    return false;

  observation = self->observations->pdata[self->at++];
  if (shanhai_observation_get_value (observation)->unit != self->unit)
    self->n_left_out++;
  else
    add_point (self->context, ensure_line (self->context, self->chart, self->by_key, self->lines, observation), observation);
  return true;
}

static bool
go_on (gpointer builder,
       gint64   until)
{
  guint n = 0;

  while (read_one (builder))
    if (++n % SHANHAI_FIGURE_STRIDE == 0 && g_get_monotonic_time () >= until)
      return false;

  return true;
}

/* what stands around the lines */
static void
add_words (Builder *self)
{
  const ShanhaiFigureContext *context = self->context;
  ShanhaiTrendChart *chart = self->chart;
  const char *measure = shanhai_casebook_get_indicator_label (context->casebook, context->by, context->language);

  chart->title = dup_title (context, self->lines, measure);
  chart->subtitle = dup_subtitle (context, self->lines, measure);
  chart->good = get_good_direction (context->by);
  chart->is_percent = g_strcmp0 (self->unit, "percent") == 0;
  if (self->unit != NULL && !chart->is_percent)
    {
      const ShanhaiQuantity many = { .unit = self->unit };

      chart->unit_label = g_strdup (shanhai_vocabulary_get_unit_label (&many, context->language));
    }
  chart->sources = shanhai_cited_dup_lines (context->cited, context);
  if (self->n_left_out > 0)
    {
      g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
      g_autofree char *note = g_strdup_printf (shanhai_words_plural (context->words, "%u figure in another unit isn't drawn.",
                                                                     "%u figures in other units aren't drawn.", self->n_left_out),
                                               self->n_left_out);

      g_strv_builder_add (notes, note);
      chart->notes = g_strv_builder_end (notes);
    }
}

static gpointer
finish (gpointer builder)
{
  Builder *self = builder;
  ShanhaiTrendChart *chart;

  find_ends (self->context, self->lines);
  part_colours (self->lines);
  add_words (self);
  chart = g_steal_pointer (&self->chart);
  drop (self);

  return chart;
}

static guint
count (gconstpointer chart)
{
  const ShanhaiTrendChart *trend = chart;
  guint n = 0;

  for (guint i = 0; i < trend->series->len; i++)
    n += ((ShanhaiTrendSeries *) trend->series->pdata[i])->points->len;

  return n;
}

static ShanhaiMarks *
layout (gconstpointer              chart,
        const ShanhaiChartOptions *options)
{
  return shanhai_trend_chart_layout (chart, options);
}

static void
clear (gpointer chart)
{
  shanhai_trend_chart_free (chart);
}

const ShanhaiFigureBuilder shanhai_figure_poverty_builder = { start, go_on, finish, drop, count, layout, clear };
