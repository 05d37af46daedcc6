/* test-document.c - a casebook and its file: modified, saved, changed by others. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "shanhai-document.h"
#include "shanhai-past-version.h"
#include "store-test.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE_A "{\"record\":\"place\",\"id\":\"a\"}\n"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("document-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "湖里.shanhai", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, HEADER PLACE_A, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static bool
save (ShanhaiDocument  *document,
      GFile            *to,
      bool              overwrite,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shanhai_document_save_async (document, to, overwrite, NULL, NULL, NULL, finished_cb, &result);
  g_assert_true (shanhai_document_is_saving (document));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shanhai_document_is_saving (document));

  return shanhai_document_save_finish (document, result, error);
}

static void
add_place (ShanhaiDocument *document,
           const char      *id)
{
  g_autoptr (ShanhaiRecord) place = shanhai_record_new (SHANHAI_RECORD_PLACE, id);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("add");

  shanhai_change_put (change, place);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (shanhai_document_get_casebook (document)), change, NULL));
}

/* asks the disk and waits for the answer */
static ShanhaiDiskState
look (ShanhaiDocument *document)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  shanhai_document_look_at_disk (document);
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  return shanhai_document_get_disk_state (document);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n_modified = 0, n_name = 0, n_file = 0;

  g_signal_connect (document, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  g_signal_connect (document, "notify::name", G_CALLBACK (count_cb), &n_name);
  g_signal_connect (document, "notify::file", G_CALLBACK (count_cb), &n_file);

  g_assert_null (shanhai_document_get_file (document));
  g_assert_cmpstr (shanhai_document_get_name (document), ==, "New Casebook");
  g_assert_false (shanhai_document_is_modified (document));
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_SAME);
  g_assert_cmpuint (shanhai_document_get_damages (document)->len, ==, 0);
  g_assert_cmpuint (strlen (shanhai_casebook_get_created (shanhai_document_get_casebook (document))), ==, 10);

  add_place (document, "b");
  add_place (document, "c");
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_cmpuint (n_modified, ==, 1);

  g_unlink (fixture->path);
  save (document, fixture->file, false, &error);
  g_assert_no_error (error);
  g_assert_false (shanhai_document_is_modified (document));
  g_assert_cmpuint (n_modified, ==, 2);
  g_assert_cmpuint (n_name, ==, 1);
  g_assert_cmpuint (n_file, ==, 1);
  g_assert_cmpstr (shanhai_document_get_name (document), ==, "湖里.shanhai");
  g_assert_true (g_file_equal (shanhai_document_get_file (document), fixture->file));
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\"id\":\"c\""));

  /* the second time it knows where to */
  add_place (document, "d");
  g_assert_true (save (document, NULL, false, NULL));
  g_assert_cmpuint (n_file, ==, 1);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autofree char *name = NULL;
  gboolean modified;
  int reason;

  shanhai_document_open_async (fixture->file, NULL, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  document = shanhai_document_open_finish (result, &error);
  g_assert_no_error (error);
  g_object_get (document, "name", &name, "modified", &modified, "read-only-reason", &reason, NULL);
  g_assert_cmpstr (name, ==, "湖里.shanhai");
  g_assert_false (modified);
  g_assert_cmpint (reason, ==, SHANHAI_READ_ONLY_NO);
  g_assert_nonnull (shanhai_casebook_lookup (shanhai_document_get_casebook (document), "a"));

  g_clear_object (&result);
  g_unlink (fixture->path);
  shanhai_document_open_async (fixture->file, NULL, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (shanhai_document_open_finish (result, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
}

static void
test_changed_on_disk (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (fixture->file, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  guint n_told = 0;

  g_signal_connect (document, "notify::disk-state", G_CALLBACK (count_cb), &n_told);
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_SAME);
  g_assert_cmpuint (n_told, ==, 0);
  add_place (document, "b");

  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_CHANGED);
  g_assert_cmpuint (n_told, ==, 1);
  /* told once for each version */
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_CHANGED);
  g_assert_cmpuint (n_told, ==, 1);
  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, HEADER " \n", -1, NULL));
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_CHANGED);
  g_assert_cmpuint (n_told, ==, 2);

  g_assert_false (save (document, NULL, false, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED);
  g_assert_true (shanhai_document_is_modified (document));
  g_clear_error (&error);

  save (document, NULL, true, &error);
  g_assert_no_error (error);
  g_assert_false (shanhai_document_is_modified (document));
  g_assert_cmpint (shanhai_document_get_disk_state (document), ==, SHANHAI_DISK_SAME);
  g_assert_cmpuint (n_told, ==, 3);
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_SAME);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, HEADER PLACE_A "{\"record\":\"place\",\"id\":\"b\"}\n");

  g_unlink (fixture->path);
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_GONE);
}

/* who has seen somebody else's version and keeps their own can save over it, but not over a third one */
static void
test_keep_mine (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (fixture->file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_CHANGED);
  shanhai_document_keep_mine (document);
  g_assert_cmpint (shanhai_document_get_disk_state (document), ==, SHANHAI_DISK_SAME);
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_SAME);

  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, HEADER " \n", -1, NULL));
  g_assert_false (save (document, NULL, false, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_CHANGED);
  shanhai_document_keep_mine (document);
  save (document, NULL, false, &error);
  g_assert_no_error (error);
  g_assert_false (shanhai_document_is_modified (document));

  /* gone: it is written anew */
  g_unlink (fixture->path);
  g_assert_cmpint (look (document), ==, SHANHAI_DISK_GONE);
  shanhai_document_keep_mine (document);
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_true (save (document, NULL, false, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static bool
copy (ShanhaiDocument  *document,
      ShanhaiCopyKind   kind,
      const char       *path,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) to = g_file_new_for_path (path);

  shanhai_document_copy_async (document, kind, to, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return shanhai_document_copy_finish (document, result, error);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *contents;
    int         kind;
    const char *copied;  /* NULL: refused */
  } rows[] = {
    { HEADER "?\n" PLACE_A, SHANHAI_COPY_BYTES, HEADER "?\n" PLACE_A },
    { HEADER "?\n" PLACE_A, SHANHAI_COPY_READABLE, HEADER PLACE_A },
    { "{\"record\":\"casebook\",\"format\":9}\n" PLACE_A "{\"future\":1}\n", SHANHAI_COPY_BYTES,
      "{\"record\":\"casebook\",\"format\":9}\n" PLACE_A "{\"future\":1}\n" },
    { "{\"record\":\"casebook\",\"format\":9}\n" PLACE_A, SHANHAI_COPY_READABLE, NULL },
  };
  g_autofree char *to = g_build_filename (fixture->folder, "copy.shanhai", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.shanhai", NULL);

  g_assert_cmpint (symlink ("湖里.shanhai", link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      g_autofree char *own = NULL;

      g_assert_true (g_file_set_contents (fixture->path, rows[i].contents, -1, NULL));
      document = shanhai_document_open (fixture->file, NULL, NULL);
      g_assert_cmpint (copy (document, rows[i].kind, to, &error), ==, rows[i].copied != NULL);
      g_file_get_contents (to, &contents, NULL, NULL);
      g_assert_cmpstr (contents, ==, rows[i].copied);
      if (rows[i].copied == NULL)
        g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_unlink (to);

      /* the file itself stays, by whichever name it is called */
      g_assert_false (copy (document, rows[i].kind, link, &error));
      g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_false (copy (document, rows[i].kind, fixture->path, &error));
      g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
      g_assert_true (g_file_get_contents (fixture->path, &own, NULL, NULL));
      g_assert_cmpstr (own, ==, rows[i].contents);
      g_assert_true (g_file_equal (shanhai_document_get_file (document), fixture->file));
    }
  g_unlink (link);
}

/* back at what was saved, there is nothing to save, from either side */
static void
test_undo_to_saved (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (fixture->file, NULL, NULL);
  ShanhaiHistory *history = shanhai_casebook_get_history (shanhai_document_get_casebook (document));

  add_place (document, "b");
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_false (shanhai_document_is_modified (document));
  g_assert_true (shanhai_history_redo (history, NULL));
  g_assert_true (save (document, NULL, false, NULL));
  g_assert_false (shanhai_document_is_modified (document));
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_true (shanhai_history_redo (history, NULL));
  g_assert_false (shanhai_document_is_modified (document));

  /* the same number of changes, but others */
  g_assert_true (shanhai_history_undo (history, NULL));
  add_place (document, "c");
  g_assert_true (shanhai_document_is_modified (document));
}

/* what is changed while the disk is busy is still unsaved afterwards */
static void
test_change_while_saving (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (fixture->file, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  add_place (document, "b");
  shanhai_document_save_async (document, NULL, false, NULL, NULL, NULL, finished_cb, &result);
  add_place (document, "c");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shanhai_document_save_finish (document, result, NULL));
  g_assert_true (shanhai_document_is_modified (document));
  g_assert_true (save (document, NULL, false, NULL));
  g_assert_false (shanhai_document_is_modified (document));
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, HEADER "?\n" PLACE_A, -1, NULL));
  document = shanhai_document_open (fixture->file, NULL, NULL);
  g_assert_cmpint (shanhai_document_get_read_only_reason (document), ==, SHANHAI_READ_ONLY_DAMAGED);
  g_assert_cmpuint (shanhai_document_get_damages (document)->len, ==, 1);

  g_assert_false (save (document, NULL, true, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, HEADER "?\n" PLACE_A);
}

/* a version is compared with the casebook, and comes back as one change that can be undone */
static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (fixture->file, NULL, NULL);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (GListStore) versions = NULL;
  g_autoptr (ShanhaiPastVersion) version = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (ShanhaiChange) none = NULL;
  g_autoptr (ShanhaiDocument) preview = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_place (document, "b");
  add_place (document, "c");
  g_assert_true (save (document, NULL, false, NULL));
  versions = shanhai_past_version_list (fixture->file);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (versions)), ==, 1);
  version = g_list_model_get_item (G_LIST_MODEL (versions), 0);
  g_assert_cmpuint (shanhai_past_version_get_size (version), ==, strlen (HEADER PLACE_A));
  g_assert_nonnull (shanhai_past_version_get_time (version));

  shanhai_past_version_examine_async (version, casebook, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shanhai_past_version_examine_finish (version, result, NULL));
  g_assert_true (shanhai_past_version_is_examined (version) && shanhai_past_version_is_whole (version));
  g_assert_cmpuint (shanhai_past_version_get_n_records (version), ==, 1);
  g_assert_cmpuint (shanhai_past_version_get_n_added (version), ==, 0);
  g_assert_cmpuint (shanhai_past_version_get_n_changed (version), ==, 0);
  g_assert_cmpuint (shanhai_past_version_get_n_deleted (version), ==, 2);

  change = shanhai_past_version_to_change (version, casebook, "Restore", &error);
  g_assert_no_error (error);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 1);
  none = shanhai_past_version_to_change (version, casebook, "Restore", NULL);
  g_assert_true (shanhai_change_is_empty (none));
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), NULL));
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 3);

  /* opened by itself it is for reading only */
  preview = shanhai_document_open (shanhai_past_version_get_file (version), NULL, NULL);
  g_assert_cmpint (shanhai_document_get_read_only_reason (preview), ==, SHANHAI_READ_ONLY_BACKUP);
  g_assert_true (shanhai_casebook_is_read_only (shanhai_document_get_casebook (preview)));
  g_assert_false (save (preview, NULL, false, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
}

static void
test_finalize (Fixture       *fixture,
               gconstpointer  data)
{
  ShanhaiDocument *document = shanhai_document_open (fixture->file, NULL, NULL);
  ShanhaiCasebook *casebook = g_object_ref (shanhai_document_get_casebook (document));

  g_assert_finalize_object (document);
  g_assert_finalize_object (casebook);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  ADD ("/document/new", test_new);
  ADD ("/document/open", test_open);
  ADD ("/document/changed-on-disk", test_changed_on_disk);
  ADD ("/document/keep-mine", test_keep_mine);
  ADD ("/document/copy", test_copy);
  ADD ("/document/undo-to-saved", test_undo_to_saved);
  ADD ("/document/change-while-saving", test_change_while_saving);
  ADD ("/document/damaged", test_damaged);
  ADD ("/document/versions", test_versions);
  ADD ("/document/finalize", test_finalize);

  return store_test_run ();
}
