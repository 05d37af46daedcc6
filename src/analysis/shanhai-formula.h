/* shanhai-formula.h - how one indicator is computed of others. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "start(poverty-headcount) - end(poverty-headcount)", "a / b * 100", "people-lifted-out / years": indicator keys, numbers, + - * / and brackets; start()
 * and end() are the values at either end of the result's time, `years` its length. A key may hold hyphens, so a minus sign has a space
 * before it. Immutable. */

#pragma once

#include "shanhai-interval.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFormula ShanhaiFormula;

typedef enum
{
  SHANHAI_OPERAND_VALUE,  /* at the result's own time */
  SHANHAI_OPERAND_START,
  SHANHAI_OPERAND_END,
  SHANHAI_OPERAND_YEARS,
} ShanhaiOperandKind;

typedef struct
{
  ShanhaiOperandKind  kind;
  const char         *indicator;  /* interned; NULL for YEARS */
} ShanhaiOperand;

#define SHANHAI_FORMULA_MAX_OPERANDS 8

/* NULL when the text isn't a formula */
ShanhaiFormula       *shanhai_formula_parse         (const char            *text);
void                  shanhai_formula_free          (ShanhaiFormula        *self);
/* the operands, each once, in the order in which they are written */
const ShanhaiOperand *shanhai_formula_get_operands  (const ShanhaiFormula  *self,
                                                     guint                 *n);
bool                  shanhai_formula_has_kind      (const ShanhaiFormula  *self,
                                                     ShanhaiOperandKind     kind);
bool                  shanhai_formula_has_operator  (const ShanhaiFormula  *self,
                                                     char                   operator);
bool                  shanhai_formula_has_number    (const ShanhaiFormula  *self);
/* `values`: one interval for each operand. False when the result can't be represented */
bool                  shanhai_formula_evaluate      (const ShanhaiFormula  *self,
                                                     const ShanhaiInterval *values,
                                                     ShanhaiInterval       *out);
/* (transfer full): with `names` for the operands and typographic signs */
char                 *shanhai_formula_dup_text      (const ShanhaiFormula  *self,
                                                     const char * const    *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFormula, shanhai_formula_free)

G_END_DECLS
