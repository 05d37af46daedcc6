/* shanhai-relation-list.h - the sums that persons have stated by hand: all of them, to be searched, shown and taken back. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RELATION_LIST (shanhai_relation_list_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRelationList, shanhai_relation_list, SHANHAI, RELATION_LIST, GtkWidget)

/* The sums as they are now. Actions of its surroundings: "win.show-finding", "relations.retract" (the id of the sum). */
GtkWidget         *shanhai_relation_list_new       (ShanhaiCasebook     *casebook);
/* (transfer none): what the list shows: the sums (ShanhaiDecision) that the search finds */
GtkSelectionModel *shanhai_relation_list_get_model (ShanhaiRelationList *self);

G_END_DECLS
