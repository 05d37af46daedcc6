/* shanhai-unsaved-window.c - the unsaved changes of all casebooks. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-unsaved-window.h"

#include <glib/gi18n.h>

#include "shanhai-journal-row.h"
#include "shanhai-message-bar.h"
#include "shanhai-tab-order.h"

struct _ShanhaiUnsavedWindow
{
  GtkWindow          parent_instance;

  GCancellable      *cancellable;
  ShanhaiMessageBar *errors;
  GtkWidget         *none;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (ShanhaiUnsavedWindow, shanhai_unsaved_window, GTK_TYPE_WINDOW)

static void
update (ShanhaiUnsavedWindow *self)
{
  bool any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_widget_set_visible (self->none, !any);
}

static void
deleted_cb (ShanhaiUnsavedWindow *self,
            GtkWidget            *row)
{
  shanhai_message_bar_set_text (self->errors, "");
  gtk_list_box_remove (self->list, row);
  update (self);
}

static void
failed_cb (ShanhaiUnsavedWindow *self,
           const char           *message)
{
  shanhai_message_bar_set_text (self->errors, message);
}

/* in the window that this one belongs to */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), g_str_equal (name, "unsaved.open") ? "win.open-file" : "win.recover", "s",
                                g_variant_get_string (parameter, NULL));
  gtk_window_close (GTK_WINDOW (widget));
}

static void
append (ShanhaiUnsavedWindow     *self,
        const ShanhaiJournalInfo *info)
{
  GtkWidget *row = shanhai_journal_row_new (info, true);

  if (info->uri == NULL)
    shanhai_journal_row_add_button (SHANHAI_JOURNAL_ROW (row), _("_Open"), "unsaved.recover", info->path);
  else if (!info->lost)
    shanhai_journal_row_add_button (SHANHAI_JOURNAL_ROW (row), _("_Open"), "unsaved.open", info->uri);
  g_signal_connect_object (row, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiUnsavedWindow) self = SHANHAI_UNSAVED_WINDOW (user_data);
  g_autoptr (GPtrArray) infos = shanhai_journal_list_finish (result, NULL);

  if (infos == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  for (guint i = 0; i < infos->len; i++)
    {
      const ShanhaiJournalInfo *info = g_ptr_array_index (infos, i);

      if (!info->in_use && info->n_changes > 0)
        append (self, info);
    }
  update (self);
}

static void
shanhai_unsaved_window_dispose (GObject *object)
{
  g_cancellable_cancel (SHANHAI_UNSAVED_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (shanhai_unsaved_window_parent_class)->dispose (object);
}

static void
shanhai_unsaved_window_finalize (GObject *object)
{
  g_object_unref (SHANHAI_UNSAVED_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (shanhai_unsaved_window_parent_class)->finalize (object);
}

static void
shanhai_unsaved_window_class_init (ShanhaiUnsavedWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_unsaved_window_dispose;
  object_class->finalize = shanhai_unsaved_window_finalize;

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_install_action (widget_class, "unsaved.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "unsaved.recover", "s", open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-unsaved-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiUnsavedWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiUnsavedWindow, none);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiUnsavedWindow, list);
}

static void
shanhai_unsaved_window_init (ShanhaiUnsavedWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
  shanhai_journal_list_async (NULL, self->cancellable, listed_cb, g_object_ref (self));
}

GtkWidget *
shanhai_unsaved_window_new (void)
{
  return g_object_new (SHANHAI_TYPE_UNSAVED_WINDOW, NULL);
}
