/* shanhai-reading-json.h - figures as the command line prints them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-reading.h"

G_BEGIN_DECLS

/* The `read` command's contract: an array of {quote, start, length, value, value_hi?, precision, unit, qualifier, counted, period, kind}; numbers
 * are plain JSON decimals. `text` is what was read. (transfer full) */
char       *shanhai_reading_to_json       (const ShanhaiReading *self,
                                           const char           *text);
/* "planned" where the sentence plans, unless the figure is about so much; else the qualifier's key */
const char *shanhai_read_figure_get_qualifier  (const ShanhaiReadFigure  *figure);

G_END_DECLS
