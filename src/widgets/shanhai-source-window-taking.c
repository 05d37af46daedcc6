/* shanhai-source-window-taking.c - how an article comes in: pasted, dropped, out of a file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is read, and freed of what isn't its text, in a thread. What can't be read leaves the window as it was, and says why. */

#include "shanhai-config.h"

#include "shanhai-source-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-article.h"
#include "shanhai-file-dialogs.h"

static void
take_article (ShanhaiSourceWindow  *self,
              const ShanhaiArticle *article)
{
  shanhai_message_bar_set_text (self->errors, "");
  shanhai_source_window_set_text (self, article->text);
  if (self->mode != SHANHAI_SOURCE_WINDOW_TEXT)
    shanhai_source_window_show_imprint (self, article->imprint);
  g_free (self->url);
  self->url = g_strdup (article->url);
  shanhai_source_window_look (self);
  /* what came with the page is better than what its text alone tells */
  if (self->mode != SHANHAI_SOURCE_WINDOW_TEXT)
    shanhai_source_window_show_imprint (self, article->imprint);
}

static void
tell_error (ShanhaiSourceWindow *self,
            const char          *name,
            const GError        *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_EMPTY))
    text = g_strdup_printf (_ ("There is no text in %s."), name);
  else if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_BINARY))
    text = g_strdup_printf (_ ("%s isn't text. Copy the article's words where you read it, and paste them here."), name);
  else if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG))
    text = g_strdup_printf (_ ("%s is too long for a source. Paste the part that matters."), name);
  else
    text = g_strdup_printf ("%s: %s", name, error->message);
  shanhai_message_bar_set_text (self->errors, text);
}

void
shanhai_source_window_take_text (ShanhaiSourceWindow *self,
                                 const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiArticle) article = NULL;

  g_return_if_fail (SHANHAI_IS_SOURCE_WINDOW (self));

  article = shanhai_article_new_from_text (text, &error);
  if (article != NULL)
    take_article (self, article);
  else
    tell_error (self, _ ("the clipboard"), error);
}

static void
read_file_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  ShanhaiArticle *article = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info != NULL && g_file_info_get_size (info) > SHANHAI_ARTICLE_MAX)
    g_set_error_literal (&error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG, "too big");
  else if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes != NULL)
    article = shanhai_article_new_from_bytes (bytes, name, &error);
  if (article != NULL)
    g_task_return_pointer (task, article, (GDestroyNotify) shanhai_article_free);
  else
    g_task_return_error (task, error);
}

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiArticle) article = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));

  if (article != NULL)
    take_article (self, article);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, name, error);
}

void
shanhai_source_window_take_file (ShanhaiSourceWindow *self,
                                 GFile               *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SHANHAI_IS_SOURCE_WINDOW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, file_read_cb, NULL);
  g_task_set_source_tag (task, shanhai_source_window_take_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file_in_thread);
}

bool
shanhai_source_window_is_article (GFile *file)
{
  static const char * const endings[] = { ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return true;
  return false;
}

/* -- what comes in -- */

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShanhaiSourceWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  GtkTextBuffer *buffer;

  /* closed meanwhile, the window has nothing in it any more */
  if (text == NULL || *text == '\0' || self->text == NULL)
    return;
  buffer = gtk_text_view_get_buffer (self->text);
  /* into what is written already, unless that is all of it */
  if (strlen (text) <= SHANHAI_SOURCE_WINDOW_LONG_TEXT && gtk_text_buffer_get_char_count (buffer) > 0 && self->long_text == NULL)
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
    }
  else
    shanhai_source_window_take_text (self, text);
}

/* before the text view's own: that would lay out a book as one line */
static void
paste_cb (ShanhaiSourceWindow *self,
          GtkTextView         *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static gboolean
drop_cb (ShanhaiSourceWindow *self,
         const GValue        *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (files != NULL)
        shanhai_source_window_take_file (self, files->data);
    }
  else if (G_VALUE_HOLDS_STRING (value))
    shanhai_source_window_take_text (self, g_value_get_string (value));
  return TRUE;
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  if (file != NULL)
    shanhai_source_window_take_file (SHANHAI_SOURCE_WINDOW (data), file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  shanhai_file_dialogs_open (GTK_WINDOW (widget), SHANHAI_FILE_ARTICLE, widget, chosen_cb);
}

/* -- */

void
shanhai_source_window_class_install_taking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.open", NULL, open_action);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
}

void
shanhai_source_window_set_up_taking (ShanhaiSourceWindow *self)
{
  GType dropped[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
