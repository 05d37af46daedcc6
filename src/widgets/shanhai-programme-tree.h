/* shanhai-programme-tree.h - the programmes of a case under their sectors, their outputs under them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the casebook when it is told to; what stays keeps its row, so that opened rows stay open. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-wording.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PROGRAMME_TREE (shanhai_programme_tree_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiProgrammeTree, shanhai_programme_tree, SHANHAI, PROGRAMME_TREE, GObject)

ShanhaiProgrammeTree *shanhai_programme_tree_new       (void);
/* (transfer none): GtkTreeListModel of headings (GtkStringObject), programmes, and what was observed, paid and exchanged in them */
GListModel           *shanhai_programme_tree_get_model (ShanhaiProgrammeTree *self);
/* @case_id: (nullable): NULL empties it. To be called at each change of the casebook or the words. */
void                  shanhai_programme_tree_update    (ShanhaiProgrammeTree *self,
                                                        const ShanhaiWording *wording,
                                                        const char           *case_id);

G_END_DECLS
