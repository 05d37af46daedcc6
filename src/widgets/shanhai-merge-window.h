/* shanhai-merge-window.h - another casebook's edits are taken into this one, conflict by conflict. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Modal for its parent: the casebook mustn't change while it is open, and the merge is worked out in a thread. What the person takes is one change in the
 * casebook's history. Signal "merged": after that change; the window closes by itself. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_MERGE_WINDOW (shanhai_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiMergeWindow, shanhai_merge_window, SHANHAI, MERGE_WINDOW, GtkWindow)

/* `base` is nullable: what both come from, if that is known, of the document's casebook or another one. All are held; theirs mustn't be changed by anybody. */
GtkWidget *shanhai_merge_window_new      (ShanhaiDocument    *document,
                                          ShanhaiCasebook    *theirs,
                                          ShanhaiBaseline    *base);
/* whether the merge has been worked out, so that there is something to choose and to apply */
bool       shanhai_merge_window_is_ready (ShanhaiMergeWindow *self);

G_END_DECLS
