/* shanhai-event.c - something dated: a visit, an agreement, an opening, an award. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-event.h"

#include "shanhai-record-private.h"

struct _ShanhaiEvent
{
  ShanhaiRecord parent_instance;

  char           *case_id;
  ShanhaiName    *title;
  const char     *kind;
  ShanhaiStrings *parties;
  ShanhaiPeriod  *period;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiEvent, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD (ShanhaiEvent, "title", NAME, title),
  SHANHAI_FIELD_OF_KEY (ShanhaiEvent, "kind", kind, "kinds.event"),
  SHANHAI_FIELD_TO (ShanhaiEvent, "parties", REFERENCES, parties, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD (ShanhaiEvent, "period", PERIOD, period),
};

SHANHAI_DEFINE_RECORD (ShanhaiEvent, shanhai_event, EVENT)

SHANHAI_RECORD_GETTER (ShanhaiEvent, shanhai_event, EVENT, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiEvent, shanhai_event, EVENT, const ShanhaiName *, title)
SHANHAI_RECORD_GETTER (ShanhaiEvent, shanhai_event, EVENT, const char *, kind)
SHANHAI_RECORD_STRINGS_GETTER (ShanhaiEvent, shanhai_event, EVENT, parties)
SHANHAI_RECORD_GETTER (ShanhaiEvent, shanhai_event, EVENT, const ShanhaiPeriod *, period)
