/* bench-table.c - scrolling a table of 100 000 rows, and turning the pages of a case of 100 000 records. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts the processor's time in the main thread, not the clock's: so a busy machine doesn't change what is told. A step is a move of the table and the frame
 * that shows it: the time in which the program can't answer.
 *
 * "Never under 30 frames a second" is a rate: so many frames in so much time. It is taken over every stretch of half a second of stepping, one step after the
 * other without a pause, and there must be 15 frames in each. A single step that takes 50 ms is a stutter, but no rate; it is told, with what GTK's own table
 * takes at worst in the same run (a plain GtkColumnView of as many rows and six columns of short texts: rows that come into view for the first time are made, and letters
 * drawn for the first time). It fails only where it is a stop: over 100 ms. Where the plain table is slower than a limit, too, the machine is at fault.
 *
 * Pages of a case: 150 ms at once for one that opens. */

#include <gtk/gtk.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "casebook-generator.h"
#include "shanhai-case-page.h"
#include "shanhai-load.h"
#include "shanhai-record-table.h"

/* frames a second, over every stretch of so many ms */
#define LEAST_RATE 30.
#define STRETCH 500.
/* ms: a step that long is a stop */
#define STEP_LIMIT 100.
#define PAGE_LIMIT 150.
#define N_COLUMNS 6

static bool failed;

/* ms of the main thread */
static double
get_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (double) spent.tv_sec * 1e3 + (double) spent.tv_nsec / 1e6;
}

/* -- what is moved -- */

static char *
dup_cell (GtkStringObject *row,
          gpointer         data)
{
  return g_strdup_printf ("%s %c", gtk_string_object_get_string (row), 'a' + GPOINTER_TO_INT (data));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  g_autofree char *text = dup_cell (gtk_list_item_get_item (item), data);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

/* @data: guint: how many rows */
static GtkWidget *
new_plain_table (gconstpointer data)
{
  const guint n_rows = *(const guint *) data;
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view, *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_take (rows, g_strdup_printf ("Row %u", i));
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Heading", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  return scroller;
}

static ShanhaiCasebook *
load (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) read = shanhai_load_bytes (bytes, "generated", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->damages->len, ==, 0);
  return g_object_ref (read->casebook);
}

/* every record that can be of a case is of the first one */
static GBytes *
give_to_one_case (GBytes *bytes,
                  char  **id)
{
  static const char member[] = ",\"case\":\"";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  const char *first = strstr (text, "{\"record\":\"case\",\"id\":\"");

  first += strlen ("{\"record\":\"case\",\"id\":\"");
  *id = g_strndup (first, strcspn (first, "\""));
  for (char *at = strstr (text, member); at != NULL; at = strstr (at + 1, member))
    memcpy (at + strlen (member), *id, strlen (*id));
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

static void
keep_of_type (GString    *lines,
              const char *all,
              const char *type,
              guint       n)
{
  g_autofree char *start = g_strdup_printf ("{\"record\":\"%s\"", type);

  for (const char *line = all; n > 0 && *line != '\0'; line = strchr (line, '\n') + 1)
    if (g_str_has_prefix (line, start))
      {
        g_string_append_len (lines, line, strchr (line, '\n') + 1 - line);
        n--;
      }
}

/* -- steps -- */

/* what a step is made of: rows are bound, styles found, rows placed and told what they say, pictures made and drawn */
enum { MOVE, STYLE, LAYOUT, PAINT, N_PARTS };

#define MAX_STEPS 256

typedef struct
{
  guint  n;
  double spent[MAX_STEPS];  /* ms */
  double sum;
  guint  worst;             /* which one */
  double parts[N_PARTS];    /* of it */
} Steps;

typedef struct
{
  guint  n;
  double at[N_PARTS + 1];  /* when each part of the frame ended */
} Frame;

static void
frame_cb (GdkFrameClock *clock,
          guint         *n_frames)
{
  (*n_frames)++;
}

static void
update_cb (GdkFrameClock *clock,
           Frame         *frame)
{
  frame->at[STYLE] = get_time ();
}

static void
layout_cb (GdkFrameClock *clock,
           Frame         *frame)
{
  frame->at[LAYOUT] = get_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frame         *frame)
{
  frame->at[PAINT] = get_time ();
  frame->n++;
}

/* until what was asked for is drawn and nothing is left to do; @longest: ms that the loop was busy at one stretch */
static void
settle (GtkWidget *window,
        double    *longest)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0, quiet = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n_frames);

  gtk_widget_queue_draw (window);
  while (n_frames == 0 || quiet < 3)
    {
      double began = get_time ();
      bool busy = g_main_context_iteration (NULL, FALSE);

      *longest = MAX (*longest, get_time () - began);
      quiet = busy ? 0 : quiet + 1;
      if (!busy)
        g_usleep (4000);
    }
  g_signal_handler_disconnect (clock, handler);
}

static double
get_worst (const Steps *steps)
{
  return steps->spent[steps->worst];
}

/* The fewest frames that any stretch held, a second. What ends after the stretch isn't in it; where all is shorter than one, all of it counts. */
static double
get_rate (const Steps *steps)
{
  double least = G_MAXDOUBLE;

  for (guint from = 0; from < steps->n; from++)
    {
      double spent = 0;
      guint to = from;

      while (to < steps->n && spent + steps->spent[to] <= STRETCH)
        spent += steps->spent[to++];
      if (to < steps->n)
        least = MIN (least, (to - from) * 1000 / STRETCH);
    }
  return least < G_MAXDOUBLE ? least : steps->n * 1000 / steps->sum;
}

/* only the frame that shows the move, as a hand sees it */
static void
step (GtkWidget     *window,
      GtkAdjustment *adjustment,
      double         value,
      Steps         *steps)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frame frame = { 0 };
  gulong handlers[] = { g_signal_connect_after (clock, "update", G_CALLBACK (update_cb), &frame),
                        g_signal_connect_after (clock, "layout", G_CALLBACK (layout_cb), &frame),
                        g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frame) };
  double began = get_time ();
  double moved, spent;

  gtk_adjustment_set_value (adjustment, value);
  /* where the table is there already, it draws nothing */
  gtk_widget_queue_draw (window);
  moved = spent = get_time () - began;
  /* what is done before the frame when there is time is no part of it */
  while (frame.n == 0)
    {
      began = get_time ();
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      else if (frame.n > 0)
        spent += get_time () - began;
    }
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_handler_disconnect (clock, handlers[i]);

  g_assert_cmpuint (steps->n, <, MAX_STEPS);
  steps->spent[steps->n++] = spent;
  steps->sum += spent;
  if (spent < get_worst (steps))
    return;
  steps->worst = steps->n - 1;
  steps->parts[MOVE] = moved;
  steps->parts[STYLE] = MAX (0, frame.at[STYLE] - began);
  steps->parts[LAYOUT] = frame.at[LAYOUT] - MAX (began, frame.at[STYLE]);
  steps->parts[PAINT] = frame.at[PAINT] - MAX (MAX (began, frame.at[STYLE]), frame.at[LAYOUT]);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_adjustment (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
present (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = present (widget);
  double longest = 0;

  settle (window, &longest);
  return window;
}

/* until its first frame is drawn, and no longer */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n_frames);

  while (n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

enum { WHEEL, PAGES, DRAG, JUMPED, ENDS, OPENED, N_WAYS };
static const char * const ways[N_WAYS] = { "wheel", "Page Down held", "scrollbar dragged", "wheel after a jump", "Home and End",
                                           "wheel as soon as it is there" };
#define N_OPENED 10

static void
move_all_ways (GtkWidget *window,
               Steps     *steps)
{
  GtkAdjustment *adjustment = find_adjustment (window);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double top = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double longest = 0;

  for (int i = 1; i <= 150; i++)
    step (window, adjustment, i * 53., &steps[WHEEL]);
  for (int i = 1; i <= 80; i++)
    step (window, adjustment, top / 3 + i * page, &steps[PAGES]);
  for (int i = 1; i <= 80; i++)
    step (window, adjustment, g_rand_double (rand) * top, &steps[DRAG]);
  for (int i = 1; i <= 40; i++)
    {
      Steps jump = { 0 };
      double to = g_rand_double (rand) * top;

      step (window, adjustment, to, &jump);
      step (window, adjustment, to + 53, &steps[JUMPED]);
      step (window, adjustment, to + 106, &steps[JUMPED]);
    }
  for (int i = 1; i <= 20; i++)
    step (window, adjustment, i % 2 == 0 ? 0 : top, &steps[ENDS]);
  settle (window, &longest);
}

typedef GtkWidget *(*NewTable) (gconstpointer data);

static void
open_and_move (NewTable       new_table,
               gconstpointer  data,
               Steps         *steps)
{
  for (int i = 0; i < N_OPENED; i++)
    {
      GtkWidget *window = present (new_table (data));
      GtkAdjustment *adjustment = find_adjustment (window);

      wait_for_frame (window);
      for (int k = 1; k <= 10; k++)
        step (window, adjustment, k * 53., steps);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static GtkWidget *
new_record_table (gconstpointer data)
{
  ShanhaiCasebook *casebook = (ShanhaiCasebook *) data;
  GtkWidget *table = shanhai_record_table_new ("observations");

  shanhai_record_table_set_casebook (SHANHAI_RECORD_TABLE (table), casebook);
  shanhai_record_table_set_model (SHANHAI_RECORD_TABLE (table), G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION)));
  return table;
}

static void
measure (NewTable       new_table,
         gconstpointer  data,
         Steps         *steps)
{
  GtkWidget *window = show (new_table (data));

  move_all_ways (window, steps);
  gtk_window_destroy (GTK_WINDOW (window));
  open_and_move (new_table, data, &steps[OPENED]);
}

static void
scroll (guint n_rows)
{
  g_autoptr (GBytes) bytes = generate_casebook (n_rows / 10 * 35, 3);
  g_autoptr (GString) lines = g_string_new ("{\"record\":\"casebook\",\"format\":1}\n");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (ShanhaiCasebook) casebook = NULL;
  static Steps ours[N_WAYS], gtk[N_WAYS];

  keep_of_type (lines, g_bytes_get_data (bytes, NULL), "place", 5000);
  keep_of_type (lines, g_bytes_get_data (bytes, NULL), "party", 5000);
  keep_of_type (lines, g_bytes_get_data (bytes, NULL), "observation", n_rows);
  kept = g_bytes_new (lines->str, lines->len);
  casebook = load (kept);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION))), ==, n_rows);
  measure (new_record_table, casebook, ours);
  measure (new_plain_table, &n_rows, gtk);

  for (guint i = 0; i < N_WAYS; i++)
    {
      g_print ("%u rows, %s: %.0f frames a second at least, %.1f ms a step, at most %.1f (step %u: %.1f to move, %.1f to lay out, %.1f to draw); "
               "a plain table: %.0f frames, %.1f ms, at most %.1f (step %u)\n",
               n_rows, ways[i], get_rate (&ours[i]), ours[i].sum / ours[i].n, get_worst (&ours[i]), ours[i].worst + 1, ours[i].parts[MOVE],
               ours[i].parts[STYLE] + ours[i].parts[LAYOUT], ours[i].parts[PAINT],
               get_rate (&gtk[i]), gtk[i].sum / gtk[i].n, get_worst (&gtk[i]), gtk[i].worst + 1);
      if (get_rate (&ours[i]) < MIN (LEAST_RATE, get_rate (&gtk[i])) || get_worst (&ours[i]) > MAX (STEP_LIMIT, get_worst (&gtk[i])))
        failed = true;
    }
}

static void
turn_pages (guint n_records)
{
  static const char * const pages[] = { "summary", "outcomes", "funds", "pairings", "programmes", "people", "timeline" };
  g_autoptr (GBytes) bytes = generate_casebook (n_records / 82 * 100, 5);
  g_autofree char *id = NULL;
  g_autoptr (GBytes) of_one = give_to_one_case (bytes, &id);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-table.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDocument) document = NULL;
  GtkWidget *page = g_object_new (SHANHAI_TYPE_CASE_PAGE, NULL);
  GtkWidget *window = show (page);
  double began;
  gsize size;
  const char *data = g_bytes_get_data (of_one, &size);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  document = shanhai_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      double longest;

      began = get_time ();
      if (i == 0)
        {
          shanhai_case_page_set_document (SHANHAI_CASE_PAGE (page), document);
          shanhai_case_page_set_case (SHANHAI_CASE_PAGE (page), shanhai_casebook_lookup_as (shanhai_document_get_casebook (document),
                                                                                            SHANHAI_RECORD_CASE, id));
        }
      shanhai_case_page_set_page (SHANHAI_CASE_PAGE (page), pages[i]);
      longest = get_time () - began;
      settle (window, &longest);
      g_print ("%u records in one case, %s: %.0f ms at most at once, %.0f ms in all\n", n_records, pages[i], longest,
               get_time () - began);
      if (longest > PAGE_LIMIT)
        failed = true;
    }
  began = get_time ();
  gtk_window_destroy (GTK_WINDOW (window));
  g_print ("closed in %.0f ms\n", get_time () - began);
}

/* as the program looks: rows are as high as they are there */
static void
take_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/shanhai/Shanhai/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();
  take_style ();
  if (argc < 3 || !g_str_equal (argv[2], "pages"))
    scroll (n);
  if (argc < 3 || !g_str_equal (argv[2], "scroll"))
    turn_pages (n);
  if (failed)
    g_printerr ("slower than it may be: %.0f frames a second, no step over %.0f ms, no page over %.0f ms at once\n", LEAST_RATE, STEP_LIMIT,
                PAGE_LIMIT);
  return failed ? 1 : 0;
}
