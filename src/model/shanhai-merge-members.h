/* shanhai-merge-members.h - one member of a record, merged of three. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only one side changed is taken from that side. Lists of things without a meaning in their order (tags, parties, citations, listed ends) are merged as
 * sets, names language by language. Without a base, what only one side has is taken. Everything else that both sides say differently is a conflict,
 * and mine stands. The result doesn't depend on which side is called mine, but for conflicts. */

#pragma once

#include "shanhai-header.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

/* `draft` is a copy of `mine` that gets the merged value; `base` may be NULL. False: it is a conflict, and the draft has what could be merged of it. */
bool         shanhai_merge_member (const ShanhaiField *field,
                                   ShanhaiRecord      *base,
                                   ShanhaiRecord      *mine,
                                   ShanhaiRecord      *theirs,
                                   ShanhaiRecord      *draft);
/* the same for a name on its own; the result (transfer full) (nullable) in `out`. `has_base` tells an empty base from none. */
bool         shanhai_merge_name   (const ShanhaiName  *base,
                                   ShanhaiName        *mine,
                                   ShanhaiName        *theirs,
                                   bool                has_base,
                                   ShanhaiName       **out);
/* a text: what was merged is one of the three, not copied */
bool         shanhai_merge_text   (const char         *base,
                                   const char         *mine,
                                   const char         *theirs,
                                   bool                has_base,
                                   const char        **out);

G_END_DECLS
