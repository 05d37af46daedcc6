/* shanhai-preferences.h - the window with the reader's choices: theme, numbers, size of charts. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every choice takes effect at once. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_PREFERENCES (shanhai_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPreferences, shanhai_preferences, SHANHAI, PREFERENCES, GtkWindow)

GtkWidget *shanhai_preferences_new (void);

/* Binds an enum of the settings to the items of a GtkDropDown, in the order of the schema's values. */
void       shanhai_settings_bind_choice (GSettings   *settings,
                                         const char  *key,
                                         GtkDropDown *drop_down);

G_END_DECLS
