/* shanhai-finding-group.h - the heading over the findings of one gravity. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Immutable: another number is another heading. */

#pragma once

#include "shanhai-finding.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_GROUP (shanhai_finding_group_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingGroup, shanhai_finding_group, SHANHAI, FINDING_GROUP, GObject)

ShanhaiFindingGroup *shanhai_finding_group_new         (ShanhaiGravity       gravity,
                                                        guint                count);
ShanhaiGravity       shanhai_finding_group_get_gravity (ShanhaiFindingGroup *self);
guint                shanhai_finding_group_get_count   (ShanhaiFindingGroup *self);

G_END_DECLS
