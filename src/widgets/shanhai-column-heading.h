/* shanhai-column-heading.h - headings of columns that stand over their figures. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void shanhai_column_heading_align_end (GtkColumnView *view,
                                       guint          position,
                                       int            margin);

G_END_DECLS
