/* bench-edit.c - an edit in a casebook of 100 000 records, until it is on the screen. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document with a file, a journal and a table of all its figures in a window; a figure that is seen gets another value, which is undone again. Counted is the
 * processor's time in the main thread, from the change to the frame that shows it: with the list sorted anew, the journal's line made and the row drawn. Limit: 16 ms,
 * a frame, for nineteen of twenty. */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <time.h>

#include "casebook-generator.h"
#include "shanhai-document.h"
#include "shanhai-history.h"
#include "shanhai-record-table.h"

#define LIMIT_MS 16.
#define ROUNDS 100
#define WIDTH 1280
#define HEIGHT 800

/* ms of the main thread */
static double
get_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (double) spent.tv_sec * 1e3 + (double) spent.tv_nsec / 1e6;
}

static void
count_cb (GdkFrameClock *clock,
          guint         *n_frames)
{
  ++*n_frames;
}

/* until nothing is left to do */
static void
settle (void)
{
  for (guint quiet = 0; quiet < 20;)
    {
      quiet = g_main_context_iteration (NULL, FALSE) ? 0 : quiet + 1;
      if (quiet > 0)
        g_usleep (4000);
    }
}

/* what the loop does until a frame has been drawn; waiting isn't counted */
static double
draw (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  double began = get_time ();
  double waited = 0;

  gtk_widget_queue_draw (window);
  while (n_frames == 0)
    if (!g_main_context_iteration (NULL, FALSE))
      {
        double before = get_time ();

        g_usleep (500);
        waited += get_time () - before;
      }
  g_signal_handler_disconnect (clock, handler);

  return get_time () - began - waited;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* returns whether it is fast enough */
static bool
tell (const char *what,
      GArray     *spent)
{
  double sum = 0, most;

  g_array_sort (spent, compare);
  for (guint i = 0; i < spent->len; i++)
    sum += g_array_index (spent, double, i);
  most = g_array_index (spent, double, spent->len * 95 / 100);
  g_print ("%s: %.1f ms on average, %.1f ms for nineteen of twenty, %.1f ms at worst\n", what, sum / spent->len, most,
           g_array_index (spent, double, spent->len - 1));

  return most <= LIMIT_MS;
}

static ShanhaiDocument *
open_document (guint n)
{
  g_autoptr (GBytes) bytes = generate_casebook (n, 7);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-edit.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  document = shanhai_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return document;
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) undos = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  ShanhaiCasebook *casebook;
  ShanhaiHistory *history;
  GtkWidget *table, *window;
  GListModel *model;
  bool fast;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();
  document = open_document (n);
  casebook = shanhai_document_get_casebook (document);
  history = shanhai_casebook_get_history (casebook);
  table = shanhai_record_table_new ("observations");
  shanhai_record_table_set_casebook (SHANHAI_RECORD_TABLE (table), casebook);
  shanhai_record_table_set_model (SHANHAI_RECORD_TABLE (table), G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION)));
  model = shanhai_record_table_get_model (SHANHAI_RECORD_TABLE (table));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_print ("%u records, %u in the table\n", shanhai_casebook_get_n_records (casebook), g_list_model_get_n_items (model));

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (model, i % 15);
      g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (record);
      g_autoptr (ShanhaiChange) change = shanhai_change_new ("Set value");
      const ShanhaiDecimal number = shanhai_decimal_from_int ((gint64) i + 1);
      g_autoptr (ShanhaiQuantity) value = shanhai_quantity_new (&number, "person");
      double began, spent;

      g_object_set (draft, "value", value, NULL);
      shanhai_change_put (change, draft);

      spent = draw (window);
      g_array_append_val (frames, spent);
      settle ();

      began = get_time ();
      g_assert_true (shanhai_history_apply (history, change, NULL));
      spent = get_time () - began;
      spent += draw (window);
      g_array_append_val (edits, spent);
      settle ();

      began = get_time ();
      g_assert_true (shanhai_history_undo (history, NULL));
      spent = get_time () - began;
      spent += draw (window);
      g_array_append_val (undos, spent);
      settle ();
    }
  tell ("a frame in which nothing changes", frames);
  fast = tell ("an edit", edits);
  fast = tell ("its undoing", undos) && fast;
  gtk_window_destroy (GTK_WINDOW (window));
  if (!fast)
    g_printerr ("slower than a frame of %.0f ms\n", LIMIT_MS);

  return fast ? 0 : 1;
}
