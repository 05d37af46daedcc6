/* shanhai-document-save.c - a document goes to the disk: saved, and copied. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal learns of a save before the file is replaced and after it: a crash at any moment leaves a file and a journal that together hold
 * everything. */

#include "shanhai-config.h"

#include "shanhai-document-private.h"

#include <glib/gi18n-lib.h>

#include "shanhai-atomic-write.h"
#include "shanhai-history.h"
#include "shanhai-load-input.h"

typedef struct
{
  GFile                *file;
  GBytes               *bytes;
  char                 *etag;      /* that may be overwritten, or NULL */
  ShanhaiJournal       *journal;   /* or NULL */
  ShanhaiProgressRelay *relay;
  guint64               state;     /* that the lines hold */
  ShanhaiBaseline      *baseline;  /* the same, to merge from later */
  char                 *new_etag;
  char                 *sha256;
} SaveTask;

static void
save_task_free (SaveTask *data)
{
  g_object_unref (data->file);
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_clear_object (&data->journal);
  g_clear_object (&data->baseline);
  shanhai_progress_relay_free (data->relay);
  g_free (data->etag);
  g_free (data->new_etag);
  g_free (data->sha256);
  g_free (data);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SaveTask *data = task_data;
  GError *error = NULL;

  data->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data->bytes);
  if (data->journal != NULL)
    shanhai_journal_note_saving (data->journal, data->sha256);

  if (!shanhai_write_atomically (data->file, data->bytes, data->etag, true, cancellable, &data->new_etag, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  shanhai_progress_relay_send (1, data->relay);
  g_task_return_boolean (task, TRUE);
}

static void
tell_journal (ShanhaiDocument *self,
              const SaveTask  *data)
{
  g_auto (ShanhaiJournalBase) base = { 0 };

  if (self->journal == NULL)
    {
      shanhai_document_take_journal (self, shanhai_journal_new_for_file (data->file, data->bytes, data->new_etag, NULL));
      return;
    }

  base.uri = g_file_get_uri (data->file);
  base.name = shanhai_store_dup_name (data->file);
  base.etag = g_strdup (data->new_etag);
  base.sha256 = g_strdup (data->sha256);
  base.size = g_bytes_get_size (data->bytes);
  shanhai_journal_end_saving (self->journal, &base);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  SaveTask *data = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->journal != NULL)
        shanhai_journal_end_saving (self->journal, NULL);
      shanhai_document_set_saving (self, false);
      g_task_return_error (task, error);
      return;
    }

  tell_journal (self, data);
  g_free (self->etag);
  self->etag = g_strdup (data->new_etag);
  shanhai_document_set_file (self, data->file);
  g_set_object (&self->baseline, data->baseline);
  shanhai_document_set_states (self, self->state, data->state);
  shanhai_document_set_saving (self, false);
  shanhai_document_set_disk_state (self, SHANHAI_DISK_SAME, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * shanhai_document_save_async:
 * @self: a document that isn't being saved
 * @to: (nullable): the file to save to from now on; NULL for the one it has
 * @overwrite: save even over somebody else's changes
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope notified): told how far it has come
 * @progress_data: for @progress; must live until @callback
 * @callback: called when it is done
 *
 * The lines are made before this returns; only the disk is waited for.
 *
 * Errors: those of shanhai_save_file()
 */
void
shanhai_document_save_async (ShanhaiDocument     *self,
                             GFile               *to,
                             bool                 overwrite,
                             GCancellable        *cancellable,
                             ShanhaiProgressFunc  progress,
                             gpointer             progress_data,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) task = NULL;
  GFile *file = to != NULL ? to : self->file;
  SaveTask *data;
  GError *error = NULL;
  bool is_own;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL && !self->saving);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, shanhai_document_save_async);
  /* once the file is replaced that must be told, whether or not somebody cancelled a moment later */
  g_task_set_check_cancellable (outer, FALSE);
  shanhai_document_set_saving (self, true);

  is_own = self->file != NULL && g_file_equal (file, self->file);
  data = g_new0 (SaveTask, 1);
  data->file = g_object_ref (file);
  data->etag = is_own && !overwrite ? g_strdup (self->etag) : NULL;
  data->relay = shanhai_progress_relay_new (progress, progress_data);
  data->state = self->state;
  data->baseline = shanhai_baseline_new (self->casebook);
  if (self->journal != NULL)
    {
      data->journal = g_object_ref (self->journal);
      shanhai_journal_begin_saving (self->journal);
    }

  task = g_task_new (self, cancellable, saved_cb, g_object_ref (outer));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, (GDestroyNotify) save_task_free);
  data->bytes = shanhai_save_make_bytes (self->casebook, file, cancellable, progress, progress_data, &error);
  if (data->bytes != NULL)
    g_task_run_in_thread (task, save_thread);
  else
    g_task_return_error (task, error);
}

bool
shanhai_document_save_finish (ShanhaiDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), false);
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_document_save_async), false);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- copies of what can't be saved ---- */

typedef struct
{
  GFile  *from;
  GFile  *to;
  GBytes *bytes;  /* NULL: those of the file */
} CopyTask;

static void
copy_task_free (CopyTask *data)
{
  g_object_unref (data->from);
  g_object_unref (data->to);
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_free (data);
}

/* by whichever names and links */
static bool
is_same_file (GFile        *a,
              GFile        *b,
              GCancellable *cancellable)
{
  g_autoptr (GFileInfo) first = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autoptr (GFileInfo) second = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const char *id = first != NULL ? g_file_info_get_attribute_string (first, G_FILE_ATTRIBUTE_ID_FILE) : NULL;

  return g_file_equal (a, b) ||
         (id != NULL && second != NULL && g_strcmp0 (id, g_file_info_get_attribute_string (second, G_FILE_ATTRIBUTE_ID_FILE)) == 0);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  CopyTask *data = task_data;
  g_autofree char *etag = NULL;
  g_autofree char *name = shanhai_store_dup_name (data->from);
  GError *error = NULL;

  if (is_same_file (data->from, data->to, cancellable))
    {
      g_task_return_new_error (task, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY,
                               _("%s: a copy can’t take the place of the file that it is made of; choose another name"), name);
      return;
    }

  if (data->bytes == NULL)
    data->bytes = shanhai_load_read_file (data->from, &etag, cancellable, 1, NULL, NULL, &error);
  if (data->bytes == NULL)
    {
      GError *told = NULL;

      shanhai_store_take_file_error (&told, error, data->from, false);
      g_task_return_error (task, told);
      return;
    }

  if (shanhai_write_atomically (data->to, data->bytes, NULL, true, cancellable, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * shanhai_document_copy_async:
 * @self: a document with a file
 * @kind: what of it is copied
 * @to: where to; what is there is overwritten
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Errors: those of reading @self's file and of shanhai_write_atomically(); SHANHAI_STORE_ERROR_READ_ONLY where @to is that file itself, or
 * where a newer format can't be written at all
 */
void
shanhai_document_copy_async (ShanhaiDocument     *self,
                             ShanhaiCopyKind      kind,
                             GFile               *to,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  CopyTask *data;
  GError *error = NULL;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL && G_IS_FILE (to));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, shanhai_document_copy_async);
  data = g_new0 (CopyTask, 1);
  data->from = g_object_ref (self->file);
  data->to = g_object_ref (to);
  g_task_set_task_data (task, data, (GDestroyNotify) copy_task_free);

  if (kind == SHANHAI_COPY_READABLE && self->read_only_reason == SHANHAI_READ_ONLY_NEWER_FORMAT)
    {
      g_task_return_new_error (task, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY,
                               _("%s: what a newer version of Shanhai wrote can only be copied as it is"), self->name);
      return;
    }
  if (kind == SHANHAI_COPY_READABLE)
    {
      data->bytes = shanhai_casebook_to_bytes (self->casebook, cancellable, NULL, NULL, &error);
      if (data->bytes == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_run_in_thread (task, copy_thread);
}

bool
shanhai_document_copy_finish (ShanhaiDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), false);
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_document_copy_async), false);

  return g_task_propagate_boolean (G_TASK (result), error);
}
