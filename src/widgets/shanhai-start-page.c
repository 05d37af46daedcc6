/* shanhai-start-page.c - what a window without a casebook shows: how to begin. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-start-page.h"

#include "shanhai-recent.h"
#include "shanhai-store-error.h"

#define MAX_RECENT 8

struct _ShanhaiStartPage
{
  GtkWidget   parent_instance;

  bool        stale; /* the list isn't what the desktop's is */

  GtkImage   *icon;
  GtkWidget  *recent;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ShanhaiStartPage, shanhai_start_page, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (GFile *file)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  g_autofree char *folder = shanhai_recent_dup_folder (file);
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), title);
  if (*folder != '\0')
    {
      GtkWidget *place = gtk_label_new (folder);

      gtk_label_set_xalign (GTK_LABEL (place), 0);
      gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (place, "small");
      gtk_widget_add_css_class (place, "secondary");
      gtk_box_append (GTK_BOX (box), place);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
fill (ShanhaiStartPage *self)
{
  g_autoptr (GPtrArray) files = shanhai_recent_dup_files (MAX_RECENT);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (files, i)));

  gtk_widget_set_visible (self->recent, files->len > 0);
  self->stale = false;
}

static void
recent_changed_cb (ShanhaiStartPage *self)
{
  self->stale = true;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
shanhai_start_page_map (GtkWidget *widget)
{
  ShanhaiStartPage *self = SHANHAI_START_PAGE (widget);

  /* only when it is seen: a window that opens a file never asks for the list */
  if (self->stale)
    fill (self);

  GTK_WIDGET_CLASS (shanhai_start_page_parent_class)->map (widget);
}

static void
shanhai_start_page_realize (GtkWidget *widget)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb),
                           widget, G_CONNECT_SWAPPED);

  GTK_WIDGET_CLASS (shanhai_start_page_parent_class)->realize (widget);
}

static void
shanhai_start_page_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_recent_manager_get_default (), recent_changed_cb, widget);

  GTK_WIDGET_CLASS (shanhai_start_page_parent_class)->unrealize (widget);
}

static void
shanhai_start_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_start_page_parent_class)->dispose (object);
}

static void
shanhai_start_page_class_init (ShanhaiStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_start_page_dispose;
  widget_class->map = shanhai_start_page_map;
  widget_class->realize = shanhai_start_page_realize;
  widget_class->unrealize = shanhai_start_page_unrealize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, icon);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, list);
}

static void
shanhai_start_page_init (ShanhaiStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, SHANHAI_APP_ID);
  self->stale = true;
}

GtkWidget *
shanhai_start_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_START_PAGE, NULL);
}
