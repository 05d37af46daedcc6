/* shanhai-case.c - one assistance relation: an assisting side, an assisted side, a span of years. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-case.h"

#include "shanhai-record-private.h"

struct _ShanhaiCase
{
  ShanhaiRecord parent_instance;

  ShanhaiName    *title;
  const char     *kind;
  ShanhaiStrings *assisting;
  ShanhaiStrings *assisted;
  ShanhaiPeriod  *period;
  ShanhaiName    *summary;
  ShanhaiName    *approach;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD (ShanhaiCase, "title", NAME, title),
  SHANHAI_FIELD_OF_KEY (ShanhaiCase, "kind", kind, "kinds.case"),
  SHANHAI_FIELD_TO (ShanhaiCase, "assisting", REFERENCES, assisting, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_TO (ShanhaiCase, "assisted", REFERENCES, assisted, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD (ShanhaiCase, "period", PERIOD, period),
  SHANHAI_FIELD (ShanhaiCase, "summary", NAME, summary),
  SHANHAI_FIELD (ShanhaiCase, "approach", NAME, approach),
};

SHANHAI_DEFINE_RECORD (ShanhaiCase, shanhai_case, CASE)

SHANHAI_RECORD_GETTER (ShanhaiCase, shanhai_case, CASE, const ShanhaiName *, title)
SHANHAI_RECORD_GETTER (ShanhaiCase, shanhai_case, CASE, const char *, kind)
SHANHAI_RECORD_STRINGS_GETTER (ShanhaiCase, shanhai_case, CASE, assisting)
SHANHAI_RECORD_STRINGS_GETTER (ShanhaiCase, shanhai_case, CASE, assisted)
SHANHAI_RECORD_GETTER (ShanhaiCase, shanhai_case, CASE, const ShanhaiPeriod *, period)
SHANHAI_RECORD_GETTER (ShanhaiCase, shanhai_case, CASE, const ShanhaiName *, summary)
SHANHAI_RECORD_GETTER (ShanhaiCase, shanhai_case, CASE, const ShanhaiName *, approach)
