/* shanhai-figure-bars.c - a case's money as bars, by sector or by year. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is disbursed, committed and planned has a bar each; they are never added up. By sector, a total gives way to its parts, and what they don't account for
 * goes to a row that says so. By year, money of a span of years has a row of its own: nobody told how much of it fell into which year. */

#include "shanhai-config.h"

#include <math.h>

#include "shanhai-bar-chart.h"
#include "shanhai-figure-funds.h"

/* years without money between years with money, more than which aren't shown one by one */
#define MAX_EMPTY_YEARS 15
#define N_STATES 3

/* in the order of the bars in a row */
static const struct
{
  const char     *status;
  ShanhaiBarLook  look;
} states[N_STATES] = {
  { "disbursed", SHANHAI_BAR_FULL },
  { "committed", SHANHAI_BAR_HOLLOW },
  { "planned", SHANHAI_BAR_HATCHED },
};

/* what one bar will be */
typedef struct
{
  GPtrArray *flows;  /* ShanhaiFlow, each once */
  double     value;
  double     lo, hi; /* what it can be */
  bool       whole;  /* each flow is counted with its whole amount */
} Heap;

typedef struct
{
  char                *key;
  char                *label;
  int                  slot;
  bool                 untold;
  const ShanhaiPeriod *period;  /* by year */
  Heap                 heaps[N_STATES];
} Row;

typedef struct
{
  const ShanhaiFigureContext *context;
  GPtrArray                  *rows;    /* Row */
  GHashTable                 *by_key;
  ShanhaiFundsSelection      *selection;  /* of the state at hand; NULL between two */
  guint                       state;
  guint                       at;         /* of the selection's totals, the next one */
  ShanhaiBarChart            *chart;
} Builder;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_STATES; i++)
    g_clear_pointer (&row->heaps[i].flows, g_ptr_array_unref);
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

/* @key, @label: (transfer full) */
static Row *
ensure_row (Builder *self,
            char    *key,
            char    *label)
{
  g_autofree char *owned_key = key, *owned_label = label;
  Row *row = g_hash_table_lookup (self->by_key, key);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->key = g_steal_pointer (&owned_key);
      row->label = g_steal_pointer (&owned_label);
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_key, row->key, row);
    }

  return row;
}

static void
add_flow (Builder     *self,
          Row         *row,
          ShanhaiFlow *flow,
          GPtrArray   *parts)
{
  Heap *heap = &row->heaps[self->state];
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  double lo, hi;

  if (heap->flows == NULL)
    {
      heap->flows = g_ptr_array_new ();
      heap->whole = true;
    }
  g_ptr_array_add (one, flow);
  shanhai_funds_get_bounds (one, &lo, &hi);
  if (parts != NULL)
    {
      double parts_lo, parts_hi;

      shanhai_funds_get_bounds (parts, &parts_lo, &parts_hi);
      lo = MAX (lo - parts_hi, 0);
      hi = MAX (hi - parts_lo, 0);
      heap->whole = false;
    }
  heap->value += shanhai_funds_get_rest (flow, parts);
  heap->lo += lo;
  heap->hi += hi;
  g_ptr_array_add (heap->flows, flow);
  shanhai_cited_add (self->context->cited, SHANHAI_RECORD (flow));
}

/* ---- by sector ------------------------------------------------------------------------------ */

static Row *
ensure_sector_row (Builder    *self,
                   const char *sector)
{
  Row *row;

  if (sector == NULL)
    {
      row = ensure_row (self, g_strdup (""), g_strdup (shanhai_words_get (self->context->words, "Use not stated in the sources")));
      row->slot = SHANHAI_SLOT_GREY;
      row->untold = true;
      return row;
    }

  row = ensure_row (self, g_strdup (sector), g_strdup (shanhai_vocabulary_get_label ("sectors", sector, self->context->language)));
  row->slot = shanhai_funds_get_sector_slot (sector);

  return row;
}

/* whether no part of the flow, however small, was for something else */
static bool
stays_in (Builder     *self,
          ShanhaiFlow *flow,
          const char  *sector)
{
  GPtrArray *parts = shanhai_funds_selection_get_parts (self->selection, flow);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const char *own = shanhai_flow_get_sector (parts->pdata[i]);

      if ((shanhai_funds_tells_use (own) && own != sector) || !stays_in (self, parts->pdata[i], sector))
        return false;
    }

  return true;
}

static void
share_out (Builder     *self,
           ShanhaiFlow *flow,
           const char  *known_sector)
{
  GPtrArray *parts = shanhai_funds_selection_get_parts (self->selection, flow);
  const char *sector = shanhai_funds_tells_use (shanhai_flow_get_sector (flow)) ? shanhai_flow_get_sector (flow) : known_sector;

  if (stays_in (self, flow, sector))
    parts = NULL;
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    share_out (self, parts->pdata[i], sector);
  if (parts == NULL || shanhai_funds_get_rest (flow, parts) > 0)
    add_flow (self, ensure_sector_row (self, sector), flow, parts);
}

static double
get_size (const Row *row)
{
  double size = 0;

  for (guint i = 0; i < N_STATES; i++)
    size = MAX (size, row->heaps[i].value);

  return size;
}

/* the largest first; what isn't stated last */
static int
compare_sectors (gconstpointer a,
                 gconstpointer b)
{
  const Row *x = *(const Row **) a, *y = *(const Row **) b;

  if (x->untold != y->untold)
    return x->untold ? 1 : -1;
  if (get_size (x) != get_size (y))
    return get_size (x) > get_size (y) ? -1 : 1;

  return strcmp (x->key, y->key);
}

/* ---- by year -------------------------------------------------------------------------------- */

static bool
is_one_year (const ShanhaiPeriod *period)
{
  return !shanhai_period_is_open_start (period) && !shanhai_period_is_open_end (period)
         && shanhai_period_get_first_year (period) == shanhai_period_get_year (period);
}

static int
get_slot (Builder *self)
{
  const char * const *cases = self->context->cases;

  return cases != NULL && cases[0] != NULL && cases[1] == NULL ? shanhai_figure_case_slot (self->context, cases[0]) : 0;
}

static Row *
ensure_year_row (Builder *self,
                 int      year)
{
  Row *row = ensure_row (self, g_strdup_printf ("%05d", year), g_strdup_printf ("%d", year));

  row->slot = get_slot (self);

  return row;
}

static void
add_to_year (Builder     *self,
             ShanhaiFlow *flow)
{
  const ShanhaiPeriod *period = shanhai_flow_get_period (flow);
  Row *row;

  if (period != NULL && is_one_year (period))
    row = ensure_year_row (self, shanhai_period_get_year (period));
  else if (period != NULL)
    {
      row = ensure_row (self, g_strdup_printf ("s%s", shanhai_period_get_text (period)),
                        shanhai_period_format (period, self->context->language));
      row->slot = get_slot (self);
      row->period = period;
    }
  else
    {
      row = ensure_row (self, g_strdup (""), g_strdup (shanhai_words_get (self->context->words, "Time not stated")));
      row->slot = SHANHAI_SLOT_GREY;
      row->untold = true;
    }
  add_flow (self, row, flow, NULL);
}

/* single years, then spans, then what isn't stated */
static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const Row *x = *(const Row **) a, *y = *(const Row **) b;

  if (x->untold != y->untold)
    return x->untold ? 1 : -1;
  if ((x->period != NULL) != (y->period != NULL))
    return x->period != NULL ? 1 : -1;
  if (x->period != NULL && shanhai_period_compare (x->period, y->period) != 0)
    return shanhai_period_compare (x->period, y->period);

  return strcmp (x->key, y->key);
}

/* a year without money between two with money is a gap that shows */
static void
add_empty_years (Builder *self)
{
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (row->period == NULL && !row->untold)
        {
          const int year = atoi (row->key);

          first = MIN (first, year);
          last = MAX (last, year);
        }
    }

  if (first < last && last - first <= MAX_EMPTY_YEARS)
    for (int year = first; year <= last; year++)
      ensure_year_row (self, year);
}

/* ---- the chart ------------------------------------------------------------------------------ */

static void
add_bar (Builder       *self,
         ShanhaiBarRow *into,
         const Row     *row,
         guint          state)
{
  const Heap *heap = &row->heaps[state];
  g_autofree char *key = g_strdup_printf ("%s/%s", row->key, states[state].status);
  g_autoptr (GStrvBuilder) records = g_strv_builder_new ();
  const bool one = heap->flows->len == 1 && heap->whole;
  ShanhaiBar *bar = shanhai_bar_row_add (into, one ? shanhai_record_get_id (heap->flows->pdata[0]) : key, heap->value, row->slot);
  ShanhaiQuantity sum = shanhai_funds_sum (heap->flows);

  if (!heap->whole)
    {
      /* what totals leave: only as sure as the figures that it comes of */
      g_autofree char *digits = g_strdup_printf ("%.0f", heap->value);

      shanhai_decimal_parse (digits, -1, &sum.value);
      sum.qualifier = SHANHAI_QUALIFIER_ABOUT;
      sum.has_hi = false;
    }
  bar->lo = MIN (heap->lo, heap->value);
  bar->hi = MAX (heap->hi, heap->value);
  /* the state says already that it is planned */
  sum.planned = false;

  bar->label = shanhai_quantity_format (&sum, NULL, self->context->language, self->context->options->number_style,
                                        SHANHAI_NUMBER_COMPACT, SHANHAI_QUALIFIER_SIGNS);
  bar->words = shanhai_figure_dup_words (self->context, &sum);
  bar->look = row->untold ? SHANHAI_BAR_HATCHED : states[state].look;
  if (state > 0)
    bar->state = shanhai_figure_dup_inner (self->context, shanhai_vocabulary_get_label ("status.flow", states[state].status,
                                                                                        self->context->language));
  for (guint i = 0; i < heap->flows->len; i++)
    g_strv_builder_add (records, shanhai_record_get_id (heap->flows->pdata[i]));
  bar->records = g_strv_builder_end (records);
}

/* the words for what was disbursed without a use, or NULL */
static const char *
get_untold (Builder               *self,
            const ShanhaiBarChart *chart)
{
  for (guint i = 0; i < chart->rows->len; i++)
    if (((Row *) self->rows->pdata[i])->untold)
      return g_array_index (((ShanhaiBarRow *) chart->rows->pdata[i])->bars, ShanhaiBar, 0).words;

  return NULL;
}

/* "up to 2020" begins a title: "Up to 2020" (transfer full) */
static char *
dup_capitalised (const char *text)
{
  g_autoptr (GString) capitalised = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (capitalised, g_unichar_totitle (g_utf8_get_char (text)));
      g_string_append (capitalised, g_utf8_next_char (text));
    }
  return g_string_free (g_steal_pointer (&capitalised), FALSE);
}

static char *
dup_title (Builder               *self,
           const ShanhaiBarChart *chart)
{
  const ShanhaiWords *words = self->context->words;
  const bool by_sector = strcmp (self->context->by, "sector") == 0;
  const char *untold = get_untold (self, chart);
  const ShanhaiBarRow *largest = NULL;
  const ShanhaiBar *bar;
  g_autofree char *label = NULL;

  /* what isn't stated makes no finding */
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const ShanhaiBarRow *row = chart->rows->pdata[i];

      if (row->bars->len > 0 && !((Row *) self->rows->pdata[i])->untold &&
          (largest == NULL || g_array_index (row->bars, ShanhaiBar, 0).value > g_array_index (largest->bars, ShanhaiBar, 0).value))
        largest = row;
    }
  if (largest == NULL && untold == NULL)
    return g_strdup (shanhai_words_get (words, "No flow of aid is recorded"));
  if (largest == NULL)
    /* Translators: %s is an amount */
    return g_strdup_printf (by_sector ? shanhai_words_get (words, "What %s was for isn’t stated")
                                      : shanhai_words_get (words, "When %s was given isn’t stated"), untold);

  bar = &g_array_index (largest->bars, ShanhaiBar, 0);
  label = dup_capitalised (largest->label);
  if (!by_sector)
    /* Translators: a year or years, amount: "2019: 24 M yuan, the largest sum stated" */
    return g_strdup_printf (shanhai_words_context (words, "title of bars", "%s: %s, the largest sum stated"), label, bar->words);
  if (untold != NULL)
    /* Translators: sector, amount, another amount: "Education got the most of what is stated: 130 M CNY; what about 340 M CNY was for isn't stated" */
    return g_strdup_printf (shanhai_words_context (words, "title of bars",
                                                   "%s got the most of what is stated: %s; what %s was for isn’t stated"),
                            largest->label, bar->words, untold);

  /* Translators: sector, amount: "Education got the most: nearly 130 M yuan" */
  return g_strdup_printf (shanhai_words_context (words, "title of bars", "%s got the most: %s"), largest->label, bar->words);
}

static char *
dup_subtitle (Builder    *self,
              const char *unit_label)
{
  const ShanhaiWords *words = self->context->words;

  /* Translators: the measure of a chart; %s is the unit */
  return g_strdup_printf (strcmp (self->context->by, "sector") == 0 ? shanhai_words_get (words, "Funds by sector, %s")
                                                                    : shanhai_words_get (words, "Funds by year, %s"), unit_label);
}

static void
add_notes (Builder         *self,
           ShanhaiBarChart *chart)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_auto (GStrv) apart = shanhai_funds_selection_dup_notes (self->selection, self->context);
  bool spans = false;

  for (guint i = 0; i < self->rows->len; i++)
    spans = spans || ((Row *) self->rows->pdata[i])->period != NULL;
  if (spans)
    g_strv_builder_add (notes, shanhai_words_get (self->context->words,
                                                  "Money of several years isn’t divided among them; it may hold sums of single years."));
  g_strv_builder_addv (notes, (const char **) apart);
  chart->notes = g_strv_builder_end (notes);
}

/* -- reading, some flows at a time -- */

static gpointer
start (const ShanhaiFigureContext *context)
{
  Builder *self = g_new0 (Builder, 1);

  self->context = context;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->chart = shanhai_bar_chart_new ();

  return self;
}

static void
drop (gpointer builder)
{
  Builder *self = builder;

  g_clear_pointer (&self->selection, shanhai_funds_selection_free);
  g_clear_pointer (&self->chart, shanhai_bar_chart_free);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static bool
is_by_sector (Builder *self)
{
  return strcmp (self->context->by, "sector") == 0;
}

/* the flows of the state at hand; returns whether all are read */
static bool
read_state (Builder *self,
            gint64   until)
{
  guint n = 0;

  if (!shanhai_funds_selection_go_on (self->selection, until))
    return false;
  while (self->at < self->selection->totals->len)
    {
      ShanhaiFlow *total = self->selection->totals->pdata[self->at++];

      if (is_by_sector (self))
        share_out (self, total, NULL);
      else
        add_to_year (self, total);
      if (++n % SHANHAI_FIGURE_STRIDE == 0 && g_get_monotonic_time () >= until)
        return false;
    }

  return true;
}

static bool
go_on (gpointer builder,
       gint64   until)
{
  Builder *self = builder;

  while (self->state < N_STATES)
    {
      if (self->selection == NULL)
        self->selection = shanhai_funds_selection_start (self->context, states[self->state].status);
      if (!read_state (self, until))
        return false;

      /* what isn't aid stands apart from all of them */
      if (self->state == N_STATES - 1)
        {
          if (!is_by_sector (self))
            add_empty_years (self);
          g_ptr_array_sort (self->rows, is_by_sector (self) ? compare_sectors : compare_years);
          add_notes (self, self->chart);
        }
      g_clear_pointer (&self->selection, shanhai_funds_selection_free);
      self->at = 0;
      self->state++;
      if (g_get_monotonic_time () >= until)
        return false;
    }

  return true;
}

static gpointer
finish (gpointer builder)
{
  const ShanhaiQuantity yuan = { .unit = g_intern_static_string ("CNY") };
  Builder *self = builder;
  const ShanhaiFigureContext *context = self->context;
  ShanhaiBarChart *chart = g_steal_pointer (&self->chart);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      ShanhaiBarRow *into = shanhai_bar_chart_add_row (chart, row->label);

      for (guint state = 0; state < N_STATES; state++)
        if (row->heaps[state].flows != NULL)
          add_bar (self, into, row, state);
    }

  chart->title = dup_title (self, chart);
  chart->subtitle = dup_subtitle (self, shanhai_vocabulary_get_unit_label (&yuan, context->language));
  chart->sources = shanhai_cited_dup_lines (context->cited, context);
  drop (self);

  return chart;
}

static guint
count (gconstpointer chart)
{
  const ShanhaiBarChart *bars = chart;
  guint n = 0;

  for (guint i = 0; i < bars->rows->len; i++)
    n += ((ShanhaiBarRow *) bars->rows->pdata[i])->bars->len;

  return n;
}

static ShanhaiMarks *
layout (gconstpointer              chart,
        const ShanhaiChartOptions *options)
{
  return shanhai_bar_chart_layout (chart, options);
}

static void
clear (gpointer chart)
{
  shanhai_bar_chart_free (chart);
}

const ShanhaiFigureBuilder shanhai_figure_bars_builder = { start, go_on, finish, drop, count, layout, clear };
