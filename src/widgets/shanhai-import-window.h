/* shanhai-import-window.h - a table on its way into the casebook: seen, mapped, mended, imported. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the first rows and what their cells are read as, lets the person say what each column becomes, and lists what can't be read by row
 * and column. Importing is one change through the casebook's history. What a table's columns became is remembered by its headings. The
 * window is modal: while it is open the casebook isn't edited, so that a thread may read it. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-table-import.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_IMPORT_WINDOW (shanhai_import_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiImportWindow, shanhai_import_window, SHANHAI, IMPORT_WINDOW, GtkWindow)

/* Signal "imported" (const char *message): done; the window closes after it.
 * `case_id` (nullable): the case that is proposed */
GtkWidget                *shanhai_import_window_new         (ShanhaiCasebook      *casebook,
                                                             const char           *case_id);
void                      shanhai_import_window_open        (ShanhaiImportWindow  *self,
                                                             GFile                *file);
/* (transfer none) (nullable): what an import would do now; NULL while that is being found out */
const ShanhaiTableImport *shanhai_import_window_get_import  (ShanhaiImportWindow  *self);
/* (transfer none) (nullable) */
const ShanhaiTableMapping *shanhai_import_window_get_mapping (ShanhaiImportWindow *self);

G_END_DECLS
