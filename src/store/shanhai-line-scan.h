/* shanhai-line-scan.h - strict look at a line of JSON before json-glib sees it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib accepts comments, trailing commas, duplicate members and a second value, rounds what it can't hold, and dies of deep nesting. The scan
 * refuses all of that, so that what passes it means the same to every JSON reader: RFC 8259 with the limits of I-JSON (RFC 7493) on numbers,
 * duplicates and surrogates. It also finds the raw text of members, because text that isn't understood has to be kept as it was. */

#pragma once

#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* A member of an object, as bytes of the line. `key` is between the quotes and may hold escapes; `value` is without white space around it. */
typedef struct
{
  const char *key;
  gsize       key_length;
  const char *value;
  gsize       value_length;
} ShanhaiLineMember;

/* One object, nothing behind it but white space. `error` has a code of SHANHAI_STORE_ERROR. */
bool  shanhai_line_scan         (const char          *line,
                                 gsize                length,
                                 GError             **error);

/* The following take text that shanhai_line_scan() has passed. They walk: `position` starts at the object's or array's text and moves on; false
 * at the end. */
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
