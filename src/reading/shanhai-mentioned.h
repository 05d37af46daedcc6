/* shanhai-mentioned.h - the places and parties that a sentence names. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The casebook's own names come first (东乡族自治县 is found as 东乡族自治县, 东乡县 and 东乡), then the gazetteer's, then words that end like a name (X村, X小学,
 * X集团). What a sentence names may be new: shanhai_names_ensure() makes the draft when it is needed. */

#pragma once

#include "shanhai-drafts.h"

G_BEGIN_DECLS

typedef struct
{
  guint                  start, end;  /* bytes of the text given */
  const char            *id;          /* (nullable): of a record, owned by it */
  const ShanhaiDivision *division;    /* (nullable): of the gazetteer */
  ShanhaiRecordType      type;        /* PLACE or PARTY, where it is by its ending */
  const char            *key;         /* level or kind by its ending, static; NULL elsewhere */
} ShanhaiMentioned;

typedef struct _ShanhaiNames ShanhaiNames;

/* @drafts: borrowed; records that come later aren't known */
ShanhaiNames *shanhai_names_new    (ShanhaiDrafts          *drafts);
void          shanhai_names_free   (ShanhaiNames           *self);
/* (transfer full) (element-type ShanhaiMentioned): in order, none overlapping. @text: folded: narrow, simplified. In time linear in its length. */
GArray       *shanhai_names_find   (ShanhaiNames           *self,
                                    const char             *text);
/* (transfer none): the id of the record for it; a draft is made where there is none */
const char   *shanhai_names_ensure (ShanhaiNames           *self,
                                    const char             *text,
                                    const ShanhaiMentioned *mentioned);
/* (transfer full): text as it is matched: narrow, simplified, small letters */
char         *shanhai_names_fold   (const char             *text,
                                    gssize                  length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiNames, shanhai_names_free)

G_END_DECLS
