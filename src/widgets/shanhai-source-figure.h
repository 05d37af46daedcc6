/* shanhai-source-figure.h - one figure of a source: recorded, proposed or ignored. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It keeps a copy of its citation: the record may change while a list that holds it still stands in a view. Lists share the proposed ones, which are made with
 * the reading, in its thread; nothing of these changes. */

#pragma once

#include <gio/gio.h>

#include "shanhai-record.h"
#include "shanhai-text-marks.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_FIGURE (shanhai_source_figure_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceFigure, shanhai_source_figure, SHANHAI, SOURCE_FIGURE, GObject)

/* one that a record cites, where it is recorded or ignored */
ShanhaiSourceFigure   *shanhai_source_figure_new          (ShanhaiRecord         *record,
                                                           const ShanhaiCitation *citation);
/* one that the reader found: @index is its place among these. The citation has its place and its paragraph. */
ShanhaiSourceFigure   *shanhai_source_figure_new_proposed (const ShanhaiCitation *citation,
                                                           guint                  index);
/* where it stands: for the list that makes it alone, before anybody sees it */
void                   shanhai_source_figure_set_place    (ShanhaiSourceFigure   *self,
                                                           const ShanhaiTextMark *mark);
/* the same: an ignored figure that the reader still finds can be proposed again */
void                   shanhai_source_figure_set_index    (ShanhaiSourceFigure   *self,
                                                           guint                  index);

/* (transfer none) (nullable): what is recorded of it; the decision where it is ignored; NULL where it is proposed */
ShanhaiRecord         *shanhai_source_figure_get_record   (ShanhaiSourceFigure *self);
const ShanhaiCitation *shanhai_source_figure_get_citation (ShanhaiSourceFigure *self);
ShanhaiStanding        shanhai_source_figure_get_standing (ShanhaiSourceFigure *self);
ShanhaiMarkState       shanhai_source_figure_get_state    (ShanhaiSourceFigure *self);
/* which of the reading's it is; G_MAXUINT for none, as for recorded ones */
guint                  shanhai_source_figure_get_index    (ShanhaiSourceFigure *self);
/* from 1; 0 where nobody knows */
guint                  shanhai_source_figure_get_paragraph (ShanhaiSourceFigure *self);

G_END_DECLS
