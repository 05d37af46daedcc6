/* shanhai-cite-matches.h - the records that a passage of a source may be about, the likeliest first. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record speaks for itself by the same figure, a time that meets, names that the sentence says, and the case that the text is about. Pure: needs no display. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

/* a passage; whatever isn't known is NULL */
typedef struct
{
  const ShanhaiQuantity *figure;
  const ShanhaiPeriod   *period;
  const char            *sentence;
  const char            *case_id;
} ShanhaiPassage;

/* (transfer full) (element-type ShanhaiRecord): all records that a passage can be cited for; those that are as likely in the casebook's order */
GPtrArray *shanhai_cite_matches_list (ShanhaiCasebook      *casebook,
                                      const ShanhaiWording *wording,
                                      const ShanhaiPassage *passage);

G_END_DECLS
