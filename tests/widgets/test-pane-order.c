/* test-pane-order.c - F6 leads through the panes that can be seen, and back to where the keyboard was in each. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "shanhai-pane-order.h"

/* [first 1 | first 2] between [start || end], and a pane of which nothing takes the keyboard */
typedef struct
{
  GtkWidget *window, *root, *first, *one, *two, *between, *start, *end;
} Fixture;

static void
setup (Fixture       *self,
       gconstpointer  data)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *mute = gtk_label_new ("nothing to press");

  self->window = gtk_window_new ();
  self->root = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->one = gtk_button_new_with_label ("1");
  self->two = gtk_button_new_with_label ("2");
  self->between = gtk_button_new_with_label ("between");
  self->start = gtk_button_new_with_label ("start");
  self->end = gtk_button_new_with_label ("end");
  gtk_widget_add_css_class (self->first, "pane");
  gtk_widget_add_css_class (mute, "pane");
  /* stands for the two halves in it */
  gtk_widget_add_css_class (paned, "pane");
  gtk_box_append (GTK_BOX (self->first), self->one);
  gtk_box_append (GTK_BOX (self->first), self->two);
  gtk_paned_set_start_child (GTK_PANED (paned), self->start);
  gtk_paned_set_end_child (GTK_PANED (paned), self->end);
  gtk_box_append (GTK_BOX (self->root), self->first);
  gtk_box_append (GTK_BOX (self->root), self->between);
  gtk_box_append (GTK_BOX (self->root), mute);
  gtk_box_append (GTK_BOX (self->root), paned);
  gtk_window_set_child (GTK_WINDOW (self->window), self->root);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_window_is_active (GTK_WINDOW (self->window)))
    g_main_context_iteration (NULL, TRUE);
}

static void
teardown (Fixture       *self,
          gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
assert_move (Fixture          *self,
             GtkDirectionType  direction,
             GtkWidget        *wanted)
{
  g_assert_true (shanhai_pane_order_move (self->root, direction));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == wanted);
}

static void
test_round (Fixture       *self,
            gconstpointer  data)
{
  gtk_widget_grab_focus (self->two);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->start);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->end);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->two);
  assert_move (self, GTK_DIR_TAB_BACKWARD, self->end);
  assert_move (self, GTK_DIR_TAB_BACKWARD, self->start);
  assert_move (self, GTK_DIR_TAB_BACKWARD, self->two);
}

static void
test_between (Fixture       *self,
              gconstpointer  data)
{
  gtk_widget_grab_focus (self->between);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->start);
  gtk_widget_grab_focus (self->between);
  assert_move (self, GTK_DIR_TAB_BACKWARD, self->one);
}

/* what isn't on the screen is no pane, and what was remembered there is forgotten */
static void
test_hidden (Fixture       *self,
             gconstpointer  data)
{
  gtk_widget_grab_focus (self->two);
  gtk_widget_set_visible (self->start, FALSE);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->end);
  gtk_widget_set_visible (self->two, FALSE);
  assert_move (self, GTK_DIR_TAB_FORWARD, self->one);
  gtk_widget_set_visible (gtk_widget_get_parent (self->end), FALSE);
  g_assert_false (shanhai_pane_order_move (self->root, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->one);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/pane-order/round", Fixture, NULL, setup, test_round, teardown);
  g_test_add ("/pane-order/between", Fixture, NULL, setup, test_between, teardown);
  g_test_add ("/pane-order/hidden", Fixture, NULL, setup, test_hidden, teardown);

  return g_test_run ();
}
