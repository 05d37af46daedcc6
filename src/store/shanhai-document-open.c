/* shanhai-document-open.c - a document comes about: from its file, and from what wasn't saved. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it happens in one thread, which hands the document over when it is whole: nobody sees the casebook before its unsaved changes are
 * in it. */

#include "shanhai-config.h"

#include "shanhai-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-backup.h"
#include "shanhai-history.h"
#include "shanhai-record-read.h"

typedef struct
{
  GFile                *file;     /* or … */
  char                 *path;     /* … of the journal of a casebook without one */
  bool                  recover;  /* whether what isn't saved comes back */
  ShanhaiProgressRelay *relay;
} OpenTask;

static void
open_task_free (OpenTask *data)
{
  g_clear_object (&data->file);
  g_free (data->path);
  shanhai_progress_relay_free (data->relay);
  g_free (data);
}

/* The casebook's steps from here on go to the journal, but for those that it holds already. */
static void
bring_back (ShanhaiDocument          *self,
            ShanhaiJournal           *journal,
            const ShanhaiJournalText *left)
{
  g_autofree char *sha256 = self->file != NULL ? shanhai_journal_dup_sha256 (journal) : NULL;
  int first = shanhai_recovery_find_start (left, sha256);

  if (first >= 0)
    {
      self->replaying = true;
      self->recovery = shanhai_recovery_replay (left, first, self->casebook);
      self->replaying = false;
      if (self->recovery->n_left_out == 0)
        {
          shanhai_document_take_journal (self, journal);
          return;
        }
      /* the journal isn't what it says: it is set aside, and what came back is written anew */
      self->replaying = true;
      while (shanhai_history_undo (shanhai_casebook_get_history (self->casebook), NULL))
        ;
      self->replaying = false;
      shanhai_recovery_free (self->recovery);
    }

  shanhai_document_take_journal (self, journal);
  shanhai_journal_begin_rebasing (journal);
  self->recovery = shanhai_recovery_replay (left, -1, self->casebook);
  /* what the file holds already, or the new journal does, isn't missed */
  shanhai_journal_end_rebasing (journal, self->recovery->n_left_out > 0 || self->recovery->torn);
}

static void
forget_nothing (ShanhaiDocument *self)
{
  /* nothing that a person would want to hear of */
  if (self->recovery != NULL && self->recovery->n_recovered == 0 && self->recovery->n_left_out == 0 && !self->recovery->torn)
    g_clear_pointer (&self->recovery, shanhai_recovery_free);
}

static ShanhaiDocument *
open_file (GFile                *file,
           bool                  recover,
           GCancellable         *cancellable,
           ShanhaiProgressFunc   progress,
           gpointer              progress_data,
           GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_file_and_bytes (file, &bytes, cancellable, progress, progress_data, error);
  g_autoptr (ShanhaiJournalText) left = NULL;
  ShanhaiDocument *self;
  ShanhaiJournal *journal;

  if (load == NULL)
    return NULL;

  /* the first page that is shown asks for it: of 100 000 records it would keep the window from answering for 0.15 s */
  shanhai_casebook_index_references (load->casebook);
  self = shanhai_document_new_for (load->casebook);
  self->file = g_object_ref (file);
  self->name = g_strdup (load->name);
  self->etag = g_steal_pointer (&load->etag);
  self->damages = g_ptr_array_ref (load->damages);
  self->read_only_reason = load->read_only;
  if (self->read_only_reason == SHANHAI_READ_ONLY_NO && shanhai_backup_is_one (file))
    {
      self->read_only_reason = SHANHAI_READ_ONLY_BACKUP;
      shanhai_casebook_set_read_only (self->casebook, true);
    }
  if (self->read_only_reason != SHANHAI_READ_ONLY_NO)
    return self;

  journal = shanhai_journal_new_for_file (file, bytes, self->etag, recover ? &left : NULL);
  if (left == NULL)
    shanhai_document_take_journal (self, journal);
  else
    bring_back (self, journal, left);
  forget_nothing (self);

  return self;
}

static bool
set_first_header (ShanhaiCasebook  *casebook,
                  const char       *line,
                  GError          **error)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  g_auto (ShanhaiHeader) header = { 0 };
  g_autoptr (ShanhaiRecord) record = NULL;
  ShanhaiLineKind kind;

  if (line == NULL)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("this journal belongs to a file; open that file instead"));
      return false;
    }
  if (!shanhai_record_reader_read (reader, line, strlen (line), &kind, &record, &header, NULL, error))
    return false;
  if (kind == SHANHAI_LINE_HEADER)
    shanhai_casebook_set_header (casebook, SHANHAI_CASEBOOK_FORMAT, header.title, header.language, header.created, header.extra);

  return true;
}

static ShanhaiDocument *
recover_without_file (const char  *path,
                      GError     **error)
{
  g_autoptr (ShanhaiJournalText) left = NULL;
  g_autoptr (ShanhaiJournal) journal = shanhai_journal_new_from_left (path, &left, error);
  g_autoptr (ShanhaiDocument) self = NULL;

  if (journal == NULL)
    {
      if (error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_clear_error (error);
          g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED, _("This casebook is open in another window already."));
        }
      return NULL;
    }

  self = shanhai_document_new ();
  if (!set_first_header (self->casebook, left->base.casebook, error))
    return NULL;
  bring_back (self, g_steal_pointer (&journal), left);

  return g_steal_pointer (&self);
}

/**
 * shanhai_document_open:
 * @file: a casebook file
 * @cancellable: (nullable): to stop it
 *
 * Errors: those of shanhai_load_file()
 *
 * Returns: (transfer full): the document
 */
ShanhaiDocument *
shanhai_document_open (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return open_file (file, true, cancellable, NULL, NULL, error);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  OpenTask *data = task_data;
  GError *error = NULL;
  ShanhaiDocument *document;

  if (data->path != NULL)
    document = recover_without_file (data->path, &error);
  else
    document = open_file (data->file, data->recover, cancellable, shanhai_progress_relay_send, data->relay, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
open_async (GFile               *file,
            const char          *path,
            bool                 recover,
            GCancellable        *cancellable,
            ShanhaiProgressFunc  progress,
            gpointer             progress_data,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  OpenTask *data = g_new0 (OpenTask, 1);

  g_task_set_source_tag (task, open_async);
  data->file = file != NULL ? g_object_ref (file) : NULL;
  data->path = g_strdup (path);
  data->recover = recover;
  data->relay = shanhai_progress_relay_new (progress, progress_data);
  g_task_set_task_data (task, data, (GDestroyNotify) open_task_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * shanhai_document_open_async:
 * @file: a casebook file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope notified): told how far it has come
 * @progress_data: for @progress; must live until @callback
 * @callback: called when it is done
 */
void
shanhai_document_open_async (GFile               *file,
                             GCancellable        *cancellable,
                             ShanhaiProgressFunc  progress,
                             gpointer             progress_data,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  open_async (file, NULL, true, cancellable, progress, progress_data, callback, user_data);
}

void
shanhai_document_read_again_async (GFile               *file,
                                   GCancellable        *cancellable,
                                   ShanhaiProgressFunc  progress,
                                   gpointer             progress_data,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  open_async (file, NULL, false, cancellable, progress, progress_data, callback, user_data);
}

void
shanhai_document_recover_async (const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  open_async (NULL, path, true, cancellable, NULL, NULL, callback, user_data);
}

ShanhaiDocument *
shanhai_document_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
