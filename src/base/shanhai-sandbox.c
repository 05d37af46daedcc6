/* shanhai-sandbox.c - what is different inside a Flatpak. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-sandbox.h"

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
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/");
}
