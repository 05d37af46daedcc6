/* shanhai-source-figures.h - all figures of one source, in the order of its text: recorded, proposed, ignored. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of ShanhaiSourceFigure. Each is one citation of one record, or a figure that the reader found and nobody has settled yet: one that no citation
 * touches. Made at once from what the casebook holds now; it doesn't change: a view makes a new one
 * when the casebook has. A record that cites the source twice is there twice. */

#pragma once

#include <gio/gio.h>

#include "shanhai-casebook.h"
#include "shanhai-source-figure.h"
#include "shanhai-source-reading.h"
#include "shanhai-source.h"
#include "shanhai-text-marks.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_FIGURES (shanhai_source_figures_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceFigures, shanhai_source_figures, SHANHAI, SOURCE_FIGURES, GObject)

/* @reading: (nullable): of the source's text; without it nothing is proposed */
ShanhaiSourceFigures  *shanhai_source_figures_new         (ShanhaiCasebook      *casebook,
                                                           ShanhaiSource        *source,
                                                           ShanhaiSourceReading *reading);
/* Takes over the items of an older list that say the same, so that a view keeps its rows for them. @touched: (nullable): a set of ids of records that have changed since */
void                   shanhai_source_figures_reuse       (ShanhaiSourceFigures *self,
                                                           ShanhaiSourceFigures *older,
                                                           GHashTable           *touched);
ShanhaiSource         *shanhai_source_figures_get_source  (ShanhaiSourceFigures *self);
/* whether the casebook holds the source's text */
bool                   shanhai_source_figures_is_held     (ShanhaiSourceFigures *self);
/* (transfer none): the source's text, lines ending in LF; an outline of its figures where it isn't held */
const char            *shanhai_source_figures_get_text    (ShanhaiSourceFigures *self);
/* (transfer none): as many as there are items, in the same order */
const ShanhaiTextMark *shanhai_source_figures_get_marks   (ShanhaiSourceFigures *self,
                                                           guint                *n_marks);
/* how many are in that state of finding */
guint                  shanhai_source_figures_count       (ShanhaiSourceFigures *self,
                                                           ShanhaiStanding       standing);
/* how many figures the reader found, and how many of them are recorded or ignored */
guint                  shanhai_source_figures_get_n_read  (ShanhaiSourceFigures *self);
guint                  shanhai_source_figures_get_n_settled (ShanhaiSourceFigures *self);
/* the position of the first figure in that state that stands at @start or behind it, else of the first in that state at all; G_MAXUINT for none */
guint                  shanhai_source_figures_find_state  (ShanhaiSourceFigures *self,
                                                           ShanhaiMarkState      state,
                                                           gint64                start);
/* the position of the record's first citation of this source; G_MAXUINT for none */
guint                  shanhai_source_figures_find_record (ShanhaiSourceFigures *self,
                                                           const char           *record_id);
/* how many citations of that source a casebook has, without making the list */
guint                  shanhai_casebook_count_citations   (ShanhaiCasebook      *casebook,
                                                           const char           *source_id);

G_END_DECLS
