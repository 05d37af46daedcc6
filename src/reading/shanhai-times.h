/* shanhai-times.h - the times that a line names, resolved against the text's own date. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times are EDTF. A relative word (去年, last year) in a text whose date isn't known names a time without a text. For the files of this room. */

#pragma once

#include "shanhai-line.h"

G_BEGIN_DECLS

typedef struct
{
  int year;
  int month;   /* 0 where only the year is known */
  int day;
} ShanhaiDay;

typedef struct
{
  guint       start;        /* characters of the line */
  guint       end;
  const char *text;         /* (nullable): EDTF, owned by the string chunk */
  ShanhaiDay  first;
  ShanhaiDay  last;
  bool        is_topic;     /* 2019年，… : speaks for the sentences that follow, too */
  bool        is_compared;  /* 比2018年, 今天从…获悉: not the time of the figure */
  bool        is_inner;     /* 从2014年底的: of the figure behind it alone */
  bool        is_full;      /* a calendar day with its year */
  bool        is_span;      /* 十三五 */
  bool        is_plain_year; /* 2018年, and no more than that */
  bool        is_between;   /* 2013—2018年: both ends are named */
  bool        is_since;     /* 2016年以来 */
  bool        is_passing;   /* 目前, 12年来: of its clause or its sentence alone */
} ShanhaiTime;

typedef struct
{
  const ShanhaiRules *rules;
  ShanhaiDay          today;      /* the text's own date; year 0 where it isn't known */
  GStringChunk       *strings;
  GArray             *times;      /* ShanhaiTime of the line, in order */
  const char         *section;    /* (nullable): what the heading of the section names: 一、2019年工作回顾; else what the report as a whole is about */
  const char         *report;     /* (nullable): the year that its title names: 2018年工作情况报告 */
  int                 report_year;  /* the same; 0 for none */
  int                 section_year; /* of `section`, where it is one; 0 otherwise */
  guint               n_lines;    /* read so far */
  int                 any_year;   /* the last one named in the text; 0 for none */
  int                 span_first; /* years of the last span named in the text, which 三年来 means; 0 for none */
  int                 span_last;
  int                 era;        /* years that the text's own begin after: 1911 for 民國108年; 0 where it counts as everybody does */
  const char         *currency;   /* (nullable): the money that such a text calls 元 */
  int                 year;       /* the last one named in the line; 0 for none */
  int                 year_before; /* the relative one of an earlier sentence of the line; 0 for none */
  guint               year_sentence;  /* where a relative one was named, which holds for its sentence; G_MAXUINT otherwise */
} ShanhaiTimes;

/* forgets what the lines before have said, but for the text's date and its era */
void        shanhai_times_restart      (ShanhaiTimes       *self);
/* Finds the line's times and marks their characters. */
void        shanhai_times_read         (ShanhaiTimes       *self,
                                        ShanhaiLine        *line);
/* times of the line that begin before the character */
guint       shanhai_times_count_before (const ShanhaiTimes *self,
                                        guint               at);
/* whether the time begins in a later year or month than the text's own date has; false where either isn't known */
bool        shanhai_times_is_to_come   (const ShanhaiTimes *self,
                                        const ShanhaiTime  *time);
/* (nullable): 2013/2019, of two times */
const char *shanhai_times_span         (ShanhaiTimes       *self,
                                        const ShanhaiTime  *from,
                                        const ShanhaiTime  *to);
/* 2013, 2013-09, 2013-09-01 */
const char *shanhai_times_day          (ShanhaiTimes       *self,
                                        const ShanhaiDay   *day);

G_END_DECLS
