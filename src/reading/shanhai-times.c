/* shanhai-times.c - the times that a line names, resolved against the text's own date. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time is a point (shanhai-time-point.h), words behind it (年底, 以来), and perhaps a second point: 6月18日至19日. */

#include "shanhai-time-point.h"

#include <string.h>

/* characters of the heading of a section */
#define MAX_SECTION 40
/* lines at its beginning among which a text has its title */
#define TITLE_LINES 6

/* characters with which a time can begin */
#define TIME_CLASSES (SHANHAI_CHAR_NUMBER | SHANHAI_CHAR_TIME)

static void
mark (ShanhaiLine *line,
      guint        start,
      guint        end)
{
  memset (line->marks + start, SHANHAI_MARK_TIME, end - start);
}

/* what the line has named so far, for the times behind that say less */
static void
remember (ShanhaiTimes           *self,
          const ShanhaiLine      *line,
          const ShanhaiTimePoint *point,
          const ShanhaiTime      *time)
{
  if (point->has_year && !time->is_since && !time->is_compared)
    {
      self->year = point->first.year;
      if (time->is_topic)
        self->any_year = self->year;
      self->year_sentence = point->is_relative ? line->sentences[time->start] : G_MAXUINT;
    }
  if (time->is_between)
    {
      self->span_first = time->first.year;
      self->span_last = time->last.year;
    }
}

/* its days, and how much of them is said */
static void
set_extent (ShanhaiTimes      *self,
            const ShanhaiLine *line,
            ShanhaiTimePoint  *point,
            ShanhaiTime       *time,
            bool               since)
{
  /* 至今 of 今年至今; 1994年至2018年以来 has its end already */
  if (since && ((point->has_year && point->is_now) || point->is_range))
    since = false;
  if (point->is_onwards)
    since = shanhai_time_begin_before (self, line, point, time->start);
  time->is_since = since;
  time->first = point->first;
  time->last = since ? self->today : point->last;
  /* from a later day than the text's own, or a half of a sentence that runs backwards: no span */
  if (time->last.year != 0 && shanhai_time_compare_days (&time->first, &time->last) > 0)
    time->last = since ? (ShanhaiDay) { 0 } : time->first;
  if (since || !shanhai_time_is_before_all (line, time->start, time->end))
    time->text = shanhai_time_format_span (self, &time->first, &time->last);

  time->is_plain_year = point->has_year && !point->is_relative && !since && time->first.month == 0 && time->last.year == time->first.year;
  if (time->is_plain_year && shanhai_time_is_until (line, time->end))
    {
      g_autofree char *text = g_strdup_printf ("../%d", time->last.year);

      time->text = g_string_chunk_insert_const (self->strings, text);
      time->is_plain_year = false;
    }
  time->is_full = point->has_year && point->first.day > 0;
  time->is_between = !since && !point->is_span && time->first.year > 0 && time->first.month == 0 && time->last.year > time->first.year;
}

static void
finish_time (ShanhaiTimes     *self,
             ShanhaiLine      *line,
             ShanhaiTimePoint *point,
             guint             start,
             guint             end,
             bool              since)
{
  ShanhaiTime time = { .start = start, .end = end };
  guint next = end;

  shanhai_time_skip_spaces (line, &next);
  time.is_compared = shanhai_time_is_compared (self, line, point, start, end, since);
  time.is_inner = line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x4ece || line->chars[start - 1] == 0x7531);
  time.is_span = point->is_span || (point->is_range && shanhai_time_names_plan (line, end));
  time.is_passing = point->is_passing || (point->is_now && !point->is_onwards);
  time.is_topic = shanhai_time_starts_clause (line, start) &&
                  (since || line->chars[next] == ',' || line->chars[next] == ':' || (point->is_range && line->sentences[start] == start));
  if (!point->is_unknown)
    {
      set_extent (self, line, point, &time, since);
      remember (self, line, point, &time);
    }
  g_array_append_val (self->times, time);
  mark (line, start, end);
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

/* 2016-2019年: a sign of a span behind the first number */
static bool
may_be_short_range (const ShanhaiLine *line,
                    guint              at)
{
  if (!(line->classes[at] & SHANHAI_CHAR_NUMBER))
    return false;
  if (!shanhai_is_digit (line->chars[at]))
    return true;

  at = skip_digits (line, at);
  return shanhai_time_take_dash (line, &at);
}

static bool
read_time (ShanhaiTimes *self,
           ShanhaiLine  *line,
           guint        *at)
{
  guint i = *at, start = *at;
  ShanhaiTimePoint point;
  bool since = false;

  if (!may_be_short_range (line, i) || !shanhai_time_read_short_range (self, line, &i, &point))
    {
      if (!shanhai_time_read_point (self, line, &i, &point))
        return false;
      since = point.is_since;
      if (!line->is_chinese)
        start = shanhai_time_read_english_prefix (line, *at, &point, &since);
      shanhai_time_read_suffix (self, line, &i, &point, &since);
      if (!since && !point.is_now && (point.first.year > 0 || point.first.month > 0) && line->chars[i] != HAN_OF)
        shanhai_time_read_range_end (self, line, *at, &i, &point, &since);
    }
  if (!since)
    shanhai_time_read_suffix (self, line, &i, &point, &since);
  since = since || (!point.is_unknown && !point.is_now && point.first.year > 0 && shanhai_time_begins_since (line, *at, i));

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

/* most numbers are no times: what stands behind them says it at once */
static bool
precedes_date (const ShanhaiLine *line,
               guint              at)
{
  shanhai_time_skip_spaces (line, &at);

  return line->classes[at] & SHANHAI_CHAR_DATE;
}

/* behind the digits of an hour */
static bool
may_be_clock (guint16 c)
{
  return c == ':' || c == HAN_HOUR || c == HAN_POINT;
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
      if ((line->classes[i] & SHANHAI_CHAR_NUMBER) && (end == i || may_be_clock (line->chars[end])) && shanhai_time_take_clock (line, &at))
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

guint
shanhai_times_count_before (const ShanhaiTimes *self,
                            guint               at)
{
  guint low = 0, high = self->times->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->times, ShanhaiTime, middle).start < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

bool
shanhai_times_is_to_come (const ShanhaiTimes *self,
                          const ShanhaiTime  *time)
{
  const ShanhaiDay *today = &self->today, *day = &time->first;

  if (today->year == 0 || day->year == 0)
    return false;

  return day->year > today->year || (day->year == today->year && today->month > 0 && day->month > today->month);
}
