/* shanhai-finding-group.c - the findings of one gravity, as a heading over them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-group.h"

struct _ShanhaiFindingGroup
{
  GObject         parent_instance;

  ShanhaiGravity  gravity;
  GListModel     *findings;
  guint           count;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiFindingGroup, shanhai_finding_group, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return SHANHAI_FINDING_GROUP (model)->count > 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return position < get_n_items (model) ? g_object_ref (model) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* its number stands in the heading, so that is another one, too */
static void
items_changed_cb (ShanhaiFindingGroup *self)
{
  guint before = get_n_items (G_LIST_MODEL (self));
  guint count = g_list_model_get_n_items (self->findings);

  if (count == self->count)
    return;

  self->count = count;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (G_LIST_MODEL (self)));
}

static void
shanhai_finding_group_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_FINDING_GROUP (object)->findings);

  G_OBJECT_CLASS (shanhai_finding_group_parent_class)->dispose (object);
}

static void
shanhai_finding_group_class_init (ShanhaiFindingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_finding_group_dispose;
}

static void
shanhai_finding_group_init (ShanhaiFindingGroup *self)
{
}

ShanhaiFindingGroup *
shanhai_finding_group_new (ShanhaiGravity  gravity,
                           GListModel     *findings)
{
  ShanhaiFindingGroup *self = g_object_new (SHANHAI_TYPE_FINDING_GROUP, NULL);

  self->gravity = gravity;
  self->findings = g_object_ref (findings);
  self->count = g_list_model_get_n_items (findings);
  g_signal_connect_object (findings, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

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
