/* shanhai-period-point.c - one end of a time as people write it: 2019年底, last year. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A point becomes EDTF text. Most points are one date (2019年底 is 2019-12-31); some are a span of their own (上半年), whose ends differ. Days
 * that don't exist are written down as they were said: the parser of EDTF finds them. */

#include "shanhai-period-point.h"

#include <string.h>

#include "shanhai-fold.h"
#include "shanhai-numeral.h"

bool
shanhai_take_any (const char         **p,
                  const char * const  *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_isalpha (**words) ? shanhai_take_word (p, *words) : shanhai_take (p, *words))
      return true;

  return false;
}

/* one to `max` ASCII digits, or Chinese ones as in 二〇一九 and 十二 */
static bool
take_number (const char **p,
             int          max,
             int         *out)
{
  const char *at = *p;
  int value = 0, n = 0;

  for (; g_ascii_isdigit (*at) && n < max; at++, n++)
    value = value * 10 + (*at - '0');

  if (n == 0)
    {
      bool ten = false;
      int digit;

      for (; n < max; n++, at = g_utf8_next_char (at))
        {
          digit = shanhai_numeral_digit (g_utf8_get_char (at));
          if (digit < 0)
            break;
          value = value * 10 + digit;
        }
      /* 十, 十二, 二十, 二十一: days and months need no more */
      if (max == 2 && n <= 1 && shanhai_take (&at, "十"))
        {
          value = n == 0 ? 10 : value * 10;
          ten = true;
          digit = shanhai_numeral_digit (g_utf8_get_char (at));
          if (digit > 0)
            {
              value += digit;
              at = g_utf8_next_char (at);
            }
        }
      if (n == 0 && !ten)
        return false;
    }

  if (g_ascii_isdigit (*at))
    return false;

  *p = at;
  *out = value;
  return true;
}

static bool
take_year_digits (const char **p,
                  int         *year)
{
  const char *at = *p;

  if (!take_number (&at, 4, year) || *year < 1000)
    return false;

  *p = at;
  return true;
}

/* 去年 and last year count from the reference */
static bool
take_relative_year (ShanhaiTimeReader *self,
                    int               *year)
{
  int offset;

  if (SHANHAI_TAKE_ANY (&self->p, "去年", "上年", "last year"))
    offset = -1;
  else if (SHANHAI_TAKE_ANY (&self->p, "前年"))
    offset = -2;
  else if (SHANHAI_TAKE_ANY (&self->p, "今年", "本年度", "本年", "当年", "this year"))
    offset = 0;
  else if (SHANHAI_TAKE_ANY (&self->p, "明年", "next year"))
    offset = 1;
  else
    return false;

  if (self->reference == NULL)
    {
      self->misses_reference = true;
      return false;
    }

  /* years that EDTF writes with four digits */
  *year = CLAMP (shanhai_period_get_year (self->reference), -1, 10000) + offset;
  return *year >= 0 && *year <= 9999;
}

static int
take_english_month (const char **p)
{
  static const char * const names[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  };

  for (int i = 0; i < 12; i++)
    {
      char abbreviation[5] = { names[i][0], names[i][1], names[i][2], '\0' };

      if (shanhai_take_word (p, names[i]))
        return i + 1;
      if (shanhai_take_word (p, abbreviation) || (i == 8 && shanhai_take_word (p, "Sept")))
        {
          shanhai_take (p, ".");
          return i + 1;
        }
    }

  return 0;
}

static void
set_both (ShanhaiPoint *point,
          const char   *text)
{
  g_strlcpy (point->first, text, SHANHAI_POINT_SIZE);
  g_strlcpy (point->last, text, SHANHAI_POINT_SIZE);
}

/* numbers too large for a point are cut here, and found by the parser that gets the result */
G_GNUC_PRINTF (2, 3)
static void
print_both (ShanhaiPoint *point,
            const char   *format,
            ...)
{
  char text[SHANHAI_POINT_SIZE];
  va_list args;

  va_start (args, format);
  g_vsnprintf (text, sizeof text, format, args);
  va_end (args);
  set_both (point, text);
}

static void
print_date (ShanhaiPoint *point)
{
  if (point->day > 0)
    print_both (point, "%04d-%02d-%02d", point->year, point->month, point->day);
  else if (point->month > 0)
    print_both (point, "%04d-%02d", point->year, point->month);
  else
    print_both (point, "%04d", point->year);
}

static void
set_day (ShanhaiPoint *point,
         int           month,
         int           day)
{
  point->month = month;
  point->day = day;
  print_date (point);
}

static void
set_months (ShanhaiPoint *point,
            int           first,
            int           last)
{
  g_snprintf (point->first, SHANHAI_POINT_SIZE, "%04d-%02d", point->year, first);
  g_snprintf (point->last, SHANHAI_POINT_SIZE, "%04d-%02d", point->year, last);
}

/* 第一季度, 一季度, Q1 → 1 … 4 */
static int
take_quarter (const char **p)
{
  const char *at = *p;
  int quarter;

  if (g_ascii_toupper (*at) == 'Q' && at[1] >= '1' && at[1] <= '4' && !g_ascii_isalnum (at[2]))
    {
      *p = at + 2;
      return at[1] - '0';
    }

  shanhai_take (&at, "第");
  if (!take_number (&at, 1, &quarter) || quarter < 1 || quarter > 4 || !shanhai_take (&at, "季度"))
    return 0;

  *p = at;
  return quarter;
}

/* a half (1, 2), from 上半年 or H1 */
static int
take_half (const char **p)
{
  if (SHANHAI_TAKE_ANY (p, "上半年", "first half of") || shanhai_take (p, "H1 "))
    return 1;
  if (SHANHAI_TAKE_ANY (p, "下半年", "second half of") || shanhai_take (p, "H2 "))
    return 2;
  return 0;
}

static int
take_season (const char **p)
{
  static const char * const names[4][4] = {
    { "春季", "春天", "春", "spring" }, { "夏季", "夏天", "夏", "summer" },
    { "秋季", "秋天", "秋", "autumn" }, { "冬季", "冬天", "冬", "winter" },
  };

  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      if (j < 3 ? shanhai_take (p, names[i][j]) : shanhai_take_word (p, names[i][j]))
        return 21 + i;

  return shanhai_take_word (p, "fall") ? 23 : 0;
}

/* 五年规划: the Nth plan runs for five years from 5N + 1951 (十三五: 2016–2020) */
static bool
take_plan (const char   **p,
           ShanhaiPoint  *point)
{
  const char *at = *p;
  bool quoted = shanhai_take (&at, "“");
  int number;

  if (!take_number (&at, 2, &number) || number < 6 || number > 30 || !shanhai_take (&at, "五"))
    return false;
  if (quoted)
    shanhai_take (&at, "”");
  SHANHAI_TAKE_ANY (&at, "时期", "期间");

  g_snprintf (point->first, SHANHAI_POINT_SIZE, "%04d", 1951 + 5 * number);
  g_snprintf (point->last, SHANHAI_POINT_SIZE, "%04d", 1955 + 5 * number);
  point->year = 1955 + 5 * number;
  point->has_year = true;
  *p = at;
  return true;
}

/* what follows 年: a part of the year, a month, a day */
static void
read_rest_of_chinese (ShanhaiTimeReader *self,
                      ShanhaiPoint      *point)
{
  const char *at;
  int part;

  shanhai_skip_spaces (&self->p);
  at = self->p;

  if (SHANHAI_TAKE_ANY (&self->p, "年底", "年末", "底", "末"))
    set_day (point, 12, 31);
  else if (SHANHAI_TAKE_ANY (&self->p, "年初", "初"))
    set_day (point, 1, 1);
  else if (SHANHAI_TAKE_ANY (&self->p, "某月"))
    print_both (point, "%04d-XX", point->year);
  else if (SHANHAI_TAKE_ANY (&self->p, "某日"))
    print_both (point, "%04d-XX-XX", point->year);
  else if ((part = take_half (&self->p)) > 0)
    set_months (point, part == 1 ? 1 : 7, part == 1 ? 6 : 12);
  else if ((part = take_quarter (&self->p)) > 0)
    set_months (point, 3 * part - 2, 3 * part);
  else if ((part = take_season (&self->p)) > 0)
    print_both (point, "%04d-%02d", point->year, part);
  else if (take_number (&at, 2, &part) && (shanhai_take (&at, "月份") || shanhai_take (&at, "月")))
    {
      self->p = at;
      point->month = part;
      print_date (point);

      shanhai_skip_spaces (&at);
      if (SHANHAI_TAKE_ANY (&at, "底", "末"))
        {
          if (part >= 1 && part <= 12)
            set_day (point, part, shanhai_days_in_month (point->year, part));
          self->p = at;
        }
      else if (SHANHAI_TAKE_ANY (&at, "某日"))
        {
          print_both (point, "%04d-%02d-XX", point->year, point->month);
          self->p = at;
        }
      else if (take_number (&at, 2, &part) && (shanhai_take (&at, "日") || shanhai_take (&at, "号")))
        {
          set_day (point, point->month, part);
          if (part == 0)
            print_both (point, "%04d-%02d-00", point->year, point->month);
          self->p = at;
        }
    }
}

/* 2019.12.31, 2019/12/31, 2019-12-31 */
static bool
read_numeric_date (ShanhaiTimeReader *self,
                   ShanhaiPoint      *point)
{
  const char *at = self->p;
  int year, month, day;
  char separator;

  if (!take_year_digits (&at, &year))
    return false;
  separator = *at;
  if (separator != '.' && separator != '/' && separator != '-')
    return false;
  at++;
  /* 2014-2020 and 2014/2020 are spans */
  if (!g_ascii_isdigit (*at) || !take_number (&at, 2, &month))
    return false;

  point->year = year;
  point->month = month;
  point->has_year = true;
  if (*at == separator && g_ascii_isdigit (at[1]))
    {
      at++;
      if (!take_number (&at, 2, &day))
        return false;
      point->day = day;
      print_both (point, "%04d-%02d-%02d", year, month, day);
    }
  else
    print_date (point);

  self->p = at;
  return true;
}

static bool
take_english_year (ShanhaiTimeReader *self,
                   ShanhaiPoint      *point)
{
  shanhai_skip_spaces (&self->p);
  shanhai_take (&self->p, ",");
  shanhai_skip_spaces (&self->p);
  if (!take_year_digits (&self->p, &point->year) && !take_relative_year (self, &point->year))
    return false;

  point->has_year = true;
  return true;
}

/* 31 Dec 2019, Dec 2019, December 31, 2019, end of 2019, spring 2019, Q1 2019, first half of 2019, a day of Dec 2019 */
static bool
read_english (ShanhaiTimeReader *self,
              ShanhaiPoint      *point)
{
  const char *start = self->p;
  int part, day = 0;
  bool some_day, some_month;

  SHANHAI_TAKE_ANY (&self->p, "the");
  shanhai_skip_spaces (&self->p);

  if (SHANHAI_TAKE_ANY (&self->p, "end of", "end") && (shanhai_take (&self->p, "-") || true) && take_english_year (self, point))
    {
      set_day (point, 12, 31);
      return true;
    }
  if (SHANHAI_TAKE_ANY (&self->p, "beginning of", "start of") && take_english_year (self, point))
    {
      set_day (point, 1, 1);
      return true;
    }
  if ((part = take_half (&self->p)) > 0 && take_english_year (self, point))
    {
      set_months (point, part == 1 ? 1 : 7, part == 1 ? 6 : 12);
      return true;
    }
  if ((part = take_quarter (&self->p)) > 0 && take_english_year (self, point))
    {
      set_months (point, 3 * part - 2, 3 * part);
      return true;
    }
  if (g_ascii_isalpha (*self->p) && (part = take_season (&self->p)) > 0 && take_english_year (self, point))
    {
      print_both (point, "%04d-%02d", point->year, part);
      return true;
    }

  self->p = start;
  some_day = shanhai_take_word (&self->p, "a day of");
  some_month = !some_day && shanhai_take_word (&self->p, "a month of");
  shanhai_skip_spaces (&self->p);
  if (!some_day && !some_month && g_ascii_isdigit (*self->p) && take_number (&self->p, 2, &day))
    shanhai_skip_spaces (&self->p);

  part = take_english_month (&self->p);
  if (part > 0 && day == 0 && !some_day)
    {
      const char *at = self->p;

      shanhai_skip_spaces (&at);
      if (take_number (&at, 2, &day) && (*at == ',' || *at == ' '))
        self->p = at;
      else
        day = 0;
    }

  if ((part > 0 || some_day || some_month) && take_english_year (self, point))
    {
      if (some_month || (some_day && part == 0))
        print_both (point, some_day ? "%04d-XX-XX" : "%04d-XX", point->year);
      else if (some_day)
        print_both (point, "%04d-%02d-XX", point->year, part);
      else
        set_day (point, part, day);
      return true;
    }

  self->p = start;
  return false;
}

/* 2010s, 2010年代 */
static bool
read_decade (ShanhaiTimeReader *self,
             ShanhaiPoint      *point)
{
  const char *at = self->p;
  int year;

  if (!take_year_digits (&at, &year) || year % 10 != 0 || (!shanhai_take_word (&at, "s") && !shanhai_take (&at, "年代")))
    return false;

  point->year = year;
  point->has_year = true;
  print_both (point, "%03dX", year / 10);
  self->p = at;
  return true;
}

/* the day or month of the reference */
static bool
read_present (ShanhaiTimeReader *self,
              ShanhaiPoint      *point)
{
  const char *at = self->p;

  if (!SHANHAI_TAKE_ANY (&at, "目前", "现在", "当前", "now", "today"))
    return false;
  if (self->reference == NULL)
    {
      self->misses_reference = true;
      return false;
    }
  if (strlen (self->reference->text) >= SHANHAI_POINT_SIZE || self->reference->is_span)
    print_both (point, "%04d", shanhai_period_get_year (self->reference));
  else
    set_both (point, self->reference->text);

  point->has_year = true;
  self->p = at;
  return true;
}

/* 上月 and yesterday count from the month and the day of the reference, where it says them */
static bool
read_relative_date (ShanhaiTimeReader *self,
                    ShanhaiPoint      *point)
{
  const char *at = self->p;
  const ShanhaiMoment *from = self->reference != NULL ? &self->reference->start : NULL;
  int months = 0, days = 0, month;
  bool is_day = false;

  if (SHANHAI_TAKE_ANY (&at, "上个月", "上月", "last month"))
    months = -1;
  else if (SHANHAI_TAKE_ANY (&at, "下个月", "下月", "next month"))
    months = 1;
  else if (SHANHAI_TAKE_ANY (&at, "昨天", "昨日", "yesterday"))
    days = -1, is_day = true;
  else if (SHANHAI_TAKE_ANY (&at, "今天", "今日"))
    is_day = true;
  else if (!SHANHAI_TAKE_ANY (&at, "这个月", "本月", "当月", "this month"))
    return false;

  if (from == NULL || from->month < 1 || from->month > 12 || (is_day && from->day == 0))
    {
      self->misses_reference = true;
      return false;
    }

  /* the last day of the month before, where the day is the first */
  if (is_day && from->day + days == 0)
    months = -1;
  month = from->month - 1 + months;
  point->year = (int) from->year + (month < 0 ? -1 : month / 12);
  point->month = (month + 12) % 12 + 1;
  if (point->year < 0 || point->year > 9999)
    return false;
  if (is_day && months == 0)
    point->day = from->day + days;
  else if (is_day || SHANHAI_TAKE_ANY (&at, "底", "末"))
    point->day = shanhai_days_in_month (point->year, point->month);

  point->has_year = true;
  print_date (point);
  self->p = at;
  return true;
}

/* a date without its year, 5月 or 7日, behind one that has it */
static bool
read_continued (ShanhaiTimeReader  *self,
                const ShanhaiPoint *before,
                ShanhaiPoint       *point)
{
  const char *start = self->p;
  int day;

  point->year = before->year;
  print_date (point);
  read_rest_of_chinese (self, point);
  if (self->p != start)
    return true;

  if (before->day > 0 && take_number (&self->p, 2, &day) && (shanhai_take (&self->p, "日") || shanhai_take (&self->p, "号")))
    {
      set_day (point, before->month, day);
      return true;
    }

  self->p = start;
  return false;
}

bool
shanhai_point_read (ShanhaiTimeReader  *self,
                    const ShanhaiPoint *before,
                    ShanhaiPoint       *point)
{
  const char *start;

  shanhai_skip_spaces (&self->p);
  start = self->p;
  *point = (ShanhaiPoint) { .year = 0 };

  if (read_present (self, point) || read_relative_date (self, point) || take_plan (&self->p, point) || read_decade (self, point) ||
      read_numeric_date (self, point) || read_english (self, point))
    return true;

  self->p = start;
  if (take_relative_year (self, &point->year))
    {
      point->has_year = true;
      print_date (point);
      read_rest_of_chinese (self, point);
      return true;
    }
  if (take_year_digits (&self->p, &point->year))
    {
      point->has_year = true;
      print_date (point);
      shanhai_skip_spaces (&self->p);
      /* 2014 alone is the first year of 2014—2020年 */
      if (shanhai_take (&self->p, "年"))
        {
          shanhai_take (&self->p, "度");
          read_rest_of_chinese (self, point);
        }
      return true;
    }

  self->p = start;
  return before != NULL && before->has_year && read_continued (self, before, point);
}
