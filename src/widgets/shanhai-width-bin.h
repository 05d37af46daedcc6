/* shanhai-width-bin.h - holds one widget and tells whether there is room for it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page that lays itself out otherwise in a small window puts its parts in here and binds their orientation or visibility to "narrow". The bin asks for little
 * room itself, so that the window can become small enough for it. */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_WIDTH_BIN (shanhai_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiWidthBin, shanhai_width_bin, SHANHAI, WIDTH_BIN, GtkWidget)

/* Properties: "child", "narrow-below" (px, read and write), "narrow" (read only) */
GtkWidget *shanhai_width_bin_new              (void);

GtkWidget *shanhai_width_bin_get_child        (ShanhaiWidthBin *self);
/* @child: (nullable): a floating reference is taken over */
void       shanhai_width_bin_set_child        (ShanhaiWidthBin *self,
                                               GtkWidget       *child);
int        shanhai_width_bin_get_narrow_below (ShanhaiWidthBin *self);
void       shanhai_width_bin_set_narrow_below (ShanhaiWidthBin *self,
                                               int              width);
bool       shanhai_width_bin_get_narrow       (ShanhaiWidthBin *self);

G_END_DECLS
