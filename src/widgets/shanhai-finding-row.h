/* shanhai-finding-row.h - a finding in a list: how grave, what it says, which check; or the heading of a group. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-finding.h"
#include "shanhai-finding-group.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FINDING_ROW (shanhai_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFindingRow, shanhai_finding_row, SHANHAI, FINDING_ROW, GtkWidget)

GtkWidget      *shanhai_finding_row_new          (void);
/* @item: (nullable): a ShanhaiFinding or a ShanhaiFindingGroup */
void            shanhai_finding_row_set_item     (ShanhaiFindingRow *self,
                                                  ShanhaiCasebook   *casebook,
                                                  gpointer           item);

/* (transfer full): what it is about, in one line: the case, the check */
char           *shanhai_finding_dup_imprint      (ShanhaiFinding    *finding,
                                                  ShanhaiCasebook   *casebook);
/* (transfer none) (nullable): the case of its records */
const char     *shanhai_finding_get_case_id      (ShanhaiFinding    *finding);

G_END_DECLS
