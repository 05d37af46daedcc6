/* shanhai-times.c - the times that a line names, resolved against the text's own date. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-times.h"

#include <string.h>


/* characters of the heading of a section */
#define MAX_SECTION 40

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

#define POINT_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_YEAR) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_MONTH) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_DAY) | \
                     SHANHAI_ROLE_BIT (SHANHAI_ROLE_NOW) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_SAME) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_SPAN) | \
                     SHANHAI_ROLE_BIT (SHANHAI_ROLE_NO_TIME) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_MONTH_NAME))
#define SUFFIX_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_END) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_BEGIN) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_PART) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_SINCE))

typedef struct
{
  ShanhaiDay first;
  ShanhaiDay last;
  bool       has_year;    /* said */
  bool       is_now;
  bool       is_relative; /* 去年 */
  bool       is_unknown;  /* a time, but not one of the calendar's */
} Point;

static void
skip_spaces (const ShanhaiLine *line,
             guint             *at)
{
  while (*at < line->n && line->chars[*at] == ' ')
    ++*at;
}

/* at most `max` digits and no further one */
static bool
take_digits (const ShanhaiLine *line,
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

static int
get_han_digit (guint16 c)
{
  return shanhai_is_han_digit (c) && c != 0x4e24 ? shanhai_han_digits[c] : -1;
}

/* 1 … 31, in digits or 一 … 三十一 */
static bool
take_small (const ShanhaiLine *line,
            guint             *at,
            int               *value)
{
  const guint16 *c = line->chars + *at;
  guint n = 0;
  int digit;

  if (shanhai_is_digit (*c))
    return take_digits (line, at, 2, value);

  *value = 0;
  digit = get_han_digit (c[0]);
  if (digit > 0)
    {
      *value = digit;
      n = 1;
    }
  if (c[n] == 0x5341)  /* 十 */
    {
      *value = n == 0 ? 10 : *value * 10;
      n++;
      digit = get_han_digit (c[n]);
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
static bool
take_year_number (const ShanhaiLine *line,
                  guint             *at,
                  int               *year)
{
  guint i = *at;

  if (shanhai_is_digit (line->chars[i]))
    {
      if ((i > 0 && (shanhai_is_digit (line->chars[i - 1]) || shanhai_is_letter (line->chars[i - 1]))) ||
          !take_digits (line, &i, 4, year) || i - *at != 4)
        return false;
    }
  else
    {
      *year = 0;
      for (guint n = 0; n < 4; n++, i++)
        {
          int digit = get_han_digit (line->chars[i]);

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

static bool
take_char (const ShanhaiLine *line,
           guint             *at,
           guint16            c)
{
  guint i = *at;

  skip_spaces (line, &i);
  if (line->chars[i] != c)
    return false;

  *at = i + 1;
  return true;
}

static bool
take_dash (const ShanhaiLine *line,
           guint             *at)
{
  guint i = *at;

  skip_spaces (line, &i);
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
  skip_spaces (line, &i);

  *at = i;
  return true;
}

static bool
is_day (const ShanhaiDay *day)
{
  static const guint8 lengths[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return day->month >= 1 && day->month <= 12 && day->day >= 1 && day->day <= lengths[day->month] &&
         (day->month != 2 || day->day < 29 || g_date_is_leap_year ((GDateYear) day->year));
}

static int
days_in_month (int year,
               int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* 10月, 10月15日; the year is known already */
static bool
take_month_day (const ShanhaiLine *line,
                guint             *at,
                ShanhaiDay        *day)
{
  guint i = *at;
  int month, number;

  skip_spaces (line, &i);
  if (!take_small (line, &i, &month) || month < 1 || month > 12 || !take_char (line, &i, HAN_MONTH))
    return false;

  day->month = month;
  day->day = 0;
  take_char (line, &i, HAN_SHARE);
  *at = i;

  skip_spaces (line, &i);
  if (take_small (line, &i, &number) && (take_char (line, &i, HAN_DAY) || take_char (line, &i, HAN_NUMBER)))
    {
      day->day = number;
      if (is_day (day))
        *at = i;
      else
        day->day = 0;
    }

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

  if (!take_year_number (line, &i, &day->year))
    return false;
  sign = line->chars[i];
  if (sign != '-' && sign != '/' && sign != '.')
    return false;
  i++;
  if (!take_digits (line, &i, 2, &day->month) || line->chars[i] != sign)
    return false;
  i++;
  if (!take_digits (line, &i, 2, &day->day) || !is_day (day))
    return false;

  *at = i;
  return true;
}

/* A month without its year is the last one that isn't later than the text. */
static int
guess_year (const ShanhaiTimes *self,
            const ShanhaiDay   *day)
{
  if (self->year != 0)
    return self->year;
  if (self->today.year == 0)
    return 0;
  if (self->today.month > 0 && day->month > self->today.month)
    return self->today.year - 1;

  return self->today.year;
}

static void
set_year (Point *point,
          int    year)
{
  point->first = point->last = (ShanhaiDay) { year, 0, 0 };
  point->has_year = true;
  point->is_unknown = year == 0;
}

static void
set_day (Point     *point,
         ShanhaiDay day)
{
  point->first = point->last = day;
  point->is_unknown = day.year == 0;
}

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

/* October 2020; October 15, 2020; 15 October is left with its month alone */
static void
read_english_month (ShanhaiTimes      *self,
                    const ShanhaiLine *line,
                    guint             *at,
                    int                month,
                    Point             *point)
{
  ShanhaiDay day = { 0, month, 0 };
  guint i = *at;
  int number, year;

  if (line->chars[i] == '.')
    i++;
  skip_spaces (line, &i);
  if (take_digits (line, &i, 2, &number) && number >= 1 && number <= 31)
    {
      day.day = number;
      *at = i;
    }
  else
    i = *at;

  if (line->chars[i] == ',')
    i++;
  skip_spaces (line, &i);
  if (take_year_number (line, &i, &year))
    {
      day.year = year;
      *at = i;
      point->has_year = true;
    }
  else
    day.year = guess_year (self, &day);

  if (day.day > 0 && day.year > 0 && !is_day (&day))
    day.day = 0;
  set_day (point, day);
}

/* a word that names a time */
static bool
read_word (ShanhaiTimes      *self,
           const ShanhaiLine *line,
           guint             *at,
           Point             *point)
{
  const ShanhaiRule *rule = shanhai_rules_match (self->rules, line->chars + *at, line->n - *at, POINT_ROLES);
  int month;

  if (rule == NULL)
    return false;
  if ((rule->flags & SHANHAI_RULE_LATIN) &&
      ((*at > 0 && shanhai_is_letter (line->chars[*at - 1])) || shanhai_is_letter (line->chars[*at + rule->length])))
    return false;
  *at += rule->length;

  switch (rule->role)
    {
    case SHANHAI_ROLE_YEAR:
      set_year (point, self->today.year != 0 ? self->today.year + rule->number : 0);
      point->is_relative = true;
      if (!point->is_unknown && take_month_day (line, at, &point->first))
        point->last = point->first;
      return true;
    case SHANHAI_ROLE_SAME:
      /* 上年 in a text that names no year before is the one before its own */
      if (self->year != 0)
        set_year (point, self->year + rule->number);
      else if (self->any_year != 0)
        set_year (point, self->any_year + rule->number);
      else
        set_year (point, rule->number != 0 && self->today.year != 0 ? self->today.year + rule->number : 0);
      if (!point->is_unknown && take_month_day (line, at, &point->first))
        point->last = point->first;
      return true;
    case SHANHAI_ROLE_MONTH:
      month = self->today.year * 12 + self->today.month - 1 + rule->number;
      set_day (point, self->today.month > 0 ? (ShanhaiDay) { month / 12, month % 12 + 1, 0 } : (ShanhaiDay) { 0 });
      return true;
    case SHANHAI_ROLE_DAY:
      set_day (point, add_days (self->today, rule->number));
      return true;
    case SHANHAI_ROLE_NOW:
      set_day (point, self->today);
      point->is_now = true;
      return true;
    case SHANHAI_ROLE_SPAN:
      set_year (point, rule->number);
      point->last.year = rule->number_hi;
      return true;
    case SHANHAI_ROLE_MONTH_NAME:
      read_english_month (self, line, at, rule->number, point);
      return true;
    default:
      point->is_unknown = true;
      return true;
    }
}

/* in 2016: a bare year counts behind the words that dates stand behind */
static bool
read_english_year (const ShanhaiLine *line,
                   guint             *at,
                   int               *year)
{
  static const char * const words[] = { "in", "since", "by", "of", "from", "to", "until", "for", "late", "early", "between", "and", "during", "year", "mid", "through" };
  guint i = *at, start = *at;
  char word[12];

  if (line->is_chinese || start < 3 || (line->chars[start - 1] != ' ' && line->chars[start - 1] != '-') || !take_year_number (line, &i, year) ||
      shanhai_is_letter (line->chars[i]))
    return false;
  for (start -= 1; start > 0 && shanhai_is_letter (line->chars[start - 1]); start--)
    ;
  if (*at - 1 - start >= sizeof word)
    return false;
  for (guint k = start; k < *at - 1; k++)
    word[k - start] = line->chars[k] < 128 ? (char) line->chars[k] : '?';
  word[*at - 1 - start] = '\0';

  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (strcmp (words[k], word) == 0)
      {
        *at = i;
        return true;
      }

  return false;
}

static bool
read_point (ShanhaiTimes      *self,
            const ShanhaiLine *line,
            guint             *at,
            Point             *point)
{
  guint i = *at;
  ShanhaiDay day = { 0 };
  int year;

  *point = (Point) { .has_year = false };

  if (take_numeric_date (line, &i, &day))
    {
      set_day (point, day);
      point->has_year = true;
      *at = i;
      return true;
    }

  i = *at;
  if (take_year_number (line, &i, &year) && take_char (line, &i, HAN_YEAR))
    {
      set_year (point, year);
      if (line->chars[i] == 0x5ea6)  /* 年度 */
        i++;
      if (take_month_day (line, &i, &point->first))
        point->last = point->first;
      *at = i;
      return true;
    }

  i = *at;
  if (read_english_year (line, &i, &year))
    {
      set_year (point, year);
      *at = i;
      return true;
    }

  i = *at;
  if ((i == 0 || (!shanhai_is_digit (line->chars[i - 1]) && !shanhai_is_han_number (line->chars[i - 1]))) && take_month_day (line, &i, &day))
    {
      day.year = guess_year (self, &day);
      set_day (point, day);
      *at = i;
      return true;
    }

  return read_word (self, line, at, point);
}

/* 年底, 初, 上半年, 以来 behind a time */
static void
read_suffix (ShanhaiTimes      *self,
             const ShanhaiLine *line,
             guint             *at,
             Point             *point,
             bool              *since)
{
  for (;;)
    {
      guint i = *at;
      const ShanhaiRule *rule;

      skip_spaces (line, &i);
      rule = shanhai_rules_match (self->rules, line->chars + i, line->n - i, SUFFIX_ROLES);
      if (rule == NULL || *since)
        return;

      if (rule->role == SHANHAI_ROLE_SINCE)
        {
          /* 来 of 来到 is another word */
          if (rule->length == 1 && shanhai_is_han (line->chars[i + 1]) && line->chars[i] == 0x6765)
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
              point->last.day = days_in_month (point->last.year, point->last.month);
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
                guint             *at,
                Point             *point,
                bool              *since)
{
  guint i = *at;
  Point end;
  int number;

  if (!take_dash (line, &i))
    return;

  if (point->first.day > 0)
    {
      guint k = i;

      if (take_small (line, &k, &number) && (take_char (line, &k, HAN_DAY) || take_char (line, &k, HAN_NUMBER)))
        {
          point->last.day = number;
          if (is_day (&point->last))
            *at = k;
          else
            point->last = point->first;
          return;
        }
    }
  if (!read_point (self, line, &i, &end))
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
  read_suffix (self, line, &i, &end, since);
  if (end.last.day > 0)
    point->last = end.last;
  *at = i;
}

/* 2016-2019年, 1-9月: the sign of time stands behind the second alone */
static bool
read_short_range (ShanhaiTimes      *self,
                  const ShanhaiLine *line,
                  guint             *at,
                  Point             *point)
{
  guint i = *at;
  int from, to;

  *point = (Point) { .has_year = false };
  if (take_year_number (line, &i, &from))
    {
      if (!take_dash (line, &i) || !take_year_number (line, &i, &to) || to < from)
        return false;
      if (line->chars[i] == 0x5b66)  /* 学年 */
        i++;
      if (!take_char (line, &i, HAN_YEAR) && line->is_chinese)
        return false;
      set_year (point, from);
      point->last.year = to;
      *at = i;
      return true;
    }

  i = *at;
  if ((i == 0 || (!shanhai_is_digit (line->chars[i - 1]) && line->chars[i - 1] != '.')) && take_small (line, &i, &from) && take_dash (line, &i) &&
      take_small (line, &i, &to) &&
      take_char (line, &i, HAN_MONTH) && from >= 1 && from < to && to <= 12)
    {
      ShanhaiDay day = { 0, to, 0 };

      day.year = guess_year (self, &day);
      set_day (point, day);
      point->first.month = from;
      *at = i;
      return true;
    }

  return false;
}

static void
append_day (GString          *string,
            const ShanhaiDay *day)
{
  g_string_append_printf (string, "%04d", day->year);
  if (day->month > 0)
    g_string_append_printf (string, "-%02d", day->month);
  if (day->month > 0 && day->day > 0)
    g_string_append_printf (string, "-%02d", day->day);
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
  g_autoptr (GString) string = g_string_sized_new (24);

  append_day (string, first);
  if (last == NULL || last->year == 0)
    g_string_append (string, "/..");
  else if (!same_day (first, last))
    {
      g_string_append_c (string, '/');
      append_day (string, last);
    }

  return g_string_chunk_insert_const (self->strings, string->str);
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
      !take_small (line, &i, &number) || number > 24)
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
      if (take_small (line, &k, &number) && number < 60 && take_char (line, &k, HAN_MINUTE))
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

static void
finish_time (ShanhaiTimes *self,
             ShanhaiLine  *line,
             Point        *point,
             guint         start,
             guint         end,
             bool          since)
{
  ShanhaiTime time = { .start = start, .end = end };
  guint next = end;

  skip_spaces (line, &next);
  time.is_compared = shanhai_rules_match_before (self->rules, line->chars + line->clauses[start], line->chars + start,
                                                 SHANHAI_ROLE_BIT (SHANHAI_ROLE_THAN)) != NULL;
  /* 是2019年的2.3倍 */
  if (line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x662f || line->chars[start - 1] == 0x4e3a))
    time.is_compared = true;
  time.is_inner = line->chars[end] == HAN_OF && start > 0 && (line->chars[start - 1] == 0x4ece || line->chars[start - 1] == 0x7531);
  time.is_topic = starts_clause (line, start) && (since || line->chars[next] == ',' || line->chars[next] == ':');
  if (!point->is_unknown)
    {
      if (since && point->has_year && point->is_now)
        since = false;
      time.first = point->first;
      time.last = since ? self->today : point->last;
      /* from a later day than the text's own, or a half of a sentence that runs backwards: no span */
      if (time.last.year != 0 && compare_days (&time.first, &time.last) > 0)
        time.last = since ? (ShanhaiDay) { 0 } : time.first;
      time.text = since ? format_span (self, &time.first, &time.last) : format_span (self, &time.first, &time.last);
      time.is_full = point->has_year && point->first.day > 0;
      if (point->has_year && !since && !time.is_compared)
        {
          self->year = point->first.year;
          if (time.is_topic)
            self->any_year = self->year;
          self->year_sentence = point->is_relative ? line->sentences[start] : G_MAXUINT;
        }
    }
  g_array_append_val (self->times, time);
  mark (line, start, end);
}

static bool
stands_behind (const ShanhaiLine *line,
               guint              at,
               const char        *words)
{
  gsize n = strlen (words);

  if (at < n)
    return false;
  for (gsize i = 0; i < n; i++)
    if (line->chars[at - n + i] != (guint16) words[i])
      return false;

  return true;
}

/* since 2016, by the end of 2019: English says before a time what Chinese says behind it */
static void
read_prefix (const ShanhaiLine *line,
             guint              at,
             Point             *point,
             bool              *since)
{
  if (point->is_unknown || point->is_now)
    return;

  if (stands_behind (line, at, "since "))
    *since = true;
  else if (stands_behind (line, at, "end of ") && point->last.day == 0)
    {
      if (point->last.month == 0)
        point->last.month = 12;
      point->last.day = days_in_month (point->last.year, point->last.month);
      point->first = point->last;
    }
}

static bool
read_time (ShanhaiTimes *self,
           ShanhaiLine  *line,
           guint        *at)
{
  guint i = *at;
  Point point;
  bool since = false;

  if (!read_short_range (self, line, &i, &point))
    {
      if (!read_point (self, line, &i, &point))
        return false;
      if (!line->is_chinese)
        read_prefix (line, *at, &point, &since);
      read_suffix (self, line, &i, &point, &since);
      if (!since && !point.is_now && (point.first.year > 0 || point.first.month > 0) && line->chars[i] != HAN_OF)
        read_range_end (self, line, &i, &point, &since);
    }
  if (!since)
    read_suffix (self, line, &i, &point, &since);

  finish_time (self, line, &point, *at, i, since);
  *at = i;
  return true;
}

/* 一、2019年工作回顾: speaks for the paragraphs of its section */
static void
find_section (ShanhaiTimes      *self,
              const ShanhaiLine *line)
{
  const ShanhaiTime *time;
  guint i = 0;

  skip_spaces (line, &i);
  if (line->n > MAX_SECTION || !shanhai_is_han_digit (line->chars[i]) || line->chars[i + 1] != 0x3001)
    return;

  time = self->times->len == 1 ? &g_array_index (self->times, ShanhaiTime, 0) : NULL;
  self->section = time != NULL && time->first.month == 0 && !time->is_compared ? time->text : NULL;
}

void
shanhai_times_read (ShanhaiTimes *self,
                    ShanhaiLine  *line)
{
  g_array_set_size (self->times, 0);
  self->year = 0;
  self->year_sentence = G_MAXUINT;

  for (guint i = 0; i < line->n;)
    {
      guint at = i;

      /* where no time can begin */
      if (!shanhai_char_is (line->chars[i], SHANHAI_CHAR_DIGIT | SHANHAI_CHAR_HAN_DIGIT | SHANHAI_CHAR_HAN_MAGNITUDE) &&
          !shanhai_rules_may_begin (self->rules, line->chars[i], POINT_ROLES))
        {
          i++;
          continue;
        }
      if (self->year_sentence != G_MAXUINT && self->year_sentence != line->sentences[i])
        self->year = 0;
      if (take_clock (line, &at))
        {
          mark (line, i, at);
          i = at;
        }
      else if (read_time (self, line, &at))
        i = at;
      else
        i++;
    }

  find_section (self, line);
}
