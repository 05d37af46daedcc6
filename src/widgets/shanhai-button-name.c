/* shanhai-button-name.c - the name that a button with text is called by. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Since GTK 4.18 the text of a button labels it, and what labels a widget goes before the name that it was given: “Restore” would be all that
 * is heard of “Restore: yesterday, 17:05”. Whoever gives such a button a name says so here, after its text was set. */

#include "shanhai-config.h"

#include "shanhai-button-name.h"

/**
 * shanhai_button_keep_name:
 * @button: a button that has text, and a name that was given to it (by its .ui file, say)
 *
 * Lets it be called by that name, not by its text.
 */
void
shanhai_button_keep_name (GtkWidget *button)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * shanhai_button_set_name:
 * @button: a button that has text
 * @name: what it is called instead; it should begin with the text
 */
void
shanhai_button_set_name (GtkWidget  *button,
                         const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  shanhai_button_keep_name (button);
}
