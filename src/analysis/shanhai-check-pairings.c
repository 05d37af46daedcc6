/* shanhai-check-pairings.c - what is paired, in groups and in counts of them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-pairing.h"
#include "shanhai-quote-place.h"

/* the counted groups of one side; false when it isn't made of them alone */
static bool
add_groups (const ShanhaiEnds *ends,
            ShanhaiTotal      *total,
            GString           *text)
{
  guint n = 0;

  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      if (ends->items[i].count == NULL || !shanhai_total_add (total, ends->items[i].count))
        return false;
      if (n++ > 0)
        g_string_append (text, " + ");
      shanhai_decimal_append (&ends->items[i].count->value, text);
    }

  return n >= 2;
}

static void
compare_pairing (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *units,
                 const ShanhaiClaim *pairing)
{
  const ShanhaiEnds *sides[] = { shanhai_pairing_get_assisting (SHANHAI_PAIRING (pairing->record)),
                                 shanhai_pairing_get_assisted (SHANHAI_PAIRING (pairing->record)) };
  static const ShanhaiSentences groups = {
    N_("{w1}: the paired groups make {e} = {=}, as printed ({1})."),
    N_("{w1}: the paired groups make {e} = {=}, but {1} is printed."),
    N_("{w1}: the paired groups make {e} = {=}, but {1} is printed."),
  };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
      ShanhaiFinding *finding;

      if (!add_groups (sides[s], &total, text))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM, shanhai_compare_interval (&total.soft, &total.hard, units->quantity), SHANHAI_ALIKE_FULLY,
                                    &groups, units, NULL);
      if (finding == NULL)
        continue;
      shanhai_finding_add (finding, pairing->record, NULL);
      shanhai_finding_set_computed (finding, &total.nominal, &total.soft, units->quantity->unit);
      shanhai_finding_take_arithmetic (finding, g_strdup (text->str));
    }
}

/* the one counted group of a side, where it is of the unit; or NULL */
static const ShanhaiQuantity *
find_group (const ShanhaiClaim *pairing,
            const char         *unit)
{
  const ShanhaiEnds *sides[] = { shanhai_pairing_get_assisting (SHANHAI_PAIRING (pairing->record)),
                                 shanhai_pairing_get_assisted (SHANHAI_PAIRING (pairing->record)) };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    if (sides[s] != NULL && sides[s]->n == 1 && sides[s]->items[0].count != NULL && sides[s]->items[0].count->unit == unit)
      return sides[s]->items[0].count;

  return NULL;
}

/* 19 enterprises of the one pairing that has some, and the paired enterprises that another paper counts */
static void
check_group (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *counted)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
    N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
    NULL,
  };
  const ShanhaiClaim *found = NULL;
  ShanhaiClaim group;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *pairing = scope->claims[i];

      if (pairing->type != SHANHAI_RECORD_PAIRING || find_group (pairing, counted->quantity->unit) == NULL)
        continue;
      if (found != NULL)
        return;
      found = pairing;
    }
  if (found == NULL || !shanhai_claim_overlaps (found, counted) || found->root == NULL || counted->root == NULL || strcmp (found->root, counted->root) == 0)
    return;
  group = *found;
  group.quantity = find_group (found, counted->quantity->unit);
  if (shanhai_quantity_compare_claims (group.quantity, counted->quantity) != SHANHAI_AGREEMENT_AGREE)
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &sentences, counted, &group);
}

/* 9 towns, 19 enterprises and 1 village of a pairing are the 29 paired units of the same paragraph */
void
shanhai_check_pairings (ShanhaiCheckScope *scope)
{
  const char *paired_units = g_intern_static_string ("paired-units");

  for (guint i = 0; i < scope->n; i++)
    for (guint k = 0; scope->claims[i]->indicator == paired_units && scope->claims[i]->quantity != NULL && k < scope->n; k++)
      if (scope->claims[k]->type == SHANHAI_RECORD_PAIRING && shanhai_claim_is_same_place (scope->claims[i], scope->claims[k]))
        compare_pairing (scope, scope->claims[i], scope->claims[k]);
  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->type == SHANHAI_RECORD_OBSERVATION && scope->claims[i]->quantity != NULL && scope->claims[i]->indicator != paired_units && !scope->claims[i]->planned)
      check_group (scope, scope->claims[i]);
}

/* Two papers count the paired ends of one kind. */
void
shanhai_check_pairing_twins (ShanhaiCheckScope *scope)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
    N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
    NULL,
  };

  for (guint i = 1; i < scope->n; i++)
    {
      const ShanhaiClaim *a = scope->claims[i - 1], *b = scope->claims[i];
      const ShanhaiQuantity *x[SHANHAI_MAX_FIGURES], *y[SHANHAI_MAX_FIGURES];
      guint n = shanhai_record_collect_figures (a->record, x), m = shanhai_record_collect_figures (b->record, y);

      if (n != m || a->root == NULL || b->root == NULL || strcmp (a->root, b->root) == 0 || !shanhai_period_equal (a->period, b->period))
        continue;
      for (guint k = 0; k < n; k++)
        {
          ShanhaiClaim first = *a, second = *b;
          ShanhaiAgreement agreement = x[k]->unit == y[k]->unit ? shanhai_quantity_compare_claims (x[k], y[k]) : SHANHAI_AGREEMENT_AGREE;

          first.quantity = x[k];
          second.quantity = y[k];
          if (agreement != SHANHAI_AGREEMENT_AGREE)
            shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, SHANHAI_ALIKE_MAYBE, &sentences, &first, &second);
        }
    }
}
