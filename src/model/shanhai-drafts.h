/* shanhai-drafts.h - records that are being made, beside those that the casebook has. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a person fills in a form, the places, parties and sources that are missing get made in passing. They become part of the casebook together with
 * the record that names them: in one change, or not at all. Nothing here touches the casebook; a draft has its id from the start, so that others can refer
 * to it. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-gazetteer.h"
#include "shanhai-number.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DRAFTS (shanhai_drafts_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDrafts, shanhai_drafts, SHANHAI, DRAFTS, GObject)

ShanhaiDrafts   *shanhai_drafts_new          (ShanhaiCasebook       *casebook);
ShanhaiCasebook *shanhai_drafts_get_casebook (ShanhaiDrafts         *self);

/* (transfer none): an empty draft with an id of its own, kept here; set its members by g_object_set() before anybody else looks */
ShanhaiRecord   *shanhai_drafts_add          (ShanhaiDrafts         *self,
                                              ShanhaiRecordType      type);
/* keeps a copy of a draft that was made elsewhere; it has an id */
void             shanhai_drafts_take         (ShanhaiDrafts         *self,
                                              ShanhaiRecord         *draft);
/* (transfer none): the id of the place with the division's code, or of the same name within the same parents; where the casebook has none, of a draft
 * that is made together with the places it lies in */
const char      *shanhai_drafts_add_division (ShanhaiDrafts         *self,
                                              const ShanhaiDivision *division);
/* the drafts of a type so far, newest last; SHANHAI_RECORD_OTHER: all */
GPtrArray       *shanhai_drafts_list         (ShanhaiDrafts         *self,
                                              ShanhaiRecordType      type);
/* (transfer none) (nullable): a draft, else what the casebook has */
ShanhaiRecord   *shanhai_drafts_lookup       (ShanhaiDrafts         *self,
                                              const char            *id);
/* as shanhai_casebook_dup_label(), with the drafts */
char            *shanhai_drafts_dup_label    (ShanhaiDrafts         *self,
                                              const char            *id,
                                              ShanhaiLanguage        language);
/* Adds to a change those drafts that its records refer to, and what these refer to in turn. The others are left out: nobody needs them. They are copied, so that
 * the drafts can go on to be used. */
void             shanhai_drafts_complete     (ShanhaiDrafts         *self,
                                              ShanhaiChange         *change);

G_END_DECLS
