/* test-brief.c - a case on paper: all of it is there, on pages, the same each time. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "shanhai-brief-private.h"
#include "shanhai-history.h"
#include "shanhai-load.h"
#include "shanhai-source.h"

static ShanhaiLoad *
open_lines (const char *lines)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiLoad *load;

  bytes = g_bytes_new (lines, strlen (lines));
  load = shanhai_load_bytes (bytes, "test.shanhai", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return load;
}

static ShanhaiLoad *
open_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "example.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ShanhaiLoad *load = shanhai_load_file (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return load;
}

static ShanhaiBrief *
make_brief (ShanhaiLoad *load,
            const char  *id,
            const char  *locale,
            double       height)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open (locale);
  const ShanhaiWording wording = { load->casebook, shanhai_language_from_locale (locale), SHANHAI_NUMBER_STYLE_AUTO };

  return shanhai_brief_new (&wording, words, shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, id), SHANHAI_BRIEF_WIDTH, height);
}

/* all words of the brief, page by page */
static char *
dup_text (ShanhaiBrief *brief)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < brief->pages->len; i++)
    {
      GArray *page = brief->pages->pdata[i];

      for (guint k = 0; k < page->len; k++)
        {
          const ShanhaiPiece *piece = brief->pieces->pdata[g_array_index (page, ShanhaiPlacedPiece, k).piece];

          for (guint c = 0; piece->cells != NULL && c < piece->cells->len; c++)
            {
              g_autofree char *joined = g_strjoinv (" ", g_array_index (piece->cells, ShanhaiBriefCell, c).lines);

              g_string_append_printf (text, "%s\t", joined);
            }
          g_string_append_c (text, '\n');
        }
      g_string_append_c (text, '\f');
    }

  /* as it is read */
  g_string_replace (text, "\302\240", " ", 0);
  g_string_replace (text, "\342\200\257", " ", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_pages (ShanhaiBrief *brief)
{
  for (guint i = 0; i < brief->pages->len; i++)
    {
      GArray *page = brief->pages->pdata[i];
      double y = 0;

      for (guint k = 0; k < page->len; k++)
        {
          const ShanhaiPlacedPiece *placed = &g_array_index (page, ShanhaiPlacedPiece, k);
          const ShanhaiPiece *piece = brief->pieces->pdata[placed->piece];

          g_assert_cmpfloat (placed->y, >=, y);
          y = placed->y + piece->height;
          g_assert_cmpfloat (y, <=, brief->height - brief->margin);
          for (guint c = 0; piece->cells != NULL && c < piece->cells->len; c++)
            {
              const ShanhaiBriefCell *cell = &g_array_index (piece->cells, ShanhaiBriefCell, c);

              g_assert_cmpfloat (cell->x + cell->width, <=, shanhai_brief_get_room (brief) + 0.5);
            }
        }
      /* nothing that goes with what follows stands last */
      if (i + 1 < brief->pages->len && page->len > 0)
        {
          const ShanhaiPiece *last = brief->pieces->pdata[g_array_index (page, ShanhaiPlacedPiece, page->len - 1).piece];

          g_assert_false (last->keep && !last->is_head);
        }
    }
}

static void
test_example (gconstpointer data)
{
  const char *locale = data;
  g_autoptr (ShanhaiLoad) load = open_example ();
  ShanhaiRecordList *cases = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_CASE);

  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    {
      const char *id = shanhai_record_get_id (shanhai_record_list_peek (cases, i));
      g_autoptr (ShanhaiBrief) brief = make_brief (load, id, locale, SHANHAI_BRIEF_HEIGHT);
      g_autoptr (ShanhaiBrief) again = make_brief (load, id, locale, SHANHAI_BRIEF_HEIGHT);
      g_autoptr (ShanhaiBrief) low = make_brief (load, id, locale, 600);
      g_autoptr (GBytes) pdf = shanhai_brief_to_pdf (brief, NULL);
      g_autoptr (GBytes) same = shanhai_brief_to_pdf (again, NULL);

      check_pages (brief);
      check_pages (low);
      g_assert_cmpuint (shanhai_brief_get_n_pages (low), >=, shanhai_brief_get_n_pages (brief));
      g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
      g_assert_true (g_bytes_equal (pdf, same));
    }
}

/* every figure of the case with the number of its source, and every source once */
static void
test_whole (void)
{
  g_autoptr (ShanhaiLoad) load = open_example ();
  g_autoptr (ShanhaiBrief) brief = make_brief (load, "case-7n35m2trus", "en", SHANHAI_BRIEF_HEIGHT);
  g_autofree char *text = dup_text (brief);

  g_assert_nonnull (strstr (text, "38.74%"));
  g_assert_nonnull (strstr (text, "nearly 470 M"));
  g_assert_nonnull (strstr (text, "[1]"));
  g_assert_nonnull (strstr (text, "[2]"));
  g_assert_null (strstr (text, "[4]"));
  g_assert_nonnull (strstr (text, "Xiamen Daily"));
  g_assert_nonnull (strstr (text, "Sources"));
}

static void
test_empty (void)
{
  g_autoptr (ShanhaiLoad) load = open_lines ("{\"record\":\"casebook\",\"format\":1,\"title\":\"T\"}\n{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"Only a title\"}\n");
  g_autoptr (ShanhaiBrief) brief = make_brief (load, "case-a", "en", SHANHAI_BRIEF_HEIGHT);
  g_autofree char *text = dup_text (brief);

  g_assert_cmpuint (shanhai_brief_get_n_pages (brief), ==, 1);
  g_assert_nonnull (strstr (text, "Only a title"));
}

/* the head of a table is on every page that the table reaches */
static void
test_long_table (void)
{
  g_autoptr (GString) lines = g_string_new ("{\"record\":\"casebook\",\"format\":1,\"title\":\"T\"}\n{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"Long\"}\n");
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiBrief) brief = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (int i = 0; i < 450; i++)
    g_string_append_printf (lines, "{\"record\":\"event\",\"id\":\"event-%03d\",\"case\":\"case-a\",\"title\":\"Visit %d\",\"kind\":\"visit\",\"period\":\"2019\"}\n", i, i);
  load = open_lines (lines->str);
  brief = make_brief (load, "case-a", "en", SHANHAI_BRIEF_HEIGHT);
  check_pages (brief);
  text = dup_text (brief);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (shanhai_brief_get_n_pages (brief), >, 5);
  for (guint i = 0; i + 2 < shanhai_brief_get_n_pages (brief); i++)
    g_assert_nonnull (strstr (pages[i], "When\t"));
  g_assert_nonnull (strstr (text, "50 more aren’t printed."));
}

typedef struct
{
  ShanhaiBrief *brief;
  GError       *error;
  bool          is_done;
} Made;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Made *made = user_data;

  made->brief = shanhai_brief_new_finish (result, &made->error);
  made->is_done = true;
}

/* beside the window it becomes the same, charts included; called off, nothing */
static void
test_async (void)
{
  g_autoptr (ShanhaiLoad) load = open_example ();
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  const ShanhaiWording wording = { load->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiRecordList *cases = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_CASE);
  guint n_charts = 0;

  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    {
      ShanhaiCase *record = SHANHAI_CASE (shanhai_record_list_peek (cases, i));
      g_autoptr (ShanhaiBrief) at_once = shanhai_brief_new (&wording, words, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *wanted = dup_text (at_once);
      g_autofree char *found = NULL;
      Made made = { 0 }, gone = { 0 };

      shanhai_brief_new_async (&wording, words, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT, NULL, made_cb, &made);
      shanhai_brief_new_async (&wording, words, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT, cancellable, made_cb, &gone);
      g_cancellable_cancel (cancellable);
      while (!made.is_done || !gone.is_done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (made.error);
      g_assert_error (gone.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&gone.error);
      found = dup_text (made.brief);
      g_assert_cmpstr (found, ==, wanted);
      g_assert_cmpuint (made.brief->pieces->len, ==, at_once->pieces->len);
      for (guint k = 0; k < at_once->pieces->len; k++)
        {
          const ShanhaiPiece *a = at_once->pieces->pdata[k], *b = made.brief->pieces->pdata[k];

          g_assert_cmpint (a->kind, ==, b->kind);
          if (a->kind == SHANHAI_PIECE_CHART)
            {
              g_autofree char *one = shanhai_marks_to_json (a->marks), *other = shanhai_marks_to_json (b->marks);

              g_assert_cmpstr (one, ==, other);
              n_charts++;
            }
        }
      shanhai_brief_free (made.brief);
    }
  g_assert_cmpuint (n_charts, >, 3);
}

static void
apply (ShanhaiLoad   *load,
       ShanhaiChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (load->casebook), change, &error));
  g_assert_no_error (error);
}

/* what is edited while it is made is on paper as it is then; a case that is deleted isn't */
static void
test_edited (void)
{
  g_autoptr (ShanhaiLoad) load = open_lines ("{\"record\":\"casebook\",\"format\":1,\"title\":\"T\"}\n"
                                             "{\"record\":\"case\",\"id\":\"case-a\",\"title\":\"As it was\"}\n"
                                             "{\"record\":\"flow\",\"id\":\"flow-a\",\"case\":\"case-a\",\"kind\":\"fiscal\","
                                             "\"amount\":{\"value\":\"500\",\"unit\":\"CNY\"},\"period\":\"2019\"}\n");
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  const ShanhaiWording wording = { load->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiCase *record = shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, "case-a");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (SHANHAI_RECORD (record));
  g_autoptr (ShanhaiName) title = shanhai_name_new ((const char *[]) { "en" }, (const char *[]) { "As it is now" }, 1);
  g_autoptr (ShanhaiChange) edit = shanhai_change_new ("Edit"), removal = shanhai_change_new ("Delete");
  g_autofree char *text = NULL;
  Made made = { 0 }, gone = { 0 };

  g_assert_nonnull (shanhai_casebook_lookup (load->casebook, "flow-a"));
  g_object_set (draft, "title", title, NULL);
  shanhai_change_put (edit, draft);
  shanhai_change_delete (removal, "flow-a");
  shanhai_change_delete (removal, "case-a");

  shanhai_brief_new_async (&wording, words, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT, NULL, made_cb, &made);
  apply (load, edit);
  while (!made.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (made.error);
  text = dup_text (made.brief);
  g_assert_nonnull (strstr (text, "As it is now"));
  g_assert_null (strstr (text, "As it was"));
  shanhai_brief_free (made.brief);

  record = shanhai_casebook_lookup_as (load->casebook, SHANHAI_RECORD_CASE, "case-a");
  shanhai_brief_new_async (&wording, words, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT, NULL, made_cb, &gone);
  apply (load, removal);
  while (!gone.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (gone.brief);
  g_assert_error (gone.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&gone.error);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/widgets/brief/example-en", "en", test_example);
  g_test_add_data_func ("/widgets/brief/example-zh", "zh_CN", test_example);
  g_test_add_func ("/widgets/brief/async", test_async);
  g_test_add_func ("/widgets/brief/edited", test_edited);
  g_test_add_func ("/widgets/brief/whole", test_whole);
  g_test_add_func ("/widgets/brief/empty", test_empty);
  g_test_add_func ("/widgets/brief/long-table", test_long_table);

  return g_test_run ();
}
