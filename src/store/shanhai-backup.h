/* shanhai-backup.h - what a file held before it was saved, kept in the state directory. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not beside the document: a portal would hide such a file or refuse it. Named by the document and the time, so that files of the same
 * name in two folders don't mix: `NAME-HASH-20261121T093000.123456Z.shanhai`. SHANHAI_N_BACKUPS of a document are kept: the newest
 * ones, the oldest, and between them the fewer the older they are. */

#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_N_BACKUPS 10

/* Copies what the file holds now. True also where there is no such file. */
bool        shanhai_backup_keep      (GFile         *document,
                                      GCancellable  *cancellable,
                                      GError       **error);
/* (transfer full) (element-type GFile): oldest first */
GPtrArray  *shanhai_backup_list      (GFile         *document);
/* (transfer full): "NAME-HASH", how files about that document are called in the state directory */
char       *shanhai_backup_dup_stem  (GFile         *document);
/* (transfer full) (nullable): when it was made: what it holds was written before then */
GDateTime  *shanhai_backup_dup_time  (GFile         *backup);
bool        shanhai_backup_is_one    (GFile         *file);
int         shanhai_backup_find_superfluous (const gint64 *times,
                                             guint         n,
                                             gint64        now);

G_END_DECLS
