/* shanhai-finding-mark.h - what the checks say against a record, as tables and charts mark it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure is marked by the gravest finding that touches it, as long as nobody has settled it. What is confirmed needs no second look; and a figure that
 * nobody has given a source yet says so where its citation would stand. */

#pragma once

#include <stdbool.h>

#include "shanhai-chart-flags.h"
#include "shanhai-checks.h"

G_BEGIN_DECLS

/* @checks, @id: (nullable). False where there is nothing to mark; @out is then SHANHAI_GRAVITY_CONFIRMED where findings confirm the figure, or as it was. */
bool  shanhai_finding_mark_get      (ShanhaiChecks  *checks,
                                     const char     *id,
                                     ShanhaiGravity *out);
/* (transfer none) (nullable): of a figure's records (nullable), the one with the gravest mark; NULL where there is nothing to mark, then @out is unset */
const char *shanhai_finding_mark_find (ShanhaiChecks      *checks,
                                      const char * const *records,
                                      ShanhaiGravity     *out);
/* how a chart draws the mark */
ShanhaiFlagKind shanhai_finding_mark_get_sign (ShanhaiGravity gravity);
/* (transfer full) (nullable): the gravest of those against a record that nobody has settled; NULL where there is nothing to mark */
ShanhaiFinding *shanhai_finding_mark_dup_finding (ShanhaiChecks *checks,
                                                  const char    *id);
/* (transfer full) (nullable): what that says, in the reader's words; NULL where there is nothing to mark */
char *shanhai_finding_mark_dup_text (ShanhaiChecks  *checks,
                                     const char     *id);

G_END_DECLS
