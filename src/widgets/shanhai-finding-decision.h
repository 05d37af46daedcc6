/* shanhai-finding-decision.h - what a person says about a finding, as changes of the casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each returns a change that nobody has applied yet; it goes through the history, so that it can be undone. Who and when is filled in. */

#pragma once

#include "shanhai-finding.h"

G_BEGIN_DECLS

/* the name that the desktop knows the person by */
const char    *shanhai_decision_get_author     (void);
/* (transfer full): settles it until one of its figures changes. `verdict`: "accepted", "corrected" or "ignored"; `reason`: (nullable) */
ShanhaiChange *shanhai_finding_new_settling    (ShanhaiFinding *self,
                                                const char     *verdict,
                                                const char     *reason);
/* (transfer full) (nullable): takes the decision back; NULL where none settles it */
ShanhaiChange *shanhai_finding_new_reopening   (ShanhaiFinding *self);
/* whether two of its figures claim to be one thing, so that a person can choose between them */
bool           shanhai_finding_has_rivals      (ShanhaiFinding *self);
/* (transfer full): of rivals, that at `index` is the one that charts and key figures use */
ShanhaiChange *shanhai_finding_new_preference  (ShanhaiFinding *self,
                                                guint           index,
                                                const char     *reason);

/* (transfer none) (nullable): what a person has stated by hand, where the finding is about that */
ShanhaiRecord *shanhai_finding_get_relation    (ShanhaiFinding  *self,
                                                ShanhaiCasebook *casebook);

G_END_DECLS
