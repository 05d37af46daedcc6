/* shanhai-citation-entry.h - finds the place of a printed figure in its source's text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure; offsets as in ShanhaiCitation. */

#pragma once

#include <stdbool.h>

#include "shanhai-citation.h"

G_BEGIN_DECLS

/* Fills in start, length, paragraph and hash of the citation's quote: the occurrence nearest to @near (code points; -1: the first). False, with these members
 * unset, where the text hasn't got it. White space inside the quote must be as in the text. */
bool shanhai_citation_entry_locate (ShanhaiCitation *citation,
                                    const char      *text,
                                    gint64           near);
/* as above, for a quote that is known to stand at @start, @length code points of @text; sets the quote as well */
void shanhai_citation_entry_set    (ShanhaiCitation *citation,
                                    const char      *text,
                                    gint64           start,
                                    gint64           length);

G_END_DECLS
