/* shanhai-source-row.h - a source in a list: its title, publisher and date, and how many figures it has. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_ROW (shanhai_source_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceRow, shanhai_source_row, SHANHAI, SOURCE_ROW, GtkWidget)

GtkWidget          *shanhai_source_row_new         (void);

ShanhaiSource      *shanhai_source_row_get_source  (ShanhaiSourceRow *self);
/* @source: (nullable): of @casebook, whose citations are counted */
void                shanhai_source_row_set_source  (ShanhaiSourceRow *self,
                                                    ShanhaiCasebook  *casebook,
                                                    ShanhaiSource    *source);

/* (transfer full): a factory for lists of ShanhaiSource */
GtkListItemFactory *shanhai_source_row_new_factory (ShanhaiCasebook  *casebook);
/* (transfer full): the newest first; what has no date comes last */
GtkSorter          *shanhai_source_row_new_sorter  (void);

G_END_DECLS
