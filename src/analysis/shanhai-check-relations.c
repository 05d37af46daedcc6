/* shanhai-check-relations.c - figures that belong together because a person has said so. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing has to be guessed here: who says "this is the sum of these" has looked. So what doesn't come out is a contradiction, whatever else is said of the figures. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check-value.h"
#include "shanhai-check.h"
#include "shanhai-relation.h"

static const ShanhaiSentences stated = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  N_("{w1}: {e} = {=}, but {1} is printed."),
};

static const ShanhaiCheck kinds[SHANHAI_N_RELATIONS] = {
  [SHANHAI_RELATION_SUM] = SHANHAI_CHECK_SUM,
  [SHANHAI_RELATION_DIFFERENCE] = SHANHAI_CHECK_DIFFERENCE,
  [SHANHAI_RELATION_RATIO] = SHANHAI_CHECK_RATIO,
};

static bool
compute (ShanhaiCheckScope   *scope,
         ShanhaiRelationKind  kind,
         ShanhaiCheckValue   *out,
         GString             *arithmetic)
{
  static const ShanhaiOperation operations[] = { shanhai_interval_add, shanhai_interval_subtract, shanhai_interval_divide };
  static const char * const signs[] = { " + ", " − ", " ÷ " };

  *out = shanhai_check_value_of_quantity (scope->claims[1]->quantity);
  g_string_append (arithmetic, "{2}");
  for (guint i = 2; i < scope->n; i++)
    {
      ShanhaiCheckValue term = shanhai_check_value_of_quantity (scope->claims[i]->quantity);

      if (!shanhai_check_value_combine (out, operations[kind], &term))
        return false;
      g_string_append_printf (arithmetic, "%s{%u}", signs[kind], i + 1);
    }
  if (kind == SHANHAI_RELATION_RATIO && strcmp (scope->claims[0]->quantity->unit, "percent") == 0)
    {
      ShanhaiCheckValue hundred = shanhai_check_value_of_number (100);

      g_string_append (arithmetic, " × 100");
      return shanhai_check_value_combine (out, shanhai_interval_multiply, &hundred);
    }

  return true;
}

/* a quotient is printed as a whole number because somebody rounded it */
static ShanhaiQuantity
get_printed (const ShanhaiQuantity *quantity,
             ShanhaiRelationKind    kind)
{
  ShanhaiQuantity printed = *quantity;

  if (kind == SHANHAI_RELATION_RATIO && shanhai_unit_is_counted (quantity->unit))
    printed.unit = g_intern_static_string ("ratio");

  return printed;
}

void
shanhai_check_relation (ShanhaiCheckScope *scope)
{
  ShanhaiRecord *relation = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_DECISION, scope->key);
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiRelationKind kind;
  ShanhaiQuantity printed;
  ShanhaiFinding *finding;
  ShanhaiCheckValue value;

  if (relation == NULL || !shanhai_relation_get_kind (relation, &kind) || scope->n < 2)
    return;
  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->quantity == NULL)
      return;
  if (!compute (scope, kind, &value, arithmetic))
    return;

  printed = get_printed (scope->claims[0]->quantity, kind);
  finding = shanhai_check_tell (scope, kinds[kind], shanhai_compare_interval (&value.soft, &value.hard, &printed), SHANHAI_ALIKE_FULLY, &stated, scope->claims[0],
                                NULL);
  for (guint i = 1; i < scope->n; i++)
    shanhai_finding_add (finding, scope->claims[i]->record, scope->claims[i]->quantity);
  shanhai_finding_set_computed (finding, &value.nominal.lo, &value.soft, scope->claims[0]->quantity->unit);
  shanhai_finding_take_arithmetic (finding, g_strdup (arithmetic->str));
}
