/* shanhai-totals.h - what a casebook's figures add up to: only what is disjoint, and what was left out. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case by case, since what one case has done no other has; within a case only what shanhai_addable_new() lets be added. What is true of a place, rather than done
 * by a case, is counted once even where several cases tell it. Needs no display. */

#pragma once

#include "shanhai-addable.h"

G_BEGIN_DECLS

typedef struct
{
  char            *heading;    /* "Aid given", translated */
  ShanhaiQuantity *quantity;   /* the total, with how sure it is; NULL where there is none: */
  char            *why_none;   /* in words */
  guint            n_added;    /* figures … */
  GPtrArray       *added;      /* of ShanhaiRecord: all of them */
  guint            n_cases;    /* … of so many cases */
  guint            n_left_out[SHANHAI_N_LEFT_OUT];
  GPtrArray       *left_out[SHANHAI_N_LEFT_OUT];  /* of ShanhaiRecord: some of each */
} ShanhaiCasebookTotal;

void       shanhai_casebook_total_free (ShanhaiCasebookTotal *self);
/* (transfer full) (element-type ShanhaiCasebookTotal): those that there are. @cases: (nullable): ids; NULL for all */
GPtrArray *shanhai_casebook_dup_totals (ShanhaiCasebook      *casebook,
                                        const char * const   *cases);
/* (transfer full) (nullable): of one indicator: what has been reached, of a state the latest, of each place once and none beside the place that it lies in. Where
 * that doesn't add up (rates, averages, sums that a place has only once) it has no quantity but says why; NULL where no figure of it is there. */
ShanhaiCasebookTotal *shanhai_casebook_dup_indicator_total (ShanhaiCasebook    *casebook,
                                                            const char * const *cases,
                                                            const char         *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiCasebookTotal, shanhai_casebook_total_free)

G_END_DECLS
