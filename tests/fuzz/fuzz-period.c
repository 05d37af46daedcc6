/* fuzz-period.c - fuzz target: EDTF and times that people type. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period keeps its text and comes back from it; its days are in order; what people's words gave is EDTF; and what is written for people
 * is read by the reader for people, in both languages. */

#include <stdint.h>
#include <string.h>

#include "shanhai-period.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* 截至 names a day where it stands for a figure, and BC, times and centuries are for reading only */
static bool
comes_back (const ShanhaiPeriod *period)
{
  const char *text = shanhai_period_get_text (period);

  return shanhai_period_get_first_year (period) >= 1000 && shanhai_period_get_year (period) <= 9999 &&
         !shanhai_period_is_open_start (period) && strchr (text, 'T') == NULL && strchr (text, 'Y') == NULL &&
         strstr (text, "XX") != text + 2;
}

static void
check_words (const ShanhaiPeriod *period,
             ShanhaiLanguage      language)
{
  g_autofree char *words = shanhai_period_format (period, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiPeriod) again = NULL;

  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpstr (words, !=, "");
  again = shanhai_period_parse_people (words, NULL, &error);
  if (!comes_back (period))
    return;

  if (again == NULL)
    g_error ("“%s” can't be read back: %s", words, error->message);
  if (shanhai_period_get_first_day (again) != shanhai_period_get_first_day (period) ||
      shanhai_period_get_last_day (again) != shanhai_period_get_last_day (period) ||
      shanhai_period_is_span (again) != shanhai_period_is_span (period) ||
      shanhai_period_is_approximate (again) != shanhai_period_is_approximate (period) ||
      shanhai_period_is_uncertain (again) != shanhai_period_is_uncertain (period))
    g_error ("“%s” is read back as something else: %s, not %s", words, shanhai_period_get_text (again), shanhai_period_get_text (period));
}

static void
check_period (const ShanhaiPeriod *period)
{
  g_autoptr (ShanhaiPeriod) again = shanhai_period_parse (shanhai_period_get_text (period), NULL);

  g_assert_true (shanhai_period_equal (again, period));
  g_assert_cmpint (shanhai_period_compare (again, period), ==, 0);
  g_assert_cmpint (shanhai_period_get_first_day (period), <=, shanhai_period_get_last_day (period));
  g_assert_cmpint (shanhai_period_get_first_year (period), <=, shanhai_period_get_year (period));
  g_assert_true (shanhai_period_contains (period, again));
  g_assert_true (shanhai_period_overlaps (period, again));
  g_assert_cmpfloat (ABS (shanhai_period_get_position (period)), <, 1e16);
  check_words (period, SHANHAI_LANGUAGE_ENGLISH);
  check_words (period, SHANHAI_LANGUAGE_CHINESE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) people_error = NULL;
  g_autoptr (ShanhaiPeriod) reference = shanhai_period_parse ("2020-11-02", NULL);
  g_autoptr (ShanhaiPeriod) strict = shanhai_period_parse (text, &error);
  g_autoptr (ShanhaiPeriod) people = shanhai_period_parse_people (text, reference, &people_error);

  if (strict != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (shanhai_period_get_text (strict), ==, text);
      g_assert_true (shanhai_period_equal (strict, people));
      check_period (strict);
    }
  else
    g_assert_true (error != NULL && error->domain == SHANHAI_PERIOD_ERROR && *error->message != '\0');

  if (people != NULL)
    check_period (people);
  else
    g_assert_true (people_error != NULL && people_error->domain == SHANHAI_PERIOD_ERROR && *people_error->message != '\0');

  return 0;
}
