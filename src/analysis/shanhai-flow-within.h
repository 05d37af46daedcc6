/* shanhai-flow-within.h - may one flow be counted in another, though nothing says so? SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-claim.h"

G_BEGIN_DECLS

/* Claims of flows with the same giver: whether the smaller, for all that is said of it, belongs to what the greater one adds up. */
bool shanhai_flow_may_be_within (ShanhaiCasebook    *casebook,
                                 const ShanhaiClaim *small,
                                 const ShanhaiClaim *great);

G_END_DECLS
