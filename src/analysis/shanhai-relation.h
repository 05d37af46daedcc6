/* shanhai-relation.h - how some figures belong together, as a person has said: "this is the sum of these". SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept as a `decision` whose `about` names a check that no finding bears, "sum-of", and in `records` the result first, then its terms in their order. It has no
 * `seen`: what a person says about belonging holds whatever the figures are. The checks hold the figures against each other, and totals don't add the terms of a sum
 * beside it. Versions that don't know such a check keep the record and pass over it. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_RELATION_SUM,         /* result = all terms together */
  SHANHAI_RELATION_DIFFERENCE,  /* result = the first term less the others */
  SHANHAI_RELATION_RATIO,       /* result = the first term ÷ the second; in per cent where the result is */
} ShanhaiRelationKind;

#define SHANHAI_N_RELATIONS (SHANHAI_RELATION_RATIO + 1)

typedef enum
{
  SHANHAI_RELATION_ERROR_TERMS,   /* too few or too many terms, or one named twice */
  SHANHAI_RELATION_ERROR_FIGURE,  /* a record isn't there or has no figure */
  SHANHAI_RELATION_ERROR_UNIT,    /* figures of unlike units can't be added up */
} ShanhaiRelationError;

#define SHANHAI_RELATION_ERROR (shanhai_relation_error_quark ())
#define SHANHAI_RELATION_MAX_TERMS 64

GQuark               shanhai_relation_error_quark (void);

/* what follows is about a record of any type; NULL and records that state nothing are allowed */
bool                 shanhai_relation_get_kind    (ShanhaiRecord        *record,
                                                   ShanhaiRelationKind  *out);
/* (transfer none) (nullable) (array zero-terminated=1): ids, the result first */
const char * const  *shanhai_relation_get_records (ShanhaiRecord        *record);

/* whether that can be said of these figures; the error's message is for people */
bool                 shanhai_relation_is_possible (ShanhaiCasebook      *casebook,
                                                   ShanhaiRelationKind   kind,
                                                   const char           *result,
                                                   const char * const   *terms,
                                                   GError              **error);
/* (transfer full): The change that states it, today. `terms`: ids, NULL at the end; `reason` and `by` (who says it): plain text or NULL; `title` is what undo shows,
 * translated. */
ShanhaiChange       *shanhai_relation_state       (ShanhaiRelationKind   kind,
                                                   const char           *result,
                                                   const char * const   *terms,
                                                   const char           *reason,
                                                   const char           *by,
                                                   const char           *title);
/* (transfer full): the change that takes it back */
ShanhaiChange       *shanhai_relation_retract     (ShanhaiRecord        *relation,
                                                   const char           *title);
/* (transfer container) (element-type ShanhaiRecord): all that are stated, in file order; `id`: those that name that record, or NULL for every one */
GPtrArray           *shanhai_casebook_dup_relations (ShanhaiCasebook    *casebook,
                                                     const char         *id);
/* whether somebody has said that a figure is the sum of others, or a term of a sum that `whole` is */
bool                 shanhai_casebook_is_sum      (ShanhaiCasebook      *casebook,
                                                   const char           *id);
bool                 shanhai_casebook_is_term_of  (ShanhaiCasebook      *casebook,
                                                   const char           *id,
                                                   const char           *whole);

G_END_DECLS
