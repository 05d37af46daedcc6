/* shanhai-marks.c - a laid-out chart: its data and what can be asked about them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing is in shanhai-marks-draw.c, pointing in shanhai-marks-hit.c, JSON in shanhai-marks-json.c. */

#include "shanhai-marks-private.h"

G_DEFINE_BOXED_TYPE (ShanhaiMarks, shanhai_marks, shanhai_marks_ref, shanhai_marks_unref)

static void
marks_clear (void *data)
{
  ShanhaiMarks *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->description);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->index);
  g_array_unref (self->data);
  g_array_unref (self->marks);
}

ShanhaiMarks *
shanhai_marks_ref (ShanhaiMarks *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
shanhai_marks_unref (ShanhaiMarks *self)
{
  g_atomic_rc_box_release_full (self, marks_clear);
}

double
shanhai_marks_get_width (const ShanhaiMarks *self)
{
  return self->width;
}

double
shanhai_marks_get_height (const ShanhaiMarks *self)
{
  return self->height;
}

ShanhaiTheme
shanhai_marks_get_theme (const ShanhaiMarks *self)
{
  return self->theme;
}

ShanhaiLanguage
shanhai_marks_get_language (const ShanhaiMarks *self)
{
  return self->language;
}

const char *
shanhai_marks_get_title (const ShanhaiMarks *self)
{
  return self->title;
}

const char *
shanhai_marks_get_subtitle (const ShanhaiMarks *self)
{
  return self->subtitle;
}

const char * const *
shanhai_marks_get_notes (const ShanhaiMarks *self)
{
  return (const char * const *) self->notes->pdata;
}

const char * const *
shanhai_marks_get_keys (const ShanhaiMarks *self)
{
  return (const char * const *) self->keys->pdata;
}

static const ShanhaiDatum *
find_datum (const ShanhaiMarks *self,
            const char         *key)
{
  guint index;

  if (key == NULL)
    return NULL;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key));
  return index == 0 ? NULL : &g_array_index (self->data, ShanhaiDatum, index - 1);
}

const char *
shanhai_marks_find (const ShanhaiMarks *self,
                    const char         *key_or_record)
{
  const ShanhaiDatum *datum = find_datum (self, key_or_record);

  return datum != NULL ? datum->key : NULL;
}

const char *
shanhai_marks_get_tip (const ShanhaiMarks *self,
                       const char         *key)
{
  const ShanhaiDatum *datum = find_datum (self, key);

  return datum != NULL ? datum->tip : NULL;
}

const char *
shanhai_marks_get_group (const ShanhaiMarks *self,
                         const char         *key)
{
  const ShanhaiDatum *datum = find_datum (self, key);

  return datum != NULL ? datum->group_key : NULL;
}

const char * const *
shanhai_marks_get_records (const ShanhaiMarks *self,
                           const char         *key)
{
  const ShanhaiDatum *datum = find_datum (self, key);

  return datum != NULL ? (const char * const *) datum->records : NULL;
}

const char *
shanhai_marks_describe (const ShanhaiMarks *self)
{
  return self->description;
}

ShanhaiTextStyle
shanhai_marks_get_text_style (const ShanhaiMarks *self,
                              const ShanhaiMark  *mark)
{
  return (ShanhaiTextStyle) { mark->text.look.size, mark->text.look.bold, self->language };
}
