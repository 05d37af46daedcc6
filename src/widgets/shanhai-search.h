/* shanhai-search.h - finds words in any script: 简 for 繁, "dongxiang" or "dx" for 东乡. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text is made ready once (a haystack), then asked by any number of queries. Case, width, accents and the two Chinese scripts make no
 * difference. A query is split at spaces; each of its words has to be found: as it stands anywhere in the text, or, where it is of Latin letters, as
 * pinyin that begins at a character: whole syllables, first letters, the last syllable cut short.
 *
 * ICU's tables are opened at the first character that needs them (a quarter of a second): shanhai_search_warm_up () does that beforehand, in a
 * thread. Without ICU's data there is no pinyin, and the two scripts are two. Safe to use from any thread. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _ShanhaiHaystack ShanhaiHaystack;
typedef struct _ShanhaiSearch   ShanhaiSearch;

void             shanhai_search_warm_up  (void);

ShanhaiHaystack *shanhai_haystack_new    (const char            *text);
void             shanhai_haystack_free   (ShanhaiHaystack       *self);

/* (transfer full) (nullable): NULL for a query without a word: everything is found */
ShanhaiSearch   *shanhai_search_new      (const char            *query);
void             shanhai_search_free     (ShanhaiSearch         *self);
bool             shanhai_search_matches  (const ShanhaiSearch   *self,
                                          const ShanhaiHaystack *haystack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiHaystack, shanhai_haystack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiSearch, shanhai_search_free)

G_END_DECLS
