/* shanhai-wording.h - records in the words of the reader, for cells, cards and popovers. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions of a record and a manner of speaking; they need no display, so that tests call them directly. All return texts are new and owned by the
 * caller, and never NULL: what isn't told is "". */

#pragma once

#include "shanhai-case.h"
#include "shanhai-casebook.h"
#include "shanhai-source.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiCasebook    *casebook;      /* borrowed (nullable): without it, references show as ids */
  ShanhaiLanguage     language;
  ShanhaiNumberStyle  number_style;
} ShanhaiWording;

/* as the program speaks now (ShanhaiDisplay); the one function here that isn't pure */
ShanhaiWording shanhai_wording_now (ShanhaiCasebook *casebook);

/* Full digits under a million ("96 400 people"), a magnitude above ("nearly 470 M yuan"): never fewer digits than printed. */
char *shanhai_wording_quantity   (const ShanhaiWording  *self,
                                  const ShanhaiQuantity *quantity);
char *shanhai_wording_period     (const ShanhaiWording  *self,
                                  const ShanhaiPeriod   *period);
char *shanhai_wording_name       (const ShanhaiWording  *self,
                                  const ShanhaiName     *name);
/* @scheme: of the vocabulary; "indicators" includes the casebook's own */
char *shanhai_wording_key        (const ShanhaiWording  *self,
                                  const char            *scheme,
                                  const char            *key);
/* what a view calls the record of that id; flows and the like, which have no name, by their figure */
char *shanhai_wording_reference  (const ShanhaiWording  *self,
                                  const char            *id);
char *shanhai_wording_references (const ShanhaiWording  *self,
                                  const char * const    *ids);
char *shanhai_wording_ends       (const ShanhaiWording  *self,
                                  const ShanhaiEnds     *ends);
/* the places around it, smallest first in English ("Xiamen, Fujian"), largest first in Chinese (福建厦门); without itself and the country. For a party, around its place. */
char *shanhai_wording_around     (const ShanhaiWording  *self,
                                  const char            *id);
/* "Huli District → Dongxiang County", else the case's title */
char *shanhai_wording_case_title (const ShanhaiWording  *self,
                                  ShanhaiCase           *record);
/* places around both sides, kind, approach, years: those that there are, between middle dots */
char *shanhai_wording_case_subtitle (const ShanhaiWording *self,
                                     ShanhaiCase          *record);
/* "Xiamen Daily · 15 Oct 2020" */
char *shanhai_wording_source     (const ShanhaiWording  *self,
                                  ShanhaiSource         *source);

/* A field of a record as one text, whatever its kind. */
char *shanhai_wording_field      (const ShanhaiWording  *self,
                                  ShanhaiRecord         *record,
                                  const ShanhaiField    *field);
/* what the record is about, without its figure: its title, or "Poverty rate, Dongxiang County" */
char *shanhai_wording_subject    (const ShanhaiWording  *self,
                                  ShanhaiRecord         *record);
/* the record in one line, for copies, tips and screen readers: "Poverty rate, Dongxiang County: 38.74%, end of 2013" */
char *shanhai_wording_record     (const ShanhaiWording  *self,
                                  ShanhaiRecord         *record);

/* The sentence around the printed figure of a citation: bytes of @text from *@start to *@end, the figure at *@quote_start to *@quote_end.
 * False when the text doesn't have the figure at that place. */
bool  shanhai_wording_excerpt    (const char            *text,
                                  const ShanhaiCitation *citation,
                                  gsize                 *start,
                                  gsize                 *end,
                                  gsize                 *quote_start,
                                  gsize                 *quote_end);

/* joins what isn't empty with @separator; frees nothing */
char *shanhai_wording_join       (const char            *separator,
                                  const char * const    *parts,
                                  guint                  n_parts);

G_END_DECLS
