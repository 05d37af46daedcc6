/* shanhai-header.c - what the first line of a casebook says. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-header.h"

ShanhaiHeader *
shanhai_header_copy (const ShanhaiHeader *self)
{
  ShanhaiHeader *copy;

  if (self == NULL)
    return NULL;

  copy = g_new (ShanhaiHeader, 1);
  *copy = (ShanhaiHeader) {
    .format = self->format,
    .title = self->title != NULL ? shanhai_name_ref (self->title) : NULL,
    .language = g_strdup (self->language),
    .created = g_strdup (self->created),
    .extra = g_strdup (self->extra),
  };

  return copy;
}

void
shanhai_header_clear (ShanhaiHeader *self)
{
  g_clear_pointer (&self->title, shanhai_name_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->created, g_free);
  g_clear_pointer (&self->extra, g_free);
}

void
shanhai_header_free (ShanhaiHeader *self)
{
  if (self == NULL)
    return;

  shanhai_header_clear (self);
  g_free (self);
}

bool
shanhai_header_equal (const ShanhaiHeader *a,
                      const ShanhaiHeader *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return shanhai_name_equal (a->title, b->title) && g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->created, b->created) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0;
}
