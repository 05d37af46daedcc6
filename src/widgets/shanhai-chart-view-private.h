/* shanhai-chart-view-private.h - what the parts of the chart's view know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view itself (shanhai-chart-view.c) is its properties, its layout and what it draws and says; what the pointer, the keys and the menu do is in
 * shanhai-chart-view-input.c. */

#pragma once

#include "shanhai-chart-view.h"

G_BEGIN_DECLS

struct _ShanhaiChartView
{
  GtkWidget        parent_instance;

  ShanhaiFigure   *figure;
  GSignalGroup    *casebook_signals;
  ShanhaiMarks    *marks;
  GskRenderNode   *drawing;     /* the marks as drawn last; NULL: to be drawn */
  guint            refresh_id;
  guint            tell_id;     /* the tip is to be told anew, after a layout */
  bool             stale;       /* marks no longer what the figure or the size says */
  bool             compact;
  bool             show_title;

  char            *selected;    /* a record's id */
  char            *hovered;     /* a key of the marks */
  char            *walked;      /* a key of the marks: where the keys are */

  GtkWidget       *tip;
  GtkWidget       *menu;        /* made when it is asked for */
};

/* -- shanhai-chart-view.c -- */

/* (nullable): the key of the marks that stands for that key or record */
const char *shanhai_chart_view_find_key   (ShanhaiChartView   *self,
                                           const char         *key_or_record);
/* @slot: `hovered` or `walked`; returns whether it is another key than before */
bool        shanhai_chart_view_set_key    (ShanhaiChartView   *self,
                                           char              **slot,
                                           const char         *key);
void        shanhai_chart_view_redraw     (ShanhaiChartView   *self);
void        shanhai_chart_view_update_tip (ShanhaiChartView   *self);
/* emits "activated" */
void        shanhai_chart_view_activated  (ShanhaiChartView   *self,
                                           const char * const *records);

/* -- shanhai-chart-view-input.c -- */

void        shanhai_chart_view_install_input (GtkWidgetClass  *widget_class);
void        shanhai_chart_view_init_input    (ShanhaiChartView *self);

G_END_DECLS
