/* shanhai-exchange.h - people sent or trained: direction, role, how many. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_EXCHANGE (shanhai_exchange_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiExchange, shanhai_exchange, SHANHAI, EXCHANGE, ShanhaiRecord)

const char            *shanhai_exchange_get_case_id   (ShanhaiExchange *self);
const char            *shanhai_exchange_get_programme (ShanhaiExchange *self);
const char            *shanhai_exchange_get_direction (ShanhaiExchange *self);
const char            *shanhai_exchange_get_role      (ShanhaiExchange *self);
const char            *shanhai_exchange_get_purpose   (ShanhaiExchange *self);
const ShanhaiQuantity *shanhai_exchange_get_count     (ShanhaiExchange *self);
const ShanhaiQuantity *shanhai_exchange_get_sessions  (ShanhaiExchange *self);
const ShanhaiPeriod   *shanhai_exchange_get_period    (ShanhaiExchange *self);

G_END_DECLS
