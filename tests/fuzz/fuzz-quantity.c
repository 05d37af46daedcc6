/* fuzz-quantity.c - fuzz target: quantities that people type. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be read can be written and read again: in both languages, in both forms, value and qualifier come back. Its intervals hold the
 * figure, and a decimal's text is read back to the same number. */

#include <stdint.h>
#include <string.h>

#include "shanhai-number.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_decimal (const ShanhaiDecimal *value)
{
  g_autofree char *text = shanhai_decimal_to_string (value);
  ShanhaiDecimal again, sum;

  g_assert_true (shanhai_decimal_parse (text, -1, &again));
  g_assert_true (shanhai_decimal_equal (&again, value));
  g_assert_true (shanhai_decimal_subtract (value, &again, &sum) && shanhai_decimal_sign (&sum) == 0);
}

static void
check_intervals (const ShanhaiQuantity *quantity)
{
  ShanhaiInterval hard, soft;

  shanhai_quantity_get_hard (quantity, &hard);
  shanhai_quantity_get_soft (quantity, &soft);
  g_assert_false (shanhai_interval_is_empty (&hard));
  g_assert_false (shanhai_interval_is_empty (&soft));
  g_assert_true (shanhai_interval_meets (&hard, &soft));
  g_assert_cmpint (shanhai_quantity_compare_claims (quantity, quantity), ==, SHANHAI_AGREEMENT_AGREE);
  if (quantity->qualifier != SHANHAI_QUALIFIER_NEARLY)
    g_assert_true (shanhai_interval_contains (&hard, &quantity->value));
}

static void
check_text (const ShanhaiQuantity *quantity,
            ShanhaiLanguage        language,
            ShanhaiNumberForm      form)
{
  static const struct { const char *unit, *label; } labels[] = {
    { "percent", "%" }, { "CNY", "CNY" }, { "person", NULL }, { "m", "m" },
  };
  const char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiQuantity) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (quantity->unit, labels[i].unit) == 0)
      label = labels[i].label;

  text = shanhai_quantity_format (quantity, label, language, SHANHAI_NUMBER_STYLE_AUTO, form, SHANHAI_QUALIFIER_WORDS);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  again = shanhai_quantity_parse (text, quantity->unit, &error);
  if (again == NULL)
    g_error ("“%s” can't be read back: %s", text, error->message);
  if (!shanhai_decimal_equal (&again->value, &quantity->value) ||
      again->has_hi != quantity->has_hi ||
      (again->has_hi && !shanhai_decimal_equal (&again->value_hi, &quantity->value_hi)) ||
      again->qualifier != quantity->qualifier ||
      again->planned != quantity->planned ||
      again->unit != quantity->unit)
    g_error ("“%s” is read back as something else", text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (text, NULL, &error);

  if (quantity == NULL)
    {
      g_assert_true (error != NULL && error->domain == SHANHAI_QUANTITY_ERROR && *error->message != '\0');
      return 0;
    }

  g_assert_no_error (error);
  check_decimal (&quantity->value);
  check_decimal (&quantity->precision);
  g_assert_cmpint (shanhai_decimal_sign (&quantity->precision), ==, 1);
  if (quantity->has_hi)
    {
      check_decimal (&quantity->value_hi);
      g_assert_cmpint (shanhai_decimal_compare (&quantity->value, &quantity->value_hi), <=, 0);
    }
  check_intervals (quantity);
  for (int form = SHANHAI_NUMBER_FULL; form <= SHANHAI_NUMBER_COMPACT; form++)
    {
      check_text (quantity, SHANHAI_LANGUAGE_ENGLISH, (ShanhaiNumberForm) form);
      check_text (quantity, SHANHAI_LANGUAGE_CHINESE, (ShanhaiNumberForm) form);
    }

  return 0;
}
