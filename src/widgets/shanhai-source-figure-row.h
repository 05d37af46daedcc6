/* shanhai-source-figure-row.h - one figure of a source in a list: as printed, and what is recorded of it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-proposals.h"
#include "shanhai-source-figures.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_FIGURE_ROW (shanhai_source_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceFigureRow, shanhai_source_figure_row, SHANHAI, SOURCE_FIGURE_ROW, GtkWidget)

GtkWidget  *shanhai_source_figure_row_new         (void);
/* @figure: (nullable): of the source in @casebook. @proposals: (nullable): what figures that aren't recorded may become */
void        shanhai_source_figure_row_set_figure  (ShanhaiSourceFigureRow *self,
                                                   ShanhaiCasebook        *casebook,
                                                   ShanhaiProposals       *proposals,
                                                   ShanhaiSourceFigure    *figure);
/* whether the record that is proposed is shown with all it says */
void        shanhai_source_figure_row_set_open    (ShanhaiSourceFigureRow *self,
                                                   bool                    is_open);

/* (transfer none): what is wrong with where it stands, in a few words; NULL when nothing is */
const char *shanhai_standing_get_warning          (ShanhaiStanding         standing);

G_END_DECLS
