/* shanhai-icon-switch.c - an icon that can become another one of its size. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-icon-switch.h"

/* px: of symbolic icons */
#define SIZE 16

struct _ShanhaiIconSwitch
{
  GtkWidget   parent_instance;

  const char *icon_name;  /* interned; NULL: none */
};

G_DEFINE_FINAL_TYPE (ShanhaiIconSwitch, shanhai_icon_switch, GTK_TYPE_WIDGET)

static void
shanhai_icon_switch_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
shanhai_icon_switch_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ShanhaiIconSwitch *self = SHANHAI_ICON_SWITCH (widget);
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colour;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) ((gtk_widget_get_width (widget) - SIZE) / 2),
                                             (float) ((gtk_widget_get_height (widget) - SIZE) / 2));

  if (self->icon_name == NULL)
    return;
  /* the theme keeps it */
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), self->icon_name, NULL, SIZE,
                                     gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  /* gtk_widget_get_color() came later */
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIZE, SIZE, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
shanhai_icon_switch_class_init (ShanhaiIconSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = shanhai_icon_switch_measure;
  widget_class->snapshot = shanhai_icon_switch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "image");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
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

void
shanhai_icon_switch_show (ShanhaiIconSwitch *self,
                          const char        *icon_name)
{
  const char *interned = g_intern_string (icon_name);

  g_return_if_fail (SHANHAI_IS_ICON_SWITCH (self) && icon_name != NULL);

  if (self->icon_name == interned)
    return;
  self->icon_name = interned;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
