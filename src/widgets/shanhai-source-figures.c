/* shanhai-source-figures.c - all figures of one source, in the order of its text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long text has tens of thousands of figures, and the list is made anew with each that is settled: so what the reading alone says of them is made with it, and
 * only the few that are recorded are put in order. */

#include "shanhai-config.h"

#include "shanhai-source-figures.h"

#include "shanhai-proposer.h"
#include "shanhai-text.h"

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
          g_ptr_array_add (self->figures, shanhai_source_figure_new (citing->pdata[i], &citations->items[k]));
    }
}

/* a mark and the figure that it belongs to, while both are being put in order */
typedef struct
{
  ShanhaiTextMark      mark;
  ShanhaiSourceFigure *figure;
} Pair;

static const char *
get_record_id (const Pair *pair)
{
  ShanhaiRecord *record = shanhai_source_figure_get_record (pair->figure);

  return record != NULL ? shanhai_record_get_id (record) : NULL;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a, *y = b;
  int order = shanhai_text_mark_compare (&x->mark, &y->mark);

  return order != 0 ? order : g_strcmp0 (get_record_id (x), get_record_id (y));
}

/* The first @n_cited are in any order, those that follow are in the order of the text already. */
static void
put_in_order (ShanhaiSourceFigures *self,
              guint                 n_cited)
{
  const guint n = self->figures->len;
  g_autofree Pair *pairs = g_new0 (Pair, n);
  ShanhaiTextMark *marks = (ShanhaiTextMark *) (gpointer) self->marks->data;

  for (guint i = 0; i < n; i++)
    pairs[i] = (Pair) { marks[i], self->figures->pdata[i] };
  if (n_cited > 0)
    qsort (pairs, n_cited, sizeof (Pair), compare_pairs);
  for (guint i = 0; i < n_cited; i++)
    shanhai_source_figure_set_place (pairs[i].figure, &pairs[i].mark);
  for (guint i = 0, cited = 0, proposed = n_cited; i < n; i++)
    {
      const bool is_cited = proposed == n || (cited < n_cited && compare_pairs (&pairs[cited], &pairs[proposed]) < 0);
      const Pair *next = &pairs[is_cited ? cited++ : proposed++];

      marks[i] = next->mark;
      self->figures->pdata[i] = next->figure;
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiTextMark *x = a, *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

static void
link_ignored (ShanhaiSourceFigures *self,
              const ShanhaiReading *reading)
{
  g_autoptr (GHashTable) by_start = NULL;

  for (guint i = 0; i < self->figures->len; i++)
    {
      ShanhaiSourceFigure *figure = self->figures->pdata[i];
      const gint64 start = shanhai_source_figure_get_citation (figure)->start;
      guint found;

      if (shanhai_source_figure_get_state (figure) != SHANHAI_MARK_IGNORED || start < 0)
        continue;
      if (by_start == NULL)
        {
          by_start = g_hash_table_new (NULL, NULL);
          for (guint k = 0; k < self->n_read; k++)
            g_hash_table_insert (by_start, GUINT_TO_POINTER (shanhai_reading_get_nth (reading, k)->start), GUINT_TO_POINTER (k + 1));
        }
      found = GPOINTER_TO_UINT (g_hash_table_lookup (by_start, GUINT_TO_POINTER ((guint) start)));
      if (found > 0)
        shanhai_source_figure_set_index (figure, found - 1);
    }
}

static void
propose (ShanhaiSourceFigures *self,
         ShanhaiSourceReading *reading)
{
  GPtrArray *found = shanhai_source_reading_get_figures (reading);
  const guint n_marks = self->marks->len;
  g_autofree ShanhaiTextMark *sorted = g_memdup2 (self->marks->data, n_marks * sizeof (ShanhaiTextMark));
  gint64 end = -1;
  guint at = 0;

  self->n_read = found->len;
  link_ignored (self, shanhai_source_reading_get_reading (reading));
  if (n_marks > 0)
    qsort (sorted, n_marks, sizeof (ShanhaiTextMark), compare_starts);
  for (guint i = 0; i < found->len; i++)
    {
      const ShanhaiCitation *citation = shanhai_source_figure_get_citation (found->pdata[i]);
      ShanhaiTextMark mark = { .citation = citation, .state = SHANHAI_MARK_PROPOSED, .standing = SHANHAI_STANDING_FOUND,
                               .paragraph = (guint) citation->paragraph, .start = citation->start, .end = citation->start + citation->length };

      for (; at < n_marks && sorted[at].start < mark.end; at++)
        end = MAX (end, sorted[at].end);
      if (end > mark.start)
        {
          self->n_settled++;
          continue;
        }
      g_ptr_array_add (self->figures, g_object_ref (found->pdata[i]));
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
  guint n_cited;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (SHANHAI_IS_SOURCE (source), NULL);

  self = g_object_new (SHANHAI_TYPE_SOURCE_FIGURES, NULL);
  self->source = g_object_ref (source);
  text = shanhai_source_get_text (source);
  self->is_held = text != NULL && *text != '\0';
  if (self->is_held)
    self->text = reading != NULL ? g_strdup (shanhai_source_reading_get_text (reading)) : shanhai_text_normalise_lines (text);

  collect (self, casebook);
  n_cited = self->figures->len;
  g_array_set_size (self->marks, n_cited);
  for (guint i = 0; i < n_cited; i++)
    {
      ShanhaiTextMark *mark = &g_array_index (self->marks, ShanhaiTextMark, i);
      ShanhaiSourceFigure *figure = self->figures->pdata[i];

      mark->citation = shanhai_source_figure_get_citation (figure);
      mark->state = shanhai_source_figure_get_state (figure);
    }

  shanhai_text_marks_place (self->text, (ShanhaiTextMark *) (gpointer) self->marks->data, self->marks->len);
  if (reading != NULL && self->is_held)
    propose (self, reading);
  put_in_order (self, n_cited);
  if (!self->is_held)
    self->text = shanhai_text_marks_outline ((ShanhaiTextMark *) (gpointer) self->marks->data, self->marks->len);
  return self;
}

static guint
hash_place (gconstpointer data)
{
  ShanhaiSourceFigure *figure = (ShanhaiSourceFigure *) data;

  return g_int64_hash (&shanhai_source_figure_get_citation (figure)->start) ^ g_direct_hash (shanhai_source_figure_get_record (figure));
}

static gboolean
is_same_figure (gconstpointer a,
                gconstpointer b)
{
  ShanhaiSourceFigure *x = (ShanhaiSourceFigure *) a, *y = (ShanhaiSourceFigure *) b;
  const ShanhaiCitation *of_x = shanhai_source_figure_get_citation (x), *of_y = shanhai_source_figure_get_citation (y);

  return shanhai_source_figure_get_record (x) == shanhai_source_figure_get_record (y) && shanhai_source_figure_get_state (x) == shanhai_source_figure_get_state (y)
         && shanhai_source_figure_get_index (x) == shanhai_source_figure_get_index (y)
         && shanhai_source_figure_get_standing (x) == shanhai_source_figure_get_standing (y)
         && shanhai_source_figure_get_paragraph (x) == shanhai_source_figure_get_paragraph (y) && of_x->start == of_y->start && of_x->length == of_y->length
         && g_strcmp0 (of_x->quote, of_y->quote) == 0;
}

/* the proposed ones are the reading's own, the same in both lists */
static bool
is_proposed (const ShanhaiSourceFigures *self,
             guint                       position)
{
  return g_array_index (self->marks, ShanhaiTextMark, position).state == SHANHAI_MARK_PROPOSED;
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
    if (!is_proposed (older, i))
      {
        ShanhaiRecord *record = shanhai_source_figure_get_record (older->figures->pdata[i]);

        if (record != NULL && (touched == NULL || !g_hash_table_contains (touched, shanhai_record_get_id (record))))
          g_hash_table_add (by_place, older->figures->pdata[i]);
      }
  for (guint i = 0; i < self->figures->len; i++)
    {
      ShanhaiSourceFigure *same = is_proposed (self, i) ? NULL : g_hash_table_lookup (by_place, self->figures->pdata[i]);

      if (same == NULL)
        continue;
      /* the same one only once */
      g_hash_table_remove (by_place, same);
      g_object_unref (self->figures->pdata[i]);
      self->figures->pdata[i] = g_object_ref (same);
      g_array_index (self->marks, ShanhaiTextMark, i).citation = shanhai_source_figure_get_citation (same);
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

  for (guint i = 0; i < self->marks->len; i++)
    {
      const ShanhaiTextMark *mark = &g_array_index (self->marks, ShanhaiTextMark, i);

      if (mark->state != state)
        continue;
      if (mark->citation->start >= start)
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
    if (!is_proposed (self, i) && g_strcmp0 (shanhai_record_get_id (shanhai_source_figure_get_record (self->figures->pdata[i])), record_id) == 0)
      return i;
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
