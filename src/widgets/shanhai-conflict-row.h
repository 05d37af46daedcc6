/* shanhai-conflict-row.h - one conflict of a merge: what it is about, and both sides to choose from. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each side is a button with the value and the words that it was read from. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-conflict.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CONFLICT_ROW (shanhai_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiConflictRow, shanhai_conflict_row, SHANHAI, CONFLICT_ROW, GtkWidget)

GtkWidget *shanhai_conflict_row_new          (void);
/* `conflict` (nullable): none; the casebooks name what each side refers to */
void       shanhai_conflict_row_set_conflict (ShanhaiConflictRow *self,
                                              ShanhaiConflict    *conflict,
                                              ShanhaiCasebook    *mine,
                                              ShanhaiCasebook    *theirs);

/* (transfer full): "Poverty rate, Dongxiang County · Value": pure, for the filter and for screen readers */
char      *shanhai_conflict_dup_title        (ShanhaiConflict    *conflict,
                                              ShanhaiCasebook    *mine,
                                              ShanhaiCasebook    *theirs);
/* (transfer full): what a side says, in words */
char      *shanhai_conflict_dup_value        (ShanhaiConflict    *conflict,
                                              ShanhaiSide         side,
                                              ShanhaiCasebook    *casebook);

G_END_DECLS
