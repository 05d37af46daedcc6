/* shanhai-source-blemishes.h - tells what has damaged a text, and what cleaning would take out. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes no room while there is nothing to tell. Its button activates the action "blemishes.clean" of whoever holds it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_BLEMISHES (shanhai_source_blemishes_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceBlemishes, shanhai_source_blemishes, SHANHAI, SOURCE_BLEMISHES, GtkWidget)

GtkWidget *shanhai_source_blemishes_new  (void);
/* @blemishes: (nullable) (element-type ShanhaiBlemish): of @text */
void       shanhai_source_blemishes_show (ShanhaiSourceBlemishes *self,
                                          const char             *text,
                                          GArray                 *blemishes);

G_END_DECLS
