/* shanhai-journal-folder.c - where journals lie, what they are called, and which there are. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-journal-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shanhai-backup.h"
#include "shanhai-recovery.h"
#include "shanhai-sandbox.h"

#define SUFFIX ".journal"
#define KEPT_SUFFIX ".kept"
/* how a header's line begins, in canonical form */
#define HEADER_START "{\"record\":\"casebook\""
#define N_TRIES 20
#define N_PATIENT_TRIES 4
#define PATIENCE_US 5000

char *
shanhai_journal_folder_get (void)
{
  return g_build_filename (g_get_user_state_dir (), "shanhai", "journals", NULL);
}

/* One file has one journal, by whichever links it is reached. */
char *
shanhai_journal_path_for_file (GFile *file)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  const char *path = g_file_peek_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) target = real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
  g_autofree char *stem = shanhai_backup_dup_stem (target);
  g_autofree char *name = g_strconcat (stem, SUFFIX, NULL);

  free (real);

  return g_build_filename (folder, name, NULL);
}

char *
shanhai_journal_path_for_new (void)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *name = g_strdup_printf ("new-%08x%08x" SUFFIX, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

char *
shanhai_journal_path_for_kept (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S.%fZ");
  const char *end = g_str_has_suffix (path, KEPT_SUFFIX) ? g_strrstr (path, SUFFIX) : NULL;
  g_autofree char *stem = g_strndup (path, end != NULL ? (gsize) (end - path) + strlen (SUFFIX) : strlen (path));

  return g_strconcat (stem, ".", time, KEPT_SUFFIX, NULL);
}

bool
shanhai_journal_path_is_kept (const char *path)
{
  return g_str_has_suffix (path, KEPT_SUFFIX);
}

int
shanhai_journal_open_locked (const char *path,
                             int         flags)
{
  for (int i = 0; i < N_TRIES; i++)
    {
      struct stat opened, named;
      int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);

      if (fd < 0)
        return -1;
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          int saved_errno = errno;

          close (fd);
          /* whoever only asks whether it is in use lets go at once */
          if (saved_errno == EWOULDBLOCK && i < N_PATIENT_TRIES)
            {
              g_usleep (PATIENCE_US);
              continue;
            }
          errno = saved_errno;
          return -1;
        }
      /* between the two calls its last owner may have renamed it or thrown it away */
      if (fstat (fd, &opened) == 0 && lstat (path, &named) == 0 && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino)
        return fd;
      close (fd);
    }

  errno = EWOULDBLOCK;
  return -1;
}

GBytes *
shanhai_journal_read_fd (int      fd,
                         GError **error)
{
  struct stat status;
  g_autofree char *data = NULL;
  gsize size = 0;
  gsize capacity;

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
      return NULL;
    }

  /* one byte more than is allowed tells that it is too large */
  capacity = MIN ((gsize) status.st_size, SHANHAI_JOURNAL_MAX_BYTES + 1);
  data = g_try_malloc (MAX (capacity, 1));
  if (data == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (ENOMEM));
      return NULL;
    }
  while (size < capacity)
    {
      gssize n = pread (fd, data + size, capacity - size, (off_t) size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        break;
      size += (gsize) n;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

ShanhaiJournalText *
shanhai_journal_read (const char  *path,
                      GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  g_autoptr (GBytes) bytes = NULL;

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
      return NULL;
    }
  bytes = shanhai_journal_read_fd (fd, error);
  close (fd);

  return bytes != NULL ? shanhai_journal_text_parse (bytes, error) : NULL;
}

void
shanhai_journal_info_free (ShanhaiJournalInfo *self)
{
  g_free (self->path);
  g_free (self->uri);
  g_free (self->name);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_free (self);
}

static bool
is_in_use (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  bool in_use;

  if (fd < 0)
    return false;
  in_use = flock (fd, LOCK_SH | LOCK_NB) != 0;
  close (fd);

  return in_use;
}

/* (transfer full) (nullable): the title that a change gives the casebook */
static char *
read_title (const ShanhaiJournalEntry *entry)
{
  g_autoptr (ShanhaiChange) change = NULL;
  const ShanhaiHeader *header;

  if (entry->after_bytes < strlen (HEADER_START) || memcmp (entry->lines + entry->before_bytes, HEADER_START, strlen (HEADER_START)) != 0)
    return NULL;

  change = shanhai_journal_entry_to_change (entry, NULL);
  header = change != NULL ? shanhai_change_get_header (change) : NULL;

  return header != NULL && header->title != NULL ? g_strdup (shanhai_name_get_nth (header->title, 0, NULL)) : NULL;
}

static bool
is_lost (const char *uri)
{
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  return file != NULL && !g_file_query_exists (file, NULL);
}

/* A document of a portal that doesn't tell of which file: the next time another one is made of it. */
static bool
is_passing (const char *uri)
{
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autofree char *origin = NULL;

  if (path == NULL || !shanhai_sandbox_is_document (path))
    return false;
  origin = shanhai_sandbox_dup_origin (path);
  return origin == NULL;
}

/* (transfer full) (nullable): NULL where nothing is in it that could be missed */
static ShanhaiJournalInfo *
read_info (const char *path)
{
  g_autoptr (ShanhaiJournalText) text = shanhai_journal_read (path, NULL);
  ShanhaiJournalInfo *info;
  int n = 0;

  if (text == NULL || text->n_changes == 0)
    return NULL;

  info = g_new0 (ShanhaiJournalInfo, 1);
  info->path = g_strdup (path);
  info->uri = g_strdup (text->base.uri);
  info->name = g_strdup (text->base.name);
  info->kept = shanhai_journal_path_is_kept (path);
  info->lost = is_lost (info->uri);
  info->in_use = is_in_use (path);
  for (guint i = 0; i < text->entries->len; i++)
    {
      const ShanhaiJournalEntry *entry = text->entries->pdata[i];

      g_autofree char *title = NULL;

      if (entry->kind != SHANHAI_JOURNAL_CHANGE)
        continue;
      title = info->uri == NULL ? read_title (entry) : NULL;
      if (title != NULL)
        {
          g_free (info->name);
          info->name = g_steal_pointer (&title);
        }
      n += entry->move == SHANHAI_HISTORY_UNDONE ? -1 : 1;
      g_clear_pointer (&info->at, g_date_time_unref);
      info->at = g_date_time_ref (entry->at);
    }
  /* what was undone beyond the last saving is a change of its own */
  info->n_changes = (guint) ABS (n);

  return info;
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare ((*(ShanhaiJournalInfo **) b)->at, (*(ShanhaiJournalInfo **) a)->at);
}

GPtrArray *
shanhai_journal_list (GFile *document)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *own = document != NULL ? shanhai_journal_path_for_file (document) : NULL;
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) shanhai_journal_info_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      ShanhaiJournalInfo *info = NULL;

      if ((own == NULL || g_str_has_prefix (path, own)) && (g_str_has_suffix (name, SUFFIX) || shanhai_journal_path_is_kept (name)))
        info = read_info (path);
      if (info != NULL)
        g_ptr_array_add (infos, info);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_ptr_array_sort (infos, compare_infos);

  return infos;
}

char *
shanhai_journal_find_moved (GBytes *document)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *sha256 = NULL;
  g_autofree char *found = NULL;
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 newest = G_MININT64;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (ShanhaiJournalText) text = NULL;
      struct stat status;

      if (!g_str_has_suffix (name, SUFFIX) || stat (path, &status) != 0 || (gint64) status.st_mtime < newest || is_in_use (path))
        continue;
      text = shanhai_journal_read (path, NULL);
      if (text == NULL || text->n_changes == 0 || !(is_lost (text->base.uri) || is_passing (text->base.uri)))
        continue;
      if (sha256 == NULL)
        sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);
      if (shanhai_recovery_find_start (text, sha256) < 0)
        continue;
      g_free (found);
      found = g_steal_pointer (&path);
      newest = (gint64) status.st_mtime;
    }
  g_clear_pointer (&dir, g_dir_close);

  return g_steal_pointer (&found);
}

bool
shanhai_journal_delete (const char  *path,
                        GError     **error)
{
  int fd = shanhai_journal_open_locked (path, 0);
  bool deleted = fd >= 0 && g_unlink (path) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  if (deleted || saved_errno == ENOENT)
    return true;

  if (saved_errno == EWOULDBLOCK)
    g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED, _("These changes are open in a window; they can’t be deleted meanwhile."));
  else
    g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED, _("These changes couldn’t be deleted: %s."), g_strerror (saved_errno));

  return false;
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, shanhai_journal_list (task_data), (GDestroyNotify) g_ptr_array_unref);
}

void
shanhai_journal_list_async (GFile               *document,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, shanhai_journal_list_async);
  if (document != NULL)
    g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
shanhai_journal_list_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_journal_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
