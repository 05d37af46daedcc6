/* shanhai-past-version.c - an earlier version of a casebook, beside the casebook as it is. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two casebooks are compared by the canonical lines of their records: what is equal there is equal. */

#include "shanhai-config.h"

#include "shanhai-past-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-backup.h"
#include "shanhai-difference.h"
#include "shanhai-load.h"
#include "shanhai-record-write.h"
#include "shanhai-save.h"

struct _ShanhaiPastVersion
{
  GObject    parent_instance;

  GFile     *file;
  GDateTime *time;
  guint64    size;

  bool       examined;
  bool       whole;
  guint      n_records;
  guint      n_added;
  guint      n_changed;
  guint      n_deleted;
};

G_DEFINE_FINAL_TYPE (ShanhaiPastVersion, shanhai_past_version, G_TYPE_OBJECT)

typedef enum { PROP_EXAMINED = 1 } ShanhaiPastVersionProperty;
static GParamSpec *props[PROP_EXAMINED + 1];

static void
shanhai_past_version_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((ShanhaiPastVersionProperty) prop_id)
    {
    case PROP_EXAMINED:
      g_value_set_boolean (value, SHANHAI_PAST_VERSION (object)->examined);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_past_version_finalize (GObject *object)
{
  ShanhaiPastVersion *self = SHANHAI_PAST_VERSION (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (shanhai_past_version_parent_class)->finalize (object);
}

static void
shanhai_past_version_class_init (ShanhaiPastVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shanhai_past_version_get_property;
  object_class->finalize = shanhai_past_version_finalize;

  props[PROP_EXAMINED] = g_param_spec_boolean ("examined", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_past_version_init (ShanhaiPastVersion *self)
{
}

GListStore *
shanhai_past_version_list (GFile *document)
{
  g_autoptr (GPtrArray) files = shanhai_backup_list (document);
  GListStore *versions = g_list_store_new (SHANHAI_TYPE_PAST_VERSION);

  for (guint i = files->len; i > 0; i--)
    {
      g_autoptr (ShanhaiPastVersion) version = g_object_new (SHANHAI_TYPE_PAST_VERSION, NULL);
      g_autoptr (GFileInfo) info = NULL;

      version->file = g_object_ref (files->pdata[i - 1]);
      version->time = shanhai_backup_dup_time (version->file);
      info = g_file_query_info (version->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
      version->size = info != NULL ? (guint64) g_file_info_get_size (info) : 0;
      g_list_store_append (versions, version);
    }

  return versions;
}

GFile *
shanhai_past_version_get_file (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), NULL);

  return self->file;
}

GDateTime *
shanhai_past_version_get_time (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), NULL);

  return self->time;
}

guint64
shanhai_past_version_get_size (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), 0);

  return self->size;
}

bool
shanhai_past_version_is_examined (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), false);

  return self->examined;
}

bool
shanhai_past_version_is_whole (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), false);

  return self->whole;
}

guint
shanhai_past_version_get_n_records (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), 0);

  return self->n_records;
}

guint
shanhai_past_version_get_n_added (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), 0);

  return self->n_added;
}

guint
shanhai_past_version_get_n_changed (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), 0);

  return self->n_changed;
}

guint
shanhai_past_version_get_n_deleted (ShanhaiPastVersion *self)
{
  g_return_val_if_fail (SHANHAI_IS_PAST_VERSION (self), 0);

  return self->n_deleted;
}

typedef struct
{
  GBytes *now;  /* the casebook, which belongs to another thread, as its lines */
  guint   n_records;
  bool    whole;
  ShanhaiDifference restoring;
} Examination;

static void
examination_free (Examination *data)
{
  g_clear_pointer (&data->now, g_bytes_unref);
  g_free (data);
}

static void
examine_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ShanhaiPastVersion *self = SHANHAI_PAST_VERSION (source);
  Examination *data = task_data;
  GError *error = NULL;
  g_autoptr (ShanhaiLoad) then = shanhai_load_file (self->file, cancellable, NULL, NULL, &error);
  g_autoptr (ShanhaiLoad) now = then != NULL ? shanhai_load_bytes (data->now, "", cancellable, NULL, NULL, &error) : NULL;
  g_autoptr (ShanhaiChange) change = NULL;

  if (now == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  change = shanhai_difference_new_change (now->casebook, then->casebook, NULL, &data->restoring);
  data->n_records = shanhai_casebook_get_n_records (then->casebook);
  data->whole = then->read_only == SHANHAI_READ_ONLY_NO;
  g_task_return_boolean (task, TRUE);
}

/**
 * shanhai_past_version_examine_async:
 * @self: a version
 * @casebook: what it is compared with, as it is at the call
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 *
 * Errors: those of shanhai_load_file()
 */
void
shanhai_past_version_examine_async (ShanhaiPastVersion      *self,
                               ShanhaiCasebook     *casebook,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Examination *data = g_new0 (Examination, 1);
  GError *error = NULL;

  g_return_if_fail (SHANHAI_IS_PAST_VERSION (self));

  g_task_set_source_tag (task, shanhai_past_version_examine_async);
  g_task_set_task_data (task, data, (GDestroyNotify) examination_free);
  data->now = shanhai_casebook_to_bytes (casebook, cancellable, NULL, NULL, &error);
  if (data->now != NULL)
    g_task_run_in_thread (task, examine_thread);
  else
    g_task_return_error (task, error);
}

bool
shanhai_past_version_examine_finish (ShanhaiPastVersion  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  Examination *data;

  g_return_val_if_fail (g_task_is_valid (result, self), false);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return false;

  data = g_task_get_task_data (G_TASK (result));
  self->n_records = data->n_records;
  self->n_added = data->restoring.n_added;
  self->n_changed = data->restoring.n_changed;
  self->n_deleted = data->restoring.n_deleted;
  self->whole = data->whole;
  self->examined = true;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXAMINED]);

  return true;
}

/**
 * shanhai_past_version_to_change:
 * @self: a version
 * @casebook: the casebook as it is
 * @title: of the change, translated
 *
 * Errors: those of shanhai_load_file(); SHANHAI_STORE_ERROR_READ_ONLY where not all of the version can be read
 *
 * Returns: (transfer full) (nullable): a change; empty where the casebook is that version
 */
ShanhaiChange *
shanhai_past_version_to_change (ShanhaiPastVersion   *self,
                           ShanhaiCasebook  *casebook,
                           const char       *title,
                           GError          **error)
{
  g_autoptr (ShanhaiLoad) then = shanhai_load_file (self->file, NULL, NULL, NULL, error);

  if (then == NULL)
    return NULL;
  if (then->read_only != SHANHAI_READ_ONLY_NO)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY,
                           _("Not all of this version can be read, so it isn’t restored; look at it and copy what you need."));
      return NULL;
    }

  return shanhai_difference_new_change (casebook, then->casebook, title, NULL);
}
