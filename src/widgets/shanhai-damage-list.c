/* shanhai-damage-list.c - damaged lines as a GListModel. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-damage-list.h"

struct _ShanhaiDamageItem
{
  GObject              parent_instance;

  ShanhaiDocument     *document; /* holds the damage */
  const ShanhaiDamage *damage;
};

G_DEFINE_FINAL_TYPE (ShanhaiDamageItem, shanhai_damage_item, G_TYPE_OBJECT)

struct _ShanhaiDamageList
{
  GObject          parent_instance;

  ShanhaiDocument *document;
};

static void shanhai_damage_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiDamageList, shanhai_damage_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, shanhai_damage_list_model_init))

static void
shanhai_damage_item_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_DAMAGE_ITEM (object)->document);

  G_OBJECT_CLASS (shanhai_damage_item_parent_class)->dispose (object);
}

static void
shanhai_damage_item_class_init (ShanhaiDamageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_damage_item_dispose;
}

static void
shanhai_damage_item_init (ShanhaiDamageItem *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return SHANHAI_TYPE_DAMAGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return shanhai_document_get_damages (SHANHAI_DAMAGE_LIST (model)->document)->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ShanhaiDamageList *self = SHANHAI_DAMAGE_LIST (model);
  GPtrArray *damages = shanhai_document_get_damages (self->document);
  ShanhaiDamageItem *item;

  if (position >= damages->len)
    return NULL;

  item = g_object_new (SHANHAI_TYPE_DAMAGE_ITEM, NULL);
  item->document = g_object_ref (self->document);
  item->damage = g_ptr_array_index (damages, position);
  return item;
}

static void
shanhai_damage_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
shanhai_damage_list_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_DAMAGE_LIST (object)->document);

  G_OBJECT_CLASS (shanhai_damage_list_parent_class)->dispose (object);
}

static void
shanhai_damage_list_class_init (ShanhaiDamageListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_damage_list_dispose;
}

static void
shanhai_damage_list_init (ShanhaiDamageList *self)
{
}

ShanhaiDamageList *
shanhai_damage_list_new (ShanhaiDocument *document)
{
  ShanhaiDamageList *self = g_object_new (SHANHAI_TYPE_DAMAGE_LIST, NULL);

  self->document = g_object_ref (document);
  return self;
}

const ShanhaiDamage *
shanhai_damage_item_get_damage (ShanhaiDamageItem *self)
{
  g_return_val_if_fail (SHANHAI_IS_DAMAGE_ITEM (self), NULL);

  return self->damage;
}
