/* shanhai-xml-writer.h - XML, an element a line. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* a value with open members; initialise it with SHANHAI_XML_WRITER_INIT, end it with shanhai_xml_free_to_bytes() */
typedef struct
{
  GString *text;
  guint    depth;
} ShanhaiXmlWriter;

#define SHANHAI_XML_WRITER_INIT { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), 0 }

/* name, value, …; an attribute whose value is NULL is left out */
#define SHANHAI_XML_ATTRIBUTES(...) ((const char * const[]) { __VA_ARGS__, NULL, NULL })

/* `attributes` (nullable) everywhere; `name` is taken as it is, all else is escaped, and what XML 1.0 can't hold is left out */
void    shanhai_xml_begin          (ShanhaiXmlWriter   *self,
                                    const char         *name,
                                    const char * const *attributes);
void    shanhai_xml_end            (ShanhaiXmlWriter   *self,
                                    const char         *name);
void    shanhai_xml_add_empty      (ShanhaiXmlWriter   *self,
                                    const char         *name,
                                    const char * const *attributes);
void    shanhai_xml_add_text       (ShanhaiXmlWriter   *self,
                                    const char         *name,
                                    const char * const *attributes,
                                    const char         *text);
/* (transfer full) */
GBytes *shanhai_xml_free_to_bytes  (ShanhaiXmlWriter   *self);

G_END_DECLS
