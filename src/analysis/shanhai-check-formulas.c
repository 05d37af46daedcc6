/* shanhai-check-formulas.c - an indicator that others give: difference, average, ratio. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All readings of the operands are tried: one that agrees confirms, and only when every reading contradicts is that said. An operand that isn't told
 * itself is computed by its own formula. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>

#include "shanhai-check-value.h"
#include "shanhai-operands.h"

#define MAX_READINGS 16
#define MAX_DEPTH 3
#define DAYS_TO_YEAR_END 366

static const ShanhaiSentences sentences = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  N_("{w1}: {e} = {=}, but {1} is printed."),
};

/* what can stand for an operand */
typedef struct
{
  const ShanhaiOperand *operand;
  ShanhaiCandidates     candidates;
} Found;

/* one reading of a formula */
typedef struct
{
  ShanhaiCheckScope  *scope;
  GHashTable         *index;
  const ShanhaiClaim *result;
  guint               reading;     /* what is left of the number of this reading */
  guint               n_readings;  /* of the whole formula */
  GPtrArray          *used;        /* claims, in the order of the arithmetic */
  GArray             *found;       /* of Found: they are the same in each reading */
  ShanhaiAlikeness    alike;
} Reading;

static guint
choose (Reading *self,
        guint    n)
{
  guint choice = self->reading % n;

  self->reading /= n;
  self->n_readings *= n;

  return choice;
}

static char *
use_claim (Reading            *self,
           const ShanhaiClaim *claim,
           ShanhaiCheckValue  *value)
{
  *value = shanhai_check_value_of_quantity (claim->quantity);
  g_ptr_array_add (self->used, (ShanhaiClaim *) claim);

  /* the result is figure 1 */
  return g_strdup_printf ("{%u}", self->used->len + 1);
}

static bool read_formula (Reading              *self,
                          const ShanhaiFormula *formula,
                          guint                 depth,
                          ShanhaiCheckValue    *value,
                          char                **text);

static const ShanhaiFormula *
get_formula (Reading    *self,
             const char *indicator)
{
  return indicator != NULL ? shanhai_definitions_get (self->scope->definitions, indicator)->formula : NULL;
}

static bool
read_years (Reading              *self,
            const ShanhaiFormula *formula,
            ShanhaiCheckValue    *value,
            char                **text)
{
  const ShanhaiOperand *operands;
  const ShanhaiFormula *total = NULL;
  int readings[2], years;
  guint n;

  operands = shanhai_formula_get_operands (formula, &n);
  for (guint i = 0; i < n && total == NULL; i++)
    total = operands[i].kind == SHANHAI_OPERAND_START ? formula : get_formula (self, operands[i].indicator);

  n = shanhai_operands_years (self->index, self->result, total, readings);
  if (n == 0)
    return false;

  years = readings[choose (self, n)];
  *value = shanhai_check_value_of_number (years);
  *text = g_strdup_printf ("%d", years);

  return true;
}

static const ShanhaiCandidates *
find_candidates (Reading              *self,
                 const ShanhaiOperand *operand)
{
  Found found = { .operand = operand };

  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, Found, i).operand == operand)
      return &g_array_index (self->found, Found, i).candidates;
  shanhai_operands_find (self->index, self->result, operand, NULL, &found.candidates);
  g_array_append_val (self->found, found);

  return &g_array_index (self->found, Found, self->found->len - 1).candidates;
}

static bool
read_operand (Reading              *self,
              const ShanhaiFormula *formula,
              const ShanhaiOperand *operand,
              guint                 depth,
              ShanhaiCheckValue    *value,
              char                **text)
{
  const ShanhaiCandidates *candidates;
  guint choice;

  if (operand->kind == SHANHAI_OPERAND_YEARS)
    return read_years (self, formula, value, text);

  candidates = find_candidates (self, operand);
  if (candidates->n > 0)
    {
      choice = choose (self, candidates->n);
      self->alike = MIN (self->alike, candidates->alike[choice]);
      *text = use_claim (self, candidates->claims[choice], value);
      return true;
    }

  if (operand->kind == SHANHAI_OPERAND_VALUE && depth < MAX_DEPTH && get_formula (self, operand->indicator) != NULL)
    {
      char *inner = NULL;

      if (!read_formula (self, get_formula (self, operand->indicator), depth + 1, value, &inner))
        return false;
      *text = g_strdup_printf ("(%s)", inner);
      g_free (inner);
      return true;
    }

  return false;
}

static bool
read_formula (Reading              *self,
              const ShanhaiFormula *formula,
              guint                 depth,
              ShanhaiCheckValue    *value,
              char                **text)
{
  ShanhaiInterval soft[SHANHAI_FORMULA_MAX_OPERANDS], hard[SHANHAI_FORMULA_MAX_OPERANDS], nominal[SHANHAI_FORMULA_MAX_OPERANDS];
  char *names[SHANHAI_FORMULA_MAX_OPERANDS] = { NULL };
  const ShanhaiOperand *operands;
  bool read = true;
  guint n;

  operands = shanhai_formula_get_operands (formula, &n);
  for (guint i = 0; i < n && read; i++)
    {
      ShanhaiCheckValue operand = { 0 };

      read = read_operand (self, formula, &operands[i], depth, &operand, &names[i]);
      soft[i] = operand.soft;
      hard[i] = operand.hard;
      nominal[i] = operand.nominal;
    }
  read = read && shanhai_formula_evaluate (formula, soft, &value->soft) && shanhai_formula_evaluate (formula, hard, &value->hard) &&
         shanhai_formula_evaluate (formula, nominal, &value->nominal);
  if (read)
    *text = shanhai_formula_dup_text (formula, (const char * const *) names);
  for (guint i = 0; i < n; i++)
    g_free (names[i]);

  return read;
}

/* "a / b" of a percentage: the hundred goes without saying */
static bool
scale_to_percent (ShanhaiCheckValue  *value,
                  char              **text)
{
  ShanhaiCheckValue hundred = shanhai_check_value_of_number (100);
  char *scaled = g_strconcat (*text, " × 100", NULL);

  g_free (*text);
  *text = scaled;

  return shanhai_check_value_combine (value, shanhai_interval_multiply, &hundred);
}

static ShanhaiCheck
get_kind (const ShanhaiClaim   *result,
          const ShanhaiFormula *formula)
{
  if (!shanhai_formula_has_operator (formula, '/'))
    return shanhai_formula_has_operator (formula, '-') ? SHANHAI_CHECK_DIFFERENCE : SHANHAI_CHECK_SUM;

  return shanhai_unit_is_additive (result->quantity->unit) ? SHANHAI_CHECK_AVERAGE : SHANHAI_CHECK_RATIO;
}

/* the reading that is told */
typedef struct
{
  ShanhaiAgreement   agreement;
  ShanhaiAlikeness   alike;
  ShanhaiCheckValue  value;
  GPtrArray         *used;
  char              *text;
} Best;

static void
tell_formula (ShanhaiCheckScope    *scope,
              const ShanhaiClaim   *result,
              const ShanhaiFormula *formula,
              Best                 *best)
{
  ShanhaiFinding *finding = shanhai_check_tell (scope, get_kind (result, formula), best->agreement, best->alike, &sentences, result, NULL);

  if (finding == NULL)
    {
      g_free (best->text);
      return;
    }
  for (guint i = 0; i < best->used->len; i++)
    {
      const ShanhaiClaim *claim = best->used->pdata[i];

      shanhai_finding_add (finding, claim->record, claim->quantity);
    }
  shanhai_finding_set_computed (finding, &best->value.nominal.lo, &best->value.soft, result->quantity->unit);
  shanhai_finding_take_arithmetic (finding, best->text);
}

/* a fall from 38.74 % to 4.25 % isn't a fall by 34.49 %: that is the business of shanhai_check_points() */
static bool
mixes_points (const Reading *reading)
{
  const char *percent = g_intern_static_string ("percent");

  for (guint i = 0; i < reading->used->len; i++)
    if (((ShanhaiClaim *) reading->used->pdata[i])->quantity->unit == percent)
      return true;

  return false;
}

/* A quotient is printed as a whole number because somebody rounded it, also of people. */
static ShanhaiAgreement
compare_printed (const ShanhaiCheckValue *value,
                 const ShanhaiQuantity   *quantity,
                 bool                     rounded)
{
  ShanhaiQuantity printed = *quantity;

  if (rounded)
    printed.unit = g_intern_static_string ("ratio");

  return shanhai_compare_interval (&value->soft, &value->hard, &printed);
}

static void
check_result (ShanhaiCheckScope    *scope,
              GHashTable           *index,
              const ShanhaiClaim   *result,
              const ShanhaiFormula *formula)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  g_autoptr (GPtrArray) best_used = g_ptr_array_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  bool divides = shanhai_formula_has_operator (formula, '/');
  bool percent = g_strcmp0 (result->quantity->unit, "percent") == 0 && divides && !shanhai_formula_has_number (formula);
  Best best = { .used = best_used };
  guint n_readings = 1;

  for (guint i = 0; i < MIN (n_readings, MAX_READINGS) && (best.text == NULL || best.agreement != SHANHAI_AGREEMENT_AGREE); i++)
    {
      Reading reading = { scope, index, result, i, 1, used, found, SHANHAI_ALIKE_FULLY };
      ShanhaiAgreement agreement;
      char *text = NULL;
      ShanhaiCheckValue value;

      g_ptr_array_set_size (used, 0);
      if (!read_formula (&reading, formula, 0, &value, &text) || used->len == 0 || (percent && !scale_to_percent (&value, &text)) ||
          (shanhai_formula_has_kind (formula, SHANHAI_OPERAND_START) && mixes_points (&reading)))
        {
          g_free (text);
          g_free (best.text);
          return;
        }
      n_readings = reading.n_readings;
      agreement = compare_printed (&value, result->quantity, divides);
      if (best.text != NULL && agreement >= best.agreement)
        {
          g_free (text);
          continue;
        }
      g_free (best.text);
      best.agreement = agreement;
      best.alike = reading.alike;
      best.value = value;
      best.text = text;
      g_ptr_array_set_size (best_used, 0);
      g_ptr_array_extend (best_used, used, NULL, NULL);
    }

  tell_formula (scope, result, formula, &best);
}

/* Whether a claim that came or went can be an operand of the result, or keep another from being one: what it ends with, and what it begins with, a year after that at most. */
static bool
is_touched (const ShanhaiCheckScope *scope,
            const ShanhaiClaim      *result)
{
  for (guint i = 0; i < scope->changed->len; i++)
    {
      const ShanhaiChangedTime *time = &g_array_index (scope->changed, ShanhaiChangedTime, i);

      if (!time->has_time || !result->has_time || (time->last <= MAX ((gint64) result->last, (gint64) result->first + DAYS_TO_YEAR_END) && (result->open_start || time->last >= (gint64) result->first - 1)))
        return true;
    }

  return false;
}

/* (transfer full) (nullable): what was said of each result; NULL where nothing of it holds for sure */
static GHashTable *
index_before (const ShanhaiCheckScope *scope)
{
  GHashTable *index;

  if (scope->changed == NULL || scope->before == NULL)
    return NULL;

  index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < scope->before->len; i++)
    g_hash_table_insert (index, shanhai_finding_get_record (scope->before->pdata[i], 0), scope->before->pdata[i]);

  return index;
}

void
shanhai_check_formulas (ShanhaiCheckScope *scope)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) before = index_before (scope);

  for (guint i = 0; i < scope->n; i++)
    {
      ShanhaiClaim *result = scope->claims[i];
      const ShanhaiFormula *formula;

      if (result->quantity == NULL || result->indicator == NULL)
        continue;
      formula = shanhai_definitions_get (scope->definitions, result->indicator)->formula;
      if (formula == NULL)
        continue;
      if (before != NULL && !is_touched (scope, result))
        {
          ShanhaiFinding *finding = g_hash_table_lookup (before, result->record);

          if (finding != NULL)
            g_ptr_array_add (scope->findings, g_object_ref (finding));
          continue;
        }
      if (index == NULL)
        index = shanhai_operands_index (scope);
      check_result (scope, index, result, formula);
    }
}
