/* shanhai-check.h - what a single check is: a function over claims that belong together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scope holds the claims that one key brings together (all of one subject, all parts of one whole …), ordered by id. A check looks at nothing but these and
 * what their records refer to, and adds findings; it keeps no state, so that several threads check at once.
 * Which keys there are is the business of shanhai-cluster-keys.c. */

#pragma once

#include "shanhai-claim.h"
#include "shanhai-definitions.h"
#include "shanhai-event.h"
#include "shanhai-finding.h"
#include "shanhai-held-text.h"

G_BEGIN_DECLS

/* the time of a claim that came or went since the scope was checked */
typedef struct
{
  gint32 last;
  bool   has_time;
} ShanhaiChangedTime;

typedef struct
{
  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  const char         *key;       /* the id that the scope is about, or NULL */
  ShanhaiClaim      **claims;
  guint               n;
  bool                is_stated; /* of a whole: a person has said which figures it is the sum of */
  GHashTable         *texts;     /* ShanhaiSource → ShanhaiHeldText, of those that hold one */
  GPtrArray          *findings;  /* of ShanhaiFinding: the checks' output */
  GPtrArray          *before;    /* what they said last; or NULL. Where only `changed` has come or gone since, a check may say the rest again as it was */
  GArray             *changed;   /* of ShanhaiChangedTime; NULL: all of it may be new */
} ShanhaiCheckScope;

typedef void (*ShanhaiCheckFunc) (ShanhaiCheckScope *scope);

/* one record alone */
void shanhai_check_dates       (ShanhaiCheckScope *scope);
void shanhai_check_citations   (ShanhaiCheckScope *scope);
void shanhai_check_quotes      (ShanhaiCheckScope *scope);
void shanhai_check_plan_words  (ShanhaiCheckScope *scope);
void shanhai_check_record_unit (ShanhaiCheckScope *scope);
/* claims of one series: the same thing at all times and from all sources */
void shanhai_check_same        (ShanhaiCheckScope *scope);
void shanhai_check_trend       (ShanhaiCheckScope *scope);
void shanhai_check_years       (ShanhaiCheckScope *scope);
void shanhai_check_unit_slips  (ShanhaiCheckScope *scope);
void shanhai_check_baselines   (ShanhaiCheckScope *scope);
void shanhai_check_changes     (ShanhaiCheckScope *scope);
void shanhai_check_yearly_means (ShanhaiCheckScope *scope);
void shanhai_check_counted_twice (ShanhaiCheckScope *scope);
/* observations of one subject: those that formulas join; in per cent and points; of poverty; of people; an indicator (`key`) and those that are counted within it; people and their
 * households; investment */
void shanhai_check_formulas    (ShanhaiCheckScope *scope);
void shanhai_check_costs       (ShanhaiCheckScope *scope);
void shanhai_check_points      (ShanhaiCheckScope *scope);
/* a change of a rate that is printed in per cent: by so many points, or by such a share of what it was? False when it is neither, or can't be reckoned; nothing is told then */
bool shanhai_check_rate_change (ShanhaiCheckScope  *scope,
                                const ShanhaiClaim *result,
                                const ShanhaiClaim *start,
                                const ShanhaiClaim *end,
                                ShanhaiAlikeness    alike);
void shanhai_check_bases       (ShanhaiCheckScope *scope);
void shanhai_check_population  (ShanhaiCheckScope *scope);
void shanhai_check_within      (ShanhaiCheckScope *scope);
void shanhai_check_households  (ShanhaiCheckScope *scope);
void shanhai_check_investment  (ShanhaiCheckScope *scope);
/* a whole and its parts: `key` is the whole's id */
void shanhai_check_parts       (ShanhaiCheckScope *scope);
void shanhai_check_sums        (ShanhaiCheckScope *scope);
/* flows into and out of one party or place of a case: `key` is its id */
void shanhai_check_flows       (ShanhaiCheckScope *scope);
/* flows of one giver in a case */
void shanhai_check_doubles     (ShanhaiCheckScope *scope);
void shanhai_check_planned     (ShanhaiCheckScope *scope);
/* flows whose giver isn't told, and the totals of their case */
void shanhai_check_doubles_of_nobody (ShanhaiCheckScope *scope);
/* figures that one paragraph of a held text tells */
void shanhai_check_sentences   (ShanhaiCheckScope *scope);
void shanhai_check_mean_slips  (ShanhaiCheckScope *scope);
void shanhai_check_paragraphs  (ShanhaiCheckScope *scope);
/* flows that one paragraph tells */
void shanhai_check_breakdowns  (ShanhaiCheckScope *scope);
/* observations of one indicator in a place (`key`) and in those directly below it */
void shanhai_check_places      (ShanhaiCheckScope *scope);
void shanhai_check_sibling_slips (ShanhaiCheckScope *scope);
/* observations of one kind of thing in a case (`key`: the indicator), and what is recorded of it as flows or exchanges */
void shanhai_check_counterparts (ShanhaiCheckScope *scope);
/* pairings and counts of paired units of one case */
void shanhai_check_pairings    (ShanhaiCheckScope *scope);
/* pairings of one case between the same kinds of ends */
void shanhai_check_pairing_twins (ShanhaiCheckScope *scope);
/* events of the same parties */
void shanhai_check_events      (ShanhaiCheckScope *scope);
/* events about what bears one name */
void shanhai_check_works       (ShanhaiCheckScope *scope);
/* the result and the terms of a relation that a person has stated, in their order; `key` is the decision's id */
void shanhai_check_relation    (ShanhaiCheckScope *scope);
/* sources that share a title or most of their text */
void shanhai_check_reprints    (ShanhaiCheckScope *scope);
/* sources of one publisher, and those that say that they come from it; `key`: its name's letters */
void shanhai_check_told_origins (ShanhaiCheckScope *scope);
/* sources of one address */
void shanhai_check_addresses   (ShanhaiCheckScope *scope);

/* A finding about claims, added to the scope's. Which sentence is taken follows the gravity. */
typedef struct
{
  const char *confirmed;  /* NULL: nothing is said when all is well */
  const char *doubtful;   /* NULL: as contradiction */
  const char *contradiction;
} ShanhaiSentences;

/* (transfer none) (nullable): NULL where there is no sentence for it. What is only maybe alike is doubtful at most. */
ShanhaiFinding *shanhai_check_tell (ShanhaiCheckScope       *scope,
                                    ShanhaiCheck             check,
                                    ShanhaiAgreement         agreement,
                                    ShanhaiAlikeness         alike,
                                    const ShanhaiSentences  *sentences,
                                    const ShanhaiClaim      *a,
                                    const ShanhaiClaim      *b);
/* sums of hard and soft intervals and of the values themselves; false when they can't be represented */
typedef struct
{
  ShanhaiInterval soft, hard;
  ShanhaiDecimal  nominal;
} ShanhaiTotal;

bool            shanhai_total_add  (ShanhaiTotal            *self,
                                    const ShanhaiQuantity   *quantity);

/* of an indicator of people or of their households, the name of the pair; or NULL */
const char     *shanhai_check_get_households (const char        *indicator);
/* the indicator that a claim is an observation of, or that its flow or exchange is told by; or NULL */
const char     *shanhai_check_get_counterpart (const ShanhaiClaim *claim);
/* (transfer full) (nullable): what an event begins or opens, by its title without the words for that; NULL where too little is left */
char           *shanhai_event_dup_work (ShanhaiEvent            *event);

G_END_DECLS
