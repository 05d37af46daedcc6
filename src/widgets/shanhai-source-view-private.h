/* shanhai-source-view-private.h - what the parts of the view of a source know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view itself reads the text and follows the casebook (shanhai-source-view.c). What stands above the text is in shanhai-source-view-head.c, the list of its
 * figures, their selection and the keys are in shanhai-source-view-list.c; figures are settled in shanhai-source-view-settling.c, and passages are cited by hand
 * in shanhai-source-view-citing.c. */

#pragma once

#include "shanhai-proposals.h"
#include "shanhai-source-blemishes.h"
#include "shanhai-source-figures.h"
#include "shanhai-source-text.h"
#include "shanhai-source-view.h"

G_BEGIN_DECLS

struct _ShanhaiSourceView
{
  GtkWidget             parent_instance;

  ShanhaiCasebook      *casebook;
  ShanhaiSource        *source;
  ShanhaiSourceFigures *figures;
  ShanhaiSourceReading *reading;        /* NULL: there is no text, or it is being read */
  ShanhaiProposals     *proposals;      /* NULL, too, where nothing can be changed */
  GCancellable         *cancellable;    /* of the reading that goes on */
  GSignalGroup         *casebook_signals;
  GHashTable           *touched;        /* set of ids of records that changed since the list was made; NULL: words may have, too */
  bool                  is_narrow;
  bool                  is_settling;    /* the change is this view's own: the next figure is selected then */
  gint64                finished_at;    /* monotonic: when the last figure was settled */
  guint                 refresh_id;
  guint                 scroll_id;
  guint                 grow_id;        /* the list gets more figures */
  guint                 n_rows;         /* that GTK has made for the list */

  GtkLabel             *title;
  GtkLabel             *imprint;
  GtkLabel             *url;
  GtkLabel             *note;
  GtkLabel             *count;
  GtkLabel             *warning;
  GtkBox               *head;
  GtkBox               *panes;
  GtkWidget            *not_held;
  GtkWidget            *legend;
  GtkWidget            *progress_box;
  GtkProgressBar       *progress;
  GtkLabel             *list_title;
  GtkLabel             *left;
  GtkMenuButton        *accept_all;
  GtkWidget            *replace;        /* where there is no room for the legend and its buttons */
  GtkWidget            *reading_bar;
  ShanhaiSourceBlemishes *blemishes;
  GtkWidget            *cite;
  GMenuModel           *cite_menu;
  ShanhaiSourceText    *text;
  GtkWidget            *list_pane;
  GtkListView          *list;
  GtkSingleSelection   *selection;
  GtkSliceListModel    *slice;          /* of the figures, in the selection, which owns it: as many as the list has by now */
};

/* -- shanhai-source-view.c -- */

/* applies the change, and goes on with the figure that waits next; says so where it can't be */
void shanhai_source_view_apply                  (ShanhaiSourceView *self,
                                                 ShanhaiChange     *change);
/* makes the list anew, soon */
void shanhai_source_view_queue_refresh          (ShanhaiSourceView *self);

/* -- shanhai-source-view-head.c -- */

/* all that stands above the text, and what its figures need said of them */
void shanhai_source_view_show_head              (ShanhaiSourceView *self);
/* the window is narrow now, or isn't any more */
void shanhai_source_view_show_room              (ShanhaiSourceView *self);
/* in red; @text: (nullable): nothing any more */
void shanhai_source_view_warn                   (ShanhaiSourceView *self,
                                                 const char        *text);

/* -- shanhai-source-view-list.c -- */

/* "source.next-figure", "source.previous-figure", the handlers of the list in the template; after the template */
void shanhai_source_view_class_install_list     (GtkWidgetClass    *widget_class);
void shanhai_source_view_set_up_list            (ShanhaiSourceView *self);
void shanhai_source_view_clear_list             (ShanhaiSourceView *self);
/* @figures: (nullable) */
void shanhai_source_view_list_figures           (ShanhaiSourceView    *self,
                                                 ShanhaiSourceFigures *figures);
/* of the figures, or GTK_INVALID_LIST_POSITION */
void shanhai_source_view_select                 (ShanhaiSourceView *self,
                                                 guint              position);
/* the first figure that waits to be settled; a reader who has chosen one already stays there */
void shanhai_source_view_select_first           (ShanhaiSourceView *self);
/* the same record (nullable) and place as before the list was made anew, else what stands at that place now */
void shanhai_source_view_select_again           (ShanhaiSourceView *self,
                                                 const char        *record_id,
                                                 gint64             start);

/* -- shanhai-source-view-settling.c, shanhai-source-view-citing.c -- */

/* "source.accept", "source.change", "source.ignore", "source.accept-type", and the menu of what can be accepted at one go */
void shanhai_source_view_class_install_settling (GtkWidgetClass    *widget_class);
void shanhai_source_view_set_up_settling        (ShanhaiSourceView *self);
/* "source.cite-new", "source.cite-record", "source.cite-other", which need a selection */
void shanhai_source_view_class_install_citing   (GtkWidgetClass    *widget_class);
void shanhai_source_view_set_up_citing          (ShanhaiSourceView *self);

G_END_DECLS
