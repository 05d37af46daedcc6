/* shanhai-comparison.h - one indicator in several cases: where it began, where it stands, what has changed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each case, place and unit; nothing is added up across them. Only what has been reached counts: plans and targets are left to the chart. Needs no
 * display. */

#pragma once

#include <gio/gio.h>

#include "shanhai-case.h"
#include "shanhai-casebook.h"
#include "shanhai-observation.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_COMPARISON_ROW (shanhai_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiComparisonRow, shanhai_comparison_row, SHANHAI, COMPARISON_ROW, GObject)

/* All (transfer none). NULL where the observations belong to no case of the casebook */
ShanhaiCase        *shanhai_comparison_row_get_case    (ShanhaiComparisonRow *self);
/* the id of the place or party; NULL where none is told */
const char         *shanhai_comparison_row_get_subject (ShanhaiComparisonRow *self);
/* NULL where there is one figure only */
ShanhaiObservation *shanhai_comparison_row_get_first   (ShanhaiComparisonRow *self);
ShanhaiObservation *shanhai_comparison_row_get_last    (ShanhaiComparisonRow *self);
/* whether that observation is one of those behind the row, also one between the first and the last */
bool                shanhai_comparison_row_has         (ShanhaiComparisonRow *self,
                                                        const char           *observation_id);

/* (transfer full) (element-type ShanhaiComparisonRow): in the order of the cases and of their places. @cases: (nullable): ids; NULL for all */
GPtrArray          *shanhai_comparison_list            (ShanhaiCasebook      *casebook,
                                                        const char * const   *cases,
                                                        const char           *indicator);

typedef struct
{
  const char *key;      /* interned */
  guint       n_cases;  /* that have figures of it */
} ShanhaiComparable;

/* (transfer full) (element-type ShanhaiComparable): the indicators that have figures to compare: those of poverty first, the rate before all; then the
 * most widely told; then by label */
GArray             *shanhai_comparison_list_indicators (ShanhaiCasebook      *casebook,
                                                        ShanhaiLanguage       language);

G_END_DECLS
