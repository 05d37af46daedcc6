/* shanhai-line.h - one line of a text, folded, with the way back to the text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folded: narrow, simplified, small letters, one character for each of the text's, save that pinyin behind a character, 個(gè), goes, and the spaces of a
 * line that has one behind each character; letters that stand where a digit stood, 2,O46, are digits.
 * So `offsets[i]` is the place of chars[i] in the text, and the text of chars[a … b) ends at offsets[b].
 *
 * For the files of this room alone; a line is used again for the next one. */

#pragma once

#include "shanhai-rules.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_MARK_TIME = 1 << 0,      /* belongs to a date or a time of day */
  SHANHAI_MARK_TRAP = 1 << 1,      /* belongs to a word that only looks like a figure */
} ShanhaiMark;

typedef struct
{
  guint              start;
  guint              end;
  const ShanhaiRule *rule;         /* a CUE, PLAN or NO_PLAN */
} ShanhaiHit;

typedef struct
{
  guint16 *chars;                  /* n of them, and a 0 */
  guint16 *classes;                /* n + 1: ShanhaiCharClass of each, so that what is looked for in a line is looked for in one place */
  guint32 *offsets;                /* n + 1: code points from the start of the text */
  gsize   *bytes;                  /* n + 1: bytes from there */
  guint8  *marks;                  /* n + 1 */
  guint32 *clauses;                /* n + 1: where the clause began that holds the character */
  guint32 *sentences;
  guint    n;
  guint    allocated;
  bool     is_chinese;
  const ShanhaiRule *era;          /* (nullable): a word of a place with an era of its own */
  GArray  *hits;                   /* ShanhaiHit, by start */
} ShanhaiLine;

void     shanhai_line_init       (ShanhaiLine        *self);
void     shanhai_line_clear      (ShanhaiLine        *self);
/* the line of `text` (UTF-8, valid) that begins at *byte, code point *offset; both move behind its end. Lines that a fixed width cut are one line, and the
 * line end between two of their Chinese characters goes like pinyin. */
void     shanhai_line_read       (ShanhaiLine        *self,
                                  const ShanhaiRules *rules,
                                  const char         *text,
                                  gsize               length,
                                  gsize              *byte,
                                  guint              *offset);

/* first hit that begins at `start` or later */
guint    shanhai_line_find_hit   (const ShanhaiLine  *self,
                                  guint               start);

G_END_DECLS
