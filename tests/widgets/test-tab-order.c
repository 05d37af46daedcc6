/* test-tab-order.c - Tab goes into a row and out of the list. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "shanhai-tab-order.h"

typedef struct
{
  GtkWidget *window, *list, *before, *inside, *after;
} Fixture;

static void
setup (Fixture       *self,
       gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = gtk_window_new ();
  self->list = gtk_list_box_new ();
  self->before = gtk_button_new_with_label ("before");
  self->inside = gtk_button_new_with_label ("inside");
  self->after = gtk_button_new_with_label ("after");
  gtk_list_box_append (GTK_LIST_BOX (self->list), gtk_label_new ("one"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->inside);
  gtk_list_box_append (GTK_LIST_BOX (self->list), gtk_label_new ("three"));
  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->after);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  /* in a window without the keyboard the first Tab of newer GTKs only shows where the focus is */
  while (!gtk_window_is_active (GTK_WINDOW (self->window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
}

static void
teardown (Fixture       *self,
          gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
get_row (Fixture *self,
         int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
}

static void
test_leaves (Fixture       *self,
             gconstpointer  data)
{
  gtk_widget_grab_focus (get_row (self, 0));
  g_assert_true (shanhai_tab_order_move (GTK_WINDOW (self->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->after);

  gtk_widget_grab_focus (get_row (self, 2));
  g_assert_true (shanhai_tab_order_move (GTK_WINDOW (self->window), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->before);
  g_assert_true (gtk_widget_get_can_focus (self->list));
}

static void
test_enters_row (Fixture       *self,
                 gconstpointer  data)
{
  gtk_widget_grab_focus (get_row (self, 1));
  g_assert_true (shanhai_tab_order_move (GTK_WINDOW (self->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->inside);
  g_assert_true (shanhai_tab_order_move (GTK_WINDOW (self->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->after);
}

static void
test_elsewhere (Fixture       *self,
                gconstpointer  data)
{
  gtk_widget_grab_focus (self->before);
  g_assert_false (shanhai_tab_order_move (GTK_WINDOW (self->window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == self->before);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/tab-order/leaves", Fixture, NULL, setup, test_leaves, teardown);
  g_test_add ("/tab-order/enters-row", Fixture, NULL, setup, test_enters_row, teardown);
  g_test_add ("/tab-order/elsewhere", Fixture, NULL, setup, test_elsewhere, teardown);

  return g_test_run ();
}
