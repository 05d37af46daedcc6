/* shanhai-document-disk.c - a document and what others do to its file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the file held when it was read or saved last is what the document and the other's version both come from: so they can be merged record by
 * record, and nobody is asked about what one side alone has changed. */

#include "shanhai-config.h"

#include "shanhai-document-private.h"

#include <glib/gi18n-lib.h>

#include "shanhai-difference.h"
#include "shanhai-load-input.h"

typedef struct
{
  GFile            *file;
  ShanhaiDiskState  state;
  char             *etag;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->etag);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (look->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info != NULL)
    {
      look->etag = g_strdup (g_file_info_get_etag (info));
      look->state = SHANHAI_DISK_CHANGED;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY) ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    look->state = SHANHAI_DISK_GONE;
  /* a server that doesn't answer says nothing about the file */
  else
    look->state = SHANHAI_DISK_SAME;
  g_task_return_boolean (task, info != NULL || look->state == SHANHAI_DISK_GONE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (source);
  const Look *look = g_task_get_task_data (G_TASK (result));

  self->looking = false;
  /* while it is being saved the file is ours to change, and afterwards the answer is old */
  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->saving || self->file == NULL || !g_file_equal (self->file, look->file))
    return;

  if (look->state == SHANHAI_DISK_CHANGED && g_strcmp0 (look->etag, self->etag) == 0)
    shanhai_document_set_disk_state (self, SHANHAI_DISK_SAME, NULL);
  else
    shanhai_document_set_disk_state (self, look->state, look->etag);
}

void
shanhai_document_look_at_disk (ShanhaiDocument *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));

  if (self->file == NULL || self->etag == NULL || self->saving || self->looking)
    return;

  self->looking = true;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (self->file);
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, shanhai_document_look_at_disk);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

void
shanhai_document_keep_mine (ShanhaiDocument *self)
{
  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));

  if (self->disk_state == SHANHAI_DISK_SAME)
    return;

  /* a file that is gone has nothing that could be overwritten */
  if (self->disk_state == SHANHAI_DISK_CHANGED)
    {
      g_free (self->etag);
      self->etag = g_strdup (self->disk_etag);
    }
  /* what is in the window isn't what is in the file */
  shanhai_document_set_states (self, self->state, SHANHAI_STATE_NEVER);
  shanhai_document_set_disk_state (self, SHANHAI_DISK_SAME, NULL);
}

/* ---- the other's version ---- */

void
shanhai_disk_version_free (ShanhaiDiskVersion *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->load, shanhai_load_free);
  shanhai_journal_base_clear (&self->base);
  g_free (self);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  ShanhaiLoad *load = shanhai_load_file_and_bytes (file, &bytes, cancellable, NULL, NULL, &error);
  ShanhaiDiskVersion *version;

  if (load == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  version = g_new0 (ShanhaiDiskVersion, 1);
  version->load = load;
  version->base.uri = g_file_get_uri (file);
  version->base.name = g_strdup (load->name);
  version->base.etag = g_strdup (load->etag);
  version->base.sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  version->base.size = g_bytes_get_size (bytes);
  g_task_return_pointer (task, version, (GDestroyNotify) shanhai_disk_version_free);
}

/**
 * shanhai_document_read_disk_async:
 * @self: a document with a file
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Reads what the file holds now, beside what the document holds.
 *
 * Errors: those of shanhai_load_file()
 */
void
shanhai_document_read_disk_async (ShanhaiDocument     *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self) && self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, shanhai_document_read_disk_async);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

ShanhaiDiskVersion *
shanhai_document_read_disk_finish (ShanhaiDocument  *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_document_read_disk_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * shanhai_document_take_disk_version:
 * @self: a document that has just taken in what it wants of @version
 * @version: what its file held when it was read
 *
 * From now on the document counts as read from that version and edited since: the next save writes over it without asking, the next merge starts there,
 * and the journal tells what makes that version into the casebook, so that a crash before the save loses nothing either.
 */
void
shanhai_document_take_disk_version (ShanhaiDocument          *self,
                                    const ShanhaiDiskVersion *version)
{
  g_autoptr (ShanhaiChange) change = NULL;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self) && !self->saving);
  g_return_if_fail (version != NULL);

  change = shanhai_difference_new_change (version->load->casebook, self->casebook, _("Unsaved changes, merged with another program’s"), NULL);
  g_clear_object (&self->baseline);
  self->baseline = shanhai_baseline_new (self->casebook);
  shanhai_baseline_step_back (self->baseline, change);
  if (self->journal != NULL)
    shanhai_journal_rebase (self->journal, &version->base, shanhai_change_is_empty (change) ? NULL : change);

  g_free (self->etag);
  self->etag = g_strdup (version->base.etag);
  shanhai_document_set_states (self, self->state, shanhai_change_is_empty (change) ? self->state : SHANHAI_STATE_NEVER);
  shanhai_document_set_disk_state (self, SHANHAI_DISK_SAME, NULL);
}
