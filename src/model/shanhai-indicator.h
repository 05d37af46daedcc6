/* shanhai-indicator.h - a user's own indicator. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_INDICATOR (shanhai_indicator_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiIndicator, shanhai_indicator, SHANHAI, INDICATOR, ShanhaiRecord)

const char        *shanhai_indicator_get_key       (ShanhaiIndicator *self);
const ShanhaiName *shanhai_indicator_get_name      (ShanhaiIndicator *self);
const char        *shanhai_indicator_get_unit      (ShanhaiIndicator *self);
const char        *shanhai_indicator_get_sector    (ShanhaiIndicator *self);
const char        *shanhai_indicator_get_direction (ShanhaiIndicator *self);
const char        *shanhai_indicator_get_formula   (ShanhaiIndicator *self);

G_END_DECLS
