/* shanhai-chart-view-private.h - what the parts of the chart's view know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view itself (shanhai-chart-view.c) is its properties and what it draws and says; where its marks come from is in shanhai-chart-view-layout.c, what the pointer, the keys and the menu do is in
 * shanhai-chart-view-input.c, the marks of the checks are in shanhai-chart-view-flags.c. */

#pragma once

#include "shanhai-chart-flags.h"
#include "shanhai-chart-view.h"
#include "shanhai-checks.h"
#include "shanhai-figure-draft.h"

G_BEGIN_DECLS

struct _ShanhaiChartView
{
  GtkWidget        parent_instance;

  ShanhaiFigure   *figure;
  GSignalGroup    *casebook_signals;
  ShanhaiMarks    *marks;
  ShanhaiChecks   *checks;      /* of the figure's casebook */
  ShanhaiChartFlags *flags;     /* what they say against the figures; NULL: to be asked */
  GHashTable      *told;        /* (nullable): of a finding, its text: it is put into words once for all the figures that it names */
  GskRenderNode   *drawing;     /* the marks as drawn last; NULL: to be drawn */
  ShanhaiFigureDraft *draft;    /* the figure as it is or was read; NULL: to be read anew */
  guint            read_id;     /* it is being read */
  GCancellable    *laying_out;  /* in a thread; NULL: nothing is */
  guint            patience_id;
  guint            refresh_id;
  guint            tell_id;     /* the tip is to be told anew, after a layout */
  bool             stale;       /* marks no longer what the figure or the size says */
  bool             compact;
  bool             show_title;

  char            *selected;    /* a record's id */
  char            *hovered;     /* a key of the marks */
  char            *walked;      /* a key of the marks: where the keys are */

  GtkWidget       *tip;
  GtkWidget       *spinner;     /* while there is nothing to be seen yet */
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
/* says the tip and the description anew, when idle */
void        shanhai_chart_view_queue_tell (ShanhaiChartView   *self);
/* emits "activated" */
void        shanhai_chart_view_activated  (ShanhaiChartView   *self,
                                           const char * const *records);

/* -- shanhai-chart-view-layout.c -- */

/* for a figure and a size: the marks at once where that takes no time, else when they are there */
void        shanhai_chart_view_ensure_marks (ShanhaiChartView *self);
/* The casebook, the words or the numbers are others: nothing more is read of what was. What is drawn stays until it is laid out anew. */
void        shanhai_chart_view_drop_draft   (ShanhaiChartView *self);
/* another figure, or none: what is drawn goes as well */
void        shanhai_chart_view_drop_marks   (ShanhaiChartView *self);

/* -- shanhai-chart-view-input.c -- */

void        shanhai_chart_view_install_input (GtkWidgetClass  *widget_class);
void        shanhai_chart_view_init_input    (ShanhaiChartView *self);

/* -- shanhai-chart-view-flags.c -- */

/* @casebook: (nullable) */
void        shanhai_chart_view_follow_checks   (ShanhaiChartView *self,
                                                ShanhaiCasebook  *casebook);
/* other marks: other places */
void        shanhai_chart_view_drop_flags      (ShanhaiChartView *self);
void        shanhai_chart_view_draw_flags      (ShanhaiChartView *self,
                                                cairo_t          *cr);
/* (nullable): the key of the datum, or of the datum whose mark lies there */
const char *shanhai_chart_view_hit             (ShanhaiChartView *self,
                                                double            x,
                                                double            y);
/* (nullable): the record whose finding the mark that lies there leads to */
const char *shanhai_chart_view_hit_flag        (ShanhaiChartView *self,
                                                double            x,
                                                double            y);
/* (nullable): the same of the mark of a datum */
const char *shanhai_chart_view_get_flagged     (ShanhaiChartView *self,
                                                const char       *key);
/* (transfer full) (nullable): of a datum, with what the checks say */
char       *shanhai_chart_view_dup_tip         (ShanhaiChartView *self,
                                                const char       *key);
/* (transfer full): the text alternative of the marks, which must be there, with what the checks say */
char       *shanhai_chart_view_dup_description (ShanhaiChartView *self);

G_END_DECLS
