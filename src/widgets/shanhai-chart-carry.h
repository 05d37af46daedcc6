/* shanhai-chart-carry.h - a chart on its way to another program: clipboard, drag, menu. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-marks.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the chart as a picture, PNG at twice its size, and SVG; NULL when it can't be drawn */
GdkContentProvider *shanhai_chart_carry_new_content (ShanhaiMarks *marks);
/* (transfer none): a menu that hangs on @chart; unparent it when the chart goes */
GtkWidget          *shanhai_chart_carry_new_menu    (GtkWidget    *chart);

G_END_DECLS
