/* shanhai-held-text.h - the text of a source with its paragraphs found once, for all citations of it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places are those of shanhai-text.h, which counts from the start of the text each time. Borrows the text. */

#pragma once

#include "shanhai-citation.h"

G_BEGIN_DECLS

typedef struct
{
  gsize  start, end;  /* bytes: of the first letter, and where the line ends */
  gint64 offset;      /* code points from the start of the text */
} ShanhaiHeldParagraph;

typedef struct
{
  const char           *text;
  gsize                 length;
  guint                 n;
  ShanhaiHeldParagraph  paragraphs[];
} ShanhaiHeldText;

/* (transfer full): to be freed with g_free() */
ShanhaiHeldText            *shanhai_held_text_new            (const char            *text);
/* in bytes; the text's length when `offset` lies behind its end */
gsize                       shanhai_held_text_get_byte       (const ShanhaiHeldText *self,
                                                              gint64                 offset);
/* the paragraph, from 1, in which the offset lies, or the one before it; 0 when there is none */
guint                       shanhai_held_text_find_paragraph (const ShanhaiHeldText *self,
                                                              gint64                 offset);
/* `number`: from 1; NULL when there is none */
const ShanhaiHeldParagraph *shanhai_held_text_get_paragraph  (const ShanhaiHeldText *self,
                                                              guint                  number);

G_END_DECLS
