/* shanhai-source-window.h - takes an article in: as a new source, as the text of one that has none, or as a case of its own. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window. The text is pasted, dropped or opened; title, publisher, authors and date are proposed from it, for the person to correct. What has damaged the text
 * is told, with what would go; it goes when the person says so. Adding is one change of the casebook's history; Cancel keeps nothing. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_WINDOW (shanhai_source_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceWindow, shanhai_source_window, SHANHAI, SOURCE_WINDOW, GtkWindow)

/* Signal "added" (const char *source_id, const char *case_id, nullable): the change is in the casebook; before the window closes. */

/* for a new source */
GtkWidget *shanhai_source_window_new          (ShanhaiCasebook     *casebook);
/* for the text of a source that is there; its citations are found in it */
GtkWidget *shanhai_source_window_new_for      (ShanhaiCasebook     *casebook,
                                               ShanhaiSource       *source);
/* for a new source, with a case that its text proposes */
GtkWidget *shanhai_source_window_new_case     (ShanhaiCasebook     *casebook);

/* what was pasted or dropped on another place; HTML is recognised */
void       shanhai_source_window_take_text    (ShanhaiSourceWindow *self,
                                               const char          *text);
/* reads a file in the background; what is wrong with it is told in the window */
void       shanhai_source_window_take_file    (ShanhaiSourceWindow *self,
                                               GFile               *file);
/* does what the button does; false: something is missing, which the window says */
bool       shanhai_source_window_add          (ShanhaiSourceWindow *self);
/* a file that is taken in as an article, by its ending */
bool       shanhai_source_window_is_article   (GFile               *file);

G_END_DECLS
