/* shanhai-chart-view.h - a figure on screen: drawn, pointed at, walked by keys, carried away. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays the figure out at the size it is given, with the reader's theme, words and number style (ShanhaiDisplay), and again, when idle, whenever one
 * of these or the casebook changes. Pointing highlights and names a datum; a click or Enter selects it; the arrow keys walk the data in reading order.
 *
 * "selected" is a record's id and is meant to be bound both ways to a table. A datum that stands for several records selects the first of them;
 * "activated" tells the rest. The context menu exports (action
 * win.export-chart) and copies. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-figure.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHART_VIEW (shanhai_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChartView, shanhai_chart_view, SHANHAI, CHART_VIEW, GtkWidget)

/* Properties: "figure", "selected", "compact", "show-title" (read and write), "tip" (read only: what is said of the datum under the pointer or the keys).
 * Signal "activated" (const char * const *records): a datum was clicked or Enter was pressed on it. */
GtkWidget     *shanhai_chart_view_new          (void);

ShanhaiFigure *shanhai_chart_view_get_figure   (ShanhaiChartView *self);
/* @figure: (nullable): NULL shows nothing */
void           shanhai_chart_view_set_figure   (ShanhaiChartView *self,
                                                ShanhaiFigure    *figure);
/* the id of the selected record, or NULL */
const char    *shanhai_chart_view_get_selected (ShanhaiChartView *self);
void           shanhai_chart_view_set_selected (ShanhaiChartView *self,
                                                const char       *record_id);
/* a small multiple: small title, no subtitle, no sources, narrow margins */
bool           shanhai_chart_view_get_compact  (ShanhaiChartView *self);
void           shanhai_chart_view_set_compact  (ShanhaiChartView *self,
                                                bool              compact);
/* without it where the words around the chart say it already; it is told to screen readers all the same */
bool           shanhai_chart_view_get_show_title (ShanhaiChartView *self);
void           shanhai_chart_view_set_show_title (ShanhaiChartView *self,
                                                  bool              show_title);
/* (transfer none) (nullable): as drawn last; NULL before the first layout */
ShanhaiMarks  *shanhai_chart_view_get_marks    (ShanhaiChartView *self);
/* whether marks are on their way; until then those of before are shown, if any */
bool           shanhai_chart_view_is_busy      (ShanhaiChartView *self);
const char    *shanhai_chart_view_get_tip      (ShanhaiChartView *self);
/* to the clipboard, as a picture (PNG, SVG); false when there is nothing to copy */
bool           shanhai_chart_view_copy         (ShanhaiChartView *self);

G_END_DECLS
