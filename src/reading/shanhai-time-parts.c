/* shanhai-time-parts.c - the numbers that a time is made of. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

void
shanhai_time_skip_spaces (const ShanhaiLine *line,
                          guint             *at)
{
  while (*at < line->n && line->chars[*at] == ' ')
    ++*at;
}

/* at most `max` digits and no further one */
bool
shanhai_time_take_digits (const ShanhaiLine *line,
                          guint             *at,
                          guint              max,
                          int               *value)
{
  guint i = *at, n = 0;

  *value = 0;
  for (; n < max && shanhai_is_digit (line->chars[i]); i++, n++)
    *value = *value * 10 + line->chars[i] - '0';
  if (n == 0 || shanhai_is_digit (line->chars[i]))
    return false;

  *at = i;
  return true;
}

/* 1 … 31, in digits or 一 … 三十一 */
bool
shanhai_time_take_small (const ShanhaiLine *line,
                         guint             *at,
                         int               *value)
{
  const guint16 *c = line->chars + *at;
  guint n = 0;
  int digit;

  if (shanhai_is_digit (*c))
    return shanhai_time_take_digits (line, at, 2, value);

  *value = 0;
  digit = shanhai_time_get_han_digit (c[0]);
  if (digit > 0)
    {
      *value = digit;
      n = 1;
    }
  if (c[n] == 0x5341)  /* 十 */
    {
      *value = n == 0 ? 10 : *value * 10;
      n++;
      digit = shanhai_time_get_han_digit (c[n]);
      if (digit > 0)
        {
          *value += digit;
          n++;
        }
    }
  if (n == 0 || shanhai_is_han_number (c[n]))
    return false;

  *at += n;
  return true;
}

/* 2019, 二〇一九 */
bool
shanhai_time_take_year_number (const ShanhaiLine *line,
                               guint             *at,
                               int               *year)
{
  guint i = *at;

  if (shanhai_is_digit (line->chars[i]))
    {
      if ((i > 0 && (shanhai_is_digit (line->chars[i - 1]) || shanhai_is_letter (line->chars[i - 1]))) ||
          !shanhai_time_take_digits (line, &i, 4, year) || i - *at != 4)
        return false;
    }
  else
    {
      *year = 0;
      for (guint n = 0; n < 4; n++, i++)
        {
          int digit = shanhai_time_get_han_digit (line->chars[i]);

          if (digit < 0)
            return false;
          *year = *year * 10 + digit;
        }
    }
  if (*year < 1900 || *year > 2100)
    return false;

  *at = i;
  return true;
}

bool
shanhai_time_take_char (const ShanhaiLine *line,
                        guint             *at,
                        guint16            c)
{
  guint i = *at;

  shanhai_time_skip_spaces (line, &i);
  if (line->chars[i] != c)
    return false;

  *at = i + 1;
  return true;
}

bool
shanhai_time_take_dash (const ShanhaiLine *line,
                        guint             *at)
{
  guint i = *at;

  shanhai_time_skip_spaces (line, &i);
  switch (line->chars[i])
    {
    case '-': case '~': case 0x2014: case HAN_TO: case HAN_UNTIL:
      i++;
      break;
    default:
      return false;
    }
  if (line->chars[i] == 0x2014)
    i++;
  shanhai_time_skip_spaces (line, &i);

  *at = i;
  return true;
}

bool
shanhai_time_is_day (const ShanhaiDay *day)
{
  static const guint8 lengths[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return day->month >= 1 && day->month <= 12 && day->day >= 1 && day->day <= lengths[day->month] &&
         (day->month != 2 || day->day < 29 || g_date_is_leap_year ((GDateYear) day->year));
}

int
shanhai_time_days_in_month (int year,
                            int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* 10月, 10月15日; the year is known already */
bool
shanhai_time_take_month_day (const ShanhaiLine *line,
                             guint             *at,
                             ShanhaiDay        *day)
{
  guint i = *at;
  int month, number;

  shanhai_time_skip_spaces (line, &i);
  if (!shanhai_time_take_small (line, &i, &month) || month < 1 || month > 12 || !shanhai_time_take_char (line, &i, HAN_MONTH))
    return false;

  day->month = month;
  day->day = 0;
  shanhai_time_take_char (line, &i, HAN_SHARE);
  *at = i;

  shanhai_time_skip_spaces (line, &i);
  if (shanhai_time_take_small (line, &i, &number) && (shanhai_time_take_char (line, &i, HAN_DAY) || shanhai_time_take_char (line, &i, HAN_NUMBER)))
    {
      day->day = number;
      if (shanhai_time_is_day (day))
        *at = i;
      else
        day->day = 0;
    }

  return true;
}
