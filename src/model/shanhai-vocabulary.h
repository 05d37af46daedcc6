/* shanhai-vocabulary.h - the words of the field in both languages. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data, not code: data/vocabulary/vocabulary.json, read at the first question. Schemes are named by their path in that file: "units", "sectors",
 * "indicators", "modes", "directions", "kinds.flow", "kinds.case", "levels.place", "status.flow", "roles.observation". A key that isn't there is its own label, so
 * that users' own words show as they wrote them. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;     /* interned */
  const char *en, *zh;
  const char *en_plural;  /* of a unit, or NULL */
  const char *unit;       /* of an indicator: interned key, or NULL */
  const char *sector;     /* of an indicator, or NULL */
  const char *direction;  /* of an indicator: "falling-is-good", …, or NULL */
  const char *formula;    /* of an indicator that others give, or NULL */
  const char *part_of;    /* of an indicator: the one that it is counted within, or NULL */
  bool        stock;      /* of an indicator: stands at a date, rather than adding up over a span */
} ShanhaiTerm;

/* (transfer none): NULL when the scheme has no such key */
const ShanhaiTerm *shanhai_vocabulary_find        (const char            *scheme,
                                                   const char            *key);
/* (transfer none): the terms of a scheme in the file's order; NULL for no such scheme */
const ShanhaiTerm *shanhai_vocabulary_list        (const char            *scheme,
                                                   guint                 *n_terms);
/* the key itself where it isn't known; "" for NULL */
const char        *shanhai_vocabulary_get_label   (const char            *scheme,
                                                   const char            *key,
                                                   ShanhaiLanguage        language);

/* with the casebook's own `indicator` records */
const char        *shanhai_casebook_get_indicator_label (ShanhaiCasebook *self,
                                                         const char      *key,
                                                         ShanhaiLanguage  language);
/* the unit's label for that value ("person", "people", 人; 元, CNY; "%") */
const char        *shanhai_vocabulary_get_unit_label (const ShanhaiQuantity *quantity,
                                                      ShanhaiLanguage        language);
/* a quantity in words, with its unit: "nearly 470 M CNY", 近4.7亿元 */
char              *shanhai_vocabulary_format_quantity (const ShanhaiQuantity *quantity,
                                                       ShanhaiLanguage        language,
                                                       ShanhaiNumberStyle     style,
                                                       ShanhaiNumberForm      form);

/* "Huli District", 湖里区: what a view calls that record; the id when it isn't there or has no name */
char              *shanhai_casebook_dup_label     (ShanhaiCasebook       *self,
                                                   const char            *id,
                                                   ShanhaiLanguage        language);
/* both ends of a flow or pairing: names and counted groups joined: "9 towns, 19 enterprises" */
char              *shanhai_casebook_dup_ends_label (ShanhaiCasebook      *self,
                                                    const ShanhaiEnds    *ends,
                                                    ShanhaiLanguage       language);

G_END_DECLS
