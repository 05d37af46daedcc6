/* shanhai-source-reading.c - a source's text and the figures that the reader finds in it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-reading.h"

#include "shanhai-source-figure.h"
#include "shanhai-text.h"

struct _ShanhaiSourceReading
{
  GObject         parent_instance;

  char           *source_id;
  char           *given;       /* the text as the source has it */
  char           *text;
  ShanhaiPeriod  *published;
  ShanhaiReading *reading;
  GPtrArray      *figures;     /* of ShanhaiSourceFigure */
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
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self->text);
  g_free (self->given);
  g_free (self->source_id);

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
new_unread (const char          *source_id,
            const char          *text,
            const ShanhaiPeriod *published)
{
  ShanhaiSourceReading *self = g_object_new (SHANHAI_TYPE_SOURCE_READING, NULL);

  self->source_id = g_strdup (source_id);
  self->given = g_strdup (text);
  self->published = published != NULL ? shanhai_period_copy (published) : NULL;
  return self;
}

static void
make_figures (ShanhaiSourceReading *self)
{
  const guint n = shanhai_reading_get_n (self->reading);
  const char *at = self->text;
  guint paragraph = 0;
  bool is_blank = true;

  self->figures = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (self->reading, i);
      g_autofree char *quote = g_strndup (self->text + figure->start_byte, figure->length_bytes);
      ShanhaiCitation citation = { .source = self->source_id, .quote = quote, .start = figure->start, .length = figure->length };

      /* A paragraph is counted at its first character that isn't blank, as shanhai_text_paragraph_at() does: a line of ideographic spaces is none. */
      for (; at <= self->text + figure->start_byte; at = g_utf8_next_char (at))
        {
          if (*at == '\n')
            is_blank = true;
          else if (is_blank && !g_unichar_isspace (g_utf8_get_char (at)))
            {
              is_blank = false;
              paragraph++;
            }
        }
      citation.paragraph = paragraph;
      g_ptr_array_add (self->figures, shanhai_source_figure_new_proposed (&citation, i));
    }
}

static void
read_text (ShanhaiSourceReading *self)
{
  self->text = shanhai_text_normalise_lines (self->given);
  self->reading = shanhai_reading_new (self->text, -1, self->published);
  make_figures (self);
  self->blemishes = shanhai_blemishes_find (self->text);
}

ShanhaiSourceReading *
shanhai_source_reading_new (const char          *source_id,
                            const char          *text,
                            const ShanhaiPeriod *published)
{
  ShanhaiSourceReading *self = new_unread (source_id, text, published);

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
shanhai_source_reading_new_async (const char          *source_id,
                                  const char          *text,
                                  const ShanhaiPeriod *published,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, shanhai_source_reading_new_async);
  g_task_set_task_data (task, new_unread (source_id, text, published), g_object_unref);
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

GPtrArray *
shanhai_source_reading_get_figures (ShanhaiSourceReading *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), NULL);

  return self->figures;
}

GArray *
shanhai_source_reading_get_blemishes (ShanhaiSourceReading *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), NULL);

  return self->blemishes;
}

bool
shanhai_source_reading_is_of (ShanhaiSourceReading *self,
                              const char           *source_id,
                              const char           *text,
                              const ShanhaiPeriod  *published)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_READING (self), false);

  if ((self->published == NULL) != (published == NULL) || (published != NULL && !shanhai_period_equal (self->published, published)))
    return false;
  return g_str_equal (self->source_id, source_id) && g_str_equal (self->given, text);
}
