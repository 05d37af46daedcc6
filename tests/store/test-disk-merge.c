/* test-disk-merge.c - a file that another program has changed is merged from what both come from. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row is a file as it was opened, what the person did, what somebody else wrote into the file meanwhile, and what both come to. The merge is made, undone
 * and done again, the program crashes before the save, and the save asks nobody. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "shanhai-document.h"
#include "shanhai-history.h"
#include "shanhai-journal-folder.h"
#include "shanhai-merge.h"
#include "store-test.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE(id, rest) "{\"record\":\"place\",\"id\":\"" id "\"" rest "}\n"
#define CODE(code) ",\"code\":\"" code "\""

typedef struct
{
  const char *name;
  const char *file;        /* what was opened; the header is put before each */
  const char *edits;       /* "a=1 b= c-": the code of a, b without one, c deleted; "<" is an undo, "s" a save */
  const char *theirs;
  const char *merged;      /* mine stands in conflicts */
  guint       n_conflicts; /* nobody is asked about what one side alone changed */
} Row;

static const Row rows[] = {
  { "each-one-record", PLACE ("a", "") PLACE ("b", ""), "a=1", PLACE ("a", "") PLACE ("b", CODE ("2")),
    PLACE ("a", CODE ("1")) PLACE ("b", CODE ("2")), 0 },
  { "each-one-member", PLACE ("a", CODE ("0")), "a=1", PLACE ("a", CODE ("0") ",\"tags\":[\"x\"]"), PLACE ("a", CODE ("1") ",\"tags\":[\"x\"]"), 0 },
  { "deleted-there", PLACE ("a", "") PLACE ("b", ""), "a=1", PLACE ("a", ""), PLACE ("a", CODE ("1")), 0 },
  { "deleted-here", PLACE ("a", "") PLACE ("b", ""), "b-", PLACE ("a", CODE ("1")) PLACE ("b", ""), PLACE ("a", CODE ("1")), 0 },
  { "added-by-each", PLACE ("a", ""), "m=1", PLACE ("a", "") PLACE ("t", CODE ("2")), PLACE ("a", "") PLACE ("m", CODE ("1")) PLACE ("t", CODE ("2")), 0 },
  { "conflict", PLACE ("a", ""), "a=1", PLACE ("a", CODE ("2")), PLACE ("a", CODE ("1")), 1 },
  { "alike", PLACE ("a", ""), "a=1", PLACE ("a", CODE ("1")), PLACE ("a", CODE ("1")), 0 },
  { "edited-twice", PLACE ("a", CODE ("0")), "a=1 a=2", PLACE ("a", CODE ("0")) PLACE ("b", ""), PLACE ("a", CODE ("2")) PLACE ("b", ""), 0 },
  /* what was undone is no edit */
  { "undone", PLACE ("a", CODE ("0")) PLACE ("b", ""), "b=1 a=1 <", PLACE ("a", CODE ("3")) PLACE ("b", ""), PLACE ("a", CODE ("3")) PLACE ("b", CODE ("1")), 0 },
  /* both come from what was saved last, not from what was opened */
  { "after-a-save", PLACE ("a", CODE ("0")) PLACE ("b", ""), "a=1 s b=1", PLACE ("a", CODE ("2")) PLACE ("b", ""),
    PLACE ("a", CODE ("2")) PLACE ("b", CODE ("1")), 0 },
  /* undone past the save, and another way taken: the history has lost the way there, and the base is known all the same */
  { "another-way", PLACE ("a", CODE ("0")) PLACE ("b", ""), "a=1 s < b=1", PLACE ("a", CODE ("1")) PLACE ("b", "") PLACE ("c", ""),
    PLACE ("a", CODE ("0")) PLACE ("b", CODE ("1")) PLACE ("c", ""), 0 },
};

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static ShanhaiHistory *
get_history (ShanhaiDocument *document)
{
  return shanhai_casebook_get_history (shanhai_document_get_casebook (document));
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
save (ShanhaiDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  shanhai_document_save_async (document, NULL, false, NULL, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  shanhai_document_save_finish (document, result, &error);
  g_assert_no_error (error);
}

static ShanhaiDiskVersion *
read_disk (ShanhaiDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiDiskVersion *version;

  shanhai_document_read_disk_async (document, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  version = shanhai_document_read_disk_finish (document, result, &error);
  g_assert_no_error (error);

  return version;
}

/* a word of a row's edits */
static void
edit (ShanhaiDocument *document,
      const char      *word)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new (word);
  g_autofree char *id = g_strndup (word, 1);
  g_autoptr (GError) error = NULL;

  if (*word == 's')
    save (document);
  else if (*word == '<')
    g_assert_true (shanhai_history_undo (get_history (document), NULL));
  else if (word[1] == '-')
    shanhai_change_delete (change, id);
  else
    {
      ShanhaiRecord *live = shanhai_casebook_lookup (shanhai_document_get_casebook (document), id);
      g_autoptr (ShanhaiRecord) draft = live != NULL ? shanhai_record_copy (live) : shanhai_record_new (SHANHAI_RECORD_PLACE, id);

      g_object_set (draft, "code", word[2] != '\0' ? word + 2 : NULL, NULL);
      shanhai_change_put (change, draft);
    }
  shanhai_history_apply (get_history (document), change, &error);
  g_assert_no_error (error);
}

static char *
to_text (ShanhaiDocument *document)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (shanhai_document_get_casebook (document), NULL, NULL, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_text (ShanhaiDocument *document,
            const char      *records)
{
  g_autofree char *text = to_text (document);

  g_assert_true (g_str_has_prefix (text, HEADER));
  g_assert_cmpstr (text + strlen (HEADER), ==, records);
}

static void
write_file (Fixture    *fixture,
            const char *records)
{
  g_autofree char *text = g_strconcat (HEADER, records, NULL);

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* what a crash leaves is the journal as it is: it is read while the document still has it */
static void
check_crash (Fixture         *fixture,
             ShanhaiDocument *document,
             const char      *records,
             bool             expect_journal)
{
  g_autofree char *path = shanhai_journal_path_for_file (fixture->file);
  g_autofree char *contents = NULL;
  g_autofree char *file = NULL;
  gsize length = 0, file_length;
  g_autofree char *folder = g_dir_make_tmp ("crashed-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "湖里.shanhai", NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (GFile) copy_file = g_file_new_for_path (copy);
  g_autoptr (ShanhaiLoad) load = NULL;

  g_assert_true (shanhai_document_flush_journal (document));
  g_assert_cmpint (g_file_get_contents (path, &contents, &length, NULL), ==, expect_journal);
  g_assert_true (g_file_get_contents (fixture->path, &file, &file_length, NULL));
  g_assert_true (g_file_set_contents (copy, file, (gssize) file_length, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) file, file_length);
  load = shanhai_load_file (copy_file, NULL, NULL, NULL, NULL);
  if (expect_journal)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (contents, length);
      g_autoptr (ShanhaiJournalText) left = shanhai_journal_text_parse (bytes, NULL);
      g_autoptr (ShanhaiRecovery) recovery = NULL;
      int first = shanhai_recovery_find_start (left, sha256);

      g_assert_cmpint (first, ==, 0);
      recovery = shanhai_recovery_replay (left, first, load->casebook);
      g_assert_cmpuint (recovery->n_left_out, ==, 0);
      g_assert_false (recovery->other_base);
    }
  {
    g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, NULL);
    g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    g_assert_cmpstr (text + strlen (HEADER), ==, records);
  }
  g_unlink (copy);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (Fixture) fixture = { g_dir_make_tmp ("disk-XXXXXX", NULL) };
  g_auto (GStrv) words = g_strsplit (row->edits, " ", -1);
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autoptr (ShanhaiDiskVersion) version = NULL;
  g_autoptr (ShanhaiMerge) merge = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autofree char *mine = NULL;
  bool differs = strcmp (row->merged, row->theirs) != 0;
  bool altered;

  fixture.path = g_build_filename (fixture.folder, "湖里.shanhai", NULL);
  fixture.file = g_file_new_for_path (fixture.path);
  write_file (&fixture, row->file);
  document = shanhai_document_open (fixture.file, NULL, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    edit (document, words[i]);
  mine = to_text (document);
  write_file (&fixture, row->theirs);

  version = read_disk (document);
  merge = shanhai_merge_new_since (shanhai_document_get_casebook (document), version->load->casebook, shanhai_document_get_baseline (document), 0);
  g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (merge)), ==, row->n_conflicts);
  change = shanhai_merge_new_change (merge, "Merge", NULL);
  altered = !shanhai_change_is_empty (change);
  g_assert_true (shanhai_history_apply (get_history (document), change, NULL));
  shanhai_document_take_disk_version (document, version);
  check_text (document, row->merged);
  g_assert_cmpint (shanhai_document_is_modified (document), ==, differs);
  g_assert_cmpint (shanhai_document_get_disk_state (document), ==, SHANHAI_DISK_SAME);
  check_crash (&fixture, document, row->merged, differs);

  /* one change; a crash after its undoing, too, loses nothing */
  if (altered)
    {
      g_assert_true (shanhai_history_undo (get_history (document), NULL));
      check_text (document, mine + strlen (HEADER));
      check_crash (&fixture, document, mine + strlen (HEADER), true);
      g_assert_true (shanhai_history_redo (get_history (document), NULL));
      check_text (document, row->merged);
    }

  /* the other's version is known: the same again has nothing to ask, and the save asks nobody */
  {
    g_autoptr (ShanhaiMerge) again = shanhai_merge_new_since (shanhai_document_get_casebook (document), version->load->casebook,
                                                              shanhai_document_get_baseline (document), 0);
    g_autoptr (ShanhaiChange) nothing = shanhai_merge_new_change (again, "Again", NULL);

    g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (again)), ==, 0);
    g_assert_true (shanhai_change_is_empty (nothing));
  }
  save (document);
  g_assert_false (shanhai_document_is_modified (document));
  {
    g_autofree char *saved = NULL;

    g_assert_true (g_file_get_contents (fixture.path, &saved, NULL, NULL));
    g_assert_cmpstr (saved + strlen (HEADER), ==, row->merged);
  }
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/disk-merge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return store_test_run ();
}
