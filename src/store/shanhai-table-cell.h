/* shanhai-table-cell.h - what stands in a cell, as spreadsheet programs and offices write it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-period.h"
#include "shanhai-quantity.h"

G_BEGIN_DECLS

/* a unit as a heading or a column of units names it: 万元 is CNY × 10^4 */
typedef struct
{
  const char *unit;   /* interned key, or NULL for none */
  int         power;
} ShanhaiTableUnit;

/* "", spaces, and the signs that stand for no figure: — … / N/A 无 */
bool              shanhai_table_is_blank      (const char              *text);
bool              shanhai_table_read_unit     (const char              *text,
                                               ShanhaiTableUnit        *out);
/* (transfer full): the heading without its unit: 金额（万元） → 金额 and CNY × 10^4; brackets that hold no unit stay */
char             *shanhai_table_split_heading (const char              *heading,
                                               ShanhaiTableUnit        *out);
/* A figure under that unit: 12.50 under 万元 is 125 000 yuan with a precision of 100. A cell that names a magnitude or a unit itself (1.2亿, 38%)
 * is taken at its word. Also 1.5E+08, (1,234) and ￥1,234. Errors: SHANHAI_QUANTITY_ERROR. */
ShanhaiQuantity  *shanhai_table_read_quantity (const char              *text,
                                               const ShanhaiTableUnit  *unit,
                                               GError                 **error);
/* (transfer full) (nullable): what a bare number under that unit leaves unsaid, 万元; NULL where the cell speaks for itself or is no number */
char             *shanhai_table_dup_unsaid    (const char              *text,
                                               const ShanhaiTableUnit  *unit,
                                               const char              *unit_label);
/* A time: 2019/12/31, 2019-12, 2019.12.31, 20191231, 201912, 2019年, Dec-19, 43830 (days as Excel counts them, from 20 000 to 73 050: 1954 to
 * 2099), and all that people write. Errors: SHANHAI_PERIOD_ERROR. */
ShanhaiPeriod    *shanhai_table_read_period   (const char              *text,
                                               GError                 **error);

G_END_DECLS
