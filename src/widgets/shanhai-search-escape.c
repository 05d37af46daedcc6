/* shanhai-search-escape.c - Escape in the search of a dialog. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's search takes Escape for itself: the dialog's own binding is never asked while the keyboard is there. */

#include "shanhai-search-escape.h"

/**
 * shanhai_search_escape_cb:
 * @entry: a search in a dialog
 *
 * Clears the words; where there are none, closes the dialog, as Escape does everywhere else in it.
 */
void
shanhai_search_escape_cb (GtkSearchEntry *entry)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (entry));

  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}
