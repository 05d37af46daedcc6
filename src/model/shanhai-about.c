/* shanhai-about.c - what a decision is about. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-about.h"

G_DEFINE_BOXED_TYPE (ShanhaiAbout, shanhai_about, shanhai_about_copy, shanhai_about_free)

ShanhaiAbout *
shanhai_about_new (void)
{
  return g_new0 (ShanhaiAbout, 1);
}

ShanhaiAbout *
shanhai_about_copy (const ShanhaiAbout *self)
{
  ShanhaiAbout *copy;

  if (self == NULL)
    return NULL;

  copy = shanhai_about_new ();
  copy->record = g_strdup (self->record);
  copy->check = g_strdup (self->check);
  copy->records = g_strdupv (self->records);
  copy->seen = g_strdupv (self->seen);
  copy->extra = g_strdup (self->extra);

  return copy;
}

void
shanhai_about_free (ShanhaiAbout *self)
{
  if (self == NULL)
    return;

  g_free (self->record);
  g_free (self->check);
  g_strfreev (self->records);
  g_strfreev (self->seen);
  g_free (self->extra);
  g_free (self);
}

static bool
strv_equal0 (char **a,
             char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

bool
shanhai_about_equal (const ShanhaiAbout *a,
                     const ShanhaiAbout *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->record, b->record) == 0 && g_strcmp0 (a->check, b->check) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0 && strv_equal0 (a->records, b->records) && strv_equal0 (a->seen, b->seen);
}
