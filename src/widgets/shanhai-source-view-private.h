/* shanhai-source-view-private.h - what the parts of the view of a source know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view itself reads the text and lists its figures (shanhai-source-view.c); these are settled in shanhai-source-view-settling.c, and passages are cited by hand
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
  guint                 refresh_id;
  guint                 scroll_id;

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
  GtkWidget            *reading_bar;
  ShanhaiSourceBlemishes *blemishes;
  GtkWidget            *cite;
  GMenuModel           *cite_menu;
  ShanhaiSourceText    *text;
  GtkWidget            *list_pane;
  GtkListView          *list;
  GtkSingleSelection   *selection;
};

/* applies the change, and goes on with the figure that waits next; says so where it can't be */
void shanhai_source_view_apply                  (ShanhaiSourceView *self,
                                                 ShanhaiChange     *change);
/* makes the list anew, soon */
void shanhai_source_view_queue_refresh          (ShanhaiSourceView *self);

/* "source.accept", "source.change", "source.ignore", "source.accept-type", and the menu of what can be accepted at one go */
void shanhai_source_view_class_install_settling (GtkWidgetClass    *widget_class);
void shanhai_source_view_set_up_settling        (ShanhaiSourceView *self);
/* "source.cite-new", "source.cite-record", "source.cite-other", which need a selection */
void shanhai_source_view_class_install_citing   (GtkWidgetClass    *widget_class);
void shanhai_source_view_set_up_citing          (ShanhaiSourceView *self);

G_END_DECLS
