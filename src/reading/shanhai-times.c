/* shanhai-times.c - the times that a line names, resolved against the text's own date. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time is a point (shanhai-time-point.h), words behind it (年底, 以来), and perhaps a second point: 6月18日至19日. */

#include "shanhai-time-point.h"

#include <string.h>

/* characters between a year and the 以来 that belongs to it */
#define MAX_SINCE 40
/* characters of the heading of a section */
#define MAX_SECTION 40
/* characters from 对 to the time of what it speaks of */
#define MAX_OBJECT 12
#define HAN_TOWARDS 0x5bf9 /* 对 */
/* characters of a deed, 搬来后, after which all else is */
#define MAX_DEED 16
#define HAN_AFTER 0x540e /* 后 */
#define HAN_WHOLE 0x5168 /* 全 */
/* characters from a day to the word that says that something was told on it */
#define MAX_TOLD 30
/* characters before the date of a line that is a heading: 时间: */
#define MAX_DATE_AT 6
/* lines at its beginning among which a text has its title */
#define TITLE_LINES 6

#define SUFFIX_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_END) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_BEGIN) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_PART) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_SINCE))

/* characters with which a time can begin */
#define TIME_CLASSES (SHANHAI_CHAR_NUMBER | SHANHAI_CHAR_TIME)

/* 年底, 初, 上半年, 以来 behind a time */
static void
read_suffix (ShanhaiTimes      *self,
             const ShanhaiLine *line,
             guint             *at,
             ShanhaiTimePoint             *point,
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
static void
read_range_end (ShanhaiTimes      *self,
                const ShanhaiLine *line,
                guint              start,
                guint             *at,
                ShanhaiTimePoint             *point,
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
  read_suffix (self, line, &i, &end, since);
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
static bool
read_short_range (ShanhaiTimes      *self,
                  const ShanhaiLine *line,
                  guint             *at,
                  ShanhaiTimePoint             *point)
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

static char *
put_number (char *p,
            int   number,
            int   digits)
{
  for (int i = digits; i > 0; i--, number /= 10)
    p[i - 1] = (char) ('0' + number % 10);

  return p + digits;
}

/* at most ten characters */
static char *
put_day (char             *p,
         const ShanhaiDay *day)
{
  p = put_number (p, day->year, 4);
  if (day->month > 0)
    {
      *p++ = '-';
      p = put_number (p, day->month, 2);
    }
  if (day->month > 0 && day->day > 0)
    {
      *p++ = '-';
      p = put_number (p, day->day, 2);
    }

  return p;
}

static bool
same_day (const ShanhaiDay *a,
          const ShanhaiDay *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

static const char *
format_span (ShanhaiTimes     *self,
             const ShanhaiDay *first,
             const ShanhaiDay *last)
{
  char buffer[24], *p = put_day (buffer, first);

  if (last == NULL || last->year == 0)
    p = g_stpcpy (p, "/..");
  else if (!same_day (first, last))
    {
      *p++ = '/';
      p = put_day (p, last);
    }
  *p = '\0';

  return g_string_chunk_insert_const (self->strings, buffer);
}

const char *
shanhai_times_span (ShanhaiTimes      *self,
                    const ShanhaiTime *from,
                    const ShanhaiTime *to)
{
  ShanhaiDay first = { from->first.year, 0, 0 }, last = { to->last.year, 0, 0 };

  if (first.year == 0 || last.year < first.year)
    return NULL;

  return format_span (self, &first, &last);
}

const char *
shanhai_times_day (ShanhaiTimes     *self,
                   const ShanhaiDay *day)
{
  return format_span (self, day, day);
}

static void
mark (ShanhaiLine *line,
      guint        start,
      guint        end)
{
  memset (line->marks + start, SHANHAI_MARK_TIME, end - start);
}

/* 10:48, 10:48:06, 8时30分, 8点半 */
static bool
take_clock (const ShanhaiLine *line,
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

/* where one of them says less, only what both say is compared */
static int
compare_days (const ShanhaiDay *a,
              const ShanhaiDay *b)
{
  if (a->year != b->year)
    return a->year - b->year;
  if (a->month == 0 || b->month == 0 || a->month != b->month)
    return a->month == 0 || b->month == 0 ? 0 : a->month - b->month;

  return a->day == 0 || b->day == 0 ? 0 : a->day - b->day;
}

static bool
starts_clause (const ShanhaiLine *line,
               guint              start)
{
  guint i = line->clauses[start];

  while (i < start && (line->chars[i] == ' ' || line->chars[i] == '(' || line->chars[i] == 0x201c || line->chars[i] == 0x2014))
    i++;

  /* 截至, 自, 从, 到了, 仅, 据统计 */
  return start - i <= 3;
}

/* 2017年，院方…至今提供: from the time with which the sentence began */
static bool
begin_before (const ShanhaiTimes *self,
              const ShanhaiLine  *line,
              ShanhaiTimePoint   *point,
              guint               start)
{
  const ShanhaiTime *last = self->times->len > 0 ? &g_array_index (self->times, ShanhaiTime, self->times->len - 1) : NULL;

  if (last == NULL || !last->is_topic || line->sentences[last->start] != line->sentences[start] || last->first.year == 0)
    return false;

  point->first = last->first;
  return true;
}

/* 比2018年, 31 percent more than in 2022 */
static bool
is_compared (const ShanhaiTimes *self,
             const ShanhaiLine  *line,
             guint               start)
{
  guint end = start > 0 && !line->is_chinese && line->chars[start - 1] == ' ' ? start - 1 : start;
  const ShanhaiRule *rule = shanhai_rules_match_before (self->rules, line->chars + line->clauses[start], line->chars + end, SHANHAI_ROLE_BIT (SHANHAI_ROLE_THAN));

  /* up 5.3 percent from 2012, two trillion yuan over last year */
  if (!line->is_chinese && (shanhai_time_stands_behind (line, start, " percent from ") || shanhai_time_stands_behind (line, start, "% from ") ||
                            shanhai_time_stands_behind (line, start, " over ")))
    return true;

  return rule != NULL && (!(rule->flags & SHANHAI_RULE_LATIN) || end == rule->length || !shanhai_is_letter (line->chars[end - rule->length - 1]));
}

/* 2019年3月，审计局对西河县2016年至2018年的资金…: what is done has a time already, this is that of what it is done to */
static bool
is_of_object (const ShanhaiTimes *self,
              const ShanhaiLine  *line,
              guint               start)
{
  const ShanhaiTime *last = self->times->len > 0 ? &g_array_index (self->times, ShanhaiTime, self->times->len - 1) : NULL;
  guint from = MAX (line->clauses[start], start > MAX_OBJECT ? start - MAX_OBJECT : 0);

  if (last == NULL || !last->is_topic || line->sentences[last->start] != line->sentences[start])
    return false;
  for (guint i = from; i < start; i++)
    if (line->chars[i] == HAN_TOWARDS && i + 1 < start && line->chars[i + 1] != 0x53e3 /* 对口 */)
      return true;

  return false;
}

/* 不变价, 可比价, 总量 and 水平 behind a time: what is measured by it */
static bool
is_of_value (const ShanhaiLine *line,
             guint              end)
{
  static const guint16 words[][2] = { { 0x4e0d, 0x53d8 } /* 不变 */, { 0x53ef, 0x6bd4 } /* 可比 */, { 0x603b, 0x91cf } /* 总量 */, { 0x6c34, 0x5e73 } /* 水平 */ };
  guint i = end;

  if (line->chars[i] == HAN_WHOLE && line->chars[i + 1] == HAN_YEAR)
    i += 2;
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (line->chars[i] == words[k][0] && line->chars[i + 1] == words[k][1])
      return true;

  return false;
}

static bool
is_date_sign (guint16 c)
{
  return c == '-' || c == '/' || c == '.';
}

/* 2012年搬来后，一家人种了茶: what comes is later, nobody says when */
static bool
is_before_all (const ShanhaiLine *line,
               guint              start,
               guint              end)
{
  guint i = end;

  if (!line->is_chinese || !starts_clause (line, start))
    return false;
  while (i < line->n && i < end + MAX_DEED && line->chars[i] != ',')
    i++;

  return i > end && line->chars[i] == ',' && line->clauses[i] == line->clauses[start] && line->chars[i - 1] == HAN_AFTER;
}

/* 10月14日从县里获悉: the day of the news, not that of what it tells */
static bool
is_of_telling (const ShanhaiTimes     *self,
               const ShanhaiLine      *line,
               const ShanhaiTimePoint *point,
               guint                   start,
               guint                   end)
{
  guint limit = MIN (line->n, end + MAX_TOLD);
  guint clause = line->chars[end] == ',' ? end + 1 : end;

  if (point->is_now || point->first.day == 0 || compare_days (&point->first, &point->last) != 0)
    return false;
  for (guint i = clause; i < limit && line->clauses[i] == line->clauses[clause]; i++)
    if ((shanhai_chars[line->chars[i]].roles & SHANHAI_ROLE_BIT (SHANHAI_ROLE_TOLD)) &&
        shanhai_rules_match (self->rules, line->chars + i, limit - i, SHANHAI_ROLE_BIT (SHANHAI_ROLE_TOLD)) != NULL)
      return true;

  return false;
}

static void
finish_time (ShanhaiTimes *self,
             ShanhaiLine  *line,
             ShanhaiTimePoint        *point,
             guint         start,
             guint         end,
             bool          since)
{
  ShanhaiTime time = { .start = start, .end = end };
  guint next = end;

  shanhai_time_skip_spaces (line, &next);
  time.is_compared = point->is_mute || is_compared (self, line, start) || is_of_object (self, line, start) || (!since && is_of_telling (self, line, point, start, end));
  /* （2010年不变价）, 达到去年全年总量 */
  if (is_of_value (line, end))
    time.is_compared = true;
  /* 是2019年的2.3倍 */
  if (line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x662f || line->chars[start - 1] == 0x4e3a))
    time.is_compared = true;
  time.is_inner = line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x4ece || line->chars[start - 1] == 0x7531);
  /* 2020-10-15 10:48 来源: the line's own date */
  if (point->has_year && point->first.day > 0 && start <= MAX_DATE_AT && shanhai_is_digit (line->chars[start]) && is_date_sign (line->chars[start + 4]))
    time.is_compared = true;
  time.is_span = point->is_span;
  time.is_passing = point->is_passing || (point->is_now && !point->is_onwards);
  time.is_topic = starts_clause (line, start) && (since || line->chars[next] == ',' || line->chars[next] == ':' || (point->is_range && line->sentences[start] == start));
  if (!point->is_unknown)
    {
      /* 至今 of 今年至今; 1994年至2018年以来 has its end already */
      if (since && ((point->has_year && point->is_now) || point->is_range))
        since = false;
      if (point->is_onwards)
        since = begin_before (self, line, point, start);
      time.is_since = since;
      time.first = point->first;
      time.last = since ? self->today : point->last;
      /* from a later day than the text's own, or a half of a sentence that runs backwards: no span */
      if (time.last.year != 0 && compare_days (&time.first, &time.last) > 0)
        time.last = since ? (ShanhaiDay) { 0 } : time.first;
      time.text = !since && is_before_all (line, start, end) ? NULL : format_span (self, &time.first, &time.last);
      time.is_plain_year = point->has_year && !point->is_relative && !since && time.first.month == 0 && time.last.year == time.first.year;
      time.is_full = point->has_year && point->first.day > 0;
      time.is_between = !since && !point->is_span && time.first.year > 0 && time.first.month == 0 && time.last.year > time.first.year;
      if (point->has_year && !since && !time.is_compared)
        {
          self->year = point->first.year;
          if (time.is_topic)
            self->any_year = self->year;
          self->year_sentence = point->is_relative ? line->sentences[start] : G_MAXUINT;
        }
      if (time.is_between)
        {
          self->span_first = time.first.year;
          self->span_last = time.last.year;
        }
    }
  g_array_append_val (self->times, time);
  mark (line, start, end);
}

/* 自1995年对口支援以来, 1995年结对以来: other words stand between */
static bool
begins_since (const ShanhaiTimes *self,
              const ShanhaiLine  *line,
              guint               start,
              guint               end)
{
  if (!starts_clause (line, start) && (start == 0 || (line->chars[start - 1] != 0x81ea && line->chars[start - 1] != 0x4ece)))
    return false;
  for (guint i = end; i < line->n && i < end + MAX_SINCE && line->clauses[i] == line->clauses[start] && !shanhai_is_digit (line->chars[i]); i++)
    if (line->chars[i] == 0x4ee5 && line->chars[i + 1] == 0x6765)
      return true;

  return false;
}

static bool
read_time (ShanhaiTimes *self,
           ShanhaiLine  *line,
           guint        *at)
{
  guint i = *at, start = *at;
  ShanhaiTimePoint point;
  bool since = false;

  if (!(line->classes[i] & SHANHAI_CHAR_NUMBER) || !read_short_range (self, line, &i, &point))
    {
      if (!shanhai_time_read_point (self, line, &i, &point))
        return false;
      since = point.is_since;
      if (!line->is_chinese)
        start = shanhai_time_read_english_prefix (line, *at, &point, &since);
      read_suffix (self, line, &i, &point, &since);
      if (!since && !point.is_now && (point.first.year > 0 || point.first.month > 0) && line->chars[i] != HAN_OF)
        read_range_end (self, line, *at, &i, &point, &since);
    }
  if (!since)
    read_suffix (self, line, &i, &point, &since);
  since = since || (!point.is_unknown && !point.is_now && point.first.year > 0 && begins_since (self, line, *at, i));

  finish_time (self, line, &point, start, i, since);
  *at = i;
  return true;
}

/* (nullable): the line's time, when it has but one and that is a year or years */
static const ShanhaiTime *
get_only_year (ShanhaiTimes *self)
{
  const ShanhaiTime *time = self->times->len == 1 ? &g_array_index (self->times, ShanhaiTime, 0) : NULL;

  return time != NULL && time->first.month == 0 && !time->is_compared ? time : NULL;
}

/* 一、2019年工作回顾: speaks for the paragraphs of its section */
static void
find_section (ShanhaiTimes      *self,
              const ShanhaiLine *line)
{
  const ShanhaiTime *time;
  guint i = 0;

  shanhai_time_skip_spaces (line, &i);
  if (line->n > MAX_SECTION || !shanhai_is_han_digit (line->chars[i]) || line->chars[i + 1] != 0x3001)
    return;

  time = get_only_year (self);
  self->section = time != NULL ? time->text : self->report;
  self->section_year = time != NULL && time->is_plain_year ? time->first.year : self->report_year;
}

/* 临水市2018年工作情况报告: speaks for all of it */
static void
find_report (ShanhaiTimes      *self,
             const ShanhaiLine *line)
{
  const ShanhaiTime *time = get_only_year (self);

  if (self->n_lines > TITLE_LINES || self->report != NULL || line->n > MAX_SECTION || time == NULL || !time->is_plain_year)
    return;

  for (guint i = time->end; i < line->n; i++)
    if (line->chars[i] == 0x3002)
      return;
  for (guint i = time->end; i < line->n; i++)
    if (shanhai_rules_match (self->rules, line->chars + i, line->n - i, SHANHAI_ROLE_BIT (SHANHAI_ROLE_SCOPE)) != NULL)
      {
        self->report = self->section = time->text;
        self->report_year = self->section_year = time->first.year;
      }
}

void
shanhai_times_restart (ShanhaiTimes *self)
{
  self->any_year = self->span_first = self->span_last = 0;
  self->report = self->section = NULL;
  self->report_year = self->section_year = 0;
  self->n_lines = 0;
}

/* a digit behind another begins no time */
static guint
skip_digits (const ShanhaiLine *line,
             guint              at)
{
  while (shanhai_is_digit (line->chars[at]))
    at++;

  return at;
}

/* most numbers are no times: what stands behind them says it at once */
static bool
precedes_date (const ShanhaiLine *line,
               guint              at)
{
  shanhai_time_skip_spaces (line, &at);

  return line->classes[at] & SHANHAI_CHAR_DATE;
}

void
shanhai_times_read (ShanhaiTimes *self,
                    ShanhaiLine  *line)
{
  g_array_set_size (self->times, 0);
  self->year = self->year_before = 0;
  self->year_sentence = G_MAXUINT;
  if (line->era != NULL)
    {
      self->era = line->era->number;
      self->currency = line->era->unit;
    }

  for (guint i = 0; i < line->n;)
    {
      guint at = i, end;

      /* where no time can begin */
      if (!(line->classes[i] & TIME_CLASSES))
        {
          i++;
          continue;
        }
      end = skip_digits (line, i);
      if (end > i && line->is_chinese && !precedes_date (line, end))
        {
          i = end;
          continue;
        }
      if (self->year_sentence != G_MAXUINT && self->year_sentence != line->sentences[i])
        {
          if (self->year != 0)
            self->year_before = self->year;
          self->year = 0;
        }
      if ((line->classes[i] & SHANHAI_CHAR_NUMBER) && take_clock (line, &at))
        {
          mark (line, i, at);
          i = at;
        }
      else if (read_time (self, line, &at))
        i = at;
      else
        i = MAX (end, i + 1);
    }

  self->n_lines++;
  find_section (self, line);
  find_report (self, line);
}
