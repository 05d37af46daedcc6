/* shanhai-pane-order.c - F6 goes from pane to pane. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pane keeps in mind where in it the keyboard was, and gets it back there. */

#include "shanhai-pane-order.h"

#include <stdbool.h>

/* of a pane: a GWeakRef to what had the keyboard in it */
#define LAST_FOCUS "shanhai-last-focus"
/* of a pane, or of a page that one shows: its ShanhaiPaneStart */
#define START "shanhai-pane-start"

static bool
is_pane (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_PANED (parent))
    return gtk_paned_get_start_child (GTK_PANED (parent)) == widget || gtk_paned_get_end_child (GTK_PANED (parent)) == widget;
  return gtk_widget_has_css_class (widget, "pane");
}

/* Adds the panes in @widget, in the order of the screen, to @panes. @next becomes the position of the first one behind @focus, where that is in none. */
static void
collect (GtkWidget *widget,
         GtkWidget *focus,
         GPtrArray *panes,
         guint     *next)
{
  const guint n_before = panes->len;

  if (widget == focus)
    *next = n_before;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
      collect (child, focus, panes, next);
  if (panes->len == n_before && is_pane (widget))
    g_ptr_array_add (panes, widget);
}

static void
free_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
remember (GtkWidget *pane,
          GtkWidget *focus)
{
  GWeakRef *last = g_new0 (GWeakRef, 1);

  g_weak_ref_init (last, focus);
  g_object_set_data_full (G_OBJECT (pane), LAST_FOCUS, last, free_ref);
}

/* A list rather than its row: what is selected then is what a person means, and the rows are other ones after it has scrolled. */
static GtkWidget *
find_lasting (GtkWidget *pane,
              GtkWidget *focus)
{
  for (GtkWidget *widget = focus; widget != NULL && widget != gtk_widget_get_parent (pane); widget = gtk_widget_get_parent (widget))
    if (GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BOX (widget))
      return widget;
  return focus;
}

/**
 * shanhai_pane_order_enter_list:
 * @list: a list of which one row can be selected
 *
 * Puts the keyboard on the row that is selected, else on the one that had it last. (GTK's own list knows only the latter, which is the first one until a
 * person has come to another.)
 *
 * Returns: false, and the keyboard stays where it was, where the list is empty or hidden
 */
gboolean
shanhai_pane_order_enter_list (GtkListView *list)
{
  GtkSelectionModel *selection;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  selection = gtk_list_view_get_model (list);
  if (GTK_IS_SINGLE_SELECTION (selection) && gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection)));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 && gtk_widget_get_mapped (GTK_WIDGET (list)) && gtk_widget_grab_focus (row))
      return TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (list));
}

static gboolean
enter_again (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget))
    return shanhai_pane_order_enter_list (GTK_LIST_VIEW (widget));
  if (GTK_IS_LIST_BOX (widget))
    return gtk_list_box_get_selected_row (GTK_LIST_BOX (widget)) != NULL
           && gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (widget))));
  return gtk_widget_grab_focus (widget);
}

static bool
start (GtkWidget *widget)
{
  const ShanhaiPaneStart *func = g_object_get_data (G_OBJECT (widget), START);

  if (func != NULL)
    return (*func) (widget);
  return GTK_IS_STACK (widget) && gtk_stack_get_visible_child (GTK_STACK (widget)) != NULL
         && start (gtk_stack_get_visible_child (GTK_STACK (widget)));
}

/**
 * shanhai_pane_order_set_start:
 * @pane: a pane, or a page of a stack that is one
 * @start_func: what puts the keyboard there
 *
 * Tells where a person who enters @pane for the first time starts in it: in the chart or the table of a page, say, and not on the buttons above.
 * (Where a widget class has a grab_focus() of its own, that is its start; but GTK calls it for Tab as well, which then passes over all that stands before.)
 */
void
shanhai_pane_order_set_start (GtkWidget        *pane,
                              ShanhaiPaneStart  start_func)
{
  g_return_if_fail (GTK_IS_WIDGET (pane));
  g_return_if_fail (start_func != NULL);

  g_object_set_data_full (G_OBJECT (pane), START, g_memdup2 (&start_func, sizeof start_func), g_free);
}

/**
 * shanhai_pane_order_enter:
 * @pane: a pane, or any other widget that holds some
 *
 * Puts the keyboard into a pane: where it was before in it, else where it has its start, else on the first thing there that takes it.
 *
 * Returns: false, and the keyboard stays where it was, where nothing takes it
 */
gboolean
shanhai_pane_order_enter (GtkWidget *pane)
{
  GWeakRef *last;
  g_autoptr (GtkWidget) focus = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (pane), FALSE);

  last = g_object_get_data (G_OBJECT (pane), LAST_FOCUS);
  focus = last != NULL ? g_weak_ref_get (last) : NULL;
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, pane) && enter_again (focus))
    return TRUE;
  return start (pane) || enter_again (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/**
 * shanhai_pane_order_move:
 * @root: what holds all the panes, in a window
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Puts the keyboard into the next pane, and after the last one into the first. Panes in which nothing takes it are passed over.
 *
 * Returns: false where there is no other pane to go to
 */
gboolean
shanhai_pane_order_move (GtkWidget        *root,
                         GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (root));
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  const bool forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *here = NULL;
  guint next = 0, n;

  collect (root, focus, panes, &next);
  n = panes->len;
  for (guint i = 0; i < n && focus != NULL; i++)
    if (focus == panes->pdata[i] || gtk_widget_is_ancestor (focus, panes->pdata[i]))
      {
        here = panes->pdata[i];
        next = i + 1;
        remember (here, find_lasting (here, focus));
      }

  for (guint i = 0; i < n; i++)
    {
      /* going back from between two panes leads to the one before, too */
      const guint position = forward ? (next + i) % n : (next + 2 * n - i - (here != NULL ? 2 : 1)) % n;

      if (panes->pdata[position] != here && shanhai_pane_order_enter (panes->pdata[position]))
        {
          gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (root)), TRUE);
          return TRUE;
        }
    }
  return FALSE;
}
