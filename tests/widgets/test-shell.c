/* test-shell.c - the widgets around the pages: built, used and finalized. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "finalized.h"
#include "shanhai-button-name.h"
#include "shanhai-case-filter.h"
#include "shanhai-case-page.h"
#include "shanhai-case-row.h"
#include "shanhai-compare-page.h"
#include "shanhai-damage-list.h"
#include "shanhai-display.h"
#include "shanhai-document.h"
#include "shanhai-load-page.h"
#include "shanhai-message-bar.h"
#include "shanhai-overview-page.h"
#include "shanhai-page.h"
#include "shanhai-preferences.h"
#include "shanhai-sidebar.h"
#include "shanhai-sources-page.h"
#include "shanhai-start-page.h"

static GFile *
get_example (void)
{
  return g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
}

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = get_example ();
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static ShanhaiCase *
get_first_case (ShanhaiDocument *document)
{
  return SHANHAI_CASE (shanhai_record_list_peek (
    shanhai_casebook_get_list (shanhai_document_get_casebook (document), SHANHAI_RECORD_CASE), 0));
}

/* -- every class is built and goes again -- */

static GType (* const widget_types[]) (void) = {
  shanhai_case_row_get_type,      shanhai_load_page_get_type, shanhai_message_bar_get_type, shanhai_sidebar_get_type,
  shanhai_start_page_get_type,    shanhai_case_page_get_type, shanhai_compare_page_get_type, shanhai_overview_page_get_type,
  shanhai_sources_page_get_type,
};

static void
test_finalize (gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (((GType (*) (void)) data) (), NULL));

  assert_finalized (widget);
}

static void
test_finalize_in_window (gconstpointer data)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = g_object_new (((GType (*) (void)) data) (), NULL);
  GObjectClass *klass = G_OBJECT_GET_CLASS (widget);

  if (g_object_class_find_property (klass, "document") != NULL)
    g_object_set (widget, "document", document, NULL);
  if (g_object_class_find_property (klass, "case") != NULL)
    g_object_set (widget, "case", get_first_case (document), NULL);

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  g_object_ref (widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_finalized (widget);
}

static void
test_preferences (void)
{
  GtkWidget *preferences = g_object_ref (shanhai_preferences_new ());

  gtk_window_present (GTK_WINDOW (preferences));
  gtk_window_destroy (GTK_WINDOW (preferences));
  assert_finalized (preferences);
}

/* -- a property that is set says so once, and not again when it is set to the same -- */

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
assert_notifies_once (gpointer    object,
                      const char *property,
                      GValue     *value)
{
  g_autofree char *detail = g_strconcat ("notify::", property, NULL);
  guint n = 0;
  gulong handler = g_signal_connect_swapped (object, detail, G_CALLBACK (count_cb), &n);

  g_object_set_property (object, property, value);
  g_assert_cmpuint (n, ==, 1);
  g_object_set_property (object, property, value);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handler_disconnect (object, handler);
}

static void
test_notify_message_bar (void)
{
  g_autoptr (ShanhaiMessageBar) bar = g_object_ref_sink (SHANHAI_MESSAGE_BAR (shanhai_message_bar_new ()));
  g_auto (GValue) yes = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, "Saved.");
  assert_notifies_once (bar, "passing", &yes);
  assert_notifies_once (bar, "error", &yes);
  assert_notifies_once (bar, "text", &text);
}

static void
test_notify_sidebar (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiSidebar) sidebar = g_object_ref_sink (SHANHAI_SIDEBAR (shanhai_sidebar_new ()));
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) page = G_VALUE_INIT;
  g_auto (GValue) the_case = G_VALUE_INIT;

  g_value_init (&value, SHANHAI_TYPE_DOCUMENT);
  g_value_set_object (&value, document);
  g_value_init (&page, G_TYPE_STRING);
  g_value_set_string (&page, "compare");
  g_value_init (&the_case, SHANHAI_TYPE_CASE);
  g_value_set_object (&the_case, get_first_case (document));
  assert_notifies_once (sidebar, "document", &value);
  assert_notifies_once (sidebar, "page", &page);
  assert_notifies_once (sidebar, "case", &the_case);
}

static void
test_notify_filter (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiCaseFilter) filter = shanhai_case_filter_new ();
  g_auto (GValue) query = G_VALUE_INIT;
  g_auto (GValue) casebook = G_VALUE_INIT;

  g_value_init (&query, G_TYPE_STRING);
  g_value_set_string (&query, "huli");
  g_value_init (&casebook, SHANHAI_TYPE_CASEBOOK);
  g_value_set_object (&casebook, shanhai_document_get_casebook (document));
  assert_notifies_once (filter, "query", &query);
  assert_notifies_once (filter, "casebook", &casebook);
}

/* -- the message bar -- */

static void
test_message_bar (void)
{
  g_autoptr (ShanhaiMessageBar) bar = g_object_ref_sink (SHANHAI_MESSAGE_BAR (shanhai_message_bar_new ()));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  shanhai_message_bar_set_text (bar, "One");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  shanhai_message_bar_show (bar, "Two", "_Again", "win.again", g_variant_new_string ("x"));
  g_assert_cmpstr (shanhai_message_bar_get_text (bar), ==, "Two");
  shanhai_message_bar_set_text (bar, NULL);
  g_assert_cmpstr (shanhai_message_bar_get_text (bar), ==, "");
}

/* -- rows -- */

static void
test_case_row (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiRecordList *cases = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  bool found = false;

  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    {
      ShanhaiCase *the_case = SHANHAI_CASE (shanhai_record_list_peek (cases, i));
      g_autofree char *text = shanhai_case_row_describe (casebook, the_case, SHANHAI_LANGUAGE_ENGLISH);
      const char *title = shanhai_name_get (shanhai_case_get_title (the_case), SHANHAI_LANGUAGE_ENGLISH);

      g_assert_false (g_str_has_prefix (text, "0 figures"));
      g_assert_null (strstr (text, " 0 figures"));
      if (g_str_has_prefix (title, "Huli"))
        {
          g_assert_true (g_str_has_prefix (text, "2014–2020 · "));
          g_assert_nonnull (strstr (text, " figures · "));
          found = true;
        }
    }
  g_assert_true (found);
}

/* -- the display -- */

static void
test_display (void)
{
  ShanhaiDisplay *display = shanhai_display_get_default ();
  GSettings *settings = shanhai_display_get_settings (display);
  guint n = 0;
  gulong handler = g_signal_connect_swapped (display, "changed", G_CALLBACK (count_cb), &n);
  g_autoptr (ShanhaiChartOptions) options = NULL;

  g_assert_cmpint (shanhai_display_get_language (display), ==, SHANHAI_LANGUAGE_ENGLISH);
  g_settings_set_string (settings, "theme", "dark");
  g_assert_cmpint (shanhai_display_get_theme (display), ==, SHANHAI_THEME_DARK);
  g_assert_cmpuint (n, ==, 1);
  g_settings_set_string (settings, "theme", "light");
  g_assert_cmpint (shanhai_display_get_theme (display), ==, SHANHAI_THEME_LIGHT);
  g_assert_cmpuint (n, ==, 2);
  g_settings_set_string (settings, "number-style", "international");
  g_assert_cmpint (shanhai_display_get_number_style (display), ==, SHANHAI_NUMBER_STYLE_INTERNATIONAL);
  g_assert_cmpuint (n, ==, 3);
  g_settings_set_string (settings, "chart-size", "large");
  g_assert_cmpfloat_with_epsilon (shanhai_display_get_text_scale (display), 1.25, 1e-9);
  g_assert_cmpuint (n, ==, 4);

  options = shanhai_display_dup_options (display);
  g_assert_cmpint (options->theme, ==, SHANHAI_THEME_LIGHT);
  g_assert_cmpint (options->number_style, ==, SHANHAI_NUMBER_STYLE_INTERNATIONAL);
  g_assert_cmpfloat_with_epsilon (options->text_scale, 1.25, 1e-9);

  g_settings_reset (settings, "theme");
  g_settings_reset (settings, "number-style");
  g_settings_reset (settings, "chart-size");
  g_signal_handler_disconnect (display, handler);
}

/* by the name that it was given, not by its text: newer GTKs would say the text */
static void
test_button_name (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic ("_Restore"));

  shanhai_button_set_name (button, "Restore: yesterday");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  g_assert_finalize_object (button);
}

int
main (int    argc,
      char **argv)
{
  int status;
  ShanhaiDisplay *display;

  gtk_test_init (&argc, &argv, NULL);
  /* the program holds it while it runs */
  display = shanhai_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (widget_types); i++)
    {
      const char *name = g_type_name (widget_types[i] ());
      g_autofree char *alone = g_strconcat ("/shell/finalize/", name, NULL);
      g_autofree char *in_window = g_strconcat ("/shell/finalize-in-window/", name, NULL);

      g_test_add_data_func (alone, widget_types[i], test_finalize);
      g_test_add_data_func (in_window, widget_types[i], test_finalize_in_window);
    }
  g_test_add_func ("/shell/finalize/preferences", test_preferences);
  g_test_add_func ("/shell/notify/message-bar", test_notify_message_bar);
  g_test_add_func ("/shell/notify/sidebar", test_notify_sidebar);
  g_test_add_func ("/shell/notify/case-filter", test_notify_filter);
  g_test_add_func ("/shell/message-bar", test_message_bar);
  g_test_add_func ("/shell/case-row", test_case_row);
  g_test_add_func ("/shell/button-name", test_button_name);
  g_test_add_func ("/shell/display", test_display);

  status = g_test_run ();
  g_object_unref (display);
  return status;
}
