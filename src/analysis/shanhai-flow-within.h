/* shanhai-flow-within.h - may one flow be counted in another, though nothing says so? SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-claim.h"
#include "shanhai-ends.h"
#include "shanhai-flow.h"

G_BEGIN_DECLS

/* Claims of flows: whether the smaller, for all that is said of it, belongs to what the greater one adds up. Its giver is the same, an office of it, or isn't told. */
bool shanhai_flow_may_be_within (ShanhaiCasebook    *casebook,
                                 const ShanhaiClaim *small,
                                 const ShanhaiClaim *great);

/* whether who gives the one has been given the other: money that an office hands on is not another gift */
bool shanhai_flow_is_handed_on   (ShanhaiFlow        *flow,
                                  ShanhaiFlow        *given);

/* (nullable): what a flow's end is known by where money comes in and goes on: an id, or the name of a group */
const char *shanhai_end_get_node (const ShanhaiEnd *end);

/* a place, an office, a school: one that gathers the money of others */
bool        shanhai_record_is_public   (ShanhaiRecord      *record);

G_END_DECLS
