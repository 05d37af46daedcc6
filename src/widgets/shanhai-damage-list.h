/* shanhai-damage-list.h - damaged lines as a GListModel. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file may have as many damages as lines: the items are made when a view asks for them. */

#pragma once

#include <gio/gio.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DAMAGE_LIST (shanhai_damage_list_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDamageList, shanhai_damage_list, SHANHAI, DAMAGE_LIST, GObject)

#define SHANHAI_TYPE_DAMAGE_ITEM (shanhai_damage_item_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDamageItem, shanhai_damage_item, SHANHAI, DAMAGE_ITEM, GObject)

ShanhaiDamageList   *shanhai_damage_list_new        (ShanhaiDocument   *document);
/* (transfer none): lives as long as the document */
const ShanhaiDamage *shanhai_damage_item_get_damage (ShanhaiDamageItem *self);

G_END_DECLS
