/* test-quantity.c - the intervals of printed figures, and when two of them agree. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-quantity.h"

static ShanhaiDecimal
dec (const char *text)
{
  ShanhaiDecimal value;

  if (!shanhai_decimal_parse (text, -1, &value))
    g_error ("not a decimal: %s", text);
  return value;
}

static char *
show (const ShanhaiInterval *interval)
{
  g_autofree char *lo = interval->lo_unbounded ? g_strdup ("*") : shanhai_decimal_to_string (&interval->lo);
  g_autofree char *hi = interval->hi_unbounded ? g_strdup ("*") : shanhai_decimal_to_string (&interval->hi);

  return g_strdup_printf ("%c%s, %s%c", interval->lo_unbounded || interval->lo_open ? '(' : '[', lo, hi,
                          interval->hi_unbounded || interval->hi_open ? ')' : ']');
}

typedef struct
{
  const char *value, *hi, *precision, *unit, *qualifier;
  const char *hard, *soft;  /* NULL: the same as hard */
} Claim;

static ShanhaiQuantity *
make (const char *value,
      const char *hi,
      const char *precision,
      const char *unit,
      const char *qualifier)
{
  ShanhaiDecimal v = dec (value);
  ShanhaiQuantity *quantity = shanhai_quantity_new (&v, unit);

  if (hi != NULL)
    {
      quantity->has_hi = true;
      quantity->value_hi = dec (hi);
    }
  if (precision != NULL)
    quantity->precision = dec (precision);
  g_assert_true (shanhai_qualifier_from_key (qualifier, &quantity->qualifier));
  return quantity;
}

static void
test_claims (void)
{
  static const Claim claims[] = {
    /* counted to the last one */
    { "29", NULL, NULL, "org", "exact", "[29, 29]" }, { "0", NULL, NULL, "person", "exact", "[0, 0]" }, { "5100", NULL, NULL, "CNY", "exact", "[5100, 5100]" },
    /* rounded or cut off */
    { "109200", NULL, "100", "person", "exact", "[109150, 109300)" }, { "38.74", NULL, "0.01", "percent", "exact", "[38.735, 38.75)" },
    { "4.2", NULL, "0.01", "percent", "exact", "[4.195, 4.21)" }, { "470000000", NULL, "10000000", "CNY", "exact", "[465000000, 480000000)" },
    { "17.8", NULL, "0.1", "bed", "exact", "[17.75, 17.9)" },
    /* a file may leave the precision out */
    { "38.74", NULL, NULL, "percent", "exact", "[38.735, 38.75)" }, { "17.8", NULL, NULL, "bed", "exact", "[17.75, 17.9)" },
    /* measured, so never more exact than the last digit */
    { "38", NULL, NULL, "percent", "exact", "[37.5, 39)" }, { "60", NULL, NULL, "m", "exact", "[59.5, 61)" }, { "3675", NULL, NULL, "m2", "exact", "[3674.5, 3676)" },
    { "30", NULL, NULL, "celsius", "exact", "[29.5, 31)" }, { "0", NULL, NULL, "percent", "exact", "[-0.5, 1)" },
    { "7000000000", NULL, "100000000", "CNY", "about", "[5600000000, 8400000000]", "[6650000000, 7350000000]" },
    { "0", NULL, NULL, "person", "about", "[0, 0]" },
    { "470000000", NULL, "10000000", "CNY", "nearly", "[376000000, 470000000)", "[423000000, 470000000)" },
    { "240", NULL, NULL, "session", "nearly", "[192, 240)", "[216, 240)" }, { "0", NULL, NULL, "person", "nearly", "[0, 0]" },
    { "2000", NULL, NULL, "person-time", "over", "[2000, 3400)", "[2000, 3000)" }, { "130000", NULL, "10000", "person", "over", "[130000, 166000)", "[130000, 140000)" },
    { "9430", NULL, NULL, "person", "over", "[9430, 11326)", "[9430, 9440)" }, { "26000", NULL, "1000", "volume", "over", "[26000, 32200)", "[26000, 27000)" },
    { "1012.71", NULL, "0.01", "CNY", "over", "[1012.71, 1215.262)", "[1012.71, 1012.72)" }, { "0", NULL, NULL, "person", "over", "[0, 1)" },
    { "1000000", NULL, "10000", "CNY", "at-least", "[1000000, *)" }, { "30", NULL, NULL, "percent", "at-most", "(*, 30]" },
    { "30000", "50000", "10000", "item", "exact", "[30000, 50000]" }, { "20", "30", NULL, "percent", "exact", "[20, 30]" },
    { "300", "500", NULL, "person", "about", "[240, 600]", "[285, 525]" }, { "300", "500", NULL, "person", "at-least", "[300, *)" },
    /* below zero all but the orders are mirrored */
    { "-5", NULL, NULL, "celsius", "exact", "(-6, -4.5]" }, { "-0.5", NULL, "0.1", "percent", "exact", "(-0.6, -0.45]" },
    { "-5", NULL, NULL, "item", "exact", "[-5, -5]" }, { "-100", NULL, NULL, "CNY", "about", "[-120, -80]", "[-105, -95]" },
    { "-100", NULL, NULL, "CNY", "nearly", "(-100, -80]", "(-100, -90]" }, { "-2000", NULL, NULL, "CNY", "over", "(-3400, -2000]", "(-3000, -2000]" },
    { "-5", NULL, NULL, "item", "at-least", "[-5, *)" }, { "-5", "3", NULL, "item", "exact", "[-5, 3]" },
    /* 37 digits don't fit, and a bound that doesn't fit claims nothing */
    { "999999999999999999999999999999999999", NULL, NULL, "item", "about", "(*, *)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const Claim *c = &claims[i];
      g_autoptr (ShanhaiQuantity) quantity = make (c->value, c->hi, c->precision, c->unit, c->qualifier);
      g_autofree char *hard = NULL;
      g_autofree char *soft = NULL;
      ShanhaiInterval interval;

      g_test_message ("%s %s %s", c->qualifier, c->value, c->unit);
      shanhai_quantity_get_hard (quantity, &interval);
      hard = show (&interval);
      shanhai_quantity_get_soft (quantity, &interval);
      soft = show (&interval);
      g_assert_cmpstr (hard, ==, c->hard);
      g_assert_cmpstr (soft, ==, c->soft != NULL ? c->soft : c->hard);
    }
}

static void
test_agreement (void)
{
  static const struct { Claim a, b; ShanhaiAgreement agreement; } rows[] = {
    { { "9430", NULL, NULL, "person", "over" }, { "9430", NULL, NULL, "person", "exact" }, SHANHAI_AGREEMENT_AGREE },
    { { "9430", NULL, NULL, "person", "over" }, { "9450", NULL, NULL, "person", "exact" }, SHANHAI_AGREEMENT_DOUBTFUL },
    { { "9430", NULL, NULL, "person", "over" }, { "9429", NULL, NULL, "person", "exact" }, SHANHAI_AGREEMENT_CONTRADICT },
    { { "470000000", NULL, "10000000", "CNY", "nearly" }, { "469000000", NULL, "1000000", "CNY", "exact" }, SHANHAI_AGREEMENT_AGREE },
    { { "470000000", NULL, "10000000", "CNY", "nearly" }, { "400000000", NULL, NULL, "CNY", "exact" }, SHANHAI_AGREEMENT_DOUBTFUL },
    { { "470000000", NULL, "10000000", "CNY", "nearly" }, { "470000000", NULL, NULL, "CNY", "exact" }, SHANHAI_AGREEMENT_CONTRADICT },
    { { "29", NULL, NULL, "org", "exact" }, { "30", NULL, NULL, "org", "exact" }, SHANHAI_AGREEMENT_CONTRADICT },
    { { "12800", NULL, "100", "person", "exact" }, { "12845", NULL, NULL, "person", "exact" }, SHANHAI_AGREEMENT_AGREE },
    { { "12800", NULL, "100", "person", "exact" }, { "12749", NULL, NULL, "person", "exact" }, SHANHAI_AGREEMENT_CONTRADICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Claim *a = &rows[i].a, *b = &rows[i].b;
      g_autoptr (ShanhaiQuantity) left = make (a->value, a->hi, a->precision, a->unit, a->qualifier);
      g_autoptr (ShanhaiQuantity) right = make (b->value, b->hi, b->precision, b->unit, b->qualifier);

      g_test_message ("%s %s, %s %s", a->qualifier, a->value, b->qualifier, b->value);
      g_assert_cmpint (shanhai_quantity_compare_claims (left, right), ==, rows[i].agreement);
      g_assert_cmpint (shanhai_quantity_compare_claims (right, left), ==, rows[i].agreement);
    }
}

/* 2497.86万 of 2775.27万 isn't 90.01 %, whatever the last digits were */
static void
test_printed_ratio (void)
{
  g_autoptr (ShanhaiQuantity) part = make ("24978600", NULL, "100", "CNY", "exact");
  g_autoptr (ShanhaiQuantity) whole = make ("27752700", NULL, "100", "CNY", "exact");
  g_autoptr (ShanhaiQuantity) printed = make ("90.01", NULL, "0.01", "percent", "exact");
  g_autoptr (ShanhaiQuantity) right = make ("90", NULL, "0.01", "percent", "exact");
  ShanhaiDecimal hundred = { 100, 0 };
  ShanhaiInterval a, b, ratio, claim, scale = shanhai_interval_point (&hundred);

  shanhai_quantity_get_soft (part, &a);
  shanhai_quantity_get_soft (whole, &b);
  g_assert_true (shanhai_interval_divide (&a, &b, &ratio) && shanhai_interval_multiply (&ratio, &scale, &ratio));
  shanhai_quantity_get_hard (printed, &claim);
  g_assert_false (shanhai_interval_meets (&ratio, &claim));
  shanhai_quantity_get_soft (right, &claim);
  g_assert_true (shanhai_interval_meets (&ratio, &claim));
}

static void
test_value_type (void)
{
  g_autoptr (ShanhaiQuantity) a = make ("2000", NULL, NULL, "person-time", "over");
  g_autoptr (ShanhaiQuantity) b = shanhai_quantity_copy (a);
  GValue value = G_VALUE_INIT;

  g_assert_true (shanhai_quantity_equal (a, b));
  g_assert_cmpint (shanhai_quantity_compare (a, b), ==, 0);
  g_assert_true (a->unit == g_intern_string ("person-time"));

  b->extra = g_strdup (",\"x\":1");
  g_assert_false (shanhai_quantity_equal (a, b));
  g_assert_cmpint (shanhai_quantity_compare (a, b), <, 0);
  {
    g_autoptr (ShanhaiQuantity) c = shanhai_quantity_copy (b);

    g_assert_cmpstr (c->extra, ==, ",\"x\":1");
    g_assert_true (c->extra != b->extra);
    g_assert_true (shanhai_quantity_equal (b, c));
    c->planned = true;
    g_assert_false (shanhai_quantity_equal (b, c));
    g_assert_cmpint (shanhai_quantity_compare (b, c), ==, -shanhai_quantity_compare (c, b));
    g_assert_cmpint (shanhai_quantity_compare (b, c), !=, 0);
  }

  g_assert_true (shanhai_quantity_equal (NULL, NULL));
  g_assert_false (shanhai_quantity_equal (a, NULL));
  g_assert_cmpint (shanhai_quantity_compare (a, NULL), <, 0);
  g_assert_cmpint (shanhai_quantity_compare (NULL, a), >, 0);
  g_assert_null (shanhai_quantity_copy (NULL));

  g_value_init (&value, SHANHAI_TYPE_QUANTITY);
  g_value_set_boxed (&value, a);
  g_assert_true (shanhai_quantity_equal (g_value_get_boxed (&value), a));
  g_value_unset (&value);
}

/* one member differs in each; the order is total and agrees with equality */
static void
test_order (void)
{
  ShanhaiQuantity *list[] = {
    make ("1", NULL, NULL, "item", "exact"), make ("2", NULL, NULL, "CNY", "exact"), make ("2", NULL, "0.1", "item", "exact"),
    make ("2", NULL, NULL, "item", "exact"), make ("2", NULL, NULL, "item", "about"), make ("2", "3", NULL, "item", "exact"),
    make ("2", "4", NULL, "item", "exact"), make ("10", NULL, NULL, "item", "exact"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    for (guint j = 0; j < G_N_ELEMENTS (list); j++)
      {
        int order = shanhai_quantity_compare (list[i], list[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_true (shanhai_quantity_equal (list[i], list[j]) == (i == j));
      }

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    shanhai_quantity_free (list[i]);
}

static void
test_keys (void)
{
  static const char * const keys[] = { "exact", "about", "nearly", "over", "at-least", "at-most" };
  ShanhaiQualifier qualifier = SHANHAI_QUALIFIER_ABOUT;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpstr (shanhai_qualifier_to_key ((ShanhaiQualifier) i), ==, keys[i]);
      g_assert_true (shanhai_qualifier_from_key (keys[i], &qualifier));
      g_assert_cmpint ((int) qualifier, ==, (int) i);
    }
  g_assert_false (shanhai_qualifier_from_key ("", &qualifier));
  g_assert_false (shanhai_qualifier_from_key ("Exact", &qualifier));
  g_assert_false (shanhai_qualifier_from_key ("planned", &qualifier));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/claims", test_claims);
  g_test_add_func ("/quantity/agreement", test_agreement);
  g_test_add_func ("/quantity/printed-ratio", test_printed_ratio);
  g_test_add_func ("/quantity/value-type", test_value_type);
  g_test_add_func ("/quantity/order", test_order);
  g_test_add_func ("/quantity/keys", test_keys);
  return g_test_run ();
}
