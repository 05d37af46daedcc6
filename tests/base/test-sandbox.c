/* test-sandbox.c - tests of shanhai-sandbox.c outside a sandbox: documents as a portal shows them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-sandbox.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ATTRIBUTE "user.document-portal.host-path"

static char *folder;

/* (transfer full): a file below the runtime directory, which says that it really lies at @origin */
static char *
make_file (const char *place,
           const char *origin)
{
  g_autofree char *parent = g_build_filename (folder, place, NULL);
  char *path = g_build_filename (parent, "book.shanhai", NULL);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  if (origin != NULL && setxattr (path, ATTRIBUTE, origin, strlen (origin), 0) != 0)
    {
      g_assert_cmpint (errno, ==, ENOTSUP);
      g_test_skip ("this file system has no attributes");
      g_clear_pointer (&path, g_free);
    }
  return path;
}

static void
test_is_document (void)
{
  g_autofree char *document = g_build_filename (folder, "doc", "4f2a", "book.shanhai", NULL);
  g_autofree char *other = g_build_filename (folder, "documents", "book.shanhai", NULL);

  g_assert_true (shanhai_sandbox_is_document (document));
  g_assert_true (shanhai_sandbox_is_document ("/run/flatpak/doc/4f2a/book.shanhai"));
  g_assert_false (shanhai_sandbox_is_document (other));
  g_assert_false (shanhai_sandbox_is_document ("/home/doc/book.shanhai"));
}

static void
test_origin (void)
{
  static const struct
  {
    const char *test_case;
    const char *place;
    const char *origin;
    bool        is_told;
  } rows[] = {
    { "told", "doc/1", "/home/lin/五省 2026.shanhai", true },
    { "another document of the same file", "doc/2", "/home/lin/五省 2026.shanhai", true },
    { "an older portal", "doc/3", NULL, false },
    { "no path", "doc/4", "book.shanhai", false },
    { "no document", "other", "/home/lin/book.shanhai", false },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = make_file (rows[i].place, rows[i].origin);
      g_autofree char *origin = path != NULL ? shanhai_sandbox_dup_origin (path) : NULL;

      if (path == NULL)
        return;
      g_test_message ("%s", rows[i].test_case);
      g_assert_cmpstr (origin, ==, rows[i].is_told ? rows[i].origin : NULL);
    }
  g_assert_null (shanhai_sandbox_dup_origin ("/run/flatpak/doc/gone/book.shanhai"));
}

static void
clean_up (void)
{
  static const char *const places[] = { "doc/1", "doc/2", "doc/3", "doc/4", "other", "doc", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *parent = g_build_filename (folder, places[i], NULL);
      g_autofree char *path = g_build_filename (parent, "book.shanhai", NULL);

      g_unlink (path);
      g_rmdir (parent);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  /* GLib asks for it once */
  folder = g_dir_make_tmp ("shanhai-sandbox-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/is-document", test_is_document);
  g_test_add_func ("/sandbox/origin", test_origin);

  status = g_test_run ();
  clean_up ();
  g_free (folder);
  return status;
}
