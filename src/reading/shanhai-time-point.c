/* shanhai-time-point.c - one end of a time that a line names: 2019年10月, 去年, October 2020. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

/* 一月能挣2600元: in a month, not in January */
static bool
is_each_month (const ShanhaiLine *line,
               guint              start,
               guint              end)
{
  static const guint16 verbs[] = { 0x80fd /* 能 */, 0x53ef /* 可 */, 0x6323 /* 挣 */, 0x8d5a /* 赚 */, 0x62ff /* 拿 */, 0x5c31 /* 就 */, 0x4e0b /* 下 */, 0x6536 /* 收 */ };

  if (line->chars[start] != 0x4e00 || end != start + 2)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (line->chars[end] == verbs[i])
      return true;

  return false;
}

/* 自97年起 */
static bool
follows_from (const ShanhaiLine *line,
              guint              at)
{
  return at > 0 && (line->chars[at - 1] == 0x81ea || line->chars[at - 1] == 0x4ece);
}

/* 民國88年, and where a text counts like that 108年 and 一〇八年; how long something took is seldom a hundred years */
static bool
take_era_year (const ShanhaiTimes *self,
               const ShanhaiLine  *line,
               guint              *at,
               int                *year)
{
  guint i = *at, n = 0;
  bool named = i >= 2 && line->chars[i - 1] == 0x56fd && line->chars[i - 2] == 0x6c11;

  if (self->era == 0 || (i > 0 && (shanhai_is_digit (line->chars[i - 1]) || shanhai_is_han_number (line->chars[i - 1]) || line->chars[i - 1] == '.')))
    return false;
  for (*year = 0; n < 3; n++, i++)
    {
      int digit = shanhai_is_digit (line->chars[i]) ? line->chars[i] - '0' : shanhai_time_get_han_digit (line->chars[i]);

      if (digit < 0)
        break;
      *year = *year * 10 + digit;
    }
  if (*year < (named ? 1 : follows_from (line, *at) ? 50 : 100) || *year > 150 || shanhai_is_digit (line->chars[i]) || shanhai_is_han_number (line->chars[i]))
    return false;
  if (line->chars[i] == 0x5b66)  /* 学年 */
    i++;
  if (line->chars[i] != HAN_YEAR)
    return false;

  *year += self->era;
  *at = i + 1;
  return true;
}

/* 近10年来, 七年间; no years where it is some more than so many */
static bool
take_past_years (const ShanhaiLine *line,
                 guint             *at,
                 int               *years)
{
  guint i = *at, from;
  int number = 2;

  if (line->chars[i] == HAN_NEAR)
    i++;
  from = i;
  if (line->chars[i] == 0x4e24)  /* 两 */
    i++;
  else if (!shanhai_time_take_small (line, &i, &number))
    return false;
  if (from > 0 && (shanhai_is_digit (line->chars[from - 1]) || shanhai_is_han_number (line->chars[from - 1]) || line->chars[from - 1] == '.'))
    return false;
  if (line->chars[i] == 0x4f59 || line->chars[i] == 0x591a)  /* 余, 多 */
    {
      number = 0;
      i++;
    }
  if (line->chars[i] != HAN_YEAR)
    return false;
  i++;
  if (line->chars[i] == 0x591a)
    {
      number = 0;
      i++;
    }
  if (line->chars[i] == 0x4ee5 && line->chars[i + 1] == 0x6765)  /* 以来 */
    i++;
  if (line->chars[i] != 0x6765 || line->chars[i + 1] == 0x5230)  /* 来, but not 来到 */
    return false;

  *years = number;
  *at = i + 1;
  return true;
}

/* 2009年以来，…。3年来，…: since then */
static bool
continues_since (const ShanhaiTimes *self,
                 int                 years)
{
  const ShanhaiTime *last = self->times->len > 0 ? &g_array_index (self->times, ShanhaiTime, self->times->len - 1) : NULL;

  if (last == NULL || !last->is_since || years == 0)
    return false;

  return self->today.year == 0 || ABS (self->today.year - last->first.year - years) <= 1;
}

/* 12年来，… at the head of a sentence: up to the text's own date, and from so many years before, where that is exact; else a time that no calendar knows */
void
shanhai_time_set_past (const ShanhaiTimes *self,
                       const ShanhaiLine  *line,
                       ShanhaiTimePoint   *point,
                       guint               start,
                       guint               end,
                       int                 years)
{
  guint head = line->sentences[start];

  if (continues_since (self, years))
    {
      point->first = g_array_index (self->times, ShanhaiTime, self->times->len - 1).first;
      point->last = self->today;
      point->has_year = point->is_since = true;
      return;
    }
  while (head < start && (line->chars[head] == ' ' || line->chars[head] == 0x201c))
    head++;
  point->is_unknown = years == 0 || self->today.year == 0 || head != start || line->chars[end] != ',';
  if (point->is_unknown)
    return;

  shanhai_time_set_year (point, self->today.year - years);
  point->is_since = true;
  point->is_passing = true;
}

/* (29日), 23日下午: a day of the month that was named last, or of the text's own */
static bool
take_lone_day (const ShanhaiTimes *self,
               const ShanhaiLine  *line,
               guint              *at,
               ShanhaiDay         *day)
{
  guint i = *at;

  if (!shanhai_is_digit (line->chars[i]) || (i > 0 && (shanhai_is_digit (line->chars[i - 1]) || line->chars[i - 1] == '.' || (i > 1 && line->chars[i - 1] == ',' && shanhai_is_digit (line->chars[i - 2])))) ||
      !shanhai_time_take_digits (line, &i, 2, &day->day) || day->day < 1 || day->day > 31 || line->chars[i] != HAN_DAY ||
      shanhai_rules_match_before (self->rules, line->chars + line->clauses[*at], line->chars + *at, SHANHAI_ROLE_BIT (SHANHAI_ROLE_LENGTH)) != NULL ||
      shanhai_rules_match (self->rules, line->chars + i, line->n - i, SHANHAI_ROLE_BIT (SHANHAI_ROLE_MEASURE))->length > 1)
    return false;

  day->year = self->today.year;
  day->month = self->today.month;
  if (self->times->len > 0)
    {
      const ShanhaiTime *last = &g_array_index (self->times, ShanhaiTime, self->times->len - 1);

      if (last->first.year > 0 && last->first.month > 0)
        *day = (ShanhaiDay) { last->first.year, last->first.month, day->day };
    }
  else if (day->month > 0 && self->today.day > 0 && day->day > self->today.day)
    {
      day->month = day->month > 1 ? day->month - 1 : 12;
      day->year -= day->month == 12 ? 1 : 0;
    }
  if (day->month == 0 || !shanhai_time_is_day (day))
    *day = (ShanhaiDay) { 0 };
  *at = i + 1;

  return true;
}

/* 2020-10-15, 2020/10/15, 2020.10.15 */
static bool
take_numeric_date (const ShanhaiLine *line,
                   guint             *at,
                   ShanhaiDay        *day)
{
  guint i = *at;
  guint16 sign;

  if (!shanhai_time_take_year_number (line, &i, &day->year))
    return false;
  sign = line->chars[i];
  if (sign != '-' && sign != '/' && sign != '.')
    return false;
  i++;
  if (!shanhai_time_take_digits (line, &i, 2, &day->month) || line->chars[i] != sign)
    return false;
  i++;
  if (!shanhai_time_take_digits (line, &i, 2, &day->day) || !shanhai_time_is_day (day))
    return false;

  *at = i;
  return true;
}

/* A month without its year is the last one that isn't later than the text. */
int
shanhai_time_guess_year (const ShanhaiTimes *self,
                         const ShanhaiDay   *day)
{
  if (self->year != 0)
    return self->year;
  if (self->today.year == 0)
    return self->any_year;
  if (self->today.month > 0 && day->month > self->today.month)
    return self->today.year - 1;

  return self->today.year;
}

void
shanhai_time_set_year (ShanhaiTimePoint *point,
                       int               year)
{
  point->first = point->last = (ShanhaiDay) { year, 0, 0 };
  point->has_year = true;
  point->is_unknown = year == 0;
}

void
shanhai_time_set_day (ShanhaiTimePoint *point,
                      ShanhaiDay        day)
{
  point->first = point->last = day;
  point->is_unknown = day.year == 0;
}

/* 2019年, 民國108年 */
static bool
take_written_year (ShanhaiTimes      *self,
                   const ShanhaiLine *line,
                   guint             *at,
                   int               *year)
{
  guint i = *at;

  if (shanhai_time_take_year_number (line, &i, year) && shanhai_time_take_char (line, &i, HAN_YEAR))
    {
      *at = i;
      return true;
    }

  return take_era_year (self, line, at, year);
}

/* 今天（8月20日） */
static bool
repeats_time (const ShanhaiTimes *self,
              const ShanhaiLine  *line,
              guint               at)
{
  const ShanhaiTime *last = self->times->len > 0 ? &g_array_index (self->times, ShanhaiTime, self->times->len - 1) : NULL;

  return last != NULL && at > 0 && line->chars[at - 1] == '(' && last->end + 1 == at && last->first.year > 0;
}

bool
shanhai_time_read_point (ShanhaiTimes      *self,
                         const ShanhaiLine *line,
                         guint             *at,
                         ShanhaiTimePoint  *point)
{
  guint i = *at;
  ShanhaiDay day = { 0 };
  int year;

  *point = (ShanhaiTimePoint) { .has_year = false };

  /* 近 of 近十年来 is the one word with which a time in numbers begins */
  if (!(line->classes[i] & SHANHAI_CHAR_NUMBER) && line->chars[i] != HAN_NEAR && line->chars[i] != ' ')
    return shanhai_time_read_word (self, line, at, point);

  if (take_numeric_date (line, &i, &day))
    {
      shanhai_time_set_day (point, day);
      point->has_year = true;
      *at = i;
      return true;
    }

  i = *at;
  if (take_written_year (self, line, &i, &year))
    {
      shanhai_time_set_year (point, year);
      if (line->chars[i] == 0x5ea6)  /* 年度 */
        i++;
      if (shanhai_time_take_month_day (line, &i, &point->first))
        point->last = point->first;
      *at = i;
      return true;
    }

  i = *at;
  if (shanhai_time_take_english_year (line, &i, &year))
    {
      shanhai_time_set_year (point, year);
      *at = i;
      return true;
    }

  i = *at;
  if ((i == 0 || (!shanhai_is_digit (line->chars[i - 1]) && !shanhai_is_han_number (line->chars[i - 1]))) && shanhai_time_take_month_day (line, &i, &day) && !is_each_month (line, *at, i))
    {
      day.year = repeats_time (self, line, *at) ? g_array_index (self->times, ShanhaiTime, self->times->len - 1).first.year : shanhai_time_guess_year (self, &day);
      shanhai_time_set_day (point, day);
      *at = i;
      return true;
    }

  i = *at;
  if (take_past_years (line, &i, &year))
    {
      /* 2016年至2018年…。三年来: those three */
      if (self->span_first > 0 && self->span_last - self->span_first + 1 == year)
        {
          shanhai_time_set_year (point, self->span_first);
          point->last.year = self->span_last;
          point->is_span = true;
        }
      else
        shanhai_time_set_past (self, line, point, *at, i, line->chars[*at] == HAN_NEAR ? 0 : year);
      *at = i;
      return true;
    }

  i = *at;
  if (take_lone_day (self, line, &i, &day))
    {
      shanhai_time_set_day (point, day);
      *at = i;
      return true;
    }

  return shanhai_time_read_word (self, line, at, point);
}
