/* shanhai-period-entry.h - times as people type them: reading, showing and saying what was understood. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Around shanhai_period_parse_people(). A relative time ("last year", 上月) counts from the day on which the record's first dated source was published, else from
 * today; the reading says which. No display is needed. */

#pragma once

#include "shanhai-drafts.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

/* (transfer full): the publishing date of the first of the record's sources that has one; else @today. `source` (out, optional, nullable): that source */
ShanhaiPeriod *shanhai_period_entry_dup_reference (ShanhaiDrafts         *drafts,
                                                   ShanhaiRecord         *record,
                                                   const ShanhaiPeriod   *today,
                                                   ShanhaiRecord        **source);
/* (transfer full) */
ShanhaiPeriod *shanhai_period_entry_dup_today     (void);
/* errors say what would be right; `relative` (out, optional): whether @reference was needed */
ShanhaiPeriod *shanhai_period_entry_parse         (const char            *text,
                                                   const ShanhaiPeriod   *reference,
                                                   bool                  *relative,
                                                   GError               **error);
/* (transfer full): a text that parses back to the period; "" for NULL */
char          *shanhai_period_entry_dup_text      (const ShanhaiWording  *wording,
                                                   const ShanhaiPeriod   *period);
/* (transfer full): "end of 2019 · 2019-12-31", and for a relative time what it counts from; @reference is NULL for others */
char          *shanhai_period_entry_dup_reading   (const ShanhaiWording  *wording,
                                                   const ShanhaiPeriod   *period,
                                                   const ShanhaiPeriod   *reference,
                                                   ShanhaiRecord         *source);

G_END_DECLS
