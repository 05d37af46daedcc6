/* shanhai-line-scan.h - strict look at a line of JSON before json-glib sees it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib accepts comments, trailing commas, duplicate members and a second value, rounds what it can't hold, and dies of deep
 * nesting. The scan refuses all of that, so that what passes it means the same to every JSON reader: RFC 8259 with the limits of
 * I-JSON (RFC 7493) on numbers, duplicates and surrogates. */

#pragma once

#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* One object, nothing behind it but white space. `error` has a code of SHANHAI_STORE_ERROR. */
bool  shanhai_line_scan         (const char          *line,
                                 gsize                length,
                                 GError             **error);

G_END_DECLS
