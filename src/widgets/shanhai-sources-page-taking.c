/* shanhai-sources-page-taking.c - articles come to the page of sources: added, pasted, dropped. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-sources-page-private.h"

#include "shanhai-source-window.h"

static void
added_cb (ShanhaiSourcesPage *self,
          const char         *source_id)
{
  shanhai_sources_page_show (self, source_id, NULL);
}

/* (transfer none) (nullable) */
static ShanhaiSourceWindow *
open_window (ShanhaiSourcesPage *self)
{
  ShanhaiDocument *document = shanhai_sources_page_get_document (self);
  ShanhaiCasebook *casebook = document != NULL ? shanhai_document_get_casebook (document) : NULL;
  GtkWidget *window;

  if (casebook == NULL || shanhai_casebook_is_read_only (casebook))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return NULL;
    }
  window = shanhai_source_window_new (casebook);
  g_signal_connect_object (window, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
  return SHANHAI_SOURCE_WINDOW (window);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  open_window (SHANHAI_SOURCES_PAGE (widget));
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShanhaiSourcesPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  ShanhaiSourceWindow *window = text != NULL && *text != '\0' && gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? open_window (self) : NULL;

  if (window != NULL)
    shanhai_source_window_take_text (window, text);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static gboolean
drop_cb (ShanhaiSourcesPage *self,
         const GValue       *value,
         double              x,
         double              y,
         GtkDropTarget      *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  ShanhaiSourceWindow *window;

  /* a hand that slipped while it selected in the text: what is in the program already isn't a further article */
  if (drop != NULL && gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    {
      window = open_window (self);
      if (window != NULL)
        shanhai_source_window_take_text (window, g_value_get_string (value));
      return window != NULL;
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  for (GSList *l = gdk_file_list_get_files (g_value_get_boxed (value)); l != NULL; l = l->next)
    if (shanhai_source_window_is_article (l->data))
      {
        window = open_window (self);
        if (window != NULL)
          shanhai_source_window_take_file (window, l->data);
      }
    else
      {
        g_autofree char *uri = g_file_get_uri (l->data);

        gtk_widget_activate_action (GTK_WIDGET (self), "win.open-file", "s", uri);
      }
  return TRUE;
}

void
shanhai_sources_page_class_install_taking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sources.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "sources.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "sources.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "sources.paste", NULL);
}

void
shanhai_sources_page_set_up_taking (ShanhaiSourcesPage *self)
{
  GType dropped[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
