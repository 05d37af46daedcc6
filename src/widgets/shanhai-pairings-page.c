/* shanhai-pairings-page.c - who is paired with whom, level by level. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Above, the levels as cards, each link in them one line, counted groups as one block; below, the table. A card names the first links of its level and
 * how many more there are: the table has them all. */

#include "shanhai-config.h"

#include "shanhai-pairings-page.h"

#include <glib/gi18n.h>

#include "shanhai-pairing.h"
#include "shanhai-empty-state.h"
#include "shanhai-finding-badge.h"
#include "shanhai-record-order.h"
#include "shanhai-record-table.h"
#include "shanhai-split.h"
#include "shanhai-vocabulary.h"

#define LINKS_IN_A_CARD 6

struct _ShanhaiPairingsPage
{
  ShanhaiCaseSection  parent_instance;

  GListModel         *pairings;
  gulong              pairings_handler;

  GtkStack           *stack;
  GtkFlowBox         *levels;
  ShanhaiRecordTable *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiPairingsPage, shanhai_pairings_page, SHANHAI_TYPE_CASE_SECTION)

static void
link_clicked_cb (GtkButton *button,
                 gpointer   data)
{
  ShanhaiPairingsPage *self = data;

  shanhai_record_table_set_selected (self->table, gtk_widget_get_name (GTK_WIDGET (button)));
}

static bool
is_counted (const ShanhaiEnds *ends)
{
  return ends != NULL && ends->n == 1 && ends->items[0].count != NULL;
}

static GtkWidget *
new_end (const ShanhaiWording *wording,
         const ShanhaiEnds    *ends)
{
  g_autofree char *text = shanhai_wording_ends (wording, ends);
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : "—");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_tooltip_text (label, text);
  if (is_counted (ends))
    gtk_widget_add_css_class (label, "counted-group");
  return label;
}

static GtkWidget *
new_link (ShanhaiPairingsPage  *self,
          const ShanhaiWording *wording,
          ShanhaiPairing       *pairing)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *badge = shanhai_finding_badge_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow = gtk_label_new ("→");
  GtkWidget *assisted = new_end (wording, shanhai_pairing_get_assisted (pairing));
  g_autofree char *name = shanhai_wording_record (wording, SHANHAI_RECORD (pairing));

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_set_hexpand (assisted, TRUE);
  gtk_box_append (GTK_BOX (box), new_end (wording, shanhai_pairing_get_assisting (pairing)));
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), assisted);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "pairing-link");
  gtk_widget_set_name (button, shanhai_record_get_id (SHANHAI_RECORD (pairing)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_clicked_cb), self, 0);

  shanhai_finding_badge_show (SHANHAI_FINDING_BADGE (badge), wording->casebook,
                              (const char * const[]) { shanhai_record_get_id (SHANHAI_RECORD (pairing)), NULL });
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), badge);
  return line;
}

static GtkWidget *
new_level (ShanhaiPairingsPage  *self,
           const ShanhaiWording *wording,
           const char           *level,
           GPtrArray            *links)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *heading = level != NULL ? shanhai_wording_key (wording, "levels.pairing", level)
                                           : g_strdup (_ ("Level not stated"));
  GtkWidget *title = gtk_label_new (heading);
  GtkFlowBoxChild *child = GTK_FLOW_BOX_CHILD (gtk_flow_box_child_new ());

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "small-heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "level-card");
  gtk_widget_set_valign (GTK_WIDGET (child), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), title);

  for (guint i = 0; i < links->len && i < LINKS_IN_A_CARD; i++)
    gtk_box_append (GTK_BOX (card), new_link (self, wording, g_ptr_array_index (links, i)));
  if (links->len > LINKS_IN_A_CARD)
    {
      guint n = links->len - LINKS_IN_A_CARD;
      g_autofree char *more = g_strdup_printf (g_dngettext (NULL, "and %u more", "and %u more", n), n);
      GtkWidget *label = gtk_label_new (more);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (card), label);
    }
  gtk_flow_box_child_set_child (child, card);
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
  return GTK_WIDGET (child);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return shanhai_record_compare_shown (*(ShanhaiRecord **) a, *(ShanhaiRecord **) b);
}

static void
fill (ShanhaiPairingsPage *self)
{
  ShanhaiWording wording = shanhai_case_section_get_wording (SHANHAI_CASE_SECTION (self));
  guint n = self->pairings != NULL ? g_list_model_get_n_items (self->pairings) : 0;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->levels))) != NULL)
    gtk_flow_box_remove (self->levels, child);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "views" : "empty");

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, g_list_model_get_item (self->pairings, i));
  g_ptr_array_sort (sorted, compare_pointers);

  /* sorted by level: each run is a card */
  for (guint from = 0, to; from < n; from = to)
    {
      const char *level = shanhai_pairing_get_level (g_ptr_array_index (sorted, from));
      g_autoptr (GPtrArray) links = g_ptr_array_new ();

      for (to = from; to < n && g_strcmp0 (shanhai_pairing_get_level (g_ptr_array_index (sorted, to)), level) == 0; to++)
        g_ptr_array_add (links, g_ptr_array_index (sorted, to));
      gtk_flow_box_append (self->levels, new_level (self, &wording, level, links));
    }
}

static void
shanhai_pairings_page_load (ShanhaiCaseSection *section)
{
  ShanhaiPairingsPage *self = SHANHAI_PAIRINGS_PAGE (section);

  if (self->pairings != NULL)
    g_clear_signal_handler (&self->pairings_handler, self->pairings);
  g_clear_object (&self->pairings);
  self->pairings = shanhai_case_section_list (section, SHANHAI_RECORD_PAIRING);
  if (self->pairings != NULL)
    self->pairings_handler = g_signal_connect_swapped (self->pairings, "items-changed", G_CALLBACK (fill), self);
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  shanhai_record_table_set_model (self->table, self->pairings);
  fill (self);
}

static void
shanhai_pairings_page_refresh (ShanhaiCaseSection *section)
{
  fill (SHANHAI_PAIRINGS_PAGE (section));
}

static bool
shanhai_pairings_page_show_record (ShanhaiCaseSection *section,
                                   const char         *id)
{
  ShanhaiPairingsPage *self = SHANHAI_PAIRINGS_PAGE (section);

  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_pairings_page_copy (ShanhaiCaseSection *section)
{
  return shanhai_record_table_copy (SHANHAI_PAIRINGS_PAGE (section)->table, false);
}

static void
shanhai_pairings_page_dispose (GObject *object)
{
  ShanhaiPairingsPage *self = SHANHAI_PAIRINGS_PAGE (object);

  if (self->pairings != NULL)
    g_clear_signal_handler (&self->pairings_handler, self->pairings);
  g_clear_object (&self->pairings);

  G_OBJECT_CLASS (shanhai_pairings_page_parent_class)->dispose (object);
}

static void
shanhai_pairings_page_class_init (ShanhaiPairingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_pairings_page_dispose;
  section_class->load = shanhai_pairings_page_load;
  section_class->refresh = shanhai_pairings_page_refresh;
  section_class->show_record = shanhai_pairings_page_show_record;
  section_class->copy = shanhai_pairings_page_copy;

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  g_type_ensure (SHANHAI_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-pairings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPairingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPairingsPage, levels);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPairingsPage, table);
}

static void
shanhai_pairings_page_init (ShanhaiPairingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_pairings_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_PAIRINGS_PAGE, NULL);
}
