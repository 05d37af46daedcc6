/* shanhai-quotes.h - the places of a text that citations name. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index of one text: its paragraphs with their hashes. From it citations are made, and found again when their text has become another one. The text is
 * borrowed and must stay. Offsets are code points; lines end in LF. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

typedef struct _ShanhaiQuotes ShanhaiQuotes;

ShanhaiQuotes    *shanhai_quotes_new        (const char            *text);
void              shanhai_quotes_free       (ShanhaiQuotes         *self);
/* Fills in quote, start, length, paragraph and hash of a citation whose source is set already (or will be). What was in them is freed. */
void              shanhai_quotes_cite       (ShanhaiQuotes         *self,
                                             gint64                 start,
                                             gint64                 length,
                                             ShanhaiCitation       *citation);
/* the byte of a code point */
gsize             shanhai_quotes_get_byte   (ShanhaiQuotes         *self,
                                             gint64                 offset);
/* Finds the place of a citation that was made in another text, or in none: by the paragraph's hash, else its quote near the old place, else the quote where it
 * occurs just once. @old: (nullable): the text that it was made in. False, and the citation stays as it is, when that leads nowhere. */
bool              shanhai_quotes_find_again (ShanhaiQuotes         *self,
                                             ShanhaiQuotes         *old,
                                             ShanhaiCitation       *citation);

/* where a place of the old text is in the new one; -1: it is gone */
typedef gint64  (*ShanhaiQuotesMap)         (gint64                 offset,
                                             gpointer               user_data);

/* (transfer full): one change that gives a source another text and moves all citations of it with their figures. @map: (nullable): known moves, else the
 * citations are looked for. @n_lost: (out) (optional): how many weren't found; they stay as they were, which the checks will tell. */
ShanhaiChange    *shanhai_quotes_new_change (ShanhaiCasebook       *casebook,
                                             ShanhaiSource         *source,
                                             const char            *text,
                                             const char            *title,
                                             ShanhaiQuotesMap       map,
                                             gpointer               user_data,
                                             guint                 *n_lost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiQuotes, shanhai_quotes_free)

G_END_DECLS
