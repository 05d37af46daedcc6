/* test-dialogs.c - a file is read, damaged lines are listed, a chart is prepared for export. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <math.h>

#include "shanhai-damage-list.h"
#include "shanhai-damage-window.h"
#include "shanhai-display.h"
#include "shanhai-document.h"
#include "shanhai-export-dialog.h"
#include "shanhai-figure-work.h"
#include "shanhai-history.h"
#include "shanhai-load-page.h"

static GFile *
get_example (void)
{
  return g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
}

static ShanhaiDocument *
open_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* -- the page that reads -- */

typedef struct
{
  guint            loaded, failed;
  ShanhaiDocument *document;
  GError          *error;
} Answers;

static void
loaded_cb (ShanhaiLoadPage *page,
           ShanhaiDocument *document,
           Answers         *answers)
{
  answers->loaded++;
  g_set_object (&answers->document, document);
}

static void
failed_cb (ShanhaiLoadPage *page,
           GFile           *file,
           const GError    *error,
           Answers         *answers)
{
  answers->failed++;
  g_clear_error (&answers->error);
  answers->error = g_error_copy (error);
}

static ShanhaiLoadPage *
new_page (Answers *answers)
{
  ShanhaiLoadPage *page = g_object_ref_sink (SHANHAI_LOAD_PAGE (shanhai_load_page_new ()));

  g_signal_connect (page, "loaded", G_CALLBACK (loaded_cb), answers);
  g_signal_connect (page, "failed", G_CALLBACK (failed_cb), answers);
  return page;
}

static void
wait_for_answer (Answers *answers)
{
  while (answers->loaded + answers->failed == 0)
    g_main_context_iteration (NULL, TRUE);
  /* a second one would come now */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
clear (Answers *answers)
{
  g_clear_object (&answers->document);
  g_clear_error (&answers->error);
}

static void
test_load (void)
{
  g_autoptr (GFile) file = get_example ();
  Answers answers = { 0 };
  g_autoptr (ShanhaiLoadPage) page = new_page (&answers);

  shanhai_load_page_open (page, file);
  g_assert_true (g_file_equal (shanhai_load_page_get_file (page), file));
  g_assert_cmpuint (answers.loaded, ==, 0);
  wait_for_answer (&answers);
  g_assert_cmpuint (answers.loaded, ==, 1);
  g_assert_cmpuint (answers.failed, ==, 0);
  g_assert_null (shanhai_load_page_get_file (page));
  g_assert_cmpstr (shanhai_document_get_name (answers.document), ==, "example.shanhai");
  clear (&answers);
}

static void
test_load_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/none.shanhai");
  Answers answers = { 0 };
  g_autoptr (ShanhaiLoadPage) page = new_page (&answers);

  shanhai_load_page_open (page, file);
  wait_for_answer (&answers);
  g_assert_cmpuint (answers.loaded, ==, 0);
  g_assert_cmpuint (answers.failed, ==, 1);
  g_assert_error (answers.error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);
  clear (&answers);
}

static void
test_load_cancel (void)
{
  g_autoptr (GFile) file = get_example ();
  Answers answers = { 0 };
  g_autoptr (ShanhaiLoadPage) page = new_page (&answers);

  shanhai_load_page_open (page, file);
  shanhai_load_page_cancel (page);
  wait_for_answer (&answers);
  g_assert_cmpuint (answers.failed, ==, 1);
  g_assert_error (answers.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear (&answers);
}

static void
test_load_another (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/none.shanhai");
  g_autoptr (GFile) file = get_example ();
  Answers answers = { 0 };
  g_autoptr (ShanhaiLoadPage) page = new_page (&answers);

  /* the first one is nobody's business any more */
  shanhai_load_page_open (page, missing);
  shanhai_load_page_open (page, file);
  wait_for_answer (&answers);
  g_assert_cmpuint (answers.loaded, ==, 1);
  g_assert_cmpuint (answers.failed, ==, 0);
  clear (&answers);
}

static void
test_load_gone (void)
{
  g_autoptr (GFile) file = get_example ();
  Answers answers = { 0 };
  ShanhaiLoadPage *page = new_page (&answers);

  shanhai_load_page_open (page, file);
  g_assert_finalize_object (page);
  g_usleep (50000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (answers.loaded + answers.failed, ==, 0);
}

/* -- damaged lines -- */

static void
test_damages (void)
{
  static const char content[] = "{\"record\":\"casebook\",\"format\":1,\"title\":\"Damaged\"}\n"
                                "{\"record\":\"place\",\"id\":\"place-aaaaaaaaaa\",\"name\":\"A\"}\n"
                                "not a record\n"
                                "{\"record\":\"place\",\"id\":\n";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "shanhai-test-damaged.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autoptr (ShanhaiDamageList) list = NULL;
  GtkWidget *window;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  document = open_file (file);
  list = shanhai_damage_list_new (document);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ShanhaiDamageItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (shanhai_damage_item_get_damage (item)->line, ==, 3 + i);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));

  window = g_object_ref (shanhai_damage_window_new (document));
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
  g_unlink (path);
}

/* -- export -- */

static GtkWidget *
new_export_dialog (void)
{
  g_autoptr (GFile) file = get_example ();
  g_autoptr (ShanhaiDocument) document = open_file (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, shanhai_document_get_casebook (document),
                                                         NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (shanhai_export_dialog_new (figure));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* the chart of that width, once it is laid out */
static ShanhaiMarks *
wait_for_marks (GtkWidget *dialog,
                double     width)
{
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;
  ShanhaiMarks *marks;

  while (((marks = shanhai_export_dialog_get_marks (SHANHAI_EXPORT_DIALOG (dialog))) == NULL
          || fabs (shanhai_marks_get_width (marks) - width) > .5 || g_main_context_pending (NULL))
         && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (marks);
  return marks;
}

static void
test_export_choices (void)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());
  GtkWidget *dialog = new_export_dialog ();
  ShanhaiMarks *marks = wait_for_marks (dialog, 960);
  g_autofree char *english = g_strdup (shanhai_marks_get_title (marks));

  /* as the schema has it: a slide, in the program's language, light */
  g_assert_cmpfloat_with_epsilon (shanhai_marks_get_width (marks), 960, .5);
  g_assert_cmpfloat_with_epsilon (shanhai_marks_get_height (marks), 540, .5);
  g_assert_cmpint (shanhai_marks_get_theme (marks), ==, SHANHAI_THEME_LIGHT);
  g_assert_cmpint (shanhai_marks_get_language (marks), ==, SHANHAI_LANGUAGE_ENGLISH);

  g_settings_set_string (settings, "export-preset", "screen");
  g_settings_set_string (settings, "export-theme", "dark");
  g_settings_set_string (settings, "export-language", "zh_CN");
  marks = wait_for_marks (dialog, 1200);
  g_assert_cmpfloat_with_epsilon (shanhai_marks_get_width (marks), 1200, .5);
  g_assert_cmpfloat_with_epsilon (shanhai_marks_get_height (marks), 800, .5);
  g_assert_cmpint (shanhai_marks_get_theme (marks), ==, SHANHAI_THEME_DARK);
  g_assert_cmpint (shanhai_marks_get_language (marks), ==, SHANHAI_LANGUAGE_CHINESE);
  g_assert_cmpstr (shanhai_marks_get_title (marks), !=, english);
  g_assert_cmpint (g_settings_get_int (settings, "export-scale"), ==, 1);

  /* a size of one's own is no preset any more */
  g_settings_set_int (settings, "export-width", 700);
  marks = wait_for_marks (dialog, 700);
  g_assert_cmpfloat_with_epsilon (shanhai_marks_get_width (marks), 700, .5);
  {
    g_autofree char *preset = g_settings_get_string (settings, "export-preset");

    g_assert_cmpstr (preset, ==, "custom");
  }

  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_finalize_object (dialog);
  g_settings_reset (settings, "export-preset");
  g_settings_reset (settings, "export-theme");
  g_settings_reset (settings, "export-language");
  g_settings_reset (settings, "export-width");
  g_settings_reset (settings, "export-height");
  g_settings_reset (settings, "export-scale");
}

/* -- a figure of thousands -- */

typedef struct
{
  ShanhaiMarks *marks;
  char         *date;
  GError       *error;
  bool          is_done;
} Laid;

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Laid *laid = user_data;

  laid->marks = shanhai_figure_work_finish (result, &laid->date, &laid->error);
  laid->is_done = true;
}

static ShanhaiDocument *
open_many (guint n)
{
  g_autoptr (GString) lines = g_string_new ("{\"record\":\"casebook\",\"format\":1,\"title\":\"Many\"}\n"
                                            "{\"record\":\"place\",\"id\":\"place-a\",\"name\":\"A\"}\n{\"record\":\"place\",\"id\":\"place-b\",\"name\":\"B\"}\n"
                                            "{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"A\",\"assisting\":[\"place-b\"],\"assisted\":[\"place-a\"]}\n"
                                            "{\"record\":\"source\",\"id\":\"source-a\",\"title\":\"A\",\"published\":\"2020-07-01\"}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("many-XXXXXX.shanhai", &stream, &error);
  ShanhaiDocument *document;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (lines, "{\"record\":\"flow\",\"id\":\"flow-%04u\",\"case\":\"case-a\",\"from\":\"place-b\",\"to\":\"place-a\",\"kind\":\"fiscal\","
                            "\"status\":\"disbursed\",\"amount\":{\"value\":\"%u\",\"unit\":\"CNY\"},\"period\":\"%u\","
                            "\"citations\":[{\"source\":\"source-a\",\"paragraph\":1}]}\n", i, 1000 + i, 2000 + i % 20);
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, lines->str, lines->len, NULL, FALSE, 0, NULL, NULL, &error));
  document = shanhai_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return document;
}

/* read bit by bit, from the beginning again after an edit, and called off */
static void
test_figure_work (void)
{
  g_autoptr (ShanhaiDocument) document = open_many (3000);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_FUNDS, casebook, NULL, "year", NULL);
  g_autoptr (ShanhaiChartOptions) options = shanhai_display_dup_options (shanhai_display_get_default ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("delete");
  g_autoptr (ShanhaiMarks) now = NULL;
  g_autofree char *wanted = NULL, *found = NULL;
  Laid laid = { 0 }, gone = { 0 };

  options->width = 800;
  options->height = 500;
  shanhai_figure_work_start (figure, options, NULL, laid_out_cb, &laid);
  shanhai_figure_work_start (figure, options, cancellable, laid_out_cb, &gone);
  g_assert_false (laid.is_done);
  g_main_context_iteration (NULL, FALSE);
  shanhai_change_delete (change, "flow-0007");
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));
  g_cancellable_cancel (cancellable);
  while (!laid.is_done || !gone.is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (gone.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (laid.error);
  g_assert_cmpstr (laid.date, ==, "2020-07-01");
  now = shanhai_figure_layout (figure, options);
  wanted = shanhai_marks_to_json (now);
  found = shanhai_marks_to_json (laid.marks);
  g_assert_cmpstr (found, ==, wanted);
  shanhai_marks_unref (laid.marks);
  g_free (laid.date);
  g_free (gone.date);
  g_error_free (gone.error);
}

static void
test_export_shown (void)
{
  GtkWidget *dialog = new_export_dialog ();

  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_finalize_object (dialog);
}

int
main (int    argc,
      char **argv)
{
  int status;
  ShanhaiDisplay *display;

  gtk_test_init (&argc, &argv, NULL);
  display = shanhai_display_get_default ();

  g_test_add_func ("/load-page/load", test_load);
  g_test_add_func ("/load-page/missing", test_load_missing);
  g_test_add_func ("/load-page/cancel", test_load_cancel);
  g_test_add_func ("/load-page/another", test_load_another);
  g_test_add_func ("/load-page/gone", test_load_gone);
  g_test_add_func ("/damage/list", test_damages);
  g_test_add_func ("/export-dialog/choices", test_export_choices);
  g_test_add_func ("/export-dialog/shown", test_export_shown);
  g_test_add_func ("/figure-work", test_figure_work);

  status = g_test_run ();
  g_object_unref (display);
  return status;
}
