/* shanhai-relation-list.c - the sums that persons have stated by hand: all of them, to be searched, shown and taken back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There may be thousands: rows are made for what is in view, a search goes through the list in slices. */

#include "shanhai-config.h"

#include "shanhai-relation-list.h"

#include <glib/gi18n.h>

#include "shanhai-relation-window.h"
#include "shanhai-relation.h"
#include "shanhai-search.h"
#include "shanhai-wording.h"

/* so few are found by looking */
#define FEW 8
/* px */
#define ROW_HEIGHT 62
#define MAX_HEIGHT 380

struct _ShanhaiRelationList
{
  GtkWidget           parent_instance;

  ShanhaiCasebook    *casebook;
  GHashTable         *haystacks;  /* of a ShanhaiDecision, referenced; filled when they are searched */
  ShanhaiSearch      *search;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  GtkWidget          *list;
  GtkWidget          *show, *take_back;
};

G_DEFINE_FINAL_TYPE (ShanhaiRelationList, shanhai_relation_list, GTK_TYPE_WIDGET)

static char *
dup_sum (ShanhaiRelationList *self,
         ShanhaiRecord       *relation)
{
  return shanhai_relation_dup_words (self->casebook, relation, true);
}

/* -- the search -- */

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  ShanhaiRelationList *self = data;
  ShanhaiHaystack *haystack;

  if (self->search == NULL)
    return TRUE;

  haystack = g_hash_table_lookup (self->haystacks, item);
  if (haystack == NULL)
    {
      g_autofree char *sum = dup_sum (self, item), *told = shanhai_decision_dup_relation_words (self->casebook, item);
      g_autofree char *text = g_strdup_printf ("%s\n%s", sum, told);

      haystack = shanhai_haystack_new (text);
      g_hash_table_insert (self->haystacks, g_object_ref (item), haystack);
    }

  return shanhai_search_matches (self->search, haystack);
}

static void
search_changed_cb (ShanhaiRelationList *self,
                   GtkEditable         *entry)
{
  g_clear_pointer (&self->search, shanhai_search_free);
  self->search = shanhai_search_new (gtk_editable_get_text (entry));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Escape clears the words; where there are none, it closes the popover */
static void
stop_search_cb (ShanhaiRelationList *self,
                GtkEditable         *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (*gtk_editable_get_text (entry) != '\0')
    gtk_editable_set_text (entry, "");
  else if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* -- rows -- */

static void
append_label (GtkWidget  *row,
              const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (row), label);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  append_label (row, "numeric");
  append_label (row, "secondary");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (ShanhaiRelationList *self,
         GtkListItem         *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  ShanhaiRecord *relation = gtk_list_item_get_item (item);
  g_autofree char *sum = dup_sum (self, relation), *told = shanhai_decision_dup_relation_words (self->casebook, SHANHAI_DECISION (relation));
  g_autofree char *name = shanhai_wording_join (", ", (const char *[]) { sum, told }, 2);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), sum);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* -- what is done with the one that is selected -- */

static void
selected_cb (ShanhaiRelationList *self)
{
  ShanhaiRecord *relation = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_set_sensitive (self->show, relation != NULL);
  gtk_widget_set_sensitive (self->take_back, relation != NULL && !shanhai_casebook_is_read_only (self->casebook));
  if (relation == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", shanhai_relation_get_records (relation)[0]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), "win.show-finding");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back), "s", shanhai_record_get_id (relation));
  /* what has an action is as sensitive as that */
  if (!shanhai_casebook_is_read_only (self->casebook))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_back), "relations.retract");
}

static void
activate_cb (ShanhaiRelationList *self)
{
  gtk_widget_activate (self->show);
}

/* -- the object -- */

static void
shanhai_relation_list_dispose (GObject *object)
{
  ShanhaiRelationList *self = SHANHAI_RELATION_LIST (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->haystacks, g_hash_table_unref);
  g_clear_pointer (&self->search, shanhai_search_free);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_relation_list_parent_class)->dispose (object);
}

static void
shanhai_relation_list_class_init (ShanhaiRelationListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_relation_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
shanhai_relation_list_init (ShanhaiRelationList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->haystacks = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) shanhai_haystack_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

static void
add_search (ShanhaiRelationList *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search sums stated by hand"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

static void
add_list (ShanhaiRelationList *self,
          GListModel          *relations)
{
  GtkFilterListModel *found;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint n = g_list_model_get_n_items (relations);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (relations), g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (found, TRUE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sums stated by hand"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), (int) MIN (n * ROW_HEIGHT, MAX_HEIGHT));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
add_buttons (ShanhaiRelationList *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->show = gtk_button_new_with_mnemonic (_("_Show"));
  self->take_back = gtk_button_new_with_mnemonic (_("_Take Back"));
  gtk_box_append (GTK_BOX (bar), self->show);
  gtk_box_append (GTK_BOX (bar), self->take_back);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
}

GtkWidget *
shanhai_relation_list_new (ShanhaiCasebook *casebook)
{
  ShanhaiRelationList *self = g_object_new (SHANHAI_TYPE_RELATION_LIST, NULL);
  g_autoptr (GPtrArray) relations = shanhai_casebook_dup_relations (casebook, NULL);
  g_autoptr (GListStore) store = g_list_store_new (SHANHAI_TYPE_RECORD);

  self->casebook = g_object_ref (casebook);
  g_list_store_splice (store, 0, 0, relations->pdata, relations->len);
  if (relations->len > FEW)
    add_search (self);
  add_list (self, G_LIST_MODEL (store));
  add_buttons (self);
  selected_cb (self);

  return GTK_WIDGET (self);
}

GtkSelectionModel *
shanhai_relation_list_get_model (ShanhaiRelationList *self)
{
  g_return_val_if_fail (SHANHAI_IS_RELATION_LIST (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}
