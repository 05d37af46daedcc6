/* shanhai-difference.h - what makes one casebook into another. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

/* of records */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_deleted;
} ShanhaiDifference;

/* (transfer full): a change that leads from @from to @to: records, and the header. It also knows what was before, as if it had been applied to @from already.
 * What has no id can't be named and isn't compared. Costs what both casebooks hold. `counted` (out) (optional). */
ShanhaiChange *shanhai_difference_new_change (ShanhaiCasebook   *from,
                                              ShanhaiCasebook   *to,
                                              const char        *title,
                                              ShanhaiDifference *counted);

G_END_DECLS
