/* test-formula.c - formulas are read, computed and written out. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-formula.h"

typedef struct
{
  const char *text;
  const char *written;  /* with the operands' names a, b, c …; NULL: not a formula */
  const char *result;   /* with the values 12, 5, 2 for them, or NULL where there is none */
} Row;

static const Row rows[] = {
  { "start(poverty-headcount) - end(poverty-headcount)", "a − b", "7" },
  { "medical-costs-reimbursed / medical-costs * 100", "a ÷ b × 100", "240" },
  { "people-lifted-out / years", "a ÷ b", "2.4" },
  { "a-b", "a", "12" },
  { "a -b", "a − b", "7" },
  { "a - (b + c)", "a − (b + c)", "5" },
  { "a - b + c", "a − b + c", "9" },
  { "(a - b) * c", "(a − b) × c", "14" },
  { "a / (b * c)", "a ÷ (b × c)", "1.2" },
  { "a * a", "a × a", "144" },
  { "人均 * 0.5", "a × 0.5", "6" },
  { " a+b+c ", "a + b + c", "19" },
  { "((((a))))", "a", "12" },
  { "a / 0", "a ÷ 0", NULL },
  { "", NULL, NULL },
  { "42", NULL, NULL },
  { "a -", NULL, NULL },
  { "a b", NULL, NULL },
  { "(a", NULL, NULL },
  { "a)", NULL, NULL },
  { "start(a", NULL, NULL },
  { "start()", NULL, NULL },
  { "sum(a)", NULL, NULL },
  { "a ** b", NULL, NULL },
  { "a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9", NULL, NULL },
  { "((((((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))))))", NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  static const char * const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  const Row *row = data;
  g_autoptr (ShanhaiFormula) formula = shanhai_formula_parse (row->text);
  ShanhaiInterval values[SHANHAI_FORMULA_MAX_OPERANDS], result;
  g_autofree char *written = NULL;
  guint n;

  if (row->written == NULL)
    {
      g_assert_null (formula);
      return;
    }

  g_assert_nonnull (formula);
  written = shanhai_formula_dup_text (formula, names);
  g_assert_cmpstr (written, ==, row->written);

  shanhai_formula_get_operands (formula, &n);
  for (guint i = 0; i < n; i++)
    {
      ShanhaiDecimal value = shanhai_decimal_from_int ((const int[]) { 12, 5, 2 }[i]);

      values[i] = shanhai_interval_point (&value);
    }
  if (row->result == NULL)
    g_assert_false (shanhai_formula_evaluate (formula, values, &result));
  else
    {
      ShanhaiDecimal expected;

      g_assert_true (shanhai_decimal_parse (row->result, -1, &expected));
      g_assert_true (shanhai_formula_evaluate (formula, values, &result));
      g_assert_true (shanhai_decimal_equal (&result.lo, &expected));
      g_assert_true (shanhai_decimal_equal (&result.hi, &expected));
    }
}

static void
test_operands (void)
{
  g_autoptr (ShanhaiFormula) formula = shanhai_formula_parse ("start(x) - end(x) + x / years");
  const ShanhaiOperand *operands;
  guint n;

  operands = shanhai_formula_get_operands (formula, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (operands[0].kind, ==, SHANHAI_OPERAND_START);
  g_assert_cmpint (operands[1].kind, ==, SHANHAI_OPERAND_END);
  g_assert_cmpint (operands[2].kind, ==, SHANHAI_OPERAND_VALUE);
  g_assert_cmpint (operands[3].kind, ==, SHANHAI_OPERAND_YEARS);
  g_assert_true (operands[0].indicator == operands[2].indicator);
  g_assert_true (shanhai_formula_has_operator (formula, '/'));
  g_assert_false (shanhai_formula_has_operator (formula, '*'));
  g_assert_false (shanhai_formula_has_number (formula));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/formula/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/analysis/formula/operands", test_operands);

  return g_test_run ();
}
