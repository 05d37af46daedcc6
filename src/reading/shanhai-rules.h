/* shanhai-rules.h - the words that the reader of articles knows, out of data/reading. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word may play several roles: 期 is a measure word, 户 a measure word and a noun. Words are matched in folded text (shanhai-line.h), longest
 * first, by a trie (shanhai-rule-trie.h): in time linear in the length of the longest word. Loaded once, never freed, safe to share among threads.
 *
 * The files: one rule a line, word|word…, attributes and an example, with tabs between; the head of each file says what its attributes mean. */

#pragma once

#include "shanhai-chars.h"
#include "shanhai-read-figure.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_ROLE_MEASURE,      /* behind a number: 人次 */
  SHANHAI_ROLE_NOUN,         /* what is counted: 贫困村 */
  SHANHAI_ROLE_ABSTRACT,     /* what nobody counts: 方面 */
  SHANHAI_ROLE_BEFORE,       /* qualifier before a number */
  SHANHAI_ROLE_AFTER,        /* qualifier behind one */
  SHANHAI_ROLE_PLAN,
  SHANHAI_ROLE_NO_PLAN,
  SHANHAI_ROLE_TRAP,         /* a word whose numbers are none: 五险一金 */
  SHANHAI_ROLE_TRAP_BEFORE,
  SHANHAI_ROLE_TRAP_AFTER,
  SHANHAI_ROLE_ANCHOR,       /* behind a length of time that only says when: 3年来 */
  SHANHAI_ROLE_LENGTH,       /* before one that is a figure: 为期3个月 */
  SHANHAI_ROLE_ANCHOR_BEFORE, /* before one that isn't: 历时3天 */
  SHANHAI_ROLE_STOP,
  SHANHAI_ROLE_LIGHT,
  SHANHAI_ROLE_CHANGE,
  SHANHAI_ROLE_OF,
  SHANHAI_ROLE_FILLER,
  SHANHAI_ROLE_CUE,          /* tells the kind of a figure near it */
  SHANHAI_ROLE_YEAR,         /* 去年; `number`: years from the text's own */
  SHANHAI_ROLE_MONTH,
  SHANHAI_ROLE_DAY,
  SHANHAI_ROLE_MONTH_NAME,   /* October; `number`: 1 … 12 */
  SHANHAI_ROLE_NOW,
  SHANHAI_ROLE_SAME,
  SHANHAI_ROLE_SPAN,         /* 十三五; years `number` to `number_hi` */
  SHANHAI_ROLE_NO_TIME,      /* 近年来 */
  SHANHAI_ROLE_END,
  SHANHAI_ROLE_BEGIN,
  SHANHAI_ROLE_SINCE,
  SHANHAI_ROLE_PART,         /* 上半年; months `number` to `number_hi` */
  SHANHAI_ROLE_THAN,
  SHANHAI_ROLE_AS_OF,
  SHANHAI_ROLE_SCOPE,        /* 情况报告: the year in such a title holds for the whole text */
  SHANHAI_ROLE_NUMBER,       /* six; `number` */
  SHANHAI_ROLE_POWER,        /* million; `number` is the power of ten */
  SHANHAI_ROLE_SHARE,        /* 一半; `times` of the whole */
  SHANHAI_ROLE_OF_WHOLE,     /* before or behind a SHARE that is a figure: 占一半 */
  SHANHAI_ROLE_TOLD,         /* 获悉, behind a day: when it was told */
  SHANHAI_ROLE_FOLLOWS,      /* 同时: the sentence goes on about the time of the one before */
  SHANHAI_ROLE_ONGOING,      /* 正在 */
  SHANHAI_ROLE_SUM,          /* totaling: before a number that counts, whatever it is */
  SHANHAI_ROLE_ERA,          /* a word of places whose years begin after `number`: 民國 */
} ShanhaiRole;

#define SHANHAI_ROLE_BIT(role) (G_GUINT64_CONSTANT (1) << (role))

/* of the words that are looked for at every character of a line */
#define SHANHAI_HIT_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_TRAP) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_CUE) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_PLAN) | \
                           SHANHAI_ROLE_BIT (SHANHAI_ROLE_NO_PLAN) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_ERA))
/* of those that name a time */
#define SHANHAI_TIME_POINT_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_YEAR) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_MONTH) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_DAY) | \
                                  SHANHAI_ROLE_BIT (SHANHAI_ROLE_NOW) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_SAME) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_SPAN) | \
                                  SHANHAI_ROLE_BIT (SHANHAI_ROLE_NO_TIME) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_MONTH_NAME) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_PART))

typedef enum
{
  SHANHAI_RULE_NOUN = 1 << 0,       /* measure: any noun beside it may say the unit */
  SHANHAI_RULE_OWN = 1 << 1,        /* measure: a noun that names this measure may */
  SHANHAI_RULE_WEAK = 1 << 2,
  SHANHAI_RULE_ARABIC = 1 << 3,
  SHANHAI_RULE_DURATION = 1 << 4,
  SHANHAI_RULE_PLACE = 1 << 5,
  SHANHAI_RULE_BARE = 1 << 6,       /* qualifier: 近百 */
  SHANHAI_RULE_BARE_ONLY = 1 << 7,
  SHANHAI_RULE_HAN = 1 << 8,
  SHANHAI_RULE_DIGITS = 1 << 9,
  SHANHAI_RULE_SMALL = 1 << 10,
  SHANHAI_RULE_TENS = 1 << 11,      /* twenty: -five may follow */
  SHANHAI_RULE_PREFIX = 1 << 12,    /* a unit that may stand before its number: RMB 4.7 million */
  SHANHAI_RULE_LATIN = 1 << 13,     /* needs the edges of a word around it */
  SHANHAI_RULE_VERB = 1 << 14,      /* measure: counts behind a small Chinese number, where a verb follows: 四度赴 */
  SHANHAI_RULE_DOUBLING = 1 << 15,  /* measure: so many times two: 翻两番 */
  SHANHAI_RULE_CLOSING = 1 << 16,   /* the end of the year that it names */
  SHANHAI_RULE_REACHES = 1 << 17,   /* qualifier: holds over the whole to its share, too: 约占全市的42% */
  SHANHAI_RULE_OUTSIDE = 1 << 18,   /* qualifier: no part of the figure's text: 至少有 */
  SHANHAI_RULE_ONWARDS = 1 << 19,   /* time: since what was named before, 至今 */
  SHANHAI_RULE_WIDE = 1 << 20,      /* cue: as loud in every clause behind it in its sentence: 审计发现 */
  SHANHAI_RULE_COUNTED = 1 << 21,   /* cue: heard only behind the figure, in what it counts: 名患者 */
  SHANHAI_RULE_NEXT = 1 << 22,      /* cue: heard only where it stands next to the figure, before it: 全县12个 */
  SHANHAI_RULE_THEN = 1 << 23,      /* cue: heard only right behind what the figure counts: 12名群众脱贫 */
  SHANHAI_RULE_SENT = 1 << 24,      /* cue: of what was done, not of a state, where the sentence has sent somebody before: 派出医疗队，接诊 */
} ShanhaiRuleFlags;

typedef enum
{
  SHANHAI_CLASS_MONEY = 1 << 0,
  SHANHAI_CLASS_PEOPLE = 1 << 1,
  SHANHAI_CLASS_PLACE = 1 << 2,
  SHANHAI_CLASS_ORG = 1 << 3,
  SHANHAI_CLASS_RATE = 1 << 4,
  SHANHAI_CLASS_EVENT = 1 << 5,
  SHANHAI_CLASS_TIME = 1 << 6,
  SHANHAI_CLASS_NATURE = 1 << 7,
  SHANHAI_CLASS_THING = 1 << 8,
} ShanhaiUnitClass;

typedef struct
{
  const char        *word;         /* as the file writes it */
  const char        *unit;         /* interned, or NULL */
  const char       **measures;     /* noun: measure words that it goes with, NULL-terminated; NULL for any */
  const char       **excluded;     /* measure: units of nouns that it doesn't go with, interned, NULL-terminated; NULL for none */
  const char       **behind;       /* measure: words right before the number without which it is none, NULL-terminated; NULL for any */
  ShanhaiDecimal     times;        /* base units that one of it has */
  int                number;
  int                number_hi;
  guint              flags;
  guint              classes;      /* cue: classes of units that it speaks for; 0 for all */
  gint16             weights[SHANHAI_N_READ_FIGURE_KINDS];  /* hundredths */
  guint16            length;       /* characters */
  gint32             next;         /* further rule of the same word; -1 for none */
  guint8             role;
  guint8             qualifier;
  guint8             first_kind;   /* cue: the kinds that have a weight are among these two and those between */
  guint8             last_kind;
} ShanhaiRule;

typedef struct
{
  const char *unit;
  guint       unit_class;
  gint16      weights[SHANHAI_N_READ_FIGURE_KINDS];
} ShanhaiUnitRule;

typedef struct _ShanhaiRules ShanhaiRules;

const ShanhaiRules    *shanhai_rules_get          (void);
/* Called for each word with a role of SHANHAI_HIT_ROLES that begins at `chars` (a SHANHAI_CHAR_HIT), shortest first, with the first of all its rules. */
typedef void         (*ShanhaiRuleFunc)           (const ShanhaiRule   *rule,
                                                   gpointer             data);
void                   shanhai_rules_match_hits   (const ShanhaiRules  *self,
                                                   const guint16       *chars,
                                                   guint                n,
                                                   ShanhaiRuleFunc      func,
                                                   gpointer             data);
/* (nullable): the longest word at `chars` that plays one of the roles (a set of SHANHAI_ROLE_BIT) */
const ShanhaiRule     *shanhai_rules_match        (const ShanhaiRules  *self,
                                                   const guint16       *chars,
                                                   guint                n,
                                                   guint64              roles);
/* (nullable): the longest word with one of the roles that ends right before `end`, and begins no earlier than `start`; not every role can be asked for */
const ShanhaiRule     *shanhai_rules_match_before (const ShanhaiRules  *self,
                                                   const guint16       *start,
                                                   const guint16       *end,
                                                   guint64              roles);
const ShanhaiRule     *shanhai_rules_next         (const ShanhaiRules  *self,
                                                   const ShanhaiRule   *rule);
const ShanhaiUnitRule *shanhai_rules_get_unit     (const ShanhaiRules  *self,
                                                   const char          *unit);

/* (transfer full): the lines of a file of data/reading ("spam.txt"), without empty ones and comments */
char                 **shanhai_rules_dup_lines    (const char          *name);

G_END_DECLS
