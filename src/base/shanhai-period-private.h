/* shanhai-period-private.h - what a period is made of, for reading and writing it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files shanhai-period*.c alone. */

#pragma once

#include "shanhai-period.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_MOMENT_OPEN,               /* .. */
  SHANHAI_MOMENT_UNKNOWN,            /* nothing on that side of the solidus */
  SHANHAI_MOMENT_YEAR,               /* 2019 */
  SHANHAI_MOMENT_MONTH,              /* 2019-12 */
  SHANHAI_MOMENT_DAY,                /* 2019-12-31 */
  SHANHAI_MOMENT_TIME,               /* 2019-12-31T09:30:00+08:00 */
  SHANHAI_MOMENT_SEASON,             /* 2019-21: `month` is 21 … 24 */
  SHANHAI_MOMENT_DECADE,             /* 201X: `year` is 2010 */
  SHANHAI_MOMENT_CENTURY,            /* 20XX: `year` is 2000 */
  SHANHAI_MOMENT_SOME_MONTH,         /* 2019-XX */
  SHANHAI_MOMENT_SOME_DAY,           /* 2019-12-XX */
  SHANHAI_MOMENT_SOME_DAY_OF_YEAR,   /* 2019-XX-XX */
} ShanhaiMomentKind;

typedef struct
{
  ShanhaiMomentKind kind;
  gint64            year;
  gint32            first_day;
  gint32            last_day;
  guint8            month;
  guint8            day;
  guint8            hour;
  guint8            minute;
  bool              approximate;
  bool              uncertain;
} ShanhaiMoment;

struct _ShanhaiPeriod
{
  ShanhaiMoment start;
  ShanhaiMoment end;     /* the same as `start` where it isn't a span */
  bool          is_span;
  char          text[];
};

int    shanhai_days_in_month (gint64 year,
                              int    month);
gint32 shanhai_day_number    (gint64 year,
                              int    month,
                              int    day);

G_END_DECLS
