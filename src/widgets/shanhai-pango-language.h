/* shanhai-pango-language.h - the language of a source, as fonts are chosen by it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* @language: (nullable): as a source has it: "zh", "zh-Hant", "en". (transfer none) (nullable): NULL where the locale's own will do */
PangoLanguage *shanhai_pango_language_for_source (const char    *language);
/* (transfer full): attributes for a label that shows the source's words */
PangoAttrList *shanhai_pango_attributes_new      (PangoLanguage *language);

G_END_DECLS
