/* shanhai-load-chunk.h - a part of a casebook file, read by one thread. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For shanhai-load.c. Line numbers count from the chunk's own start, since where that lies isn't known until all chunks before it are
 * read. */

#pragma once

#include "shanhai-load.h"

G_BEGIN_DECLS

typedef struct
{
  const char *start;
  const char *end;
  guint       n_lines;
  GPtrArray  *records;  /* drafts … */
  GArray     *lines;    /* … and the guint32 line number of each, from 1 */
  GPtrArray  *damages;
} ShanhaiLoadChunk;

void       shanhai_damage_free         (ShanhaiDamage        *damage);
/* (transfer none) */
ShanhaiDamage *shanhai_damages_add     (GPtrArray            *damages,
                                        guint                 line,
                                        ShanhaiStoreError     code,
                                        const char           *text,
                                        gsize                 length,
                                        const char           *message);

/* (transfer full) (element-type ShanhaiLoadChunk): whole lines each */
GPtrArray *shanhai_load_cut_chunks     (const char           *start,
                                        const char           *end);
/* By all processors. `progress` is told parts of the way from `first` to 1. */
bool       shanhai_load_parse_chunks   (GPtrArray            *chunks,
                                        const char           *name,
                                        GCancellable         *cancellable,
                                        double                first,
                                        ShanhaiProgressFunc   progress,
                                        gpointer              progress_data,
                                        GError              **error);

G_END_DECLS
