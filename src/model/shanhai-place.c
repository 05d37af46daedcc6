/* shanhai-place.c - an administrative division, with its GB/T 2260 code. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-place.h"

#include "shanhai-record-private.h"

struct _ShanhaiPlace
{
  ShanhaiRecord parent_instance;

  ShanhaiName *name;
  const char  *level;
  char        *code;
  char        *parent;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD (ShanhaiPlace, "name", NAME, name),
  SHANHAI_FIELD_OF_KEY (ShanhaiPlace, "level", level, "levels.place"),
  SHANHAI_FIELD (ShanhaiPlace, "code", STRING, code),
  SHANHAI_FIELD_UP (ShanhaiPlace, "parent", parent, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)),
};

SHANHAI_DEFINE_RECORD (ShanhaiPlace, shanhai_place, PLACE)

SHANHAI_RECORD_GETTER (ShanhaiPlace, shanhai_place, PLACE, const ShanhaiName *, name)
SHANHAI_RECORD_GETTER (ShanhaiPlace, shanhai_place, PLACE, const char *, level)
SHANHAI_RECORD_GETTER (ShanhaiPlace, shanhai_place, PLACE, const char *, code)
SHANHAI_RECORD_GETTER (ShanhaiPlace, shanhai_place, PLACE, const char *, parent)
