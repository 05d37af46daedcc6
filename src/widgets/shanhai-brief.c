/* shanhai-brief.c - what a brief of a case says, and in which order. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title, summary, key figures; then each kind of record with its chart and its table; at the end the sources, to which the numbers behind the figures
 * point. */

#include "shanhai-config.h"

#include "shanhai-brief-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "shanhai-case-figures.h"
#include "shanhai-figure.h"
#include "shanhai-observation.h"
#include "shanhai-record-columns.h"

#define TITLE_SIZE 22.0
#define HEADING_SIZE 15.0
#define TEXT_SIZE 12.0
#define SMALL_SIZE 10.5
#define FIGURE_SIZE 18.0
#define CHART_HEIGHT 330.0
/* between the columns of a table */
#define COLUMN_GAP 10.0
#define MAX_CELL_WIDTH 260.0
#define MAX_WORD_WIDTH 72.0
#define MAX_CELL_LINES 4
/* rows of one table; what is more is told */
#define MAX_ROWS 400
#define N_CARDS 4

typedef struct
{
  ShanhaiBrief         *brief;
  const ShanhaiWording *wording;
  ShanhaiCase          *record;
  GPtrArray            *sources;   /* of ShanhaiSource, in the order of their first mention */
  ShanhaiMarks * const *charts;    /* by ShanhaiBriefChart; each may be NULL */
} Composer;

static void
add_gap (Composer *self,
         double    height)
{
  shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_GAP)->height = height;
}

/* a paragraph, a piece a line, so that it may run over a page's end */
static void
add_text (Composer   *self,
          const char *text,
          double      size,
          bool        bold,
          ShanhaiInk  ink,
          bool        keep)
{
  const ShanhaiTextStyle style = { size, bold, self->wording->language };
  const double room = shanhai_brief_get_room (self->brief);
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_auto (GStrv) lines = shanhai_text_layout_wrap (*paragraph, &style, room, 0);

      for (char **line = lines; *line != NULL; line++)
        {
          ShanhaiPiece *piece = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_LINE);

          shanhai_brief_add_cell (piece, *line, 0, room, false, &style, ink, 1);
          piece->keep = keep;
        }
    }
}

static void
add_heading (Composer   *self,
             const char *text)
{
  ShanhaiPiece *gap;

  add_gap (self, 22);
  add_text (self, text, HEADING_SIZE, true, SHANHAI_INK_TEXT, true);
  gap = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_GAP);
  gap->height = 6;
  gap->keep = true;
}

static void
add_key_figures (Composer *self)
{
  g_autoptr (GPtrArray) figures = shanhai_case_figures_list (self->wording, self->record);
  const double width = shanhai_brief_get_room (self->brief) / N_CARDS;
  const ShanhaiTextStyle small = { SMALL_SIZE, false, self->wording->language };
  const ShanhaiTextStyle large = { FIGURE_SIZE, true, self->wording->language };
  ShanhaiPiece *headings, *values, *captions;

  if (figures->len == 0)
    return;

  add_gap (self, 16);
  headings = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_CELLS);
  values = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_CELLS);
  captions = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_CELLS);
  headings->keep = values->keep = true;
  for (guint i = 0; i < figures->len && i < N_CARDS; i++)
    {
      const ShanhaiCaseFigure *figure = figures->pdata[i];
      const double x = i * width, room = width - 2 * COLUMN_GAP;
      ShanhaiTextStyle style = large;

      /* a long figure is set smaller rather than broken */
      while (style.size > TEXT_SIZE && shanhai_text_layout_get_width (figure->value, &style) > room)
        style.size -= 1;
      shanhai_brief_add_cell (headings, figure->heading, x, room, false, &small, SHANHAI_INK_SECONDARY, 2);
      shanhai_brief_add_cell (values, figure->value, x, room, false, &style, SHANHAI_INK_TEXT, 2);
      shanhai_brief_add_cell (captions, figure->caption, x, room, false, &small, SHANHAI_INK_SECONDARY, 3);
    }
}

/* the indicator of poverty that the case has most to say about, or any other one; NULL for none */
static const char *
choose_indicator (GListModel *observations)
{
  static const char *const preferred[] = { "poverty-incidence", "poverty-headcount", "poor-villages" };
  const char *first = NULL;
  guint best = G_N_ELEMENTS (preferred);

  for (guint i = 0; i < g_list_model_get_n_items (observations); i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (observations, i);
      const char *indicator = shanhai_observation_get_indicator (observation);

      if (first == NULL)
        first = indicator;
      for (guint k = 0; k < best; k++)
        if (g_strcmp0 (indicator, preferred[k]) == 0)
          best = k;
    }

  return best < G_N_ELEMENTS (preferred) ? preferred[best] : first;
}

static double
get_margin (double width,
            double height)
{
  return round (MIN (width, height) * 0.08);
}

ShanhaiFigure *
shanhai_brief_new_figure (const ShanhaiWording *wording,
                          ShanhaiCase          *record,
                          ShanhaiBriefChart     chart)
{
  const char *cases[] = { shanhai_record_get_id (SHANHAI_RECORD (record)), NULL };
  const ShanhaiRecordType type = chart == SHANHAI_BRIEF_FUNDS ? SHANHAI_RECORD_FLOW : SHANHAI_RECORD_OBSERVATION;
  g_autoptr (GListModel) list = shanhai_casebook_list_case (wording->casebook, type, cases[0]);

  if (g_list_model_get_n_items (list) == 0)
    return NULL;
  return chart == SHANHAI_BRIEF_FUNDS ? shanhai_figure_new (SHANHAI_FIGURE_FUNDS, wording->casebook, cases, "recipient", NULL)
                                      : shanhai_figure_new (SHANHAI_FIGURE_POVERTY, wording->casebook, cases, choose_indicator (list), NULL);
}

ShanhaiChartOptions *
shanhai_brief_new_options (const ShanhaiWording *wording,
                           ShanhaiWords         *words,
                           double                width,
                           double                height)
{
  ShanhaiChartOptions *options = shanhai_chart_options_new (words);

  options->width = floor (width - 2 * get_margin (width, height));
  options->height = CHART_HEIGHT;
  options->number_style = wording->number_style;
  /* they stand at the end, with numbers of their own */
  options->show_sources = false;
  return options;
}

static void
add_chart (Composer          *self,
           ShanhaiBriefChart  chart)
{
  ShanhaiMarks *marks = self->charts[chart];
  ShanhaiPiece *piece;

  if (marks == NULL || shanhai_marks_get_keys (marks)[0] == NULL)
    return;

  piece = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_CHART);
  piece->height = CHART_HEIGHT;
  piece->marks = shanhai_marks_ref (marks);
  add_gap (self, 10);
}

/* ---- tables --------------------------------------------------------------------------------- */

/* "[1] [3]": the sources of a record, numbered as they come up */
static char *
dup_numbers (Composer      *self,
             ShanhaiRecord *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      ShanhaiSource *source = shanhai_casebook_lookup_as (self->wording->casebook, SHANHAI_RECORD_SOURCE, citations->items[i].source);
      g_autofree char *number = NULL;
      guint index;

      if (source == NULL)
        continue;
      if (!g_ptr_array_find (self->sources, source, &index))
        {
          index = self->sources->len;
          g_ptr_array_add (self->sources, source);
        }
      number = g_strdup_printf ("[%u]", index + 1);
      if (strstr (numbers->str, number) == NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " " : "", number);
    }

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

typedef struct
{
  ShanhaiRecord *record;
  char          *subject;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->record);
  g_free (row->subject);
}

/* what belongs together stands together, in time; events in time alone */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a, *y = b;
  int order = shanhai_record_get_record_type (x->record) == SHANHAI_RECORD_EVENT ? 0 : strcmp (x->subject, y->subject);

  if (order == 0)
    order = shanhai_period_compare (shanhai_record_get_period (x->record), shanhai_record_get_period (y->record));

  return order != 0 ? order : strcmp (shanhai_record_get_id (x->record), shanhai_record_get_id (y->record));
}

/* (transfer full) (element-type Row) */
static GArray *
dup_sorted (Composer   *self,
            GListModel *list)
{
  GArray *rows = g_array_new (false, false, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      Row row = { .record = g_list_model_get_item (list, i) };

      row.subject = shanhai_wording_subject (self->wording, row.record);
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

static char *
dup_cell (Composer                  *self,
          const ShanhaiRecordColumn *column,
          ShanhaiRecord             *record)
{
  if (column->flags & SHANHAI_COLUMN_CITATION)
    return dup_numbers (self, record);

  return shanhai_record_column_dup_text (column, self->wording, record);
}

static const char *
get_heading (const ShanhaiRecordColumn *column)
{
  /* Translators: heading of a column of numbers that name the sources */
  return column->flags & SHANHAI_COLUMN_CITATION ? C_ ("column", "Source") : shanhai_record_column_get_title (column);
}

/* as far as a word must be kept whole: Chinese text can be broken anywhere */
static double
measure_longest_word (const char             *text,
                      const ShanhaiTextStyle *style)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (char **word = words; *word != NULL; word++)
    widest = MAX (widest, shanhai_text_layout_get_width (*word, style));

  return MIN (widest, MAX_WORD_WIDTH);
}

/* Gives each column what it wants; where that is too much, all that want more than they need give way alike. A width of 0 leaves a column out: nothing is
 * in it. */
static void
share_widths (const char * const *texts,
              guint               n_rows,
              guint               n_columns,
              bool                has_figures[],
              double              room,
              double              widths[],
              const ShanhaiTextStyle *style)
{
  g_autofree double *needs = g_new0 (double, n_columns);
  double wanted = 0, needed = 0, give;

  for (guint k = 0; k < n_columns; k++)
    {
      widths[k] = 0;
      for (guint i = 1; i <= n_rows; i++)
        if (*texts[i * n_columns + k] != '\0')
          widths[k] = MAX (widths[k], shanhai_text_layout_get_width (texts[i * n_columns + k], style));
      if (widths[k] <= 0)
        continue;
      widths[k] = MIN (MAX (widths[k], shanhai_text_layout_get_width (texts[k], style)), MAX_CELL_WIDTH) + COLUMN_GAP;
      for (guint i = 0; i <= n_rows; i++)
        needs[k] = MAX (needs[k], measure_longest_word (texts[i * n_columns + k], style));
      /* figures aren't broken */
      needs[k] = has_figures[k] ? widths[k] : MIN (needs[k] + COLUMN_GAP, widths[k]);
      wanted += widths[k];
      needed += needs[k];
    }

  if (wanted <= room)
    return;
  give = wanted > needed ? MAX (room - needed, 0) / (wanted - needed) : 0;
  for (guint k = 0; k < n_columns; k++)
    if (widths[k] > 0)
      widths[k] = needed > room ? needs[k] * room / needed : needs[k] + (widths[k] - needs[k]) * give;
}

/* what is left over goes to the column of names, so that a table reaches the margin */
static void
spread (const ShanhaiRecordColumn *columns,
        guint                      n_columns,
        double                     room,
        double                     widths[])
{
  double left = room;
  guint name = 0;

  for (guint k = 0; k < n_columns; k++)
    {
      left -= widths[k];
      if ((columns[k].flags & SHANHAI_COLUMN_EXPAND) && widths[k] > 0)
        name = k;
    }
  if (left > 0 && widths[name] > 0)
    widths[name] += left;
}

static void
add_row (Composer                  *self,
         const ShanhaiRecordColumn *columns,
         const char * const        *texts,
         guint                      n_columns,
         const double               widths[],
         bool                       is_head)
{
  ShanhaiPiece *piece = shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_CELLS);
  double x = 0;

  for (guint k = 0; k < n_columns; k++)
    {
      const bool is_figure = columns[k].flags & SHANHAI_COLUMN_FIGURE;
      const ShanhaiTextStyle style = { SMALL_SIZE, is_figure && !is_head, self->wording->language };

      if (widths[k] <= 0)
        continue;
      shanhai_brief_add_cell (piece, texts[k], x, widths[k] - COLUMN_GAP, is_figure, &style,
                              is_head ? SHANHAI_INK_SECONDARY : SHANHAI_INK_TEXT, MAX_CELL_LINES);
      x += widths[k];
    }
  piece->height += 7;
  piece->rule = true;
  piece->is_head = piece->keep = is_head;
}

static void
add_table (Composer   *self,
           const char *set,
           GListModel *list)
{
  const ShanhaiTextStyle style = { SMALL_SIZE, true, self->wording->language };
  g_autoptr (GArray) records = dup_sorted (self, list);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const guint n_rows = MIN (records->len, MAX_ROWS);
  guint n_columns;
  const ShanhaiRecordColumn *columns = shanhai_record_columns_get (set, &n_columns);
  g_autofree double *widths = g_new0 (double, n_columns);
  g_autofree bool *has_figures = g_new0 (bool, n_columns);

  if (n_rows == 0)
    return;

  for (guint k = 0; k < n_columns; k++)
    {
      g_ptr_array_add (texts, g_strdup (get_heading (&columns[k])));
      has_figures[k] = columns[k].flags & SHANHAI_COLUMN_FIGURE;
    }
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < n_columns; k++)
      g_ptr_array_add (texts, dup_cell (self, &columns[k], g_array_index (records, Row, i).record));

  share_widths ((const char * const *) texts->pdata, n_rows, n_columns, has_figures, shanhai_brief_get_room (self->brief), widths, &style);
  spread (columns, n_columns, shanhai_brief_get_room (self->brief), widths);
  for (guint i = 0; i <= n_rows; i++)
    add_row (self, columns, (const char * const *) texts->pdata + i * n_columns, n_columns, widths, i == 0);
  shanhai_brief_add_piece (self->brief, SHANHAI_PIECE_BREAK);

  if (records->len > n_rows)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more isn’t printed.", "%u more aren’t printed.", records->len - n_rows),
                                               records->len - n_rows);

      add_text (self, more, SMALL_SIZE, false, SHANHAI_INK_SECONDARY, false);
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void
add_section (Composer          *self,
             const char        *heading,
             ShanhaiRecordType  type,
             const char        *columns)
{
  g_autoptr (GListModel) list = shanhai_casebook_list_case (self->wording->casebook, type, shanhai_record_get_id (SHANHAI_RECORD (self->record)));

  if (g_list_model_get_n_items (list) == 0)
    return;

  add_heading (self, heading);
  if (type == SHANHAI_RECORD_OBSERVATION)
    add_chart (self, SHANHAI_BRIEF_OUTCOMES);
  else if (type == SHANHAI_RECORD_FLOW)
    add_chart (self, SHANHAI_BRIEF_FUNDS);
  add_table (self, columns, list);
}

static void
add_sources (Composer *self)
{
  if (self->sources->len == 0)
    return;

  add_heading (self, _("Sources"));
  for (guint i = 0; i < self->sources->len; i++)
    {
      ShanhaiSource *source = self->sources->pdata[i];
      g_autofree char *title = shanhai_wording_name (self->wording, shanhai_source_get_title (source));
      g_autofree char *where = shanhai_wording_source (self->wording, source);
      const char *url = shanhai_source_get_url (source);
      g_autofree char *line = g_strdup_printf ("[%u]  %s%s%s%s%s", i + 1, title, *where != '\0' ? " · " : "", where, url != NULL ? " · " : "",
                                               url != NULL ? url : "");
      const ShanhaiPeriod *published = shanhai_source_get_published (source);

      add_text (self, line, SMALL_SIZE, false, SHANHAI_INK_TEXT, false);
      add_gap (self, 4);
      if (published != NULL && strlen (shanhai_period_get_text (published)) == strlen ("2020-10-15") &&
          g_strcmp0 (shanhai_period_get_text (published), self->brief->date) > 0)
        {
          g_free (self->brief->date);
          self->brief->date = g_strdup (shanhai_period_get_text (published));
        }
    }
}

/* everything but the charts */
ShanhaiBrief *
shanhai_brief_new_with (const ShanhaiWording *wording,
                        ShanhaiWords         *words,
                        ShanhaiCase          *record,
                        double                width,
                        double                height,
                        ShanhaiMarks * const *charts)
{
  ShanhaiBrief *self = g_new0 (ShanhaiBrief, 1);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  Composer composer = { self, wording, record, sources, charts };
  g_autofree char *subtitle = shanhai_wording_case_subtitle (wording, record);
  g_autofree char *summary = shanhai_wording_name (wording, shanhai_case_get_summary (record));
  g_autofree char *casebook = shanhai_wording_name (wording, shanhai_casebook_get_title (wording->casebook));

  self->width = width;
  self->height = height;
  self->margin = get_margin (width, height);
  self->language = wording->language;
  self->words = shanhai_words_ref (words);
  self->title = shanhai_wording_case_title (wording, record);
  self->footer = *casebook != '\0' ? g_strdup_printf ("%s · %s", self->title, casebook) : g_strdup (self->title);

  add_text (&composer, self->title, TITLE_SIZE, true, SHANHAI_INK_TEXT, true);
  add_gap (&composer, 4);
  add_text (&composer, subtitle, TEXT_SIZE, false, SHANHAI_INK_SECONDARY, false);
  if (*summary != '\0')
    {
      add_gap (&composer, 14);
      add_text (&composer, summary, TEXT_SIZE, false, SHANHAI_INK_TEXT, false);
    }
  add_key_figures (&composer);

  add_section (&composer, C_("page of a case", "Outcomes"), SHANHAI_RECORD_OBSERVATION, "observations");
  add_section (&composer, C_("page of a case", "Funds"), SHANHAI_RECORD_FLOW, "flows");
  add_section (&composer, C_("page of a case", "Pairings"), SHANHAI_RECORD_PAIRING, "pairings");
  add_section (&composer, C_("page of a case", "Programmes"), SHANHAI_RECORD_PROGRAMME, "programmes");
  add_section (&composer, C_("page of a case", "People"), SHANHAI_RECORD_EXCHANGE, "exchanges");
  add_section (&composer, C_("page of a case", "Timeline"), SHANHAI_RECORD_EVENT, "timeline");
  add_sources (&composer);

  shanhai_brief_make_pages (self);

  return self;
}

/**
 * shanhai_brief_new:
 * @wording: a manner of speaking, with a casebook
 * @words: of the same language, for the charts
 * @record: a case of that casebook
 * @width: of a page, px
 * @height: of a page, px
 *
 * Returns: (transfer full): the brief
 */
ShanhaiBrief *
shanhai_brief_new (const ShanhaiWording *wording,
                   ShanhaiWords         *words,
                   ShanhaiCase          *record,
                   double                width,
                   double                height)
{
  ShanhaiMarks *charts[SHANHAI_N_BRIEF_CHARTS] = { NULL };
  ShanhaiBrief *self;

  for (guint i = 0; i < SHANHAI_N_BRIEF_CHARTS; i++)
    {
      g_autoptr (ShanhaiFigure) figure = shanhai_brief_new_figure (wording, record, i);
      g_autoptr (ShanhaiChartOptions) options = shanhai_brief_new_options (wording, words, width, height);

      charts[i] = figure != NULL ? shanhai_figure_layout (figure, options) : NULL;
    }
  self = shanhai_brief_new_with (wording, words, record, width, height, charts);
  for (guint i = 0; i < SHANHAI_N_BRIEF_CHARTS; i++)
    g_clear_pointer (&charts[i], shanhai_marks_unref);

  return self;
}
