/* shanhai-merge-twins.h - the same thing, entered on both sides. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two records that were made apart, under ids of their own, and stand for one thing: a source with the same address or text, a place with the same code or
 * name, an organisation or case of the same name, a figure that was read at the same place of the same source, or records that say the same in
 * everything. Only a pair is matched: where several would fit, all stay as they are. */

#pragma once

#include "shanhai-baseline.h"

G_BEGIN_DECLS

/* (transfer full): id of theirs → id of mine, for those of theirs that neither mine nor base has. What their other records refer to is
 * looked at after matching, so that figures match whose sources do. */
GHashTable *shanhai_merge_find_twins (ShanhaiCasebook *mine,
                                      ShanhaiCasebook *theirs,
                                      ShanhaiBaseline *base);

G_END_DECLS
