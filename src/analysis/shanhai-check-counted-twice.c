/* shanhai-check-counted-twice.c - a total of money to which a part of another total was added. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 财政资金3062万元，其中教育918万元. …财政资金和教育资金合计3980万元: between the same two, in the same time, of one kind. The same happens with a year of several: 五年累计5808万元，其中2018年1742万元. …总额7550万元. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-check.h"

/* of more flows, some would make up another by chance */
#define MAX_TOTALS 12
#define MAX_FLOWS 64

static const ShanhaiSentences sentences = {
  NULL,
  N_("{w1}: {1} seems to be {e}, but one of these is a part of another. It would count twice."),
  N_("{w1}: {1} is {e}, but one of these is a part of another. It is counted twice."),
};

static bool
is_exact (const ShanhaiClaim *claim)
{
  return claim->quantity->qualifier == SHANHAI_QUALIFIER_EXACT && !claim->quantity->has_hi;
}

static bool
is_of_same_kind (const ShanhaiClaim *a,
                 const ShanhaiClaim *b)
{
  return a->planned == b->planned && a->quantity->unit == b->quantity->unit && g_strcmp0 (a->programme, b->programme) == 0;
}

/* recorded as a part, or the figure of one of the years */
static bool
is_within (const ShanhaiClaim *part,
           const ShanhaiClaim *whole)
{
  if (g_strcmp0 (part->part_of, whole->id) == 0)
    return true;

  return part->part_of == NULL && whole->cumulative && part->has_time && part->first >= whole->first && part->last <= whole->last &&
         (part->first > whole->first || part->last < whole->last);
}

static bool
check_totals (ShanhaiCheckScope  *scope,
              const ShanhaiClaim *total,
              const ShanhaiClaim *whole)
{
  if (total == whole || total->first != whole->first || total->last != whole->last || !is_of_same_kind (total, whole) || !is_exact (total) ||
      shanhai_decimal_compare (&total->quantity->value, &whole->quantity->value) <= 0)
    return false;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *part = scope->claims[i];
      ShanhaiFinding *finding;
      ShanhaiDecimal sum;

      if (part == total || part == whole || part->quantity == NULL || !is_of_same_kind (part, whole) || !is_within (part, whole) ||
          !shanhai_decimal_add (&whole->quantity->value, &part->quantity->value, &sum) || !shanhai_decimal_equal (&sum, &total->quantity->value))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &sentences, total, NULL);
      shanhai_finding_add (finding, whole->record, whole->quantity);
      shanhai_finding_add (finding, part->record, part->quantity);
      shanhai_finding_take_arithmetic (finding, g_strdup ("{2} + {3}"));
      return true;
    }

  return false;
}

void
shanhai_check_counted_twice (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *totals[MAX_TOTALS];
  guint n = 0;

  if (scope->n < 3 || scope->n > MAX_FLOWS || scope->claims[0]->type != SHANHAI_RECORD_FLOW)
    return;
  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->quantity != NULL && scope->claims[i]->part_of == NULL && scope->claims[i]->has_time)
      {
        if (n == MAX_TOTALS)
          return;
        totals[n++] = scope->claims[i];
      }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (check_totals (scope, totals[i], totals[k]))
        break;
}
