/* shanhai-finding-list.h - findings in their order, and by the records that they name. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each finding is in one list at most and knows its place there. Which record names which finding is found out when somebody first asks. Owned by ShanhaiChecks. */

#pragma once

#include "shanhai-finding.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFindingList ShanhaiFindingList;

/* `indexed`: the records' table is kept from the beginning, rather than made at the first question */
ShanhaiFindingList *shanhai_finding_list_new    (bool                 indexed);
void                shanhai_finding_list_free   (ShanhaiFindingList  *self);
guint               shanhai_finding_list_get_n  (ShanhaiFindingList  *self);
/* (transfer none) (nullable): NULL behind the last one */
ShanhaiFinding     *shanhai_finding_list_get    (ShanhaiFindingList  *self,
                                                 guint                position);
/* where it is then */
guint               shanhai_finding_list_add    (ShanhaiFindingList  *self,
                                                 ShanhaiFinding      *finding);
/* of findings that come in their order: at the end */
void                shanhai_finding_list_append (ShanhaiFindingList  *self,
                                                 ShanhaiFinding      *finding);
/* where it was */
guint               shanhai_finding_list_remove (ShanhaiFindingList  *self,
                                                 ShanhaiFinding      *finding);
/* `decision`: what settles it, or NULL; it may be in no list yet */
void                shanhai_finding_list_settle (ShanhaiFindingList  *self,
                                                 ShanhaiFinding      *finding,
                                                 ShanhaiRecord       *decision);
/* (transfer none) (nullable): of ShanhaiFinding, in no order */
GPtrArray          *shanhai_finding_list_find   (ShanhaiFindingList  *self,
                                                 const char          *id);
/* how many aren't settled: views ask at every change */
guint               shanhai_finding_list_count  (ShanhaiFindingList  *self,
                                                 ShanhaiGravity       gravity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFindingList, shanhai_finding_list_free)

G_END_DECLS
