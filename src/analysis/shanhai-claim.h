/* shanhai-claim.h - one printed figure with all that says what it is a figure of. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks compare claims, not records: an observation's value, a flow's amount and an exchange's count look alike here. A claim borrows from its
 * record and is made anew when that changes. Two claims are of one kind only when nothing that is said about them differs: figures counted by another
 * rule (`basis`) are never held against each other. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiRecord         *record;
  const char            *id;          /* the record's */
  ShanhaiRecordType      type;
  const ShanhaiQuantity *quantity;    /* NULL where the record has no figure */
  const ShanhaiPeriod   *period;      /* or NULL */
  const char            *case_id;
  const char            *programme;
  const char            *subject;     /* of an observation */
  const char            *about;       /* of an observation: its subject, else its programme, else its case */
  const char            *indicator;   /* of an observation, interned */
  const char            *part_of;
  const ShanhaiName     *basis;
  const ShanhaiCitation *citation;    /* the first, or NULL */
  ShanhaiSource         *source;      /* the one that it names, or NULL */
  const char            *root;        /* id of the source that printed it first, reprints followed; or NULL */
  gint32                 first, last; /* days; of an open end, up to the day of publication where that is known */
  bool                   has_time;
  bool                   open_start;  /* it isn't said since when */
  bool                   spans;       /* a total over a time, rather than a state at its end */
  bool                   cumulative;
  bool                   planned;     /* a plan or a target, not what was done */
  gint32                 published;   /* day on which it was printed, or SHANHAI_DAY_AFTER_ALL */
} ShanhaiClaim;

/* How far what is said about two claims agrees. */
typedef enum
{
  SHANHAI_ALIKE_NOT,     /* a definition, a programme or a case differs: nothing follows */
  SHANHAI_ALIKE_MAYBE,   /* one says less than the other: what follows is doubtful at most */
  SHANHAI_ALIKE_FULLY,
} ShanhaiAlikeness;

void             shanhai_claim_init         (ShanhaiClaim          *self,
                                             ShanhaiCasebook       *casebook,
                                             ShanhaiRecord         *record);
/* by case, programme, basis, plan and unit; not by time */
ShanhaiAlikeness shanhai_claim_compare_kind (const ShanhaiClaim    *a,
                                             const ShanhaiClaim    *b);
ShanhaiAlikeness shanhai_claim_compare_basis (const ShanhaiClaim   *a,
                                              const ShanhaiClaim   *b);
bool             shanhai_claim_is_same_time (const ShanhaiClaim    *a,
                                             const ShanhaiClaim    *b);
/* the same source and the same paragraph of it */
bool             shanhai_claim_is_same_place (const ShanhaiClaim   *a,
                                              const ShanhaiClaim   *b);
/* its citation names a place of a text that is held */
bool             shanhai_claim_is_in_held_text (const ShanhaiClaim *self);
/* whether their times may meet: they do where one isn't told */
bool             shanhai_claim_overlaps     (const ShanhaiClaim    *a,
                                             const ShanhaiClaim    *b);
/* by its basis: 年均, 户均, "per household" */
bool             shanhai_claim_is_average   (const ShanhaiClaim    *self);
/* the source itself, without following reprints; NULL where there is no citation */
const char      *shanhai_claim_get_source   (const ShanhaiClaim    *self);
/* (transfer none) (nullable): the source that a citation of the claim's record names */
ShanhaiSource   *shanhai_claim_find_source  (const ShanhaiClaim    *self,
                                             ShanhaiCasebook       *casebook,
                                             const ShanhaiCitation *citation);

/* whether `a` ≤ `b` can hold, for what the figures claim */
ShanhaiAgreement shanhai_compare_at_most    (const ShanhaiQuantity *a,
                                             const ShanhaiQuantity *b);
ShanhaiAgreement shanhai_compare_interval   (const ShanhaiInterval *soft,
                                             const ShanhaiInterval *hard,
                                             const ShanhaiQuantity *printed);
/* -1: a lies whole below b; 1: above; 0: they meet */
int              shanhai_interval_order     (const ShanhaiInterval *a,
                                             const ShanhaiInterval *b);
/* money, people, things: what adds up. Not rates, averages, temperatures */
bool             shanhai_unit_is_additive   (const char            *unit);
/* the base unit has no fractions: people, villages */
bool             shanhai_unit_is_counted    (const char            *unit);

G_END_DECLS
