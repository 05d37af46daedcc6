/* shanhai-document.h - a casebook and the file it lives in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows: the casebook, where it came from, whether it has changed since it was saved, and what was wrong with the file.
 * The casebook is the same object for the document's whole life. Properties, all read-only, all notify: casebook (constant), file,
 * name, modified, read-only-reason (constant), saving. Belongs to the main thread. */

#pragma once

#include "shanhai-load.h"
#include "shanhai-save.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DOCUMENT (shanhai_document_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDocument, shanhai_document, SHANHAI, DOCUMENT, GObject)

/* an empty casebook that has no file yet */
ShanhaiDocument       *shanhai_document_new                  (void);

/* `progress` is called in the main context that is the thread's default here; `progress_data` must live until the callback */
void                   shanhai_document_open_async           (GFile                *file,
                                                              GCancellable         *cancellable,
                                                              ShanhaiProgressFunc   progress,
                                                              gpointer              progress_data,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
/* (transfer full) */
ShanhaiDocument       *shanhai_document_open_finish          (GAsyncResult         *result,
                                                              GError              **error);
ShanhaiDocument       *shanhai_document_open                 (GFile                *file,
                                                              GCancellable         *cancellable,
                                                              GError              **error);

/* (transfer none) */
ShanhaiCasebook       *shanhai_document_get_casebook         (ShanhaiDocument      *self);
/* (transfer none) (nullable): NULL until it was saved once */
GFile                 *shanhai_document_get_file             (ShanhaiDocument      *self);
/* the file's base name (never a portal's path), or the words for a casebook without a file */
const char            *shanhai_document_get_name             (ShanhaiDocument      *self);
/* whether the casebook was changed since it was opened or saved */
bool                   shanhai_document_is_modified          (ShanhaiDocument      *self);
bool                   shanhai_document_is_saving            (ShanhaiDocument      *self);
ShanhaiReadOnlyReason  shanhai_document_get_read_only_reason (ShanhaiDocument      *self);
/* (transfer none) (element-type ShanhaiDamage): the lines that couldn't be read; empty for a sound file */
GPtrArray             *shanhai_document_get_damages          (ShanhaiDocument      *self);

/* Whether somebody else changed the file since it was read or saved. Asks the disk: to be called when the window gets the focus, since
 * file monitors can't be trusted on portal paths. A file that is gone counts as changed; a document without a file never is. */
bool                   shanhai_document_changed_on_disk      (ShanhaiDocument      *self,
                                                              GCancellable         *cancellable);

/* Saves to `to`, which becomes the document's file, or to the file it has where `to` is NULL. `overwrite`: even when somebody else has
 * changed that file; else SHANHAI_STORE_ERROR_CHANGED. One save at a time. */
void                   shanhai_document_save_async           (ShanhaiDocument      *self,
                                                              GFile                *to,
                                                              bool                  overwrite,
                                                              GCancellable         *cancellable,
                                                              ShanhaiProgressFunc   progress,
                                                              gpointer              progress_data,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
bool                   shanhai_document_save_finish          (ShanhaiDocument      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

G_END_DECLS
