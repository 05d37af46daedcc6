/* shanhai-source-window-private.h - what the parts of the window that takes an article in know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window itself shows the text and what it proposes (shanhai-source-window.c); what comes in is taken in shanhai-source-window-taking.c, what is kept is stored in
 * shanhai-source-window-storing.c. */

#pragma once

#include "shanhai-drafts.h"
#include "shanhai-imprint.h"
#include "shanhai-message-bar.h"
#include "shanhai-reading.h"
#include "shanhai-source-blemishes.h"
#include "shanhai-source-window.h"

G_BEGIN_DECLS

/* bytes of a text that stands in the box whole */
#define SHANHAI_SOURCE_WINDOW_LONG_TEXT (64 * 1024)

/* a source, the text of one, a source with its case */
typedef enum { SHANHAI_SOURCE_WINDOW_ADD, SHANHAI_SOURCE_WINDOW_TEXT, SHANHAI_SOURCE_WINDOW_CASE } ShanhaiSourceWindowMode;

struct _ShanhaiSourceWindow
{
  GtkWindow                parent_instance;

  ShanhaiSourceWindowMode  mode;
  ShanhaiCasebook         *casebook;
  ShanhaiSource           *source; /* whose text it is; NULL for a new one */
  char                    *long_text; /* NULL: the box has it */
  char                    *url;
  char                    *language;
  GCancellable            *cancellable;
  guint                    look_id;
  bool                     is_filling; /* the entries are being filled in, not typed in */

  /* of a case that is proposed */
  ShanhaiDrafts           *drafts;
  ShanhaiRecord           *draft_case;
  ShanhaiRecord           *draft_source;
  ShanhaiReading          *reading;
  char                    *read_text;

  ShanhaiMessageBar       *errors;
  GtkLabel                *heading;
  GtkLabel                *subject;
  GtkButton               *add;
  GtkTextView             *text;
  GtkLabel                *hint;
  GtkWidget               *long_bar;
  GtkLabel                *long_label;
  GtkWidget               *imprint;
  GtkEditable             *title;
  GtkEditable             *publisher;
  GtkEditable             *authors;
  GtkEditable             *published;
  GtkLabel                *found;
  ShanhaiSourceBlemishes  *blemishes;
  GtkWidget               *case_box;
  GtkEditable             *case_title;
  GtkLabel                *case_sides;
  GtkLabel                *case_kind;
  GtkCheckButton          *case_figures;
};

/* -- shanhai-source-window.c -- */

/* (transfer full): what would be stored */
char *shanhai_source_window_dup_text             (ShanhaiSourceWindow  *self);
void  shanhai_source_window_set_text             (ShanhaiSourceWindow  *self,
                                                  const char           *text);
/* reads the text, and shows what is found in it */
void  shanhai_source_window_look                 (ShanhaiSourceWindow  *self);
/* into the entries in which nobody has typed */
void  shanhai_source_window_show_imprint         (ShanhaiSourceWindow  *self,
                                                  const ShanhaiImprint *imprint);
/* emits "added"; @the_case: (nullable) */
void  shanhai_source_window_added                (ShanhaiSourceWindow  *self,
                                                  const char           *source,
                                                  const char           *the_case);

/* -- shanhai-source-window-taking.c -- */

/* "article.open", and the handlers of pasting; after the template */
void  shanhai_source_window_class_install_taking (GtkWidgetClass       *widget_class);
/* lets files and texts be dropped */
void  shanhai_source_window_set_up_taking        (ShanhaiSourceWindow  *self);

G_END_DECLS
