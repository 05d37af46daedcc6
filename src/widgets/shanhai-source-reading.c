/* shanhai-source-reading.c - a source's text and the figures that the reader finds in it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-reading.h"

#include "shanhai-text.h"

struct _ShanhaiSourceReading
{
  GObject         parent_instance;

  char           *text;
  ShanhaiPeriod  *published;
  ShanhaiReading *reading;
  GArray         *blemishes;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceReading, shanhai_source_reading, G_TYPE_OBJECT)

static void
shanhai_source_reading_finalize (GObject *object)
{
  ShanhaiSourceReading *self = SHANHAI_SOURCE_READING (object);

  g_clear_pointer (&self->reading, shanhai_reading_free);
  g_clear_pointer (&self->blemishes, g_array_unref);
  g_clear_pointer (&self->published, shanhai_period_free);
  g_free (self->text);

  G_OBJECT_CLASS (shanhai_source_reading_parent_class)->finalize (object);
}

static void
shanhai_source_reading_class_init (ShanhaiSourceReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_source_reading_finalize;
}

static void
shanhai_source_reading_init (ShanhaiSourceReading *self)
{
}

static ShanhaiSourceReading *
new_unread (const char          *text,
            const ShanhaiPeriod *published)
{
  ShanhaiSourceReading *self = g_object_new (SHANHAI_TYPE_SOURCE_READING, NULL);

  self->text = shanhai_text_normalise_lines (text);
  self->published = published != NULL ? shanhai_period_copy (published) : NULL;
  return self;
}

static void
read_text (ShanhaiSourceReading *self)
{
  self->reading = shanhai_reading_new (self->text, -1, self->published);
  self->blemishes = shanhai_blemishes_find (self->text);
}

ShanhaiSourceReading *
shanhai_source_reading_new (const char          *text,
                            const ShanhaiPeriod *published)
{
  ShanhaiSourceReading *self = new_unread (text, published);

  read_text (self);
  return self;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ShanhaiSourceReading *self = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  read_text (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

void
shanhai_source_reading_new_async (const char          *text,
                                  const ShanhaiPeriod *published,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, shanhai_source_reading_new_async);
  g_task_set_task_data (task, new_unread (text, published), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

ShanhaiSourceReading *
shanhai_source_reading_new_finish (GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
shanhai_source_reading_get_text (ShanhaiSourceReading *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), NULL);

  return self->text;
}

const ShanhaiReading *
shanhai_source_reading_get_reading (ShanhaiSourceReading *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), NULL);

  return self->reading;
}

GArray *
shanhai_source_reading_get_blemishes (ShanhaiSourceReading *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), NULL);

  return self->blemishes;
}

bool
shanhai_source_reading_is_of (ShanhaiSourceReading *self,
                              const char           *text,
                              const ShanhaiPeriod  *published)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), false);

  if ((self->published == NULL) != (published == NULL) || (published != NULL && !shanhai_period_equal (self->published, published)))
    return false;
  normal = shanhai_text_normalise_lines (text);
  return g_str_equal (self->text, normal);
}
