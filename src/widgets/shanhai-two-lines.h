/* shanhai-two-lines.h - a row of a list: what it is over what there is to say of it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both lines are cut where there is no room. */
GtkWidget *shanhai_two_lines_new (void);
/* @second: "" for none */
void       shanhai_two_lines_set (GtkWidget  *row,
                                  const char *first,
                                  const char *second);

G_END_DECLS
