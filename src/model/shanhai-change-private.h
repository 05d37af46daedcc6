/* shanhai-change-private.h - what the casebook fills in when it applies a change. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-change.h"

G_BEGIN_DECLS

void shanhai_change_set_before (ShanhaiChange *self,
                                guint          index,
                                ShanhaiRecord *before);
void shanhai_change_take_header_before (ShanhaiChange *self,
                                        ShanhaiHeader *before);

G_END_DECLS
