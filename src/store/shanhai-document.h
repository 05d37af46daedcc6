/* shanhai-document.h - a casebook and the file it lives in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows: the casebook, where it came from, whether it has changed since it was saved, and what was wrong with the file.
 * The casebook is the same object for the document's whole life. Each step of its history goes to a journal at once (shanhai-journal.h), and
 * comes back when the file is opened again. Properties, all read-only, all notify: casebook (constant), file, name, modified,
 * read-only-reason (constant), saving, disk-state, journal-state. Belongs to the main thread. */

#pragma once

#include "shanhai-baseline.h"
#include "shanhai-journal.h"
#include "shanhai-load.h"
#include "shanhai-recovery.h"
#include "shanhai-save.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DOCUMENT (shanhai_document_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDocument, shanhai_document, SHANHAI, DOCUMENT, GObject)

typedef enum
{
  SHANHAI_DISK_SAME,     /* the file is as it was read or saved */
  SHANHAI_DISK_CHANGED,  /* somebody else has written to it */
  SHANHAI_DISK_GONE,     /* it isn't there any more: moved, deleted, on a disk that was taken away, or a portal has taken it back */
} ShanhaiDiskState;

#define SHANHAI_TYPE_DISK_STATE (shanhai_disk_state_get_type ())

GType                  shanhai_disk_state_get_type           (void) G_GNUC_CONST;

/* an empty casebook that has no file yet */
ShanhaiDocument       *shanhai_document_new                  (void);

/* Unsaved changes of an earlier time come back, see shanhai_document_get_recovery(). `progress` is called in the main context that is the
 * thread's default here; `progress_data` must live until the callback. */
void                   shanhai_document_open_async           (GFile                *file,
                                                              GCancellable         *cancellable,
                                                              ShanhaiProgressFunc   progress,
                                                              gpointer              progress_data,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
/* the same without what isn't saved, which stays where it is */
void                   shanhai_document_read_again_async     (GFile                *file,
                                                              GCancellable         *cancellable,
                                                              ShanhaiProgressFunc   progress,
                                                              gpointer              progress_data,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
/* the casebook without a file whose journal has that path (shanhai_journal_list()) */
void                   shanhai_document_recover_async        (const char           *path,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
/* (transfer full): of all three */
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

/* (nullable): the unsaved changes of an earlier time, where there were any; lives as long as the document */
const ShanhaiRecovery *shanhai_document_get_recovery         (ShanhaiDocument      *self);

/* Asks the disk, in a thread, whether somebody else has changed the file; "disk-state" tells, once for each version of theirs. To be called
 * when the window gets the focus, since file monitors can't be trusted on portal paths. */
void                   shanhai_document_look_at_disk         (ShanhaiDocument      *self);
ShanhaiDiskState       shanhai_document_get_disk_state       (ShanhaiDocument      *self);
/* The person has seen that the file was changed and keeps what is in the window: the next save writes over it. */
void                   shanhai_document_keep_mine            (ShanhaiDocument      *self);

/* what the file held when it was read, beside what the document holds */
typedef struct
{
  ShanhaiLoad        *load;
  ShanhaiJournalBase  base;
} ShanhaiDiskVersion;

/* (transfer none): the casebook as its file was read or saved last, for a merge with what others made of that file */
ShanhaiBaseline       *shanhai_document_get_baseline         (ShanhaiDocument      *self);
/* Reads what the file holds now. */
void                   shanhai_document_read_disk_async      (ShanhaiDocument      *self,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
/* (transfer full) */
ShanhaiDiskVersion    *shanhai_document_read_disk_finish     (ShanhaiDocument      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
/* after the casebook has taken in what it wants of it: the document counts as read from there and edited since */
void                   shanhai_document_take_disk_version    (ShanhaiDocument          *self,
                                                              const ShanhaiDiskVersion *version);
void                   shanhai_disk_version_free             (ShanhaiDiskVersion   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiDiskVersion, shanhai_disk_version_free)

ShanhaiJournalState    shanhai_document_get_journal_state    (ShanhaiDocument      *self);
/* (transfer full) (nullable): translated: the reason of that state */
char                  *shanhai_document_dup_journal_message  (ShanhaiDocument      *self);
/* Waits until every change is on the disk: before a window closes. False: it can't be written. */
bool                   shanhai_document_flush_journal        (ShanhaiDocument      *self);
/* the same without waiting */
void                   shanhai_document_hurry_journal        (ShanhaiDocument      *self);
/* What isn't saved is kept, but won't come back by itself: before the file is read again. Waits for the disk. */
bool                   shanhai_document_set_changes_aside    (ShanhaiDocument      *self,
                                                              GError              **error);

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

/* What can be done with a read-only document. `to` doesn't become its file. */
typedef enum
{
  SHANHAI_COPY_BYTES,     /* the file as it is, with what can't be read */
  SHANHAI_COPY_READABLE,  /* of a damaged file: a casebook without the lines that can't be read; never over that file itself */
} ShanhaiCopyKind;

void                   shanhai_document_copy_async           (ShanhaiDocument      *self,
                                                              ShanhaiCopyKind       kind,
                                                              GFile                *to,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
bool                   shanhai_document_copy_finish          (ShanhaiDocument      *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

G_END_DECLS
