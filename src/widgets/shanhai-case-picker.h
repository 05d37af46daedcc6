/* shanhai-case-picker.h - a button that opens a check list of cases: which of them to compare. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All cases are picked until a person says otherwise. What was taken out stays out, also while it has nothing to show. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_PICKER (shanhai_case_picker_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCasePicker, shanhai_case_picker, SHANHAI, CASE_PICKER, GtkWidget)

/* Signal "changed": other cases are picked. Actions: "cases.all", "cases.none" */
GtkWidget  *shanhai_case_picker_new          (void);

/* Another casebook (nullable) picks all of its cases. */
void        shanhai_case_picker_set_casebook (ShanhaiCasePicker  *self,
                                              ShanhaiCasebook    *casebook);
/* @ids: (nullable): the cases that have something to show; the others can't be picked now. NULL: all. Emits nothing. */
void        shanhai_case_picker_set_offered  (ShanhaiCasePicker  *self,
                                              const char * const *ids);
/* (transfer full): ids of the cases that are offered and picked, NULL-terminated, in the order of their titles */
char      **shanhai_case_picker_dup_picked   (ShanhaiCasePicker  *self);
bool        shanhai_case_picker_is_picked    (ShanhaiCasePicker  *self,
                                              const char         *id);
void        shanhai_case_picker_set_picked   (ShanhaiCasePicker  *self,
                                              const char         *id,
                                              bool                picked);

G_END_DECLS
