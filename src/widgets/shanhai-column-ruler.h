/* shanhai-column-ruler.h - how wide a column of texts has to be. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds up the widths of characters, each of which is measured once: laying out a text costs more than all the rest of its cell. Kerning and ligatures are
 * left out; they rarely make a text wider, and a little room is added for when they do. All widths are in px. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-record-columns.h"

G_BEGIN_DECLS

typedef struct _ShanhaiColumnRuler ShanhaiColumnRuler;

ShanhaiColumnRuler *shanhai_column_ruler_new         (const ShanhaiRecordColumn *column);
void                shanhai_column_ruler_free        (ShanhaiColumnRuler        *self);
/* as if no text had been seen, and in another font maybe */
void                shanhai_column_ruler_forget      (ShanhaiColumnRuler        *self);
/* whether no text could make the column ask for more */
bool                shanhai_column_ruler_is_full     (const ShanhaiColumnRuler  *self);
/* Takes a text into account; true when the column asks for more now. Never for less: a column doesn't shrink while it is read.
 * @view: in whose font the column is shown
 * @ahead: ask for more than that text needs, so that the next one needs no more */
bool                shanhai_column_ruler_grow        (ShanhaiColumnRuler        *self,
                                                      GtkWidget                 *view,
                                                      const char                *text,
                                                      bool                       ahead);
/* what a cell can't do without: what is no figure may be cut off where there is no room; a figure that is cut off is another figure */
int                 shanhai_column_ruler_get_needed  (const ShanhaiColumnRuler  *self);
/* what it would like, in the characters of an inscription */
guint               shanhai_column_ruler_get_asked   (const ShanhaiColumnRuler  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiColumnRuler, shanhai_column_ruler_free)

G_END_DECLS
