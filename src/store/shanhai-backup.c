/* shanhai-backup.c - what a file held before it was saved, kept in the state directory. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "shanhai-sandbox.h"

#define SUFFIX ".shanhai"
#define HASH_LENGTH 12
/* "20261121T093000.123456Z" */
#define TIME_LENGTH 23
/* that are never thrown away for their nearness */
#define N_NEWEST 3
/* with hash, time and suffix well below the 255 bytes that file systems take */
#define MAX_STEM_BYTES 120

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "shanhai", "backups", NULL);
}

/* A document of a portal is known by the file that it is, since another one may be made of it the next time. */
static char *
dup_known_uri (GFile *document)
{
  const char *path = g_file_peek_path (document);
  g_autofree char *origin = path != NULL ? shanhai_sandbox_dup_origin (path) : NULL;
  g_autoptr (GFile) file = origin != NULL ? g_file_new_for_path (origin) : g_object_ref (document);

  return g_file_get_uri (file);
}

/**
 * shanhai_backup_dup_stem:
 * @document: any file
 *
 * Returns: (transfer full): "NAME-HASH", the same for the same file only
 */
char *
shanhai_backup_dup_stem (GFile *document)
{
  g_autofree char *uri = dup_known_uri (document);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *stem = g_file_get_basename (document);

  if (stem == NULL)
    stem = g_strdup ("casebook");
  if (g_str_has_suffix (stem, SUFFIX))
    stem[strlen (stem) - strlen (SUFFIX)] = '\0';
  if (strlen (stem) > MAX_STEM_BYTES)
    {
      gsize cut = MAX_STEM_BYTES;

      /* not within a character */
      while (cut > 0 && ((guchar) stem[cut] & 0xc0) == 0x80)
        cut--;
      stem[cut] = '\0';
    }
  hash[HASH_LENGTH] = '\0';

  return g_strconcat (stem, "-", hash, NULL);
}

/* names of one document's backups begin so, and sort by time */
static char *
get_prefix (GFile *document)
{
  g_autofree char *stem = shanhai_backup_dup_stem (document);

  return g_strconcat (stem, "-", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static GPtrArray *
list_names (const char *folder,
            const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_clear_pointer (&dir, g_dir_close);
  g_ptr_array_sort (names, compare_names);

  return names;
}

GDateTime *
shanhai_backup_dup_time (GFile *backup)
{
  g_autofree char *name = g_file_get_basename (backup);
  gsize length = strlen (name);
  const char *start = length > TIME_LENGTH + strlen (SUFFIX) ? name + length - strlen (SUFFIX) - TIME_LENGTH : NULL;
  g_autofree char *text = NULL;

  if (start == NULL || !g_str_has_suffix (name, SUFFIX))
    return NULL;
  text = g_strndup (start, TIME_LENGTH);

  return g_date_time_new_from_iso8601 (text, NULL);
}

bool
shanhai_backup_is_one (GFile *file)
{
  g_autofree char *path = get_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return g_file_has_prefix (file, folder);
}

/**
 * shanhai_backup_find_superfluous:
 * @times: (array length=n): when each was made, in seconds, oldest first
 * @n: how many there are
 * @now: in seconds
 *
 * The newest ones stay, and the oldest. Of the others goes the one whose neighbours lie closest together for their age: so what is left lies
 * the closer the younger it is, and reaches back as far as it can.
 *
 * Returns: the index of the one to throw away first; -1 where all may stay
 */
int
shanhai_backup_find_superfluous (const gint64 *times,
                                 guint         n,
                                 gint64        now)
{
  int worst = -1;
  double least = G_MAXDOUBLE;

  if (n <= SHANHAI_N_BACKUPS)
    return -1;

  for (guint i = 1; i + N_NEWEST < n; i++)
    {
      double gap = (double) (times[i + 1] - times[i - 1]);
      double age = (double) MAX (now - times[i], 1);

      if (gap / age < least)
        {
          least = gap / age;
          worst = (int) i;
        }
    }

  return worst;
}

static void
thin_out (const char *folder,
          const char *prefix)
{
  g_autoptr (GPtrArray) names = list_names (folder, prefix);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int index;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GDateTime) time = shanhai_backup_dup_time (file);
      gint64 seconds = time != NULL ? g_date_time_to_unix (time) : 0;

      g_array_append_val (times, seconds);
    }

  while ((index = shanhai_backup_find_superfluous ((const gint64 *) (gpointer) times->data, times->len, now)) >= 0)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[index], NULL);

      g_unlink (path);
      g_ptr_array_remove_index (names, (guint) index);
      g_array_remove_index (times, (guint) index);
    }
}

/**
 * shanhai_backup_keep:
 * @document: a file that is about to be overwritten
 *
 * Errors: those of g_file_copy()
 *
 * Returns: whether its content is safe
 */
bool
shanhai_backup_keep (GFile         *document,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *prefix = get_prefix (document);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S.%fZ");
  g_autofree char *name = g_strconcat (prefix, time, SUFFIX, NULL);
  g_autoptr (GFile) target = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GError) cause = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", folder, g_strerror (saved_errno));
      return false;
    }

  if (!g_file_copy (document, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return true;

      g_file_delete (target, NULL, NULL);
      g_propagate_error (error, g_steal_pointer (&cause));
      return false;
    }

  thin_out (folder, prefix);

  return true;
}

GPtrArray *
shanhai_backup_list (GFile *document)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *prefix = get_prefix (document);
  g_autoptr (GPtrArray) names = list_names (folder, prefix);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (files, g_file_new_build_filename (folder, names->pdata[i], NULL));

  return files;
}
