/* shanhai-column-heading.c - headings of columns that stand over their figures. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view puts every heading at the start of its column, and has no property for another place; figures stand at the end. So the heading's label
 * is looked for among the view's own widgets (header, title, box, label). Where another GTK builds them otherwise, headings stay at the start. */

#include "shanhai-column-heading.h"

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/**
 * shanhai_column_heading_align_end:
 * @view: a table
 * @position: of a column that it has
 * @margin: pixels between the figures and the end of the column, for a mark beside them
 *
 * Puts the heading of a column of figures over their end.
 */
void
shanhai_column_heading_align_end (GtkColumnView *view,
                                  guint          position,
                                  int            margin)
{
  GtkWidget *header, *title, *label;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  for (guint i = 0; title != NULL && i < position; i++)
    title = gtk_widget_get_next_sibling (title);
  label = title != NULL ? find_label (title) : NULL;
  if (label == NULL)
    return;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_end (label, margin);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
}
