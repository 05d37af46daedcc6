/* test-import-window.c - a table is seen, mapped, mended and imported in its window. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "shanhai-history.h"
#include "shanhai-import-window.h"
#include "shanhai-record-read.h"

#define GOOD "地区,年份,贫困发生率(%)\n东乡县,2018,25.5\n东乡县,2019,4.25\n"
#define BAD GOOD "东乡县,昨天,3\n"
#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  ShanhaiCasebook     *casebook;
  ShanhaiImportWindow *window;
  GFile               *file;
  char                *message;
} Fixture;

static void
imported_cb (ShanhaiImportWindow *window,
             const char          *message,
             Fixture             *fixture)
{
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *text = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  fixture->casebook = shanhai_casebook_new ();
  g_ptr_array_add (records, shanhai_record_from_line ("{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"C\"}", NULL));
  shanhai_casebook_fill (fixture->casebook, records, NULL, NULL);

  fixture->file = g_file_new_tmp ("shanhai-XXXXXX.csv", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));

  fixture->window = SHANHAI_IMPORT_WINDOW (shanhai_import_window_new (fixture->casebook, "case-a"));
  g_signal_connect (fixture->window, "imported", G_CALLBACK (imported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  shanhai_import_window_open (fixture->window, fixture->file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_object_unref (fixture->file);
  g_object_unref (fixture->casebook);
  g_free (fixture->message);
}

static void
wait_for_import (Fixture *fixture)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (shanhai_import_window_get_import (fixture->window) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (shanhai_import_window_get_import (fixture->window));
}

/* closed windows are finalized once what runs has ended */
static void
expect_gone (gpointer window)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (window);
  while (window != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (window);
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  ShanhaiHistory *history = shanhai_casebook_get_history (fixture->casebook);
  const ShanhaiTableImport *import;
  g_autoptr (GtkWidget) kept = NULL;

  wait_for_import (fixture);
  import = shanhai_import_window_get_import (fixture->window);
  g_assert_cmpuint (import->n_problems, ==, 0);
  g_assert_cmpuint (import->n_rows, ==, 2);
  g_assert_cmpstr (shanhai_import_window_get_mapping (fixture->window)->case_id, ==, "case-a");

  kept = g_object_ref (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "table.import", NULL));
  g_assert_nonnull (fixture->message);
  g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (fixture->casebook, SHANHAI_RECORD_OBSERVATION)), ==, 2);

  /* one change, which undo takes back */
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_false (shanhai_history_can_undo (history));
  g_assert_cmpuint (shanhai_casebook_get_n_records (fixture->casebook), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&kept));
}

static void
test_bad_rows (Fixture       *fixture,
               gconstpointer  data)
{
  const ShanhaiTableProblem *problem;

  wait_for_import (fixture);
  g_assert_cmpuint (shanhai_import_window_get_import (fixture->window)->n_problems, ==, 1);
  problem = shanhai_import_window_get_import (fixture->window)->problems->pdata[0];
  g_assert_cmpuint (problem->row, ==, 3);
  g_assert_cmpint (problem->column, ==, 1);

  /* disabled until the person skips the row */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "table.import", NULL);
  g_assert_null (fixture->message);
  g_assert_cmpuint (shanhai_casebook_get_n_records (fixture->casebook), ==, 1);
  expect_gone (fixture->window);
}

/* closed while it reads */
static void
test_closed_early (Fixture       *fixture,
                   gconstpointer  data)
{
  expect_gone (fixture->window);
  g_assert_cmpuint (shanhai_casebook_get_n_records (fixture->casebook), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("shanhai-state-XXXXXX", NULL);
  g_autofree char *mappings = g_build_filename (state, "shanhai", "table-mappings.ini", NULL);
  g_autofree char *folder = g_path_get_dirname (mappings);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/import-window/import", Fixture, GOOD, set_up, test_import, tear_down);
  g_test_add ("/import-window/bad-rows", Fixture, BAD, set_up, test_bad_rows, tear_down);
  g_test_add ("/import-window/closed-early", Fixture, GOOD, set_up, test_closed_early, tear_down);

  status = g_test_run ();
  g_unlink (mappings);
  g_rmdir (folder);
  g_rmdir (state);

  return status;
}
