/* shanhai-time-words.c - words that name a time: 去年, 上半年, 十三五, since then. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

#define HAN_RAISE 0x63d0 /* 提 */

static ShanhaiDay
add_days (ShanhaiDay day,
          int        n)
{
  GDate date;

  if (day.year == 0 || day.day == 0)
    return (ShanhaiDay) { 0 };

  g_date_set_dmy (&date, (GDateDay) day.day, (GDateMonth) day.month, (GDateYear) day.year);
  if (n >= 0)
    g_date_add_days (&date, (guint) n);
  else
    g_date_subtract_days (&date, (guint) -n);

  return (ShanhaiDay) { g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date) };
}

/* 截至年底: of the year that the text speaks of */
static void
close_year (ShanhaiTimes     *self,
            ShanhaiTimePoint *point)
{
  int year = self->year != 0 ? self->year : self->any_year != 0 ? self->any_year : self->today.year;

  shanhai_time_set_day (point, year != 0 ? (ShanhaiDay) { year, 12, 31 } : (ShanhaiDay) { 0 });
}

/* a word that names a time */
bool
shanhai_time_read_word (ShanhaiTimes      *self,
                        const ShanhaiLine *line,
                        guint             *at,
                        ShanhaiTimePoint  *point)
{
  const ShanhaiRule *rule = shanhai_rules_match (self->rules, line->chars + *at, line->n - *at, SHANHAI_TIME_POINT_ROLES);
  ShanhaiDay day = { 0 };
  guint start = *at;
  int month, years;

  if (rule == NULL)
    return false;
  if ((rule->flags & SHANHAI_RULE_LATIN) &&
      ((*at > 0 && shanhai_is_letter (line->chars[*at - 1])) || shanhai_is_letter (line->chars[*at + rule->length])))
    return false;
  /* 提前一年 is no 前一年 */
  if (rule->role == SHANHAI_ROLE_YEAR && start > 0 && line->chars[start - 1] == HAN_RAISE)
    return false;
  *at += rule->length;

  switch (rule->role)
    {
    case SHANHAI_ROLE_YEAR:
      shanhai_time_set_year (point, self->today.year != 0 ? self->today.year + rule->number : 0);
      point->is_relative = true;
      if (!point->is_unknown && shanhai_time_take_month_day (line, at, &point->first))
        point->last = point->first;
      return true;
    case SHANHAI_ROLE_SAME:
      /* since then */
      if (rule->flags & SHANHAI_RULE_ONWARDS)
        {
          shanhai_time_set_year (point, self->year != 0 ? self->year : self->any_year);
          point->is_since = !point->is_unknown;
          return true;
        }
      if (rule->flags & SHANHAI_RULE_CLOSING)
        {
          close_year (self, point);
          return true;
        }
      /* 全年: of the year that the section is about, or that an earlier sentence spoke of; of none that is known, it tells nothing */
      if ((rule->flags & SHANHAI_RULE_WIDE) && self->year == 0)
        {
          int year = self->section_year != 0 ? self->section_year : self->year_before != 0 ? self->year_before : self->any_year;

          shanhai_time_set_year (point, year);
          point->is_mute = year == 0;
          return true;
        }
      /* 上年 in a text that names no year before is the one before its own */
      if (self->year != 0)
        shanhai_time_set_year (point, self->year + rule->number);
      else if (self->any_year != 0)
        shanhai_time_set_year (point, self->any_year + rule->number);
      else
        shanhai_time_set_year (point, rule->number != 0 && self->today.year != 0 ? self->today.year + rule->number : 0);
      if (!point->is_unknown && shanhai_time_take_month_day (line, at, &point->first))
        point->last = point->first;
      return true;
    case SHANHAI_ROLE_MONTH:
      month = self->today.year * 12 + self->today.month - 1 + rule->number;
      shanhai_time_set_day (point, self->today.month > 0 ? (ShanhaiDay) { month / 12, month % 12 + 1, 0 } : (ShanhaiDay) { 0 });
      return true;
    case SHANHAI_ROLE_DAY:
      shanhai_time_set_day (point, add_days (self->today, rule->number));
      return true;
    case SHANHAI_ROLE_NOW:
      shanhai_time_set_day (point, self->today);
      point->is_now = true;
      point->is_onwards = rule->flags & SHANHAI_RULE_ONWARDS;
      return true;
    case SHANHAI_ROLE_SPAN:
      shanhai_time_set_year (point, rule->number);
      /* 十八大以来 has but its beginning */
      if (rule->number_hi == 0)
        {
          point->is_since = true;
          return true;
        }
      point->last.year = rule->number_hi;
      point->is_span = true;
      return true;
    case SHANHAI_ROLE_PART:
      /* 上半年 alone is the last one that isn't later than the text */
      day.month = rule->number;
      day.year = shanhai_time_guess_year (self, &day);
      shanhai_time_set_year (point, day.year);
      point->has_year = false;
      point->first.month = rule->number;
      point->last.month = rule->number_hi;
      return true;
    case SHANHAI_ROLE_MONTH_NAME:
      shanhai_time_read_english_month (self, line, at, rule->number, point);
      return true;
    default:
      /* Over the past 24 years, */
      if (!line->is_chinese && shanhai_time_take_english_years (self, line, at, &years))
        {
          shanhai_time_set_past (self, line, point, start, *at, years);
          return true;
        }
      point->is_unknown = true;
      point->is_now = rule->flags & SHANHAI_RULE_BARE;
      return true;
    }
}
