/* shanhai-line-text.h - characters and escapes of JSON texts. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* bytes of the UTF-8 sequence at `text`; 0 where it is none, -1 where the line ends within it */
int   shanhai_line_check_utf8   (const char *text,
                                 const char *text_end);
/* four hexadecimal digits, which must be within the line */
bool  shanhai_line_read_hex4    (const char *text,
                                 guint      *out);
/* (transfer full): a text with its escapes read; they must have been checked. It ends with NUL, which isn't counted. */
char *shanhai_line_read_escapes (const char *text,
                                 gsize       length,
                                 gsize      *out_length);

G_END_DECLS
