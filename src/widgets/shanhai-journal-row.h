/* shanhai-journal-row.h - unsaved changes in a list: whose they are, how many, and what can be done with them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They can be shown, and thrown away: that asks first, in the row itself. What else can be done is the window's, which adds a button. Signals: "deleted", when
 * they are gone and the row with them should go, and "failed" (char *message). */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-journal-folder.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_JOURNAL_ROW (shanhai_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiJournalRow, shanhai_journal_row, SHANHAI, JOURNAL_ROW, GtkListBoxRow)

/* @named: it is told whose they are. @info is read at once. */
GtkWidget *shanhai_journal_row_new        (const ShanhaiJournalInfo *info,
                                           bool                      named);
/* before the button that throws away; @action takes a text */
void       shanhai_journal_row_add_button (ShanhaiJournalRow        *self,
                                           const char               *label,
                                           const char               *action,
                                           const char               *target);

G_END_DECLS
