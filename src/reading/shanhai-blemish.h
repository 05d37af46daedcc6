/* shanhai-blemish.h - what has damaged or poisoned a text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Found and told, never mended by itself: a person sees what would go and says so. Cleaning returns the moves that it made, by which citations follow their
 * figures. The words that sites inject are data/reading/spam.txt. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_BLEMISH_PINYIN,       /* 個(gè) */
  SHANHAI_BLEMISH_SPAM,         /* advertisement put into sentences */
  SHANHAI_BLEMISH_REPLACEMENT,  /* U+FFFD: bytes that no encoding explained */
  SHANHAI_BLEMISH_MOJIBAKE,     /* UTF-8 that was read as another encoding: è´«å›° */
  SHANHAI_BLEMISH_INVISIBLE,    /* characters without width, control characters */
} ShanhaiBlemishKind;

#define SHANHAI_N_BLEMISH_KINDS 5

typedef struct
{
  guint               start;    /* code points */
  guint               length;
  gsize               start_byte;
  gsize               length_bytes;
  char               *instead;  /* what cleaning puts there; never NULL */
  ShanhaiBlemishKind  kind;
} ShanhaiBlemish;

/* (transfer full) (element-type ShanhaiBlemish): in the order of the text, none overlapping. @text: UTF-8, line ends as LF. Linear in the text. */
GArray     *shanhai_blemishes_find  (const char         *text);
/* (transfer full): the text without those of them whose kind is in @kinds (1 << kind) */
char       *shanhai_blemishes_clean (const char         *text,
                                     GArray             *blemishes,
                                     guint               kinds);
/* where a place of the old text, in code points, is in the cleaned one; inside a blemish: its start */
gint64      shanhai_blemishes_map   (GArray             *blemishes,
                                     guint               kinds,
                                     gint64              offset);

G_END_DECLS
