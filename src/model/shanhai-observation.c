/* shanhai-observation.c - a value of an indicator for a place, party or programme at a time. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-observation.h"

#include "shanhai-record-private.h"

struct _ShanhaiObservation
{
  ShanhaiRecord parent_instance;

  char            *case_id;
  char            *programme;
  char            *subject;
  const char      *indicator;
  ShanhaiQuantity *value;
  ShanhaiPeriod   *period;
  const char      *role;
  bool             cumulative;
  ShanhaiName     *basis;
  char            *part_of;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiObservation, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD_TO (ShanhaiObservation, "programme", REFERENCE, programme, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PROGRAMME)),
  SHANHAI_FIELD_OF (ShanhaiObservation, "subject", REFERENCE, subject, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_OF_KEY (ShanhaiObservation, "indicator", indicator, "indicators"),
  SHANHAI_FIELD (ShanhaiObservation, "value", QUANTITY, value),
  SHANHAI_FIELD (ShanhaiObservation, "period", PERIOD, period),
  SHANHAI_FIELD_OF_KEY (ShanhaiObservation, "role", role, "roles.observation"),
  SHANHAI_FIELD (ShanhaiObservation, "cumulative", FLAG, cumulative),
  SHANHAI_FIELD (ShanhaiObservation, "basis", NAME, basis),
  SHANHAI_FIELD_UP (ShanhaiObservation, "part_of", part_of, SHANHAI_RECORD_MASK_ANY),
};

SHANHAI_DEFINE_RECORD (ShanhaiObservation, shanhai_observation, OBSERVATION)

SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, programme)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, subject)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, indicator)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const ShanhaiQuantity *, value)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const ShanhaiPeriod *, period)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, role)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, bool, cumulative)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const ShanhaiName *, basis)
SHANHAI_RECORD_GETTER (ShanhaiObservation, shanhai_observation, OBSERVATION, const char *, part_of)
