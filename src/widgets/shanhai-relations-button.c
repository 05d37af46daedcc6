/* shanhai-relations-button.c - how many sums a person has stated by hand, and the list of them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-relations-button.h"

#include <glib/gi18n.h>

#include "shanhai-history.h"
#include "shanhai-relation-list.h"
#include "shanhai-relation.h"

struct _ShanhaiRelationsButton
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  GtkWidget       *button;
};

G_DEFINE_FINAL_TYPE (ShanhaiRelationsButton, shanhai_relations_button, GTK_TYPE_WIDGET)

static void
retract_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiRelationsButton *self = SHANHAI_RELATIONS_BUTTON (widget);
  ShanhaiRecord *relation = self->casebook != NULL ? shanhai_casebook_lookup (self->casebook, g_variant_get_string (parameter, NULL)) : NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (relation == NULL)
    return;

  change = shanhai_relation_retract (relation, _("Take Back a Sum"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (!shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    gtk_widget_activate_action (widget, "win.show-message", "s", error->message);
}

/* the popover is made when it is asked for */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  ShanhaiRelationsButton *self = SHANHAI_RELATIONS_BUTTON (gtk_widget_get_parent (GTK_WIDGET (button)));
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), shanhai_relation_list_new (self->casebook));
  gtk_widget_add_css_class (popover, "citation-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sums stated by hand"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
shanhai_relations_button_dispose (GObject *object)
{
  ShanhaiRelationsButton *self = SHANHAI_RELATIONS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_relations_button_parent_class)->dispose (object);
}

static void
shanhai_relations_button_class_init (ShanhaiRelationsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_relations_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "relations.retract", "s", retract_action);
}

static void
shanhai_relations_button_init (ShanhaiRelationsButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (self->button, _("Sums stated by hand"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
shanhai_relations_button_new (void)
{
  return g_object_new (SHANHAI_TYPE_RELATIONS_BUTTON, NULL);
}

void
shanhai_relations_button_refresh (ShanhaiRelationsButton *self,
                                  ShanhaiCasebook        *casebook)
{
  g_autoptr (GPtrArray) relations = NULL;
  guint n;
  g_autofree char *text = NULL;

  g_return_if_fail (SHANHAI_IS_RELATIONS_BUTTON (self));
  g_return_if_fail (casebook == NULL || SHANHAI_IS_CASEBOOK (casebook));

  g_set_object (&self->casebook, casebook);
  relations = casebook != NULL ? shanhai_casebook_dup_relations (casebook, NULL) : g_ptr_array_new ();
  n = relations->len;
  text = g_strdup_printf (ngettext ("%u stated by hand", "%u stated by hand", n), n);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
