/* shanhai-pairing.c - a link inside a case between parties of one level. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-pairing.h"

#include "shanhai-record-private.h"

struct _ShanhaiPairing
{
  ShanhaiRecord parent_instance;

  char          *case_id;
  const char    *level;
  ShanhaiEnds   *assisting;
  ShanhaiEnds   *assisted;
  ShanhaiPeriod *period;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiPairing, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD_OF_KEY (ShanhaiPairing, "level", level, "levels.pairing"),
  SHANHAI_FIELD_OF (ShanhaiPairing, "assisting", ENDS, assisting, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_OF (ShanhaiPairing, "assisted", ENDS, assisted, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD (ShanhaiPairing, "period", PERIOD, period),
};

SHANHAI_DEFINE_RECORD (ShanhaiPairing, shanhai_pairing, PAIRING)

SHANHAI_RECORD_GETTER (ShanhaiPairing, shanhai_pairing, PAIRING, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiPairing, shanhai_pairing, PAIRING, const char *, level)
SHANHAI_RECORD_GETTER (ShanhaiPairing, shanhai_pairing, PAIRING, const ShanhaiEnds *, assisting)
SHANHAI_RECORD_GETTER (ShanhaiPairing, shanhai_pairing, PAIRING, const ShanhaiEnds *, assisted)
SHANHAI_RECORD_GETTER (ShanhaiPairing, shanhai_pairing, PAIRING, const ShanhaiPeriod *, period)
