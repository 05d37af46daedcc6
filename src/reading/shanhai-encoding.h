/* shanhai-encoding.h - the text behind bytes of an unknown encoding. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people save from the web is UTF-8, GB18030 (GBK and GB2312 are parts of it) or Big5, rarely UTF-16 or Latin-1, and doesn't always say which, or says it
 * wrongly. Never fails: bytes that no encoding explains become U+FFFD. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* (transfer full): valid UTF-8 without NUL and byte order mark. @declared: (nullable): what the file says of itself; it is asked after the bytes.
 * @encoding: (out) (optional) (transfer none): the name of what it was taken for */
char       *shanhai_encoding_decode         (const char  *bytes,
                                             gsize        length,
                                             const char  *declared,
                                             const char **encoding);
/* (transfer full) (nullable): the charset that the head of an HTML page names */
char       *shanhai_encoding_find_declared  (const char  *bytes,
                                             gsize        length);

G_END_DECLS
