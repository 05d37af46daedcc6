/* shanhai-time-format.c - times as EDTF, and which of two is earlier. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

/* where one of them says less, only what both say is compared */
int
shanhai_time_compare_days (const ShanhaiDay *a,
                           const ShanhaiDay *b)
{
  if (a->year != b->year)
    return a->year - b->year;
  if (a->month == 0 || b->month == 0 || a->month != b->month)
    return a->month == 0 || b->month == 0 ? 0 : a->month - b->month;

  return a->day == 0 || b->day == 0 ? 0 : a->day - b->day;
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

const char *
shanhai_time_format_span (ShanhaiTimes     *self,
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

  return shanhai_time_format_span (self, &first, &last);
}

const char *
shanhai_times_day (ShanhaiTimes     *self,
                   const ShanhaiDay *day)
{
  return shanhai_time_format_span (self, day, day);
}
