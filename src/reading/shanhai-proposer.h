/* shanhai-proposer.h - the record that a figure of a text may become. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each figure of a reading a draft: type, case, programme or subject, indicator, parties and places of its sentence, period, and a citation of its place.
 * Nothing is proposed before it is asked for, and a question costs the reading of one sentence: a text of any length can be looked at figure by figure.
 * Places and parties that the casebook hasn't got are drafts of the ShanhaiDrafts, and become part of the change of those proposals that name them.
 * What it proposes holds as long as the casebook stays as it was: make another one then. */

#pragma once

#include "shanhai-case.h"
#include "shanhai-drafts.h"
#include "shanhai-quotes.h"
#include "shanhai-reading.h"

G_BEGIN_DECLS

typedef struct _ShanhaiProposer ShanhaiProposer;

/* All are borrowed and must stay. @source: of the casebook, or a draft with an id. @text: the reading's, with lines ending in LF. */
ShanhaiProposer *shanhai_proposer_new           (ShanhaiDrafts        *drafts,
                                                 ShanhaiSource        *source,
                                                 const char           *text,
                                                 const ShanhaiReading *reading);
void             shanhai_proposer_free          (ShanhaiProposer      *self);

/* (nullable): the case that the text speaks of most; proposals belong to it unless their sentence speaks of another */
const char      *shanhai_proposer_get_case_id   (ShanhaiProposer      *self);
void             shanhai_proposer_set_case      (ShanhaiProposer      *self,
                                                 ShanhaiCase          *the_case);

/* (transfer full): a draft with an id, and the citation of the figure */
ShanhaiRecord   *shanhai_proposer_propose       (ShanhaiProposer      *self,
                                                 guint                 index);
/* (transfer none) (nullable): a record of the casebook that tells the same: the same value of the same subject at the same time, but not from this place. Its
 * citation is what the figure adds. */
ShanhaiRecord   *shanhai_proposer_find_recorded (ShanhaiProposer      *self,
                                                 ShanhaiRecord        *proposal);
/* (transfer full): a copy of the record with the citation of the figure behind its own */
ShanhaiRecord   *shanhai_proposer_add_citation  (ShanhaiProposer      *self,
                                                 ShanhaiRecord        *record,
                                                 gint64                start,
                                                 gint64                length);
/* (transfer full): a decision that says that a figure is none of the casebook's concern: `about` names the check "figure", the source and the printed figure, and its
 * citation the place; so it moves with the text like every citation. */
ShanhaiRecord   *shanhai_proposer_ignore        (ShanhaiProposer      *self,
                                                 guint                 index);
/* (transfer full) (nullable): a case out of what the text says: who assists whom, since when; NULL where it names no place that could be assisted */
ShanhaiRecord   *shanhai_proposer_propose_case  (ShanhaiProposer      *self,
                                                 const char           *title);
/* whether a record is such a decision about that source */
bool             shanhai_record_is_ignored_figure (ShanhaiRecord      *record,
                                                   const char         *source_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiProposer, shanhai_proposer_free)

#define SHANHAI_CHECK_OF_FIGURES "figure"

G_END_DECLS
