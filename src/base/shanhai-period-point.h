/* shanhai-period-point.h - one end of a time as people write it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files shanhai-period*.c alone. */

#pragma once

#include "shanhai-period-private.h"

G_BEGIN_DECLS

#define SHANHAI_POINT_SIZE 16

typedef struct
{
  int  year;
  int  month;                      /* 0 where only the year is said */
  int  day;                        /* 0 likewise */
  bool has_year;                   /* said, not taken over from the point before */
  char first[SHANHAI_POINT_SIZE];  /* EDTF */
  char last[SHANHAI_POINT_SIZE];
} ShanhaiPoint;

/* `misses_reference` is set where a word like 去年 has nothing to count from. */
typedef struct
{
  const char          *p;
  const ShanhaiPeriod *reference;
  bool                 misses_reference;
} ShanhaiTimeReader;

/* takes the first of the words, which NULL ends, that stands there */
bool shanhai_take_any   (const char          **p,
                         const char * const   *words);

#define SHANHAI_TAKE_ANY(p, ...) shanhai_take_any ((p), (const char * const[]) { __VA_ARGS__, NULL })

/* `before`: the point that this one continues (5月 of 2019年3月至5月), or NULL */
bool shanhai_point_read (ShanhaiTimeReader    *self,
                         const ShanhaiPoint   *before,
                         ShanhaiPoint         *point);

G_END_DECLS
