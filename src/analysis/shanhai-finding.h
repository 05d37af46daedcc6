/* shanhai-finding.h - what a check says about some figures. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding names records in the order in which its sentence speaks of them, the figures as printed, what was computed, and is settled by a decision
 * that a person has recorded. It is immutable but for "settled". A check that runs again makes new findings; an old one still tells what it told.
 *
 * The sentence is a template in which {1} is the first figure in words, {w1} what it is about, {t1} its time, {s1} its
 * source, {e} the arithmetic with the figures put in, {+} all but the first added, {=} what was computed, {n} a further number and {q} a quote; so one translated sentence serves all languages. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

/* gravest first */
typedef enum
{
  SHANHAI_GRAVITY_CONTRADICTION,
  SHANHAI_GRAVITY_DOUBTFUL,
  SHANHAI_GRAVITY_INCOMPLETE,
  SHANHAI_GRAVITY_CONFIRMED,
} ShanhaiGravity;

#define SHANHAI_N_GRAVITIES (SHANHAI_GRAVITY_CONFIRMED + 1)

typedef enum
{
  SHANHAI_CHECK_DIFFERENCE,   /* start − end, whole − part */
  SHANHAI_CHECK_AVERAGE,
  SHANHAI_CHECK_RATIO,
  SHANHAI_CHECK_SUM,
  SHANHAI_CHECK_PART,         /* part ≤ whole */
  SHANHAI_CHECK_SAME,         /* one thing told twice */
  SHANHAI_CHECK_TREND,
  SHANHAI_CHECK_POPULATION,   /* a count and those it is drawn from */
  SHANHAI_CHECK_FLOW,         /* what goes on and what came in */
  SHANHAI_CHECK_PLANNED,
  SHANHAI_CHECK_DOUBLE,       /* a part counted beside its total */
  SHANHAI_CHECK_DATES,
  SHANHAI_CHECK_CITATION,     /* a figure without one; a quote that isn't where it should be */
  SHANHAI_CHECK_QUOTE,        /* the figure and its own quote */
  SHANHAI_CHECK_BASE,         /* the population that a rate and a headcount imply */
  SHANHAI_CHECK_POINTS,       /* per cent and percentage points */
  SHANHAI_CHECK_UNIT,         /* 万 forgotten, a unit that isn't the indicator's */
  SHANHAI_CHECK_PERSON_TIME,
  SHANHAI_CHECK_REPRINT,
  SHANHAI_CHECK_REFERENCE,    /* to a record that isn't there */
} ShanhaiCheck;

#define SHANHAI_N_CHECKS (SHANHAI_CHECK_REFERENCE + 1)

#define SHANHAI_TYPE_FINDING (shanhai_finding_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFinding, shanhai_finding, SHANHAI, FINDING, GObject)

/* "contradiction", "same": as files and the command line write them */
const char            *shanhai_gravity_get_key         (ShanhaiGravity        gravity);
const char            *shanhai_gravity_get_label       (ShanhaiGravity        gravity,
                                                        const ShanhaiWords   *words);
const char            *shanhai_check_get_key           (ShanhaiCheck          check);
bool                   shanhai_check_from_key          (const char           *key,
                                                        ShanhaiCheck         *out);
const char            *shanhai_check_get_label         (ShanhaiCheck          check,
                                                        const ShanhaiWords   *words);

/* `sentence` is a static template, marked with N_ */
ShanhaiFinding        *shanhai_finding_new             (ShanhaiCheck          check,
                                                        ShanhaiGravity        gravity,
                                                        const char           *sentence);
/* While it is being made. A figure's quantity is copied; NULL for a record that is named for something else. */
void                   shanhai_finding_add             (ShanhaiFinding        *self,
                                                        ShanhaiRecord         *record,
                                                        const ShanhaiQuantity *quantity);
void                   shanhai_finding_set_computed    (ShanhaiFinding        *self,
                                                        const ShanhaiDecimal  *nominal,
                                                        const ShanhaiInterval *interval,
                                                        const char            *unit);
void                   shanhai_finding_take_arithmetic (ShanhaiFinding        *self,
                                                        char                  *arithmetic);
void                   shanhai_finding_set_number      (ShanhaiFinding        *self,
                                                        const ShanhaiDecimal  *number);
/* the quote that the sentence speaks of: {q} */
void                   shanhai_finding_set_quote       (ShanhaiFinding        *self,
                                                        const char            *quote);

ShanhaiCheck           shanhai_finding_get_check       (ShanhaiFinding        *self);
ShanhaiGravity         shanhai_finding_get_gravity     (ShanhaiFinding        *self);
guint                  shanhai_finding_get_n           (ShanhaiFinding        *self);
ShanhaiRecord         *shanhai_finding_get_record      (ShanhaiFinding        *self,
                                                        guint                  index);
/* (nullable) */
const ShanhaiQuantity *shanhai_finding_get_quantity    (ShanhaiFinding        *self,
                                                        guint                  index);
/* (nullable): where that figure is printed */
const ShanhaiCitation *shanhai_finding_get_citation    (ShanhaiFinding        *self,
                                                        guint                  index);
bool                   shanhai_finding_names           (ShanhaiFinding        *self,
                                                        const char            *id);
/* NULL where nothing was computed */
const ShanhaiInterval *shanhai_finding_get_interval    (ShanhaiFinding        *self);
/* the decision that settles it, or NULL */
ShanhaiRecord         *shanhai_finding_get_settled     (ShanhaiFinding        *self);
void                   shanhai_finding_set_settled     (ShanhaiFinding        *self,
                                                        ShanhaiRecord         *decision);
/* by gravity, check and ids; 0 only for findings that say the same of the same */
int                    shanhai_finding_compare         (ShanhaiFinding        *a,
                                                        ShanhaiFinding        *b);

/* whether both say the very same, figures included */
bool                   shanhai_finding_equal           (ShanhaiFinding        *a,
                                                        ShanhaiFinding        *b);

/* (transfer full): the figure as its source prints it, in no reader's language: the quote, else value and unit; what a decision has `seen` */
char                  *shanhai_finding_dup_printed     (ShanhaiFinding        *self,
                                                        guint                  index);
/* (transfer full) (nullable): a plain decimal number */
char                  *shanhai_finding_dup_computed    (ShanhaiFinding        *self);
/* (transfer full): one or two sentences in the reader's language */
char                  *shanhai_finding_dup_message     (ShanhaiFinding        *self,
                                                        ShanhaiCasebook       *casebook,
                                                        const ShanhaiWords    *words);
/* (transfer full): what a record is about: 南华县 实际报销比例（2019年） */
char                  *shanhai_finding_dup_subject     (ShanhaiCasebook       *casebook,
                                                        ShanhaiRecord         *record,
                                                        const ShanhaiWords    *words);

G_END_DECLS
