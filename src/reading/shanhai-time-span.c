/* shanhai-time-span.c - how far a time reaches: 年底, 以来, 至2019年, 1-9月. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

#define SUFFIX_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_END) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_BEGIN) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_PART) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_SINCE))

/* 年底, 初, 上半年, 以来 behind a time */
void
shanhai_time_read_suffix (ShanhaiTimes      *self,
                          const ShanhaiLine *line,
                          guint             *at,
                          ShanhaiTimePoint  *point,
                          bool              *since)
{
  for (;;)
    {
      guint i = *at;
      const ShanhaiRule *rule;

      shanhai_time_skip_spaces (line, &i);
      /* “ 十四五 ” 以来 */
      if (point->is_span && line->chars[i] == 0x201d)
        {
          i++;
          shanhai_time_skip_spaces (line, &i);
        }
      rule = shanhai_rules_match (self->rules, line->chars + i, line->n - i, SUFFIX_ROLES);
      if (rule == NULL || *since)
        return;

      if (rule->role == SHANHAI_ROLE_SINCE)
        {
          guint next = i + rule->length;

          /* 来 of 来到 and 来 源 is another word */
          shanhai_time_skip_spaces (line, &next);
          if (rule->length == 1 && shanhai_is_han (line->chars[next]) && line->chars[i] == 0x6765)
            return;
          /* 至今年3月 isn't 至今 */
          if (line->chars[i + rule->length - 1] == 0x4eca && (line->chars[i + rule->length] == HAN_YEAR || line->chars[i + rule->length] == HAN_DAY))
            return;
          *since = true;
        }
      else if (point->first.day == 0 && !point->is_unknown)
        {
          if (rule->role == SHANHAI_ROLE_END)
            {
              if (point->last.month == 0)
                point->last.month = 12;
              point->last.day = shanhai_time_days_in_month (point->last.year, point->last.month);
              point->first = point->last;
            }
          else if (rule->role == SHANHAI_ROLE_PART && point->first.month == 0)
            {
              point->first.month = rule->number;
              point->last.month = rule->number_hi;
            }
        }
      *at = i + rule->length;
    }
}

/* 至今, – 2019年, – 9月, – 20日 */
void
shanhai_time_read_range_end (ShanhaiTimes      *self,
                             const ShanhaiLine *line,
                             guint              start,
                             guint             *at,
                             ShanhaiTimePoint  *point,
                             bool              *since)
{
  guint i = *at;
  ShanhaiTimePoint end;
  int number, year = self->year;
  bool found;

  if (!shanhai_time_take_dash (line, &i) && !shanhai_time_take_english_dash (line, start, &i))
    return;

  if (point->first.day > 0)
    {
      guint k = i;

      if (shanhai_time_take_small (line, &k, &number) && (shanhai_time_take_char (line, &k, HAN_DAY) || shanhai_time_take_char (line, &k, HAN_NUMBER)))
        {
          point->last.day = number;
          if (shanhai_time_is_day (&point->last))
            *at = k;
          else
            point->last = point->first;
          return;
        }
    }
  /* 2013年4月至5月: of the same year, whatever the text's own is */
  if (point->has_year)
    self->year = point->first.year;
  found = shanhai_time_read_point (self, line, &i, &end);
  self->year = year;
  if (!found)
    return;
  if (end.is_now)
    {
      *since = true;
      *at = i;
      return;
    }
  if (end.is_unknown)
    return;
  if (!end.has_year && point->first.year > 0)
    end.last.year = point->first.year;
  if (end.last.year < point->first.year)
    return;
  point->last = end.last;
  point->is_range = true;
  shanhai_time_read_suffix (self, line, &i, &end, since);
  if (end.last.day > 0)
    point->last = end.last;
  *at = i;
}

/* 109至110年, where the text counts like that */
static bool
read_era_range (const ShanhaiTimes *self,
                const ShanhaiLine  *line,
                guint              *at,
                ShanhaiTimePoint   *point)
{
  int years[2] = { 0, 0 };
  guint i = *at;

  if (self->era == 0 || (i > 0 && shanhai_is_digit (line->chars[i - 1])))
    return false;
  for (guint n = 0; n < 2; n++)
    {
      guint start = i;

      while (shanhai_is_digit (line->chars[i]) && i < start + 3)
        years[n] = years[n] * 10 + line->chars[i++] - '0';
      if (years[n] < 50 || years[n] > 150 || (n == 0 && !shanhai_time_take_dash (line, &i)))
        return false;
    }
  if (line->chars[i] != HAN_YEAR || years[1] < years[0])
    return false;

  shanhai_time_set_year (point, years[0] + self->era);
  point->last.year = years[1] + self->era;
  *at = i + 1;
  return true;
}

/* 2016-2019年, 1-9月: the sign of time stands behind the second alone */
bool
shanhai_time_read_short_range (ShanhaiTimes      *self,
                               const ShanhaiLine *line,
                               guint             *at,
                               ShanhaiTimePoint  *point)
{
  guint i = *at;
  int from, to;

  *point = (ShanhaiTimePoint) { .has_year = false };
  if (read_era_range (self, line, at, point))
    return true;
  if (shanhai_time_take_year_number (line, &i, &from))
    {
      if (!shanhai_time_take_dash (line, &i) || !shanhai_time_take_year_number (line, &i, &to) || to < from)
        return false;
      if (line->chars[i] == 0x5b66)  /* 学年 */
        i++;
      if (!shanhai_time_take_char (line, &i, HAN_YEAR) && line->is_chinese)
        return false;
      shanhai_time_set_year (point, from);
      point->last.year = to;
      point->is_range = true;
      *at = i;
      return true;
    }

  i = *at;
  if ((i == 0 || (!shanhai_is_digit (line->chars[i - 1]) && line->chars[i - 1] != '.')) && shanhai_time_take_small (line, &i, &from) && shanhai_time_take_dash (line, &i) &&
      shanhai_time_take_small (line, &i, &to) &&
      shanhai_time_take_char (line, &i, HAN_MONTH) && from >= 1 && from < to && to <= 12)
    {
      ShanhaiDay day = { 0, to, 0 };

      day.year = shanhai_time_guess_year (self, &day);
      shanhai_time_set_day (point, day);
      point->first.month = from;
      *at = i;
      return true;
    }

  return false;
}

/* 10:48, 10:48:06, 8时30分, 8点半 */
bool
shanhai_time_take_clock (const ShanhaiLine *line,
                         guint             *at)
{
  guint i = *at;
  int number;

  if ((i > 0 && (shanhai_is_digit (line->chars[i - 1]) || line->chars[i - 1] == '.' || shanhai_is_han_number (line->chars[i - 1]))) ||
      !shanhai_time_take_small (line, &i, &number) || number > 24)
    return false;

  if (line->chars[i] == ':' && shanhai_is_digit (line->chars[i + 1]) && shanhai_is_digit (line->chars[i + 2]) && !shanhai_is_digit (line->chars[i + 3]))
    {
      i += 3;
      if (line->chars[i] == ':' && shanhai_is_digit (line->chars[i + 1]) && shanhai_is_digit (line->chars[i + 2]))
        i += 3;
      *at = i;
      return true;
    }
  if ((line->chars[i] == HAN_HOUR && line->chars[i + 1] != 0x95f4) || line->chars[i] == HAN_POINT)
    {
      guint k = ++i;

      if (line->chars[i - 1] == HAN_POINT && shanhai_is_han_digit (line->chars[i]))
        return false;
      if (shanhai_time_take_small (line, &k, &number) && number < 60 && shanhai_time_take_char (line, &k, HAN_MINUTE))
        i = k;
      *at = i;
      return true;
    }

  return false;
}
