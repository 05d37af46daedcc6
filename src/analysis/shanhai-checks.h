/* shanhai-checks.h - all checks of a casebook, kept up to date. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of ShanhaiFinding, gravest first, then by check and ids: the same for the same casebook, whatever the edits that led to it. After a change only what
 * it touches is checked again. Belongs to the casebook's thread.
 *
 * Property "ready" (read only): the first round is done. Signal "updated": findings, or what settles them, may be others; once for each change. */

#pragma once

#include <gio/gio.h>

#include "shanhai-finding.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHECKS (shanhai_checks_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChecks, shanhai_checks, SHANHAI, CHECKS, GObject)

/* runs all checks; a GListModel of ShanhaiFinding from then on */
ShanhaiChecks   *shanhai_checks_new            (ShanhaiCasebook *casebook);
/* (transfer none): The casebook's own, made at the first call. The list is empty at first: the checks wait until the windows have been drawn, then run bit by
 * bit while the main loop has nothing else to do, and tell all that they have found when they are "ready". */
ShanhaiChecks   *shanhai_casebook_get_checks   (ShanhaiCasebook *casebook);
bool             shanhai_checks_is_ready       (ShanhaiChecks   *self);
/* does what is left of the first round at once */
void             shanhai_checks_finish         (ShanhaiChecks   *self);
/* (nullable): NULL when the casebook whose own they were is gone */
ShanhaiCasebook *shanhai_checks_get_casebook   (ShanhaiChecks   *self);
/* Lets @object, which keeps them in @followed, hear each "updated" of the checks, and no more of those that it followed before. @checks (nullable).
 * False, and nothing is done, where it follows these already. @updated is called with the object first. */
bool             shanhai_checks_follow         (ShanhaiChecks  **followed,
                                                ShanhaiChecks   *checks,
                                                gpointer         object,
                                                GCallback        updated);
/* (transfer container) (element-type ShanhaiFinding): those that name the record, gravest first */
GPtrArray       *shanhai_checks_dup_for_record (ShanhaiChecks   *self,
                                                const char      *id);
/* the gravest unsettled one for a figure's mark; false when nothing touches it */
bool             shanhai_checks_get_mark       (ShanhaiChecks   *self,
                                                const char      *id,
                                                ShanhaiGravity  *out);
/* findings of that gravity that nobody has settled */
guint            shanhai_checks_count          (ShanhaiChecks   *self,
                                                ShanhaiGravity   gravity);

G_END_DECLS
