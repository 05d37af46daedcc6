/* shanhai-case.h - one assistance relation: an assisting side, an assisted side, a span of years. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE (shanhai_case_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCase, shanhai_case, SHANHAI, CASE, ShanhaiRecord)

const ShanhaiName   *shanhai_case_get_title     (ShanhaiCase *self);
const char          *shanhai_case_get_kind      (ShanhaiCase *self);
const char * const  *shanhai_case_get_assisting (ShanhaiCase *self);
const char * const  *shanhai_case_get_assisted  (ShanhaiCase *self);
const ShanhaiPeriod *shanhai_case_get_period    (ShanhaiCase *self);
const ShanhaiName   *shanhai_case_get_summary   (ShanhaiCase *self);
const ShanhaiName   *shanhai_case_get_approach  (ShanhaiCase *self);

G_END_DECLS
