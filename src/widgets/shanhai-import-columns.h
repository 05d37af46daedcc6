/* shanhai-import-columns.h - the choice of what a column of a table becomes. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-table-mapping.h"

G_BEGIN_DECLS

/* a drop-down with the members of the mapping's type, "not imported" first; a value of one indicator or time has an entry of its own */
GtkWidget  *shanhai_import_columns_new_choice     (const ShanhaiTableMapping *mapping,
                                                   guint                      column,
                                                   ShanhaiCasebook           *casebook,
                                                   ShanhaiLanguage            language);
/* (transfer none) (nullable): for shanhai_table_mapping_set_target() */
const char *shanhai_import_columns_get_target     (GtkDropDown               *choice);
/* Its text gives way where there is little room, and is whole in the list that opens. */
void        shanhai_import_columns_let_shrink     (GtkDropDown               *choice);
/* translated: "Figure" for observations */
const char *shanhai_import_columns_get_type_title (ShanhaiRecordType          type);

G_END_DECLS
