/* shanhai-flow.c - money or goods in kind from one party or place to another. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-flow.h"

#include "shanhai-record-private.h"

struct _ShanhaiFlow
{
  ShanhaiRecord parent_instance;

  char            *case_id;
  char            *programme;
  ShanhaiEnds     *from;
  ShanhaiEnds     *via;
  ShanhaiEnds     *to;
  const char      *kind;
  const char      *status;
  ShanhaiQuantity *amount;
  const char      *sector;
  ShanhaiPeriod   *period;
  bool             cumulative;
  ShanhaiName     *basis;
  char            *part_of;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiFlow, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD_TO (ShanhaiFlow, "programme", REFERENCE, programme, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PROGRAMME)),
  SHANHAI_FIELD_TO (ShanhaiFlow, "from", ENDS, from, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_TO (ShanhaiFlow, "via", ENDS, via, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_TO (ShanhaiFlow, "to", ENDS, to, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_OF_KEY (ShanhaiFlow, "kind", kind, "kinds.flow"),
  SHANHAI_FIELD_OF_KEY (ShanhaiFlow, "status", status, "status.flow"),
  SHANHAI_FIELD (ShanhaiFlow, "amount", QUANTITY, amount),
  SHANHAI_FIELD_OF_KEY (ShanhaiFlow, "sector", sector, "sectors"),
  SHANHAI_FIELD (ShanhaiFlow, "period", PERIOD, period),
  SHANHAI_FIELD (ShanhaiFlow, "cumulative", FLAG, cumulative),
  SHANHAI_FIELD (ShanhaiFlow, "basis", NAME, basis),
  SHANHAI_FIELD_UP (ShanhaiFlow, "part_of", part_of, SHANHAI_RECORD_MASK (SHANHAI_RECORD_FLOW)),
};

SHANHAI_DEFINE_RECORD (ShanhaiFlow, shanhai_flow, FLOW)

SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, programme)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiEnds *, from)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiEnds *, via)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiEnds *, to)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, kind)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, status)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiQuantity *, amount)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, sector)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiPeriod *, period)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, bool, cumulative)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const ShanhaiName *, basis)
SHANHAI_RECORD_GETTER (ShanhaiFlow, shanhai_flow, FLOW, const char *, part_of)
