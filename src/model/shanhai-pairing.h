/* shanhai-pairing.h - a link inside a case between parties of one level. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-ends.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PAIRING (shanhai_pairing_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPairing, shanhai_pairing, SHANHAI, PAIRING, ShanhaiRecord)

const char          *shanhai_pairing_get_case_id   (ShanhaiPairing *self);
const char          *shanhai_pairing_get_level     (ShanhaiPairing *self);
const ShanhaiEnds   *shanhai_pairing_get_assisting (ShanhaiPairing *self);
const ShanhaiEnds   *shanhai_pairing_get_assisted  (ShanhaiPairing *self);
const ShanhaiPeriod *shanhai_pairing_get_period    (ShanhaiPairing *self);

G_END_DECLS
