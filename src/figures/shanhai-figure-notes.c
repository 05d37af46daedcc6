/* shanhai-figure-notes.c - the sources under a chart, and the words beside its marks. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-private.h"

#include "shanhai-source.h"

/* more paragraphs than this aren't told one by one */
#define MAX_PARAGRAPHS 6

struct _ShanhaiCited
{
  GHashTable *paragraphs;  /* source id (owned) → GArray of guint, sorted, each once */
};

ShanhaiCited *
shanhai_cited_new (void)
{
  ShanhaiCited *self = g_new (ShanhaiCited, 1);

  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
shanhai_cited_free (ShanhaiCited *self)
{
  g_hash_table_unref (self->paragraphs);
  g_free (self);
}

static void
insert_sorted (GArray *numbers,
               guint   number)
{
  guint i = 0;

  while (i < numbers->len && g_array_index (numbers, guint, i) < number)
    i++;
  if (i == numbers->len || g_array_index (numbers, guint, i) != number)
    g_array_insert_val (numbers, i, number);
}

void
shanhai_cited_add (ShanhaiCited  *self,
                   ShanhaiRecord *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      const ShanhaiCitation *citation = &citations->items[i];
      GArray *numbers = g_hash_table_lookup (self->paragraphs, citation->source);

      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->paragraphs, g_strdup (citation->source), numbers);
        }
      if (citation->paragraph > 0)
        insert_sorted (numbers, citation->paragraph);
    }
}

static int
compare_published (gconstpointer a,
                   gconstpointer b)
{
  ShanhaiSource *x = *(ShanhaiSource **) a;
  ShanhaiSource *y = *(ShanhaiSource **) b;
  int order = shanhai_period_compare (shanhai_source_get_published (x), shanhai_source_get_published (y));

  return order != 0 ? order : strcmp (shanhai_record_get_id (SHANHAI_RECORD (x)), shanhai_record_get_id (SHANHAI_RECORD (y)));
}

static GPtrArray *
dup_sorted_sources (const ShanhaiCited *self,
                    ShanhaiCasebook    *casebook)
{
  GPtrArray *sources = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->paragraphs);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      ShanhaiSource *source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, id);

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }
  g_ptr_array_sort (sources, compare_published);

  return sources;
}

static void
append_source (GString                    *line,
               const ShanhaiFigureContext *context,
               ShanhaiSource              *source,
               GArray                     *numbers)
{
  const ShanhaiName *publisher = shanhai_source_get_publisher (source);
  const char *comma = shanhai_words_context (context->words, "between the parts of a source's line", ", ");

  g_string_append (line, shanhai_name_get (publisher != NULL ? publisher : shanhai_source_get_title (source), context->language));
  if (shanhai_source_get_published (source) != NULL)
    {
      g_autofree char *date = shanhai_period_format (shanhai_source_get_published (source), context->language);

      g_string_append_printf (line, "%s%s", comma, date);
    }

  if (numbers->len > 0 && numbers->len <= MAX_PARAGRAPHS)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < numbers->len; i++)
        g_string_append_printf (list, "%s%u", i > 0 ? "," : "", g_array_index (numbers, guint, i));
      g_string_append (line, comma);
      /* Translators: the paragraphs of an article, in a source's line: "¶ 3,11" */
      g_string_append_printf (line, shanhai_words_context (context->words, "paragraphs of a source", "¶ %s"), list->str);
    }
}

char **
shanhai_cited_dup_lines (const ShanhaiCited         *self,
                         const ShanhaiFigureContext *context)
{
  g_autoptr (GPtrArray) sources = dup_sorted_sources (self, context->casebook);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const char *id = shanhai_record_get_id (sources->pdata[i]);

      g_string_printf (line, "[%u] ", i + 1);
      append_source (line, context, sources->pdata[i], g_hash_table_lookup (self->paragraphs, id));
      g_strv_builder_add (lines, line->str);
    }

  return g_strv_builder_end (lines);
}

char *
shanhai_cited_dup_date (const ShanhaiCited *self,
                        ShanhaiCasebook    *casebook)
{
  g_autoptr (GPtrArray) sources = dup_sorted_sources (self, casebook);

  for (guint i = sources->len; i > 0; i--)
    {
      const ShanhaiPeriod *published = shanhai_source_get_published (sources->pdata[i - 1]);

      if (published != NULL)
        return g_strdup (shanhai_period_get_text (published));
    }

  return NULL;
}

char *
shanhai_figure_dup_words (const ShanhaiFigureContext *context,
                          const ShanhaiQuantity      *quantity)
{
  return shanhai_vocabulary_format_quantity (quantity, context->language, context->options->number_style, SHANHAI_NUMBER_COMPACT);
}

char *
shanhai_figure_dup_label (const ShanhaiFigureContext *context,
                          const ShanhaiQuantity      *quantity)
{
  const bool percent = strcmp (quantity->unit, "percent") == 0 || strcmp (quantity->unit, "percentage-point") == 0;

  return shanhai_quantity_format (quantity, percent ? shanhai_vocabulary_get_unit_label (quantity, context->language) : NULL,
                                  context->language, context->options->number_style, SHANHAI_NUMBER_COMPACT,
                                  SHANHAI_QUALIFIER_HIDDEN);
}

char *
shanhai_figure_dup_inner (const ShanhaiFigureContext *context,
                          const char                 *label)
{
  const char *rest;
  g_autofree char *first = NULL;

  /* an acronym keeps its capitals */
  if (context->language != SHANHAI_LANGUAGE_ENGLISH || *label == '\0' || g_ascii_isupper (label[1]))
    return g_strdup (label);

  rest = g_utf8_next_char (label);
  first = g_utf8_strdown (label, rest - label);

  return g_strconcat (first, rest, NULL);
}
