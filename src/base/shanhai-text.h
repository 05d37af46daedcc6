/* shanhai-text.h - code points, paragraphs and hashes of a source's text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offsets are code points from the start of the text, line ends as LF. A paragraph is a line that isn't blank, counted from 1. Its hash is the
 * first 16 hexadecimal digits of the SHA-256 of its UTF-8 bytes, without the line end. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* CRLF and CR become LF; the byte order mark is dropped */
char  *shanhai_text_normalise_lines (const char *text);
/* byte offset of a code point; the text's length in bytes when it lies behind the end */
gsize  shanhai_text_offset_to_byte  (const char *text,
                                     gint64      offset);
guint  shanhai_text_paragraph_at    (const char *text,
                                     gint64      offset);
/* bytes [start, end) of paragraph `number` (from 1); false when there is none */
bool   shanhai_text_get_paragraph   (const char *text,
                                     guint       number,
                                     gsize      *start,
                                     gsize      *end);
char  *shanhai_text_hash            (const char *text,
                                     gssize      length);

G_END_DECLS
