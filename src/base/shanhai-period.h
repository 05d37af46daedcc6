/* shanhai-period.h - when: EDTF (ISO 8601-2), levels 0 and 1. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date, a span, an open span (`2016/..`), an uncertain one (`2019?`), an approximate one (`2019~`), one with unspecified digits (`201X`),
 * a season (`2019-21`) or a date with a time. The text is kept exactly as it was given, so that a file saves byte for byte; what it means
 * is the range of days from its first possible day to its last. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

#include "shanhai-number.h"

G_BEGIN_DECLS

typedef struct _ShanhaiPeriod ShanhaiPeriod;

#define SHANHAI_TYPE_PERIOD (shanhai_period_get_type ())

typedef enum
{
  SHANHAI_PERIOD_ERROR_SYNTAX,  /* not EDTF level 0 or 1 */
  SHANHAI_PERIOD_ERROR_DATE,    /* no such month or day */
  SHANHAI_PERIOD_ERROR_ORDER,   /* the end lies before the start */
} ShanhaiPeriodError;

#define SHANHAI_PERIOD_ERROR (shanhai_period_error_quark ())

/* a day of the proleptic Gregorian calendar as days since 0000-03-01; these bound every period */
#define SHANHAI_DAY_BEFORE_ALL G_MININT32
#define SHANHAI_DAY_AFTER_ALL G_MAXINT32

GType           shanhai_period_get_type      (void) G_GNUC_CONST;
GQuark          shanhai_period_error_quark   (void);

ShanhaiPeriod  *shanhai_period_parse         (const char           *text,
                                              GError              **error);
/* As people write it: 2019年底, 截至2019年底, 2016年以来, 2014年至2020年, 2019年12月, 去年 / last year (relative to `reference`, may be NULL: then relative
 * words are an error), since 2016, end of 2019, and every EDTF text. */
ShanhaiPeriod  *shanhai_period_parse_people  (const char           *text,
                                              const ShanhaiPeriod  *reference,
                                              GError              **error);
ShanhaiPeriod  *shanhai_period_copy          (const ShanhaiPeriod  *self);
void            shanhai_period_free          (ShanhaiPeriod        *self);
bool            shanhai_period_equal         (const ShanhaiPeriod  *a,
                                              const ShanhaiPeriod  *b);
/* by first day, then last day, then text; NULL last */
int             shanhai_period_compare       (const ShanhaiPeriod  *a,
                                              const ShanhaiPeriod  *b);
const char     *shanhai_period_get_text      (const ShanhaiPeriod  *self);

gint32          shanhai_period_get_first_day (const ShanhaiPeriod  *self);
gint32          shanhai_period_get_last_day  (const ShanhaiPeriod  *self);
bool            shanhai_period_is_span       (const ShanhaiPeriod  *self);
bool            shanhai_period_is_open_start (const ShanhaiPeriod  *self);
bool            shanhai_period_is_open_end   (const ShanhaiPeriod  *self);
bool            shanhai_period_is_approximate (const ShanhaiPeriod *self);
bool            shanhai_period_is_uncertain  (const ShanhaiPeriod  *self);
bool            shanhai_period_overlaps      (const ShanhaiPeriod  *a,
                                              const ShanhaiPeriod  *b);
bool            shanhai_period_contains      (const ShanhaiPeriod  *outer,
                                              const ShanhaiPeriod  *inner);

/* The calendar year that a stock figure of this time stands for, and whether it is one: 2019-12-31, 2019-12, 2019 → 2019. For a span its last
 * year; for an open end its first. */
int             shanhai_period_get_year      (const ShanhaiPeriod  *self);
int             shanhai_period_get_first_year (const ShanhaiPeriod *self);
/* The place on an axis of years: 2019-12-31 and 2019 → 2019 (an end-of-year figure stands at its year); 2019-06-30 → about 2018.5; spans: their end. */
double          shanhai_period_get_position  (const ShanhaiPeriod  *self);

/* "31 Dec 2019", "end of 2019" (2019-12-31), "2014–2020", "since 2016", "up to 15 Oct 2020", "about 2019"; 2019年底, 2014—2020年, 2016年以来, 截至2020年10月15日 */
char           *shanhai_period_format        (const ShanhaiPeriod  *self,
                                              ShanhaiLanguage       language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiPeriod, shanhai_period_free)

G_END_DECLS
