/* shanhai-source-sketch.h - what a source's title and text are known by when they stand elsewhere. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_SKETCH_SIZE 4

/* (transfer full) (nullable): letters and figures of the title alone */
char   *shanhai_source_dup_title_key   (ShanhaiSource *self);
bool    shanhai_source_is_titled_alike (ShanhaiSource *a,
                                        ShanhaiSource *b);
/* hashes of a few sentences of the text, the same few wherever they stand; how many there are */
guint   shanhai_source_get_sketch      (ShanhaiSource *self,
                                        guint          hashes[SHANHAI_SKETCH_SIZE]);
/* the share of the shorter text's sentences that the other holds, 0 … 1 */
double  shanhai_source_get_shared_text (ShanhaiSource *a,
                                        ShanhaiSource *b);

G_END_DECLS
