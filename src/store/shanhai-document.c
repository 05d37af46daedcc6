/* shanhai-document.c - a casebook and the file it lives in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether it is modified follows from the history: the state that the casebook is in, and the one that it was in when its lines were last
 * written. So a change that is made while the disk is still busy isn't forgotten when the save is done, and undoing back to what was saved
 * leaves nothing to save. */

#include "shanhai-config.h"

#include "shanhai-document.h"

#include <glib/gi18n-lib.h>

#include "shanhai-atomic-write.h"
#include "shanhai-history.h"

struct _ShanhaiDocument
{
  GObject                parent_instance;

  ShanhaiCasebook       *casebook;
  GFile                 *file;
  char                  *name;
  char                  *etag;
  GPtrArray             *damages;
  ShanhaiReadOnlyReason  read_only_reason;

  guint64                state;        /* of the history, as it was told last */
  guint64                saved_state;
  bool                   saving;
};

G_DEFINE_FINAL_TYPE (ShanhaiDocument, shanhai_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_CASEBOOK = 1,
  PROP_FILE,
  PROP_NAME,
  PROP_MODIFIED,
  PROP_SAVING,
  PROP_READ_ONLY_REASON,
} ShanhaiDocumentProperty;

static GParamSpec *props[PROP_READ_ONLY_REASON + 1];

static void
set_states (ShanhaiDocument *self,
            guint64          state,
            guint64          saved_state)
{
  bool was_modified = shanhai_document_is_modified (self);

  self->state = state;
  self->saved_state = saved_state;
  if (was_modified != shanhai_document_is_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* after a step of the history, and after a change that was made past it */
static void
changed_cb (ShanhaiDocument *self)
{
  set_states (self, shanhai_history_get_state (shanhai_casebook_get_history (self->casebook)), self->saved_state);
}

static void
set_saving (ShanhaiDocument *self,
            bool             saving)
{
  if (self->saving == saving)
    return;

  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
}

static void
set_file (ShanhaiDocument *self,
          GFile           *file)
{
  if (file == self->file || (file != NULL && self->file != NULL && g_file_equal (file, self->file)))
    return;

  g_set_object (&self->file, file);
  g_free (self->name);
  self->name = shanhai_store_dup_name (file);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

static void
shanhai_document_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  switch ((ShanhaiDocumentProperty) prop_id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_NAME:
      g_value_set_string (value, shanhai_document_get_name (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, shanhai_document_is_modified (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_enum (value, self->read_only_reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_document_dispose (GObject *object)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  g_clear_object (&self->casebook);
  g_clear_object (&self->file);
  g_clear_pointer (&self->damages, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_document_parent_class)->dispose (object);
}

static void
shanhai_document_finalize (GObject *object)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  g_free (self->name);
  g_free (self->etag);

  G_OBJECT_CLASS (shanhai_document_parent_class)->finalize (object);
}

static void
shanhai_document_class_init (ShanhaiDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shanhai_document_get_property;
  object_class->dispose = shanhai_document_dispose;
  object_class->finalize = shanhai_document_finalize;

  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  props[PROP_READ_ONLY_REASON] =
    g_param_spec_enum ("read-only-reason", NULL, NULL, SHANHAI_TYPE_READ_ONLY_REASON, SHANHAI_READ_ONLY_NO, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_document_init (ShanhaiDocument *self)
{
}

static ShanhaiDocument *
document_new (ShanhaiCasebook *casebook)
{
  ShanhaiDocument *self = g_object_new (SHANHAI_TYPE_DOCUMENT, NULL);
  ShanhaiHistory *history;

  self->casebook = g_object_ref (casebook);
  history = shanhai_casebook_get_history (casebook);
  self->state = self->saved_state = shanhai_history_get_state (history);
  g_signal_connect_object (history, "moved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * shanhai_document_new:
 *
 * Returns: (transfer full): an empty casebook, made today, that has no file yet
 */
ShanhaiDocument *
shanhai_document_new (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  ShanhaiDocument *self;

  shanhai_casebook_set_header (casebook, SHANHAI_CASEBOOK_FORMAT, NULL, NULL, today, NULL);
  self = document_new (casebook);
  self->damages = g_ptr_array_new ();

  return self;
}

/* takes what the document needs out of the load */
static ShanhaiDocument *
document_new_from_load (ShanhaiLoad *load,
                        GFile       *file)
{
  ShanhaiDocument *self = document_new (load->casebook);

  self->file = g_object_ref (file);
  self->name = g_strdup (load->name);
  self->etag = g_steal_pointer (&load->etag);
  self->damages = g_ptr_array_ref (load->damages);
  self->read_only_reason = load->read_only;

  return self;
}

/**
 * shanhai_document_open:
 * @file: a casebook file
 * @cancellable: (nullable): to stop it
 *
 * Errors: those of shanhai_load_file()
 *
 * Returns: (transfer full): the document
 */
ShanhaiDocument *
shanhai_document_open (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (ShanhaiLoad) load = shanhai_load_file (file, cancellable, NULL, NULL, error);

  return load != NULL ? document_new_from_load (load, file) : NULL;
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ShanhaiLoad) load = NULL;
  GError *error = NULL;

  load = shanhai_load_file_finish (result, &error);
  if (load != NULL)
    g_task_return_pointer (task, document_new_from_load (load, G_FILE (source)), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * shanhai_document_open_async:
 * @file: a casebook file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope notified): told how far it has come
 * @progress_data: for @progress; must live until @callback
 * @callback: called when it is done
 */
void
shanhai_document_open_async (GFile               *file,
                             GCancellable        *cancellable,
                             ShanhaiProgressFunc  progress,
                             gpointer             progress_data,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, shanhai_document_open_async);
  shanhai_load_file_async (file, cancellable, progress, progress_data, load_cb, g_steal_pointer (&task));
}

ShanhaiDocument *
shanhai_document_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, shanhai_document_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

ShanhaiCasebook *
shanhai_document_get_casebook (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->casebook;
}

GFile *
shanhai_document_get_file (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
shanhai_document_get_name (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  /* Translators: name of a casebook that wasn't saved yet */
  return self->name != NULL ? self->name : _("New Casebook");
}

bool
shanhai_document_is_modified (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->state != self->saved_state;
}

bool
shanhai_document_is_saving (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->saving;
}

ShanhaiReadOnlyReason
shanhai_document_get_read_only_reason (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), SHANHAI_READ_ONLY_NO);

  return self->read_only_reason;
}

GPtrArray *
shanhai_document_get_damages (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->damages;
}

bool
shanhai_document_changed_on_disk (ShanhaiDocument *self,
                                  GCancellable    *cancellable)
{
  g_autofree char *etag = NULL;

  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  /* while it is being saved the file is ours to change */
  if (self->file == NULL || self->etag == NULL || self->saving)
    return false;

  etag = shanhai_query_etag (self->file, cancellable);

  return g_strcmp0 (etag, self->etag) != 0;
}

typedef struct
{
  GFile   *file;
  guint64  state;  /* that the lines hold */
} SaveTask;

static void
save_task_free (SaveTask *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ShanhaiDocument *self = g_task_get_source_object (task);
  SaveTask *data = g_task_get_task_data (task);
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (!shanhai_save_file_finish (result, &etag, &error))
    {
      set_saving (self, false);
      g_task_return_error (task, error);
      return;
    }

  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  set_file (self, data->file);
  set_states (self, self->state, data->state);
  set_saving (self, false);
  g_task_return_boolean (task, TRUE);
}

/**
 * shanhai_document_save_async:
 * @self: a document that isn't being saved
 * @to: (nullable): the file to save to from now on; NULL for the one it has
 * @overwrite: save even over somebody else's changes
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope notified): told how far it has come
 * @progress_data: for @progress; must live until @callback
 * @callback: called when it is done
 *
 * Errors: those of shanhai_save_file()
 */
void
shanhai_document_save_async (ShanhaiDocument     *self,
                             GFile               *to,
                             bool                 overwrite,
                             GCancellable        *cancellable,
                             ShanhaiProgressFunc  progress,
                             gpointer             progress_data,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GFile *file = to != NULL ? to : self->file;
  SaveTask *data;
  bool is_own;

  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL && !self->saving);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, shanhai_document_save_async);
  g_task_set_check_cancellable (task, FALSE);
  data = g_new (SaveTask, 1);
  *data = (SaveTask) { g_object_ref (file), self->state };
  g_task_set_task_data (task, data, (GDestroyNotify) save_task_free);

  is_own = self->file != NULL && g_file_equal (file, self->file);
  set_saving (self, true);
  shanhai_save_file_async (self->casebook, file, is_own && !overwrite ? self->etag : NULL, cancellable, progress, progress_data, save_cb,
                           g_steal_pointer (&task));
}

bool
shanhai_document_save_finish (ShanhaiDocument  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), false);

  return g_task_propagate_boolean (G_TASK (result), error);
}
