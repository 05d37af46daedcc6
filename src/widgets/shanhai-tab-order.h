/* shanhai-tab-order.h - Tab goes from list to list, arrow keys within them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

void     shanhai_tab_order_install (GtkWindow        *window);
gboolean shanhai_tab_order_move    (GtkWindow        *window,
                                    GtkDirectionType  direction);

G_END_DECLS
