/* shanhai-save.c - a casebook becomes its file: lines in chunks, by all processors. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Threads of the pool read records while the casebook's own thread waits, so nobody changes them. */

#include "shanhai-config.h"

#include "shanhai-save.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-atomic-write.h"
#include "shanhai-record-write.h"

#define RECORDS_PER_CHUNK 2048
#define BYTES_PER_RECORD 320  /* a guess that spares most chunks from growing */

/* the lines are that much of the whole progress, the disk the rest */
#define LINES_FRACTION 0.6

typedef struct
{
  ShanhaiRecord **records;
  guint           n_records;
  GString        *text;
  const char     *too_long;  /* id of a record whose line is longer than can be read */
} Chunk;

static void
chunk_free (Chunk *chunk)
{
  if (chunk->text != NULL)
    g_string_free (chunk->text, TRUE);
  g_free (chunk);
}

static GPtrArray *
collect_records (ShanhaiCasebook *casebook)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        g_ptr_array_add (records, shanhai_record_list_peek (list, i));
    }

  return records;
}

static void
write_chunk (Chunk *chunk)
{
  chunk->text = g_string_sized_new (chunk->n_records * BYTES_PER_RECORD);

  for (guint i = 0; i < chunk->n_records; i++)
    {
      gsize start = chunk->text->len;

      shanhai_record_append_line (chunk->records[i], chunk->text);
      if (chunk->text->len - start > SHANHAI_LINE_MAX_BYTES && chunk->too_long == NULL)
        chunk->too_long = shanhai_record_get_id (chunk->records[i]);
      g_string_append_c (chunk->text, '\n');
    }
}

typedef struct
{
  GCancellable *cancellable;
  GAsyncQueue  *done;
} Work;

static void
write_chunk_cb (gpointer data,
                gpointer user_data)
{
  Work *work = user_data;

  if (!g_cancellable_is_cancelled (work->cancellable))
    write_chunk (data);
  g_async_queue_push (work->done, data);
}

static bool
write_chunks (GPtrArray            *chunks,
              GCancellable         *cancellable,
              ShanhaiProgressFunc   progress,
              gpointer              progress_data,
              GError              **error)
{
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  Work work = { cancellable, done };
  GThreadPool *pool = NULL;

  if (chunks->len > 1)
    {
      pool = g_thread_pool_new (write_chunk_cb, &work, (int) MIN (chunks->len, g_get_num_processors ()), FALSE, NULL);
      for (guint i = 0; i < chunks->len; i++)
        g_thread_pool_push (pool, chunks->pdata[i], NULL);
    }

  for (guint i = 0; i < chunks->len; i++)
    {
      if (pool == NULL)
        write_chunk_cb (chunks->pdata[i], &work);
      g_async_queue_pop (done);
      if (progress != NULL)
        progress (LINES_FRACTION * (i + 1) / chunks->len, progress_data);
    }

  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return false;

  for (guint i = 0; i < chunks->len; i++)
    {
      Chunk *chunk = chunks->pdata[i];

      if (chunk->too_long != NULL)
        {
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TOO_LONG,
                       _("the record “%s” would make a line of more than %d bytes; shorten its texts"), chunk->too_long, SHANHAI_LINE_MAX_BYTES);
          return false;
        }
    }

  return true;
}

/**
 * shanhai_casebook_to_bytes:
 * @casebook: a casebook, in its thread
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): told how far it has come
 *
 * Errors: SHANHAI_STORE_ERROR_TOO_LONG, SHANHAI_STORE_ERROR_LIMIT, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the whole file in canonical form
 */
GBytes *
shanhai_casebook_to_bytes (ShanhaiCasebook      *casebook,
                           GCancellable         *cancellable,
                           ShanhaiProgressFunc   progress,
                           gpointer              progress_data,
                           GError              **error)
{
  g_autoptr (GPtrArray) records = collect_records (casebook);
  g_autoptr (GPtrArray) chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) chunk_free);
  g_autoptr (GString) header = g_string_new (NULL);
  gsize size;
  char *data, *at;

  if (records->len > SHANHAI_CASEBOOK_MAX_RECORDS)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT,
                   _("the casebook has more than %d records; split it up"), SHANHAI_CASEBOOK_MAX_RECORDS);
      return NULL;
    }

  for (guint i = 0; i < records->len; i += RECORDS_PER_CHUNK)
    {
      Chunk *chunk = g_new0 (Chunk, 1);

      chunk->records = (ShanhaiRecord **) records->pdata + i;
      chunk->n_records = MIN (RECORDS_PER_CHUNK, records->len - i);
      g_ptr_array_add (chunks, chunk);
    }

  if (!write_chunks (chunks, cancellable, progress, progress_data, error))
    return NULL;

  shanhai_casebook_append_header (casebook, header);
  g_string_append_c (header, '\n');

  size = header->len;
  for (guint i = 0; i < chunks->len; i++)
    size += ((Chunk *) chunks->pdata[i])->text->len;

  data = at = g_malloc (size);
  memcpy (at, header->str, header->len);
  at += header->len;
  for (guint i = 0; i < chunks->len; i++)
    {
      GString *text = ((Chunk *) chunks->pdata[i])->text;

      memcpy (at, text->str, text->len);
      at += text->len;
    }

  return g_bytes_new_take (data, size);
}

/**
 * shanhai_save_make_bytes:
 * @casebook: a casebook, in its thread
 * @file: where it will be written to; for messages
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): told how far it has come
 *
 * Errors: those of shanhai_casebook_to_bytes(), and SHANHAI_STORE_ERROR_READ_ONLY
 *
 * Returns: (transfer full) (nullable): what shanhai_save_file() writes
 */
GBytes *
shanhai_save_make_bytes (ShanhaiCasebook      *casebook,
                         GFile                *file,
                         GCancellable         *cancellable,
                         ShanhaiProgressFunc   progress,
                         gpointer              progress_data,
                         GError              **error)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  GBytes *bytes;

  if (shanhai_casebook_is_read_only (casebook))
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY,
                   _("%s: the casebook is open for reading only, since not all of its file could be understood; it isn’t saved"), name);
      return NULL;
    }

  bytes = shanhai_casebook_to_bytes (casebook, cancellable, progress, progress_data, error);
  if (bytes == NULL && error != NULL && (*error)->domain == SHANHAI_STORE_ERROR)
    g_prefix_error (error, "%s: ", name);

  return bytes;
}

/**
 * shanhai_save_file:
 * @casebook: a casebook, in its thread
 * @file: where to
 * @etag: (nullable): of the file as it was read
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): told how far it has come
 * @new_etag: (out) (optional) (transfer full): of the file as it is saved
 *
 * Errors: those of shanhai_casebook_to_bytes() and shanhai_write_atomically(), and SHANHAI_STORE_ERROR_READ_ONLY
 *
 * Returns: whether it is saved; where not, the file is as it was before
 */
bool
shanhai_save_file (ShanhaiCasebook      *casebook,
                   GFile                *file,
                   const char           *etag,
                   GCancellable         *cancellable,
                   ShanhaiProgressFunc   progress,
                   gpointer              progress_data,
                   char                **new_etag,
                   GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *own_error = NULL;

  bytes = shanhai_save_make_bytes (casebook, file, cancellable, progress, progress_data, &own_error);
  if (bytes == NULL)
    {
      g_propagate_error (error, own_error);
      return false;
    }

  if (!shanhai_write_atomically (file, bytes, etag, true, cancellable, new_etag, error))
    return false;

  if (progress != NULL)
    progress (1, progress_data);

  return true;
}

typedef struct
{
  GFile                *file;
  GBytes               *bytes;
  char                 *etag;
  char                 *new_etag;
  ShanhaiProgressRelay *relay;
} SaveTask;

static void
save_task_free (SaveTask *data)
{
  g_object_unref (data->file);
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_free (data->etag);
  g_free (data->new_etag);
  shanhai_progress_relay_free (data->relay);
  g_free (data);
}

static void
save_file_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  SaveTask *data = task_data;
  GError *error = NULL;

  if (shanhai_write_atomically (data->file, data->bytes, data->etag, true, cancellable, &data->new_etag, &error))
    {
      shanhai_progress_relay_send (1, data->relay);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

void
shanhai_save_file_async (ShanhaiCasebook     *casebook,
                         GFile               *file,
                         const char          *etag,
                         GCancellable        *cancellable,
                         ShanhaiProgressFunc  progress,
                         gpointer             progress_data,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (casebook, cancellable, callback, user_data);
  SaveTask *data = g_new0 (SaveTask, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, shanhai_save_file_async);
  /* once the file is replaced that must be told, whether or not somebody cancelled a moment later */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, (GDestroyNotify) save_task_free);
  data->file = g_object_ref (file);
  data->etag = g_strdup (etag);
  data->relay = shanhai_progress_relay_new (progress, progress_data);

  data->bytes = shanhai_save_make_bytes (casebook, file, cancellable, progress, progress_data, &error);
  if (data->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_run_in_thread (task, save_file_thread);
}

bool
shanhai_save_file_finish (GAsyncResult  *result,
                          char         **new_etag,
                          GError       **error)
{
  SaveTask *data;

  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_save_file_async), false);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return false;

  data = g_task_get_task_data (G_TASK (result));
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&data->new_etag);

  return true;
}
