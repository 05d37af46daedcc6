/* shanhai-backup.c - what a file held before it was saved, kept in the state directory. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".shanhai"
#define HASH_LENGTH 12
/* with hash, time and suffix well below the 255 bytes that file systems take */
#define MAX_STEM_BYTES 120

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "shanhai", "backups", NULL);
}

/**
 * shanhai_backup_dup_stem:
 * @document: any file
 *
 * Returns: (transfer full): "NAME-HASH", the same for the same URI only
 */
char *
shanhai_backup_dup_stem (GFile *document)
{
  g_autofree char *uri = g_file_get_uri (document);
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

static void
thin_out (const char *folder,
          const char *prefix)
{
  g_autoptr (GPtrArray) names = list_names (folder, prefix);

  for (guint i = 0; i + SHANHAI_N_BACKUPS < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
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
