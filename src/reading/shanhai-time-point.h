/* shanhai-time-point.h - one end of a time that a line names. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files shanhai-time*.c alone. A function that takes something moves `*at` behind it, and leaves it alone when it returns false. */

#pragma once

#include "shanhai-times.h"

G_BEGIN_DECLS

#define HAN_YEAR 0x5e74   /* 年 */
#define HAN_MONTH 0x6708  /* 月 */
#define HAN_DAY 0x65e5    /* 日 */
#define HAN_NUMBER 0x53f7 /* 号 */
#define HAN_HOUR 0x65f6   /* 时 */
#define HAN_POINT 0x70b9  /* 点 */
#define HAN_MINUTE 0x5206 /* 分 */
#define HAN_TO 0x81f3     /* 至 */
#define HAN_UNTIL 0x5230  /* 到 */
#define HAN_OF 0x7684     /* 的 */
#define HAN_SHARE 0x4efd  /* 份 */
#define HAN_NEAR 0x8fd1   /* 近 */

typedef struct
{
  ShanhaiDay first;
  ShanhaiDay last;
  bool       has_year;    /* said */
  bool       is_now;
  bool       is_since;    /* up to the text's own date */
  bool       is_onwards;  /* 至今: since what was named before, if anything was */
  bool       is_relative; /* 去年 */
  bool       is_span;     /* 十三五 */
  bool       is_range;    /* 1994年至2018年 */
  bool       is_passing;  /* 12年来: of its sentence alone */
  bool       is_unknown;  /* a time, but not one of the calendar's */
  bool       is_mute;     /* a word of time that says nothing here: 全年 of a year that isn't known */
} ShanhaiTimePoint;

/* 0 … 9 of a Chinese digit that years are written with; -1 for any other character */
static inline int
shanhai_time_get_han_digit (guint16 c)
{
  return shanhai_is_han_digit (c) && c != 0x4e24 ? shanhai_han_digit (c) : -1;
}

void shanhai_time_skip_spaces (const ShanhaiLine *line, guint *at);
bool shanhai_time_take_small (const ShanhaiLine *line, guint *at, int *value);
bool shanhai_time_take_year_number (const ShanhaiLine *line, guint *at, int *year);
bool shanhai_time_take_char (const ShanhaiLine *line, guint *at, guint16 c);
bool shanhai_time_take_dash (const ShanhaiLine *line, guint *at);
bool shanhai_time_is_day (const ShanhaiDay *day);
int shanhai_time_days_in_month (int year, int month);
int shanhai_time_guess_year (const ShanhaiTimes *self, const ShanhaiDay *day);
void shanhai_time_set_year (ShanhaiTimePoint *point, int year);
void shanhai_time_set_day (ShanhaiTimePoint *point, ShanhaiDay day);
bool shanhai_time_read_point (ShanhaiTimes *self, const ShanhaiLine *line, guint *at, ShanhaiTimePoint *point);
/* 1 … `max` digits and no further one */
bool shanhai_time_take_digits (const ShanhaiLine *line, guint *at, guint max, int *value);
/* 10月, 10月15日; the year is known already */
bool shanhai_time_take_month_day (const ShanhaiLine *line, guint *at, ShanhaiDay *day);
/* years back from the text's own date, of a time that stands from `start` to `end`; 0 where it isn't exact */
void shanhai_time_set_past (const ShanhaiTimes *self, const ShanhaiLine *line, ShanhaiTimePoint *point, guint start, guint end, int years);
/* 去年, 截至目前 */
bool shanhai_time_read_word (ShanhaiTimes *self, const ShanhaiLine *line, guint *at, ShanhaiTimePoint *point);
/* shanhai-time-span.c: 年底, 以来 behind a time; 至2019年 behind the first of two; 2016-2019年, 1-9月; 8时30分 */
void shanhai_time_read_suffix (ShanhaiTimes *self, const ShanhaiLine *line, guint *at, ShanhaiTimePoint *point, bool *since);
void shanhai_time_read_range_end (ShanhaiTimes *self, const ShanhaiLine *line, guint start, guint *at, ShanhaiTimePoint *point, bool *since);
bool shanhai_time_read_short_range (ShanhaiTimes *self, const ShanhaiLine *line, guint *at, ShanhaiTimePoint *point);
bool shanhai_time_take_clock (const ShanhaiLine *line, guint *at);
/* shanhai-time-bearing.c: of a time from `start` to `end` */
bool shanhai_time_starts_clause (const ShanhaiLine *line, guint start);
bool shanhai_time_begin_before (const ShanhaiTimes *self, const ShanhaiLine *line, ShanhaiTimePoint *point, guint start);
bool shanhai_time_is_before_all (const ShanhaiLine *line, guint start, guint end);
bool shanhai_time_begins_since (const ShanhaiLine *line, guint start, guint end);
bool shanhai_time_names_plan (const ShanhaiLine *line, guint end);
bool shanhai_time_is_until (const ShanhaiLine *line, guint end);
bool shanhai_time_is_compared (const ShanhaiTimes *self, const ShanhaiLine *line, const ShanhaiTimePoint *point, guint start, guint end, bool since);
/* shanhai-time-format.c: below zero where `a` is earlier; 0 where they are the same as far as both say */
int shanhai_time_compare_days (const ShanhaiDay *a, const ShanhaiDay *b);
const char *shanhai_time_format_span (ShanhaiTimes *self, const ShanhaiDay *first, const ShanhaiDay *last);
/* of English lines: 24 years; in 2016; October 15, 2020 behind the name of the month; the word between the ends of a span that began at `start`; and what stands before a time,
 * since 2016, and where that begins */
bool shanhai_time_stands_behind (const ShanhaiLine *line, guint at, const char *words);
bool shanhai_time_take_english_years (const ShanhaiTimes *self, const ShanhaiLine *line, guint *at, int *years);
bool shanhai_time_take_english_year (const ShanhaiLine *line, guint *at, int *year);
void shanhai_time_read_english_month (ShanhaiTimes *self, const ShanhaiLine *line, guint *at, int month, ShanhaiTimePoint *point);
bool shanhai_time_take_english_dash (const ShanhaiLine *line, guint start, guint *at);
guint shanhai_time_read_english_prefix (const ShanhaiLine *line, guint at, ShanhaiTimePoint *point, bool *since);

G_END_DECLS
