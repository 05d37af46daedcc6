/* shanhai-empty-state.h - what an empty page says: what goes there. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "icon-name", "title", "text". Buttons for what can be done about it are children of type "button" in the .ui file. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_EMPTY_STATE (shanhai_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiEmptyState, shanhai_empty_state, SHANHAI, EMPTY_STATE, GtkWidget)

GtkWidget  *shanhai_empty_state_new           (void);

const char *shanhai_empty_state_get_icon_name (ShanhaiEmptyState *self);
void        shanhai_empty_state_set_icon_name (ShanhaiEmptyState *self,
                                               const char        *icon_name);
const char *shanhai_empty_state_get_title     (ShanhaiEmptyState *self);
void        shanhai_empty_state_set_title     (ShanhaiEmptyState *self,
                                               const char        *title);
const char *shanhai_empty_state_get_text      (ShanhaiEmptyState *self);
void        shanhai_empty_state_set_text      (ShanhaiEmptyState *self,
                                               const char        *text);

G_END_DECLS
