/* shanhai-exchange.c - people sent or trained: direction, role, how many. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-exchange.h"

#include "shanhai-record-private.h"

struct _ShanhaiExchange
{
  ShanhaiRecord parent_instance;

  char            *case_id;
  char            *programme;
  const char      *direction;
  const char      *role;
  const char      *purpose;
  ShanhaiQuantity *count;
  ShanhaiQuantity *sessions;
  ShanhaiPeriod   *period;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiExchange, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD_TO (ShanhaiExchange, "programme", REFERENCE, programme, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PROGRAMME)),
  SHANHAI_FIELD_OF_KEY (ShanhaiExchange, "direction", direction, "directions"),
  SHANHAI_FIELD_OF_KEY (ShanhaiExchange, "role", role, "roles.exchange"),
  SHANHAI_FIELD_OF_KEY (ShanhaiExchange, "purpose", purpose, "kinds.exchange-purpose"),
  SHANHAI_FIELD (ShanhaiExchange, "count", QUANTITY, count),
  SHANHAI_FIELD (ShanhaiExchange, "sessions", QUANTITY, sessions),
  SHANHAI_FIELD (ShanhaiExchange, "period", PERIOD, period),
};

SHANHAI_DEFINE_RECORD (ShanhaiExchange, shanhai_exchange, EXCHANGE)

SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const char *, programme)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const char *, direction)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const char *, role)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const char *, purpose)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const ShanhaiQuantity *, count)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const ShanhaiQuantity *, sessions)
SHANHAI_RECORD_GETTER (ShanhaiExchange, shanhai_exchange, EXCHANGE, const ShanhaiPeriod *, period)
