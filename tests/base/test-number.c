/* test-number.c - numbers and quantities in two languages. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-number.h"

#include <locale.h>
#include <math.h>

#define EN SHANHAI_LANGUAGE_ENGLISH
#define ZH SHANHAI_LANGUAGE_CHINESE
#define AUTO SHANHAI_NUMBER_STYLE_AUTO
#define INTERNATIONAL SHANHAI_NUMBER_STYLE_INTERNATIONAL
#define FULL SHANHAI_NUMBER_FULL
#define COMPACT SHANHAI_NUMBER_COMPACT
#define ALL SHANHAI_DECIMALS_ALL

static ShanhaiDecimal
dec (const char *text)
{
  ShanhaiDecimal value;

  if (!shanhai_decimal_parse (text, -1, &value))
    g_error ("not a decimal: %s", text);
  return value;
}

static void
test_format (void)
{
  /* _ stands for the no-break space, ' for the narrow one between groups */
  static const struct { const char *value; int decimals; const char *zh_compact, *zh_full, *en_compact, *en_full; } rows[] = {
    { "0", ALL, "0", "0", "0", "0" }, { "12", ALL, "12", "12", "12", "12" }, { "0.5", ALL, "0.5", "0.5", "0.5", "0.5" },
    { "-0.4", 0, "0", "0", "0", "0" }, { "-5", ALL, "−5", "−5", "−5", "−5" }, { "9999", ALL, "9999", "9999", "9999", "9999" },
    { "10000", ALL, "1万", "1万", "10'000", "10'000" }, { "9999.9", 0, "1万", "1万", "10'000", "10'000" }, { "9999.9", ALL, "9999.9", "9999.9", "9999.9", "9999.9" },
    { "12800", ALL, "1.28万", "1.28万", "12'800", "12'800" }, { "25878", ALL, "2.5878万", "25878", "25'878", "25'878" },
    { "25878", 1, "2.6万", "2.6万", "25'878", "25'878" }, { "96400", ALL, "9.64万", "9.64万", "96'400", "96'400" },
    { "10339800", ALL, "1033.98万", "1033.98万", "10.3398_M", "10'339'800" },
    { "99999600", ALL, "9999.96万", "9999.96万", "99.9996_M", "99'999'600" }, { "99999600", 1, "1亿", "1亿", "100_M", "99'999'600" },
    { "99999600", 2, "9999.96万", "9999.96万", "100_M", "99'999'600" }, { "99999999.99", ALL, "9999.999999万", "99999999.99", "99.99999999_M", "99'999'999.99" },
    { "99999999.99", 2, "1亿", "1亿", "100_M", "99'999'999.99" }, { "100000000", ALL, "1亿", "1亿", "100_M", "100'000'000" },
    { "470000000", ALL, "4.7亿", "4.7亿", "470_M", "470'000'000" }, { "-470000000", ALL, "−4.7亿", "−4.7亿", "−470_M", "−470'000'000" },
    { "7000000000", ALL, "70亿", "70亿", "7_B", "7'000'000'000" }, { "999999.9", 0, "100万", "100万", "1_M", "1'000'000" },
    { "999950", 1, "100万", "100万", "999'950", "999'950" }, { "999960000", 1, "10亿", "10亿", "1_B", "999'960'000" },
    { "1000000000000", ALL, "1万亿", "1万亿", "1_T", "1'000'000'000'000" }, { "999999999999", 1, "1万亿", "1万亿", "1_T", "999'999'999'999" },
    { "1000000000000000000", ALL, "1000000万亿", "1000000万亿", "1'000'000_T", "1'000'000'000'000'000'000" },
    { "38.74", 1, "38.7", "38.7", "38.7", "38.7" }, { "38.75", 1, "38.8", "38.8", "38.8", "38.8" }, { "-38.75", 1, "−38.8", "−38.8", "−38.8", "−38.8" },
    { "123456.789", 2, "12.35万", "12.35万", "123'456.79", "123'456.79" },
    { "0.000000000000000000000000000000000001", ALL, "0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001",
      "0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001" },
    { "10000.0000000000000000000000000000001", 0, "1万", "1万", "10'000", "10'000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *expected[] = { rows[i].zh_compact, rows[i].zh_full, rows[i].en_compact, rows[i].en_full };
      ShanhaiDecimal value = dec (rows[i].value);

      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          char *actual = shanhai_number_format (&value, j < 2 ? ZH : EN, AUTO, j % 2 == 0 ? COMPACT : FULL, rows[i].decimals);

          g_string_assign (text, actual);
          g_free (actual);
          g_string_replace (text, "\u00a0", "_", 0);
          g_string_replace (text, "\u202f", "'", 0);
          g_assert_cmpstr (text->str, ==, expected[j]);
        }
    }
}

static void
test_style (void)
{
  ShanhaiDecimal value = dec ("470000000");
  g_autofree char *international = shanhai_number_format (&value, ZH, INTERNATIONAL, COMPACT, ALL);
  g_autofree char *chinese = shanhai_number_format (&value, ZH, SHANHAI_NUMBER_STYLE_CHINESE, COMPACT, ALL);
  g_autofree char *fallen_back = shanhai_number_format (&value, EN, SHANHAI_NUMBER_STYLE_CHINESE, COMPACT, ALL);

  g_assert_cmpstr (international, ==, "470\u00a0M");
  g_assert_cmpstr (chinese, ==, "4.7亿");
  g_assert_cmpstr (fallen_back, ==, "470\u00a0M");
}

static void
test_double (void)
{
  static const struct { double value; int decimals; const char *zh, *en; } rows[] = {
    { 0.0, ALL, "0", "0" }, { -0.0, ALL, "0", "0" }, { 0.1 + 0.2, ALL, "0.3", "0.3" }, { 38.74, ALL, "38.74", "38.74" }, { 4.7e8, ALL, "4.7亿", "470\u00a0M" },
    { 99999600, 1, "1亿", "100\u00a0M" }, { -2.5, 0, "−3", "−3" }, { 1e18, ALL, "1000000万亿", "1\u202f000\u202f000\u00a0T" }, { 1e-40, ALL, "0", "0" },
    { 1e300, ALL, "1e+300", "1e+300" }, { -1e300, ALL, "−1e+300", "−1e+300" },
  };
  g_autofree char *nan = shanhai_number_format_double (NAN, EN, AUTO, COMPACT, ALL);
  g_autofree char *infinite = shanhai_number_format_double (-INFINITY, EN, AUTO, COMPACT, ALL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *zh = shanhai_number_format_double (rows[i].value, ZH, AUTO, COMPACT, rows[i].decimals);
      g_autofree char *en = shanhai_number_format_double (rows[i].value, EN, AUTO, COMPACT, rows[i].decimals);

      g_assert_cmpstr (zh, ==, rows[i].zh);
      g_assert_cmpstr (en, ==, rows[i].en);
    }
  g_assert_cmpstr (nan, ==, "–");
  g_assert_cmpstr (infinite, ==, "−∞");
}

static void
test_quantity (void)
{
  static const struct { const char *text, *hint, *zh_label, *en_label, *zh, *en, *zh_sign, *en_sign; } rows[] = {
    { "近4.7亿元", NULL, "元", "CNY", "近4.7亿元", "nearly 470_M_CNY", "<4.7亿元", "<470_M_CNY" },
    { "2000余人次", NULL, "人次", "person-times", "2000余人次", "over 2000_person-times", "2000+人次", "2000+_person-times" },
    { "13余万人", NULL, "人", "people", "13万余人", "over 130'000_people", "13万+人", "130'000+_people" },
    { "4亿余元", NULL, "元", "CNY", "4亿余元", "over 400_M_CNY", "4亿+元", "400_M+_CNY" },
    { "逾9437人", NULL, "人", "people", "超过9437人", "over 9437_people", "9437+人", "9437+_people" },
    { "超过38.7%", NULL, "%", "%", "超过38.7%", "over 38.7%", "38.7+%", "38.7+%" },
    { "一百万元以上", NULL, "元", "CNY", "100万元以上", "at least 1_M_CNY", "≥100万元", "≥1_M_CNY" },
    { "不超过30%", NULL, "%", "%", "不超过30%", "at most 30%", "≤30%", "≤30%" },
    { "计划70亿元", NULL, "元", "CNY", "计划70亿元", "planned 7_B_CNY", "70亿元", "7_B_CNY" },
    { "计划约70亿元", NULL, "元", "CNY", "计划约70亿元", "planned about 7_B_CNY", "≈70亿元", "≈7_B_CNY" },
    { "3–5万元", NULL, "元", "CNY", "3万—5万元", "30'000–50'000_CNY", "3万—5万元", "30'000–50'000_CNY" },
    { "38.74%", NULL, "%", "%", "38.74%", "38.74%", "38.74%", "38.74%" }, { "4.20%", NULL, "%", "%", "4.20%", "4.20%", "4.20%", "4.20%" },
    { "34.49个百分点", NULL, "个百分点", "pp", "34.49个百分点", "34.49_pp", "34.49个百分点", "34.49_pp" },
    { "−34.49个百分点", NULL, "个百分点", "pp", "−34.49个百分点", "−34.49_pp", "−34.49个百分点", "−34.49_pp" },
    { "70亿元", NULL, NULL, NULL, "70亿", "7_B", "70亿", "7_B" }, { "160余公里", NULL, "km", "km", "160余_km", "over 160_km", "160+_km", "160+_km" },
    { "12 ℃", NULL, "℃", "°C", "12℃", "12°C", "12℃", "12°C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (rows[i].text, rows[i].hint, NULL);
      const char *expected[] = { rows[i].zh, rows[i].en, rows[i].zh_sign, rows[i].en_sign };

      g_assert_nonnull (quantity);
      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          char *actual = shanhai_quantity_format (quantity, j % 2 == 0 ? rows[i].zh_label : rows[i].en_label, j % 2 == 0 ? ZH : EN, AUTO, COMPACT,
                                                  j < 2 ? SHANHAI_QUALIFIER_WORDS : SHANHAI_QUALIFIER_SIGNS);

          g_string_assign (text, actual);
          g_free (actual);
          g_string_replace (text, "\u00a0", "_", 0);
          g_string_replace (text, "\u202f", "'", 0);
          g_assert_cmpstr (text->str, ==, expected[j]);
        }
    }
}

static void
test_hidden (void)
{
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse ("计划近4.7亿元", NULL, NULL);
  g_autofree char *hidden = shanhai_quantity_format (quantity, "元", ZH, AUTO, COMPACT, SHANHAI_QUALIFIER_HIDDEN);
  g_autofree char *international = shanhai_quantity_format (quantity, "元", ZH, INTERNATIONAL, COMPACT, SHANHAI_QUALIFIER_WORDS);

  g_assert_cmpstr (hidden, ==, "4.7亿元");
  g_assert_cmpstr (international, ==, "计划近470\u00a0M元");
}

static void
test_language (void)
{
  static const struct { const char *locale; ShanhaiLanguage language; } rows[] = {
    { NULL, EN }, { "", EN }, { "C", EN }, { "en_GB.UTF-8", EN }, { "zh", ZH }, { "zh_CN", ZH }, { "zh_CN.UTF-8", ZH }, { "zh-Hans", ZH },
    { "zh_TW", ZH }, { "zha", EN }, { "fr", EN }, { "z", EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (shanhai_language_from_locale (rows[i].locale), ==, rows[i].language);
  g_assert_cmpstr (shanhai_language_get_code (EN), ==, "en");
  g_assert_cmpstr (shanhai_language_get_code (ZH), ==, "zh");
}

int
main (int   argc,
      char *argv[])
{
  /* where there is a locale with a comma, it must not show */
  setlocale (LC_ALL, "de_DE.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/style", test_style);
  g_test_add_func ("/number/double", test_double);
  g_test_add_func ("/number/quantity", test_quantity);
  g_test_add_func ("/number/hidden", test_hidden);
  g_test_add_func ("/number/language", test_language);
  return g_test_run ();
}
