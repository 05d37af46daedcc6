/* shanhai-proposals.h - what the figures of a source may become, and the changes that settle them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between a reading and a view: proposals are made when they are looked at, and kept. It speaks of the casebook as it is now: a view makes another one when
 * that has changed. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-drafts.h"
#include "shanhai-source-reading.h"
#include "shanhai-source.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PROPOSALS (shanhai_proposals_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiProposals, shanhai_proposals, SHANHAI, PROPOSALS, GObject)

ShanhaiProposals *shanhai_proposals_new           (ShanhaiCasebook      *casebook,
                                                   ShanhaiSource        *source,
                                                   ShanhaiSourceReading *reading);
ShanhaiDrafts    *shanhai_proposals_get_drafts    (ShanhaiProposals     *self);
/* (nullable): the case that the text speaks of most */
const char       *shanhai_proposals_get_case_id   (ShanhaiProposals     *self);
/* (transfer none): the record as it would be, a draft */
ShanhaiRecord    *shanhai_proposals_get_record    (ShanhaiProposals     *self,
                                                   guint                 index);
/* (transfer none) (nullable): a record of the casebook that tells the same already: accepting adds a citation to it */
ShanhaiRecord    *shanhai_proposals_get_recorded  (ShanhaiProposals     *self,
                                                   guint                 index);
/* (transfer full): accepts figures of the reading, each as its draft or as a citation of what is recorded; @decisions: (nullable): ids, as many, NULL where there is none: a
 * decision to ignore the figure goes with the same change */
ShanhaiChange    *shanhai_proposals_new_accept    (ShanhaiProposals     *self,
                                                   const guint          *indices,
                                                   guint                 n,
                                                   const char * const   *decisions);
/* (transfer full): says of figures that they are none of the casebook's concern */
ShanhaiChange    *shanhai_proposals_new_ignore    (ShanhaiProposals     *self,
                                                   const guint          *indices,
                                                   guint                 n);
/* (transfer full): cites any place of the text for a record */
ShanhaiChange    *shanhai_proposals_new_cite      (ShanhaiProposals     *self,
                                                   ShanhaiRecord        *record,
                                                   gint64                start,
                                                   gint64                length);
/* (transfer full): words in which places and parties that are drafts yet are called by their names */
char             *shanhai_proposals_name_drafts   (ShanhaiProposals     *self,
                                                   const ShanhaiWording *wording,
                                                   const char           *text);

G_END_DECLS
