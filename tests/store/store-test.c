/* store-test.c - directories of their own for tests that write. SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-test.h"

#include <glib/gstdio.h>

static char *root;

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

void
store_test_init (int    *argc,
                 char ***argv)
{
  g_autofree char *state = NULL;
  g_autofree char *cache = NULL;
  g_autofree char *run = NULL;

  root = g_dir_make_tmp ("store-test-XXXXXX", NULL);
  g_assert_nonnull (root);
  state = g_build_filename (root, "state", NULL);
  cache = g_build_filename (root, "cache", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  run = g_build_filename (root, "run", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", run, TRUE);

  g_test_init (argc, argv, NULL);
}

int
store_test_run (void)
{
  int status = g_test_run ();

  remove_folder (root);
  g_clear_pointer (&root, g_free);

  return status;
}
