/* test-quantity-parse.c - quantities as people write them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-quantity.h"

typedef struct
{
  const char *text, *hint;
  const char *value, *hi, *precision, *unit, *qualifier;  /* precision NULL: 1; qualifier NULL: exact */
  bool        planned;
} Good;

static const Good good[] = {
  /* as newspapers print them */
  { "近4.7亿元", NULL, "470000000", NULL, "10000000", "CNY", "nearly" }, { "10.92万人", NULL, "109200", NULL, "100", "person" },
  { "2000余人次", NULL, "2000", NULL, NULL, "person-time", "over" }, { "13余万人", NULL, "130000", NULL, "10000", "person", "over" },
  { "3.6万余人", NULL, "36000", NULL, "1000", "person", "over" }, { "4亿余元", NULL, "400000000", NULL, "100000000", "CNY", "over" },
  { "2.6万余册", NULL, "26000", NULL, "1000", "volume", "over" }, { "逾9430人", NULL, "9430", NULL, NULL, "person", "over" },
  { "一百万元以上", NULL, "1000000", NULL, "10000", "CNY", "at-least" }, { "9999.96万", NULL, "99999600", NULL, "100", "item" },
  { "1300余萬元", NULL, "13000000", NULL, "10000", "CNY", "over" }, { "2425萬(wàn)元", NULL, "24250000", NULL, "10000", "CNY" },
  { "約70億元", NULL, "7000000000", NULL, "100000000", "CNY", "about" }, { "70亿元左右", NULL, "7000000000", NULL, "100000000", "CNY", "about" },
  { "４．７亿", "CNY", "470000000", NULL, "10000000", "CNY" }, { "0.50％", NULL, "0.5", NULL, "0.01", "percent" },
  { "100万元人民币", NULL, "1000000", NULL, "10000", "CNY" }, { "3亿2000万元", NULL, "320000000", NULL, "10000", "CNY" },
  { "7万5千4百", NULL, "75400", NULL, "100", "item" }, { "2千万", NULL, "20000000", NULL, "10000000", "item" },
  { "4.78万亿元", NULL, "4780000000000", NULL, "10000000000", "CNY" }, { "一万五千亿元", NULL, "1500000000000", NULL, "100000000", "CNY" },
  /* percent and points */
  { "38.74%", NULL, "38.74", NULL, "0.01", "percent" }, { "38.74 %", NULL, "38.74", NULL, "0.01", "percent" }, { "100%", NULL, "100", NULL, NULL, "percent" },
  { "百分之三十八点七四", NULL, "38.74", NULL, "0.01", "percent" }, { "34.49个百分点", NULL, "34.49", NULL, "0.01", "percentage-point" },
  { "5‰", NULL, "0.5", NULL, "0.1", "percent" }, { "12 percentage points", NULL, "12", NULL, NULL, "percentage-point" },
  /* Chinese numerals */
  { "二十三", NULL, "23", NULL, NULL, "item" }, { "三十個", NULL, "30", NULL, NULL, "item" }, { "两千人", NULL, "2000", NULL, NULL, "person" },
  { "十", NULL, "10", NULL, NULL, "item" }, { "十五", NULL, "15", NULL, NULL, "item" }, { "一百零五", NULL, "105", NULL, NULL, "item" },
  { "四百五", NULL, "450", NULL, "10", "item" }, { "一万五", NULL, "15000", NULL, "1000", "item" }, { "一万零五", NULL, "10005", NULL, NULL, "item" },
  { "三点五万", NULL, "35000", NULL, "1000", "item" }, { "壹佰伍拾", NULL, "150", NULL, NULL, "item" }, { "二〇一九", NULL, "2019", NULL, NULL, "item" },
  { "〇", NULL, "0", NULL, NULL, "item" }, { "负三十二", NULL, "-32", NULL, NULL, "item" }, { "十几个", NULL, "10", NULL, NULL, "item", "over" },
  { "两三千人", NULL, "2000", "3000", "1000", "person" }, { "七八十户", NULL, "70", "80", "10", "household" }, { "三五万", NULL, "30000", "50000", "10000", "item" },
  { "近千万元", NULL, "10000000", NULL, "10000000", "CNY", "nearly" }, { "上千人", NULL, "1000", NULL, "1000", "person", "over" },
  { "超百亿元", NULL, "10000000000", NULL, "10000000000", "CNY", "over" }, { "百万元", NULL, "1000000", NULL, "1000000", "CNY" },
  /* qualifiers */
  { "约5", NULL, "5", NULL, NULL, "item", "about" }, { "将近5", NULL, "5", NULL, NULL, "item", "nearly" }, { "接近5", NULL, "5", NULL, NULL, "item", "nearly" },
  { "超过5", NULL, "5", NULL, NULL, "item", "over" }, { "突破5", NULL, "5", NULL, NULL, "item", "over" }, { "至少5", NULL, "5", NULL, NULL, "item", "at-least" },
  { "不少于5", NULL, "5", NULL, NULL, "item", "at-least" }, { "不超过30%", NULL, "30", NULL, NULL, "percent", "at-most" },
  { "30%以内", NULL, "30", NULL, NULL, "percent", "at-most" }, { "超过2000多人", NULL, "2000", NULL, NULL, "person", "over" },
  { "计划70亿元", NULL, "7000000000", NULL, "100000000", "CNY", NULL, true }, { "拟投资", NULL, NULL }, { "预计约5人", NULL, "5", NULL, NULL, "person", "about", true },
  { "≥5", NULL, "5", NULL, NULL, "item", "at-least" }, { "≤5", NULL, "5", NULL, NULL, "item", "at-most" }, { "≈5", NULL, "5", NULL, NULL, "item", "about" },
  { "2000+", NULL, "2000", NULL, NULL, "item", "over" },
  /* English */
  { "470 million yuan", NULL, "470000000", NULL, "1000000", "CNY" }, { "nearly 4.7 bn", "CNY", "4700000000", NULL, "100000000", "CNY", "nearly" },
  { "about 1,012.71", NULL, "1012.71", NULL, "0.01", "item", "about" }, { "over 2000", "person", "2000", NULL, NULL, "person", "over" },
  { "at least 3–5 million yuan", NULL, "3000000", "5000000", "1000000", "CNY", "at-least" }, { "planned 7 B CNY", NULL, "7000000000", NULL, "1000000000", "CNY", NULL, true },
  { "$3m", NULL, "3000000", NULL, "1000000", "USD" }, { "3m", NULL, "3", NULL, NULL, "m" }, { "3m", "CNY", "3000000", NULL, "1000000", "CNY" }, { "3 M", NULL, "3000000", NULL, "1000000", "item" },
  { "1.5k", NULL, "1500", NULL, "100", "item" }, { "7 km", NULL, "7", NULL, NULL, "km" }, { "3.2 km²", NULL, "3.2", NULL, "0.1", "km2" },
  { "96 400", NULL, "96400", NULL, NULL, "item" }, { "96 400 people", NULL, "96400", NULL, NULL, "person" }, { "500 villages", NULL, "500", NULL, NULL, "village" },
  { "2000 person-times", NULL, "2000", NULL, NULL, "person-time" }, { "5 goats", "goat", "5", NULL, NULL, "goat" },
  /* ranges */
  { "3–5万", NULL, "30000", "50000", "10000", "item" }, { "3—5万元", NULL, "30000", "50000", "10000", "CNY" }, { "300至500人", NULL, "300", "500", NULL, "person" },
  { "20%-30%", NULL, "20", "30", NULL, "percent" }, { "3万元至5万元", NULL, "30000", "50000", "10000", "CNY" }, { "3000-1万", NULL, "3000", "10000", NULL, "item" },
  { "5000万到1.2亿", NULL, "50000000", "120000000", "10000", "item" }, { "-3–-1", NULL, "-3", "-1", NULL, "item" }, { "3 to 5", NULL, "3", "5", NULL, "item" },
  { "约300–500人", NULL, "300", "500", NULL, "person", "about" },
  /* signs, zero, size */
  { "-0", NULL, "0", NULL, NULL, "item" }, { "−5", NULL, "-5", NULL, NULL, "item" }, { "－0.5", NULL, "-0.5", NULL, "0.1", "item" }, { "负5℃", NULL, "-5", NULL, NULL, "celsius" },
  { "0", NULL, "0", NULL, NULL, "item" }, { "1000000000000000000", NULL, "1000000000000000000", NULL, NULL, "item" },
  { "999999999999999999999999999999999999", NULL, "999999999999999999999999999999999999", NULL, NULL, "item" },
  /* measure words and what they count */
  { "134个贫困村", NULL, "134", NULL, NULL, "village" }, { "134個", "village", "134", NULL, NULL, "village" }, { "10所", "school", "10", NULL, NULL, "school" },
  { "10所", NULL, "10", NULL, NULL, "item" }, { "24家企业", NULL, "24", NULL, NULL, "company" }, { "773次", "session", "773", NULL, NULL, "session" }, { "6次", NULL, "6", NULL, NULL, "occurrence" },
  { "3批次", NULL, "3", NULL, NULL, "batch" }, { "611张", "bed", "611", NULL, NULL, "bed" }, { "28个卫生院", "clinic", "28", NULL, NULL, "clinic" }, { "891天", NULL, "891", NULL, NULL, "day" },
  { "100公斤", NULL, "0.1", NULL, "0.001", "ton" }, { "2公顷", NULL, "20000", NULL, "10000", "m2" }, { "3675平方米", NULL, "3675", NULL, NULL, "m2" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const Good *row = &good[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (row->text, row->hint, &error);
      g_autofree char *value = NULL;
      g_autofree char *hi = NULL;
      g_autofree char *precision = NULL;

      g_test_message ("%s", row->text);
      if (row->value == NULL)
        {
          g_assert_error (error, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_SYNTAX);
          continue;
        }
      g_assert_no_error (error);
      value = shanhai_decimal_to_string (&quantity->value);
      hi = quantity->has_hi ? shanhai_decimal_to_string (&quantity->value_hi) : NULL;
      precision = shanhai_decimal_to_string (&quantity->precision);
      g_assert_cmpstr (value, ==, row->value);
      g_assert_cmpstr (hi, ==, row->hi);
      g_assert_cmpstr (precision, ==, row->precision != NULL ? row->precision : "1");
      g_assert_cmpstr (quantity->unit, ==, row->unit);
      g_assert_true (quantity->unit == g_intern_string (row->unit));
      g_assert_cmpstr (shanhai_qualifier_to_key (quantity->qualifier), ==, row->qualifier != NULL ? row->qualifier : "exact");
      g_assert_true (quantity->planned == row->planned);
      g_assert_null (quantity->extra);
    }
}

static void
test_bad (void)
{
  static const struct { const char *text, *hint; ShanhaiQuantityError code; } bad[] = {
    { "", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { " ", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "abc", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "元", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "万", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "1e18", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "05", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "00", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "1.", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "1.2.3", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "1,01", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "1234,567", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "1,000 000", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "5人左转", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "近超5", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "近4亿余元", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "7万5", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "3万5亿5", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "1.5亿3万", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "5–", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "5元5人", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "1–2–3", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "--5", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "5\xff", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "NaN", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "5 goats", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "三百百", NULL, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "1000000000000000000000000000000000000", NULL, SHANHAI_QUANTITY_ERROR_RANGE }, { "0.0000000000000000000000000000000000001", NULL, SHANHAI_QUANTITY_ERROR_RANGE },
    { "999999999999999999999999999999万亿", NULL, SHANHAI_QUANTITY_ERROR_RANGE }, { "5-3", NULL, SHANHAI_QUANTITY_ERROR_RANGE },
    { "5亿到3亿元", NULL, SHANHAI_QUANTITY_ERROR_RANGE },
    { "5人次", "person", SHANHAI_QUANTITY_ERROR_UNIT }, { "5元", "person", SHANHAI_QUANTITY_ERROR_UNIT }, { "5%", "percentage-point", SHANHAI_QUANTITY_ERROR_UNIT },
    { "5个", "CNY", SHANHAI_QUANTITY_ERROR_UNIT }, { "5次", "percent", SHANHAI_QUANTITY_ERROR_UNIT }, { "5人 人次", NULL, SHANHAI_QUANTITY_ERROR_UNIT },
    { "$5元", NULL, SHANHAI_QUANTITY_ERROR_UNIT }, { "134个贫困村", "school", SHANHAI_QUANTITY_ERROR_UNIT }, { "20%–30元", NULL, SHANHAI_QUANTITY_ERROR_UNIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_null (shanhai_quantity_parse (bad[i].text, bad[i].hint, &error));
      g_assert_error (error, SHANHAI_QUANTITY_ERROR, (int) bad[i].code);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_null (shanhai_quantity_parse (bad[i].text, bad[i].hint, NULL));
    }
}

/* endless rows of what can follow a digit: read or refused, in no time and in bounds */
static void
test_long (void)
{
  static const struct { const char *piece; bool reads; int code; } rows[] = {
    { "9", false, SHANHAI_QUANTITY_ERROR_RANGE }, { "0", false, SHANHAI_QUANTITY_ERROR_RANGE }, { ",000", false, SHANHAI_QUANTITY_ERROR_RANGE },
    { "万", false, SHANHAI_QUANTITY_ERROR_RANGE }, { "百", false, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "一", false, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "–", false, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "近", false, SHANHAI_QUANTITY_ERROR_SYNTAX }, { "零", false, SHANHAI_QUANTITY_ERROR_SYNTAX },
    { "%", true, 0 }, { " ", true, 0 }, { "余", true, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiQuantity) quantity = NULL;
      g_autoptr (GString) text = g_string_new ("1");

      g_test_message ("%s", rows[i].piece);
      while (text->len < 100000)
        g_string_append (text, rows[i].piece);
      quantity = shanhai_quantity_parse (text->str, NULL, &error);
      g_assert_true ((quantity != NULL) == rows[i].reads);
      if (!rows[i].reads)
        g_assert_error (error, SHANHAI_QUANTITY_ERROR, rows[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity-parse/good", test_good);
  g_test_add_func ("/quantity-parse/bad", test_bad);
  g_test_add_func ("/quantity-parse/long", test_long);
  return g_test_run ();
}
