/* shanhai-sidebar.h - the way to every page: fixed entries, then the cases, narrowed by a search. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows where the window is ("page", "case") and asks it to go elsewhere by win.show-page and win.show-case, and into the page by
 * win.enter-page; it never goes there by itself. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-case.h"
#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SIDEBAR (shanhai_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSidebar, shanhai_sidebar, SHANHAI, SIDEBAR, GtkWidget)

/* Properties: "document", "page" ("overview", "compare", "sources", "case"), "case" (read and write) */
GtkWidget       *shanhai_sidebar_new          (void);

ShanhaiDocument *shanhai_sidebar_get_document (ShanhaiSidebar  *self);
void             shanhai_sidebar_set_document (ShanhaiSidebar  *self,
                                               ShanhaiDocument *document);
const char      *shanhai_sidebar_get_page     (ShanhaiSidebar  *self);
void             shanhai_sidebar_set_page     (ShanhaiSidebar  *self,
                                               const char      *page);
/* the case that is marked while the page is "case" */
ShanhaiCase     *shanhai_sidebar_get_case     (ShanhaiSidebar  *self);
void             shanhai_sidebar_set_case     (ShanhaiSidebar  *self,
                                               ShanhaiCase     *the_case);
/* puts the keyboard into the search */
void             shanhai_sidebar_search       (ShanhaiSidebar  *self);
/* puts the keyboard on the entry of the page that is shown */
void             shanhai_sidebar_focus        (ShanhaiSidebar  *self);
/* (transfer full) (nullable): the first case in the order of the sidebar */
ShanhaiCase     *shanhai_sidebar_dup_first_case (ShanhaiSidebar *self);

G_END_DECLS
