/* test-table-cell.c - what stands in the cells and headings of people's tables. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-table-cell.h"

static const struct { const char *cell, *heading, *value, *precision, *unit; ShanhaiQualifier qualifier; } figures[] = {
  { "12.50", "金额（万元）", "125000", "100", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "1,234.50", "金额（万元）", "12345000", "100", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "￥1,234", "金额（元）", "1234", "1", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "近4.7亿元", "金额（万元）", "470000000", "10000000", "CNY", SHANHAI_QUALIFIER_NEARLY },
  { "4.7亿", "资金(万元)", "470000000", "10000000", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "500元", "金额（万元）", "500", "1", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "约30", "金额（万元）", "300000", "10000", "CNY", SHANHAI_QUALIFIER_ABOUT },
  { "10.92", "人数(万人)", "109200", "100", "person", SHANHAI_QUALIFIER_EXACT },
  { "38.74", "占比(%)", "38.74", "0.01", "percent", SHANHAI_QUALIFIER_EXACT },
  { "38.74%", "占比", "38.74", "0.01", "percent", SHANHAI_QUALIFIER_EXACT },
  { "3.5", "面积/亩", "3.5", "0.1", "mu", SHANHAI_QUALIFIER_EXACT },
  { "2", "投入（单位：亿元）", "200000000", "100000000", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "1.5E+08", "金额（元）", "150000000", "10000000", "CNY", SHANHAI_QUALIFIER_EXACT },
  { "(1,234)", "金额（元）", "-1234", "1", "CNY", SHANHAI_QUALIFIER_EXACT },
  { " 12 ", "户数（户）", "12", "1", "household", SHANHAI_QUALIFIER_EXACT },
  { "１２", "户数（户）", "12", "1", "household", SHANHAI_QUALIFIER_EXACT },
  { "19", "企业（个）", "19", "1", "item", SHANHAI_QUALIFIER_EXACT },
  { "#REF!", "金额（元）", NULL },
  { "########", "金额（元）", NULL },
  { "abc", "金额（元）", NULL },
  { "38%", "金额（元）", NULL },
  { "1E99", "金额（元）", NULL },
};

static void
test_figures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      ShanhaiTableUnit unit;
      g_autofree char *heading = shanhai_table_split_heading (figures[i].heading, &unit);
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiQuantity) quantity = shanhai_table_read_quantity (figures[i].cell, &unit, &error);
      g_autofree char *value = NULL;
      g_autofree char *precision = NULL;

      g_test_message ("%s under %s", figures[i].cell, figures[i].heading);
      if (figures[i].value == NULL)
        {
          g_assert_null (quantity);
          g_assert_nonnull (error);
          g_assert_true (error->domain == SHANHAI_QUANTITY_ERROR);
          continue;
        }
      g_assert_no_error (error);
      value = shanhai_decimal_to_string (&quantity->value);
      precision = shanhai_decimal_to_string (&quantity->precision);
      g_assert_cmpstr (value, ==, figures[i].value);
      g_assert_cmpstr (precision, ==, figures[i].precision);
      g_assert_cmpstr (quantity->unit, ==, figures[i].unit);
      g_assert_cmpint (quantity->qualifier, ==, figures[i].qualifier);
    }
}

static const struct { const char *heading, *rest, *unit; int power; } headings[] = {
  { "金额（万元）", "金额", "CNY", 4 }, { "金额(亿元)", "金额", "CNY", 8 }, { "金额[元]", "金额", "CNY", 0 }, { "人数（万人）", "人数", "person", 4 },
  { "占比（%）", "占比", "percent", 0 }, { "面积，亩", "面积", "mu", 0 }, { "数量（万）", "数量", NULL, 4 }, { "县（市、区）", "县（市、区）", NULL, 0 },
  { "备注", "备注", NULL, 0 }, { "（万元）", "（万元）", NULL, 0 }, { "", "", NULL, 0 }, { "地区/单位名称", "地区/单位名称", NULL, 0 },
  { "Amount (CNY)", "Amount", "CNY", 0 }, { "2019（年）", "2019", "year", 0 },
};

static void
test_headings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      ShanhaiTableUnit unit;
      g_autofree char *rest = shanhai_table_split_heading (headings[i].heading, &unit);

      g_test_message ("%s", headings[i].heading);
      g_assert_cmpstr (rest, ==, headings[i].rest);
      g_assert_cmpstr (unit.unit, ==, headings[i].unit);
      g_assert_cmpint (unit.power, ==, headings[i].power);
    }
}

static const struct { const char *cell, *edtf; } times[] = {
  { "2019", "2019" }, { "2019年", "2019" }, { "2019年度", "2019" }, { "2019年底", "2019-12-31" }, { "2019/12/31", "2019-12-31" },
  { "2019-12-31", "2019-12-31" }, { "2019.12.31", "2019-12-31" }, { "2019/1/5", "2019-01-05" }, { "2019/1/5 0:00:00", "2019-01-05" },
  { "2019-12", "2019-12" }, { "2019/12", "2019-12" }, { "2019.12", "2019-12" }, { "201912", "2019-12" }, { "20191231", "2019-12-31" },
  { "43830", "2019-12-31" }, { "43830.5", "2019-12-31" }, { "36526", "2000-01-01" }, { "20000", "1954-10-03" }, { "19999", NULL },
  { "73051", NULL }, { "Dec-19", "2019-12" }, { "Dec 2019", "2019-12" }, { "2014/2020", "2014/2020" }, { "2016/..", "2016/.." },
  { "20191331", NULL }, { "2019/13/01", NULL }, { "2019/2/29", NULL }, { "昨天", NULL }, { "", NULL },
  { " 2019 ", "2019" },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiPeriod) period = shanhai_table_read_period (times[i].cell, &error);

      g_test_message ("%s", times[i].cell);
      if (times[i].edtf == NULL)
        {
          g_assert_null (period);
          g_assert_true (error->domain == SHANHAI_PERIOD_ERROR);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (shanhai_period_get_text (period), ==, times[i].edtf);
    }
}

static void
test_blanks (void)
{
  static const char * const blanks[] = { "", " ", "　", "-", "—", "——", "…", "/", "N/A", "无" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    g_assert_true (shanhai_table_is_blank (blanks[i]));
  g_assert_false (shanhai_table_is_blank ("0"));
  g_assert_false (shanhai_table_is_blank ("-1"));
  g_assert_false (shanhai_table_is_blank ("无锡"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-cell/figures", test_figures);
  g_test_add_func ("/table-cell/headings", test_headings);
  g_test_add_func ("/table-cell/times", test_times);
  g_test_add_func ("/table-cell/blanks", test_blanks);

  return g_test_run ();
}
