/* shanhai-source-figures.c - all figures of one source, in the order of its text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each figure keeps a copy of its citation: the record may change while this list still stands in a view. */

#include "shanhai-config.h"

#include "shanhai-source-figures.h"

#include "shanhai-proposer.h"
#include "shanhai-text.h"

struct _ShanhaiSourceFigure
{
  GObject          parent_instance;

  ShanhaiRecord   *record;
  ShanhaiCitation  citation;
  ShanhaiStanding  standing;
  ShanhaiMarkState state;
  guint            paragraph;
  guint            index;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceFigure, shanhai_source_figure, G_TYPE_OBJECT)

struct _ShanhaiSourceFigures
{
  GObject        parent_instance;

  ShanhaiSource *source;
  GPtrArray     *figures;  /* of ShanhaiSourceFigure */
  GArray        *marks;    /* of ShanhaiTextMark, in the same order; they borrow the figures' citations */
  char          *text;
  bool           is_held;
  guint          n_read;
  guint          n_settled;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiSourceFigures, shanhai_source_figures, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
shanhai_source_figure_finalize (GObject *object)
{
  ShanhaiSourceFigure *self = SHANHAI_SOURCE_FIGURE (object);

  g_clear_object (&self->record);
  g_free (self->citation.source);
  g_free (self->citation.quote);
  g_free (self->citation.hash);
  g_free (self->citation.extra);

  G_OBJECT_CLASS (shanhai_source_figure_parent_class)->finalize (object);
}

static void
shanhai_source_figure_class_init (ShanhaiSourceFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_source_figure_finalize;
}

static void
shanhai_source_figure_init (ShanhaiSourceFigure *self)
{
}

static ShanhaiSourceFigure *
new_figure (ShanhaiRecord         *record,
            const ShanhaiCitation *citation)
{
  ShanhaiSourceFigure *self = g_object_new (SHANHAI_TYPE_SOURCE_FIGURE, NULL);

  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->state = record == NULL ? SHANHAI_MARK_PROPOSED : shanhai_record_is_ignored_figure (record, citation->source) ? SHANHAI_MARK_IGNORED : SHANHAI_MARK_RECORDED;
  self->index = G_MAXUINT;
  self->citation = shanhai_citation_dup (citation);
  return self;
}

ShanhaiRecord *
shanhai_source_figure_get_record (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), NULL);

  return self->record;
}

const ShanhaiCitation *
shanhai_source_figure_get_citation (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), NULL);

  return &self->citation;
}

ShanhaiStanding
shanhai_source_figure_get_standing (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), SHANHAI_STANDING_NO_TEXT);

  return self->standing;
}

ShanhaiMarkState
shanhai_source_figure_get_state (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), SHANHAI_MARK_RECORDED);

  return self->state;
}

guint
shanhai_source_figure_get_index (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), G_MAXUINT);

  return self->index;
}

guint
shanhai_source_figure_get_paragraph (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), 0);

  return self->paragraph;
}

static GType
get_item_type (GListModel *model)
{
  return SHANHAI_TYPE_SOURCE_FIGURE;
}

static guint
get_n_items (GListModel *model)
{
  return SHANHAI_SOURCE_FIGURES (model)->figures->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ShanhaiSourceFigures *self = SHANHAI_SOURCE_FIGURES (model);

  return position < self->figures->len ? g_object_ref (self->figures->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
shanhai_source_figures_finalize (GObject *object)
{
  ShanhaiSourceFigures *self = SHANHAI_SOURCE_FIGURES (object);

  g_clear_object (&self->source);
  g_ptr_array_unref (self->figures);
  g_array_unref (self->marks);
  g_free (self->text);

  G_OBJECT_CLASS (shanhai_source_figures_parent_class)->finalize (object);
}

static void
shanhai_source_figures_class_init (ShanhaiSourceFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_source_figures_finalize;
}

static void
shanhai_source_figures_init (ShanhaiSourceFigures *self)
{
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  self->marks = g_array_new (FALSE, TRUE, sizeof (ShanhaiTextMark));
}

static void
collect (ShanhaiSourceFigures *self,
         ShanhaiCasebook      *casebook)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (self->source));
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (casebook, id);

  for (guint i = 0; i < citing->len; i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (citing->pdata[i]);

      for (guint k = 0; k < citations->n; k++)
        if (g_str_equal (citations->items[k].source, id))
          g_ptr_array_add (self->figures, new_figure (citing->pdata[i], &citations->items[k]));
    }
}

/* a mark and the figure that it belongs to, while both are being put in order */
typedef struct
{
  ShanhaiTextMark      mark;
  ShanhaiSourceFigure *figure;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a, *y = b;
  int order = shanhai_text_mark_compare (&x->mark, &y->mark);

  if (order != 0)
    return order;
  return g_strcmp0 (x->figure->record != NULL ? shanhai_record_get_id (x->figure->record) : NULL,
                    y->figure->record != NULL ? shanhai_record_get_id (y->figure->record) : NULL);
}

static void
put_in_order (ShanhaiSourceFigures *self)
{
  const guint n = self->figures->len;
  g_autofree Pair *pairs = g_new0 (Pair, n);

  for (guint i = 0; i < n; i++)
    {
      pairs[i].mark = g_array_index (self->marks, ShanhaiTextMark, i);
      pairs[i].figure = self->figures->pdata[i];
    }
  if (n > 0)
    qsort (pairs, n, sizeof (Pair), compare_pairs);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (self->marks, ShanhaiTextMark, i) = pairs[i].mark;
      self->figures->pdata[i] = pairs[i].figure;
      pairs[i].figure->standing = pairs[i].mark.standing;
      pairs[i].figure->paragraph = pairs[i].mark.paragraph;
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiTextMark *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/* An ignored figure that the reader still finds can be proposed again. */
static void
link_ignored (ShanhaiSourceFigures *self,
              const ShanhaiReading *reading)
{
  g_autoptr (GHashTable) by_start = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->n_read; i++)
    g_hash_table_insert (by_start, GUINT_TO_POINTER (shanhai_reading_get_nth (reading, i)->start), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->figures->len; i++)
    {
      ShanhaiSourceFigure *figure = self->figures->pdata[i];
      const guint found = figure->state == SHANHAI_MARK_IGNORED && figure->citation.start >= 0
                            ? GPOINTER_TO_UINT (g_hash_table_lookup (by_start, GUINT_TO_POINTER ((guint) figure->citation.start))) : 0;

      if (found > 0)
        figure->index = found - 1;
    }
}

static void
propose (ShanhaiSourceFigures *self,
         const ShanhaiReading *reading)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (self->source));
  const guint n_marks = self->marks->len;
  g_autofree ShanhaiTextMark *sorted = g_memdup2 (self->marks->data, n_marks * sizeof (ShanhaiTextMark));
  gint64 end = -1;
  guint at = 0, paragraph = 0;
  gsize byte = 0;
  bool is_blank = true;

  self->n_read = shanhai_reading_get_n (reading);
  link_ignored (self, reading);
  if (n_marks > 0)
    qsort (sorted, n_marks, sizeof (ShanhaiTextMark), compare_starts);
  for (guint i = 0; i < self->n_read; i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, i);
      ShanhaiSourceFigure *item;
      ShanhaiCitation citation = { .source = (char *) id, .start = figure->start, .length = figure->length };
      ShanhaiTextMark mark = { .state = SHANHAI_MARK_PROPOSED, .standing = SHANHAI_STANDING_FOUND, .start = figure->start };
      g_autofree char *quote = NULL;

      mark.end = mark.start + figure->length;
      for (; at < n_marks && sorted[at].start < mark.end; at++)
        end = MAX (end, sorted[at].end);
      if (end > mark.start)
        {
          self->n_settled++;
          continue;
        }
      /* a paragraph is counted at its first character that isn't blank */
      for (; byte <= figure->start_byte; byte++)
        {
          if (self->text[byte] == '\n')
            is_blank = true;
          else if (is_blank && !g_ascii_isspace (self->text[byte]))
            {
              is_blank = false;
              paragraph++;
            }
        }
      quote = g_strndup (self->text + figure->start_byte, figure->length_bytes);
      citation.quote = quote;
      citation.paragraph = paragraph;
      item = new_figure (NULL, &citation);
      item->index = i;
      mark.citation = &item->citation;
      mark.paragraph = paragraph;
      g_ptr_array_add (self->figures, item);
      g_array_append_val (self->marks, mark);
    }
}

ShanhaiSourceFigures *
shanhai_source_figures_new (ShanhaiCasebook      *casebook,
                            ShanhaiSource        *source,
                            ShanhaiSourceReading *reading)
{
  ShanhaiSourceFigures *self;
  const char *text;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (SHANHAI_IS_SOURCE (source), NULL);

  self = g_object_new (SHANHAI_TYPE_SOURCE_FIGURES, NULL);
  self->source = g_object_ref (source);
  text = shanhai_source_get_text (source);
  self->is_held = text != NULL && *text != '\0';
  if (self->is_held)
    self->text = shanhai_text_normalise_lines (text);

  collect (self, casebook);
  g_array_set_size (self->marks, self->figures->len);
  for (guint i = 0; i < self->figures->len; i++)
    {
      ShanhaiTextMark *mark = &g_array_index (self->marks, ShanhaiTextMark, i);
      ShanhaiSourceFigure *figure = self->figures->pdata[i];

      mark->citation = &figure->citation;
      mark->state = figure->state;
    }

  shanhai_text_marks_place (self->text, (ShanhaiTextMark *) (gpointer) self->marks->data, self->marks->len);
  if (reading != NULL && self->is_held)
    propose (self, shanhai_source_reading_get_reading (reading));
  put_in_order (self);
  if (!self->is_held)
    self->text = shanhai_text_marks_outline ((ShanhaiTextMark *) (gpointer) self->marks->data, self->marks->len);
  return self;
}

static guint
hash_place (gconstpointer data)
{
  const ShanhaiSourceFigure *figure = data;

  return g_int64_hash (&figure->citation.start) ^ g_direct_hash (figure->record);
}

static gboolean
is_same_figure (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiSourceFigure *x = a, *y = b;

  return x->record == y->record && x->state == y->state && x->index == y->index && x->standing == y->standing && x->paragraph == y->paragraph
         && x->citation.start == y->citation.start && x->citation.length == y->citation.length && g_strcmp0 (x->citation.quote, y->citation.quote) == 0;
}

void
shanhai_source_figures_reuse (ShanhaiSourceFigures *self,
                              ShanhaiSourceFigures *older,
                              GHashTable           *touched)
{
  g_autoptr (GHashTable) by_place = NULL;

  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURES (self));
  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURES (older));

  by_place = g_hash_table_new (hash_place, is_same_figure);
  for (guint i = 0; i < older->figures->len; i++)
    {
      ShanhaiSourceFigure *figure = older->figures->pdata[i];

      if (figure->record == NULL || touched == NULL || !g_hash_table_contains (touched, shanhai_record_get_id (figure->record)))
        g_hash_table_add (by_place, figure);
    }
  for (guint i = 0; i < self->figures->len; i++)
    {
      ShanhaiSourceFigure *same = g_hash_table_lookup (by_place, self->figures->pdata[i]);

      if (same == NULL)
        continue;
      /* the same one only once */
      g_hash_table_remove (by_place, same);
      g_object_unref (self->figures->pdata[i]);
      self->figures->pdata[i] = g_object_ref (same);
      g_array_index (self->marks, ShanhaiTextMark, i).citation = &same->citation;
    }
}

ShanhaiSource *
shanhai_source_figures_get_source (ShanhaiSourceFigures *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), NULL);

  return self->source;
}

bool
shanhai_source_figures_is_held (ShanhaiSourceFigures *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), false);

  return self->is_held;
}

const char *
shanhai_source_figures_get_text (ShanhaiSourceFigures *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), NULL);

  return self->text;
}

const ShanhaiTextMark *
shanhai_source_figures_get_marks (ShanhaiSourceFigures *self,
                                  guint                *n_marks)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), NULL);

  *n_marks = self->marks->len;
  return (const ShanhaiTextMark *) (gpointer) self->marks->data;
}

guint
shanhai_source_figures_count (ShanhaiSourceFigures *self,
                              ShanhaiStanding       standing)
{
  guint n = 0;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), 0);

  for (guint i = 0; i < self->marks->len; i++)
    n += g_array_index (self->marks, ShanhaiTextMark, i).standing == standing;
  return n;
}

guint
shanhai_source_figures_get_n_read (ShanhaiSourceFigures *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), 0);

  return self->n_read;
}

guint
shanhai_source_figures_get_n_settled (ShanhaiSourceFigures *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), 0);

  return self->n_settled;
}

guint
shanhai_source_figures_find_state (ShanhaiSourceFigures *self,
                                   ShanhaiMarkState      state,
                                   gint64                start)
{
  guint first = G_MAXUINT;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), G_MAXUINT);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const ShanhaiSourceFigure *figure = self->figures->pdata[i];

      if (figure->state != state)
        continue;
      if (figure->citation.start >= start)
        return i;
      if (first == G_MAXUINT)
        first = i;
    }
  return first;
}

guint
shanhai_source_figures_find_record (ShanhaiSourceFigures *self,
                                    const char           *record_id)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURES (self), G_MAXUINT);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const ShanhaiSourceFigure *figure = self->figures->pdata[i];

      if (figure->record != NULL && g_strcmp0 (shanhai_record_get_id (figure->record), record_id) == 0)
        return i;
    }
  return G_MAXUINT;
}

guint
shanhai_casebook_count_citations (ShanhaiCasebook *casebook,
                                  const char      *source_id)
{
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (casebook, source_id);
  guint n = 0;

  for (guint i = 0; i < citing->len; i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (citing->pdata[i]);

      /* a figure that is left out isn't cited for anything */
      if (shanhai_record_is_ignored_figure (citing->pdata[i], source_id))
        continue;
      for (guint k = 0; k < citations->n; k++)
        n += g_str_equal (citations->items[k].source, source_id);
    }
  return n;
}
