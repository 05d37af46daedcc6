/* shanhai-relations-button.h - how many sums a person has stated by hand, and the list of them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each can be looked at and taken back; that is a change like any other. Hidden while there are none. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RELATIONS_BUTTON (shanhai_relations_button_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRelationsButton, shanhai_relations_button, SHANHAI, RELATIONS_BUTTON, GtkWidget)

GtkWidget *shanhai_relations_button_new     (void);
/* @casebook: (nullable). Counts again; to be called when the casebook has changed. */
void       shanhai_relations_button_refresh (ShanhaiRelationsButton *self,
                                             ShanhaiCasebook        *casebook);

G_END_DECLS
