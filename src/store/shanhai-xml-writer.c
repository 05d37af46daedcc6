/* shanhai-xml-writer.c - XML, an element a line. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-xml-writer.h"

/* g_markup_escape_text() would write characters of control as references, which XML 1.0 forbids too */
static void
append_escaped (GString    *xml,
                const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (c == '&')
        g_string_append (xml, "&amp;");
      else if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '"')
        g_string_append (xml, "&quot;");
      else if ((c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\n' || c == '\t')
        g_string_append_unichar (xml, c);
    }
}

static void
append_tag (ShanhaiXmlWriter   *self,
            const char         *name,
            const char * const *attributes,
            const char         *end)
{
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
  g_string_append_printf (self->text, "<%s", name);
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (attributes[i + 1] != NULL)
      {
        g_string_append_printf (self->text, " %s=\"", attributes[i]);
        append_escaped (self->text, attributes[i + 1]);
        g_string_append_c (self->text, '"');
      }
  g_string_append (self->text, end);
}

void
shanhai_xml_begin (ShanhaiXmlWriter   *self,
                   const char         *name,
                   const char * const *attributes)
{
  append_tag (self, name, attributes, ">\n");
  self->depth++;
}

void
shanhai_xml_end (ShanhaiXmlWriter *self,
                 const char       *name)
{
  self->depth--;
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
  g_string_append_printf (self->text, "</%s>\n", name);
}

void
shanhai_xml_add_empty (ShanhaiXmlWriter   *self,
                       const char         *name,
                       const char * const *attributes)
{
  append_tag (self, name, attributes, "/>\n");
}

void
shanhai_xml_add_text (ShanhaiXmlWriter   *self,
                      const char         *name,
                      const char * const *attributes,
                      const char         *text)
{
  append_tag (self, name, attributes, ">");
  append_escaped (self->text, text);
  g_string_append_printf (self->text, "</%s>\n", name);
}

GBytes *
shanhai_xml_free_to_bytes (ShanhaiXmlWriter *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
