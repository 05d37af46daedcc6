/* shanhai-strings.c - a list of plain texts. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-strings.h"

G_DEFINE_BOXED_TYPE (ShanhaiStrings, shanhai_strings, shanhai_strings_copy, shanhai_strings_free)

/**
 * shanhai_strings_new:
 * @items: (array zero-terminated=1): the texts
 * @single: whether the file has the one text bare
 *
 * Returns: (transfer full): a copy of the list
 */
ShanhaiStrings *
shanhai_strings_new (const char * const *items,
                     bool                single)
{
  guint n = items != NULL ? g_strv_length ((char **) items) : 0;
  g_autofree char **copy = g_new (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (items[i]);

  return shanhai_strings_new_take (copy, n, single);
}

/**
 * shanhai_strings_new_take:
 * @items: (array length=n): the texts; the texts are taken over, the array is not
 * @n: how many
 * @single: whether the file has the one text bare
 *
 * Returns: (transfer full): the list
 */
ShanhaiStrings *
shanhai_strings_new_take (char  **items,
                          guint   n,
                          bool    single)
{
  ShanhaiStrings *self = g_malloc (sizeof *self + (n + 1) * sizeof self->items[0]);

  self->single = single;
  for (guint i = 0; i < n; i++)
    self->items[i] = items[i];
  self->items[n] = NULL;

  return self;
}

ShanhaiStrings *
shanhai_strings_copy (const ShanhaiStrings *self)
{
  return self != NULL ? shanhai_strings_new ((const char * const *) self->items, self->single) : NULL;
}

void
shanhai_strings_free (ShanhaiStrings *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; self->items[i] != NULL; i++)
    g_free (self->items[i]);
  g_free (self);
}

bool
shanhai_strings_equal (const ShanhaiStrings *a,
                       const ShanhaiStrings *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->single == b->single && g_strv_equal ((const char * const *) a->items, (const char * const *) b->items);
}
