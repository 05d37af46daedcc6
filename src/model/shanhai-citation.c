/* shanhai-citation.c - where a figure was printed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-citation.h"

G_DEFINE_BOXED_TYPE (ShanhaiCitations, shanhai_citations, shanhai_citations_copy, shanhai_citations_free)

ShanhaiCitations *
shanhai_citations_new (guint n)
{
  ShanhaiCitations *self = g_malloc0 (sizeof *self + n * sizeof self->items[0]);

  self->n = n;
  for (guint i = 0; i < n; i++)
    self->items[i].start = self->items[i].length = -1;

  return self;
}

ShanhaiCitation
shanhai_citation_dup (const ShanhaiCitation *self)
{
  return (ShanhaiCitation) {
    .source = g_strdup (self->source),
    .quote = g_strdup (self->quote),
    .start = self->start,
    .length = self->length,
    .paragraph = self->paragraph,
    .hash = g_strdup (self->hash),
    .extra = g_strdup (self->extra),
  };
}

bool
shanhai_citation_equal (const ShanhaiCitation *a,
                        const ShanhaiCitation *b)
{
  return a->start == b->start && a->length == b->length && a->paragraph == b->paragraph && g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->quote, b->quote) == 0 && g_strcmp0 (a->hash, b->hash) == 0 && g_strcmp0 (a->extra, b->extra) == 0;
}

ShanhaiCitations *
shanhai_citations_copy (const ShanhaiCitations *self)
{
  ShanhaiCitations *copy;

  if (self == NULL)
    return NULL;

  copy = shanhai_citations_new (self->n);
  for (guint i = 0; i < self->n; i++)
    copy->items[i] = shanhai_citation_dup (&self->items[i]);

  return copy;
}

void
shanhai_citations_free (ShanhaiCitations *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].source);
      g_free (self->items[i].quote);
      g_free (self->items[i].hash);
      g_free (self->items[i].extra);
    }
  g_free (self);
}

bool
shanhai_citations_equal (const ShanhaiCitations *a,
                         const ShanhaiCitations *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->n != b->n)
    return false;

  for (guint i = 0; i < a->n; i++)
    if (!shanhai_citation_equal (&a->items[i], &b->items[i]))
      return false;

  return true;
}
