/* shanhai-observation.h - a value of an indicator for a place, party or programme at a time. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_OBSERVATION (shanhai_observation_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiObservation, shanhai_observation, SHANHAI, OBSERVATION, ShanhaiRecord)

const char            *shanhai_observation_get_case_id    (ShanhaiObservation *self);
const char            *shanhai_observation_get_programme  (ShanhaiObservation *self);
const char            *shanhai_observation_get_subject    (ShanhaiObservation *self);
const char            *shanhai_observation_get_indicator  (ShanhaiObservation *self);
const ShanhaiQuantity *shanhai_observation_get_value      (ShanhaiObservation *self);
const ShanhaiPeriod   *shanhai_observation_get_period     (ShanhaiObservation *self);
const char            *shanhai_observation_get_role       (ShanhaiObservation *self);
bool                   shanhai_observation_get_cumulative (ShanhaiObservation *self);
const ShanhaiName     *shanhai_observation_get_basis      (ShanhaiObservation *self);
const char            *shanhai_observation_get_part_of    (ShanhaiObservation *self);

G_END_DECLS
