/* shanhai-finding-group.c - the heading over the findings of one gravity. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-group.h"

struct _ShanhaiFindingGroup
{
  GObject         parent_instance;

  ShanhaiGravity  gravity;
  guint           count;
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingGroup, shanhai_finding_group, G_TYPE_OBJECT)

static void
shanhai_finding_group_class_init (ShanhaiFindingGroupClass *klass)
{
}

static void
shanhai_finding_group_init (ShanhaiFindingGroup *self)
{
}

ShanhaiFindingGroup *
shanhai_finding_group_new (ShanhaiGravity gravity,
                           guint          count)
{
  ShanhaiFindingGroup *self = g_object_new (SHANHAI_TYPE_FINDING_GROUP, NULL);

  self->gravity = gravity;
  self->count = count;

  return self;
}

ShanhaiGravity
shanhai_finding_group_get_gravity (ShanhaiFindingGroup *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_GROUP (self), SHANHAI_GRAVITY_CONFIRMED);

  return self->gravity;
}

guint
shanhai_finding_group_get_count (ShanhaiFindingGroup *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_GROUP (self), 0);

  return self->count;
}
