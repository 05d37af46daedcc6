/* shanhai-reading-json.c - figures as the command line prints them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-reading-json.h"

#include <string.h>

static void
append_json_string (GString    *out,
                    const char *text,
                    gsize       length)
{
  g_string_append_c (out, '"');
  for (const char *end = text + length; text < end; text++)
    switch (*text)
      {
      case '"': g_string_append (out, "\\\""); break;
      case '\\': g_string_append (out, "\\\\"); break;
      case '\t': g_string_append (out, "\\t"); break;
      default:
        if ((guchar) *text < 0x20 || *text == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guint) *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

static void
append_json_member (GString    *out,
                    const char *name,
                    const char *value)
{
  g_string_append_printf (out, ",\"%s\":", name);
  if (value != NULL)
    append_json_string (out, value, strlen (value));
  else
    g_string_append (out, "null");
}

static void
append_json_number (GString              *out,
                    const char           *name,
                    const ShanhaiDecimal *value)
{
  g_string_append_printf (out, ",\"%s\":", name);
  shanhai_decimal_append (value, out);
}

const char *
shanhai_read_figure_get_qualifier (const ShanhaiReadFigure *figure)
{
  return figure->planned && figure->qualifier != SHANHAI_QUALIFIER_ABOUT ? "planned" : shanhai_qualifier_to_key (figure->qualifier);
}

char *
shanhai_reading_to_json (const ShanhaiReading *self,
                         const char           *text)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < shanhai_reading_get_n (self); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (self, i);

      g_string_append (out, i > 0 ? ",\n {\"quote\":" : "\n {\"quote\":");
      append_json_string (out, text + figure->start_byte, figure->length_bytes);
      g_string_append_printf (out, ",\"start\":%u,\"length\":%u", figure->start, figure->length);
      append_json_number (out, "value", &figure->value);
      if (figure->has_hi)
        append_json_number (out, "value_hi", &figure->value_hi);
      append_json_number (out, "precision", &figure->precision);
      append_json_member (out, "unit", figure->unit);
      append_json_member (out, "qualifier", shanhai_read_figure_get_qualifier (figure));
      append_json_member (out, "counted", figure->counted);
      append_json_member (out, "period", figure->period);
      append_json_member (out, "kind", shanhai_read_figure_kind_to_key (figure->kind));
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n]\n");

  return g_string_free (out, FALSE);
}
