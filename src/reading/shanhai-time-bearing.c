/* shanhai-time-bearing.c - what a time bears on: the figures behind it, or what they are compared with. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

/* characters between a year and the 以来 that belongs to it */
#define MAX_SINCE 40
/* characters of who has done something since, between 自 and the year */
#define MAX_DOER 16
/* characters between years and the plan that bears them in its name */
#define MAX_NAME 12
/* characters from 对 to the time of what it speaks of */
#define MAX_OBJECT 12
/* characters of a deed, 搬来后, after which all else is */
#define MAX_DEED 16
/* characters from a day to the word that says that something was told on it */
#define MAX_TOLD 30
/* characters before the date of a line that is a heading: 时间: */
#define MAX_DATE_AT 6
/* characters before a time that begins its clause; most of them are brackets and spaces */
#define MAX_HEAD 64

#define HAN_TOWARDS 0x5bf9 /* 对 */
#define HAN_AFTER 0x540e   /* 后 */
#define HAN_WHOLE 0x5168   /* 全 */

/* whether it stands at the head of its clause, or nearly */
bool
shanhai_time_starts_clause (const ShanhaiLine *line,
                            guint              start)
{
  guint i = line->clauses[start];

  if (start - i > MAX_HEAD)
    return false;

  while (i < start && (line->chars[i] == ' ' || line->chars[i] == '(' || line->chars[i] == 0x201c || line->chars[i] == 0x2014))
    i++;

  /* 截至, 自, 从, 到了, 仅, 据统计 */
  return start - i <= 3;
}

/* 2017年，院方…至今提供: from the time with which the sentence began */
bool
shanhai_time_begin_before (const ShanhaiTimes *self,
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
is_than (const ShanhaiTimes *self,
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
bool
shanhai_time_is_before_all (const ShanhaiLine *line,
                            guint              start,
                            guint              end)
{
  guint i = end;

  if (!line->is_chinese || !shanhai_time_starts_clause (line, start))
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

  if (point->is_now || point->first.day == 0 || shanhai_time_compare_days (&point->first, &point->last) != 0)
    return false;
  for (guint i = clause; i < limit && line->clauses[i] == line->clauses[clause]; i++)
    if ((shanhai_chars[line->chars[i]].roles & SHANHAI_ROLE_BIT (SHANHAI_ROLE_TOLD)) &&
        shanhai_rules_match (self->rules, line->chars + i, limit - i, SHANHAI_ROLE_BIT (SHANHAI_ROLE_TOLD)) != NULL)
      return true;

  return false;
}

/* 是2019年的2.3倍 */
static bool
is_measure (const ShanhaiLine *line,
            guint              start,
            guint              end)
{
  return line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x662f || line->chars[start - 1] == 0x4e3a);
}

/* 2020-10-15 10:48 来源: the line's own date */
static bool
is_of_line (const ShanhaiLine      *line,
            const ShanhaiTimePoint *point,
            guint                   start)
{
  return point->has_year && point->first.day > 0 && start <= MAX_DATE_AT && shanhai_is_digit (line->chars[start]) && is_date_sign (line->chars[start + 4]);
}

/* a time that isn't that of the figures behind it */
bool
shanhai_time_is_compared (const ShanhaiTimes     *self,
                          const ShanhaiLine      *line,
                          const ShanhaiTimePoint *point,
                          guint                   start,
                          guint                   end,
                          bool                    since)
{
  return point->is_mute || is_than (self, line, start) || is_of_object (self, line, start) || (!since && is_of_telling (self, line, point, start, end)) ||
         is_of_value (line, end) || is_measure (line, start, end) || is_of_line (line, point, start);
}

/* 自县科协2013年结对以来: who did it stands before the year */
static bool
follows_doer (const ShanhaiLine *line,
              guint              start)
{
  guint clause = line->clauses[start];

  return start - clause <= MAX_DOER && (line->chars[clause] == 0x81ea /* 自 */ || line->chars[clause] == 0x4ece /* 从 */);
}

/* 自1995年对口支援以来, 1995年结对以来: other words stand between */
bool
shanhai_time_begins_since (const ShanhaiLine *line,
                           guint              start,
                           guint              end)
{
  if (!shanhai_time_starts_clause (line, start) && (start == 0 || (line->chars[start - 1] != 0x81ea && line->chars[start - 1] != 0x4ece)) &&
      !follows_doer (line, start))
    return false;
  for (guint i = end; i < line->n && i < end + MAX_SINCE && line->clauses[i] == line->clauses[start] && !shanhai_is_digit (line->chars[i]); i++)
    if (line->chars[i] == 0x4ee5 && line->chars[i + 1] == 0x6765)
      return true;

  return false;
}

/* 签署2016—2020年协作协议, “2016—2020年规划”: years in the name of what was agreed, not those of what was done */
bool
shanhai_time_names_plan (const ShanhaiLine *line,
                         guint              end)
{
  static const guint16 words[][2] = { { 0x534f, 0x8bae } /* 协议 */, { 0x89c4, 0x5212 } /* 规划 */, { 0x65b9, 0x6848 } /* 方案 */, { 0x7eb2, 0x8981 } /* 纲要 */ };

  for (guint i = end; i + 1 < line->n && i < end + MAX_NAME && shanhai_is_han (line->chars[i]); i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (line->chars[i] == words[k][0] && line->chars[i + 1] == words[k][1])
        return !shanhai_is_han (line->chars[i + 2]);

  return false;
}

/* 2017年前，…: not in that year; 2017年前三季度 is */
bool
shanhai_time_is_until (const ShanhaiLine *line,
                       guint              end)
{
  return end > 0 && line->chars[end - 1] == HAN_YEAR && line->chars[end] == 0x524d && (line->chars[end + 1] == ',' || line->chars[end + 1] == HAN_OF);
}
