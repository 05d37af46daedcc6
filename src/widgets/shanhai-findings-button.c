/* shanhai-findings-button.c - how many findings are open, and the way to them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-findings-button.h"

#include <glib/gi18n.h>

#include "shanhai-checks.h"
#include "shanhai-gravity-look.h"
#include "shanhai-wording.h"

struct _ShanhaiFindingsButton
{
  GtkButton      parent_instance;

  ShanhaiChecks *checks;
  GtkImage      *icon;
  GtkLabel      *value;
  GtkLabel      *caption;
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingsButton, shanhai_findings_button, GTK_TYPE_BUTTON)

static void
update (ShanhaiFindingsButton *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *rest = NULL, *name = NULL;
  int gravest = -1;

  for (guint i = 0; self->checks != NULL && i < SHANHAI_N_GRAVITIES; i++)
    {
      guint n = shanhai_checks_count (self->checks, i);

      if (n == 0)
        continue;
      gravest = gravest < 0 ? (int) i : gravest;
      g_ptr_array_add (parts, shanhai_gravity_dup_count (i, n));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gravest >= 0);
  if (gravest < 0)
    return;

  gtk_image_set_from_icon_name (self->icon, shanhai_gravity_get_icon_name (gravest));
  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (gravest));
  gtk_label_set_label (self->value, parts->pdata[0]);
  rest = shanhai_wording_join (" · ", (const char * const *) parts->pdata + 1, parts->len - 1);
  gtk_label_set_label (self->caption, rest);
  name = shanhai_wording_join (", ", (const char *[]) { _("Checks"), parts->pdata[0], rest }, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkLabel *
append_label (GtkBox     *box,
              const char *text,
              const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
shanhai_findings_button_dispose (GObject *object)
{
  shanhai_findings_button_set_casebook (SHANHAI_FINDINGS_BUTTON (object), NULL);

  G_OBJECT_CLASS (shanhai_findings_button_parent_class)->dispose (object);
}

static void
shanhai_findings_button_class_init (ShanhaiFindingsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_findings_button_dispose;
}

static void
shanhai_findings_button_init (ShanhaiFindingsButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_label (GTK_BOX (box), _("Checks"), "small");
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "gravity");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->icon));
  self->value = append_label (GTK_BOX (line), NULL, "key-figure");
  gtk_box_append (GTK_BOX (box), line);
  self->caption = append_label (GTK_BOX (box), NULL, "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "small");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "checks");
  gtk_widget_add_css_class (GTK_WIDGET (self), "findings-button");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
shanhai_findings_button_new (void)
{
  return g_object_new (SHANHAI_TYPE_FINDINGS_BUTTON, NULL);
}

void
shanhai_findings_button_set_casebook (ShanhaiFindingsButton *self,
                                      ShanhaiCasebook       *casebook)
{
  ShanhaiChecks *checks;

  g_return_if_fail (SHANHAI_IS_FINDINGS_BUTTON (self));
  g_return_if_fail (casebook == NULL || SHANHAI_IS_CASEBOOK (casebook));

  checks = casebook != NULL ? shanhai_casebook_get_checks (casebook) : NULL;
  if (shanhai_checks_follow (&self->checks, checks, self, G_CALLBACK (update)))
    update (self);
}
