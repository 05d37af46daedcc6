/* shanhai-two-lines.c - a row of a list: what it is over what there is to say of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-two-lines.h"

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
shanhai_two_lines_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (row), new_label ("figure"));
  gtk_box_append (GTK_BOX (row), new_label ("secondary"));
  gtk_widget_set_margin_top (row, 3);
  gtk_widget_set_margin_bottom (row, 3);

  return row;
}

void
shanhai_two_lines_set (GtkWidget  *row,
                       const char *first,
                       const char *second)
{
  GtkWidget *below = gtk_widget_get_last_child (row);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), first);
  gtk_label_set_label (GTK_LABEL (below), second);
  gtk_widget_set_visible (below, *second != '\0');
}
