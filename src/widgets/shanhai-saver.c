/* shanhai-saver.c - saves a document, asking where when need be. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-saver.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-file-dialogs.h"

/* where a copy of the document goes */
#define COPY_KEY "shanhai-copy"

struct _ShanhaiSaver
{
  GObject          parent_instance;

  GtkWindow       *parent;   /* weak */
  ShanhaiDocument *document; /* while it is asked where, or saved */
  ShanhaiCopyKind  copy;     /* of a read-only one: what of it */
};

G_DEFINE_FINAL_TYPE (ShanhaiSaver, shanhai_saver, G_TYPE_OBJECT)

enum { SAVED, COPIED, FAILED, N_SIGNALS };
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
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiSaver) self = SHANHAI_SAVER (user_data);
  g_autoptr (ShanhaiDocument) document = g_object_ref (SHANHAI_DOCUMENT (source));
  g_autoptr (GError) error = NULL;

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  g_clear_object (&self->document);
  if (shanhai_document_copy_finish (document, result, &error))
    g_signal_emit (self, signals[COPIED], 0, document, g_object_get_data (G_OBJECT (document), COPY_KEY), (int) self->copy);
  else
    g_signal_emit (self, signals[FAILED], 0, document, error);
}

static void
copy (ShanhaiSaver *self,
      GFile        *to)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  g_object_set_data_full (G_OBJECT (self->document), COPY_KEY, g_object_ref (to), g_object_unref);
  shanhai_document_copy_async (self->document, self->copy, to, NULL, copied_cb, g_object_ref (self));
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
  else if (shanhai_document_get_read_only_reason (self->document) != SHANHAI_READ_ONLY_NO)
    copy (self, file);
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
  signals[COPIED] = g_signal_new ("copied", SHANHAI_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, SHANHAI_TYPE_DOCUMENT, G_TYPE_FILE, G_TYPE_INT);
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

static void
ask (ShanhaiSaver    *self,
     ShanhaiDocument *document,
     const char      *title,
     const char      *name)
{
  if (shanhai_document_is_saving (document))
    return;

  g_set_object (&self->document, document);
  shanhai_file_dialogs_save (self->parent, SHANHAI_FILE_CASEBOOK, title, name, ".shanhai", self, chosen_cb);
}

/* (transfer full): "NAME copy.shanhai" */
static char *
propose_copy (ShanhaiDocument *document)
{
  g_autofree char *stem = g_strdup (shanhai_document_get_name (document));

  if (g_str_has_suffix (stem, ".shanhai"))
    stem[strlen (stem) - strlen (".shanhai")] = '\0';

  /* Translators: the name proposed for a copy of the file %s */
  return g_strdup_printf (_("%s copy.shanhai"), stem);
}

void
shanhai_saver_save_as (ShanhaiSaver    *self,
                       ShanhaiDocument *document)
{
  g_return_if_fail (SHANHAI_IS_SAVER (self));
  g_return_if_fail (SHANHAI_IS_DOCUMENT (document));

  self->copy = SHANHAI_COPY_BYTES;
  if (shanhai_document_get_read_only_reason (document) != SHANHAI_READ_ONLY_NO)
    {
      g_autofree char *name = propose_copy (document);

      ask (self, document, _("Copy the File as It Is"), name);
    }
  else
    ask (self, document, _("Save the Casebook"),
         shanhai_document_get_file (document) != NULL ? shanhai_document_get_name (document)
                                                      /* Translators: the name proposed for a new file; it ends in .shanhai */
                                                      : _("Casebook.shanhai"));
}

void
shanhai_saver_save_readable (ShanhaiSaver    *self,
                             ShanhaiDocument *document)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SHANHAI_IS_SAVER (self));
  g_return_if_fail (SHANHAI_IS_DOCUMENT (document));

  name = propose_copy (document);
  self->copy = SHANHAI_COPY_READABLE;
  ask (self, document, _("Save What Can Be Read"), name);
}
