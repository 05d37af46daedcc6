/* test-save.c - a file is written whole or not at all, and what it held is kept. SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casebook-generator.h"
#include "shanhai-atomic-write.h"
#include "shanhai-backup.h"
#include "shanhai-load.h"
#include "shanhai-save.h"
#include "store-test.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"

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
  fixture->folder = g_dir_make_tmp ("save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.shanhai", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static guint
count_entries (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);

  return n;
}

static ShanhaiLoad *
load_generated (guint n_records)
{
  g_autoptr (GBytes) bytes = generate_casebook (n_records, 11);

  return shanhai_load_bytes (bytes, "a.shanhai", NULL, NULL, NULL, NULL);
}

static bool
save (ShanhaiLoad  *load,
      Fixture      *fixture,
      const char   *etag,
      char        **new_etag,
      GError      **error)
{
  return shanhai_save_file (load->casebook, fixture->file, etag, NULL, NULL, NULL, new_etag, error);
}

static void
assert_file_is (const char *path,
                const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static void
test_new_file (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) bytes = generate_casebook (5000, 11);
  g_autoptr (ShanhaiLoad) load = load_generated (5000);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *etag = NULL;
  gsize length;
  mode_t mask = umask (022);
  struct stat status;

  g_assert_true (save (load, fixture, NULL, &etag, &error));
  umask (mask);
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
}

/* an edit changes the lines of its records and no other */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) before = generate_casebook (1000, 11);
  g_autoptr (ShanhaiLoad) load = load_generated (1000);
  ShanhaiRecordList *flows = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_FLOW);
  ShanhaiRecord *flow = shanhai_record_list_peek (flows, 50);
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (flow);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("edit");
  g_autoptr (GBytes) after = NULL;
  g_autofree char *text_before = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autofree char *text_after = NULL;
  g_auto (GStrv) lines_before = NULL;
  g_auto (GStrv) lines_after = NULL;
  guint n_changed = 0;

  g_object_set (draft, "sector", "culture", NULL);
  shanhai_change_put (change, draft);
  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));

  after = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, NULL);
  text_after = g_strndup (g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  lines_before = g_strsplit (text_before, "\n", -1);
  lines_after = g_strsplit (text_after, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines_before), ==, g_strv_length (lines_after));
  for (guint i = 0; lines_before[i] != NULL; i++)
    if (strcmp (lines_before[i], lines_after[i]) != 0)
      {
        n_changed++;
        g_assert_nonnull (strstr (lines_after[i], shanhai_record_get_id (flow)));
        g_assert_nonnull (strstr (lines_after[i], "\"sector\":\"culture\""));
      }
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_mode_and_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autofree char *link = g_build_filename (fixture->folder, "link.shanhai", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  struct stat status;

  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_cmpint (symlink ("a.shanhai", link), ==, 0);

  shanhai_save_file (load->casebook, link_file, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  /* the link is still one, and what it leads to was replaced, with its rights */
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpuint (strlen (contents), >, strlen (HEADER));
}

/* what a link leads to is made where it isn't there yet; the link stays one */
static void
test_dangling_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autofree char *first = g_build_filename (fixture->folder, "first.shanhai", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (first);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *etag_now = NULL;

  g_assert_cmpint (symlink ("second.shanhai", first), ==, 0);
  g_assert_cmpint (symlink (fixture->path, second), ==, 0);
  shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, &etag, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  etag_now = shanhai_query_etag (file, NULL);
  g_assert_cmpstr (etag, ==, etag_now);

  /* into a folder that isn't there */
  g_unlink (second);
  g_assert_cmpint (symlink ("no/such/folder.shanhai", second), ==, 0);
  g_assert_false (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* in a circle */
  g_unlink (second);
  g_assert_cmpint (symlink ("first.shanhai", second), ==, 0);
  g_assert_false (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_entries (fixture->folder), ==, 3);
}

typedef struct
{
  const char *path;
  ino_t       first;
  int         stop;
  guint       n_seen;
} Watcher;

/* writes to the file as soon as somebody else has replaced it */
static gpointer
write_after_thread (gpointer data)
{
  Watcher *watcher = data;
  struct stat now;

  while (!g_atomic_int_get (&watcher->stop))
    if (stat (watcher->path, &now) == 0 && now.st_ino != watcher->first)
      {
        /* the clock of file systems is a coarse one */
        g_usleep (20000);
        g_assert_true (g_file_set_contents_full (watcher->path, HEADER, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        g_atomic_int_inc (&watcher->n_seen);
        break;
      }

  return NULL;
}

/* the etag of a save is of what was written, not of what stands there a moment later */
static void
test_etag_of_own (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  Watcher watcher = { .path = fixture->path };
  struct stat before;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *now = NULL;
  GThread *thread;

  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  watcher.first = before.st_ino;
  thread = g_thread_new ("foreign writer", write_after_thread, &watcher);
  g_assert_true (save (load, fixture, NULL, &etag, NULL));
  for (int i = 0; i < 1000 && g_atomic_int_get (&watcher.n_seen) == 0; i++)
    g_usleep (10000);
  g_atomic_int_set (&watcher.stop, 1);
  g_thread_join (thread);
  g_assert_cmpuint (watcher.n_seen, ==, 1);

  now = shanhai_query_etag (fixture->file, NULL);
  g_assert_cmpstr (etag, !=, now);
  g_assert_false (save (load, fixture, etag, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED);
}

static void
test_etag (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *unused = NULL;

  g_assert_true (save (load, fixture, NULL, &first, NULL));
  g_usleep (20000);
  g_assert_true (save (load, fixture, first, &second, NULL));
  g_assert_cmpstr (first, !=, second);

  /* somebody else writes */
  g_usleep (20000);
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_false (save (load, fixture, second, &unused, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED);
  assert_file_is (fixture->path, HEADER);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);

  /* what is gone can't be overwritten */
  g_clear_error (&error);
  g_unlink (fixture->path);
  g_assert_true (save (load, fixture, second, NULL, &error));

  g_assert_true (save (load, fixture, NULL, NULL, &error));
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "a.shanhai", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (shanhai_save_file (load->casebook, folder, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FOLDER);
  g_clear_error (&error);

  g_assert_false (shanhai_save_file (load->casebook, nowhere, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
}

/* The portal takes the folder away together with the document. */
static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autoptr (GFile) document = g_file_new_build_filename (g_get_user_runtime_dir (), "doc", "4f2a9c01", "a.shanhai", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (shanhai_save_file (load->casebook, document, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "a.shanhai: access to this document was withdrawn; save it under another name");
  g_clear_error (&error);

  g_assert_null (shanhai_load_file (document, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "a.shanhai: access to this document was withdrawn; choose it again with Open");
}

/* in a process of its own, which may give up root's rights */
static void
test_read_only_folder_subprocess (void)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("SHANHAI_TEST_FILE"));
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_false (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_PERMISSION);
  /* what runs at the end of the process may need them again */
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);

  g_setenv ("SHANHAI_TEST_FILE", fixture->path, TRUE);
  g_test_trap_subprocess ("/save/read-only-folder/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("SHANHAI_TEST_FILE");
  g_chmod (fixture->folder, 0755);
  g_test_trap_assert_passed ();

  assert_file_is (fixture->path, HEADER);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* a file that may not be written isn't replaced either, though its folder would let us */
static void
test_read_only_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);

  g_setenv ("SHANHAI_TEST_FILE", fixture->path, TRUE);
  g_test_trap_subprocess ("/save/read-only-folder/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("SHANHAI_TEST_FILE");
  g_test_trap_assert_passed ();

  assert_file_is (fixture->path, HEADER);
}

/* the limit on file sizes stops a write halfway, as a full disk does */
static void
test_write_fails (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (5000);
  g_autoptr (GError) error = NULL;
  struct rlimit old, small;
  void (*handler) (int);
  bool saved;

  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 100000;
  handler = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = save (load, fixture, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_false (saved);
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED);
  assert_file_is (fixture->path, HEADER);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (5000);
  g_autoptr (ShanhaiLoad) small = load_generated (20);
  g_autofree char *mount_point = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (mount_point, "a.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpint (g_mkdir (mount_point, 0700), ==, 0);
  if (mount ("none", mount_point, "tmpfs", 0, "size=256k") != 0)
    {
      g_rmdir (mount_point);
      g_test_skip ("no small file system can be mounted here");
      return;
    }

  g_assert_true (shanhai_save_file (small->casebook, file, NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_false (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (error->message, "a.shanhai: "));
  assert_file_is (path, before);
  g_assert_cmpuint (count_entries (mount_point), ==, 1);

  g_assert_cmpint (umount (mount_point), ==, 0);
  g_rmdir (mount_point);
}

/* the state directory being unusable is no reason not to save, or to say anything on the terminal (warnings are fatal here) */
static void
test_no_state_directory (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autofree char *in_the_way = g_build_filename (g_get_user_state_dir (), "shanhai", NULL);
  g_autofree char *aside = g_strconcat (in_the_way, ".aside", NULL);
  g_autoptr (GError) error = NULL;
  bool has_backups;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  has_backups = g_rename (in_the_way, aside) == 0;
  g_assert_true (g_file_set_contents (in_the_way, "", 0, NULL));
  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));

  save (load, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);

  g_unlink (in_the_way);
  if (has_backups)
    g_rename (aside, in_the_way);
}

static void
test_backups (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autofree char *path = g_build_filename (fixture->folder, "b.shanhai", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autofree char *last = NULL;
  GPtrArray *backups;

  /* nothing to keep of a file that is new */
  g_assert_true (save (load, fixture, NULL, NULL, NULL));
  backups = shanhai_backup_list (fixture->file);
  g_assert_cmpuint (backups->len, ==, 0);
  g_ptr_array_unref (backups);

  for (guint i = 1; i <= SHANHAI_N_BACKUPS + 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
      g_assert_true (save (load, fixture, NULL, NULL, NULL));
      backups = shanhai_backup_list (fixture->file);
      g_assert_cmpuint (backups->len, ==, MIN (i, SHANHAI_N_BACKUPS));
      g_assert_true (g_file_load_contents (backups->pdata[backups->len - 1], NULL, &kept, NULL, NULL, NULL));
      g_assert_cmpstr (kept, ==, text);
      g_ptr_array_unref (backups);
    }

  /* the oldest stays */
  backups = shanhai_backup_list (fixture->file);
  g_assert_true (g_file_load_contents (backups->pdata[0], NULL, &last, NULL, NULL, NULL));
  g_assert_cmpstr (last, ==, "1");

  /* a file of another name has its own */
  g_assert_true (g_file_set_contents (path, "other", -1, NULL));
  g_assert_true (shanhai_save_file (load->casebook, other, NULL, NULL, NULL, NULL, NULL, NULL));
  {
    g_autoptr (GPtrArray) others = shanhai_backup_list (other);
    g_autoptr (GPtrArray) own = shanhai_backup_list (fixture->file);

    g_assert_cmpuint (others->len, ==, 1);
    g_assert_cmpuint (own->len, ==, SHANHAI_N_BACKUPS);
  }

  /* nobody else may read them */
  {
    g_autoptr (GFile) folder = g_file_get_parent (backups->pdata[0]);
    struct stat status;

    g_assert_cmpint (stat (g_file_peek_path (folder), &status), ==, 0);
    g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  }
  g_ptr_array_unref (backups);
}

/* saved every ten minutes for a month: there is one of the last hour, day and week each, and the first */
static void
test_thinning (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 step = 600, first = 1000000;
  gint64 now = first;

  for (guint k = 0; k < 30 * 144; k++, now += step)
    {
      int index;

      g_array_append_val (times, now);
      while ((index = shanhai_backup_find_superfluous ((gint64 *) (gpointer) times->data, times->len, now)) >= 0)
        g_array_remove_index (times, (guint) index);
      g_assert_cmpuint (times->len, ==, MIN (k + 1, SHANHAI_N_BACKUPS));
      for (guint i = 0; i < MIN (k + 1, 3); i++)
        g_assert_cmpint (g_array_index (times, gint64, times->len - 1 - i), ==, now - i * step);
      g_assert_cmpint (g_array_index (times, gint64, 0), ==, first);
    }

  now -= step;
  for (guint limit = 3600; limit <= 14 * 86400; limit *= 6)
    {
      bool found = false;

      for (guint i = 0; i < times->len; i++)
        {
          gint64 age = now - g_array_index (times, gint64, i);

          found |= age > limit / 6 && age <= limit;
        }
      g_assert_true (found);
    }
}

/* a long name is cut between characters */
static void
test_backup_name (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);

  for (guint ascii = 0; ascii < 3; ascii++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *path = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GPtrArray) backups = NULL;
      g_autofree char *kept = NULL;

      for (guint i = 0; i < ascii; i++)
        g_string_append_c (name, 'a');
      for (guint i = 0; i < 60; i++)
        g_string_append (name, "湖");
      g_string_append (name, ".shanhai");
      path = g_build_filename (fixture->folder, name->str, NULL);
      file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, HEADER, -1, NULL));
      g_assert_true (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, NULL));
      backups = shanhai_backup_list (file);
      g_assert_cmpuint (backups->len, ==, 1);
      kept = g_file_get_basename (backups->pdata[0]);
      g_assert_true (g_utf8_validate (kept, -1, NULL));
    }
}

static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (20);
  g_autofree char *text = g_strnfill (SHANHAI_LINE_MAX_BYTES, 'x');
  g_autoptr (ShanhaiRecord) source = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-long");
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("add");
  g_autoptr (GError) error = NULL;

  g_object_set (source, "text", text, NULL);
  shanhai_change_put (change, source);
  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));

  g_assert_false (save (load, fixture, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TOO_LONG);
  g_assert_nonnull (strstr (error->message, "source-long"));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

/* a path as the document portal gives it is left to GIO, and is as whole afterwards */
static void
test_portal (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = generate_casebook (100, 11);
  g_autoptr (ShanhaiLoad) load = load_generated (100);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "4f1c", NULL);
  g_autofree char *path = g_build_filename (folder, "a.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, HEADER, -1, NULL));
  shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, &etag, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (count_entries (folder), ==, 1);
  backups = shanhai_backup_list (file);
  g_assert_cmpuint (backups->len, ==, 1);

  g_usleep (20000);
  g_assert_true (g_file_set_contents (path, HEADER, -1, NULL));
  g_assert_false (shanhai_save_file (load->casebook, file, etag, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_CHANGED);
  assert_file_is (path, HEADER);
}

typedef struct
{
  double        last;
  GCancellable *cancel;
} Progress;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  if (progress->cancel != NULL)
    g_cancellable_cancel (progress->cancel);
}

static void
test_progress_and_cancel (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (ShanhaiLoad) load = load_generated (5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0, NULL };
  Progress cancelling = { 0, cancellable };

  g_assert_true (shanhai_save_file (load->casebook, fixture->file, NULL, NULL, progress_cb, &progress, NULL, NULL));
  g_assert_cmpfloat (progress.last, ==, 1);

  g_assert_true (g_file_set_contents (fixture->path, HEADER, -1, NULL));
  g_assert_false (shanhai_save_file (load->casebook, fixture->file, NULL, cancellable, progress_cb, &cancelling, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_file_is (fixture->path, HEADER);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

/* what is changed after the call doesn't get into the file */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = generate_casebook (5000, 11);
  g_autoptr (ShanhaiLoad) load = load_generated (5000);
  g_autoptr (ShanhaiRecord) place = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-late");
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("add");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *etag = NULL;
  Progress progress = { 0, NULL };
  gsize length;

  shanhai_save_file_async (load->casebook, fixture->file, NULL, NULL, progress_cb, &progress, finished_cb, &result);
  shanhai_change_put (change, place);
  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  shanhai_save_file_finish (result, &etag, &error);
  g_assert_no_error (error);
  g_assert_nonnull (etag);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  ADD ("/save/new-file", test_new_file);
  ADD ("/save/edit", test_edit);
  ADD ("/save/mode-and-link", test_mode_and_link);
  ADD ("/save/dangling-link", test_dangling_link);
  ADD ("/save/etag", test_etag);
  ADD ("/save/etag-of-own", test_etag_of_own);
  ADD ("/save/folder", test_folder);
  ADD ("/save/withdrawn", test_withdrawn);
  ADD ("/save/read-only-folder", test_read_only_folder);
  ADD ("/save/read-only-file", test_read_only_file);
  g_test_add_func ("/save/read-only-folder/subprocess", test_read_only_folder_subprocess);
  ADD ("/save/write-fails", test_write_fails);
  ADD ("/save/full-disk", test_full_disk);
  ADD ("/save/no-state-directory", test_no_state_directory);
  ADD ("/save/backups", test_backups);
  ADD ("/save/backup-name", test_backup_name);
  g_test_add_func ("/save/thinning", test_thinning);
  ADD ("/save/portal", test_portal);
  ADD ("/save/too-long", test_too_long);
  ADD ("/save/progress-and-cancel", test_progress_and_cancel);
  ADD ("/save/async", test_async);

  return store_test_run ();
}
