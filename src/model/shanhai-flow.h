/* shanhai-flow.h - money or goods in kind from one party or place to another. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-ends.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FLOW (shanhai_flow_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFlow, shanhai_flow, SHANHAI, FLOW, ShanhaiRecord)

const char            *shanhai_flow_get_case_id    (ShanhaiFlow *self);
const char            *shanhai_flow_get_programme  (ShanhaiFlow *self);
const ShanhaiEnds     *shanhai_flow_get_from       (ShanhaiFlow *self);
const ShanhaiEnds     *shanhai_flow_get_via        (ShanhaiFlow *self);
const ShanhaiEnds     *shanhai_flow_get_to         (ShanhaiFlow *self);
const char            *shanhai_flow_get_kind       (ShanhaiFlow *self);
const char            *shanhai_flow_get_status     (ShanhaiFlow *self);
const ShanhaiQuantity *shanhai_flow_get_amount     (ShanhaiFlow *self);
const char            *shanhai_flow_get_sector     (ShanhaiFlow *self);
const ShanhaiPeriod   *shanhai_flow_get_period     (ShanhaiFlow *self);
bool                   shanhai_flow_get_cumulative (ShanhaiFlow *self);
const ShanhaiName     *shanhai_flow_get_basis      (ShanhaiFlow *self);
const char            *shanhai_flow_get_part_of    (ShanhaiFlow *self);

G_END_DECLS
