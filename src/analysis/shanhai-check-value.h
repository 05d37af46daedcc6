/* shanhai-check-value.h - a figure as it is reckoned with: as widely as it may be read, as it is read, and as printed. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiInterval soft, hard;
  ShanhaiInterval nominal;  /* the number itself: a point */
} ShanhaiCheckValue;

/* of shanhai-interval.h: false where the result can't be represented */
typedef bool (*ShanhaiOperation) (const ShanhaiInterval *a,
                                  const ShanhaiInterval *b,
                                  ShanhaiInterval       *out);

ShanhaiCheckValue shanhai_check_value_of_quantity (const ShanhaiQuantity   *quantity);
/* a number that is exact */
ShanhaiCheckValue shanhai_check_value_of_number   (gint64                   number);
/* `self` becomes `self` operation `other`, in all three readings; false, with `self` spoilt, where one can't be represented */
bool              shanhai_check_value_combine     (ShanhaiCheckValue       *self,
                                                   ShanhaiOperation         operation,
                                                   const ShanhaiCheckValue *other);

G_END_DECLS
