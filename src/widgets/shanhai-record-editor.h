/* shanhai-record-editor.h - the form for a record of any type, or for what several have in common. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window. Save is one change of the casebook's history, with all that was made in passing; Cancel and Escape keep nothing and ask nothing. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-drafts.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD_EDITOR (shanhai_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecordEditor, shanhai_record_editor, SHANHAI, RECORD_EDITOR, GtkWindow)

/* Signal "saved" (const char *id): the record is in the casebook, or among the drafts; before the window closes. For several, once for each. */

/* for a new record; @case_id: (nullable): the case it belongs to */
GtkWidget *shanhai_record_editor_new      (ShanhaiCasebook   *casebook,
                                           ShanhaiRecordType  type,
                                           const char        *case_id);
/* for a new record that is filled in already, out of an article for one; saving makes it and what it needs of @drafts */
GtkWidget *shanhai_record_editor_new_from (ShanhaiDrafts     *drafts,
                                           ShanhaiRecord     *proposed);
/* for records that are there; several show what they have in common, and get what is touched */
GtkWidget *shanhai_record_editor_new_for  (ShanhaiCasebook   *casebook,
                                           ShanhaiRecord    **records,
                                           guint              n_records);
/* For a record that is made in passing: it becomes a draft. @name: (nullable): what it is called; @context: (nullable): the record that it is made for */
GtkWidget *shanhai_record_editor_new_in   (ShanhaiDrafts     *drafts,
                                           ShanhaiRecordType  type,
                                           const char        *name,
                                           ShanhaiRecord     *context);
/* Does what the button "Save" does. Returns whether it could be saved; else the first error is shown, and the focus is there. */
gboolean   shanhai_record_editor_save     (ShanhaiRecordEditor *self);

G_END_DECLS
