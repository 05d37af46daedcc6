/* shanhai-place.h - an administrative division, with its GB/T 2260 code. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PLACE (shanhai_place_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPlace, shanhai_place, SHANHAI, PLACE, ShanhaiRecord)

const ShanhaiName *shanhai_place_get_name   (ShanhaiPlace *self);
const char        *shanhai_place_get_level  (ShanhaiPlace *self);
const char        *shanhai_place_get_code   (ShanhaiPlace *self);
const char        *shanhai_place_get_parent (ShanhaiPlace *self);

G_END_DECLS
