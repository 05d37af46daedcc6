/* shanhai-other.c - a record of a type that this version doesn't know, kept as it was. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-other.h"

#include "shanhai-record-private.h"

struct _ShanhaiOther
{
  ShanhaiRecord  parent_instance;

  char          *line;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD (ShanhaiOther, "line", STRING, line),
};

SHANHAI_DEFINE_RECORD (ShanhaiOther, shanhai_other, OTHER)

SHANHAI_RECORD_GETTER (ShanhaiOther, shanhai_other, OTHER, const char *, line)
