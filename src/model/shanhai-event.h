/* shanhai-event.h - something dated: a visit, an agreement, an opening, an award. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_EVENT (shanhai_event_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiEvent, shanhai_event, SHANHAI, EVENT, ShanhaiRecord)

const char          *shanhai_event_get_case_id (ShanhaiEvent *self);
const ShanhaiName   *shanhai_event_get_title   (ShanhaiEvent *self);
const char          *shanhai_event_get_kind    (ShanhaiEvent *self);
const char * const  *shanhai_event_get_parties (ShanhaiEvent *self);
const ShanhaiPeriod *shanhai_event_get_period  (ShanhaiEvent *self);

G_END_DECLS
