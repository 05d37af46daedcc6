/* shanhai-check-costs.c - what patients paid themselves, and the share that was reimbursed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where nobody tells what was reimbursed, it is what patients didn't pay. Others may have paid as well, so this never accuses. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check-value.h"
#include "shanhai-operands.h"

static const ShanhaiSentences sentences = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  NULL,
};

/* the one figure of that indicator which stands nearest; NULL where there is none */
static const ShanhaiClaim *
find (GHashTable         *index,
      const ShanhaiClaim *ratio,
      const char         *indicator,
      ShanhaiAlikeness   *alike)
{
  const ShanhaiOperand operand = { SHANHAI_OPERAND_VALUE, g_intern_string (indicator) };
  ShanhaiCandidates found;

  shanhai_operands_find (index, ratio, &operand, NULL, &found);
  if (found.n == 0)
    return NULL;
  *alike = MIN (*alike, found.alike[0]);

  return found.claims[0];
}

static void
check_ratio (ShanhaiCheckScope  *scope,
             GHashTable         *index,
             const ShanhaiClaim *ratio)
{
  ShanhaiAlikeness alike = SHANHAI_ALIKE_MAYBE, other = SHANHAI_ALIKE_FULLY;
  const ShanhaiClaim *costs = find (index, ratio, "medical-costs", &alike), *own = find (index, ratio, "medical-costs-self-paid", &alike);
  ShanhaiCheckValue value, whole, part, hundred = shanhai_check_value_of_number (100);
  ShanhaiQuantity printed = *ratio->quantity;
  ShanhaiFinding *finding;

  if (costs == NULL || own == NULL || costs->quantity->unit != own->quantity->unit || find (index, ratio, "medical-costs-reimbursed", &other) != NULL)
    return;
  value = whole = shanhai_check_value_of_quantity (costs->quantity);
  part = shanhai_check_value_of_quantity (own->quantity);
  if (!shanhai_check_value_combine (&value, shanhai_interval_subtract, &part) || !shanhai_check_value_combine (&value, shanhai_interval_divide, &whole) ||
      !shanhai_check_value_combine (&value, shanhai_interval_multiply, &hundred))
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_RATIO, shanhai_compare_interval (&value.soft, &value.hard, &printed), alike, &sentences, ratio, costs);
  if (finding == NULL)
    return;
  shanhai_finding_add (finding, own->record, own->quantity);
  shanhai_finding_set_computed (finding, &value.nominal.lo, &value.soft, printed.unit);
  shanhai_finding_take_arithmetic (finding, g_strdup ("({2} − {3}) ÷ {2} × 100"));
}

void
shanhai_check_costs (ShanhaiCheckScope *scope)
{
  const char *ratio = g_intern_static_string ("reimbursement-ratio"), *own = g_intern_static_string ("medical-costs-self-paid");
  g_autoptr (GHashTable) index = NULL;
  bool has_own = false;

  for (guint i = 0; i < scope->n && !has_own; i++)
    has_own = scope->claims[i]->indicator == own;
  for (guint i = 0; has_own && i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];

      if (claim->indicator != ratio || claim->quantity == NULL || strcmp (claim->quantity->unit, "percent") != 0)
        continue;
      if (index == NULL)
        index = shanhai_operands_index (scope);
      check_ratio (scope, index, claim);
    }
}
