/* shanhai-strings.h - a list of plain texts: authors, tags. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file may hold one text bare ("authors":"新华社") or a list; `single` remembers which, so that it saves as it was. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  bool  single;
  char *items[];  /* NULL-terminated */
} ShanhaiStrings;

#define SHANHAI_TYPE_STRINGS (shanhai_strings_get_type ())

GType           shanhai_strings_get_type (void) G_GNUC_CONST;
ShanhaiStrings *shanhai_strings_new      (const char * const   *items,
                                          bool                  single);
ShanhaiStrings *shanhai_strings_new_take (char                **items,
                                          guint                 n,
                                          bool                  single);
ShanhaiStrings *shanhai_strings_copy     (const ShanhaiStrings *self);
void            shanhai_strings_free     (ShanhaiStrings       *self);
bool            shanhai_strings_equal    (const ShanhaiStrings *a,
                                          const ShanhaiStrings *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiStrings, shanhai_strings_free)

G_END_DECLS
