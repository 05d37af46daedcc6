/* shanhai-source-tally.h - which sources some lists of records cite, and how often. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counted right away where that takes no time, else between frames. Nothing that the lists do meanwhile is looked at twice: whoever hears of a change starts
 * another tally. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

typedef struct _ShanhaiSourceTally ShanhaiSourceTally;

typedef struct
{
  ShanhaiSource *source;
  char          *first;   /* id of the first record that cites it */
  guint          n;       /* citations */
} ShanhaiSourceCount;

/* @counts: (element-type ShanhaiSourceCount): the most cited first; only until it returns */
typedef void (*ShanhaiSourceTallyFunc) (const GPtrArray *counts,
                                        gpointer         data);

/* @done: called once, maybe before this returns. Free it after that or before, but not from within. */
ShanhaiSourceTally *shanhai_source_tally_new  (ShanhaiCasebook         *casebook,
                                               GListModel * const      *lists,
                                               guint                    n_lists,
                                               ShanhaiSourceTallyFunc   done,
                                               gpointer                 data);
/* what isn't counted yet never is */
void                shanhai_source_tally_free (ShanhaiSourceTally      *self);

G_END_DECLS
