/* shanhai-tab-order.c - Tab goes from list to list, arrow keys within them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK moves from row to row with Tab, too (only later versions have a property for it): through a table of thousands nobody gets to what stands behind it,
 * and in the sidebar every step would turn to another page. So Tab goes to what can be focused within the row, and then out of the list. */

#include "shanhai-tab-order.h"

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget) || GTK_IS_LIST_BOX (widget);
}

/* The list that the focus is in, and its row; NULL where it isn't in a list, or in a popover over one */
static GtkWidget *
find_list (GtkWidget  *focus,
           GtkWidget **row)
{
  for (GtkWidget *child = focus; child != NULL && !GTK_IS_NATIVE (child); child = gtk_widget_get_parent (child))
    {
      GtkWidget *parent = gtk_widget_get_parent (child);

      if (parent == NULL || !is_list (parent))
        continue;
      *row = child;
      return parent;
    }
  return NULL;
}

/**
 * shanhai_tab_order_move:
 * @window: a window
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Moves the focus on, within the row of a list that it is in or out of the list.
 *
 * Returns: false, and nothing has moved, where the focus isn't in a list
 */
gboolean
shanhai_tab_order_move (GtkWindow        *window,
                        GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *row = NULL;
  GtkWidget *list = focus != NULL ? find_list (focus, &row) : NULL;

  /* what is being typed into has its own ways */
  if (list == NULL || GTK_IS_EDITABLE (focus))
    return FALSE;

  if (gtk_widget_child_focus (row, direction))
    return TRUE;

  /* as if the list took no focus: then the next one is that behind it */
  g_object_ref (list);
  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (window), direction);
  gtk_widget_set_can_focus (list, TRUE);
  g_object_unref (list);
  gtk_window_set_focus_visible (window, TRUE);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkWindow             *window)
{
  bool back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  return shanhai_tab_order_move (window, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

/**
 * shanhai_tab_order_install:
 * @window: a window with lists
 *
 * Lets Tab leave the lists of a window.
 */
void
shanhai_tab_order_install (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
