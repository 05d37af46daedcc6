/* shanhai-case-row.h - a case in a list: its title, and its kind, years and number of figures. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-case.h"
#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_ROW (shanhai_case_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCaseRow, shanhai_case_row, SHANHAI, CASE_ROW, GtkWidget)

/* Actions: "case.show", "case.copy-title"; the context menu has them. */
GtkWidget   *shanhai_case_row_new      (void);

ShanhaiCase *shanhai_case_row_get_case (ShanhaiCaseRow  *self);
/* @the_case: (nullable): of @casebook, whose figures are counted */
void         shanhai_case_row_set_case (ShanhaiCaseRow  *self,
                                        ShanhaiCasebook *casebook,
                                        ShanhaiCase     *the_case);

/* (transfer full): "2014–2020 · 61 figures · east–west cooperation", without what isn't known */
char        *shanhai_case_row_describe (ShanhaiCasebook *casebook,
                                        ShanhaiCase     *the_case,
                                        ShanhaiLanguage  language);

G_END_DECLS
