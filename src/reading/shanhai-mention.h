/* shanhai-mention.h - a number in a line, on its way to a figure. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scanning (shanhai-numbers.c, shanhai-english.c) finds the numbers that can be figures, with their measure words and qualifiers; the context
 * (shanhai-context.c) finds what they count, and drops those that count nothing; shanhai-kind.c tells their kind, shanhai-when.c
 * their time. For the files of this room. */

#pragma once

#include "shanhai-line.h"
#include "shanhai-numeral.h"
#include "shanhai-times.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_LINK_NONE,
  SHANHAI_LINK_CHANGE,   /* 由159个减少到45个: of the same thing as the one before */
  SHANHAI_LINK_ABUT,     /* 6328户25878人 */
  SHANHAI_LINK_LIST,     /* 815元和615元, 9个镇街、19个企业 */
  SHANHAI_LINK_SAME,     /* 4,856 yuan ($692.47): the one before in other money */
} ShanhaiLink;

typedef struct
{
  guint              start;       /* characters of the line, qualifiers and measure word included */
  guint              end;
  guint              number;      /* where the number itself begins */
  guint              number_end;
  ShanhaiDecimal     value;
  ShanhaiDecimal     value_hi;
  ShanhaiDecimal     precision;
  const ShanhaiRule *measure;     /* NULL: none is printed */
  const char        *unit;
  const char        *period;      /* NULL for none */
  guint              counted;     /* characters of what is counted; empty where nothing says it */
  guint              counted_end;
  ShanhaiQualifier   qualifier;
  ShanhaiReadFigureKind  kind;
  guint8             link;
  bool               has_hi;
  bool               is_han;      /* in Chinese numerals */
  bool               is_small;    /* one Chinese digit, or 十 */
  bool               is_bare;     /* neither measure word nor magnitude */
  bool               is_lent;     /* unit and magnitude come from the next: the 2 of 2、3个 */
  bool               is_dropped;
  bool               is_named_money; /* 新台币300万元: the currency stands before it */
  bool               has_magnitude; /* 万, 亿 or one behind digits is printed */
  const ShanhaiRule *noun;        /* (nullable): the counted thing, where the rules know its word */
} ShanhaiMention;

/* Reads what begins at `at`: true and *mention where it can be a figure; *next is where to look on, always behind `at`. */
bool               shanhai_numbers_read            (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    ShanhaiMention       *mention,
                                                    guint                *next);
/* Pieces of it; English uses some, too. Those that take something add what they find to the mention, and move its start or end. */
/* behind a space, or `at` */
guint              shanhai_numbers_skip_gap        (const ShanhaiLine    *line,
                                                    guint                 at);
/* (nullable): the longest rule of the roles whose word begins there */
const ShanhaiRule *shanhai_numbers_match           (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    guint64               roles);
/* the number alone, and behind it; `at` when none is there */
guint              shanhai_numbers_read_number     (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    ShanhaiNumeralFlags   flags,
                                                    ShanhaiNumeral       *numeral);
/* behind all that could be part of a number */
guint              shanhai_numbers_skip            (const ShanhaiLine    *line,
                                                    guint                 at);
/* value and precision of the number */
void               shanhai_numbers_set             (ShanhaiMention       *mention,
                                                    const ShanhaiNumeral *numeral);
/* both ends times so much; false where that is too great a number */
bool               shanhai_numbers_scale           (ShanhaiMention       *mention,
                                                    const ShanhaiDecimal *times);
/* ￥, $ before the number: where the mention then starts */
guint              shanhai_numbers_take_currency   (const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
/* 新台币 before it */
void               shanhai_numbers_take_money_name (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
/* qualifiers: 近 before it, 以上 behind it */
void               shanhai_numbers_take_before     (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
void               shanhai_numbers_take_behind     (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
/* the upper end of 40~60 */
void               shanhai_numbers_take_range      (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiNumeral       *first,
                                                    ShanhaiMention       *mention);
/* 两块八, 两亩半, and the tenths of 三成 */
void               shanhai_numbers_take_coins      (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
void               shanhai_numbers_take_half       (const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
void               shanhai_numbers_take_tenth_part (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    ShanhaiMention       *mention);
/* 台（套）: behind the brackets; `at` when none are there */
guint              shanhai_numbers_take_bracket    (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at);
/* What only looks like a figure: the number of a phone or a licence, */
bool               shanhai_numbers_is_code         (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    bool                  han);
/* 三级, 80后, 1+N, */
bool               shanhai_numbers_is_trap         (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    const ShanhaiMention *mention);
/* “四个一”, */
bool               shanhai_numbers_is_quoted_name  (const ShanhaiLine    *line,
                                                    const ShanhaiMention *mention);
/* a formal digit of another word, 大陆, */
bool               shanhai_numbers_is_other_word   (const ShanhaiLine    *line,
                                                    guint                 at);
/* the rest of a number that a space tore, */
bool               shanhai_numbers_is_torn         (const ShanhaiLine    *line,
                                                    guint                 at);
/* 17 日, 18 时 35 分 */
bool               shanhai_numbers_is_spaced_date  (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    const ShanhaiMention *mention);
/* shanhai_numbers_read() for parts of a whole: 三分之二, 一半 */
bool               shanhai_shares_read             (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    ShanhaiMention       *mention,
                                                    guint                *next);
/* whether a number in digits or in English letters begins there */
bool               shanhai_english_starts          (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at);
/* shanhai_numbers_read() for such numbers and the English words behind them */
bool               shanhai_english_read            (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    guint                 at,
                                                    ShanhaiMention       *mention,
                                                    guint                *next);
/* links, units and counted things of a line's figures; drops what counts nothing */
void               shanhai_context_resolve         (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    GArray               *mentions);
/* their kinds, once they have links */
void               shanhai_kind_resolve            (const ShanhaiRules   *rules,
                                                    const ShanhaiLine    *line,
                                                    GArray               *mentions);
/* their periods, once they have kinds */
void               shanhai_when_resolve            (ShanhaiTimes         *times,
                                                    const ShanhaiLine    *line,
                                                    GArray               *mentions);

G_END_DECLS
