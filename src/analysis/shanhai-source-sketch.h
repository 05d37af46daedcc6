/* shanhai-source-sketch.h - what a source's title and text are known by when they stand elsewhere. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_SKETCH_SIZE 4

typedef enum
{
  SHANHAI_SCRIPT_OTHER,
  SHANHAI_SCRIPT_SIMPLIFIED,
  SHANHAI_SCRIPT_TRADITIONAL,
} ShanhaiScript;

/* (transfer full) (nullable): letters and figures of the title alone */
char   *shanhai_source_dup_title_key   (ShanhaiSource *self);
/* (transfer full) (nullable): the page's address without what one page has several of: the scheme, www, where the reader came from */
char   *shanhai_source_dup_address_key (ShanhaiSource *self);
bool    shanhai_source_is_titled_alike (ShanhaiSource *a,
                                        ShanhaiSource *b);
/* titles that differ in their numbers alone: reports of two years, which say much in the same words */
bool    shanhai_source_is_of_series    (ShanhaiSource *a,
                                        ShanhaiSource *b);
/* hashes of a few sentences of the text, the same few wherever they stand; how many there are */
guint   shanhai_source_get_sketch      (ShanhaiSource *self,
                                        guint          hashes[SHANHAI_SKETCH_SIZE]);
/* the share of the shorter text's sentences that the other holds, 0 … 1 */
double  shanhai_source_get_shared_text (ShanhaiSource *a,
                                        ShanhaiSource *b);

/* which characters its Chinese text is written in */
ShanhaiScript shanhai_source_get_script (ShanhaiSource *self);
/* as the sketch and the share, of one text in simplified and in traditional characters: by the lengths of clauses, and the figures in them. Of Chinese texts alone. */
guint   shanhai_source_get_shapes      (ShanhaiSource *self,
                                        guint          hashes[SHANHAI_SKETCH_SIZE]);
double  shanhai_source_get_shared_shapes (ShanhaiSource *a,
                                          ShanhaiSource *b);

G_END_DECLS
