/* shanhai-findings-button.h - how many findings are open, and the way to them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDINGS_BUTTON (shanhai_findings_button_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingsButton, shanhai_findings_button, SHANHAI, FINDINGS_BUTTON, GtkButton)

GtkWidget *shanhai_findings_button_new          (void);
/* @casebook: (nullable): its checks are followed; the button hides itself until they have found something */
void       shanhai_findings_button_set_casebook (ShanhaiFindingsButton *self,
                                                 ShanhaiCasebook       *casebook);

G_END_DECLS
