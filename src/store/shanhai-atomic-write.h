/* shanhai-atomic-write.h - a file is written whole or not at all. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written aside in the same folder, synced to the disk, then renamed over the file; whoever opens it meanwhile sees the old content or
 * the new. A document that came through a portal as well; only where its folder doesn't allow that, it is written in place. For casebooks and for
 * everything that is exported. */

#pragma once

#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* `etag`: of the content that may be overwritten; NULL for any. `backup`: keep the content as it was. `new_etag` (out) (transfer full)
 * (optional). */
bool  shanhai_write_atomically  (GFile         *file,
                                 GBytes        *bytes,
                                 const char    *etag,
                                 bool           backup,
                                 GCancellable  *cancellable,
                                 char         **new_etag,
                                 GError       **error);
/* So that what was renamed or made in the folder outlives a power cut. File systems that can't do that have nothing to offer in its place: nothing is said. */
void  shanhai_sync_folder       (const char    *folder);
/* (transfer full) (nullable): of the file as it is now; NULL where there is none */
char *shanhai_query_etag        (GFile         *file,
                                 GCancellable  *cancellable);

G_END_DECLS
