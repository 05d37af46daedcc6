/* shanhai-references.h - what refers to which id: the index behind "what cites this source". SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds no reference on records; the casebook tells it of every record that comes, changes and goes. */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

typedef struct _ShanhaiReferences ShanhaiReferences;

ShanhaiReferences *shanhai_references_new    (void);
void               shanhai_references_free   (ShanhaiReferences *self);
/* an id may not change while the record is in */
void               shanhai_references_add    (ShanhaiReferences *self,
                                              ShanhaiRecord     *record);
/* the same for one that comes after all that are in: nothing is compared */
void               shanhai_references_append (ShanhaiReferences *self,
                                              ShanhaiRecord     *record);
/* with the fields that it had when it was added */
void               shanhai_references_remove (ShanhaiReferences *self,
                                              ShanhaiRecord     *record);
/* (transfer none) (nullable): the records that mention the id, each once, in file order */
GPtrArray         *shanhai_references_get    (ShanhaiReferences *self,
                                              const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiReferences, shanhai_references_free)

G_END_DECLS
