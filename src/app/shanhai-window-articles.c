/* shanhai-window-articles.c - articles that come to the window: a new casebook or a new case out of one, or a further source. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window without a document makes one, which shows only when the person has accepted what the article proposes; else it is thrown away. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-source-window.h"

static void
show_added (ShanhaiWindow *self,
            const char    *source_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-source", "(ss)", source_id, "");
}

/* the case is there to be looked at, its figures to be settled: first the figures */
static void
case_added_cb (ShanhaiWindow *self,
               const char    *source_id,
               const char    *case_id,
               GtkWidget     *window)
{
  ShanhaiDocument *document = g_object_get_data (G_OBJECT (window), "document");

  if (document != NULL && self->document != document)
    shanhai_window_show_document (self, document);
  show_added (self, source_id);
}

static void
source_added_cb (ShanhaiWindow *self,
                 const char    *source_id)
{
  show_added (self, source_id);
}

static ShanhaiSourceWindow *
present (ShanhaiWindow *self,
         GtkWidget     *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
  return SHANHAI_SOURCE_WINDOW (window);
}

static ShanhaiSourceWindow *
open_case (ShanhaiWindow *self)
{
  g_autoptr (ShanhaiDocument) document = self->document != NULL ? g_object_ref (self->document) : shanhai_document_new ();
  GtkWidget *window = shanhai_source_window_new_case (shanhai_document_get_casebook (document));

  g_object_set_data_full (G_OBJECT (window), "document", g_steal_pointer (&document), g_object_unref);
  g_signal_connect_object (window, "added", G_CALLBACK (case_added_cb), self, G_CONNECT_SWAPPED);
  return present (self, window);
}

/* (transfer none) (nullable): the window that takes the next article */
static ShanhaiSourceWindow *
open_window (ShanhaiWindow *self)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);
  GtkWidget *window;

  if (casebook == NULL)
    return shanhai_window_is_empty (self) ? open_case (self) : NULL;
  if (shanhai_casebook_is_read_only (casebook))
    {
      shanhai_window_show_error (self, _ ("This casebook can only be read: no source can be added."));
      return NULL;
    }
  window = shanhai_source_window_new (casebook);
  g_signal_connect_object (window, "added", G_CALLBACK (source_added_cb), self, G_CONNECT_SWAPPED);
  return present (self, window);
}

void
shanhai_window_take_article (ShanhaiWindow *self,
                             GFile         *file)
{
  ShanhaiSourceWindow *window = open_window (self);

  if (window != NULL)
    shanhai_source_window_take_file (window, file);
}

static gboolean
drop_text_cb (ShanhaiWindow *self,
              const GValue  *value,
              double         x,
              double         y,
              GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  /* what is dragged from the program itself isn't an article that comes to it */
  const bool is_own = drop != NULL && gdk_drop_get_drag (drop) != NULL;
  ShanhaiSourceWindow *window = !is_own && G_VALUE_HOLDS_STRING (value) ? open_window (self) : NULL;

  if (window != NULL)
    shanhai_source_window_take_text (window, g_value_get_string (value));
  return window != NULL;
}

static void
new_from_article_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);

  if (casebook != NULL && shanhai_casebook_is_read_only (casebook))
    shanhai_window_show_error (self, _ ("This casebook can only be read: no case can be added."));
  else if (casebook != NULL || shanhai_window_is_empty (self))
    open_case (self);
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShanhaiWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  ShanhaiSourceWindow *window = text != NULL && *text != '\0' && gtk_widget_get_realized (GTK_WIDGET (self)) ? open_window (self) : NULL;

  if (window != NULL)
    shanhai_source_window_take_text (window, text);
}

/* with the keyboard in a page or an entry, those have their own; with it in the sidebar, an article still goes to the page of sources */
static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (g_str_equal (shanhai_window_get_page (self), "sources"))
    return gtk_widget_activate_action (GTK_WIDGET (shanhai_window_get_visible_page (self)), "sources.paste", NULL);
  if (!shanhai_window_is_empty (self))
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
  return GDK_EVENT_STOP;
}

void
shanhai_window_install_articles (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.new-from-article", NULL, new_from_article_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
}

void
shanhai_window_init_articles (ShanhaiWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_text_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
