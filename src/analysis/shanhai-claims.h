/* shanhai-claims.h - lists of claims in the order of their times, so that those of one time are found at once. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims without a time come first; of one time, they keep the order that they had. A list is a GPtrArray of ShanhaiClaim, which it doesn't own. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

/* (transfer full): all of a scope that have a time and a figure, sorted */
GPtrArray *shanhai_claims_new_timed (const ShanhaiCheckScope *scope);
void       shanhai_claims_sort      (GPtrArray               *claims);
/* of a sorted list, how many have no time: the first ones */
guint      shanhai_claims_count_timeless (GPtrArray          *claims);
/* Of a sorted list, those whose last day is `first` … `last`: index of the first one, and of the one behind the last. */
guint      shanhai_claims_find      (GPtrArray               *claims,
                                     gint64                   first,
                                     gint64                   last,
                                     guint                   *end);

G_END_DECLS
