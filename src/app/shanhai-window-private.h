/* shanhai-window-private.h - what the parts of the main window know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window itself (shanhai-window.c) is the template, the properties and what the header says. What it leaves out while it is
 * narrow is in shanhai-window-room.c, the ways between its pages are in shanhai-window-places.c, the ways to and from files in
 * shanhai-window-files.c, undo and what else is done to the casebook in shanhai-window-edits.c; each brings its own actions to the class. */

#pragma once

#include "shanhai-window.h"

#include "shanhai-history.h"
#include "shanhai-load-page.h"
#include "shanhai-message-bar.h"
#include "shanhai-page.h"
#include "shanhai-saver.h"
#include "shanhai-sidebar.h"

G_BEGIN_DECLS

#define RESOURCES "/io/github/shanhai/Shanhai"

struct _ShanhaiWindow
{
  GtkApplicationWindow parent_instance;

  ShanhaiDocument     *document;
  ShanhaiSaver        *saver;
  GPtrArray           *back;            /* of GVariant (ss): places gone from */
  GMenu               *recent;          /* in the main menu; NULL until that was open once */
  GMenu               *edit_menu;       /* the same */
  ShanhaiHistory      *history;         /* of the document */
  GtkWidget           *exporting;       /* weak */
  guint                present_timeout;
  bool                 is_narrow;       /* no room beside the sidebar */
  bool                 is_header_narrow;
  bool                 is_sidebar_wanted; /* where there is room */

  GtkStack            *state;           /* "start", "loading" or "document" */
  GtkStack            *pages;
  ShanhaiSidebar      *sidebar;
  ShanhaiLoadPage     *loading;
  ShanhaiMessageBar   *notice;          /* about the document, as long as it is so */
  ShanhaiMessageBar   *errors;
  ShanhaiMessageBar   *messages;
  GtkLabel            *title;
  GtkLabel            *subtitle;
  GtkWidget           *read_only;
  GtkWidget           *header_bin;
  GtkWidget           *page_pane;
  GtkWidget           *sidebar_button;
  GtkWidget           *back_button;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GtkWidget           *search_button;
  GtkWidget           *export_button;
  GtkMenuButton       *menu_button;
};

typedef enum { PROP_DOCUMENT = 1, PROP_PAGE, PROP_SIDEBAR_VISIBLE } ShanhaiWindowProperty;

typedef struct
{
  const char                  *name;
  const char                  *parameter; /* its type, or NULL */
  GtkWidgetActionActivateFunc  activate;
} ShanhaiWindowAction;

/* -- shanhai-window.c -- */

void             shanhai_window_notify           (ShanhaiWindow             *self,
                                                  ShanhaiWindowProperty      property);
/* What the header says, and what can be done, after the document or the page has changed. */
void             shanhai_window_update           (ShanhaiWindow             *self);
/* (nullable) */
ShanhaiCasebook *shanhai_window_get_casebook     (ShanhaiWindow             *self);
void             shanhai_window_show_error       (ShanhaiWindow             *self,
                                                  const char                *text);
/* Says in passing that a file was written, with a way to its folder. */
void             shanhai_window_say_exported     (ShanhaiWindow             *self,
                                                  GFile                     *file);
void             shanhai_window_install_actions  (GtkWidgetClass            *widget_class,
                                                  const ShanhaiWindowAction *actions,
                                                  guint                      n_actions);

/* -- shanhai-window-room.c -- */

/* after the template: it has handlers there */
void             shanhai_window_install_room     (GtkWidgetClass            *widget_class);
/* as a person wants it: in a narrow window for the moment, else from now on */
void             shanhai_window_set_sidebar_visible (ShanhaiWindow          *self,
                                                  bool                       visible);
/* A page was gone to: where the sidebar stands in its place it goes. */
void             shanhai_window_make_room        (ShanhaiWindow             *self);

/* -- shanhai-window-places.c -- */

void             shanhai_window_install_places   (GtkWidgetClass            *widget_class);
/* (nullable): before the first document there is none */
ShanhaiPage     *shanhai_window_get_visible_page (ShanhaiWindow             *self);
/* Goes to where the last window was, else to the first case. Asks for a document. */
void             shanhai_window_restore_place    (ShanhaiWindow             *self);
/* Puts the window's size and place into the settings. */
void             shanhai_window_store_place      (ShanhaiWindow             *self);

/* -- shanhai-window-files.c -- */

/* after the template: it has handlers there */
void             shanhai_window_install_files    (GtkWidgetClass            *widget_class);
/* Makes the saver, and lets files be dropped; once, after the template. */
void             shanhai_window_init_files       (ShanhaiWindow             *self);
/* Fills the list of files in the main menu, and makes that menu when it is opened first. */
void             shanhai_window_create_menu_cb   (GtkMenuButton             *button,
                                                  gpointer                   user_data);

/* Shows a document in place of what the window shows, and brings the window up. */
void             shanhai_window_show_document    (ShanhaiWindow             *self,
                                                  ShanhaiDocument           *document);

/* -- shanhai-window-edits.c -- */

void             shanhai_window_install_edits    (GtkWidgetClass            *widget_class);
void             shanhai_window_init_edits       (ShanhaiWindow             *self);
void             shanhai_window_clear_edits      (ShanhaiWindow             *self);
/* Opens the window that merges another casebook into the document; `base` (nullable) is what both come from. */
GtkWidget       *shanhai_window_merge            (ShanhaiWindow             *self,
                                                  ShanhaiCasebook           *theirs,
                                                  ShanhaiBaseline           *base);
/* What undo and redo are called, in buttons and in the main menu, and whether they can be done. */
void             shanhai_window_update_edits     (ShanhaiWindow             *self);

/* -- shanhai-window-editing.c -- */

void             shanhai_window_install_editing  (GtkWidgetClass            *widget_class);

/* -- shanhai-window-print.c -- */

void             shanhai_window_install_print    (GtkWidgetClass            *widget_class);
/* whether there is something to print now */
void             shanhai_window_update_print     (ShanhaiWindow             *self);

/* -- shanhai-window-tables.c -- */

void             shanhai_window_install_tables   (GtkWidgetClass            *widget_class);
/* Opens the window in which a table is imported. */
void             shanhai_window_import_table     (ShanhaiWindow             *self,
                                                  GFile                     *file);
/* by its ending */
bool             shanhai_window_is_table         (GFile                     *file);

/* -- shanhai-window-articles.c -- */

void             shanhai_window_install_articles (GtkWidgetClass            *widget_class);
/* lets texts be dropped */
void             shanhai_window_init_articles    (ShanhaiWindow             *self);
/* a source out of the file, or a new casebook with a case where there is no document */
void             shanhai_window_take_article     (ShanhaiWindow             *self,
                                                  GFile                     *file);

/* -- shanhai-window-recovery.c -- */

void             shanhai_window_install_recovery (GtkWidgetClass            *widget_class);
/* Makes the bars; once, after the saver. */
void             shanhai_window_init_recovery    (ShanhaiWindow             *self);
/* The window has another document: says what came back, and hears of what happens to its file. */
void             shanhai_window_watch_document   (ShanhaiWindow             *self);
/* Reads the file again; what isn't saved is set aside when that has worked. */
void             shanhai_window_read_again       (ShanhaiWindow             *self);
/* Before the document makes room for what was read (@loaded), or stays since it wasn't: whether its changes were set aside. */
bool             shanhai_window_leave_old        (ShanhaiWindow             *self,
                                                  bool                       loaded);

G_END_DECLS
