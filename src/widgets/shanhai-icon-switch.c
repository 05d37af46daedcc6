/* shanhai-icon-switch.c - one of several icons of one size. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-icon-switch.h"

struct _ShanhaiIconSwitch
{
  GtkWidget  parent_instance;

  GtkWidget *shown;  /* (nullable): one of the children */
};

G_DEFINE_FINAL_TYPE (ShanhaiIconSwitch, shanhai_icon_switch, GTK_TYPE_WIDGET)

static void
shanhai_icon_switch_dispose (GObject *object)
{
  GtkWidget *child;

  SHANHAI_ICON_SWITCH (object)->shown = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_icon_switch_parent_class)->dispose (object);
}

static void
shanhai_icon_switch_class_init (ShanhaiIconSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_icon_switch_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
shanhai_icon_switch_init (ShanhaiIconSwitch *self)
{
}

GtkWidget *
shanhai_icon_switch_new (void)
{
  return g_object_new (SHANHAI_TYPE_ICON_SWITCH, NULL);
}

static GtkWidget *
find_icon (ShanhaiIconSwitch *self,
           const char        *icon_name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (child)), icon_name) != 0)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    {
      child = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
  return child;
}

void
shanhai_icon_switch_show (ShanhaiIconSwitch *self,
                          const char        *icon_name)
{
  GtkWidget *icon;

  g_return_if_fail (SHANHAI_IS_ICON_SWITCH (self) && icon_name != NULL);

  icon = find_icon (self, icon_name);
  if (icon == self->shown)
    return;
  if (self->shown != NULL)
    gtk_widget_set_child_visible (self->shown, FALSE);
  self->shown = icon;
  gtk_widget_set_child_visible (icon, TRUE);
}
