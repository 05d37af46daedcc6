/* test-case-filter.c - which cases a search finds, in the example. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "shanhai-case-filter.h"
#include "shanhai-case.h"
#include "shanhai-document.h"

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

typedef struct
{
  const char *query;
  const char *found;   /* words of the English title of one that is found */
  const char *missing; /* of one that isn't; NULL: any may be found */
} Row;

static const Row rows[] = {
  { "", "Huli", NULL },
  { "huli", "Huli", "Baiyun" },
  /* a place that it names, in both scripts, by pinyin, and what the place lies in */
  { "东乡", "Huli", "Nanhua" },
  { "東鄉", "Huli", "Nanhua" },
  { "dongxiang", "Huli", "Nanhua" },
  { "gansu", "Huli", "Baiyun" },
  { "甘肃", "Huli", "Baiyun" },
  { "Guizhou", "Baiyun", "Huli" },
  /* its kind */
  { "fixed-point", "Provincial", "Huli" },
  /* all words have to be there, in any order */
  { "baiyun pingtang", "Baiyun", "Huli" },
  { "pingtang baiyun", "Baiyun", "Huli" },
};

static bool
finds (GListModel *list,
       const char *words)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (ShanhaiCase) item = g_list_model_get_item (list, i);

      if (strstr (shanhai_name_get (shanhai_case_get_title (item), SHANHAI_LANGUAGE_ENGLISH), words) != NULL)
        return true;
    }
  return false;
}

static GtkFilterListModel *
new_list (ShanhaiDocument   *document,
          ShanhaiCaseFilter *filter)
{
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);

  shanhai_case_filter_set_casebook (filter, casebook);
  return gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE))),
                                    GTK_FILTER (g_object_ref (filter)));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiCaseFilter) filter = shanhai_case_filter_new ();
  g_autoptr (GtkFilterListModel) list = new_list (document, filter);

  shanhai_case_filter_set_query (filter, row->query);
  g_assert_true (finds (G_LIST_MODEL (list), row->found));
  if (row->missing != NULL)
    g_assert_false (finds (G_LIST_MODEL (list), row->missing));
}

static void
test_typing (void)
{
  static const char * const steps[] = { "p", "pi", "pin", "ping", "pingt", "ping", "", "zzz", "huli", NULL };
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiCaseFilter) typed = shanhai_case_filter_new ();
  g_autoptr (GtkFilterListModel) list = new_list (document, typed);

  /* whatever was asked before, the answer is that of a filter asked for the first time */
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autoptr (ShanhaiCaseFilter) fresh = shanhai_case_filter_new ();
      g_autoptr (GtkFilterListModel) expected = NULL;

      shanhai_case_filter_set_query (fresh, steps[i]);
      expected = new_list (document, fresh);
      shanhai_case_filter_set_query (typed, steps[i]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                        g_list_model_get_n_items (G_LIST_MODEL (expected)));
    }
}

static void
test_change (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  g_autoptr (ShanhaiCaseFilter) filter = shanhai_case_filter_new ();
  g_autoptr (GtkFilterListModel) list = new_list (document, filter);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");
  g_autoptr (ShanhaiRecord) added = shanhai_record_new (SHANHAI_RECORD_CASE, "case-aaaaaaaaaa");
  g_autoptr (ShanhaiName) title = shanhai_name_new_plain ("Casethatisnew");
  g_autoptr (GError) error = NULL;

  shanhai_case_filter_set_query (filter, "casethatisnew");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  g_object_set (added, "title", title, NULL);
  shanhai_change_put (change, added);
  shanhai_casebook_apply (shanhai_document_get_casebook (document), change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-filter/find/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/case-filter/typing", test_typing);
  g_test_add_func ("/case-filter/change", test_change);

  return g_test_run ();
}
