/* shanhai-english-words.h - pieces of numbers in English text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Twenty-five, 4.7 million, $3.2m, two thirds of. For the files of this room that read English; shanhai-mention.h says what they make of it. */

#pragma once

#include "shanhai-mention.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiDecimal   value;         /* its magnitude, million, is still to come: `power` */
  ShanhaiDecimal   precision;
  int              power;
  guint            end;           /* behind the magnitude */
  guint            number_end;    /* before it */
  ShanhaiQualifier qualifier;     /* that the words have in them: hundreds of */
  bool             is_letters;
  bool             has_sign;      /* a comma or a point: no year */
  bool             has_share;     /* its last word is a part of a whole: half */
} ShanhaiEnglishAmount;

/* whether the words, small letters and signs of ASCII, begin at the character, or end before it */
bool               shanhai_english_stands_at         (const ShanhaiLine          *line,
                                                      guint                       at,
                                                      const char                 *words);
bool               shanhai_english_stands_before     (const ShanhaiLine          *line,
                                                      guint                       at,
                                                      const char                 *words);
/* (nullable): the rule whose word begins there, at the beginning of a Latin word */
const ShanhaiRule *shanhai_english_match             (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      guint                       at,
                                                      guint64                     roles);
/* whether a further word is joined to what ends there: 15-member, but not twenty-five million */
bool               shanhai_english_is_joined         (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      guint                       at);
/* a number in digits or letters with its magnitude; false where none is */
bool               shanhai_english_read_amount       (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      guint                       at,
                                                      ShanhaiEnglishAmount       *amount);
/* half of the villages, nine out of 10, 1/4 of the land, where `amount` was read at the mention's number; a qualifier before them included */
bool               shanhai_english_read_share        (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      const ShanhaiEnglishAmount *amount,
                                                      ShanhaiMention             *mention);
/* The upper end of a range behind a number, whose own magnitude is `power`: 3 to 4 million. Returns what is behind it; the mention's end where there is none. */
guint              shanhai_english_take_upper        (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      ShanhaiMention             *mention,
                                                      int                         power);
/* the unit, and the magnitude, of a number that has none from the one that it changes to: from 380 to 420 yuan */
void               shanhai_english_take_unit_of_next (const ShanhaiRules         *rules,
                                                      const ShanhaiLine          *line,
                                                      ShanhaiMention             *mention,
                                                      int                         power);

G_END_DECLS
