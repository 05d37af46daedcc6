/* shanhai-totals-bar.h - the totals of some cases side by side; a click on one says what was left out, and why. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_TOTALS_BAR (shanhai_totals_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiTotalsBar, shanhai_totals_bar, SHANHAI, TOTALS_BAR, GtkWidget)

GtkWidget *shanhai_totals_bar_new  (void);
/* @casebook: (nullable), @cases: (nullable): ids; NULL for all; @indicator: (nullable): one to add up before the rest. Adds up anew; hides itself where there is
 * nothing to add. */
void       shanhai_totals_bar_show (ShanhaiTotalsBar   *self,
                                    ShanhaiCasebook    *casebook,
                                    const char * const *cases,
                                    const char         *indicator);

G_END_DECLS
