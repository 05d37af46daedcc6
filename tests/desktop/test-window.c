/* test-window.c - the main window: a file dropped on it, every page, and nothing left of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "../widgets/finalized.h"
#include "shanhai-application.h"
#include "shanhai-case-page.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"
#include "shanhai-window-private.h"

static ShanhaiApplication *application;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) &&
          gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller); /* the widget keeps it */
    }
  return NULL;
}

/* What a file manager gives: a list of files. */
static void
drop (GtkWidget *window,
      GFile     *file)
{
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
}

static GtkWidget *
open_by_drop (const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", name, NULL);
  GtkWidget *window = shanhai_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (shanhai_window_is_empty (SHANHAI_WINDOW (window)));
  drop (window, file);
  g_assert_true (g_file_equal (shanhai_window_get_file (SHANHAI_WINDOW (window)), file));
  while (shanhai_window_get_file (SHANHAI_WINDOW (window)) != NULL
         && shanhai_window_get_document (SHANHAI_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
close_and_finalize (GtkWidget *window)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  assert_finalized (window);
}

static void
test_empty (void)
{
  GtkWidget *window = shanhai_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpstr (shanhai_window_get_page (SHANHAI_WINDOW (window)), ==, "");
  close_and_finalize (window);
}

static void
test_pages (void)
{
  static const char * const pages[] = { "overview", "compare", "sources", "case" };
  GtkWidget *window = open_by_drop ("example.shanhai");

  g_assert_nonnull (shanhai_window_get_document (SHANHAI_WINDOW (window)));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", pages[i]));
      settle ();
      g_assert_cmpstr (shanhai_window_get_page (SHANHAI_WINDOW (window)), ==, pages[i]);
    }
  g_assert_true (gtk_widget_activate_action (window, "win.back", NULL));
  g_assert_cmpstr (shanhai_window_get_page (SHANHAI_WINDOW (window)), ==, "sources");
  close_and_finalize (window);
}

static const char *
get_case_page (GtkWidget *window)
{
  return shanhai_case_page_get_page (SHANHAI_CASE_PAGE (shanhai_window_get_visible_page (SHANHAI_WINDOW (window))));
}

/* "Back" leads to the page of the case that was left, and passes over a case that was deleted since */
static void
test_back (void)
{
  GtkWidget *window = open_by_drop ("example.shanhai");
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (shanhai_window_get_document (SHANHAI_WINDOW (window)));
  ShanhaiRecordList *cases = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  g_autofree char *kept = g_strdup (shanhai_record_get_id (shanhai_record_list_peek (cases, 0)));
  g_autofree char *deleted = g_strdup (shanhai_record_get_id (shanhai_record_list_peek (cases, 1)));
  const char *ids[] = { deleted, NULL };
  g_autoptr (ShanhaiChange) deletion = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (window, "win.show-case", "s", kept));
  shanhai_case_page_set_page (SHANHAI_CASE_PAGE (shanhai_window_get_visible_page (SHANHAI_WINDOW (window))), "funds");
  settle ();
  g_assert_true (gtk_widget_activate_action (window, "win.show-case", "s", deleted));
  shanhai_case_page_set_page (SHANHAI_CASE_PAGE (shanhai_window_get_visible_page (SHANHAI_WINDOW (window))), "people");
  settle ();
  g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", "overview"));
  settle ();

  deletion = shanhai_deletion_new_change (casebook, ids, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), deletion, &error));
  g_assert_no_error (error);
  settle ();

  g_assert_true (gtk_widget_activate_action (window, "win.back", NULL));
  g_assert_cmpstr (shanhai_window_get_page (SHANHAI_WINDOW (window)), ==, "case");
  g_assert_cmpstr (get_case_page (window), ==, "funds");
  close_and_finalize (window);
}

/* A key that turns to a page puts the keyboard into it; who browses the sidebar stays there until F6 or Enter. */
static void
test_keyboard (void)
{
  static const char * const pages[] = { "overview", "compare", "sources", "checks", "overview" };
  GtkWidget *window = open_by_drop ("example.shanhai");
  ShanhaiWindow *self = SHANHAI_WINDOW (window);
  GtkWidget *page;

  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      shanhai_sidebar_focus (self->sidebar);
      g_assert_true (gtk_widget_activate_action (window, "win.turn-to-page", "s", pages[i]));
      page = GTK_WIDGET (shanhai_window_get_visible_page (self));
      g_assert_cmpstr (shanhai_window_get_page (self), ==, pages[i]);
      while (gtk_window_get_focus (GTK_WINDOW (window)) == NULL || !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page))
        g_main_context_iteration (NULL, TRUE);
    }

  shanhai_sidebar_focus (self->sidebar);
  g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", "sources"));
  settle ();
  page = GTK_WIDGET (shanhai_window_get_visible_page (self));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (self->sidebar)));

  /* the list of sources, the text, its figures, and the sidebar again */
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (gtk_widget_activate_action (window, "win.next-pane", NULL));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != before);
    }
  g_assert_true (gtk_widget_activate_action (window, "win.next-pane", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (self->sidebar)));
  g_assert_true (gtk_widget_activate_action (window, "win.previous-pane", NULL));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
  close_and_finalize (window);
}

static void
resize (GtkWidget *window,
        int        width)
{
  /* its frame takes some of it; and while the window manager still places a new window, it may not hear of it */
  for (int height = 640; gtk_widget_get_width (window) > width || gtk_widget_get_width (window) < width - 30; height++)
    {
      const gint64 until = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;

      gtk_window_set_default_size (GTK_WINDOW (window), width, height);
      while (gtk_widget_get_width (window) > width && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      while (gtk_widget_get_width (window) < width - 30 && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
    }
  settle ();
}

/* Whoever makes the window small has the page; the sidebar stands in its place when it is asked for, and comes back beside it with the room. */
static void
test_narrow (void)
{
  GtkWidget *window = open_by_drop ("example.shanhai");
  ShanhaiWindow *self = SHANHAI_WINDOW (window);
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar);

  g_assert_true (gtk_widget_activate_action (window, "win.show-page", "s", "checks"));
  resize (window, 900);
  g_assert_true (gtk_widget_get_visible (sidebar));
  resize (window, 360);
  while (gtk_widget_get_visible (sidebar) || gtk_widget_get_visible (self->search_button))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (gtk_stack_get_visible_child (self->pages)));

  g_assert_true (gtk_widget_activate_action (window, "win.search", NULL));
  g_assert_true (gtk_widget_get_visible (sidebar));
  g_assert_false (gtk_widget_get_mapped (gtk_stack_get_visible_child (self->pages)));
  g_assert_true (gtk_widget_activate_action (window, "win.turn-to-page", "s", "overview"));
  g_assert_false (gtk_widget_get_visible (sidebar));
  g_assert_true (gtk_widget_get_mapped (gtk_stack_get_visible_child (self->pages)));

  resize (window, 900);
  while (!gtk_widget_get_visible (sidebar) || !gtk_widget_get_visible (self->search_button))
    g_main_context_iteration (NULL, TRUE);

  /* hidden by hand it stays so */
  g_assert_true (gtk_widget_activate_action (window, "win.sidebar", NULL));
  resize (window, 360);
  resize (window, 900);
  g_assert_false (gtk_widget_get_visible (sidebar));
  g_assert_true (gtk_widget_activate_action (window, "win.sidebar", NULL));
  close_and_finalize (window);
}

static void
test_failed (void)
{
  GtkWidget *window = open_by_drop ("no-such-file.shanhai");

  g_assert_true (shanhai_window_is_empty (SHANHAI_WINDOW (window)));
  settle ();
  close_and_finalize (window);
}

static void
test_closed_while_reading (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  GtkWidget *window = shanhai_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  shanhai_window_open (SHANHAI_WINDOW (window), file);
  close_and_finalize (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = shanhai_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* windows come and go */
  g_application_hold (G_APPLICATION (application));

  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/back", test_back);
  g_test_add_func ("/window/keyboard", test_keyboard);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/failed", test_failed);
  g_test_add_func ("/window/closed-while-reading", test_closed_while_reading);
  status = g_test_run ();

  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  return status;
}
