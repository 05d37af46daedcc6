/* shanhai-record-table-pointer.c - what presses, Enter and the pointer find out about a row of a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

#include "shanhai-record-details.h"

void
shanhai_record_table_point_to (ShanhaiRecordTable *self,
                               GtkWidget          *popover,
                               ShanhaiRecord      *record)
{
  GtkWidget *cell = shanhai_record_cells_find (self->cells, record);
  graphene_rect_t bounds;
  GdkRectangle rectangle = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, gtk_widget_get_height (GTK_WIDGET (self)) / 2, 1, 1 };

  if (cell != NULL && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                 MAX (1, MIN ((int) bounds.size.width, gtk_widget_get_width (GTK_WIDGET (self)))),
                                 MAX (1, (int) bounds.size.height) };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rectangle);
}

void
shanhai_record_table_show_details (ShanhaiRecordTable *self,
                                   ShanhaiRecord      *record)
{
  if (self->casebook == NULL)
    return;

  g_clear_pointer (&self->details, gtk_widget_unparent);
  self->details = shanhai_record_details_new_popover (self->casebook, record);
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));
  shanhai_record_table_point_to (self, self->details, record);
  gtk_popover_popup (GTK_POPOVER (self->details));
}

/* Enter, or a double click: the cell is edited where that can be, else told about */
static void
activate_cb (ShanhaiRecordTable *self,
             guint               position)
{
  ShanhaiRecord *record = shanhai_record_table_peek (self, position);

  if (record == NULL)
    return;
  if (shanhai_record_table_show_citation (self, position))
    return;
  if (shanhai_record_table_is_writable (self) && shanhai_record_table_edit_cell (self, position, self->cursor))
    return;
  shanhai_record_table_show_details (self, record);
}

static void
secondary_cb (ShanhaiRecordTable *self,
              int                 n_press,
              double              x,
              double              y,
              GtkGesture         *gesture)
{
  guint position = shanhai_record_cells_pick (self->cells, GTK_WIDGET (self), x, y);

  /* on the headings, GTK's own menu, or none */
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    shanhai_record_table_select (self, position);
  shanhai_record_table_set_cursor (self, shanhai_record_cells_pick_column (self->cells, GTK_WIDGET (self), x, y));
  shanhai_record_table_popup_menu (self, x, y);
}

static gboolean
tooltip_cb (ShanhaiRecordTable *self,
            int                 x,
            int                 y,
            gboolean            keyboard,
            GtkTooltip         *tooltip)
{
  const char *text = keyboard ? NULL : shanhai_record_cells_get_cut_text (self->cells, GTK_WIDGET (self->view), x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
shanhai_record_table_install_pointer (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
}
