/* shanhai-ends.c - who stands at one end of a pairing or a flow. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-ends.h"

G_DEFINE_BOXED_TYPE (ShanhaiEnds, shanhai_ends, shanhai_ends_copy, shanhai_ends_free)

ShanhaiEnds *
shanhai_ends_new (guint n)
{
  ShanhaiEnds *self = g_malloc0 (sizeof *self + n * sizeof self->items[0]);

  self->n = n;

  return self;
}

/**
 * shanhai_ends_new_id:
 * @id: the id of a party or place
 *
 * Returns: (transfer full): one end, in its single form
 */
ShanhaiEnds *
shanhai_ends_new_id (const char *id)
{
  ShanhaiEnds *self = shanhai_ends_new (1);

  self->single = true;
  self->items[0].id = g_strdup (id);

  return self;
}

ShanhaiEnd
shanhai_end_dup (const ShanhaiEnd *self)
{
  return (ShanhaiEnd) {
    .id = g_strdup (self->id),
    .name = self->name != NULL ? shanhai_name_ref (self->name) : NULL,
    .kind = self->kind,
    .count = shanhai_quantity_copy (self->count),
    .extra = g_strdup (self->extra),
  };
}

ShanhaiEnds *
shanhai_ends_copy (const ShanhaiEnds *self)
{
  ShanhaiEnds *copy;

  if (self == NULL)
    return NULL;

  copy = shanhai_ends_new (self->n);
  copy->single = self->single;
  for (guint i = 0; i < self->n; i++)
    copy->items[i] = shanhai_end_dup (&self->items[i]);

  return copy;
}

void
shanhai_ends_free (ShanhaiEnds *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].id);
      g_clear_pointer (&self->items[i].name, shanhai_name_unref);
      g_clear_pointer (&self->items[i].count, shanhai_quantity_free);
      g_free (self->items[i].extra);
    }
  g_free (self);
}

bool
shanhai_ends_equal (const ShanhaiEnds *a,
                    const ShanhaiEnds *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->n != b->n || a->single != b->single)
    return false;

  for (guint i = 0; i < a->n; i++)
    {
      const ShanhaiEnd *x = &a->items[i];
      const ShanhaiEnd *y = &b->items[i];

      if (x->kind != y->kind || g_strcmp0 (x->id, y->id) != 0 || g_strcmp0 (x->extra, y->extra) != 0 ||
          !shanhai_name_equal (x->name, y->name) || !shanhai_quantity_equal (x->count, y->count))
        return false;
    }

  return true;
}
