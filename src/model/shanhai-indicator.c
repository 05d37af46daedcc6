/* shanhai-indicator.c - a user's own indicator. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-indicator.h"

#include "shanhai-record-private.h"

struct _ShanhaiIndicator
{
  ShanhaiRecord parent_instance;

  const char  *key;
  ShanhaiName *name;
  const char  *unit;
  const char  *sector;
  const char  *direction;
  char        *formula;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF_KEY (ShanhaiIndicator, "key", key, NULL),
  SHANHAI_FIELD (ShanhaiIndicator, "name", NAME, name),
  SHANHAI_FIELD_OF_KEY (ShanhaiIndicator, "unit", unit, "units"),
  SHANHAI_FIELD_OF_KEY (ShanhaiIndicator, "sector", sector, "sectors"),
  SHANHAI_FIELD_OF_KEY (ShanhaiIndicator, "direction", direction, "indicator-directions"),
  SHANHAI_FIELD (ShanhaiIndicator, "formula", STRING, formula),
};

SHANHAI_DEFINE_RECORD (ShanhaiIndicator, shanhai_indicator, INDICATOR)

SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const char *, key)
SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const ShanhaiName *, name)
SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const char *, unit)
SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const char *, sector)
SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const char *, direction)
SHANHAI_RECORD_GETTER (ShanhaiIndicator, shanhai_indicator, INDICATOR, const char *, formula)
