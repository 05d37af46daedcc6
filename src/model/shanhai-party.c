/* shanhai-party.c - an organisation that takes part. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-party.h"

#include "shanhai-record-private.h"

struct _ShanhaiParty
{
  ShanhaiRecord parent_instance;

  ShanhaiName *name;
  const char  *kind;
  char        *place;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD (ShanhaiParty, "name", NAME, name),
  SHANHAI_FIELD_OF_KEY (ShanhaiParty, "kind", kind, "kinds.party"),
  SHANHAI_FIELD_TO (ShanhaiParty, "place", REFERENCE, place, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)),
};

SHANHAI_DEFINE_RECORD (ShanhaiParty, shanhai_party, PARTY)

SHANHAI_RECORD_GETTER (ShanhaiParty, shanhai_party, PARTY, const ShanhaiName *, name)
SHANHAI_RECORD_GETTER (ShanhaiParty, shanhai_party, PARTY, const char *, kind)
SHANHAI_RECORD_GETTER (ShanhaiParty, shanhai_party, PARTY, const char *, place)
