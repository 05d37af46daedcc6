/* shanhai-fold.h - what people type, folded to one form, and a cursor over it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Internal to this room's readers. Folding makes full-width forms narrow, all white space ' ', dashes '–' but the minus '-', and the
 * traditional characters that occur in figures and dates simplified. Pinyin that some web pages leave behind characters, 5個(gè), goes. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* NULL when `text` isn't UTF-8; white space at both ends is gone */
char     *shanhai_fold          (const char  *text);

/* Each moves `*p` behind what it takes, and leaves it alone when it returns false (0). */
bool      shanhai_take          (const char **p,
                                 const char  *word);
/* a word in Latin letters, in any case, that no further letter follows */
bool      shanhai_take_word     (const char **p,
                                 const char  *word);
void      shanhai_skip_spaces   (const char **p);

G_END_DECLS
