/* shanhai-case-figures.h - the few figures that stand for a case: what the cards on top of its page say. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure is one that a source printed, or the exact difference of two; nothing is added up. Needs no display. */

#pragma once

#include "shanhai-wording.h"

G_BEGIN_DECLS

typedef struct
{
  char       *heading;  /* "Poverty rate" */
  char       *value;    /* "38.74% → 4.25%" */
  char       *caption;  /* "−34.49 pp · 2013 → 2019"; may be "" */
  const char *page;     /* of the case, that shows it: "outcomes" */
  char       *record;   /* whose citation stands behind it; NULL where it is a count of records */
  char      **records;  /* all that its value and caption show: what the checks say of them concerns it */
} ShanhaiCaseFigure;

void       shanhai_case_figure_free  (ShanhaiCaseFigure    *self);

/* (transfer full) (element-type ShanhaiCaseFigure): those that the records have, at most four; never NULL */
GPtrArray *shanhai_case_figures_list    (const ShanhaiWording *wording,
                                         ShanhaiCase          *record);
/* The same out of the case's own lists (shanhai_casebook_list_case()). Who asks at each change keeps these, because making one looks at the whole
 * casebook. */
GPtrArray *shanhai_case_figures_list_of (const ShanhaiWording *wording,
                                         ShanhaiCase          *record,
                                         GListModel           *observations,
                                         GListModel           *flows,
                                         GListModel           *pairings);

/* The exact change from one figure to another of the same unit: "−34.49 pp", "−96 400 people"; ≈ before it where one of them isn't exact. NULL for
 * unlike units or where the difference can't be told. */
char      *shanhai_case_figures_dup_change (const ShanhaiWording  *wording,
                                            const ShanhaiQuantity *from,
                                            const ShanhaiQuantity *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiCaseFigure, shanhai_case_figure_free)

G_END_DECLS
