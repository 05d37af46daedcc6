/* shanhai-reading.h - the figures that a text holds. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads Chinese (simplified and traditional, full-width forms, numerals in characters) and English, by the rules in data/reading. Time grows
 * with the length of the text alone, whatever is in it. A reading doesn't keep the text; several threads may read at once. */

#pragma once

#include "shanhai-read-figure.h"
#include "shanhai-period.h"

G_BEGIN_DECLS

typedef struct _ShanhaiReading ShanhaiReading;

/* `text` is UTF-8 with line ends of any sort (a CRLF is one code point); offsets count from its start. `published`: the text's date where it is
 * known; else its heading is asked. */
ShanhaiReading      *shanhai_reading_new           (const char           *text,
                                                    gssize                length,
                                                    const ShanhaiPeriod  *published);
void                 shanhai_reading_free          (ShanhaiReading       *self);
guint                shanhai_reading_get_n         (const ShanhaiReading *self);
/* in the order of the text; they don't overlap */
const ShanhaiReadFigure *shanhai_reading_get_nth       (const ShanhaiReading *self,
                                                    guint                 index);
/* (nullable): the text's date as it was given or found in the heading, EDTF */
const char          *shanhai_reading_get_published (const ShanhaiReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiReading, shanhai_reading_free)

G_END_DECLS
