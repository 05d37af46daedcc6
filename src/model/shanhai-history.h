/* shanhai-history.h - undo and redo of a casebook, without limit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way by which a person's edits reach a casebook: what an editor, an import, a merge, an accepted proposal or a settled finding does is one
 * change, handed to shanhai_history_apply(). Each casebook has one history (shanhai_casebook_get_history()). A change that is applied past it
 * makes it forget its steps, since they would no longer fit.
 *
 * Properties, read only, all notify: "can-undo", "can-redo", "undo-title", "redo-title" (nullable). Signal "moved" (ShanhaiChange *change,
 * int move): after each step, when the casebook and the properties have changed; `change` is what was applied to the casebook just now, for an
 * undo the reverse of what was done. From within the casebook's own "changed", which comes before, the history mustn't be moved. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_HISTORY (shanhai_history_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiHistory, shanhai_history, SHANHAI, HISTORY, GObject)

typedef enum
{
  SHANHAI_HISTORY_APPLIED,
  SHANHAI_HISTORY_UNDONE,
  SHANHAI_HISTORY_REDONE,
} ShanhaiHistoryMove;

/* (transfer none): made at the first call */
ShanhaiHistory *shanhai_casebook_get_history   (ShanhaiCasebook *self);

/* Applies a change and remembers it; what was undone before can't be redone any more. The change is kept. Nothing happens to a change that
 * alters nothing. */
bool            shanhai_history_apply          (ShanhaiHistory  *self,
                                                ShanhaiChange   *change,
                                                GError         **error);
/* false with no error when there is nothing to undo */
bool            shanhai_history_undo           (ShanhaiHistory  *self,
                                                GError         **error);
bool            shanhai_history_redo           (ShanhaiHistory  *self,
                                                GError         **error);
bool            shanhai_history_can_undo       (ShanhaiHistory  *self);
bool            shanhai_history_can_redo       (ShanhaiHistory  *self);
/* (nullable): the title of the change that undo would take back */
const char     *shanhai_history_get_undo_title (ShanhaiHistory  *self);
const char     *shanhai_history_get_redo_title (ShanhaiHistory  *self);
/* A number for the state that the casebook is in: the same again after an undo or redo has brought that state back. 0 is the state at the start. */
guint64         shanhai_history_get_state      (ShanhaiHistory  *self);

G_END_DECLS
