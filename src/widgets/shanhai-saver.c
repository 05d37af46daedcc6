/* shanhai-saver.c - saves a document, asking where when need be. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-saver.h"

#include <glib/gi18n.h>

#include "shanhai-file-dialogs.h"

struct _ShanhaiSaver
{
  GObject          parent_instance;

  GtkWindow       *parent;   /* weak */
  ShanhaiDocument *document; /* while it is asked where, or saved */
};

G_DEFINE_FINAL_TYPE (ShanhaiSaver, shanhai_saver, G_TYPE_OBJECT)

enum { SAVED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ShanhaiSaver) self = SHANHAI_SAVER (user_data);
  g_autoptr (ShanhaiDocument) document = g_object_ref (SHANHAI_DOCUMENT (source));
  g_autoptr (GError) error = NULL;

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  g_clear_object (&self->document);
  if (shanhai_document_save_finish (document, result, &error))
    g_signal_emit (self, signals[SAVED], 0, document);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, document, error);
}

static void
begin (ShanhaiSaver *self,
       GFile        *to,
       bool          overwrite)
{
  /* the program stays until the file is written, even when its last window closes */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  shanhai_document_save_async (self->document, to, overwrite, NULL, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  ShanhaiSaver *self = SHANHAI_SAVER (user_data);

  if (file == NULL || self->document == NULL)
    g_clear_object (&self->document);
  else
    /* the dialog has asked about a file that is there already */
    begin (self, file, true);
}

static void
shanhai_saver_dispose (GObject *object)
{
  ShanhaiSaver *self = SHANHAI_SAVER (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (shanhai_saver_parent_class)->dispose (object);
}

static void
shanhai_saver_class_init (ShanhaiSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_saver_dispose;

  signals[SAVED] = g_signal_new ("saved", SHANHAI_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, SHANHAI_TYPE_DOCUMENT);
  signals[FAILED] = g_signal_new ("failed", SHANHAI_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, SHANHAI_TYPE_DOCUMENT, G_TYPE_ERROR);
}

static void
shanhai_saver_init (ShanhaiSaver *self)
{
}

ShanhaiSaver *
shanhai_saver_new (GtkWindow *parent)
{
  ShanhaiSaver *self = g_object_new (SHANHAI_TYPE_SAVER, NULL);

  g_set_weak_pointer (&self->parent, parent);
  return self;
}

void
shanhai_saver_save (ShanhaiSaver    *self,
                    ShanhaiDocument *document,
                    bool             overwrite)
{
  g_return_if_fail (SHANHAI_IS_SAVER (self));
  g_return_if_fail (SHANHAI_IS_DOCUMENT (document));

  if (shanhai_document_get_file (document) == NULL)
    {
      shanhai_saver_save_as (self, document);
      return;
    }
  if (shanhai_document_is_saving (document))
    return;

  g_set_object (&self->document, document);
  begin (self, NULL, overwrite);
}

void
shanhai_saver_save_as (ShanhaiSaver    *self,
                       ShanhaiDocument *document)
{
  const char *name;

  g_return_if_fail (SHANHAI_IS_SAVER (self));
  g_return_if_fail (SHANHAI_IS_DOCUMENT (document));

  if (shanhai_document_is_saving (document))
    return;

  name = shanhai_document_get_file (document) != NULL ? shanhai_document_get_name (document)
                                                      /* Translators: the name proposed for a new file; it ends in .shanhai */
                                                      : _("Casebook.shanhai");
  g_set_object (&self->document, document);
  shanhai_file_dialogs_save (self->parent, SHANHAI_FILE_CASEBOOK, _("Save the Casebook"), name, ".shanhai",
                             self, chosen_cb);
}
