/* shanhai-source-reading.h - a source's text and the figures that the reader finds in it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made in a thread of its own, so that the window goes on however long the text is; constant afterwards. */

#pragma once

#include <gio/gio.h>

#include "shanhai-blemish.h"
#include "shanhai-reading.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_READING (shanhai_source_reading_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceReading, shanhai_source_reading, SHANHAI, SOURCE_READING, GObject)

/* at once; @published: (nullable) */
ShanhaiSourceReading *shanhai_source_reading_new         (const char           *source_id,
                                                          const char           *text,
                                                          const ShanhaiPeriod  *published);
void                  shanhai_source_reading_new_async   (const char           *source_id,
                                                          const char           *text,
                                                          const ShanhaiPeriod  *published,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
ShanhaiSourceReading *shanhai_source_reading_new_finish  (GAsyncResult         *result,
                                                          GError              **error);
/* (transfer none): lines end in LF */
const char           *shanhai_source_reading_get_text    (ShanhaiSourceReading *self);
/* (transfer none) */
const ShanhaiReading *shanhai_source_reading_get_reading (ShanhaiSourceReading *self);
/* (transfer none) (element-type ShanhaiSourceFigure): one for each figure of the reading, proposed */
GPtrArray            *shanhai_source_reading_get_figures (ShanhaiSourceReading *self);
/* (transfer none) (element-type ShanhaiBlemish): what has damaged the text */
GArray               *shanhai_source_reading_get_blemishes (ShanhaiSourceReading *self);
/* whether it is of that source's text, as of that date */
bool                  shanhai_source_reading_is_of       (ShanhaiSourceReading *self,
                                                          const char           *source_id,
                                                          const char           *text,
                                                          const ShanhaiPeriod  *published);

G_END_DECLS
