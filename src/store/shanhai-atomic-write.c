/* shanhai-atomic-write.c - a file is written whole or not at all. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not g_file_replace(): where the file is a link or belongs to somebody else that overwrites in place, and a disk that fills up
 * halfway has then eaten the old content. */

#include "shanhai-config.h"

#include "shanhai-atomic-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shanhai-backup.h"
#include "shanhai-sandbox.h"

#define WRITE_BYTES (4 * 1024 * 1024)
#define N_NAMES 100
/* as many as the kernel follows */
#define MAX_LINKS 40

char *
shanhai_query_etag (GFile        *file,
                    GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

static bool
fail_errno (GError **error,
            int      number)
{
  g_set_error_literal (error, G_IO_ERROR, number == EDQUOT ? G_IO_ERROR_NO_SPACE : (int) g_io_error_from_errno (number), g_strerror (number));
  return false;
}

/* A file that is gone has nothing that could be lost. */
static bool
check_etag (GFile         *file,
            const char    *etag,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *now = etag != NULL ? shanhai_query_etag (file, cancellable) : NULL;

  if (now == NULL || strcmp (now, etag) == 0)
    return true;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "etag");
  return false;
}

/* a fresh file in the folder, with the rights of the one that it will replace; -1 with errno */
static int
open_aside (const char         *folder,
            const struct stat  *old,
            char              **path)
{
  for (int i = 0; i < N_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf (".shanhai-%08x.part", g_random_int ());
      g_autofree char *aside = g_build_filename (folder, name, NULL);
      int fd = open (aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, old != NULL ? 0600 : 0666);

      if (fd < 0 && errno == EEXIST)
        continue;

      /* owner first, since changing it takes rights away; where it can't be kept, a file of one's own is still better than none */
      if (fd >= 0 && old != NULL)
        {
          if (fchown (fd, old->st_uid, old->st_gid) != 0)
            g_debug ("the owner of a replaced file could not be kept");
          if (fchmod (fd, old->st_mode & 07777) != 0)
            g_debug ("the mode of a replaced file could not be kept");
        }
      if (fd >= 0)
        *path = g_steal_pointer (&aside);
      return fd;
    }

  errno = EEXIST;
  return -1;
}

static bool
write_all (int            fd,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return false;

      n = write (fd, data, MIN (left, WRITE_BYTES));
      if (n < 0 && errno != EINTR)
        return fail_errno (error, errno);
      if (n > 0)
        {
          data += n;
          left -= (gsize) n;
        }
    }

  if (fsync (fd) != 0 && errno != EINVAL && errno != EROFS)
    return fail_errno (error, errno);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

void
shanhai_sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static bool
check_target (const char         *path,
              const struct stat  *old,
              GError            **error)
{
  if (S_ISDIR (old->st_mode))
    return fail_errno (error, EISDIR);
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail_errno (error, errno);

  return true;
}

/* (transfer full) (nullable): where the link leads, one step */
static char *
follow_link (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *folder = NULL;

  if (target == NULL || g_path_is_absolute (target))
    return g_steal_pointer (&target);

  folder = g_path_get_dirname (path);

  return g_build_filename (folder, target, NULL);
}

/* The file that a link leads to is replaced or made, never the link. NULL with errno: links that lead in a circle. */
static char *
resolve_links (const char *path)
{
  g_autofree char *at = NULL;
  char *real = realpath (path, NULL);
  struct stat status;

  if (real != NULL)
    {
      at = g_strdup (real);
      free (real);
      return g_steal_pointer (&at);
    }
  if (errno == ELOOP)
    return NULL;

  /* a link of the kernel's own (/dev/stdout) leads to something that has no path */
  at = g_strdup (path);
  if (stat (path, &status) == 0)
    return g_steal_pointer (&at);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      char *next;

      if (lstat (at, &status) != 0 || !S_ISLNK (status.st_mode))
        return g_steal_pointer (&at);
      next = follow_link (at);
      if (next == NULL)
        return NULL;
      g_free (at);
      at = next;
    }

  errno = ELOOP;
  return NULL;
}

/* Of the file aside, whose name nobody else knows: asked by the document's own path, it might be that of the next writer already. */
static char *
query_path_etag (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return shanhai_query_etag (file, NULL);
}

static void
keep_backup (GFile        *file,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  /* A state directory that is full or missing must not keep a person from saving. */
  if (!shanhai_backup_keep (file, cancellable, &error))
    g_info ("no backup was kept: %s", error->message);
}

static bool
write_local (GFile         *file,
             const char    *given_path,
             GBytes        *bytes,
             const char    *etag,
             bool           backup,
             GCancellable  *cancellable,
             char         **new_etag,
             GError       **error)
{
  g_autofree char *path = resolve_links (given_path);
  g_autofree char *folder = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *etag_aside = NULL;
  struct stat old;
  bool exists;
  int fd;

  if (path == NULL)
    return fail_errno (error, errno);

  folder = g_path_get_dirname (path);
  exists = stat (path, &old) == 0;
  if (exists && !check_target (path, &old, error))
    return false;

  /* a device or a pipe can't be replaced */
  if (exists && !S_ISREG (old.st_mode))
    {
      bool written;

      fd = open (path, O_WRONLY | O_CLOEXEC);
      if (fd < 0)
        return fail_errno (error, errno);
      written = write_all (fd, bytes, cancellable, error);
      close (fd);
      return written;
    }

  fd = open_aside (folder, exists ? &old : NULL, &aside);
  if (fd < 0)
    return fail_errno (error, errno);

  if (!write_all (fd, bytes, cancellable, error))
    {
      close (fd);
      g_unlink (aside);
      return false;
    }
  if (close (fd) != 0)
    {
      fail_errno (error, errno);
      g_unlink (aside);
      return false;
    }

  etag_aside = query_path_etag (aside);
  if (backup && exists)
    keep_backup (file, cancellable);

  /* looked at again as late as can be: the disk may have taken a while */
  if (!check_etag (file, etag, cancellable, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_unlink (aside);
      return false;
    }
  if (rename (aside, path) != 0)
    {
      fail_errno (error, errno);
      g_unlink (aside);
      return false;
    }
  shanhai_sync_folder (folder);
  *new_etag = g_steal_pointer (&etag_aside);

  return true;
}

/* What has no path, GIO replaces as it can. */
static bool
replace (GFile         *file,
         GBytes        *bytes,
         const char    *etag,
         bool           backup,
         GCancellable  *cancellable,
         char         **new_etag,
         GError       **error)
{
  if (backup)
    keep_backup (file, cancellable);

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), etag, FALSE,
                                  G_FILE_CREATE_NONE, new_etag, cancellable, error);
}

/* The document portal lets a file aside take the document's place, which GIO doesn't use, since owners can't be changed there: it overwrites in place.
 * That is left for a document that may be written in a folder that may not. */
static bool
needs_in_place (const char   *path,
                const GError *cause)
{
  return (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
          || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
         && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

/**
 * shanhai_write_atomically:
 * @file: where to
 * @bytes: its whole content
 * @etag: (nullable): of the content that may be overwritten
 * @backup: whether the state directory is to keep what is overwritten
 * @new_etag: (out) (optional) (transfer full): of the file as it was written
 *
 * Errors: SHANHAI_STORE_ERROR_NO_SPACE, _PERMISSION, _FOLDER, _NOT_FOUND, _CHANGED, _FAILED; G_IO_ERROR_CANCELLED. The file is then as it was before.
 *
 * Returns: whether the file holds @bytes
 */
bool
shanhai_write_atomically (GFile         *file,
                          GBytes        *bytes,
                          const char    *etag,
                          bool           backup,
                          GCancellable  *cancellable,
                          char         **new_etag,
                          GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *own_etag = NULL;
  GError *cause = NULL;
  bool written;

  written = check_etag (file, etag, cancellable, &cause);
  if (written && path != NULL)
    {
      written = write_local (file, path, bytes, etag, backup, cancellable, &own_etag, &cause);
      if (!written && shanhai_sandbox_is_document (path) && needs_in_place (path, cause))
        {
          g_clear_error (&cause);
          g_clear_pointer (&own_etag, g_free);
          written = replace (file, bytes, etag, backup, cancellable, &own_etag, &cause);
        }
    }
  else if (written)
    written = replace (file, bytes, etag, backup, cancellable, &own_etag, &cause);

  if (!written)
    {
      shanhai_store_take_file_error (error, cause, file, true);
      return false;
    }

  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&own_etag);

  return true;
}
