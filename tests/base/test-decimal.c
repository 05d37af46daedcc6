/* test-decimal.c - exact arithmetic, its limits and its text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-decimal.h"

#define NINES "999999999999999999999999999999999999" /* 36 */

static ShanhaiDecimal
dec (const char *text)
{
  ShanhaiDecimal value;

  if (!shanhai_decimal_parse (text, -1, &value))
    g_error ("not a decimal: %s", text);
  return value;
}

static void
assert_decimal (const ShanhaiDecimal *value,
                const char           *text)
{
  g_autofree char *actual = shanhai_decimal_to_string (value);
  GString *appended = g_string_new ("x");
  ShanhaiDecimal again;

  g_assert_cmpstr (actual, ==, text);
  shanhai_decimal_append (value, appended);
  g_assert_cmpstr (appended->str + 1, ==, text);
  g_string_free (appended, TRUE);
  g_assert_true (shanhai_decimal_parse (text, -1, &again));
  g_assert_true (shanhai_decimal_equal (&again, value));
}

static void
test_parse (void)
{
  static const struct { const char *text, *canonical; } good[] = {
    { "0", "0" }, { "-0", "0" }, { "-0.00", "0" }, { "0.0", "0" }, { "1", "1" }, { "-1", "-1" }, { "38.74", "38.74" }, { "38.740", "38.74" },
    { "4.20", "4.2" }, { "100", "100" }, { "100.0", "100" }, { "0.5", "0.5" }, { "-0.05", "-0.05" }, { "470000000", "470000000" },
    { "1000000000000000000", "1000000000000000000" }, { "123456789012345678", "123456789012345678" },
    { "1234567890123456789", "1234567890123456789" }, { "12345678901234567.89", "12345678901234567.89" },
    { "18446744073709551615", "18446744073709551615" }, { "18446744073709551616", "18446744073709551616" },
    { "0.123456789012345678901234567890123456", "0.123456789012345678901234567890123456" },
    { NINES, NINES }, { "-" NINES, "-" NINES }, { "99999999999999999999.0000000000000000000000000", "99999999999999999999" },
  };
  static const char * const bad[] = {
    "", "-", ".", "1.", ".5", "-.5", "+1", "01", "00", "-01", "1e18", "1E2", "1,000", " 1", "1 ", "1.2.3", "--1", "0x10", "NaN", "inf", "１",
    "1" NINES, NINES ".9", "0.0000000000000000000000000000000000001", "1.000000000000000000000000000000000001",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      ShanhaiDecimal value = dec (good[i].text);

      g_test_message ("%s", good[i].text);
      assert_decimal (&value, good[i].canonical);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      ShanhaiDecimal value = { 42, 1 };

      g_test_message ("%s", bad[i]);
      g_assert_false (shanhai_decimal_parse (bad[i], -1, &value));
      g_assert_true (value.digits == 42 && value.scale == 1);
    }
}

static void
test_parse_length (void)
{
  ShanhaiDecimal value;

  g_assert_true (shanhai_decimal_parse ("38.74%", 5, &value));
  assert_decimal (&value, "38.74");
  g_assert_false (shanhai_decimal_parse ("38.74%", 6, &value));
  g_assert_false (shanhai_decimal_parse ("38.74", 3, &value));
  g_assert_false (shanhai_decimal_parse ("38", 0, &value));
}

static void
test_from_parts (void)
{
  ShanhaiDecimal value;
  ShanhaiWide most_negative = (ShanhaiWide) 1 << 126;

  g_assert_true (shanhai_decimal_from_parts (3874, 2, &value));
  assert_decimal (&value, "38.74");
  g_assert_true (shanhai_decimal_from_parts (387400, 4, &value));
  assert_decimal (&value, "38.74");
  g_assert_true (shanhai_decimal_from_parts (47, -7, &value));
  assert_decimal (&value, "470000000");
  g_assert_true (shanhai_decimal_from_parts (0, -100, &value));
  assert_decimal (&value, "0");
  g_assert_true (shanhai_decimal_from_parts (-5, 36, &value));
  assert_decimal (&value, "-0.000000000000000000000000000000000005");
  g_assert_false (shanhai_decimal_from_parts (5, 37, &value));
  g_assert_false (shanhai_decimal_from_parts (5, -36, &value));
  g_assert_false (shanhai_decimal_from_parts (-most_negative - most_negative, 0, &value));
  value = shanhai_decimal_from_int (G_MININT64);
  assert_decimal (&value, "-9223372036854775808");
}

static void
test_compare (void)
{
  static const char * const ordered[] = {
    ("-" NINES), "-470000000", "-1.1", "-1", "-0.999999999999999999999999999999999999", "-0.000000000000000000000000000000000001", "0",
    "0.000000000000000000000000000000000001", "0.1", "0.999999999999999999999999999999999999", "1", "1.1", "2", "9999.96", "10000", NINES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        ShanhaiDecimal a = dec (ordered[i]), b = dec (ordered[j]);

        g_assert_cmpint (shanhai_decimal_compare (&a, &b), ==, (i > j) - (i < j));
        g_assert_true (shanhai_decimal_equal (&a, &b) == (i == j));
      }

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      ShanhaiDecimal a = dec (ordered[i]);

      g_assert_cmpint (shanhai_decimal_sign (&a), ==, (i > 6) - (i < 6));
    }
}

typedef bool (*Operation) (const ShanhaiDecimal *, const ShanhaiDecimal *, ShanhaiDecimal *);

static void
test_arithmetic (void)
{
  static const struct { const char *a; char op; const char *b, *result; } rows[] = {
    { "109200", '-', "12800", "96400" }, { "38.74", '-', "4.25", "34.49" }, { "0.1", '+', "0.2", "0.3" }, { "0.5", '+', "0.5", "1" },
    { "1", '-', "1", "0" }, { "-0.1", '+', "0.1", "0" }, { "1", '+', "-0.000000000000000000000000000000000001", "0." NINES },
    { NINES, '+', "1", NULL }, { NINES, '-', "-1", NULL }, { NINES, '+', "0.1", NULL }, { "-" NINES, '-', "1", NULL },
    { NINES, '-', "1", "999999999999999999999999999999999998" },
    { "0." NINES, '+', "0.000000000000000000000000000000000001", "1" },
    { "2775.27", '-', "2497.86", "277.41" }, { "9.64", '*', "10000", "96400" }, { "0.25", '*', "4", "1" }, { "-3", '*', "7", "-21" },
    { "0", '*', "-" NINES, "0" }, { "1000000000000000000", '*', "100000000000000000", "100000000000000000000000000000000000" },
    { "1000000000000000000", '*', "1000000000000000000", NULL },
    { "0.000000000000000001", '*', "0.000000000000000001", "0.000000000000000000000000000000000001" },
    { "0.000000000000000001", '*', "0.0000000000000000001", NULL },
    /* 2^60 × 5^-60 written out: the product needs far more digits than its normal form */
    { "0.000000000000000000000000000000000002", '*', "500000000000000000000000000000000000", "1" },
    { "123456789012345678.123456789012345678", '*', "0.5", "61728394506172839.061728394506172839" },
    { "-0.00000000000000000512", '*', "195312500000000000", "-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ShanhaiDecimal a = dec (rows[i].a), b = dec (rows[i].b), result = { 42, 1 };
      Operation operation = rows[i].op == '+' ? shanhai_decimal_add : rows[i].op == '-' ? shanhai_decimal_subtract : shanhai_decimal_multiply;

      g_test_message ("%s %c %s", rows[i].a, rows[i].op, rows[i].b);
      g_assert_true (operation (&a, &b, &result) == (rows[i].result != NULL));
      if (rows[i].result != NULL)
        assert_decimal (&result, rows[i].result);
      else
        g_assert_true (result.digits == 42);
    }
}

static void
test_divide (void)
{
  static const struct { const char *a, *b; int places; const char *floor, *half_up, *ceiling; } rows[] = {
    { "2497.86", "2775.27", 4, "0.9", "0.9", "0.9001" }, { "1", "3", 2, "0.33", "0.33", "0.34" }, { "2", "3", 2, "0.66", "0.67", "0.67" },
    { "-1", "3", 2, "-0.34", "-0.33", "-0.33" }, { "-2", "3", 0, "-1", "-1", "0" }, { "1", "8", 2, "0.12", "0.13", "0.13" },
    { "-1", "8", 2, "-0.13", "-0.13", "-0.12" }, { "1", "8", 3, "0.125", "0.125", "0.125" }, { "6", "3", 36, "2", "2", "2" },
    { "96400", "6", 0, "16066", "16067", "16067" }, { "96400", "6", -3, "16000", "16000", "17000" }, { "15000", "1", -4, "10000", "20000", "20000" },
    { "100000000000000000000000000000000000", "1", 36, "100000000000000000000000000000000000", "100000000000000000000000000000000000",
      "100000000000000000000000000000000000" },
    { "0", "7", 5, "0", "0", "0" }, { "1", NINES, 2, "0", "0", "0.01" }, { "-1", NINES, 2, "-0.01", "0", "0" },
    { NINES, "0.1", 0, NULL, NULL, NULL }, { NINES, "17", 36, NULL, NULL, NULL },
    { NINES, "7", 36, "142857142857142857142857142857142857", "142857142857142857142857142857142857", "142857142857142857142857142857142857" }, { "1", "0", 2, NULL, NULL, NULL },
    { "1", "2", 37, NULL, NULL, NULL }, { "1", "3", -36, "0", "0", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *expected[] = { rows[i].half_up, rows[i].floor, rows[i].ceiling };
      ShanhaiDecimal a = dec (rows[i].a), b = dec (rows[i].b);

      for (guint rounding = 0; rounding < 3; rounding++)
        {
          ShanhaiDecimal result = { 42, 1 };
          const char *text = expected[rounding];

          g_test_message ("%s / %s at %d, %u", rows[i].a, rows[i].b, rows[i].places, rounding);
          g_assert_true (shanhai_decimal_divide (&a, &b, rows[i].places, (ShanhaiRounding) rounding, &result) == (text != NULL));
          if (text != NULL)
            assert_decimal (&result, text);
        }
    }
}

static void
test_round (void)
{
  static const struct { const char *value; int places; const char *floor, *half_up, *ceiling; } rows[] = {
    { "9999.96", 1, "9999.9", "10000", "10000" }, { "38.74", 2, "38.74", "38.74", "38.74" }, { "38.745", 2, "38.74", "38.75", "38.75" },
    { "-38.745", 2, "-38.75", "-38.75", "-38.74" }, { "-0.4", 0, "-1", "0", "0" }, { "0.5", 0, "0", "1", "1" }, { "-0.5", 0, "-1", "-1", "0" },
    { "12345", -2, "12300", "12300", "12400" }, { "12350", -2, "12300", "12400", "12400" }, { "4", -1, "0", "0", "10" },
    { "0.000000000000000000000000000000000001", -36, "0", "0", NULL }, { NINES, -1, "999999999999999999999999999999999990", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *expected[] = { rows[i].half_up, rows[i].floor, rows[i].ceiling };
      ShanhaiDecimal value = dec (rows[i].value);

      for (guint rounding = 0; rounding < 3; rounding++)
        {
          ShanhaiDecimal result = { 42, 1 };

          g_test_message ("%s at %d, %u", rows[i].value, rows[i].places, rounding);
          g_assert_true (shanhai_decimal_round (&value, rows[i].places, (ShanhaiRounding) rounding, &result) == (expected[rounding] != NULL));
          if (expected[rounding] != NULL)
            assert_decimal (&result, expected[rounding]);
        }
    }
}

static void
test_shift (void)
{
  ShanhaiDecimal value = dec ("4.7"), result;

  g_assert_true (shanhai_decimal_shift (&value, 8, &result));
  assert_decimal (&result, "470000000");
  g_assert_true (shanhai_decimal_shift (&value, -2, &result));
  assert_decimal (&result, "0.047");
  g_assert_false (shanhai_decimal_shift (&value, 36, &result));
  g_assert_false (shanhai_decimal_shift (&value, G_MAXINT, &result));
  g_assert_false (shanhai_decimal_shift (&value, G_MININT, &result));
  value = SHANHAI_DECIMAL_INIT;
  g_assert_true (shanhai_decimal_shift (&value, G_MAXINT, &result));
  assert_decimal (&result, "0");
}

static void
test_to_double (void)
{
  static const char * const texts[] = { "0", "-0.1", "38.74", "470000000", "9007199254740993", NINES, ("0." NINES), "1234567890.0987654321" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ShanhaiDecimal value = dec (texts[i]);

      g_assert_true (shanhai_decimal_to_double (&value) == g_ascii_strtod (texts[i], NULL));
    }
}

/* sums and products against 64-bit arithmetic, quotients against their own remainders */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20201015);

  for (int i = 0; i < 20000; i++)
    {
      gint64 x = g_rand_int_range (rand, -2000000000, 2000000000) / (1 << g_rand_int_range (rand, 0, 30));
      gint64 y = g_rand_int_range (rand, -2000000000, 2000000000) / (1 << g_rand_int_range (rand, 0, 30));
      int scale_x = g_rand_int_range (rand, 0, 6), scale_y = g_rand_int_range (rand, 0, 6);
      ShanhaiDecimal a, b, sum, back, product, wide, low, high;

      g_assert_true (shanhai_decimal_from_parts (x, scale_x, &a));
      g_assert_true (shanhai_decimal_from_parts (y, scale_y, &b));
      g_assert_true (shanhai_decimal_add (&a, &b, &sum));
      g_assert_true (shanhai_decimal_subtract (&sum, &b, &back));
      g_assert_true (shanhai_decimal_equal (&back, &a));
      g_assert_true (shanhai_decimal_multiply (&a, &b, &product));
      g_assert_true (shanhai_decimal_from_parts ((ShanhaiWide) x * y, scale_x + scale_y, &wide));
      g_assert_true (shanhai_decimal_equal (&product, &wide));
      if (y == 0)
        continue;
      g_assert_true (shanhai_decimal_divide (&a, &b, 12, SHANHAI_ROUND_FLOOR, &low));
      g_assert_true (shanhai_decimal_divide (&a, &b, 12, SHANHAI_ROUND_CEILING, &high));
      g_assert_true (shanhai_decimal_multiply (&low, &b, &low));
      g_assert_true (shanhai_decimal_multiply (&high, &b, &high));
      g_assert_cmpint (shanhai_decimal_compare (&low, &a) * (y > 0 ? 1 : -1), <=, 0);
      g_assert_cmpint (shanhai_decimal_compare (&high, &a) * (y > 0 ? 1 : -1), >=, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-length", test_parse_length);
  g_test_add_func ("/decimal/from-parts", test_from_parts);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/decimal/divide", test_divide);
  g_test_add_func ("/decimal/round", test_round);
  g_test_add_func ("/decimal/shift", test_shift);
  g_test_add_func ("/decimal/to-double", test_to_double);
  g_test_add_func ("/decimal/random", test_random);
  return g_test_run ();
}
