/* shanhai-source-view.h - one source: its imprint, its text with the figures marked, and the list of these. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure that is selected in the text is the one that is selected in the list, and the other way round. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE_VIEW (shanhai_source_view_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourceView, shanhai_source_view, SHANHAI, SOURCE_VIEW, GtkWidget)

/* Actions: "source.next-figure", "source.previous-figure", "source.show-record" (the selected figure's, in its case), "source.copy-quote"; of a proposal "source.accept",
 * "source.change", "source.ignore", "source.accept-type" (type of record, or ""); of the text "source.set-text", "source.cite-new" (type), "source.cite-record",
 * "blemishes.clean". Each that changes something is one undoable change. */
GtkWidget     *shanhai_source_view_new           (void);

ShanhaiSource *shanhai_source_view_get_source    (ShanhaiSourceView *self);
/* @source: (nullable): of @casebook */
void           shanhai_source_view_set_source    (ShanhaiSourceView *self,
                                                  ShanhaiCasebook   *casebook,
                                                  ShanhaiSource     *source);
/* (transfer none) (nullable): the record of the selected figure */
ShanhaiRecord *shanhai_source_view_get_record    (ShanhaiSourceView *self);
/* gives the keyboard to the list of figures, where Enter, Delete and the like settle them */
void           shanhai_source_view_focus_figures (ShanhaiSourceView *self);
/* selects the record's first figure, or where that was when it has gone just now; false when the record doesn't cite this source */
bool           shanhai_source_view_select_record (ShanhaiSourceView *self,
                                                  const char        *record_id);
/* the keys that settle figures: J and K move, Enter accepts, E changes, Delete ignores; false for others */
bool           shanhai_source_view_press         (ShanhaiSourceView *self,
                                                  guint              key,
                                                  GdkModifierType    state);
/* what is selected in the text, else the selected figure with its source, to the clipboard; false when nothing is */
bool           shanhai_source_view_copy          (ShanhaiSourceView *self);
/* (transfer full): "Xiamen Daily · Lu Xiaofeng · 15 Oct 2020 · news story · 1240 characters · Chinese", without what isn't known */
char          *shanhai_source_view_describe      (ShanhaiCasebook   *casebook,
                                                  ShanhaiSource     *source);

G_END_DECLS
