/* shanhai-finding-group.h - the findings of one gravity, as a heading over them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "shanhai-finding.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_GROUP (shanhai_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingGroup, shanhai_finding_group, SHANHAI, FINDING_GROUP, GObject)

/* `findings`: those that are shown under the heading. The group is a list as well: of itself alone while there are some, else empty. */
ShanhaiFindingGroup *shanhai_finding_group_new         (ShanhaiGravity       gravity,
                                                        GListModel          *findings);
ShanhaiGravity       shanhai_finding_group_get_gravity (ShanhaiFindingGroup *self);
guint                shanhai_finding_group_get_count   (ShanhaiFindingGroup *self);

G_END_DECLS
