/* shanhai-finding-view.h - one finding in full: its figures as printed, their sources, the arithmetic, and what a person says about it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Actions that it brings: "finding.settle" (opens the way to settle it), "finding.reopen", "finding.prefer" (u: index of a rival; asks for
 * the reason), "finding.retract" (takes back what a person has stated by hand). It asks for win.show-record and win.show-source. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-finding.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_VIEW (shanhai_finding_view_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingView, shanhai_finding_view, SHANHAI, FINDING_VIEW, GtkWidget)

GtkWidget      *shanhai_finding_view_new         (void);
/* (nullable) */
ShanhaiFinding *shanhai_finding_view_get_finding (ShanhaiFindingView *self);
/* @finding: (nullable): of @casebook. Says everything again when it is the same. */
void            shanhai_finding_view_set_finding (ShanhaiFindingView *self,
                                                  ShanhaiCasebook    *casebook,
                                                  ShanhaiFinding     *finding);

G_END_DECLS
