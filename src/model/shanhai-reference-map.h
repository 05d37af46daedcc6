/* shanhai-reference-map.h - records that name others by new ids. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What deletion and merging share: a draft's references are told anew, one by one, in whatever form the field has them. What is named twice
 * after that is named once. */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

/* the id to name instead of `id`: `id` itself to leave it, NULL to let go of it. What it returns must live until the draft has been changed. */
typedef const char *(*ShanhaiReferenceMap) (const ShanhaiField *field,
                                            const char         *id,
                                            gpointer            user_data);

/* Whether the record would still make sense: no essential field of it has lost what it needs. A field that named nothing has lost nothing. */
bool shanhai_record_survives       (ShanhaiRecord       *record,
                                    ShanhaiReferenceMap  map,
                                    gpointer             user_data);
/* returns whether anything became another */
bool shanhai_record_map_references (ShanhaiRecord       *draft,
                                    ShanhaiReferenceMap  map,
                                    gpointer             user_data);

G_END_DECLS
