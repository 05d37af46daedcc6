/* shanhai-wanted-findings.h - the findings that a person wants to see, under a heading for each gravity. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of ShanhaiFinding and ShanhaiFindingGroup. One change at a time: models that filter one list in several ways tell of changes one by one, and a
 * view that asks in between finds what isn't there any more. */

#pragma once

#include <stdbool.h>

#include "shanhai-checks.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_WANTED_FINDINGS (shanhai_wanted_findings_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiWantedFindings, shanhai_wanted_findings, SHANHAI, WANTED_FINDINGS, GObject)

typedef bool (*ShanhaiFindingFilterFunc) (ShanhaiFinding *finding,
                                          gpointer        user_data);

ShanhaiWantedFindings *shanhai_wanted_findings_new     (ShanhaiFindingFilterFunc  is_wanted,
                                                        gpointer                  user_data);
/* @checks: (nullable). Looks through them anew: to be called after each "updated", and when other findings are wanted. */
void                   shanhai_wanted_findings_refresh (ShanhaiWantedFindings    *self,
                                                        ShanhaiChecks            *checks);

G_END_DECLS
