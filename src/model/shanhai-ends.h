/* shanhai-ends.h - who stands at one end of a pairing or a flow. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each end is either a record (id of a party or place) or a group that isn't listed one by one ({"name": …, "kind": "enterprise", "count": 19}).
 * A flow's end is usually single and a pairing's a list; `single` remembers which form the file has. */

#pragma once

#include "shanhai-name.h"
#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  char            *id;     /* a record's id, or NULL for a group */
  ShanhaiName     *name;   /* of a group, or NULL */
  const char      *kind;   /* party kind of a group, interned, or NULL */
  ShanhaiQuantity *count;  /* of a group, or NULL */
  char            *extra;
} ShanhaiEnd;

typedef struct
{
  guint      n;
  bool       single;
  ShanhaiEnd items[];
} ShanhaiEnds;

/* one of them, owning what it holds: for a slot of shanhai_ends_new() */
ShanhaiEnd   shanhai_end_dup       (const ShanhaiEnd  *self);

#define SHANHAI_TYPE_ENDS (shanhai_ends_get_type ())

GType        shanhai_ends_get_type (void) G_GNUC_CONST;
ShanhaiEnds *shanhai_ends_new      (guint              n);
ShanhaiEnds *shanhai_ends_new_id   (const char        *id);
ShanhaiEnds *shanhai_ends_copy     (const ShanhaiEnds *self);
void         shanhai_ends_free     (ShanhaiEnds       *self);
bool         shanhai_ends_equal    (const ShanhaiEnds *a,
                                    const ShanhaiEnds *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiEnds, shanhai_ends_free)

G_END_DECLS
