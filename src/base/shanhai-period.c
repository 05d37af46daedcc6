/* shanhai-period.c - when: EDTF (ISO 8601-2), levels 0 and 1, read and compared. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the Library of Congress's specification of the Extended Date/Time Format (2019): https://www.loc.gov/standards/datetime/.
 * Level 1 as it stands there: unspecified digits and long years stand alone, not in spans; one qualifier at the end of each date. A period
 * never changes after it is made. */

#include "shanhai-period-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_IN_ERA 146097  /* 400 years of the Gregorian calendar */
#define MAX_YEAR_DIGITS 15

G_DEFINE_BOXED_TYPE (ShanhaiPeriod, shanhai_period, shanhai_period_copy, shanhai_period_free)
G_DEFINE_QUARK (shanhai-period-error-quark, shanhai_period_error)

static bool
is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
shanhai_days_in_month (gint64 year,
                       int    month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* Counting years from March puts the leap day at a year's end, so that the days before a month need no table: 153 in any five months. */
gint32
shanhai_day_number (gint64 year,
                    int    month,
                    int    day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  gint64 number = era * DAYS_IN_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (gint32) CLAMP (number, (gint64) SHANHAI_DAY_BEFORE_ALL + 1, (gint64) SHANHAI_DAY_AFTER_ALL - 1);
}

static void
set_days (ShanhaiMoment *moment)
{
  gint64 year = moment->year;
  gint64 last_year = year;
  int first_month = 1, last_month = 12;

  switch (moment->kind)
    {
    case SHANHAI_MOMENT_OPEN:
    case SHANHAI_MOMENT_UNKNOWN:
      moment->first_day = SHANHAI_DAY_BEFORE_ALL;
      moment->last_day = SHANHAI_DAY_AFTER_ALL;
      return;

    case SHANHAI_MOMENT_DAY:
    case SHANHAI_MOMENT_TIME:
      moment->first_day = moment->last_day = shanhai_day_number (year, moment->month, moment->day);
      return;

    case SHANHAI_MOMENT_MONTH:
    case SHANHAI_MOMENT_SOME_DAY:
      first_month = last_month = moment->month;
      break;

    case SHANHAI_MOMENT_SEASON:
      /* quarters of the meteorological year; winter reaches into the next year */
      first_month = 3 * (moment->month - 20);
      last_month = first_month == 12 ? 2 : first_month + 2;
      last_year = first_month == 12 ? year + 1 : year;
      break;

    case SHANHAI_MOMENT_DECADE:
      last_year = year + 9;
      break;

    case SHANHAI_MOMENT_CENTURY:
      last_year = year + 99;
      break;

    case SHANHAI_MOMENT_YEAR:
    case SHANHAI_MOMENT_SOME_MONTH:
    case SHANHAI_MOMENT_SOME_DAY_OF_YEAR:
    default:
      break;
    }

  moment->first_day = shanhai_day_number (year, first_month, 1);
  moment->last_day = shanhai_day_number (last_year, last_month, shanhai_days_in_month (last_year, last_month));
}

/* What is being read: `p` moves, nothing behind `end` is looked at. */
typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static bool
take_char (Cursor *at,
           char    c)
{
  if (at->p == at->end || *at->p != c)
    return false;

  at->p++;
  return true;
}

static bool
take_digits (Cursor *at,
             int     n,
             int    *out)
{
  int value = 0;

  if (at->end - at->p < n)
    return false;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (at->p[i]))
        return false;
      value = value * 10 + (at->p[i] - '0');
    }

  at->p += n;
  *out = value;
  return true;
}

static bool
take_unspecified (Cursor *at)
{
  if (at->end - at->p < 2 || at->p[0] != 'X' || at->p[1] != 'X')
    return false;

  at->p += 2;
  return true;
}

G_GNUC_PRINTF (2, 3)
static bool
fail_date (GError     **error,
           const char  *format,
           ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_DATE, format, args));
  va_end (args);
  return false;
}

/* All that can't be read leads here; the caller, who has the whole text, writes the message. */
static bool
fail_syntax (GError **error)
{
  g_set_error_literal (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX, "");
  return false;
}

/* after the T: hh:mm:ss and nothing, Z, ±hh or ±hh:mm */
static bool
read_time (Cursor         *at,
           ShanhaiMoment  *moment,
           GError        **error)
{
  int hour, minute, second, zone_hour = 0, zone_minute = 0;

  if (!take_digits (at, 2, &hour) || !take_char (at, ':') || !take_digits (at, 2, &minute) || !take_char (at, ':') ||
      !take_digits (at, 2, &second))
    return fail_syntax (error);

  if (take_char (at, '+') || take_char (at, '-'))
    {
      if (!take_digits (at, 2, &zone_hour) || (take_char (at, ':') && !take_digits (at, 2, &zone_minute)))
        return fail_syntax (error);
    }
  else
    take_char (at, 'Z');

  if (hour > 23 || zone_hour > 23)
    return fail_date (error, _("there is no such hour: %d"), MAX (hour, zone_hour));
  if (minute > 59 || zone_minute > 59)
    return fail_date (error, _("there is no such minute: %d"), MAX (minute, zone_minute));
  if (second > 59)
    return fail_date (error, _("there is no such second: %d"), second);

  moment->kind = SHANHAI_MOMENT_TIME;
  moment->hour = (guint8) hour;
  moment->minute = (guint8) minute;
  return true;
}

/* Y and at least five digits, the first of them not 0 */
static bool
read_long_year (Cursor         *at,
                ShanhaiMoment  *moment,
                GError        **error)
{
  bool negative = take_char (at, '-');
  int n = 0;

  moment->kind = SHANHAI_MOMENT_YEAR;
  for (; at->p < at->end && g_ascii_isdigit (*at->p); at->p++, n++)
    {
      if (n == MAX_YEAR_DIGITS)
        return fail_syntax (error);
      moment->year = moment->year * 10 + (*at->p - '0');
    }
  if (n < 5 || *(at->p - n) == '0')
    return fail_syntax (error);

  if (negative)
    moment->year = -moment->year;
  return true;
}

static bool
read_year (Cursor         *at,
           ShanhaiMoment  *moment,
           GError        **error)
{
  bool negative = take_char (at, '-');
  int year;

  moment->kind = SHANHAI_MOMENT_YEAR;
  if (take_digits (at, 4, &year))
    {
      if (negative && year == 0)
        return fail_syntax (error);
    }
  else if (take_digits (at, 3, &year) && take_char (at, 'X'))
    {
      moment->kind = SHANHAI_MOMENT_DECADE;
      year *= 10;
    }
  else if (take_digits (at, 2, &year) && take_unspecified (at))
    {
      moment->kind = SHANHAI_MOMENT_CENTURY;
      year *= 100;
    }
  else
    return fail_syntax (error);

  /* -201X counts away from nought, so it runs from -2019 */
  moment->year = negative ? -year : year;
  if (negative && moment->kind == SHANHAI_MOMENT_DECADE)
    moment->year -= 9;
  if (negative && moment->kind == SHANHAI_MOMENT_CENTURY)
    moment->year -= 99;
  return true;
}

/* the month or season and what follows it, behind a year and a hyphen */
static bool
read_month (Cursor         *at,
            ShanhaiMoment  *moment,
            GError        **error)
{
  int month, day;

  if (take_unspecified (at))
    {
      moment->kind = SHANHAI_MOMENT_SOME_MONTH;
      if (take_char (at, '-'))
        {
          if (!take_unspecified (at))
            return fail_syntax (error);
          moment->kind = SHANHAI_MOMENT_SOME_DAY_OF_YEAR;
        }
      return true;
    }

  if (!take_digits (at, 2, &month))
    return fail_syntax (error);
  if (month >= 21 && month <= 24)
    moment->kind = SHANHAI_MOMENT_SEASON;
  else if (month >= 1 && month <= 12)
    moment->kind = SHANHAI_MOMENT_MONTH;
  else
    return fail_date (error, _("there is no such month: %d"), month);
  moment->month = (guint8) month;

  if (!take_char (at, '-'))
    return true;
  if (moment->kind == SHANHAI_MOMENT_SEASON)
    return fail_syntax (error);

  if (take_unspecified (at))
    {
      moment->kind = SHANHAI_MOMENT_SOME_DAY;
      return true;
    }
  if (!take_digits (at, 2, &day))
    return fail_syntax (error);
  if (day < 1 || day > shanhai_days_in_month (moment->year, month))
    return fail_date (error, _("that month has no such day: %d"), day);
  moment->day = (guint8) day;
  moment->kind = SHANHAI_MOMENT_DAY;

  return !take_char (at, 'T') || read_time (at, moment, error);
}

static void
read_qualifier (Cursor        *at,
                ShanhaiMoment *moment)
{
  if (take_char (at, '~'))
    moment->approximate = true;
  else if (take_char (at, '?'))
    moment->uncertain = true;
  else if (take_char (at, '%'))
    moment->approximate = moment->uncertain = true;
}

static bool
read_moment (const char     *start,
             const char     *end,
             bool            in_span,
             ShanhaiMoment  *moment,
             GError        **error)
{
  Cursor at = { start, end };

  *moment = (ShanhaiMoment) { .kind = SHANHAI_MOMENT_OPEN };

  if (in_span && start == end)
    moment->kind = SHANHAI_MOMENT_UNKNOWN;
  else if (in_span && end - start == 2 && start[0] == '.' && start[1] == '.')
    at.p = end;
  else if (!in_span && take_char (&at, 'Y'))
    {
      if (!read_long_year (&at, moment, error))
        return false;
      read_qualifier (&at, moment);
    }
  else
    {
      if (!read_year (&at, moment, error))
        return false;
      if (moment->kind == SHANHAI_MOMENT_YEAR && take_char (&at, '-') && !read_month (&at, moment, error))
        return false;
      if (in_span && (moment->kind >= SHANHAI_MOMENT_DECADE || moment->kind == SHANHAI_MOMENT_TIME))
        return fail_syntax (error);
      if (moment->kind != SHANHAI_MOMENT_TIME)
        read_qualifier (&at, moment);
    }

  if (at.p != end)
    return fail_syntax (error);

  set_days (moment);
  return true;
}

static bool
is_date (const ShanhaiMoment *moment)
{
  return moment->kind != SHANHAI_MOMENT_OPEN && moment->kind != SHANHAI_MOMENT_UNKNOWN;
}

static bool
read_period (const char     *text,
             ShanhaiPeriod  *out,
             GError        **error)
{
  const char *end = text + strlen (text);
  const char *solidus = strchr (text, '/');

  if (solidus == NULL)
    {
      if (!read_moment (text, end, false, &out->start, error))
        return false;
      out->end = out->start;
      return true;
    }

  out->is_span = true;
  if (!read_moment (text, solidus, true, &out->start, error) ||
      !read_moment (solidus + 1, end, true, &out->end, error))
    return false;

  if (!is_date (&out->start) && !is_date (&out->end))
    return fail_syntax (error);
  if (is_date (&out->start) && is_date (&out->end) && out->end.last_day < out->start.first_day)
    {
      g_set_error (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_ORDER, _("the end lies before the start: %s"), text);
      return false;
    }

  return true;
}

/**
 * shanhai_period_parse:
 * @text: EDTF of level 0 or 1
 *
 * Errors: SHANHAI_PERIOD_ERROR_SYNTAX, _DATE (no such month, day, hour), _ORDER (a span whose end lies before its start).
 *
 * Returns: (transfer full): the period, or NULL with @error set
 */
ShanhaiPeriod *
shanhai_period_parse (const char  *text,
                      GError     **error)
{
  ShanhaiPeriod parts = { .is_span = false };
  GError *reason = NULL;
  ShanhaiPeriod *self;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (!read_period (text, &parts, &reason))
    {
      if (reason->code == SHANHAI_PERIOD_ERROR_SYNTAX)
        {
          g_clear_error (&reason);
          g_set_error (&reason, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX,
                       _("not an EDTF date or span: “%s”"), text);
        }
      g_propagate_error (error, reason);
      return NULL;
    }

  length = strlen (text);
  self = g_malloc (sizeof *self + length + 1);
  *self = parts;
  memcpy (self->text, text, length + 1);
  return self;
}

/**
 * shanhai_period_copy:
 * @self: (nullable): a period
 *
 * Returns: (transfer full) (nullable): a copy
 */
ShanhaiPeriod *
shanhai_period_copy (const ShanhaiPeriod *self)
{
  return self != NULL ? g_memdup2 (self, sizeof *self + strlen (self->text) + 1) : NULL;
}

/**
 * shanhai_period_free:
 * @self: (transfer full) (nullable): a period
 */
void
shanhai_period_free (ShanhaiPeriod *self)
{
  g_free (self);
}

/**
 * shanhai_period_equal:
 *
 * Returns: whether both have the same text; two NULLs are equal
 */
bool
shanhai_period_equal (const ShanhaiPeriod *a,
                      const ShanhaiPeriod *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a->text, b->text) == 0);
}

/**
 * shanhai_period_compare:
 *
 * Returns: less than, equal to or greater than 0: by first day, last day and text, NULL last
 */
int
shanhai_period_compare (const ShanhaiPeriod *a,
                        const ShanhaiPeriod *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  if (a->start.first_day != b->start.first_day)
    return a->start.first_day < b->start.first_day ? -1 : 1;
  if (a->end.last_day != b->end.last_day)
    return a->end.last_day < b->end.last_day ? -1 : 1;
  return strcmp (a->text, b->text);
}

/**
 * shanhai_period_get_text:
 *
 * Returns: the text, exactly as it was given
 */
const char *
shanhai_period_get_text (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * shanhai_period_get_first_day:
 *
 * Returns: the first day it can mean; SHANHAI_DAY_BEFORE_ALL where the start is open or unknown
 */
gint32
shanhai_period_get_first_day (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, SHANHAI_DAY_BEFORE_ALL);

  return self->start.first_day;
}

/**
 * shanhai_period_get_last_day:
 *
 * Returns: the last day it can mean; SHANHAI_DAY_AFTER_ALL where the end is open or unknown
 */
gint32
shanhai_period_get_last_day (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, SHANHAI_DAY_AFTER_ALL);

  return self->end.last_day;
}

/**
 * shanhai_period_is_span:
 *
 * Returns: whether it has two ends
 */
bool
shanhai_period_is_span (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, false);

  return self->is_span;
}

/**
 * shanhai_period_is_open_start:
 *
 * Returns: whether it has no start, or none that is known
 */
bool
shanhai_period_is_open_start (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, false);

  return !is_date (&self->start);
}

/**
 * shanhai_period_is_open_end:
 *
 * Returns: whether it has no end, or none that is known
 */
bool
shanhai_period_is_open_end (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, false);

  return !is_date (&self->end);
}

/**
 * shanhai_period_is_approximate:
 *
 * Returns: whether either end has ~ or %
 */
bool
shanhai_period_is_approximate (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, false);

  return self->start.approximate || self->end.approximate;
}

/**
 * shanhai_period_is_uncertain:
 *
 * Returns: whether either end has ? or %
 */
bool
shanhai_period_is_uncertain (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, false);

  return self->start.uncertain || self->end.uncertain;
}

/**
 * shanhai_period_overlaps:
 *
 * Returns: whether there is a day in both
 */
bool
shanhai_period_overlaps (const ShanhaiPeriod *a,
                         const ShanhaiPeriod *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, false);

  return a->start.first_day <= b->end.last_day && b->start.first_day <= a->end.last_day;
}

/**
 * shanhai_period_contains:
 *
 * Returns: whether all days of @inner are in @outer
 */
bool
shanhai_period_contains (const ShanhaiPeriod *outer,
                         const ShanhaiPeriod *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, false);

  return outer->start.first_day <= inner->start.first_day && inner->end.last_day <= outer->end.last_day;
}

/* the last year that a moment names; winter belongs to the year in which it begins */
static gint64
moment_last_year (const ShanhaiMoment *moment)
{
  if (moment->kind == SHANHAI_MOMENT_DECADE)
    return moment->year + 9;
  if (moment->kind == SHANHAI_MOMENT_CENTURY)
    return moment->year + 99;
  return moment->year;
}

static int
int_year (gint64 year)
{
  return (int) CLAMP (year, G_MININT, G_MAXINT);
}

/**
 * shanhai_period_get_year:
 *
 * Returns: the year that a stock figure of this time stands for: a span's last year, or its first where the end is open
 */
int
shanhai_period_get_year (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return int_year (is_date (&self->end) ? moment_last_year (&self->end) : self->start.year);
}

/**
 * shanhai_period_get_first_year:
 *
 * Returns: the first year it names; where the start is open, the year of its end
 */
int
shanhai_period_get_first_year (const ShanhaiPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return int_year (is_date (&self->start) ? self->start.year : self->end.year);
}

/**
 * shanhai_period_get_position:
 *
 * Returns: the place of its last day on an axis of years on which the last day of 2019 stands at 2019; where the end is open, the place of
 *   its start
 */
double
shanhai_period_get_position (const ShanhaiPeriod *self)
{
  const ShanhaiMoment *moment;
  gint64 year;
  gint32 before, length;

  g_return_val_if_fail (self != NULL, 0);

  moment = is_date (&self->end) ? &self->end : &self->start;
  year = moment_last_year (moment);
  if (moment->last_day > shanhai_day_number (year, 12, 31))
    year++;

  before = shanhai_day_number (year, 1, 1);
  length = is_leap_year (year) ? 366 : 365;
  /* also a year so far away that its days can't be counted */
  if (moment->last_day - before + 1 >= length || moment->last_day == SHANHAI_DAY_AFTER_ALL - 1 ||
      moment->last_day == SHANHAI_DAY_BEFORE_ALL + 1)
    return (double) year;
  return (double) (year - 1) + (double) (moment->last_day - before + 1) / (double) length;
}
