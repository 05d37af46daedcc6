/* shanhai-load.c - a casebook file is read: in chunks, by all processors. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes are cut at line ends into chunks, which the threads of a pool turn into drafts; the caller's thread joins them in the order of
 * the file and fills the casebook. */

#include "shanhai-config.h"

#include "shanhai-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "shanhai-foreign.h"
#include "shanhai-load-chunk.h"
#include "shanhai-load-input.h"
#include "shanhai-record-read.h"
#include "shanhai-record-write.h"

/* where reading ends and parsing begins, of the whole progress */
#define READ_FRACTION 0.1
#define SHOWN_CHARS 80

G_DEFINE_ENUM_TYPE (ShanhaiReadOnlyReason, shanhai_read_only_reason,
  G_DEFINE_ENUM_VALUE (SHANHAI_READ_ONLY_NO, "no"),
  G_DEFINE_ENUM_VALUE (SHANHAI_READ_ONLY_DAMAGED, "damaged"),
  G_DEFINE_ENUM_VALUE (SHANHAI_READ_ONLY_NEWER_FORMAT, "newer-format"),
  G_DEFINE_ENUM_VALUE (SHANHAI_READ_ONLY_BACKUP, "backup"))

const char *
shanhai_read_only_reason_describe (ShanhaiReadOnlyReason reason)
{
  switch (reason)
    {
    case SHANHAI_READ_ONLY_DAMAGED:
      return _("Some lines of the file can’t be read. It is open for reading only, so that they aren’t lost; "
               "mend them in a text editor, or go back to an earlier version.");
    case SHANHAI_READ_ONLY_NEWER_FORMAT:
      return _("A newer version of Shanhai wrote this file. It is open for reading only; update Shanhai to edit it. "
               "It can be copied as it is.");
    case SHANHAI_READ_ONLY_BACKUP:
      return _("This is an earlier version of a casebook, to look at. To get it back, restore it in the window of that casebook, or copy it.");
    case SHANHAI_READ_ONLY_NO:
    default:
      return NULL;
    }
}

static int
compare_damages (gconstpointer a,
                 gconstpointer b)
{
  const ShanhaiDamage *x = *(ShanhaiDamage **) a;
  const ShanhaiDamage *y = *(ShanhaiDamage **) b;

  return x->line < y->line ? -1 : x->line > y->line;
}

/* in the order of the file; line numbers now count from the file's start */
static void
join_chunks (ShanhaiLoad *self,
             GPtrArray   *chunks)
{
  guint first = 1;

  for (guint i = 0; i < chunks->len; i++)
    {
      ShanhaiLoadChunk *chunk = chunks->pdata[i];

      for (guint k = 0; k < chunk->records->len; k++)
        {
          guint32 line = g_array_index (chunk->lines, guint32, k) + first;

          g_ptr_array_add (self->records, chunk->records->pdata[k]);
          g_array_append_val (self->lines, line);
        }
      g_ptr_array_set_free_func (chunk->records, NULL);

      for (guint k = 0; k < chunk->damages->len; k++)
        {
          ShanhaiDamage *damage = chunk->damages->pdata[k];

          damage->line += first;
          g_ptr_array_add (self->damages, damage);
        }
      g_ptr_array_set_free_func (chunk->damages, NULL);

      first += chunk->n_lines;
    }
}

typedef struct
{
  ShanhaiLoad *load;
  GHashTable  *lines_by_id;  /* made at the first duplicate */
  GArray      *left_out;     /* indices in load->records */
} Duplicates;

static void
duplicate_cb (ShanhaiRecord *record,
              guint          index,
              gpointer       user_data)
{
  Duplicates *duplicates = user_data;
  ShanhaiLoad *load = duplicates->load;
  const char *id = shanhai_record_get_id (record);
  g_autofree char *shown = shanhai_store_shorten (id, strlen (id), SHOWN_CHARS);
  g_autofree char *message = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (duplicates->lines_by_id == NULL)
    {
      duplicates->lines_by_id = g_hash_table_new (g_str_hash, g_str_equal);
      duplicates->left_out = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = load->records->len; i > 0; i--)
        {
          const char *other = shanhai_record_get_id (load->records->pdata[i - 1]);

          if (other != NULL)
            g_hash_table_insert (duplicates->lines_by_id, (gpointer) other, GUINT_TO_POINTER (g_array_index (load->lines, guint32, i - 1)));
        }
    }

  message = g_strdup_printf (_("the id “%s” is on line %u already; give one of the two another id, or remove it"), shown,
                             GPOINTER_TO_UINT (g_hash_table_lookup (duplicates->lines_by_id, id)));
  shanhai_record_append_line (record, line);
  shanhai_damages_add (load->damages, g_array_index (load->lines, guint32, index), SHANHAI_STORE_ERROR_DUPLICATE, line->str, line->len, message);
  g_array_append_val (duplicates->left_out, index);
}

static void
remove_left_out (ShanhaiLoad *self,
                 GArray      *left_out)
{
  guint kept = 0;
  guint next = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      if (next < left_out->len && g_array_index (left_out, guint, next) == i)
        {
          g_object_unref (self->records->pdata[i]);
          next++;
          continue;
        }
      self->records->pdata[kept] = self->records->pdata[i];
      g_array_index (self->lines, guint32, kept) = g_array_index (self->lines, guint32, i);
      kept++;
    }

  /* their references were given up above or have moved to the front */
  g_ptr_array_set_free_func (self->records, NULL);
  g_ptr_array_set_size (self->records, (int) kept);
  g_ptr_array_set_free_func (self->records, g_object_unref);
  g_array_set_size (self->lines, kept);
}

static void
fill_casebook (ShanhaiLoad *self)
{
  Duplicates duplicates = { self, NULL, NULL };

  shanhai_casebook_fill (self->casebook, self->records, duplicate_cb, &duplicates);

  if (duplicates.lines_by_id != NULL)
    {
      g_hash_table_unref (duplicates.lines_by_id);
      remove_left_out (self, duplicates.left_out);
      g_array_unref (duplicates.left_out);
      g_ptr_array_sort (self->damages, compare_damages);
    }

  if (shanhai_casebook_get_format (self->casebook) > SHANHAI_CASEBOOK_FORMAT)
    self->read_only = SHANHAI_READ_ONLY_NEWER_FORMAT;
  else if (self->damages->len > 0)
    self->read_only = SHANHAI_READ_ONLY_DAMAGED;
  shanhai_casebook_set_read_only (self->casebook, self->read_only != SHANHAI_READ_ONLY_NO);
}

/* the first line; `rest` is left where the records begin */
static bool
load_header (ShanhaiLoad  *self,
             const char  **rest,
             const char   *end,
             GError      **error)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  g_auto (ShanhaiHeader) header = { 0 };
  g_autoptr (ShanhaiRecord) record = NULL;
  g_autoptr (GError) cause = NULL;
  const char *line = *rest;
  const char *line_end = memchr (line, '\n', end - line);
  ShanhaiLineKind kind;

  if (line_end == NULL)
    line_end = end;
  *rest = line_end < end ? line_end + 1 : end;

  if (!shanhai_record_reader_read (reader, line, line_end - line, &kind, &record, &header, NULL, &cause))
    {
      const char *foreign = shanhai_foreign_describe (line, end - line);

      if (foreign != NULL)
        {
          g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, "%s: %s", self->name, foreign);
          return false;
        }
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT,
                   _("%s:1: not the header of a casebook: %s"), self->name, cause->message);
      return false;
    }
  if (kind != SHANHAI_LINE_HEADER || header.format == 0)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT,
                   _("%s:1: the header of a casebook is missing; the first line must be {\"record\":\"casebook\",\"format\":1}"), self->name);
      return false;
    }

  shanhai_casebook_set_header (self->casebook, header.format, header.title, header.language, header.created, header.extra);

  return true;
}

/**
 * shanhai_load_bytes:
 * @bytes: a casebook file
 * @name: what messages call it
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): told how far it has come
 *
 * Errors: SHANHAI_STORE_ERROR_FORMAT, SHANHAI_STORE_ERROR_LIMIT, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the casebook, and what is wrong with the file
 */
ShanhaiLoad *
shanhai_load_bytes (GBytes               *bytes,
                    const char           *name,
                    GCancellable         *cancellable,
                    ShanhaiProgressFunc   progress,
                    gpointer              progress_data,
                    GError              **error)
{
  g_autoptr (ShanhaiLoad) self = g_new0 (ShanhaiLoad, 1);
  g_autoptr (GPtrArray) chunks = NULL;
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? start + size : start;

  self->name = g_strdup (name);
  self->casebook = shanhai_casebook_new ();
  self->damages = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_damage_free);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* the byte order mark that some Windows programs put first */
  if (size >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    start += 3;

  if (start == end)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT,
                   _("%s: the file is empty; choose another one, or start a new casebook"), name);
      return NULL;
    }

  if (!load_header (self, &start, end, error))
    return NULL;

  chunks = shanhai_load_cut_chunks (start, shanhai_load_drop_final_empty_line (start, end));
  if (!shanhai_load_parse_chunks (chunks, name, cancellable, READ_FRACTION, progress, progress_data, error))
    return NULL;

  join_chunks (self, chunks);
  fill_casebook (self);
  if (progress != NULL)
    progress (1, progress_data);

#ifdef __GLIBC__
  /* json-glib's trees leave much free memory between the records' own in each thread's arena */
  if (chunks->len > 1)
    malloc_trim (0);
#endif

  return g_steal_pointer (&self);
}

/**
 * shanhai_load_stream:
 * @stream: a casebook file, read to its end
 * @name: what messages call it
 *
 * Returns: (transfer full): as shanhai_load_bytes()
 */
ShanhaiLoad *
shanhai_load_stream (GInputStream         *stream,
                     const char           *name,
                     GCancellable         *cancellable,
                     ShanhaiProgressFunc   progress,
                     gpointer              progress_data,
                     GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *cause = NULL;

  bytes = shanhai_load_read_stream (stream, 0, cancellable, READ_FRACTION, progress, progress_data, &cause);
  if (bytes == NULL)
    {
      shanhai_store_take_io_error (error, cause, name, false);
      return NULL;
    }

  return shanhai_load_bytes (bytes, name, cancellable, progress, progress_data, error);
}

/**
 * shanhai_load_file:
 * @file: a casebook file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope call): told how far it has come
 *
 * Errors: as shanhai_load_bytes(), and SHANHAI_STORE_ERROR_NOT_FOUND, _FOLDER, _PERMISSION, _FAILED
 *
 * Returns: (transfer full): the casebook, and what is wrong with the file
 */
ShanhaiLoad *
shanhai_load_file (GFile                *file,
                   GCancellable         *cancellable,
                   ShanhaiProgressFunc   progress,
                   gpointer              progress_data,
                   GError              **error)
{
  return shanhai_load_file_and_bytes (file, NULL, cancellable, progress, progress_data, error);
}

ShanhaiLoad *
shanhai_load_file_and_bytes (GFile                *file,
                             GBytes              **out_bytes,
                             GCancellable         *cancellable,
                             ShanhaiProgressFunc   progress,
                             gpointer              progress_data,
                             GError              **error)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *cause = NULL;
  ShanhaiLoad *self;

  bytes = shanhai_load_read_file (file, &etag, cancellable, READ_FRACTION, progress, progress_data, &cause);
  if (bytes == NULL)
    {
      shanhai_store_take_file_error (error, cause, file, false);
      return NULL;
    }

  self = shanhai_load_bytes (bytes, name, cancellable, progress, progress_data, error);
  if (self != NULL)
    self->etag = g_steal_pointer (&etag);
  if (self != NULL && out_bytes != NULL)
    *out_bytes = g_steal_pointer (&bytes);

  return self;
}

static void
load_file_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  ShanhaiLoad *self = shanhai_load_file (G_FILE (source), cancellable, shanhai_progress_relay_send, task_data, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) shanhai_load_free);
  else
    g_task_return_error (task, error);
}

void
shanhai_load_file_async (GFile               *file,
                         GCancellable        *cancellable,
                         ShanhaiProgressFunc  progress,
                         gpointer             progress_data,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, shanhai_load_file_async);
  g_task_set_task_data (task, shanhai_progress_relay_new (progress, progress_data), (GDestroyNotify) shanhai_progress_relay_free);
  g_task_run_in_thread (task, load_file_thread);
}

ShanhaiLoad *
shanhai_load_file_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_load_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
shanhai_load_free (ShanhaiLoad *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->casebook);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->damages, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->etag);
  g_free (self);
}

char *
shanhai_load_format_damage (ShanhaiLoad         *self,
                            const ShanhaiDamage *damage)
{
  return g_strdup_printf ("%s:%u: %s", self->name, damage->line, damage->message);
}
