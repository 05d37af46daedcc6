/* shanhai-finding-filter.h - which findings a person wants to see: by words, gravity, kind, case, and whether they are settled. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-checks.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_FILTER (shanhai_finding_filter_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingFilter, shanhai_finding_filter, SHANHAI, FINDING_FILTER, GtkWidget)

/* Signals "changed" (others are wanted now), "settled-toggled" (those that are settled are wanted, or aren't any more; not followed by "changed") and "left"
 * (Escape in the search, which is empty by then). */
GtkWidget *shanhai_finding_filter_new           (void);
/* @checks: (nullable): offers the kinds and cases that they have now, and keeps what was chosen; emits nothing */
void       shanhai_finding_filter_refresh       (ShanhaiFindingFilter *self,
                                                 ShanhaiChecks        *checks);
bool       shanhai_finding_filter_matches       (ShanhaiFindingFilter *self,
                                                 ShanhaiFinding       *finding);
/* everything is wanted, also what is settled */
void       shanhai_finding_filter_clear         (ShanhaiFindingFilter *self);
bool       shanhai_finding_filter_shows_settled (ShanhaiFindingFilter *self);
/* the search over the rest, where there is no room beside it */
void       shanhai_finding_filter_set_narrow    (ShanhaiFindingFilter *self,
                                                 bool                  narrow);
/* the last part that can have the keyboard; false where none can */
bool       shanhai_finding_filter_focus_last    (ShanhaiFindingFilter *self);

G_END_DECLS
