/* shanhai-import-preview.h - the first rows of a table, and what their cells are read as. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Over each column stands the choice of what it becomes; under each cell what it is read as, or what is wrong with it. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-table-import.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_IMPORT_PREVIEW (shanhai_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiImportPreview, shanhai_import_preview, SHANHAI, IMPORT_PREVIEW, GtkWidget)

/* Signal "target-changed" (guint column, const char *target): the person chose another; for shanhai_table_mapping_set_target() */

/* Shows the table from the row below its headings. `table` (nullable): NULL empties the preview; `mapping` (nullable): NULL for a table that
 * was exported, whose columns say themselves what they are. Both and the casebook must live, and the table stay as it is, until others are
 * set; the mapping may change. */
void shanhai_import_preview_set_table  (ShanhaiImportPreview      *self,
                                        ShanhaiCasebook           *casebook,
                                        const ShanhaiTable        *table,
                                        const ShanhaiTableMapping *mapping);
/* Reads the cells anew, as the mapping has them now. `import` (nullable) (not kept): its problems stand under their cells. The headings
 * stay, with the focus that may be in them. */
void shanhai_import_preview_update     (ShanhaiImportPreview      *self,
                                        const ShanhaiTableImport  *import);
/* Brings the cell into the preview, marks it and scrolls to it. `column`: -1 for the row as a whole */
void shanhai_import_preview_show_cell  (ShanhaiImportPreview      *self,
                                        const ShanhaiTableImport  *import,
                                        guint                      row,
                                        int                        column);

G_END_DECLS
