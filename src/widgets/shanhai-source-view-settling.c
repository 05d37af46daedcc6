/* shanhai-source-view-settling.c - accepts, changes and ignores the figures that the reader found. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include <glib/gi18n.h>

#include "shanhai-record-editor.h"

/* figures that are looked at to tell how many of each kind there are */
#define MAX_COUNTED 3000

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  ShanhaiSourceFigure *figure = gtk_single_selection_get_selected_item (self->selection);
  ShanhaiRecord *decision = shanhai_source_figure_get_record (figure);
  const guint index = shanhai_source_figure_get_index (figure);
  const char *decision_id = decision != NULL ? shanhai_record_get_id (decision) : NULL;
  g_autoptr (ShanhaiChange) change = shanhai_proposals_new_accept (self->proposals, &index, 1, &decision_id);

  shanhai_source_view_apply (self, change);
}

static void
ignore_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  const guint index = shanhai_source_figure_get_index (gtk_single_selection_get_selected_item (self->selection));
  g_autoptr (ShanhaiChange) change = shanhai_proposals_new_ignore (self->proposals, &index, 1);

  shanhai_source_view_apply (self, change);
}

/* the change has been applied by the form; the view hears of it in a moment */
static void
saved_cb (ShanhaiSourceView *self)
{
  self->is_settling = true;
  shanhai_source_view_queue_refresh (self);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  const guint index = shanhai_source_figure_get_index (gtk_single_selection_get_selected_item (self->selection));
  GtkWidget *window = shanhai_record_editor_new_from (shanhai_proposals_get_drafts (self->proposals), shanhai_proposals_get_record (self->proposals, index));

  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

/* the figures of the reading that wait, and would become records of that type; OTHER: all */
static GArray *
list_waiting (ShanhaiSourceView *self,
              ShanhaiRecordType  type)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));

  for (guint i = 0; i < n && indices->len < MAX_COUNTED; i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);
      const guint index = shanhai_source_figure_get_index (figure);

      if (shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED
          && (type == SHANHAI_RECORD_OTHER || shanhai_record_get_record_type (shanhai_proposals_get_record (self->proposals, index)) == type))
        g_array_append_val (indices, index);
    }
  return indices;
}

static void
accept_type_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  g_autoptr (GArray) indices = NULL;
  g_autoptr (ShanhaiChange) change = NULL;

  if (self->proposals == NULL)
    return;
  indices = list_waiting (self, shanhai_record_type_from_name (g_variant_get_string (parameter, NULL)));
  if (indices->len == 0)
    return;
  change = shanhai_proposals_new_accept (self->proposals, (const guint *) (gpointer) indices->data, indices->len, NULL);
  shanhai_source_view_apply (self, change);
}

/* what can be accepted at one go: counted when it is asked */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  static const struct { ShanhaiRecordType type; const char *label; } types[] = {
    { SHANHAI_RECORD_OBSERVATION, N_ ("All Indicators (%u)") },
    { SHANHAI_RECORD_FLOW, N_ ("All Funds (%u)") },
    { SHANHAI_RECORD_EXCHANGE, N_ ("All People (%u)") },
    { SHANHAI_RECORD_PAIRING, N_ ("All Pairings (%u)") },
    { SHANHAI_RECORD_OTHER, N_ ("All That Are Left (%u)") },
  };
  ShanhaiSourceView *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) whole = g_menu_new ();

  for (guint i = 0; self->proposals != NULL && i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GArray) indices = list_waiting (self, types[i].type);
      g_autofree char *number = g_strdup_printf ("%u", indices->len);
      g_autoptr (GString) label = g_string_new (_ (types[i].label));
      g_autoptr (GMenuItem) item = NULL;
      const char *name = shanhai_record_type_get_name (types[i].type);

      if (indices->len == 0)
        continue;
      g_string_replace (label, "%u", number, 1);
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "source.accept-type", "s", name != NULL ? name : "");
      g_menu_append_item (types[i].type == SHANHAI_RECORD_OTHER ? whole : menu, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (whole));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
shanhai_source_view_class_install_settling (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "source.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "source.ignore", NULL, ignore_action);
  gtk_widget_class_install_action (widget_class, "source.accept-type", "s", accept_type_action);
}

void
shanhai_source_view_set_up_settling (ShanhaiSourceView *self)
{
  gtk_menu_button_set_create_popup_func (self->accept_all, create_menu_cb, self, NULL);
}
