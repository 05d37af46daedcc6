/* shanhai-case-page.h - one case: its key figures on top, its pages under tabs. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Implements ShanhaiPage. Only the page whose tab is shown is built, at its first showing. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-case.h"
#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_PAGE (shanhai_case_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCasePage, shanhai_case_page, SHANHAI, CASE_PAGE, GtkWidget)

/* Properties, all read and write: "document", "case" (ShanhaiCase), "page" ("summary", "outcomes", "funds", "pairings", "programmes", "people", "timeline").
 * Actions: "case.page" (s) turns to a page; "case.edit" opens the form of the case, "case.new-record" (s) that of a new record of that type. */
GtkWidget       *shanhai_case_page_new          (void);

ShanhaiDocument *shanhai_case_page_get_document (ShanhaiCasePage *self);
/* @document: (nullable): another document than before shows no case until one is set */
void             shanhai_case_page_set_document (ShanhaiCasePage *self,
                                                 ShanhaiDocument *document);
ShanhaiCase     *shanhai_case_page_get_case     (ShanhaiCasePage *self);
/* @record: (nullable): of the document's casebook */
void             shanhai_case_page_set_case     (ShanhaiCasePage *self,
                                                 ShanhaiCase     *record);
const char      *shanhai_case_page_get_page     (ShanhaiCasePage *self);
/* a name that isn't one of the pages changes nothing */
void             shanhai_case_page_set_page     (ShanhaiCasePage *self,
                                                 const char      *page);

G_END_DECLS
