/* shanhai-cell-editor.h - a field editor over one cell of a table. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One for a table, made when a cell is edited and gone when that is over. It holds the field's editor and turns keys into moves: Enter takes the entry over,
 * Tab and Shift+Tab too and go on to the next or last cell, Escape leaves it. An entry that can't be read stays, with its error below, until it is mended or left.
 *
 * Signal "done" (int move): the entry was taken over, or left; MOVE says where the keyboard should go. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CELL_EDITOR (shanhai_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCellEditor, shanhai_cell_editor, SHANHAI, CELL_EDITOR, GtkWidget)

typedef enum
{
  SHANHAI_CELL_STAY,    /* back to the cell */
  SHANHAI_CELL_NEXT,
  SHANHAI_CELL_BEFORE,
  SHANHAI_CELL_LEAVE,   /* the keyboard is elsewhere already */
} ShanhaiCellMove;

/* @records: (element-type ShanhaiRecord): what gets the value, all of one type; the first is shown */
GtkWidget *shanhai_cell_editor_new    (ShanhaiCasebook   *casebook,
                                       GPtrArray         *records,
                                       const char        *member);
void       shanhai_cell_editor_start  (ShanhaiCellEditor *self);
/* as if typed over what was there */
void       shanhai_cell_editor_type   (ShanhaiCellEditor *self,
                                       const char        *text);
/* Takes the entry over; false where it can't be read, or the casebook refuses: then the editor says so and stays. */
bool       shanhai_cell_editor_commit (ShanhaiCellEditor *self);

G_END_DECLS
