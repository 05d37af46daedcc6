/* shanhai-figure-funds.h - sorting a case's flows before any is drawn: what is aid, what is part of what. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money is told honestly: planned and disbursed aren't added up, purchases, investments and reimbursements aren't aid, a part isn't drawn beside
 * its total, and what two sources tell alike is drawn once. */

#pragma once

#include "shanhai-figure-private.h"
#include "shanhai-flow.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFundsSelecting ShanhaiFundsSelecting;

typedef struct
{
  ShanhaiFundsSelecting *selecting;  /* until all flows are looked at */
  GPtrArray  *drawn;    /* of ShanhaiFlow: all that are drawn */
  GPtrArray  *totals;   /* of ShanhaiFlow: drawn flows that aren't part of another drawn one */
  GHashTable *parts;    /* id of a drawn flow → GPtrArray of ShanhaiFlow: its drawn parts */
  GPtrArray  *apart;    /* of ShanhaiFlow: told of in a note, not drawn */
  GPtrArray  *outdone;  /* of ShanhaiFlow: totals that another source's stands for; told of in a note; of all statuses, where one was asked for */
  const char *status;   /* of the drawn flows: "disbursed", "committed" or "planned" */
} ShanhaiFundsSelection;

/* Bit by bit: until that time (monotonic, µs) or a little longer; returns whether all flows are looked at. @context must outlive that.
 * @status: (nullable): of one status alone; nothing is drawn where no flow has it, and flows of other statuses don't stand apart */
ShanhaiFundsSelection *shanhai_funds_selection_start    (const ShanhaiFigureContext  *context,
                                                         const char                  *status);
bool                   shanhai_funds_selection_go_on    (ShanhaiFundsSelection       *self,
                                                         gint64                       until);
void                   shanhai_funds_selection_free     (ShanhaiFundsSelection       *self);
/* (transfer none) (nullable): the parts of a drawn flow */
GPtrArray             *shanhai_funds_selection_get_parts (ShanhaiFundsSelection      *self,
                                                          ShanhaiFlow                *flow);
/* "Stand apart, since they aren't aid given: …", one line a kind (transfer full) */
char                 **shanhai_funds_selection_dup_notes (ShanhaiFundsSelection      *self,
                                                          const ShanhaiFigureContext *context);

/* of a range, its middle */
ShanhaiDecimal         shanhai_funds_get_middle         (ShanhaiFlow                 *flow);
/* the amount as the drawing takes it: the middle of a range, never less than nothing */
double                 shanhai_funds_get_amount         (ShanhaiFlow                 *flow);
/* what the drawn parts (may be NULL) leave of a flow; 0 where the flow isn't printed sharply enough to tell that anything is left */
double                 shanhai_funds_get_rest           (ShanhaiFlow                 *flow,
                                                         GPtrArray                   *parts);
/* The sum of the flows' amounts (one at least) as a quantity that says how sure it is: with a range among them it is a range; a range and "over" leave
 * only the least that it can be. `extra` is NULL. */
ShanhaiQuantity        shanhai_funds_sum                (GPtrArray                   *flows);
/* in doubles, between which bounds the sum lies (soft); INFINITY for no bound */
void                   shanhai_funds_get_bounds         (GPtrArray                   *flows,
                                                         double                      *lo,
                                                         double                      *hi);
bool                   shanhai_funds_tells_use          (const char                  *sector);

/* the words over the chart (transfer full) */
char                  *shanhai_funds_dup_title          (ShanhaiFundsSelection       *selection,
                                                         const ShanhaiFigureContext  *context);
char                  *shanhai_funds_dup_subtitle       (ShanhaiFundsSelection       *selection,
                                                         const ShanhaiFigureContext  *context,
                                                         const char                  *unit_label);
/* the colour of a sector: its place in the vocabulary, the same in every chart */
int                    shanhai_funds_get_sector_slot    (const char                  *sector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFundsSelection, shanhai_funds_selection_free)

G_END_DECLS
