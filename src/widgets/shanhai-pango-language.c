/* shanhai-pango-language.c - the language of a source, as fonts are chosen by it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside a Chinese locale, Pango takes Japanese glyphs for Chinese text unless it is told. Fonts know zh-cn and zh-tw, not "zh" and "zh-Hant". */

#include "shanhai-pango-language.h"

PangoLanguage *
shanhai_pango_language_for_source (const char *language)
{
  if (language == NULL || *language == '\0')
    return NULL;
  if (g_ascii_strcasecmp (language, "zh") == 0 || g_ascii_strncasecmp (language, "zh-hans", 7) == 0)
    language = "zh-cn";
  else if (g_ascii_strncasecmp (language, "zh-hant", 7) == 0)
    language = "zh-tw";
  return pango_language_from_string (language);
}

PangoAttrList *
shanhai_pango_attributes_new (PangoLanguage *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (language));
  return attributes;
}
