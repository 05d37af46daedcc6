/* shanhai-journal-disk.c - the journal's file: appended to, begun anew, set aside, each time whole. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it happens in the writing thread. */

#include "shanhai-config.h"

#include "shanhai-journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shanhai-atomic-write.h"
#include "shanhai-journal-folder.h"

static bool
write_at (int         fd,
          const char *data,
          gsize       size,
          off_t       offset)
{
  while (size > 0)
    {
      gssize n = pwrite (fd, data, size, offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          if (n == 0)
            errno = ENOSPC;
          return false;
        }
      data += n;
      size -= (gsize) n;
      offset += n;
    }

  return true;
}

static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  shanhai_sync_folder (folder);
}

static bool
make_folder (void)
{
  g_autofree char *folder = shanhai_journal_folder_get ();

  return g_mkdir_with_parents (folder, 0700) == 0;
}

static void
take_path (ShanhaiJournal *self,
           char           *path,
           bool            exists)
{
  g_mutex_lock (&self->lock);
  g_free (self->path);
  self->path = path;
  self->exists = exists;
  g_mutex_unlock (&self->lock);
}

/* Whatever lies there that isn't ours gets out of the way without being lost. The path to use: that one, or another while a program writes to
 * it. (transfer full) (nullable) */
static char *
clear_way (ShanhaiJournal *self,
           const char     *path)
{
  struct stat status;
  int fd = shanhai_journal_open_locked (path, 0);

  self->shared = false;
  if (fd < 0 && errno == EWOULDBLOCK)
    {
      self->shared = true;
      return shanhai_journal_path_for_kept (path);
    }
  if (fd < 0)
    return errno == ENOENT ? g_strdup (path) : NULL;

  if (fstat (fd, &status) == 0 && status.st_size > 0)
    {
      g_autofree char *kept = shanhai_journal_path_for_kept (path);

      if (g_rename (path, kept) != 0)
        {
          int saved_errno = errno;

          close (fd);
          errno = saved_errno;
          return NULL;
        }
    }
  close (fd);

  return g_strdup (path);
}

/* `is_ours`: what has that name now may go. Else the name must be free: another program may have taken it a moment ago. */
static bool
give_name (const char *aside,
           const char *path,
           bool        is_ours)
{
  if (is_ours)
    return g_rename (aside, path) == 0;

  if (link (aside, path) == 0)
    {
      g_unlink (aside);
      return true;
    }

  /* a file system that knows no second names */
  return (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) && g_rename (aside, path) == 0;
}

/* A whole new file under that name, locked before anybody can see it; it becomes ours. Errors are errno's. */
static bool
replace_file (ShanhaiJournal *self,
              const char     *path,
              const char     *text,
              gsize           size,
              bool            is_ours)
{
  g_autofree char *aside = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  int fd;

  if (!make_folder ())
    return false;
  fd = open (aside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return false;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0 || !write_at (fd, text, size, 0) || fsync (fd) != 0 || !give_name (aside, path, is_ours))
    {
      int saved_errno = errno;

      close (fd);
      g_unlink (aside);
      errno = saved_errno;
      return false;
    }
  sync_folder_of (path);

  if (self->fd >= 0)
    close (self->fd);
  self->fd = fd;
  self->good_size = (off_t) size;

  return true;
}

static bool
is_named (int         fd,
          const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && lstat (path, &named) == 0 && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/* a journal whose name was taken away can still be read through its descriptor */
static bool
rescue (ShanhaiJournal *self,
        const char     *path)
{
  g_autoptr (GBytes) bytes = shanhai_journal_read_fd (self->fd, NULL);
  g_autofree char *clear = NULL;

  if (bytes == NULL)
    {
      errno = EIO;
      return false;
    }

  clear = make_folder () ? clear_way (self, path) : NULL;
  if (clear == NULL ||
      !replace_file (self, clear, g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), (gsize) self->good_size), false))
    return false;
  take_path (self, g_steal_pointer (&clear), true);

  return true;
}

bool
shanhai_journal_append_to_file (ShanhaiJournal           *self,
                                const ShanhaiJournalBase *base,
                                const char               *path,
                                GString                  *text)
{
  if (self->fd < 0)
    {
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autofree char *clear = make_folder () ? clear_way (self, path) : NULL;

      if (clear == NULL)
        return false;
      shanhai_journal_append_base (whole, base);
      g_string_append_len (whole, text->str, (gssize) text->len);
      if (!replace_file (self, clear, whole->str, whole->len, false))
        return false;
      take_path (self, g_steal_pointer (&clear), true);
      return true;
    }

  if (!is_named (self->fd, path) && !rescue (self, path))
    return false;

  /* what a write that failed has left, or a program that was killed */
  if (ftruncate (self->fd, self->good_size) != 0)
    return false;
  if (!write_at (self->fd, text->str, text->len, self->good_size) || fdatasync (self->fd) != 0)
    {
      int saved_errno = errno;

      if (ftruncate (self->fd, self->good_size) != 0)
        g_debug ("half a write is left in a journal; its checksum will tell");
      errno = saved_errno;
      return false;
    }
  self->good_size += (off_t) text->len;

  return true;
}

bool
shanhai_journal_rename_aside (ShanhaiJournal *self,
                              const char     *path)
{
  g_autofree char *kept = shanhai_journal_path_for_kept (path);

  if (g_rename (path, kept) != 0 && errno != ENOENT)
    return false;
  sync_folder_of (kept);
  take_path (self, g_steal_pointer (&kept), true);

  return true;
}

static char *
path_for_base (const ShanhaiJournalBase *base,
               const char               *old_path)
{
  g_autoptr (GFile) file = base->uri != NULL ? g_file_new_for_uri (base->uri) : NULL;

  return file != NULL ? shanhai_journal_path_for_file (file) : g_strdup (old_path);
}

bool
shanhai_journal_begin_anew (ShanhaiJournal              *self,
                            const ShanhaiJournalRestart *restart,
                            const char                  *old_path)
{
  g_autofree char *wanted = path_for_base (&restart->base, old_path);
  bool is_same = g_str_equal (wanted, old_path);
  g_autofree char *path = NULL;

  if (restart->text->len == 0)
    {
      if (self->fd >= 0 && restart->keep_old && !shanhai_journal_rename_aside (self, old_path))
        return false;
      if (self->fd >= 0 && !restart->keep_old && g_unlink (old_path) != 0 && errno != ENOENT)
        return false;
      if (self->fd >= 0)
        close (self->fd);
      self->fd = -1;
      self->good_size = 0;
      /* the next change sees whether the name is free */
      take_path (self, g_steal_pointer (&wanted), false);
      return true;
    }

  if (!make_folder ())
    return false;
  path = is_same && self->fd >= 0 ? g_strdup (wanted) : clear_way (self, wanted);
  if (path == NULL)
    return false;
  if (self->fd >= 0 && restart->keep_old)
    {
      g_autofree char *kept = shanhai_journal_path_for_kept (old_path);

      if (link (old_path, kept) != 0 && errno != ENOENT)
        return false;
    }

  {
    g_autoptr (GString) whole = g_string_new (NULL);
    bool had_old = self->fd >= 0;

    shanhai_journal_append_base (whole, &restart->base);
    g_string_append_len (whole, restart->text->str, (gssize) restart->text->len);
    if (!replace_file (self, path, whole->str, whole->len, is_same && had_old))
      return false;
    if (had_old && !g_str_equal (path, old_path))
      g_unlink (old_path);
  }
  take_path (self, g_steal_pointer (&path), true);

  return true;
}
