/* test-period.c - EDTF, and times as people write them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-period.h"

#include <string.h>

static gint32
day (int year,
     int month,
     int number)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year);
  g_autoptr (GDate) epoch = g_date_new_dmy (1, 3, 4);

  /* GDate starts at year 1; four years before, 1461 days earlier, is 0000-03-01 */
  return g_date_days_between (epoch, date) + 1461;
}

typedef struct
{
  const char *text;
  int         from[3], to[3];  /* {0} for an open end */
  int         first_year, year;
  const char *en, *zh;
} Good;

static const Good good[] = {
  { "2019", { 2019, 1, 1 }, { 2019, 12, 31 }, 2019, 2019, "2019", "2019年" },
  { "2019-12", { 2019, 12, 1 }, { 2019, 12, 31 }, 2019, 2019, "Dec 2019", "2019年12月" },
  { "2019-12-31", { 2019, 12, 31 }, { 2019, 12, 31 }, 2019, 2019, "end of 2019", "2019年底" },
  { "2020-10-15", { 2020, 10, 15 }, { 2020, 10, 15 }, 2020, 2020, "15 Oct 2020", "2020年10月15日" },
  { "2020-02-29", { 2020, 2, 29 }, { 2020, 2, 29 }, 2020, 2020, "29 Feb 2020", "2020年2月29日" },
  { "2000-02", { 2000, 2, 1 }, { 2000, 2, 29 }, 2000, 2000, "Feb 2000", "2000年2月" },
  { "1900-02", { 1900, 2, 1 }, { 1900, 2, 28 }, 1900, 1900, "Feb 1900", "1900年2月" },
  { "9999-12-31", { 9999, 12, 31 }, { 9999, 12, 31 }, 9999, 9999, "end of 9999", "9999年底" },
  { "2019~", { 2019, 1, 1 }, { 2019, 12, 31 }, 2019, 2019, "about 2019", "2019年前后" },
  { "2019?", { 2019, 1, 1 }, { 2019, 12, 31 }, 2019, 2019, "perhaps 2019", "2019年（存疑）" },
  { "2019-06%", { 2019, 6, 1 }, { 2019, 6, 30 }, 2019, 2019, "perhaps about Jun 2019", "2019年6月前后（存疑）" },
  { "201X", { 2010, 1, 1 }, { 2019, 12, 31 }, 2010, 2019, "2010s", "2010年代" },
  { "20XX", { 2000, 1, 1 }, { 2099, 12, 31 }, 2000, 2099, "2000–2099", "2000—2099年" },
  { "2004-XX", { 2004, 1, 1 }, { 2004, 12, 31 }, 2004, 2004, "a month of 2004", "2004年某月" },
  { "1985-04-XX", { 1985, 4, 1 }, { 1985, 4, 30 }, 1985, 1985, "a day of Apr 1985", "1985年4月某日" },
  { "1985-XX-XX", { 1985, 1, 1 }, { 1985, 12, 31 }, 1985, 1985, "a day of 1985", "1985年某日" },
  { "2019-21", { 2019, 3, 1 }, { 2019, 5, 31 }, 2019, 2019, "spring 2019", "2019年春季" },
  { "2019-24~", { 2019, 12, 1 }, { 2020, 2, 29 }, 2019, 2019, "about winter 2019", "2019年冬季前后" },
  { "2019-12-31T09:30:00+08:00", { 2019, 12, 31 }, { 2019, 12, 31 }, 2019, 2019, "31 Dec 2019, 09:30", "2019年12月31日09:30" },
  { "2019-12-31T23:59:59Z", { 2019, 12, 31 }, { 2019, 12, 31 }, 2019, 2019, "31 Dec 2019, 23:59", "2019年12月31日23:59" },
  { "2019-12-31T00:00:00-11", { 2019, 12, 31 }, { 2019, 12, 31 }, 2019, 2019, "31 Dec 2019, 00:00", "2019年12月31日00:00" },
  { "2014/2020", { 2014, 1, 1 }, { 2020, 12, 31 }, 2014, 2020, "2014–2020", "2014—2020年" },
  { "2016/..", { 2016, 1, 1 }, { 0 }, 2016, 2016, "since 2016", "2016年以来" },
  { "2019-12-31/..", { 2019, 12, 31 }, { 0 }, 2019, 2019, "since the end of 2019", "2019年底以来" },
  { "../2020-10-15", { 0 }, { 2020, 10, 15 }, 2020, 2020, "up to 15 Oct 2020", "截至2020年10月15日" },
  { "../2019-12-31", { 0 }, { 2019, 12, 31 }, 2019, 2019, "up to the end of 2019", "截至2019年底" },
  { "1985/", { 1985, 1, 1 }, { 0 }, 1985, 1985, "since 1985", "1985年以来" }, { "/1985", { 0 }, { 1985, 12, 31 }, 1985, 1985, "up to 1985", "截至1985年" },
  { "2019-12-31/2020", { 2019, 12, 31 }, { 2020, 12, 31 }, 2019, 2020, "end of 2019 – 2020", "2019年底—2020年" },
  { "2019-12-31/2019", { 2019, 12, 31 }, { 2019, 12, 31 }, 2019, 2019, "end of 2019 – 2019", "2019年底—2019年" },
  { "1984~/2004-06", { 1984, 1, 1 }, { 2004, 6, 30 }, 1984, 2004, "about 1984 – Jun 2004", "1984年前后—2004年6月" },
  { "2019-21/2019-23", { 2019, 3, 1 }, { 2019, 11, 30 }, 2019, 2019, "spring 2019 – autumn 2019", "2019年春季—2019年秋季" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const Good *row = &good[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (row->text, &error);
      g_autoptr (ShanhaiPeriod) typed = shanhai_period_parse_people (row->text, NULL, NULL);
      g_autofree char *en = NULL;
      g_autofree char *zh = NULL;

      g_test_message ("%s", row->text);
      g_assert_no_error (error);
      g_assert_cmpstr (shanhai_period_get_text (period), ==, row->text);
      g_assert_true (shanhai_period_equal (period, typed));
      g_assert_cmpint (shanhai_period_get_first_day (period), ==,
                       row->from[0] == 0 ? SHANHAI_DAY_BEFORE_ALL : day (row->from[0], row->from[1], row->from[2]));
      g_assert_cmpint (shanhai_period_get_last_day (period), ==,
                       row->to[0] == 0 ? SHANHAI_DAY_AFTER_ALL : day (row->to[0], row->to[1], row->to[2]));
      g_assert_true (shanhai_period_is_open_start (period) == (row->from[0] == 0));
      g_assert_true (shanhai_period_is_open_end (period) == (row->to[0] == 0));
      g_assert_true (shanhai_period_is_span (period) == (strchr (row->text, '/') != NULL));
      g_assert_true (shanhai_period_is_approximate (period) == (strpbrk (row->text, "~%") != NULL));
      g_assert_true (shanhai_period_is_uncertain (period) == (strpbrk (row->text, "?%") != NULL));
      g_assert_cmpint (shanhai_period_get_first_year (period), ==, row->first_year);
      g_assert_cmpint (shanhai_period_get_year (period), ==, row->year);

      en = shanhai_period_format (period, SHANHAI_LANGUAGE_ENGLISH);
      zh = shanhai_period_format (period, SHANHAI_LANGUAGE_CHINESE);
      g_assert_cmpstr (en, ==, row->en);
      g_assert_cmpstr (zh, ==, row->zh);
    }
}

static void
test_far (void)
{
  static const struct { const char *text; int year; const char *en, *zh; } rows[] = {
    { "0000", 0, "1 BC", "公元前1年" }, { "-1985", -1985, "1986 BC", "公元前1986年" }, { "Y170000002", 170000002, "170000002", "170000002年" },
    { "Y-12345", -12345, "12346 BC", "公元前12346年" }, { "0033", 33, "33", "33年" }, { "-201X", -2010, "2011 BC decade", "公元前2011年代" },
  };
  g_autoptr (ShanhaiPeriod) march = shanhai_period_parse ("0000-03-01", NULL);
  g_autoptr (ShanhaiPeriod) leap = shanhai_period_parse ("0000-02-29", NULL);
  g_autoptr (ShanhaiPeriod) before = shanhai_period_parse ("-0001-12-31", NULL);
  g_autoptr (ShanhaiPeriod) huge = shanhai_period_parse ("Y999999999999999", NULL);
  g_autoptr (ShanhaiPeriod) tiny = shanhai_period_parse ("Y-999999999999999", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (rows[i].text, NULL);
      g_autofree char *en = NULL;
      g_autofree char *zh = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_nonnull (period);
      g_assert_cmpint (shanhai_period_get_year (period), ==, rows[i].year);
      en = shanhai_period_format (period, SHANHAI_LANGUAGE_ENGLISH);
      zh = shanhai_period_format (period, SHANHAI_LANGUAGE_CHINESE);
      g_assert_cmpstr (en, ==, rows[i].en);
      g_assert_cmpstr (zh, ==, rows[i].zh);
    }

  g_assert_cmpint (shanhai_period_get_first_day (march), ==, 0);
  g_assert_cmpint (shanhai_period_get_first_day (leap), ==, -1);
  g_assert_cmpint (shanhai_period_get_first_day (before), ==, -61);
  /* too far for a day number, but still between the ends of time and in order */
  g_assert_cmpint (shanhai_period_get_last_day (huge), <, SHANHAI_DAY_AFTER_ALL);
  g_assert_cmpint (shanhai_period_get_first_day (tiny), >, SHANHAI_DAY_BEFORE_ALL);
  g_assert_cmpint (shanhai_period_compare (tiny, huge), <, 0);
  g_assert_cmpint (shanhai_period_get_year (huge), ==, G_MAXINT);
}

static void
test_bad (void)
{
  static const struct { const char *text; ShanhaiPeriodError code; } bad[] = {
    { "", SHANHAI_PERIOD_ERROR_SYNTAX }, { " 2019", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019 ", SHANHAI_PERIOD_ERROR_SYNTAX }, { "19", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "201", SHANHAI_PERIOD_ERROR_SYNTAX }, { "20190", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-1", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019-12-1", SHANHAI_PERIOD_ERROR_SYNTAX }, { "20191231", SHANHAI_PERIOD_ERROR_SYNTAX }, { "/", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "../..", SHANHAI_PERIOD_ERROR_SYNTAX }, { "../", SHANHAI_PERIOD_ERROR_SYNTAX }, { "..", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019/2020/2021", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019~~", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019~?", SHANHAI_PERIOD_ERROR_SYNTAX }, { "~2019", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019~-12", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "XXXX", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2XXX", SHANHAI_PERIOD_ERROR_SYNTAX }, { "20X9", SHANHAI_PERIOD_ERROR_SYNTAX }, { "201x", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "201X-12", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-XX-31", SHANHAI_PERIOD_ERROR_SYNTAX }, { "201X/2020", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-XX/2020", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019-1X", SHANHAI_PERIOD_ERROR_SYNTAX }, { "Y2019", SHANHAI_PERIOD_ERROR_SYNTAX }, { "Y02019", SHANHAI_PERIOD_ERROR_SYNTAX }, { "Y1e9", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "Y1234567890123456", SHANHAI_PERIOD_ERROR_SYNTAX }, { "Y12345/Y12346", SHANHAI_PERIOD_ERROR_SYNTAX }, { "-0000", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019-12-31T9:30:00", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-12-31T09:30", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-12-31T09:30:00~", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019-12-31T09:30:00Z/..", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-12T09:30:00", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019-21-01", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "[2019,2020]", SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019年", SHANHAI_PERIOD_ERROR_SYNTAX }, { "２０１９", SHANHAI_PERIOD_ERROR_SYNTAX }, { "\xff", SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019-00", SHANHAI_PERIOD_ERROR_DATE }, { "2019-13", SHANHAI_PERIOD_ERROR_DATE }, { "2019-20", SHANHAI_PERIOD_ERROR_DATE }, { "2019-25", SHANHAI_PERIOD_ERROR_DATE },
    { "2019-02-29", SHANHAI_PERIOD_ERROR_DATE }, { "1900-02-29", SHANHAI_PERIOD_ERROR_DATE }, { "2019-04-31", SHANHAI_PERIOD_ERROR_DATE }, { "2019-12-00", SHANHAI_PERIOD_ERROR_DATE },
    { "2019-12-32", SHANHAI_PERIOD_ERROR_DATE }, { "2019-12-31T24:00:00", SHANHAI_PERIOD_ERROR_DATE }, { "2019-12-31T09:60:00", SHANHAI_PERIOD_ERROR_DATE },
    { "2019-12-31T09:30:60", SHANHAI_PERIOD_ERROR_DATE }, { "2019-12-31T09:30:00+24", SHANHAI_PERIOD_ERROR_DATE }, { "2014/2019-02-30", SHANHAI_PERIOD_ERROR_DATE },
    { "2020/2014", SHANHAI_PERIOD_ERROR_ORDER }, { "2019-12/2019-11", SHANHAI_PERIOD_ERROR_ORDER }, { "2019-12-31/2019-12-30", SHANHAI_PERIOD_ERROR_ORDER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (bad[i].text, &error);

      g_test_message ("row %u", i);
      g_assert_null (period);
      g_assert_error (error, SHANHAI_PERIOD_ERROR, (int) bad[i].code);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_people (void)
{
  static const struct { const char *text, *edtf; int code; } rows[] = {
    { "2019年", "2019" }, { "2019年底", "2019-12-31" }, { "2013年底", "2013-12-31" }, { "截至2019年底", "2019-12-31" }, { "截至2020年10月15日", "2020-10-15" },
    { "2016年以来", "2016/.." }, { "自2016年以来", "2016/.." }, { "2016年至今", "2016/.." }, { "2014年至2020年", "2014/2020" }, { "2014—2020年", "2014/2020" },
    { "2014-2020", "2014/2020" }, { "2019年12月", "2019-12" }, { "2019年2月底", "2019-02-28" }, { "2019年3月至5月", "2019-03/2019-05" },
    { "2020年10月1日至7日", "2020-10-01/2020-10-07" }, { "2019年上半年", "2019-01/2019-06" }, { "2019年第一季度", "2019-01/2019-03" }, { "十三五期间", "2016/2020" },
    { "二〇一九年十二月三十一日", "2019-12-31" }, { "２０１９年１月", "2019-01" }, { "2010年代", "201X" }, { "2019年春", "2019-21" }, { "约2019年", "2019~" },
    { "2019年前后", "2019~" }, { "截止2019年底", "2019-12-31" }, { "到2020年为止", "../2020" },
    { "去年", "2019" }, { "去年底", "2019-12-31" }, { "今年以来", "2020/.." }, { "前年", "2018" }, { "明年", "2021" }, { "今年10月", "2020-10" }, { "截至目前", "2020-11-02" },
    { "上月", "2020-10" }, { "上个月底", "2020-10-31" }, { "本月", "2020-11" }, { "last month", "2020-10" }, { "下月", "2020-12" }, { "昨天", "2020-11-01" },
    { "今日", "2020-11-02" }, { "since last month", "2020-10/.." }, { "截至上月底", "2020-10-31" },
    { "去年上半年", "2019-01/2019-06" }, { "last year", "2019" }, { "since last year", "2019/.." }, { "end of last year", "2019-12-31" }, { "this year", "2020" },
    { "since 2016", "2016/.." }, { "from 2014 to 2020", "2014/2020" }, { "between 2014 and 2016", "2014/2016" }, { "end of 2019", "2019-12-31" }, { "the end of 2019", "2019-12-31" },
    { "by the end of 2019", "2019-12-31" }, { "as of 15 October 2020", "2020-10-15" }, { "up to 15 Oct 2020", "../2020-10-15" }, { "until 2019", "../2019" }, { "about 2019", "2019~" },
    { "Dec 2019", "2019-12" }, { "Dec. 2019", "2019-12" }, { "December 31, 2019", "2019-12-31" }, { "31 December 2019", "2019-12-31" }, { "2010s", "201X" }, { "Q1 2019", "2019-01/2019-03" },
    { "first half of 2019", "2019-01/2019-06" }, { "2019.12.31", "2019-12-31" }, { "2019/12/31", "2019-12-31" }, { "2019/12", "2019-12" }, { " 2016/.. ", "2016/.." },
    { "2019年2月29日", NULL, SHANHAI_PERIOD_ERROR_DATE }, { "2019年13月", NULL, SHANHAI_PERIOD_ERROR_DATE }, { "2019年12月0日", NULL, SHANHAI_PERIOD_ERROR_DATE },
    { "2020-02-30", NULL, SHANHAI_PERIOD_ERROR_DATE }, { "2020年至2014年", NULL, SHANHAI_PERIOD_ERROR_ORDER }, { "foo", NULL, SHANHAI_PERIOD_ERROR_SYNTAX }, { "", NULL, SHANHAI_PERIOD_ERROR_SYNTAX },
    { "2019年底底", NULL, SHANHAI_PERIOD_ERROR_SYNTAX }, { "年底", NULL, SHANHAI_PERIOD_ERROR_SYNTAX }, { "2019 Dec 99 99", NULL, SHANHAI_PERIOD_ERROR_SYNTAX },
    { "截至2016年以来", NULL, SHANHAI_PERIOD_ERROR_SYNTAX }, { "\xff", NULL, SHANHAI_PERIOD_ERROR_SYNTAX },
  };
  g_autoptr (ShanhaiPeriod) reference = shanhai_period_parse ("2020-11-02", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse_people (rows[i].text, reference, &error);

      g_test_message ("row %u", i);
      if (rows[i].edtf != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (shanhai_period_get_text (period), ==, rows[i].edtf);
        }
      else
        g_assert_error (error, SHANHAI_PERIOD_ERROR, rows[i].code);
    }
}

static void
test_relative (void)
{
  static const char * const words[] = { "去年", "今年以来", "last year", "截至目前", "since last year", "上月", "yesterday" };
  g_autoptr (ShanhaiPeriod) far = shanhai_period_parse ("Y999999999999999", NULL);
  g_autoptr (ShanhaiPeriod) start = shanhai_period_parse ("0000", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (shanhai_period_parse_people (words[i], NULL, &error));
      g_assert_error (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX);
    }

  /* years that four digits can't write */
  {
    static const struct { const char *reference, *text, *expected; } edges[] = {
      { "2020-01-01", "上月", "2019-12" }, { "2020-01-01", "昨日", "2019-12-31" }, { "2020-03-01", "昨日", "2020-02-29" },
      { "2020-12", "下月", "2021-01" }, { "2020", "上月", NULL }, { "2020-05", "昨日", NULL }, { "2020-21", "上月", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      {
        g_autoptr (ShanhaiPeriod) from = shanhai_period_parse (edges[i].reference, NULL);
        g_autoptr (ShanhaiPeriod) period = shanhai_period_parse_people (edges[i].text, from, NULL);

        g_assert_cmpstr (period != NULL ? shanhai_period_get_text (period) : NULL, ==, edges[i].expected);
      }
  }
  g_assert_null (shanhai_period_parse_people ("明年", far, NULL));
  g_assert_null (shanhai_period_parse_people ("去年", start, NULL));
}

static void
test_position (void)
{
  static const struct { const char *text; double position; } rows[] = {
    { "2019", 2019 }, { "2019-12", 2019 }, { "2019-12-31", 2019 }, { "2019-06-30", 2018 + 181 / 365.0 }, { "2020-06-30", 2019 + 182 / 366.0 }, { "2014/2020", 2020 },
    { "2016/..", 2016 }, { "../2020-10-15", 2019 + 289 / 366.0 }, { "2019-01-01", 2018 + 1 / 365.0 }, { "201X", 2019 }, { "2019-24", 2019 + 60 / 366.0 }, { "Y170000002", 170000002 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiPeriod) period = shanhai_period_parse (rows[i].text, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpfloat_with_epsilon (shanhai_period_get_position (period), rows[i].position, 1e-9);
    }
}

static void
test_relations (void)
{
  static const struct { const char *a, *b; bool overlaps, contains, contained; } rows[] = {
    { "2019", "2019-12-31", true, true, false }, { "2019", "2020", false, false, false }, { "2016/..", "2019", true, true, false }, { "2016/..", "2015", false, false, false },
    { "../2020", "2016/..", true, false, false }, { "2019", "2019", true, true, true }, { "2014/2020", "2020-12", true, true, false }, { "2014/2020", "2020-12/2021-01", true, false, false },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiPeriod) a = shanhai_period_parse (rows[i].a, NULL);
      g_autoptr (ShanhaiPeriod) b = shanhai_period_parse (rows[i].b, NULL);

      g_test_message ("%s, %s", rows[i].a, rows[i].b);
      g_assert_true (shanhai_period_overlaps (a, b) == rows[i].overlaps);
      g_assert_true (shanhai_period_overlaps (b, a) == rows[i].overlaps);
      g_assert_true (shanhai_period_contains (a, b) == rows[i].contains);
      g_assert_true (shanhai_period_contains (b, a) == rows[i].contained);
    }
}

static void
test_order (void)
{
  static const char * const ordered[] = { "../2014", "../2020", "2013-12-31", "2014-01-01", "2014", "2014-XX", "2014~", "2014/2020", "2014/..", "2019-12-31" };
  g_autoptr (ShanhaiPeriod) first = shanhai_period_parse ("2014", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        g_autoptr (ShanhaiPeriod) a = shanhai_period_parse (ordered[i], NULL);
        g_autoptr (ShanhaiPeriod) b = shanhai_period_parse (ordered[j], NULL);
        int order = shanhai_period_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_true (shanhai_period_equal (a, b) == (i == j));
      }

  g_assert_cmpint (shanhai_period_compare (first, NULL), <, 0);
  g_assert_cmpint (shanhai_period_compare (NULL, first), >, 0);
  g_assert_cmpint (shanhai_period_compare (NULL, NULL), ==, 0);
  g_assert_true (shanhai_period_equal (NULL, NULL));
  g_assert_false (shanhai_period_equal (first, NULL));
}

static void
test_boxed (void)
{
  g_autoptr (ShanhaiPeriod) period = shanhai_period_parse ("2016/..", NULL);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, SHANHAI_TYPE_PERIOD);
  g_value_set_boxed (&value, period);
  g_assert_true (shanhai_period_equal (g_value_get_boxed (&value), period));
  g_assert_true (g_value_get_boxed (&value) != period);
  g_value_unset (&value);
  g_assert_null (shanhai_period_copy (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/good", test_good);
  g_test_add_func ("/period/far", test_far);
  g_test_add_func ("/period/bad", test_bad);
  g_test_add_func ("/period/people", test_people);
  g_test_add_func ("/period/relative", test_relative);
  g_test_add_func ("/period/position", test_position);
  g_test_add_func ("/period/relations", test_relations);
  g_test_add_func ("/period/order", test_order);
  g_test_add_func ("/period/boxed", test_boxed);
  return g_test_run ();
}
