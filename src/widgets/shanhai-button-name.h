/* shanhai-button-name.h - the name that a button with text is called by. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shanhai_button_set_name  (GtkWidget  *button,
                               const char *name);
void shanhai_button_keep_name (GtkWidget  *button);

G_END_DECLS
