/* shanhai-citing-window.c - a dialog in which a person chooses the record that a passage is cited for. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-citing-window.h"

#include <glib/gi18n.h>

#include "shanhai-record-filter.h"
#include "shanhai-search-escape.h"
#include "shanhai-tab-order.h"
#include "shanhai-two-lines.h"

struct _ShanhaiCitingWindow
{
  GtkWindow            parent_instance;

  ShanhaiCasebook     *casebook;
  GListStore          *records;    /* the likeliest first */
  ShanhaiRecordFilter *filter;

  GtkLabel            *quote;
  GtkSearchEntry      *entry;
  GtkListView         *list;
  GtkSingleSelection  *selection;
  GtkStack            *stack;
  GtkWidget           *cite;
};

G_DEFINE_FINAL_TYPE (ShanhaiCitingWindow, shanhai_citing_window, GTK_TYPE_WINDOW)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
search_changed_cb (ShanhaiCitingWindow *self)
{
  shanhai_record_filter_set_query (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "none");
}

static void
selected_cb (ShanhaiCitingWindow *self)
{
  /* while it is taken apart */
  if (self->cite != NULL)
    gtk_widget_set_sensitive (self->cite, gtk_single_selection_get_selected_item (self->selection) != NULL);
}

/* -- rows: what it is, over when and how much -- */

static void
setup_cb (ShanhaiCitingWindow *self,
          GtkListItem         *item,
          GtkListItemFactory  *factory)
{
  gtk_list_item_set_child (item, shanhai_two_lines_new ());
}

static void
bind_cb (ShanhaiCitingWindow *self,
         GtkListItem         *item,
         GtkListItemFactory  *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  ShanhaiRecord *record = gtk_list_item_get_item (item);
  const ShanhaiQuantity *figure = shanhai_record_get_figure (record);
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autofree char *subject = shanhai_wording_subject (&wording, record);
  g_autofree char *amount = figure != NULL ? shanhai_wording_quantity (&wording, figure) : NULL;
  g_autofree char *period = shanhai_wording_period (&wording, shanhai_record_get_period (record));
  g_autofree char *of_case = shanhai_record_get_record_type (record) != SHANHAI_RECORD_CASE && shanhai_record_get_case_id (record) != NULL
                               ? shanhai_wording_reference (&wording, shanhai_record_get_case_id (record)) : NULL;
  g_autofree char *first = shanhai_wording_join (" · ", (const char *[]) { subject, amount }, 2);
  g_autofree char *second = shanhai_wording_join (" · ", (const char *[]) { period, of_case }, 2);
  g_autofree char *name = shanhai_wording_join (", ", (const char *[]) { first, second }, 2);

  shanhai_two_lines_set (row, first, second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* -- done -- */

static void
cite_cb (ShanhaiCitingWindow *self)
{
  ShanhaiRecord *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (ShanhaiRecord) record = selected != NULL ? g_object_ref (selected) : NULL;

  if (record == NULL)
    return;
  g_signal_emit (self, signals[PICKED], 0, record);
  gtk_window_close (GTK_WINDOW (self));
}

/* the list is gone through without leaving the search */
static gboolean
key_cb (ShanhaiCitingWindow   *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  const guint position = gtk_single_selection_get_selected (self->selection), n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint wanted = position;

  if (key == GDK_KEY_Down && position + 1 < n)
    wanted++;
  else if (key == GDK_KEY_Up && position > 0 && position < n)
    wanted--;
  else
    return FALSE;

  gtk_single_selection_set_selected (self->selection, wanted);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", wanted);
  return TRUE;
}

static void
shanhai_citing_window_dispose (GObject *object)
{
  ShanhaiCitingWindow *self = SHANHAI_CITING_WINDOW (object);

  g_clear_object (&self->records);
  g_clear_object (&self->filter);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_citing_window_parent_class)->dispose (object);
}

static void
shanhai_citing_window_class_init (ShanhaiCitingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_citing_window_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SHANHAI_TYPE_RECORD);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-citing-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, quote);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitingWindow, cite);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shanhai_search_escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, cite_cb);
}

static void
shanhai_citing_window_init (ShanhaiCitingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->records = g_list_store_new (SHANHAI_TYPE_RECORD);

  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
shanhai_citing_window_new (ShanhaiCasebook      *casebook,
                           const char           *quote,
                           const ShanhaiPassage *passage)
{
  ShanhaiCitingWindow *self;
  ShanhaiWording wording;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GtkFilterListModel) shown = NULL;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_CITING_WINDOW, NULL);
  self->casebook = g_object_ref (casebook);
  self->filter = shanhai_record_filter_new (casebook);
  wording = shanhai_wording_now (casebook);
  matches = shanhai_cite_matches_list (casebook, &wording, passage);
  g_list_store_splice (self->records, 0, 0, matches->pdata, matches->len);
  gtk_label_set_label (self->quote, quote);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->records)), GTK_FILTER (g_object_ref (self->filter)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  search_changed_cb (self);
  selected_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}
