/* shanhai-choices.h - what a picker offers for a member of a record, and the search through it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records are found by their names in any language and script, by pinyin, code and the places around them (shanhai-search.h); places the casebook hasn't got,
 * in the gazetteer; words of the vocabulary by both languages. Needs no display. The list of what there is is made at the first question and kept until
 * shanhai_choices_refresh(). */

#pragma once

#include <gio/gio.h>

#include "shanhai-choice.h"
#include "shanhai-drafts.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

typedef struct _ShanhaiChoices ShanhaiChoices;

/* @targets: mask of record types; @context: (nullable): records of its case come alone, where the type belongs to cases; itself is left out */
ShanhaiChoices *shanhai_choices_new_records (ShanhaiDrafts        *drafts,
                                             guint                 targets,
                                             ShanhaiRecord        *context);
/* @scheme: of the vocabulary; "indicators" with the casebook's own. @current: (nullable): a key that may be unknown to it, and is offered all the same */
ShanhaiChoices *shanhai_choices_new_terms   (ShanhaiDrafts        *drafts,
                                             const char           *scheme,
                                             const char           *current);
void            shanhai_choices_free        (ShanhaiChoices       *self);
/* Makes the gazetteer ready to be searched, in a thread; the first search for a place would take half a second otherwise. Once is enough; from the main thread. */
void            shanhai_choices_warm_up     (void);
void            shanhai_choices_refresh     (ShanhaiChoices       *self);

/* (transfer full) (element-type ShanhaiChoice): the best ones first, no more than @limit; and then a choice for each type that can be made on the spot.
 * An empty query finds all that are there. */
GListStore     *shanhai_choices_find        (ShanhaiChoices       *self,
                                             const ShanhaiWording *wording,
                                             const char           *query,
                                             guint                 limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiChoices, shanhai_choices_free)

G_END_DECLS
