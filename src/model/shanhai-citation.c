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

ShanhaiCitations *
shanhai_citations_copy (const ShanhaiCitations *self)
{
  ShanhaiCitations *copy;

  if (self == NULL)
    return NULL;

  copy = shanhai_citations_new (self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const ShanhaiCitation *from = &self->items[i];

      copy->items[i] = (ShanhaiCitation) {
        .source = g_strdup (from->source),
        .quote = g_strdup (from->quote),
        .start = from->start,
        .length = from->length,
        .paragraph = from->paragraph,
        .hash = g_strdup (from->hash),
        .extra = g_strdup (from->extra),
      };
    }

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
    {
      const ShanhaiCitation *x = &a->items[i];
      const ShanhaiCitation *y = &b->items[i];

      if (x->start != y->start || x->length != y->length || x->paragraph != y->paragraph ||
          g_strcmp0 (x->source, y->source) != 0 || g_strcmp0 (x->quote, y->quote) != 0 ||
          g_strcmp0 (x->hash, y->hash) != 0 || g_strcmp0 (x->extra, y->extra) != 0)
        return false;
    }

  return true;
}
