/* shanhai-record-order.h - the order in which records are shown until a person asks for another. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

/* Observations by indicator (as the vocabulary lists them), subject and time; flows by status, disbursed first, then the largest first, a part after the whole; pairings
 * by level; exchanges by direction and role; everything else by time. Records of different types by type. Never 0 for two different records. */
int shanhai_record_compare_shown (ShanhaiRecord *a,
                                  ShanhaiRecord *b);
/* by time, whatever their types: what isn't dated comes last. Never 0 for two different records. */
int shanhai_record_compare_time  (ShanhaiRecord *a,
                                  ShanhaiRecord *b);

G_END_DECLS
