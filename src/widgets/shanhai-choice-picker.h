/* shanhai-choice-picker.h - a button that opens a list with a search: the one picker for places, parties, sources, words. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows a text that its owner sets, and tells what was picked; it doesn't know what becomes of it. Typing on the button opens the list with what was typed;
 * in the list, Up and Down move, Enter picks, Escape goes back. Backspace or Delete on the button picks SHANHAI_CHOICE_NOTHING. */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

#include "shanhai-choices.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHOICE_PICKER (shanhai_choice_picker_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChoicePicker, shanhai_choice_picker, SHANHAI, CHOICE_PICKER, GtkWidget)

/* Signals: "picked" (ShanhaiChoice *), "opened", "closed" */
GtkWidget  *shanhai_choice_picker_new         (void);
/* (transfer full): what it offers; @casebook: for the words around it */
void        shanhai_choice_picker_set_choices (ShanhaiChoicePicker *self,
                                               ShanhaiChoices      *choices,
                                               ShanhaiCasebook     *casebook);
/* what is chosen, in words; NULL: nothing yet */
void        shanhai_choice_picker_set_text    (ShanhaiChoicePicker *self,
                                               const char          *text);
/* what it shows while nothing is chosen: "Choose…" */
void        shanhai_choice_picker_set_prompt  (ShanhaiChoicePicker *self,
                                               const char          *prompt);
void        shanhai_choice_picker_set_name    (ShanhaiChoicePicker *self,
                                               const char          *name);
/* (transfer none): what was searched for last */
const char *shanhai_choice_picker_get_query   (ShanhaiChoicePicker *self);
void        shanhai_choice_picker_open        (ShanhaiChoicePicker *self,
                                               const char          *query);

G_END_DECLS
