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
bool  shanhai_numbers_read     (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                guint               at,
                                ShanhaiMention     *mention,
                                guint              *next);
/* pieces of it that English uses, too */
guint              shanhai_numbers_skip_gap     (const ShanhaiLine   *line,
                                                 guint                at);
const ShanhaiRule *shanhai_numbers_match        (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 guint                at,
                                                 guint64              roles);
guint              shanhai_numbers_read_number  (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 guint                at,
                                                 ShanhaiNumeralFlags  flags,
                                                 ShanhaiNumeral      *numeral);
guint              shanhai_numbers_skip         (const ShanhaiLine   *line,
                                                 guint                at);
guint              shanhai_numbers_take_currency (const ShanhaiLine  *line,
                                                 ShanhaiMention      *mention);
bool               shanhai_numbers_scale        (ShanhaiMention       *mention,
                                                 const ShanhaiDecimal *times);
bool               shanhai_numbers_is_code      (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 guint                at,
                                                 bool                 han);
void               shanhai_numbers_take_money_name (const ShanhaiRules *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_before  (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_range   (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiNumeral      *first,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_coins   (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_half   (const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_tenth_part (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);
void               shanhai_numbers_take_behind  (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 ShanhaiMention      *mention);

/* 台（套）: behind the brackets; `at` when none are there */
guint              shanhai_numbers_take_bracket (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 guint                at);
/* 三级, 80后, 1+N */
bool               shanhai_numbers_is_trap      (const ShanhaiRules  *rules,
                                                 const ShanhaiLine   *line,
                                                 const ShanhaiMention *mention);
bool               shanhai_numbers_is_quoted_name (const ShanhaiLine *line,
                                                 const ShanhaiMention *mention);

void               shanhai_numbers_set          (ShanhaiMention       *mention,
                                                 const ShanhaiNumeral *numeral);

/* the same for parts of a whole: 三分之二, 一半 */
bool  shanhai_shares_read      (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                guint               at,
                                ShanhaiMention     *mention,
                                guint              *next);

/* the same for numbers in English letters, and for English words behind digits */
bool  shanhai_english_starts   (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                guint               at);
bool  shanhai_english_read     (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                guint               at,
                                ShanhaiMention     *mention,
                                guint              *next);

/* links, units and counted things; drops what counts nothing */
void  shanhai_context_resolve  (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                GArray             *mentions);
void  shanhai_when_resolve     (ShanhaiTimes       *times,
                                const ShanhaiLine  *line,
                                GArray             *mentions);
void  shanhai_kind_resolve     (const ShanhaiRules *rules,
                                const ShanhaiLine  *line,
                                GArray             *mentions);

G_END_DECLS
