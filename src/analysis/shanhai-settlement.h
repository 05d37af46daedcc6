/* shanhai-settlement.h - which decision settles a finding. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision about a finding holds as long as the figures are those that the person saw. One about a record that prefers another settles what is told of the
 * two as rivals. */

#pragma once

#include "shanhai-about.h"
#include "shanhai-finding.h"

G_BEGIN_DECLS

typedef struct _ShanhaiSettlement ShanhaiSettlement;

ShanhaiSettlement *shanhai_settlement_new    (void);
void               shanhai_settlement_free   (ShanhaiSettlement *self);
void               shanhai_settlement_add    (ShanhaiSettlement *self,
                                              ShanhaiRecord     *decision);
/* with the fields that it had when it was added */
void               shanhai_settlement_remove (ShanhaiSettlement *self,
                                              ShanhaiRecord     *decision);
bool               shanhai_settlement_is_empty (ShanhaiSettlement *self);
/* (transfer none) (nullable) */
ShanhaiRecord     *shanhai_settlement_find   (ShanhaiSettlement *self,
                                              ShanhaiFinding    *finding);
/* (transfer full): what a decision about that finding has to say it is about */
ShanhaiAbout      *shanhai_finding_dup_about (ShanhaiFinding    *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiSettlement, shanhai_settlement_free)

G_END_DECLS
