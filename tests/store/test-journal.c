/* test-journal.c - what isn't saved is on the disk, and comes back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A "crash" here is a copy of the state directory: the journal file as it was at that moment, put back when the document that wrote it is gone.
 * Whether a killed process leaves such a file is what test-crash.py shows. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shanhai-document.h"
#include "shanhai-history.h"
#include "shanhai-journal-folder.h"
#include "store-test.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE_A "{\"record\":\"place\",\"id\":\"a\"}\n"
#define PLACE_B "{\"record\":\"place\",\"id\":\"b\"}\n"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
empty_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
}

static guint
count_journals (void)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  g_clear_pointer (&dir, g_dir_close);

  return n;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *journals = shanhai_journal_folder_get ();

  empty_folder (journals);
  fixture->folder = g_dir_make_tmp ("journal-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "湖里.shanhai", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, HEADER PLACE_A PLACE_B, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static ShanhaiHistory *
get_history (ShanhaiDocument *document)
{
  return shanhai_casebook_get_history (shanhai_document_get_casebook (document));
}

/* one change: a place gets that code, or is made with it; NULL deletes it */
static void
set_code (ShanhaiDocument *document,
          const char      *id,
          const char      *code)
{
  g_autofree char *title = g_strdup_printf ("Set %s", id);
  g_autoptr (ShanhaiChange) change = shanhai_change_new (title);
  ShanhaiRecord *now = shanhai_casebook_lookup (shanhai_document_get_casebook (document), id);
  g_autoptr (GError) error = NULL;

  if (code == NULL)
    shanhai_change_delete (change, id);
  else
    {
      g_autoptr (ShanhaiRecord) draft = now != NULL ? shanhai_record_copy (now) : shanhai_record_new (SHANHAI_RECORD_PLACE, id);

      g_object_set (draft, "code", code, NULL);
      shanhai_change_put (change, draft);
    }
  shanhai_history_apply (get_history (document), change, &error);
  g_assert_no_error (error);
}

static void
set_title (ShanhaiDocument *document,
           const char      *title)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("Set title");
  g_autoptr (ShanhaiHeader) header = shanhai_casebook_dup_header (shanhai_document_get_casebook (document));

  g_clear_pointer (&header->title, shanhai_name_unref);
  header->title = shanhai_name_new_plain (title);
  shanhai_change_put_header (change, header);
  g_assert_true (shanhai_history_apply (get_history (document), change, NULL));
}

static char *
to_text (ShanhaiDocument *document)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (shanhai_document_get_casebook (document), NULL, NULL, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static ShanhaiDocument *
open_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (fixture->file, NULL, &error);

  g_assert_no_error (error);

  return document;
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
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shanhai_document_save_async (document, to, false, NULL, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return shanhai_document_save_finish (document, result, error);
}

static ShanhaiDocument *
recover (const char  *path,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shanhai_document_recover_async (path, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return shanhai_document_open_finish (result, error);
}

/* Lets go of it, and waits: a thread that has just saved may hold it a moment longer. */
static void
close_document (ShanhaiDocument *document)
{
  gpointer watched = document;

  g_object_add_weak_pointer (G_OBJECT (document), &watched);
  g_object_unref (document);
  for (guint i = 0; watched != NULL; i++)
    {
      g_assert_cmpuint (i, <, 5000);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* (transfer full): the journal as a crash would leave it */
static GBytes *
crash (Fixture         *fixture,
       ShanhaiDocument *document)
{
  g_autofree char *path = shanhai_journal_path_for_file (fixture->file);
  char *contents;
  gsize length;

  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  return g_bytes_new_take (contents, length);
}

static void
put_journal (Fixture *fixture,
             GBytes  *bytes)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *path = shanhai_journal_path_for_file (fixture->file);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

/* closing asks nothing, and the next opening brings everything back, step by step */
static void
test_close_and_open (Fixture       *fixture,
                     gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *original = to_text (document);
  g_autofree char *undone = NULL;
  const ShanhaiRecovery *recovery;

  g_assert_null (shanhai_document_get_recovery (document));
  g_assert_cmpuint (count_journals (), ==, 0);
  set_code (document, "a", "350206");
  set_code (document, "c", "622926");
  set_title (document, "Huli");
  set_code (document, "b", NULL);
  set_code (document, "x", "1");
  shanhai_history_undo (get_history (document), NULL);
  before = to_text (document);
  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_cmpuint (count_journals (), ==, 1);
  g_assert_cmpint (shanhai_document_get_journal_state (document), ==, SHANHAI_JOURNAL_SAFE);
  close_document (document);
  g_assert_cmpuint (count_journals (), ==, 1);

  document = open_document (fixture);
  recovery = shanhai_document_get_recovery (document);
  g_assert_nonnull (recovery);
  g_assert_cmpuint (recovery->n_recovered, ==, 4);
  g_assert_cmpuint (recovery->n_left_out, ==, 0);
  g_assert_false (recovery->torn || recovery->other_base);
  g_assert_cmpstr (((ShanhaiRecoveredChange *) recovery->changes->pdata[2])->title, ==, "Set title");
  after = to_text (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (shanhai_document_is_modified (document));

  /* what was undone can be redone, and all can be undone, by its name */
  g_assert_cmpstr (shanhai_history_get_redo_title (get_history (document)), ==, "Set x");
  g_assert_cmpstr (shanhai_history_get_undo_title (get_history (document)), ==, "Set b");
  while (shanhai_history_undo (get_history (document), NULL))
    ;
  undone = to_text (document);
  g_assert_cmpstr (undone, ==, original);
  g_assert_false (shanhai_document_is_modified (document));
  close_document (document);

  /* nothing unsaved: nothing left */
  g_assert_cmpuint (count_journals (), ==, 0);
  document = open_document (fixture);
  g_assert_null (shanhai_document_get_recovery (document));
  close_document (document);
}

/* a journal goes on over several openings, and ends with a save */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;

  set_code (document, "a", "1");
  close_document (document);
  document = open_document (fixture);
  set_code (document, "b", "2");
  close_document (document);
  document = open_document (fixture);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 2);

  g_assert_true (save (document, NULL, NULL));
  g_assert_true (shanhai_document_flush_journal (document));
  /* the journal's thread takes it away */
  for (guint i = 0; i < 1000 && count_journals () > 0; i++)
    g_usleep (10000);
  g_assert_cmpuint (count_journals (), ==, 0);

  /* an undo of what was saved is unsaved work, too */
  g_assert_true (shanhai_history_undo (get_history (document), NULL));
  g_assert_true (shanhai_history_undo (get_history (document), NULL));
  g_assert_true (shanhai_history_redo (get_history (document), NULL));
  text = to_text (document);
  close_document (document);
  document = open_document (fixture);
  saved = to_text (document);
  g_assert_cmpstr (saved, ==, text);
  g_assert_cmpstr (shanhai_history_get_undo_title (get_history (document)), ==, "Set a");
  close_document (document);

  /* the second time from what the first left */
  document = open_document (fixture);
  again = to_text (document);
  g_assert_cmpstr (again, ==, text);
  close_document (document);
}

/* killed between the replacing of the file and the new journal: the file tells which of the changes it holds */
static void
test_crash_around_save (Fixture       *fixture,
                        gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) during = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *old = NULL;
  g_autofree char *text = NULL;
  g_autofree char *recovered = NULL;
  g_autofree char *path = shanhai_journal_path_for_file (fixture->file);

  g_assert_true (g_file_get_contents (fixture->path, &old, NULL, NULL));
  set_code (document, "a", "1");
  set_code (document, "b", "2");
  before = crash (fixture, document);
  shanhai_document_save_async (document, NULL, false, NULL, NULL, NULL, finished_cb, &result);
  set_code (document, "a", "3");
  text = to_text (document);

  /* the thread has written the file; the main thread hasn't heard of it yet */
  for (;;)
    {
      g_autofree char *now = NULL;

      if (g_file_get_contents (fixture->path, &now, NULL, NULL) && strcmp (now, old) != 0)
        break;
      g_usleep (1000);
    }
  g_assert_true (shanhai_document_flush_journal (document));
  {
    char *contents;
    gsize length;

    g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
    during = g_bytes_new_take (contents, length);
  }
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shanhai_document_save_finish (document, result, NULL));
  g_assert_true (shanhai_document_is_modified (document));
  g_clear_object (&result);
  close_document (document);

  put_journal (fixture, during);
  document = open_document (fixture);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 1);
  g_assert_false (shanhai_document_get_recovery (document)->other_base);
  recovered = to_text (document);
  g_assert_cmpstr (recovered, ==, text);
  /* and the journal that it goes on with is still understood */
  set_code (document, "b", "4");
  close_document (document);
  document = open_document (fixture);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 2);
  close_document (document);

  /* a journal that never heard of the save: the file holds all of it already, so there is nothing to say */
  put_journal (fixture, before);
  document = open_document (fixture);
  g_assert_null (shanhai_document_get_recovery (document));
  g_assert_false (shanhai_document_is_modified (document));
  close_document (document);
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* a journal that ends anywhere gives whole changes, and all that are whole */
static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  for (guint i = 0; i < 5; i++)
    {
      gsize end = 0;

      if (i == 1)
        set_code (document, "a", "黄陂区");
      else if (i == 2)
        set_title (document, "湖里");
      else if (i == 3)
        shanhai_history_undo (get_history (document), NULL);
      else if (i == 4)
        set_code (document, "b", NULL);
      if (i > 0)
        {
          g_autoptr (GBytes) bytes = crash (fixture, document);

          end = g_bytes_get_size (bytes);
        }
      g_ptr_array_add (states, to_text (document));
      g_array_append_val (ends, end);
    }
  whole = crash (fixture, document);
  close_document (document);

  size = g_bytes_get_size (whole);
  for (gsize cut = 0; cut <= size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, cut);
      g_autofree char *text = NULL;
      guint n = 0;

      while (n + 1 < ends->len && g_array_index (ends, gsize, n + 1) <= cut)
        n++;
      put_journal (fixture, part);
      document = open_document (fixture);
      text = to_text (document);
      g_assert_cmpstr (text, ==, states->pdata[n]);
      /* what was torn is cut off before anything is added */
      if (cut % 16 == 0)
        {
          g_autofree char *more = NULL;
          g_autofree char *again = NULL;

          set_code (document, "c", "9");
          more = to_text (document);
          close_document (document);
          document = open_document (fixture);
          again = to_text (document);
          g_assert_cmpstr (again, ==, more);
        }
      close_document (document);
    }
}

/* one damaged byte anywhere: never a wrong state, only an earlier one */
static void
test_flipped (Fixture       *fixture,
              gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  g_ptr_array_add (states, to_text (document));
  set_code (document, "a", "1");
  g_ptr_array_add (states, to_text (document));
  set_code (document, "b", "2");
  g_ptr_array_add (states, to_text (document));
  whole = crash (fixture, document);
  close_document (document);

  size = g_bytes_get_size (whole);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      bool known = false;

      copy[i] ^= 1 << (i % 7);
      bytes = g_bytes_new (copy, size);
      put_journal (fixture, bytes);
      document = open_document (fixture);
      text = to_text (document);
      for (guint k = 0; k < states->len && !known; k++)
        known = strcmp (text, states->pdata[k]) == 0;
      g_assert_true (known);
      close_document (document);
    }
}

/* somebody else has changed the file: what doesn't touch their work comes back, the rest is kept apart */
static void
test_other_base (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *file, *after;
    guint       n_recovered, n_left_out, n_journals;
  } rows[] = {
    /* another record: all comes back */
    { HEADER PLACE_A PLACE_B "{\"record\":\"place\",\"id\":\"z\"}\n",
      HEADER "{\"record\":\"place\",\"id\":\"a\",\"code\":\"2\"}\n{\"record\":\"place\",\"id\":\"n\",\"code\":\"3\"}\n{\"record\":\"place\",\"id\":\"z\"}\n", 4, 0, 1 },
    /* the same record otherwise */
    { HEADER "{\"record\":\"place\",\"id\":\"a\",\"code\":\"9\"}\n" PLACE_B,
      HEADER "{\"record\":\"place\",\"id\":\"a\",\"code\":\"9\"}\n{\"record\":\"place\",\"id\":\"n\",\"code\":\"3\"}\n", 2, 2, 2 },
    /* the same record in the same way */
    { HEADER "{\"record\":\"place\",\"id\":\"a\",\"code\":\"2\"}\n{\"record\":\"place\",\"id\":\"n\",\"code\":\"3\"}\n",
      HEADER "{\"record\":\"place\",\"id\":\"a\",\"code\":\"2\"}\n{\"record\":\"place\",\"id\":\"n\",\"code\":\"3\"}\n", 0, 1, 1 },
    /* gone */
    { HEADER, HEADER "{\"record\":\"place\",\"id\":\"n\",\"code\":\"3\"}\n", 1, 2, 2 },
  };
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GBytes) journal = NULL;

  set_code (document, "a", "1");
  set_code (document, "a", "2");
  set_code (document, "n", "3");
  set_code (document, "b", NULL);
  journal = crash (fixture, document);
  close_document (document);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = shanhai_journal_folder_get ();
      const ShanhaiRecovery *recovery;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      empty_folder (folder);
      put_journal (fixture, journal);
      g_assert_true (g_file_set_contents (fixture->path, rows[i].file, -1, NULL));
      document = open_document (fixture);
      recovery = shanhai_document_get_recovery (document);
      text = to_text (document);
      g_assert_cmpstr (text, ==, rows[i].after);
      g_assert_nonnull (recovery);
      g_assert_true (recovery->other_base);
      g_assert_cmpuint (recovery->n_recovered, ==, rows[i].n_recovered);
      g_assert_cmpuint (recovery->n_left_out, ==, rows[i].n_left_out);
      g_assert_true (shanhai_document_flush_journal (document));
      g_assert_cmpuint (count_journals (), ==, rows[i].n_journals);
      close_document (document);

      /* the new journal belongs to the file as it is now */
      document = open_document (fixture);
      again = to_text (document);
      g_assert_cmpstr (again, ==, rows[i].after);
      if (rows[i].n_recovered > 0)
        {
          g_assert_false (shanhai_document_get_recovery (document)->other_base);
          g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, rows[i].n_recovered);
        }
      close_document (document);
    }
}

/* a casebook that was never saved */
static void
test_without_file (Fixture       *fixture,
                   gconstpointer  data)
{
  ShanhaiDocument *document = shanhai_document_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  ShanhaiJournalInfo *info;

  set_title (document, "Huli");
  set_code (document, "a", "1");
  text = to_text (document);
  close_document (document);

  list = shanhai_journal_list (NULL);
  g_assert_cmpuint (list->len, ==, 1);
  info = list->pdata[0];
  g_assert_null (info->uri);
  g_assert_cmpuint (info->n_changes, ==, 2);
  g_assert_false (info->kept || info->in_use);

  document = recover (info->path, &error);
  g_assert_no_error (error);
  again = to_text (document);
  g_assert_cmpstr (text, ==, again);
  g_assert_null (shanhai_document_get_file (document));
  g_assert_true (shanhai_document_is_modified (document));
  /* once only */
  g_assert_null (recover (info->path, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED);
  set_code (document, "b", "2");

  /* it goes with the file that it gets */
  g_assert_true (save (document, fixture->file, NULL));
  g_assert_true (shanhai_document_flush_journal (document));
  /* the journal's thread takes it away */
  for (guint i = 0; i < 1000 && count_journals () > 0; i++)
    g_usleep (10000);
  g_assert_cmpuint (count_journals (), ==, 0);
  set_code (document, "b", "3");
  close_document (document);
  document = open_document (fixture);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 1);
  close_document (document);
  none = shanhai_journal_list (fixture->file);
  g_assert_cmpuint (none->len, ==, 1);
}

/* two programs on one file: each has a journal, and the second says so */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  ShanhaiDocument *first = open_document (fixture);
  ShanhaiDocument *second = open_document (fixture);
  g_autofree char *message = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) list = NULL;

  set_code (first, "a", "1");
  g_assert_true (shanhai_document_flush_journal (first));
  set_code (second, "a", "2");
  g_assert_true (shanhai_document_flush_journal (second));
  g_assert_cmpint (shanhai_document_get_journal_state (first), ==, SHANHAI_JOURNAL_SAFE);
  g_assert_cmpint (shanhai_document_get_journal_state (second), ==, SHANHAI_JOURNAL_SHARED);
  message = shanhai_document_dup_journal_message (second);
  g_assert_nonnull (message);
  g_assert_cmpuint (count_journals (), ==, 2);
  close_document (second);
  close_document (first);

  second = open_document (fixture);
  text = to_text (second);
  g_assert_nonnull (strstr (text, "\"code\":\"1\""));
  list = shanhai_journal_list (fixture->file);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (((ShanhaiJournalInfo *) list->pdata[0])->kept != ((ShanhaiJournalInfo *) list->pdata[1])->kept);
  close_document (second);
}

static void
test_set_aside (Fixture       *fixture,
                gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  set_code (document, "a", "1");
  shanhai_document_set_changes_aside (document, &error);
  g_assert_no_error (error);
  close_document (document);

  document = open_document (fixture);
  g_assert_null (shanhai_document_get_recovery (document));
  list = shanhai_journal_list (fixture->file);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (((ShanhaiJournalInfo *) list->pdata[0])->kept);
  g_assert_cmpuint (((ShanhaiJournalInfo *) list->pdata[0])->n_changes, ==, 1);
  /* a new journal beside it */
  set_code (document, "b", "1");
  close_document (document);
  g_assert_cmpuint (count_journals (), ==, 2);
}

/* a journal that was taken away while it is written to is made again, with all that it held */
static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  ShanhaiDocument *document = open_document (fixture);
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  set_code (document, "a", "1");
  g_assert_true (shanhai_document_flush_journal (document));
  empty_folder (folder);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  set_code (document, "b", "2");
  g_assert_true (shanhai_document_flush_journal (document));
  text = to_text (document);
  close_document (document);
  document = open_document (fixture);
  again = to_text (document);
  g_assert_cmpstr (text, ==, again);
  close_document (document);
}

/* no room: it is said, nothing that was told as written is lost, and it is tried again */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *message = NULL;
  ShanhaiDocument *document;
  guint n = 0;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (mount ("none", folder, "tmpfs", 0, "size=256k,mode=700") != 0)
    {
      g_test_skip ("no small file system can be mounted here");
      return;
    }

  document = open_document (fixture);
  set_code (document, "a", "1");
  g_assert_true (shanhai_document_flush_journal (document));
  {
    g_autofree char *junk = g_strnfill (200 * 1024, 'x');

    g_assert_true (g_file_set_contents_full (filler, junk, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
  while (n < 100000)
    {
      g_autofree char *code = g_strdup_printf ("%01000u", n++);

      set_code (document, "b", code);
      if (!shanhai_document_flush_journal (document))
        break;
    }
  g_assert_cmpint (shanhai_document_get_journal_state (document), ==, SHANHAI_JOURNAL_FAILING);
  message = shanhai_document_dup_journal_message (document);
  g_assert_nonnull (strstr (message, "full"));
  set_code (document, "c", "3");
  text = to_text (document);

  /* what a crash would leave now is whole, but for the last two */
  {
    g_autofree char *path = shanhai_journal_path_for_file (fixture->file);
    g_autoptr (ShanhaiJournalText) left = shanhai_journal_read (path, NULL);

    g_assert_nonnull (left);
    g_assert_cmpuint (left->n_changes, ==, n);
  }

  /* room again: by itself, everything is written */
  g_unlink (filler);
  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_cmpint (shanhai_document_get_journal_state (document), ==, SHANHAI_JOURNAL_SAFE);
  close_document (document);
  document = open_document (fixture);
  again = to_text (document);
  g_assert_cmpstr (text, ==, again);
  close_document (document);

  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* nothing can be written at all: one works on, and saving works */
static void
test_no_state_directory (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *folder = shanhai_journal_folder_get ();
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GError) error = NULL;

  empty_folder (folder);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  set_code (document, "a", "1");
  g_assert_false (shanhai_document_flush_journal (document));
  g_assert_cmpint (shanhai_document_get_journal_state (document), ==, SHANHAI_JOURNAL_FAILING);
  save (document, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (shanhai_document_is_modified (document));
  g_unlink (folder);
  set_code (document, "a", "2");
  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_cmpint (shanhai_document_get_journal_state (document), ==, SHANHAI_JOURNAL_SAFE);
  close_document (document);
}

/* what isn't a journal, or comes from a later version, is kept and does no harm */
static void
test_strange (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *contents;
    guint       n_kept;
  } rows[] = {
    { "", 0 },
    { "{\"record\":\"jour", 0 },
    { "hello\n", 1 },
    { "{\"record\":\"journal\",\"format\":2,\"future\":true}\n{\"record\":\"change\"}\n", 1 },
    { "{\"record\":\"journal\",\"format\":1,\"size\":1}\n", 1 },
    { "{\"record\":\"casebook\",\"format\":1}\n", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = shanhai_journal_folder_get ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].contents, strlen (rows[i].contents));
      ShanhaiDocument *document;

      empty_folder (folder);
      put_journal (fixture, bytes);
      document = open_document (fixture);
      g_assert_null (shanhai_document_get_recovery (document));
      g_assert_cmpuint (count_journals (), ==, rows[i].n_kept);
      set_code (document, "a", "1");
      g_assert_true (shanhai_document_flush_journal (document));
      g_assert_cmpuint (count_journals (), ==, rows[i].n_kept + 1);
      close_document (document);
    }
}

/* the same file by another way has the same journal */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  ShanhaiDocument *document = open_document (fixture);

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  set_code (document, "a", "1");
  close_document (document);
  document = shanhai_document_open (file, NULL, NULL);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 1);
  close_document (document);
}

/* what isn't saved goes with a file that is moved or renamed, and not with a copy of it */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "东乡.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  ShanhaiDocument *document = open_document (fixture);
  ShanhaiJournalInfo *info;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  gsize length;

  set_code (document, "a", "1");
  set_code (document, "b", "2");
  text = to_text (document);
  close_document (document);

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  document = shanhai_document_open (file, NULL, NULL);
  g_assert_null (shanhai_document_get_recovery (document));
  close_document (document);

  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  list = shanhai_journal_list (NULL);
  g_assert_cmpuint (list->len, ==, 1);
  info = list->pdata[0];
  g_assert_true (info->lost);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *again = NULL;

      document = shanhai_document_open (file, NULL, NULL);
      again = to_text (document);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 2);
      g_assert_true (shanhai_document_flush_journal (document));
      g_assert_cmpuint (count_journals (), ==, 1);
      close_document (document);
    }
  g_ptr_array_set_size (list, 0);
  none = shanhai_journal_list (file);
  g_assert_cmpuint (none->len, ==, 1);
  info = none->pdata[0];
  g_assert_false (info->lost);

  /* an edit goes on in it, and a save ends it */
  document = shanhai_document_open (file, NULL, NULL);
  set_code (document, "a", "3");
  close_document (document);
  document = shanhai_document_open (file, NULL, NULL);
  g_assert_cmpuint (shanhai_document_get_recovery (document)->n_recovered, ==, 3);
  g_assert_true (save (document, NULL, NULL));
  g_assert_true (shanhai_document_flush_journal (document));
  close_document (document);
  g_assert_cmpuint (count_journals (), ==, 0);
}

/* what a person throws away is gone; what is being written to isn't thrown away */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = shanhai_journal_path_for_file (fixture->file);
  ShanhaiDocument *document = open_document (fixture);
  g_autoptr (GError) error = NULL;

  set_code (document, "a", "1");
  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_false (shanhai_journal_delete (path, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED);
  close_document (document);
  g_assert_cmpuint (count_journals (), ==, 1);
  g_assert_true (shanhai_journal_delete (path, NULL));
  g_assert_cmpuint (count_journals (), ==, 0);
  /* it is what was wanted */
  g_assert_true (shanhai_journal_delete (path, NULL));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  ADD ("/journal/close-and-open", test_close_and_open);
  ADD ("/journal/save", test_save);
  ADD ("/journal/crash-around-save", test_crash_around_save);
  ADD ("/journal/truncated", test_truncated);
  ADD ("/journal/flipped", test_flipped);
  ADD ("/journal/other-base", test_other_base);
  ADD ("/journal/without-file", test_without_file);
  ADD ("/journal/shared", test_shared);
  ADD ("/journal/set-aside", test_set_aside);
  ADD ("/journal/vanished", test_vanished);
  ADD ("/journal/full-disk", test_full_disk);
  ADD ("/journal/no-state-directory", test_no_state_directory);
  ADD ("/journal/strange", test_strange);
  ADD ("/journal/link", test_link);
  ADD ("/journal/moved", test_moved);
  ADD ("/journal/delete", test_delete);

  return store_test_run ();
}
