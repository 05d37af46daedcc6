/* shanhai-sources-page.h - the sources of a casebook, and what each of them is cited for. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Implements ShanhaiPage; its title is that of the source shown. In a narrow window the list and the source take turns. Alt+Up and Alt+Down go from figure to
 * figure, wherever on the page the keyboard is. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"
#include "shanhai-source.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCES_PAGE (shanhai_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSourcesPage, shanhai_sources_page, SHANHAI, SOURCES_PAGE, GtkWidget)

/* Properties: "document" (read and write). Action: "sources.list", back to the list in a narrow window */
GtkWidget       *shanhai_sources_page_new          (void);

ShanhaiDocument *shanhai_sources_page_get_document (ShanhaiSourcesPage *self);
/* @document: (nullable) */
void             shanhai_sources_page_set_document (ShanhaiSourcesPage *self,
                                                    ShanhaiDocument    *document);
/* (transfer none) (nullable): the source shown */
ShanhaiSource   *shanhai_sources_page_get_source   (ShanhaiSourcesPage *self);
/* What win.show-source asks for. @record_id: (nullable): whose figure to select in it; NULL or "" for none. False when there is no such source. */
bool             shanhai_sources_page_show         (ShanhaiSourcesPage *self,
                                                    const char         *source_id,
                                                    const char         *record_id);

G_END_DECLS
