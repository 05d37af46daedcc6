/* shanhai-phrase.h - the words on either side of a figure that may say what it counts. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files of this room. */

#pragma once

#include "shanhai-mention.h"

G_BEGIN_DECLS

typedef struct
{
  const ShanhaiRules *rules;
  const ShanhaiLine  *line;
  ShanhaiMention     *mention;
  ShanhaiMention     *previous;  /* in the same sentence, or NULL */
  bool                is_listed; /* stands in a list with a number above one: 三名医生、一名护士 */
} ShanhaiPhraseContext;

typedef struct
{
  const ShanhaiRule *noun;       /* NULL: none that goes with the measure word */
  bool               is_abstract;
  guint              start;
  guint              end;
} ShanhaiPhrase;

/* whether no phrase goes on over the character */
bool          shanhai_phrase_ends        (guint16                     c);
/* what stands behind the figure, up to the character `limit` */
ShanhaiPhrase shanhai_phrase_read_behind (const ShanhaiPhraseContext *context,
                                          guint                       limit);
/* what stands before it in its clause, behind the figure before */
ShanhaiPhrase shanhai_phrase_read_before (const ShanhaiPhraseContext *context);

G_END_DECLS
