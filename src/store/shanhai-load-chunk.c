/* shanhai-load-chunk.c - a part of a casebook file, read by one thread. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Threads share nothing but the queue of what is done; a cancelled chunk is half read, and nobody looks into it. */

#include "shanhai-config.h"

#include "shanhai-load-chunk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-record-read.h"

/* large enough that a thread has something to do, small enough for progress and for an even load */
#define CHUNK_BYTES (512 * 1024)
#define SHOWN_CHARS 80
/* lines between two looks at the cancellable */
#define LINES_PER_LOOK 64
/* what is left of the progress when all lines are read: the casebook is filled then */
#define PARSED_FRACTION 0.95

typedef struct
{
  GCancellable *cancellable;
  GAsyncQueue  *done;
  int           stop;  /* atomic: there are too many records */
} Work;

void
shanhai_damage_free (ShanhaiDamage *damage)
{
  g_free (damage->text);
  g_free (damage->message);
  g_clear_object (&damage->turned);
  g_free (damage->turned_time);
  g_free (damage);
}

ShanhaiDamage *
shanhai_damages_add (GPtrArray         *damages,
                     guint              line,
                     ShanhaiStoreError  code,
                     const char        *text,
                     gsize              length,
                     const char        *message)
{
  ShanhaiDamage *damage = g_new0 (ShanhaiDamage, 1);

  damage->line = line;
  damage->code = code;
  damage->text = shanhai_store_shorten (text, length, SHOWN_CHARS);
  damage->message = g_strdup (message);
  g_ptr_array_add (damages, damage);

  return damage;
}

static ShanhaiLoadChunk *
chunk_new (const char *start,
           const char *end)
{
  ShanhaiLoadChunk *chunk = g_new0 (ShanhaiLoadChunk, 1);

  chunk->start = start;
  chunk->end = end;
  chunk->records = g_ptr_array_new_with_free_func (g_object_unref);
  chunk->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  chunk->damages = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_damage_free);

  return chunk;
}

static void
chunk_free (ShanhaiLoadChunk *chunk)
{
  g_ptr_array_unref (chunk->records);
  g_array_unref (chunk->lines);
  g_ptr_array_unref (chunk->damages);
  g_free (chunk);
}

static void
parse_chunk (ShanhaiLoadChunk *chunk,
             Work             *work)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();

  for (const char *line = chunk->start; line < chunk->end;)
    {
      g_autoptr (GError) error = NULL;
      const char *line_end = memchr (line, '\n', chunk->end - line);
      gsize length = (line_end != NULL ? line_end : chunk->end) - line;
      ShanhaiLineKind kind;
      ShanhaiRecord *record;

      if (chunk->n_lines % LINES_PER_LOOK == 0 && (g_cancellable_is_cancelled (work->cancellable) || g_atomic_int_get (&work->stop)))
        return;

      chunk->n_lines++;
      if (shanhai_record_reader_read (reader, line, length, &kind, &record, NULL, NULL, &error))
        {
          guint32 number = chunk->n_lines;

          g_ptr_array_add (chunk->records, record);
          g_array_append_val (chunk->lines, number);
        }
      else
        {
          ShanhaiDamage *damage = shanhai_damages_add (chunk->damages, chunk->n_lines, error->code, line, length, error->message);

          if (error->code == SHANHAI_STORE_ERROR_ORDER)
            damage->turned = shanhai_record_reader_steal_turned (reader, &damage->turned_time);
        }

      line += length + 1;
    }
}

static void
parse_chunk_cb (gpointer data,
                gpointer user_data)
{
  Work *work = user_data;

  parse_chunk (data, work);
  g_async_queue_push (work->done, data);
}

GPtrArray *
shanhai_load_cut_chunks (const char *start,
                         const char *end)
{
  GPtrArray *chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) chunk_free);

  while (start < end)
    {
      const char *cut = end - start > CHUNK_BYTES ? memchr (start + CHUNK_BYTES, '\n', end - start - CHUNK_BYTES) : NULL;

      cut = cut != NULL ? cut + 1 : end;
      g_ptr_array_add (chunks, chunk_new (start, cut));
      start = cut;
    }

  return chunks;
}

static bool
check_limit (guint        n_records,
             const char  *name,
             GError     **error)
{
  if (n_records <= SHANHAI_CASEBOOK_MAX_RECORDS)
    return true;

  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT,
               _("%s: more than %d records; split the casebook up"), name, SHANHAI_CASEBOOK_MAX_RECORDS);
  return false;
}

bool
shanhai_load_parse_chunks (GPtrArray            *chunks,
                           const char           *name,
                           GCancellable         *cancellable,
                           double                first,
                           ShanhaiProgressFunc   progress,
                           gpointer              progress_data,
                           GError              **error)
{
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  Work work = { cancellable, done, 0 };
  GThreadPool *pool = NULL;
  guint n_records = 0;

  if (chunks->len > 1)
    {
      pool = g_thread_pool_new (parse_chunk_cb, &work, (int) MIN (chunks->len, g_get_num_processors ()), FALSE, NULL);
      for (guint i = 0; i < chunks->len; i++)
        g_thread_pool_push (pool, chunks->pdata[i], NULL);
    }

  for (guint i = 0; i < chunks->len; i++)
    {
      ShanhaiLoadChunk *chunk;

      if (pool == NULL)
        parse_chunk_cb (chunks->pdata[i], &work);
      chunk = g_async_queue_pop (done);
      n_records += chunk->records->len;
      if (n_records > SHANHAI_CASEBOOK_MAX_RECORDS)
        g_atomic_int_set (&work.stop, 1);
      if (progress != NULL)
        progress (first + (PARSED_FRACTION - first) * (i + 1) / chunks->len, progress_data);
    }

  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) && check_limit (n_records, name, error);
}
