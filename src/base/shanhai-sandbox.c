/* shanhai-sandbox.c - what is different inside a Flatpak. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-sandbox.h"

#include <sys/xattr.h>

/* told by the portal since its fifth version (2023) */
#define ORIGIN_ATTRIBUTE "user.document-portal.host-path"
#define MAX_PATH_BYTES 4096

/**
 * shanhai_sandbox_is_active:
 *
 * Returns: whether the program runs inside a Flatpak
 */
bool
shanhai_sandbox_is_active (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * shanhai_sandbox_prepare:
 *
 * Flatpaks before 1.13 set no XDG_STATE_HOME. Journals and backups would then go to a home folder that is gone with the
 * sandbox, so they go where newer ones keep the state: ~/.var/app/ID/.local/state.
 */
void
shanhai_sandbox_prepare (void)
{
  const char *state = g_getenv ("XDG_STATE_HOME");
  const char *data = g_getenv ("XDG_DATA_HOME");
  g_autofree char *app_folder = NULL;
  g_autofree char *folder = NULL;

  if ((state != NULL && *state != '\0') || data == NULL || *data == '\0' || !shanhai_sandbox_is_active ())
    return;

  app_folder = g_path_get_dirname (data);
  folder = g_build_filename (app_folder, ".local", "state", NULL);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
}

/**
 * shanhai_sandbox_is_document:
 * @path: a path as the program sees it
 *
 * Returns: whether the document portal gives the file there: it alone, so that nothing can be made beside it, and under a
 *   path that tells a person nothing
 */
bool
shanhai_sandbox_is_document (const char *path)
{
  g_autofree char *documents = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);

  return g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/");
}

/**
 * shanhai_sandbox_dup_origin:
 * @path: a path as the program sees it
 *
 * A file manager hands over the same file as another document each time. What is kept for the file (its journal, its earlier
 * versions) is found again by where it really lies. The program can't go there, and shows no more of it than the folder's name.
 *
 * Returns: (transfer full) (nullable): a path outside; %NULL for what is no document, and where the portal doesn't tell
 */
char *
shanhai_sandbox_dup_origin (const char *path)
{
  char origin[MAX_PATH_BYTES + 1];
  ssize_t length;

  if (!shanhai_sandbox_is_document (path))
    return NULL;

  length = getxattr (path, ORIGIN_ATTRIBUTE, origin, MAX_PATH_BYTES);
  if (length <= 0)
    return NULL;
  origin[length] = '\0';
  return g_path_is_absolute (origin) ? g_strdup (origin) : NULL;
}
