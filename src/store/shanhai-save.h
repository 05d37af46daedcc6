/* shanhai-save.h - a casebook becomes its file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is written whole or not at all (shanhai-atomic-write.h), and what was there before goes to the backups. A read-only
 * casebook is refused, as is a file that is no longer the one that was read. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-progress.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* (transfer full): the whole file in canonical form; in the casebook's thread. Also of a read-only casebook: for the command line's
 * output. */
GBytes  *shanhai_casebook_to_bytes     (ShanhaiCasebook      *casebook,
                                        GCancellable         *cancellable,
                                        ShanhaiProgressFunc   progress,
                                        gpointer              progress_data,
                                        GError              **error);

/* (transfer full): what a save to that file would write, or why it can't be saved; in the casebook's thread */
GBytes  *shanhai_save_make_bytes       (ShanhaiCasebook      *casebook,
                                        GFile                *file,
                                        GCancellable         *cancellable,
                                        ShanhaiProgressFunc   progress,
                                        gpointer              progress_data,
                                        GError              **error);
/* `etag`: of the file as it was read, so that somebody else's changes are never overwritten; NULL overwrites whatever is there.
 * `new_etag` (out) (transfer full) (optional). */
bool     shanhai_save_file             (ShanhaiCasebook      *casebook,
                                        GFile                *file,
                                        const char           *etag,
                                        GCancellable         *cancellable,
                                        ShanhaiProgressFunc   progress,
                                        gpointer              progress_data,
                                        char                **new_etag,
                                        GError              **error);
/* The lines are made before this returns, in the casebook's thread (with all processors); only the disk is waited for. So the casebook
 * may be changed meanwhile, and the file holds what it was at the call. */
void     shanhai_save_file_async       (ShanhaiCasebook      *casebook,
                                        GFile                *file,
                                        const char           *etag,
                                        GCancellable         *cancellable,
                                        ShanhaiProgressFunc   progress,
                                        gpointer              progress_data,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
bool     shanhai_save_file_finish      (GAsyncResult         *result,
                                        char                **new_etag,
                                        GError              **error);

G_END_DECLS
