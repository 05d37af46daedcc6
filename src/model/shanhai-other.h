/* shanhai-other.h - a record of a type that this version doesn't know, kept as it was. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_OTHER (shanhai_other_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiOther, shanhai_other, SHANHAI, OTHER, ShanhaiRecord)

/* its whole line of JSON, without the line end */
const char *shanhai_other_get_line (ShanhaiOther *self);

G_END_DECLS
