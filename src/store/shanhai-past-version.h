/* shanhai-past-version.h - an earlier version of a casebook, beside the casebook as it is. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a version holds is read in a thread when it is asked for. Restoring is an edit as any other: one change of the history that brings the
 * records and the header to what they were; the file is replaced only when that is saved. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PAST_VERSION (shanhai_past_version_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPastVersion, shanhai_past_version, SHANHAI, PAST_VERSION, GObject)

/* (transfer full) (element-type ShanhaiPastVersion): of the document's file, newest first; sizes and times alone. Asks the disk. */
GListStore     *shanhai_past_version_list            (GFile                *document);

GFile          *shanhai_past_version_get_file        (ShanhaiPastVersion       *self);
/* (nullable) */
GDateTime      *shanhai_past_version_get_time        (ShanhaiPastVersion       *self);
/* in bytes */
guint64         shanhai_past_version_get_size        (ShanhaiPastVersion       *self);

/* Reads it and compares it with @casebook as it is now. Property "examined" notifies when that is done. */
void            shanhai_past_version_examine_async   (ShanhaiPastVersion       *self,
                                                 ShanhaiCasebook      *casebook,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
bool            shanhai_past_version_examine_finish  (ShanhaiPastVersion       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
bool            shanhai_past_version_is_examined     (ShanhaiPastVersion       *self);
/* of records, once it is examined: how many it has; and what restoring it would do */
guint           shanhai_past_version_get_n_records   (ShanhaiPastVersion       *self);
guint           shanhai_past_version_get_n_added     (ShanhaiPastVersion       *self);
guint           shanhai_past_version_get_n_changed   (ShanhaiPastVersion       *self);
guint           shanhai_past_version_get_n_deleted   (ShanhaiPastVersion       *self);
/* whether all of it can be read */
bool            shanhai_past_version_is_whole        (ShanhaiPastVersion       *self);

/* (transfer full): what makes @casebook into that version; not applied yet. Reads the version. */
ShanhaiChange  *shanhai_past_version_to_change       (ShanhaiPastVersion       *self,
                                                 ShanhaiCasebook      *casebook,
                                                 const char           *title,
                                                 GError              **error);

G_END_DECLS
