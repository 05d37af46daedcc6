/* shanhai-load-page.c - a casebook is being read: how far, and a way to stop. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-load-page.h"

#include <glib/gi18n.h>

/* shorter than this nothing is said */
#define PATIENCE_MS 250

struct _ShanhaiLoadPage
{
  GtkWidget       parent_instance;

  GFile          *file;
  GCancellable   *cancellable; /* of the file that is read now */
  guint           timeout;

  GtkWidget      *content;
  GtkLabel       *label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (ShanhaiLoadPage, shanhai_load_page, GTK_TYPE_WIDGET)

enum { LOADED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What one reading needs to find its page again; a page that has gone on to another file isn't interested any more. */
typedef struct
{
  ShanhaiLoadPage *page; /* weak */
  GCancellable    *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_weak_pointer (&reading->page);
  g_object_unref (reading->cancellable);
  g_free (reading);
}

static bool
is_current (const Reading *reading)
{
  return reading->page != NULL && reading->page->cancellable == reading->cancellable;
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  const Reading *reading = user_data;

  if (is_current (reading))
    gtk_progress_bar_set_fraction (reading->page->progress, fraction);
}

static void
finish (ShanhaiLoadPage *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->content, FALSE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDocument) document = shanhai_document_open_finish (result, &error);

  if (is_current (reading))
    {
      g_autoptr (ShanhaiLoadPage) self = g_object_ref (reading->page);
      g_autoptr (GFile) file = g_steal_pointer (&self->file);

      finish (self);
      if (document != NULL)
        g_signal_emit (self, signals[LOADED], 0, document);
      else
        g_signal_emit (self, signals[FAILED], 0, file, error);
    }
  reading_free (reading);
}

static gboolean
patience_cb (gpointer user_data)
{
  ShanhaiLoadPage *self = SHANHAI_LOAD_PAGE (user_data);

  self->timeout = 0;
  gtk_widget_set_visible (self->content, TRUE);
  return G_SOURCE_REMOVE;
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  shanhai_load_page_cancel (SHANHAI_LOAD_PAGE (widget));
}

static void
shanhai_load_page_dispose (GObject *object)
{
  ShanhaiLoadPage *self = SHANHAI_LOAD_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_load_page_parent_class)->dispose (object);
}

static void
shanhai_load_page_class_init (ShanhaiLoadPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_load_page_dispose;

  /**
   * ShanhaiLoadPage::loaded:
   * @document: what was read
   */
  signals[LOADED] = g_signal_new ("loaded", SHANHAI_TYPE_LOAD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, SHANHAI_TYPE_DOCUMENT);
  /**
   * ShanhaiLoadPage::failed:
   * @file: what should have been read
   * @error: why it wasn't
   */
  signals[FAILED] = g_signal_new ("failed", SHANHAI_TYPE_LOAD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_ERROR);

  gtk_widget_class_install_action (widget_class, "load.cancel", NULL, cancel_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-load-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiLoadPage, content);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiLoadPage, label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiLoadPage, progress);
}

static void
shanhai_load_page_init (ShanhaiLoadPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_load_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_LOAD_PAGE, NULL);
}

GFile *
shanhai_load_page_get_file (ShanhaiLoadPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_LOAD_PAGE (self), NULL);

  return self->file;
}

/* (transfer full): what the answer finds its page by */
static Reading *
begin (ShanhaiLoadPage *self,
       GFile           *file,
       const char      *text)
{
  Reading *reading;

  g_cancellable_cancel (self->cancellable);
  finish (self);

  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->timeout = g_timeout_add (PATIENCE_MS, patience_cb, self);

  reading = g_new0 (Reading, 1);
  g_set_weak_pointer (&reading->page, self);
  reading->cancellable = g_object_ref (self->cancellable);

  return reading;
}

static Reading *
begin_file (ShanhaiLoadPage *self,
            GFile           *file)
{
  g_autofree char *name = shanhai_store_dup_name (file);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_("Reading “%s”"), name);

  return begin (self, file, text);
}

void
shanhai_load_page_open (ShanhaiLoadPage *self,
                        GFile           *file)
{
  Reading *reading;

  g_return_if_fail (SHANHAI_IS_LOAD_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  reading = begin_file (self, file);
  shanhai_document_open_async (file, self->cancellable, progress_cb, reading, opened_cb, reading);
}

void
shanhai_load_page_read_again (ShanhaiLoadPage *self,
                              GFile           *file)
{
  Reading *reading;

  g_return_if_fail (SHANHAI_IS_LOAD_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  reading = begin_file (self, file);
  shanhai_document_read_again_async (file, self->cancellable, progress_cb, reading, opened_cb, reading);
}

void
shanhai_load_page_recover (ShanhaiLoadPage *self,
                           const char      *path)
{
  g_autoptr (GFile) journal = g_file_new_for_path (path);
  Reading *reading;

  g_return_if_fail (SHANHAI_IS_LOAD_PAGE (self));

  reading = begin (self, journal, _("Bringing back what wasn’t saved"));
  shanhai_document_recover_async (path, self->cancellable, opened_cb, reading);
}

void
shanhai_load_page_cancel (ShanhaiLoadPage *self)
{
  g_return_if_fail (SHANHAI_IS_LOAD_PAGE (self));

  /* the answer comes through opened_cb, as G_IO_ERROR_CANCELLED */
  g_cancellable_cancel (self->cancellable);
}
