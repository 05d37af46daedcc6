/* shanhai-icon-switch.h - an icon that can become another one of its size. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another icon in a GtkImage is another size for all that GTK knows: everything around it is measured again, a whole table for the cells of one row. Here it is
 * drawn anew, and that is all. For symbolic icons of 16 px, in the colour of the style. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_ICON_SWITCH (shanhai_icon_switch_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiIconSwitch, shanhai_icon_switch, SHANHAI, ICON_SWITCH, GtkWidget)

GtkWidget *shanhai_icon_switch_new  (void);
/* the name of an icon of the theme */
void       shanhai_icon_switch_show (ShanhaiIconSwitch *self,
                                     const char        *icon_name);

G_END_DECLS
