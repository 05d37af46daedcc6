/* shanhai-record-table-private.h - what the parts of the table of records know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table itself (shanhai-record-table.c) is the template, the properties and what is listed. In which order, and when the rows are made, is in
 * shanhai-record-table-rows.c, which of them are selected and where they are in shanhai-record-table-selection.c, what is done to the selected ones in
 * shanhai-record-table-actions.c, the cell that the keys are on and its editor in shanhai-record-table-editing.c, what is copied in
 * shanhai-record-table-copy.c, details, menu and tooltips in shanhai-record-table-pointer.c. */

#pragma once

#include "shanhai-record-table.h"

#include "shanhai-cell-editor.h"
#include "shanhai-empty-state.h"
#include "shanhai-record-cells.h"
#include "shanhai-sorted-records.h"

G_BEGIN_DECLS

struct _ShanhaiRecordTable
{
  GtkWidget             parent_instance;

  char                 *columns_name;
  const ShanhaiRecordColumn *columns;
  guint                 n_columns;

  ShanhaiCasebook      *casebook;
  GSignalGroup         *casebook_signals;
  char                 *case_id;    /* of what is made here */
  GListModel           *model;
  ShanhaiSortedRecords *sorted;
  GtkSliceListModel    *rows;       /* those of the sorted ones that the view knows of; all, soon */
  guint                 rows_id;
  GtkMultiSelection    *selection;
  ShanhaiRecordCells   *cells;
  char                 *selected;   /* the leading row's record */
  bool                  syncing;    /* the selection is being set from "selected" */
  guint                 refresh_id;
  bool                  reworded;   /* since the last refresh */
  guint                 go_id;
  guint                 going;      /* the row that gets the keyboard */
  guint                 cursor;     /* the column that the keys are on */
  GCancellable         *pasting;

  GtkBox               *box;
  GtkBox               *bar;
  GtkButton            *add;
  GtkLabel             *count;
  GtkStack             *stack;
  GtkOverlay           *overlay;
  GtkColumnView        *view;
  ShanhaiEmptyState    *empty;
  GtkButton            *empty_add;
  GMenuModel           *menu_model;
  GtkWidget            *start;      /* (nullable): at the beginning of the bar */
  GtkWidget            *menu;       /* these are made when asked for */
  GtkWidget            *details;
  ShanhaiCellEditor    *editor;
  ShanhaiRecord        *edited;     /* whose cell the editor is over */
};

/* -- shanhai-record-table.c -- */

bool           shanhai_record_table_is_writable  (ShanhaiRecordTable *self);

/* -- shanhai-record-table-selection.c -- */

/* (transfer none) (nullable): the list holds on to it; NULL for a heading */
ShanhaiRecord *shanhai_record_table_peek         (ShanhaiRecordTable *self,
                                                  guint               position);
guint          shanhai_record_table_find         (ShanhaiRecordTable *self,
                                                  ShanhaiRecord      *record);
/* the row that leads: what is done to one row is done to it; GTK_INVALID_LIST_POSITION for none */
guint          shanhai_record_table_get_lead     (ShanhaiRecordTable *self);
/* (transfer container) (element-type ShanhaiRecord): as shown */
GPtrArray     *shanhai_record_table_dup_selected (ShanhaiRecordTable *self);
void           shanhai_record_table_select       (ShanhaiRecordTable *self,
                                                  guint               position);
void           shanhai_record_table_scroll_to    (ShanhaiRecordTable *self,
                                                  guint               position);
/* scrolls to a row and gives it the keyboard, as soon as it has its place; not when something else has taken the keyboard by then */
void           shanhai_record_table_go_to        (ShanhaiRecordTable *self,
                                                  guint               position);
/* gives the keyboard to a row, which must be in view */
void           shanhai_record_table_focus_row    (ShanhaiRecordTable *self,
                                                  guint               position);

/* -- shanhai-record-table-rows.c -- */

/* (transfer full): what the headings say first, the usual order where they say nothing; @tree: each level keeps its own */
GtkSorter     *shanhai_record_table_new_sorter      (ShanhaiRecordTable *self,
                                                     bool                tree);
void           shanhai_record_table_init_rows       (ShanhaiRecordTable *self);
void           shanhai_record_table_drop_rows       (ShanhaiRecordTable *self);
/* with another list: the first ones, then the rest */
void           shanhai_record_table_show_first_rows (ShanhaiRecordTable *self);
/* all of them, now: before anything is asked about them */
void           shanhai_record_table_show_rows       (ShanhaiRecordTable *self);
/* into a window, and out of it */
void           shanhai_record_table_take_rows       (ShanhaiRecordTable *self);
void           shanhai_record_table_lay_down_rows   (ShanhaiRecordTable *self);

/* -- shanhai-record-table-pointer.c -- */

void           shanhai_record_table_install_pointer (GtkWidgetClass  *widget_class);
void           shanhai_record_table_show_details (ShanhaiRecordTable *self,
                                                  ShanhaiRecord      *record);
/* below the row, or in the middle where the row isn't in view */
void           shanhai_record_table_point_to     (ShanhaiRecordTable *self,
                                                  GtkWidget          *popover,
                                                  ShanhaiRecord      *record);

/* -- shanhai-record-table-actions.c -- */

void           shanhai_record_table_install_actions (GtkWidgetClass     *widget_class);
/* says on the buttons what is added, once the columns are set */
void           shanhai_record_table_name_actions    (ShanhaiRecordTable *self);
/* what can be done to what is selected now */
void           shanhai_record_table_update_actions  (ShanhaiRecordTable *self);
/* @x, @y: of the table; -1: at the row */
void           shanhai_record_table_popup_menu      (ShanhaiRecordTable *self,
                                                     double              x,
                                                     double              y);

/* -- shanhai-record-table-editing.c -- */

void           shanhai_record_table_install_editing (GtkWidgetClass     *widget_class);
void           shanhai_record_table_init_editing    (ShanhaiRecordTable *self);
/* (nullable): what can be edited there */
const char    *shanhai_record_table_get_member      (ShanhaiRecordTable *self,
                                                     ShanhaiRecord      *record,
                                                     guint               column);
void           shanhai_record_table_set_cursor      (ShanhaiRecordTable *self,
                                                     guint               column);
/* where the keys are on the mark of a citation, what it stands for */
bool           shanhai_record_table_show_citation   (ShanhaiRecordTable *self,
                                                     guint               position);
/* Opens the editor over a cell. False where nothing can be edited; says why when the casebook is read-only. */
bool           shanhai_record_table_edit_cell       (ShanhaiRecordTable *self,
                                                     guint               position,
                                                     guint               column);
/* @keep: what was typed is taken over; false is for what can't be kept */
bool           shanhai_record_table_stop_editing    (ShanhaiRecordTable *self,
                                                     bool                keep);

G_END_DECLS
