/* shanhai-party.h - an organisation that takes part. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PARTY (shanhai_party_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiParty, shanhai_party, SHANHAI, PARTY, ShanhaiRecord)

const ShanhaiName *shanhai_party_get_name  (ShanhaiParty *self);
const char        *shanhai_party_get_kind  (ShanhaiParty *self);
const char        *shanhai_party_get_place (ShanhaiParty *self);

G_END_DECLS
