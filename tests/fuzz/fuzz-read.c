/* fuzz-read.c - fuzz target: the figures of any text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures come in order, don't overlap, lie inside the text at the edges of characters; their values are normal decimals, their periods EDTF, and
 * code points and bytes tell the same place. */

#include <stdint.h>
#include <string.h>

#include "shanhai-reading-json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_figure (const ShanhaiReadFigure *figure,
              const char          *text)
{
  g_autofree char *value = shanhai_decimal_to_string (&figure->value);
  ShanhaiDecimal again;

  g_assert_true (shanhai_decimal_parse (value, -1, &again) && shanhai_decimal_equal (&again, &figure->value));
  g_assert_cmpint (shanhai_decimal_sign (&figure->precision), ==, 1);
  if (figure->has_hi)
    g_assert_cmpint (shanhai_decimal_compare (&figure->value, &figure->value_hi), <, 0);
  g_assert_nonnull (figure->unit);
  g_assert_true (g_utf8_validate (figure->counted, -1, NULL));
  g_assert_true (g_utf8_validate (text + figure->start_byte, (gssize) figure->length_bytes, NULL));
  if (figure->period != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (figure->period, &error);

      if (period == NULL)
        g_error ("“%s” is no period: %s", figure->period, error->message);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *text = NULL;
  g_autoptr (ShanhaiReading) reading = NULL;
  g_autofree char *json = NULL;
  guint end = 0;

  /* a carriage return is half a line end: offsets in bytes and code points differ there by design */
  g_strdelimit (raw, "\r", '\n');
  text = g_strdup (raw);
  reading = shanhai_reading_new (text, -1, NULL);
  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, i);

      g_assert_cmpuint (figure->length, >, 0);
      g_assert_cmpuint (figure->start, >=, end);
      end = figure->start + figure->length;
      g_assert_cmpuint (figure->start_byte + figure->length_bytes, <=, strlen (text));
      g_assert_cmpint (g_utf8_strlen (text, (gssize) figure->start_byte), ==, figure->start);
      g_assert_cmpint (g_utf8_strlen (text + figure->start_byte, (gssize) figure->length_bytes), ==, figure->length);
      check_figure (figure, text);
    }
  json = shanhai_reading_to_json (reading, text);
  g_assert_true (g_utf8_validate (json, -1, NULL));

  return 0;
}
