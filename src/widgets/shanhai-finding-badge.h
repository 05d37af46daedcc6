/* shanhai-finding-badge.h - the mark of a finding beside a figure that isn't in a table. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_BADGE (shanhai_finding_badge_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingBadge, shanhai_finding_badge, SHANHAI, FINDING_BADGE, GtkButton)

/* Shape and colour are those of the mark in a table; hovering says what the finding says, a click leads to it. */
GtkWidget  *shanhai_finding_badge_new      (void);
/* Follows the casebook's checks and hides itself while they say nothing against any of the records. @casebook, @records: (nullable): ids of the figure's records */
void        shanhai_finding_badge_show     (ShanhaiFindingBadge *self,
                                            ShanhaiCasebook     *casebook,
                                            const char * const  *records);
/* (transfer none) (nullable): what it says; NULL while it is hidden */
const char *shanhai_finding_badge_get_text (ShanhaiFindingBadge *self);

G_END_DECLS
