/* shanhai-record-type.c - the kinds of record: names, classes, fresh ids. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-type.h"

#include "shanhai-case.h"
#include "shanhai-decision.h"
#include "shanhai-event.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-indicator.h"
#include "shanhai-observation.h"
#include "shanhai-other.h"
#include "shanhai-pairing.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-programme.h"
#include "shanhai-source.h"

#define ID_LENGTH 10

static const struct
{
  const char *name;
  GType     (*get_type) (void);
} types[SHANHAI_N_RECORD_TYPES] = {
  [SHANHAI_RECORD_PLACE] = { "place", shanhai_place_get_type },
  [SHANHAI_RECORD_PARTY] = { "party", shanhai_party_get_type },
  [SHANHAI_RECORD_CASE] = { "case", shanhai_case_get_type },
  [SHANHAI_RECORD_PAIRING] = { "pairing", shanhai_pairing_get_type },
  [SHANHAI_RECORD_PROGRAMME] = { "programme", shanhai_programme_get_type },
  [SHANHAI_RECORD_FLOW] = { "flow", shanhai_flow_get_type },
  [SHANHAI_RECORD_EXCHANGE] = { "exchange", shanhai_exchange_get_type },
  [SHANHAI_RECORD_OBSERVATION] = { "observation", shanhai_observation_get_type },
  [SHANHAI_RECORD_EVENT] = { "event", shanhai_event_get_type },
  [SHANHAI_RECORD_SOURCE] = { "source", shanhai_source_get_type },
  [SHANHAI_RECORD_INDICATOR] = { "indicator", shanhai_indicator_get_type },
  [SHANHAI_RECORD_DECISION] = { "decision", shanhai_decision_get_type },
  [SHANHAI_RECORD_OTHER] = { NULL, shanhai_other_get_type },
};

const char *
shanhai_record_type_get_name (ShanhaiRecordType type)
{
  g_return_val_if_fail (type < SHANHAI_N_RECORD_TYPES, NULL);

  return types[type].name;
}

ShanhaiRecordType
shanhai_record_type_from_name (const char *name)
{
  for (guint i = 0; i < SHANHAI_RECORD_OTHER; i++)
    if (strcmp (types[i].name, name) == 0)
      return i;

  return SHANHAI_RECORD_OTHER;
}

GType
shanhai_record_type_get_gtype (ShanhaiRecordType type)
{
  g_return_val_if_fail (type < SHANHAI_N_RECORD_TYPES, G_TYPE_INVALID);

  return types[type].get_type ();
}

char *
shanhai_record_type_new_id (ShanhaiRecordType type)
{
  static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
  const char *name = types[type].name != NULL ? types[type].name : "record";
  char random[ID_LENGTH + 1] = { 0 };

  for (guint i = 0; i < ID_LENGTH; i++)
    random[i] = digits[g_random_int_range (0, 32)];

  return g_strconcat (name, "-", random, NULL);
}
