/* shanhai-source-text.h - a source's text to read, with its figures marked. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read only. What has become of a figure shows by its colour and by the style of its underline. Pointing at a figure tells the record; a click on it, or
 * the text cursor in it, selects it; where several records cite it, further clicks go round. "selected" is a position in the figures, meant to be bound
 * both ways to the selection of a list of them. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-source-figures.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_TEXT (shanhai_source_text_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceText, shanhai_source_text, SHANHAI, SOURCE_TEXT, GtkTextView)

/* Properties: "selected" (read and write) */
GtkWidget            *shanhai_source_text_new          (void);

ShanhaiSourceFigures *shanhai_source_text_get_figures  (ShanhaiSourceText    *self);
/* Shows another text; nothing is selected then. @figures: (nullable); @casebook: (nullable): where the records' words come from */
void                  shanhai_source_text_set_figures  (ShanhaiSourceText    *self,
                                                        ShanhaiCasebook      *casebook,
                                                        ShanhaiSourceFigures *figures);
/* GTK_INVALID_LIST_POSITION for none */
guint                 shanhai_source_text_get_selected (ShanhaiSourceText    *self);
/* scrolls to it */
void                  shanhai_source_text_set_selected (ShanhaiSourceText    *self,
                                                        guint                 position);
/* what a person has marked with pointer or keyboard, in code points of the source's text; false: nothing, or the text isn't held */
bool                  shanhai_source_text_get_selection (ShanhaiSourceText    *self,
                                                         gint64               *start,
                                                         gint64               *end);

G_END_DECLS
