/* shanhai-start-page.c - what a window without a casebook shows: how to begin. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-start-page.h"

#include <glib/gi18n.h>

#include "shanhai-journal-folder.h"
#include "shanhai-recent.h"
#include "shanhai-recovered-window.h"
#include "shanhai-store-error.h"

#define MAX_RECENT 8
#define MAX_UNSAVED 5

struct _ShanhaiStartPage
{
  GtkWidget   parent_instance;

  bool        stale; /* the list isn't what the desktop's is */

  GtkImage   *icon;
  GtkWidget  *recent;
  GtkListBox *list;
  GtkWidget  *unsaved;
  GtkListBox *unsaved_list;
  GtkWidget  *more_unsaved;
};

G_DEFINE_FINAL_TYPE (ShanhaiStartPage, shanhai_start_page, GTK_TYPE_WIDGET)

/* @details: "" for none; @target: a text, for @action */
static GtkWidget *
new_row (const char *name,
         const char *details,
         const char *action,
         const char *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), title);
  if (*details != '\0')
    {
      GtkWidget *place = gtk_label_new (details);

      gtk_label_set_xalign (GTK_LABEL (place), 0);
      gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (place, "small");
      gtk_widget_add_css_class (place, "secondary");
      gtk_box_append (GTK_BOX (box), place);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}

static GtkWidget *
new_file_row (GFile *file)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  g_autofree char *folder = shanhai_recent_dup_folder (file);
  g_autofree char *uri = g_file_get_uri (file);

  return new_row (name, folder, "win.open-file", uri);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiStartPage) self = SHANHAI_START_PAGE (user_data);
  g_autoptr (GPtrArray) infos = shanhai_journal_list_finish (result, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint n = 0;
  bool more = false;

  /* the window may have been closed meanwhile */
  if (infos == NULL || self->unsaved_list == NULL)
    return;

  clear_list (self->unsaved_list);
  for (guint i = 0; i < infos->len; i++)
    {
      const ShanhaiJournalInfo *info = g_ptr_array_index (infos, i);
      g_autofree char *time = NULL;
      g_autofree char *details = NULL;

      if (info->in_use || info->n_changes == 0)
        continue;
      /* the window of unsaved changes has them all */
      if (info->kept || info->lost || n == MAX_UNSAVED)
        {
          more = true;
          continue;
        }

      time = shanhai_recovered_describe_time (info->at, now);
      /* Translators: a number of changes, and the time of the last one, as “today, 09:30” */
      details = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unsaved change · %s", "%u unsaved changes · %s", info->n_changes),
                                 info->n_changes, time);
      gtk_list_box_append (self->unsaved_list, new_row (info->name != NULL ? info->name : _("New Casebook"), details,
                                                        info->uri != NULL ? "win.open-file" : "win.recover",
                                                        info->uri != NULL ? info->uri : info->path));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->unsaved_list), n > 0);
  gtk_widget_set_visible (self->more_unsaved, more);
  gtk_widget_set_visible (self->unsaved, n > 0 || more);
}

static void
fill (ShanhaiStartPage *self)
{
  g_autoptr (GPtrArray) files = shanhai_recent_dup_files (MAX_RECENT);

  clear_list (self->list);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->list, new_file_row (g_ptr_array_index (files, i)));

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
  shanhai_journal_list_async (NULL, NULL, listed_cb, g_object_ref (self));

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

  SHANHAI_START_PAGE (object)->unsaved_list = NULL;
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
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, unsaved);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, unsaved_list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiStartPage, more_unsaved);
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
