/* shanhai-marks-json.c - marks as JSON, for tests and other programs. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers are px with two places, whatever the locale; members always come in the same order. */

#include "shanhai-marks-private.h"

#include <math.h>

static void
append_string (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_member (GString    *out,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (out, ",\"%s\":", name);
  append_string (out, text);
}

static void
append_number (GString *out,
               double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = isfinite (value) ? round (value * 100) / 100 : 0;

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.15g", rounded == 0 ? 0 : rounded));
}

static void
append_numbers (GString      *out,
                const double *values,
                guint         n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_number (out, values[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_number_member (GString    *out,
                      const char *name,
                      double      value)
{
  g_string_append_printf (out, ",\"%s\":", name);
  append_number (out, value);
}

static void
append_colour (GString       *out,
               ShanhaiColour  colour)
{
  g_string_append_printf (out, ",\"colour\":\"#%06x\"", colour);
}

static void
append_strings (GString            *out,
                const char         *name,
                const char * const *texts)
{
  g_string_append_printf (out, ",\"%s\":[", name);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_string (out, texts[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_fill (GString           *out,
             const ShanhaiFill *fill)
{
  static const char * const textures[] = { "plain", "hatched", "hollow" };

  append_colour (out, fill->colour);
  if (fill->texture != SHANHAI_TEXTURE_PLAIN)
    append_member (out, "texture", textures[fill->texture]);
}

static void
append_text (GString           *out,
             const ShanhaiMark *mark)
{
  static const char * const roles[] = { "title", "subtitle", "tick", "label", "key", "source", "note" };

  append_member (out, "text", mark->text.string);
  append_member (out, "role", roles[mark->text.look.role]);
  append_number_member (out, "size", mark->text.look.size);
  if (mark->text.look.bold)
    g_string_append (out, ",\"bold\":true");
  append_colour (out, mark->text.look.colour);
}

static void
append_shape (GString           *out,
              const ShanhaiMark *mark)
{
  static const char * const dashes[] = { "none", "no-data", "planned" };
  static const char * const markers[] = {
    "circle", "square", "diamond", "triangle", "triangle-down", "pentagon", "star", "cross",
  };

  switch (mark->kind)
    {
    case SHANHAI_MARK_TEXT:
      append_text (out, mark);
      break;

    case SHANHAI_MARK_LINE:
      append_colour (out, mark->stroke.colour);
      append_number_member (out, "width", mark->stroke.width);
      append_member (out, "dash", dashes[mark->stroke.dash]);
      break;

    case SHANHAI_MARK_MARKER:
      append_member (out, "shape", markers[mark->marker.shape]);
      append_number_member (out, "radius", mark->marker.radius);
      append_fill (out, &mark->fill);
      break;

    case SHANHAI_MARK_BAND:
      append_number_member (out, "thickness", mark->band.thickness);
      append_fill (out, &mark->fill);
      break;

    case SHANHAI_MARK_RECT:
    case SHANHAI_MARK_AREA:
      append_fill (out, &mark->fill);
      break;

    case SHANHAI_MARK_HIT:
    default:
      break;
    }
}

static void
append_mark (GString            *out,
             const ShanhaiMarks *self,
             const ShanhaiMark  *mark)
{
  static const char * const kinds[] = { "rect", "area", "line", "band", "marker", "text", "hit" };
  const double box[] = {
    mark->box.x, mark->box.y, mark->box.x + mark->box.width, mark->box.y + mark->box.height,
  };

  g_string_append_printf (out, "{\"kind\":\"%s\"", kinds[mark->kind]);
  if (mark->datum >= 0)
    append_member (out, "datum", g_array_index (self->data, ShanhaiDatum, mark->datum).key);
  append_shape (out, mark);
  g_string_append (out, ",\"box\":");
  append_numbers (out, box, 4);
  if (mark->kind != SHANHAI_MARK_RECT && mark->kind != SHANHAI_MARK_HIT)
    {
      g_string_append (out, ",\"points\":");
      append_numbers (out, mark->xy, mark->n);
    }
  g_string_append_c (out, '}');
}

char *
shanhai_marks_to_json (const ShanhaiMarks *self)
{
  GString *out = g_string_new ("{\"extent\":");
  const double extent[] = { 0, 0, self->width, self->height };

  append_numbers (out, extent, 4);
  append_member (out, "theme", self->theme == SHANHAI_THEME_DARK ? "dark" : "light");
  append_member (out, "language", shanhai_language_get_code (self->language));
  append_member (out, "title", self->title);
  append_member (out, "subtitle", self->subtitle);
  append_member (out, "description", self->description);
  append_strings (out, "notes", shanhai_marks_get_notes (self));

  g_string_append (out, ",\"data\":[");
  for (guint i = 0; i < self->data->len; i++)
    {
      const ShanhaiDatum *datum = &g_array_index (self->data, ShanhaiDatum, i);

      g_string_append (out, i == 0 ? "\n{\"key\":" : ",\n{\"key\":");
      append_string (out, datum->key);
      append_member (out, "group", datum->group_key);
      append_member (out, "tip", datum->tip);
      append_strings (out, "records", (const char * const *) datum->records);
      g_string_append_c (out, '}');
    }

  g_string_append (out, "],\"marks\":[");
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      append_mark (out, self, &g_array_index (self->marks, ShanhaiMark, i));
    }
  g_string_append (out, "]}\n");

  return g_string_free (out, FALSE);
}
