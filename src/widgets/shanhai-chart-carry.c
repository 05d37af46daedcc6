/* shanhai-chart-carry.c - a chart on its way to another program: clipboard, drag, menu. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-chart-carry.h"
#include "shanhai-chart-export.h"

/* documents are printed: twice the pixels of the screen stay sharp on paper */
#define PICTURE_SCALE 2

static GBytes *
export_as (ShanhaiMarks       *marks,
           ShanhaiChartFormat  format)
{
  g_autoptr (GError) error = NULL;
  ShanhaiChartExport how = { .format = format, .scale = PICTURE_SCALE };
  GBytes *bytes = shanhai_chart_export_to_bytes (marks, &how, &error);

  if (bytes == NULL)
    g_debug ("The chart could not be copied: %s", error->message);
  return bytes;
}

GdkContentProvider *
shanhai_chart_carry_new_content (ShanhaiMarks *marks)
{
  g_autoptr (GBytes) png = export_as (marks, SHANHAI_CHART_FORMAT_PNG);
  g_autoptr (GBytes) svg = export_as (marks, SHANHAI_CHART_FORMAT_SVG);
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  GdkContentProvider *providers[3];

  if (png == NULL || svg == NULL || texture == NULL)
    return NULL;

  providers[0] = gdk_content_provider_new_for_bytes (shanhai_chart_format_get_mime (SHANHAI_CHART_FORMAT_PNG), png);
  providers[1] = gdk_content_provider_new_for_bytes (shanhai_chart_format_get_mime (SHANHAI_CHART_FORMAT_SVG), svg);
  providers[2] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

GtkWidget *
shanhai_chart_carry_new_menu (GtkWidget *chart)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/shanhai/Shanhai/shanhai-chart-menu.ui");
  GtkWidget *menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, chart);
  return menu;
}
