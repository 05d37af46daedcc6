/* shanhai-chars.h - what the reader knows of each character. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry a character, so that most steps of the reader touch one line of the cache for it. Filled by shanhai_rules_get(), read-only from then on.
 * For the files of this room. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_CHAR_DIGIT = 1 << 0,
  SHANHAI_CHAR_LETTER = 1 << 1,         /* small, Latin */
  SHANHAI_CHAR_HAN = 1 << 2,
  SHANHAI_CHAR_HAN_DIGIT = 1 << 3,      /* 零 … 九, 两, 〇 and the formal digits */
  SHANHAI_CHAR_HAN_MAGNITUDE = 1 << 4,  /* 十 百 千 万 亿 and the formal ones; 廿 卅 */
  SHANHAI_CHAR_CLAUSE = 1 << 5,         /* may end a clause or a sentence */
  SHANHAI_CHAR_DATE = 1 << 6,           /* may stand behind the first number of a date or a time of day */
  SHANHAI_CHAR_HIT = 1 << 7,            /* begins a word of SHANHAI_HIT_ROLES */
  SHANHAI_CHAR_TIME = 1 << 8,           /* begins a word that names a time */
  SHANHAI_CHAR_SHARE = 1 << 9,          /* begins a word that is a part of a whole */
} ShanhaiCharClass;

/* of a number, however it is written */
#define SHANHAI_CHAR_NUMBER (SHANHAI_CHAR_DIGIT | SHANHAI_CHAR_HAN_DIGIT | SHANHAI_CHAR_HAN_MAGNITUDE)

typedef struct
{
  guint64 roles;    /* of the words that begin with it, a set of SHANHAI_ROLE_BIT */
  guint16 first;    /* its node in the trie; 0 where no word begins with it */
  guint16 last;     /* its node in the trie of the words that are read backwards */
  guint16 folded;   /* narrow, simplified, small */
  guint16 classes;  /* a set of ShanhaiCharClass, of the character as it is; in the four highest bits the digit that it is */
} ShanhaiChar;

extern ShanhaiChar shanhai_chars[65536];

#define shanhai_char_is(c, set) ((shanhai_chars[c].classes & (set)) != 0)
#define shanhai_is_digit(c) ((c) >= '0' && (c) <= '9')
#define shanhai_is_letter(c) shanhai_char_is (c, SHANHAI_CHAR_LETTER)
#define shanhai_is_han(c) shanhai_char_is (c, SHANHAI_CHAR_HAN)
#define shanhai_is_han_digit(c) shanhai_char_is (c, SHANHAI_CHAR_HAN_DIGIT)
#define shanhai_is_han_magnitude(c) shanhai_char_is (c, SHANHAI_CHAR_HAN_MAGNITUDE)
#define shanhai_is_han_number(c) shanhai_char_is (c, SHANHAI_CHAR_HAN_DIGIT | SHANHAI_CHAR_HAN_MAGNITUDE)
/* of a SHANHAI_CHAR_HAN_DIGIT */
#define shanhai_han_digit(c) (shanhai_chars[c].classes >> 12)

/* the form in which a character is matched; what isn't of the BMP is one that no word has */
static inline guint16
shanhai_char_fold (gunichar c)
{
  return c < 65536 ? shanhai_chars[c].folded : 0xfffd;
}

/* (private): `variants`: Traditional characters with their simplified forms, in pairs; lines that begin with # are comments */
void shanhai_chars_init (const char *variants);

G_END_DECLS
