/* shanhai-figure-details.h - a proposal in full: the record as it would be, and what can be done with it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of the row that is open in the list of a source's figures; made when a row opens first, for there are hundreds of rows. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-proposals.h"
#include "shanhai-source-figures.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FIGURE_DETAILS (shanhai_figure_details_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFigureDetails, shanhai_figure_details, SHANHAI, FIGURE_DETAILS, GtkWidget)

GtkWidget *shanhai_figure_details_new  (void);
/* @figure: one of the reading's, proposed or ignored */
void       shanhai_figure_details_show (ShanhaiFigureDetails *self,
                                        ShanhaiCasebook      *casebook,
                                        ShanhaiProposals     *proposals,
                                        ShanhaiSourceFigure  *figure);

G_END_DECLS
