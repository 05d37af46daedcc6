/* shanhai-operands.h - which claims can stand for an operand of a formula. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those of the result's subject, way of counting and time; of these, only the nearest: printed in the same paragraph, else in the same source, else
 * anywhere. A year can be read as its end or its beginning ("2013/2019"), so there can be several readings; what follows must hold in all of them. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

#define SHANHAI_MAX_CANDIDATES 4

typedef struct
{
  const ShanhaiClaim *claims[SHANHAI_MAX_CANDIDATES];
  ShanhaiAlikeness    alike[SHANHAI_MAX_CANDIDATES];
  guint               n;
} ShanhaiCandidates;

/* (transfer full): interned indicator → GPtrArray of ShanhaiClaim */
GHashTable *shanhai_operands_index    (ShanhaiCheckScope     *scope);
/* `unit`: only claims in that unit, or NULL */
void        shanhai_operands_find     (GHashTable            *index,
                                       const ShanhaiClaim    *result,
                                       const ShanhaiOperand  *operand,
                                       const char            *unit,
                                       ShanhaiCandidates     *out);
/* how many years the result's time can be read to span: none, one or two numbers */
guint       shanhai_operands_years    (GHashTable            *index,
                                       const ShanhaiClaim    *result,
                                       const ShanhaiFormula  *total,
                                       int                    years[2]);

G_END_DECLS
