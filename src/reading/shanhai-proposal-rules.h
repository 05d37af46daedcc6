/* shanhai-proposal-rules.h - what the words around a figure make of it, out of data/reading/proposals.txt. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read at the first question and kept; safe to share among threads. */

#pragma once

#include "shanhai-record-type.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiRecordType   type;
  char              **keys;    /* member, key, member, key …, NULL */
  char              **units;
  char             ***words;   /* alternatives, each of parts that must all be there */
} ShanhaiProposalRule;

/* (nullable): the rule that fits best. @near: words right at the figure; @sentence: those of the sentence before it; both folded (narrow, simplified, small).
 * @type: of this type alone, or SHANHAI_RECORD_OTHER for any. */
const ShanhaiProposalRule *shanhai_proposal_rules_find    (const char                *unit,
                                                           const char                *near,
                                                           const char                *sentence,
                                                           ShanhaiRecordType          type);
/* (nullable): the key that the rule gives to a member */
const char                *shanhai_proposal_rule_get_key  (const ShanhaiProposalRule *self,
                                                           const char                *member);

G_END_DECLS
