/* test-interval.c - bounds of sums, products and quotients. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-interval.h"

#include <string.h>

/* "[0, 5)", "(*, 3]" */
static ShanhaiInterval
iv (const char *text)
{
  ShanhaiInterval interval = { .lo_open = false };
  const char *comma = strchr (text, ',');
  gsize length = strlen (text);

  interval.lo_unbounded = text[1] == '*';
  interval.hi_unbounded = comma[2] == '*';
  interval.lo_open = text[0] == '(' && !interval.lo_unbounded;
  interval.hi_open = text[length - 1] == ')' && !interval.hi_unbounded;
  if (!interval.lo_unbounded && !shanhai_decimal_parse (text + 1, comma - text - 1, &interval.lo))
    g_error ("%s", text);
  if (!interval.hi_unbounded && !shanhai_decimal_parse (comma + 2, text + length - 1 - (comma + 2), &interval.hi))
    g_error ("%s", text);
  return interval;
}

static char *
show (const ShanhaiInterval *interval)
{
  g_autofree char *lo = interval->lo_unbounded ? g_strdup ("*") : shanhai_decimal_to_string (&interval->lo);
  g_autofree char *hi = interval->hi_unbounded ? g_strdup ("*") : shanhai_decimal_to_string (&interval->hi);

  return g_strdup_printf ("%c%s, %s%c", interval->lo_unbounded || interval->lo_open ? '(' : '[', lo, hi,
                          interval->hi_unbounded || interval->hi_open ? ')' : ']');
}

static void
test_arithmetic (void)
{
  static const struct { const char *a; char op; const char *b, *result; } rows[] = {
    { "[1, 2]", '+', "[3, 4)", "[4, 6)" }, { "(1, 2]", '-', "[3, 4)", "(-3, -1]" }, { "[1, *)", '+', "[3, 4]", "[4, *)" },
    { "[1, *)", '-', "[3, *)", "(*, *)" }, { "[109150, 109300)", '-', "[12750, 12900)", "(96250, 96550)" },
    { "[2, 3]", '*', "[4, 5)", "[8, 15)" }, { "[-2, 3]", '*', "[4, 5]", "[-10, 15]" }, { "[-2, -1)", '*', "[-5, 4]", "[-8, 10]" },
    { "[0, 5)", '*', "(3, 7]", "[0, 35)" }, { "(0, 5)", '*', "(3, 7]", "(0, 35)" }, { "[0, *)", '*', "[1, *)", "[0, *)" },
    { "[1, *)", '*', "(0, 1]", "(0, *)" }, { "(*, *)", '*', "[0, 0]", "[0, 0]" }, { "(*, -1]", '*', "[2, 3]", "(*, -2]" },
    { "[6, 8)", '/', "[2, 4]", "[1.5, 4)" }, { "[1, 2]", '/', "[-2, -1]", "[-2, -0.5]" }, { "[1, 1]", '/', "[3, 3]", "(0.333333333333333333, 0.333333333333333334)" },
    { "[-1, -1]", '/', "[3, 3]", "(-0.333333333333333334, -0.333333333333333333)" },
    { "[1, 2]", '/', "(0, 4]", "[0.25, *)" }, { "[-1, 2]", '/', "(0, 4]", "(*, *)" }, { "[1, 2]", '/', "[-4, 0)", "(*, -0.25]" },
    { "[1, 2]", '/', "[4, *)", "(0, 0.5]" }, { "[0, 2]", '/', "[4, *)", "[0, 0.5]" }, { "[1, *)", '/', "[1, *)", "(0, *)" },
    { "[1, 2]", '/', "[0, 4]", NULL }, { "[1, 2]", '/', "[-1, 4]", NULL }, { "[1, 2]", '/', "(*, *)", NULL },
    { "[1, 2]", '/', "(*, 0)", "(*, 0)" },
    { "[100000000000000000000, 100000000000000000000]", '*', "[100000000000000000000, 100000000000000000000]", NULL },
    { "[999999999999999999999999999999999999, 999999999999999999999999999999999999]", '+', "[1, 1]", NULL },
    { "(1, 1)", '+', "[1, 2]", "(0, 0)" }, { "[1, 2]", '*', "[3, 2]", "(0, 0)" }, { "[1, 2]", '/', "[3, 3)", "(0, 0)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ShanhaiInterval a = iv (rows[i].a), b = iv (rows[i].b), result;
      bool done = false;

      g_test_message ("%s %c %s", rows[i].a, rows[i].op, rows[i].b);
      switch (rows[i].op)
        {
        case '+': done = shanhai_interval_add (&a, &b, &result); break;
        case '-': done = shanhai_interval_subtract (&a, &b, &result); break;
        case '*': done = shanhai_interval_multiply (&a, &b, &result); break;
        default: done = shanhai_interval_divide (&a, &b, &result); break;
        }

      g_assert_true (done == (rows[i].result != NULL));
      if (done)
        {
          g_autofree char *text = show (&result);

          g_assert_cmpstr (text, ==, rows[i].result);
        }
    }
}

static void
test_meets (void)
{
  static const struct { const char *a, *b; bool meets; } rows[] = {
    { "[1, 2]", "[2, 3]", true }, { "[1, 2)", "[2, 3]", false }, { "[1, 2]", "(2, 3]", false }, { "[1, 5]", "[2, 3]", true },
    { "(*, 2]", "[2, *)", true }, { "(*, 2)", "[2, *)", false }, { "(*, *)", "[7, 7]", true }, { "(1, 2)", "(1, 2)", true },
    { "(1, 1)", "[1, 1]", false }, { "[3, 2]", "(*, *)", false }, { "[1, 1]", "[2, 2]", false },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ShanhaiInterval a = iv (rows[i].a), b = iv (rows[i].b);

      g_test_message ("%s, %s", rows[i].a, rows[i].b);
      g_assert_true (shanhai_interval_meets (&a, &b) == rows[i].meets);
      g_assert_true (shanhai_interval_meets (&b, &a) == rows[i].meets);
    }
}

/* values from the operands always land in the result */
static void
test_sound (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      ShanhaiDecimal ends[4], x, y, value;
      ShanhaiInterval a, b, result;

      for (int j = 0; j < 4; j++)
        g_assert_true (shanhai_decimal_from_parts (g_rand_int_range (rand, -50, 51), g_rand_int_range (rand, 0, 3), &ends[j]));
      a = (ShanhaiInterval) { ends[0], ends[1], g_rand_boolean (rand), g_rand_boolean (rand) };
      b = (ShanhaiInterval) { ends[2], ends[3], g_rand_boolean (rand), g_rand_boolean (rand) };
      a.hi_unbounded = g_rand_int_range (rand, 0, 10) == 0;
      b.lo_unbounded = g_rand_int_range (rand, 0, 10) == 0;
      g_assert_true (shanhai_decimal_from_parts (g_rand_int_range (rand, -50, 51), g_rand_int_range (rand, 0, 3), &x));
      g_assert_true (shanhai_decimal_from_parts (g_rand_int_range (rand, -50, 51), g_rand_int_range (rand, 0, 3), &y));
      if (!shanhai_interval_contains (&a, &x) || !shanhai_interval_contains (&b, &y))
        continue;

      g_assert_true (shanhai_interval_add (&a, &b, &result) && shanhai_decimal_add (&x, &y, &value));
      g_assert_true (shanhai_interval_contains (&result, &value));
      g_assert_true (shanhai_interval_subtract (&a, &b, &result) && shanhai_decimal_subtract (&x, &y, &value));
      g_assert_true (shanhai_interval_contains (&result, &value));
      g_assert_true (shanhai_interval_multiply (&a, &b, &result) && shanhai_decimal_multiply (&x, &y, &value));
      g_assert_true (shanhai_interval_contains (&result, &value));
      /* a quotient that was rounded could fall out by its rounding */
      if (shanhai_interval_divide (&a, &b, &result) &&
          shanhai_decimal_divide (&x, &y, 18, SHANHAI_ROUND_FLOOR, &value) && shanhai_decimal_multiply (&value, &y, &ends[0]) &&
          shanhai_decimal_equal (&ends[0], &x))
        g_assert_true (shanhai_interval_contains (&result, &value));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/arithmetic", test_arithmetic);
  g_test_add_func ("/interval/meets", test_meets);
  g_test_add_func ("/interval/sound", test_sound);
  return g_test_run ();
}
