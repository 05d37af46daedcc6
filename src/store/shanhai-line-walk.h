/* shanhai-line-walk.h - the raw text of members of a line that was scanned. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that isn't understood has to be kept as it was: 38.740 stays 38.740. Only for lines that shanhai_line_scan() has passed. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A member of an object, as bytes of the line. `key` is between the quotes and may hold escapes; `value` is without white space around
 * it. */
typedef struct
{
  const char *key;
  gsize       key_length;
  const char *value;
  gsize       value_length;
} ShanhaiLineMember;

/* `position` starts at the object's or array's text and moves on; false at the end */
bool  shanhai_line_next_member  (const char         **position,
                                 const char          *end,
                                 ShanhaiLineMember   *out);
bool  shanhai_line_next_item    (const char         **position,
                                 const char          *end,
                                 const char         **item,
                                 gsize               *item_length);
/* whether the key, escapes read, is that name */
bool  shanhai_line_key_is       (const ShanhaiLineMember *member,
                                 const char              *name);

G_END_DECLS
