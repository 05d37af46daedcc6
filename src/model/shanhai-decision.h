/* shanhai-decision.h - what a person said about a finding or a figure. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-about.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DECISION (shanhai_decision_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDecision, shanhai_decision, SHANHAI, DECISION, ShanhaiRecord)

const ShanhaiAbout  *shanhai_decision_get_about   (ShanhaiDecision *self);
const char          *shanhai_decision_get_verdict (ShanhaiDecision *self);
const char          *shanhai_decision_get_prefers (ShanhaiDecision *self);
const ShanhaiName   *shanhai_decision_get_reason  (ShanhaiDecision *self);
const char          *shanhai_decision_get_by      (ShanhaiDecision *self);
const ShanhaiPeriod *shanhai_decision_get_on      (ShanhaiDecision *self);

G_END_DECLS
